"""Workbooks written: a copy of the file with the changes, readable by anything that reads .xlsx."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

import localsheets
from localsheets import requests
from localsheets.state import parts
from localsheets.state.book import Book
from localsheets.wire import messages
from tests.localsheets.grids import book_of

Json = dict[str, Any]
REPORT = 77


def apply(store: localsheets.Workbooks, book_id: str, *wanted: Json) -> None:
    """Send requests past the server, as it would take them."""
    body = messages.read("BatchUpdateSpreadsheetRequest", {"requests": list(wanted)})
    store.change(book_id, lambda book: requests.apply(book, body["requests"]))


def area(top: int, bottom: int, left: int, right: int, sheet: int = REPORT) -> Json:
    edges = {"startRowIndex": top, "endRowIndex": bottom}
    return {"sheetId": sheet, **edges, "startColumnIndex": left, "endColumnIndex": right}


def text(value: str, **more: Any) -> Json:
    return {"userEnteredValue": {"stringValue": value}, **more}


def number(value: float, pattern: str = "") -> Json:
    look = {"userEnteredFormat": {"numberFormat": {"type": "NUMBER", "pattern": pattern}}}
    return {"userEnteredValue": {"numberValue": value}, **(look if pattern else {})}


def formula(value: str) -> Json:
    return {"userEnteredValue": {"formulaValue": value}}


LINK = {"userEnteredFormat": {"textFormat": {"link": {"uri": "#gid=0&range=B2"}}}}
ROWS = [
    [text("Report", userEnteredFormat={"textFormat": {"bold": True, "fontSize": 14}})],
    [text("Account"), text("Budget"), text("Explanation")],
    [text("=1100", **LINK), number(-1200.5, "#,##0;(#,##0);-"), text("why", note="said\nso")],
    [formula('=HYPERLINK("#gid=0&range=B2","1200")'), formula("=Budget!B2*2")],
    [text("Total"), formula("=SUBTOTAL(9,B3:B4)"), formula('=IF(B5<0,"over","under")')],
]


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """A person's workbook: a budget with looks, a list, a chart, print set-up."""
    workbook = openpyxl.Workbook()
    tab: Any = workbook.active
    tab.title = "Budget"
    for row in [["Account", "Amount"], ["1100", 500], ["1200", "=B2*2"]]:
        tab.append(row)
    tab["A1"].font = Font(name="Georgia", bold=True)
    tab.column_dimensions["A"].width = 33
    tab.page_setup.orientation = "portrait"
    tab.print_title_rows = "1:1"
    whole = DataValidation(type="whole", operator="greaterThan", formula1="0")
    whole.add("B2:B9")
    tab.add_data_validation(whole)
    chart = BarChart()
    chart.add_data(Reference(tab, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    tab.add_chart(chart, "D2")
    path = tmp_path / "original.xlsx"
    workbook.save(path)
    return path


WHITE, GREY = {"red": 1, "green": 1, "blue": 1}, {"red": 0.9, "green": 0.9, "blue": 0.9}
TAB: Json = {
    "sheetId": REPORT,
    "title": "Cost/EFC",
    "tabColor": {"red": 1},
    "gridProperties": {"rowCount": 12, "columnCount": 6, "frozenRowCount": 2},
}
BANDS = {"headerColor": {"blue": 0.5}, "firstBandColor": WHITE, "secondBandColor": GREY}
YES_NO = {
    "type": "ONE_OF_LIST",
    "values": [{"userEnteredValue": "Yes"}, {"userEnteredValue": "No"}],
}
OVER = {
    "condition": {"type": "NUMBER_LESS", "values": [{"userEnteredValue": "0"}]},
    "format": {"textFormat": {"foregroundColor": {"red": 1}}},
}
CHART = {
    "spec": {
        "title": "C",
        "basicChart": {"series": [{"series": {"sourceRange": {"sources": [area(1, 4, 1, 2)]}}}]},
    },
    "position": {"overlayPosition": {"anchorCell": {"sheetId": REPORT, "rowIndex": 6}}},
}
LAST_COLUMN = {"sheetId": REPORT, "dimension": "COLUMNS", "startIndex": 5, "endIndex": 6}
TWO_ROWS = {"sheetId": REPORT, "dimension": "ROWS", "startIndex": 2, "endIndex": 4}
MARK = {
    "metadataId": 5,
    "metadataKey": "k",
    "visibility": "DOCUMENT",
    "location": {"sheetId": REPORT},
}
GUARD = {"protectedRangeId": 9, "range": {"sheetId": REPORT}}
CELLS_WRITTEN = {
    "start": {"sheetId": REPORT},
    "rows": [{"values": row} for row in ROWS],
    "fields": "*",
}
HIDE = {"properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
REQUESTS: list[Json] = [
    {"addSheet": {"properties": TAB}},
    {"updateCells": CELLS_WRITTEN},
    {"mergeCells": {"range": area(0, 1, 0, 3), "mergeType": "MERGE_ALL"}},
    {"addBanding": {"bandedRange": {"range": area(1, 5, 0, 3), "rowProperties": BANDS}}},
    {"setDataValidation": {"range": area(2, 5, 2, 3), "rule": {"condition": YES_NO}}},
    {"addConditionalFormatRule": {"rule": {"ranges": [area(2, 5, 1, 2)], "booleanRule": OVER}}},
    {"addChart": {"chart": CHART}},
    {"updateDimensionProperties": {"range": LAST_COLUMN, **HIDE}},
    {"addDimensionGroup": {"range": TWO_ROWS}},
    {"createDeveloperMetadata": {"developerMetadata": MARK}},
    {"addProtectedRange": {"protectedRange": GUARD}},
]


@pytest.fixture
def exported(original: Path, tmp_path: Path) -> Path:
    """The same with a report tab beside it, made through the API."""
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(original)
    apply(store, book_id, *REQUESTS)
    path = tmp_path / "exported.xlsx"
    store.export_xlsx(book_id, path)
    return path


def test_the_original_file_is_not_changed(original: Path, exported: Path) -> None:
    assert openpyxl.load_workbook(original).sheetnames == ["Budget"]
    assert openpyxl.load_workbook(exported).sheetnames == ["Budget", "Cost-EFC"]


def test_a_tab_that_nobody_touched_is_as_it_was(exported: Path) -> None:
    tab: Any = openpyxl.load_workbook(exported)["Budget"]
    assert (tab["A1"].font.name, tab["A1"].font.b) == ("Georgia", True)
    assert tab.column_dimensions["A"].width == 33
    assert (tab.page_setup.orientation, tab.print_title_rows) == ("portrait", "$1:$1")
    assert tab.data_validations.dataValidation[0].type == "whole"
    assert len(tab._charts) == 1
    assert tab["B3"].value == "=B2*2"


def test_our_tab_is_written_with_all_that_is_on_it(exported: Path) -> None:
    tab: Any = openpyxl.load_workbook(exported)["Cost-EFC"]
    assert [str(block) for block in tab.merged_cells.ranges] == ["A1:C1"]
    assert tab.freeze_panes == "A3"
    assert (tab["A1"].font.b, tab["A1"].font.sz) == (True, 14)
    assert (tab["A3"].value, tab["A3"].data_type) == ("=1100", "s")
    assert tab["A3"].quotePrefix
    assert tab["A3"].hyperlink.location == "'Budget'!B2"
    assert tab["A4"].value == '=HYPERLINK("#\'Budget\'!B2","1200")'
    assert tab["B3"].number_format == "#,##0;(#,##0);-"
    assert tab["C3"].comment.text == "said\nso"
    assert tab["A2"].fill.fgColor.rgb == "FF00007F"
    assert tab["A4"].fill.fgColor.rgb == "FFE5E5E5"
    assert tab.column_dimensions["F"].hidden
    assert tab.row_dimensions[3].outlineLevel == 1
    assert tab.sheet_properties.tabColor.rgb == "FFFF0000"
    assert tab.data_validations.dataValidation[0].formula1 == '"Yes,No"'
    assert [str(block.sqref) for block in tab.conditional_formatting] == ["B3:B5"]
    assert tab._charts[0].series[0].val.numRef.f == "'Cost-EFC'!$B$2:$B$4"


def test_our_tab_prints_on_landscape_pages_with_its_header(exported: Path) -> None:
    tab: Any = openpyxl.load_workbook(exported)["Cost-EFC"]
    assert tab.page_setup.orientation == "landscape"
    assert (tab.page_setup.fitToWidth, tab.page_setup.fitToHeight) == (1, 0)
    assert tab.print_title_rows == "$1:$2"
    assert tab.oddFooter.center.text == "Page &P of &N"


def test_viewers_that_do_not_compute_see_figures(exported: Path) -> None:
    ours = pd.read_excel(exported, sheet_name="Cost-EFC", header=1)
    assert ours["Budget"].tolist() == [-1200.5, 1000, -200.5]
    theirs = pd.read_excel(exported, sheet_name="Budget")
    assert theirs["Amount"].tolist()[0] == 500


def test_an_export_read_again_is_the_same_spreadsheet(exported: Path) -> None:
    store = localsheets.Workbooks()
    book = store.read(store.import_xlsx(exported))
    sheet = book.sheet(REPORT)
    assert sheet.title == "Cost/EFC"
    assert (sheet.row_count, sheet.column_count) == (12, 6)
    assert book.metadata[0]["metadataId"] == 5
    assert sheet.protected[0]["protectedRangeId"] == 9
    assert len(sheet.charts) == len(sheet.banded) == len(sheet.conditional) == 1
    assert sheet.at(3, 0).formula == '=HYPERLINK("#gid=0&range=B2","1200")'
    assert (sheet.at(2, 0).format, sheet.at(1, 0).format) == (None, None)


def test_heights_that_were_only_estimated_are_not_kept(tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    book = store.create("book")
    long = text("word " * 40, userEnteredFormat={"wrapStrategy": "WRAP"})
    rows = {"start": {}, "rows": [{"values": [long]}, {"values": [long]}], "fields": "*"}
    second = {"dimension": "ROWS", "startIndex": 1, "endIndex": 2}
    sized = {"range": second, "properties": {"pixelSize": 60}, "fields": "pixelSize"}
    apply(store, book.id, {"updateCells": rows}, {"updateDimensionProperties": sized})
    store.export_xlsx(book.id, tmp_path / "book.xlsx")
    tab: Any = openpyxl.load_workbook(tmp_path / "book.xlsx").worksheets[0]
    assert tab.row_dimensions[1].height > 100
    assert tab.row_dimensions[2].height == 45
    again = store.read(store.import_xlsx(tmp_path / "book.xlsx"))
    assert again.sheets[0].row_meta == {1: {"pixelSize": 60}}


def test_formulas_of_an_untouched_tab_follow_a_change_elsewhere(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    tab: Any = workbook.active
    tab["A1"] = "=Other!A2"
    workbook.create_sheet("Other")["A2"] = 5
    workbook.save(tmp_path / "in.xlsx")
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(tmp_path / "in.xlsx")
    other = store.read(book_id).sheets[1].id
    rows = {"sheetId": other, "dimension": "ROWS", "startIndex": 0, "endIndex": 3}
    renamed = {"properties": {"sheetId": other, "title": "New name"}, "fields": "title"}
    apply(store, book_id, {"insertDimension": {"range": rows}}, {"updateSheetProperties": renamed})
    store.export_xlsx(book_id, tmp_path / "out.xlsx")
    assert (
        openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]["A1"].value == "='New name'!A5"
    )


def test_a_title_with_signs_that_xml_does_not_allow_makes_a_file_all_the_same(
    tmp_path: Path,
) -> None:
    workbooks = localsheets.Workbooks()
    made = workbooks.create("book")
    made.sheets = book_of(**{"a\x06b\nc": "| x |"}).sheets
    workbooks.export_xlsx(made.id, tmp_path / "out.xlsx")
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").sheetnames == ["abc"]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    book = store.create("book")
    with pytest.raises(localsheets.WorkbookError, match="cannot be written"):
        store.export_xlsx(book.id, tmp_path / "none" / "out.xlsx")
    with pytest.raises(localsheets.WorkbookError, match="There is no spreadsheet"):
        store.export_xlsx("nothing", tmp_path / "out.xlsx")
    assert not list(tmp_path.iterdir())


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=20)
NUMBERS = st.floats(-1e12, 1e12).map(lambda value: round(value, 4)) | st.integers(-(10**9), 10**9)
PATTERNS = ["#,##0;(#,##0);-", "0.0%", "m/d/yyyy", '"$"#,##0.00', "0000", "@"]
LOOKS = st.fixed_dictionaries(
    {},
    optional={
        "numberFormat": st.sampled_from(PATTERNS).map(lambda p: {"type": "NUMBER", "pattern": p}),
        "backgroundColor": st.sampled_from([{"red": 1}, {"green": 1, "blue": 1}]),
        "horizontalAlignment": st.sampled_from(["LEFT", "CENTER", "RIGHT"]),
        "wrapStrategy": st.just("WRAP"),
        "textFormat": st.fixed_dictionaries(
            {"bold": st.just(True)}, optional={"italic": st.just(True), "fontSize": st.just(13)}
        ),
    },
)
CELLS = st.builds(
    lambda value, look: {"userEnteredValue": value, "userEnteredFormat": look},
    st.builds(lambda v: {"stringValue": v}, TEXTS)
    | st.builds(lambda v: {"numberValue": v}, NUMBERS)
    | st.builds(lambda v: {"boolValue": v}, st.booleans())
    | st.sampled_from([{"formulaValue": "=1+1"}, {"formulaValue": '="a"&"b"'}]),
    LOOKS,
)


def contents(book: Book) -> list[tuple[Any, ...]]:
    """Every cell's place, value, formula and look, but for the kind of a number format."""
    found = []
    for row, column, cell in book.sheets[0].cells():
        look = {**(cell.format or {})}
        if "numberFormat" in look:
            look["numberFormat"] = look["numberFormat"]["pattern"]
        found.append((row, column, cell.value, cell.formula, look))
    return found


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_export_then_import_keeps_values_formulas_and_looks(
    tmp_path: Path, rows: list[list[Json]]
) -> None:
    store = localsheets.Workbooks()
    book = store.create("book")
    wanted = {"start": {}, "rows": [{"values": row} for row in rows], "fields": "*"}
    apply(store, book.id, {"updateCells": wanted})
    store.export_xlsx(book.id, tmp_path / "book.xlsx")
    again = store.read(store.import_xlsx(tmp_path / "book.xlsx"))
    assert contents(again) == contents(store.read(book.id))


def test_filters_tables_slicers_and_charts_tabs_travel_in_our_own_part(tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    book = store.create("book")
    block = {"startRowIndex": 0, "endRowIndex": 4, "startColumnIndex": 0, "endColumnIndex": 3}
    lower = {**block, "startRowIndex": 10, "endRowIndex": 14}
    source = {"sourceRange": {"sources": [{**block, "endColumnIndex": 1}]}}
    hidden = {"criteria": {"1": {"hiddenValues": ["x"]}}}
    above = {"overlayPosition": {"anchorCell": {}}}
    chart = {"spec": {"orgChart": {"labels": source}}, "position": {"newSheet": True}}
    apply(store, book.id, {"addTable": {"table": {"range": lower, "name": "Kit"}}})
    apply(store, book.id, {"addFilterView": {"filter": {"range": block, **hidden}}})
    apply(store, book.id, {"setBasicFilter": {"filter": {"range": block, **hidden}}})
    slicer = {"spec": {"dataRange": block}, "position": above}
    apply(store, book.id, {"addSlicer": {"slicer": slicer}})
    apply(store, book.id, {"addChart": {"chart": chart}})
    store.export_xlsx(book.id, tmp_path / "book.xlsx")
    again = store.read(store.import_xlsx(tmp_path / "book.xlsx"))
    for sheet, other in zip(store.read(book.id).sheets, again.sheets, strict=True):
        for kind in parts.KINDS:
            assert kind.of(sheet) == kind.of(other)
        assert sheet.properties == other.properties
