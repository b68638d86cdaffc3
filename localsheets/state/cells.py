"""The cells of one tab: compact, and shared between versions of a spreadsheet until written to.

A row is a tuple by column. A cell that has nothing but a value is that bare value, and most cells
of a large spreadsheet are; any other is a :class:`Cell`. No row ends with an empty cell and no tab
with an empty row, so the lengths are the extent of what is there.

While a version is being written to, the rows that it writes to are lists; when it is done they are
tuples again. Python's collector of garbage looks into every list whenever it runs, but leaves
tuples of bare values alone: that is worth more than all else here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from localsheets.state import values
from localsheets.state.cell import EMPTY, Cell, CellError
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Delete, Insert, MoveTo

Stored = Cell | str | float | int | bool | None
"""A cell as a row holds it: a bare value, a whole cell, or nothing."""
Row = tuple[Stored, ...]
"""One row's cells by column."""
Line = Row | list[Stored]
NO_ROW: Row = ()
Step = Insert | Delete | MoveTo
T = TypeVar("T")

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

    _rows: list[Line] = field(default_factory=list, init=False, repr=False)
    _formula_rows: set[int] = field(default_factory=set, init=False, repr=False)
    """Every row with a formula is among these; some may have none any more."""
    _open: set[int] = field(default_factory=set, init=False, repr=False)
    """Rows that are lists, being written to."""
    _shared: bool = field(default=False, init=False, repr=False)
    """Whether another version has the same rows: then they are copied before the first change."""

    def seal(self) -> None:
        """End writing for now: make tuples of the rows that were written to."""
        for row in self._open:
            self._rows[row] = tuple(self._rows[row])
        self._open = set()

    def share_cells(self, other: Cells) -> None:
        """Take the cells of another tab; from now on neither changes what both have."""
        other.seal()
        self._rows, self._formula_rows, self._open = other._rows, other._formula_rows, set()
        self._shared = other._shared = True

    def row_objects(self) -> Sequence[Row]:
        """Every row, down to the last with a cell. The list stays as it is: whoever writes to the
        tab from now on does so in a copy.

        A row that is the same object in two versions of a spreadsheet has not changed between them;
        it may stand at another place, after rows were inserted, deleted or moved. A row that was
        written to is a new object. Whoever compares must hold on to the older version's rows, as an
        object's id may be used again once it is gone. Gaps are one object, :data:`NO_ROW`.
        """
        self.seal()
        self._shared = True
        return self._rows  # type: ignore[return-value]  # sealed: there is no list among them

    def take_rows(self, rows: list[Row]) -> None:
        """Hold these rows, from the top and nothing else; gaps are :data:`NO_ROW`."""
        self._rows, self._open, self._shared = [*rows], set(), False
        self._formula_rows = {number for number, line in enumerate(rows) if _has_formula(line)}
        _trim(self._rows)

    def put_row(self, row: int, cells: Iterable[Stored]) -> None:
        """Replace a row, its cells given as :meth:`row_objects` has them."""
        made = _trimmed(list(cells))
        self._own()
        self._open.discard(row)
        if made:
            self._reach(row)
            self._rows[row] = tuple(made)
            if _has_formula(made):
                self._formula_rows.add(row)
        elif row < len(self._rows):
            self._rows[row] = NO_ROW
            _trim(self._rows)

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
        line = self._opened(row)
        if column >= len(line):
            line.extend([None] * (column + 1 - len(line)))
        line[column] = content
        if cell.formula is not None:
            self._formula_rows.add(row)

    def _remove(self, row: int, column: int) -> None:
        line = self._opened(row)
        line[column] = None
        if not _trimmed(line):
            self._rows[row] = NO_ROW
            self._open.discard(row)
            _trim(self._rows)

    def _opened(self, row: int) -> list[Stored]:
        """A row that may be written to."""
        if row in self._open:
            return self._rows[row]  # type: ignore[return-value]  # open: it is a list
        self._own()
        self._reach(row)
        line = self._rows[row] = list(self._rows[row])
        self._open.add(row)
        return line

    def _own(self) -> None:
        if self._shared:
            self._rows, self._formula_rows = list(self._rows), set(self._formula_rows)
            self._shared = False

    def _reach(self, row: int) -> None:
        if row >= len(self._rows):
            self._rows.extend([NO_ROW] * (row + 1 - len(self._rows)))

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

    def formula_rows(self) -> set[int]:
        """Every row with a formula is among these; some may have none any more."""
        return self._formula_rows

    def formula_cells(self) -> list[tuple[int, int, Cell]]:
        """Every cell with a formula."""
        height = len(self._rows)
        return [
            (number, column, found)
            for number in sorted(self._formula_rows)
            if number < height
            for column, found in enumerate(self._rows[number])
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
        self.seal()
        self._own()
        if shift.rows:
            self._rows = moved(self._rows, shift, NO_ROW)
            places = (shift.point(row) for row in self._formula_rows)
            self._formula_rows = {row for row in places if row is not None}
        else:
            self._rows = [_moved_across(line, shift) for line in self._rows]
        _trim(self._rows)


def _moved_across(line: Line, shift: Step) -> Line:
    if _first(shift) >= len(line):
        return line
    return tuple(_trimmed(moved(list(line), shift, None)))


def moved(items: list[T], shift: Step, gap: T) -> list[T]:
    """A list after a shift of its places: the same object where nothing in it moves, else a new
    list, with ``gap`` where nothing is."""
    if _first(shift) >= len(items):
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


def _first(shift: Step) -> int:
    """The first place that anything happens to."""
    return min(shift.start, shift.to) if isinstance(shift, MoveTo) else shift.start


def _trimmed(line: list[Stored]) -> list[Stored]:
    while line and line[-1] is None:
        line.pop()
    return line


def _trim(rows: list[Line]) -> None:
    while rows and not rows[-1]:
        rows.pop()


def _has_formula(line: Iterable[Stored]) -> bool:
    return any(type(found) is Cell and found.formula is not None for found in line)
