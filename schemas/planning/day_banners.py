"""The banners of a one-liner: "DAY 1 - MONDAY, MARCH 2, 2026", "End of Day 3 -- 4 2/8 pgs"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from model.grid import Scalar
from schemas.values import pages
from schemas.values.dates import Written, written
from schemas.values.words import fold

_DAY = (
    r"(?:shoot(?:ing)?|prod(?:uction)?|principal photography)? ?days? ?[#:]? ?(?P<en>\d{1,3})\b"
    r"|(?P<first>\d{1,3})(?:st|nd|rd|th) (?:shoot(?:ing)? )?day\b"
    r"|(?:jour(?:nee)?(?: de tournage)?|jt|j) ?[#:]? ?(?P<fr>\d{1,3})\b"
    r"|(?:drehtag|dt|tag) ?[#:]? ?(?P<de>\d{1,3})\b|(?P<von>\d{1,3})\. drehtags?\b"
    r"|(?:(?:dia|jornada)(?: de rodaje)?|dr) ?[#:]? ?(?P<es>\d{1,3})\b"
)
_OF = r"(?: ?(?:of|/|sur|von|de) ?\d{1,3}\b(?! ?[/.]))?"
_END = (
    r"(?:end|wrap|fin|ende|totals?|gesamt|summe)\b(?: (?:pages?|pgs?|for)\b)*"
    r"(?: ?(?:of|de|du|del|der|des|von|la|le|el|the)\b)*[ :#-]*"
)
_HEAD = re.compile(rf"[^a-z0-9]*(?P<end>{_END})?(?:{_DAY}){_OF}")
_OFF = re.compile(
    r"\b(?:off|holiday|hiatus|travel|move|break|weekend|ferie|repos|conge|frei|feiertag|drehfrei|"
    r"libre|festivo|descanso|prep|wrap)\b"
)
_UNSCHEDULED = re.compile(r"[^a-z]*(?:boneyard|un ?scheduled|not scheduled|to be scheduled|omits)")
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


def read(
    row: int, cells: Mapping[int, str], raw: Mapping[int, Scalar], counted_at: int | None
) -> Banner | None:
    """Read a line's cells (column -> text, and as fetched) as a day's banner, if it is one.

    ``counted_at`` is the table's column of pages. A line that names no day but a date alone opens a
    day too, unless it says that it is off.
    """
    line = " ".join(cells.values())
    folded = fold(line)
    first = min(cells)
    if _UNSCHEDULED.match(folded):
        return Banner(row, None, None, first, None, first, ends=False, unscheduled=True)
    head = _HEAD.match(folded)
    day, col = _date({at: text for at, text in cells.items() if at != counted_at} or cells, raw)
    if head is None:
        opens = day is not None and not _OFF.search(folded) and _is_date_alone(cells, raw)
        return Banner(row, None, day, col, None, first, ends=False) if opens else None
    numbers = (found for name, found in head.groupdict().items() if name != "end" and found)
    number = int(next(numbers))
    counted, pages_col = stated(cells, raw, counted_at)
    return Banner(row, number, day, col, counted, pages_col, ends=bool(head["end"]))


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


def date_in(text: str) -> date | Written | None:
    """The longest run of words in a text that is a date, once days and pages are taken out."""
    head = _HEAD.match(fold(text)) if len(fold(text)) == len(text) else None
    rest = text[head.end() :] if head else text
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


def _dated(run: str) -> date | Written | None:
    """A run of words as a date; a bare number of eight digits or a page count is none."""
    if not any(map(str.isdigit, run)) or run.isdigit() or re.match(r"\d+ \d+/", run):
        return None
    return written(run)


def _is_date_alone(cells: Mapping[int, str], raw: Mapping[int, Scalar]) -> bool:
    """Whether a line's only words are a date with its month's name, its weekday or its year."""
    if len(set(cells.values())) > 1:
        return False
    col, text = next(iter(cells.items()))
    day = written(raw.get(col) if _is_serial(raw.get(col)) else text.strip(" -–—=*"))
    if isinstance(day, Written):
        return day.year is not None or day.weekday is not None or any(map(str.isalpha, text))
    return day is not None
