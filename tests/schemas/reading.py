"""Reads text grids as a production's tabs, for this room's tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from model.grid import Book, Grid
from model.production import Override, Production
from schemas import Reading, read, textgrid

PRODUCTION = Production(
    "Test", date(2026, 2, 20), start=date(2026, 2, 1), end=date(2026, 5, 30), locale="en_US"
)


def book(*grids: Grid, name: str = "") -> Book:
    """A spreadsheet of some tabs."""
    return Book(name, "id", "Title", "en_US", "UTC", tuple(grids))


def production(**changes: object) -> Production:
    """The usual production, changed."""
    return replace(PRODUCTION, **changes)


def overriding(tab: str = "Sheet", **says: object) -> Production:
    """The usual production, whose settings say something of a tab."""
    return replace(PRODUCTION, overrides={("", tab): Override(tab, **says)})


def reading(text: str, tab: str = "Sheet", given: Production = PRODUCTION) -> Reading:
    """Read one text grid."""
    grid, _ = textgrid.parse(text, tab)
    return read(book(grid), given)


def issues(found: Reading) -> list[tuple[str, str]]:
    """The issues as (code, A1), in the sheet's order."""
    ordered = sorted(found.issues, key=lambda issue: (issue.at.row, issue.at.col, issue.code))
    return [(issue.code, issue.at.a1) for issue in ordered]
