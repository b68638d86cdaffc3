"""spreadsheets.sheets: copyTo."""

from __future__ import annotations

import re
from typing import Any

from localsheets.api.request import Call
from localsheets.render.spreadsheet import properties_of
from localsheets.state.book import Book
from localsheets.state.clone import clone, copy_title
from localsheets.state.move import settle
from localsheets.wire import messages, schema
from localsheets.wire.answer import Answer
from localsheets.wire.errors import bad, bad_payload

Json = dict[str, Any]


def path_number(call: Call, name: str) -> int:
    """A number in the path, or Google's refusal of what is none."""
    text = call.path[name]
    if not re.fullmatch(r"-?\d{1,10}", text):
        field = schema.snake(name)
        raise bad_payload([(field, f"Invalid value at '{field}' (TYPE_INT32), \"{text}\"")])
    return int(text)


def copy_to(call: Call) -> Answer:
    """POST .../sheets/{sheetId}:copyTo: to the end of a spreadsheet, this or another.

    Answers the SheetProperties of the new tab, whose title is "Copy of" the old one's.
    """
    body = messages.read("CopySheetToAnotherSpreadsheetRequest", call.body())
    source_id, target_id = call.path["id"], body.get("destinationSpreadsheetId")
    sheet_id = path_number(call, "sheetId")
    book = call.workbooks.read(source_id)
    if not target_id:
        raise bad("destinationSpreadsheetId must be specified.")

    def work(target: Book) -> Json:
        origin = target if target_id == source_id else book
        source = origin.sheet(sheet_id)
        settle(target)
        twin = clone(origin, source, target, copy_title(target, source.title), target.fresh_id())
        target.sheets.append(twin)
        target.check_size()
        return properties_of(target, twin)

    return Answer(call.workbooks.change(target_id, work))
