"""Field masks: what is asked for, and nothing else."""

from __future__ import annotations

import pytest

from localsheets.wire import masks
from localsheets.wire.errors import ApiError

SHEET = {
    "spreadsheetId": "x",
    "properties": {"title": "T", "locale": "en_US"},
    "sheets": [
        {"properties": {"sheetId": 0, "title": "A", "index": 0}, "merges": [{"endRowIndex": 1}]},
        {"properties": {"sheetId": 7, "title": "B", "index": 1}},
    ],
}
CASES = {
    "spreadsheetId": {"spreadsheetId": "x"},
    "*": SHEET,
    "properties.title": {"properties": {"title": "T"}},
    "properties/title,spreadsheetId": {"properties": {"title": "T"}, "spreadsheetId": "x"},
    "sheets.properties(sheetId,title)": {
        "sheets": [
            {"properties": {"sheetId": 0, "title": "A"}},
            {"properties": {"sheetId": 7, "title": "B"}},
        ]
    },
    "sheets(properties.index,merges)": {
        "sheets": [
            {"properties": {"index": 0}, "merges": [{"endRowIndex": 1}]},
            {"properties": {"index": 1}},
        ]
    },
    "sheets.properties.sheetId,sheets.properties": {
        "sheets": [{"properties": sheet["properties"]} for sheet in SHEET["sheets"]]  # type: ignore[index]
    },
    "sheets.properties.sheet_id": {
        "sheets": [{"properties": {"sheetId": 0}}, {"properties": {"sheetId": 7}}]
    },
    "namedRanges": {},
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_a_mask_keeps_what_it_names(text: str, expected: object) -> None:
    assert masks.prune(SHEET, masks.parse(text, "Spreadsheet")) == expected


@pytest.mark.parametrize(
    ("text", "path"),
    {
        "foo": "foo",
        "spreadsheetId, properties": " properties",
        "sheets.foo": "sheets.foo",
        "sheets(properties(title,bar))": "sheets.properties.bar",
        "spreadsheetId.x": "spreadsheetId.x",
    }.items(),
)
def test_an_unknown_path_stands_in_the_details_only(text: str, path: str) -> None:
    with pytest.raises(ApiError) as refused:
        masks.parse(text, "Spreadsheet")
    assert refused.value.body()["error"]["message"] == "Request contains an invalid argument."
    assert refused.value.violations[0][0] == path


@pytest.mark.parametrize(
    "text", ["sheets(", "sheets)", "(a)", "a,,b", "sheets()", ",", "sheets.", "a b"]
)
def test_a_malformed_mask_is_refused(text: str) -> None:
    with pytest.raises(ApiError):
        masks.parse(text, "Spreadsheet")


OLD = {"horizontalAlignment": "LEFT", "textFormat": {"bold": True, "fontSize": 12}}
NEW = {"textFormat": {"italic": True}, "backgroundColor": {"red": 1}}


@pytest.mark.parametrize(
    ("fields", "expected"),
    {
        "*": NEW,
        "textFormat.italic": {**OLD, "textFormat": {"bold": True, "fontSize": 12, "italic": True}},
        "textFormat": {**OLD, "textFormat": {"italic": True}},
        "textFormat(bold,fontSize)": {"horizontalAlignment": "LEFT"},
        "horizontalAlignment": {"textFormat": OLD["textFormat"]},
        "backgroundColor": {**OLD, "backgroundColor": {"red": 1}},
    }.items(),
)
def test_a_write_touches_only_what_its_mask_names(fields: str, expected: object) -> None:
    mask = masks.parse_update(fields, "CellFormat")
    assert masks.merge("CellFormat", OLD, NEW, mask) == expected


def test_a_write_without_a_mask_is_refused() -> None:
    with pytest.raises(ApiError, match="At least one field must be listed"):
        masks.parse_update("", "CellFormat")
