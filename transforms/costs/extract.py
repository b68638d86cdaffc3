"""Whether a ledger holds all the costs that the budget states, or a part of them only.

Beside a cost report stands the ledger's export of a week, of a period, or of some accounts as often
as the whole ledger. What such a part lacks is no difference, and was not left unposted either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.money import ZERO
from transforms.costs.budget_lines import BudgetLine
from transforms.costs.chart import Chart
from transforms.costs.postings import Postings

ROUNDING = Decimal(2)
"""A difference that rounding explains: cost reports are kept in whole units."""
FEW = 4
"""Accounts that must fall short before it is the ledger that is taken to be the cause."""


@dataclass(frozen=True, slots=True)
class Extract:
    """A ledger that is less than the budget's actual to date on most accounts."""

    of_period: bool
    """Whether what it has is the budget's "actual this period"."""


def posted(ledger: Postings, chart: Chart) -> Mapping[str, Decimal]:
    """What a ledger comes to by account of the budget, in the production's own currency."""
    found: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    own = ledger.frame[ledger.frame["currency"] == ""]
    sums = own.groupby("account")["amount"].sum()
    for code, amount in zip(sums.index.tolist(), sums.tolist(), strict=True):
        if line := chart.line_of(code):
            found[line] += amount
    return found


def extract(lines: Sequence[BudgetLine], ledger: Mapping[str, Decimal]) -> Extract | None:
    """What the ledger is a part of; ``None`` where it holds the costs that the budget states."""
    to_date, period = _stated(lines, "actual_to_date"), _stated(lines, "actual_period")
    told = {name for name, amount in to_date.items() if amount or ledger.get(name)}
    short = [name for name in told if ledger.get(name, ZERO) < to_date[name] - ROUNDING]
    if len(short) < FEW or len(short) * 2 <= len(told):
        return None
    active = [name for name in told if ledger.get(name)]
    same = [name for name in active if abs(ledger[name] - period.get(name, ZERO)) <= ROUNDING]
    of_period = len(same) > 1 and len(same) * 2 >= len(active)
    return Extract(of_period)


def _stated(lines: Sequence[BudgetLine], field: str) -> Mapping[str, Decimal]:
    """A column of the budget by account."""
    found: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for line in lines:
        if line.account and field in line.columns:
            found[line.account] += line.given[field] or ZERO
    return found
