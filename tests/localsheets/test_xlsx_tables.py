"""Excel's tables and the API's, into each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.filters import AutoFilter, FilterColumn, Filters
from openpyxl.worksheet.table import Table, TableColumn, TableFormula, TableStyleInfo

import localsheets
from localsheets.api.writes import update
from localsheets.state.sheet import Sheet
from localsheets.xlsx.opc import Package
from localsheets.xlsx.tables_out import excel_name
from tests.localsheets.books import apply, as_another_program_leaves_it
from tests.localsheets.grids import lines_of

Json = dict[str, Any]
KIT = """
    | Item   | Days | Rate | Total |
    | Camera | 5    | 900  | 4500  |
    | Dolly  | 12   | 300  | 3600  |
    | Sum    |      |      | 8100  |
"""
BLOCK = {"startRowIndex": 0, "endRowIndex": 4, "startColumnIndex": 0, "endColumnIndex": 4}
NAMES = [
    {"columnName": "Item"},
    {"columnIndex": 1, "columnName": "Days"},
    {"columnIndex": 2, "columnName": "Rate"},
    {"columnIndex": 3, "columnName": "Total"},
]
FOOTER = {"footerColorStyle": {"rgbColor": {"red": 1, "green": 1, "blue": 1}}}
TOUCH = {
    "updateCells": {
        "start": {"rowIndex": 8},
        "rows": [{"values": [{"note": "touched"}]}],
        "fields": "note",
    }
}


def kit(*wanted: Json, text: str = KIT) -> tuple[localsheets.Workbooks, str]:
    store = localsheets.Workbooks()
    store.create("kit")
    values = {"values": lines_of(text)}
    store.change("kit", lambda book: update(book, "A1", values, typed=True))
    apply(store, "kit", *wanted)
    return store, "kit"


def again(store: localsheets.Workbooks, path: Path, *, plain: bool) -> Sheet:
    store.export_xlsx("kit", path)
    path = as_another_program_leaves_it(path) if plain else path
    return store.read(store.import_xlsx(path, "again")).sheets[0]


def table(**more: Any) -> Json:
    return {"addTable": {"table": {"name": "Kit", "range": BLOCK, **more}}}


@pytest.mark.parametrize("plain", [False, True], ids=["with our part", "without"])
@pytest.mark.parametrize("more", [{}, {"rowsProperties": FOOTER}], ids=["", "totals"])
def test_a_table_is_a_table_after_the_way_through_a_file(
    tmp_path: Path, more: Json, plain: bool
) -> None:
    store, _ = kit(table(tableId="1", **more))
    before = store.read("kit").sheets[0].tables
    assert again(store, tmp_path / "kit.xlsx", plain=plain).tables == before
    made: Any = openpyxl.load_workbook(tmp_path / "kit.xlsx").worksheets[0].tables["Kit"]
    assert (made.ref, made.column_names) == ("A1:D4", ["Item", "Days", "Rate", "Total"])
    assert made.autoFilter.ref == ("A1:D3" if more else "A1:D4")


@pytest.mark.parametrize("plain", [False, True], ids=["with our part", "without"])
def test_the_filter_of_a_table_stays_the_tables(tmp_path: Path, plain: bool) -> None:
    hidden = {"columnIndex": 1, "filterCriteria": {"hiddenValues": ["12"]}}
    sort = {"dimensionIndex": 0, "sortOrder": "ASCENDING"}
    given = {"tableId": "1", "filterSpecs": [hidden], "sortSpecs": [sort]}
    store, _ = kit(table(tableId="1"), {"setBasicFilter": {"filter": given}})
    before = store.read("kit").sheets[0]
    sheet = again(store, tmp_path / "kit.xlsx", plain=plain)
    assert sheet.basic_filter == before.basic_filter
    assert sheet.row_meta == before.row_meta == {2: {"hiddenByFilter": True}}
    tab: Any = openpyxl.load_workbook(tmp_path / "kit.xlsx").worksheets[0]
    assert (tab.auto_filter.ref, tab.tables["Kit"].autoFilter.ref) == (None, "A1:D4")


UNFIT = {
    "a header alone": (KIT, table(range={**BLOCK, "endRowIndex": 1})),
    "a number above": (KIT.replace("Rate", "2026"), table()),
    "the same twice": (KIT.replace("Rate", "days"), table()),
    "another filter": (
        KIT,
        {"setBasicFilter": {"filter": {"range": {**BLOCK, "endColumnIndex": 2}}}},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), UNFIT.values(), ids=UNFIT)
def test_a_table_that_excel_would_refuse_is_kept_in_our_own_part(
    tmp_path: Path, text: str, wanted: Json
) -> None:
    requests = [wanted] if "addTable" in wanted else [table(), wanted]
    store, _ = kit(*requests, text=text)
    before = store.read("kit").sheets[0].tables
    assert again(store, tmp_path / "kit.xlsx", plain=False).tables == before
    tab: Any = openpyxl.load_workbook(tmp_path / "kit.xlsx").worksheets[0]
    assert not tab.tables


@pytest.mark.parametrize(
    ("name", "excels"),
    [
        ("Kit", "Kit"),
        ("Table1", "Table1"),
        ("KIT1", "_KIT1"),
        ("Camera kit (A)", "Camera_kit__A_"),
        ("A1", "_A1"),
        ("r2c3", "_r2c3"),
        ("C", "_C"),
        ("2nd unit", "_2nd_unit"),
        ("Gerät", "Gerät"),
    ],
)
def test_names_that_excel_allows(name: str, excels: str) -> None:
    assert excel_name(name) == excels


def test_names_come_back_and_never_meet(tmp_path: Path) -> None:
    left = {**BLOCK, "endColumnIndex": 2}
    right = {**BLOCK, "startColumnIndex": 2}
    named = {"namedRange": {"name": "camera_kit", "range": left}}
    store, _ = kit(
        table(name="Camera kit", range=left),
        table(name="camera-kit", range=right),
        {"addNamedRange": named},
    )
    before = store.read("kit").sheets[0].tables
    assert again(store, tmp_path / "kit.xlsx", plain=False).tables == before
    tab: Any = openpyxl.load_workbook(tmp_path / "kit.xlsx").worksheets[0]
    assert sorted(tab.tables) == ["Camera_kit_2", "camera_kit_3"]


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """A workbook as Excel has them: two tables, one with totals, a formula, a filter, a style."""
    workbook = openpyxl.Workbook()
    for number, title in enumerate(["First", "Second"], 1):
        tab: Any = workbook.active if number == 1 else workbook.create_sheet(title)
        tab.title = title
        for row in lines_of(KIT):
            tab.append([int(text) if text.isdigit() else text or None for text in row])
        names = ["Item", "Days", "Rate", "Total"]
        columns: list[Any] = [TableColumn(id=n, name=each) for n, each in enumerate(names, 1)]
        columns[3].calculatedColumnFormula = TableFormula(attr_text="Kit[Days]*Kit[Rate]")
        columns[3].totalsRowFunction = "sum"
        made: Any = Table(displayName=f"Gear{number}", ref="A1:D4", totalsRowCount=1)
        made.tableColumns = columns
        made.tableStyleInfo = TableStyleInfo(name="TableStyleDark3")
        tab.add_table(made)
    made.autoFilter = AutoFilter(ref="A1:D3")
    made.autoFilter.filterColumn = [FilterColumn(colId=1, filters=Filters(filter=["5"]))]
    tab.row_dimensions[3].hidden = True
    workbook.save(tmp_path / "original.xlsx")
    return tmp_path / "original.xlsx"


def test_excels_tables_are_tables(original: Path) -> None:
    store = localsheets.Workbooks()
    first, second = store.read(store.import_xlsx(original)).sheets
    assert first.tables == [
        {
            "tableId": "1",
            "name": "Gear1",
            "range": BLOCK,
            "columnProperties": NAMES,
            "rowsProperties": FOOTER,
        }
    ]
    assert (second.tables[0]["tableId"], second.tables[0]["name"]) == ("2", "Gear2")
    assert second.basic_filter == {
        "tableId": "2",
        "range": {"sheetId": second.id, **BLOCK},
        "criteria": {"1": {"hiddenValues": ["12"]}},
        "filterSpecs": [{"columnIndex": 1, "filterCriteria": {"hiddenValues": ["12"]}}],
    }
    assert second.row_meta == {2: {"hiddenByFilter": True}}


def test_a_table_of_a_changed_tab_keeps_its_style_and_its_formulas(
    original: Path, tmp_path: Path
) -> None:
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(original)
    rows = {"sheetId": 0, "dimension": "ROWS", "startIndex": 1, "endIndex": 2}
    apply(store, book_id, {"insertDimension": {"range": rows}})
    store.export_xlsx(book_id, tmp_path / "exported.xlsx")
    workbook: Any = openpyxl.load_workbook(tmp_path / "exported.xlsx")
    made = workbook["First"].tables["Gear1"]
    assert made.ref == "A1:D5"
    assert made.tableStyleInfo.name == "TableStyleDark3"
    assert made.tableColumns[3].calculatedColumnFormula.attr_text == "Kit[Days]*Kit[Rate]"
    assert made.tableColumns[3].totalsRowFunction == "sum"
    package = Package.read((tmp_path / "exported.xlsx").read_bytes())
    tables = [part for name, part in package.parts.items() if "/table" in name]
    ids = [part.split(b' id="')[1].split(b'"')[0] for part in tables]
    assert len(ids) == len(set(ids)) == 2


def test_a_table_that_excel_made_longer_or_deleted(original: Path, tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(original)
    named = {"tableId": "1", "name": "Kit of ours"}
    apply(store, book_id, {"updateTable": {"table": named, "fields": "name"}})
    store.export_xlsx(book_id, tmp_path / "exported.xlsx")
    workbook: Any = openpyxl.load_workbook(tmp_path / "exported.xlsx")
    workbook["First"].tables["Kit_of_ours"].ref = "A1:D6"
    workbook["First"]["A9"] = "x"
    del workbook["Second"].tables["Gear2"]
    workbook.save(tmp_path / "changed.xlsx")
    with_ours(tmp_path / "exported.xlsx", tmp_path / "changed.xlsx")
    first, second = store.read(store.import_xlsx(tmp_path / "changed.xlsx")).sheets
    assert [(t["name"], t["range"]["endRowIndex"]) for t in first.tables] == [("Kit of ours", 6)]
    assert second.tables == []


def with_ours(source: Path, target: Path) -> None:
    """Give a file the part of our own that another one has, as Excel leaves it in."""
    ours, theirs = Package.read(source.read_bytes()), Package.read(target.read_bytes())
    relation = next(r for r in ours.of("xl/workbook.xml") if r.kind == "customXml")
    theirs.relations["xl/workbook.xml"].append(relation)
    theirs.parts[relation.target] = ours.parts[relation.target]
    target.write_bytes(theirs.written())
