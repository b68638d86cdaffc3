"""Rows and columns: insert, append, delete, move, resize, hide."""

from __future__ import annotations

from typing import Any

from localsheets.formats.breadth import pixels
from localsheets.render.cells import shown_text
from localsheets.requests.common import span_of
from localsheets.requests.validation import validated
from localsheets.state import tables
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.move import move
from localsheets.state.sheet import Sheet
from localsheets.wire import masks
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Delete, Insert, MoveTo
from localsheets.wire.errors import bad, not_implemented
from localsheets.wire.masks import Mask

Json = dict[str, Any]

COLUMN_LIMIT = 18278


def insert_dimension(book: Book, request: Json) -> None:
    """Insert rows or columns; with ``inheritFromBefore`` they take over the neighbour's look."""
    sheet, rows, start, end = span_of(book, request.get("range"))
    size = sheet.row_count if rows else sheet.column_count
    inherit = request.get("inheritFromBefore", False)
    if "endIndex" not in request["range"]:
        raise bad("range.endIndex must be specified.")
    if start > size:
        raise bad(f"range.startIndex is larger than current grid size ({size})")
    if start == size and not inherit:
        raise bad(
            f"range.startIndex must be less than the grid size ({size})"
            " if inheritFromBefore is false."
        )
    if inherit and start == 0:
        raise bad("Cannot set inheritFromBefore to true when inserting at the beginning.")
    move(book, sheet, Insert(rows, start, end - start))
    if inherit:
        tables.grow(book, sheet, rows=rows, at=start, count=end - start)
    book.check_size()
    source = start - 1 if inherit else end
    _inherit(book, sheet, rows, source, range(start, end))


def _inherit(book: Book, sheet: Sheet, rows: bool, source: int, targets: range) -> None:
    """New rows or columns look like ``source``: formats, validation, size."""
    meta = sheet.row_meta if rows else sheet.col_meta
    size = {k: v for k, v in meta.get(source, {}).items() if k == "pixelSize"}
    for target in targets:
        if size:
            meta[target] = size
    line = Rect(source, 0, source + 1) if rows else Rect(0, source, None, source + 1)
    for row, column, cell in list(sheet.cells(line)):
        for target in targets:
            place = (target, column) if rows else (row, target)
            alike = validated(sheet.at(*place).but(format=cell.format), cell.validation)
            book.put(sheet, *place, alike)


def append_dimension(book: Book, request: Json) -> None:
    """Add rows or columns at the end; nothing moves."""
    sheet = book.sheet(request.get("sheetId", 0))
    length = request.get("length", 0)
    if length < 1:
        raise bad(f"length must be greater than 0, but was: {length}")
    if request.get("dimension") == "COLUMNS":
        sheet.set_grid(columnCount=sheet.column_count + length)
    elif request.get("dimension") == "ROWS":
        sheet.set_grid(rowCount=sheet.row_count + length)
    else:
        raise bad("No dimension specified.")
    if sheet.column_count > COLUMN_LIMIT:
        raise bad(f"A sheet can have at most {COLUMN_LIMIT} columns.")
    sheet.touched = True
    book.check_size()


def delete_dimension(book: Book, request: Json) -> None:
    """Delete rows or columns; at least one has to stay."""
    sheet, rows, start, end = span_of(book, request.get("range"))
    size = sheet.row_count if rows else sheet.column_count
    what = "rows" if rows else "columns"
    if end > size:
        raise bad(
            f"Cannot delete a {what[:-1]} that doesn't exist."
            f" Tried to delete {what[:-1]} index {end - 1} but there are only {size} {what}."
        )
    if start == 0 and end == size:
        raise bad(f"You can't delete all the {what} on the sheet.")
    frozen = sheet.grid.get("frozenRowCount" if rows else "frozenColumnCount", 0)
    if start <= frozen and end == size and frozen:
        raise bad(f"Sorry, it is not possible to delete all non-frozen {what}.")
    move(book, sheet, Delete(rows, start, end))


def move_dimension(book: Book, request: Json) -> None:
    """Move rows or columns before ``destinationIndex``, counted before the move."""
    sheet, rows, start, end = span_of(book, request.get("source"), "source")
    size = sheet.row_count if rows else sheet.column_count
    to = request.get("destinationIndex", 0)
    if end > size or not 0 <= to <= size:
        raise bad(f"Cannot move beyond the sheet: it has {size}.")
    if start < to < end:
        raise bad("The destination lies within the source.")
    _check_merges(sheet, rows, (start, end), to)
    if to not in (start, end):
        move(book, sheet, MoveTo(rows, start, end, to))


def _check_merges(sheet: Sheet, rows: bool, span: tuple[int, int], to: int) -> None:
    """Refuse to part a merge, in Google's words."""
    for merge in sheet.merges:
        first, last = (merge.top, merge.bottom) if rows else (merge.left, merge.right)
        meets = first < span[1] and span[0] < (last or 0)
        whole = span[0] <= first and (last or 0) <= span[1]
        if (meets and not whole) or first < to < (last or 0):
            what = "row" if rows else "column"
            raise bad(
                f"Sorry, it is not possible to move a {what} to a position that crosses a merged"
                " cell. Please unmerge and try again."
            )


def update_dimension_properties(book: Book, request: Json) -> None:
    """Set the size of rows or columns, or hide them."""
    if "dataSourceSheetRange" in request:
        raise not_implemented("updateDimensionProperties.dataSourceSheetRange")
    sheet, rows, start, end = span_of(book, request.get("range"))
    size = sheet.row_count if rows else sheet.column_count
    if end > size:
        raise bad(f"range.endIndex[{end}] is after the last one[{size}] of the sheet.")
    given = request.get("properties", {})
    mask = masks.parse_update(request.get("fields"), "DimensionProperties")
    _check_properties(given, mask)
    meta = sheet.row_meta if rows else sheet.col_meta
    sheet.touched = True
    for index in range(start, end):
        old = meta.get(index, {})
        changed = masks.merge("DimensionProperties", old, given, mask)
        if "hiddenByFilter" in old:
            changed = {**changed, "hiddenByFilter": old["hiddenByFilter"]}
        _keep(meta, index, changed)


def _check_properties(given: Json, mask: Mask) -> None:
    if "hiddenByFilter" in mask:
        raise bad("hiddenByFilter is read-only.")
    for name in ("developerMetadata", "dataSourceColumnReference"):
        if given.get(name) and mask.wants(name):
            raise not_implemented(f"DimensionProperties.{name}")
    if given.get("pixelSize", 1) < 0:
        raise bad("pixelSize must not be negative.")


def _keep(meta: dict[int, Json], index: int, properties: Json) -> None:
    if properties:
        meta[index] = properties
    else:
        meta.pop(index, None)


def auto_resize(book: Book, request: Json) -> None:
    """Fit columns to their longest text, its breadth estimated; rows get their height back."""
    if "dataSourceSheetDimensions" in request:
        raise not_implemented("autoResizeDimensions.dataSourceSheetDimensions")
    sheet, rows, start, end = span_of(book, request.get("dimensions"), "dimensions")
    sheet.touched = True
    meta = sheet.row_meta if rows else sheet.col_meta
    for index in range(start, min(end, sheet.row_count if rows else sheet.column_count)):
        rest = {k: v for k, v in meta.get(index, {}).items() if k != "pixelSize"}
        width = None if rows else _fitting(book, sheet, index)
        if rows or width:
            _keep(meta, index, rest | ({"pixelSize": width} if width else {}))


PADDING, NARROWEST = 8, 21


def _fitting(book: Book, sheet: Sheet, column: int) -> int | None:
    rect = Rect(0, column, None, column + 1)
    filled = [cell for _, _, cell in sheet.cells(rect) if cell.filled]
    if not filled:
        return None
    return max(NARROWEST, round(max(_breadth(book, cell) for cell in filled)) + PADDING)


def _breadth(book: Book, cell: Cell) -> float:
    look = (cell.format or {}).get("textFormat", {})
    size, bold = look.get("fontSize", 10), bool(look.get("bold"))
    return max(pixels(line, size, bold=bold) for line in shown_text(cell, book.locale).split("\n"))


HANDLERS = {
    "insertDimension": insert_dimension,
    "appendDimension": append_dimension,
    "deleteDimension": delete_dimension,
    "moveDimension": move_dimension,
    "updateDimensionProperties": update_dimension_properties,
    "autoResizeDimensions": auto_resize,
}
