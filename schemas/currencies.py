"""Amounts that state another currency than the production's, in their text or in a column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from model.grid import Scalar
from model.issue import Issue
from schemas import issues
from schemas.headings import Field, Shape, normal
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values import amounts

COLUMN = re.compile(
    r"(?:currency|curr|cur|ccy|devise|monnaie|wahrung|moneda|divisa)(?: code)?", re.IGNORECASE
)
"""Headings of a column that says which currency its row is in."""


def of(
    sheet: Sheet, found: Found, fields: Sequence[Field], rows: Sequence[int]
) -> Mapping[str, Mapping[int, str]]:
    """The other currencies of amounts of money: field -> row -> ISO code.

    An amount's own text comes before the row's column. Numbers alone state none.
    """
    told = {}
    by_row = _by_row(sheet, found, rows)
    for field in fields:
        col = found.header.columns.get(field.name)
        if col is None or field.shape is not Shape.MONEY:
            continue
        stated = {**by_row, **_stated(sheet, col, rows)}
        other = {row: code for row, code in stated.items() if code != _own(sheet)}
        if other:
            told[field.name] = other
    return told


def of_rates(
    sheet: Sheet, found: Found, field: str, rows: Sequence[int]
) -> Mapping[str, Mapping[int, str]]:
    """The other currencies of people's rates, as ``rate``: what a field's texts state, by row."""
    col = found.header.columns.get(field)
    stated = {**_by_row(sheet, found, rows), **(_stated(sheet, col, rows) if col else {})}
    other = {row: code for row, code in stated.items() if code != _own(sheet)}
    return {"rate": other} if other else {}


def check(sheet: Sheet, found: Found, fields: Sequence[Field], rows: Sequence[int]) -> list[Issue]:
    """An issue for each amount in another currency, or one for a column that is all in it.

    None for those that the settings have a rate for: they are converted, and the reports say so.
    """
    made = []
    told: set[int] = set()
    for field in fields:
        col = found.header.columns.get(field.name)
        if col is None or field.shape not in (Shape.MONEY, Shape.RATE):
            continue
        stated = _stated(sheet, col, rows)
        known = {_own(sheet), *sheet.production.costing.rates}
        foreign = {row: other for row, other in stated.items() if other not in known}
        kinds = Counter(foreign.values())
        told |= foreign.keys()
        if len(foreign) > 2 and len(foreign) == len(stated) and len(kinds) == 1:
            first = min(foreign)
            made.append(_issue(sheet, first, col, foreign[first], f"{len(foreign)} amounts from"))
        else:
            made += [_issue(sheet, row, col, other, "") for row, other in foreign.items()]
    return made + _columns(sheet, found, [row for row in rows if row not in told])


def _columns(sheet: Sheet, found: Found, rows: Sequence[int]) -> list[Issue]:
    """An issue for each currency without a rate in the table's column for it."""
    col = _column(found)
    first: dict[str, int] = {}
    for row, code in _by_row(sheet, found, rows).items():
        first.setdefault(code, row)
    known = {_own(sheet), *sheet.production.costing.rates}
    return [
        _issue(sheet, row, col, code, "Amounts of this row and others are")
        for code, row in first.items()
        if col is not None and code not in known
    ]


def _column(found: Found) -> int | None:
    """The column that says which currency a row is in."""
    others = found.header.others.items()
    return next((col for heading, col in others if COLUMN.fullmatch(normal(heading))), None)


def _by_row(sheet: Sheet, found: Found, rows: Sequence[int]) -> dict[int, str]:
    """What the column for it says of each row."""
    col = _column(found)
    return {} if col is None else _stated(sheet, col, rows)


def _stated(sheet: Sheet, col: int, rows: Sequence[int]) -> dict[int, str]:
    """The currencies that a column's texts state, by row; numbers state none."""
    raw = sheet.raw(col, 1, sheet.height)
    texts = {value for value in raw if isinstance(value, str)}
    signed = {text for text in texts if amounts.in_dollars(text)}
    dollars = _dollars(sheet) if signed and _few(signed, raw) else None
    known = {
        text: said
        for text in texts
        if (said := amounts.currency(text) or (dollars if text in signed else None))
    }
    if not known:
        return {}
    return {row: known[text] for row in rows if (text := sheet.grid.at(row, col)) in known}


def _few(signed: Collection[str], raw: Sequence[Scalar]) -> bool:
    """Whether less than half of a column's figures bear a sign: it is no column in that money."""
    figures = [value for value in raw if re.search(r"\d", str(value))]
    return sum(value in signed for value in figures) * 2 < len(figures)


def _dollars(sheet: Sheet) -> str | None:
    """Whose dollars a bare sign means: none where the production's own money has that sign.

    Elsewhere the ones that the settings have a rate for, else the United States'.
    """
    if _own(sheet) in amounts.DOLLARS:
        return None
    rated = [code for code in sheet.production.costing.rates if code in amounts.DOLLARS]
    return rated[0] if len(rated) == 1 else "USD"


def _own(sheet: Sheet) -> str:
    return sheet.production.currency.upper()


def _issue(sheet: Sheet, row: int, col: int | None, currency: str, many: str) -> Issue:
    """The issue of one foreign amount, or of a column of them from this cell on."""
    whose = "The amount is"
    if many:
        whose = many if many.endswith("are") else f"{many} this cell on are"
    return issues.make(
        "other-currency",
        f"{whose} in {currency}; the production's currency is {_own(sheet)}. Nothing is converted "
        "without a rate.",
        sheet.cell(row, col or 1),
        expected=f"an amount in {_own(sheet)}, or a rate for {currency} in the settings",
        suggestion="Convert the amount on the sheet, give the rate and its date in the settings "
        "([currencies]), or mend the currency in the settings.",
    )
