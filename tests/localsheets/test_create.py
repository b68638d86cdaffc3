"""spreadsheets.create and the little of Drive that there is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import requests

import localsheets

Json = dict[str, Any]
Api = Callable[..., Json]


def test_a_spreadsheet_is_made_with_its_tabs_and_values(api: Api) -> None:
    cell = {"userEnteredValue": {"numberValue": 7}}
    made = api(
        "POST",
        "/v4/spreadsheets",
        {
            "properties": {"title": "Budget", "locale": "de_DE", "timeZone": "Europe/Berlin"},
            "sheets": [
                {"properties": {"title": "One"}, "data": [{"rowData": [{"values": [cell]}]}]},
                {"properties": {"sheetId": 9, "title": "Two", "gridProperties": {"rowCount": 5}}},
            ],
        },
    )
    assert made["properties"]["locale"] == "de_DE"
    assert [tab["properties"]["title"] for tab in made["sheets"]] == ["One", "Two"]
    assert made["sheets"][1]["properties"]["gridProperties"]["rowCount"] == 5
    found = api("GET", f"/v4/spreadsheets/{made['spreadsheetId']}/values/One!A1")
    assert found["values"] == [["7"]]


def test_a_create_that_is_refused_leaves_nothing(server: localsheets.Server, api: Api) -> None:
    twice = [{"properties": {"title": "One"}}, {"properties": {"title": "One"}}]
    assert "error" in api("POST", "/v4/spreadsheets", {"sheets": twice})
    assert server.workbooks.ids() == []


@pytest.fixture
def two(server: localsheets.Server) -> localsheets.Server:
    server.workbooks.create("Budget")
    server.workbooks.create("Crew's list")
    return server


@pytest.mark.parametrize(
    ("query", "names"),
    {
        "": {"Budget", "Crew's list"},
        "name = 'Budget'": {"Budget"},
        "name = 'Crew\\'s list' and trashed = false": {"Crew's list"},
        "name contains 'crew'": {"Crew's list"},
        "mimeType='application/vnd.google-apps.spreadsheet'": {"Budget", "Crew's list"},
        "mimeType='application/pdf'": set(),
    }.items(),
)
def test_files_are_found(two: localsheets.Server, api: Api, query: str, names: set[str]) -> None:
    found = api("GET", "/drive/v3/files", q=query)
    assert {file["name"] for file in found["files"]} == names


def test_only_the_fields_asked_for_come(two: localsheets.Server, api: Api) -> None:
    assert api("GET", "/drive/v3/files/budget", fields="id,name") == {
        "id": "budget",
        "name": "Budget",
    }
    listed = api("GET", "/drive/v3/files", q="name = 'Budget'", fields="files(id)")
    assert listed["files"] == [{"id": "budget"}]


def test_an_export_names_its_type(two: localsheets.Server) -> None:
    url = f"{two.url}/drive/v3/files/budget/export"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    book = requests.get(url, params={"mimeType": kind}, timeout=10)
    assert (book.headers["content-type"], book.content[:2]) == (kind, b"PK")
    assert requests.get(url, timeout=10).status_code == 400


# -- a spreadsheet is made of what another one's get says

HERE = {
    "sheetId": 4,
    "startRowIndex": 0,
    "endRowIndex": 3,
    "startColumnIndex": 0,
    "endColumnIndex": 2,
}
ROW = {"sheetId": 4, "dimension": "ROWS", "startIndex": 1, "endIndex": 3}
CONDITION = {"condition": {"type": "NOT_BLANK"}, "format": {"textFormat": {"bold": True}}}
CHART = {
    "spec": {
        "title": "Spent",
        "basicChart": {
            "chartType": "COLUMN",
            "series": [{"series": {"sourceRange": {"sources": [{**HERE, "endColumnIndex": 1}]}}}],
        },
    },
    "position": {"overlayPosition": {"anchorCell": {"sheetId": 4, "rowIndex": 5}}},
}
AT_TOP = {"spreadsheet": True}
FULL: list[Json] = [
    {
        "updateSheetProperties": {
            "properties": {"title": "Notes", "hidden": False},
            "fields": "title",
        }
    },
    {"addSheet": {"properties": {"sheetId": 4, "title": "Costs", "index": 0}}},
    {"addSheet": {"properties": {"sheetId": 6, "title": "First", "hidden": True, "index": 0}}},
    {"addSheet": {"properties": {"sheetId": 5, "title": "Old", "hidden": True}}},
    {
        "updateCells": {
            "start": {"sheetId": 4},
            "rows": [
                {
                    "values": [
                        {"userEnteredValue": {"stringValue": "Account"}, "note": "By code"},
                        {"userEnteredValue": {"formulaValue": "=SUM(Spent)"}},
                    ]
                },
                {
                    "values": [
                        {
                            "userEnteredValue": {"numberValue": 0.5},
                            "userEnteredFormat": {
                                "numberFormat": {"type": "PERCENT", "pattern": "0%"}
                            },
                        }
                    ]
                },
            ],
            "fields": "*",
        }
    },
    {"mergeCells": {"range": {**HERE, "startRowIndex": 2}, "mergeType": "MERGE_ALL"}},
    {"addConditionalFormatRule": {"rule": {"ranges": [HERE], "booleanRule": CONDITION}}},
    {"setBasicFilter": {"filter": {"range": HERE}}},
    {"addBanding": {"bandedRange": {"range": HERE, "rowProperties": {"firstBandColor": {}}}}},
    {"addChart": {"chart": CHART}},
    {"addProtectedRange": {"protectedRange": {"range": HERE, "description": "Locked"}}},
    {"addNamedRange": {"namedRange": {"name": "Spent", "range": {**HERE, "startRowIndex": 1}}}},
    {
        "updateDimensionProperties": {
            "range": ROW,
            "properties": {"pixelSize": 40, "hiddenByUser": True},
            "fields": "pixelSize,hiddenByUser",
        }
    },
    {"addDimensionGroup": {"range": ROW}},
    {
        "createDeveloperMetadata": {
            "developerMetadata": {
                "metadataKey": "ours",
                "visibility": "DOCUMENT",
                "location": AT_TOP,
            }
        }
    },
]


def without_addresses(whole: Json) -> Json:
    return {k: v for k, v in whole.items() if k not in ("spreadsheetId", "spreadsheetUrl")}


def test_what_a_get_answers_makes_the_same_spreadsheet(
    batch: Api, api: Api, server: localsheets.Server
) -> None:
    assert "error" not in batch(*FULL)
    whole = api("GET", "/v4/spreadsheets/book", includeGridData="true")
    made = api("POST", "/v4/spreadsheets", whole)
    again = api("GET", f"/v4/spreadsheets/{made['spreadsheetId']}", includeGridData="true")
    assert without_addresses(again) == without_addresses(whole)
    assert again["sheets"][1]["data"][0]["rowData"][0]["values"][1]["formattedValue"] == "0.5"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"sheets": [{"merges": [{**HERE, "sheetId": 99}]}]}, 400),
        ({"namedRanges": [{"name": "not a name", "range": {}}]}, 400),
        ({"properties": {"locale": "xx_XX"}}, 400),
        ({"dataSources": [{"dataSourceId": "1"}]}, 501),
        ({"colour": "red"}, 400),
    ],
)
def test_parts_that_cannot_be_made_are_refused(
    api: Api, server: localsheets.Server, body: Json, code: int
) -> None:
    error = api("POST", "/v4/spreadsheets", body)["error"]
    assert error["code"] == code
    assert "requests[" not in error["message"]
    assert server.workbooks.files() == []
