"""Where a report's lines and columns stand in an export: in the report's own order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from model.cell import column_letters
from model.report import Column, Entry, Formula, Line, LineStyle, Ref, Report, Style

TABULAR = frozenset({LineStyle.RECORD, LineStyle.SUBTOTAL, LineStyle.TOTAL})
"""Lines whose cells keep to their columns; the text of others runs on over blank neighbours."""

_NO_ENTRY = Entry()
_REF = re.compile(r"\{(\d+)\}")


@dataclass(frozen=True)
class Layout:
    """A report with the places of its lines, counted from 0; ``None`` is the row of headings."""

    report: Report

    @cached_property
    def rows(self) -> tuple[Line | None, ...]:
        """Preamble, headings, lines."""
        heading: tuple[None, ...] = (None,) if self.report.heading else ()
        return (*self.report.preamble, *heading, *self.report.lines)

    @cached_property
    def heading(self) -> int | None:
        """The row of headings, where there is one."""
        return len(self.report.preamble) if self.report.heading else None

    @cached_property
    def first_head(self) -> int | None:
        """The first row of the headings: that of lines that belong to them, where there are any."""
        heads = [row for row, line in enumerate(self.report.preamble) if is_head(line)]
        return min([*heads, *([] if self.heading is None else [self.heading])], default=None)

    @cached_property
    def is_wide(self) -> bool:
        """Whether it is spread over several pages in width: a calendar."""
        return any(column.style is Style.DAY for column in self.report.columns)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns, left to right; those of use on a screen only stand behind the others."""
        return tuple(sorted(self.report.columns, key=lambda column: not column.paper))

    @cached_property
    def row_of(self) -> dict[str, int]:
        """A line's key -> its row; a line goes before one of the preamble that bears its key."""
        found: dict[str, int] = {}
        for row, line in enumerate(self.rows):
            if line is not None:
                found[line.key] = row
        return found

    @cached_property
    def col_of(self) -> dict[str, int]:
        """A column's field -> its place."""
        return {column.field: col for col, column in enumerate(self.columns)}

    def a1(self, ref: Ref) -> str:
        """A referred cell: "F12".

        Raises:
            KeyError: the report has no such line or column (a bug of its builder).
        """
        return f"{column_letters(self.col_of[ref.field] + 1)}{self.row_of[ref.key] + 1}"

    def formula(self, formula: Formula) -> str:
        """A formula's text with cells in place of its refs: ``=SUM(B5:B9)-B12``."""
        return _REF.sub(lambda match: self.a1(formula.refs[int(match[1])]), formula.text)

    def entries(self, line: Line) -> Iterator[tuple[int, Column, Entry]]:
        """A line's cells, left to right; a blank entry where nothing stands."""
        for col, column in enumerate(self.columns):
            yield col, column, line.entries.get(column.field, _NO_ENTRY)


def is_head(line: Line) -> bool:
    """Whether a line of the preamble belongs to the headings."""
    return line.style is LineStyle.HEAD


def runs_on(line: Line) -> bool:
    """Whether a line is one text that runs over the whole width: a title, a sentence."""
    said = [entry for entry in line.entries.values() if entry.content not in (None, "")]
    alone = len(said) == 1 and isinstance(said[0].content, str)
    return alone and line.style not in TABULAR
