"""GridRange, DimensionRange and GridCoordinate in Google's form, and how they follow a shift."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from localsheets.wire import schema
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Shift

Json = dict[str, Any]


PLACES = ("GridRange", "DimensionRange", "GridCoordinate")


def rect_of(grid_range: Json) -> Rect:
    """A GridRange's block; a side that is not given is open."""
    return Rect(
        grid_range.get("startRowIndex", 0),
        grid_range.get("startColumnIndex", 0),
        grid_range.get("endRowIndex"),
        grid_range.get("endColumnIndex"),
    )


def grid_range(sheet_id: int, rect: Rect) -> Json:
    """A closed block as a GridRange; a sheetId of 0 is left out, as Google does."""
    return _numbered(
        sheet_id,
        {
            "startRowIndex": rect.top,
            "endRowIndex": rect.bottom,
            "startColumnIndex": rect.left,
            "endColumnIndex": rect.right,
        },
    )


def _numbered(sheet_id: int, rest: Json) -> Json:
    return {"sheetId": sheet_id, **rest} if sheet_id else rest


Change = Callable[[str, Json], Json | None]
"""What becomes of a place: given its message's name and itself; ``None`` where it is gone."""


def mapped(
    message: str, value: Json, change: Change, kinds: Collection[str] = PLACES
) -> Json | None:
    """A message with every place in it changed; ``None`` where its own place is gone.

    ``kinds`` are the messages to change: places, unless told otherwise.

    A list loses items whose place is gone. What a message can do without (:func:`_spares`) just
    goes missing: a chart outlives its data, a protected tab its exceptions.
    """
    if message in kinds:
        return change(message, value)
    fields = schema.fields_of(message)
    result = {}
    for name, part in value.items():
        made = _part_mapped(fields[name], part, change, kinds)
        if made is not None:
            result[name] = made
        elif not _spares(message, name):
            return None
    return result


def _part_mapped(kind: str, part: Any, change: Change, kinds: Collection[str]) -> Any:
    item = schema.item_of(kind)
    if not schema.is_message(item):
        return part
    if kind.startswith("{"):
        return {key: mapped(item, each, change, kinds) or each for key, each in part.items()}
    if not isinstance(part, list):
        return mapped(item, part, change, kinds)
    kept = [made for each in part if (made := mapped(item, each, change, kinds)) is not None]
    return kept if kept or not part else None


def _spares(message: str, name: str) -> bool:
    """Whether a message goes on without a part whose place is gone."""
    return message.endswith("ChartSpec") or (message, name) in {
        ("CandlestickData", "lowSeries"),
        ("CandlestickData", "openSeries"),
        ("CandlestickData", "closeSeries"),
        ("CandlestickData", "highSeries"),
        ("ProtectedRange", "unprotectedRanges"),
        ("SlicerSpec", "dataRange"),
    }


def shifted(message: str, value: Json, sheet_id: int, shift: Shift) -> Json | None:
    """A message after rows or columns moved on a tab."""

    def change(kind: str, place: Json) -> Json | None:
        if kind == "GridRange":
            return _shift_range(place, sheet_id, shift)
        if kind == "DimensionRange":
            return _shift_dimension(place, sheet_id, shift)
        return _shift_coordinate(place, sheet_id, shift)

    return mapped(message, value, change)


def relocated(message: str, value: Json, old: int, new: int) -> Json:
    """A message with every place on the tab ``old`` on the tab ``new`` instead."""

    def change(_: str, place: Json) -> Json:
        if place.get("sheetId", 0) != old:
            return place
        return _numbered(new, {name: part for name, part in place.items() if name != "sheetId"})

    return mapped(message, value, change) or {}


def off_tab(message: str, value: Json, sheet_id: int) -> Json | None:
    """A message after a tab is gone, and every place on it."""
    return mapped(
        message, value, lambda _, place: None if place.get("sheetId", 0) == sheet_id else place
    )


def _shift_range(value: Json, sheet_id: int, shift: Shift) -> Json | None:
    if value.get("sheetId", 0) != sheet_id:
        return value
    moved = shift.rect(rect_of(value))
    return None if moved is None else placed(value, moved)


def placed(value: Json, rect: Rect) -> Json:
    """A GridRange at another place; a side that is open stays open."""
    result = dict(value)
    for start, end, first, last in (
        ("startRowIndex", "endRowIndex", rect.top, rect.bottom),
        ("startColumnIndex", "endColumnIndex", rect.left, rect.right),
    ):
        if start in value or end in value:
            result |= {start: first} | ({} if last is None else {end: last})
    return result


def _shift_dimension(value: Json, sheet_id: int, shift: Shift) -> Json | None:
    if value.get("sheetId", 0) != sheet_id or not value.keys() & {"startIndex", "endIndex"}:
        return value
    rows = value.get("dimension") == "ROWS"
    moved = shift.lines(rows, value.get("startIndex", 0), value.get("endIndex"))
    if moved is None:
        return None
    return {**value, "startIndex": moved[0]} | ({"endIndex": moved[1]} if moved[1] else {})


def _shift_coordinate(value: Json, sheet_id: int, shift: Shift) -> Json:
    """A chart's anchor stays on the grid even where its row is deleted."""
    if value.get("sheetId", 0) != sheet_id:
        return value
    row, column = value.get("rowIndex", 0), value.get("columnIndex", 0)
    moved = shift.rect(Rect(row, column, row + 1, column + 1)) or Rect(row, column)
    rest = {key: part for key, part in value.items() if key not in ("rowIndex", "columnIndex")}
    places = {"rowIndex": moved.top, "columnIndex": moved.left}
    return {**rest, **{name: place for name, place in places.items() if place}}


def mentions(message: str, value: Json, sheet_id: int) -> bool:
    """Whether anything in a message lies on a tab."""
    return sheet_id in tabs_of(message, value)


def tabs_of(message: str, value: Json) -> set[int]:
    """The tabs that a message has places on."""
    found: set[int] = set()

    def note(_: str, place: Json) -> Json:
        found.add(place.get("sheetId", 0))
        return place

    mapped(message, value, note)
    return found
