"""Files of a store before anybody looked into them: tabs and the imported file come when asked for.

A slot that was never filled asks ``__getattr__``; what it answers fills the slot.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from localsheets.state.book import Book
from localsheets.state.entry import Entry
from localsheets.state.sheet import Sheet


class LazyBook(Book):
    """A spreadsheet whose tabs are read when they are first asked for."""

    stands_for: ClassVar[type] = Book

    def __init__(self, fetch: Callable[[LazyBook], list[Sheet]], **values: Any) -> None:
        super().__init__(**values)
        del self.sheets
        self.unread = {"sheets"}
        self.fetch = fetch

    def __getattr__(self, name: str) -> Any:
        if name != "sheets":
            raise AttributeError(name)
        self.sheets, self.unread = self.fetch(self), set()
        return self.sheets


class LazyEntry(Entry):
    """A file whose original .xlsx is read when it is first asked for."""

    stands_for: ClassVar[type] = Entry

    def __init__(self, fetch: Callable[[], bytes | None] | None = None, **values: Any) -> None:
        super().__init__(**values)
        self.unread: set[str] = set()
        if fetch is not None:
            del self.original
            self.unread = {"original"}
            self.fetch = fetch

    def __getattr__(self, name: str) -> Any:
        if name != "original":
            raise AttributeError(name)
        self.original, self.unread = self.fetch(), set()
        return self.original
