"""Dates that were read but cannot all be right: a weekday that is not theirs, a year far off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from statistics import median_low

from model.issue import Issue
from model.table import Table
from schemas import issues
from schemas.headings import Field, Shape
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values.date_texts import Written, on, written

_YEARS_APART = timedelta(days=8 * 365)
"""Further than that from the other dates of its column, a date has a slip in its year."""
_REACH = timedelta(days=183)
_ENOUGH = 5
"""Fewer dates than that are no column to be held against."""


def check(sheet: Sheet, found: Found, fields: Sequence[Field], table: Table) -> list[Issue]:
    """An issue for each date that contradicts its weekday or lies years from its column's others.

    The year is left to the checks that know the production's dates, where the settings give them.
    """
    made: list[Issue] = []
    for name, days in _columns(fields, table):
        made += _weekdays(sheet, found.header.columns[name], days)
        if sheet.production.start is None and sheet.production.end is None:
            made += _far_off(sheet, found.header.columns[name], days)
    return made


def outside_production(
    sheet: Sheet, found: Found, fields: Sequence[Field], table: Table
) -> list[Issue]:
    """An issue for each date more than half a year outside the production's dates.

    Where more than a quarter lie far outside, the sheet is simply older than the settings say.
    """
    start, end = sheet.production.start, sheet.production.end
    if start is None or end is None:
        return []
    made: list[Issue] = []
    for name, days in _columns(fields, table):
        far = [row for row, day in days.items() if not start - _REACH <= day <= end + _REACH]
        if len(far) > 1 and len(far) * 4 > len(days):
            continue
        middle = start + (end - start) / 2
        made += [
            issues.make(
                "date-outside-production",
                f"The date {days[row]} lies more than half a year outside the production's dates, "
                f"{start} to {end}.",
                sheet.cell(row, found.header.columns[name]),
                expected="a date near the production's",
                suggestion=_meant(days[row], middle) or "Check the year.",
            )
            for row in far
        ]
    return made


def _columns(fields: Sequence[Field], table: Table) -> Iterator[tuple[str, Mapping[int, date]]]:
    """The columns of dates that the sheet has: field, and row -> date."""
    for field in fields:
        if field.shape is Shape.DATE and field.name in table.place.columns:
            column = table.frame[field.name]
            pairs = zip(column.index.tolist(), column.tolist(), strict=True)
            yield field.name, {row: day for row, day in pairs if isinstance(day, date)}


def _weekdays(sheet: Sheet, col: int, days: Mapping[int, date]) -> Iterator[Issue]:
    for row, raw in enumerate(sheet.raw(col, 1, sheet.height), 1):
        if not isinstance(raw, str) or row not in days:
            continue
        day, said = days[row], written(raw)
        if isinstance(said, Written) and said.weekday not in (None, day.weekday()):
            yield issues.make(
                "date-weekday-differs",
                f'The cell says "{sheet.text(row, col)}", but {day} is a {day:%A}. '
                f"It is read as {day}.",
                sheet.cell(row, col),
                expected=f"{day:%A}, or another date",
                suggestion="Correct whichever of the two is wrong.",
            )


def _far_off(sheet: Sheet, col: int, days: Mapping[int, date]) -> Iterator[Issue]:
    if len(days) < _ENOUGH:
        return
    middle = median_low(days.values())
    far = [row for row, day in days.items() if abs(day - middle) > _YEARS_APART]
    if len(far) * _ENOUGH > len(days):
        return
    for row in far:
        yield issues.make(
            "date-far-off",
            f"The date {days[row]} lies years away from the others of its column, "
            f"which are about {middle:%B %Y}.",
            sheet.cell(row, col),
            expected=f"a date near {middle:%B %Y}",
            suggestion=_meant(days[row], middle) or "Check the year.",
        )


def _meant(day: date, middle: date) -> str:
    """What was probably meant: the same day in the year that is nearest to the others."""
    options = [
        found for year in (-1, 0, 1) if (found := on(middle.year + year, day.month, day.day))
    ]
    near = min(options, key=lambda option: abs(option - middle), default=None)
    return f"Check the year: {near} is probably meant." if near else ""
