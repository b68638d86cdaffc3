"""One issue for a column of which most lines would each have the same: it is to be looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from model.issue import Issue, Severity, Topic
from model.table import Table

FEW = 5
"""Lines that are alike at least; fewer are told one by one."""
_MOST = 20
"""Cells that such an issue names."""
_ONE_BY_ONE = frozenset(
    {
        *("amount-open", "not-ready", "expiry-missing", "hidden-rows", "unknown-code"),
        *("account-listed-twice", "person-listed-twice", "element-listed-twice"),
    }
)
"""What people mend one by one, however many there are."""


def calmed(issues: Iterable[Issue], tables: Sequence[Table]) -> list[Issue]:
    """The issues, with one for each column of which most lines have the same warning.

    It stands at the column's heading; some of the cells are ``related``.
    """
    alike: dict[tuple[object, ...], list[Issue]] = defaultdict(list)
    rest: list[Issue] = []
    for issue in issues:
        if issue.severity is Severity.WARNING and issue.topic is Topic.DATA:
            at = issue.at
            alike[issue.code, at.book, at.tab, at.col].append(issue)
        else:
            rest.append(issue)
    for own in alike.values():
        rest += _told(own, tables)
    return rest


def _told(own: list[Issue], tables: Sequence[Table]) -> list[Issue]:
    """Warnings of one kind about one column, as they are or as one."""
    if len(own) < FEW or own[0].code in _ONE_BY_ONE:
        return own
    around = [table for table in tables if _holds(table, own[0])]
    lines = sum(len(table.frame) + len(table.excluded.get("subtotal", ())) for table in around)
    if not around or len(own) * 2 <= lines:
        return own
    one = min(own, key=lambda issue: issue.message)
    cells = sorted((issue.at for issue in own), key=lambda cell: cell.row)
    heading = max(around[0].header_rows, default=cells[0].row)
    return [
        replace(
            one,
            at=replace(one.at, row=heading),
            message=f"{len(own)} cells of this column, which is most of them, have one thing in "
            f"common, such as: {one.message}",
            related=tuple(cells[:_MOST]),
            expected="",
            suggestion="If the column is not what it was taken for, say in the settings what it "
            f"is. {one.suggestion}".strip(),
        )
    ]


def _holds(table: Table, issue: Issue) -> bool:
    """Whether an issue is about a line of a table."""
    at = issue.at
    same = (table.place.book, table.place.tab) == (at.book, at.tab)
    return same and (at.row, at.col) in table.block
