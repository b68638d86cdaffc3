"""A tab as if our astray write had never been: the copy of before, with what people did since.

From there the report is planned as ever; the requests first bring the tab back to that state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from model.grid import OwnTab, Scalar
from sheets.attic.copies import Write
from sheets.attic.draft import Draft, Id
from sheets.attic.harm import as_own
from sheets.attic.known import pairs
from sheets.attic.merging import Merge, identified
from sheets.attic.seen import Seen
from sheets.attic.shifts import followed
from sheets.planning.marks import FIELDS_ROW, Name
from sheets.planning.remembered import read_remembered
from sheets.planning.sequence import Item, edits
from sheets.planning.standing import read_standing
from sheets.planning.values import typed
from sheets.planning.wire import Place, Request, insert, size, update_cells

_PEOPLES = "userEnteredValue,userEnteredFormat,note,dataValidation"


@dataclass(frozen=True, slots=True)
class Mended:
    """The state that a tab is brought back to, and how."""

    own: OwnTab
    requests: tuple[Request, ...]


def mended(writes: Sequence[Write], own: OwnTab, wanted: Sequence[Name] = ()) -> Mended:
    """Work out a tab that ``writes`` left astray and that stands as ``own`` now.

    ``wanted`` are the report's rows in their order: so stand lines that only the writes put in.
    """
    first = writes[0]
    draft = Draft.of(first.before, Seen.of(as_own(first.before, first.told)), wanted)
    now = Now(own)
    for number, write in enumerate(writes):
        later = writes[number + 1] if number + 1 < len(writes) else None
        then = own if later is None else as_own(later.before, later.told)
        now = _merged(draft, write, then) or Now(own)
    base = as_own(first.before, first.told)
    state = replace(
        base,
        grid=draft.grid(own.grid),
        row_count=len(draft.rows),
        column_count=len(draft.cols),
        charts=own.charts,
        protections=tuple(replace(each, top=-1) for each in own.protections),  # set again
        grouped=own.grouped,
    )
    grown = now.own.column_count - own.column_count
    back = [insert(own.grid.sheet_id, "COLUMNS", 0, 1, own.column_count)] if grown else []
    return Mended(state, (*back, *_arranged(draft, now), *_whole(state, draft)))


@dataclass(frozen=True, slots=True)
class Now:
    """A tab, its key column put back where that was gone, and what each row and column of it is in
    the draft.
    """

    own: OwnTab
    rows: Sequence[Id | None] = ()
    cols: Sequence[Id | None] = ()


def _merged(draft: Draft, write: Write, then: OwnTab) -> Now | None:
    """Bring in what people did after a write.

    ``None`` where somebody deleted the copy that the write ended with.
    """
    if write.after is None:
        return None
    left = Seen.as_left(as_own(write.after, write.told))
    right = left.later(then, read_remembered(then.lines).fields)
    if write.told.number == 1 and not write.told.cut:
        rows = followed(write.told.shifts, "R", write.before.row_count)
        cols = followed(write.told.shifts, "C", write.before.column_count)
        if len(left.fields) > write.after.column_count:  # its key column is not in the copy
            cols = [None, *cols]
    else:
        cols = _alike(draft.cols, pairs(left.columns(), draft.column_strips()))
        _, across = identified(draft, left, (), cols)
        rows = _alike(draft.rows, pairs(left.rows(across), draft.row_strips()))
    merge = Merge(draft, left, write.after, right, *identified(draft, left, rows, cols))
    return Now(right.own, *merge.run())


def _alike(ids: Sequence[Id], known: Mapping[int, int]) -> list[Id | None]:
    return [
        ids[known[place]] if place in known else None for place in range(max(known, default=-1) + 1)
    ]


def _arranged(draft: Draft, now: Now) -> Iterator[Request]:
    """Move, delete and insert rows and columns, so that heights, folding and formulas that point
    here go with them; where nothing is known again, all of it is just written.
    """
    sheet = now.own.grid.sheet_id
    yield _sized(sheet, frozenRowCount=0, frozenColumnCount=0)
    if set(now.rows) & set(draft.rows) and set(now.cols) & set(draft.cols):
        yield from edits(sheet, "COLUMNS", now.own.column_count, _items(draft.cols, now.cols))
        yield from edits(sheet, "ROWS", now.own.row_count, _items(draft.rows, now.rows))
    yield _sized(sheet, rowCount=len(draft.rows), columnCount=len(draft.cols))


def _items(ids: Sequence[Id], now: Sequence[Id | None]) -> list[Item[Id]]:
    places: dict[Id, int] = {}
    for place, ident in enumerate(now):
        if ident is not None:
            places.setdefault(ident, place)
    return [Item(ident, places.get(ident)) for ident in ids]


def _whole(state: OwnTab, draft: Draft) -> Iterator[Request]:
    """Write the whole state: whatever stands in the tab by then, this stands there afterwards."""
    sheet = state.grid.sheet_id
    every: dict[Place, dict[str, Any]] = {
        (row, col): _entered(state.grid.at(row + 1, col + 1))
        for row in range(state.row_count)
        for col in range(state.column_count)
    }
    yield from update_cells(sheet, every, "userEnteredValue")
    yield from update_cells(sheet, _peoples(draft), _PEOPLES)
    standing = read_standing(state)
    if standing:
        top = standing.rows[FIELDS_ROW]
        yield size(sheet, "ROWS", top, top + 1, hiddenByUser=True)
        yield size(sheet, "COLUMNS", standing.key_col, standing.key_col + 1, hiddenByUser=True)


def _peoples(draft: Draft) -> dict[Place, dict[str, Any]]:
    """People's cells with their formulas, looks and notes, where the copy was read with them."""
    found: dict[Place, dict[str, Any]] = {}
    for row, at in enumerate(draft.rows):
        for col, across in enumerate(draft.cols):
            cell = draft.first.cells.get((at + 1, across + 1))
            theirs = at not in draft.names or draft.is_free(across)
            if cell and theirs and (at, across) not in draft.edited:
                found[row, col] = dict(cell)
    return found


def _sized(sheet: int, **grid: int) -> Request:
    made: dict[str, Any] = {"sheetId": sheet, "gridProperties": grid}
    fields = ",".join(f"gridProperties.{name}" for name in grid)
    return {"updateSheetProperties": {"properties": made, "fields": fields}}


def _entered(value: Scalar) -> dict[str, Any]:
    extended = typed(value)
    return {"userEnteredValue": extended} if extended else {}
