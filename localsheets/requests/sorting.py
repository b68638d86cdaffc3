"""sortRange: numbers, then text, then booleans, blanks last either way (measured by others)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cmp_to_key
from typing import Any

from localsheets.requests.common import located
from localsheets.requests.rows import check_whole_rows, rearrange
from localsheets.state.book import Book
from localsheets.state.cell import Cell, CellError, Value
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad, not_implemented

Json = dict[str, Any]
Key = Callable[[Cell], Any]


def sort_range(book: Book, request: Json) -> None:
    """Sort rows of a range by one column or colour after another; equal rows keep their order.

    Rows that are hidden stay where they are; the others are sorted among the places left to them.
    """
    place = request.get("range") or {}
    sheet = book.sheet(place.get("sheetId", 0))
    if place.get("startRowIndex", 0) >= sheet.row_count:
        raise bad(f"range.startRowIndex is larger than current grid size ({sheet.row_count})")
    sheet, rect = located(book, request.get("range"))
    specs = request.get("sortSpecs", [])
    for spec in specs:
        _check(spec, rect)
    check_whole_rows(sheet, rect)
    rows = range(rect.top, rect.bottom or 0)
    shown = [row for row in rows if not _hidden(sheet, row)]
    order = list(shown)
    for spec in reversed(specs):
        column, key = spec.get("dimensionIndex", 0), _key(spec)
        order.sort(key=lambda row, column=column, key=key: key(sheet.at(row, column)))  # type: ignore[misc]
    taken = dict(zip(shown, order, strict=True))
    rearrange(book, sheet, rect, [taken.get(row, row) for row in rows])
    _carry_metadata(book, sheet, {source: target for target, source in taken.items()})


def _carry_metadata(book: Book, sheet: Sheet, landed: dict[int, int]) -> None:
    """Developer metadata of a row goes where its row's values go (as measured of Google's)."""
    for number, item in enumerate(book.metadata):
        line = item["location"].get("dimensionRange", {})
        if line.get("dimension") != "ROWS" or line.get("sheetId", 0) != sheet.id:
            continue
        place = landed.get(line.get("startIndex", 0))
        if place is not None:
            moved = {**line, "startIndex": place, "endIndex": place + 1}
            location = {**item["location"], "dimensionRange": moved}
            book.metadata[number] = {**item, "location": location}


def _check(spec: Json, rect: Rect) -> None:
    if "dataSourceColumnReference" in spec:
        raise not_implemented("SortSpec.dataSourceColumnReference")
    if not rect.left <= spec.get("dimensionIndex", 0) < (rect.right or 0):
        raise bad("dimensionIndex must lie within the range.")
    if _colour(spec, "backgroundColor") and _colour(spec, "foregroundColor"):
        raise bad("Only one of backgroundColor and foregroundColor may be set.")


def _hidden(sheet: Sheet, row: int) -> bool:
    meta = sheet.row_meta.get(row, {})
    return bool(meta.get("hiddenByUser") or meta.get("hiddenByFilter"))


def _key(spec: Json) -> Key:
    for name, inside in (("backgroundColor", False), ("foregroundColor", True)):
        wanted = _colour(spec, name)
        if wanted is not None:
            return lambda cell: _shade(cell, name, inside) != wanted
    descending = spec.get("sortOrder") == "DESCENDING"
    ordered = cmp_to_key(lambda one, two: _compare(one, two, descending))  # type: ignore[arg-type]
    return lambda cell: ordered(cell)


def _colour(spec: Json, name: str) -> Json | None:
    """The colour that is to come first, as plain numbers; ``None`` where none is asked for."""
    style = spec.get(f"{name}Style") or {}
    if "themeColor" in style:
        raise bad(f"{name}Style must be an RGB colour.")
    found = style.get("rgbColor", spec.get(name))
    return None if found is None else _plain(found)


def _plain(colour: Json) -> Json:
    return {part: colour.get(part, 0) for part in ("red", "green", "blue")}


def _shade(cell: Cell, name: str, inside: bool) -> Json:
    look = cell.format or {}
    part = look.get("textFormat", {}) if inside else look
    default: Json = {} if inside else {"red": 1, "green": 1, "blue": 1}
    return _plain(part.get(name, default))


def _compare(one: Cell, two: Cell, descending: bool) -> int:
    blank_one, blank_two = not one.filled, not two.filled
    if blank_one or blank_two:
        return int(blank_one) - int(blank_two)
    first, second = _rank(one.value), _rank(two.value)
    result = (first > second) - (first < second)
    return -result if descending else result


def _rank(value: Value) -> tuple[int, float, str]:
    if isinstance(value, bool):
        return 2, float(value), ""
    if isinstance(value, (int, float)):
        return 0, float(value), ""
    if isinstance(value, CellError):
        return 3, 0.0, value.text
    return 1, 0.0, (value or "").casefold()


HANDLERS = {"sortRange": sort_range}
