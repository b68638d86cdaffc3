"""The dates of a day-out-of-days, settled together: their order, their year, a New Year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from schemas.values.dates import Dates, Written

Heading = date | Written
"""A day column's heading: a date, or what is written of one."""

_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hints:
    """What else the sheet tells of its days: stated weekdays (by position) and years in titles."""

    weekdays: Mapping[int, frozenset[int]]
    years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Settled:
    """The days' dates, and which order of month and day they are written in."""

    days: list[date]
    month_first: bool


def settle(headings: Sequence[Heading], hints: Hints, dates: Dates) -> Settled | None:
    """Settle every day's date; ``None`` where nothing on the sheet or in the settings does.

    Month and day are told apart by which order makes the days follow each other; the year by the
    production's dates, else by the weekdays, else by a year in the sheet's title.
    """
    if all(isinstance(heading, date) for heading in headings):
        days = [heading for heading in headings if isinstance(heading, date)]
        return Settled(days, dates.month_first)
    best: tuple[int, Settled] | None = None
    for month_first in (dates.month_first, not dates.month_first):
        pairs = [_pair(heading, month_first) for heading in headings]
        dated = _dated(headings, pairs, hints, dates)
        if dated is not None and (best is None or _steps(dated) > best[0]):
            best = (_steps(dated), Settled(dated, month_first))
    return best[1] if best else None


def _pair(heading: Heading, month_first: bool) -> _Pair:
    """A heading's (month, day) in one of the two orders, or in the only one that it allows."""
    if isinstance(heading, date):
        return heading.month, heading.day
    return heading.days[0] if month_first else heading.days[-1]


def _steps(days: Sequence[date]) -> int:
    """How many days follow the one before within a week, as a schedule's days do."""
    return sum(1 <= (after - before).days <= 7 for before, after in pairwise(days))


def _dated(
    headings: Sequence[Heading], pairs: Sequence[_Pair], hints: Hints, dates: Dates
) -> list[date] | None:
    """Give one order's (month, day) pairs their years."""
    offsets = _offsets(pairs)
    written = {
        year - offset
        for heading, offset in zip(headings, offsets, strict=True)
        if (year := heading.year) is not None
    }
    if len(written) > 1:
        return _as_written(headings, pairs)
    years = sorted(written) or _likely(dates)
    options = [days for year in years if (days := _in_year(pairs, offsets, year)) is not None]
    if not options or written:
        return options[0] if options else None
    return _choose(options, hints, dates)


def _offsets(pairs: Sequence[_Pair]) -> list[int]:
    """Years past the first day's, counting a New Year wherever the months fall far back."""
    offsets, years = [], 0
    for before, pair in zip([pairs[0], *pairs], pairs, strict=False):
        years += pair[0] + 6 < before[0]
        offsets.append(years)
    return offsets


def _as_written(headings: Sequence[Heading], pairs: Sequence[_Pair]) -> list[date] | None:
    """Days whose headings bear years of their own; a heading without takes the one before's."""
    days: list[date] = []
    for heading, pair in zip(headings, pairs, strict=True):
        year = heading.year or (days[-1].year if days else None)
        day = _date(year, pair) if year else None
        if day is None:
            return None
        days.append(day)
    return days


def _likely(dates: Dates) -> list[int]:
    """The first day's possible years: around the production's dates, else around today."""
    if dates.start and dates.end:
        return list(range(dates.start.year - 1, dates.end.year + 2))
    return list(range(dates.today.year - 5, dates.today.year + 5))


def _in_year(pairs: Sequence[_Pair], offsets: Sequence[int], year: int) -> list[date] | None:
    """The days with the first one in a year; ``None`` where one does not exist (February 29)."""
    days = [_date(year + offset, pair) for pair, offset in zip(pairs, offsets, strict=True)]
    return [day for day in days if day is not None] if None not in days else None


def _choose(options: list[list[date]], hints: Hints, dates: Dates) -> list[date] | None:
    """The one year that the production's dates, the weekdays or the titles speak for."""
    inside = [days for days in options if _inside(days, dates)]
    if len(inside) == 1:
        return inside[0]
    agreeing = _agreeing(inside or options, hints)
    if agreeing is not None:
        return agreeing
    named = [days for days in inside or options if days[0].year in hints.years]
    if len(named) == 1:
        return named[0]
    return None if inside else _nearest(options, dates)


def _inside(days: Sequence[date], dates: Dates) -> bool:
    """Whether most of the days lie between the production's first and last date."""
    if dates.start is None or dates.end is None:
        return False
    within = sum(dates.start <= day <= dates.end for day in days)
    return within * 2 > len(days)


def _agreeing(options: list[list[date]], hints: Hints) -> list[date] | None:
    """The one option that most of the stated weekdays agree with."""
    if not hints.weekdays:
        return None
    scores = [
        sum(days[place].weekday() in stated for place, stated in hints.weekdays.items())
        for days in options
    ]
    best = max(scores)
    if best * 2 <= len(hints.weekdays) or scores.count(best) > 1:
        return None
    return options[scores.index(best)]


def _nearest(options: list[list[date]], dates: Dates) -> list[date] | None:
    """The option nearest to the production's dates, if it is within half a year of them."""
    if dates.start is None or dates.end is None:
        return None
    first, last = dates.start, dates.end

    def away(days: list[date]) -> int:
        return max((first - days[-1]).days, (days[0] - last).days)

    near = min(options, key=away)
    return near if away(near) <= 183 else None


def _date(year: int, pair: _Pair) -> date | None:
    try:
        return date(year, *pair)
    except ValueError:
        return None
