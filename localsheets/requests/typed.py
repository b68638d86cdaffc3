"""Text put into a cell as if somebody typed it there, and formulas as they are stored."""

from __future__ import annotations

from localsheets.formats import entered
from localsheets.formulas.references import canonical
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.wire.errors import bad

LONGEST_TEXT = 50_000


def check_length(text: str) -> None:
    """Refuse a text longer than Google's limit for a cell."""
    if len(text) > LONGEST_TEXT:
        raise bad(
            f"Your input contains more than the maximum of {LONGEST_TEXT} characters"
            " in a single cell."
        )


def stored_formula(book: Book, formula: str) -> str:
    """A formula as Google stores it: with "=", references in capitals, tabs as they are spelt."""

    def title_of(name: str) -> str:
        found = book.titled(name)
        return name if found is None else found.title

    return canonical(formula if formula.startswith("=") else f"={formula}", title_of)


def typed(book: Book, old: Cell, text: str) -> Cell:
    """A cell after somebody typed into it: its format stays or is found, its links and runs go."""
    check_length(text)
    bare = old.but(value=None, formula=None, runs=(), link=None)
    if text == "":
        return bare
    number_format = (old.format or {}).get("numberFormat") or {}
    if number_format.get("type") == "TEXT":
        return bare.but(value=text)
    read = entered.read(text, book.locale)
    look = old.format
    if read.format is not None and not number_format:
        look = book.formats.share({**(look or {}), **read.format})
    formula = read.formula and stored_formula(book, read.formula)
    return bare.but(value=read.value, formula=formula, format=look)
