"""The Cast Times tab: last week's calls, meals and wraps, from the production reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from openpyxl.workbook import Workbook

from saltglass import board, calendar, cast_tab
from saltglass.layout import Layout
from saltglass.page import US_DATE, Look, Page, add_page

TAB = "Cast Times"
COLUMNS = {
    "date": 1,
    "element_id": 2,
    "name": 3,
    "call": 4,
    "meal1_start": 5,
    "meal1_end": 6,
    "wrap": 7,
}
_HEADINGS = ("Date", "Cast #", "Performer", "Call", "Meal Out", "Meal In", "Wrap")
MONDAY, FRIDAY = date(2026, 3, 9), date(2026, 3, 13)
FORCED_CALL = (6, date(2026, 3, 13))
"""Called nine and a quarter hours after the wrap."""
FULL_REST = (4, date(2026, 3, 11))
"""Called twelve hours after the wrap, to the minute."""
LATE_MEAL = (9, date(2026, 3, 13))
"""Breaks six and a half hours after the call."""
_CALLS = {
    (6, date(2026, 3, 12)): time(14, 0),
    FORCED_CALL: time(8, 0),
    (4, date(2026, 3, 10)): time(11, 15),
    FULL_REST: time(8, 0),
    LATE_MEAL: time(6, 30),
}
_MEALS = {LATE_MEAL: time(13, 0)}
_ON_SET, _MEAL = timedelta(hours=8), timedelta(minutes=45)
_INK = "AD1457"


def write(workbook: Workbook) -> tuple[Page, Layout]:
    """Write a line for everybody who worked on each day."""
    page = add_page(workbook, TAB, _INK)
    layout = Layout(TAB, "times", header_rows=(3,), columns=COLUMNS)
    title = f"{calendar.TITLE.upper()} - CAST TIMES, WEEK 2 (from production reports)"
    page.put(1, 1, title, Look(bold=True, size=14, color=_INK))
    page.row(3, _HEADINGS, Look(bold=True, color="FFFFFF", fill=_INK, align="center", line="box"))
    for row, (when, element) in enumerate(_worked(), start=4):
        page.put(row, 1, when, Look(format=US_DATE, align="center"))
        page.put(row, 2, element, Look(align="center"))
        page.put(row, 3, cast_tab.actor(element), Look())
        for col, moment in enumerate(_times(element, when), start=4):
            page.put(row, col, _spoken(moment), Look(align="right", format="@"))
        layout.rows[key(element, when)] = row
        layout.records.append(row)
    page.widths([12, 8, 28, 11, 11, 11, 11])
    page.sheet.freeze_panes = "A4"
    page.print_landscape("3:3")
    return page, layout


def key(element: int, when: date) -> str:
    """What the layout knows a performer's day by."""
    return f"{element} on {when}"


def _worked() -> Iterator[tuple[date, int]]:
    """Last week's days, each with those who worked on it."""
    marks = board.main_unit().marks
    for day in calendar.days():
        if MONDAY <= day.date <= FRIDAY:
            for element, row in marks.items():
                if "W" in row.get(day.date, ""):
                    yield day.date, element


def _times(element: int, when: date) -> tuple[datetime, datetime, datetime, datetime]:
    """Call, meal out, meal in, wrap: eight hours of work around a meal."""
    usual = time(8, 12 * (element % 4))
    call = datetime.combine(when, _CALLS.get((element, when), usual))
    out = call + timedelta(hours=4, minutes=48)
    if (element, when) in _MEALS:
        out = datetime.combine(when, _MEALS[element, when])
    return call, out, out + _MEAL, call + _ON_SET + _MEAL


def _spoken(moment: datetime) -> str:
    """A time as a call sheet writes it: "7:12a"."""
    return f"{moment:%I:%M}{'ap'[moment.hour >= 12]}".lstrip("0")
