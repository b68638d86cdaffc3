"""Groups of rows or columns: addDimensionGroup, updateDimensionGroup, deleteDimensionGroup."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import span_of
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire import masks
from localsheets.wire.errors import bad

Json = dict[str, Any]

DEEPEST = 8


def add(book: Book, request: Json) -> Json:
    """Group a stretch; where it lies in a group already it goes one deeper."""
    sheet, rows, start, end = _span(book, request.get("range"))
    depths = _depths(sheet, rows)
    for index in range(start, end):
        depths[index] = depths.get(index, 0) + 1
    if max(depths.values()) > DEEPEST:
        raise bad(f"Groups can be at most {DEEPEST} deep.")
    _store(sheet, rows, depths)
    sheet.set_grid(**{"rowGroupControlAfter" if rows else "columnGroupControlAfter": True})
    return {"dimensionGroups": _groups(sheet, rows)}


def _span(book: Book, value: Json | None) -> tuple[Sheet, bool, int, int]:
    """A stretch of rows or columns that lies on the grid."""
    sheet, rows, start, end = span_of(book, value)
    size = sheet.row_count if rows else sheet.column_count
    if end > size:
        raise bad(f"range.endIndex[{end}] is after the last one[{size}] of the sheet.")
    return sheet, rows, start, end


def delete(book: Book, request: Json) -> Json:
    """Take one level of grouping off a stretch."""
    sheet, rows, start, end = _span(book, request.get("range"))
    depths = _depths(sheet, rows)
    if not any(index in depths for index in range(start, end)):
        raise bad("No dimension group covers the range.")
    for index in range(start, end):
        depths[index] = max(0, depths.get(index, 0) - 1)
    _store(sheet, rows, depths)
    left = _groups(sheet, rows)
    return {"dimensionGroups": left} if left else {}


def update(book: Book, request: Json) -> None:
    """Collapse or open a group: all within it is hidden or shown."""
    given = request.get("dimensionGroup", {})
    mask = masks.parse_update(request.get("fields"), "DimensionGroup")
    sheet, rows, start, end = span_of(book, given.get("range"), "dimensionGroup.range")
    groups = _groups(sheet, rows)
    wanted = (start, end, given.get("depth", 0))
    place = next((n for n, group in enumerate(groups) if _key(group) == wanted), None)
    if place is None:
        raise bad("No dimension group has that range and depth.")
    if mask.wants("collapsed"):
        collapsed = bool(given.get("collapsed"))
        rest = {name: part for name, part in groups[place].items() if name != "collapsed"}
        groups[place] = rest | ({"collapsed": True} if collapsed else {})
        _hide(sheet, rows, start, end, collapsed)
        sheet.touched = True


def _hide(sheet: Sheet, rows: bool, start: int, end: int, hidden: bool) -> None:
    meta = sheet.row_meta if rows else sheet.col_meta
    for index in range(start, end):
        rest = {k: v for k, v in meta.get(index, {}).items() if k != "hiddenByUser"}
        meta[index] = {**rest, "hiddenByUser": True} if hidden else rest


def _groups(sheet: Sheet, rows: bool) -> list[Json]:
    return sheet.row_groups if rows else sheet.col_groups


def _depths(sheet: Sheet, rows: bool) -> dict[int, int]:
    depths: dict[int, int] = {}
    for group in _groups(sheet, rows):
        for index in range(group["range"].get("startIndex", 0), group["range"]["endIndex"]):
            depths[index] = max(depths.get(index, 0), group["depth"])
    return depths


def _store(sheet: Sheet, rows: bool, depths: dict[int, int]) -> None:
    """Groups from how deep each row or column lies; those that stay as they were stay collapsed."""
    own = {"sheetId": sheet.id} if sheet.id else {}
    collapsed = {_key(group) for group in _groups(sheet, rows) if group.get("collapsed")}
    made: list[Json] = []
    for depth in range(1, max(depths.values(), default=0) + 1):
        deep = sorted(index for index, level in depths.items() if level >= depth)
        for start, end in runs(deep):
            place = {"dimension": "ROWS" if rows else "COLUMNS", "startIndex": start}
            group = {"range": {**own, **place, "endIndex": end}, "depth": depth}
            made.append(group | ({"collapsed": True} if _key(group) in collapsed else {}))
    made.sort(key=lambda g: (g["range"]["startIndex"], g["depth"]))
    if rows:
        sheet.row_groups = made
    else:
        sheet.col_groups = made
    sheet.touched = True


def _key(group: Json) -> tuple[int, int, int]:
    return group["range"].get("startIndex", 0), group["range"]["endIndex"], group["depth"]


def runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Sorted numbers as half-open stretches: [1, 2, 5] -> [(1, 3), (5, 6)]."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return found


HANDLERS = {
    "addDimensionGroup": add,
    "deleteDimensionGroup": delete,
    "updateDimensionGroup": update,
}
