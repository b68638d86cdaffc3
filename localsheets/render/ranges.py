"""Ranges as people write them, found on a spreadsheet; their refusals in Google's words."""

from __future__ import annotations

from localsheets.state.book import Book, exceeds
from localsheets.state.sheet import Sheet
from localsheets.wire import a1
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import ApiError, bad
from localsheets.wire.ranges import rect_of


def resolve(book: Book, text: str) -> tuple[Sheet, Rect]:
    """The tab and the block (its open sides still open) that a range means.

    A bare word is a block of the first visible tab, else a named range, else a tab's title.

    Raises:
        ApiError: 400 ``Unable to parse range: X`` or ``Range (X) exceeds grid limits...``.
    """
    sheet, rect = _find(book, text)
    if rect.top >= sheet.row_count or rect.left >= sheet.column_count:
        raise exceeds(sheet, rect)
    return sheet, rect


def resolve_closed(book: Book, text: str) -> tuple[Sheet, Rect]:
    """The same, clamped to the grid."""
    sheet, rect = resolve(book, text)
    return sheet, rect.clamp(sheet.row_count, sheet.column_count)


def _find(book: Book, text: str) -> tuple[Sheet, Rect]:
    tab, block = a1.split_tab(text)
    if tab is None:
        return _bare(book, text)
    sheet = book.titled(tab)
    if sheet is None:
        raise unparsable(text)
    if not block:
        if text.endswith("!"):
            raise unparsable(text)
        return sheet, sheet.bounds
    rect = a1.parse_block(block)
    if rect is not None:
        return sheet, rect
    named = _named(book, block)
    if named is None or named[0] is not sheet:
        raise unparsable(text)
    return named


def _bare(book: Book, text: str) -> tuple[Sheet, Rect]:
    rect = a1.parse_block(text)
    if rect is not None:
        return book.first_visible, rect
    named = _named(book, text)
    if named is not None:
        return named
    sheet = book.titled(text)
    if sheet is None:
        raise unparsable(text)
    return sheet, sheet.bounds


def _named(book: Book, name: str) -> tuple[Sheet, Rect] | None:
    for item in book.named:
        if item["name"].casefold() == name.casefold():
            return book.sheet(item["range"].get("sheetId", 0)), rect_of(item["range"])
    return None


def unparsable(text: str) -> ApiError:
    """Google's words for a range that means nothing."""
    return bad(f"Unable to parse range: {text}")
