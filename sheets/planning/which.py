"""Which of a spreadsheet's tabs is a report's: of several, where a person copied it, the one."""

from __future__ import annotations

from model.grid import Book, OwnTab
from sheets.planning.names import stable_id


def standing_tab(book: Book, report: str) -> OwnTab | None:
    """A report's tab: of several (a person copied it) the one that we made.

    That is the one with the id that we gave it; else one with our metadata; else a copy, taken up
    because the original is gone.
    """
    found = [own for own in book.own if own.report == report]
    made = [own for own in found if own.grid.sheet_id == sheet_id(report)]
    known = [own for own in found if own.layout]
    return next(iter([*made, *known, *found]), None)


def sheet_id(report: str) -> int:
    """The id that a report's tab is given, in every spreadsheet the same where it is free."""
    return stable_id("sheet", report)
