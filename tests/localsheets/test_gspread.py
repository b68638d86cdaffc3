"""The real gspread over real HTTP: what a script does with it works here as with Google."""

from __future__ import annotations

import gspread
import pytest
from gspread.exceptions import APIError, SpreadsheetNotFound, WorksheetNotFound
from gspread.utils import ValidationConditionType, ValueRenderOption

import localsheets

RAW_VALUES, FORMULAS = ValueRenderOption.unformatted, ValueRenderOption.formula


@pytest.fixture
def sheet(google: gspread.Client) -> gspread.Worksheet:
    return google.create("Budget").sheet1


def test_a_spreadsheet_is_made_found_and_deleted(google: gspread.Client) -> None:
    made = google.create("Budget 2026")
    assert google.open("Budget 2026").id == made.id
    assert google.open_by_key(made.id).title == "Budget 2026"
    assert [file["name"] for file in google.list_spreadsheet_files()] == ["Budget 2026"]
    google.del_spreadsheet(made.id)
    with pytest.raises(SpreadsheetNotFound):
        google.open_by_key(made.id)


def test_worksheets_are_added_renamed_moved_and_deleted(google: gspread.Client) -> None:
    book = google.create("Book")
    report = book.add_worksheet("Report", rows=20, cols=5, index=0)
    assert [tab.title for tab in book.worksheets()] == ["Report", "Sheet1"]
    report.update_title("Cost report")
    book.reorder_worksheets([book.sheet1, book.worksheet("Cost report")])
    copy = book.duplicate_sheet(report.id, new_sheet_name="Copy")
    assert book.get_worksheet_by_id(copy.id).title == "Copy"
    book.del_worksheet(copy)
    with pytest.raises(WorksheetNotFound):
        book.worksheet("Copy")


def test_typed_values_are_read_back_in_every_rendering(sheet: gspread.Worksheet) -> None:
    sheet.update([["Account", "Budget"], ["1100", "$1,200"], ["'1200", "=B2*2"]], "A1", raw=False)
    assert sheet.get_all_values() == [["Account", "Budget"], ["1100", "$1,200"], ["1200", "$2,400"]]
    unformatted = sheet.get("A2:B3", value_render_option=RAW_VALUES)
    assert unformatted == [[1100, 1200], ["1200", 2400]]
    assert sheet.get("B3", value_render_option=FORMULAS) == [["=B2*2"]]
    assert sheet.get_all_records()[0] == {"Account": 1100, "Budget": "$1,200"}


def test_raw_values_are_stored_as_they_are(sheet: gspread.Worksheet) -> None:
    sheet.update([["=1+1", "007", 7, True]], "A1", raw=True)
    assert sheet.get("A1:D1", value_render_option=RAW_VALUES) == [["=1+1", "007", 7, True]]


def test_cells_are_found_changed_cleared(sheet: gspread.Worksheet) -> None:
    sheet.update([["one", "two"], ["three", "two"]], "A1")
    assert [cell.address for cell in sheet.findall("two")] == ["B1", "B2"]
    sheet.update_acell("A1", "1")
    sheet.update_cell(2, 1, "2")
    cells = sheet.range("B1:B2")
    for cell in cells:
        cell.value = "x"
    sheet.update_cells(cells)
    assert sheet.get_all_values() == [["1", "x"], ["2", "x"]]
    sheet.batch_clear(["A1", "B2"])
    assert sheet.get_all_values() == [["", "x"], ["2", ""]]
    sheet.clear()
    assert sheet.get_all_values() == [[]]


def test_rows_are_appended_inserted_deleted_sorted(sheet: gspread.Worksheet) -> None:
    sheet.append_row(["b", 2])
    sheet.append_rows([["a", 1], ["c", 3]])
    sheet.insert_row(["head", "n"], 1)
    sheet.sort((1, "asc"), range="A2:B4")
    assert sheet.get_all_values() == [["head", "n"], ["a", "1"], ["b", "2"], ["c", "3"]]
    sheet.delete_rows(2, 3)
    assert sheet.get_all_values() == [["head", "n"], ["c", "3"]]


def test_appending_to_a_full_sheet_makes_it_longer(google: gspread.Client) -> None:
    tab = google.create("Book").add_worksheet("Small", rows=2, cols=2)
    tab.update([["a", "b"], ["c", "d"]], "A1")
    answer = tab.append_row(["e", "f"])
    assert answer["tableRange"] == "Small!A1:B2"
    assert answer["updates"]["updatedRange"] == "Small!A3:B3"
    assert tab.spreadsheet.worksheet("Small").row_count == 3


def test_looks_freezing_hiding_grouping_notes_protection(sheet: gspread.Worksheet) -> None:
    sheet.format("A1:B1", {"textFormat": {"bold": True}, "horizontalAlignment": "CENTER"})
    sheet.freeze(rows=1, cols=1)
    sheet.hide_columns(2, 4)
    sheet.hide_rows(5, 6)
    sheet.add_dimension_group_rows(2, 4)
    sheet.insert_note("A1", "a note")
    sheet.add_protected_range("A1:B1", description="head", warning_only=True)
    sheet.set_basic_filter("A1:B9")
    sheet.merge_cells("B1:C1")
    sheet.add_validation("C2:C9", ValidationConditionType.one_of_list, ["Yes", "No"])
    found = sheet.spreadsheet.fetch_sheet_metadata({"includeGridData": True})["sheets"][0]
    assert found["properties"]["gridProperties"]["frozenRowCount"] == 1
    assert found["merges"] == [
        {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 1, "endColumnIndex": 3}
    ]
    assert found["rowGroups"][0]["range"]["endIndex"] == 4
    assert found["protectedRanges"][0]["description"] == "head"
    assert found["basicFilter"]["range"]["endRowIndex"] == 9
    data = found["data"][0]
    assert [n for n, meta in enumerate(data["columnMetadata"]) if meta.get("hiddenByUser")] == [
        2,
        3,
    ]
    assert data["rowData"][0]["values"][0]["note"] == "a note"
    assert data["rowData"][0]["values"][0]["userEnteredFormat"]["textFormat"] == {"bold": True}
    assert data["rowData"][1]["values"][2]["dataValidation"]["condition"]["type"] == "ONE_OF_LIST"
    assert sheet.get_notes() == [["a note"]]


def test_a_range_beyond_the_grid_is_refused_in_googles_words(sheet: gspread.Worksheet) -> None:
    with pytest.raises(APIError) as refused:
        sheet.get("AA1")
    assert refused.value.code == 400
    assert str(refused.value.error["message"]) == (
        "Range (Sheet1!AA1) exceeds grid limits. Max rows: 1000, max columns: 26"
    )


def test_batch_get_and_named_ranges(sheet: gspread.Worksheet) -> None:
    sheet.update([[1, 2], [3, 4]], "A1")
    sheet.define_named_range("B1:B2", "numbers")
    assert sheet.batch_get(["A1:A2", "numbers"]) == [[["1"], ["3"]], [["2"], ["4"]]]
    sheet.update_acell("D1", "=SUM(numbers)")
    assert sheet.acell("D1").value == "6"


def test_an_export_is_a_workbook(google: gspread.Client, sheet: gspread.Worksheet) -> None:
    sheet.update([["a", "=1+1"]], "A1", raw=False)
    book = google.export(sheet.spreadsheet.id, gspread.utils.ExportFormat.EXCEL)
    text = google.export(sheet.spreadsheet.id, gspread.utils.ExportFormat.CSV)
    assert book[:2] == b"PK"
    assert text == b"a,2"


def test_every_call_is_logged(server: localsheets.Server, sheet: gspread.Worksheet) -> None:
    server.requests.clear()
    sheet.get_all_values()
    (call,) = server.requests
    assert (call.method, call.status, call.spreadsheet_id) == ("GET", 200, sheet.spreadsheet_id)
    assert call.what == "spreadsheets.values.get"
    assert 0 <= call.seconds < 5
