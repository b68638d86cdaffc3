"""Banded ranges: add, update, delete."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import closed_range, find_part, located, take_id, updated
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import bad
from localsheets.wire.ranges import rect_of

Json = dict[str, Any]


def add(book: Book, request: Json) -> Json:
    """Band a range that no other band covers."""
    given = request.get("bandedRange", {})
    sheet, rect = located(book, given.get("range"), "bandedRange.range")
    if any(rect_of(band["range"]).meets(rect) for band in sheet.banded):
        raise bad("You cannot add alternating background colors to a range that already has them.")
    made = {
        "bandedRangeId": take_id(book, "bandedRangeId", given.get("bandedRangeId"), "Banded range"),
        **{name: part for name, part in given.items() if name != "bandedRangeId"},
        "range": closed_range(book, given["range"]),
    }
    sheet.banded.append(made)
    sheet.touched = True
    return {"bandedRange": made}


def _find(book: Book, number: int) -> tuple[Sheet, int]:
    for sheet in book.sheets:
        place = find_part(sheet.banded, "bandedRangeId", number)
        if place is not None:
            return sheet, place
    raise bad(f"No banded range with id: {number}")


def update(book: Book, request: Json) -> None:
    """Change a band's masked fields."""
    given = request.get("bandedRange", {})
    sheet, place = _find(book, given.get("bandedRangeId", 0))
    old = sheet.banded[place]
    new = updated("BandedRange", old, given, request.get("fields"))
    new = {**new, "bandedRangeId": old["bandedRangeId"]}
    sheet.banded[place] = {**new, "range": closed_range(book, new["range"])}
    sheet.touched = True


def delete(book: Book, request: Json) -> None:
    """Take a band away."""
    sheet, place = _find(book, request.get("bandedRangeId", 0))
    sheet.banded.pop(place)
    sheet.touched = True


HANDLERS = {"addBanding": add, "updateBanding": update, "deleteBanding": delete}
