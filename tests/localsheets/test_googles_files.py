"""Formulas that Excel does not know, in files: as Google writes them, and back."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.formula import ArrayFormula

import localsheets
from localsheets.formulas.engine import compute
from localsheets.state.book import Book
from localsheets.state.cell import Cell, error_shown_as
from localsheets.xlsx import functions, wrapping
from localsheets.xlsx.package import with_results
from localsheets.xlsx.values_in import formula_of
from tests.localsheets.grids import book_of, grid_of, tidy
from tests.localsheets.test_round_trip import as_another_program_leaves_it

COMPUTED = 'IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),{})'


def dummy(text: str, kept: str) -> str:
    quoted = text.replace('"', '""')
    return f'IFERROR(__xludf.DUMMYFUNCTION("{quoted}"),{kept})'


def file_of(path: Path, cells: dict[str, Any], values: dict[str, Any]) -> Book:
    """What is read from a file with these contents, and these cached values."""
    workbook = openpyxl.Workbook()
    for name, content in cells.items():
        workbook.worksheets[0][name] = content
    workbook.save(path)
    changed = path.with_name("cached.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = with_results(data.decode(), values).encode()
            new.writestr(name, data)
    store = localsheets.Workbooks()
    return store.read(store.import_xlsx(changed))


@pytest.mark.parametrize(
    ("there", "here"),
    [
        (dummy('QUERY(A1:C9,"select A")', '"x"'), '=QUERY(A1:C9,"select A")'),
        ('IFERROR(__xludf.DUMMYFUNCTION("JOIN("""&","",A1:A2)"),"x")', '=JOIN(",",A1:A2)'),
        ('IFERROR(__xludf.DUMMYFUNCTION("JO"&"IN(A1)"), "a ) b")', "=JOIN(A1)"),
        ('1+IFERROR(__xludf.DUMMYFUNCTION("A1&B1"),2.0)*3', "=1+(A1&B1)*3"),
        ('IF(A1,IFERROR(__xludf.DUMMYFUNCTION("SPLIT(A1)"),2),3)', "=IF(A1,SPLIT(A1),3)"),
        ('IFERROR(_xlfn.SINGLE(__xludf.DUMMYFUNCTION("ADD(1,2)")),3)', "=ADD(1,2)"),
        ('iferror(__xludf.dummyfunction("add(1,2)"),3)', "=add(1,2)"),
        ('"_xlfn.SUM"&_xlfn.CONCAT(1,2)', '="_xlfn.SUM"&CONCAT(1,2)'),
        ("_xlfn._xlws.FILTER(A1:A3,B1:B3)", "=FILTER(A1:A3,B1:B3)"),
        ("_xlfn.LET(_xlpm.a,2,_xlpm.a*2)", "=LET(a,2,a*2)"),
        ("_xlfn.SINGLE(A1:A3)+_xlfn.SINGLE(A1+1)", "=A1:A3+(A1+1)"),
        ("SUM(A2:A1048576,B3:XFD3)", "=SUM(A2:A,B3:3)"),
    ],
)
def test_a_formula_of_a_file_is_googles(there: str, here: str) -> None:
    assert formula_of(there) == here


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ('=ifs(a1,"IFS(",TRUE,xor(1,0))', '=_xlfn.IFS(a1,"IFS(",TRUE,_xlfn.XOR(1,0))'),
        ("=SORT(A1:A3)", "=_xlfn._xlws.SORT(A1:A3)"),
        ("=LET(a,A1,b,a+1,a&b)", "=_xlfn.LET(_xlpm.a,A1,_xlpm.b,_xlpm.a+1,_xlpm.a&_xlpm.b)"),
        ("=MAP(A1:A2,LAMBDA(x,x&\"x\"))", '=_xlfn.MAP(A1:A2,_xlfn.LAMBDA(_xlpm.x,_xlpm.x&"x"))'),
        ("=STDEV.S(A1:A2)", "=_xlfn.STDEV.S(A1:A2)"),
        ("=SUM(A1)", "=SUM(A1)"),
    ],
)  # fmt: skip
def test_newer_functions_have_prefixes(here: str, there: str) -> None:
    assert functions.prefixed(here) == there
    assert functions.bare(there).casefold() == here.casefold()


@pytest.mark.parametrize(
    ("formula", "googles"),
    [
        ("=SUM(A1)+VLOOKUP(1,A:B,2,FALSE)", False),
        ("=ARRAYFORMULA(A1:A3*2)", False),
        ("=1+ARRAYFORMULA(A1:A3*2)", True),
        ("={1,2;3,4}", False),
        ("={A1:A2,B1:B2}", True),
        ("=IFERROR(A1,2)", False),
        ("=IFERROR(A1)", True),
        ("=FILTER(A1:A3,B1:B3)", False),
        ("=FILTER(A1:A3,B1:B3,C1:C3)", True),
        ("=LET(f,LAMBDA(x,x+1),f(2))", False),
        ('=IF(REGEXMATCH(A1,"x"),1,2)', True),
        ("=SUM(", None),
    ],
)
def test_what_is_googles_alone(formula: str, googles: bool | None) -> None:
    assert functions.is_googles(formula) is googles


@given(st.text(max_size=700), st.none() | st.text(max_size=300) | st.booleans() | st.integers())
def test_what_is_wrapped_comes_back(text: str, value: Any) -> None:
    formula = f'=QUERY("{text.replace(chr(34), chr(34) * 2)}")'
    there = wrapping.wrapped(formula, value)
    assert wrapping.unwrapped(there) == formula
    kept = wrapping.kept_value(there)
    assert kept == (value or None) or error_shown_as(str(value)) == kept or value == kept


def test_googles_file_keeps_what_it_shows(tmp_path: Path) -> None:
    """An array of Google's with its values; what only Google can compute stays as it was."""
    cells = {
        "A1": "=" + dummy('IMPORTRANGE("x","A1:B2")', '"Ana"'),
        "B1": "=" + COMPUTED.format("7.0"),
        "A2": "=" + COMPUTED.format('""'),
        "B2": "=" + COMPUTED.format("TRUE"),
        "A3": "=" + dummy("UNIQUE(D1:D3)", "1.0"),
        "A4": "=" + COMPUTED.format("2.0"),
        "B3": "=" + dummy('REGEXEXTRACT("a","b")', '"#N/A"'),
        "D1": 1,
        "D2": 2,
        "D3": 2,
    }
    values = {"A1": "Ana", "B1": 7, "A2": "", "B2": True, "A3": 1, "A4": 2, "B3": "#N/A"}
    for known in (values, {}):  # some programs leave cached values out
        book = file_of(tmp_path / "google.xlsx", cells, known)
        sheet = book.sheets[0]
        assert grid_of(book, sheet) == tidy("""
            | Ana | 7    | | 1 |
            |     | TRUE | | 2 |
            | 1   | #N/A | | 2 |
            | 2   |      | |   |
        """)
        assert sheet.at(0, 0).formula == '=IMPORTRANGE("x","A1:B2")'
        assert [sheet.at(*place).formula for place in ((0, 1), (1, 0), (3, 0))] == [None] * 3
    book.put(sheet, 2, 3, Cell(5))
    compute(book)
    assert [sheet.at(row, 0).value for row in (0, 2, 3, 4)] == ["Ana", 1, 2, 5]


def test_excels_arrays_spread_as_they_do(tmp_path: Path) -> None:
    cells = {
        "A1": 1,
        "A2": 2,
        "B1": ArrayFormula("B1:B2", "=A1:A2*2"),
        "B2": 4,
        "C1": ArrayFormula("C1", "=SUM(A1:A2*A1:A2)"),
        "D1": ArrayFormula("D1:D2", "=_xlfn.UNIQUE(A1:A2)"),
        "D2": 2,
        "E1": "=SUM(_xlfn.ANCHORARRAY(D1))",
    }
    book = file_of(tmp_path / "excel.xlsx", cells, {"B1": 2, "C1": 5, "D1": 1, "E1": 3})
    sheet = book.sheets[0]
    assert grid_of(book, sheet, formulas=True) == tidy("""
        | 1 | =ARRAYFORMULA(A1:A2*2) | =ARRAYFORMULA(SUM(A1:A2*A1:A2)) | =UNIQUE(A1:A2) | =SUM(D1:D2) |
        | 2 | 4 |  | 2 | |
    """)  # noqa: E501
    book.put(sheet, 1, 0, Cell(3))
    compute(book)
    assert [sheet.at(1, column).value for column in (1, 3)] == [6, 3]
    assert [sheet.at(0, column).value for column in (2, 4)] == [10, 4]


TAB = """
    | x    | 3 | a-b | =SUM(UNIQUE(B1:B3))       | =SPLIT(C1,"-")           |
    | y    | 1 | c   | =LET(z,B1,z*2)            |                          |
    | x    | 2 |     | =ArrayFormula(B1:B3*2)    | =IFERROR(1/0)            |
    |      |   |     |                           | =REGEXMATCH(A1,"[a-z]")  |
    |      |   |     |                           |                          |
    |      |   |     | =SUM(B1:B)                |                          |
    |      |   |     | =JOIN(",",FILTER(B1:B3,B1:B3>1,A1:A3="x")) |         |
    |      |   |     | ={A1:A2,B1:B2}            |                          |
    |      |   |     |                           |                          |
    |      |   |     | =IMPORTRANGE("a","b")     |                          |
    |      |   |     | =SUM(                     | =ARRAYFORMULA(LEN(A1:A3)) |
    |      |   |     | =IF(B1>1,SORT(B1:B3),"")  |                           |
"""


@pytest.mark.parametrize("ours", [True, False])
def test_what_is_exported_comes_back(tmp_path: Path, ours: bool) -> None:
    store = localsheets.Workbooks()
    book = book_of(Data=TAB)
    store.create("book")
    store.change("book", lambda made: setattr(made, "sheets", book.sheets))
    store.export_xlsx("book", tmp_path / "book.xlsx")
    path = tmp_path / "book.xlsx" if ours else as_another_program_leaves_it(tmp_path / "book.xlsx")
    again = store.read(store.import_xlsx(path))
    assert grid_of(again, again.sheets[0], formulas=True) == grid_of(
        book, book.sheets[0], formulas=True
    )
    found, wanted = ([_known(cell) for cell in tab.sheets[0].cells()] for tab in (again, book))
    assert found == wanted


def _known(found: tuple[int, int, Cell]) -> tuple[Any, ...]:
    row, column, cell = found
    value = getattr(cell.value, "type", cell.value)
    outcome = cell.outcome and (cell.outcome.size, cell.outcome.offset)
    return row, column, value, cell.formula, None if outcome == ((1, 1), (0, 0)) else outcome


def test_other_programs_see_values(tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    book = book_of(
        Data="""
        | a-b | =SPLIT(A1,"-")           |                          |
        |     | =ArrayFormula(LEN(A1:A1)) | =ARRAYFORMULA(LEN(A1:A1)) |
    """
    )
    store.create("book")
    store.change("book", lambda made: setattr(made, "sheets", book.sheets))
    store.export_xlsx("book", tmp_path / "book.xlsx")
    formulas = openpyxl.load_workbook(tmp_path / "book.xlsx").worksheets[0]
    values = openpyxl.load_workbook(tmp_path / "book.xlsx", data_only=True).worksheets[0]
    assert formulas["B1"].value == "=" + dummy('SPLIT(A1,"-")', '"a"')
    assert formulas["C1"].value == "=" + COMPUTED.format('"b"')
    assert [values["B1"].value, values["C1"].value] == ["a", "b"]
    assert formulas["B2"].value == "=" + dummy("ArrayFormula(LEN(A1:A1))", "3.0")
    assert formulas["C2"].value.text == "=LEN(A1:A1)"


def test_a_value_beside_a_formula_of_googles_follows_on_an_untouched_tab(tmp_path: Path) -> None:
    """Else Excel would show the old one as soon as it computes."""
    path = tmp_path / "two.xlsx"
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].title = "Data"
    workbook.worksheets[0]["A1"] = "a-b"
    other = workbook.create_sheet("Look")
    other["A1"] = "=" + dummy('REGEXREPLACE(Data!A1,"-","+")', '"a+b"')
    workbook.save(path)
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(path)
    store.change(book_id, lambda book: book.put(book.sheets[0], 0, 0, Cell("c-d")))
    store.change(book_id, compute)
    store.export_xlsx(book_id, tmp_path / "out.xlsx")
    found = openpyxl.load_workbook(tmp_path / "out.xlsx")["Look"]["A1"].value
    assert found == "=" + dummy('REGEXREPLACE(Data!A1,"-","+")', '"c+d"')
