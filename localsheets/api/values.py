"""spreadsheets.values: get, batchGet, update, batchUpdate, append, clear, batchClear."""

from __future__ import annotations

from typing import Any

from localsheets.api.request import Answer, Call
from localsheets.api.writes import Written, append, clear, update
from localsheets.render.ranges import resolve_closed
from localsheets.render.values import Options, value_range
from localsheets.state.book import Book
from localsheets.wire import masks, messages
from localsheets.wire.errors import bad

Json = dict[str, Any]

RENDER = ("FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA")
DATES = ("SERIAL_NUMBER", "FORMATTED_STRING")
MAJOR = ("ROWS", "COLUMNS")
INPUT = ("INPUT_VALUE_OPTION_UNSPECIFIED", "RAW", "USER_ENTERED")


def _options(call: Call) -> Options:
    return Options(
        call.choice("majorDimension", MAJOR),
        call.choice("valueRenderOption", RENDER),
        call.choice("dateTimeRenderOption", DATES),
    )


def _masked(call: Call, made: Json, message: str) -> Answer:
    fields = call.one("fields")
    return Answer(masks.prune(made, masks.parse(fields, message)) if fields else made)


def get(call: Call) -> Answer:
    """GET .../values/{range}."""
    book = call.workbooks.read(call.path["id"])
    sheet, rect = resolve_closed(book, call.path["range"])
    return _masked(call, value_range(book, sheet, rect, _options(call)), "ValueRange")


def batch_get(call: Call) -> Answer:
    """GET .../values:batchGet."""
    book = call.workbooks.read(call.path["id"])
    options = _options(call)
    found = [resolve_closed(book, text) for text in call.params.get("ranges", [])]
    made = {
        "spreadsheetId": book.id,
        "valueRanges": [value_range(book, sheet, rect, options) for sheet, rect in found],
    }
    return _masked(call, made, "BatchGetValuesResponse")


def _input(option: str) -> bool:
    """Whether text is read as if typed (USER_ENTERED)."""
    if option not in INPUT[1:]:
        raise bad("'valueInputOption' is required but not specified")
    return option == "USER_ENTERED"


def _body(call: Call) -> Json:
    body = call.body()
    return messages.read("ValueRange", body, "data")


def _same_range(body: Json, text: str) -> None:
    if body.get("range") and body["range"] != text:
        raise bad(
            f"Requested writing within range [{text}], but tried writing to range [{body['range']}]"
        )


def put(call: Call) -> Answer:
    """PUT .../values/{range}."""
    body = _body(call)
    typed = _input(call.choice("valueInputOption", INPUT))
    text = call.path["range"]
    _same_range(body, text)
    written, book = call.workbooks.changed(
        call.path["id"], lambda book: update(book, text, body, typed)
    )
    return Answer(_reply(book, written, _response_options(call)))


def _response_options(call: Call) -> Options | None:
    """How to give back what was written, if that was asked for."""
    if not call.flag("includeValuesInResponse"):
        return None
    return Options(
        "ROWS",
        call.choice("responseValueRenderOption", RENDER),
        call.choice("responseDateTimeRenderOption", DATES),
    )


def _reply(book: Book, written: Written, options: Options | None) -> Json:
    made = written.reply(book.id)
    if options is not None:
        sheet, rect = resolve_closed(book, written.range)
        made["updatedData"] = value_range(book, sheet, rect, options)
    return made


def batch_update(call: Call) -> Answer:
    """POST .../values:batchUpdate."""
    body = messages.read("BatchUpdateValuesRequest", call.body())
    typed = _input(body.get("valueInputOption", ""))
    ranges = body.get("data", [])

    def work(book: Book) -> list[Written]:
        return [update(book, part.get("range", ""), part, typed) for part in ranges]

    parts, book = call.workbooks.changed(call.path["id"], work)
    options = None
    if body.get("includeValuesInResponse"):
        render = body.get("responseValueRenderOption", RENDER[0])
        options = Options("ROWS", render, body.get("responseDateTimeRenderOption", DATES[0]))
    return Answer(
        {
            "spreadsheetId": call.path["id"],
            "totalUpdatedRows": len({(p.sheet_id, row) for p in parts for row in p.rows}),
            "totalUpdatedColumns": len({(p.sheet_id, col) for p in parts for col in p.columns}),
            "totalUpdatedCells": sum(part.cells for part in parts),
            "totalUpdatedSheets": len({part.sheet_id for part in parts}),
            "responses": [_reply(book, part, options) for part in parts],
        }
    )


def post_append(call: Call) -> Answer:
    """POST .../values/{range}:append."""
    body = _body(call)
    typed = _input(call.choice("valueInputOption", INPUT))
    insert = call.choice("insertDataOption", ("OVERWRITE", "INSERT_ROWS")) == "INSERT_ROWS"
    text = call.path["range"]
    (table, written), book = call.workbooks.changed(
        call.path["id"], lambda book: append(book, text, body, typed, insert)
    )
    made: Json = {"spreadsheetId": call.path["id"]}
    if table is not None:
        made["tableRange"] = table
    made["updates"] = _reply(book, written, _response_options(call))
    return Answer(made)


def post_clear(call: Call) -> Answer:
    """POST .../values/{range}:clear."""
    text = call.path["range"]
    cleared = call.workbooks.change(call.path["id"], lambda book: clear(book, text))
    return Answer({"spreadsheetId": call.path["id"], "clearedRange": cleared})


def batch_clear(call: Call) -> Answer:
    """POST .../values:batchClear."""
    body = messages.read("BatchClearValuesRequest", call.body())
    ranges = body.get("ranges", [])
    cleared = call.workbooks.change(
        call.path["id"], lambda book: [clear(book, text) for text in ranges]
    )
    return Answer({"spreadsheetId": call.path["id"], "clearedRanges": cleared})
