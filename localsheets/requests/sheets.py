"""Tabs: addSheet, deleteSheet, updateSheetProperties, duplicateSheet."""

from __future__ import annotations

from typing import Any

from localsheets.render.spreadsheet import properties_of
from localsheets.requests.common import updated
from localsheets.state import parts
from localsheets.state.book import DEFAULT_COLUMNS, DEFAULT_ROWS, Book, grid_sheet
from localsheets.state.clone import clone, copy_title
from localsheets.state.follow import rewrite_conditions
from localsheets.state.move import move, settle
from localsheets.state.references import retitled
from localsheets.state.sheet import Sheet
from localsheets.wire.axis import Delete
from localsheets.wire.errors import bad, not_implemented
from localsheets.wire.ranges import mentions

Json = dict[str, Any]

ALL_HIDDEN = "You can't hide all the sheets in a document."
TITLE_LIMIT = 100
OUTSIDE = {"title", "hidden"}
"""What a file keeps beside the tab, which may then stay as it is in there."""
OWN_WAYS = {"index", "title", "sheetId", "gridProperties", "sheetType", "dataSourceSheetProperties"}
"""Properties of a new tab that are not simply taken over."""


def add_sheet(book: Book, request: Json) -> Json:
    """Add a tab, at the end or at ``index``; a title or id that is taken is refused."""
    given = request.get("properties", {})
    _check_type(given.get("sheetType", "GRID"))
    title = given.get("title") or free_numbered(book, "Sheet", len(book.sheets) + 1)
    check_title(book, title, None)
    sheet = grid_sheet(new_id(book, given.get("sheetId")), title, DEFAULT_ROWS, DEFAULT_COLUMNS)
    own = {name: part for name, part in given.items() if name not in OWN_WAYS}
    grid = {**sheet.grid, **given.get("gridProperties", {})}
    sheet.properties = {**sheet.properties, "gridProperties": grid, **own}
    _check_grid(sheet)
    sheet.touched = True
    place = given.get("index", len(book.sheets))
    if place < 0:
        raise bad(f"Sheet index {place} is out of range.")
    book.sheets.insert(min(place, len(book.sheets)), sheet)
    book.check_size()
    return {"properties": properties_of(book, sheet)}


def _check_type(kind: str) -> None:
    if kind == "OBJECT":
        raise bad("A sheet of type OBJECT is added by addChart, with position.newSheet.")
    if kind == "DATA_SOURCE":
        raise not_implemented("addSheet with sheetType DATA_SOURCE")


def new_id(book: Book, wanted: int | None) -> int:
    """The sheetId that was asked for, unless a tab has it; a new one where none was."""
    if wanted is None:
        return book.fresh_id()
    if wanted < 0:
        raise bad(f"Sheet ID must be non-negative: {wanted}")
    if book.find(wanted) is not None:
        raise bad(f"Sheet with ID {wanted} already exists. Please enter another ID.")
    return wanted


def free_numbered(book: Book, word: str, number: int) -> str:
    """A title that no tab has: "Sheet2", "Chart1"."""
    while book.titled(f"{word}{number}"):
        number += 1
    return f"{word}{number}"


def check_title(book: Book, title: str, own: Sheet | None) -> None:
    """Refuse a title that another tab has, or that is too long."""
    taken = book.titled(title)
    if taken is not None and taken is not own:
        raise bad(f'A sheet with the name "{title}" already exists. Please enter another name.')
    if len(title) > TITLE_LIMIT:
        raise bad(f"The sheet name cannot be greater than {TITLE_LIMIT} characters.")


def _check_grid(sheet: Sheet) -> None:
    if sheet.row_count < 1 or sheet.column_count < 1:
        raise bad("A sheet must have at least one row and one column.")
    for what, size, meta in (
        ("row", sheet.row_count, sheet.row_meta),
        ("column", sheet.column_count, sheet.col_meta),
    ):
        frozen = sheet.grid.get(f"frozen{what.capitalize()}Count", 0)
        if frozen < 0:
            raise bad(f"The number of frozen {what}s must not be negative.")
        if frozen and frozen >= size - _hidden_from(meta, frozen):
            raise bad(f"You can't freeze all visible {what}s on the sheet.")


def _hidden_from(meta: dict[int, Json], first: int) -> int:
    hiding = ("hiddenByUser", "hiddenByFilter")
    return sum(n >= first and any(own.get(h) for h in hiding) for n, own in meta.items())


def delete_sheet(book: Book, request: Json) -> None:
    """Delete a tab; formulas that named it show #REF!, what lay on it goes with it."""
    sheet = book.tab(request.get("sheetId", 0))
    others = [other for other in book.sheets if other is not sheet]
    if not others:
        raise bad("You can't remove all the sheets in a document.")
    if all(other.hidden for other in others):
        raise bad("You can't remove all the visible sheets in a document.")
    book.sheets = others
    book.named = [n for n in book.named if not mentions("NamedRange", n, sheet.id)]
    book.metadata = [m for m in book.metadata if not _on_tab(m, sheet.id)]
    parts.forget(book.sheets, sheet.id)
    _retitle(book, sheet.title, None)


def _on_tab(item: Json, sheet_id: int) -> bool:
    location = item.get("location", {})
    if location.get("locationType") == "SHEET":
        return bool(location.get("sheetId", 0) == sheet_id)
    return "dimensionRange" in location and mentions("DeveloperMetadata", item, sheet_id)


def update_sheet_properties(book: Book, request: Json) -> None:
    """Change a tab's title, place, size, frozen rows, colour, visibility: what the mask names."""
    given = request.get("properties", {})
    sheet = book.tab(given.get("sheetId", 0))
    before = sheet.properties
    now = updated("SheetProperties", before, given, request.get("fields"))
    index = now.pop("index", None)
    now = {**now, "sheetId": before["sheetId"], "sheetType": before["sheetType"]}
    if not now.get("title"):
        raise bad("The sheet name cannot be empty.")
    check_title(book, now["title"], sheet)
    if sheet.is_grid:
        _resize(book, sheet, now)
    elif "gridProperties" in now:
        raise bad("Cannot set gridProperties on a sheet that is not a grid.")
    sheet.touched |= any(
        before.get(name) != now.get(name) for name in (before.keys() | now.keys()) - OUTSIDE
    )
    sheet.properties = now
    if sheet.is_grid:
        _check_grid(sheet)
    if all(other.hidden for other in book.sheets):
        raise bad(ALL_HIDDEN)
    if now["title"] != before["title"]:
        _retitle(book, before["title"], now["title"])
    if index is not None:
        _place(book, sheet, index)
    book.check_size()


def _resize(book: Book, sheet: Sheet, now: Json) -> None:
    """A smaller grid cuts off what lies beyond it, as deleting those rows does.

    As with Google, rows change first: a grid too large before its columns change is refused.
    """
    grid = now.get("gridProperties", {})
    rows, columns = grid.get("rowCount", 0), grid.get("columnCount", 0)
    if rows > sheet.row_count:
        sheet.set_grid(rowCount=rows)
        book.check_size()
    elif 0 < rows < sheet.row_count:
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
    rewrite_conditions(book, lambda _, text: retitled(text, old, new))
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
    source = book.tab(request.get("sourceSheetId", 0))
    title = request.get("newSheetName") or copy_title(book, source.title)
    check_title(book, title, None)
    sheet_id = new_id(book, request.get("newSheetId"))
    place = request.get("insertSheetIndex", 0)
    if not 0 <= place <= len(book.sheets):
        raise bad(f"Sheet index {place} is out of range.")
    twin = clone(book, source, book, title, sheet_id)
    book.sheets.insert(place, twin)
    book.check_size()
    return {"properties": properties_of(book, twin)}


HANDLERS = {
    "addSheet": add_sheet,
    "deleteSheet": delete_sheet,
    "updateSheetProperties": update_sheet_properties,
    "duplicateSheet": duplicate_sheet,
}
