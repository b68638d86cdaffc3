"""Dates by serial number and as text: with a weekday, without a year, month or day first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from model.grid import Scalar
from model.production import Production
from schemas.values import calendar
from schemas.values.words import Fault, clean, fold, is_dash, is_error, is_open, listed, not_ready

EPOCH = date(1899, 12, 30)
_SERIALS = range(18264, 73416)  # 1950 to 2100: what a production's date may be
_TIME = re.compile(
    r"[,T ]*(?<!\d)\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]\.?m\.?)?Z?\s*$", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\W\d_]+\.?|\d+|[\s/\-–.,()'’]+|.")
_FILLERS = listed("st nd rd th of the de del le er den")
_UNDATED = {"ongoing", "run of show", "ros", "current", "asap", "as needed", "various", "multiple"}
_UNDATED |= {"see notes", "daily", "day player", "hiatus", "wrap", "done", "none"}
_REACH = 183
"""Days that a date may lie outside the production's dates and still take its year from them,"""
_MARGIN = 60
"""and by how many days the next year's would have to lie further out."""


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written: what it may mean before its year and order are settled.

    ``days`` holds (month, day) in both orders where both are possible, month first first.
    """

    days: tuple[tuple[int, int], ...]
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """Reads dates as one production writes them."""

    month_first: bool
    today: date
    start: date | None = None
    end: date | None = None

    @classmethod
    def of(cls, production: Production) -> Dates:
        """How a production writes its dates, by its locale and its first and last date."""
        first = production.start or production.end
        last = production.end or production.start
        return cls(month_first(production.locale), production.today, first, last)

    def read(self, value: Scalar) -> date | Fault | None:
        """Read a date cell; blank (or a lone dash, or TBD) gives ``None``."""
        text = clean(value)
        if not text or is_dash(text) or is_open(text) or text.lower() in _UNDATED:
            return None
        if is_error(text):
            return not_ready(text)
        as_written = written(value)
        if isinstance(as_written, date):
            return as_written
        return _unreadable(text) if as_written is None else self.settle(as_written, text)

    def settle(self, day: Written, text: str) -> date | Fault:
        """Settle order and year of one date by its weekday, the locale and the production."""
        options = [self._year(day, pair) for pair in self.ordered(day)]
        by_weekday = [found for found in options if found and found.weekday() == day.weekday]
        if by_weekday:
            return by_weekday[0]
        return options[0] or _unsettled(text)

    def ordered(self, day: Written) -> tuple[tuple[int, int], ...]:
        """The (month, day) pairs that a date may mean, the locale's order first."""
        return day.days if self.month_first else day.days[::-1]

    def _year(self, day: Written, pair: tuple[int, int]) -> date | None:
        """A (month, day) with the year that is written, or the production's."""
        if day.year is not None:
            return _date(day.year, *pair)
        if self.start is None or self.end is None:
            return self._by_weekday(day, pair)
        years = range(self.start.year - 1, self.end.year + 2)
        found = [option for option in (_date(year, *pair) for year in years) if option]
        matching = [option for option in found if option.weekday() == day.weekday]
        inside = [option for option in found if self._distance(option) == 0]
        if len(inside) > 1:
            inside = [option for option in inside if option in matching]
            return inside[0] if len(inside) == 1 else None
        if not found:
            return None
        near, *further = sorted(matching or found, key=self._distance)
        away = self._distance(near)
        clear = all(self._distance(other) >= away + _MARGIN for other in further[:1])
        return near if away <= _REACH and clear else None

    def _by_weekday(self, day: Written, pair: tuple[int, int]) -> date | None:
        """Without production dates a weekday settles the year, if only one near today fits."""
        return year_by_weekday([(pair, day.weekday)], self.today)

    def _distance(self, day: date) -> int:
        """Days by which a date lies outside the production's dates."""
        if self.start is None or self.end is None or self.start <= day <= self.end:
            return 0
        return min(abs((day - self.start).days), abs((day - self.end).days))


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
    return _date(fits[0] + added[0], *pairs[0][0]) if len(fits) == 1 else None


def _agrees(year: int, pair: tuple[int, int], weekday: int | None) -> bool:
    day = _date(year, *pair)
    return day is not None and weekday in (None, day.weekday())


def written(value: Scalar) -> date | Written | None:
    """What a cell says of a date: settled (a serial, an ISO text), as written, or nothing."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return serial(value)
    return _text(clean(value))


def serial(value: float) -> date | None:
    """A spreadsheet's serial number as a date, time of day dropped; ``None`` outside 1950-2100."""
    if not -1e9 < value < 1e9:
        return None
    whole = int(value // 1)
    if whole in _SERIALS:
        return EPOCH + timedelta(days=whole)
    if 19500101 <= whole <= 21001231 and whole == value:
        return _date(whole // 10000, whole // 100 % 100, whole % 100)
    return None


@lru_cache(maxsize=8192)
def _text(text: str) -> Written | date | None:
    """Take a date's text apart into weekday, month name and numbers."""
    words, numbers = [], []
    for token in _TOKEN.findall(_TIME.sub("", text)):
        if token.isdigit():
            numbers.append(token)
        elif token[0].isalpha():
            words.append(token.rstrip("."))
        elif not re.fullmatch(r"[\s/\-–.,()'’]+", token):
            return None
    months, weekdays, strange = _sort(words)
    if strange or len(months) > 1 or len(weekdays) > 1:
        return None
    weekday = weekdays[0] if weekdays else None
    if months:
        return _named(months[0], numbers, weekday)
    return _numeric(numbers, weekday)


def _sort(words: list[str]) -> tuple[list[int], list[int], list[str]]:
    """Split words into months, weekdays and what is neither ("T" joins ISO date and time)."""
    months, weekdays, strange = [], [], []
    for word in words:
        if (month := calendar.month(word)) is not None:
            months.append(month)
        elif (weekday := calendar.weekday(word)) is not None:
            weekdays.append(weekday)
        elif fold(word) not in _FILLERS:
            strange.append(word)
    return months, weekdays, strange


def _named(month: int, numbers: list[str], weekday: int | None) -> Written | date | None:
    """A date whose month is a word: "March 2, 2026", "2-Mar", "2026 Mar 2"."""
    if len(numbers) == 1 and len(numbers[0]) <= 2:
        return _checked(((month, int(numbers[0])),), None, weekday)
    if len(numbers) != 2:
        return None
    day, year = numbers if len(numbers[0]) <= 2 else numbers[::-1]
    return _checked(((month, int(day)),), _full_year(year), weekday)


def _numeric(numbers: list[str], weekday: int | None) -> Written | date | None:
    """A date in numbers alone: year first if the first has four digits, else last."""
    if len(numbers) == 1 and len(numbers[0]) == 8:
        return serial(int(numbers[0]))
    if len(numbers) == 3 and len(numbers[0]) == 4:
        return _date(*(int(number) for number in numbers))
    if len(numbers) not in (2, 3) or max(len(number) for number in numbers[:2]) > 2:
        return None
    first, second = int(numbers[0]), int(numbers[1])
    year = _full_year(numbers[2]) if len(numbers) == 3 else None
    if len(numbers) == 3 and year is None:
        return None
    pairs = ((first, second), (second, first)) if first != second else ((first, second),)
    return _checked(pairs, year, weekday)


def _checked(
    pairs: tuple[tuple[int, int], ...], year: int | None, weekday: int | None
) -> Written | None:
    """Keep the (month, day) pairs that exist (2000 is a leap year, as is a year unknown)."""
    possible = tuple(pair for pair in pairs if _date(year or 2000, *pair))
    return Written(possible, year, weekday) if possible else None


def _full_year(digits: str) -> int | None:
    if len(digits) == 4 and 1900 <= int(digits) <= 2100:
        return int(digits)
    if len(digits) != 2:
        return None
    return int(digits) + (2000 if int(digits) < 70 else 1900)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _unreadable(text: str) -> Fault:
    return Fault(
        "unreadable-date",
        f'holds "{text}", which is no date',
        "a date, such as 2026-03-02",
        "Type the date; put words into a notes column.",
    )


def _unsettled(text: str) -> Fault:
    return Fault(
        "date-not-settled",
        f'holds "{text}", which could be more than one date',
        "a date with its year, or a production with its first and last date in the settings",
        "Add the year (2026-03-02), or set the production's start and end.",
    )
