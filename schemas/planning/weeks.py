"""Weekdays that head a week's days, and the week that a title or the tab names: "W/E 3/8/26"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from schemas.dood.view import Shown, View
from schemas.planning import day_banners
from schemas.values.calendar import weekday
from schemas.values.dates import Written, serial
from schemas.values.words import Fault, fold

_FEWEST = 5
"""Weekdays that head a week at least."""
_ABOVE = 12
"""Rows above the weekdays where the week is named."""
_LAST_WEEK = 52
_ENDS = re.compile(
    r"\b(?:w ?/ ?e|we|week[ -]?end(?:ing|s|ed)?|wk end(?:ing)?|(?:se terminant|finissant)(?: le)?|"
    r"woche bis|semana (?:hasta|que termina))\b"
)
_BEGINS = re.compile(
    r"\b(?:w ?/ ?[cb]|wc|(?:week|wk) (?:of|commencing|beginning|starting|from|start)|"
    r"semaine du|woche (?:vom|ab)|semana del?)\b"
)
_CALENDAR_WEEK = re.compile(r"\bkw ?(\d{1,2})\b")
_SPANS = re.compile(r"(?<=[\d.]) ?(?:[-–—]|to|thru|through|bis|au|al) ?(?=[a-z. ]{0,12}\d)")
"""Between the first and the last day of a week: "3/2 - 3/8", "March 2 to 8"."""


def rows(view: View) -> Mapping[int, Mapping[int, date]]:
    """The rows of weekdays whose week is named above them: row -> column -> date."""
    found: dict[int, Mapping[int, date]] = {}
    if not view.across:
        return found
    for row in range(1, view.height + 1):
        if weekdays := _weekdays(view, row):
            days = next(_weeks(view, row, weekdays), None)
            if days:
                found[row] = days
    return found


def _weekdays(view: View, row: int) -> dict[int, int]:
    """A row's weekdays by column, where they follow each other and are enough for a week."""
    named = {
        col: number
        for col, text in view.filled(row).items()
        if (number := weekday(text)) is not None
    }
    steps = [(after - before) % 7 for before, after in pairwise(named.values())]
    return named if len(named) >= _FEWEST and sum(steps) < 7 and all(steps) else {}


def _weeks(view: View, row: int, weekdays: Mapping[int, int]) -> Iterator[dict[int, date]]:
    """The weeks that the nearest titles name, as far as the weekdays fit them."""
    for text, day in _named(view, row):
        said = fold(text)
        ends = _ENDS.search(said) is not None
        spans = _SPANS.search(said) is not None and day.weekday() == next(iter(weekdays.values()))
        if ends == (spans or _BEGINS.search(said) is not None):
            continue
        days = {
            col: day - timedelta((day.weekday() - number) % 7)
            if ends
            else day + timedelta((number - day.weekday()) % 7)
            for col, number in weekdays.items()
        }
        if all(one < other for one, other in pairwise(days.values())):
            yield days


def _named(view: View, row: int) -> Iterator[tuple[str, date]]:
    """The dates above a row, the nearest first, and the tab's own; each with its label."""
    for above in range(row - 1, max(0, row - 1 - _ABOVE), -1):
        label = ""
        for col, text in view.filled(above).items():
            if day := _date(view, above, col, text):
                yield (text if any(map(str.isalpha, text)) else f"{label} {text}"), day
            label = text
    tab = view.sheet.grid.tab
    if day := _settled(view, tab):
        yield tab, day
    nearest = [text for line in reversed(view.lines[: row - 1]) for text in line if text]
    for text in (*nearest, tab):
        if (week := _CALENDAR_WEEK.search(fold(text))) and (day := _monday(view, int(week[1]))):
            yield "week of", day


def _monday(view: View, week: int) -> date | None:
    """The first day of a calendar week, in the year that the production is in."""
    dates = view.sheet.dates
    if dates.start is None or dates.end is None or not 1 <= week <= _LAST_WEEK:
        return None
    found = [date.fromisocalendar(year, week, 1) for year in {dates.start.year, dates.end.year}]
    inside = [day for day in found if dates.start <= day + timedelta(6) and day <= dates.end]
    return inside[0] if len(inside) == 1 else None


def _date(view: View, row: int, col: int, text: str) -> date | None:
    """The date that a cell is or holds."""
    raw = view.raw(row, col)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return serial(raw) if view.shown(row, col) is Shown.DATE else None
    return _settled(view, text)


def _settled(view: View, text: str) -> date | None:
    day = day_banners.date_in(_SPANS.split(text)[0] if _SPANS.search(text) else text)
    if not isinstance(day, Written):
        return day
    read: date | Fault = view.sheet.dates.settle(day, text)
    return read if isinstance(read, date) else None
