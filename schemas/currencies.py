"""Amounts that state another currency than the production's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from model.issue import Issue
from schemas import issues
from schemas.headings import Field, Shape
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values import amounts


def check(sheet: Sheet, found: Found, fields: Sequence[Field], rows: Sequence[int]) -> list[Issue]:
    """An issue for each amount in a foreign currency, or one for a column that is all in it.

    Amounts are never converted: which rate and which day would be a guess.
    """
    made = []
    for field in fields:
        col = found.header.columns.get(field.name)
        if col is None or field.shape not in (Shape.MONEY, Shape.RATE):
            continue
        stated = _stated(sheet, col, rows)
        foreign = {row: other for row, other in stated.items() if other != _own(sheet)}
        kinds = Counter(foreign.values())
        if len(foreign) > 2 and len(foreign) == len(stated) and len(kinds) == 1:
            first = min(foreign)
            made.append(_issue(sheet, first, col, foreign[first], f"{len(foreign)} amounts from"))
        else:
            made += [_issue(sheet, row, col, other, "") for row, other in foreign.items()]
    return made


def _stated(sheet: Sheet, col: int, rows: Sequence[int]) -> dict[int, str]:
    """The currencies that a column's texts state, by row; numbers state none."""
    raw = sheet.raw(col, 1, sheet.height)
    texts = {value for value in raw if isinstance(value, str)}
    known = {text: said for text in texts if (said := amounts.currency(text)) is not None}
    if not known:
        return {}
    return {row: known[text] for row in rows if (text := sheet.grid.at(row, col)) in known}


def _own(sheet: Sheet) -> str:
    return sheet.production.currency.upper()


def _issue(sheet: Sheet, row: int, col: int, currency: str, many: str) -> Issue:
    """The issue of one foreign amount, or of a column of them from this cell on."""
    whose = f"{many} this cell on are" if many else "The amount is"
    return issues.make(
        "other-currency",
        f"{whose} in {currency}; the production's currency is {_own(sheet)}. Nothing is converted.",
        sheet.cell(row, col),
        expected=f"an amount in {_own(sheet)}",
        suggestion="Convert the amount on the sheet, or mend the currency in the settings.",
    )
