"""findReplace: text found and replaced, in cells and on request in formulas.

A number is searched as it would be typed, a date as it is shown; what comes out is read as if
typed, so that "1,200 USD" without " USD" is a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import regex

from localsheets.formats import javaregex
from localsheets.requests.common import located
from localsheets.requests.typed import entry_text, typed
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire import deadline
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad

Json = dict[str, Any]


@dataclass(slots=True)
class Found:
    """What was replaced so far."""

    occurrences: int = 0
    values: int = 0
    formulas: int = 0
    rows: set[tuple[int, int]] = field(default_factory=set)
    sheets: set[int] = field(default_factory=set)

    def reply(self) -> Json:
        """A FindReplaceResponse; counts of zero are left out."""
        counts = {
            "valuesChanged": self.values,
            "formulasChanged": self.formulas,
            "rowsChanged": len(self.rows),
            "sheetsChanged": len(self.sheets),
            "occurrencesChanged": self.occurrences,
        }
        return {name: count for name, count in counts.items() if count}


def find_replace(book: Book, request: Json) -> Json:
    """Replace every occurrence in a range, a tab or all tabs; answers what was changed."""
    pattern = _pattern(request)
    replacement = _replacement(request, pattern)
    found = Found()
    for sheet, rect in _places(book, request):
        for row, column, cell in list(sheet.cells(rect)):
            formula = cell.formula is not None
            if (formula and not request.get("includeFormulas")) or not cell.filled:
                continue
            text, count = _replaced(pattern, replacement, entry_text(book, cell))
            if count:
                book.put(sheet, row, column, typed(book, cell, text))
                found.occurrences += count
                found.formulas += formula
                found.values += not formula
                found.rows.add((sheet.id, row))
                found.sheets.add(sheet.id)
    return found.reply()


def _replaced(pattern: regex.Pattern[str], replacement: str, text: str) -> tuple[str, int]:
    """A pattern may take for ever on an innocent text: it is given up when the call is late."""
    try:
        new, count = pattern.subn(replacement, text, timeout=deadline.left())
    except TimeoutError:
        raise deadline.too_late() from None
    return new, count


def _pattern(request: Json) -> regex.Pattern[str]:
    find = request.get("find", "")
    if not find:
        raise bad("find must not be empty.")
    text = javaregex.pattern(find) if request.get("searchByRegex") else re.escape(find)
    if request.get("matchEntireCell"):
        text = rf"\A(?:{text})\Z"
    try:
        return regex.compile(text, 0 if request.get("matchCase") else regex.IGNORECASE)
    except (regex.error, OverflowError, RecursionError) as error:
        raise bad(f"Invalid regular expression: {find}") from error


def _replacement(request: Json, pattern: regex.Pattern[str]) -> str:
    text: str = request.get("replacement", "")
    if not request.get("searchByRegex"):
        return text.replace("\\", r"\\")
    try:
        return javaregex.replacement(text, pattern)
    except ValueError as error:
        raise bad(f"Invalid replacement: {error}") from error


def _places(book: Book, request: Json) -> Iterator[tuple[Sheet, Rect | None]]:
    scopes = [name for name in ("range", "sheetId", "allSheets") if request.get(name) is not None]
    if len(scopes) != 1 or request.get("allSheets") is False:
        raise bad("Exactly one of range, sheetId and allSheets must be set.")
    if "range" in request:
        yield located(book, request["range"])
    elif "sheetId" in request:
        yield book.sheet(request["sheetId"]), None
    else:
        yield from ((sheet, None) for sheet in book.sheets)


HANDLERS = {"findReplace": find_replace}
