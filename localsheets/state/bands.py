"""The background that banding gives a cell."""

from __future__ import annotations

from typing import Any

from localsheets.state.sheet import Sheet
from localsheets.wire.ranges import rect_of

Json = dict[str, Any]


def band_colour(sheet: Sheet, row: int, column: int) -> Json | None:
    """A banded cell's colour; ``None`` where no band covers it."""
    for band in sheet.banded:
        rect = rect_of(band["range"])
        if rect.contains(row, column):
            by_row = _colour(band, row - rect.top, rect.height, rows=True)
            if by_row is not None:
                return by_row
            return _colour(band, column - rect.left, rect.width, rows=False)
    return None


def _colour(band: Json, place: int, size: int, *, rows: bool) -> Json | None:
    colours: Json = band.get("rowProperties" if rows else "columnProperties") or {}
    if place == 0 and "headerColor" in colours:
        return dict(colours["headerColor"])
    if place == size - 1 and "footerColor" in colours:
        return dict(colours["footerColor"])
    body = place - ("headerColor" in colours)
    found = colours.get("secondBandColor" if body % 2 else "firstBandColor")
    return None if found is None else dict(found)
