"""What was painted lately: many pages that are open on one spreadsheet ask for the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

from localsheets.state.book import Book

Json = dict[str, Any]

KEPT = 48


class Recent:
    """Answers by what was asked of which version of a spreadsheet: a version never changes."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._made: OrderedDict[Hashable, tuple[Book, Json]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, book: Book, asked: Hashable, make: Callable[[], Json]) -> Json:
        """What was made before for the same version and question, else what ``make`` makes."""
        key = (id(book), asked)
        with self._lock:
            found = self._made.get(key)
            if found is not None and found[0] is book:  # ids are used again, objects are not
                self._made.move_to_end(key)
                return found[1]
        made = make()
        with self._lock:
            self._made[key] = (book, made)
            while len(self._made) > self._kept:
                self._made.popitem(last=False)
        return made
