"""What a file cannot say of rules, and what lies under merges: the same after the way through."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, PatternFill
from openpyxl.worksheet.cell_range import CellRange

import localsheets
from localsheets.api.writes import update
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.xlsx.opc import Package
from tests.localsheets.books import apply, as_another_program_leaves_it

Json = dict[str, Any]
BLOCK = {"startRowIndex": 0, "endRowIndex": 3, "startColumnIndex": 0, "endColumnIndex": 2}


def condition(kind: str, *values: str) -> Json:
    entered = [{"userEnteredValue": value} for value in values]
    return {"type": kind, **({"values": entered} if entered else {})}


def made(*wanted: Json) -> localsheets.Workbooks:
    store = localsheets.Workbooks()
    store.create("book")
    values = {"values": [[1, 2], [3, "=A2"], ["x", "y"]]}
    store.change("book", lambda book: update(book, "A1", values, typed=True))
    apply(store, "book", *wanted)
    return store


def again(store: localsheets.Workbooks, path: Path, *, plain: bool = False) -> Sheet:
    store.export_xlsx("book", path)
    path = as_another_program_leaves_it(path) if plain else path
    return store.read(store.import_xlsx(path, "plain" if plain else "again")).sheets[0]


def validations(sheet: Sheet) -> Json:
    return {(row, column): c.validation for row, column, c in sheet.cells() if c.validation}


def validation(rule: Json) -> Json:
    return {"setDataValidation": {"range": BLOCK, "rule": rule}}


UNSAID = {
    "commas": {"condition": condition("ONE_OF_LIST", "Ana, Bo", "Cy")},
    "long": {"condition": condition("ONE_OF_LIST", *(f"Account {n}" for n in range(99)))},
    "spaces": {"condition": condition("ONE_OF_LIST", " Ana", "Bo "), "showCustomUi": True},
    "a checkbox with values": {"condition": condition("BOOLEAN", "Yes", "No"), "strict": True},
    "a list like a checkbox": {"condition": condition("ONE_OF_LIST", "TRUE", "FALSE")},
    "a date in other words": {"condition": condition("DATE_AFTER", "2026-03-02")},
    "a formula that follows": {"condition": condition("TEXT_CONTAINS", "=A1&B1")},
}


@pytest.mark.parametrize("rule", UNSAID.values(), ids=UNSAID)
def test_allowed_values_that_a_file_says_otherwise_are_ours_again(
    tmp_path: Path, rule: Json
) -> None:
    store = made(validation(rule))
    before = validations(store.read("book").sheets[0])
    assert len(before) == 6
    assert validations(again(store, tmp_path / "book.xlsx")) == before


def test_they_are_not_if_another_program_has_changed_them(tmp_path: Path) -> None:
    store = made(validation(UNSAID["a checkbox with values"]))
    store.export_xlsx("book", tmp_path / "book.xlsx")
    package = Package.read((tmp_path / "book.xlsx").read_bytes())
    sheet = package.parts["xl/worksheets/sheet1.xml"]
    package.parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"Yes,No", b"Yes,Maybe")
    (tmp_path / "changed.xlsx").write_bytes(package.written())
    found = store.read(store.import_xlsx(tmp_path / "changed.xlsx")).sheets[0]
    rules = [rule["condition"] for rule in validations(found).values()]
    assert rules == [condition("ONE_OF_LIST", "Yes", "Maybe")] * 6


def rule(**own: Any) -> Json:
    return {"addConditionalFormatRule": {"rule": {"ranges": [BLOCK], **own}}}


RED = {"backgroundColor": {"red": 1}, "backgroundColorStyle": {"rgbColor": {"red": 1}}}
POINT = {"color": {"green": 1}, "colorStyle": {"rgbColor": {"green": 1}}}
RULES = {
    "a month ago": rule(
        booleanRule={
            "condition": {"type": "DATE_AFTER", "values": [{"relativeDate": "PAST_MONTH"}]},
            "format": RED,
        }
    ),
    "a number with an exponent": rule(
        booleanRule={"condition": condition("NUMBER_EQ", "1e3"), "format": RED}
    ),
    "a point by a formula": rule(
        gradientRule={
            "minpoint": {**POINT, "type": "NUMBER", "value": "=A1"},
            "maxpoint": {**POINT, "type": "MAX"},
        }
    ),
}


@pytest.mark.parametrize("wanted", RULES.values(), ids=RULES)
def test_conditional_formats_that_a_file_says_otherwise_are_ours_again(
    tmp_path: Path, wanted: Json
) -> None:
    store = made(wanted, rule(booleanRule={"condition": condition("NOT_BLANK"), "format": RED}))
    before = store.read("book").sheets[0].conditional
    assert len(before) == 2
    assert again(store, tmp_path / "book.xlsx").conditional == before


COVERED = [
    {"userEnteredValue": {"stringValue": "seen"}, "userEnteredFormat": RED},
    {"userEnteredValue": {"numberValue": 7}, "note": "under it", "userEnteredFormat": RED},
    {"userEnteredValue": {"formulaValue": "=B1*2"}},
]


@pytest.mark.parametrize("plain", [False, True], ids=["with our part", "without"])
def test_what_a_merge_covers_is_there_still(tmp_path: Path, plain: bool) -> None:
    store = made()
    rows = [{"values": COVERED}]

    def fill(book: Any) -> None:
        sheet = book.sheets[0]
        red = book.formats.share(RED)
        book.put(sheet, 0, 1, Cell(7, None, red, note="under it"))
        book.put(sheet, 0, 2, Cell(None, "=B1*2"))

    across = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 3}
    wanted = {"updateCells": {"start": {}, "rows": rows, "fields": "*"}}
    apply(store, "book", {"mergeCells": {"range": across, "mergeType": "MERGE_ALL"}}, wanted)
    store.change("book", fill)
    before = store.read("book").sheets[0]
    sheet = again(store, tmp_path / "book.xlsx", plain=plain)
    assert list(sheet.cells()) == list(before.cells())
    assert sheet.merges == before.merges


def test_a_link_of_a_merge_is_its_first_cells(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    tab: Any = workbook.active
    tab["A1"] = "there"
    tab["A1"].hyperlink = "https://example.org"
    tab["A1"].hyperlink.ref = "A1:C1"
    tab["C1"].comment = Comment("covered", "somebody")
    tab["C1"].fill = PatternFill("solid", fgColor="FFFF0000")
    tab.merged_cells.add(CellRange("A1:C1"))
    workbook.save(tmp_path / "made.xlsx")
    store = localsheets.Workbooks()
    sheet = store.read(store.import_xlsx(tmp_path / "made.xlsx")).sheets[0]
    assert [sheet.at(0, column).link for column in range(3)] == ["https://example.org", None, None]
    assert sheet.at(0, 2).note == "covered"
    assert (sheet.at(0, 2).format or {})["backgroundColor"] == {"red": 1}


def test_a_tab_that_stays_as_another_program_wrote_it_is_read_as_such(tmp_path: Path) -> None:
    """LibreOffice says of every cell that it stands at the bottom, which is the default."""
    workbook = openpyxl.Workbook()
    tab: Any = workbook.active
    tab["A1"] = 1
    tab["A1"].alignment = Alignment(vertical="bottom")
    workbook.save(tmp_path / "made.xlsx")
    store = localsheets.Workbooks()
    store.import_xlsx(tmp_path / "made.xlsx", "book")
    bottom = {"userEnteredFormat": {"verticalAlignment": "BOTTOM"}}
    cells = {"start": {"sheetId": 9}, "rows": [{"values": [bottom]}], "fields": "*"}
    added = {"addSheet": {"properties": {"sheetId": 9, "title": "Ours"}}}
    apply(store, "book", added, {"updateCells": cells})
    for number in (1, 2):  # the second export takes the first one's tabs over
        path = tmp_path / f"{number}.xlsx"
        store.export_xlsx("book", path)
        store.delete("book")
        theirs, ours = store.read(store.import_xlsx(path, "book")).sheets
        assert theirs.at(0, 0).format is None
        assert ours.at(0, 0).format == bottom["userEnteredFormat"]
