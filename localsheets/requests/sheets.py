"""Tabs: addSheet, deleteSheet, updateSheetProperties, duplicateSheet."""

from __future__ import annotations

from typing import Any

from localsheets.formulas.references import retitled
from localsheets.requests.common import updated
from localsheets.state.book import DEFAULT_COLUMNS, DEFAULT_ROWS, Book, grid_sheet
from localsheets.state.clone import clone, copy_title
from localsheets.state.move import move, settle
from localsheets.state.sheet import Sheet
from localsheets.wire.axis import Delete
from localsheets.wire.errors import bad, not_implemented
from localsheets.wire.ranges import mentions

Json = dict[str, Any]

ALL_HIDDEN = "You can't hide all the sheets in a document."
TITLE_LIMIT = 100


def add_sheet(book: Book, request: Json) -> Json:
    """Add a tab, at the end or at ``index``; a title or id that is taken is refused."""
    given = request.get("properties", {})
    if given.get("sheetType", "GRID") != "GRID":
        raise not_implemented(f"addSheet with sheetType {given['sheetType']}")
    title = given.get("title") or _free_title(book)
    _check_title(book, title, None)
    sheet = grid_sheet(_sheet_id(book, given), title, DEFAULT_ROWS, DEFAULT_COLUMNS)
    own = {
        name: part
        for name, part in given.items()
        if name not in ("index", "title", "sheetId", "gridProperties", "sheetType")
    }
    grid = {**sheet.grid, **given.get("gridProperties", {})}
    sheet.properties = {**sheet.properties, "gridProperties": grid, **own}
    _check_grid(sheet)
    sheet.touched = True
    place = min(given.get("index", len(book.sheets)), len(book.sheets))
    book.sheets.insert(place, sheet)
    book.check_size()
    return {"properties": properties_of(book, sheet)}


def _sheet_id(book: Book, given: Json) -> int:
    if "sheetId" not in given:
        return book.fresh_id()
    wanted = int(given["sheetId"])
    if wanted < 0:
        raise bad(f"Sheet ID must be non-negative: {wanted}")
    if book.find(wanted) is not None:
        raise bad(f"Sheet with ID {wanted} already exists. Please enter another ID.")
    return wanted


def _free_title(book: Book) -> str:
    number = len(book.sheets) + 1
    while book.titled(f"Sheet{number}"):
        number += 1
    return f"Sheet{number}"


def _check_title(book: Book, title: str, own: Sheet | None) -> None:
    taken = book.titled(title)
    if taken is not None and taken is not own:
        raise bad(f'A sheet with the name "{title}" already exists. Please enter another name.')
    if len(title) > TITLE_LIMIT:
        raise bad(f"The sheet name cannot be greater than {TITLE_LIMIT} characters.")


def _check_grid(sheet: Sheet) -> None:
    grid = sheet.grid
    if sheet.row_count < 1 or sheet.column_count < 1:
        raise bad("A sheet must have at least one row and one column.")
    if grid.get("frozenRowCount", 0) >= sheet.row_count:
        raise bad("You can't freeze all visible rows on the sheet.")
    if grid.get("frozenColumnCount", 0) >= sheet.column_count:
        raise bad("You can't freeze all visible columns on the sheet.")


def properties_of(book: Book, sheet: Sheet) -> Json:
    """SheetProperties in Google's order, the index being the tab's place."""
    own = sheet.properties
    index = next(place for place, other in enumerate(book.sheets) if other is sheet)
    rest = {k: v for k, v in own.items() if k not in ("sheetId", "title", "sheetType")}
    head = {"sheetId": own["sheetId"], "title": own["title"], "index": index}
    return {**head, "sheetType": own["sheetType"], **rest}


def delete_sheet(book: Book, request: Json) -> None:
    """Delete a tab; formulas that named it show #REF!, what lay on it goes with it."""
    sheet = book.sheet(request.get("sheetId", 0))
    others = [other for other in book.sheets if other is not sheet]
    if not others:
        raise bad("You can't remove all the sheets in a document.")
    if all(other.hidden for other in others):
        raise bad("You can't remove all the visible sheets in a document.")
    book.sheets = others
    book.named = [n for n in book.named if not mentions("NamedRange", n, sheet.id)]
    book.metadata = [m for m in book.metadata if not _on_tab(m, sheet.id)]
    _retitle(book, sheet.title, None)


def _on_tab(item: Json, sheet_id: int) -> bool:
    location = item.get("location", {})
    if location.get("locationType") == "SHEET":
        return bool(location.get("sheetId", 0) == sheet_id)
    return "dimensionRange" in location and mentions("DeveloperMetadata", item, sheet_id)


def update_sheet_properties(book: Book, request: Json) -> None:
    """Change a tab's title, place, size, frozen rows, colour, visibility: what the mask names."""
    given = request.get("properties", {})
    sheet = book.sheet(given.get("sheetId", 0))
    before = sheet.properties
    now = updated("SheetProperties", before, given, request.get("fields"))
    index = now.pop("index", None)
    now = {**now, "sheetId": before["sheetId"], "sheetType": before["sheetType"]}
    if not now.get("title"):
        raise bad("Sheet name cannot be empty.")
    _check_title(book, now["title"], sheet)
    _resize(book, sheet, now)
    sheet.properties = now
    _check_grid(sheet)
    if all(other.hidden for other in book.sheets):
        raise bad(ALL_HIDDEN)
    if now["title"] != before["title"]:
        _retitle(book, before["title"], now["title"])
    if index is not None:
        _place(book, sheet, index)
    book.check_size()


def _resize(book: Book, sheet: Sheet, now: Json) -> None:
    """A smaller grid cuts off what lies beyond it, as deleting those rows does."""
    grid = now.get("gridProperties", {})
    rows, columns = grid.get("rowCount", 0), grid.get("columnCount", 0)
    if 0 < rows < sheet.row_count:
        move(book, sheet, Delete(True, rows, sheet.row_count))
    if 0 < columns < sheet.column_count:
        move(book, sheet, Delete(False, columns, sheet.column_count))


def _place(book: Book, sheet: Sheet, index: int) -> None:
    """Move a tab to before what stands at ``index`` now."""
    if index > len(book.sheets) or index < 0:
        raise bad(f"Sheet index {index} is out of range.")
    old = book.sheets.index(sheet)
    book.sheets.pop(old)
    book.sheets.insert(index - 1 if index > old else index, sheet)


def _retitle(book: Book, old: str, new: str | None) -> None:
    settle(book)
    for sheet in book.sheets:
        for row, column, cell in sheet.formula_cells():
            text = retitled(cell.formula or "", old, new)
            if text == cell.formula:
                continue
            sheet.put(row, column, cell.but(formula=text))
            if new is None:
                book.changes.add(sheet.id, row, column)


def duplicate_sheet(book: Book, request: Json) -> Json:
    """Copy a tab with everything on it but protections; parts with ids get new ones."""
    source = book.sheet(request.get("sourceSheetId", 0))
    title = request.get("newSheetName") or copy_title(book, source.title)
    _check_title(book, title, None)
    wanted = {"sheetId": request["newSheetId"]} if "newSheetId" in request else {}
    twin = clone(book, source, book, title, _sheet_id(book, wanted))
    place = min(request.get("insertSheetIndex", 0), len(book.sheets))
    book.sheets.insert(place, twin)
    book.check_size()
    return {"properties": properties_of(book, twin)}


HANDLERS = {
    "addSheet": add_sheet,
    "deleteSheet": delete_sheet,
    "updateSheetProperties": update_sheet_properties,
    "duplicateSheet": duplicate_sheet,
}
