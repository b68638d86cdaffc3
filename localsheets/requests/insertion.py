"""insertRange and deleteRange: cells that come and go within a band, the rest of the tab stays.

What was measured on live Google by others: only the band shifts; a range that starts past the grid
is refused, one that runs past it is clipped; the grid grows only for what is pushed past its edge.
"""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import located
from localsheets.requests.validation import validated
from localsheets.state import tables
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.move import slide
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Band, Delete, Insert
from localsheets.wire.errors import bad

Json = dict[str, Any]


def insert_range(book: Book, request: Json) -> None:
    """Insert empty cells, which look like those that they push down or to the right."""
    sheet, rect = located(book, request.get("range"))
    rows = _rows(request)
    start, count = (rect.top, rect.height) if rows else (rect.left, rect.width)
    band = _band(rect, rows, Insert(rows, start, count))
    tables.check_band(sheet, rect, rows=rows, deleting=False)
    _check_merges(sheet, band)
    looks = [(row, column, cell) for row, column, cell in sheet.cells(_first_line(rect, rows))]
    slide(book, sheet, band)
    book.check_size()
    for row, column, cell in looks:
        for step in range(count):
            place = (row + step, column) if rows else (row, column + step)
            book.put(sheet, *place, validated(Cell(format=cell.format), cell.validation))


def delete_range(book: Book, request: Json) -> None:
    """Delete cells; those below, or to the right, take their place."""
    sheet, rect = located(book, request.get("range"))
    rows = _rows(request)
    start, end = (rect.top, rect.bottom) if rows else (rect.left, rect.right)
    band = _band(rect, rows, Delete(rows, start, end or 0))
    tables.check_band(sheet, rect, rows=rows, deleting=True)
    _check_merges(sheet, band)
    slide(book, sheet, band)


def _rows(request: Json) -> bool:
    dimension = request.get("shiftDimension")
    if dimension not in ("ROWS", "COLUMNS"):
        raise bad("No shiftDimension specified.")
    return bool(dimension == "ROWS")


def _band(rect: Rect, rows: bool, step: Insert | Delete) -> Band:
    low, high = (rect.left, rect.right) if rows else (rect.top, rect.bottom)
    return Band(rows, step, low, high or 0)


def _first_line(rect: Rect, rows: bool) -> Rect:
    if rows:
        return Rect(rect.top, rect.left, rect.top + 1, rect.right)
    return Rect(rect.top, rect.left, rect.bottom, rect.left + 1)


def _check_merges(sheet: Sheet, band: Band) -> None:
    if any(band.disturbs(merge) for merge in sheet.merges):
        raise bad("You can't insert or delete cells over part of a merged range.")


HANDLERS = {"insertRange": insert_range, "deleteRange": delete_range}
