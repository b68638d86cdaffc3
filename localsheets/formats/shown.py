"""What a cell shows: its value by its number format and the spreadsheet's locale."""

from __future__ import annotations

import operator
from functools import lru_cache
from typing import Any

from localsheets.formats import dates, numbers
from localsheets.formats.locales import Locale, locale
from localsheets.formats.pattern import Section, sections
from localsheets.state.cell import CellError, Value

Json = dict[str, Any]

_TESTS = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
DEFAULT_PATTERNS = {
    "NUMBER": "#,##0.00",
    "PERCENT": "0.00%",
    "SCIENTIFIC": "0.00E+00",
    "TIME": "h:mm:ss AM/PM",
}


def pattern_of(number_format: Json | None, place: Locale) -> str:
    """A numberFormat's pattern, or its type's default; "" for none."""
    if not number_format:
        return ""
    if number_format.get("pattern"):
        return str(number_format["pattern"])
    kind = number_format.get("type", "")
    if kind == "CURRENCY":
        return f'"{place.currency}"#,##0.00'
    if kind == "DATE":
        return place.date
    if kind == "DATE_TIME":
        return place.date_time
    return DEFAULT_PATTERNS.get(kind, "@" if kind == "TEXT" else "")


def shown(value: Value, number_format: Json | None = None, locale_name: str = "en_US") -> str:
    """The text that a cell shows: "" for an empty one, an error's text, "TRUE"."""
    if value is None:
        return ""
    if isinstance(value, CellError):
        return value.text
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    place = locale(locale_name)
    return by_pattern(value, pattern_of(number_format, place), place)


@lru_cache(maxsize=20_000)
def by_pattern(value: str | float, pattern: str, place: Locale) -> str:
    """A number or text by a pattern."""
    if isinstance(value, str):
        return _text(value, pattern)
    if pattern in ("", "@"):
        return numbers.general(value, place)
    parts = sections(pattern)
    section, negate = choose(value, parts)
    if section is None:
        return numbers.general(value, place)
    if section.is_date:
        text = dates.show(value, section)
        return text if text is not None else numbers.general(value, place)
    if section.has("at"):
        return numbers.general(value, place)
    return numbers.by_section(-value if negate else value, section, place)


def _text(value: str, pattern: str) -> str:
    parts = sections(pattern) if pattern else ()
    for section in parts:
        if section.has("at"):
            return "".join(value if p.kind == "at" else p.text for p in section.pieces)
    return value


def choose(value: float, parts: tuple[Section, ...]) -> tuple[Section | None, bool]:
    """The section for a number, and whether to show it without its minus sign."""
    if any(section.condition for section in parts):
        return _by_condition(value, parts)
    plain = [section for section in parts[:4] if not section.has("at")] or list(parts[:1])
    if len(plain) == 1 or value > 0 or (value == 0 and len(plain) == 2):
        return plain[0], False
    if value < 0:
        return plain[1], True
    return plain[2], False


def _by_condition(value: float, parts: tuple[Section, ...]) -> tuple[Section | None, bool]:
    for section in parts:
        if section.condition is None:
            return section, value < 0 and len(parts) > 1
        sign, bound = section.condition
        if _TESTS[sign](value, bound):
            return section, value < 0 and (bound <= 0 and sign in ("<", "<=", "="))
    return None, False


def colour_of(value: Value, pattern: str) -> str | None:
    """The colour that a pattern gives a number: "[Red]" -> "red"."""
    if not pattern or isinstance(value, (bool, CellError, str)) or value is None:
        return None
    section, _ = choose(value, sections(pattern))
    return section.colour if section else None
