"""Spreadsheets kept in a file: what was acknowledged is there when the file is opened again."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import openpyxl
import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import localsheets
from localsheets.errors import StoreError
from localsheets.state.book import Book, grid_sheet
from localsheets.state.cell import Cell, CellError, Outcome
from localsheets.state.cells import NO_ROW
from localsheets.state.entry import Entry
from localsheets.state.sheet import Sheet
from localsheets.store import Store
from localsheets.store.fields import TRANSIENT, kept
from localsheets.wire.a1 import Rect
from tests.localsheets.books import LOOK_REQUESTS, MOVES, apply, try_all

Json = dict[str, Any]


def state_of(entry: Entry) -> Json:
    """All that is kept of a file, for comparing: fields by name, cells by place."""
    found: Json = {part.key: getattr(entry, part.name) for part in kept(Entry)}
    found |= {part.key: getattr(entry.book, part.name) for part in kept(Book)}
    for sheet in entry.book.sheets:
        own = {part.key: getattr(sheet, part.name) for part in kept(Sheet)}
        own["cells"] = [(*place, typed(cell)) for *place, cell in sheet.cells()]
        found[f"sheet {sheet.id}"] = own
    found["order"] = [sheet.id for sheet in entry.book.sheets]
    return found


def typed(cell: Cell) -> tuple[type, Cell]:
    """1, 1.0 and True are equal, and not the same."""
    return type(cell.value), cell


def reopened(path: Path) -> dict[str, Json]:
    with localsheets.Workbooks(path) as store:
        return {entry.book.id: state_of(entry) for entry in store.files()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spreadsheets.localsheets"


def test_what_was_written_is_there_again(path: Path) -> None:
    with localsheets.Workbooks(path) as store:
        book = store.create("Budget")
        value = {"userEnteredValue": {"stringValue": "Account"}, "note": "why"}
        rows = {"start": {}, "rows": [{"values": [value]}], "fields": "*"}
        apply(store, book.id, {"updateCells": rows})
        before = state_of(store.entry(book.id))
    with localsheets.Workbooks(path) as store:
        assert store.ids() == ["budget"]
        assert state_of(store.entry("budget")) == before
        assert store.read("budget").sheets[0].at(0, 0) == Cell("Account", note="why")


def test_a_new_field_cannot_be_forgotten(path: Path) -> None:
    """Every field of every class is kept, or named with the reason why not."""
    for owner in (Entry, Book, Sheet):
        names = {part.name for part in fields(owner) if part.init}
        left_out = {key.split(".")[1] for key in TRANSIENT if key.split(".")[0] == owner.__name__}
        assert {part.name for part in kept(owner)} == names - left_out
        assert left_out <= names, "a field that is gone stands among those that are not kept"


def sample(hint: Any, pick: random.Random) -> Any:
    """Something of a type, by chance."""
    if hint == Json:
        return {f"k{pick.randrange(4)}": pick.choice(["x", 7, True, None, []]) for _ in range(2)}
    if get_origin(hint) is list:
        return [sample(get_args(hint)[0], pick) for _ in range(pick.randrange(4))]
    if get_origin(hint) is dict:
        key, item = get_args(hint)
        return {sample(key, pick): sample(item, pick) for _ in range(pick.randrange(4))}
    if get_origin(hint) in (Union, UnionType):
        return sample(pick.choice(get_args(hint)), pick)
    return SIMPLE[hint](pick)


SIMPLE: dict[Any, Callable[[random.Random], Any]] = {
    str: lambda pick: pick.choice(["", "text", "ü\n"]),
    int: lambda pick: pick.randrange(2**40),
    bool: lambda pick: pick.random() < 0.5,
    bytes: lambda pick: pick.randbytes(3),
    type(None): lambda _: None,
    datetime: lambda pick: datetime.fromtimestamp(pick.randrange(2**32), UTC),
    Rect: lambda pick: Rect(*(pick.randrange(9) for _ in range(3)), None),
}
"""A field of another type is to be kept? Say here how such a thing may look."""


def samples(owner: type, pick: random.Random) -> Json:
    """Something for every field that is kept."""
    hints = get_type_hints(owner)
    return {part.name: sample(hints[part.name], pick) for part in kept(owner)}


@pytest.mark.parametrize("seed", range(12))
def test_every_field_comes_back_whatever_is_in_it(path: Path, seed: int) -> None:
    pick, store = random.Random(seed), Store(path)  # noqa: S311 - no secret
    for version in range(3):  # written anew, then changed twice
        book = Book(**{**samples(Book, pick), "id": "book"})
        for number in range(pick.randrange(1, 4)):
            sheet = Sheet(**samples(Sheet, pick))
            sheet.properties = {**sheet.properties, "sheetId": number + version}
            book.sheets.append(sheet)
        entry = Entry(**{**samples(Entry, pick), "book": book})
        store.write(entry)
    store.close()
    store = Store(path)
    assert [state_of(found) for found in store.entries()] == [state_of(entry)]
    store.close()


VALUES: list[Any] = [
    "", "text", "ü\n", 0, 1, 1.0, True, False, -0.5, 2**70, 1e300, "\ud800", "null", " ", "{}",
]  # fmt: skip


def test_values_are_what_they_were_to_the_type(path: Path) -> None:
    cells = [Cell(value) for value in VALUES]
    cells += [Cell(CellError("REF", "gone")), Cell(None, "=A1"), Cell(2, "=1+1", {"a": {}}, "n")]
    cells += [Cell("x", runs=({"format": {"bold": True}}, {"startIndex": 1, "format": {}}))]
    cells += [Cell(validation={"strict": True}, link="#gid=0")]
    cells += [Cell(1, "=SORT(A1:A3)", outcome=Outcome({"type": "DATE"}, size=(3, 1)))]
    cells += [Cell(2, outcome=Outcome(offset=(1, 0)))]
    with localsheets.Workbooks(path) as store:
        book = store.create("book")

        def fill(copy: Book) -> None:
            for column, cell in enumerate(cells):
                copy.put(copy.sheets[0], 3, column * 2, cell)

        store.change(book.id, fill)
        before = [typed(cell) for _, _, cell in store.read("book").sheets[0].cells()]
    with localsheets.Workbooks(path) as store:
        after = [typed(cell) for _, _, cell in store.read("book").sheets[0].cells()]
    assert len(before) == len(cells)
    assert after == before


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(LOOK_REQUESTS | MOVES, max_size=12))
def test_any_history_is_there_again(tmp_path: Path, wanted: list[Json]) -> None:
    path = tmp_path / "store"
    path.unlink(missing_ok=True)
    with localsheets.Workbooks(path) as store:
        store.create("book")
        try_all(store, "book", wanted[::2])
        half = state_of(store.entry("book"))
    with localsheets.Workbooks(path) as store:  # what was read is the ground of further changes
        assert state_of(store.entry("book")) == half
        try_all(store, "book", wanted[1::2])
        whole = state_of(store.entry("book"))
    assert reopened(path) == {"book": whole}


def test_an_imported_file_can_be_exported_after_a_restart(path: Path, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet: Any = workbook.active
    sheet["A1"] = "kept"
    sheet.page_setup.orientation = "landscape"
    workbook.save(tmp_path / "Budget.xlsx")
    with localsheets.Workbooks(path) as store:
        store.import_xlsx(tmp_path / "Budget.xlsx")
    (tmp_path / "Budget.xlsx").unlink()
    with localsheets.Workbooks(path) as store:
        store.export_xlsx("budget", tmp_path / "again.xlsx")
    again: Any = openpyxl.load_workbook(tmp_path / "again.xlsx").active
    assert (again["A1"].value, again.page_setup.orientation) == ("kept", "landscape")


def test_what_is_deleted_is_gone_from_the_disk(path: Path) -> None:
    words = "Ana's day rate"
    with localsheets.Workbooks(path) as store:
        store.create("other")
        store.create("book")
        store.change("book", lambda book: book.put(book.sheets[0], 0, 0, Cell(words)))
        assert any(words.encode() in file.read_bytes() for file in path.parent.iterdir())
        store.delete("book")
        assert not any(words.encode() in file.read_bytes() for file in path.parent.iterdir())
    assert list(reopened(path)) == ["other"]


def test_nothing_is_read_before_somebody_asks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with localsheets.Workbooks(path) as store:
        store.create("book")
    monkeypatch.setattr(Store, "_tabs", lambda *_: pytest.fail("tabs were read"))
    with localsheets.Workbooks(path) as store:
        assert [entry.book.title for entry in store.entries()] == ["book"]
        store.change_file("book", lambda entry: setattr(entry, "drive", {"starred": True}))
    monkeypatch.undo()
    with localsheets.Workbooks(path) as store:
        assert store.entry("book").drive == {"starred": True}
        assert store.read("book").sheets[0].title == "Sheet1"


def test_as_much_is_written_as_was_changed(path: Path) -> None:
    """A cell of a large tab costs what a cell of a small one does."""
    with localsheets.Workbooks(path) as store:
        store.create("book")

        def fill(book: Book) -> None:
            sheet = book.sheets[0]
            sheet.set_grid(rowCount=20_000)
            for row in range(20_000):
                sheet.put_row(row, ["some text", row, row / 7])

        store.change("book", fill)
        written = pages(store, lambda book: book.put(book.sheets[0], 9000, 1, Cell("new")))
        assert written < 40
        row = {"sheetId": 0, "dimension": "ROWS", "startIndex": 5, "endIndex": 6}
        written = rows_changed(
            store, lambda: apply(store, "book", {"insertDimension": {"range": row}})
        )
        assert written < 10


def pages(store: localsheets.Workbooks, work: Callable[[Book], None]) -> int:
    """Pages of 4 KB that a change appends to the log."""
    log = store._store.path.with_name(store._store.path.name + "-wal")  # type: ignore[union-attr]
    store._store._database.execute("PRAGMA wal_checkpoint (TRUNCATE)")  # type: ignore[union-attr]
    store.change("book", work)
    return log.stat().st_size // 4096


def rows_changed(store: localsheets.Workbooks, work: Callable[[], None]) -> int:
    database = store._store._database  # type: ignore[union-attr]
    before = database.total_changes
    work()
    return database.total_changes - before


# -- what goes wrong -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    {
        b"name,amount\n": "is no store of spreadsheets",
        b"PK\x03\x04": "an .xlsx workbook is imported",
    }.items(),
)
def test_a_file_that_is_no_store_is_left_alone(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=words):
        localsheets.Workbooks(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE theirs (x)")
    database.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="of another program"):
        localsheets.Workbooks(path)
    assert path.read_bytes() == before


def test_a_newer_store_is_refused(path: Path) -> None:
    localsheets.Workbooks(path).close()
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(StoreError, match=r"newer version of localsheets \(format 99"):
        localsheets.Workbooks(path)


def test_a_store_with_what_this_version_does_not_know_is_refused(path: Path) -> None:
    with localsheets.Workbooks(path) as store:
        store.create("book")
    database = sqlite3.connect(path)
    database.execute("UPDATE parts SET field = 'Book.later' WHERE field = 'Book.locale'")
    database.commit()
    database.close()
    with pytest.raises(StoreError, match=r"does not know \('Book.later'\)"):
        localsheets.Workbooks(path)


def test_a_damaged_store_is_named(path: Path) -> None:
    with localsheets.Workbooks(path) as store:
        store.create("book")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged"):
        localsheets.Workbooks(path)


def test_places_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        localsheets.Workbooks(tmp_path)
    with pytest.raises(StoreError, match="there is no folder"):
        localsheets.Workbooks(tmp_path / "none" / "store")


@pytest.mark.skipif(
    not Path("/proc/self").exists(), reason="needs a folder that nobody may write to"
)
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Check the rights"):
        localsheets.Workbooks("/proc/self/store")


def test_a_second_process_is_refused_in_words(path: Path) -> None:
    script = f"import localsheets; localsheets.Workbooks({str(path)!r})"
    with localsheets.Workbooks(path):
        second = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
        assert "is open in another process" in second.stderr
        with pytest.raises(StoreError, match="is open in another process"):
            localsheets.Workbooks(path)
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_full_disk_changes_nothing_and_says_so(path: Path) -> None:
    with localsheets.Workbooks(path) as store, localsheets.serving(store) as server:
        store.create("book")
        store.change("book", lambda book: book.put(book.sheets[0], 0, 0, Cell("before")))
        before = state_of(store.entry("book"))
        database = store._store._database  # type: ignore[union-attr]
        used = database.execute("PRAGMA page_count").fetchone()[0]
        database.execute(f"PRAGMA max_page_count = {used + 2}")
        url = f"{server.url}/v4/spreadsheets/book/values/Sheet1!A1:A500?valueInputOption=RAW"
        body = {"values": [[f"{number} " + "long " * 200] for number in range(500)]}
        refused = requests.put(url, json=body, timeout=10)
        assert refused.status_code == 503
        assert refused.json()["error"]["status"] == "UNAVAILABLE"
        assert "the disk is full. Nothing was changed." in refused.json()["error"]["message"]
        assert state_of(store.entry("book")) == before
        with pytest.raises(StoreError, match="full"):
            store.add(Entry(Book("second", "x" * 100_000)))
        assert store.ids() == ["book"]
        database.execute("PRAGMA max_page_count = 1000000")
        assert requests.put(url, json=body, timeout=10).status_code == 200
        after = state_of(store.entry("book"))
    assert reopened(path) == {"book": after}


def test_two_versions_share_what_did_not_change(path: Path) -> None:
    """A write that fails half way leaves the store's own notes as they were, too."""
    store = Store(path)
    first = Entry(Book("book", "book", sheets=[grid_sheet(0, "Sheet1", 10, 10)]))
    first.book.sheets[0].put(0, 0, Cell(1, format={"bold": True}))
    store.write(first)
    second = replace(first, book=first.book.copy())
    second.book.sheets[0].put(1, 0, Cell(2, format={"italic": True}))
    bad = replace(second, drive={"not": object()})
    with pytest.raises(Exception, match="object"):
        store.write(bad)
    store.write(second)
    store.close()
    store = Store(path)
    assert [state_of(entry) for entry in store.entries()] == [state_of(second)]
    assert store.entries()[0].book.sheets[0].row_objects()[0] is not NO_ROW
    store.close()
