"""values.get, values.batchGet and spreadsheets.get: trimmed and echoed as Google does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

import localsheets
from tests.localsheets.grids import book_of

Json = dict[str, Any]
Api = Callable[..., Json]

BUDGET = """
    | Account |    | Budget |
    | 1100    |    | $1,200 |
    |         |    |        |
    |         | x  |        |
    | 1200    |    | =C2*2  |
"""


@pytest.fixture
def book(server: localsheets.Server) -> str:
    made = server.workbooks.create("book")
    known = book_of(Budget=BUDGET, CO2="| a |", Empty="")
    made.sheets, made.id = known.sheets, "book"
    return "/v4/spreadsheets/book"


READS = {
    "Budget": (
        "Budget!A1:J20",
        [["Account", "", "Budget"], ["1100", "", "$1,200"], [], ["", "x"], ["1200", "", "$2,400"]],
    ),
    "Budget!A1:B2": ("Budget!A1:B2", [["Account"], ["1100"]]),
    "Budget!B4:A1": ("Budget!A1:B4", [["Account"], ["1100"], [], ["", "x"]]),
    "A2": ("Budget!A2", [["1100"]]),
    "C:C": ("Budget!C1:C20", [["Budget"], ["$1,200"], [], [], ["$2,400"]]),
    "Budget!C4:C": ("Budget!C4:C20", [[], ["$2,400"]]),
    "2:2": ("Budget!A2:J2", [["1100", "", "$1,200"]]),
    "Budget!A19:Z99": ("Budget!A19:J20", None),
    "'CO2'": ("'CO2'!A1:J20", [["a"]]),
    "budget!a2": ("Budget!A2", [["1100"]]),
    "Empty": ("Empty!A1:J20", None),
}


@pytest.mark.parametrize(("asked", "expected"), READS.items())
def test_values_are_trimmed_and_the_range_is_echoed(
    book: str, api: Api, asked: str, expected: tuple[str, Any]
) -> None:
    found = api("GET", f"{book}/values/{quote(asked, safe='')}")
    assert (found["range"], found.get("values")) == expected
    assert found["majorDimension"] == "ROWS"


REFUSED = {
    "Nope!A1": "Unable to parse range: Nope!A1",
    "Nope": "Unable to parse range: Nope",
    "Budget!": "Unable to parse range: Budget!",
    "Budget!A1:B2:C3": "Unable to parse range: Budget!A1:B2:C3",
    "Budget!K1": "Range (Budget!K1) exceeds grid limits. Max rows: 20, max columns: 10",
    "Budget!A21:A30": "Range (Budget!A21:A30) exceeds grid limits. Max rows: 20, max columns: 10",
    "CO2": "Range (Budget!CO2) exceeds grid limits. Max rows: 20, max columns: 10",
}


@pytest.mark.parametrize(("asked", "message"), REFUSED.items())
def test_bad_ranges_are_refused_in_googles_words(
    book: str, api: Api, asked: str, message: str
) -> None:
    error = api("GET", f"{book}/values/{quote(asked, safe='')}")["error"]
    assert error == {"code": 400, "message": message, "status": "INVALID_ARGUMENT"}


def test_values_are_rendered_as_asked_for(book: str, api: Api) -> None:
    def read(**params: str) -> Any:
        return api("GET", f"{book}/values/Budget!C2:C5", **params)["values"]

    assert read() == [["$1,200"], [], [], ["$2,400"]]
    assert read(valueRenderOption="UNFORMATTED_VALUE") == [[1200], [], [], [2400]]
    assert read(valueRenderOption="FORMULA") == [[1200], [], [], ["=C2*2"]]
    assert read(majorDimension="COLUMNS") == [["$1,200", "", "", "$2,400"]]
    error = api("GET", f"{book}/values/A1", valueRenderOption="NOPE")["error"]
    assert error["code"] == 400


def test_among_formulas_dates_are_shown_if_that_is_asked_for(server: Any, api: Api) -> None:
    server.workbooks.create("book").sheets = book_of(Tab="| 2017-03-04 | =A1+1 | 7% |").sheets

    def read(dates: str) -> Any:
        asked = {"valueRenderOption": "FORMULA", "dateTimeRenderOption": dates}
        return api("GET", "/v4/spreadsheets/book/values/A1:C1", **asked)["values"]

    assert read("SERIAL_NUMBER") == [[42798, "=A1+1", 0.07]]
    assert read("FORMATTED_STRING") == [["2017-03-04", "=A1+1", 0.07]]


def test_several_ranges_come_in_the_order_asked_for(book: str, api: Api) -> None:
    found = api("GET", f"{book}/values:batchGet", ranges=["Budget!A5", "Empty", "Budget!B4"])
    assert found["spreadsheetId"] == "book"
    assert [part.get("values") for part in found["valueRanges"]] == [[["1200"]], None, [["x"]]]


def test_a_mask_overrides_grid_data_and_empty_sheets_have_no_rows(book: str, api: Api) -> None:
    found = api("GET", book, fields="sheets(properties.title,data.rowData.values.formattedValue)")
    budget, _, empty = found["sheets"]
    assert budget["properties"] == {"title": "Budget"}
    assert budget["data"][0]["rowData"][2] == {}
    assert budget["data"][0]["rowData"][3] == {"values": [{}, {"formattedValue": "x"}]}
    assert empty["data"] == [{}]
    assert "data" not in api("GET", book)["sheets"][0]


def test_ranges_pick_sheets_and_blocks(book: str, api: Api) -> None:
    found = api("GET", book, ranges=["Budget!B2:C4", "'CO2'!A1"], includeGridData="true")
    budget, other = found["sheets"]
    assert other["properties"]["title"] == "CO2"
    (data,) = budget["data"]
    assert (data["startRow"], data["startColumn"]) == (1, 1)
    assert data["rowData"][0]["values"][1]["formattedValue"] == "$1,200"
    assert len(data["rowMetadata"]) == 3
    assert len(data["columnMetadata"]) == 2


def test_a_sheet_id_of_zero_is_left_out_of_ranges_but_not_of_properties(
    book: str, api: Api
) -> None:
    area = {"sheetId": 0, "startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0}
    request = {"mergeCells": {"range": {**area, "endColumnIndex": 1}, "mergeType": "MERGE_ALL"}}
    api("POST", f"{book}:batchUpdate", {"requests": [request]})
    sheet = api("GET", book)["sheets"][0]
    assert sheet["properties"]["sheetId"] == 0
    assert sheet["merges"] == [
        {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 1}
    ]


UNKNOWN = {"code": 404, "message": "Requested entity was not found.", "status": "NOT_FOUND"}


@pytest.mark.parametrize("path", ["", "/values/A1", "/values:batchGet"])
def test_an_unknown_spreadsheet_is_not_found(api: Api, path: str) -> None:
    assert api("GET", f"/v4/spreadsheets/nope{path}")["error"] == UNKNOWN
