"""Typed numbers: "1,200", "(350.00)", "10.5%", "$5", "1e5", by the locale's separators."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from localsheets.formats.locales import Locale

_SIGNS = ("R$", "zł", "Kč", "kr.", "kr", "CHF", *"$€£¥₹₽₩₺₴₪₫฿₱")
"""Signs of money that are understood beside the locale's own."""
_SPACES = "[\u00a0\u202f ]"
EXACT_WHOLE = 1e15
Read = tuple[float, str, str]
"""Value, the type of the format that it brings along, its pattern; "" for no format."""


@dataclass(frozen=True, slots=True)
class _Body:
    """A text without its sign, money and percent."""

    text: str
    sign: int = 1
    currency: str = ""
    percent: bool = False


def read(text: str, place: Locale) -> Read | None:
    """A number as typed; ``None`` where the text is none."""
    body = _stripped(text, place)
    match = None if body is None else _digits(place.point, place.group).fullmatch(body.text)
    if body is None or match is None or not (match["whole"] or match["part"]):
        return None
    whole = re.sub(r"\D", "", match["whole"] or "0")
    number = float(f"{whole}.{match['part'] or '0'}e{match['power'] or '0'}")
    if body.percent:
        number = float(f"{whole}.{match['part'] or '0'}e{int(match['power'] or 0) - 2}")
    if not math.isfinite(number):
        return None
    grouped = len(whole) != len(match["whole"] or "0")
    format_ = _format(body, place, grouped, bool(match["part"]), match["power"] is not None)
    return _whole(body.sign * number), *format_


def _whole(number: float) -> float:
    return int(number) if number.is_integer() and abs(number) < EXACT_WHOLE else number


def _format(body: _Body, place: Locale, grouped: bool, part: bool, power: bool) -> tuple[str, str]:
    """The type and pattern of the format that a typed number brings along."""
    digits = "#,##0" + (".00" if part else "")
    if body.percent:
        plain = "0.00%" if part else "0%"
        return "PERCENT", f"{digits}%" if grouped else plain
    if body.currency:
        return "CURRENCY", place.money(digits, body.currency)
    if power:
        return "SCIENTIFIC", "0.00E+00"
    return ("NUMBER", digits) if grouped else ("", "")


def _stripped(text: str, place: Locale) -> _Body | None:
    """Take off parentheses or a sign, then money or percent; a sign may stand within the money."""
    sign = 1
    if text.startswith("(") and text.endswith(")"):
        sign, text = -1, text[1:-1].strip()
    elif text[:1] in ("+", "-", "\u2212"):
        sign, text = (1 if text[0] == "+" else -1), text[1:].strip()
    text, currency = _without_currency(text, place)
    if currency and text[:1] == "-" and sign == 1:
        sign, text = -1, text[1:].strip()
    percent = text.endswith("%")
    if percent and currency:
        return None
    return _Body(text[:-1].rstrip() if percent else text, sign, currency, percent)


def _without_currency(text: str, place: Locale) -> tuple[str, str]:
    for sign in (place.currency, *_SIGNS):
        if text.startswith(sign):
            return text[len(sign) :].strip(), sign
        if text.endswith(sign):
            return text[: -len(sign)].strip(), sign
    return text, ""


@lru_cache(maxsize=64)
def _digits(point: str, group: str) -> re.Pattern[str]:
    """Digits, grouped in threes (or as in India), with decimals and an exponent."""
    mark = {"\u00a0": _SPACES, "\u202f": _SPACES, "’": "[’']"}.get(group, re.escape(group))
    threes = rf"[0-9]{{1,3}}(?:{mark}[0-9]{{3}})+"
    india = rf"[0-9]{{1,2}}(?:{mark}[0-9]{{2}})*{mark}[0-9]{{3}}"
    part = rf"(?:{re.escape(point)}(?P<part>[0-9]*))?"
    return re.compile(
        rf"(?P<whole>[0-9]+|{threes}|{india})?{part}(?:[eE](?P<power>[+-]?[0-9]{{1,3}}))?"
    )
