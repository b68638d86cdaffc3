"""A tab whose hidden key column somebody deleted: the column is put back, each key beside its line.

The row of field names is still there, and our metadata remembers what each row said
(:mod:`sheets.planning.remembered`); so the lines are found by their texts, wherever they stand, and
every word of people stays beside its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from model.grid import Grid, OwnTab
from sheets.planning.cells import STAMP, STAMPED
from sheets.planning.headers import read_field
from sheets.planning.marks import FIELDS_ROW, HEADING_ROW, Kind, Mark, Name
from sheets.planning.rejoin import words_at
from sheets.planning.remembered import Remembered, read_remembered
from sheets.planning.standing import Standing, find_corner, read_standing
from sheets.planning.values import typed
from sheets.planning.wire import Place, Request, insert, size, update_cells


@dataclass(frozen=True, slots=True)
class Regrown:
    """The tab as if it had its key column, and what puts that back."""

    own: OwnTab
    standing: Standing
    requests: tuple[Request, ...]


def regrown(own: OwnTab, told: Remembered | None = None) -> Regrown | None:
    """Find every row of ours again; ``None`` where too few are, or more is gone than the keys.

    ``told`` is what is remembered of its rows, by default what the tab's metadata says.
    """
    told = told or read_remembered(own.lines)
    bare = _bare(own)
    if bare is None or not told.fields:
        return None
    marks = _marks(bare, told)
    lines = [mark for mark in told.marks if mark.kind is Kind.LINE and mark.words]
    found = [mark for mark in marks.values() if mark in lines]
    if 2 * len(found) < len(lines) or HEADING_ROW not in {mark.name for mark in marks.values()}:
        return None
    top = next(row for row, mark in marks.items() if mark.name == FIELDS_ROW)
    marks[top] = Mark(Kind.FIELDS, report=own.report)
    keys = {row: mark.text for row, mark in marks.items()}
    whole = _with_keys(own, keys)
    standing = read_standing(whole)
    return Regrown(whole, standing, tuple(_requests(own, keys))) if standing else None


def _bare(own: OwnTab) -> Standing | None:
    """What is left of the skeleton: the row of field names."""
    height = max(own.row_count, own.grid.height)
    fields = [
        tuple(read_field(own.grid.at(row + 1, col + 1)) for col in range(own.column_count))
        for row in range(own.grid.height)
    ]
    named = next((row for row in fields if sum(map(bool, row)) > 1), None)
    if named is None or find_corner(own.grid.rows):
        return None
    return Standing(own.grid, (None,) * height, named, -1)


def _marks(bare: Standing, told: Remembered) -> dict[int, Mark]:
    """Each row that is known again, with its mark."""
    said: dict[str, list[int]] = {}
    for row in range(bare.grid.height):
        said.setdefault(words_at(bare, row, told.fields), []).append(row)
    found = {
        said[mark.words][0]: mark
        for mark in told.marks
        if mark.words and len(said.get(mark.words, ())) == 1
    }
    for name, row in _by_their_nature(bare, found):
        mark = next((mark for mark in told.marks if mark.name == name), None)
        if mark or name == FIELDS_ROW:
            found[row] = mark or Mark(Kind.FIELDS)
    _blank_ones(bare, told, found)
    return found


def _by_their_nature(bare: Standing, found: Mapping[int, Mark]) -> Iterator[tuple[Name, int]]:
    """The rows that no text of theirs tells: field names, stamp, and headings, which people reword
    but which alone have texts above figures.
    """
    cols = list(bare.cols.values())
    texts: dict[int, int] = {}
    for row in range(bare.grid.height):
        cells = [value for col in cols if isinstance(value := bare.value(row, col), str) and value]
        if sum(read_field(cell) is not None for cell in cells) > 1:
            yield FIELDS_ROW, row
        elif any(cell.startswith(STAMPED) for cell in cells):
            yield STAMP, row
        elif row not in found:
            texts[row] = len(cells)
    most = max(texts.values(), default=0)
    if 2 * most > len(cols):
        yield HEADING_ROW, next(row for row, count in texts.items() if count == most)


def _blank_ones(bare: Standing, told: Remembered, found: dict[int, Mark]) -> None:
    """Spacers: blank rows behind the row that they stood behind."""
    places = {mark.name: row for row, mark in found.items()}
    before: int | None = None
    for mark in told.marks:
        if mark.name not in places and before is not None and mark.kind is Kind.LINE:
            blank = not any(bare.value(before + 1, col) for col in range(len(bare.fields)))
            if not mark.words and blank and before + 1 not in found:
                places[mark.name] = before + 1
                found[before + 1] = mark
        before = places.get(mark.name)


def _with_keys(own: OwnTab, keys: Mapping[int, str]) -> OwnTab:
    height = max(own.grid.height, *(row + 1 for row in keys))
    rows = [
        [keys.get(row), *(own.grid.rows[row] if row < own.grid.height else ())]
        for row in range(height)
    ]
    grid = Grid(own.grid.tab, rows, own.grid.book, own.grid.sheet_id)
    guarded = (replace(each, left=each.left + 1, right=each.right + 1) for each in own.protections)
    return replace(
        own,
        grid=grid,
        column_count=own.column_count + 1,
        protections=tuple(guarded),
        notes={(row, col + 1): note for (row, col), note in own.notes.items()},
    )


def _requests(own: OwnTab, keys: Mapping[int, str]) -> Iterator[Request]:
    sheet = own.grid.sheet_id
    yield insert(sheet, "COLUMNS", 0, 1, own.column_count)
    cells: dict[Place, dict[str, object]] = {
        (row, 0): {"userEnteredValue": typed(text)} for row, text in keys.items()
    }
    yield from update_cells(sheet, cells, "userEnteredValue")
    yield size(sheet, "COLUMNS", 0, 1, hiddenByUser=True)
