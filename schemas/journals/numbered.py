"""Totals of a journal that only a number tells apart ("Envelope 1", "Envelope 2")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from model.money import total
from schemas import rows
from schemas.journals.lines import Lines, Rules
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values.words import fold

_NUMBER = re.compile(r"\d+")


def numbered_totals(
    sheet: Sheet, found: Found, rules: Rules, lines: Lines, unusual: Sequence[int]
) -> frozenset[int]:
    """Of the rows ``unusual``, those without date, number and payee whose words differ by a number
    alone, where one of them states what the other lines since the one before it add up to.

    Figures in columns that are not read, a running balance, are no words.
    """
    names = (rules.payee, *rules.keys)
    columns = found.header.columns
    money = {name: columns[name] for name in rules.money if name in columns}
    read = frozenset(columns.values())
    groups: dict[str, list[int]] = {}
    for row in unusual:
        if all(lines.at(name, row) is None for name in names):
            cells = rows.filled(sheet, found, row)
            said = [
                text
                for col, text in cells.items()
                if (col in read or any(map(str.isalpha, text))) and col not in money.values()
            ]
            if len(said) == 1 and any(map(str.isalpha, said[0])):
                groups.setdefault(_NUMBER.sub("", fold(said[0])), []).append(row)
    summed = [name for name in rules.money if name in lines.columns]
    return frozenset(
        row
        for group in groups.values()
        if len(group) > 1 and _one_adds_up(lines, summed, group, frozenset(unusual))
        for row in group
    )


def _one_adds_up(
    lines: Lines, money: Sequence[str], group: Sequence[int], unusual: frozenset[int]
) -> bool:
    """Whether one of some rows is the sum of the usual lines since the row before it."""
    start = lines.top
    for row in group:
        between = [above for above in range(start, row) if above not in unusual]
        for name in money:
            amounts = [lines.at(name, above) for above in between]
            whole = total(one for one in amounts if isinstance(one, Decimal))
            if whole and whole == lines.at(name, row):
                return True
        start = row + 1
    return False
