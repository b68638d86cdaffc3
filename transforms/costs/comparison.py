"""The budget's own columns of cost held to the sheets that they come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.cell import Cell
from model.money import ZERO, cents, total
from model.trail import Trail
from transforms.costs.budget_lines import BudgetLine
from transforms.costs.extract import Extract
from transforms.costs.lines import Basis
from transforms.costs.roll_up import Cost, Costs

_FIGURES = {
    "actual_to_date": ("actual",),
    "actual_period": ("actual",),
    "commitments": ("commitments",),
    "total_cost": ("actual", "commitments"),
}
"""The budget's field -> the figures of costs that make it; of a period where the ledger is its."""
_LOGS = {"purchase_orders", "petty_cash", "payroll"}


@dataclass(frozen=True, slots=True)
class Difference:
    """An account's figure as the budget states it and as the other sheets add up to."""

    line: BudgetLine
    field: str
    stated: Decimal
    posted: Decimal
    at: Cell
    cells: Trail

    @property
    def more(self) -> Decimal:
        """What the other sheets have beyond the budget; negative where the budget has more."""
        return self.posted - self.stated


def differences(
    lines: Sequence[BudgetLine], costs: Costs, part: Extract | None, ordered: Collection[str]
) -> Iterator[Difference]:
    """The accounts whose costs the budget states otherwise than the other sheets, to the cent.

    Lines of one account are taken together. Where there is no ledger, the logs may not hold every
    cost, and a ledger's ``part`` does not either: unless all is there, a budget that states more
    than they do is no difference. Nor is a commitment on an account that nothing was ``ordered``
    for: contracts are commitments too.
    """
    accounts: dict[str, list[BudgetLine]] = defaultdict(list)
    for line in lines:
        if line.account:
            accounts[line.account].append(line)
    for account, own in accounts.items():
        for field in _fields(own[0], costs.basis, part):
            found = _difference(own, field, costs.lines.get(account))
            whole = account in ordered if field == "commitments" else part is None
            if cents(found.more) and (found.more > 0 or (whole and _whole(field, costs.basis))):
                yield found


def _fields(line: BudgetLine, basis: Basis, part: Extract | None) -> Iterator[str]:
    """The fields of a line that other sheets can be asked for."""
    spent = "actual_period" if part and part.of_period else "actual_to_date"
    asked = {spent: bool(basis.actual), "commitments": basis.orders}
    asked["total_cost"] = all(asked.values()) and not part and not set(asked) & line.columns
    yield from (field for field, there in asked.items() if there and field in line.columns)


def _whole(field: str, basis: Basis) -> bool:
    """Whether the other sheets hold all of a figure's costs."""
    spent = "ledger" in basis.actual or set(basis.actual) >= _LOGS
    return spent or field == "commitments"


def _difference(own: Sequence[BudgetLine], field: str, cost: Cost | None) -> Difference:
    figures = _FIGURES[field]
    trail = Trail()
    for figure in figures:
        trail += cost.trail(figure) if cost else Trail()
    return Difference(
        line=own[0],
        field=field,
        stated=total(line.given[field] for line in own),
        posted=total(cost.amount(figure) for figure in figures) if cost else ZERO,
        at=own[0].places[field],
        cells=trail,
    )
