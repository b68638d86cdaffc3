"""Dates that were read but cannot all be right: a weekday that is not theirs, a year far off."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from statistics import median_low

from model.issue import Issue
from model.production import Production
from model.table import Table
from schemas import issues
from schemas.headings import Field, Shape
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values.date_texts import EPOCH, Written, on, written
from schemas.values.patterns import shows_date
from schemas.values.words import Fault

_YEARS_APART = timedelta(days=8 * 365)
"""Further than that from the other dates of its column, a date has a slip in its year."""
_REACH = timedelta(days=183)
_ENOUGH = 5
"""Fewer dates than that are no column to be held against."""
_FEW = 2
"""Dates near the production's from which another one of their column is a stray."""
_OPEN_ENDS = frozenset(date(year, 12, 31) for year in (2099, 2199, 2999, 9999))
"""What people type for "until further notice"."""
_LAST_SERIAL = 2_958_465
"""The last day that a spreadsheet knows: the end of the year 9999."""


def check(sheet: Sheet, found: Found, fields: Sequence[Field], table: Table) -> list[Issue]:
    """An issue for each date that contradicts its weekday or lies years from all others."""
    made: list[Issue] = []
    for name, days in _columns(fields, table):
        made += weekdays(sheet, found.header.columns[name], days)
        made += _far_off(sheet, found.header.columns[name], days)
    return made


def strays(days: Collection[date], production: Production) -> frozenset[date]:
    """Of a column's dates those that lie years away from all others: their year was mistyped.

    A column of few dates tells nothing, unless what it has otherwise lies near the production's.
    """
    if not days or max(days) - min(days) <= _YEARS_APART:
        return frozenset()
    middle = median_low(days)
    far = {day for day in days if abs(day - middle) > _YEARS_APART and day not in _OPEN_ENDS}
    lines = sum(day in far for day in days)
    others = len(days) - lines
    enough = len(days) >= _ENOUGH or (others >= _FEW and is_near(middle, production))
    few = lines * _ENOUGH <= len(days) or (lines == 1 and others >= _FEW)
    return frozenset(far) if enough and few else frozenset()


def is_near(day: date, production: Production) -> bool:
    """Whether a production has dates, and a day lies no more than half a year outside them."""
    start, end = production.start, production.end
    return start is not None and end is not None and start - _REACH <= day <= end + _REACH


def out_of_reach(sheet: Sheet, row: int, col: int, fault: Fault) -> Issue | None:
    """The issue of a day that its cell shows as one, too far off to be read as any: 1926, 2126."""
    raw = sheet.grid.at(row, col)
    if fault.code != "unreadable-date" or isinstance(raw, bool | str | None):
        return None
    if not 0 < raw < _LAST_SERIAL or not shows_date(sheet.pattern(row, col)):
        return None
    day = EPOCH + timedelta(days=int(raw))
    return issues.make(
        "date-far-off",
        f"The date {day} lies years away from any production's.",
        sheet.cell(row, col),
        expected="a date near the production's",
        suggestion=_meant(day, sheet.production.start or sheet.production.today),
    )


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
        stray = strays(list(days.values()), sheet.production)
        far = [
            row
            for row, day in days.items()
            if day not in stray and not is_near(day, sheet.production)
        ]
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


def weekdays(sheet: Sheet, col: int, days: Mapping[int, date]) -> Iterator[Issue]:
    """An issue for each date of a column (row -> date) whose cell says another weekday with it."""
    for row, raw in enumerate(sheet.raw(col, 1, sheet.height), 1):
        if not isinstance(raw, str) or row not in days:
            continue
        day, said = days[row], written(raw)
        if isinstance(said, Written) and said.weekday not in (None, day.weekday()):
            yield issues.make(
                "weekday-differs",
                f'The cell says "{sheet.text(row, col)}", but {day} is a {day:%A}. '
                f"It is read as {day}.",
                sheet.cell(row, col),
                expected=f"{day:%A}, or another date",
                suggestion="Correct whichever of the two is wrong.",
            )


def _far_off(sheet: Sheet, col: int, days: Mapping[int, date]) -> Iterator[Issue]:
    stray = strays(list(days.values()), sheet.production)
    if not stray:
        return
    middle = median_low(days.values())
    for row, day in days.items():
        if day in stray:
            yield issues.make(
                "date-far-off",
                f"The date {day} lies years away from the others of its column, "
                f"which are about {middle:%B %Y}.",
                sheet.cell(row, col),
                expected=f"a date near {middle:%B %Y}",
                suggestion=_meant(day, middle) or "Check the year.",
            )


def _meant(day: date, middle: date) -> str:
    """What was probably meant: the same day in the year that is nearest to the others."""
    options = [
        found for year in (-1, 0, 1) if (found := on(middle.year + year, day.month, day.day))
    ]
    near = min(options, key=lambda option: abs(option - middle), default=None)
    return f"Check the year: {near} is probably meant." if near else ""
