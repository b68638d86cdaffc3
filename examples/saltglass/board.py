"""The boards of both units: the schedule's marks, and what somebody did to them afterwards.

Everything in :func:`_planted` is a known problem; everything in :func:`_dressed` is in order and
must not be flagged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from saltglass import calendar, cast_tab, schedule

Marks = dict[int, dict[date, str]]
SECOND_FIRST, SECOND_LAST = date(2026, 3, 30), date(2026, 4, 10)
_SECOND_DAYS = frozenset({date(2026, 3, 31)} | {date(2026, 4, day) for day in (1, 2, 3, 7, 8, 9)})

SIXTH_DAY = (2, calendar.SATURDAY)
HOLIDAY_WORK = (31, calendar.GOOD_FRIDAY)
DOUBLE_BOOKED = ((6, date(2026, 4, 7)), (7, date(2026, 4, 8)))
HELD_NOT_BOOKED = (13, date(2026, 4, 1))
"""Held on the main unit while she works on the second: no double booking."""
BEFORE_START = (14, date(2026, 4, 28))
AFTER_FINISH = (10, date(2026, 4, 9))
"""The finish that is not the last work day, which is the day after."""
HOLD_OUTSIDE = (11, date(2026, 4, 1))
SHORT_DROP = (23, date(2026, 3, 4), date(2026, 3, 12))
LONG_HOLD = (20, date(2026, 3, 4), date(2026, 3, 25))
NOT_LISTED = 30
OUTSIDE_DEAL = (22, date(2026, 4, 28))
WRONG_WORK = 9
"""The performer whose stated work days are one too many."""
WRONG_WEEKDAY = (date(2026, 4, 23), "Fri")


@dataclass(frozen=True, slots=True)
class Board:
    """One unit's day-out-of-days."""

    days: tuple[calendar.Day, ...]
    marks: Marks
    weekdays: Mapping[date, str]
    """Weekdays that the sheet states wrongly."""
    wrong_work: int | None = None


def main_unit() -> Board:
    """The main unit's board, dressed and planted."""
    marks = schedule.marks(schedule.work_days())
    _dressed(marks)
    _planted(marks)
    return Board(tuple(calendar.days()), marks, dict([WRONG_WEEKDAY]), WRONG_WORK)


def second_unit() -> Board:
    """The second unit's board: a ferry in the tide race, and three of the main cast."""
    days, number = [], 0
    when = SECOND_FIRST
    while when <= SECOND_LAST:
        shoots = when in _SECOND_DAYS
        number += shoots
        days.append(calendar.Day(when, number if shoots else None))
        when += timedelta(days=1)
    marks: Marks = {element: {when: "SWF"} for element, when in (*DOUBLE_BOOKED, HELD_NOT_BOOKED)}
    element, friday = HOLIDAY_WORK
    marks[element] = {
        friday - timedelta(days=2): "SW",
        friday - timedelta(days=1): "W",
        friday: "WF",
    }
    return Board(tuple(days), dict(sorted(marks.items())), {})


def engagements(*boards: Board) -> dict[int, tuple[date, date]]:
    """Performer -> first and last day of work, travel, rehearsal or hold: what a deal covers."""
    found: dict[int, list[date]] = {}
    for board in boards:
        for element, row in board.marks.items():
            found.setdefault(element, []).extend(day for day, code in row.items() if code != "FT")
    return {element: (min(days), max(days)) for element, days in found.items()}


def _dressed(marks: Marks) -> None:
    """Travel, fittings and a rehearsal, all in order."""
    for entry in cast_tab.entries():
        if entry["travel"]:
            row = marks[int(entry["id"])]
            first, last = min(row), max(row)
            _mark(row, _weekday(first, -1), "", "TR")
            _mark(row, _weekday(last, 1), "", "TR")
    for element in (27, 28):
        _mark(marks[element], date(2026, 4, 7), "", "FT")
    _mark(marks[17], _weekday(min(marks[17]), -1), "", "R")


def _planted(marks: Marks) -> None:
    """The known problems of the main unit's grammar, drops and holds."""
    element, when = BEFORE_START
    _mark(marks[element], when, "", "W")
    element, when = AFTER_FINISH
    _mark(marks[element], when, "W", "WF")
    _mark(marks[element], when + timedelta(days=1), "WF", "W")
    element, when = HOLD_OUTSIDE
    _mark(marks[element], when, "", "H")
    element, drop, pickup = SHORT_DROP
    _mark(marks[element], drop, "WF", "WD")
    _mark(marks[element], pickup, "", "PWF")
    element, drop, pickup = LONG_HOLD
    _mark(marks[element], drop, "WD", "W")
    _mark(marks[element], pickup, "PW", "W")
    for day in calendar.days():
        if drop < day.date < pickup and day.number is not None:
            _mark(marks[element], day.date, "", "H")


def _mark(row: dict[date, str], when: date, was: str, now: str) -> None:
    """Change one mark, having made sure that the schedule still is what the change was made for.

    Raises:
        ValueError: another mark stands there.
    """
    if row.get(when, "") != was:
        raise ValueError(f"expected {was!r} on {when}, found {row.get(when, '')!r}")
    row[when] = now


def _weekday(when: date, step: int) -> date:
    """The next weekday, forwards or backwards."""
    when += timedelta(days=step)
    while when.weekday() > 4:
        when += timedelta(days=step)
    return when
