"""GridRange, DimensionRange and GridCoordinate in Google's form, and how they follow a shift."""

from __future__ import annotations

from collections.abc import Callable
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


def mapped(message: str, value: Json, change: Change) -> Json | None:
    """A message with every place in it changed; ``None`` where its own place is gone.

    A list loses items whose place is gone. What a message can do without (:func:`_spares`) just
    goes missing: a chart outlives its data, a protected tab its exceptions.
    """
    if message in PLACES:
        return change(message, value)
    fields = schema.fields_of(message)
    result = {}
    for name, part in value.items():
        made = _part_mapped(fields[name], part, change)
        if made is not None:
            result[name] = made
        elif not _spares(message, name):
            return None
    return result


def _part_mapped(kind: str, part: Any, change: Change) -> Any:
    item = schema.item_of(kind)
    if not schema.is_message(item) or kind.startswith("{"):
        return part
    if not isinstance(part, list):
        return mapped(item, part, change)
    kept = [made for each in part if (made := mapped(item, each, change)) is not None]
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
    start, end = ("startRowIndex", "endRowIndex")
    if not shift.rows:
        start, end = ("startColumnIndex", "endColumnIndex")
    return _shift_edges(value, start, end, shift)


def _shift_dimension(value: Json, sheet_id: int, shift: Shift) -> Json | None:
    rows = value.get("dimension") == "ROWS"
    if value.get("sheetId", 0) != sheet_id or rows != shift.rows:
        return value
    return _shift_edges(value, "startIndex", "endIndex", shift)


def _shift_edges(value: Json, start: str, end: str, shift: Shift) -> Json | None:
    if start not in value and end not in value:
        return value
    moved = shift.span(value.get(start, 0), value.get(end))
    if moved is None:
        return None
    return {**value, start: moved[0]} | ({end: moved[1]} if moved[1] is not None else {})


def _shift_coordinate(value: Json, sheet_id: int, shift: Shift) -> Json:
    """A chart's anchor stays on the grid even where its row is deleted."""
    if value.get("sheetId", 0) != sheet_id:
        return value
    name = "rowIndex" if shift.rows else "columnIndex"
    moved = shift.span(value.get(name, 0), value.get(name, 0) + 1)
    place = moved[0] if moved else value.get(name, 0)
    rest = {key: part for key, part in value.items() if key != name}
    return {**rest, name: place} if place else rest


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
