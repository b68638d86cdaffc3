"""The Spreadsheet resource, as ``spreadsheets.get`` answers it."""

from __future__ import annotations

from typing import Any

from localsheets.render.cells import shown_text
from localsheets.render.grid import grid_data
from localsheets.state import locks
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire import masks
from localsheets.wire.a1 import Rect
from localsheets.wire.constants import DEFAULT_FORMAT, THEME, URL
from localsheets.wire.masks import Mask
from localsheets.wire.ranges import grid_range, rect_of

Json = dict[str, Any]
Chosen = list[tuple[Sheet, Rect]]


def spreadsheet(
    book: Book,
    mask: Mask,
    ranges: Chosen | None,
    with_data: bool,
    *,
    bands_of_tables: bool = True,
) -> Json:
    """A spreadsheet by a mask. ``ranges`` picks tabs and blocks; without a mask grid data comes
    only if ``with_data``. The colours of tables are among the banded ranges, unless
    ``bands_of_tables`` is False."""
    whole: Json = {}
    if mask.wants("spreadsheetId"):
        whole["spreadsheetId"] = book.id
    if (below := mask.sub("properties")) is not None:
        whole["properties"] = masks.prune(properties(book), below)
    if (below := mask.sub("sheets")) is not None:
        sheets = _sheets(book, below, ranges, with_data, bands_of_tables)
        whole |= {"sheets": sheets} if sheets else {}
    for name, items in (("namedRanges", book.named), ("developerMetadata", _of_book(book))):
        below = mask.sub(name)
        if below is not None and items:
            whole[name] = masks.prune(items, below)
    if mask.wants("spreadsheetUrl"):
        whole["spreadsheetUrl"] = URL.format(id=book.id)
    return whole


def properties(book: Book) -> Json:
    """SpreadsheetProperties; the default format is always Google's, and the theme until one is
    written."""
    return {
        "title": book.title,
        "locale": book.locale,
        "autoRecalc": "ON_CHANGE",
        "timeZone": book.time_zone,
        "defaultFormat": DEFAULT_FORMAT,
        "spreadsheetTheme": THEME,
        **book.settings,
    }


def _of_book(book: Book) -> list[Json]:
    return [m for m in book.metadata if m["location"]["locationType"] == "SPREADSHEET"]


def _sheets(
    book: Book, mask: Mask, ranges: Chosen | None, with_data: bool, bands_of_tables: bool
) -> list[Json]:
    blocks: dict[int, list[Rect]] = {}
    if ranges is None:
        blocks = {sheet.id: [sheet.bounds] for sheet in book.sheets}
    else:
        for sheet, rect in ranges:
            blocks.setdefault(sheet.id, []).append(rect)
    made = []
    for sheet in book.sheets:
        if sheet.id in blocks:
            parts = _parts(book, sheet, None if ranges is None else blocks[sheet.id])
            if bands_of_tables:
                parts["bandedRanges"] = [*parts["bandedRanges"], *_tables_bands(sheet)]
            made.append(_sheet(book, sheet, mask, blocks[sheet.id] if with_data else [], parts))
    return made


def _sheet(book: Book, sheet: Sheet, mask: Mask, blocks: list[Rect], parts: Json) -> Json:
    made: Json = {}
    if (below := mask.sub("properties")) is not None:
        made["properties"] = masks.prune(properties_of(book, sheet), below)
    if sheet.is_grid and blocks and (below := mask.sub("data")) is not None:
        lines = _metadata_of_lines(book, sheet)
        made["data"] = [grid_data(book, sheet, rect, below, lines) for rect in blocks]
    for name, value in parts.items():
        below = mask.sub(name)
        if below is not None and value:
            made[name] = masks.prune(value, below)
    return made


def _parts(book: Book, sheet: Sheet, within: list[Rect] | None) -> Json:
    """Everything on a tab but its cells; an empty part is left out. Where ranges are asked for
    (``within``), only merges and tables that share a cell with one of them are answered."""

    def asked_for(rect: Rect) -> bool:
        return within is None or any(rect.meets(block) for block in within)

    tables = [table for table in sheet.tables if asked_for(rect_of(table["range"]))]
    return {
        "merges": [grid_range(sheet.id, rect) for rect in sheet.merges if asked_for(rect)],
        "conditionalFormats": sheet.conditional,
        "protectedRanges": [locks.seen(part) for part in sheet.protected],
        "filterViews": sheet.filter_views,
        "basicFilter": sheet.basic_filter,
        "charts": sheet.charts,
        "slicers": sheet.slicers,
        "tables": [_named(book, sheet, table) for table in tables],
        "bandedRanges": sheet.banded,
        "developerMetadata": [m for m in book.metadata if _is_on(m, sheet)],
        "rowGroups": sheet.row_groups,
        "columnGroups": sheet.col_groups,
    }


def _is_on(item: Json, sheet: Sheet) -> bool:
    location = item["location"]
    return bool(location["locationType"] == "SHEET" and location["sheetId"] == sheet.id)


def _metadata_of_lines(book: Book, sheet: Sheet) -> dict[tuple[bool, int], list[Json]]:
    """Developer metadata of a tab's rows (True) and columns: (rows, index) -> items."""
    found: dict[tuple[bool, int], list[Json]] = {}
    for item in book.metadata:
        place = item["location"].get("dimensionRange")
        if place is not None and place.get("sheetId", 0) == sheet.id:
            line = (place["dimension"] == "ROWS", place.get("startIndex", 0))
            found.setdefault(line, []).append(item)
    return found


def _named(book: Book, sheet: Sheet, table: Json) -> Json:
    """A table, its columns called what their header cells show now."""
    block = rect_of(table["range"])
    columns = []
    for column in table["columnProperties"]:
        header = sheet.at(block.top, block.left + column.get("columnIndex", 0))
        shown = shown_text(header, book.locale)
        columns.append({**column, "columnName": shown} if shown else column)
    return {**table, "columnProperties": columns}


def _tables_bands(sheet: Sheet) -> list[Json]:
    """Tables that have colours, as banded ranges, told by a reference in the place of an id."""
    return [
        {
            "bandedRangeReference": table["tableId"],
            "range": table["range"],
            "rowProperties": _with_plain(table["rowsProperties"]),
        }
        for table in sheet.tables
        if "rowsProperties" in table
    ]


def _with_plain(colours: Json) -> Json:
    plain = {
        name.removesuffix("Style"): style["rgbColor"]
        for name, style in colours.items()
        if "rgbColor" in style
    }
    return {**plain, **colours}


def properties_of(book: Book, sheet: Sheet) -> Json:
    """SheetProperties in Google's order, the index being the tab's place."""
    own = sheet.properties
    index = next(place for place, other in enumerate(book.sheets) if other is sheet)
    rest = {k: v for k, v in own.items() if k not in ("sheetId", "title", "sheetType")}
    head = {"sheetId": own["sheetId"], "title": own["title"], "index": index}
    return {**head, "sheetType": own["sheetType"], **rest}
