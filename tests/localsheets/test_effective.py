"""effectiveFormat: what conditional formats give lies over a cell's own format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import localsheets
from tests.localsheets.grids import book_of

Json = dict[str, Any]
Api = Callable[..., Json]

GRID = """
    | 1 | late |
    | 2 |      |
    | 3 | done |
"""
COLUMN_A = {"endColumnIndex": 1, "endRowIndex": 3}
COLUMN_B = {"startColumnIndex": 1, "endColumnIndex": 2, "endRowIndex": 3}
RED, GREEN, WHITE = {"red": 1}, {"green": 1}, {"red": 1, "green": 1, "blue": 1}


@pytest.fixture
def effective(server: localsheets.Server, api: Api) -> Callable[..., Any]:
    """``effective(*rules)``: the effective formats of the grid above, cell by cell."""
    server.workbooks.create("book").sheets = book_of(Tab=GRID).sheets

    def read(*rules: Json, ranges: str = "A1:B3", fields: str = "effectiveFormat") -> Any:
        adds = [
            {"addConditionalFormatRule": {"rule": rule, "index": number}}
            for number, rule in enumerate(rules)
        ]
        sent = api("POST", "/v4/spreadsheets/book:batchUpdate", {"requests": adds})
        assert "error" not in sent
        mask = f"sheets.data.rowData.values({fields})"
        found = api("GET", "/v4/spreadsheets/book", ranges=ranges, fields=mask)
        rows = found["sheets"][0]["data"][0].get("rowData", [])
        return [[cell.get("effectiveFormat") for cell in row.get("values", [])] for row in rows]

    return read


def when(kind: str, *values: str, at: Json = COLUMN_A, **look: Any) -> Json:
    operands = [{"userEnteredValue": value} for value in values]
    condition = {"type": kind} | ({"values": operands} if operands else {})
    return {"ranges": [at], "booleanRule": {"condition": condition, "format": look}}


def test_a_rule_shows_where_its_condition_is_met(effective: Callable[..., Any]) -> None:
    rows = effective(when("NUMBER_GREATER", "1", textFormat={"bold": True}, backgroundColor=RED))
    assert [row[0]["textFormat"]["bold"] for row in rows] == [False, True, True]
    assert [row[0]["backgroundColor"] for row in rows] == [WHITE, RED, RED]
    assert rows[1][0]["backgroundColorStyle"] == {"rgbColor": RED}
    assert rows[1][0]["textFormat"]["fontSize"] == 10
    assert rows[0][1]["backgroundColor"] == WHITE


def test_the_first_rule_wins_property_by_property(effective: Callable[..., Any]) -> None:
    rows = effective(
        when("NUMBER_EQ", "2", backgroundColor=RED),
        when("NUMBER_GREATER", "1", backgroundColor=GREEN, textFormat={"italic": True}),
    )
    assert [row[0]["backgroundColor"] for row in rows] == [WHITE, RED, GREEN]
    assert [row[0]["textFormat"]["italic"] for row in rows] == [False, True, True]


def test_an_empty_cell_has_an_effective_format_where_a_rule_gives_it_one(
    effective: Callable[..., Any],
) -> None:
    rows = effective(when("BLANK", at=COLUMN_B, backgroundColor=RED))
    assert [len(row) for row in rows] == [2, 2, 2]
    assert rows[1][1]["backgroundColor"] == RED


def test_a_colour_scale_colours_numbers(effective: Callable[..., Any]) -> None:
    ends = {"minpoint": {"type": "MIN", "color": WHITE}, "maxpoint": {"type": "MAX", "color": RED}}
    rows = effective({"ranges": [COLUMN_A], "gradientRule": ends})
    middle = {"red": 1, "green": 0.49803922, "blue": 0.49803922}
    assert [row[0]["backgroundColor"] for row in rows] == [WHITE, middle, RED]
    assert rows[1][0]["backgroundColorStyle"] == {"rgbColor": middle}


def test_a_mask_and_a_block_pick_from_it(effective: Callable[..., Any]) -> None:
    bold = when("TEXT_CONTAINS", "d", at=COLUMN_B, textFormat={"bold": True})
    rows = effective(bold, ranges="B2:B3", fields="effectiveFormat.textFormat.bold")
    assert rows == [[], [{"textFormat": {"bold": True}}]]
    unasked = effective(bold, ranges="B3", fields="formattedValue")
    assert unasked == [[None]]
