"""Banded ranges: add, update, delete."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import find_part, located, take_id, updated
from localsheets.state import tables
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import bad
from localsheets.wire.ranges import grid_range, rect_of

Json = dict[str, Any]

BANDED = (
    "You cannot add alternating background colors to a range that already has alternating"
    " background colors."
)


def add(book: Book, request: Json) -> Json:
    """Band a range that no other band and no table covers."""
    given = request.get("bandedRange", {})
    number = take_id(book, "bandedRangeId", given.get("bandedRangeId"), "Banded range")
    sheet, made = _checked(book, {**given, "bandedRangeId": number}, None)
    sheet.banded.append(made)
    sheet.touched = True
    return {"bandedRange": made}


def _checked(book: Book, given: Json, own: Json | None) -> tuple[Sheet, Json]:
    sheet, rect = located(book, given.get("range"), "bandedRange.range")
    if not {"rowProperties", "columnProperties"} & given.keys():
        raise bad("At least one of rowProperties or columnProperties must be specified.")
    others = (band for band in sheet.banded if band is not own)
    if any(rect_of(band["range"]).meets(rect) for band in others):
        raise bad(BANDED)
    if any(True for _ in tables.meeting(sheet, rect)):
        raise bad(BANDED)
    rest = {name: part for name, part in given.items() if name != "bandedRangeReference"}
    head = {"bandedRangeId": given["bandedRangeId"], "range": grid_range(sheet.id, rect)}
    return sheet, {**head, **{name: part for name, part in rest.items() if name not in head}}


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
    target, made = _checked(book, {**new, "bandedRangeId": old["bandedRangeId"]}, old)
    sheet.banded.pop(place)
    target.banded.insert(place if target is sheet else len(target.banded), made)
    sheet.touched = target.touched = True


def delete(book: Book, request: Json) -> None:
    """Take a band away."""
    sheet, place = _find(book, request.get("bandedRangeId", 0))
    sheet.banded.pop(place)
    sheet.touched = True


HANDLERS = {"addBanding": add, "updateBanding": update, "deleteBanding": delete}
