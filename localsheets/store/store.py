"""The store: files (spreadsheets and folders) written, read, deleted."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from localsheets.errors import StoreError
from localsheets.state.book import Book
from localsheets.state.entry import Entry
from localsheets.state.sheet import Sheet
from localsheets.store import kept, rows
from localsheets.store.cells import Shared, row_of, row_text
from localsheets.store.database import connect, failed, transaction
from localsheets.store.fields import loaded
from localsheets.store.lazy import LazyBook, LazyEntry


@dataclass(slots=True)
class HeldTab:
    """A tab as the file has it."""

    key: int
    place: int
    fields: kept.Fields = field(default_factory=dict)
    rows: rows.Rows = field(default_factory=rows.Rows)


@dataclass(slots=True)
class HeldFile:
    """A file as the store has it."""

    key: int
    fields: kept.Fields = field(default_factory=dict)
    """Of the entry and the book."""
    tabs: dict[int, HeldTab] = field(default_factory=dict)
    """By sheetId; empty until somebody asks for the tabs."""
    shared: Shared = field(default_factory=Shared)


class Store:
    """An open store. Safe to use from several threads.

    Raises:
        StoreError: (of any method) the file cannot be opened, read or written.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path).expanduser()
        self._database = connect(self.path)
        self._files: dict[str, HeldFile] = {}
        self._lock = threading.RLock()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    # -- reading ---------------------------------------------------------------------------------

    def entries(self) -> list[Entry]:
        """Every file, in the order they came; tabs and imported files are read when asked for."""
        with self._reading():
            found = self._database.execute(
                "SELECT key, name FROM owners WHERE file IS NULL ORDER BY key"
            ).fetchall()
            return [self._entry(key, name.decode()) for key, name in found]

    def _entry(self, key: int, file_id: str) -> Entry:
        held = self._files[file_id] = HeldFile(key)
        parts = self._parts(key, "AND field != 'Entry.original'")
        split = next((n for n, part in enumerate(parts) if part[0] >= "Entry."), len(parts))
        of_book, book_fields = kept.read(Book, parts[:split])
        of_entry, entry_fields = kept.read(Entry, parts[split:])
        held.fields = {**book_fields, **entry_fields, "Entry.original": kept.Held(None)}
        book = LazyBook(self._tabs, **of_book)
        return LazyEntry(lambda: self._original(file_id), book=book, **of_entry)

    def _original(self, file_id: str) -> bytes | None:
        with self._reading():
            held = self._files[file_id]
            parts = self._parts(held.key, "AND field = 'Entry.original'")
            values, fields = kept.read(Entry, parts)
            held.fields.update(fields)
        original: bytes | None = values["original"]
        return original

    def _tabs(self, book: Book) -> list[Sheet]:
        with self._reading():
            held = self._files[book.id]
            shared = Shared()
            for number, body in self._database.execute(
                "SELECT number, body FROM shared WHERE file = ?", (held.key,)
            ):
                content = book.formats.share(loaded(body)) or {}
                shared.add(number, body.decode(), content)
            held.shared = shared
            found = self._database.execute(
                "SELECT key, place FROM owners WHERE file = ? ORDER BY place", (held.key,)
            ).fetchall()
            return [self._tab(held, HeldTab(key, place)) for key, place in found]

    def _tab(self, held: HeldFile, tab: HeldTab) -> Sheet:
        values, tab.fields = kept.read(Sheet, self._parts(tab.key))
        sheet = Sheet(**values)
        known = held.shared.by_number
        found, places = rows.assembled(
            (place, gap, row_of(cells, known))
            for place, gap, cells in self._database.execute(
                "SELECT place, gap, cells FROM rows WHERE tab = ? ORDER BY place", (tab.key,)
            )
        )
        sheet.take_rows(found)
        tab.rows = rows.Rows(found, places)
        held.tabs[sheet.id] = tab
        return sheet

    def _parts(self, owner: int, also: str = "") -> list[kept.Part]:
        found = self._database.execute(
            f"SELECT field, place, body FROM parts WHERE owner = ? {also} ORDER BY field, place",  # noqa: S608
            (owner,),
        )
        return [(name.decode(), place, body) for name, place, body in found]

    # -- writing ---------------------------------------------------------------------------------

    def write(self, entry: Entry) -> None:
        """Bring a file, or a new one, to what ``entry`` is: on disk when this returns, and nothing
        of it if it fails. The entry and what it holds must not be changed afterwards."""
        with self._lock:
            before = self._files.get(entry.book.id)
            shared = before.shared if before else Shared()
            try:
                with transaction(self.path, self._database):
                    now = self._written(entry, before, shared)
            except BaseException:
                shared.forget_fresh()
                raise
            shared.fresh.clear()
            self._files[entry.book.id] = now

    def _written(self, entry: Entry, before: HeldFile | None, shared: Shared) -> HeldFile:
        book, batch = entry.book, kept.Batch()
        if before is None:
            before = HeldFile(self._owner(None, book.id, 0))
        key = before.key
        fields = kept.difference(key, book, before.fields, batch)
        fields |= kept.difference(key, entry, before.fields, batch)
        now = HeldFile(key, fields, before.tabs, shared)
        if "sheets" not in getattr(book, "unread", ()):
            now.tabs = self._written_tabs(key, book.sheets, before.tabs, shared, batch)
        many = self._database.executemany
        many("INSERT INTO shared VALUES (?, ?, ?)", ((key, *each) for each in shared.fresh))
        many("DELETE FROM parts WHERE owner = ? AND field = ? AND place = ?", batch.gone)
        many("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)", batch.written)
        return now

    def _written_tabs(
        self,
        file: int,
        sheets: list[Sheet],
        before: dict[int, HeldTab],
        shared: Shared,
        batch: kept.Batch,
    ) -> dict[int, HeldTab]:
        kept_ids = {sheet.id for sheet in sheets}
        gone = [(tab.key,) for sheet_id, tab in before.items() if sheet_id not in kept_ids]
        self._database.executemany("DELETE FROM owners WHERE key = ?", gone)
        made = {}
        for place, sheet in enumerate(sheets):
            old = before.get(sheet.id) or HeldTab(self._owner(file, str(sheet.id), place), place)
            if old.place != place:
                self._database.execute(
                    "UPDATE owners SET place = ? WHERE key = ?", (place, old.key)
                )
            fields = kept.difference(old.key, sheet, old.fields, batch)
            changed = rows.change(old.rows, sheet.row_objects())
            self._write_rows(old.key, changed, shared)
            made[sheet.id] = HeldTab(old.key, place, fields, changed.now)
        return made

    def _write_rows(self, tab: int, changed: rows.Change, shared: Shared) -> None:
        if changed.everything:
            self._database.execute("DELETE FROM rows WHERE tab = ?", (tab,))
        self._database.executemany(
            "DELETE FROM rows WHERE tab = ? AND place = ?",
            ((tab, place) for place in changed.gone),
        )
        self._database.executemany(
            "INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)",
            (
                (tab, place, gap, row_text(row, shared.number))
                for place, gap, row in changed.written
            ),
        )

    def _owner(self, file: int | None, name: str, place: int) -> int:
        made = self._database.execute(
            "INSERT INTO owners (file, name, place) VALUES (?, ?, ?)", (file, name, place)
        )
        return int(made.lastrowid or 0)

    def delete(self, file_id: str) -> None:
        """Delete a file with all that belongs to it; its content is overwritten."""
        with self._lock:
            key = (self._files[file_id].key,)
            with transaction(self.path, self._database):
                self._database.execute("DELETE FROM owners WHERE key = ?", key)
            del self._files[file_id]
            with self._reading():
                self._database.execute("PRAGMA wal_checkpoint (TRUNCATE)")

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Whatever is wrong with what is read is said in words."""
        with self._lock:
            try:
                yield
            except sqlite3.Error as error:
                raise failed(self.path, error) from error
            except (KeyError, ValueError, TypeError) as error:
                raise StoreError(
                    f"The store {self.path} holds what this version does not know ({error})."
                    " Open it with the version that wrote it, or restore it from a copy."
                ) from error
