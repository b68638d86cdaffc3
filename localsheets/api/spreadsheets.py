"""spreadsheets.get, .create, .batchUpdate."""

from __future__ import annotations

from typing import Any

from localsheets import requests
from localsheets.api.drive.common import new_id
from localsheets.api.request import Answer, Call
from localsheets.render.ranges import resolve_closed
from localsheets.render.spreadsheet import spreadsheet
from localsheets.state.book import DEFAULT_COLUMNS, DEFAULT_ROWS, Book
from localsheets.wire import masks, messages
from localsheets.wire.errors import not_implemented

Json = dict[str, Any]


def get(call: Call) -> Answer:
    """GET v4/spreadsheets/{id}: a mask overrides includeGridData."""
    book = call.workbooks.read(call.path["id"])
    fields = call.one("fields")
    mask = masks.parse(fields, "Spreadsheet") if fields else masks.ALL
    ranges = [resolve_closed(book, text) for text in call.params.get("ranges", [])]
    with_data = bool(fields) or call.flag("includeGridData")
    with_bands = not call.flag("excludeTablesInBandedRanges")
    made = spreadsheet(book, mask, ranges or None, with_data, bands_of_tables=with_bands)
    return Answer(made)


def batch_update(call: Call) -> Answer:
    """POST v4/spreadsheets/{id}:batchUpdate: all requests are applied, or none."""
    spreadsheet_id = call.path["id"]
    call.workbooks.entry(spreadsheet_id)
    body = requests.read(call.body())
    wanted = body.get("requests", [])
    requests.check(wanted)

    def work(book: Book) -> list[Json]:
        return requests.apply(book, wanted)

    replies, book = call.workbooks.changed(spreadsheet_id, work)
    made: Json = {"spreadsheetId": spreadsheet_id, "replies": replies}
    if body.get("includeSpreadsheetInResponse"):
        made["updatedSpreadsheet"] = _updated(book, body)
    return Answer(made)


def _updated(book: Book, body: Json) -> Json:
    ranges = [resolve_closed(book, text) for text in body.get("responseRanges", [])]
    with_data = bool(body.get("responseIncludeGridData"))
    return spreadsheet(book, masks.ALL, ranges or None, with_data)


CREATE_PARTS = {"properties", "sheets"}


def create(call: Call) -> Answer:
    """POST v4/spreadsheets: a new spreadsheet, with the tabs that are asked for."""
    body = messages.read("Spreadsheet", call.body())
    for name in body.keys() - CREATE_PARTS:
        raise not_implemented(f"spreadsheets.create with {name}")
    properties = body.get("properties", {})
    title = properties.get("title") or "Untitled spreadsheet"
    book = call.workbooks.create(title, new_id(), call.account)
    wanted = _as_requests(body)
    if wanted:
        try:
            call.workbooks.change(book.id, lambda copy: requests.apply(copy, wanted))
        except Exception:
            call.workbooks.delete(book.id)
            raise
    return Answer(spreadsheet(call.workbooks.read(book.id), masks.ALL, None, with_data=False))


def _as_requests(body: Json) -> list[Json]:
    """What a create asks for beyond an empty spreadsheet, as the requests that would do it."""
    wanted: list[Json] = []
    settings = {k: v for k, v in body.get("properties", {}).items() if k in ("locale", "timeZone")}
    if settings:
        update = {"properties": settings, "fields": ",".join(settings)}
        wanted.append({"updateSpreadsheetProperties": update})
    sheets = body.get("sheets", [])
    for number, sheet in enumerate(sheets):
        for name in sheet.keys() - {"properties", "data"}:
            raise not_implemented(f"spreadsheets.create with sheets.{name}")
        given = {"sheetId": number, "title": f"Sheet{number + 1}", **sheet.get("properties", {})}
        wanted.extend(_first(given) if number == 0 else [{"addSheet": {"properties": given}}])
        wanted.extend(_data(given["sheetId"], data) for data in sheet.get("data", []))
    return wanted


def _first(given: Json) -> list[Json]:
    """The first tab takes the place of the one that every new spreadsheet has."""
    size = {"rowCount": DEFAULT_ROWS, "columnCount": DEFAULT_COLUMNS}
    grid = {**size, **given.get("gridProperties", {})}
    made = {**given, "gridProperties": grid, "index": 0}
    if given["sheetId"] == 0:
        fields = ",".join(made.keys() - {"sheetId", "sheetType"})
        return [{"updateSheetProperties": {"properties": made, "fields": fields}}]
    spare = {"properties": {"sheetId": 0, "title": "localsheets spare"}, "fields": "title"}
    return [
        {"updateSheetProperties": spare},
        {"addSheet": {"properties": made}},
        {"deleteSheet": {"sheetId": 0}},
    ]


def _data(sheet_id: int, data: Json) -> Json:
    start = {
        "sheetId": sheet_id,
        "rowIndex": data.get("startRow", 0),
        "columnIndex": data.get("startColumn", 0),
    }
    return {"updateCells": {"start": start, "rows": data.get("rowData", []), "fields": "*"}}
