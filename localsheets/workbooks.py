"""The store: spreadsheets in memory, imported from and exported to .xlsx files."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from localsheets.errors import WorkbookError
from localsheets.state.book import DEFAULT_COLUMNS, DEFAULT_ROWS, Book, grid_sheet
from localsheets.wire.errors import not_found

T = TypeVar("T")


@dataclass(slots=True)
class Entry:
    """A spreadsheet in the store, with the file that it came from and its times."""

    book: Book
    original: bytes | None = None
    """The imported file's content, so that a copy can be made even if the file is gone."""
    source_ids: dict[str, int] = field(default_factory=dict)
    """Title of a tab in the file -> its sheetId here, so that an export finds it again."""
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    modified: datetime = field(default_factory=lambda: datetime.now(UTC))


class Workbooks:
    """Spreadsheets by id, in memory. Safe to use from several threads."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._lock = threading.RLock()

    def ids(self) -> list[str]:
        """Every spreadsheet's id, in the order they came."""
        with self._lock:
            return list(self._entries)

    def import_xlsx(self, path: str | Path, spreadsheet_id: str | None = None) -> str:
        """Take in an .xlsx file and answer its spreadsheet id (by default its name as a slug).

        Raises:
            WorkbookError: the file is missing, no workbook, encrypted, broken or too large.
        """
        from localsheets.xlsx.read import read_workbook

        source = Path(path).expanduser()
        with self._lock:
            own_id = spreadsheet_id or self._free_id(slug(source.stem))
            if own_id in self._entries:
                raise WorkbookError(f"There is a spreadsheet with the id {own_id!r} already.")
        book, data, source_ids = read_workbook(source, own_id)
        with self._lock:
            self._entries[own_id] = Entry(book, data, source_ids)
        return own_id

    def export_xlsx(self, spreadsheet_id: str, path: str | Path) -> None:
        """Write a spreadsheet to ``path``: a copy of its file with the changes worked in.

        Raises:
            WorkbookError: no such spreadsheet, or ``path`` cannot be written.
        """
        from localsheets.xlsx.write import write_workbook

        with self._lock:
            entry = self._entries.get(spreadsheet_id)
            if entry is None:
                raise WorkbookError(f"There is no spreadsheet with the id {spreadsheet_id!r}.")
            book = entry.book.copy()
        target = Path(path).expanduser()
        write_workbook(book, target, entry.original, entry.source_ids)

    def create(self, title: str, spreadsheet_id: str | None = None) -> Book:
        """Make an empty spreadsheet with one tab, as Google does."""
        with self._lock:
            own_id = spreadsheet_id or self._free_id(slug(title))
            book = Book(own_id, title)
            book.sheets.append(grid_sheet(0, "Sheet1", DEFAULT_ROWS, DEFAULT_COLUMNS))
            self._entries[own_id] = Entry(book)
            return book

    def entry(self, spreadsheet_id: str) -> Entry:
        """A spreadsheet with its times; a 404 where there is none."""
        with self._lock:
            found = self._entries.get(spreadsheet_id)
            if found is None:
                raise not_found()
            return found

    def entries(self) -> list[Entry]:
        """Every spreadsheet, newest change first, as Drive lists them."""
        with self._lock:
            return sorted(self._entries.values(), key=lambda e: e.modified, reverse=True)

    def read(self, spreadsheet_id: str) -> Book:
        """A spreadsheet to read from; what is read is never changed in place."""
        return self.entry(spreadsheet_id).book

    def change(self, spreadsheet_id: str, work: Callable[[Book], T]) -> T:
        """Let ``work`` change a copy, compute its formulas, and put it in place: all or nothing."""
        from localsheets.formulas.engine import compute
        from localsheets.state.move import settle

        with self._lock:
            entry = self.entry(spreadsheet_id)
            book = entry.book.copy()
            result = work(book)
            settle(book)
            compute(book)
            entry.book = book
            entry.modified = datetime.now(UTC)
            return result

    def delete(self, spreadsheet_id: str) -> None:
        """Forget a spreadsheet; its file stays."""
        with self._lock:
            self.entry(spreadsheet_id)
            del self._entries[spreadsheet_id]

    def _free_id(self, wanted: str) -> str:
        number, free = 1, wanted
        while free in self._entries:
            number += 1
            free = f"{wanted}-{number}"
        return free


def slug(text: str) -> str:
    """A readable id: "Budget 2026 (final)" -> "budget-2026-final"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")
    return words or "spreadsheet"
