"""What is said of dates that cannot be read, or that could be more than one."""

from __future__ import annotations

from calendar import month_name, monthrange

from schemas.values.date_texts import Impossible
from schemas.values.words import Fault


def unreadable(text: str, day: Impossible | None) -> Fault:
    """The fault of a cell that should hold a date; a day that no month has is named."""
    why, suggestion = "", "Type the date; put words into a notes column."
    if day is not None:
        name, last = month_name[day.month], monthrange(day.year or 2000, day.month)[1]
        why = f": {name}{f' {day.year}' if day.year else ''} has no day {day.day}"
        suggestion = f"Type the day that is meant, perhaps {name} {last}."
    return Fault(
        "unreadable-date",
        f'holds "{text}", which is no date{why}',
        "a date, such as 2026-03-02",
        suggestion,
    )


def unsettled(text: str) -> Fault:
    """The fault of a date that could be of several years, or none."""
    return Fault(
        "date-not-settled",
        f'holds "{text}", which could be more than one date',
        "a date with its year, or a production with its first and last date in the settings",
        "Add the year (2026-03-02), or set the production's start and end.",
    )


def mixed(text: str) -> Fault:
    """The fault of a date that may be read in two orders, as its column has both."""
    return Fault(
        "date-not-settled",
        f'holds "{text}", and its column writes the month first in some dates, the day in others',
        "a date that can be read in one way only, such as 2026-03-02",
        "Type it as 2026-03-02, or with the month's name, like the others of the column.",
    )
