"""The heading rows of a day-out-of-days: dates, weekdays, shooting days, totals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from schemas.dood_dates import Heading
from schemas.dood_view import View
from schemas.headings import normal
from schemas.values.calendar import month, weekday_letters
from schemas.values.dates import Written, written

_PAGES = 24
"""Pages that a day-out-of-days may be printed on, one below the other."""
_REACH = 3
"""Rows above and below the dates where weekdays and shooting days are looked for."""
_TOTALS = {
    "travel": "travel|tr|travel days|total travel|trav",
    "work": "work|worked|w|work days|worked days|days worked|total work|working|working days",
    "hold": "hold|h|holds|hold days|total hold",
    "rehearse": "rehearse|rehearsal|r|rehearsals|reh|rehearsal days",
    "holiday": "holiday|holidays|hol|co holiday|company holiday",
    "start": "start|start date|first day",
    "finish": "finish|finish date|end|wrap|last day",
    "total": "total|totals|total days|tot|days|grand total",
}
TOTALS = tuple(_TOTALS)
"""The totals that Movie Magic prints at the right of an element's row."""
_TOTAL_WORDS = {word: name for name, words in _TOTALS.items() for word in words.split("|")}
_SHOOT = re.compile(
    r"shoot(?:ing)?(?: days?)?(?: (?:#|no|number))?|day(?: (?:#|no|number))|prod.* day.*"
)
_NUMBER = re.compile(r"(?:(?:shoot|shooting|day|sd|d)[ #.]*)?(\d{1,3})(?:\s*(?:of|/)\s*\d+)?", re.I)


def date_rows(view: View, asked: Sequence[int]) -> Mapping[int, Mapping[int, Heading]]:
    """The row with the longest run of dates, and those below it that date the same columns.

    Where too many do, the dates are no headings: a journal has one on every row. ``asked`` are the
    heading rows that the settings name, the only ones then.
    """
    rows = asked if asked and view.across else range(1, view.height + 1)
    runs = {row: days for row in rows if (days := _days(view, row))}
    if not runs:
        return {}
    best = max(runs, key=lambda row: (len(runs[row]), -row))
    half = len(runs[best]) / 2
    alike = {
        row: days
        for row, days in runs.items()
        if row >= best and len(days.keys() & runs[best].keys()) > half
    }
    return alike if len(alike) <= _PAGES else {best: runs[best]}


def _days(view: View, row: int) -> dict[int, Heading]:
    """A date row's day columns; none where the row is something else.

    Numbers are dates only where their format says so or where they follow each other day by day;
    bare days of the month take their month from the row above.
    """
    texts = view.filled(row)
    found: dict[int, Heading] = {}
    bare: dict[int, Heading] = {}
    for col, text in texts.items():
        if len(text) > 30 or not any(map(str.isdigit, text)):
            continue
        raw = view.raw(row, col)
        day = written(raw)
        if day is None:
            continue
        if isinstance(raw, str) or view.is_date_format(row, col):
            found[col] = day
        else:
            bare[col] = day
    if len(bare) > 1 and _follow(view, row, list(bare)):
        found |= bare
    found = dict(sorted(found.items())) or _month_days(view, row, texts)
    if not found:
        return {}
    first, last = min(found), max(found)
    within = [col for col in texts if first <= col <= last]
    return found if len(found) * 3 >= len(within) * 2 else {}


def _follow(view: View, row: int, columns: Sequence[int]) -> bool:
    """Whether plain numbers climb as dates do: by one to four a column, but for a hiatus."""
    numbers = [view.raw(row, col) for col in columns]
    serials = [number for number in numbers if isinstance(number, int | float)]
    steps = [after - before for before, after in pairwise(serials)]
    close = sum(step <= 4 for step in steps)
    return all(step >= 1 for step in steps) and close * 10 >= len(steps) * 7


def _month_days(view: View, row: int, texts: Mapping[int, str]) -> dict[int, Heading]:
    """Days of the month under a row of month names, each of which spreads to the right."""
    numbers = {col: int(text) for col, text in texts.items() if re.fullmatch(r"\d{1,2}", text)}
    if len(numbers) < 3 or row == 1 or any(not 1 <= number <= 31 for number in numbers.values()):
        return {}
    days: dict[int, Heading] = {}
    current: tuple[int, int | None] | None = None
    for col in range(1, view.width + 1):
        words = view.text(row - 1, col).split()
        if words and (named := month(words[0])) is not None and len(words) <= 2:
            current = (named, int(words[1]) if len(words) == 2 and words[1].isdigit() else None)
        if col in numbers and current:
            days[col] = Written(((current[0], numbers[col]),), current[1])
    return days if len(days) == len(numbers) else {}


def shoot_day(text: str) -> int | None:
    """A shooting day's number: "12", "Day 12", "12 of 40"."""
    match = _NUMBER.fullmatch(text.strip())
    return int(match[1]) if match else None


def weekday_row(view: View, row: int, days: Mapping[int, Heading]) -> int | None:
    """The row near the dates whose cells are weekdays, over most of the day columns."""
    near = [row + 1, row - 1, row + 2, row - 2, row + 3, row - 3]
    for other in near:
        texts = [text for col in days if (text := view.text(other, col))]
        weekdays = sum(bool(weekday_letters(text)) for text in texts)
        if weekdays * 10 >= len(days) * 6 and weekdays * 10 >= len(texts) * 8:
            letters = {text.upper() for text in texts}
            if not letters <= {"W", "F", "S", "SW", "H"} or abs(other - row) == 1:
                return other if not _holds_codes(letters) else None
    return None


def _holds_codes(letters: set[str]) -> bool:
    """Whether what might be weekdays by their first letters are work days: all W, F or S."""
    return letters <= {"W", "F", "S"}


def shoot_row(
    view: View, row: int, days: Mapping[int, Heading], weekdays: int | None
) -> int | None:
    """The row near the dates that numbers the shooting days."""
    for other in (number for step in range(1, _REACH + 1) for number in (row + step, row - step)):
        if other < 1 or other == weekdays:
            continue
        texts = [text for col in days if (text := view.text(other, col))]
        if not texts:
            continue
        numbers = [shoot_day(text) for text in texts]
        labels = (normal(view.text(other, col)) for col in range(1, min(days)))
        labelled = any(_SHOOT.fullmatch(label) for label in labels)
        if sum(number is not None for number in numbers) * 2 >= len(numbers) and (
            labelled or (len(numbers) > 1 and numbers == sorted(number or 0 for number in numbers))
        ):
            return other
    return None


def totals(view: View, heads: Sequence[int], days: Mapping[int, Heading]) -> dict[str, int]:
    """The total columns, headed below a "Co." or not, right or left of the days."""
    found: dict[str, int] = {}
    for row in reversed(heads):
        for col, text in view.filled(row).items():
            name = _TOTAL_WORDS.get(normal(text))
            plain = col > min(days) or "days" in normal(text) or name == "total"
            if name and col not in days and plain and name not in found:
                found[name] = col
    return found if len(found) > 1 or "total" in found or "work" in found else {}
