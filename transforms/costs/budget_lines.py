"""The budget's lines, of whichever level: what each states, and from which cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from model.cell import Cell
from model.money import total
from model.production import Rate
from model.table import Place, Table, merge
from model.trail import Trail, trail
from schemas.budget.rows.whole import are_whole
from transforms.costs.conversion import abroad
from transforms.costs.lines import Abroad
from transforms.records import Record, records

FIGURES: Mapping[str, str] = {
    "budget": "original",
    "approved_changes": "approved",
    "revised_budget": "revised",
    "actual_period": "actual_period",
    "actual_to_date": "actual",
    "commitments": "commitments",
    "total_cost": "total_cost",
    "etc": "etc",
    "efc": "efc",
    "variance": "variance",
}
"""The budget's field -> the cost report's name of the figure."""


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A line of the budget. ``given`` and ``cells`` go by the budget's field; what it states in
    another currency is in ``given`` only where the settings have a rate."""

    account: str
    description: str
    at: Cell
    columns: frozenset[str]
    """The fields that its tab has columns for: a blank cell there says zero."""
    record: Record
    """What else the sheet says of it: category, section, notes, special."""
    given: Mapping[str, Decimal | None] = field(default_factory=dict)
    cells: Mapping[str, Trail] = field(default_factory=dict)
    """The cells of what is given."""
    places: Mapping[str, Cell] = field(default_factory=dict)
    """Each field's cell on the line (of an account's detail, the first), blank ones included."""
    abroad: tuple[Abroad, ...] = ()


def budget_lines(tables: Sequence[Table], rates: Mapping[str, Rate]) -> list[BudgetLine]:
    """The lines of tables of one level, in the sheets' order; a detail's by account."""
    if not tables:
        return []
    budget = merge([_by_totals(table) for table in tables])
    numbered = list(records(budget.frame))
    if budget.kind == "budget_detail":
        return [_rolled_up(budget, lines, rates) for lines in _by_account(numbered)]
    return [_line(budget, [line], rates) for line in numbered]


def _by_totals(table: Table) -> Table:
    """A detail whose lines each have a total of their own, fringes in it, without its subtotals."""
    if "subtotal" in table.frame and are_whole(line for _, line in records(table.frame)):
        return replace(table, frame=table.frame.assign(subtotal=None))
    return table


def text(record: Record, name: str) -> str:
    """A field's text, "" where it has none."""
    return str(record.get(name) or "").strip()


_Lines = Sequence[tuple[int, Record]]


def _by_account(lines: _Lines) -> Iterator[_Lines]:
    """A detail's lines, those of one account together, where the first of them stands."""
    groups: dict[tuple[str, str, bool], list[tuple[int, Record]]] = {}
    for label, record in lines:
        account = text(record, "account")
        name = account or text(record, "category") or text(record, "description")
        groups.setdefault((account, name, bool(record.get("special"))), []).append((label, record))
    yield from groups.values()


def _rolled_up(budget: Table, lines: _Lines, rates: Mapping[str, Rate]) -> BudgetLine:
    """An account of a detail, called as the heading above its lines."""
    made = _line(budget, lines, rates)
    head = text(made.record, "category")
    if len(lines) == 1 and text(made.record, "category_code") != made.account:
        return made
    return BudgetLine(
        made.account, head or made.description, made.at, made.columns, made.record, made.given,
        made.cells, made.places, made.abroad,
    )  # fmt: skip


def _line(budget: Table, lines: _Lines, rates: Mapping[str, Rate]) -> BudgetLine:
    label, record = lines[0]
    place = budget.places[int(record["place"])] if len(budget.places) > 1 else budget.place
    given: dict[str, Decimal | None] = {}
    cells: dict[str, Trail] = {}
    others: list[Abroad] = []
    for name in FIGURES:
        amounts, found, foreign = _amounts(budget, lines, name, rates)
        given[name] = total(amounts) if amounts else None
        others += foreign
        if found:
            cells[name] = trail(*found)
    return BudgetLine(
        account=text(record, "account"),
        description=text(record, "description"),
        at=budget.cell(label, "account"),
        columns=_columns(place),
        record=record,
        given=given,
        cells=cells,
        places={name: budget.cell(label, name) for name in FIGURES if name in place.columns},
        abroad=tuple(others),
    )


def _columns(place: Place) -> frozenset[str]:
    """The fields of a tab; a detail's subtotal is what its lines cost."""
    named = frozenset(place.columns)
    return named | {"budget"} if "subtotal" in named else named


def _amounts(
    budget: Table, lines: _Lines, name: str, rates: Mapping[str, Rate]
) -> tuple[list[Decimal], list[Cell], list[Abroad]]:
    """What lines state for a field, their cells, and what of it is in another currency."""
    amounts: list[Decimal] = []
    cells: list[Cell] = []
    others: list[Abroad] = []
    for label, record in lines:
        own = "subtotal" if name == "budget" and record.get("subtotal") is not None else name
        amount = record.get(own)
        if not isinstance(amount, Decimal):
            continue
        cell = budget.cell(label, own)
        currency = budget.currencies.get(own, {}).get(label, "")
        if currency:
            other = abroad(FIGURES[name], currency, amount, trail(cell), rates)
            others.append(other)
            if other.converted is None:
                continue
            amount = other.converted
        amounts.append(amount)
        cells.append(cell)
    return amounts, cells, others
