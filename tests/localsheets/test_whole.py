"""An imported file whose other tabs were changed: what nobody touched is exported as it was."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.table import Table

import localsheets
from localsheets.state.book import Book
from localsheets.xlsx.opc import Package
from localsheets.xlsx.opening import opened
from localsheets.xlsx.recalculated import put_right
from tests.localsheets.books import apply

Json = dict[str, Any]
WORKBOOKS = Path(__file__).parents[3] / "shared" / "workbooks"
PNG = b"\x89PNG\r\n\x1a\n a picture that openpyxl would lose"
OURS = {
    "addSheet": {"properties": {"sheetId": 4242, "title": "Ours", "index": 0}},
}
WRITTEN = {
    "updateCells": {
        "start": {"sheetId": 4242},
        "rows": [{"values": [{"userEnteredValue": {"stringValue": "ours & <theirs>"}}]}],
        "fields": "*",
    }
}


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """A workbook with a chart, a table, a picture, an extension and shared formulas."""
    workbook = openpyxl.Workbook()
    tab: Any = workbook.active
    tab.title = "Budget"
    for row in [["Account", "Amount"], ["1100", 500], ["1200", "=B2*2"], ["1300", "=Other!A1"]]:
        tab.append(row)
    tab.add_table(Table(displayName="Accounts", ref="A1:B4"))
    chart = BarChart()
    chart.add_data(Reference(tab, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    tab.add_chart(chart, "D2")
    workbook.create_sheet("Other")["A1"] = 7
    made = io.BytesIO()
    workbook.save(made)
    package = Package.read(made.getvalue())
    package.parts["xl/media/image1.png"] = PNG
    package.defaults["png"] = "image/png"
    drawing = package.relations["xl/drawings/drawing1.xml"]
    picture = drawing[0].type.replace("chart", "image")
    package.relations["xl/drawings/drawing1.xml"].append(
        type(drawing[0])("rIdPicture", picture, "xl/media/image1.png")
    )
    sheet = package.parts["xl/worksheets/sheet1.xml"]
    package.parts["xl/worksheets/sheet1.xml"] = sheet.replace(
        b"</worksheet>", b'<extLst><ext uri="{sparklines}"><x>kept</x></ext></extLst></worksheet>'
    )
    path = tmp_path / "original.xlsx"
    path.write_bytes(package.written())
    return path


def exported(original: Path, *wanted: Json) -> Path:
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(original)
    apply(store, book_id, *wanted)
    path = original.with_name("exported.xlsx")
    store.export_xlsx(book_id, path)
    return path


def loaded(path: Path) -> Any:
    """What openpyxl sees; its warnings about what it would lose are not ours."""
    return opened(path.read_bytes())


def part_of(path: Path, title: str) -> tuple[Package, str]:
    """The package and the part that holds a tab."""
    package = Package.read(path.read_bytes())
    book = package.of("")[0].target if package.of("")[0].kind == "officeDocument" else ""
    book = book or next(r.target for r in package.of("") if r.kind == "officeDocument")
    found = re.search(rf'<sheet [^>]*name="{title}"[^>]*r:id="(\w+)"', package.parts[book].decode())
    assert found is not None
    return package, next(r.target for r in package.of(book) if r.id == found[1])


def test_an_untouched_tab_keeps_every_part_that_it_has(original: Path) -> None:
    path = exported(original, OURS, WRITTEN)
    before, part = part_of(original, "Budget")
    after, same = part_of(path, "Budget")
    assert same == part
    assert b"<x>kept</x>" in after.parts[part]
    expected = before.parts[part].replace(b' tabSelected="1"', b"")
    for formula, value in ((b"B2*2", b"1000"), (b"Other!A1", b"7")):  # openpyxl writes no results
        empty = re.compile(b"<f>" + re.escape(formula) + b"</f><v ?/>")
        expected = empty.sub(b"<f>" + formula + b"</f><v>" + value + b"</v>", expected)
    assert after.parts[part] == expected
    for name in before.closure([part]) - {part}:
        assert after.parts[name] == before.parts[name], name
    assert after.parts["xl/media/image1.png"] == PNG


def test_the_export_opens_with_all_tabs_in_order(original: Path) -> None:
    path = exported(original, OURS, WRITTEN)
    workbook: Any = loaded(path)
    assert workbook.sheetnames == ["Ours", "Budget", "Other"]
    assert workbook["Ours"]["A1"].value == "ours & <theirs>"
    assert workbook["Budget"]["A2"].value == "1100"
    assert workbook.active.title == "Ours"
    selected = [bool(sheet.sheet_view.tabSelected) for sheet in workbook.worksheets]
    assert selected == [True, False, False]


def test_only_one_front_tab_however_often_it_is_exported(original: Path) -> None:
    once = exported(original, OURS, WRITTEN)
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(once)
    store.export_xlsx(book_id, once.with_name("twice.xlsx"))
    with zipfile.ZipFile(once.with_name("twice.xlsx")) as archive:
        notes = [name for name in archive.namelist() if name.startswith("customXml")]
    assert len(notes) == 1
    again: Any = loaded(once.with_name("twice.xlsx"))
    assert again.sheetnames == ["Ours", "Budget", "Other"]


def test_formulas_and_results_follow_in_a_tab_that_stays(original: Path) -> None:
    rows = {"sheetId": 1_007_919, "dimension": "ROWS", "startIndex": 0, "endIndex": 2}
    path = exported(original, {"insertDimension": {"range": rows}})
    after, part = part_of(path, "Budget")
    assert b"<x>kept</x>" in after.parts[part]
    assert b"<f>Other!A3</f><v>7</v>" in after.parts[part]


def test_a_tab_that_is_renamed_or_hidden_stays_whole(original: Path) -> None:
    renamed = {"properties": {"sheetId": 0, "title": "Cost", "hidden": True}}
    path = exported(original, {"updateSheetProperties": {**renamed, "fields": "title,hidden"}})
    after, part = part_of(path, "Cost")
    assert b"<x>kept</x>" in after.parts[part]
    workbook: Any = loaded(path)
    assert workbook["Cost"].sheet_state == "hidden"
    assert workbook.active.title == "Other"


def test_a_tab_that_is_deleted_leaves_nothing(original: Path) -> None:
    path = exported(original, {"deleteSheet": {"sheetId": 0}})
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    assert not [name for name in names if "media" in name or "chart" in name or "table" in name]
    assert loaded(path).sheetnames == ["Other"]


SHARED = (
    '<worksheet><c r="A1"><v>1</v></c><c r="B1" s="2"><f t="shared" ref="B1:B2" si="0">A1*2</f>'
    '<v>2</v></c><c r="B2" t="str"><f t="shared" si="0"/><v>x &amp; y</v></c>'
    '<c r="C1"><f t="array" ref="C1:C2">A1:A2</f><v>1</v></c></worksheet>'
)


def test_results_that_are_the_same_leave_the_text_alone() -> None:
    results = {"B1": 2, "B2": "x & y", "C1": 1}
    assert put_right(SHARED, results, None) == SHARED


def test_a_formula_that_changed_takes_shared_ones_apart() -> None:
    results = {"B1": 4, "B2": True, "C1": 3}
    formulas = {"B1": "=A2*2", "B2": "=A3*2", "C1": "=A2:A3"}
    assert put_right(SHARED, results, formulas) == (
        '<worksheet><c r="A1"><v>1</v></c><c r="B1" s="2"><f>A2*2</f><v>4</v></c>'
        '<c r="B2" t="b"><f>A3*2</f><v>1</v></c>'
        '<c r="C1"><f t="array" ref="C1:C2">A1:A2</f><v>3</v></c></worksheet>'
    )


def looks(book: Book) -> Json:
    """What every cell has, but for results that change by the minute and their messages."""
    return {
        str(sheet.id): [
            (row, column, cell.format, cell.note, cell.formula or repr(cell.value), cell.runs)
            for row, column, cell in sheet.cells()
        ]
        for sheet in book.sheets
    }


FILES = sorted(WORKBOOKS.glob("**/*.xls[xm]"))
FEW = [path for path in FILES if path.stem in ("Attendance", "deaths", "1904", "AutoFilter")]


def assert_same_after_a_tab_is_added(path: Path, tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(path)
    before = looks(store.read(book_id))
    apply(store, book_id, OURS, WRITTEN)
    store.export_xlsx(book_id, tmp_path / "exported.xlsx")
    after = looks(store.read(store.import_xlsx(tmp_path / "exported.xlsx")))
    del after["4242"]
    assert after == before


@pytest.mark.parametrize("path", FEW, ids=lambda path: path.name)
def test_a_real_workbook_is_the_same_beside_a_new_tab(path: Path, tmp_path: Path) -> None:
    assert_same_after_a_tab_is_added(path, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_real_workbook_is_the_same_beside_a_new_tab(path: Path, tmp_path: Path) -> None:
    assert_same_after_a_tab_is_added(path, tmp_path)
