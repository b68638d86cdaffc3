"""The shooting calendar: 50 days from 2 March 2026, five-day weeks, one Saturday, two days off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

TITLE = "Saltglass"
COMPANY = "Saltglass Pictures LLC"
TODAY = date(2026, 3, 16)
"""The day to run the example as: the third week of the shoot begins."""
COST_DATE = date(2026, 3, 14)
FIRST = date(2026, 3, 2)
LAST = date(2026, 5, 13)
GOOD_FRIDAY = date(2026, 4, 3)
COMPANY_HOLIDAYS = frozenset({GOOD_FRIDAY, date(2026, 4, 6)})
SATURDAY = date(2026, 4, 18)
"""The one Saturday that the company shoots."""
MOVE = date(2026, 4, 20)
"""Company move, from Harrow Point to the stages."""
SHOOT_DAYS = 50


@dataclass(frozen=True, slots=True)
class Day:
    """One column of the day-out-of-days. ``number`` is the shooting day, or None."""

    date: date
    number: int | None
    off: str = ""
    """"/" on a company holiday, "M" on the company move, nothing otherwise."""


def days() -> list[Day]:
    """Every calendar day from first to last, weekends included, shooting days numbered."""
    calendar: list[Day] = []
    number = 0
    day = FIRST
    while day <= LAST:
        off = "/" if day in COMPANY_HOLIDAYS else "M" if day == MOVE else ""
        weekday = day.weekday() < 5 or day == SATURDAY
        shoots = weekday and not off and number < SHOOT_DAYS
        number += shoots
        calendar.append(Day(day, number if shoots else None, off))
        day += timedelta(days=1)
    return calendar


def shooting_dates() -> list[date]:
    """The 50 dates on which the company shoots, in order."""
    return [day.date for day in days() if day.number is not None]
