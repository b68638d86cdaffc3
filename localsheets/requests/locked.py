"""Requests that protected ranges refuse, beyond those that write cells or move rows and columns.

Those are refused where they write and move (``state/locks.py``).
"""

from __future__ import annotations

from typing import Any

from localsheets.acting import actor
from localsheets.requests.common import find_part
from localsheets.state import locks
from localsheets.state.book import Book
from localsheets.wire.ranges import rect_of

Json = dict[str, Any]

TABS = {
    "addDimensionGroup": "range",
    "appendDimension": "",
    "autoResizeDimensions": "dimensions",
    "deleteDimensionGroup": "range",
    "deleteSheet": "",
    "updateDimensionGroup": "dimensionGroup.range",
    "updateDimensionProperties": "range",
    "updateSheetProperties": "properties",
}
"""Kinds that change a tab as such, and where the request holds its id."""
BLOCKS = ("mergeCells", "unmergeCells")
PROTECTIONS = {"updateProtectedRange": "protectedRange", "deleteProtectedRange": ""}


def check(book: Book, kind: str, request: Json) -> None:
    """Refuse a request that changes what is protected from whoever is at work."""
    if not actor().bound:
        return
    if kind in TABS:
        sheet = book.find(_within(request, TABS[kind]).get("sheetId", 0))
        if sheet is not None:
            locks.check_tab(sheet, whole=kind != "deleteSheet")
    elif kind in BLOCKS:
        place = request.get("range", {})
        sheet = book.find(place.get("sheetId", 0))
        if sheet is not None:
            locks.check_block(sheet, rect_of(place))
    elif kind in PROTECTIONS:
        _check_protection(book, _within(request, PROTECTIONS[kind]).get("protectedRangeId", 0))


def _within(request: Json, path: str) -> Json:
    for name in path.split(".") if path else ():
        request = request.get(name, {})
    return request


def _check_protection(book: Book, number: int) -> None:
    for sheet in book.sheets:
        place = find_part(sheet.protected, "protectedRangeId", number)
        if place is not None and not locks.may_edit(sheet.protected[place]):
            raise locks.refusal()
