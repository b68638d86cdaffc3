"""Which cells changed: what decides which formulas must be computed anew."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Shift

Places = dict[int, dict[int, set[int]]]
"""Places: sheetId -> column -> rows."""


@dataclass(slots=True)
class Changes:
    """Changed places, by tab. ``everything`` after a change that may reach any formula."""

    cells: Places = field(default_factory=dict)
    everything: bool = False
    moved: list[tuple[int, Rect]] = field(default_factory=list)
    """(sheetId, all from there on): where rows or columns moved, a block may hold other cells
    though nobody wrote to it and its name is the same ("A:A")."""

    def add(self, sheet_id: int, row: int, column: int) -> None:
        """Note a changed cell."""
        self.cells.setdefault(sheet_id, {}).setdefault(column, set()).add(row)

    def shift(self, sheet_id: int, shift: Shift) -> None:
        """Let the noted places follow rows, columns or cells that move."""
        self.moved.append((sheet_id, shift.beyond))
        columns = self.cells.pop(sheet_id, {})
        for column, rows in columns.items():
            for row in rows:
                moved = shift.rect(Rect(row, column, row + 1, column + 1))
                if moved is not None:
                    self.add(sheet_id, moved.top, moved.left)

    def __bool__(self) -> bool:
        return self.everything or bool(self.cells) or bool(self.moved)


@dataclass(slots=True)
class Touched:
    """The same, ready to be asked: is anything within this block?"""

    columns: dict[int, dict[int, list[int]]] = field(default_factory=dict)

    def add_all(self, cells: Places) -> None:
        """Take up changed cells."""
        for sheet_id, columns in cells.items():
            known = self.columns.setdefault(sheet_id, {})
            for column, rows in columns.items():
                known[column] = sorted(rows.union(known.get(column, ())))

    def meets(self, sheet_id: int, rect: Rect) -> bool:
        """Whether a changed cell lies within a block."""
        columns = self.columns.get(sheet_id)
        if not columns:
            return False
        if rect.right is not None and rect.right - rect.left < len(columns):
            wanted = [column for column in range(rect.left, rect.right) if column in columns]
        else:
            wanted = [
                column
                for column in columns
                if column >= rect.left and (rect.right is None or column < rect.right)
            ]
        return any(_any_within(columns[column], rect) for column in wanted)


def _any_within(rows: list[int], rect: Rect) -> bool:
    place = bisect_left(rows, rect.top)
    return place < len(rows) and (rect.bottom is None or rows[place] < rect.bottom)
