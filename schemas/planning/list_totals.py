"""A list's subtotals and totals, held against the lines that they may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from model.cell import column_letters
from model.issue import Issue
from model.money import cents, spoken, total
from model.table import Stated
from schemas import issues
from schemas.kind import Found
from schemas.rows import Record, Sorted
from schemas.sheet import Sheet


@dataclass(slots=True)
class Lines:
    """A list's rows, told apart."""

    told: Sorted
    records: list[Record] = field(default_factory=list)
    totals: list[Record] = field(default_factory=list)
    banners: list[int] = field(default_factory=list)


def check(
    sheet: Sheet, found: Found, names: Sequence[str], lines: Lines
) -> tuple[tuple[Stated, ...], list[Issue]]:
    """The stated totals, and an issue for each that no lines add up to.

    A total may mean the lines since the total before it, since the last banner, or all above it:
    it is held against those that it comes closest to. One among whose lines an amount cannot be
    read is not judged.
    """
    stated: list[Stated] = []
    made: list[Issue] = []
    since = 0
    for line in lines.totals:
        banner = max((row for row in lines.banners if row < line.row), default=0)
        runs = [_between(lines.records, first, line.row) for first in (since, banner, 0)]
        for name in names:
            amount = line.values[name]
            if not isinstance(amount, Decimal):
                continue
            covers = min(runs, key=lambda run: abs(amount - _sum(run, name)))
            cell = sheet.cell(line.row, found.header.columns[name])
            stated.append(Stated(cell, name, amount, tuple(record.row for record in covers)))
            broken = any(name in record.faults for record in covers)
            if covers and not broken and cents(_sum(covers, name)) != cents(amount):
                made.append(_differs(sheet, stated[-1], _sum(covers, name)))
        since = line.row
    return tuple(stated), made


def _between(records: Sequence[Record], first: int, end: int) -> list[Record]:
    return [record for record in records if first < record.row < end]


def _sum(records: Sequence[Record], name: str) -> Decimal:
    values = (record.values[name] for record in records)
    return total(value for value in values if isinstance(value, Decimal))


def _differs(sheet: Sheet, stated: Stated, summed: Decimal) -> Issue:
    """The issue of a total that is not the sum of its lines."""
    currency = sheet.production.currency
    count = len(stated.covers)
    lines = f"its {count} lines add" if count > 1 else "its one line adds"
    return issues.make(
        "stated-total-differs",
        f"The total states {spoken(stated.amount, currency)}; {lines} up to "
        f"{spoken(summed, currency)}, a difference of {spoken(stated.amount - summed, currency)}.",
        stated.cell,
        expected=spoken(summed, currency),
        suggestion=f"Put a sum over column {column_letters(stated.cell.col)} in place of it.",
    )
