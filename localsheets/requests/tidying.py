"""What tidies data in place: trimWhitespace, deleteDuplicates, randomizeRange."""

from __future__ import annotations

import random
import re
from typing import Any

from localsheets.requests.common import located, span_of
from localsheets.requests.rows import check_whole_rows, rearrange
from localsheets.state.book import Book
from localsheets.state.cell import CellError, Value
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad

Json = dict[str, Any]

_SPACES = re.compile(r"\s+")


def trim_whitespace(book: Book, request: Json) -> Json:
    """Trim texts and leave one space where there are several; what begins with "=" stays text."""
    sheet, rect = located(book, request.get("range"))
    count = 0
    for row, column, cell in list(sheet.cells(rect)):
        if cell.formula is None and isinstance(cell.value, str):
            trimmed = _SPACES.sub(" ", cell.value).strip()
            if trimmed != cell.value:
                book.put(sheet, row, column, cell.but(value=trimmed or None, runs=()))
                count += 1
    return {"cellsChangedCount": count} if count else {}


def delete_duplicates(book: Book, request: Json) -> Json:
    """Keep the first of rows that are alike; the rest of the range moves up within it."""
    sheet, rect = located(book, request.get("range"))
    check_whole_rows(sheet, rect)
    columns = _compared(book, sheet, rect, request.get("comparisonColumns", []))
    seen: set[tuple[tuple[str, str | float], ...]] = set()
    kept: list[int] = []
    for row in range(rect.top, rect.bottom or 0):
        key = tuple(_alike(sheet.at(row, column).value) for column in columns)
        if key not in seen:
            seen.add(key)
            kept.append(row)
    count = rect.height - len(kept)
    if not count:
        return {}
    rearrange(book, sheet, rect, [*kept, *[None] * count])
    return {"duplicatesRemovedCount": count}


def _compared(book: Book, sheet: Sheet, rect: Rect, given: list[Json]) -> list[int]:
    found: list[int] = []
    for part in given:
        own, rows, start, end = span_of(book, part, "comparisonColumns")
        if own is not sheet or rows or start < rect.left or end > (rect.right or 0):
            raise bad("comparisonColumns must be columns of the range.")
        found.extend(range(start, end))
    return found or list(range(rect.left, rect.right or 0))


def _alike(value: Value) -> tuple[str, str | float]:
    """A value as duplicates are told: upper and lower case are alike, a number is its value."""
    if value is None or value == "":
        return "blank", ""
    if isinstance(value, CellError):
        return "error", value.type
    if isinstance(value, bool):
        return "bool", float(value)
    return ("text", value.casefold()) if isinstance(value, str) else ("number", float(value))


def randomize_range(book: Book, request: Json) -> None:
    """Shuffle the rows of a range."""
    sheet, rect = located(book, request.get("range"))
    check_whole_rows(sheet, rect)
    order = list(range(rect.top, rect.bottom or 0))
    random.SystemRandom().shuffle(order)
    rearrange(book, sheet, rect, list(order))


HANDLERS = {
    "trimWhitespace": trim_whitespace,
    "deleteDuplicates": delete_duplicates,
    "randomizeRange": randomize_range,
}
