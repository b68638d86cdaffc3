"""The dates of a day-out-of-days, settled together: their order, their year, a New Year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from schemas.dood import order as dood_order
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
    """The days' dates, and which order of month and day they are written in.

    ``strays`` are the positions whose heading is out of order, or no day that there is; their date
    is what their neighbours leave for them, ``None`` where they leave more than one.
    """

    days: list[date | None]
    month_first: bool
    strays: tuple[int, ...] = ()


def settle(headings: Sequence[Heading], hints: Hints, dates: Dates) -> Settled | None:
    """Settle every day's date; ``None`` where nothing on the sheet or in the settings does.

    Month and day are told apart by which order makes the days follow each other and agrees with
    the weekdays; the year by the production's dates, else by the weekdays, else by a year in the
    sheet's title.
    """
    if all(isinstance(heading, date) for heading in headings):
        given = [heading if isinstance(heading, date) else None for heading in headings]
        return Settled(*_mended(given, hints, month_first=dates.month_first))
    best: tuple[float, Settled] | None = None
    for month_first in (dates.month_first, not dates.month_first):
        pairs = [_pair(heading, month_first) for heading in headings]
        dated = _dated(headings, pairs, hints, dates)
        if dated is None:
            continue
        score = _steps(dated) + _agreement(dated, hints)
        if best is None or score > best[0]:
            best = (score, Settled(*_mended(dated, hints, month_first=month_first)))
    return best[1] if best else None


def _mended(
    days: Sequence[date | None], hints: Hints, *, month_first: bool
) -> tuple[list[date | None], bool, tuple[int, ...]]:
    """A settled run of days with what stands out of order put right."""
    ordered, strays = dood_order.mend(days, hints.weekdays)
    return ordered, month_first, strays


def _pair(heading: Heading, month_first: bool) -> _Pair:
    """A heading's (month, day) in one of the two orders, or in the only one that it allows."""
    if isinstance(heading, date):
        return heading.month, heading.day
    return heading.days[0] if month_first else heading.days[-1]


def _steps(days: Sequence[date | None]) -> int:
    """How many days follow the one before within a week, as a schedule's days do."""
    return sum(
        before is not None and after is not None and 1 <= (after - before).days <= 7
        for before, after in pairwise(days)
    )


def _agreement(days: Sequence[date | None], hints: Hints) -> int:
    """How many of the stated weekdays the days agree with."""
    return sum(
        (day := days[place]) is not None and day.weekday() in stated
        for place, stated in hints.weekdays.items()
    )


def _dated(
    headings: Sequence[Heading], pairs: Sequence[_Pair], hints: Hints, dates: Dates
) -> list[date | None] | None:
    """Give one order's (month, day) pairs their years."""
    offsets = _offsets(pairs)
    written = Counter(
        year - offset
        for heading, offset in zip(headings, offsets, strict=True)
        if (year := heading.year) is not None
    )
    if len(written) > 1:
        return _as_written(headings, pairs)
    years = sorted(written) or _likely(dates)
    options = [_in_year(pairs, offsets, year) for year in years]
    return options[0] if written else _choose(options, hints, dates)


def _offsets(pairs: Sequence[_Pair]) -> list[int]:
    """Years past the first day's, counting a New Year wherever the months fall far back for good.

    A month that falls back for one day alone is a slip of the pen.
    """
    offsets, years, low = [], 0, pairs[0][0]
    for place, (month, _) in enumerate(pairs):
        after = [following for following, _ in pairs[place : place + 3]]
        if all(following + 6 < low for following in after):
            years += 1
            low = month
        elif abs(month - low) <= 6:
            low = month
        offsets.append(years)
    return offsets


def _as_written(headings: Sequence[Heading], pairs: Sequence[_Pair]) -> list[date | None]:
    """Days whose headings bear years of their own; a heading without takes the one before's."""
    days: list[date | None] = []
    year = next(heading.year for heading in headings if heading.year)
    for heading, pair in zip(headings, pairs, strict=True):
        year = heading.year or year
        days.append(_date(year, pair))
    return days


def _likely(dates: Dates) -> list[int]:
    """The first day's possible years: around the production's dates, else around today."""
    if dates.start and dates.end:
        return list(range(dates.start.year - 1, dates.end.year + 2))
    return list(range(dates.today.year - 5, dates.today.year + 5))


def _in_year(pairs: Sequence[_Pair], offsets: Sequence[int], year: int) -> list[date | None]:
    """The days with the first one in a year; ``None`` for one that it lacks (February 29)."""
    return [_date(year + offset, pair) for pair, offset in zip(pairs, offsets, strict=True)]


_Days = list[date | None]


def _choose(options: list[_Days], hints: Hints, dates: Dates) -> _Days | None:
    """The one year that the production's dates, the weekdays or the titles speak for."""
    whole = [days for days in options if None not in days] or options
    inside = [days for days in whole if _inside(days, dates)]
    if len(inside) == 1:
        return inside[0]
    agreeing = _agreeing(inside or whole, hints)
    if agreeing is not None:
        return agreeing
    named = [days for days in inside or whole if _first(days) in hints.years]
    if len(named) == 1:
        return named[0]
    return None if inside else _nearest(whole, dates)


def _first(days: _Days) -> int | None:
    """The first day's year."""
    return next((day.year for day in days if day is not None), None)


def _inside(days: _Days, dates: Dates) -> bool:
    """Whether most of the days lie between the production's first and last date."""
    if dates.start is None or dates.end is None:
        return False
    within = sum(day is not None and dates.start <= day <= dates.end for day in days)
    return within * 2 > len(days)


def _agreeing(options: list[_Days], hints: Hints) -> _Days | None:
    """The one option that most of the stated weekdays agree with."""
    if not hints.weekdays:
        return None
    scores = [_agreement(days, hints) for days in options]
    best = max(scores)
    if best * 2 <= len(hints.weekdays) or scores.count(best) > 1:
        return None
    return options[scores.index(best)]


def _nearest(options: list[_Days], dates: Dates) -> _Days | None:
    """The option nearest to the production's dates, if it is within half a year of them."""
    if dates.start is None or dates.end is None:
        return None
    first, last = dates.start, dates.end

    def away(days: _Days) -> int:
        known = [day for day in days if day is not None] or [date.max]
        return max((first - known[-1]).days, (known[0] - last).days)

    near = min(options, key=away)
    return near if away(near) <= 183 else None


def _date(year: int, pair: _Pair) -> date | None:
    try:
        return date(year, *pair)
    except ValueError:
        return None
