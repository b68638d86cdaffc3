"""A tab as if our astray write had never been: the copy of before, with what people did since.

From there the report is planned as ever; the requests first bring the tab back to that state.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from model.grid import Grid, Kept, OwnTab, Scalar
from sheets.attic.copies import Write
from sheets.attic.edits import Edits, Origin, OwnRow, edits
from sheets.attic.harm import as_own
from sheets.attic.shifts import Shift, followed, undone
from sheets.planning.marks import FIELDS_ROW, HEADING_ROW, Name
from sheets.planning.standing import Standing, read_standing
from sheets.planning.values import typed
from sheets.planning.wire import Place, Request, insert, size, update_cells

_PEOPLES = "userEnteredValue,userEnteredFormat,note,dataValidation"


@dataclass(frozen=True, slots=True)
class Mended:
    """The state that a tab is brought back to, and how."""

    own: OwnTab
    requests: tuple[Request, ...]
    shifts: tuple[Shift, ...]
    """Rows that stand in it and did not in the copy of before."""
    beside: Mapping[tuple[Name, int], Scalar]
    """Words typed at lines that the astray write put in, by line and column: to be written again
    once the plan has put those lines in."""


def mended(writes: Sequence[Write], own: OwnTab, wanted: Collection[Name]) -> Mended:
    """Work out a tab that ``writes`` left astray and that stands as ``own`` now.

    ``wanted`` are the lines that the report has: words at others get a row of their own.
    """
    first = writes[0].before
    base = as_own(first, writes[0].told)
    standing = read_standing(base)
    cells, beside, rows = _gathered(list(_done(writes, own.grid, first)), first, standing, wanted)
    grid, places = _with_rows(_with_cells(base.grid, cells), rows)
    shifts = tuple(("R", "+", place, place + 1) for place in places)
    state = replace(
        base,
        grid=replace(grid, tab=own.grid.tab, sheet_id=own.grid.sheet_id),
        row_count=max(base.row_count + len(rows), grid.height),
        column_count=max(base.column_count, grid.width),
        charts=own.charts,
        protections=own.protections,
    )
    requests = (*_back(writes, own), *_whole(state, first, cells, places))
    return Mended(state, requests, shifts, beside)


def _gathered(
    done: Sequence[Edits], first: Kept, standing: Standing | None, wanted: Collection[Name]
) -> tuple[dict[Place, Scalar], dict[tuple[Name, int], Scalar], list[OwnRow]]:
    """What people did in all, the last word last: cells, words beside new lines, rows of theirs."""
    cells: dict[Place, Scalar] = {}
    beside: dict[tuple[Name, int], Scalar] = {}
    rows: list[OwnRow] = []
    known = standing.rows if standing else {}
    for edits_ in done:
        told = edits_.cells.items()
        cells |= {at: value for at, value in told if _is_theirs(at, value, first, standing)}
        rows += [row for row in edits_.rows if row not in rows]
        for (name, col), value in edits_.beside.items():
            if standing and col not in standing.peoples_cols:
                continue
            if name in known and not first.grid.at(known[name] + 1, col + 1):
                cells[known[name], col] = value
            elif name in wanted and name not in known:
                beside[name, col] = value
            elif value not in (None, ""):
                line = edits_.lines.get(name, {})
                rows.append(OwnRow(first.grid.height - 1, {**line, col: value}))
    return cells, beside, rows


def _is_theirs(at: Place, value: Scalar, first: Kept, standing: Standing | None) -> bool:
    """Whether an edit counts: in a cell of people's, and no formula that only reads otherwise."""
    row, col = at
    mark = standing.marks[row] if standing and row < len(standing.marks) else None
    if mark and mark.name == HEADING_ROW:
        return isinstance(value, str)  # people word headings as they like
    if standing and mark and col not in standing.peoples_cols:
        return False
    entered = first.cells.get((row + 1, col + 1), {}).get("userEnteredValue", {})
    return "formulaValue" not in entered or (isinstance(value, str) and not value.startswith("#"))


def _done(writes: Sequence[Write], now: Grid, first: Kept) -> Iterator[Edits]:
    """What people did after each write: until the next one's copy of before, or until now."""
    for number, write in enumerate(writes):
        later = writes[number + 1].before.grid if number + 1 < len(writes) else now
        if write.after is None:  # somebody deleted that copy
            continue
        origin = Origin(
            followed(write.told.shifts, "R", first.row_count),
            followed(write.told.shifts, "C", first.column_count),
        )
        yield edits(write.after, later, origin)


def _with_cells(grid: Grid, cells: Mapping[Place, Scalar]) -> Grid:
    height = max([grid.height, *(row + 1 for row, _ in cells)])
    rows = [list(grid.rows[row]) if row < grid.height else [] for row in range(height)]
    for (row, col), value in cells.items():
        rows[row] += [None] * (col + 1 - len(rows[row]))
        rows[row][col] = value
    return replace(grid, rows=rows)


def _with_rows(grid: Grid, own: Sequence[OwnRow]) -> tuple[Grid, list[int]]:
    """Put people's new rows in; the grid, and where they stand in it, ascending."""
    rows: list[Sequence[Scalar]] = []
    places: list[int] = []
    for place in range(-1, grid.height):
        if place >= 0:
            rows.append(grid.rows[place])
        for row in own:
            if row.behind == place or (place == grid.height - 1 and row.behind > place):
                places.append(len(rows))
                rows.append([row.cells.get(col) for col in range(max(row.cells) + 1)])
    return replace(grid, rows=rows), places


def _back(writes: Sequence[Write], own: OwnTab) -> Iterator[Request]:
    """Undo the last write's inserting, deleting and moving, so that heights, folding and formulas
    that point here come back to their rows; left out where the tab has another size by now.
    """
    last = writes[-1]
    after = last.after
    if after and (after.row_count, after.column_count) == (own.row_count, own.column_count):
        yield _sized(own.grid.sheet_id, frozenRowCount=0, frozenColumnCount=0)
        yield from undone(own.grid.sheet_id, last.told.shifts, own.row_count, own.column_count)


def _whole(
    state: OwnTab, first: Kept, cells: Collection[Place], places: Sequence[int]
) -> Iterator[Request]:
    """Write the whole state: whatever stands in the tab by then, this stands there afterwards."""
    sheet = state.grid.sheet_id
    rows = state.row_count - len(places)
    yield _sized(
        sheet,
        rowCount=rows,
        columnCount=state.column_count,
        frozenRowCount=0,
        frozenColumnCount=0,
    )
    for number, place in enumerate(places):
        yield insert(sheet, "ROWS", place, place + 1, rows + number)
    every: dict[Place, dict[str, Any]] = {
        (row, col): _entered(state.grid.at(row + 1, col + 1))
        for row in range(state.row_count)
        for col in range(state.column_count)
    }
    yield from update_cells(sheet, every, "userEnteredValue")
    standing = read_standing(state)
    yield from update_cells(sheet, _peoples(state, standing, first, cells, places), _PEOPLES)
    if standing:
        top = standing.rows[FIELDS_ROW]
        yield size(sheet, "ROWS", top, top + 1, hiddenByUser=True)
        yield size(sheet, "COLUMNS", standing.key_col, standing.key_col + 1, hiddenByUser=True)


def _peoples(
    state: OwnTab,
    standing: Standing | None,
    first: Kept,
    cells: Collection[Place],
    places: Sequence[int],
) -> dict[Place, dict[str, Any]]:
    """People's cells with their formulas, looks and notes, where the copy was read with them."""
    people = set(standing.peoples_cols) if standing else set(range(state.column_count))
    marks = standing.marks if standing else ()
    added = set(places)
    found: dict[Place, dict[str, Any]] = {}
    before = 0
    for row in range(state.row_count):
        if row in added:
            continue
        theirs = row >= len(marks) or marks[row] is None
        for col in range(state.column_count):
            cell = first.cells.get((before + 1, col + 1))
            if cell and (theirs or col in people) and (before, col) not in cells:
                found[row, col] = dict(cell)
        before += 1
    return found


def _sized(sheet: int, **grid: int) -> Request:
    made: dict[str, Any] = {"sheetId": sheet, "gridProperties": grid}
    fields = ",".join(f"gridProperties.{name}" for name in grid)
    return {"updateSheetProperties": {"properties": made, "fields": fields}}


def _entered(value: Scalar) -> dict[str, Any]:
    extended = typed(value)
    return {"userEnteredValue": extended} if extended else {}
