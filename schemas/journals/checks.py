"""What is checked of any journal's records: accounts, payees, dates. One issue a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from model.cell import Cell
from model.issue import Issue
from model.table import Table
from schemas import date_checks, issues
from schemas.journals.journal import Check
from schemas.journals.lines import Lines
from schemas.journals.statuses import is_void
from schemas.kind import Found
from schemas.sheet import Sheet


def costs(
    lines: Lines, money: Sequence[str], rows: Iterable[int] | None = None
) -> Iterator[tuple[int, Decimal]]:
    """The records that have an amount other than zero and are not void, with that amount.

    ``rows`` are the records that are asked; all of them where left out.
    """
    for row in lines.records if rows is None else rows:
        amount = next((value for name in money if (value := lines.amount(name, row))), None)
        if amount is not None and not is_void(lines.at("status", row)):
            yield row, amount


def _lacking(lines: Lines, fields: Sequence[str]) -> list[int]:
    """The records without any of some fields, where most have one; else none."""
    values = [lines.of(name) for name in fields]
    if any(None not in column for column in values):
        return []
    rows = [
        row
        for row, *said in zip(lines.records, *values, strict=True)
        if not any(said) and not any(row in lines.faults(name) for name in fields)
    ]
    return rows if len(rows) * 10 <= len(lines.records) * 4 else []


def without(
    field: str, code: str, money: Sequence[str], *, instead: Sequence[str] = (), what: str
) -> Check:
    """A check that a cost says a field, where the sheet has a column for it that is mostly filled.

    ``instead`` are fields of which one will do. ``what`` is the record, for people ("receipt").
    """

    def check(sheet: Sheet, found: Found, _: Table, lines: Lines) -> list[Issue]:
        col = found.header.columns.get(field)
        if col is None:
            return []
        lacking = _lacking(lines, (field, *instead))
        return [
            issues.make(
                code,
                f"The {what} has an amount but no {field.replace('_', ' ')}.",
                sheet.cell(row, col),
                expected=f"the {field.replace('_', ' ')}",
                suggestion=f"Fill in the {field.replace('_', ' ')}, or clear the amount.",
            )
            for row, _amount in costs(lines, money, lacking)
        ]

    return check


def outside_production(field: str) -> Check:
    """A check that dates lie near the production's, where the settings give those.

    Where more than a quarter lie far outside, the sheet is simply older than the settings say. One
    that lies years from all others is told as such, and not here.
    """

    def check(sheet: Sheet, found: Found, _: Table, lines: Lines) -> list[Issue]:
        start, end = sheet.production.start, sheet.production.end
        col = found.header.columns.get(field)
        if start is None or end is None or col is None:
            return []
        values = lines.of(field)
        days = {day for day in set(values) if isinstance(day, date)}
        far = {day for day in days if not date_checks.is_near(day, sheet.production)}
        if far:
            said = [day for day in values if isinstance(day, date)]
            far -= date_checks.strays(said, sheet.production)
        rows = [row for row, day in zip(lines.records, values, strict=True) if day in far]
        if not rows or (len(rows) > 1 and len(rows) * 4 > len(values)):
            return []
        return [_outside(sheet.cell(row, col), lines.at(field, row), start, end) for row in rows]

    return check


def _outside(cell: Cell, day: object, start: date, end: date) -> Issue:
    """The issue of a date far outside the production's."""
    return issues.make(
        "date-outside-production",
        f"The date {day} lies more than half a year outside the production's dates, "
        f"{start} to {end}.",
        cell,
        expected="a date near the production's",
        suggestion="Check the year, or mend the production's dates in the settings.",
    )
