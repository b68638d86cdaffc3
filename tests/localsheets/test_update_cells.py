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


def test_rich_text_lies_on_text_and_within_it(batch: Batch, api: Api) -> None:
    def written(value: Json, *starts: int) -> Json:
        runs = [{"startIndex": start, "format": {"bold": True}} for start in starts]
        cell = {"userEnteredValue": value, "textFormatRuns": runs}
        request = {"range": A1, "rows": [{"values": [cell]}], "fields": "*"}
        answer: Json = batch({"updateCells": request})
        return answer

    assert "error" not in written({"stringValue": "a 🎬 b"}, 0, 4)
    assert cells(api, "textFormatRuns", "A1")[0]["values"][0]["textFormatRuns"] == [
        {"format": {"bold": True}},
        {"startIndex": 4, "format": {"bold": True}},
    ]
    for value, starts in (
        ({"stringValue": "abc"}, (0, 3)),
        ({"stringValue": "abc"}, (1, 1)),
        ({"numberValue": 5}, (0,)),
        ({"formulaValue": "=A2"}, (0,)),
    ):
        assert "Invalid requests[0].updateCells" in written(value, *starts)["error"]["message"]


def test_what_is_not_implemented_is_named(batch: Batch) -> None:
    for name, value in (("pivotTable", {"rows": []}), ("chipRuns", [{"startIndex": 0}])):
        request = {"range": A1, "rows": [{"values": [{name: value}]}], "fields": name}
        error = batch({"updateCells": request})["error"]
        assert (error["code"], name in error["message"]) == (501, True)


def test_refused_values(batch: Batch) -> None:
    for cell in (
        {"userEnteredValue": {"errorValue": {"type": "REF"}}},
        {"userEnteredValue": {"stringValue": "a", "numberValue": 1}},
        {"userEnteredValue": {"formulaValue": "A1"}},
        {"userEnteredFormat": {"numberFormat": {"pattern": "0"}}},
        {"dataValidation": {"condition": {"type": "NOT_BLANK"}}},
    ):
        request = {"range": A1, "rows": [{"values": [cell]}], "fields": "*"}
        message = batch({"updateCells": request})["error"]["message"]
        assert message.startswith("Invalid requests[0].updateCells: ")


def test_a_checkbox_holds_false_until_it_is_ticked(batch: Batch, api: Api) -> None:
    box = {"dataValidation": {"condition": {"type": "BOOLEAN"}}}
    batch({"repeatCell": {"range": A1, "cell": box, "fields": "dataValidation"}})
    assert api("GET", "/v4/spreadsheets/book/values/A1")["values"] == [["FALSE"]]
