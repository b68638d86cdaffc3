"""Columns under unknown headings told by where they stand: first and last days, rates by units."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from schemas.finding import by_values, evidence
from schemas.headings import Header, Shape, normal
from schemas.kind import Kind
from schemas.sheet import Sheet
from schemas.values.rates import unit_in

_LEAST, _FEW = 3, 2
_MOST = 0.85
_ENDS = ("start_date", "end_date")
_OTHER_DAYS = re.compile(
    r"\b(?:sign\w*|sent|appl\w*|request\w*|paid|pay\w*|birth|born|dob|issued?|order\w*|invoice\w*|"
    r"confirm\w*|updated?|check\w*|memo|test\w*|medical|fitting\w*|exp\w*|valid\w*|cert\w*|"
    r"licen[cs]\w*|passport|visa|ticket\w*|review\w*|due|emis\w*|envoye\w*|demande\w*|echeance|"
    r"naissance|paye\w*|maj|essayage\w*|geburt\w*|geb|bezahlt|gesendet|antrag\w*|bestell\w*|"
    r"ablauf\w*|gultig\w*|caduc\w*|venc\w*|"
    r"nacimiento|nac|pag\w*|enviad\w*|solicit\w*|firm\w*|prueba\w*)\b"
)
"""Days in a list that begin and end nothing."""
_PRICED = re.compile(
    r"[$£€₹]|\b(?:price|cost|prix|preis|precio|costo|coste|valor|fee|rate|pay|"
    r"gage|cachet|tarif|tarifa|eur|usd|gbp)\b"
)


def complete(view: Sheet, kind: Kind, header: Header, last: int) -> Header:
    """Give first and last days, and rates, the columns under unknown headings that are theirs."""
    if len(header.others) > by_values.UNKNOWN or len(header.headings) < by_values.NAMED:
        return header
    for settled in (_rated, _both_ends, _other_end):
        header = settled(view, kind, header, last)
    return header


def _both_ends(view: Sheet, kind: Kind, header: Header, last: int) -> Header:
    """Take two columns of dates side by side, under "first" and "last" say, for start and end.

    The start is the left one, unless none of its days comes before the other's, and some after.
    """
    fields = kind.vocabulary.fields
    if not all(name in fields and name not in header.columns for name in _ENDS):
        return header
    dated = _unknown(view, header, last, by_values.is_date)
    if len(dated) != 2 or abs(dated[0][1] - dated[1][1]) != 1:
        return header
    ends = sorted(dated, key=lambda at: at[1])
    left, right = (_days(view, header, col, last) for _, col in ends)
    both = left.keys() & right.keys()
    turned = [left[row] > right[row] for row in both if left[row] != right[row]]
    if all(turned) and len(turned) >= _FEW:
        ends.reverse()
    for name, (heading, col) in zip(_ENDS, ends, strict=True):
        header = header.with_field(name, heading, col)
    return header


def _other_end(view: Sheet, kind: Kind, header: Header, last: int) -> Header:
    """Take the one column of dates right before the end for the start, and so the other way round.

    Not where a line would end before it starts, nor where the heading is of other days.
    """
    lacking = [name for name in _ENDS if name not in header.columns]
    if len(lacking) != 1 or not all(name in kind.vocabulary.fields for name in _ENDS):
        return header
    (name,) = lacking
    known = header.columns["end_date" if name == "start_date" else "start_date"]
    beside = known - 1 if name == "start_date" else known + 1
    dated = [
        (heading, col)
        for heading, col in _unknown(view, header, last, by_values.is_date)
        if not _OTHER_DAYS.search(normal(heading))
    ]
    if [col for _, col in dated] != [beside]:
        return header
    turned = _days(view, header, beside, last), _days(view, header, known, last)
    starts, ends = turned if name == "start_date" else turned[::-1]
    both = starts.keys() & ends.keys()
    if sum(starts[row] <= ends[row] for row in both) < max(_LEAST, _MOST * len(both)):
        return header
    return header.with_field(name, *dated[0])


def _days(view: Sheet, header: Header, col: int, last: int) -> dict[int, date]:
    """Row -> the date that stands in a column."""
    rows = evidence.sample(view, header, col, last)
    read = {row: view.dates.read(view.grid.at(row, col)) for row in rows}
    return {row: day for row, day in read.items() if isinstance(day, date)}


def _rated(view: Sheet, kind: Kind, header: Header, last: int) -> Header:
    """Take amounts under a price for a day or a week ("$ x jornada") for the rate or the deal."""
    fields, named = kind.vocabulary.fields, header.columns.keys()
    rates = [name for name in ("rate", "deal") if name in fields]
    paid = "deal" in rates or ("rate" in rates and fields["rate"].shape is Shape.RATE)
    if not paid or named & set(rates):
        return header
    found = [
        (heading, col)
        for heading, col in _unknown(view, header, last, by_values.is_amount)
        if _PRICED.search(heading.lower()) and unit_in(heading)
    ]
    return header.with_field(rates[-1], *found[0]) if len(found) == 1 else header


def _unknown(
    view: Sheet, header: Header, last: int, test: Callable[[Sheet, int, int], bool]
) -> list[tuple[str, int]]:
    """The columns under unknown headings of which nearly all values pass a test."""
    return [
        (heading, col)
        for heading, col in header.others.items()
        if len(rows := evidence.sample(view, header, col, last)) >= _LEAST
        and by_values.share(view, col, rows, test) >= _MOST
    ]
