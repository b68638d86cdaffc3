"""How well each table could be read: its records, those with errors, rows in no sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from model.cell import Cell
from model.issue import Issue, Severity, Topic
from model.table import Dood, Table
from transforms.results import Results


@dataclass(frozen=True, slots=True)
class SheetHealth:
    """One table's health. ``records`` are its true lines and those that could not be read."""

    table: Table
    corner: Cell
    records: int
    with_errors: int
    not_totalled: tuple[int, ...]

    @property
    def passed(self) -> Fraction | None:
        """Records without an error as a fraction of all.

        ``None`` where there are none, and of an older revision, which nobody need mend.
        """
        if not self.records or self.table.superseded:
            return None
        return Fraction(self.records - self.with_errors, self.records)

    @property
    def rate(self) -> str:
        """The pass rate as people read it, 100% only where all pass; "" without records."""
        return f"{int(self.passed * 100)}%" if self.passed is not None else ""


def true_lines(table: Table) -> pd.DataFrame:
    """The records proper: without contingency and fringes, which stand outside the lines."""
    if "special" not in table.frame:
        return table.frame
    return table.frame[~table.frame["special"].astype(bool)]


def record_count(table: Table) -> int:
    """How many true lines a table has, half read ones too; a day-out-of-days has one an element."""
    if isinstance(table, Dood):
        return len(table.elements)
    return len(true_lines(table)) + len(table.half_read)


def record_rows(table: Table) -> frozenset[int]:
    """The sheet's rows that hold the table's records."""
    if isinstance(table, Dood):
        return frozenset(int(row) for row in table.elements["row"])
    frame = true_lines(table)
    rows = frame.get("row", frame.index)
    return frozenset(int(row) for row in rows)


def corner(table: Table) -> Cell:
    """The table's first cell."""
    place = table.place
    return Cell(place.tab, table.block.top, table.block.left, place.book)


def mend_first(issues: Iterable[Issue], sheets: Iterable[SheetHealth]) -> list[Issue]:
    """Order what is wrong in sheets: gravest first; among equals, rows that no sum counts."""
    uncounted = {
        (sheet.corner.book, sheet.corner.tab, row) for sheet in sheets for row in sheet.not_totalled
    }
    return sorted(
        issues,
        key=lambda issue: (
            issue.severity.rank,
            (issue.at.book, issue.at.tab, issue.at.row) not in uncounted,
            issue.order,
        ),
    )


def health(table: Table, issues: Iterable[Issue], results: Results) -> SheetHealth:
    """Judge one table by the data errors at its rows. An older revision is not judged."""
    place = table.place
    own = (place.book, place.tab)
    unreadable = set(table.excluded.get("unreadable", ())) if not table.superseded else set()
    if results.cost_report is not None and table.kind.startswith("budget"):
        cells = results.cost_report.rows_not_totalled
        unreadable |= {
            cell.row
            for cell in cells
            if (cell.book, cell.tab) == own and (cell.row, cell.col) in table.block
        }
    rows = record_rows(table) | unreadable
    wrong = {
        issue.at.row
        for issue in issues
        if issue.topic is Topic.DATA
        and issue.severity is Severity.ERROR
        and (issue.at.book, issue.at.tab) == own
        and (issue.at.row, issue.at.col) in table.block
    }
    return SheetHealth(
        table, corner(table), len(rows), len(rows & wrong), tuple(sorted(unreadable))
    )
