"""Lengths of time: hours worked, a meal's minutes, the way to the set."""

from __future__ import annotations

import re
from decimal import Decimal

from model.grid import Scalar
from schemas.values import clock, quantities
from schemas.values.words import Fault, clean, fold

_MINUTES = re.compile(r"(\d{1,3})\s*(?:m|mn|min|mins|minutes?|minuten|minutos|')\.?")
_SPLIT = re.compile(r"(\d{1,2})\s*(?::|h)\s*(\d{2})(?:\s*(?:h|hrs?|m|min))?")
_MOST_MEAL = 5
"""A number above it under a meal's heading is minutes rather than hours."""


def hours(value: Scalar, pattern: str = "", *, comma: bool = False) -> Decimal | None:
    """A length in hours: 12.5, "12:30", "12h30", 0.52 shown as a time, "45 min"; else ``None``."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        if clock.is_timed(pattern):
            return (Decimal(round(value * clock.DAY)) / 60).quantize(Decimal("0.01"))
        return Decimal(repr(value))
    folded = fold(clean(value))
    if match := _SPLIT.fullmatch(folded):
        return (int(match[1]) + Decimal(int(match[2])) / 60).quantize(Decimal("0.01"))
    if match := _MINUTES.fullmatch(folded):
        return (Decimal(int(match[1])) / 60).quantize(Decimal("0.01"))
    read = quantities.number(value, comma=comma)
    return None if isinstance(read, Fault) else read


def meal(value: Scalar, pattern: str = "", *, comma: bool = False) -> Decimal | None:
    """A meal's length in hours; a plain number above five is minutes; a time of day is none."""
    read = hours(value, pattern, comma=comma)
    if read is None or read < 0:
        return None
    if read > _MOST_MEAL and not clock.is_timed(pattern) and ":" not in clean(value):
        return (read / 60).quantize(Decimal("0.01")) if read in _USUAL else None
    return read if read <= _MOST_MEAL else None


_USUAL = frozenset(map(Decimal, (15, 20, 30, 35, 40, 45, 50, 60, 75, 90, 120)))
