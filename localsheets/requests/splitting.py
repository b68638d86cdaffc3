"""textToColumns: a column of text parted at a delimiter."""

from __future__ import annotations

from typing import Any

from localsheets.formats.delimited import split_line
from localsheets.requests.common import located
from localsheets.requests.typed import typed
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import bad

Json = dict[str, Any]

DELIMITERS = {"COMMA": ",", "SEMICOLON": ";", "PERIOD": ".", "SPACE": " "}


def text_to_columns(book: Book, request: Json) -> None:
    """Write the parts of each text beside each other, as if typed; the grid grows as needed."""
    sheet, rect = located(book, request.get("source"), "source")
    if rect.width != 1:
        raise bad("source must span exactly one column.")
    texts = [(row, cell) for row, _, cell in sheet.cells(rect) if _is_text(cell)]
    delimiter = _delimiter(request, [str(cell.value) for _, cell in texts])
    if delimiter is None:
        return
    parted = [(row, split_line(str(cell.value), delimiter)) for row, cell in texts]
    widest = max((len(parts) for _, parts in parted), default=0)
    sheet.grow(0, rect.left + widest)
    book.check_size()
    for row, parts in parted:
        _write(book, sheet, row, rect.left, parts)


def _is_text(cell: Cell) -> bool:
    return cell.formula is None and isinstance(cell.value, str)


def _write(book: Book, sheet: Sheet, row: int, left: int, parts: list[str]) -> None:
    if len(parts) > 1:
        for column, part in enumerate(parts, left):
            book.put(sheet, row, column, typed(book, sheet.at(row, column), part))


def _delimiter(request: Json, texts: list[str]) -> str | None:
    kind = request.get("delimiterType")
    if kind == "AUTODETECT":
        return _detected(texts)
    if kind == "CUSTOM":
        if not request.get("delimiter"):
            raise bad("delimiter must be specified when delimiterType is CUSTOM.")
        return str(request["delimiter"])
    if kind not in DELIMITERS:
        raise bad("No delimiterType specified.")
    if request.get("delimiter"):
        raise bad("delimiter can only be specified when delimiterType is CUSTOM.")
    return DELIMITERS[kind]


def _detected(texts: list[str]) -> str | None:
    """The delimiter that parts most of the texts, of equal ones the first; perhaps none."""
    counts = {mark: sum(mark in text.strip() for text in texts) for mark in DELIMITERS.values()}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else None


HANDLERS = {"textToColumns": text_to_columns}
