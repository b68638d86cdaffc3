"""Several days in one cell: "3/2 - 3/6", "March 2-6", "2 to 6 March 2026", "8/3 & 8/6"."""

from __future__ import annotations

import re
from datetime import date

from schemas.values.dates import Dates

_TO = re.compile(r"\s+(?:to|thru|through|until|bis|au|al|a)\s+|\s*[-–—]\s*")
_AND = re.compile(r"\s*(?:&|\+|;|,(?!\s*\d{4})|\band\b|\bund\b|\bet\b|\by\b)\s*")
_LONGEST = 60
_ONE_DAY = re.compile(r"\d{1,2}([-./ ])[^\W\d_]{3,9}\.?\1(?:\d{4}|\d\d)")
"""A single day whose parts are joined by what might join two: "30-Jun-26"."""


def read(text: str, dates: Dates) -> tuple[date, date] | None:
    """The first and the last day that a text names, where it names more than one."""
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return None
    if _ONE_DAY.fullmatch(text.strip()):
        return None
    return _span(text, dates) or _listed(text, dates)


def first(text: str, dates: Dates) -> date | None:
    """The first of the days that a text lists before words for others: "7/6 + pickups"."""
    parts = _AND.split(text) if len(text) <= _LONGEST else []
    days = [day for part in parts if isinstance(day := dates.read(part), date)]
    words = [part for part in parts if part and not any(map(str.isdigit, part))]
    return min(days) if days and words and len(days) + len(words) == len(parts) else None


def _span(text: str, dates: Dates) -> tuple[date, date] | None:
    for match in _TO.finditer(text):
        first, last = text[: match.start()].strip(), text[match.end() :].strip()
        if last.isdigit() and len(last) <= 2:
            last = re.sub(r"\d{1,2}(?!.*\d)", last, first)
        elif (day := first.rstrip(".")).isdigit() and len(day) <= 2:
            first = re.sub(r"\d{1,2}", day, last, count=1)
        days = [dates.read(part) for part in (first, last)]
        if isinstance(days[0], date) and isinstance(days[1], date):
            return days[0], days[1]
    return None


def _listed(text: str, dates: Dates) -> tuple[date, date] | None:
    parts = _AND.split(text)
    days = [day for part in parts if isinstance(day := dates.read(part), date)]
    return (min(days), max(days)) if len(days) == len(parts) > 1 else None
