"""Several days in one cell: "3/2 - 3/6", "March 2-6", "2, 3 and 6 March 2026", "8/3 & 8/6"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from schemas.values import calendar
from schemas.values.date_texts import without_hours
from schemas.values.dates import Dates

_TO = re.compile(r"\s+(?:to|thru|through|until|bis|au|al|a)\s+|\s*[-–—]\s*")
_AND = re.compile(r"\s*(?:&|\+|;|,(?!\s*\d{4})|\band\b|\bund\b|\bet\b|\by\b)\s*")
_LONGEST = 60
_ONE_DAY = re.compile(r"\d{1,2}([-./ ])[^\W\d_]{3,9}\.?\1(?:\d{4}|\d\d)")
"""A single day whose parts are joined by what might join two: "30-Jun-26"."""
_DAY = r"(?:[^\W\d_]{2,}\.?\s+)?\d{1,2}(?!\d)(?:st|nd|rd|th|er|[º°ª.])?"
"""A day of a month, with its weekday or without."""
_OF_A_MONTH = re.compile(
    rf"(?P<lead>[^\W\d_]{{3,}}\.?\s+|\d{{1,2}}/)?"
    rf"(?P<days>{_DAY}(?:(?:{_AND.pattern}|{_TO.pattern}|/){_DAY})+)(?P<tail>\D.*)?"
)
"""Days whose month (and year) is said once, before them or after them: "5, 6 y 9 oct"."""
_AMONG = re.compile(rf"{_AND.pattern}|/")


def read(text: str, dates: Dates) -> tuple[date, date] | None:
    """The first and the last day that a text names, where it names more than one."""
    found = days(text, dates)
    return (found[0], found[-1]) if found else None


def unbroken(text: str, dates: Dates) -> tuple[date, date] | None:
    """The same, of days without another between them: "5, 6 and 7 October", not "5 & 9"."""
    found = days(text, dates)
    whole = found and (found[-1] - found[0]).days == len(found) - 1
    return (found[0], found[-1]) if whole else None


def days(text: str, dates: Dates) -> tuple[date, ...]:
    """The days that a text names, where it names more than one; those of a span are all of it.

    A span that ends before it begins is these two days, as they stand.
    """
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return ()
    text = without_hours(text).strip()
    if _ONE_DAY.fullmatch(text):
        return ()
    return _of_a_month(text, dates) or _span(text, dates) or _listed(text, dates)


def first(text: str, dates: Dates) -> date | None:
    """The first of the days that a text lists before words for others: "7/6 + pickups"."""
    parts = _AND.split(text) if len(text) <= _LONGEST else []
    found = [day for part in parts if isinstance(day := dates.read(part), date)]
    words = [part for part in parts if part and not any(map(str.isdigit, part))]
    return min(found) if found and words and len(found) + len(words) == len(parts) else None


def _of_a_month(text: str, dates: Dates) -> tuple[date, ...]:
    """Days of one month that is named once, in their order; none where they are not in order."""
    match = _OF_A_MONTH.fullmatch(text)
    if match is None or isinstance(dates.read(text), date):
        return ()
    lead, numbers, tail = match["lead"] or "", match["days"], match["tail"] or ""
    if "/" in lead and "/" in numbers + tail:
        return ()
    if calendar.weekday(lead.strip()) is not None:
        lead, numbers = "", lead + numbers
    found: list[date] = []
    for part in _AMONG.split(numbers):
        read_so = [dates.read(f"{lead}{day}{tail}") for day in _TO.split(part)]
        ends = [day for day in read_so if isinstance(day, date)]
        if len(ends) != len(read_so) or len(ends) > 2:
            return ()
        found += _through(ends[0], ends[-1])
    months = {(day.year, day.month) for day in found}
    return tuple(found) if len(months) == 1 and found == sorted(set(found)) else ()


def _span(text: str, dates: Dates) -> tuple[date, ...]:
    for match in _TO.finditer(text):
        first, last = text[: match.start()].strip(), text[match.end() :].strip()
        if last.isdigit() and len(last) <= 2:
            last = re.sub(r"\d{1,2}(?!.*\d)", last, first)
        elif (day := first.rstrip(".")).isdigit() and len(day) <= 2:
            first = re.sub(r"\d{1,2}", day, last, count=1)
        ends = [dates.read(part) for part in (first, last)]
        if isinstance(ends[0], date) and isinstance(ends[1], date):
            return _through(ends[0], ends[1])
    return ()


def _through(first: date, last: date) -> tuple[date, ...]:
    """Each day from one to another; the two of them where they are the wrong way round."""
    if last < first:
        return first, last
    return tuple(first + timedelta(days=more) for more in range((last - first).days + 1))


def _listed(text: str, dates: Dates) -> tuple[date, ...]:
    parts = _AND.split(text)
    found = [day for part in parts if isinstance(day := dates.read(part), date)]
    return tuple(sorted(found)) if len(found) == len(parts) > 1 else ()
