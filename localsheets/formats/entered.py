"""Reads text as if somebody typed it into a cell: a number, money, a percentage, a date..."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from localsheets.formats.dates import MONTHS, serial_of
from localsheets.formats.locales import Locale, locale
from localsheets.state.cell import Value

Json = dict[str, Any]

_SIGNS = "$€£¥₹₽₩₺₴"
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp]\.?[Mm]\.?)?")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_PARTS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_NAMED_DAY_FIRST = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})")
_NAMED_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,3}")
TWO_DIGIT_PIVOT = 30


@dataclass(frozen=True, slots=True)
class Entered:
    """What typed text means: a value or a formula, and the format that it brings along."""

    value: Value = None
    formula: str | None = None
    format: Json | None = None


def read(text: str, locale_name: str = "en_US") -> Entered:
    """Read typed text; what is nothing else is text. A leading "'" makes text of anything."""
    if text.startswith("'"):
        return Entered(text[1:])
    if text.startswith("=") and len(text) > 1:
        return Entered(formula=text)
    trimmed = text.strip()
    if trimmed.upper() in ("TRUE", "FALSE"):
        return Entered(trimmed.upper() == "TRUE")
    place = locale(locale_name)
    found = _number(trimmed, place) or _moment(trimmed, place)
    return found or Entered(text)


def _number(text: str, place: Locale) -> Entered | None:
    negative = text.startswith("(") and text.endswith(")")
    body = text[1:-1].strip() if negative else text
    sign = -1 if negative else 1
    if body.startswith(("+", "-")) and not negative:
        sign, body = (-1 if body[0] == "-" else 1), body[1:].strip()
    body, currency = _without_currency(body, place)
    if currency and body[:1] == "-":
        sign, body = -sign, body[1:]
    percent = body.endswith("%")
    body = body[:-1].rstrip() if percent else body
    if place.point == "." and _SCIENTIFIC.fullmatch(body):
        return Entered(sign * float(body), format=_format("SCIENTIFIC", "0.00E+00"))
    parsed = _digits(body, place)
    if parsed is None:
        return None
    number, grouped, places = parsed
    if percent:
        pattern = "0.00%" if places else "0%"
        return Entered(sign * number / 100, format=_format("PERCENT", pattern))
    if currency:
        pattern = f'"{currency}"#,##0' + (".00" if places else "")
        return Entered(_whole(sign * number), format=_format("CURRENCY", pattern))
    pattern = "#,##0" + (".00" if places else "")
    return Entered(_whole(sign * number), format=_format("NUMBER", pattern) if grouped else None)


def _whole(number: float) -> float | int:
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _without_currency(text: str, place: Locale) -> tuple[str, str]:
    for sign in (place.currency, *_SIGNS):
        if text.startswith(sign):
            return text[len(sign) :].strip(), sign
        if text.endswith(sign) and place.point == ",":
            return text[: -len(sign)].strip(), sign
    return text, ""


def _digits(text: str, place: Locale) -> tuple[float, bool, int] | None:
    """A plain number by the locale's separators: (number, whether grouped, decimals)."""
    point = re.escape(place.point)
    group = re.escape(place.group)
    if place.group in ("\u00a0", "\u202f"):
        group = "[\u00a0\u202f ]"
    match = re.fullmatch(rf"(\d+|\d{{1,3}}(?:{group}\d{{3}})+)?(?:{point}(\d*))?", text)
    if match is None or not (match[1] or match[2]):
        return None
    whole, part = match[1] or "0", match[2] or ""
    digits = re.sub(r"\D", "", whole)
    return float(f"{digits}.{part or '0'}"), len(digits) != len(whole), len(part)


def _format(kind: str, pattern: str) -> Json:
    return {"numberFormat": {"type": kind, "pattern": pattern}}


def _moment(text: str, place: Locale) -> Entered | None:
    day, _, rest = text.partition(" ")
    found = _date(text, place)
    if found is not None:
        return Entered(serial_of(found[0]), format=_format("DATE", found[1]))
    clock = _clock(text)
    if clock is not None:
        return Entered(clock[0], format=_format("TIME", clock[1]))
    found, clock = _date(day, place), _clock(rest)
    if found is None or clock is None:
        return None
    pattern = f"{found[1]} {clock[1]}"
    return Entered(serial_of(found[0]) + clock[0], format=_format("DATE_TIME", pattern))


def _clock(text: str) -> tuple[float, str] | None:
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    half = (match[4] or "").replace(".", "").upper()
    if minute > 59 or second > 59 or hour > (12 if half else 23):
        return None
    if half:
        hour = hour % 12 + (12 if half == "PM" else 0)
    pattern = "h:mm" + (":ss" if match[3] else "") + (" AM/PM" if half else "")
    return (hour * 3600 + minute * 60 + second) / 86_400, pattern


def _date(text: str, place: Locale) -> tuple[date, str] | None:
    iso = _ISO.fullmatch(text)
    if iso is not None:
        mark = iso[2]
        pattern = f"yyyy{mark}{'m' * len(iso[3])}{mark}{'d' * len(iso[4])}"
        return _dated(int(iso[1]), int(iso[3]), int(iso[4]), pattern)
    parts = _PARTS.fullmatch(text)
    if parts is not None:
        return _by_order(parts, place)
    named = _NAMED_DAY_FIRST.fullmatch(text)
    if named is not None:
        return _dated(int(named[3]), _month(named[2]), int(named[1]), "d mmm yyyy")
    named = _NAMED_MONTH_FIRST.fullmatch(text)
    if named is not None:
        return _dated(int(named[3]), _month(named[1]), int(named[2]), "mmm d, yyyy")
    return None


def _by_order(parts: re.Match[str], place: Locale) -> tuple[date, str] | None:
    """Two small numbers and a year: which is the month is the locale's to say."""
    mark = parts[2]
    year = int(parts[4])
    if len(parts[4]) == 2:
        year += 2000 if year < TWO_DIGIT_PIVOT else 1900
    years = "y" * len(parts[4])
    first, second = parts[1], parts[3]
    if place.order == "dmy":
        pattern = f"{'d' * len(first)}{mark}{'m' * len(second)}{mark}{years}"
        return _dated(year, int(second), int(first), pattern)
    pattern = f"{'m' * len(first)}{mark}{'d' * len(second)}{mark}{years}"
    return _dated(year, int(first), int(second), pattern)


def _month(name: str) -> int:
    """A month's number by its English name or first three letters; 0 where it is none."""
    folded = name.casefold()
    for number, month in enumerate(MONTHS, start=1):
        if folded in (month.casefold(), month[:3].casefold()):
            return number
    return 0


def _dated(year: int, month: int, day: int, pattern: str) -> tuple[date, str] | None:
    try:
        return date(year, month, day), pattern
    except ValueError:
        return None
