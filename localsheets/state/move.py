"""Rows and columns that are inserted, deleted or moved, with everything that lies on them.

Formulas follow later, in :func:`settle`: a batch may insert hundreds of rows, and each formula is
then rewritten once.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any, TypeVar

from localsheets.formulas import references
from localsheets.state import parts, tables
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Delete, Insert, MoveTo, Several, Shift

Json = dict[str, Any]
T = TypeVar("T")


def move(book: Book, sheet: Sheet, shift: Insert | Delete | MoveTo) -> None:
    """Apply a shift to a tab: cells, sizes, everything on it. Formulas follow in :func:`settle`."""
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
    for (sheet_id, title, _), steps in groupby(pending, key=lambda p: (p[0], p[1], p[2].rows)):
        shifts = tuple(shift for _, _, shift in steps)
        _follow_formulas(book, sheet_id, title, Several(shifts[0].rows, shifts))


def _follow_formulas(book: Book, sheet_id: int, title: str, shift: Shift) -> None:
    for other in book.sheets:
        on_tab = other.id == sheet_id
        for row, column, cell in other.formula_cells():
            formula = cell.formula or ""
            text, resized = references.follow(formula, on_tab, title, shift)
            if text != formula:
                other.put(row, column, cell.but(formula=text))
            if resized:
                book.changes.add(other.id, row, column)
