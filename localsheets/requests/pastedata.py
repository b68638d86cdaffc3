"""pasteData: delimited text or HTML put into a tab as if pasted; the grid grows as needed."""

from __future__ import annotations

from typing import Any

from localsheets.formats import delimited
from localsheets.formats.delimited import HtmlCell
from localsheets.requests.merges import merge
from localsheets.requests.typed import typed
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad
from localsheets.wire.ranges import grid_range

Json = dict[str, Any]
Cells = dict[tuple[int, int], HtmlCell]

WITH_VALUES = {"PASTE_NORMAL", "PASTE_VALUES", "PASTE_NO_BORDERS", "PASTE_FORMULA"}
WITH_LOOKS = {"PASTE_NORMAL", "PASTE_FORMAT", "PASTE_NO_BORDERS"}


def paste_data(book: Book, request: Json) -> None:
    """Paste from a coordinate on; text is read as if typed."""
    to = request.get("coordinate")
    if to is None:
        raise bad("coordinate must be specified.")
    sheet = book.sheet(to.get("sheetId", 0))
    top, left = to.get("rowIndex", 0), to.get("columnIndex", 0)
    if top < 0 or left < 0:
        raise bad("coordinate must not be negative.")
    cells = _read(request)
    bottom = max((row + cell.down for (row, _), cell in cells.items()), default=0)
    right = max((column + cell.right for (_, column), cell in cells.items()), default=0)
    sheet.grow(top + bottom, left + right)
    book.check_size()
    kind = request.get("type", "PASTE_NORMAL")
    for (down, across), cell in cells.items():
        _paste(book, sheet, (top + down, left + across), cell, kind)


def _read(request: Json) -> Cells:
    data = request.get("data", "")
    if request.get("html"):
        return delimited.html_cells(data)
    delimiter = request.get("delimiter")
    if not delimiter:
        raise bad("Either delimiter or html must be set.")
    return {
        (row, column): HtmlCell(text)
        for row, line in enumerate(delimited.rows(data, delimiter))
        for column, text in enumerate(line)
    }


def _paste(book: Book, sheet: Sheet, place: tuple[int, int], given: HtmlCell, kind: str) -> None:
    cell = sheet.at(*place)
    if kind in WITH_VALUES:
        cell = typed(book, cell, given.text)
    if kind in WITH_LOOKS and (given.bold or given.italic):
        look = {name: True for name in ("bold", "italic") if getattr(given, name)}
        text = {**(cell.format or {}).get("textFormat", {}), **look}
        cell = cell.but(format=book.formats.share({**(cell.format or {}), "textFormat": text}))
    book.put(sheet, *place, cell)
    if kind in WITH_LOOKS and (given.down > 1 or given.right > 1):
        row, column = place
        rect = Rect(row, column, row + given.down, column + given.right)
        merge(book, {"range": grid_range(sheet.id, rect), "mergeType": "MERGE_ALL"})


HANDLERS = {"pasteData": paste_data}
