"""Days, names and counts in plain words, for messages. English whatever the machine's locale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from schemas.values.words import fold

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(when: date) -> str:
    """One day: "Mon 2 March"."""
    return f"{WEEKDAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"


def full_date(when: date) -> str:
    """One day with its year, without its weekday: "30 June 2026"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def span(first: date, last: date) -> str:
    """A run of days: "Mon 2 to Sat 7 March", "Fri 30 January to Mon 2 February"."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{WEEKDAYS[first.weekday()]} {first.day} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def days(dates: Sequence[date]) -> str:
    """Several days in order: a run as a span, up to three by name, else count, first and last."""
    first, last = dates[0], dates[-1]
    if len(dates) == (last - first).days + 1:
        return span(first, last)
    if len(dates) <= 3:
        return listed([day(when) for when in dates])
    return f"{len(dates)} days, {span(first, last)}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """Names in a row: "ANA, BEN and CARL"; beyond ``most``, "ANA, BEN, CARL and 4 more"."""
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def counted(number: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 day", "4 days"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """The ordinal of a small number: "6th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def plain(text: str) -> str:
    """Somebody's words as they are looked through: folded, hyphens as spaces ("pick-up")."""
    return fold(text).replace("-", " ")
