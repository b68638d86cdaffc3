"""Columns under headings that nobody listed: told by a word of the heading and by what they hold.

Asked only where the tab's name says of which kind it is. A field takes a column that holds its
values and whose heading has one of its words ("Picked up from" over houses is the vendor); a field
without which the table would be none of its kind takes the only column that holds its values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from schemas.finding import by_values, evidence
from schemas.finding.hints import ALONE, CODED, HINTS, Hint
from schemas.headings import Field, Header, Shape, normal
from schemas.kind import Kind
from schemas.sheet import Sheet

_LEAST = 2
"""Values from which they tell alone; one is enough where the heading has a word of the field's."""
_DAY = Field("day", "", Shape.DATE)


def complete(view: Sheet, kind: Kind, header: Header, span: range, last: int) -> Header:
    """Give fields that no heading names the columns that hold them, by hints and by values."""
    header = by_words(view, kind, header, last)
    for group in kind.core:
        header = _only(view, kind, header, span, last, group.split())
    return header


def by_words(view: Sheet, kind: Kind, header: Header, last: int) -> Header:
    """Give fields that no heading names the columns whose headings have a word of theirs.

    Only where the values fit too, and where no other such column's do: "From" goes before "Who
    has it".
    """
    for name, hint in _missing(kind, header):
        fitting = [
            (heading, col)
            for heading, col in header.others.items()
            if names(name, heading)
            and not _says_otherwise(kind, name, heading)
            and _fits(view, header, col, hint, last) > 0
            and _stands(view, header, name, col, last)
        ]
        if len(fitting) > 1:
            fitting = [(heading, col) for heading, col in fitting if _is_word(hint, heading)]
        if len(fitting) == 1:
            header = header.with_field(name, *fitting[0])
    return header


_SUMS = re.compile(r"\b(?:totals?|totaux|gesamt|summe|amount|labou?r|wages|net|gross|brut\w*)\b")
"""What stands over amounts, and over no accounts: "Total labor cost"."""
_PAPERS = re.compile(
    r"\b(?:upd\w*|actuali[sz]\w*|aktuali\w*|maj|sign\w*|firm\w*|paid|pay\w*|pag\w*|bezahl\w*|"
    r"birth\w*|born|dob|nac\w*|naiss\w*|geb|geburt\w*|sent|envi\w*|envoy\w*)\b"
)
"""What is done on a day that begins and ends nothing: "Last updated", "1er pago"."""
_ORDERS = re.compile(r"\b(?:p ?o|purchase|orders?|oc|bc|pedido|commande|bestell\w*)\b")


def _says_otherwise(kind: Kind, name: str, heading: str) -> bool:
    """Whether a heading has a field's word, and says with another that it is none.

    A ledger numbers its entries; which of its numbers is an order's, the heading must say.
    """
    words = normal(heading)
    if name == "po_number" and "debit" in kind.vocabulary.fields:
        return _ORDERS.search(words) is None
    if name in ("start_date", "end_date"):
        return _PAPERS.search(words) is not None
    return name == "account" and _SUMS.search(words) is not None


def _is_word(hint: Hint, heading: str) -> bool:
    """Whether a heading is one of a field's words and nothing more."""
    return hint.words.fullmatch(normal(heading) or heading.lower()) is not None


def names(field: str, heading: str) -> bool:
    """Whether a heading has a word by which a field may be told."""
    return HINTS[field].words.search(normal(heading) or heading.lower()) is not None


def coded(view: Sheet, kind: Kind, header: Header, last: int) -> Header:
    """A header with a description that holds nothing but accounts' codes taken for the account."""
    col = header.columns.get("description", 0)
    if not col or "account" in header.columns or "account" not in kind.vocabulary.fields:
        return header
    rows = evidence.sample(view, header, col, last)
    if len(rows) <= _LEAST or sum(
        by_values.is_account(view, row, col) for row in rows
    ) < CODED * len(rows):
        return header
    header = header.renamed("description", "account")
    other = header.repeated.get("description")
    if other is None:
        return header
    heading = next((text for text, at in header.others.items() if at == other), "")
    return header.with_field("description", heading, other)


def _only(
    view: Sheet, kind: Kind, header: Header, span: range, last: int, group: Sequence[str]
) -> Header:
    """Give a group's first field that one column alone may hold that column, where it has none."""
    if header.columns.keys() & set(group):
        return header
    for name in group:
        hint = ALONE.get(name)
        if hint is None or name not in kind.vocabulary.fields:
            continue
        fitting = [
            (heading, col)
            for heading, col in _free(header, span)
            if _fits(view, header, col, hint, last) >= _LEAST
        ]
        if len(fitting) == 1:
            return header.with_field(name, *fitting[0])
    return header


def _missing(kind: Kind, header: Header) -> Iterator[tuple[str, Hint]]:
    """The fields that hints may tell and that no heading names."""
    named = header.columns.keys()
    for name, hint in HINTS.items():
        whole = name != "name" or not named & {"first_name", "last_name"}
        if name in kind.vocabulary.fields and name not in named and whole:
            yield name, hint


def _free(header: Header, span: range) -> Iterator[tuple[str, int]]:
    """The columns that are no field's: under unknown headings, and under none."""
    yield from header.others.items()
    headed = {*header.columns.values(), *header.others.values()}
    yield from (("", col) for col in range(max(1, span.start - 1), span.stop) if col not in headed)


def _fits(view: Sheet, header: Header, col: int, hint: Hint, last: int) -> int:
    """How many of a field's values a column holds, on lines that hold something else too."""
    rows = [
        row
        for row in evidence.sample(view, header, col, last)
        if len(set(filter(None, view.line(row)))) > 1
    ]
    passed = sum(hint.holds(view, row, col) for row in rows)
    return passed if passed >= hint.share * len(rows) else 0


def _stands(view: Sheet, header: Header, name: str, col: int, last: int) -> bool:
    """Whether a column may be what it is taken for: numbers stand left of what they number.

    A start stands left of the end, or always before it.
    """
    if name == "element_id":
        return by_values.stands_left(name, col, header.columns)
    start, end = (
        col if name == each else header.columns.get(each) for each in ("start_date", "end_date")
    )
    if name not in ("start_date", "end_date") or start is None or end is None:
        return True
    return start < end or _comes_first(view, header, start, end, last)


def _comes_first(view: Sheet, header: Header, first: int, second: int, last: int) -> bool:
    """Whether a column's days are before another's on all lines that have both, some of them."""
    pairs = [
        tuple(view.value(row, col, _DAY) for col in (first, second))
        for row in evidence.sample(view, header, first, last)
    ]
    days = [(a, b) for a, b in pairs if isinstance(a, date) and isinstance(b, date)]
    return all(a <= b for a, b in days) and sum(a < b for a, b in days) >= _LEAST
