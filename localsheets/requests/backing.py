"""What lies on a range, on a named range or on a table, whichever is named."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import located
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import ApiError, bad
from localsheets.wire.ranges import grid_range

Json = dict[str, Any]


def backed(
    book: Book, given: Json, names: tuple[str, ...], field: str, *, closed: bool = True
) -> tuple[Sheet, Rect, Json]:
    """Where something lies: its tab, its block, and the fields that say so, its range among them.

    ``names`` are those of range, namedRangeId and tableId that may say it; only one may.
    An open side of a range is closed, unless ``closed`` is False.
    """
    chosen = [name for name in names if name in given]
    if len(chosen) > 1:
        raise bad(f"Only one of {', '.join(names)} may be set.")
    if chosen == ["namedRangeId"]:
        place = _named(book, given["namedRangeId"])["range"]
    elif chosen == ["tableId"]:
        place = find_table(book, given["tableId"])[1]["range"]
    else:
        place = given.get("range")
    sheet, rect = located(book, place, f"{field}.range")
    own = {name: given[name] for name in chosen if name != "range"}
    return sheet, rect, {**own, "range": grid_range(sheet.id, rect) if closed else place}


def _named(book: Book, number: str) -> Json:
    for item in book.named:
        if item["namedRangeId"] == number:
            return item
    raise bad(f"No named range with id: {number}")


def find_table(book: Book, number: str) -> tuple[Sheet, Json]:
    """A table by its id, and the tab that it is on."""
    for sheet in book.sheets:
        for table in sheet.tables:
            if table["tableId"] == number:
                return sheet, table
    raise no_table(number)


def no_table(number: str) -> ApiError:
    """The refusal of a table's id that no tab holds."""
    return bad(f"No table with id: {number}")
