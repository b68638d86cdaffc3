"""Where a day-out-of-days has its days, elements and totals; across or down."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from model.cell import Block, Cell
from model.grid import Scalar
from schemas import dood_codes, dood_legend
from schemas.dood_dates import Heading
from schemas.headings import normal
from schemas.rows import is_total
from schemas.sheet import Sheet
from schemas.values import codes
from schemas.values.calendar import month, weekday_letters
from schemas.values.dates import Written, written
from schemas.values.words import is_dash

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
_DATE_FORMAT = re.compile(r"[dyj]", re.IGNORECASE)
_NUMBER = re.compile(r"(?:(?:shoot|shooting|day|sd|d)[ #.]*)?(\d{1,3})(?:\s*(?:of|/)\s*\d+)?", re.I)


@dataclass(frozen=True)
class View:
    """A tab as rows of elements and columns of days, whichever way round it stands."""

    sheet: Sheet
    across: bool = True

    @property
    def height(self) -> int:
        """How many rows of elements there may be."""
        return self.sheet.height if self.across else self.sheet.width

    @property
    def width(self) -> int:
        """How many columns of days there may be."""
        return self.sheet.width if self.across else self.sheet.height

    def place(self, row: int, col: int) -> tuple[int, int]:
        """The sheet's own row and column of a place of the view."""
        return (row, col) if self.across else (col, row)

    def text(self, row: int, col: int) -> str:
        """A place's cleaned text."""
        return self.sheet.text(*self.place(row, col))

    def raw(self, row: int, col: int) -> Scalar:
        """A place's raw value."""
        return self.sheet.grid.at(*self.place(row, col))

    def filled(self, row: int) -> dict[int, str]:
        """Column -> text of a row's filled places."""
        texts = self.sheet.texts
        line = texts[row - 1] if self.across else [other[row - 1] for other in texts]
        return {col: text for col, text in enumerate(line, start=1) if text}

    def code(self, row: int, col: int) -> str:
        """A place as a code, zeros kept."""
        return self.sheet.code(*self.place(row, col))

    def cell(self, row: int, col: int) -> Cell:
        """A place's location."""
        return self.sheet.cell(*self.place(row, col))

    def struck(self, row: int, col: int) -> bool:
        """Whether a place is struck through."""
        return self.place(row, col) in self.sheet.grid.struck

    def is_date_format(self, row: int, col: int) -> bool:
        """Whether a place's number format shows dates."""
        pattern = self.sheet.grid.formats.get(self.place(row, col), "")
        return bool(_DATE_FORMAT.search(re.sub(r'"[^"]*"|\[[^]]*\]', "", pattern)))


@dataclass(frozen=True, slots=True)
class Layout:
    """A day-out-of-days' parts, as rows and columns of its view."""

    view: View
    date_row: int
    days: Mapping[int, Heading]
    """Column -> what stands in the date row."""
    weekday_row: int | None
    shoot_row: int | None
    id_col: int | None
    name_col: int
    combined: bool
    """Number and name stand in one cell, "1.GEORGE", at ``id_col``."""
    totals: Mapping[str, int]
    first: int
    """The first row below the headings."""
    last: int
    legend: Mapping[str, str] = field(default_factory=dict)

    @property
    def header_rows(self) -> tuple[int, ...]:
        """The rows of the headings."""
        rows = {self.date_row, self.weekday_row or self.date_row, self.shoot_row or self.date_row}
        return tuple(sorted(rows))

    @property
    def block(self) -> Block:
        """The sheet's rectangle from the headings to the last row."""
        columns = [*self.days, *self.totals.values(), self.name_col, self.id_col or self.name_col]
        top, left = self.view.place(min(self.header_rows), min(columns))
        bottom, right = self.view.place(max(self.last, self.date_row), max(columns))
        return Block(top, left, bottom, right)


def find(sheet: Sheet) -> list[Layout]:
    """Find the days-out-of-days of a tab, top to bottom (side by side where dates stand down)."""
    for across in (True, False):
        view = View(sheet, across)
        runs = _date_rows(view)
        rows = list(runs)
        ends = [*rows[1:], view.height + 1][: len(rows)]
        found = [
            _layout(view, row, runs[row], end - 1) for row, end in zip(rows, ends, strict=True)
        ]
        layouts = [layout for layout in found if layout is not None]
        if layouts:
            return layouts
    return []


def share(layout: Layout) -> tuple[int, float, float]:
    """How many marks stand in the matrix, which share of them are codes, which share work days.

    Rows of totals are left out, and so is what is longer than any mark, unless it prevails.
    """
    view = layout.view
    filled = (
        text
        for row in range(layout.first, layout.last + 1)
        if not is_total(view.text(row, layout.name_col))
        for col in layout.days
        if (text := view.text(row, col)) and not is_dash(text)
    )
    texts = list(islice(filled, 2000))
    short = [text for text in texts if len(text) <= 4 or dood_codes.parse(text, layout.legend)]
    if len(short) * 2 < len(texts):
        short = texts
    marks = [dood_codes.parse(text, layout.legend) for text in short]
    known = [mark for mark in marks if mark is not None]
    working = sum("work" in mark.atoms for mark in known)
    return len(short), len(known) / max(len(short), 1), working / max(len(known), 1)


def shoot_day(text: str) -> int | None:
    """A shooting day's number: "12", "Day 12", "12 of 40"."""
    match = _NUMBER.fullmatch(text.strip())
    return int(match[1]) if match else None


def _date_rows(view: View) -> Mapping[int, Mapping[int, Heading]]:
    """The row with the longest run of dates, and those below it that date the same columns.

    Where too many do, the dates are no headings: a journal has one on every row.
    """
    runs = {row: days for row in range(1, view.height + 1) if (days := _days(view, row))}
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
    """Whether plain numbers climb as dates do: by one to four a column."""
    numbers = [view.raw(row, col) for col in columns]
    serials = [number for number in numbers if isinstance(number, int | float)]
    steps = [after - before for before, after in pairwise(serials)]
    return all(1 <= step <= 4 for step in steps)


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


def _layout(view: View, row: int, days: Mapping[int, Heading], last: int) -> Layout | None:
    """Read the layout around a date row; ``None`` where what stands below is no matrix."""
    weekday_row = _weekday_row(view, row, days)
    shoot_row = _shoot_row(view, row, days, weekday_row)
    heads = [row, *(other for other in (weekday_row, shoot_row) if other)]
    first = max(heads) + 1
    totals = _totals(view, range(max(1, min(heads) - 1), first), days)
    named = _names(view, first, last, days, range(min(heads), first), totals)
    if named is None:
        return None
    id_col, name_col, combined = named
    legend = {**dood_legend.read(view.sheet), **view.sheet.legend}
    return Layout(
        view,
        row,
        days,
        weekday_row,
        shoot_row,
        id_col,
        name_col,
        combined,
        totals,
        first,
        last,
        legend,
    )


def _weekday_row(view: View, row: int, days: Mapping[int, Heading]) -> int | None:
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


def _shoot_row(
    view: View, row: int, days: Mapping[int, Heading], weekday_row: int | None
) -> int | None:
    """The row near the dates that numbers the shooting days."""
    for other in (number for step in range(1, _REACH + 1) for number in (row + step, row - step)):
        if other < 1 or other == weekday_row:
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


def _totals(view: View, heads: Sequence[int], days: Mapping[int, Heading]) -> dict[str, int]:
    """The total columns, headed below a "Co." or not, right or left of the days."""
    found: dict[str, int] = {}
    for row in reversed(heads):
        for col in range(1, view.width + 1):
            name = _TOTAL_WORDS.get(normal(view.text(row, col)))
            if name and col not in days and col > min(days) and name not in found:
                found[name] = col
    return found if len(found) > 1 or "total" in found or "work" in found else {}


def _names(
    view: View,
    first: int,
    last: int,
    days: Mapping[int, Heading],
    heads: Sequence[int],
    totals: Mapping[str, int],
) -> tuple[int | None, int, bool] | None:
    """The columns of number and name left of the days, and whether they are one."""
    columns = [col for col in range(1, min(days)) if col not in totals.values()]
    filled = {
        col: texts
        for col in columns
        if (texts := [view.text(row, col) for row in range(first, last + 1) if view.text(row, col)])
    }
    if not filled:
        return None
    for col, texts in filled.items():
        if sum(bool(numbered(text)) for text in texts) * 2 >= len(texts):
            return col, col, True
    ids = [col for col, texts in filled.items() if _are_codes(texts)]
    names = [col for col in filled if col not in ids[:1]] or list(filled)
    wanted = [col for col in names if any(_names_it(view.text(row, col)) for row in heads)]
    return (ids[0] if ids else None), (wanted or names)[0], False


def _names_it(heading: str) -> bool:
    """Whether a heading names elements by role rather than by who plays them."""
    return normal(heading) in ("character", "role", "element", "cast", "name", "part", "item")


def _are_codes(texts: Sequence[str]) -> bool:
    """Whether a column holds element numbers: short, with a digit, by and large."""
    short = sum(len(text) <= 6 and any(char.isdigit() for char in text) for text in texts)
    return short * 3 >= len(texts) * 2


def numbered(text: str) -> tuple[str, str] | None:
    """Part "1.GEORGE" into number and name; ``None`` where a cell holds no number and name."""
    parts = codes.split(text)
    return parts if parts and any(char.isdigit() for char in parts[0]) else None
