"""updateBorders: the edges of a range and the lines within it."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import located
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad

Json = dict[str, Any]

FACING = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}
SIDES = (*FACING, "innerHorizontal", "innerVertical")
WIDTHS = {"SOLID_MEDIUM": 2, "SOLID_THICK": 3, "DOUBLE": 3}


def update_borders(book: Book, request: Json) -> None:
    """Set the borders that are given; ``NONE`` removes one, one not given stays.

    An edge has one owner: one that is set on the range is taken off the cells beside it.
    """
    sheet, rect = located(book, request.get("range"))
    given = {side: request[side] for side in SIDES if side in request}
    for side, border in given.items():
        if border.get("style", "STYLE_UNSPECIFIED") == "STYLE_UNSPECIFIED":
            raise bad(f"{side}.style must be specified.")
    for row in range(rect.top, rect.bottom or 0):
        for column in range(rect.left, rect.right or 0):
            sides = _sides(request, rect, row, column)
            if sides:
                _apply(book, sheet, row, column, sides)
    for side in given.keys() & FACING.keys():
        facing, beside = FACING[side], _beside(rect, side).common(sheet.bounds)
        for row, column, cell in list(sheet.cells(beside)) if beside else ():
            if facing in (cell.format or {}).get("borders", {}):
                _apply(book, sheet, row, column, {facing: {"style": "NONE"}})


def _beside(rect: Rect, side: str) -> Rect:
    """The cells on the other side of an edge; none is left of the first column."""
    bottom, right = rect.bottom or 0, rect.right or 0
    return {
        "top": Rect(max(rect.top - 1, 0), rect.left, rect.top, right),
        "bottom": Rect(bottom, rect.left, bottom + 1, right),
        "left": Rect(rect.top, max(rect.left - 1, 0), bottom, rect.left),
        "right": Rect(rect.top, right, bottom, right + 1),
    }[side]


def _sides(request: Json, rect: Rect, row: int, column: int) -> dict[str, Json]:
    across, down = request.get("innerHorizontal"), request.get("innerVertical")
    wanted = {
        "top": request.get("top") if row == rect.top else across,
        "bottom": request.get("bottom") if row + 1 == rect.bottom else across,
        "left": request.get("left") if column == rect.left else down,
        "right": request.get("right") if column + 1 == rect.right else down,
    }
    return {side: border for side, border in wanted.items() if border is not None}


def _apply(book: Book, sheet: Sheet, row: int, column: int, given: dict[str, Json]) -> None:
    cell = sheet.at(row, column)
    old = cell.format or {}
    borders = dict(old.get("borders", {}))
    for side, border in given.items():
        if border.get("style", "NONE") == "NONE":
            borders.pop(side, None)
        else:
            borders[side] = {"width": WIDTHS.get(border["style"], 1), "color": {}} | border
            borders[side].setdefault("colorStyle", {"rgbColor": borders[side]["color"]})
    rest = {name: part for name, part in old.items() if name != "borders"}
    new = {**rest, "borders": borders} if borders else rest
    book.put(sheet, row, column, cell.but(format=book.formats.share(new)))


HANDLERS = {"updateBorders": update_borders}
