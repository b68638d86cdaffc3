"""Which of several budgets is the account-level one, and which only adds up its categories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.table import Table
from schemas.headings import normal

Row = dict[str, object]


def settle(tables: Sequence[Table]) -> list[Table]:
    """Call a budget a topsheet where its lines are the categories of another tab's accounts.

    So that nothing is counted twice: the cost report adds up accounts.
    """
    budgets = [table for table in tables if table.kind == "budget"]
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
    """Whether each line of a budget is a category of the other's lines, and none a line itself."""
    if table is other:
        return False
    codes, below = _codes(table, "account"), _codes(other, "account")
    if len(codes) > 1 and codes <= _codes(other, "category_code") and not codes & below:
        return True
    names, items = _names(table, "description"), _names(other, "description")
    return len(names) > 1 and names <= _names(other, "category") and not names & items


def _codes(table: Table, field: str) -> set[str]:
    """The codes of a budget's lines."""
    return {str(row[field]) for _, row in lines(table) if row[field] is not None}


def _names(table: Table, field: str) -> set[str]:
    """The names of a budget's lines, or of their categories, as words alone."""
    return {normal(str(row[field])) for _, row in lines(table) if row[field] is not None}
