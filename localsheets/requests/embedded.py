"""Embedded objects, charts and slicers alike: where they stand, their borders, their end."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import updated
from localsheets.requests.sheets import free_numbered, new_id
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import bad

Json = dict[str, Any]

DEFAULT_WIDTH, DEFAULT_HEIGHT = 600, 371
UNPLACED = (
    "One of EmbeddedObjectPosition.overlayPosition or EmbeddedObjectPosition.sheetId must be set"
)


def placed(book: Book, given: Json) -> tuple[Sheet, Json]:
    """The tab for an object and its position as it is answered: over a grid, or, with ``newSheet``
    or ``sheetId``, on a tab of its own, which is made.

    Raises:
        ApiError: no position, a cell that is not on the grid, or a tab that exists already.
    """
    if given.get("newSheet") or "sheetId" in given:
        return _on_own_tab(book, given.get("sheetId"))
    if "overlayPosition" not in given:
        raise bad(UNPLACED)
    overlay = given["overlayPosition"]
    anchor = overlay.get("anchorCell", {})
    sheet = book.sheet(anchor.get("sheetId", 0))
    row, column = anchor.get("rowIndex", 0), anchor.get("columnIndex", 0)
    if not (0 <= row < sheet.row_count and 0 <= column < sheet.column_count):
        raise bad("The anchorCell is not on the grid.")
    filled = {
        "widthPixels": DEFAULT_WIDTH,
        "heightPixels": DEFAULT_HEIGHT,
        **{name: part for name, part in overlay.items() if part},
        "anchorCell": anchor,
    }
    for name in ("widthPixels", "heightPixels", "offsetXPixels", "offsetYPixels"):
        if filled.get(name, 0) < 0:
            raise bad(f"{name} must not be negative.")
    return sheet, {"overlayPosition": filled}


def _on_own_tab(book: Book, wanted: int | None) -> tuple[Sheet, Json]:
    number = new_id(book, wanted)
    title = free_numbered(book, "Chart", 1)
    sheet = Sheet({"sheetId": number, "title": title, "sheetType": "OBJECT"})
    sheet.touched = True
    book.sheets.append(sheet)
    return sheet, {"sheetId": number}


Found = tuple[Sheet, list[Json], int]
"""An object: its tab, the tab's list that it is in, and its place in the list."""


def find(book: Book, number: int, what: str = "embedded object") -> Found:
    """An object by its id; ``what`` ("chart", "slicer") says which kind is meant."""
    for sheet in book.sheets:
        for name, key, parts in (
            ("chart", "chartId", sheet.charts),
            ("slicer", "slicerId", sheet.slicers),
        ):
            for place, part in enumerate(parts):
                if part[key] == number and what in (name, "embedded object"):
                    return sheet, parts, place
    raise bad(f"No {what} with id: {number}")


def update_position(book: Book, request: Json) -> Json:
    """Move or resize an object, on its tab, to another one, or to one of its own."""
    sheet, parts, place = find(book, request.get("objectId", 0))
    old, given = parts[place], request.get("newPosition", {})
    if "overlayPosition" in given:
        before = old["position"].get("overlayPosition", {})
        overlay = updated(
            "OverlayPosition", before, given["overlayPosition"], request.get("fields")
        )
        given = {"overlayPosition": overlay}
    elif "slicerId" in old:
        raise bad("A slicer can be positioned only on an existing sheet.")
    target, position = placed(book, given)
    moved = {**old, "position": position}
    if target is sheet:
        parts[place] = moved
    else:
        parts.pop(place)
        (target.charts if "chartId" in old else target.slicers).append(moved)
        _drop_empty(book, sheet)
    sheet.touched = target.touched = True
    return {"position": position}


def _drop_empty(book: Book, sheet: Sheet) -> None:
    """A tab that was a chart's own goes with it."""
    if sheet.is_grid:
        return
    others = [other for other in book.sheets if other is not sheet]
    if all(other.hidden for other in others):
        raise bad("You can't remove all the visible sheets in a document.")
    book.sheets = others


def update_border(book: Book, request: Json) -> None:
    """Change a chart's border."""
    sheet, parts, place = find(book, request.get("objectId", 0))
    old = parts[place]
    if "chartId" not in old:
        raise bad("A slicer has no border.")
    border = updated(
        "EmbeddedObjectBorder",
        old.get("border", {}),
        request.get("border", {}),
        request.get("fields"),
    )
    rest = {name: part for name, part in old.items() if name != "border"}
    parts[place] = {**rest, "border": border} if border else rest
    sheet.touched = True


def delete(book: Book, request: Json) -> None:
    """Delete an object, and the tab that was its own."""
    sheet, parts, place = find(book, request.get("objectId", 0))
    parts.pop(place)
    _drop_empty(book, sheet)
    sheet.touched = True


HANDLERS = {
    "updateEmbeddedObjectPosition": update_position,
    "updateEmbeddedObjectBorder": update_border,
    "deleteEmbeddedObject": delete,
}
