"""Protected worksheets and protected tabs, into each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Protection

import localsheets
from localsheets.acting import acting
from localsheets.api.writes import update
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import ApiError
from localsheets.xlsx.opc import Package
from tests.localsheets.books import apply, as_another_program_leaves_it

Json = dict[str, Any]
INPUT = {"startRowIndex": 1, "endRowIndex": 4, "startColumnIndex": 1, "endColumnIndex": 3}
NOTES = {"startColumnIndex": 4, "endColumnIndex": 6}
BLOCK = {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 2}
CLOSED = {"protectedRangeId": 7, "range": {}, "description": "closed"}


def protect(**more: Any) -> Json:
    return {"addProtectedRange": {"protectedRange": {**CLOSED, **more}}}


def made(*wanted: Json) -> localsheets.Workbooks:
    store = localsheets.Workbooks()
    store.create("book")
    values = {"values": [["a", 1, 2], ["b", 3, "=B2*2"], ["", "", "", "", "x"]]}
    store.change("book", lambda book: update(book, "A1", values, typed=True))
    apply(store, "book", *wanted)
    return store


def again(store: localsheets.Workbooks, path: Path, *, plain: bool) -> Sheet:
    store.export_xlsx("book", path)
    path = as_another_program_leaves_it(path) if plain else path
    return store.read(store.import_xlsx(path, "again")).sheets[0]


@pytest.mark.parametrize("holes", [[], [INPUT], [INPUT, NOTES]], ids=["", "cells", "columns"])
def test_a_protected_tab_is_one_after_the_way_through_a_file(
    tmp_path: Path, holes: list[Json]
) -> None:
    store = made(protect(unprotectedRanges=holes))
    before = store.read("book").sheets[0]
    assert again(store, tmp_path / "book.xlsx", plain=False).protected == before.protected
    store.delete("again")
    (found,) = again(store, tmp_path / "book.xlsx", plain=True).protected
    assert found["range"] == {}
    assert "warningOnly" not in found
    free = found.get("unprotectedRanges", [])
    assert sorted(map(repr, free)) == sorted(map(repr, holes))


def test_excel_protects_what_the_tab_protects(tmp_path: Path) -> None:
    store = made(protect(unprotectedRanges=[INPUT, NOTES]))
    store.export_xlsx("book", tmp_path / "book.xlsx")
    tab: Any = openpyxl.load_workbook(tmp_path / "book.xlsx").active
    assert tab.protection.sheet
    free = {cell.coordinate for row in tab["A1:E5"] for cell in row if not cell.protection.locked}
    assert free == {"B2", "C2", "B3", "C3", "B4", "C4", "E3"}
    assert not tab.column_dimensions["E"].protection.locked
    assert tab["A1"].protection.locked


@pytest.mark.parametrize(
    "part",
    [{"range": BLOCK}, {"warningOnly": True}],
    ids=["a few cells", "only a warning"],
)
def test_what_excel_has_no_like_of_protects_nothing_there(tmp_path: Path, part: Json) -> None:
    store = made(protect(**part))
    before = store.read("book").sheets[0].protected
    assert again(store, tmp_path / "book.xlsx", plain=False).protected == before
    tab: Any = openpyxl.load_workbook(tmp_path / "book.xlsx").active
    assert not tab.protection.sheet


def excels(tmp_path: Path) -> Path:
    """A protected workbook of Excel's: cells that are not locked, a range that opens to anybody,
    one with a password."""
    workbook = openpyxl.Workbook()
    tab: Any = workbook.active
    tab["A1"], tab["B2"], tab["C2"] = "head", 5, 6
    for name in ("B2", "C2", "B3", "C3"):
        tab[name].protection = Protection(locked=False)
    tab.protection.set_password("secret")
    workbook.create_sheet("Open")
    workbook.save(tmp_path / "made.xlsx")
    package = Package.read((tmp_path / "made.xlsx").read_bytes())
    ranges = (
        b'<protectedRanges><protectedRange sqref="E1:E9 G2" name="anybody"/>'
        b'<protectedRange password="CC1A" sqref="H1:H9" name="some"/></protectedRanges>'
    )
    sheet = package.parts["xl/worksheets/sheet1.xml"]
    place = sheet.index(b"<pageMargins")
    package.parts["xl/worksheets/sheet1.xml"] = sheet[:place] + ranges + sheet[place:]
    (tmp_path / "excels.xlsx").write_bytes(package.written())
    return tmp_path / "excels.xlsx"


def names(part: Json) -> set[tuple[int, int, int, int]]:
    edges = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")
    return {tuple(hole[edge] for edge in edges) for hole in part["unprotectedRanges"]}  # type: ignore[misc]


def test_a_protected_worksheet_is_a_protected_tab(tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    first, second = store.read(store.import_xlsx(excels(tmp_path))).sheets
    assert [(part["range"], part["requestingUserCanEdit"]) for part in first.protected] == [
        ({}, True)
    ]
    assert names(first.protected[0]) == {(0, 9, 4, 5), (1, 2, 6, 7), (1, 3, 1, 3)}
    assert second.protected == []


def test_whoever_does_not_own_the_file_writes_where_it_is_open(tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(excels(tmp_path))

    def write(cell: str) -> None:
        values = {"values": [[1]]}
        store.change(book_id, lambda book: update(book, cell, values, typed=True))

    with acting("bo@example.org", owner="ana@example.org"):
        write("B3")
        write("E9")
        with pytest.raises(ApiError, match="protected cell"):
            write("A1")
    with acting("ana@example.org", owner="ana@example.org"):
        write("A1")


def test_a_password_stays_until_the_protection_goes(tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(excels(tmp_path))
    written = {"start": {}, "rows": [{"values": [{"note": "n"}]}], "fields": "note"}
    apply(store, book_id, {"updateCells": written})
    store.export_xlsx(book_id, tmp_path / "changed.xlsx")
    tab: Any = openpyxl.load_workbook(tmp_path / "changed.xlsx").worksheets[0]
    assert tab.protection.sheet
    assert tab.protection.password
    number = store.read(book_id).sheets[0].protected[0]["protectedRangeId"]
    apply(store, book_id, {"deleteProtectedRange": {"protectedRangeId": number}})
    store.export_xlsx(book_id, tmp_path / "open.xlsx")
    tab = openpyxl.load_workbook(tmp_path / "open.xlsx").worksheets[0]
    assert not tab.protection.sheet


@pytest.mark.parametrize("ours", [True, False], ids=["ours", "not ours"])
def test_what_excel_unprotects_or_protects_is_so(tmp_path: Path, ours: bool) -> None:
    store = made(*([protect()] if ours else []))
    store.export_xlsx("book", tmp_path / "book.xlsx")
    package = Package.read((tmp_path / "book.xlsx").read_bytes())
    sheet = package.parts["xl/worksheets/sheet1.xml"]
    start, end = sheet.find(b"<sheetProtection"), sheet.find(b"</sheetData>") + 12
    if ours:
        sheet = sheet[:start] + sheet[sheet.index(b"/>", start) + 2 :]
    else:
        sheet = sheet[:end] + b'<sheetProtection sheet="1"/>' + sheet[end:]
    package.parts["xl/worksheets/sheet1.xml"] = sheet
    (tmp_path / "changed.xlsx").write_bytes(package.written())
    found = store.read(store.import_xlsx(tmp_path / "changed.xlsx")).sheets[0].protected
    assert bool(found) is not ours


def test_a_tab_that_is_protected_alone_is_protected_in_its_file(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.save(tmp_path / "plain.xlsx")
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(tmp_path / "plain.xlsx")
    apply(store, book_id, protect())
    store.export_xlsx(book_id, tmp_path / "closed.xlsx")
    tab: Any = openpyxl.load_workbook(tmp_path / "closed.xlsx").active
    assert tab.protection.sheet
