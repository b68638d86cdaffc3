"""What a cell shows: its value by its number format and the spreadsheet's locale."""

from __future__ import annotations

import operator
from functools import lru_cache
from typing import Any

from localsheets.formats import dates, numbers, quick
from localsheets.formats.locales import Locale, locale
from localsheets.formats.pattern import Section, sections
from localsheets.state.cell import CellError, Value

Json = dict[str, Any]
Parts = tuple[Section, ...]

_TESTS = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
DEFAULT_PATTERNS = {"NUMBER": "#,##0.00", "PERCENT": "0.00%", "SCIENTIFIC": "0.00E+00"}
UNMATCHED = "###"
"""Google fills the cell with "#" where no condition fits; its breadth is unknown here."""


def pattern_of(number_format: Json | None, place: Locale) -> str:
    """A numberFormat's pattern, or its type's default; "" for none."""
    if not number_format:
        return ""
    if number_format.get("pattern"):
        return str(number_format["pattern"])
    return default_pattern(number_format.get("type", ""), place)


def default_pattern(kind: str, place: Locale) -> str:
    """The pattern of a type that was set without one."""
    if kind == "CURRENCY":
        return place.money("#,##0.00")
    own = {"DATE": place.date, "TIME": place.time, "DATE_TIME": place.date_time, "TEXT": "@"}
    return own.get(kind) or DEFAULT_PATTERNS.get(kind, "")


def shown(value: Value, number_format: Json | None = None, locale_name: str = "en_US") -> str:
    """The text that a cell shows: "" for an empty one, an error's text, "TRUE"."""
    if value is None:
        return ""
    if isinstance(value, CellError):
        return value.text
    place = locale(locale_name)
    if isinstance(value, bool):
        return place.words.true if value else place.words.false
    if isinstance(value, str) and not number_format:
        return value
    return by_pattern(value, pattern_of(number_format, place), place)


def by_pattern(value: str | float, pattern: str, place: Locale) -> str:
    """A number or text by a pattern."""
    if isinstance(value, str):
        return _text(value, pattern)
    show = quick.by_pattern(pattern, place)
    text = show(value) if show else None
    return _number(value, pattern, place) if text is None else text


@lru_cache(maxsize=20_000)
def _number(value: float, pattern: str, place: Locale) -> str:
    if pattern in ("", "@"):
        return numbers.general(value, place)
    section, negate = choose(value, sections(pattern))
    if section is None:
        return UNMATCHED
    if section.has("at"):
        return numbers.general(value, place)
    if section.is_date:
        text = dates.show(value, section, place)
        return text if text is not None else numbers.general(value, place)
    return numbers.by_section(-value if negate else value, section, place)


def _text(value: str, pattern: str) -> str:
    parts = sections(pattern) if pattern else ()
    section = parts[3] if len(parts) > 3 else parts[-1] if parts else None
    if section is None or not (section.has("at") or len(parts) > 3):
        return value
    return "".join(value if p.kind == "at" else p.text for p in section.pieces)


def choose(value: float, parts: Parts) -> tuple[Section | None, bool]:
    """The section for a number, and whether to show it without its minus sign.

    A last section with "@" is for text; the others behave as if it were not there.
    """
    plain = parts[:-1] if len(parts) > 1 and parts[-1].has("at") else parts[:3]
    if any(section.condition for section in plain[:2]):
        return _by_condition(value, plain)
    if len(plain) == 1 or value > 0 or (value == 0 and len(plain) == 2):
        return plain[0], False
    if value < 0:
        return plain[1], True
    return plain[2], False


def _by_condition(value: float, parts: Parts) -> tuple[Section | None, bool]:
    """The first section whose condition fits; the third, or a second without one, for the rest."""
    for number, section in enumerate(parts):
        test = section.condition if number < 2 else None
        if test is None and number == 0:
            test = (">", 0.0)
        if test is None and number == 1 and len(parts) > 2:
            test = ("<", 0.0)
        if test is None:
            return section, value < 0 and number < 2
        if _TESTS[test[0]](value, test[1]):
            return section, value < 0 and test[1] <= 0 and test[0] in ("<", "<=", "=")
    return None, False


def section_of(value: Value, pattern: str) -> Section | None:
    """The section of a pattern that shows a value: its colour counts, its kind says if a date."""
    if not pattern or value is None or isinstance(value, (bool, CellError)):
        return None
    parts = sections(pattern)
    if isinstance(value, str):
        text = parts[3] if len(parts) > 3 else parts[-1]
        return text if text.has("at") else None
    return choose(value, parts)[0]


def colour_of(value: Value, pattern: str) -> str | None:
    """The colour that a pattern gives a value: "[Red]" -> "red", "[Color 5]" -> "color5"."""
    section = section_of(value, pattern)
    return section.colour if section else None
