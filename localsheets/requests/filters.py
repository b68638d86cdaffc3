"""The basic filter of a tab: set, clear."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import closed_range
from localsheets.state.book import Book
from localsheets.wire.errors import bad, not_implemented

Json = dict[str, Any]


def set_filter(book: Book, request: Json) -> None:
    """Put the filter on a range. Filters that would hide or sort rows are refused."""
    given = request.get("filter", {})
    if "range" not in given:
        raise bad("filter.range must be specified.")
    hiding = [name for name in ("criteria", "filterSpecs", "sortSpecs") if given.get(name)]
    if hiding:
        raise not_implemented(f"BasicFilter.{hiding[0]}")
    sheet = book.sheet(given["range"].get("sheetId", 0))
    sheet.basic_filter = {**given, "range": closed_range(book, given["range"])}
    sheet.touched = True


def clear_filter(book: Book, request: Json) -> None:
    """Take the filter off a tab, if there is one."""
    sheet = book.sheet(request.get("sheetId", 0))
    sheet.basic_filter = None
    sheet.touched = True


HANDLERS = {"setBasicFilter": set_filter, "clearBasicFilter": clear_filter}
