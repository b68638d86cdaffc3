"""Rows and columns that are inserted, deleted or moved, with everything that lies on them.

Formulas follow later, in :func:`settle`: a batch may insert hundreds of rows, and each formula is
then rewritten once.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any, TypeVar

from localsheets.state import locks, parts, tables
from localsheets.state.book import Book
from localsheets.state.cell import EMPTY
from localsheets.state.follow import follow_shifts
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Band, Delete, Insert, MoveTo, Shift
from localsheets.wire.ranges import grid_range, rect_of

Json = dict[str, Any]
T = TypeVar("T")


def move(book: Book, sheet: Sheet, shift: Insert | Delete | MoveTo) -> None:
    """Apply a shift to a tab: cells, sizes, everything on it. Formulas follow in :func:`settle`."""
    locks.check_shift(sheet, shift)
    tables.check_shift(sheet, shift)
    sheet.move_cells(shift)
    if shift.rows:
        sheet.row_meta = _moved_keys(sheet.row_meta, shift)
    else:
        sheet.col_meta = _moved_keys(sheet.col_meta, shift)
    _resize(sheet, shift)
    _move_parts(book, sheet, shift)
    book.changes.shift(sheet.id, shift)
    if isinstance(shift, Insert) and not shift.rows:
        tables.head_columns(book, sheet)
    book.pending.append((sheet.id, sheet.title, shift))
    sheet.touched = True


def slide(book: Book, sheet: Sheet, band: Band) -> None:
    """Insert or delete cells: those of a band alone move, and what lies wholly within it.

    The grid grows only as far as cells are pushed past its edge, and never shrinks.
    """
    locks.check_shift(sheet, band)
    moving = list(sheet.cells(band.moving))
    for row, column, _ in moving:
        sheet.put(row, column, EMPTY)
    for row, column, cell in moving:
        place = band.rect(Rect(row, column, row + 1, column + 1))
        if place is not None:
            sheet.put(place.top, place.left, cell)
    sheet.grow(*sheet.extent())
    for rule_sheet in book.sheets:
        rules = [_parted(rule, sheet.id, band) for rule in rule_sheet.conditional]
        rule_sheet.conditional = rules
    _move_parts(book, sheet, band)
    book.changes.shift(sheet.id, band)
    book.pending.append((sheet.id, sheet.title, band))
    sheet.touched = True


def _parted(rule: Json, sheet_id: int, band: Band) -> Json:
    """A conditional format whose ranges a band cuts, with the cut part as a range of its own."""
    ranges: list[Json] = []
    for part in rule["ranges"]:
        rect = rect_of(part)
        inside = rect.common(band.whole)
        if part.get("sheetId", 0) != sheet_id or not band.disturbs(rect) or inside is None:
            ranges.append(part)
        else:
            pieces = [*rect.without(band.whole), inside]
            ranges.extend(grid_range(sheet_id, piece) for piece in pieces)
    return {**rule, "ranges": ranges}


def _moved_keys(items: dict[int, T], shift: Shift) -> dict[int, T]:
    moved = ((shift.point(key), item) for key, item in items.items())
    return {key: item for key, item in moved if key is not None}


def _resize(sheet: Sheet, shift: Shift) -> None:
    count, frozen = ("rowCount", "frozenRowCount")
    if not shift.rows:
        count, frozen = ("columnCount", "frozenColumnCount")
    grid = dict(sheet.grid)
    if isinstance(shift, Insert):
        grid[count] += shift.count
        if shift.start < grid.get(frozen, 0):
            grid[frozen] += shift.count
    elif isinstance(shift, Delete):
        grid[count] -= shift.end - shift.start
        kept = shift.span(0, grid.get(frozen, 0))
        grid[frozen] = kept[1] if kept else 0
    sheet.properties = {
        **sheet.properties,
        "gridProperties": {name: size for name, size in grid.items() if size},
    }


def _move_parts(book: Book, sheet: Sheet, shift: Shift) -> None:
    """Merges, everything in :data:`parts.KINDS`, named ranges and metadata: all follow."""
    sheet.merges = [r for rect in sheet.merges if (r := shift.rect(rect)) and _is_merge(r)]
    parts.follow(book.sheets, sheet, shift)
    book.named = parts.followed("NamedRange", book.named, sheet.id, shift)
    book.metadata = parts.followed("DeveloperMetadata", book.metadata, sheet.id, shift)


def _is_merge(rect: Rect) -> bool:
    return rect.height > 1 or rect.width > 1


def settle(book: Book) -> None:
    """Let the formulas of every tab follow the shifts that were made since the last time."""
    pending, book.pending = book.pending, []
    for (sheet_id, title), steps in groupby(pending, key=lambda step: step[:2]):
        follow_shifts(book, sheet_id, title, [shift for _, _, shift in steps])
