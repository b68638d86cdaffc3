"""Where every row and column of a report stands in its tab."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.cell import column_letters
from model.report import Ref
from sheets.planning.marks import HEADING_ROW, Kind, Name


@dataclass(frozen=True, slots=True)
class Placement:
    """Rows by name and columns by field, counted from 0.

    ``order`` is the report's own order of its rows, by which a range of lines is understood.
    """

    sheet: int
    rows: Mapping[Name, int]
    cols: Mapping[str, int]
    order: Sequence[Name]
    key_col: int = 0

    def name_of(self, key: str) -> Name:
        """The row that a :class:`Ref` means: a line, else a line of the preamble.

        Raises:
            KeyError: the report has no line with that key (a bug of its builder).
        """
        for kind in (Kind.LINE, Kind.PREAMBLE):
            if (kind, key) in self.rows:
                return kind, key
        raise KeyError(f"no line has the key {key!r}")

    def a1(self, ref: Ref) -> str:
        """A referred cell within the tab: "F12".

        Raises:
            KeyError: the report has no such line or column.
        """
        row = self.rows[self.name_of(ref.key)]
        return f"{self.letters(ref.field)}{row + 1}"

    def letters(self, field: str) -> str:
        """A column's letters."""
        return column_letters(self.cols[field] + 1)

    @property
    def heading(self) -> int | None:
        """The heading's row, where there is one."""
        return self.rows.get(HEADING_ROW)

    @property
    def top(self) -> int:
        """The first row below the heading or, without one, below the preamble."""
        above = [row for (kind, _), row in self.rows.items() if kind is not Kind.LINE]
        return max(above, default=-1) + 1
