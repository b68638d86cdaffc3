"""Excel's tables as tables of the API: name, range, columns, a row of totals, the filter.

A table without a header row has no like in the API: its cells come, and it stays in the file as
long as nobody changes its tab. Its style, its columns' formulas and how they are totalled are not
part of the API's table either.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from localsheets.formats.cell import shown_text
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, parse_block
from localsheets.wire.constants import WHITE
from localsheets.wire.ranges import grid_range, rect_of
from localsheets.xlsx import filters_in, tables_out

Json = dict[str, Any]


def blocks(worksheet: Any) -> list[tuple[Any, Rect]]:
    """The tables of a worksheet that have a header row, with their ranges."""
    found = []
    for table in worksheet.tables.values():
        rect = parse_block(str(table.ref).replace("$", ""))
        if rect is not None and table.headerRowCount != 0:
            found.append((table, rect))
    return found


def read(book: Book, sheet: Sheet, worksheet: Any, looks: Any) -> None:
    """Take up a worksheet's tables; the grid holds them whole. The first that filters or sorts is
    the tab's filter, unless that has one of its own."""
    taken = {part["tableId"] for each in book.sheets for part in each.tables}
    for table, rect in blocks(worksheet):
        bottom, right = rect.bottom or 0, rect.right or 0
        if bottom > sheet.row_count or right > sheet.column_count:
            sheet.set_grid(
                rowCount=max(sheet.row_count, bottom), columnCount=max(sheet.column_count, right)
            )
        number = int(table.id)
        while str(number) in taken:
            number += 1
        taken.add(str(number))
        made = _table(book, sheet, table, rect, str(number))
        sheet.tables.append(made)
        filters = SimpleNamespace(
            filterColumn=table.autoFilter.filterColumn if table.autoFilter else (),
            sortState=table.sortState or (table.autoFilter and table.autoFilter.sortState),
        )
        inner = Rect(rect.top, rect.left, bottom - bool(table.totalsRowCount), right)
        said = filters_in.answer(book, sheet, inner, filters, looks)
        if said and sheet.basic_filter is None:
            sheet.basic_filter = {"tableId": made["tableId"], "range": made["range"], **said}


def _table(book: Book, sheet: Sheet, table: Any, rect: Rect, number: str) -> Json:
    columns: list[Json] = []
    names = list(table.column_names)
    for index in range(rect.width):
        shown = shown_text(sheet.at(rect.top, rect.left + index), book.locale)
        name = shown or (names[index] if index < len(names) else f"Column {index + 1}")
        columns.append({**({"columnIndex": index} if index else {}), "columnName": name})
    made: Json = {
        "tableId": number,
        "name": str(table.displayName),
        "range": grid_range(sheet.id, rect),
        "columnProperties": columns,
    }
    if table.totalsRowCount:  # a footer is one that has a colour: Google's has the default's
        made["rowsProperties"] = {"footerColorStyle": {"rgbColor": WHITE}}
    return made


def restored(sheet: Sheet, kept: list[Json]) -> list[Json]:
    """A tab's tables, given those that an earlier export noted.

    What the file has as a table is ours of the same name or place, with the range that it has now;
    one that no file could hold is there still; any other is gone.
    """
    found = {tables_out.excel_name(table["name"]).casefold(): table for table in sheet.tables}
    ranges = {repr(table["range"]): name for name, table in found.items()}
    made: list[Json] = []
    for table in kept:
        name = ranges.get(repr(table["range"]), tables_out.excel_name(table["name"]).casefold())
        now = found.pop(name, None)
        if now is not None:
            moved = now["range"] != table["range"]
            own = {n: now[n] for n in ("range", "columnProperties")} if moved else {}
            made.append({**table, **own})
        elif not tables_out.fits(sheet, table) and _inside(sheet, table):
            made.append(table)
    taken = {table["tableId"] for table in made}
    return made + [_renumbered(table, taken) for table in found.values()]


def _inside(sheet: Sheet, table: Json) -> bool:
    return sheet.bounds.encloses(rect_of(table["range"]))


def _renumbered(table: Json, taken: set[str]) -> Json:
    number = int(table["tableId"])
    while str(number) in taken:
        number += 1
    taken.add(str(number))
    return {**table, "tableId": str(number)}
