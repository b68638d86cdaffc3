"""Workbooks read: what they hold comes in; what is no workbook says so."""

from __future__ import annotations

import random
import re
import time
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils.datetime import MAC_EPOCH
from openpyxl.worksheet.datavalidation import DataValidation

import localsheets
from localsheets.render.cells import hyperlink, shown_text
from localsheets.state.book import Book
from localsheets.state.cell import Cell, CellError
from localsheets.workbooks import slug
from tests.localsheets.grids import grid_of, tidy

WORKBOOKS = Path(__file__).parents[3] / "shared" / "workbooks"
FILES = sorted(WORKBOOKS.glob("**/*.xlsx"))


def read(path: Path) -> Book:
    store = localsheets.Workbooks()
    return store.read(store.import_xlsx(path))


def saved(tmp_path: Path, fill: Callable[[openpyxl.Workbook], None]) -> Book:
    """A workbook made by openpyxl, saved, and read."""
    workbook = openpyxl.Workbook()
    fill(workbook)
    workbook.save(tmp_path / "made.xlsx")
    return read(tmp_path / "made.xlsx")


def cell(book: Book, row: int, column: int) -> Cell:
    return book.sheets[0].at(row - 1, column - 1)


def test_values_of_every_kind(tmp_path: Path) -> None:
    def fill(workbook: openpyxl.Workbook) -> None:
        noon = datetime(2026, 3, 2, 12)  # noqa: DTZ001 - a cell has no time zone
        tab: Any = workbook.active
        tab.append(["text", 7, 1.5, True, date(2026, 3, 2), noon, timedelta(hours=36)])
        tab["H1"] = "#REF!"

    book = saved(tmp_path, fill)
    found = [cell(book, 1, column).value for column in range(1, 9)]
    assert found == ["text", 7, 1.5, True, 46083, 46083.5, 1.5, CellError("REF")]
    shown = [shown_text(cell(book, 1, column), "en_US") for column in (5, 6, 7)]
    assert shown == ["2026-03-02", "2026-03-02 12:00:00", "36:00:00"]


def test_dates_of_the_1904_system_are_the_same_days(tmp_path: Path) -> None:
    def fill(workbook: openpyxl.Workbook) -> None:
        workbook.epoch = MAC_EPOCH
        tab: Any = workbook.active
        tab["A1"] = date(2026, 3, 2)

    assert cell(saved(tmp_path, fill), 1, 1).value == 46083


def test_looks_links_notes_and_lists(tmp_path: Path) -> None:
    def fill(workbook: openpyxl.Workbook) -> None:
        tab: Any = workbook.active
        tab["A1"] = "head"
        tab["A1"].font = Font(bold=True, italic=True, strike=True, color="FFFF0000", size=14)
        tab["A1"].fill = PatternFill("solid", fgColor="FF00FF00")
        tab["A1"].alignment = Alignment(horizontal="center", vertical="top", wrap_text=True)
        tab["A1"].border = Border(bottom=Side("thin", color="FF0000FF"))
        tab["A2"] = -1200
        tab["A2"].number_format = "#,##0;(#,##0);-"
        tab["A2"].comment = Comment("a note", "somebody")
        tab["A3"].hyperlink = "https://example.org/x"
        tab["A4"] = "there"
        tab["A4"].hyperlink = "#'Other tab'!B7"
        workbook.create_sheet("Other tab")
        listed = DataValidation(type="list", formula1='"Yes,No"')
        listed.add("B1:B2")
        tab.add_data_validation(listed)

    book = saved(tmp_path, fill)
    look = cell(book, 1, 1).format or {}
    assert look["backgroundColor"] == {"green": 1}
    assert look["borders"]["bottom"]["colorStyle"] == {"rgbColor": {"blue": 1}}
    assert (look["horizontalAlignment"], look["verticalAlignment"]) == ("CENTER", "TOP")
    assert look["wrapStrategy"] == "WRAP"
    text = look["textFormat"]
    assert all(text[name] for name in ("bold", "italic", "strikethrough"))
    assert (text["fontSize"], text["foregroundColor"]) == (14, {"red": 1})
    assert shown_text(cell(book, 2, 1), "en_US") == "(1,200)"
    assert cell(book, 2, 1).note == "a note"
    assert hyperlink(cell(book, 3, 1)) == "https://example.org/x"
    assert hyperlink(cell(book, 4, 1)) == f"#gid={book.sheets[1].id}&range=B7"
    values = (cell(book, 2, 2).validation or {})["condition"]["values"]
    assert values == [{"userEnteredValue": "Yes"}, {"userEnteredValue": "No"}]


def test_what_lies_on_a_tab(tmp_path: Path) -> None:
    def fill(workbook: openpyxl.Workbook) -> None:
        tab: Any = workbook.active
        tab.title = "Budget"
        tab["A1"] = 1
        tab.merge_cells("A1:C1")
        tab.freeze_panes = "B3"
        tab.row_dimensions[4].hidden = True
        tab.row_dimensions[5].height = 30
        tab.row_dimensions[6].outlineLevel = 1
        tab.column_dimensions["D"].hidden = True
        tab.column_dimensions["B"].width = 20
        tab.sheet_properties.tabColor = "FFFF0000"
        red = PatternFill(bgColor="FFFF0000")
        rule: Any = CellIsRule
        tab.conditional_formatting.add("A1:A9", rule("lessThan", ["0"], fill=red))
        workbook.create_sheet("Hidden").sheet_state = "hidden"

    book = saved(tmp_path, fill)
    sheet, other = book.sheets
    assert [block.right for block in sheet.merges] == [3]
    assert (sheet.grid["frozenRowCount"], sheet.grid["frozenColumnCount"]) == (2, 1)
    assert sheet.row_meta == {3: {"hiddenByUser": True}, 4: {"pixelSize": 40}}
    assert sheet.row_groups[0]["range"]["startIndex"] == 5
    assert sheet.col_meta == {3: {"hiddenByUser": True, "pixelSize": 96}, 1: {"pixelSize": 145}}
    assert sheet.properties["tabColor"] == {"red": 1}
    assert sheet.conditional[0]["booleanRule"]["condition"]["type"] == "NUMBER_LESS"
    assert (sheet.hidden, other.hidden) == (False, True)


def test_formulas_come_with_their_cached_results(tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    from localsheets.api.writes import update

    made = store.create("made")
    values = {"values": [[1, "=A1+1", '="x"&A1', "=A1=1", "=1/0"]]}
    store.change(made.id, lambda book: update(book, "A1:E1", values, typed=True))
    store.export_xlsx(made.id, tmp_path / "made.xlsx")
    book = read(tmp_path / "made.xlsx")
    assert grid_of(book, book.sheets[0]) == tidy("| 1 | 2 | x1 | TRUE | #DIV/0! |")
    assert cell(book, 1, 2).formula == "=A1+1"


def write_zip(path: Path, *names: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "x")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "words"),
    {
        b"": "is empty",
        b"name,amount\n": "is not an .xlsx workbook",
        b"<html>": "is not an .xlsx workbook",
        OLE + bytes(600): "old Excel format (.xls). Open it and save it as .xlsx",
        OLE + bytes(600) + ENCRYPTED: "is password-protected",
        b"PK\x03\x04" + bytes(40): "is damaged",
    }.items(),
)
def test_what_is_no_workbook_says_what_to_do(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    with pytest.raises(localsheets.WorkbookError) as refused:
        read(path)
    assert words in str(refused.value)
    assert str(path) in str(refused.value)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (["readme.txt"], "is a zip file but not a workbook"),
        (["mimetype", "content.xml"], "is an OpenDocument file"),
        (["[Content_Types].xml", "xl/workbook.bin"], "is a binary workbook"),
        (["[Content_Types].xml"], "cannot be read as a workbook"),
    ],
)
def test_another_kind_of_zip_is_named(tmp_path: Path, parts: list[str], words: str) -> None:
    write_zip(tmp_path / "file.xlsx", *parts)
    with pytest.raises(localsheets.WorkbookError, match=words):
        read(tmp_path / "file.xlsx")


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(localsheets.WorkbookError, match="there is no such file"):
        read(tmp_path / "nothing.xlsx")
    with pytest.raises(localsheets.WorkbookError, match="is not a file"):
        read(tmp_path)


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from localsheets.xlsx import guard

    openpyxl.Workbook().save(tmp_path / "file.xlsx")
    monkeypatch.setattr(guard, "LARGEST_FILE", 1000)
    with pytest.raises(localsheets.WorkbookError, match="is too large"):
        read(tmp_path / "file.xlsx")


@pytest.mark.skipif(not FILES, reason="the workbooks lie beside the project, and are not here")
def test_the_workbooks_are_there() -> None:
    assert len(FILES) > 80


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_workbook_is_read(path: Path) -> None:
    before = path.stat().st_mtime_ns
    assert read(path).sheets
    assert path.stat().st_mtime_ns == before


def test_strict_and_unstyled_files_are_mended(tmp_path: Path) -> None:
    openpyxl_workbook(tmp_path / "ordinary.xlsx")
    ordinary = read(tmp_path / "ordinary.xlsx")
    names = [
        (b"http://schemas.openxmlformats.org/spreadsheetml/2006/", b"spreadsheetml/"),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"officeDocument/"),
    ]
    for kind in ("strict", "unstyled"):
        with (
            zipfile.ZipFile(tmp_path / "ordinary.xlsx") as old,
            zipfile.ZipFile(tmp_path / f"{kind}.xlsx", "w") as new,
        ):
            for name in old.namelist():
                content = old.read(name)
                for family, strict in names if kind == "strict" else ():
                    content = content.replace(family, b"http://purl.oclc.org/ooxml/" + strict)
                if kind == "unstyled" and name == "xl/styles.xml":
                    content = b'<styleSheet xmlns="' + names[0][0] + b'main"/>'
                new.writestr(name, content)
        book = read(tmp_path / f"{kind}.xlsx")
        assert grid_of(book, book.sheets[0]) == grid_of(ordinary, ordinary.sheets[0])
        assert book.sheets[0].at(1, 1).note == "note"
        assert ((cell(book, 1, 1).format or {}).get("textFormat") is None) == (kind == "unstyled")


OTHERS = sorted(
    path for path in WORKBOOKS.glob("**/*.*") if path.suffix.lower() in (".xls", ".ods")
)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_a_file_of_another_kind_says_what_to_do(path: Path) -> None:
    with pytest.raises(localsheets.WorkbookError, match=r"[Ss]ave it (again|as \.xlsx)|save it as"):
        read(path)


PYTHON = re.compile(r"index|object|attribute|argument|Error|NoneType|None|\bb'|<.*>|keyword|dict\b")
"""Words that say something to whoever wrote this, and nothing to whoever reads it."""


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_workbook_is_read_or_refused_in_plain_words(tmp_path: Path, seed: int) -> None:
    """Bytes of its parts are changed, parts are cut short or missing."""
    pick = random.Random(seed)  # noqa: S311 - no secret
    openpyxl_workbook(tmp_path / "whole.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "whole.xlsx") as whole,
        zipfile.ZipFile(tmp_path / "file.xlsx", "w") as broken,
    ):
        victim = pick.choice([n for n in whole.namelist() if n != "[Content_Types].xml"])
        for name in whole.namelist():
            content = bytearray(whole.read(name))
            if name == victim:
                content = damaged(content, pick)
            if content or pick.random() < 0.5:
                broken.writestr(name, bytes(content))
    try:
        assert read(tmp_path / "file.xlsx").sheets
    except localsheets.WorkbookError as refused:
        words = str(refused).replace(str(tmp_path), "")
        assert not PYTHON.search(words), words
        assert re.search(r"save|another file", words), words


def openpyxl_workbook(path: Path) -> None:
    workbook = openpyxl.Workbook()
    tab: Any = workbook.active
    for row in range(5):
        tab.append([row, "text", f"=A{row + 1}", True])
    tab["A1"].font = Font(bold=True)
    tab["B2"].comment = Comment("note", "me")
    tab.merge_cells("C1:D1")
    workbook.create_sheet("Two")
    workbook.save(path)


def damaged(content: bytearray, pick: random.Random) -> bytearray:
    kind = pick.randrange(4)
    if kind == 0:
        return bytearray()
    if kind == 1:
        return content[: pick.randrange(len(content))]
    for _ in range(3):
        place = pick.randrange(len(content))
        if kind == 2:
            content[place] = pick.randrange(256)
        else:  # a number or a name becomes another
            found = re.search(rb'"[^"]*"', content[place:])
            if found is not None:
                start = place + found.start()
                content[start : place + found.end()] = pick.choice([b'"-1"', b'"x"', b'"9999"'])
    return content


def test_twenty_thousand_cells_are_read_in_a_moment(tmp_path: Path) -> None:
    def fill(workbook: openpyxl.Workbook) -> None:
        tab: Any = workbook.active
        for row in range(1, 1001):
            tab.append([f"=SUM(B{row}:T{row})", *range(19)])

    saved(tmp_path, fill)
    started = time.perf_counter()
    book = read(tmp_path / "made.xlsx")
    seconds = time.perf_counter() - started
    assert sum(1 for _ in book.sheets[0].cells()) == 20_000
    assert seconds < 4, "well under 2 s on a machine that is not busy"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Budget 2026 (final)", "budget-2026-final"), ("Été", "ete"), ("予算", "spreadsheet")],
)
def test_an_id_is_readable(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_ids_are_unique(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "Budget.xlsx")
    store = localsheets.Workbooks()
    assert store.import_xlsx(tmp_path / "Budget.xlsx") == "budget"
    assert store.import_xlsx(tmp_path / "Budget.xlsx") == "budget-2"
    assert store.import_xlsx(tmp_path / "Budget.xlsx", "mine") == "mine"
    with pytest.raises(localsheets.WorkbookError, match="already"):
        store.import_xlsx(tmp_path / "Budget.xlsx", "mine")
    assert store.ids() == ["budget", "budget-2", "mine"]
