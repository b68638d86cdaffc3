"""Text put into a cell as if somebody typed it there, and formulas as they are stored."""

from __future__ import annotations

from localsheets.formats import entered
from localsheets.formats.shown import shown
from localsheets.state.book import Book
from localsheets.state.cell import Cell, CellError
from localsheets.state.references import canonical
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


def entry_text(book: Book, cell: Cell) -> str:
    """What somebody who edits a cell sees: its formula, or its value as it would be typed."""
    if cell.formula is not None:
        return cell.formula
    value = cell.value
    if isinstance(value, (bool, str)) or value is None or isinstance(value, CellError):
        return shown(value)
    kind = ((cell.format or {}).get("numberFormat") or {}).get("type", "")
    if kind in ("DATE", "TIME", "DATE_TIME", "PERCENT"):
        return shown(value, (cell.format or {})["numberFormat"], book.locale)
    return shown(value, None, book.locale)
