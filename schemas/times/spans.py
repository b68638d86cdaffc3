"""Two times in one cell: "1300-1330", "12:30 PM - 1:00 PM", "1-1:30p"."""

from __future__ import annotations

import re
from typing import NamedTuple

from model.grid import Scalar
from schemas.values.clock import Clock
from schemas.values.clock import read as read_clock
from schemas.values.words import clean, fold

_BETWEEN = re.compile(
    r"\s*(?:[-–—>→]+|\bto\b|\bthru\b|\buntil\b|\btil\b|\bbis\b|\ba\b|\bhasta\b)\s*"
)
_MARK = re.compile(r"\s*([ap])\.?(?:m\.?)?$")


class Span(NamedTuple):
    """When something began and ended, as written."""

    start: str
    end: str


def split(value: Scalar) -> Span | None:
    """The two texts of a cell that holds two times; ``None`` where it holds anything else.

    A first time that does not say the half of the day has that of the second, or the one before.
    """
    if not isinstance(value, str):
        return None
    parts = _BETWEEN.split(fold(clean(value)))
    if len(parts) != 2 or not all(part and part[0].isdigit() for part in parts):
        return None
    start, end = parts
    said = _MARK.search(end)
    if said and not _MARK.search(start):
        other = "a" if said[1] == "p" else "p"
        start += said[1] if _hour(start) % 12 <= _hour(end) % 12 else other
    span = Span(start, end)
    return span if all(isinstance(read_clock(text), Clock) for text in span) else None


def clocks(value: Scalar) -> tuple[Clock, Clock] | None:
    """The two times of a cell; ``None`` where it does not hold two."""
    span = split(value)
    if span is None:
        return None
    start, end = (read_clock(text) for text in span)
    return (start, end) if isinstance(start, Clock) and isinstance(end, Clock) else None


def _hour(text: str) -> float:
    """A time's hour, to the minute, by its digits: for which of two is the later."""
    digits = re.findall(r"\d+", text)
    if len(digits) == 1 and len(digits[0]) > 2:
        digits = [digits[0][:-2], digits[0][-2:]]
    return int(digits[0]) + (int(digits[1]) / 60 if len(digits) > 1 else 0)
