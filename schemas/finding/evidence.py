"""What speaks for a kind below and above its headings: the values' shape, titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from schemas.finding.part import Part
from schemas.headings import Field, Header, Shape, normal
from schemas.kind import Kind
from schemas.sheet import Sheet
from schemas.values import spans
from schemas.values.words import Fault

SAMPLE = 60
"""Filled cells of a column that are looked at."""
_ABOVE = 7
_OPEN = ("amount-open", "not-ready", "date-not-settled")


def title(part: Part, kind: Kind, top: int, left: int, right: int) -> str:
    """The title that bears a kind's name: one above the headings, or the tab's own."""
    if not kind.titles:
        return ""
    wanted = _titles(kind.titles)
    said = (*titles(part, top, left, right), part.sheet.grid.tab)
    return next((text for text in said if wanted.search(normal(text))), "")


def is_title(kind: Kind, text: str) -> bool:
    """Whether a text bears a kind's name."""
    return bool(kind.titles) and _titles(kind.titles).search(normal(text)) is not None


def titles(part: Part, top: int, left: int, right: int) -> Iterator[str]:
    """The texts in the rows above a heading that may be its title, the nearest first.

    Rows with many texts are another table's. Of a table beside another, its own columns are asked
    and those from the left edge, where a title over both stands.
    """
    for row in range(top - 1, max(0, top - _ABOVE - 1), -1):
        cols = part.filled[row]
        if len(cols) > 4 and not part.headlike[row]:
            return
        within = [col for col in cols if left <= col <= right or col <= 2]
        for col in within[:4]:
            yield part.sheet.text(row, col)


@lru_cache(maxsize=64)
def _titles(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")


def shape(view: Sheet, kind: Kind, header: Header, last: int) -> float:
    """How many of the values below the headings are of their field's shape, from 0 to 1."""
    shares = []
    for name, col in header.columns.items():
        field = kind.vocabulary.fields[name]
        if field.shape in (Shape.TEXT, Shape.MARK):
            continue
        filled = sample(view, header, col, last)
        if filled:
            good = sum(fits(view, row, col, field) for row in filled)
            shares.append(good / len(filled))
    return sum(shares) / len(shares) if shares else 1.0


def holds(view: Sheet, header: Header, col: int, last: int) -> bool:
    """Whether a column holds anything below a heading, but the heading again."""
    return next(_below(view, header, col, last), None) is not None


def sample(view: Sheet, header: Header, col: int, last: int) -> tuple[int, ...]:
    """The first rows below a heading in which a column holds something but its heading again."""
    rows = header.rows
    asked = ("sample", rows, col, last)
    return view.once(asked, lambda: tuple(islice(_below(view, header, col, last), SAMPLE)))


def _below(view: Sheet, header: Header, col: int, last: int) -> Iterator[int]:
    """The rows below a heading in which a column holds something but its heading again."""
    headings = {view.text(top, col) for top in header.rows} | {""}
    for row in range(header.bottom + 1, min(last, view.height) + 1):
        if view.text(row, col) not in headings:
            yield row


def fits(view: Sheet, row: int, col: int, field: Field) -> bool:
    """Whether a value is of its field's shape; open and not-ready cells are."""
    return view.once(
        ("fits", row, col, field.shape, field.spans), lambda: _fits(view, row, col, field)
    )


def _fits(view: Sheet, row: int, col: int, field: Field) -> bool:
    if field.shape is Shape.WORDS:
        return any(map(str.isalpha, view.text(row, col)))
    if field.shape is Shape.CODE:
        return len(view.text(row, col)) <= 24
    value = view.value(row, col, field)
    if not isinstance(value, Fault) or value.code in _OPEN:
        return True
    return field.spans and spans.read(view.text(row, col), view.dates) is not None
