"""Scene numbers and lists of cast numbers, which spreadsheets take for decimals and for dates."""

from __future__ import annotations

import re

from model.grid import Scalar
from schemas.values import codes
from schemas.values.dates import serial
from schemas.values.patterns import shows_date
from schemas.values.words import clean, is_dash, is_open

_LISTED = re.compile(r"\s*[,;]\s*")
_LOOSE = re.compile(r"(?:[\s/+&·•]|(?<=\s)[-–—](?=\s))+")
_CHAIN = re.compile(r"[-–—]")
_NO_RANGE = 3
"""Numbers with dashes between that are no range: "1-4-7"."""
_ID = re.compile(r"[A-Za-z]{0,2}\d+(?:\.\d+)*[A-Za-z]{0,2}\.?")


def scene(value: Scalar, pattern: str = "", *, month_first: bool = True) -> str:
    """A scene's number as text: "12A", "12pt", "1-3" also where a sheet took it for a date."""
    return redated(value, pattern, month_first=month_first) or codes.code(value, pattern)


def cast(
    value: Scalar, pattern: str = "", *, comma: bool = False, month_first: bool = True
) -> tuple[str, ...]:
    """The numbers (or names) in a cell of cast: "1, 2, 5A" is 1, 2 and 5A.

    ``comma`` says that the decimal mark is a comma: there a sheet takes "1,2" for the number 1.2.
    Elsewhere 1.2 is an element of that number. A number shown with thousands ("1,100") was typed
    as a list.
    """
    text = redated(value, pattern, month_first=month_first) or _shown(value, pattern, comma)
    if not text or is_dash(text) or is_open(text) or text.lower() == "none":
        return ()
    parts = [part for part in _LISTED.split(text) if part]
    if len(parts) == 1 and all(_ID.fullmatch(part) for part in _LOOSE.split(text) if part):
        parts = [part for part in _LOOSE.split(text) if part]
    chain = _CHAIN.split(text)
    if len(parts) == 1 and len(chain) >= _NO_RANGE and all(map(_ID.fullmatch, chain)):
        parts = chain
    return tuple(part.rstrip(".") for part in parts)


def redated(value: Scalar, pattern: str, *, month_first: bool = True) -> str:
    """What was typed where a sheet made a date of two numbers ("1-3"); "" where it made none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    day = serial(value) if shows_date(pattern) else None
    if day is None:
        return ""
    pair = (day.month, day.day) if month_first else (day.day, day.month)
    return f"{pair[0]}-{pair[1]}"


def _shown(value: Scalar, pattern: str, comma: bool) -> str:
    """A cell's text as the sheet shows it: 1.2 as "1,2" where the decimal mark is a comma."""
    if isinstance(value, float) and not value.is_integer():
        return clean(value).replace(".", ",") if comma else codes.code(value, pattern)
    if isinstance(value, int | float) and not isinstance(value, bool) and "#,##" in pattern:
        return f"{int(value):,}"
    return codes.code(value, pattern)
