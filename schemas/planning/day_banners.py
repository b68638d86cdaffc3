"""The banners of a one-liner: "DAY 1 - MONDAY, MARCH 2, 2026", "End of Day 3 -- 4 2/8 pgs"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from model.grid import Scalar
from schemas.values import pages
from schemas.values.calendar import MONTHS, WEEKDAYS
from schemas.values.dates import Written, written
from schemas.values.words import fold

_DAY = (
    r"(?:(?:shoot(?:ing)?|prod(?:uction)?|principal photography|filming|strip)?"
    r" ?(?:days?|nights?) ?[#:]? ?(?P<en>\d{1,3})\b"
    r"|(?P<first>\d{1,3})(?:st|nd|rd|th) (?:shoot(?:ing)? )?day\b"
    r"|(?:sd|d) ?#? ?(?P<sd>\d{1,3})\b"
    r"|(?:jour(?:nee)?(?: de tournage)?|jt|j) ?[#:]? ?(?P<fr>\d{1,3})\b"
    r"|(?:drehtag|dt|tag) ?[#:]? ?(?P<de>\d{1,3})\b|(?P<von>\d{1,3})\. ?(?:drehtags?|dt)\b"
    r"|(?P<le>\d{1,3})(?:er|re|e|eme) (?:jour(?:nee)?(?: de tournage)?|jt)\b"
    r"|(?:(?:dia|jornada)(?: de rodaje)?|dr) ?[#:]? ?(?P<es>\d{1,3})\b)"
)
_BARE = re.compile(r"(?:d ?#? ?|nights? ?[#:]? ?)\d")
"""What may count a story's days as well: a shooting day only beside its date."""
_OF = r"(?: ?(?:of|/|sur|von|de) ?\d{1,3}\b(?! ?[/.]))?"
_END = (
    r"(?:end|wrap|fin|ende|totals?|gesamt|summe)\b(?: (?:pages?|pgs?|for)\b)*"
    r"(?: ?(?:of|de|du|del|der|des|von|la|le|el|the)\b)*[ :#-]*"
)
_UNIT = (
    r"(?:(?:main|first|second|third|[1-4](?:st|nd|rd|th)|splinter|tandem|aerial|drone|action|"
    r"inserts?|vfx|plates?|stunt|marine|underwater|[a-d]|zweite|[1-4]\.|deuxieme|seconde|"
    r"premiere|[1-4]e(?:me)?|segunda|primera)[ -]?(?:unit|team|crew|u|einheit|equipe|unidad)\b|"
    r"(?:tandem|splinter|mu|su|[1-4]u|u[1-4]|(?:unit|unidad) [1-4a-d]|"
    r"(?:einheit|equipe) [1-4a-d])\b)"
)
"""How a banner names a unit."""
_WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b\.?"
_DATE_WORD = (
    rf"(?:{_WEEKDAY}|(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?|"
    r"\d{1,4}(?:st|nd|rd|th|er)?\b|(?:the|of|de|le|el|den|mart?)\b)"
)
_CHAPTER = (
    r"(?:blocks?|bloc|bloque|ep(?:isode|s|isodes)?|wk|weeks?|woche|semaine|semana|folgen?)\b"
    r"\.? ?#?[\d&+ /]*\d[a-z]?\b|shoot\b|tournage\b|dreh\b|rodaje\b"
)
_BEFORE = rf"(?:(?:{_UNIT}|{_CHAPTER}|{_DATE_WORD})[^a-z0-9]*)*"
"""What may stand before a day's number: its date, its unit, its week or block."""
_HEAD = re.compile(
    rf"[^a-z0-9]*(?P<before>{_BEFORE})(?P<end>{_END})?(?:{_BEFORE})(?P<day>{_DAY}{_OF})"
)
_NUMBERS = ("en", "first", "sd", "fr", "de", "von", "le", "es")
_NUMBERED = re.compile(rf"\b(?:{_UNIT}|{_CHAPTER})")
_MAIN_UNIT = re.compile(
    r"main|first|1|a\b|mu\b|u1|(?:unit|unidad|einheit|equipe) [1a]\b|premiere|primera"
)
_NAMED_UNIT = re.compile(rf"\b(?:{_UNIT})")
_BEGINS_WITH_DATE = re.compile(
    rf"[^a-z0-9]*(?:{_UNIT}[^a-z0-9]*)?{_WEEKDAY}(?:[ ,./-]*{_DATE_WORD})+ *,? *"
    r"(?P<rest>.*)"
)
_AFTER_DATE = re.compile(r"(?:$|[-–—/|(*]|(?:unit |crew )?call\b|nights?\b|\d)")
"""What may follow a date that opens a day."""
_OFF = re.compile(
    r"\b(?:off|holiday|hiatus|travel|move|break|weekend|ferie|repos|conge|frei|feiertag|drehfrei|"
    r"libre|festivo|descanso|prep|wrap)\b"
)
_UNSCHEDULED = re.compile(r"[^a-z]*(?:boneyard|un ?scheduled|not scheduled|to be scheduled|omits)")
_PART = re.compile(r"\s+[-–—|·•]+\s+|\s*(?:[|·•–—]|--+)\s*")
"""What stands between the parts of a banner."""
_OF_THE_DAY = re.compile(rf"(?:(?:{_UNIT}|{_CHAPTER}|{_DATE_WORD}|\d+)[^a-z0-9]*|[^a-z0-9])*")
_WORDS = 7
"""Words that a date may take: "Monday the 2nd of March, 2026"."""


@dataclass(frozen=True, slots=True)
class Banner:
    """What a line between the scenes says of the shooting day."""

    row: int
    number: int | None
    day: date | Written | None
    """Its date, as far as the line says it."""
    col: int
    """The column of the date, or of the line's first cell."""
    pages: Decimal | None
    pages_col: int
    ends: bool
    """It closes the day of the scenes above, rather than open the one of those below."""
    unscheduled: bool = False
    unit: str = ""
    """The unit that it names beside the main one, in its own words: "2nd unit", "tandem"."""
    said: str = ""
    """What it says besides its day, date, unit and pages: a place as often as a call."""


def read(
    row: int, cells: Mapping[int, str], raw: Mapping[int, Scalar], counted_at: int | None
) -> Banner | None:
    """Read a line's cells (column -> text, and as fetched) as a day's banner, if it is one.

    ``counted_at`` is the table's column of pages. A line that names no day but a date alone opens a
    day too, unless it says that it is off.
    """
    folded = fold(" ".join(cells.values()))
    first = min(cells)
    if _UNSCHEDULED.match(folded):
        return Banner(row, None, None, first, None, first, ends=False, unscheduled=True)
    head = _HEAD.match(folded)
    day, col = _date({at: text for at, text in cells.items() if at != counted_at} or cells, raw)
    if head is None or (_BARE.match(head["day"]) and day is None):
        opens = day is not None and not _OFF.search(folded) and _is_date_alone(cells, raw)
        unit = unit_of(folded)
        if not opens:
            return None
        said = _besides(cells, raw, counted_at)
        return Banner(row, None, day, col, None, first, ends=False, unit=unit, said=said)
    counted, pages_col = stated(cells, raw, counted_at)
    return Banner(
        row,
        number_of(head),
        day,
        col,
        counted,
        pages_col,
        ends=bool(head["end"]),
        unit=unit_of(folded),
        said=_besides(cells, raw, counted_at),
    )


def _besides(cells: Mapping[int, str], raw: Mapping[int, Scalar], counted_at: int | None) -> str:
    """The words of a banner between its day and date and its pages, in whatever cells they stand.

    "DAY 3 - Wed 4 March - PIER 14 - Hall B - 4 1/8 pgs" says "PIER 14 - Hall B".
    """
    texts = [
        text for col, text in cells.items() if col != counted_at and not _is_serial(raw.get(col))
    ]
    parts = [part for text in dict.fromkeys(texts) for part in _PART.split(text)]
    plain = [_is_of_the_day(fold(part).strip(" -:.*=,()")) for part in parts]
    if all(plain):
        return ""
    last = len(plain) - plain[::-1].index(False)
    return " - ".join(part.strip(" -–—*=") for part in parts[plain.index(False) : last])


def _is_of_the_day(part: str) -> bool:
    """Whether a part of a banner is its day, its date, its unit, or a count of pages."""
    head = _HEAD.match(part)
    rest = part[head.end() :] if head else part
    return _OF_THE_DAY.fullmatch(rest) is not None or pages.stated(part) is not None


def number_of(head: re.Match[str]) -> int:
    """The shooting day's number that a banner's head names."""
    return int(next(head[name] for name in _NUMBERS if head[name]))


def unit_of(folded: str) -> str:
    """The unit beside the main one that a banner names; "" where it names none, or several."""
    units = [found[0].strip(" -:.") for found in _NAMED_UNIT.finditer(folded)]
    return units[0] if len(units) == 1 and not _MAIN_UNIT.match(units[0]) else ""


def stated(
    cells: Mapping[int, str], raw: Mapping[int, Scalar], counted_at: int | None
) -> tuple[Decimal | None, int]:
    """The pages that a line states in words, or in the column of pages; and the column where."""
    for col, text in cells.items():
        if (named := pages.stated(text)) is not None:
            return named[0], col
    if counted_at is not None and counted_at in cells and not _is_serial(raw.get(counted_at)):
        read = pages.read(raw.get(counted_at))
        return (read, counted_at) if isinstance(read, Decimal) else (None, counted_at)
    return None, min(cells)


def _is_serial(value: Scalar) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > pages.MOST


def _date(cells: Mapping[int, str], raw: Mapping[int, Scalar]) -> tuple[date | Written | None, int]:
    """The date in a line and its column: a cell that is one, or words within a cell."""
    for col, text in cells.items():
        value = raw.get(col)
        if _is_serial(value) and (day := written(value)) is not None:
            return day, col
        if (found := date_in(text)) is not None:
            return found, col
    return None, min(cells)


def begins_with_day(text: str) -> bool:
    """Whether a text begins with a weekday and its date: "Jeudi 14 mai : ASCENSION - pont"."""
    begun = _BEGINS_WITH_DATE.fullmatch(fold(text))
    return begun is not None and any(map(str.isdigit, begun[0][: begun.start("rest")]))


def date_in(text: str) -> date | Written | None:
    """The longest run of words in a text that is a date, once days and pages are taken out."""
    rest = _without_day(text) if len(fold(text)) == len(text) else text
    if (named := pages.stated(rest)) is not None:
        start, end = named[1]
        rest = f"{rest[:start]} {rest[end:]}"
    words = [word for word in re.split(r"\s+|[|()–—]", rest) if word.strip("-,.:")]
    for size in range(min(_WORDS, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            run = " ".join(words[start : start + size]).strip(" -,.:")
            if (day := _dated(run)) is not None:
                return day
    return None


def _without_day(text: str) -> str:
    """A banner's text without its numbers of days, units and weeks, which are no dates."""
    head = _HEAD.match(fold(text))
    if head is not None:
        text = f"{text[: head.start('day')]} {text[head.end() :]}"
    for found in reversed([*_NUMBERED.finditer(fold(text))]):
        text = f"{text[: found.start()]} x {text[found.end() :]}"
    return text


def _dated(run: str) -> date | Written | None:
    """A run of words as a date; a bare number of eight digits or a page count is none."""
    if not any(map(str.isdigit, run)) or run.isdigit() or re.match(r"\d+ \d+/", run):
        return None
    return written(run)


def _is_date_alone(cells: Mapping[int, str], raw: Mapping[int, Scalar]) -> bool:
    """Whether a line's only words are a date with its month's name, its weekday or its year.

    A unit may stand before it; after a weekday and a date, so may a call or a place behind a dash.
    """
    if len(set(cells.values())) > 1:
        return False
    col, text = next(iter(cells.items()))
    begun = _BEGINS_WITH_DATE.fullmatch(fold(text))
    if begun is not None and any(map(str.isdigit, begun[0])) and _AFTER_DATE.match(begun["rest"]):
        return True
    day = written(raw.get(col) if _is_serial(raw.get(col)) else text.strip(" -–—=*"))
    if isinstance(day, Written):
        return day.year is not None or day.weekday is not None or any(map(str.isalpha, text))
    return day is not None
