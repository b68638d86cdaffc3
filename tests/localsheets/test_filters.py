"""Filters: what they hide and sort, in both spellings; filter views."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.localsheets.grids import lines_of, tidy
from tests.localsheets.grids import table as grid

Json = dict[str, Any]
Send = Callable[..., Json]

CREW = """
    | Name | Days | Start      | Dept   |
    | Ana  | 5    | 2026-03-02 | Camera |
    | Bo   | 12   | 2026-03-09 | Grip   |
    | Cy   |      | 2026-04-01 | camera |
    | Di   | 3    | TBC        |        |
"""
BLOCK = {"startRowIndex": 0, "endRowIndex": 5, "startColumnIndex": 0, "endColumnIndex": 4}


@pytest.fixture
def crew(batch: Send, api: Send) -> Send:
    """``crew(**filter)`` sets the filter on the crew list; answers the names that are left."""
    body = {"range": "Sheet1!A1", "values": lines_of(CREW)}
    params = {"valueInputOption": "USER_ENTERED"}
    api("PUT", "/v4/spreadsheets/book/values/Sheet1!A1", body, **params)

    def left(**given: Any) -> Any:
        answer = batch({"setBasicFilter": {"filter": {"range": BLOCK, **given}}})
        return answer if "error" in answer else names(api)

    return left


def names(api: Send) -> list[str]:
    found = api("GET", "/v4/spreadsheets/book", ranges="Sheet1!A1:A5", includeGridData="true")
    data = found["sheets"][0]["data"][0]
    return [
        row["values"][0]["formattedValue"]
        for row, size in zip(data["rowData"], data["rowMetadata"], strict=True)
        if not size.get("hiddenByFilter")
    ][1:]


def condition(kind: str, *values: str) -> Json:
    entered = [{"userEnteredValue": value} for value in values]
    return {"condition": {"type": kind, **({"values": entered} if entered else {})}}


CONDITIONS: list[tuple[int, Json, list[str]]] = [
    (1, condition("NUMBER_GREATER", "4"), ["Ana", "Bo"]),
    (1, condition("NUMBER_GREATER_THAN_EQ", "5"), ["Ana", "Bo"]),
    (1, condition("NUMBER_LESS", "5"), ["Di"]),
    (1, condition("NUMBER_LESS_THAN_EQ", "=2+3"), ["Ana", "Di"]),
    (1, condition("NUMBER_EQ", "12"), ["Bo"]),
    (1, condition("NUMBER_NOT_EQ", "12"), ["Ana", "Di"]),
    (1, condition("NUMBER_BETWEEN", "3", "5"), ["Ana", "Di"]),
    (1, condition("NUMBER_NOT_BETWEEN", "3", "5"), ["Bo"]),
    (3, condition("TEXT_EQ", "camera"), ["Ana", "Cy"]),
    (3, condition("TEXT_CONTAINS", "ri"), ["Bo"]),
    (3, condition("TEXT_NOT_CONTAINS", "cam"), ["Bo", "Di"]),
    (3, condition("TEXT_STARTS_WITH", "G"), ["Bo"]),
    (3, condition("TEXT_ENDS_WITH", "a"), ["Ana", "Cy"]),
    (3, condition("BLANK"), ["Di"]),
    (3, condition("NOT_BLANK"), ["Ana", "Bo", "Cy"]),
    (2, condition("DATE_EQ", "2026-03-09"), ["Bo"]),
    (2, condition("DATE_BEFORE", "3/9/2026"), ["Ana"]),
    (2, condition("DATE_AFTER", "=DATE(2026,3,2)"), ["Bo", "Cy"]),
    (1, condition("CUSTOM_FORMULA", "=$B2>4"), ["Ana", "Bo"]),
    (1, {"hiddenValues": ["5", ""]}, ["Bo", "Di"]),
    (1, {"hiddenValues": ["5"], **condition("NUMBER_LESS", "10")}, ["Di"]),
]


@pytest.mark.parametrize(("column", "criteria", "left"), CONDITIONS, ids=lambda part: str(part))
def test_rows_that_a_filter_lets_through(
    crew: Send, column: int, criteria: Json, left: list[str]
) -> None:
    assert crew(criteria={str(column): criteria}) == left
    assert crew(filterSpecs=[{"columnIndex": column, "filterCriteria": criteria}]) == left


@pytest.mark.parametrize(
    ("name", "days"), [("TODAY", 0), ("YESTERDAY", -1), ("TOMORROW", 1), ("PAST_WEEK", -7)]
)
def test_relative_dates(crew: Send, api: Send, name: str, days: int) -> None:
    day = (date.today() + timedelta(days=days)).isoformat()  # noqa: DTZ011
    body = {"range": "Sheet1!C2", "values": [[day]]}
    api("PUT", "/v4/spreadsheets/book/values/Sheet1!C2", body, valueInputOption="USER_ENTERED")
    given = {"condition": {"type": "DATE_EQ", "values": [{"relativeDate": name}]}}
    assert "Ana" in crew(criteria={"2": given})


def test_colours(crew: Send, batch: Send) -> None:
    red = {"red": 1}
    look = {"backgroundColor": red, "textFormat": {"foregroundColor": {"blue": 1}}}
    batch(
        {
            "repeatCell": {
                "range": {**BLOCK, "startRowIndex": 2, "endRowIndex": 3},
                "cell": {"userEnteredFormat": look},
                "fields": "userEnteredFormat",
            }
        }
    )
    assert crew(criteria={"0": {"visibleBackgroundColor": red}}) == ["Bo"]
    blue = {"rgbColor": {"blue": 1}}
    assert crew(criteria={"0": {"visibleForegroundColorStyle": blue}}) == ["Bo"]


def test_rows_are_sorted_below_the_first(crew: Send, batch: Send, api: Send) -> None:
    batch({"setBasicFilter": {"filter": {"range": BLOCK, "sortSpecs": []}}})
    assert crew(sortSpecs=[{"dimensionIndex": 1, "sortOrder": "DESCENDING"}]) == [
        "Bo",
        "Ana",
        "Di",
        "Cy",
    ]


def test_both_spellings_are_answered(crew: Send, api: Send) -> None:
    crew(criteria={"1": condition("NUMBER_EQ", "5"), "0": {"hiddenValues": ["Bo"]}})
    found = api("GET", "/v4/spreadsheets/book")["sheets"][0]["basicFilter"]
    assert found == {
        "range": BLOCK,
        "criteria": {"0": {"hiddenValues": ["Bo"]}, "1": condition("NUMBER_EQ", "5")},
        "filterSpecs": [
            {"columnIndex": 0, "filterCriteria": {"hiddenValues": ["Bo"]}},
            {"columnIndex": 1, "filterCriteria": condition("NUMBER_EQ", "5")},
        ],
    }


def test_formulas_written_in_the_same_batch_count(batch: Send, api: Send, crew: Send) -> None:
    rows = [{"values": [{"userEnteredValue": {"formulaValue": "=100+1"}}]}]
    batch(
        {"updateCells": {"start": {"rowIndex": 4, "columnIndex": 1}, "rows": rows, "fields": "*"}},
        {
            "setBasicFilter": {
                "filter": {"range": BLOCK, "criteria": {"1": condition("NUMBER_GREATER", "100")}}
            }
        },
    )
    assert names(api) == ["Di"]


def test_clearing_a_filter_shows_its_rows(crew: Send, batch: Send, api: Send) -> None:
    assert crew(criteria={"1": condition("NUMBER_EQ", "5")}) == ["Ana"]
    assert "error" not in batch({"clearBasicFilter": {"sheetId": 0}})
    assert names(api) == ["Ana", "Bo", "Cy", "Di"]


def test_hidden_rows_move_with_the_rows_and_stay_hidden(crew: Send, batch: Send, api: Send) -> None:
    crew(criteria={"0": {"hiddenValues": ["Bo"]}})
    batch({"deleteDimension": {"range": {"dimension": "ROWS", "startIndex": 1, "endIndex": 2}}})
    found = api("GET", "/v4/spreadsheets/book", ranges="Sheet1!A1:A4", includeGridData="true")
    meta = found["sheets"][0]["data"][0]["rowMetadata"]
    assert [bool(row.get("hiddenByFilter")) for row in meta] == [False, True, False, False]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"criteria": {"0": condition("ONE_OF_LIST", "x")}}, "ConditionType 'ONE_OF_LIST' is not"),
        ({"criteria": {"0": {"condition": {}}}}, "No conditionType specified."),
        ({"criteria": {"x": {}}}, "Invalid column index in criteria: x"),
        ({"criteria": {"9": {}}}, "columnIndex[9] is not within the filter's range."),
        ({"sortSpecs": [{"dimensionIndex": 7}]}, "dimensionIndex[7] is not within the filter's"),
        (
            {"criteria": {"0": condition("NUMBER_EQ", "x")}},
            "Invalid ConditionValue.userEnteredValue: x for ConditionType: NUMBER_EQ",
        ),
        (
            {"criteria": {"0": condition("NUMBER_BETWEEN", "1")}},
            "ConditionType 'NUMBER_BETWEEN' requires exactly two ConditionValues,"
            " but 1 values were supplied.",
        ),
    ],
)
def test_refused(crew: Send, given: Json, message: str) -> None:
    text = crew(**given)["error"]["message"]
    assert text.startswith(f"Invalid requests[0].setBasicFilter: {message}")


def test_an_unknown_name_in_a_map_is_refused(crew: Send) -> None:
    text = crew(criteria={"0": {"hidden": ["x"]}})["error"]["message"]
    assert text == (
        'Invalid JSON payload received. Unknown name "hidden" at'
        " 'requests[0].set_basic_filter.filter.criteria[0]': Cannot find field."
    )


def views(api: Send) -> list[Json]:
    found: list[Json] = api("GET", "/v4/spreadsheets/book")["sheets"][0].get("filterViews", [])
    return found


def test_views_come_change_and_go(crew: Send, batch: Send, api: Send) -> None:
    made = batch(
        {
            "addFilterView": {
                "filter": {
                    "title": "Long",
                    "range": BLOCK,
                    "criteria": {"1": condition("NUMBER_GREATER", "4")},
                }
            }
        }
    )["replies"][0]["addFilterView"]["filter"]
    number = made["filterViewId"]
    assert views(api) == [made]
    assert made["filterSpecs"][0]["columnIndex"] == 1
    twin = batch({"duplicateFilterView": {"filterId": number}})["replies"][0]
    assert twin["duplicateFilterView"]["filter"]["title"] == "Copy of Long"
    change = {"filterViewId": number, "filterSpecs": [], "title": "All"}
    fields = "title,filterSpecs"
    assert "error" not in batch({"updateFilterView": {"filter": change, "fields": fields}})
    assert views(api)[0] == {"filterViewId": number, "title": "All", "range": BLOCK}
    batch({"deleteFilterView": {"filterId": number}})
    assert [view["title"] for view in views(api)] == ["Copy of Long"]
    assert names(api) == ["Ana", "Bo", "Cy", "Di"]


def test_a_view_of_a_named_range(batch: Send, api: Send) -> None:
    named = {"namedRangeId": "7", "name": "crew", "range": BLOCK}
    batch({"addNamedRange": {"namedRange": named}})
    batch({"addFilterView": {"filter": {"namedRangeId": "7"}}})
    (view,) = views(api)
    assert (view["namedRangeId"], view["range"], view["title"]) == ("7", BLOCK, "Filter 1")
    change = {"filterViewId": view["filterViewId"], "title": "Crew"}
    batch({"updateFilterView": {"filter": change, "fields": "title"}})
    assert views(api)[0] == {**view, "title": "Crew"}
    change = {"filterViewId": view["filterViewId"], "range": {**BLOCK, "endRowIndex": 3}}
    batch({"updateFilterView": {"filter": change, "fields": "range"}})
    assert "namedRangeId" not in views(api)[0]


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"deleteFilterView": {"filterId": 4}}, "No filter view with id: 4"),
        ({"duplicateFilterView": {"filterId": 4}}, "No filter view with id: 4"),
        (
            {"updateFilterView": {"filter": {"filterViewId": 4}, "fields": "title"}},
            "No filter view with id: 4",
        ),
        (
            {"addFilterView": {"filter": {"range": BLOCK, "tableId": "1"}}},
            "Only one of range, namedRangeId, tableId may be set.",
        ),
        ({"addFilterView": {"filter": {"namedRangeId": "z"}}}, "No named range with id: z"),
    ],
)
def test_a_view_is_refused(batch: Send, request_: Json, message: str) -> None:
    kind = next(iter(request_))
    assert batch(request_)["error"]["message"] == f"Invalid requests[0].{kind}: {message}"


def test_a_taken_id_is_refused(batch: Send) -> None:
    view = {"addFilterView": {"filter": {"filterViewId": 5, "range": BLOCK}}}
    assert "error" not in batch(view)
    assert batch(view)["error"]["message"].endswith("Filter view with id: 5 already exists.")


def test_the_sheet_reads_as_the_text_says(crew: Send, api: Send) -> None:
    shown = api("GET", "/v4/spreadsheets/book/values/Sheet1!A1:D5")["values"]
    assert grid(shown) == tidy(CREW)
