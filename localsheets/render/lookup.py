"""Data filters: which ranges and which developer metadata of a spreadsheet they select.

Spreadsheet metadata meets no other place; metadata of a tab, a row or a column meets every place
that shares a cell with it.
"""

from __future__ import annotations

from typing import Any

from localsheets.render.ranges import resolve_closed
from localsheets.state.book import Book, exceeds
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad
from localsheets.wire.ranges import rect_of

Json = dict[str, Any]
Place = tuple[Sheet, Rect]

KINDS = ("a1Range", "gridRange", "developerMetadataLookup")
EXACT, INTERSECTING = "EXACT_LOCATION", "INTERSECTING_LOCATION"
_PLAIN = ("metadataId", "metadataKey", "metadataValue", "visibility")


def places(book: Book, data_filter: Json) -> list[Place]:
    """The closed blocks that a DataFilter selects.

    Raises:
        ApiError: a range that is none, a tab that is not there, a lookup that contradicts itself.
    """
    kind = _kind(data_filter)
    if kind == "a1Range":
        return [resolve_closed(book, data_filter[kind])]
    if kind == "gridRange":
        return [_on_grid(book, data_filter[kind])]
    found: list[Place] = []
    for item in items(book, data_filter):
        place = region(book, item["location"])
        found.extend([place] if place else [(sheet, sheet.bounds) for sheet in book.sheets])
    return list(dict.fromkeys(found))


def items(book: Book, data_filter: Json) -> list[Json]:
    """The developer metadata that a DataFilter selects: by a lookup, or on places that it meets.

    Raises:
        ApiError: as :func:`places`.
    """
    kind = _kind(data_filter)
    if kind == "developerMetadataLookup":
        lookup = data_filter[kind]
        _check(lookup)
        return [item for item in book.metadata if _fits(book, item, lookup)]
    ((sheet, rect),) = places(book, data_filter)
    return [item for item in book.metadata if _meets(region(book, item["location"]), sheet, rect)]


def grouped(filters: list[Json], select: Any) -> list[tuple[Any, list[Json]]]:
    """What filters select, each thing once and in order, with all the filters that select it."""
    found: list[tuple[Any, list[Json]]] = []
    for data_filter in filters:
        for selected in select(data_filter):
            known = next((using for thing, using in found if thing == selected), None)
            if known is None:
                found.append((selected, [data_filter]))
            elif data_filter not in known:
                known.append(data_filter)
    return found


def _kind(data_filter: Json) -> str:
    given = [kind for kind in KINDS if kind in data_filter]
    if len(given) != 1:
        raise bad("Exactly one of a1Range, gridRange and developerMetadataLookup must be set.")
    return given[0]


def _on_grid(book: Book, grid_range: Json) -> Place:
    sheet, rect = book.sheet(grid_range.get("sheetId", 0)), rect_of(grid_range)
    if rect.top >= sheet.row_count or rect.left >= sheet.column_count:
        raise exceeds(sheet, rect)
    closed = rect.clamp(sheet.row_count, sheet.column_count)
    if closed.height <= 0 or closed.width <= 0 or min(closed.top, closed.left) < 0:
        raise bad("Invalid gridRange: it holds no cell.")
    return sheet, closed


def region(book: Book, location: Json) -> Place | None:
    """The cells that a DeveloperMetadataLocation covers; ``None`` for the spreadsheet."""
    if location.get("spreadsheet"):
        return None
    span = location.get("dimensionRange")
    if span is None:
        sheet = book.sheet(location.get("sheetId", 0))
        return sheet, sheet.bounds
    sheet = book.sheet(span.get("sheetId", 0))
    start, end = span.get("startIndex", 0), span.get("endIndex")
    rows = span.get("dimension") != "COLUMNS"
    rect = Rect(start, 0, end, None) if rows else Rect(0, start, None, end)
    return sheet, rect.clamp(sheet.row_count, sheet.column_count)


def _meets(place: Place | None, sheet: Sheet, rect: Rect) -> bool:
    return place is not None and place[0] is sheet and place[1].meets(rect)


def _check(lookup: Json) -> None:
    """What Google's documentation says may not stand together."""
    strategy, kind = lookup.get("locationMatchingStrategy"), lookup.get("locationType")
    where = lookup.get("metadataLocation")
    if strategy and where is None:
        raise bad("A metadataLocation must be specified with a locationMatchingStrategy.")
    if kind and strategy == EXACT:
        raise bad("locationType cannot be specified with EXACT_LOCATION.")
    if kind == "SPREADSHEET" and (
        strategy == INTERSECTING or (where is not None and not where.get("spreadsheet"))
    ):
        raise bad("locationType SPREADSHEET cannot intersect any other location.")


def _fits(book: Book, item: Json, lookup: Json) -> bool:
    """Whether an item fits every given part of a lookup."""
    if any(name in lookup and item.get(name) != lookup[name] for name in _PLAIN):
        return False
    location = item["location"]
    if lookup.get("locationType", location["locationType"]) != location["locationType"]:
        return False
    where = lookup.get("metadataLocation")
    if where is None:
        return True
    wanted, own = region(book, where), region(book, location)
    if wanted is None or own is None:
        return wanted is own
    if lookup.get("locationMatchingStrategy") == EXACT:
        alike = ("dimensionRange" in where) == ("dimensionRange" in location)
        return alike and wanted == own
    return _meets(own, *wanted)
