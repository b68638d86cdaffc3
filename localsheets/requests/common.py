"""What the families share: places on the grid, updates by mask, ids."""

from __future__ import annotations

from typing import Any

from localsheets.state.book import Book, exceeds, no_grid
from localsheets.state.sheet import Sheet
from localsheets.wire import masks
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad
from localsheets.wire.ranges import grid_range, rect_of

Json = dict[str, Any]

EMBEDDED = ("chartId", "slicerId")


def located(
    book: Book, value: Json | None, field: str = "range", *, may_be_empty: bool = False
) -> tuple[Sheet, Rect]:
    """The tab and the closed block that a GridRange means, clipped to the grid.

    Raises:
        ApiError: no such tab, or the block does not start on its grid.
    """
    if value is None:
        raise bad(f"{field} must be specified.")
    sheet = book.sheet(value.get("sheetId", 0))
    rect = rect_of(value)
    _check_order(rect, field, may_be_empty)
    if rect.top >= sheet.row_count or rect.left >= sheet.column_count:
        raise exceeds(sheet, rect, quoted=True)
    return sheet, rect.clamp(sheet.row_count, sheet.column_count)


def _check_order(rect: Rect, field: str, may_be_empty: bool) -> None:
    for axis, start, end in (
        ("Row", rect.top, rect.bottom),
        ("Column", rect.left, rect.right),
    ):
        if start < 0:
            raise bad(f"start{axis}Index[{start}] must not be negative.")
        if end is not None and end < start:
            raise bad(f"end{axis}Index[{end}] cannot be before start{axis}Index[{start}]")
        if end == start and not may_be_empty:
            raise bad(f"Invalid {field}: it holds no cell.")


def span_of(book: Book, value: Json | None, field: str = "range") -> tuple[Sheet, bool, int, int]:
    """A DimensionRange as (tab, whether rows, start, end); an open end is the grid's."""
    if value is None:
        raise bad(f"{field} must be specified.")
    sheet = book.sheet(value.get("sheetId", 0))
    dimension = value.get("dimension")
    if dimension not in ("ROWS", "COLUMNS"):
        raise bad("No dimension specified.")
    rows = dimension == "ROWS"
    size = sheet.row_count if rows else sheet.column_count
    start, end = value.get("startIndex", 0), value.get("endIndex", size)
    if start < 0 or end <= start:
        raise bad(f"{field}.endIndex[{end}] must be greater than {field}.startIndex[{start}].")
    return sheet, rows, start, end


def updated(message: str, old: Json, new: Json, fields: str | None) -> Json:
    """``old`` with the masked fields of ``new``."""
    return masks.merge(message, old, new, masks.parse_update(fields, message))


def find_part(parts: list[Json], key: str, number: int) -> int | None:
    """Where in a list the part with an id stands."""
    return next((place for place, part in enumerate(parts) if part[key] == number), None)


def take_id(book: Book, key: str, given: int | None, what: str) -> int:
    """The id that was asked for, unless something has it; a new one where none was asked for.

    Charts and slicers are numbered together, as embedded objects.
    """
    if given is None:
        return book.fresh_id()
    together = EMBEDDED if key in EMBEDDED else (key,)
    if any(kind in together and part[kind] == given for kind, part in book.parts()):
        raise bad(f"{what} with id: {given} already exists.")
    return given


def closed_range(book: Book, value: Json, field: str = "range") -> Json:
    """A GridRange with every side filled in, as Google echoes a filter's or a band's."""
    sheet, rect = located(book, value, field)
    return grid_range(sheet.id, rect)


__all__ = [
    "closed_range",
    "exceeds",
    "find_part",
    "located",
    "no_grid",
    "span_of",
    "take_id",
    "updated",
]
