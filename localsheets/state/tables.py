"""Tables: their header cells, and what rows and columns that move may do to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Delete, Shift
from localsheets.wire.columns import numbered
from localsheets.wire.errors import bad
from localsheets.wire.ranges import grid_range, rect_of

Json = dict[str, Any]

PART = "You cannot insert or delete cells over part of a table."


def rect(table: Json) -> Rect:
    """A table's block, its header row included."""
    return rect_of(table["range"])


def check_shift(sheet: Sheet, shift: Shift) -> None:
    """Refuse to delete rows that hold a table's header and not all of it."""
    if not (shift.rows and isinstance(shift, Delete)):
        return
    for table in sheet.tables:
        block = rect(table)
        if shift.start <= block.top < shift.end < (block.bottom or 0):
            raise bad(PART)


def check_band(sheet: Sheet, band: Rect, *, rows: bool, deleting: bool) -> None:
    """Refuse to insert or delete the cells of ``band`` where that would cut a table.

    Cells from the band on, downwards (``rows``) or to the right, shift. A table that they reach has
    to lie within the band's breadth; a header cannot be deleted without its rows.
    """
    for table in sheet.tables:
        block = rect(table)
        if rows:
            moving = Rect(band.top, band.left, None, band.right)
            whole = band.left <= block.left and (block.right or 0) <= (band.right or 0)
        else:
            moving = Rect(band.top, band.left, band.bottom, None)
            whole = band.top <= block.top and (block.bottom or 0) <= (band.bottom or 0)
        if not moving.meets(block):
            continue
        header = deleting and rows and band.top <= block.top < (band.bottom or 0)
        if not whole or (header and (band.bottom or 0) < (block.bottom or 0)):
            raise bad(PART)


def head_columns(book: Book, sheet: Sheet) -> None:
    """Write the names of columns into header cells that are empty, as of a column just inserted."""
    for table in sheet.tables:
        block = rect(table)
        for column in table.get("columnProperties", []):
            place = block.left + column.get("columnIndex", 0)
            cell = sheet.at(block.top, place)
            if not cell.filled:
                book.put(sheet, block.top, place, cell.but(value=column["columnName"]))


def grow(book: Book, sheet: Sheet, *, rows: bool, at: int, count: int) -> None:
    """Let tables that end at ``at`` take in rows or columns that were inserted there and look like
    the ones before (``inheritFromBefore``)."""
    grown: list[Json] = []
    for table in sheet.tables:
        block = rect(table)
        if (block.bottom if rows else block.right) == at:
            bottom = (block.bottom or 0) + (count if rows else 0)
            right = (block.right or 0) + (0 if rows else count)
            table = _resized(
                table, grid_range(sheet.id, Rect(block.top, block.left, bottom, right))
            )
        grown.append(table)
    sheet.tables = grown
    head_columns(book, sheet)


def _resized(table: Json, place: Json) -> Json:
    width = rect_of(place).width
    columns = list(table.get("columnProperties", []))[:width]
    columns += [numbered(number, None) for number in range(len(columns), width)]
    return {**table, "range": place, "columnProperties": columns}


def meeting(sheet: Sheet, block: Rect) -> Iterator[Json]:
    """The tables that share a cell with a block."""
    return (table for table in sheet.tables if rect(table).meets(block))
