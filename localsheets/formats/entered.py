"""Reads text as if somebody typed it into a cell: a number, money, a percentage, a date..."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from localsheets.formats import typed_dates, typed_numbers
from localsheets.formats.locales import Locale, locale
from localsheets.state.cell import Value, error_shown_as

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entered:
    """What typed text means: a value or a formula, and the format that it brings along."""

    value: Value = None
    formula: str | None = None
    format: Json | None = None


def read(text: str, locale_name: str = "en_US", today: date | None = None) -> Entered:
    """Read typed text; what is nothing else is text. A leading "'" makes text of anything.

    A date without a year is of the year of ``today`` (by default of the present day, UTC).
    """
    if text.startswith("'"):
        return Entered(text[1:])
    if text.startswith("=") and len(text) > 1:
        return Entered(formula=text)
    trimmed = text.strip()
    place = locale(locale_name)
    found = read_value(trimmed, place, today) if trimmed else None
    if found is not None:
        return found
    if text.startswith("+") and len(trimmed) > 1:
        return Entered(formula=f"={text}")
    return Entered(text)


def read_value(text: str, place: Locale, today: date | None = None) -> Entered | None:
    """A boolean, error, number, date or time; ``None`` for what can only be text."""
    if (truth := _truth(text, place)) is not None:
        return Entered(truth)
    if text.startswith("#"):
        error = error_shown_as(text.upper())
        return None if error is None else Entered(error)
    number = typed_numbers.read(text, place)
    if number is not None:
        return _formatted(*number)
    moment = typed_dates.read(text, place, today or datetime.now(UTC).date())
    return None if moment is None else _formatted(*moment)


def _truth(text: str, place: Locale) -> bool | None:
    upper = text.upper()
    if upper in ("TRUE", place.words.true):
        return True
    return False if upper in ("FALSE", place.words.false) else None


def _formatted(value: float, kind: str, pattern: str) -> Entered:
    look = {"numberFormat": {"type": kind, "pattern": pattern}} if kind else None
    return Entered(value, format=look)
