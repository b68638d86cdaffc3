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
