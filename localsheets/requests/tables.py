"""Tables: addTable, updateTable, deleteTable."""

from __future__ import annotations

from typing import Any

from localsheets.render.cells import shown_text
from localsheets.requests.backing import find_table
from localsheets.requests.banding import BANDED
from localsheets.requests.common import located
from localsheets.state import tables
from localsheets.state.book import Book
from localsheets.state.cell import EMPTY
from localsheets.state.sheet import Sheet
from localsheets.wire import masks
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad
from localsheets.wire.ranges import grid_range, rect_of

Json = dict[str, Any]

FOOTER = "footerColorStyle"


def add(book: Book, request: Json) -> Json:
    """Make a table of a range, its first row the header.

    A column that is typed and has no name is called "Column 1", "Column 2"... over what its header
    cell said; any other takes its name from the header cell (as measured of Google's).
    """
    given = request.get("table", {})
    sheet, block = located(book, given.get("range"), "table.range")
    _check_free(sheet, block, None)
    columns = _by_index(given.get("columnProperties", []), block.width)
    made: Json = {
        "tableId": _take_id(book, given.get("tableId")),
        "name": _name(book, given.get("name", ""), None),
        "range": grid_range(sheet.id, block),
        "columnProperties": _columns(book, sheet, block, _named_in_turn(columns)),
    }
    if given.get("rowsProperties"):
        made["rowsProperties"] = given["rowsProperties"]
    sheet.tables.append(made)
    _uncheck(book, sheet, made)
    sheet.touched = True
    return {"table": made}


def _take_id(book: Book, given: str | None) -> str:
    if not given:
        return str(book.fresh_id())
    if any(key == "tableId" and part["tableId"] == given for key, part in book.parts()):
        raise bad(f"Table with id: {given} already exists.")
    return given


def _name(book: Book, wanted: str, own: str | None) -> str:
    others = [part for key, part in book.parts() if key == "tableId" and part["tableId"] != own]
    taken = {str(other["name"]).casefold() for other in others}
    if wanted:
        if wanted.casefold() in taken:
            raise bad(f'A table with the name "{wanted}" already exists.')
        return wanted
    number = 1
    while f"table{number}" in taken:
        number += 1
    return f"Table{number}"


def _check_free(sheet: Sheet, block: Rect, own: str | None) -> None:
    if any(table["tableId"] != own for table in tables.meeting(sheet, block)):
        raise bad("A table cannot overlap another table.")
    if any(rect_of(band["range"]).meets(block) for band in sheet.banded):
        raise bad(BANDED)
    if any(merge.meets(block) for merge in sheet.merges):
        raise bad("A table cannot contain merged cells.")


def _by_index(given: list[Json], width: int) -> dict[int, Json]:
    """Columns by their place in the table, each refused that Google refuses."""
    found: dict[int, Json] = {}
    for column in given:
        index = column.get("columnIndex", 0)
        if not 0 <= index < width:
            raise bad(f"columnIndex[{index}] is not within the table.")
        if index in found:
            raise bad(f"columnIndex[{index}] is given twice.")
        condition = column.get("dataValidationRule", {}).get("condition")
        dropdown = column.get("columnType") == "DROPDOWN"
        if dropdown and not condition:
            raise bad("Condition must be set for dropdown column type.")
        if not dropdown and condition:
            raise bad("Cannot set condition for non-dropdown column type.")
        if condition and (condition.get("type") != "ONE_OF_LIST" or not condition.get("values")):
            raise bad("The condition of a dropdown column must be a ONE_OF_LIST with values.")
        found[index] = {name: part for name, part in column.items() if name != "columnIndex"}
    return found


def _named_in_turn(columns: dict[int, Json]) -> dict[int, Json]:
    made: dict[int, Json] = {}
    for number, (index, column) in enumerate(
        (pair for pair in sorted(columns.items()) if not pair[1].get("columnName")), start=1
    ):
        typed = "columnType" in column
        made[index] = {"columnName": f"Column {number}", **column} if typed else column
    return {**columns, **made}


def _columns(book: Book, sheet: Sheet, block: Rect, given: dict[int, Json]) -> list[Json]:
    """An entry for every column; names that were given are written into their header cells."""
    made: list[Json] = []
    for index in range(block.width):
        column = given.get(index, {})
        place = block.left + index
        cell = sheet.at(block.top, place)
        name = column.get("columnName") or shown_text(cell, book.locale) or f"Column {index + 1}"
        if cell.formula is not None or shown_text(cell, book.locale) != name:
            written = cell.but(value=name, formula=None, runs=(), link=None)
            book.put(sheet, block.top, place, written)
        number = {"columnIndex": index} if index else {}
        made.append({**number, **column, "columnName": name})
    return made


def _uncheck(book: Book, sheet: Sheet, table: Json) -> None:
    """Texts and empty cells of a column of checkboxes become FALSE."""
    block = tables.rect(table)
    for column in table["columnProperties"]:
        if column.get("columnType") != "BOOLEAN":
            continue
        place = block.left + column.get("columnIndex", 0)
        for row in range(block.top + 1, block.bottom or 0):
            cell = sheet.at(row, place)
            if cell.formula is None and (cell.value is None or isinstance(cell.value, str)):
                book.put(sheet, row, place, cell.but(value=False, runs=(), link=None))


def update(book: Book, request: Json) -> None:
    """Change a table's masked fields. A list of columns takes the place of the whole old one; a
    footer that comes or goes makes the table a row longer or shorter."""
    given = request.get("table", {})
    mask = masks.parse_update(request.get("fields"), "Table")
    sheet, old = find_table(book, given.get("tableId", ""))
    new = {**masks.merge("Table", old, given, mask), "tableId": old["tableId"]}
    names = set(given) if mask.everything else set(mask)
    new["name"] = _name(book, new.get("name", ""), old["tableId"])
    target, block = located(book, new.get("range"), "table.range")
    if target is not sheet:
        raise bad("A table cannot be moved to another sheet.")
    if "range" not in names:
        block = _with_footer(sheet, block, old, new)
    _check_free(sheet, block, old["tableId"])
    kept = _by_index(
        new.get("columnProperties", []), block.width if "range" not in names else 10**6
    )
    if "columnProperties" in names and any(not c.get("columnName") for c in kept.values()):
        raise bad("Table header row cell must have a value.")
    new["range"] = grid_range(sheet.id, block)
    new["columnProperties"] = _columns(book, sheet, block, kept)
    sheet.tables[sheet.tables.index(old)] = new
    _uncheck(book, sheet, new)
    sheet.touched = True


def _with_footer(sheet: Sheet, block: Rect, old: Json, new: Json) -> Rect:
    had, has = (FOOTER in (table.get("rowsProperties") or {}) for table in (old, new))
    bottom = (block.bottom or 0) + has - had
    if bottom > sheet.row_count:
        raise bad("There is no row for the table's footer.")
    return Rect(block.top, block.left, bottom, block.right)


def delete(book: Book, request: Json) -> None:
    """Delete a table with all that is in its cells, and the conditional formats that lie on it."""
    sheet, table = find_table(book, request.get("tableId", ""))
    block = tables.rect(table)
    sheet.tables.remove(table)
    for row, column, _ in list(sheet.cells(block)):
        book.put(sheet, row, column, EMPTY)
    sheet.conditional = [
        rule
        for rule in sheet.conditional
        if not all(block.encloses(rect_of(each)) for each in rule["ranges"])
    ]
    sheet.touched = True


HANDLERS = {"addTable": add, "updateTable": update, "deleteTable": delete}
