"""Tables: their columns and names, how they grow and shrink, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from localsheets.state.tables import check_band
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import ApiError
from tests.localsheets.grids import book_of, lines_of

Json = dict[str, Any]
Send = Callable[..., Json]

SHEET = """
    |       |        |        |         |
    | Item  | Amount | Status | Checked |
    | Lamp  | 120    | Open   | maybe   |
    | Dolly | 900    | Closed |         |
    | Gel   | 5      | Open   | TRUE    |
"""
BLOCK = {"startRowIndex": 1, "endRowIndex": 5, "startColumnIndex": 0, "endColumnIndex": 4}
LIST: Json = {
    "condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "Open"}]},
}
PART = "You cannot insert or delete cells over part of a table."


@pytest.fixture
def table(batch: Send, api: Send) -> Send:
    """``table(**fields)`` makes a table "7" of the sheet; answers the batch's answer."""
    body = {"range": "Sheet1!A1", "values": lines_of(SHEET)}
    params = {"valueInputOption": "USER_ENTERED"}
    api("PUT", "/v4/spreadsheets/book/values/Sheet1!A1", body, **params)

    def make(**given: Any) -> Json:
        return batch({"addTable": {"table": {"tableId": "7", "range": BLOCK, **given}}})

    return make


def only_table(api: Send, **params: Any) -> Json:
    (found,) = api("GET", "/v4/spreadsheets/book", **params)["sheets"][0]["tables"]
    assert isinstance(found, dict)
    return found


def column_names(api: Send) -> list[str]:
    return [column["columnName"] for column in only_table(api)["columnProperties"]]


def values(api: Send) -> Any:
    return api("GET", "/v4/spreadsheets/book/values/Sheet1!A2:F7").get("values")


def test_columns_take_their_names_from_the_header(table: Send, api: Send) -> None:
    (reply,) = table()["replies"]
    assert reply["addTable"]["table"] == only_table(api)
    assert only_table(api) == {
        "tableId": "7",
        "name": "Table1",
        "range": BLOCK,
        "columnProperties": [
            {"columnName": "Item"},
            {"columnIndex": 1, "columnName": "Amount"},
            {"columnIndex": 2, "columnName": "Status"},
            {"columnIndex": 3, "columnName": "Checked"},
        ],
    }


def test_typed_columns_without_names_are_named_in_turn(table: Send, api: Send) -> None:
    table(
        columnProperties=[
            {"columnIndex": 1, "columnType": "CURRENCY"},
            {"columnIndex": 2, "columnType": "DROPDOWN", "dataValidationRule": LIST},
        ]
    )
    assert column_names(api) == ["Item", "Column 1", "Column 2", "Checked"]
    assert values(api)[0] == ["Item", "Column 1", "Column 2", "Checked"]
    assert only_table(api)["columnProperties"][2] == {
        "columnIndex": 2,
        "columnName": "Column 2",
        "columnType": "DROPDOWN",
        "dataValidationRule": LIST,
    }


def test_texts_in_a_column_of_checkboxes_become_false(table: Send, api: Send) -> None:
    table(columnProperties=[{"columnIndex": 3, "columnName": "Checked", "columnType": "BOOLEAN"}])
    assert [row[3] for row in values(api)[1:4]] == ["FALSE", "FALSE", "TRUE"]


def test_a_text_written_into_the_header_names_the_column(table: Send, api: Send) -> None:
    table()
    body = {"range": "Sheet1!B2", "values": [["EFC"]]}
    api("PUT", "/v4/spreadsheets/book/values/Sheet1!B2", body, valueInputOption="RAW")
    assert column_names(api)[1] == "EFC"


def test_a_list_of_columns_replaces_the_whole_old_one(table: Send, batch: Send, api: Send) -> None:
    table(
        columnProperties=[
            {"columnIndex": 1, "columnName": "Amount", "columnType": "CURRENCY"},
            {"columnIndex": 2, "columnName": "S", "columnType": "DROPDOWN"}
            | {"dataValidationRule": LIST},
        ]
    )
    columns = [{"columnIndex": 1, "columnName": "Paid", "columnType": "DATE"}]
    change = {"tableId": "7", "columnProperties": columns}
    assert "error" not in batch({"updateTable": {"table": change, "fields": "columnProperties"}})
    assert only_table(api)["columnProperties"] == [
        {"columnName": "Item"},
        {"columnIndex": 1, "columnName": "Paid", "columnType": "DATE"},
        {"columnIndex": 2, "columnName": "S"},
        {"columnIndex": 3, "columnName": "Checked"},
    ]
    assert values(api)[0][1] == "Paid"


def test_names_ranges_and_footers_change(table: Send, batch: Send, api: Send) -> None:
    table(name="Kit")
    footer = {"footerColorStyle": {"rgbColor": {"red": 1}}}
    change = {"tableId": "7", "name": "Gear", "rowsProperties": footer}
    batch({"updateTable": {"table": change, "fields": "name,rowsProperties"}})
    assert (only_table(api)["name"], only_table(api)["range"]["endRowIndex"]) == ("Gear", 6)
    batch({"updateTable": {"table": {"tableId": "7"}, "fields": "rowsProperties"}})
    assert only_table(api)["range"] == BLOCK
    smaller = {"tableId": "7", "range": {**BLOCK, "endColumnIndex": 2}}
    batch({"updateTable": {"table": smaller, "fields": "range"}})
    assert column_names(api) == ["Item", "Amount"]


def test_colours_are_among_the_banded_ranges_unless_not_wanted(table: Send, api: Send) -> None:
    red = {"red": 1}
    table(rowsProperties={"firstBandColorStyle": {"rgbColor": red}})
    found = api("GET", "/v4/spreadsheets/book")["sheets"][0]["bandedRanges"]
    colours = {"firstBandColor": red, "firstBandColorStyle": {"rgbColor": red}}
    assert found == [{"bandedRangeReference": "7", "range": BLOCK, "rowProperties": colours}]
    params = {"excludeTablesInBandedRanges": "true"}
    assert "bandedRanges" not in api("GET", "/v4/spreadsheets/book", **params)["sheets"][0]


def test_only_tables_and_merges_that_a_range_touches_are_answered(
    table: Send, batch: Send, api: Send
) -> None:
    table()
    far = {"startRowIndex": 20, "endRowIndex": 22, "startColumnIndex": 0, "endColumnIndex": 2}
    batch({"mergeCells": {"range": far, "mergeType": "MERGE_ALL"}})
    near = api("GET", "/v4/spreadsheets/book", ranges="Sheet1!A1:A3")["sheets"][0]
    there = api("GET", "/v4/spreadsheets/book", ranges="Sheet1!A20:A30")["sheets"][0]
    assert ("tables" in near, "merges" in near) == (True, False)
    assert ("tables" in there, "merges" in there) == (False, True)


def test_deleting_a_table_empties_its_cells(table: Send, batch: Send, api: Send) -> None:
    table()
    rule = {"booleanRule": {"condition": {"type": "BLANK"}, "format": {}}}
    column = {**BLOCK, "endColumnIndex": 1}
    batch(
        {"addConditionalFormatRule": {"rule": {**rule, "ranges": [column]}}},
        {"addConditionalFormatRule": {"rule": {**rule, "ranges": [{}]}}},
        {"deleteTable": {"tableId": "7"}},
    )
    sheet = api("GET", "/v4/spreadsheets/book", includeGridData="true")["sheets"][0]
    assert "tables" not in sheet
    assert "rowData" not in sheet["data"][0]
    assert len(sheet["conditionalFormats"]) == 1


def insert(dimension: str, start: int, *, inherit: bool = False) -> Json:
    place = {"dimension": dimension, "startIndex": start, "endIndex": start + 1}
    return {"insertDimension": {"range": place, "inheritFromBefore": inherit}}


def test_a_column_inserted_within_has_a_name(table: Send, batch: Send, api: Send) -> None:
    table()
    batch(insert("COLUMNS", 1))
    assert column_names(api) == ["Item", "Column 2", "Amount", "Status", "Checked"]
    assert values(api)[0] == ["Item", "Column 2", "Amount", "Status", "Checked"]


@pytest.mark.parametrize(("inherit", "end"), [(False, 5), (True, 6)])
def test_rows_inserted_at_the_end(
    table: Send, batch: Send, api: Send, inherit: bool, end: int
) -> None:
    table()
    batch(insert("ROWS", 5, inherit=inherit))
    assert only_table(api)["range"]["endRowIndex"] == end


def test_columns_inserted_at_the_end(table: Send, batch: Send, api: Send) -> None:
    table()
    batch(insert("COLUMNS", 4, inherit=True))
    assert column_names(api) == ["Item", "Amount", "Status", "Checked", "Column 5"]


def delete_rows(start: int, end: int) -> Json:
    return {
        "deleteDimension": {"range": {"dimension": "ROWS", "startIndex": start, "endIndex": end}}
    }


def test_rows_deleted_within(table: Send, batch: Send, api: Send) -> None:
    table()
    assert batch(delete_rows(1, 3))["error"]["message"].endswith(f"deleteDimension: {PART}")
    batch(delete_rows(2, 5))
    assert only_table(api)["range"]["endRowIndex"] == 2
    batch(delete_rows(0, 2))
    assert "tables" not in api("GET", "/v4/spreadsheets/book")["sheets"][0]


@pytest.mark.parametrize(
    ("band", "rows", "deleting", "refused"),
    [
        (Rect(3, 1, 4, 4), True, False, False),
        (Rect(3, 1, 4, 3), True, False, True),
        (Rect(0, 2, 1, 3), True, False, True),
        (Rect(8, 2, 9, 3), True, False, False),
        (Rect(2, 0, 3, 5), True, True, True),
        (Rect(2, 0, 6, 5), True, True, False),
        (Rect(2, 0, 5, 1), False, False, True),
        (Rect(2, 0, 6, 1), False, False, False),
        (Rect(2, 5, 3, 6), False, False, False),
    ],
)
def test_cells_inserted_or_deleted_across_a_table(
    band: Rect, rows: bool, deleting: bool, refused: bool
) -> None:
    sheet = book_of(Kit="| x |").sheets[0]
    place = {"startRowIndex": 2, "endRowIndex": 6, "startColumnIndex": 1, "endColumnIndex": 4}
    sheet.tables = [{"tableId": "7", "range": place}]
    if refused:
        with pytest.raises(ApiError, match="over part of a table"):
            check_band(sheet, band, rows=rows, deleting=deleting)
    else:
        check_band(sheet, band, rows=rows, deleting=deleting)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"tableId": "7", "range": {"startRowIndex": 50}}, "Table with id: 7 already exists."),
        ({"name": "KIT", "range": {"startRowIndex": 50}}, 'A table with the name "KIT" already'),
        ({"range": {"startRowIndex": 4}}, "A table cannot overlap another table."),
        (
            {"columnProperties": [{"columnType": "DROPDOWN"}]},
            "Condition must be set for dropdown column type.",
        ),
        (
            {"columnProperties": [{"columnType": "DOUBLE", "dataValidationRule": LIST}]},
            "Cannot set condition for non-dropdown column type.",
        ),
        ({"columnProperties": [{"columnIndex": 99}]}, "columnIndex[99] is not within the table."),
        ({"columnProperties": [{}, {}]}, "columnIndex[0] is given twice."),
    ],
)
def test_refused(table: Send, batch: Send, given: Json, message: str) -> None:
    table(name="Kit")
    free = {"startRowIndex": 50, "endRowIndex": 60}
    text = batch({"addTable": {"table": {"range": free, **given}}})["error"]["message"]
    assert text.startswith(f"Invalid requests[0].addTable: {message}")


def test_unknown_tables_and_nameless_columns_are_refused(table: Send, batch: Send) -> None:
    table()
    change = {"tableId": "7", "columnProperties": [{"columnType": "DATE"}]}
    answer = batch({"updateTable": {"table": change, "fields": "columnProperties"}})
    assert answer["error"]["message"] == (
        "Invalid requests[0].updateTable: Table header row cell must have a value."
    )
    for request in (
        {"deleteTable": {"tableId": "x"}},
        {"updateTable": {"table": {"tableId": "x"}, "fields": "name"}},
    ):
        assert batch(request)["error"]["message"].endswith(": No table with id: x")


def test_filters_of_a_table(table: Send, batch: Send, api: Send) -> None:
    table()
    batch(
        {"setBasicFilter": {"filter": {"tableId": "7"}}},
        {"addFilterView": {"filter": {"tableId": "7", "title": "v"}}},
    )
    sheet = api("GET", "/v4/spreadsheets/book")["sheets"][0]
    assert sheet["basicFilter"] == {"tableId": "7", "range": BLOCK}
    assert sheet["filterViews"][0]["range"] == BLOCK


def test_rows_are_appended_to_a_table(table: Send, batch: Send, api: Send) -> None:
    table()
    below = {"range": "Sheet1!A6", "values": [["below"]]}
    api("PUT", "/v4/spreadsheets/book/values/Sheet1!A6", below, valueInputOption="RAW")
    row = {"values": [{"userEnteredValue": {"stringValue": text}} for text in ("Jib", "x")]}
    ask = {"tableId": "7", "rows": [row], "fields": "userEnteredValue"}
    assert "error" not in batch({"appendCells": ask})
    assert values(api)[4:] == [["Jib", "x"], ["below"]]
    assert only_table(api)["range"]["endRowIndex"] == 6
    assert batch({"appendCells": {**ask, "tableId": "x"}})["error"]["message"].endswith("id: x")
