"""The tabs that the settings speak of, held against those that there are."""

from __future__ import annotations

import difflib

from model.grid import Book
from model.issue import Issue
from model.production import Production
from schemas import issues


def check(book: Book, production: Production) -> list[Issue]:
    """An issue for each section of the settings that is of a tab which is not there.

    It stands at the first cell of the tab whose title is nearest, or of the first tab.
    """
    tabs = {grid.tab for grid in book.grids}
    missing = [tab for name, tab in production.overrides if name == book.name and tab not in tabs]
    return [_no_tab(tab, book) for tab in missing if tabs]


def _no_tab(tab: str, book: Book) -> Issue:
    by_fold = {grid.tab.casefold(): grid for grid in book.grids}
    near = difflib.get_close_matches(tab.casefold(), by_fold, 1)
    meant = f' Did you mean "{by_fold[near[0]].tab}"?' if near else ""
    grid = by_fold[near[0]] if near else book.grids[0]
    return issues.make(
        "settings-do-not-fit",
        f'The settings say something of a tab "{tab}", which is not there.{meant}',
        grid.cell(1, 1),
        expected="the title of a tab, letter by letter",
        suggestion="Mend the title in the settings, or take its section out.",
    )
