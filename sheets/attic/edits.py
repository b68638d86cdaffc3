"""What people did in a tab after one of our writes: its cells then and now, row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from model.grid import Grid, Kept, Scalar
from sheets.planning.marks import Name, read_mark
from sheets.planning.standing import find_corner
from sheets.planning.wire import Place


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row that a person put in: its cells by column, and the row that it stands behind."""

    behind: int
    cells: Mapping[int, Scalar]


@dataclass(slots=True)
class Edits:
    """What people did, in the places of the tab as it stood *before* the write. From 0."""

    cells: dict[Place, Scalar] = field(default_factory=dict)
    beside: dict[tuple[Name, int], Scalar] = field(default_factory=dict)
    """Words at lines that the write put in, by the line and the column."""
    lines: dict[Name, Mapping[int, Scalar]] = field(default_factory=dict)
    """What those lines say themselves, by column."""
    rows: list[OwnRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where each row and column that a write left had stood before it; ``None``: it is new."""

    rows: Sequence[int | None]
    cols: Sequence[int | None]

    def row(self, row: int) -> int | None:
        """Where a row stood before."""
        return self.rows[row] if row < len(self.rows) else None

    def col(self, col: int) -> int | None:
        """Where a column stood before."""
        return self.cols[col] if col < len(self.cols) else None


def edits(kept: Kept, found: Grid, origin: Origin) -> Edits:
    """What stands in a tab otherwise than the write left it, by the copy that it ended with.

    Rows and columns are known again by their keys and names, people's own by what they say. What
    people deleted meanwhile is not told: it may only have been moved.
    """
    left = kept.grid
    then, now = Skeleton.of(left), Skeleton.of(found)
    rows = _pairs(now.keys, then.keys, _rows_of(found), _rows_of(left))
    cols = _pairs(now.names, then.names, _columns_of(found), _columns_of(left))
    made = Edits()
    behind = -1
    for row, cells in enumerate(found.rows):
        was = rows.get(row)
        if was is None:
            below = row >= left.height  # figures there may be formulas' that the copy had not yet
            said = {
                _col(cols, origin, col): value
                for col, value in enumerate(cells)
                if _says(value) and (not below or _says_otherwise(value, kept, row, col))
            }
            if said and not now.keys[row]:
                made.rows.append(OwnRow(behind, said))
            continue
        stood = origin.row(was)
        behind = behind if stood is None else stood
        loose: dict[int, Scalar] = {}
        mark = read_mark(now.keys[row])
        if stood is None and mark:
            texts = ((_col(cols, origin, col), text) for col, text in enumerate(cells))
            made.lines[mark.name] = {
                col: text for col, text in texts if isinstance(text, str) and text != now.keys[row]
            }
        for col, value in enumerate(cells):
            before = cols.get(col)
            if before is not None and _says_otherwise(value, kept, was, before):
                loose |= _changed(made, origin, was, before, value, then)
        if loose:
            made.rows.append(OwnRow(behind, loose))
        _cleared(made, origin, left, was, len(cells), cols)
    return made


def _changed(
    made: Edits, origin: Origin, row: int, col: int, value: Scalar, then: Skeleton
) -> Mapping[int, Scalar]:
    """Note a cell that says something else than the write left there; answers what has no place."""
    stood, column = origin.row(row), origin.col(col)
    mark = read_mark(then.keys[row]) if row < len(then.keys) else None
    if stood is not None and column is not None:
        made.cells[stood, column] = value
    elif mark and column is not None:
        made.beside[mark.name, column] = value
    elif _says(value):
        return {column if column is not None else col: value}
    return {}


def _cleared(
    made: Edits, origin: Origin, left: Grid, row: int, width: int, cols: Mapping[int, int]
) -> None:
    """Note the cells at a row's end that are blank now; raw rows stop at their last value.

    A column that is not known again may only have been moved.
    """
    stood = origin.row(row)
    for now, col in cols.items():
        column = origin.col(col)
        cleared = now >= width and _says(left.at(row + 1, col + 1))
        if cleared and stood is not None and column is not None:
            made.cells[stood, column] = None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The texts of a tab's key column, one a row, and of its row of names, one a column."""

    keys: Sequence[str]
    names: Sequence[str]

    @staticmethod
    def of(grid: Grid) -> Skeleton:
        """Read them; blank where the tab has no corner."""
        corner = find_corner(grid.rows)
        if corner is None:
            return Skeleton([""] * grid.height, [""] * grid.width)
        top, key_col = corner
        keys = [_text(grid.at(row + 1, key_col + 1)) for row in range(grid.height)]
        return Skeleton(keys, [_text(grid.at(top + 1, col + 1)) for col in range(grid.width)])


_Content = Callable[[int], tuple[Scalar, ...]]


def _pairs(
    now: Sequence[str], then: Sequence[str], content: _Content, before: _Content
) -> dict[int, int]:
    """Which row (or column) of now is which of then.

    Where nothing moved, each is itself. Else those of ours are known by their label, people's own
    by their content and, where that changed, by their place.
    """
    if all(one == other for one, other in zip_longest(now, then, fillvalue="")):
        return {place: place for place in range(len(now))}
    known: dict[object, list[int]] = defaultdict(list)
    for place, label in enumerate(then):
        known[label or before(place)].append(place)
    found: dict[int, int] = {}
    for place, label in enumerate(now):
        candidates = known.get(label or content(place), [])
        if candidates:
            found[place] = candidates.pop(0)
    taken = set(found.values())
    for place, label in enumerate(now):
        free = place < len(then) and place not in taken and not then[place] and not label
        if place not in found and free:
            found[place] = place
    return found


def _rows_of(grid: Grid) -> _Content:
    return lambda row: tuple(grid.rows[row]) if row < grid.height else ()


def _columns_of(grid: Grid) -> _Content:
    return lambda col: tuple(grid.at(row + 1, col + 1) for row in range(grid.height))


def _col(cols: Mapping[int, int], origin: Origin, col: int) -> int:
    """A column of now as it was before the write, or the nearest number to it."""
    then = cols.get(col)
    before = origin.col(then) if then is not None else None
    return col if before is None else before


def _says(value: Scalar) -> bool:
    return value not in (None, "")


def _says_otherwise(value: Scalar, kept: Kept, row: int, col: int) -> bool:
    """Whether a cell says what no formula of the write makes of it: a copy may be made before its
    formulas are worked out.
    """
    if _same(value, kept.grid.at(row + 1, col + 1)):
        return False
    entered = kept.cells.get((row + 1, col + 1), {}).get("userEnteredValue", {})
    return "formulaValue" not in entered or (isinstance(value, str) and not value.startswith("#"))


def _same(one: Scalar, other: Scalar) -> bool:
    return one == other or (not _says(one) and not _says(other))


def _text(value: Scalar) -> str:
    return value if isinstance(value, str) else ""
