"""Which of several budgets is the account-level one, and which only adds up its categories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.table import Table


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


def _adds_up(table: Table, other: Table) -> bool:
    """Whether each line of a budget is a category of the other's lines, and none a line itself."""
    if table is other:
        return False
    lines, accounts = _codes(table, "account"), _codes(other, "account")
    return len(lines) > 1 and lines <= _codes(other, "category_code") and not lines & accounts


def _codes(table: Table, field: str) -> set[str]:
    """The codes of a budget's lines, contingency and the like apart."""
    frame = table.frame[~table.frame["special"].astype(bool)]
    return {code for code in frame[field] if code is not None}
