"""Dates as one production writes them: order, year and weekday settled, or the fault said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from model.grid import Scalar
from model.production import Production
from schemas.values import date_faults
from schemas.values.date_texts import (
    EPOCH,
    Written,
    has_slipped,
    impossible,
    on,
    serial,
    written,
)
from schemas.values.words import Fault, clean, is_dash, is_error, is_open, not_ready

__all__ = ["EPOCH", "Dates", "Written", "month_first", "serial", "written", "year_by_weekday"]

_UNDATED = {"ongoing", "run of show", "ros", "current", "asap", "as needed", "various", "multiple"}
_UNDATED |= {"see notes", "daily", "day player", "hiatus", "wrap", "done", "none"}
_REMARKED = re.compile(r"\s*[,;:]\s+|\s+(?:[-–—]\s+|(?=\())")
"""What stands between a word and what is remarked on it."""
_REACH = 183
"""Days that a date may lie outside the production's dates and still take its year from them,"""
_MARGIN = 60
"""and by how many days the next year's would have to lie further out."""
_SEVERAL = 2
"""Dates that must lie outside the production's one way round for the other to be right."""
_CLEARLY = 4
"""How many times as many dates must tell one order as tell the other, where a column has both."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Reads dates as one production writes them."""

    month_first: bool
    today: date
    start: date | None = None
    end: date | None = None
    mixed: bool = False
    """Whether both orders stand in the same column, so that nothing tells 3/4 from 4/3."""
    column: frozenset[date] = frozenset()
    """The other dates of a column in which a key slipped: "12//03/2026"."""

    @classmethod
    def of(cls, production: Production) -> Dates:
        """How a production writes its dates, by its locale and its first and last date."""
        first = production.start or production.end
        last = production.end or production.start
        return cls(month_first(production.locale), production.today, first, last)

    def among(
        self, values: Iterable[Scalar], beside: Iterable[str] = (), elsewhere: Iterable[str] = ()
    ) -> Dates:
        """The same, with the order that the other dates of a column tell: one 13/2 settles it.

        Where a column has both orders, the locale's wins if it is the more frequent one, the other
        if it is by far; else nothing is settled. Where none tells, the other order is right if
        with it alone all dates are among the production's; where the texts ``beside`` the column
        tell that order, or if these tell none those ``elsewhere``, a single date suffices.
        """
        texts = set(_texts(values))
        told = [order for text in texts if (order := _order(text)) is not None]
        ours, others = told.count(self.month_first), told.count(not self.month_first)
        if not told and self._is_turned(texts, beside, elsewhere):
            return replace(self, month_first=not self.month_first)
        if ours > others or not told:
            return self
        clear = others >= _CLEARLY * ours
        return replace(self, month_first=self.month_first != clear, mixed=not clear)

    def beside(self, values: Collection[Scalar]) -> Dates:
        """The same, with the other dates of a column that one with a slip of the keys is among."""
        if not any(isinstance(value, str) and has_slipped(value) for value in values):
            return self
        others = (self.read(value) for value in values if not has_slipped(clean(value)))
        return replace(self, column=frozenset(day for day in others if isinstance(day, date)))

    def read(self, value: Scalar) -> date | Fault | None:
        """Read a date cell; blank (or a lone dash, or TBD) gives ``None``."""
        as_written = written(value)
        if isinstance(as_written, date):
            return as_written
        text = clean(value)
        if as_written is not None:
            day = self.settle(as_written, text)
            return date_faults.unreadable(text, None) if self._is_misplaced(day, text) else day
        if not text or is_dash(text) or _is_undated(text):
            return None
        return (
            not_ready(text) if is_error(text) else date_faults.unreadable(text, impossible(value))
        )

    def settle(self, day: Written, text: str) -> date | Fault:
        """Settle order and year of one date by its weekday, the locale and the production."""
        options = [self._year(day, pair) for pair in self.ordered(day)]
        by_weekday = [found for found in options if found and found.weekday() == day.weekday]
        if by_weekday:
            return by_weekday[0]
        if self.mixed and len(options) > 1:
            return date_faults.mixed(text)
        return options[0] or date_faults.unsettled(text)

    def _is_misplaced(self, day: date | Fault, text: str) -> bool:
        """Whether a key slipped in a date that lies outside all others of its column.

        Its numbers are as doubtful then. Dates half a year away and more tell nothing.
        """
        if not self.column or isinstance(day, Fault) or not has_slipped(text):
            return False
        near = [other for other in self.column if abs((other - day).days) <= _REACH]
        return not near or not min(near) <= day <= max(near)

    def ordered(self, day: Written) -> tuple[tuple[int, int], ...]:
        """The (month, day) pairs that a date may mean, the locale's order first."""
        return day.days if self.month_first else day.days[::-1]

    def _year(self, day: Written, pair: tuple[int, int]) -> date | None:
        """A (month, day) with the year that is written, or the production's."""
        if day.year is not None:
            return on(day.year, *pair)
        if self.start is None or self.end is None:
            return self._by_weekday(day, pair)
        years = range(self.start.year - 1, self.end.year + 2)
        found = [option for option in (on(year, *pair) for year in years) if option]
        matching = [option for option in found if option.weekday() == day.weekday]
        inside = [option for option in found if self._distance(option) == 0]
        if inside:
            certain = inside if len(inside) == 1 else [day for day in inside if day in matching]
            return certain[0] if len(certain) == 1 else None
        if not found:
            return None
        near, *further = sorted(matching or found, key=self._distance)
        away = self._distance(near)
        clear = all(self._distance(other) >= away + _MARGIN for other in further[:1])
        return near if away <= _REACH and clear else None

    def _by_weekday(self, day: Written, pair: tuple[int, int]) -> date | None:
        """Without production dates a weekday settles the year, if only one near today fits."""
        return year_by_weekday([(pair, day.weekday)], self.today)

    def _is_turned(
        self, texts: Iterable[str], beside: Iterable[str], elsewhere: Iterable[str]
    ) -> bool:
        """Whether only the order that is not the locale's puts a column among the production's.

        Or near to these, and the locale's far from them. Of dates without a year that must be told.
        """
        if self.start is None or self.end is None:
            return False
        days = [day for text in texts if isinstance(day := written(text), Written)]
        months, others = self._distances(day for day in days if day.year)
        ours, turned = (months, others) if self.month_first else (others, months)
        spans = ((0, 0), (_MARGIN, _REACH))
        outside = max(_beyond(ours, turned, *span) for span in spans)
        if outside >= _SEVERAL:
            return True
        months, others = self._distances(day for day in days)
        ours, turned = (months, others) if self.month_first else (others, months)
        if not max(_beyond(ours, turned, *span) for span in spans):
            return False
        told = {_order(text) for text in beside} - {None}
        told = told or {_order(text) for text in elsewhere} - {None}
        return told == {not self.month_first}

    def _distances(self, days: Iterable[Written]) -> tuple[list[int], list[int]]:
        """How far dates lie outside the production's, with the month first and with the day."""
        pairs = [pair for day in days for pair in _both(day, self._years)]
        month_led, day_led = (
            [
                min(away)
                for options in way
                if (away := [*map(self._distance, filter(None, options))])
            ]
            for way in ([first for first, _ in pairs], [last for _, last in pairs])
        )
        return month_led, day_led

    @property
    def _years(self) -> range:
        """The years that a date without one may be of."""
        first, last = self.start or self.today, self.end or self.today
        return range(first.year - 1, last.year + 2)

    def _distance(self, day: date) -> int:
        """Days by which a date lies outside the production's dates."""
        if self.start is None or self.end is None or self.start <= day <= self.end:
            return 0
        return min(abs((day - self.start).days), abs((day - self.end).days))


def _is_undated(text: str) -> bool:
    """Whether a cell says that there is no day, or none yet, be it with a remark: "n/a - public
    road", "TBC (Sam asks)". A remark with figures may be a day."""
    said, *remark = _REMARKED.split(text.strip(), maxsplit=1)
    if any(any(map(str.isdigit, part)) for part in remark):
        return False
    return is_open(text) or any(is_open(word) or word.lower() in _UNDATED for word in (said, text))


def month_first(locale: str) -> bool:
    """Whether a locale writes 3/4 for March 4: the Americas' English, and year-first countries."""
    name = locale.replace("-", "_")
    return name in ("en_US", "en_CA", "en_PH", "es_US", "es_PR", "en") or name[:2] in (
        "ja",
        "zh",
        "ko",
        "hu",
        "lt",
        "mn",
    )


def year_by_weekday(
    days: Iterable[tuple[tuple[int, int], int | None]], today: date, offsets: Iterable[int] = ()
) -> date | None:
    """The first of some (month, day) with weekdays, in the one year near today where all agree.

    ``offsets`` adds years to each day, for days past a New Year. ``None`` where no weekday is
    stated, or no year or more than one from five back to four ahead fits.
    """
    pairs = list(days)
    added = list(offsets) or [0] * len(pairs)
    if not any(weekday is not None for _, weekday in pairs):
        return None
    fits = [
        year
        for year in range(today.year - 5, today.year + 5)
        if all(
            _agrees(year + more, pair, weekday)
            for (pair, weekday), more in zip(pairs, added, strict=True)
        )
    ]
    return on(fits[0] + added[0], *pairs[0][0]) if len(fits) == 1 else None


_Options = list[date | None]


def _both(day: Written, years: Iterable[int]) -> Iterable[tuple[_Options, _Options]]:
    """The days that a date may be with the month first and with the day, of any of some years.

    None where it may be read in one order only.
    """
    if len(day.days) == 2:
        of = [day.year] if day.year else list(years)
        first, last = ([on(year, *pair) for year in of] for pair in day.days)
        yield first, last


def _beyond(ours: Sequence[int], turned: Sequence[int], within: int, beyond: int) -> int:
    """How many days lie further out than some, where none does the other way round."""
    return 0 if any(away > within for away in turned) else sum(away > beyond for away in ours)


def _agrees(year: int, pair: tuple[int, int], weekday: int | None) -> bool:
    day = on(year, *pair)
    return day is not None and weekday in (None, day.weekday())


def _texts(values: Iterable[Scalar]) -> Iterable[str]:
    return (value for value in values if isinstance(value, str))


@lru_cache(maxsize=16384)
def _order(text: str) -> bool | None:
    """Whether a date's text tells that the month comes first, by its numbers or its weekday."""
    day = written(text)
    if not isinstance(day, Written):
        return None
    if day.month_first is not None or day.year is None or day.weekday is None:
        return day.month_first
    dates = [on(day.year, *pair) for pair in day.days]
    fits = [found is not None and found.weekday() == day.weekday for found in dates]
    return fits[0] if sum(fits) == 1 and len(fits) == 2 else None
