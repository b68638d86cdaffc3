"""What a cell holds, shows and looks like, over HTTP: typed, computed, under rules and bands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.localsheets.conftest import Api

Json = dict[str, Any]
Batch = Callable[..., Json]
RED, BLUE = {"red": 1}, {"blue": 1}
VALUES = "/v4/spreadsheets/book/values"


def write(api: Api, block: str, rows: list[list[Any]], option: str = "USER_ENTERED") -> Json:
    return api("PUT", f"{VALUES}/{block}", {"values": rows}, valueInputOption=option)


def cells(api: Api, block: str, fields: str) -> list[list[Json]]:
    """CellData of a block, row by row."""
    found = api(
        "GET", "/v4/spreadsheets/book", ranges=block, fields=f"sheets.data.rowData.values({fields})"
    )
    rows = found["sheets"][0]["data"][0].get("rowData", []) if found else []
    return [row.get("values", []) for row in rows]


def where(block: tuple[int, int, int, int]) -> Json:
    top, left, bottom, right = block
    return {
        "sheetId": 0,
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }


ROW = [["1/2/2026", "10%", "TRUE", "text", "=1/4", "=A1+1", "'=x", "12:30", "=1/0", 0.1, "$5"]]


@pytest.mark.parametrize(
    ("render", "dates", "row"),
    [
        (
            "FORMATTED_VALUE",
            "SERIAL_NUMBER",
            [
                *("1/2/2026", "10%", "TRUE", "text", "0.25", "1/3/2026", "=x", "12:30"),
                *("#DIV/0!", "0.1", "$5"),
            ],
        ),
        (
            "UNFORMATTED_VALUE",
            "SERIAL_NUMBER",
            [46024, 0.1, True, "text", 0.25, 46025, "=x", 0.5208333333333334, "#DIV/0!", 0.1, 5],
        ),
        (
            "UNFORMATTED_VALUE",
            "FORMATTED_STRING",
            ["1/2/2026", 0.1, True, "text", 0.25, "1/3/2026", "=x", "12:30", "#DIV/0!", 0.1, 5],
        ),
        (
            "FORMULA",
            "SERIAL_NUMBER",
            [46024, 0.1, True, "text", "=1/4", "=A1+1", "=x", 0.5208333333333334, "=1/0", 0.1, 5],
        ),
    ],
)
def test_values_are_rendered(
    api: Api, batch: Batch, render: str, dates: str, row: list[Any]
) -> None:
    write(api, "A1:K1", ROW)
    found = api("GET", f"{VALUES}/A1:K1", valueRenderOption=render, dateTimeRenderOption=dates)[
        "values"
    ]
    assert found == [row]
    assert [type(value) for value in found[0]] == [type(value) for value in row]


def test_a_typed_value_brings_its_format_only_to_a_cell_without_one(api: Api, batch: Batch) -> None:
    look = {"userEnteredFormat": {"numberFormat": {"type": "NUMBER", "pattern": "0.000"}}}
    batch(
        {"repeatCell": {"range": where((1, 0, 2, 1)), "cell": look, "fields": "userEnteredFormat"}}
    )
    write(api, "A1:A2", [["$5"], ["$5"]])
    shown = [row[0]["formattedValue"] for row in cells(api, "A1:A2", "formattedValue")]
    assert shown == ["$5", "5.000"]


def test_a_text_cell_keeps_what_is_typed_and_raw_is_never_read(api: Api, batch: Batch) -> None:
    look = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}
    batch(
        {"repeatCell": {"range": where((0, 0, 1, 2)), "cell": look, "fields": "userEnteredFormat"}}
    )
    write(api, "A1:B1", [["=1+1", "007"]])
    write(api, "A2:D2", [["=1+1", "007", 5, True]], "RAW")
    found = api("GET", f"{VALUES}/A1:D2", valueRenderOption="UNFORMATTED_VALUE")["values"]
    assert found == [["=1+1", "007"], ["=1+1", "007", 5, True]]


def test_null_skips_and_empty_text_clears(api: Api, batch: Batch) -> None:
    write(api, "A1:C1", [["a", "b", "c"]])
    write(api, "A1:C1", [[None, "", "z"]])
    assert api("GET", f"{VALUES}/A1:C1")["values"] == [["a", "", "z"]]


def test_the_locale_reads_and_shows(api: Api, batch: Batch) -> None:
    wanted = {"properties": {"locale": "de_DE"}, "fields": "locale"}
    batch({"updateSpreadsheetProperties": wanted})
    write(api, "A1:F1", [["1.234,5", "4.3.2026", "wahr", "=SUM(A1;0,5)", "10 €", "50,5%"]])
    assert api("GET", f"{VALUES}/A1:F1")["values"] == [
        ["1.234,50", "4.3.2026", "WAHR", "1.235,00", "10 €", "50,50%"]
    ]
    found = api("GET", f"{VALUES}/D1", valueRenderOption="FORMULA")["values"]
    assert found == [["=SUM(A1;0,5)"]]


def test_an_array_has_values_and_one_formula(api: Api, batch: Batch) -> None:
    write(api, "A1:C2", [["a,b,3", "", ""], ['=SPLIT(A1,",")', None, None]])
    (row,) = cells(api, "A2:C2", "userEnteredValue,effectiveValue,formattedValue")
    assert row == [
        {
            "userEnteredValue": {"formulaValue": '=SPLIT(A1,",")'},
            "effectiveValue": {"stringValue": "a"},
            "formattedValue": "a",
        },
        {"effectiveValue": {"stringValue": "b"}, "formattedValue": "b"},
        {"effectiveValue": {"numberValue": 3}, "formattedValue": "3"},
    ]
    write(api, "B2", [["mine"]])
    (row,) = cells(api, "A2:C2", "effectiveValue")
    assert row[0]["effectiveValue"]["errorValue"] == {
        "type": "REF",
        "message": "Array result was not expanded because it would overwrite data in B2.",
    }
    assert row[1:] == [{"effectiveValue": {"stringValue": "mine"}}]


def test_the_effective_format(api: Api, batch: Batch) -> None:
    write(api, "A1:E1", [["text", 5, True, "=1/0", "=TODAY()"]])
    (row,) = cells(api, "A1:E1", "effectiveFormat(horizontalAlignment,numberFormat)")
    assert [cell["effectiveFormat"]["horizontalAlignment"] for cell in row] == [
        "LEFT",
        "RIGHT",
        "CENTER",
        "CENTER",
        "RIGHT",
    ]
    assert row[4]["effectiveFormat"]["numberFormat"] == {"type": "DATE", "pattern": "m/d/yyyy"}
    assert cells(api, "A1:E1", "userEnteredFormat") == []


def effective(api: Api, block: str, name: str = "backgroundColor") -> list[list[Json | None]]:
    """A colour of each cell's effectiveFormat."""
    mask = f"effectiveFormat.{name}"
    rows = cells(api, block, mask)
    return [[_within(cell, mask) for cell in row] for row in rows]


def _within(cell: Json, mask: str) -> Json | None:
    found: Any = cell
    for part in mask.split("."):
        found = found.get(part) if found is not None else None
    return found  # type: ignore[no-any-return]


def rule(block: tuple[int, int, int, int], kind: str, *values: str, **look: Json) -> Json:
    condition = {"type": kind, "values": [{"userEnteredValue": value} for value in values]}
    made = {"ranges": [where(block)], "booleanRule": {"condition": condition, "format": look}}
    return {"addConditionalFormatRule": {"rule": made, "index": 0}}


def test_conditional_formats_are_in_the_effective_format(api: Api, batch: Batch) -> None:
    write(api, "A1:B3", [[1, "x"], [5, "y"], [9, "x"]])
    batch(
        rule((0, 0, 3, 2), "CUSTOM_FORMULA", '=$B1="x"', textFormat={"bold": True}),
        rule((0, 0, 3, 1), "NUMBER_GREATER", "4", backgroundColor=RED),
        rule((0, 0, 3, 1), "NUMBER_GREATER", "=$A$2", backgroundColor=BLUE),
    )
    assert effective(api, "A1:A3") == [
        [{"red": 1, "green": 1, "blue": 1}],
        [RED],
        [BLUE],
    ]
    assert effective(api, "A1:A3", "textFormat.bold") == [[True], [False], [True]]


def test_a_scale_of_colours(api: Api, batch: Batch) -> None:
    write(api, "A1:A3", [[0], [5], [10]])
    points = {
        "minpoint": {"type": "MIN", "color": RED},
        "maxpoint": {"type": "MAX", "colorStyle": {"rgbColor": BLUE}},
    }
    made = {"ranges": [where((0, 0, 3, 1))], "gradientRule": points}
    batch({"addConditionalFormatRule": {"rule": made, "index": 0}})
    colours = [row[0] or {} for row in effective(api, "A1:A3")]
    assert [(c.get("red", 0), c.get("blue", 0)) for c in colours] == [
        (1, 0),
        (0.49803922, 0.49803922),
        (0, 1),
    ]


def test_bands_lie_below_a_cells_own_colour_and_rules_above(api: Api, batch: Batch) -> None:
    write(api, "A1:A3", [["a"], ["b"], ["c"]])
    band = {"firstBandColor": RED, "secondBandColor": BLUE}
    own = {"userEnteredFormat": {"backgroundColor": {"green": 1}}}
    batch(
        {"addBanding": {"bandedRange": {"range": where((0, 0, 3, 1)), "rowProperties": band}}},
        {"repeatCell": {"range": where((1, 0, 2, 1)), "cell": own, "fields": "userEnteredFormat"}},
        rule((2, 0, 3, 1), "TEXT_EQ", "c", backgroundColor={"red": 0.4}),
    )
    assert effective(api, "A1:A3") == [[RED], [{"green": 1}], [{"red": 0.4}]]


def test_a_number_formats_colour_wins_over_the_cells_own(api: Api, batch: Batch) -> None:
    look = {
        "numberFormat": {"type": "NUMBER", "pattern": "0;[Red]-0"},
        "textFormat": {"foregroundColor": BLUE},
    }
    write(api, "A1:A2", [[1], [-1]])
    given = {"userEnteredFormat": look}
    batch(
        {"repeatCell": {"range": where((0, 0, 2, 1)), "cell": given, "fields": "userEnteredFormat"}}
    )
    assert effective(api, "A1:A2", "textFormat.foregroundColor") == [[BLUE], [RED]]
