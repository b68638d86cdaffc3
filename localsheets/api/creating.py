"""A Spreadsheet resource as the requests that make it: what ``spreadsheets.create`` may carry.

What only Google writes (addresses, what cells show, what they look like in effect) is passed over,
so that the answer of a ``get`` can be sent as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from localsheets.state.book import DEFAULT_COLUMNS, DEFAULT_ROWS
from localsheets.wire.errors import not_implemented

Json = dict[str, Any]

_PARTS = {
    "tables": ("addTable", "table"),
    "conditionalFormats": ("addConditionalFormatRule", "rule"),
    "basicFilter": ("setBasicFilter", "filter"),
    "filterViews": ("addFilterView", "filter"),
    "charts": ("addChart", "chart"),
    "slicers": ("addSlicer", "slicer"),
    "bandedRanges": ("addBanding", "bandedRange"),
    "protectedRanges": ("addProtectedRange", "protectedRange"),
    "developerMetadata": ("createDeveloperMetadata", "developerMetadata"),
}
"""A tab's parts, in the order in which they are made: their requests, and what these call them."""
_GROUPS = ("rowGroups", "columnGroups")
_SIZES = ("pixelSize", "hiddenByUser")
_SPARE = "localsheets spare"


def as_requests(body: Json) -> list[Json]:
    """The requests that make an empty spreadsheet what ``body`` says.

    Raises:
        ApiError: 501 for a part that cannot be made here.
    """
    for name in ("dataSources", "comments"):
        if body.get(name):
            raise not_implemented(f"spreadsheets.create with {name}")
    return list(_all(body))


def _all(body: Json) -> Iterator[Json]:
    settings = {k: v for k, v in body.get("properties", {}).items() if k != "title"}
    if settings:
        fields = ",".join(settings)
        yield {"updateSpreadsheetProperties": {"properties": settings, "fields": fields}}
    sheets = [(_properties(sheet, n), sheet) for n, sheet in enumerate(body.get("sheets", []))]
    for number, (given, _) in enumerate(sheets):
        yield from _first(given) if number == 0 else [{"addSheet": {"properties": given}}]
    if sheets and sheets[0][0].get("hidden"):  # now that there are others to be seen
        update: Json = {"sheetId": sheets[0][0]["sheetId"], "hidden": True}
        yield {"updateSheetProperties": {"properties": update, "fields": "hidden"}}
    for item in body.get("namedRanges", []):
        yield {"addNamedRange": {"namedRange": item}}
    for given, sheet in sheets:
        yield from _filled(given["sheetId"], sheet)
    for item in body.get("developerMetadata", []):
        yield {"createDeveloperMetadata": {"developerMetadata": item}}


def _properties(sheet: Json, number: int) -> Json:
    given = {"sheetId": number, "title": f"Sheet{number + 1}", **sheet.get("properties", {})}
    return {**given, "index": number}


def _first(given: Json) -> list[Json]:
    """The first tab takes the place of the one that every new spreadsheet has."""
    size = {"rowCount": DEFAULT_ROWS, "columnCount": DEFAULT_COLUMNS}
    shown = {name: part for name, part in given.items() if name != "hidden"}
    made = {**shown, "gridProperties": {**size, **given.get("gridProperties", {})}}
    if given["sheetId"] == 0:
        fields = ",".join(made.keys() - {"sheetId", "sheetType"})
        return [{"updateSheetProperties": {"properties": made, "fields": fields}}]
    spare = {"properties": {"sheetId": 0, "title": _SPARE}, "fields": "title"}
    return [
        {"updateSheetProperties": spare},
        {"addSheet": {"properties": made}},
        {"deleteSheet": {"sheetId": 0}},
    ]


def _filled(sheet_id: int, sheet: Json) -> Iterator[Json]:
    if sheet.get("commentAnchors"):
        raise not_implemented("spreadsheets.create with sheets.commentAnchors")
    for data in sheet.get("data", []):
        yield from _data(sheet_id, data)
    for rect in sheet.get("merges", []):
        yield {"mergeCells": {"range": rect, "mergeType": "MERGE_ALL"}}
    for name, (kind, what) in _PARTS.items():
        given = sheet.get(name, [])
        for number, part in enumerate(given if isinstance(given, list) else [given]):
            if name == "bandedRanges" and _is_of_table(part, sheet):
                continue
            place = {"index": number} if name == "conditionalFormats" else {}
            yield {kind: {what: part, **place}}
    for group in (group for name in _GROUPS for group in sheet.get(name, [])):
        yield from _group(group)


def _is_of_table(band: Json, sheet: Json) -> bool:
    """Whether a band is the colours of a table, which come with the table."""
    tables = sheet.get("tables", [])
    return any(table.get("range") == band.get("range") for table in tables)


def _group(group: Json) -> list[Json]:
    made: list[Json] = [{"addDimensionGroup": {"range": group.get("range", {})}}]
    if group.get("collapsed"):
        made.append({"updateDimensionGroup": {"dimensionGroup": group, "fields": "collapsed"}})
    return made


def _data(sheet_id: int, data: Json) -> Iterator[Json]:
    row, column = data.get("startRow", 0), data.get("startColumn", 0)
    if data.get("rowData"):
        start = {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column}
        yield {"updateCells": {"start": start, "rows": data["rowData"], "fields": "*"}}
    yield from _sizes(sheet_id, "ROWS", row, data.get("rowMetadata", []))
    yield from _sizes(sheet_id, "COLUMNS", column, data.get("columnMetadata", []))


def _sizes(sheet_id: int, dimension: str, start: int, listed: list[Json]) -> Iterator[Json]:
    """Sizes of rows or columns, neighbours of one size together; metadata that lies on them."""
    wanted = [{name: item[name] for name in _SIZES if name in item} for item in listed]
    for size, alike in groupby(enumerate(wanted, start), key=lambda pair: pair[1]):
        places = [place for place, _ in alike]
        if size:
            span = {"startIndex": places[0], "endIndex": places[-1] + 1}
            where = {"sheetId": sheet_id, "dimension": dimension, **span}
            update = {"range": where, "properties": size, "fields": ",".join(size)}
            yield {"updateDimensionProperties": update}
    for item in listed:
        for part in item.get("developerMetadata", []):
            yield {"createDeveloperMetadata": {"developerMetadata": part}}
