"""Data filters and developer metadata: what they select, read, write and clear.

|   | A       | B        | C     |
| 1 | Account | Budget   | Spent |   row 1 has the metadata "head" (id 1)
| 2 | 1100    | 200      | 150   |   column B "budget" (2), the tab "tab" (3),
| 3 | 1200    | 300      | 350   |   the spreadsheet "book" (4)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.localsheets.grids import lines_of

Json = dict[str, Any]
Send = Callable[..., Json]
BOOK = "/v4/spreadsheets/book"
GRID = """
| Account | Budget | Spent |
| 1100    | 200    | 150   |
| 1200    | 300    | 350   |
"""
ROW_1 = {"dimensionRange": {"dimension": "ROWS", "startIndex": 0, "endIndex": 1}}
COLUMN_B = {"dimensionRange": {"dimension": "COLUMNS", "startIndex": 1, "endIndex": 2}}
ITEMS: list[tuple[str, str, Json]] = [
    ("head", "DOCUMENT", ROW_1),
    ("budget", "PROJECT", COLUMN_B),
    ("tab", "DOCUMENT", {"sheetId": 0}),
    ("book", "DOCUMENT", {"spreadsheet": True}),
]


@pytest.fixture(autouse=True)
def _book(batch: Send, api: Send) -> None:
    body = {"valueInputOption": "RAW", "data": [{"range": "A1", "values": lines_of(GRID)}]}
    api("POST", f"{BOOK}/values:batchUpdate", body)
    made = [
        {
            "metadataId": number,
            "metadataKey": key,
            "metadataValue": f"{key}!",
            "visibility": visibility,
            "location": location,
        }
        for number, (key, visibility, location) in enumerate(ITEMS, start=1)
    ]
    batch(*({"createDeveloperMetadata": {"developerMetadata": item}} for item in made))


def by(**lookup: Any) -> Json:
    return {"developerMetadataLookup": lookup}


def grid(top: int, left: int, bottom: int, right: int) -> Json:
    names = ("startRowIndex", "startColumnIndex", "endRowIndex", "endColumnIndex")
    return {"gridRange": dict(zip(names, (top, left, bottom, right), strict=True))}


INTERSECTING = {"locationMatchingStrategy": "INTERSECTING_LOCATION"}
EXACT = {"locationMatchingStrategy": "EXACT_LOCATION"}


@pytest.mark.parametrize(
    ("data_filter", "ids"),
    [
        (by(metadataId=2), [2]),
        (by(metadataId=9), []),
        (by(metadataKey="head"), [1]),
        (by(metadataKey="head", metadataValue="tab!"), []),
        (by(metadataValue="tab!"), [3]),
        (by(visibility="PROJECT"), [2]),
        (by(locationType="ROW"), [1]),
        (by(locationType="COLUMN"), [2]),
        (by(locationType="SHEET"), [3]),
        (by(locationType="SPREADSHEET"), [4]),
        (by(), [1, 2, 3, 4]),
        (by(metadataLocation=ROW_1), [1, 2, 3]),
        (by(metadataLocation=ROW_1, **INTERSECTING), [1, 2, 3]),
        (by(metadataLocation=ROW_1, **EXACT), [1]),
        (by(metadataLocation=ROW_1, locationType="COLUMN"), [2]),
        (by(metadataLocation=COLUMN_B, **EXACT), [2]),
        (by(metadataLocation={"sheetId": 0}), [1, 2, 3]),
        (by(metadataLocation={"sheetId": 0}, **EXACT), [3]),
        (by(metadataLocation={"spreadsheet": True}), [4]),
        ({"a1Range": "A1"}, [1, 3]),
        ({"a1Range": "Sheet1!B2:C3"}, [2, 3]),
        ({"a1Range": "C2"}, [3]),
        (grid(0, 0, 1, 1), [1, 3]),
        (grid(1, 1, 3, 3), [2, 3]),
    ],
)
def test_what_a_filter_finds(api: Send, data_filter: Json, ids: list[int]) -> None:
    found = api("POST", f"{BOOK}/developerMetadata:search", {"dataFilters": [data_filter]})
    matched = found.get("matchedDeveloperMetadata", [])
    assert [match["developerMetadata"]["metadataId"] for match in matched] == ids
    assert all(match["dataFilters"] == [data_filter] for match in matched)


def test_an_item_comes_once_with_all_the_filters_that_find_it(api: Send) -> None:
    first, second = by(metadataKey="head"), by(locationType="ROW")
    body = {"dataFilters": [first, by(metadataId=3), second]}
    matched = api("POST", f"{BOOK}/developerMetadata:search", body)["matchedDeveloperMetadata"]
    assert [(m["developerMetadata"]["metadataId"], m["dataFilters"]) for m in matched] == [
        (1, [first, second]),
        (3, [by(metadataId=3)]),
    ]


def test_an_item_by_its_id(api: Send) -> None:
    assert api("GET", f"{BOOK}/developerMetadata/2") == {
        "metadataId": 2,
        "metadataKey": "budget",
        "metadataValue": "budget!",
        "location": {"locationType": "COLUMN", **COLUMN_B},
        "visibility": "PROJECT",
    }
    assert api("GET", f"{BOOK}/developerMetadata/9")["error"]["code"] == 404
    assert api("GET", f"{BOOK}/developerMetadata/x")["error"]["code"] == 400


@pytest.mark.parametrize(
    "data_filter",
    [
        {},
        {"a1Range": "A1", **by(metadataId=1)},
        {"a1Range": "Nowhere!A1"},
        grid(2, 2, 1, 1),
        grid(5000, 0, 5001, 1),
        {"gridRange": {"sheetId": 77}},
        by(**EXACT),
        by(metadataLocation=ROW_1, locationType="ROW", **EXACT),
        by(metadataLocation=ROW_1, locationType="SPREADSHEET"),
    ],
)
def test_filters_that_make_no_sense_are_refused(api: Send, data_filter: Json) -> None:
    for path in ("/developerMetadata:search", "/values:batchGetByDataFilter", ":getByDataFilter"):
        answer = api("POST", f"{BOOK}{path}", {"dataFilters": [data_filter]})
        assert answer["error"]["code"] == 400, path


def test_values_are_read_by_filters(api: Send) -> None:
    head, budget, corner = by(metadataKey="head"), by(metadataId=2), {"a1Range": "A1:B2"}
    body = {"dataFilters": [head, budget, corner, by(locationType="ROW"), by(metadataId=9)]}
    answer = api("POST", f"{BOOK}/values:batchGetByDataFilter", body)
    assert answer["spreadsheetId"] == "book"
    assert answer["valueRanges"] == [
        {
            "valueRange": {
                "range": "Sheet1!A1:Z1",
                "majorDimension": "ROWS",
                "values": [["Account", "Budget", "Spent"]],
            },
            "dataFilters": [head, by(locationType="ROW")],
        },
        {
            "valueRange": {
                "range": "Sheet1!B1:B1000",
                "majorDimension": "ROWS",
                "values": [["Budget"], ["200"], ["300"]],
            },
            "dataFilters": [budget],
        },
        {
            "valueRange": {
                "range": "Sheet1!A1:B2",
                "majorDimension": "ROWS",
                "values": [["Account", "Budget"], ["1100", "200"]],
            },
            "dataFilters": [corner],
        },
    ]
    columns = {"dataFilters": [corner], "majorDimension": "COLUMNS"}
    (only,) = api("POST", f"{BOOK}/values:batchGetByDataFilter", columns)["valueRanges"]
    assert only["valueRange"]["values"] == [["Account", "1100"], ["Budget", "200"]]
    none = api("POST", f"{BOOK}/values:batchGetByDataFilter", {"dataFilters": [by(metadataId=9)]})
    assert none == {"spreadsheetId": "book"}


def test_values_are_written_by_filters(api: Send) -> None:
    column, corner = by(metadataId=2), {"a1Range": "C2:C3"}
    body = {
        "valueInputOption": "USER_ENTERED",
        "includeValuesInResponse": True,
        "responseValueRenderOption": "UNFORMATTED_VALUE",
        "data": [
            {"dataFilter": column, "values": [[None], ["201"]]},
            {"dataFilter": corner, "majorDimension": "COLUMNS", "values": [["1"]]},
        ],
    }
    answer = api("POST", f"{BOOK}/values:batchUpdateByDataFilter", body)
    assert answer["totalUpdatedCells"] == 2
    assert (answer["totalUpdatedRows"], answer["totalUpdatedColumns"]) == (1, 2)
    assert answer["totalUpdatedSheets"] == 1
    first, second = answer["responses"]
    assert first["dataFilter"] == column
    assert (first["updatedRange"], first["updatedCells"]) == ("Sheet1!B1:B2", 1)
    assert first["updatedData"]["values"] == [["Budget"], [201], ["300"]]
    assert second["updatedData"]["range"] == "Sheet1!C2:C3"
    assert second["updatedData"]["values"] == [[1], ["350"]]


def test_values_that_exceed_a_matched_range_are_refused_and_none_written(api: Send) -> None:
    data = [
        {"dataFilter": {"a1Range": "A1"}, "values": [["x"]]},
        {"dataFilter": {"a1Range": "B2"}, "values": [["x", "y"]]},
    ]
    body = {"valueInputOption": "RAW", "data": data}
    error = api("POST", f"{BOOK}/values:batchUpdateByDataFilter", body)["error"]
    assert error["code"] == 400
    assert api("GET", f"{BOOK}/values/A1")["values"] == [["Account"]]


def test_values_are_cleared_by_filters(api: Send) -> None:
    body = {"dataFilters": [by(metadataId=1), {"a1Range": "C3"}, by(locationType="ROW")]}
    answer = api("POST", f"{BOOK}/values:batchClearByDataFilter", body)
    assert answer == {"spreadsheetId": "book", "clearedRanges": ["Sheet1!A1:Z1", "Sheet1!C3"]}
    assert api("GET", f"{BOOK}/values/A1:C3")["values"] == [
        [],
        ["1100", "200", "150"],
        ["1200", "300"],
    ]


def test_a_spreadsheet_by_filters(api: Send, batch: Send) -> None:
    batch({"addSheet": {"properties": {"title": "Other", "sheetId": 7}}})
    body = {"dataFilters": [{"a1Range": "B2:B3"}], "includeGridData": True}
    answer = api("POST", f"{BOOK}:getByDataFilter", body)
    (sheet,) = answer["sheets"]
    (data,) = sheet["data"]
    assert (data["startRow"], data["startColumn"]) == (1, 1)
    shown = [row["values"][0]["formattedValue"] for row in data["rowData"]]
    assert shown == ["200", "300"]
    bare = api("POST", f"{BOOK}:getByDataFilter", {"dataFilters": [{"gridRange": {"sheetId": 7}}]})
    assert [sheet["properties"]["title"] for sheet in bare["sheets"]] == ["Other"]
    assert "data" not in bare["sheets"][0]
    assert len(api("POST", f"{BOOK}:getByDataFilter", {})["sheets"]) == 2
    assert "sheets" not in api(
        "POST", f"{BOOK}:getByDataFilter", {"dataFilters": [by(metadataId=9)]}
    )


def test_requests_find_metadata_by_the_same_filters(api: Send, batch: Send) -> None:
    reply = batch({"deleteDeveloperMetadata": {"dataFilter": {"a1Range": "B2"}}})
    gone = reply["replies"][0]["deleteDeveloperMetadata"]["deletedDeveloperMetadata"]
    assert [item["metadataId"] for item in gone] == [2, 3]
    left = api("POST", f"{BOOK}/developerMetadata:search", {"dataFilters": [by()]})
    matched = left["matchedDeveloperMetadata"]
    assert [match["developerMetadata"]["metadataId"] for match in matched] == [1, 4]
