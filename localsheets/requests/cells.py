"""Cell contents: updateCells, repeatCell, appendCells."""

from __future__ import annotations

from typing import Any

from localsheets.requests.backing import find_table
from localsheets.requests.celldata import Fields, changed, fields_of
from localsheets.requests.common import located
from localsheets.state import tables
from localsheets.state.book import Book
from localsheets.state.move import move, settle
from localsheets.state.references import copied
from localsheets.state.sheet import Sheet
from localsheets.wire import masks
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Insert
from localsheets.wire.errors import bad
from localsheets.wire.masks import Mask

Json = dict[str, Any]


def update_cells(book: Book, request: Json) -> None:
    """Write rows of cells, from ``start`` or into ``range``; the masked fields and no others."""
    fields = fields_of(_row_mask(request.get("fields")))
    rows = request.get("rows", [])
    if "range" in request:
        sheet, rect = located(book, request["range"])
    elif "start" in request:
        sheet, rect = _from_start(book, request["start"])
    else:
        raise bad("Either start or range must be specified.")
    _check_fits(rows, rect)
    exact = "range" in request
    bottom = rect.bottom if exact else rect.top + len(rows)
    for row in range(rect.top, bottom or 0):
        given = _cells_of(rows, row - rect.top)
        for offset in range(rect.width if exact else len(given)):
            data = given[offset] if offset < len(given) else {}
            _write(book, sheet, row, rect.left + offset, data, fields)


def _row_mask(fields: str | None) -> Mask:
    """The mask of an updateCells: of CellData, perhaps spelt from the row ("values.note")."""
    if fields and fields.startswith(("values", "rows")):
        message = "RowData" if fields.startswith("values") else "UpdateCellsRequest"
        mask = masks.parse_update(fields, message)
        below = mask.sub("rows") if message == "UpdateCellsRequest" else mask
        return (below and below.sub("values")) or masks.ALL
    return masks.parse_update(fields, "CellData")


def _cells_of(rows: list[Json], number: int) -> list[Json]:
    found: list[Json] = rows[number].get("values", []) if number < len(rows) else []
    return found


def _check_fits(rows: list[Json], rect: Rect) -> None:
    """Data beyond the range, or the grid, is refused in Google's words."""
    if len(rows) > rect.height:
        raise bad(
            f"Attempting to write row: {rect.bottom},"
            f" beyond the last requested row of: {(rect.bottom or 0) - 1}"
        )
    widest = max((len(row.get("values", [])) for row in rows), default=0)
    if widest > rect.width:
        raise bad(
            f"Attempting to write column: {rect.right},"
            f" beyond the last requested column of: {(rect.right or 0) - 1}"
        )


def _from_start(book: Book, start: Json) -> tuple[Sheet, Rect]:
    """From a coordinate to the grid's end."""
    sheet = book.sheet(start.get("sheetId", 0))
    top, left = start.get("rowIndex", 0), start.get("columnIndex", 0)
    for name, short, index, count in (
        ("rowIndex", "row", top, sheet.row_count),
        ("columnIndex", "column", left, sheet.column_count),
    ):
        if index < 0:
            raise bad(f"GridCoordinate.{name}[{index}] must not be negative.")
        if index >= count:
            raise bad(f"GridCoordinate.{name}[{index}] is after last {short} in grid[{count - 1}]")
    return sheet, Rect(top, left, sheet.row_count, sheet.column_count)


def _write(book: Book, sheet: Sheet, row: int, column: int, data: Json, fields: Fields) -> None:
    old = sheet.at(row, column)
    book.replace(sheet, row, column, old, changed(book, old, data, fields))


def repeat_cell(book: Book, request: Json) -> None:
    """Write one cell's masked fields to every cell of a range; a formula is copied along."""
    sheet, rect = located(book, request.get("range"))
    fields = fields_of(masks.parse_update(request.get("fields"), "CellData"))
    data = request.get("cell", {})
    formula = (data.get("userEnteredValue") or {}).get("formulaValue")
    for row in range(rect.top, rect.bottom or 0):
        for column in range(rect.left, rect.right or 0):
            given = data
            if formula is not None:
                text = copied(formula, row - rect.top, column - rect.left)
                given = {**data, "userEnteredValue": {"formulaValue": text}}
            _write(book, sheet, row, column, given, fields)


def append_cells(book: Book, request: Json) -> None:
    """Write rows after the last one with a value, or at the end of a table; the grid grows as
    needed."""
    fields = fields_of(_row_mask(request.get("fields")))
    rows = request.get("rows", [])
    widest = max((len(row.get("values", [])) for row in rows), default=0)
    if "tableId" in request:
        sheet, top, left = _room_in_table(book, request["tableId"], len(rows), widest)
    else:
        sheet = book.sheet(request.get("sheetId", 0))
        top, left = sheet.last_filled_row(), 0
        sheet.grow(top + len(rows), widest)
    book.check_size()
    for number in range(len(rows)):
        for column, data in enumerate(_cells_of(rows, number)):
            _write(book, sheet, top + number, left + column, data, fields)


def _room_in_table(book: Book, number: str, height: int, width: int) -> tuple[Sheet, int, int]:
    """Insert rows at a table's end, before its footer, for all that lies below to move down."""
    sheet, table = find_table(book, number)
    block = tables.rect(table)
    if width > block.width:
        raise bad(f"The table has {block.width} columns, not {width}.")
    footer = "footerColorStyle" in table.get("rowsProperties", {})
    top = (block.bottom or 0) - footer
    if height:
        move(book, sheet, Insert(True, top, height))
        if not footer:
            tables.grow(book, sheet, rows=True, at=top, count=height)
        settle(book)
    return sheet, top, block.left


HANDLERS = {
    "updateCells": update_cells,
    "repeatCell": repeat_cell,
    "appendCells": append_cells,
}
