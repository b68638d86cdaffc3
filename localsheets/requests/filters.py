"""The basic filter of a tab: set, clear."""

from __future__ import annotations

from typing import Any

from localsheets.requests.backing import backed
from localsheets.requests.criteria import apply, both_spellings, show_all
from localsheets.state.book import Book
from localsheets.wire.errors import bad

Json = dict[str, Any]


def set_filter(book: Book, request: Json) -> None:
    """Put the filter on a range or a table: rows are sorted, and hidden, as it says."""
    given = request.get("filter", {})
    if not {"range", "tableId"} & given.keys():
        raise bad("filter.range must be specified.")
    sheet, rect, place = backed(book, given, ("range", "tableId"), "filter")
    answer = both_spellings(book, sheet, rect, given)
    apply(book, sheet, rect, answer)
    sheet.basic_filter = {**place, **answer}
    sheet.touched = True


def clear_filter(book: Book, request: Json) -> None:
    """Take the filter off a tab, if there is one, and show what it hid."""
    sheet = book.sheet(request.get("sheetId", 0))
    sheet.basic_filter = None
    show_all(sheet)
    sheet.touched = True


HANDLERS = {"setBasicFilter": set_filter, "clearBasicFilter": clear_filter}
