"""The cells of one tab: compact, and shared between versions of a spreadsheet until written to.

A row is a list by column. A cell that has nothing but a value is that bare value, and most cells
of a large spreadsheet are; any other is a :class:`Cell`. No row ends with an empty cell and no tab
with an empty row, so the lengths of the lists are the extent of what is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from localsheets.state.cell import EMPTY, Cell, CellError
from localsheets.wire import values
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Delete, Insert, MoveTo

Stored = Cell | str | float | int | bool | None
"""A cell as a row holds it: a bare value, a whole cell, or nothing."""
Step = Insert | Delete | MoveTo
T = TypeVar("T")


class Row(list[Stored]):
    """One row's cells by column. Only the tab whose ``owner`` it bears may change it in place."""

    __slots__ = ("has_formulas", "owner")

    def __init__(self, cells: Sequence[Stored] = (), *, owner: object = None) -> None:
        super().__init__(cells)
        self.owner = owner
        self.has_formulas = True
        """False only where it is certain that no cell has a formula."""


NO_ROW = Row()
NO_ROW.has_formulas = False
_ONLY_VALUE = EMPTY[1:]


def stored(cell: Cell) -> Stored:
    """A cell as a row holds it. A whole number is an ``int``, so that it need not be asked again
    whenever it is read, unless it is very large."""
    value = cell[0]
    if type(value) is float and value.is_integer():
        value = values.number(value)
        cell = cell._replace(value=value)
    if cell[1:] == _ONLY_VALUE and not isinstance(value, CellError):
        return value
    return cell


def whole(found: Stored) -> Cell:
    """A cell from what a row holds."""
    if type(found) is Cell:
        return found
    return EMPTY if found is None else Cell(found)  # type: ignore[arg-type]


@dataclass(slots=True, eq=False)
class Cells:
    """A ragged grid of cells. A copy costs nothing; it takes over each row that it writes to."""

    _rows: list[Row] = field(default_factory=list, init=False, repr=False)
    _owner: object = field(default_factory=object, init=False, repr=False)
    """What this version's own rows bear; renewed when they become shared."""
    _shares_list: bool = field(default=False, init=False, repr=False)

    def share_cells(self, other: Cells) -> None:
        """Take the cells of another tab; from now on neither changes what both have."""
        other._owner, other._shares_list = object(), True
        self._owner, self._shares_list = object(), True
        self._rows = other._rows

    def row_objects(self) -> Sequence[Row]:
        """Every row, down to the last with a cell, to look at and not to change.

        A row that is the same object in two versions of a spreadsheet has not changed between them;
        it may stand at another place, after rows were inserted, deleted or moved. A row that was
        written to is a new object. Whoever compares must hold on to the older version's rows, as an
        object's id may be used again once it is gone. Gaps are one object, :data:`NO_ROW`.
        """
        return self._rows

    def put_row(self, row: int, cells: Sequence[Stored]) -> None:
        """Replace a row, its cells given as :meth:`row_objects` has them."""
        made = _trimmed(Row(cells, owner=self._owner))
        rows = self._own_rows()
        if made:
            rows.extend([NO_ROW] * (row + 1 - len(rows)))
            rows[row] = made
        elif row < len(rows):
            rows[row] = NO_ROW
            _trim_rows(rows)

    def take_rows(self, rows: list[Row]) -> None:
        """Hold these rows, from the top and nothing else; gaps are :data:`NO_ROW`."""
        self._rows, self._shares_list = rows, False
        _trim_rows(rows)

    def at(self, row: int, column: int) -> Cell:
        """A cell, empty where there is none."""
        rows = self._rows
        if row < len(rows) and column < len(rows[row]):
            return whole(rows[row][column])
        return EMPTY

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Replace a cell; a bare one leaves no trace."""
        content = stored(cell)
        if content is None:
            if row < len(self._rows) and column < len(self._rows[row]):
                self._remove(row, column)
            return
        line = self._own_row(row)
        if column >= len(line):
            line.extend([None] * (column + 1 - len(line)))
        line[column] = content
        if cell.formula is not None:
            line.has_formulas = True

    def _remove(self, row: int, column: int) -> None:
        line = self._own_row(row)
        line[column] = None
        if not _trimmed(line):
            self._rows[row] = NO_ROW
            _trim_rows(self._rows)

    def _own_rows(self) -> list[Row]:
        if self._shares_list:
            self._rows, self._shares_list = list(self._rows), False
        return self._rows

    def _own_row(self, row: int) -> Row:
        """A row that may be changed: this version's own, or a copy that becomes its own."""
        rows = self._own_rows()
        if row >= len(rows):
            rows.extend([NO_ROW] * (row + 1 - len(rows)))
        line = rows[row]
        if line.owner is not self._owner:
            has_formulas = line.has_formulas
            line = rows[row] = Row(line, owner=self._owner)
            line.has_formulas = has_formulas
        return line

    def cells(self, rect: Rect | None = None) -> Iterator[tuple[int, int, Cell]]:
        """Every cell that is there, row by row, within a block."""
        block = rect or Rect()
        for number, line in self.lines(block):
            for column, found in enumerate(line, block.left):
                if found is not None:
                    yield number, column, whole(found)

    def lines(self, rect: Rect) -> Iterator[tuple[int, Sequence[Stored]]]:
        """The part of each row that lies within a block, as the row holds it; some are shorter."""
        left, right = rect.left, rect.right
        for number, line in enumerate(self._rows[rect.top : rect.bottom], rect.top):
            yield number, line if left == 0 and right is None else line[left:right]

    def formula_cells(self) -> list[tuple[int, int, Cell]]:
        """Every cell with a formula."""
        return [
            (number, column, found)
            for number, line in enumerate(self._rows)
            if line.has_formulas
            for column, found in enumerate(line)
            if type(found) is Cell and found.formula is not None
        ]

    def last_filled_row(self) -> int:
        """Rows down to the last one with a value; 0 for an empty tab."""
        for number in range(len(self._rows), 0, -1):
            if any(whole(found).filled for found in self._rows[number - 1] if found is not None):
                return number
        return 0

    def extent(self) -> tuple[int, int]:
        """(rows, columns) down and across to the last cell that has anything."""
        return len(self._rows), max(map(len, self._rows), default=0)

    def move_cells(self, shift: Step) -> None:
        """Let cells follow rows or columns that are inserted, deleted or moved."""
        if shift.rows:
            rows = moved(self._rows, shift, NO_ROW)
        else:
            rows = [self._moved_across(line, shift) for line in self._rows]
        if rows is not self._rows:
            self._rows, self._shares_list = rows, False
            _trim_rows(rows)

    def _moved_across(self, line: Row, shift: Step) -> Row:
        cells = moved(line, shift, None)
        if cells is line:
            return line
        made = _trimmed(Row(cells, owner=self._owner))
        made.has_formulas = line.has_formulas
        return made or NO_ROW


def moved(items: list[T], shift: Step, gap: T) -> list[T]:
    """A list after a shift of its places: the same object where nothing in it moves, else a new
    list, with ``gap`` where nothing is."""
    first = min(shift.start, shift.to) if isinstance(shift, MoveTo) else shift.start
    if first >= len(items):
        return items
    if isinstance(shift, Insert):
        return [*items[: shift.start], *[gap] * shift.count, *items[shift.start :]]
    if isinstance(shift, Delete):
        return items[: shift.start] + items[shift.end :]
    start, end, to = shift.start, shift.end, shift.to
    full = items + [gap] * (max(end, to) - len(items))
    if to > start:
        return [*full[:start], *full[end:to], *full[start:end], *full[to:]]
    return [*full[:to], *full[start:end], *full[to:start], *full[end:]]


def _trimmed(line: Row) -> Row:
    while line and line[-1] is None:
        line.pop()
    return line


def _trim_rows(rows: list[Row]) -> None:
    while rows and not rows[-1]:
        rows.pop()
