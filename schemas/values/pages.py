"""Pages of script in eighths, in every form that people type them: "2 3/8", "3/8 pgs", 2.375."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from model.grid import Scalar
from model.money import ZERO
from schemas.values.dates import Written, written
from schemas.values.words import Fault, clean, is_dash, is_error, is_open, not_ready

_SIGNS = {"⅛": "1/8", "¼": "1/4", "⅜": "3/8", "½": "1/2", "⅝": "5/8", "¾": "3/4", "⅞": "7/8"}
_UNIT = r"(?:pages?|pgs?|pp|seiten?|s|p[aá]g(?:ina)?s?|p)\b\.?"
_NUMBER = r"\d{1,3}(?: ?[+-] ?| +)\d+ ?/ ?[248]\b|\d+ ?/ ?[248]\b|\d+(?:[.,]\d+)?"
_PAGES = re.compile(
    rf"(?:(?P<whole>\d+)[ +-]+)?(?P<part>\d+) ?/ ?(?P<of>[248])(?: ?{_UNIT})?"
    rf"|(?P<decimal>\d*[.,]?\d+)(?: ?{_UNIT})?",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"\b{_UNIT}[ :=-]*(?P<after>{_NUMBER})|(?<![\d/:])(?P<before>{_NUMBER}) ?{_UNIT}",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d/.])(?:1[0-2]|0?\d)(?:[:.]?[0-5]\d)? ?[ap]\b(?:\.?m\b)?", re.IGNORECASE
)
"""A time of the day, which is no count of pages: "call 6P", "7:30 a"."""
_EIGHTH = Decimal("0.125")
_ROUNDED = Decimal("0.006")
"""By how much a decimal may miss an eighth: 2.38 is 2 3/8."""
_SLIP = re.compile(r"\d* ?\d*/[ /]*\d{0,2}", re.ASCII)
"""Numbers and a slash that are no count of pages, "1 3/" or "2 //8", and no spreadsheet's date."""
_LETTERS = re.compile(r"[^\W\d_]+")
_MONTH = 3
"""Letters that a month's name has at least."""
_DENOMINATORS = (8, 4, 2)
MOST = 200
"""More pages than any scene has: a number beyond is none of pages."""


@dataclass(frozen=True, slots=True)
class Redated:
    """What a spreadsheet turned into a date: "3/8" typed became March 8."""

    typed: str
    pages: Decimal


def read(value: Scalar, *, month_first: bool = True) -> Decimal | Fault | None:
    """Read a cell of pages, exact to the eighth. Blank, "TBD" and dashes give ``None``.

    ``month_first`` says which way round the sheet's locale reads "3/8" as a date.
    """
    text = clean(value)
    if not text or is_open(text) or is_dash(text):
        return None
    if is_error(text):
        return not_ready(text)
    if (turned := redated(value, month_first=month_first)) is not None:
        return turned.pages
    if isinstance(value, int | float) and not isinstance(value, bool):
        pages: Decimal | None = _eighths(Decimal(repr(value)))
    else:
        pages = None if isinstance(value, bool) else _text(text)
    return pages if pages is not None and ZERO <= pages <= MOST else _unreadable(text)


def redated(value: Scalar, *, month_first: bool = True) -> Redated | None:
    """The eighths that a date cell was typed as; ``None`` where it is no such date."""
    if isinstance(value, int | float) and value <= MOST:
        return None
    if isinstance(value, str) and (
        _PAGES.fullmatch(_signs(clean(value))) or len(value) > 24 or _SLIP.fullmatch(clean(value))
    ):
        return None
    letters = _LETTERS.findall(value) if isinstance(value, str) else []
    if letters and max(map(len, letters)) < _MONTH:
        return None  # "1 O/8" is a slip, and no eighth of August
    day = written(value)
    if day is None:
        return None
    month, date = day.days[0] if isinstance(day, Written) else (day.month, day.day)
    pairs = [(month, date), (date, month)][:: 1 if month_first else -1]
    fitting = [(top, of) for of in _DENOMINATORS for top, low in pairs if low == of]
    if not fitting:
        return None
    top, of = fitting[0]
    return Redated(f"{top}/{of}", _eighths(Decimal(top) / of))


def with_eighths(whole: object, eighths: object) -> Decimal | None:
    """Pages out of a column of whole pages and one of eighths."""
    counts = [count for count in (whole, eighths) if isinstance(count, Decimal)]
    if not counts:
        return None
    part = eighths * _EIGHTH if isinstance(eighths, Decimal) else ZERO
    return (whole if isinstance(whole, Decimal) else ZERO) + part


def stated(text: str) -> tuple[Decimal, tuple[int, int]] | None:
    """The pages that a line states, and where in it: "End of Day 3 -- 4 2/8 pgs" states 4.25."""
    match = _STATED.search(_CLOCK.sub(lambda time: "#" * len(time[0]), _signs(text)))
    if match is None:
        return None
    pages = _text(match["after"] or match["before"])
    return None if pages is None else (pages, match.span())


def spoken(pages: Decimal) -> str:
    """Write pages as a schedule does: "2 3/8"; decimals where they are no eighths."""
    whole, rest = divmod(Fraction(pages) * 8, 8)
    if rest.denominator != 1:
        return f"{pages.normalize():f}"
    return " ".join(part for part in (str(whole or ""), f"{rest}/8" if rest else "") if part) or "0"


def _signs(text: str) -> str:
    """A text with its fraction signs written out: "2⅜" -> "2 3/8"."""
    if text.isascii():
        return text
    for sign, fraction in _SIGNS.items():
        text = text.replace(sign, f" {fraction}")
    return text.replace("⁄", "/").strip()


def _text(text: str) -> Decimal | None:
    match = _PAGES.fullmatch(_signs(text))
    if match is None:
        return None
    if match["decimal"]:
        return _eighths(Decimal(match["decimal"].replace(",", ".")))
    whole, part, of = int(match["whole"] or 0), int(match["part"]), int(match["of"])
    if match["whole"] and part > of:
        return None
    return whole + _eighths(Decimal(part) / of)


_MANY = 10**9
"""Pages that no script has: no eighths are looked for."""


def _eighths(pages: Decimal) -> Decimal:
    """Pages at the eighth that they were rounded from, if that is what they are."""
    if abs(pages) > _MANY:
        return pages
    near = (pages / _EIGHTH).quantize(Decimal(1)) * _EIGHTH
    exact = near if abs(near - pages) <= _ROUNDED else pages
    return exact.normalize() + ZERO


def _unreadable(text: str) -> Fault:
    return Fault(
        "unreadable-pages",
        f'holds "{text}", which is no count of pages',
        "pages in eighths, such as 2 3/8",
        "Type the pages in eighths; put words into a notes column.",
    )
