"""The currency that a production's own amounts are in, where nobody says it in the settings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from model.grid import Book, Grid
from schemas.currencies import COLUMN
from schemas.headings import normal
from schemas.values import amounts

_LABEL = re.compile(r"(?:currency|devise|monnaie|w[äa]hrung|moneda|divisa)\b", re.IGNORECASE)
_COMMA_DECIMALS = re.compile(r"\d,\d{2}(?!\d)")
_DOLLAR = "$"
_WINDOW = 300
_ENOUGH_ROWS = 0.3
_CLEAR = 0.8
_HEADING = 4
"""Words of a heading that names a currency."""


def currency_of(books: Sequence[Book]) -> str | None:
    """The ISO code that the books' amounts bear, or that a line such as "Currency: CAD" names.

    ``None`` where they bear none, several, or where only a line or two do: those may be bills from
    abroad. Bare dollar signs are counted against every other currency. Where some amounts bear
    one, the numbers below "Rate £" do as well.
    """
    grids = [grid for book in books for grid in book.grids]
    labelled = {code for grid in grids for code in _labelled(grid)}
    if len(labelled) == 1:
        return labelled.pop()
    marks = [mark for grid in grids for mark in _marks(grid)]
    marks += [mark for grid in grids for mark in _headed(grid)] if marks else []
    counts = Counter(code for code, _, _ in marks)
    code, count = next(iter(counts.most_common(1)), (_DOLLAR, 0))
    if code == _DOLLAR or count < _CLEAR * len(marks):
        return None
    rows = {row for found, row, _ in marks if found == code}
    foreign_way = sum(comma for found, _, comma in marks if found == code)
    often = len(rows) > 2 and len(rows) >= _ENOUGH_ROWS * sum(map(_rows_with_numbers, grids))
    return code if often or foreign_way > 1 else None


def _labelled(grid: Grid) -> Iterator[str]:
    """The currencies that a line of the tab's head names: "Currency: CAD", "Devise" | "EUR".

    A column of that heading names them too.
    """
    for number, row in enumerate(grid.rows[:15]):
        for col, value in enumerate(row):
            if isinstance(value, str) and COLUMN.fullmatch(normal(value)):
                below = (line[col] for line in grid.rows[number + 1 : _WINDOW] if col < len(line))
                yield from {code for each in below if (code := amounts.currency(each))}
        texts = [value.strip() for value in row if isinstance(value, str) and value.strip()]
        for label, beside in pairwise([*texts, ""]):
            code = amounts.currency(label) or amounts.currency(beside)
            if code is not None and _LABEL.match(label):
                yield code


def _marks(grid: Grid) -> Iterator[tuple[str, tuple[str, int], bool]]:
    """Amounts with a currency: its code (or "$"), the row, whether their decimals have a comma."""
    for number, row in enumerate(grid.rows[:_WINDOW], start=1):
        for col, value in enumerate(row, start=1):
            said = value if isinstance(value, str) else grid.formats.get((number, col), "")
            figures = not isinstance(value, str) or any(map(str.isdigit, value))
            if said and figures and (code := _stated(said)) is not None:
                yield code, (grid.tab, number), bool(_COMMA_DECIMALS.search(said))


def _headed(grid: Grid) -> Iterator[tuple[str, tuple[str, int], bool]]:
    """The same of numbers below a heading that names a currency: "Rate £", "Budget (€)"."""
    heads: dict[int, str] = {}
    for number, row in enumerate(grid.rows[:_WINDOW], start=1):
        for col, value in enumerate(row, start=1):
            if isinstance(value, str):
                words = len(value.split()) <= _HEADING and not any(map(str.isdigit, value))
                code = _stated(value) if words else None
                heads |= {col: code} if code else {}
            elif col in heads and isinstance(value, int | float) and not isinstance(value, bool):
                yield heads[col], (grid.tab, number), False


def _stated(text: str) -> str | None:
    """What an amount's text, or its number format, says of its currency."""
    bare = _DOLLAR if _DOLLAR in text.replace("[$-", "") else None
    return amounts.currency(text) or bare


def _rows_with_numbers(grid: Grid) -> int:
    """Rows that hold a number, or a text that is an amount with its currency."""
    return sum(
        any(isinstance(v, int | float) or (isinstance(v, str) and _stated(v)) for v in row)
        for row in grid.rows[:_WINDOW]
    )
