"""What each spreadsheet remembers, out of our own tabs as they were read: no further request."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import reports
import sheets
from model.grid import Book
from model.history import Memory

logger = logging.getLogger("topsheet.run")


def memory_of(book: Book) -> Memory:
    """Read a spreadsheet's history, and which lines of its cost report are explained.

    A row of the history that somebody damaged is passed over, and said so in the log.
    """
    lines = sheets.own_lines(book, reports.history.NAME)
    history, damaged = reports.history.read(line.cells for line in lines)
    if damaged:
        rows = "row" if damaged == 1 else "rows"
        logger.warning(
            "%s: %d %s of the tab %s cannot be read any more and are passed over",
            book.title,
            damaged,
            rows,
            reports.history.TITLE,
        )
    explained = frozenset(
        line.key
        for line in sheets.own_lines(book, reports.variance.NAME)
        if _typed(line.cells.get("explanation"))
    )
    return Memory(history, explained, damaged)


def memories_of(books: Sequence[Book]) -> dict[str, Memory]:
    """What each spreadsheet remembers, by its name in the settings."""
    return {book.name: memory_of(book) for book in books}


def _typed(content: object) -> bool:
    return bool(str(content).strip()) if content is not None else False
