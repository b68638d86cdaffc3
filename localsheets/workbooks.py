"""Spreadsheets in memory, and on disk too where a store is given; .xlsx files in and out."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from localsheets.access import USER, owned_by
from localsheets.errors import WorkbookError
from localsheets.state.book import Book, new_book
from localsheets.state.entry import Entry
from localsheets.wire import deadline
from localsheets.wire.errors import ApiError, not_found

if TYPE_CHECKING:
    from localsheets.store import Store

T = TypeVar("T")
Json = dict[str, Any]


class Workbooks:
    """Spreadsheets by id. Safe to use from several threads.

    In memory; with ``store``, the path of a file, they are kept there: what was there before is
    there again, and every change is on disk before anybody sees it. Such a file belongs to one
    ``Workbooks`` at a time, until :meth:`close` or the end of a ``with`` block.

    Whoever reads takes the entry as it is now, without waiting: an :class:`Entry` and its book are
    never changed once they are here, each change puts another in their place. Changes of one file
    wait for each other (:meth:`_alone`), those of different files do not.

    Raises:
        StoreError: the file is no store, open elsewhere, of a newer version, or not writable. Any
            change may raise it too (the disk is full): then nothing was changed.
    """

    def __init__(self, store: str | Path | None = None) -> None:
        self._store = _opened(store)
        found = self._store.entries() if self._store is not None else []
        self._entries: dict[str, Entry] = {entry.book.id: entry for entry in found}
        self._coming: set[str] = set()
        """Ids of files that are being written to the store for the first time."""
        self._lock = threading.Lock()
        """Held for a moment, by whoever looks at or changes which files there are."""
        self._watchers: list[Callable[[str], None]] = []

    def watch(self, heard: Callable[[str], None]) -> Callable[[], None]:
        """Let ``heard`` be told the id of every spreadsheet that comes, changes or goes.

        It is called in the writer's thread and must be quick. Answers how to stop it.
        """
        self._watchers.append(heard)
        return lambda: self._watchers.remove(heard) if heard in self._watchers else None

    def _tell(self, spreadsheet_id: str) -> None:
        for heard in tuple(self._watchers):
            heard(spreadsheet_id)

    def close(self) -> None:
        """Let go of the store's file; in memory there is nothing to do."""
        if self._store is not None:
            self._store.close()

    def __enter__(self) -> Workbooks:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ids(self) -> list[str]:
        """Every spreadsheet's id, in the order they came; folders are none."""
        with self._lock:
            return [own_id for own_id, entry in self._entries.items() if not entry.is_folder]

    def holds(self, path: str | Path) -> bool:
        """Whether a file of this name is here already, as it is on a store's second opening."""
        return slug(Path(path).stem) in self.ids()

    def import_xlsx(self, path: str | Path, spreadsheet_id: str | None = None) -> str:
        """Take in an .xlsx file and answer its spreadsheet id (by default its name as a slug).

        Raises:
            WorkbookError: the file is missing, no workbook, encrypted, broken or too large.
        """
        from localsheets.xlsx.read import read_workbook

        source = Path(path).expanduser()
        if spreadsheet_id is not None:
            self._check_free(spreadsheet_id)
        book, data, source_ids = read_workbook(source, spreadsheet_id or slug(source.stem))
        return self._take_in(Entry(book, data, source_ids), free=spreadsheet_id is None)

    def export_xlsx(self, spreadsheet_id: str, path: str | Path) -> None:
        """Write a spreadsheet to ``path``: a copy of its file with the changes worked in.

        Raises:
            WorkbookError: no such spreadsheet, or ``path`` cannot be written.
        """
        from localsheets.xlsx.write import write_workbook

        entry = self._entries.get(spreadsheet_id)
        if entry is None or entry.is_folder:
            raise WorkbookError(f"There is no spreadsheet with the id {spreadsheet_id!r}.")
        target = Path(path).expanduser()
        write_workbook(entry.book.copy(), target, entry.original, entry.source_ids)

    def create(self, title: str, spreadsheet_id: str | None = None, owner: str = USER) -> Book:
        """Make an empty spreadsheet with one tab, as Google does, for an account."""
        book = new_book(spreadsheet_id or slug(title), title)
        entry = Entry(book, permissions=owned_by(owner))
        self._take_in(entry, free=spreadsheet_id is None)
        return book

    def add(self, entry: Entry) -> None:
        """Take in a file that was made elsewhere, under its book's id, which nothing has yet."""
        self._take_in(entry, free=False)

    def file(self, file_id: str) -> Entry:
        """A spreadsheet or folder by its id; a 404 where there is none."""
        found = self._entries.get(file_id)
        if found is None:
            raise not_found()
        return found

    def files(self) -> list[Entry]:
        """Every spreadsheet and folder, newest change first, as Drive lists them."""
        with self._lock:
            return sorted(self._entries.values(), key=lambda e: e.modified, reverse=True)

    def change_file(self, file_id: str, work: Callable[[Entry], T]) -> T:
        """Let ``work`` change a copy of a file's entry (its parts replaced), and put it in place:
        all or nothing. What Drive writes goes through here; cells go through :meth:`change`."""
        with self._alone(file_id) as entry:
            copy = replace(entry)
            result = work(copy)
            self._put(copy)
            return result

    def entry(self, spreadsheet_id: str) -> Entry:
        """A spreadsheet with its times; a 404 where there is none, a 400 for a folder."""
        found = self.file(spreadsheet_id)
        if found.is_folder:
            raise ApiError(400, "This operation is not supported for this document")
        return found

    def entries(self) -> list[Entry]:
        """Every spreadsheet, newest change first; folders are none."""
        return [entry for entry in self.files() if not entry.is_folder]

    def read(self, spreadsheet_id: str) -> Book:
        """A spreadsheet to read from; what is read is never changed in place."""
        return self.entry(spreadsheet_id).book

    def change(self, spreadsheet_id: str, work: Callable[[Book], T]) -> T:
        """Let ``work`` change a copy, compute its formulas, and put it in place: all or nothing."""
        return self.changed(spreadsheet_id, work)[0]

    def changed(self, spreadsheet_id: str, work: Callable[[Book], T]) -> tuple[T, Book]:
        """The same; answers also the spreadsheet as this change left it, to read from."""
        from localsheets.formulas.engine import compute
        from localsheets.state.move import settle

        self.entry(spreadsheet_id)
        with self._alone(spreadsheet_id) as entry:
            book = entry.book.copy()
            result = work(book)
            settle(book)
            compute(book)
            book.seal()
            deadline.check()
            self._put(replace(entry, book=book, modified=datetime.now(UTC)))
            return result, book

    def delete(self, spreadsheet_id: str) -> None:
        """Forget a spreadsheet or folder; a spreadsheet's .xlsx file stays."""
        with self._alone(spreadsheet_id):
            if self._store is not None:
                self._store.delete(spreadsheet_id)
            with self._lock:
                del self._entries[spreadsheet_id]
        self._tell(spreadsheet_id)

    @contextmanager
    def _alone(self, file_id: str) -> Iterator[Entry]:
        """A file's entry, which nobody else changes or deletes meanwhile; a 404 if it is gone."""
        lock = self.file(file_id).lock
        with lock:
            entry = self.file(file_id)
            if entry.lock is not lock:  # deleted while we waited, and its id taken by another
                raise not_found()
            yield entry

    def _put(self, entry: Entry) -> None:
        """Put an entry in the place of the one with its id. Every change of a file ends here."""
        if self._store is not None:
            self._store.write(entry)
        with self._lock:
            self._entries[entry.book.id] = entry
        self._tell(entry.book.id)

    def _take_in(self, entry: Entry, *, free: bool) -> str:
        """Add a new file under its book's id, or under one like it that is ``free``. All new files
        come in here."""
        entry.book.seal()
        with self._lock:
            if free:
                entry.book.id = self._free_id(entry.book.id)
            elif self._has(entry.book.id):
                raise _taken(entry.book.id)
            self._coming.add(entry.book.id)
        try:
            self._put(entry)
        finally:
            self._coming.discard(entry.book.id)
        return entry.book.id

    def _has(self, file_id: str) -> bool:
        return file_id in self._entries or file_id in self._coming

    def _check_free(self, file_id: str) -> None:
        if file_id in self._entries:
            raise _taken(file_id)

    def _free_id(self, wanted: str) -> str:
        number, free = 1, wanted
        while self._has(free):
            number += 1
            free = f"{wanted}-{number}"
        return free


def _opened(path: str | Path | None) -> Store | None:
    if path is None:
        return None
    from localsheets.store import Store

    return Store(path)


def _taken(file_id: str) -> WorkbookError:
    return WorkbookError(f"There is a spreadsheet with the id {file_id!r} already.")


def slug(text: str) -> str:
    """A readable id: "Budget 2026 (final)" -> "budget-2026-final"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")
    return words or "spreadsheet"
