"""updateCells and repeatCell: what is written, what a mask leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]
Batch = Callable[..., Json]
Api = Callable[..., Json]

A1 = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}


def cells(api: Api, fields: str, ranges: str = "Sheet1!A1:C3") -> list[Json]:
    mask = f"sheets.data.rowData.values({fields})"
    found = api("GET", "/v4/spreadsheets/book", fields=mask, ranges=ranges)
    rows: list[Json] = found["sheets"][0]["data"][0].get("rowData", [])
    return rows


def test_update_cells_writes_types_formats_notes_links(batch: Batch, api: Api) -> None:
    link = {"uri": "#gid=0&range=B7"}
    batch(
        {
            "updateCells": {
                "start": {},
                "fields": "*",
                "rows": [
                    {
                        "values": [
                            {"userEnteredValue": {"stringValue": "=not a formula"}, "note": "n"},
                            {"userEnteredValue": {"numberValue": 2.0}},
                            {"userEnteredValue": {"formulaValue": "=B1*2"}},
                        ]
                    },
                    {
                        "values": [
                            {
                                "userEnteredValue": {"stringValue": "Budget!B7"},
                                "textFormatRuns": [{"startIndex": 0, "format": {"link": link}}],
                            },
                            {"userEnteredValue": {"boolValue": False}},
                            {"userEnteredFormat": {"backgroundColor": {"red": 1, "green": 0}}},
                        ]
                    },
                ],
            }
        }
    )
    wanted = "userEnteredValue,effectiveValue,formattedValue,note,hyperlink,userEnteredFormat"
    first, second = cells(api, wanted)
    assert first["values"][0] == {
        "userEnteredValue": {"stringValue": "=not a formula"},
        "effectiveValue": {"stringValue": "=not a formula"},
        "formattedValue": "=not a formula",
        "note": "n",
    }
    assert first["values"][2] == {
        "userEnteredValue": {"formulaValue": "=B1*2"},
        "effectiveValue": {"numberValue": 4},
        "formattedValue": "4",
    }
    assert second["values"][0]["hyperlink"] == "#gid=0&range=B7"
    assert second["values"][1]["formattedValue"] == "FALSE"
    red = {"backgroundColor": {"red": 1}, "backgroundColorStyle": {"rgbColor": {"red": 1}}}
    assert second["values"][2] == {"userEnteredFormat": red}


def test_update_cells_keeps_what_its_mask_leaves_out(batch: Batch, api: Api) -> None:
    both = {"userEnteredValue": {"stringValue": "x"}, "note": "kept"}
    batch({"updateCells": {"range": A1, "rows": [{"values": [both]}], "fields": "*"}})
    value = {"userEnteredValue": {"numberValue": 1}, "note": "ignored"}
    batch(
        {"updateCells": {"range": A1, "rows": [{"values": [value]}], "fields": "userEnteredValue"}}
    )
    assert cells(api, "userEnteredValue,note") == [
        {"values": [{"userEnteredValue": {"numberValue": 1}, "note": "kept"}]}
    ]
    batch({"updateCells": {"range": A1, "rows": [], "fields": "userEnteredValue"}})
    assert cells(api, "userEnteredValue,note") == [{"values": [{"note": "kept"}]}]


def test_repeat_cell_copies_a_formula_along(batch: Batch, api: Api) -> None:
    area = {**A1, "endRowIndex": 3, "startColumnIndex": 1, "endColumnIndex": 2}
    cell = {"userEnteredValue": {"formulaValue": "=A1+$C$1"}}
    batch({"repeatCell": {"range": area, "cell": cell, "fields": "userEnteredValue"}})
    texts = [
        row["values"][1]["userEnteredValue"]["formulaValue"]
        for row in cells(api, "userEnteredValue")
    ]
    assert texts == ["=A1+$C$1", "=A2+$C$1", "=A3+$C$1"]
