"""The methods that take data filters, and developer metadata by id."""

from __future__ import annotations

from typing import Any

from localsheets.api.request import Call
from localsheets.api.standard import mask_of
from localsheets.api.tabs import path_number
from localsheets.api.values import asked_back, totals, typed_in, updated_data
from localsheets.api.writes import Written, clear_at, update_at
from localsheets.render import lookup
from localsheets.render.spreadsheet import spreadsheet
from localsheets.render.values import Options, value_range
from localsheets.state.book import Book
from localsheets.wire import masks, messages
from localsheets.wire.answer import Answer
from localsheets.wire.errors import not_found

Json = dict[str, Any]


def get_spreadsheet(call: Call) -> Answer:
    """POST v4/spreadsheets/{id}:getByDataFilter: the tabs and blocks that any filter selects."""
    body = messages.read("GetSpreadsheetByDataFilterRequest", call.body())
    book = call.workbooks.read(call.path["id"])
    filters = body.get("dataFilters")
    chosen = None if not filters else [place for place, _ in _places(book, filters)]
    mask = mask_of("spreadsheets.getByDataFilter", call)
    with_data = mask is not None or bool(body.get("includeGridData"))
    with_bands = not body.get("excludeTablesInBandedRanges")
    made = spreadsheet(book, mask or masks.ALL, chosen, with_data, bands_of_tables=with_bands)
    return Answer(made)


def _places(book: Book, filters: list[Json]) -> list[tuple[lookup.Place, list[Json]]]:
    return lookup.grouped(filters, lambda data_filter: lookup.places(book, data_filter))


def batch_get(call: Call) -> Answer:
    """POST .../values:batchGetByDataFilter: each range once, with the filters that select it."""
    body = messages.read("BatchGetValuesByDataFilterRequest", call.body())
    book = call.workbooks.read(call.path["id"])
    options = Options(
        body.get("majorDimension", "ROWS"),
        body.get("valueRenderOption", "FORMATTED_VALUE"),
        body.get("dateTimeRenderOption", "SERIAL_NUMBER"),
    )
    found = [
        {"valueRange": value_range(book, sheet, rect, options), "dataFilters": using}
        for (sheet, rect), using in _places(book, body.get("dataFilters", []))
    ]
    made: Json = {"spreadsheetId": book.id}
    return Answer(made | ({"valueRanges": found} if found else {}))


def batch_update(call: Call) -> Answer:
    """POST .../values:batchUpdateByDataFilter: into every range that a filter selects."""
    body = messages.read("BatchUpdateValuesByDataFilterRequest", call.body())
    typed = typed_in(body.get("valueInputOption", ""))

    def work(book: Book) -> list[tuple[Json, Written]]:
        return [
            (part.get("dataFilter", {}), update_at(book, sheet, rect, part, typed))
            for part in body.get("data", [])
            for sheet, rect in lookup.places(book, part.get("dataFilter", {}))
        ]

    parts, book = call.workbooks.changed(call.path["id"], work)
    made: Json = {"spreadsheetId": book.id, **totals([written for _, written in parts])}
    options = asked_back(body)
    responses = [_reply(book, using, written, options) for using, written in parts]
    return Answer(made | ({"responses": responses} if responses else {}))


def _reply(book: Book, using: Json, written: Written, options: Options | None) -> Json:
    made = {**written.reply(book.id), "dataFilter": using}
    del made["spreadsheetId"]
    if options is not None:
        made["updatedData"] = updated_data(book, written, options)
    return made


def batch_clear(call: Call) -> Answer:
    """POST .../values:batchClearByDataFilter."""
    body = messages.read("BatchClearValuesByDataFilterRequest", call.body())

    def work(book: Book) -> list[str]:
        chosen = _places(book, body.get("dataFilters", []))
        return [clear_at(book, sheet, rect) for (sheet, rect), _ in chosen]

    cleared = call.workbooks.change(call.path["id"], work)
    made: Json = {"spreadsheetId": call.path["id"]}
    return Answer(made | ({"clearedRanges": cleared} if cleared else {}))


def get_metadata(call: Call) -> Answer:
    """GET .../developerMetadata/{metadataId}; a 404 where the spreadsheet has no such id."""
    wanted = path_number(call, "metadataId")
    book = call.workbooks.read(call.path["id"])
    for item in book.metadata:
        if item["metadataId"] == wanted:
            return Answer(item)
    raise not_found()


def search_metadata(call: Call) -> Answer:
    """POST .../developerMetadata:search: each item once, with the filters that select it."""
    body = messages.read("SearchDeveloperMetadataRequest", call.body())
    book = call.workbooks.read(call.path["id"])
    filters = body.get("dataFilters", [])
    found = [
        {"developerMetadata": item, "dataFilters": using}
        for item, using in lookup.grouped(filters, lambda one: lookup.items(book, one))
    ]
    return Answer({"matchedDeveloperMetadata": found} if found else {})
