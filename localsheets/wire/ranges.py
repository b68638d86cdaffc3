"""GridRange, DimensionRange and GridCoordinate in Google's form, and how they follow a shift."""

from __future__ import annotations

from typing import Any

from localsheets.wire import schema
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Shift

Json = dict[str, Any]


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


def shifted(message: str, value: Json, sheet_id: int, shift: Shift) -> Json | None:
    """A message with every place in it moved; ``None`` where its own place is gone.

    A list loses items whose place is gone; a message that has lost its only range goes with it.
    """
    if message == "GridRange":
        return _shift_range(value, sheet_id, shift)
    if message == "DimensionRange":
        return _shift_dimension(value, sheet_id, shift)
    if message == "GridCoordinate":
        return _shift_coordinate(value, sheet_id, shift)
    fields = schema.fields_of(message)
    result = {}
    for name, part in value.items():
        moved = _shift_part(fields[name], part, sheet_id, shift)
        if moved is None:
            return None
        result[name] = moved
    return result


def _shift_part(kind: str, part: Any, sheet_id: int, shift: Shift) -> Any:
    item = schema.item_of(kind)
    if not schema.is_message(item):
        return part
    if not isinstance(part, list):
        return shifted(item, part, sheet_id, shift)
    kept = [moved for each in part if (moved := shifted(item, each, sheet_id, shift)) is not None]
    return kept if kept or not part else None


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


def relocated(message: str, value: Json, old: int, new: int) -> Json:
    """A message with every place on one tab moved to another: what a copy of the tab needs."""
    fields = schema.fields_of(message)
    result = {}
    for name, part in value.items():
        item = schema.item_of(fields[name])
        if not schema.is_message(item):
            result[name] = part
        elif isinstance(part, list):
            result[name] = [relocated(item, each, old, new) for each in part]
        else:
            result[name] = relocated(item, part, old, new)
    if "sheetId" not in fields or value.get("sheetId", 0) != old:
        return result
    rest = {name: part for name, part in result.items() if name != "sheetId"}
    return _numbered(new, rest)


def mentions(message: str, value: Json, sheet_id: int) -> bool:
    """Whether anything in a message lies on a tab."""
    if message in ("GridRange", "DimensionRange", "GridCoordinate"):
        return bool(value.get("sheetId", 0) == sheet_id)
    fields = schema.fields_of(message)
    for name, part in value.items():
        item = schema.item_of(fields[name])
        if schema.is_message(item):
            parts = part if isinstance(part, list) else [part]
            if any(mentions(item, each, sheet_id) for each in parts):
                return True
    return False
