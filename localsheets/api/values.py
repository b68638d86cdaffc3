"""spreadsheets.values: get, batchGet, update, batchUpdate, append, clear, batchClear."""

from __future__ import annotations

from typing import Any

from localsheets.api.request import Call
from localsheets.api.writes import Written, append, clear, update
from localsheets.render.ranges import resolve_closed
from localsheets.render.values import Options, value_range
from localsheets.state.book import Book
from localsheets.wire import messages
from localsheets.wire.answer import Answer
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


def get(call: Call) -> Answer:
    """GET .../values/{range}."""
    book = call.workbooks.read(call.path["id"])
    sheet, rect = resolve_closed(book, call.path["range"])
    return Answer(value_range(book, sheet, rect, _options(call)))


def batch_get(call: Call) -> Answer:
    """GET .../values:batchGet."""
    book = call.workbooks.read(call.path["id"])
    options = _options(call)
    found = [resolve_closed(book, text) for text in call.params.get("ranges", [])]
    made: Json = {"spreadsheetId": book.id}
    if found:
        made["valueRanges"] = [value_range(book, sheet, rect, options) for sheet, rect in found]
    return Answer(made)


def typed_in(option: str) -> bool:
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
    typed = typed_in(call.choice("valueInputOption", INPUT))
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
        made["updatedData"] = updated_data(book, written, options)
    return made


def updated_data(book: Book, written: Written, options: Options) -> Json:
    """What stands now in the range that was asked for, which may be more than was written."""
    sheet, rect = resolve_closed(book, written.range)
    return value_range(book, sheet, written.asked or rect, options)


def batch_update(call: Call) -> Answer:
    """POST .../values:batchUpdate."""
    body = messages.read("BatchUpdateValuesRequest", call.body())
    typed = typed_in(body.get("valueInputOption", ""))
    ranges = body.get("data", [])

    def work(book: Book) -> list[Written]:
        return [update(book, part.get("range", ""), part, typed) for part in ranges]

    parts, book = call.workbooks.changed(call.path["id"], work)
    options = asked_back(body)
    made = {"spreadsheetId": call.path["id"], **totals(parts)}
    responses = [_reply(book, part, options) for part in parts]
    return Answer(made | ({"responses": responses} if responses else {}))


def asked_back(body: Json) -> Options | None:
    """How a batch wants to see what was written, if it does."""
    if not body.get("includeValuesInResponse"):
        return None
    render = body.get("responseValueRenderOption", RENDER[0])
    return Options("ROWS", render, body.get("responseDateTimeRenderOption", DATES[0]))


def totals(parts: list[Written]) -> Json:
    """The counts of a batch; those of zero are left out."""
    counts = {
        "totalUpdatedRows": len({(p.sheet_id, row) for p in parts for row in p.rows}),
        "totalUpdatedColumns": len({(p.sheet_id, col) for p in parts for col in p.columns}),
        "totalUpdatedCells": sum(part.cells for part in parts),
        "totalUpdatedSheets": len({part.sheet_id for part in parts if part.cells}),
    }
    return {name: count for name, count in counts.items() if count}


def post_append(call: Call) -> Answer:
    """POST .../values/{range}:append."""
    body = _body(call)
    typed = typed_in(call.choice("valueInputOption", INPUT))
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
    messages.read("ClearValuesRequest", call.body())
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
