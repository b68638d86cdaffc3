"""The Spreadsheet resource, as ``spreadsheets.get`` answers it."""

from __future__ import annotations

from typing import Any

from localsheets.render.constants import DEFAULT_FORMAT, THEME, URL
from localsheets.render.grid import grid_data
from localsheets.requests.sheets import properties_of
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire import masks
from localsheets.wire.a1 import Rect
from localsheets.wire.masks import Mask
from localsheets.wire.ranges import grid_range

Json = dict[str, Any]
Chosen = list[tuple[Sheet, Rect]]


def spreadsheet(book: Book, mask: Mask, ranges: Chosen | None, with_data: bool) -> Json:
    """A spreadsheet by a mask. ``ranges`` picks tabs and blocks; without a mask grid data comes
    only if ``with_data``."""
    whole: Json = {}
    if mask.wants("spreadsheetId"):
        whole["spreadsheetId"] = book.id
    if (below := mask.sub("properties")) is not None:
        whole["properties"] = masks.prune(properties(book), below)
    if (below := mask.sub("sheets")) is not None:
        sheets = _sheets(book, below, ranges, with_data)
        whole |= {"sheets": sheets} if sheets else {}
    for name, items in (("namedRanges", book.named), ("developerMetadata", _of_book(book))):
        below = mask.sub(name)
        if below is not None and items:
            whole[name] = masks.prune(items, below)
    if mask.wants("spreadsheetUrl"):
        whole["spreadsheetUrl"] = URL.format(id=book.id)
    return whole


def properties(book: Book) -> Json:
    """SpreadsheetProperties; the default format and the theme are always Google's."""
    return {
        "title": book.title,
        "locale": book.locale,
        "autoRecalc": book.settings.get("autoRecalc", "ON_CHANGE"),
        "timeZone": book.time_zone,
        "defaultFormat": DEFAULT_FORMAT,
        "spreadsheetTheme": THEME,
    }


def _of_book(book: Book) -> list[Json]:
    return [m for m in book.metadata if m["location"]["locationType"] == "SPREADSHEET"]


def _sheets(book: Book, mask: Mask, ranges: Chosen | None, with_data: bool) -> list[Json]:
    blocks: dict[int, list[Rect]] = {}
    if ranges is None:
        blocks = {sheet.id: [sheet.bounds] for sheet in book.sheets}
    else:
        for sheet, rect in ranges:
            blocks.setdefault(sheet.id, []).append(rect)
    return [
        _sheet(book, sheet, mask, blocks[sheet.id] if with_data else [])
        for sheet in book.sheets
        if sheet.id in blocks
    ]


def _sheet(book: Book, sheet: Sheet, mask: Mask, blocks: list[Rect]) -> Json:
    made: Json = {}
    if (below := mask.sub("properties")) is not None:
        made["properties"] = masks.prune(properties_of(book, sheet), below)
    if sheet.is_grid and blocks and (below := mask.sub("data")) is not None:
        made["data"] = [grid_data(sheet, rect, below, book.locale) for rect in blocks]
    for name, value in _parts(book, sheet).items():
        below = mask.sub(name)
        if below is not None and value:
            made[name] = masks.prune(value, below)
    return made


def _parts(book: Book, sheet: Sheet) -> Json:
    """Everything on a tab but its cells; an empty part is left out."""
    return {
        "merges": [grid_range(sheet.id, rect) for rect in sheet.merges],
        "conditionalFormats": sheet.conditional,
        "protectedRanges": sheet.protected,
        "filterViews": sheet.filter_views,
        "basicFilter": sheet.basic_filter,
        "charts": sheet.charts,
        "slicers": sheet.slicers,
        "tables": sheet.tables,
        "bandedRanges": sheet.banded,
        "developerMetadata": [m for m in book.metadata if _is_on(m, sheet)],
        "rowGroups": sheet.row_groups,
        "columnGroups": sheet.col_groups,
    }


def _is_on(item: Json, sheet: Sheet) -> bool:
    location = item["location"]
    return bool(location["locationType"] == "SHEET" and location["sheetId"] == sheet.id)
