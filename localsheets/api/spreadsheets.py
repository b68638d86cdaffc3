"""spreadsheets.get, .create, .batchUpdate."""

from __future__ import annotations

import re
from typing import Any

from localsheets import requests
from localsheets.access import owned_by
from localsheets.api.creating import as_requests
from localsheets.api.drive.common import new_id
from localsheets.api.request import Call
from localsheets.formulas.engine import compute
from localsheets.render.ranges import resolve_closed
from localsheets.render.spreadsheet import spreadsheet
from localsheets.state.book import Book, new_book
from localsheets.state.entry import Entry
from localsheets.state.move import settle
from localsheets.wire import masks, messages
from localsheets.wire.answer import Answer
from localsheets.wire.errors import ApiError

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


def create(call: Call) -> Answer:
    """POST v4/spreadsheets: a new spreadsheet, with all that is asked for, or none at all."""
    body = messages.read("Spreadsheet", call.body())
    wanted = as_requests(body)
    title = body.get("properties", {}).get("title") or "Untitled spreadsheet"
    entry = Entry(new_book(new_id(), title), permissions=owned_by(call.account))
    try:
        requests.apply(entry.book, wanted)
    except ApiError as error:
        raise _without_place(error) from error
    settle(entry.book)
    compute(entry.book)
    call.workbooks.add(entry)
    return Answer(spreadsheet(entry.book, masks.ALL, None, with_data=False))


def _without_place(error: ApiError) -> ApiError:
    """The caller sent no requests, and need not read of them."""
    text = re.sub(r"^Invalid requests\[\d+\]\.\w+: ", "", error.message)
    return ApiError(error.code, text, error.violations)
