"""Sheets written as text, read as a run reads them: what the tests of this room are made of."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

import schemas
from model.cell import Cell
from model.grid import Book
from model.production import Hours, Production
from schemas import textgrid
from transforms.facts import Facts

SETTINGS: dict[str, Any] = {
    "name": "Harbour Lights",
    "today": date(2026, 3, 1),
    "start": date(2026, 1, 1),
    "end": date(2026, 12, 31),
}


def production(**settings: Any) -> Production:
    """A production of 2026; settings may be given as the text of a rule's Settings line."""
    own = {name: Decimal(settings.pop(name)) for name in _HOURS & settings.keys()}
    typed = {name: _typed(name, value) for name, value in settings.items()}
    if own:
        typed["hours"] = Hours(**own)
    return Production(**(SETTINGS | typed))


_HOURS = frozenset(field.name for field in fields(Hours))
"""Settings that a Settings line gives under their own names ("turnaround = 10")."""


def _typed(name: str, value: Any) -> Any:
    if not isinstance(value, str) or name in ("name", "currency", "locale", "time_zone"):
        return value
    if name == "minimum_cover":
        parts = (part.split(":") for part in value.split(","))
        return {cover.strip(): Decimal(least.strip()) for cover, least in parts}
    if name in ("today", "start", "end"):
        return date.fromisoformat(value)
    if name in ("time_zone", "currency", "locale"):
        return value
    parts = tuple(part.strip() for part in value.split(","))
    if name == "department_agreements":
        return dict(part.split(": ") for part in parts)
    return parts


def read(tabs: dict[str, str], made: Production) -> tuple[schemas.Reading, frozenset[Cell]]:
    """Read text grids by tab; the second value is the starred cells."""
    parsed = [textgrid.parse(grid, tab=tab, book="book") for tab, grid in tabs.items()]
    book = Book("book", "id", "Book", "en_US", "UTC", tuple(grid for grid, _ in parsed))
    return schemas.read(book, made), frozenset(cell for _, stars in parsed for cell in stars)


def facts(tabs: dict[str, str], **settings: Any) -> Facts:
    """The facts of text grids by tab."""
    made = production(**settings)
    return Facts(read(tabs, made)[0].tables, made)
