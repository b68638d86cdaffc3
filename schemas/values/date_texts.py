"""A date's text taken apart into weekday, month and numbers; its year and order come later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from model.grid import Scalar
from schemas.values import calendar
from schemas.values.words import clean, fold, listed

EPOCH = date(1899, 12, 30)
_SERIALS = range(18264, 73416)  # 1950 to 2100: what a production's date may be
_TIME = re.compile(
    r"[,T ]*(?:@ ?|\bat )?(?<![\d./-])"
    r"(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?(?:m\.?)?)?|\d{1,2} ?[ap]m|\d{1,2}h\d{0,2})"
    r"Z?\s*$",
    re.IGNORECASE,
)
_OF_THE_DAY = r"\d{1,2}(?:[:.h]?\d{2})?\s?(?:[ap]\.?m?\.?)?"
_HOURS = re.compile(
    rf"[\s,;(]+(?:@ ?|from |de |von |ab )?(?:"
    rf"{_OF_THE_DAY}\s?(?:[-–]|to|bis|a|à)\s?{_OF_THE_DAY}(?<=[ap]|m)\.?|"
    rf"{_OF_THE_DAY}\s?(?:[-–]|to|bis|a|à)\s?{_OF_THE_DAY}\s?(?:h|hs|hrs?|uhr)|"
    r"\d{1,2}[:h]\d{2}\s?[-–]\s?\d{1,2}[:h]\d{2})\.?\)?\s*$",
    re.IGNORECASE,
)
"""From when to when on a day: "15 oct, 15-19 h", "3/2 (8a-6p)"."""
_WEEK_OF = re.compile(
    r"(?:w/?[ec]|wk(?: of| ending)?|week(?: of| ending| commencing)?)\b[.: ]*", re.IGNORECASE
)
_SEPARATORS = re.compile(r"[\s/\-–.,()'’]+")
_TWICE = re.compile(r"\d ?(?://+|\.\.+) ?\d")
"""A slip of the keys between two numbers: "12//03/2026"."""
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|ère|re|e|º|ª|°)(?![^\W\d_])", re.IGNORECASE)
"""What makes "13th" of 13; a "Th" that stands alone is a Thursday."""
_TOKEN = re.compile(rf"[^\W\d_]+\.?|\d+|{_SEPARATORS.pattern}|.")
_GERMAN = re.compile(r"(?<!\d)\d{1,2}\. ?\d{1,2}\.\s*$")
"""A day and a month with a point behind each ("06.05."): the day comes first."""
_SPAN = re.compile(r"\d\. ?[-–] ?\d")
"""Days from one to another ("11.-13.05.")."""
_SPAN_OF = re.compile(r"(?<!\d)\d{1,2} ?[-–] ?\d{1,2}\.? (?:de |of )?([^\W\d_]{3,})")
"""The same before a word: "5 - 7 oct" is no day of the year 7."""
_FILLERS = listed("of the de del le den dem am vom el o d")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written: what it may mean before its year and order are settled.

    ``days`` holds (month, day) in both orders where both are possible, month first first.
    ``month_first`` says which order the only possible one is, where numbers alone tell it.
    """

    days: tuple[tuple[int, int], ...]
    year: int | None = None
    weekday: int | None = None
    month_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Impossible:
    """A date that no calendar has: "31/02/2026". ``month`` and ``day`` are what was written."""

    month: int
    day: int
    year: int | None = None


def written(value: Scalar) -> date | Written | None:
    """What a cell says of a date: settled (a serial, an ISO text), as written, or nothing."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return serial(value)
    found = _text(clean(value))
    return None if isinstance(found, Impossible) else found


def impossible(value: Scalar) -> Impossible | None:
    """The day that a text means and no calendar has; ``None`` for everything else."""
    found = _text(clean(value)) if isinstance(value, str) else None
    return found if isinstance(found, Impossible) else None


def has_slipped(text: str) -> bool:
    """Whether a key slipped between the numbers of a date, which one of them may have too."""
    return _TWICE.search(text) is not None


def serial(value: float) -> date | None:
    """A spreadsheet's serial number as a date, time of day dropped; ``None`` outside 1950-2100."""
    if not -1e9 < value < 1e9:
        return None
    whole = int(value // 1)
    if whole in _SERIALS:
        return EPOCH + timedelta(days=whole)
    if 19500101 <= whole <= 21001231 and whole == value:
        return on(whole // 10000, whole // 100 % 100, whole % 100)
    return None


def on(year: int, month: int, day: int) -> date | None:
    """A date by its parts; ``None`` where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=16384)
def _text(text: str) -> Written | Impossible | date | None:
    """Take a date's text apart into weekday, month name and numbers."""
    words, numbers = list[str](), list[str]()
    bare = _WEEK_OF.sub("", _TIME.sub("", without_hours(text))) if len(text) <= 40 else ""
    bare = _ORDINAL.sub("", bare)
    if _SPAN.search(bare) or _names_days(bare):
        return None
    for token in _TOKEN.findall(bare):
        if token.isdecimal():
            numbers.append(token)
        elif token[0].isalpha():
            words.append(token.rstrip("."))
        elif not _SEPARATORS.fullmatch(token):
            return None
    if not numbers:
        return None
    months, weekdays, strange = _sort(words, numbers)
    if strange or len(months) > 1 or len(weekdays) > 1:
        return None
    weekday = weekdays[0] if weekdays else None
    if months:
        return _named(months[0], numbers, weekday)
    found = _numeric(numbers, weekday)
    return _day_first(found) if _GERMAN.search(bare) else found


def without_hours(text: str) -> str:
    """A date's text without the hours of that day; hours alone stay what they are."""
    bare = _HOURS.sub("", text)
    return bare if any(map(str.isdigit, bare)) else text


def _names_days(text: str) -> bool:
    """Whether a text names two days of one month."""
    found = _SPAN_OF.search(text)
    return found is not None and calendar.month(found[1]) is not None


def _day_first(found: Written | Impossible | date | None) -> Written | Impossible | date | None:
    """A date whose day is known to come first."""
    if not isinstance(found, Written) or len(found.days) != 2:
        return found
    return Written(found.days[1:], found.year, found.weekday, month_first=False)


def _sort(words: list[str], numbers: list[str]) -> tuple[list[int], list[int], list[str]]:
    """Split words into months, weekdays and what is neither.

    "mar" before another month or a numeric date ("mar. 3/3") is a French or Spanish Tuesday.
    """
    months, weekdays, strange = list[int](), list[int](), list[str]()
    named = sum(calendar.month(word) is not None for word in words)
    tuesday = named > 1 or _are_day_and_month(numbers)
    for place, word in enumerate(words):
        if place == 0 and tuesday and fold(word) in ("mar", "mart"):
            weekdays.append(1)
        elif (month := calendar.month(word)) is not None:
            months.append(month)
        elif (weekday := calendar.weekday(word)) is not None:
            weekdays.append(weekday)
        elif fold(word) not in _FILLERS:
            strange.append(word)
    return months, weekdays, strange


def _are_day_and_month(numbers: list[str]) -> bool:
    """Whether numbers are a day and a month rather than a day and a year ("Mar 2 26")."""
    return len(numbers) == 3 or (len(numbers) == 2 and 1 <= int(numbers[1]) <= 12)


def _named(month: int, numbers: list[str], weekday: int | None) -> Written | Impossible | None:
    """A date whose month is a word: "March 2, 2026", "2-Mar", "2026 Mar 2"."""
    if len(numbers) == 1 and len(numbers[0]) <= 2:
        return _checked(((month, int(numbers[0])),), None, weekday)
    if len(numbers) != 2:
        return None
    day, year = numbers if len(numbers[0]) <= 2 else numbers[::-1]
    if len(day) > 2 or (full := _full_year(year)) is None:
        return None
    return _checked(((month, int(day)),), full, weekday)


def _numeric(numbers: list[str], weekday: int | None) -> Written | Impossible | date | None:
    """A date in numbers alone: year first if the first has four digits, else last."""
    if len(numbers) == 1 and len(numbers[0]) == 8:
        return serial(int(numbers[0])) or _eight(numbers[0])
    if len(numbers) == 3 and len(numbers[0]) == 4:
        year, month, day = (int(number) for number in numbers)
        return on(year, month, day) or _near(month, day, year)
    if len(numbers) not in (2, 3) or max(len(number) for number in numbers[:2]) > 2:
        return None
    first, second = int(numbers[0]), int(numbers[1])
    year_read = _full_year(numbers[2]) if len(numbers) == 3 else None
    if len(numbers) == 3 and year_read is None:
        return None
    pairs = ((first, second), (second, first)) if first != second else ((first, second),)
    return _checked(pairs, year_read, weekday)


def _eight(digits: str) -> Impossible | None:
    """Eight digits that are no day of the calendar: 20260231."""
    year = int(digits[:4])
    return _near(int(digits[4:6]), int(digits[6:]), year) if 1950 <= year <= 2100 else None


def _checked(
    pairs: tuple[tuple[int, int], ...], year: int | None, weekday: int | None
) -> Written | Impossible | None:
    """Keep the (month, day) pairs that exist (2000 is a leap year, as is a year unknown)."""
    possible = tuple(pair for pair in pairs if on(year or 2000, *pair))
    if not possible:
        near = [found for pair in pairs if (found := _near(*pair, year))]
        return near[0] if near else None
    told = possible == pairs[:1] if len(pairs) == 2 and len(possible) == 1 else None
    return Written(possible, year, weekday, told)


def _near(month: int, day: int, year: int | None) -> Impossible | None:
    """A day that a month would have if it were longer."""
    if 1 <= month <= 12 and 29 <= day <= 31:
        return Impossible(month, day, year)
    return None


def _full_year(digits: str) -> int | None:
    if len(digits) == 4 and 1900 <= int(digits) <= 2100:
        return int(digits)
    if len(digits) != 2:
        return None
    return int(digits) + (2000 if int(digits) < 70 else 1900)
