"""Which of several budgets is the account-level one, and which only adds up its categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from model.money import ZERO, cents
from model.table import Table
from schemas.headings import normal

Row = dict[str, object]
_FORECAST = frozenset(("etc", "efc"))
_COSTS = _FORECAST | {"actual_to_date", "actual_period", "commitments", "total_cost"}
"""What budgets state beside the budget itself: costs, and what is to come."""


def settle(tables: Sequence[Table]) -> list[Table]:
    """Call a budget a topsheet where its lines are the categories of another tab's lines.

    So that nothing is counted twice: the cost report adds up accounts. One that says what was
    spent, or will be, is the cost report itself where the other is a plain detail: it is kept by
    categories.
    """
    budgets = [table for table in tables if table.kind in ("budget", "budget_detail")]
    return [
        replace(
            table, kind="budget_topsheet", why=(*table.why, "its lines are another's categories")
        )
        if table.kind == "budget" and any(_adds_up(table, other) for other in budgets)
        else table
        for table in tables
    ]


def lines(table: Table, *, special: bool = False) -> list[tuple[int, Row]]:
    """A budget's lines with their labels; contingency and the like only where ``special``."""
    frame = table.frame
    records = [
        {str(name): value for name, value in row.items()} for row in frame.to_dict("records")
    ]
    labelled = zip(frame.index, records, strict=True)
    return [(int(str(label)), row) for label, row in labelled if special or not row["special"]]


def _adds_up(table: Table, other: Table) -> bool:
    """Whether the lines of a budget are categories of the other's lines, and none a line itself.

    All of them; or those that the other has, where these are several and their figures agree.
    """
    if table is other or table.place.book != other.place.book:
        return False
    if (
        other.kind == "budget_detail"
        and _FORECAST & _columns(table)
        and not _COSTS & _columns(other)
    ):
        return False
    for field, group in (("account", "category_code"), ("description", "category")):
        own, groups = _keys(table, field), _keys(other, group)
        if len(own & groups) < 2 or own & _keys(other, field):
            continue
        if field == "description" and other.kind == "budget_detail":
            continue  # an account's name heads its detail too
        if own <= groups and other.kind == "budget":
            return True
        if _agree(_sums(table, field), _sums(other, group)):
            return True
    return False


def _columns(table: Table) -> set[str]:
    return set(table.place.columns)


def _agree(own: Mapping[str, Decimal], theirs: Mapping[str, Decimal]) -> bool:
    """Whether the figures that both have agree: two at least, and most of them."""
    both = [key for key in own.keys() & theirs.keys() if own[key] or theirs[key]]
    right = sum(cents(own[key]) == cents(theirs[key]) for key in both)
    return right >= 2 and right * 2 > len(both)


def _keys(table: Table, field: str) -> set[str]:
    """The codes of a budget's lines as they are, or their names as words alone."""
    return {key for _, row in lines(table) if (key := _key(row, field))}


def _key(row: Row, field: str) -> str:
    """What a line has in a field: a code as it is, a name as its words alone."""
    said = row.get(field)
    text = "" if said is None else str(said)
    return text if field in ("account", "category_code") else normal(text)


def _sums(table: Table, field: str) -> dict[str, Decimal]:
    """What a budget's lines come to by what they have in a field."""
    sums: dict[str, Decimal] = {}
    for _, row in lines(table):
        for name in ("subtotal", "budget", "efc"):
            amount = row.get(name)
            if isinstance(amount, Decimal) and (key := _key(row, field)):
                sums[key] = sums.get(key, ZERO) + amount
                break
    return sums
