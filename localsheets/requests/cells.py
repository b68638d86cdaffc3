"""Cell contents: updateCells, repeatCell, appendCells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localsheets.formulas.references import copied
from localsheets.requests.common import exceeds, located
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.wire import masks, values
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad
from localsheets.wire.masks import Mask

Json = dict[str, Any]

READ_ONLY = {"effectiveValue", "formattedValue", "effectiveFormat", "hyperlink"}
LONGEST_TEXT = 50_000


def update_cells(book: Book, request: Json) -> None:
    """Write rows of cells, from ``start`` or into ``range``; the masked fields and no others."""
    mask = _row_mask(request.get("fields"))
    rows = request.get("rows", [])
    if "range" in request:
        sheet, rect = located(book, request["range"])
        _check_fits(rows, rect)
    else:
        sheet, rect = _from_start(book, request.get("start", {}), rows)
    exact = "range" in request
    for row in range(rect.top, rect.bottom or 0):
        given = _cells_of(rows, row - rect.top)
        width = rect.width if exact else len(given)
        for offset in range(width):
            data = given[offset] if offset < len(given) else {}
            _write(book, sheet, row, rect.left + offset, data, mask)


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
    """Data beyond the range is refused, in Google's words."""
    if len(rows) > rect.height:
        raise bad(
            f"Attempting to write row: {rect.top + rect.height},"
            f" beyond the last requested row of: {rect.top + rect.height - 1}"
        )
    widest = max((len(row.get("values", [])) for row in rows), default=0)
    if widest > rect.width:
        raise bad(
            f"Attempting to write column: {rect.left + rect.width},"
            f" beyond the last requested column of: {rect.left + rect.width - 1}"
        )


def _from_start(book: Book, start: Json, rows: list[Json]) -> tuple[Sheet, Rect]:
    sheet = book.sheet(start.get("sheetId", 0))
    top, left = start.get("rowIndex", 0), start.get("columnIndex", 0)
    if top >= sheet.row_count:
        last = sheet.row_count - 1
        raise bad(f"GridCoordinate.rowIndex[{top}] is after last row in grid[{last}]")
    if left >= sheet.column_count:
        last = sheet.column_count - 1
        raise bad(f"GridCoordinate.columnIndex[{left}] is after last column in grid[{last}]")
    widest = max((len(row.get("values", [])) for row in rows), default=0)
    rect = Rect(top, left, top + len(rows), left + widest)
    if top + len(rows) > sheet.row_count or left + widest > sheet.column_count:
        raise exceeds(sheet, rect)
    return sheet, rect


def _write(book: Book, sheet: Sheet, row: int, column: int, data: Json, mask: Mask) -> None:
    old = sheet.at(row, column)
    new = changed(book, old, data, mask)
    if new != old:
        book.put(sheet, row, column, new)


def changed(book: Book, old: Cell, data: Json, mask: Mask) -> Cell:
    """A cell after the masked fields of a CellData were written to it."""
    changes: dict[str, Any] = {}
    for name in _wanted(mask):
        if name == "userEnteredValue":
            changes |= _content(data.get(name))
        elif name == "userEnteredFormat":
            below = mask.sub(name) or masks.ALL
            merged = masks.merge("CellFormat", old.format or {}, data.get(name) or {}, below)
            changes["format"] = book.formats.share(merged)
        elif name == "note":
            changes["note"] = data.get(name) or None
        elif name == "textFormatRuns":
            changes["runs"] = tuple(values.tidy_run(run) for run in data.get(name, ()))
        elif name == "dataValidation":
            changes["validation"] = data.get(name) or None
    return old.but(**changes)


def _wanted(mask: Mask) -> Iterator[str]:
    everything = (
        "userEnteredValue",
        "userEnteredFormat",
        "note",
        "textFormatRuns",
        "dataValidation",
    )
    return (name for name in everything if mask.wants(name))


def _content(given: Json | None) -> dict[str, Any]:
    """A new value; links and runs of the old text go with it."""
    value, formula = values.entered(given or {})
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise bad(
            f"Your input contains more than the maximum of {LONGEST_TEXT} characters"
            " in a single cell."
        )
    return {"value": value, "formula": formula, "runs": (), "link": None}


def repeat_cell(book: Book, request: Json) -> None:
    """Write one cell's masked fields to every cell of a range; a formula is copied along."""
    sheet, rect = located(book, request.get("range"))
    mask = masks.parse_update(request.get("fields"), "CellData")
    data = request.get("cell", {})
    formula = (data.get("userEnteredValue") or {}).get("formulaValue")
    for row in range(rect.top, rect.bottom or 0):
        for column in range(rect.left, rect.right or 0):
            given = data
            if formula is not None:
                text = copied(formula, row - rect.top, column - rect.left)
                given = {**data, "userEnteredValue": {"formulaValue": text}}
            _write(book, sheet, row, column, given, mask)


def append_cells(book: Book, request: Json) -> None:
    """Write rows after the last one with a value; the grid grows as needed."""
    sheet = book.sheet(request.get("sheetId", 0))
    mask = _row_mask(request.get("fields"))
    rows = request.get("rows", [])
    top = sheet.last_filled_row()
    widest = max((len(row.get("values", [])) for row in rows), default=0)
    sheet.set_grid(
        rowCount=max(sheet.row_count, top + len(rows)),
        columnCount=max(sheet.column_count, widest),
    )
    book.check_size()
    for number in range(len(rows)):
        for column, data in enumerate(_cells_of(rows, number)):
            _write(book, sheet, top + number, column, data, mask)


HANDLERS = {
    "updateCells": update_cells,
    "repeatCell": repeat_cell,
    "appendCells": append_cells,
}
