"""values.update, .append, .clear: where they write, what they answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import localsheets

Json = dict[str, Any]
Api = Callable[..., Json]
BOOK = "/v4/spreadsheets/book"


@pytest.fixture(autouse=True)
def _book(server: localsheets.Server) -> None:
    server.workbooks.create("book")


def put(api: Api, where: str, values: Any, option: str = "RAW", **body: Any) -> Json:
    sent = {"values": values, **body}
    return api("PUT", f"{BOOK}/values/{where}", sent, valueInputOption=option)


def values(api: Api, where: str = "A1:D9", **params: str) -> Any:
    return api("GET", f"{BOOK}/values/{where}", **params).get("values")


def test_null_skips_a_cell_and_an_empty_text_clears_it(api: Api) -> None:
    put(api, "A1:C1", [["a", "b", "c"]])
    answer = put(api, "A1:C1", [[None, "", "z"]])
    assert values(api) == [["a", "", "z"]]
    assert (answer["updatedRange"], answer["updatedCells"]) == ("Sheet1!A1:C1", 2)


def test_columns_may_be_written(api: Api) -> None:
    put(api, "A1", [["a", "b"], ["c"]], majorDimension="COLUMNS")
    assert values(api) == [["a", "c"], ["b"]]


def test_what_was_written_comes_back_when_asked_for(api: Api) -> None:
    answer = api(
        "PUT",
        f"{BOOK}/values/A1",
        {"values": [["=1+1"]]},
        valueInputOption="USER_ENTERED",
        includeValuesInResponse="true",
    )
    assert answer["updatedData"]["values"] == [["2"]]


@pytest.mark.parametrize(
    ("where", "message"),
    [
        (
            "A1:B2",
            "Requested writing within range [Sheet1!A1:B2], but tried writing to column [C]",
        ),
        ("Z1", "Range (Sheet1!Z1:AB1) exceeds grid limits. Max rows: 1000, max columns: 26"),
    ],
)
def test_writing_beyond_the_range_or_the_grid_is_refused(
    api: Api, where: str, message: str
) -> None:
    assert put(api, where, [[1, 2, 3]])["error"]["message"] == message


def test_an_input_option_is_required(api: Api) -> None:
    error = api("PUT", f"{BOOK}/values/A1", {"values": [[1]]})["error"]
    assert error["message"] == "'valueInputOption' is required but not specified"


def test_too_long_a_text_is_refused(api: Api) -> None:
    error = put(api, "A1", [["x" * 50_001]])["error"]
    assert error["message"] == (
        "Your input contains more than the maximum of 50000 characters in a single cell."
    )


def append(api: Api, where: str, rows: Any, **params: str) -> Json:
    return api(
        "POST", f"{BOOK}/values/{where}:append", {"values": rows}, valueInputOption="RAW", **params
    )


def test_append_finds_the_table_at_the_range(api: Api) -> None:
    put(api, "B2:C3", [["a", "b"], ["c", "d"]])
    answer = append(api, "B2", [["e"]])
    assert answer["tableRange"] == "Sheet1!B2:C3"
    assert answer["updates"]["updatedRange"] == "Sheet1!B4"


def test_append_at_an_empty_place_writes_there(api: Api) -> None:
    put(api, "B2", [["a"]])
    answer = append(api, "E5", [["e"]])
    assert "tableRange" not in answer
    assert answer["updates"]["updatedRange"] == "Sheet1!E5"


def test_append_may_insert_rows(api: Api) -> None:
    put(api, "A1:A3", [["a"], ["b"], ["below"]])
    put(api, "A3", [[""]])
    put(api, "A4", [["below"]])
    append(api, "A1", [["c"], ["d"]], insertDataOption="INSERT_ROWS")
    assert values(api) == [["a"], ["b"], ["c"], ["d"], [], ["below"]]


def test_what_is_appended_is_not_moved_by_its_own_insertion(api: Api) -> None:
    put(api, "A1:A2", [["=A5"], ["a"]], "USER_ENTERED")
    api(
        "POST",
        f"{BOOK}/values/A1:append",
        {"values": [["=A5"]]},
        valueInputOption="USER_ENTERED",
        insertDataOption="INSERT_ROWS",
    )
    found = values(api, "A1:A3", valueRenderOption="FORMULA")
    assert found == [["=A6"], ["a"], ["=A5"]]


def test_clear_keeps_looks(api: Api) -> None:
    put(api, "A1", [["$5"]], "USER_ENTERED")
    answer = api("POST", f"{BOOK}/values/A1:B2:clear")
    assert answer == {"spreadsheetId": "book", "clearedRange": "Sheet1!A1:B2"}
    assert values(api) is None
    put(api, "A1", [[7]])
    assert values(api) == [["$7"]]


def test_a_batch_is_all_or_nothing(api: Api) -> None:
    body = {
        "valueInputOption": "RAW",
        "data": [{"range": "A1", "values": [[1]]}, {"range": "Nope!A1", "values": [[1]]}],
    }
    assert "error" in api("POST", f"{BOOK}/values:batchUpdate", body)
    assert values(api) is None
