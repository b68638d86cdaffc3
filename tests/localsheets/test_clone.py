"""A tab copied within its spreadsheet and to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gspread
import pytest

import localsheets
from localsheets.state import parts
from localsheets.state.clone import clone
from tests.localsheets.grids import book_of, grid_of, tidy
from tests.localsheets.test_parts import book_with_everything

Json = dict[str, Any]
Send = Callable[..., Json]

A1_C3 = {"startRowIndex": 0, "endRowIndex": 3, "startColumnIndex": 0, "endColumnIndex": 3}
HERE = {"sheetId": 0, **A1_C3}
RULE = {
    "ranges": [HERE],
    "booleanRule": {
        "condition": {"type": "NOT_BLANK"},
        "format": {"textFormat": {"bold": True}},
    },
}
CHART = {
    "spec": {
        "title": "Spent",
        "basicChart": {
            "chartType": "COLUMN",
            "series": [{"series": {"sourceRange": {"sources": [{**HERE, "endColumnIndex": 1}]}}}],
        },
    },
    "position": {"overlayPosition": {"anchorCell": {"sheetId": 0, "rowIndex": 5}}},
}
VALUES = {"range": "Sheet1!A1", "values": [["Account", '=A1&"!"'], ["=A1", 350]]}
FULL = [
    {"mergeCells": {"range": {**HERE, "startRowIndex": 2}, "mergeType": "MERGE_ALL"}},
    {"addConditionalFormatRule": {"rule": RULE}},
    {"addBanding": {"bandedRange": {"range": HERE, "rowProperties": {"firstBandColor": {}}}}},
    {"setBasicFilter": {"filter": {"range": HERE}}},
    {"addChart": {"chart": CHART}},
    {"addProtectedRange": {"protectedRange": {"range": HERE}}},
    {"addNamedRange": {"namedRange": {"name": "Spent", "range": HERE}}},
    {
        "repeatCell": {
            "range": HERE,
            "cell": {"userEnteredFormat": {"textFormat": {"italic": True}}},
            "fields": "userEnteredFormat",
        }
    },
]


@pytest.fixture
def full(batch: Send, api: Send) -> Json:
    """The spreadsheet "book" whose one tab has a bit of everything; answers that tab."""
    body = {"valueInputOption": "USER_ENTERED", "data": [VALUES]}
    api("POST", "/v4/spreadsheets/book/values:batchUpdate", body)
    assert "error" not in batch(*FULL)
    return tab(api, "book", "Sheet1")


def tab(api: Send, book: str, title: str) -> Json:
    found = api("GET", f"/v4/spreadsheets/{book}", includeGridData="true")["sheets"]
    return next(sheet for sheet in found if sheet["properties"]["title"] == title)


def without_ids(value: Any) -> Any:
    """A tab without ids, place and title: what two copies have in common."""
    if isinstance(value, list):
        return [without_ids(part) for part in value]
    if not isinstance(value, dict):
        return value
    left_out = {"sheetId", "chartId", "bandedRangeId", "index", "title", "protectedRanges"}
    return {key: without_ids(part) for key, part in value.items() if key not in left_out}


def ids(value: Any, key: str) -> set[int]:
    if isinstance(value, list):
        return {found for part in value for found in ids(part, key)}
    if not isinstance(value, dict):
        return set()
    own = {value[key]} if key in value else set()
    return own | {found for part in value.values() for found in ids(part, key)}


def test_a_duplicate_has_everything_but_protection(full: Json, batch: Send, api: Send) -> None:
    reply = batch({"duplicateSheet": {"sourceSheetId": 0, "newSheetName": "Twin"}})
    new_id = reply["replies"][0]["duplicateSheet"]["properties"]["sheetId"]
    twin = tab(api, "book", "Twin")
    assert without_ids(twin) == without_ids(full)
    assert ids(twin, "sheetId") == {new_id}
    assert not ids(twin, "chartId") & ids(full, "chartId")
    assert not ids(twin, "bandedRangeId") & ids(full, "bandedRangeId")
    assert full["protectedRanges"]
    assert "protectedRanges" not in twin
    assert tab(api, "book", "Sheet1")["merges"] == full["merges"]


def test_copy_to_the_same_spreadsheet(full: Json, api: Send) -> None:
    body = {"destinationSpreadsheetId": "book"}
    made = api("POST", "/v4/spreadsheets/book/sheets/0:copyTo", body)
    assert made["title"] == "Copy of Sheet1"
    assert made["index"] == 1
    assert made["gridProperties"] == full["properties"]["gridProperties"]
    assert api("POST", "/v4/spreadsheets/book/sheets/0:copyTo", body)["title"] == "Copy of Sheet1 1"
    assert without_ids(tab(api, "book", "Copy of Sheet1")) == without_ids(full)


def test_copy_to_another_spreadsheet(full: Json, api: Send, server: localsheets.Server) -> None:
    server.workbooks.create("other")
    body = {"destinationSpreadsheetId": "other"}
    made = api("POST", "/v4/spreadsheets/book/sheets/0:copyTo", body)
    copy = tab(api, "other", "Copy of Sheet1")
    assert copy["properties"]["sheetId"] == made["sheetId"]
    assert copy["charts"][0]["spec"]["title"] == "Spent"
    shown = api("GET", "/v4/spreadsheets/other/values/'Copy of Sheet1'!A1:B2")
    assert shown["values"] == [["Account", "Account!"], ["Account", "350"]]
    names = api("GET", "/v4/spreadsheets/other")["namedRanges"]
    assert [(name["name"], name["range"]["sheetId"]) for name in names] == [
        ("Spent", made["sheetId"])
    ]


def test_a_chart_of_another_tab_stays_behind(
    full: Json, batch: Send, api: Send, server: localsheets.Server
) -> None:
    batch({"addSheet": {"properties": {"sheetId": 7, "title": "Charts"}}})
    place = {"overlayPosition": {"anchorCell": {"sheetId": 7}}}
    batch({"addChart": {"chart": {**CHART, "position": place}}})
    server.workbooks.create("other")
    for book, kept in (("book", 1), ("other", 0)):
        body = {"destinationSpreadsheetId": book}
        api("POST", "/v4/spreadsheets/book/sheets/7:copyTo", body)
        assert len(tab(api, book, "Copy of Charts").get("charts", [])) == kept


@pytest.mark.parametrize(
    ("path", "body", "code", "message"),
    [
        ("book/sheets/5", {"destinationSpreadsheetId": "book"}, 400, "No grid with id: 5"),
        ("none/sheets/0", {"destinationSpreadsheetId": "book"}, 404, "Requested entity was not"),
        ("book/sheets/0", {"destinationSpreadsheetId": "none"}, 404, "Requested entity was not"),
        ("book/sheets/0", {}, 400, "destinationSpreadsheetId must be specified."),
        ("book/sheets/x", {}, 400, "Invalid value at 'sheet_id' (TYPE_INT32), \"x\""),
    ],
)
def test_refusals(batch: Send, api: Send, path: str, body: Json, code: int, message: str) -> None:
    error = api("POST", f"/v4/spreadsheets/{path}:copyTo", body)["error"]
    assert error["code"] == code
    assert error["message"].startswith(message)


def test_gspread_copies_a_worksheet(google: gspread.Client, batch: Send) -> None:
    made = google.open_by_key("book").sheet1.copy_to("book")
    assert made["title"] == "Copy of Sheet1"


@pytest.mark.parametrize("kind", parts.KINDS, ids=lambda kind: str(kind.field))
def test_every_part_is_copied_means_the_copy_and_has_a_new_id(kind: parts.Kind) -> None:
    book = book_with_everything()
    twin = clone(book, book.sheets[0], book, "Twin", 99)
    book.sheets.append(twin)
    if kind.field == "protected":
        assert not kind.of(twin)
        return
    (own,), (other,) = kind.of(book.sheets[0]), kind.of(twin)
    assert parts.tabs_of(kind.message, other) == {99}
    if kind.id:
        assert own[kind.id] != other[kind.id]
    used = [(key, part[key]) for key, part in book.parts()]
    assert len(used) == len(set(used))


def test_formulas_that_named_their_own_tab_name_the_copy() -> None:
    book = book_of(Budget="| 5 | =Budget!A1*2 | =Rates!A1 |", Rates="| 3 |")
    twin = clone(book, book.sheets[0], book, "Copy of Budget", 9)
    assert grid_of(book, twin, formulas=True) == tidy("| 5 | ='Copy of Budget'!A1*2 | =Rates!A1 |")
    assert grid_of(book, book.sheets[0], formulas=True) == tidy("| 5 | =Budget!A1*2 | =Rates!A1 |")


def test_copies_are_named_in_turn_and_placed_where_asked(batch: Send, api: Send) -> None:
    answer = batch(
        {"duplicateSheet": {"sourceSheetId": 0, "insertSheetIndex": 1, "newSheetId": 5}},
        {"duplicateSheet": {"sourceSheetId": 0, "insertSheetIndex": 1, "newSheetName": "Mine"}},
        {"duplicateSheet": {"sourceSheetId": 0}},
    )
    titles = [reply["duplicateSheet"]["properties"]["title"] for reply in answer["replies"]]
    assert titles == ["Copy of Sheet1", "Mine", "Copy of Sheet1 1"]
    found = api("GET", "/v4/spreadsheets/book", fields="sheets.properties(title,index)")
    assert [sheet["properties"]["title"] for sheet in found["sheets"]] == [
        "Copy of Sheet1 1",
        "Sheet1",
        "Mine",
        "Copy of Sheet1",
    ]


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"newSheetId": 0}, "Sheet with ID 0 already exists. Please enter another ID."),
        ({"newSheetId": -1}, "Sheet ID must be non-negative: -1"),
        ({"sourceSheetId": 3}, "No sheet with id: 3"),
        ({"insertSheetIndex": 9}, "Sheet index 9 is out of range."),
        (
            {"newSheetName": "SHEET1"},
            'A sheet with the name "SHEET1" already exists. Please enter another name.',
        ),
    ],
)
def test_a_copy_is_refused(batch: Send, request_: Json, message: str) -> None:
    answer = batch({"duplicateSheet": request_})
    assert answer["error"]["message"] == f"Invalid requests[0].duplicateSheet: {message}"
