"""What every method has in common: query parameters, ``fields``, paths that are not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import requests

import localsheets

Json = dict[str, Any]
Send = Callable[..., Json]
BOOK = "/v4/spreadsheets/book"
ONE = {"values": [["x"]]}
RAW = {"valueInputOption": "RAW"}
FILTER = {"dataFilters": [{"a1Range": "A1"}]}
DATA = {**RAW, "data": [{"range": "A1", **ONE}]}
BY_FILTER = {**RAW, "data": [{"dataFilter": {"a1Range": "A1"}, **ONE}]}
METADATA = {
    "metadataId": 5,
    "metadataKey": "k",
    "visibility": "DOCUMENT",
    "location": {"spreadsheet": True},
}
CALLS: dict[str, tuple[str, str, Json | None, Json, str]] = {
    "create": ("POST", "/v4/spreadsheets", {}, {}, "spreadsheetUrl"),
    "get": ("GET", BOOK, None, {}, "spreadsheetId"),
    "getByDataFilter": ("POST", f"{BOOK}:getByDataFilter", FILTER, {}, "spreadsheetId"),
    "batchUpdate": ("POST", f"{BOOK}:batchUpdate", {"requests": [{"addSheet": {}}]}, {}, "replies"),
    "metadata.get": ("GET", f"{BOOK}/developerMetadata/5", None, {}, "metadataKey"),
    "metadata.search": (
        "POST",
        f"{BOOK}/developerMetadata:search",
        {"dataFilters": [{"developerMetadataLookup": {"metadataId": 5}}]},
        {},
        "matchedDeveloperMetadata",
    ),
    "copyTo": (
        "POST",
        f"{BOOK}/sheets/0:copyTo",
        {"destinationSpreadsheetId": "book"},
        {},
        "title",
    ),
    "values.get": ("GET", f"{BOOK}/values/A1", None, {}, "values"),
    "values.batchGet": ("GET", f"{BOOK}/values:batchGet", None, {"ranges": "A1"}, "valueRanges"),
    "values.update": ("PUT", f"{BOOK}/values/A1", ONE, RAW, "updatedCells"),
    "values.append": ("POST", f"{BOOK}/values/A1:append", ONE, RAW, "updates"),
    "values.clear": ("POST", f"{BOOK}/values/A1:clear", {}, {}, "clearedRange"),
    "values.batchUpdate": ("POST", f"{BOOK}/values:batchUpdate", DATA, {}, "responses"),
    "values.batchClear": (
        "POST",
        f"{BOOK}/values:batchClear",
        {"ranges": ["A1"]},
        {},
        "clearedRanges",
    ),
    "values.batchGetByDataFilter": (
        "POST",
        f"{BOOK}/values:batchGetByDataFilter",
        FILTER,
        {},
        "valueRanges",
    ),
    "values.batchUpdateByDataFilter": (
        "POST",
        f"{BOOK}/values:batchUpdateByDataFilter",
        BY_FILTER,
        {},
        "totalUpdatedCells",
    ),
    "values.batchClearByDataFilter": (
        "POST",
        f"{BOOK}/values:batchClearByDataFilter",
        FILTER,
        {},
        "clearedRanges",
    ),
}


@pytest.fixture(autouse=True)
def _book(batch: Send, api: Send) -> None:
    batch({"createDeveloperMetadata": {"developerMetadata": METADATA}})
    api("PUT", f"{BOOK}/values/A1", ONE, **RAW)


def test_every_method_is_here() -> None:
    assert len(CALLS) == 17


@pytest.mark.parametrize("name", CALLS)
def test_fields_narrows_every_answer(api: Send, name: str) -> None:
    method, path, body, params, field = CALLS[name]
    whole = api(method, path, body, **params)
    assert len(whole) > 1 or name in ("metadata.search",)
    assert field in whole
    assert list(api(method, path, body, **params, fields=field)) == [field]


@pytest.mark.parametrize("name", CALLS)
def test_a_mask_of_what_is_not_there_is_refused_and_nothing_done(api: Send, name: str) -> None:
    method, path, body, params, _ = CALLS[name]
    before = api("GET", BOOK, includeGridData="true")
    error = api(method, path, body, **params, fields="nothing.such")["error"]
    assert (error["code"], error["message"]) == (400, "Request contains an invalid argument.")
    assert "path 'nothing'" in error["details"][0]["fieldViolations"][0]["description"]
    assert api("GET", BOOK, includeGridData="true") == before


@pytest.mark.parametrize("name", CALLS)
def test_an_unknown_parameter_is_refused(api: Send, name: str) -> None:
    method, path, body, params, _ = CALLS[name]
    error = api(method, path, body, **params, colour="red")["error"]
    assert error["code"] == 400
    assert error["message"] == (
        'Invalid JSON payload received. Unknown name "colour": Cannot bind query parameter.'
        " Field 'colour' could not be found in request message."
    )
    assert error["details"][0]["fieldViolations"] == [{"description": error["message"]}]


def test_the_parameters_of_every_method_are_taken(api: Send) -> None:
    params = {
        "$.xgafv": "2",
        "key": "k",
        "prettyPrint": "false",
        "quotaUser": "u",
        "uploadType": "x",
    }
    assert "error" not in api("GET", BOOK, None, **params)
    assert list(api("GET", BOOK, **{"$fields": "spreadsheetId"})) == ["spreadsheetId"]


def test_a_parameters_name_may_be_written_with_underscores(api: Send) -> None:
    shown = api("GET", f"{BOOK}/values/A1", None, major_dimension="COLUMNS")
    assert shown["majorDimension"] == "COLUMNS"


@pytest.mark.parametrize(
    ("path", "params", "message"),
    [
        (
            f"{BOOK}/values/A1",
            {"valueRenderOption": "PRETTY"},
            "Invalid value at 'value_render_option'"
            ' (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), "PRETTY"',
        ),
        (
            f"{BOOK}/values/A1",
            {"majorDimension": "UP"},
            "Invalid value at 'major_dimension'"
            ' (type.googleapis.com/google.apps.sheets.v4.Dimension), "UP"',
        ),
        (BOOK, {"includeGridData": "maybe"}, "Invalid value at 'include_grid_data' (TYPE_BOOL)"),
    ],
)
def test_a_parameter_of_the_wrong_kind_is_refused(
    api: Send, path: str, params: Json, message: str
) -> None:
    assert api("GET", path, None, **params)["error"]["message"].startswith(message)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v4/nothing"),
        ("PUT", BOOK),
        ("DELETE", "/v4/spreadsheets/book"),
        ("POST", f"{BOOK}:explode"),
        ("GET", "/drive/v3/nothing"),
    ],
)
def test_a_path_or_verb_that_google_has_not_is_a_page_that_says_404(
    server: localsheets.Server, method: str, path: str
) -> None:
    answer = requests.request(method, server.url + path, timeout=5)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
