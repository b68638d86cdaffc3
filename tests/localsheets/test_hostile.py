"""Whatever is sent: no 500, no half-applied batch, no answer that Google's schema does not know."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
import requests
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

import localsheets
from localsheets.requests import HANDLERS
from localsheets.wire import schema
from tests.localsheets import hostile

Json = dict[str, Any]

KINDS = sorted(schema.fields_of("Request"))
WELL_KNOWN = {200, 400, 403, 404, 501}
EXAMPLES = pytest.mark.parametrize("examples", [50, pytest.param(2000, marks=pytest.mark.slow)])


def for_any(examples: int, drawn: st.SearchStrategy[Any], act: Callable[[Any], object]) -> None:
    """Do it to so many examples, the same ones every time; a failing one is printed, shrunk."""
    small = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    how = settings(max_examples=examples, suppress_health_check=small)

    @how
    @given(drawn)
    def each(example: Any) -> None:
        act(example)

    each()


def block(top: int, bottom: int, left: int, right: int) -> Json:
    return {
        "sheetId": 0,
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }


def cell(value: Any) -> Json:
    kinds = {str: "stringValue", float: "numberValue", bool: "boolValue"}
    formula = isinstance(value, str) and value.startswith("=")
    return {"userEnteredValue": {"formulaValue" if formula else kinds[type(value)]: value}}


BANDS = {"rowProperties": {"firstBandColor": {"red": 1}, "secondBandColor": {"blue": 1}}}
RED = {
    "condition": {"type": "NUMBER_LESS", "values": [{"userEnteredValue": "0"}]},
    "format": {"textFormat": {"foregroundColor": {"red": 1}}},
}
CHART = {
    "basicChart": {
        "chartType": "COLUMN",
        "domains": [{"domain": {"sourceRange": {"sources": [block(0, 4, 0, 1)]}}}],
        "series": [{"series": {"sourceRange": {"sources": [block(0, 4, 1, 2)]}}}],
    }
}
OVER = {"overlayPosition": {"anchorCell": {"rowIndex": 5, "columnIndex": 4}}}
SLICER = {"dataRange": block(0, 4, 0, 3), "columnIndex": 0}
GROUND: list[Json] = [
    {"updateSheetProperties": {"properties": {"title": "Data"}, "fields": "title"}},
    {
        "updateSheetProperties": {
            "properties": {"gridProperties": {"rowCount": 20, "columnCount": 8}},
            "fields": "gridProperties(rowCount,columnCount)",
        }
    },
    {
        "addSheet": {
            "properties": {
                "sheetId": 7,
                "title": "Sheet1",
                "gridProperties": {"rowCount": 12, "columnCount": 9},
            }
        }
    },
    {
        "updateCells": {
            "start": {},
            "fields": "userEnteredValue",
            "rows": [
                {"values": [cell("Account"), cell("Budget"), cell("Over")]},
                {"values": [cell("1100"), cell(2500.0), cell(False)]},
                {"values": [cell("1200"), cell(-10.25), cell(True)]},
                {"values": [cell("Total"), cell("=SUM(B2:B3)"), cell("=B4>0")]},
            ],
        }
    },
    {"mergeCells": {"range": block(5, 7, 0, 2), "mergeType": "MERGE_ALL"}},
    {
        "addNamedRange": {
            "namedRange": {"namedRangeId": "11", "name": "named", "range": block(0, 4, 0, 3)}
        }
    },
    {"addProtectedRange": {"protectedRange": {"protectedRangeId": 11, "range": block(0, 1, 0, 3)}}},
    {"setBasicFilter": {"filter": {"range": block(0, 4, 0, 3)}}},
    {"addBanding": {"bandedRange": {"bandedRangeId": 11, "range": block(0, 4, 0, 3), **BANDS}}},
    {"addConditionalFormatRule": {"rule": {"ranges": [block(1, 4, 1, 2)], "booleanRule": RED}}},
    {"addChart": {"chart": {"chartId": 11, "spec": CHART, "position": OVER}}},
    {"addFilterView": {"filter": {"filterViewId": 11, "title": "f", "range": block(0, 4, 0, 3)}}},
    {"addSlicer": {"slicer": {"slicerId": 12, "spec": SLICER, "position": OVER}}},
    {"addTable": {"table": {"tableId": "11", "name": "t", "range": block(8, 12, 4, 7)}}},
    {"addDimensionGroup": {"range": {"dimension": "ROWS", "startIndex": 1, "endIndex": 3}}},
    {
        "createDeveloperMetadata": {
            "developerMetadata": {
                "metadataId": 11,
                "metadataKey": "a",
                "visibility": "DOCUMENT",
                "location": {"sheetId": 0},
            }
        }
    },
]
"""A small spreadsheet with something of everything: what is sent at it may hit or miss."""

Attack = Callable[[Any], requests.Response]


@pytest.fixture
def attack(server: localsheets.Server) -> Attack:
    """Send a body at a fresh spreadsheet; if it is refused, nothing at all has changed."""
    made = count()

    def send(body: Any) -> requests.Response:
        own_id = server.workbooks.create(f"x{next(made)}").id
        address = f"{server.url}/v4/spreadsheets/{own_id}"
        assert (
            requests.post(
                f"{address}:batchUpdate", json={"requests": GROUND}, timeout=9
            ).status_code
            == 200
        )
        before = server.workbooks.read(own_id)
        answer = requests.post(f"{address}:batchUpdate", json=body, timeout=20)
        note(f"{answer.status_code} {answer.text[:500]}")
        assert answer.status_code in WELL_KNOWN
        if answer.status_code == 200:
            whole = requests.get(address, params={"includeGridData": "true"}, timeout=20)
            assert whole.status_code == 200, whole.text
        else:
            error = answer.json()["error"]
            assert error["code"] == answer.status_code
            assert error["message"] != ""
            assert server.workbooks.read(own_id) is before
        server.workbooks.delete(own_id)
        return answer

    return send


def test_the_ground_is_as_it_says(server: localsheets.Server) -> None:
    address = f"{server.url}/v4/spreadsheets/{server.workbooks.create('x').id}"
    assert (
        requests.post(f"{address}:batchUpdate", json={"requests": GROUND}, timeout=9).status_code
        == 200
    )
    found = requests.get(address, params={"includeGridData": "true"}, timeout=20).json()
    assert [sheet["properties"]["title"] for sheet in found["sheets"]] == ["Data", "Sheet1"]
    assert found["sheets"][0]["data"][0]["rowData"][3]["values"][1]["formattedValue"] == "2489.75"


@EXAMPLES
@pytest.mark.timeout(1200)
def test_any_batch_is_applied_whole_or_refused(attack: Attack, examples: int) -> None:
    def act(batch: list[Json]) -> None:
        answer = attack({"requests": batch})
        if answer.status_code == 200:
            assert len(answer.json()["replies"]) == len(batch)

    for_any(examples, st.lists(hostile.request(KINDS), min_size=1, max_size=3), act)


@EXAMPLES
@pytest.mark.timeout(1200)
def test_a_broken_body_is_refused_or_understood(attack: Attack, examples: int) -> None:
    whole = st.fixed_dictionaries({"requests": st.lists(hostile.request(KINDS), max_size=2)})
    for_any(examples, hostile.broken(whole), attack)


@EXAMPLES
@pytest.mark.timeout(1200)
def test_a_good_request_before_a_bad_one_leaves_nothing(attack: Attack, examples: int) -> None:
    bad = {"deleteSheet": {"sheetId": 424242}}

    def act(good: Json) -> None:
        assert attack({"requests": [good, bad]}).status_code != 200

    for_any(examples, hostile.request(sorted(HANDLERS)), act)
