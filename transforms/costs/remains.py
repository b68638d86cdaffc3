"""What is left of orders that came to a little less than ordered: a budget seldom waits for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from model.money import ZERO
from transforms.costs.chart import Chart
from transforms.costs.postings import Postings

_LITTLE = Decimal("0.15")
"""The share of an order that may be left of one that was invoiced whole."""
_MOST = 12
"""Orders of an account of which some may make up a difference: more are not tried."""


def remains(found: Postings, chart: Chart) -> Mapping[str, Sequence[Decimal]]:
    """Account of the budget -> what stands open of each of its orders that is all but invoiced."""
    orders = found.frame[found.frame["kind"] == "purchase_orders"]
    parts: dict[tuple[int, int], dict[str, Decimal]] = defaultdict(dict)
    accounts: dict[tuple[int, int], str] = {}
    columns = (orders[name].tolist() for name in ("table", "row", "part", "amount", "account"))
    for table, row, part, amount, account in zip(*columns, strict=True):
        parts[table, row][part] = amount
        accounts[table, row] = account
    left: dict[str, list[Decimal]] = defaultdict(list)
    for order, own in parts.items():
        open_, billed = own.get("open", ZERO), own.get("invoiced", ZERO)
        line = chart.line_of(accounts[order])
        if line and billed > 0 and 0 < open_ <= (open_ + billed) * _LITTLE:
            left[line].append(open_)
    return left


def are_some(more: Decimal, left: Sequence[Decimal]) -> bool:
    """Whether a difference is what some of the amounts add up to."""
    sums = {ZERO}
    for amount in left[:_MOST]:
        sums |= {known + amount for known in sums}
    return more in sums
