"""spreadsheets.batchUpdate: each kind of request, what it answers, what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import localsheets
from localsheets.requests import HANDLERS
from localsheets.wire import schema

Json = dict[str, Any]
Batch = Callable[..., Json]
Api = Callable[..., Json]

A1 = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
CHART: Json = {
    "spec": {
        "title": "Costs",
        "basicChart": {
            "chartType": "COLUMN",
            "series": [{"series": {"sourceRange": {"sources": [A1]}}}],
        },
    },
    "position": {"overlayPosition": {"anchorCell": {"rowIndex": 3}}},
}
BANDS: Json = {"rowProperties": {"firstBandColor": {"red": 1}, "secondBandColor": {}}}
RULE = {
    "ranges": [A1],
    "booleanRule": {
        "condition": {"type": "NUMBER_LESS", "values": [{"userEnteredValue": "0"}]},
        "format": {"textFormat": {"bold": True}},
    },
}


def message_of(answer: Json) -> str:
    text: str = answer["error"]["message"]
    return text


REFUSED: list[tuple[Json, str]] = [
    (
        {"addSheet": {"properties": {"title": "Sheet1"}}},
        'addSheet: A sheet with the name "Sheet1" already exists. Please enter another name.',
    ),
    (
        {"addSheet": {"properties": {"sheetId": 0, "title": "B"}}},
        "addSheet: Sheet with ID 0 already exists. Please enter another ID.",
    ),
    ({"deleteSheet": {"sheetId": 9}}, "deleteSheet: No sheet with id: 9"),
    (
        {"deleteSheet": {"sheetId": 0}},
        "deleteSheet: You can't remove all the sheets in a document.",
    ),
    (
        {"updateSheetProperties": {"properties": {"hidden": True}, "fields": "hidden"}},
        "updateSheetProperties: You can't hide all the sheets in a document.",
    ),
    (
        {"deleteProtectedRange": {"protectedRangeId": 7}},
        "deleteProtectedRange: No protected range with id: 7",
    ),
    ({"deleteNamedRange": {"namedRangeId": "x"}}, "deleteNamedRange: No named range with id: x"),
    (
        {"updateCells": {"range": A1, "rows": []}},
        "updateCells: At least one field must be listed in 'fields'."
        " (Use '*' to indicate all fields.)",
    ),
    (
        {"updateCells": {"range": A1, "rows": [{}, {}], "fields": "note"}},
        "updateCells: Attempting to write row: 1, beyond the last requested row of: 0",
    ),
    (
        {"updateCells": {"start": {"rowIndex": 1000}, "rows": [{}], "fields": "note"}},
        "updateCells: GridCoordinate.rowIndex[1000] is after last row in grid[999]",
    ),
    (
        {"repeatCell": {"range": {"startRowIndex": 1000}, "cell": {}, "fields": "note"}},
        "repeatCell: Range ('Sheet1'!A1001:Z1001) exceeds grid limits."
        " Max rows: 1000, max columns: 26",
    ),
    (
        {"deleteDimension": {"range": {"dimension": "ROWS"}}},
        "deleteDimension: You can't delete all the rows on the sheet.",
    ),
    (
        {
            "insertDimension": {
                "range": {"dimension": "ROWS", "startIndex": 0, "endIndex": 1},
                "inheritFromBefore": True,
            }
        },
        "insertDimension: Cannot set inheritFromBefore to true when inserting at the beginning.",
    ),
    (
        {"deleteEmbeddedObject": {"objectId": 5}},
        "deleteEmbeddedObject: No embedded object with id: 5",
    ),
    (
        {"deleteConditionalFormatRule": {"index": 0}},
        "deleteConditionalFormatRule: No conditional format on sheet: 0 at index: 0",
    ),
    ({"deleteBanding": {"bandedRangeId": 3}}, "deleteBanding: No banded range with id: 3"),
]


@pytest.mark.parametrize(("request_", "message"), REFUSED, ids=lambda part: str(part)[:40])
def test_a_bad_request_is_refused_by_name(batch: Batch, request_: Json, message: str) -> None:
    assert message_of(batch(request_)) == f"Invalid requests[0].{message}"


def test_what_exists_twice_is_refused(batch: Batch) -> None:
    guard = {"protectedRangeId": 77, "range": A1}
    assert "error" not in batch({"addProtectedRange": {"protectedRange": guard}})
    answer = batch({"addProtectedRange": {"protectedRange": guard}})
    assert message_of(answer).endswith("Protected range with id: 77 already exists.")
    item = {
        "metadataId": 5,
        "metadataKey": "k",
        "visibility": "DOCUMENT",
        "location": {"sheetId": 0},
    }
    assert "error" not in batch({"createDeveloperMetadata": {"developerMetadata": item}})
    assert "error" in batch({"createDeveloperMetadata": {"developerMetadata": item}})


def test_one_bad_request_and_nothing_is_applied(batch: Batch, api: Api) -> None:
    before = api("GET", "/v4/spreadsheets/book", includeGridData="true")
    answer = batch(
        {"addSheet": {"properties": {"title": "New"}}},
        {"updateCells": {"range": A1, "rows": [{"values": [{"note": "n"}]}], "fields": "note"}},
        {"deleteProtectedRange": {"protectedRangeId": 1}},
    )
    assert message_of(answer) == (
        "Invalid requests[2].deleteProtectedRange: No protected range with id: 1"
    )
    assert api("GET", "/v4/spreadsheets/book", includeGridData="true") == before


def test_replies_mirror_requests(batch: Batch) -> None:
    answer = batch(
        {"mergeCells": {"range": {**A1, "endColumnIndex": 2}, "mergeType": "MERGE_ALL"}},
        {"addSheet": {"properties": {"sheetId": 5, "title": "B"}}},
        {"setBasicFilter": {"filter": {"range": {}}}},
    )
    assert answer["replies"][0] == answer["replies"][2] == {}
    assert answer["replies"][1]["addSheet"]["properties"]["sheetId"] == 5


@pytest.mark.parametrize("kind", sorted(schema.fields_of("Request").keys() - HANDLERS.keys()))
def test_a_kind_that_is_not_implemented_is_named(batch: Batch, kind: str) -> None:
    error = batch({kind: {}})["error"]
    assert (error["code"], error["status"]) == (501, "UNIMPLEMENTED")
    assert kind in error["message"]


def test_every_kind_that_is_implemented_is_one_of_googles() -> None:
    assert HANDLERS.keys() <= schema.fields_of("Request").keys()


def test_everything_on_a_tab_follows_inserted_rows(batch: Batch, api: Api) -> None:
    row4 = {"startRowIndex": 3, "endRowIndex": 4, "startColumnIndex": 0, "endColumnIndex": 2}
    batch(
        {"mergeCells": {"range": row4, "mergeType": "MERGE_ALL"}},
        {"addProtectedRange": {"protectedRange": {"protectedRangeId": 1, "range": row4}}},
        {"addConditionalFormatRule": {"rule": {**RULE, "ranges": [row4]}, "index": 0}},
        {"addBanding": {"bandedRange": {"bandedRangeId": 2, "range": row4, **BANDS}}},
        {"addNamedRange": {"namedRange": {"name": "four", "range": row4}}},
        {"addChart": {"chart": {**CHART, "chartId": 3}}},
        {
            "updateDimensionProperties": {
                "range": {"dimension": "ROWS", "startIndex": 3, "endIndex": 4},
                "properties": {"pixelSize": 50, "hiddenByUser": True},
                "fields": "*",
            }
        },
        {"insertDimension": {"range": {"dimension": "ROWS", "startIndex": 1, "endIndex": 3}}},
    )
    found = api("GET", "/v4/spreadsheets/book", includeGridData="true")
    sheet = found["sheets"][0]
    moved = {**row4, "startRowIndex": 5, "endRowIndex": 6}
    assert sheet["merges"] == [moved]
    assert sheet["protectedRanges"][0]["range"] == moved
    assert sheet["conditionalFormats"][0]["ranges"] == [moved]
    assert sheet["bandedRanges"][0]["range"] == moved
    assert found["namedRanges"][0]["range"] == moved
    assert sheet["charts"][0]["position"]["overlayPosition"]["anchorCell"] == {"rowIndex": 5}
    assert sheet["data"][0]["rowMetadata"][5] == {"pixelSize": 50, "hiddenByUser": True}
    assert sheet["properties"]["gridProperties"]["rowCount"] == 1002


def test_charts_rules_and_bands_come_and_go(batch: Batch, api: Api) -> None:
    made = batch({"addChart": {"chart": CHART}})["replies"][0]["addChart"]["chart"]
    number = made["chartId"]
    spec = {**CHART["spec"], "title": "Other"}
    batch(
        {"updateChartSpec": {"chartId": number, "spec": spec}},
        {"addConditionalFormatRule": {"rule": RULE, "index": 0}},
        {"addBanding": {"bandedRange": {"range": A1, **BANDS}}},
    )
    sheet = api("GET", "/v4/spreadsheets/book")["sheets"][0]
    assert sheet["charts"][0]["spec"]["title"] == "Other"
    band = sheet["bandedRanges"][0]["bandedRangeId"]
    batch(
        {"deleteEmbeddedObject": {"objectId": number}},
        {"deleteConditionalFormatRule": {"index": 0}},
        {"deleteBanding": {"bandedRangeId": band}},
    )
    sheet = api("GET", "/v4/spreadsheets/book")["sheets"][0]
    assert sheet.keys() == {"properties"}


def test_developer_metadata_is_made_changed_found_and_deleted(batch: Batch, api: Api) -> None:
    item = {
        "metadataId": 5,
        "metadataKey": "k",
        "metadataValue": "1",
        "visibility": "DOCUMENT",
        "location": {"sheetId": 0},
    }
    by_id = {"developerMetadataLookup": {"metadataId": 5}}
    batch({"createDeveloperMetadata": {"developerMetadata": item}})
    batch(
        {
            "updateDeveloperMetadata": {
                "dataFilters": [by_id],
                "fields": "metadataValue",
                "developerMetadata": {"metadataValue": "2"},
            }
        }
    )
    found = api("GET", "/v4/spreadsheets/book", fields="sheets.developerMetadata")
    assert found["sheets"][0]["developerMetadata"][0]["metadataValue"] == "2"
    assert "error" not in batch({"deleteDeveloperMetadata": {"dataFilter": by_id}})
    assert "error" in batch({"deleteDeveloperMetadata": {"dataFilter": by_id}})


def test_deleting_a_tab_takes_along_what_is_on_it(batch: Batch, api: Api) -> None:
    batch(
        {"addSheet": {"properties": {"sheetId": 5, "title": "B"}}},
        {
            "createDeveloperMetadata": {
                "developerMetadata": {
                    "metadataKey": "k",
                    "visibility": "DOCUMENT",
                    "location": {"sheetId": 5},
                }
            }
        },
        {"addNamedRange": {"namedRange": {"name": "five", "range": {**A1, "sheetId": 5}}}},
        {
            "updateCells": {
                "range": A1,
                "fields": "userEnteredValue",
                "rows": [{"values": [{"userEnteredValue": {"formulaValue": "=B!A1"}}]}],
            }
        },
        {"deleteSheet": {"sheetId": 5}},
    )
    assert "namedRanges" not in api("GET", "/v4/spreadsheets/book")
    assert api("GET", "/v4/spreadsheets/book/values/A1")["values"] == [["#REF!"]]


def test_too_many_cells_are_refused(batch: Batch) -> None:
    answer = batch({"appendDimension": {"dimension": "ROWS", "length": 400_000}})
    assert message_of(answer) == (
        "Invalid requests[0].appendDimension: This action would increase the number of cells in the"
        " workbook above the limit of 10000000 cells."
    )


def test_the_server_keeps_several_spreadsheets_apart(
    server: localsheets.Server, batch: Batch, api: Api
) -> None:
    server.workbooks.create("other")
    batch({"updateSpreadsheetProperties": {"properties": {"title": "New"}, "fields": "title"}})
    assert api("GET", "/v4/spreadsheets/other")["properties"]["title"] == "other"
    assert api("GET", "/v4/spreadsheets/book")["properties"]["title"] == "New"
