"""Groups of rows or columns: addDimensionGroup, updateDimensionGroup, deleteDimensionGroup."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import span_of, updated
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import bad

Json = dict[str, Any]

DEEPEST = 8


def add(book: Book, request: Json) -> Json:
    """Group a stretch; where it lies in a group already it goes one deeper."""
    sheet, rows, start, end = span_of(book, request.get("range"))
    depths = _depths(sheet, rows)
    for index in range(start, end):
        depths[index] = depths.get(index, 0) + 1
    if max(depths.values()) > DEEPEST:
        raise bad(f"Groups can be at most {DEEPEST} deep.")
    _store(sheet, rows, depths)
    sheet.set_grid(**{"rowGroupControlAfter" if rows else "columnGroupControlAfter": True})
    return {"dimensionGroups": _groups(sheet, rows)}


def delete(book: Book, request: Json) -> Json:
    """Take one level of grouping off a stretch."""
    sheet, rows, start, end = span_of(book, request.get("range"))
    depths = _depths(sheet, rows)
    if not any(index in depths for index in range(start, end)):
        raise bad("No dimension group covers the range.")
    for index in range(start, end):
        depths[index] = max(0, depths.get(index, 0) - 1)
    _store(sheet, rows, depths)
    left = _groups(sheet, rows)
    return {"dimensionGroups": left} if left else {}


def update(book: Book, request: Json) -> None:
    """Collapse or open a group."""
    given = request.get("dimensionGroup", {})
    sheet, rows, start, end = span_of(book, given.get("range"), "dimensionGroup.range")
    groups = _groups(sheet, rows)
    for place, group in enumerate(groups):
        span = (group["range"].get("startIndex", 0), group["range"]["endIndex"])
        if span == (start, end) and group["depth"] == given.get("depth"):
            groups[place] = updated("DimensionGroup", group, given, request.get("fields"))
            _hide(sheet, rows, start, end, bool(groups[place].get("collapsed")))
            sheet.touched = True
            return
    raise bad("No dimension group has that range and depth.")


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
    """Groups from how deep each row or column lies."""
    own = {"sheetId": sheet.id} if sheet.id else {}
    made: list[Json] = []
    for depth in range(1, max(depths.values(), default=0) + 1):
        deep = sorted(index for index, level in depths.items() if level >= depth)
        for start, end in runs(deep):
            place = {"dimension": "ROWS" if rows else "COLUMNS", "startIndex": start}
            made.append({"range": {**own, **place, "endIndex": end}, "depth": depth})
    made.sort(key=lambda g: (g["depth"], g["range"]["startIndex"]))
    if rows:
        sheet.row_groups = made
    else:
        sheet.col_groups = made
    sheet.touched = True


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
