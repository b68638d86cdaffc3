"""The Summary's schedule: where the shoot stands, and who starts and finishes in the next days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pandas as pd

from model.cell import Cell
from model.production import Production
from model.report import Entry, Line, Style
from model.table import Dood
from reports import words
from reports.audience import Audience
from reports.entries import banner, from_cells, note, one_a_tab, spacer
from reports.sheet_health import corner
from reports.withheld import tables_of
from transforms.results import Results, Schedule

DAYS_AHEAD = 7
_MOVES = {
    "start": "Starts",
    "pickup": "Picked up",
    "drop": "Dropped",
    "finish": "Finishes",
}
"""What a day may bring to a performer, in the order in which it is told."""


@dataclass(slots=True)
class _Day:
    """What one day brings."""

    working: set[str] = field(default_factory=set)
    moves: dict[str, list[str]] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)


def standing_block(results: Results, production: Production, audience: Audience) -> list[Line]:
    """Shoot day n of N; a sentence where there is no schedule to show."""
    doods, hidden = _doods(results, audience)
    lines = [banner("schedule", {"item": "Where the shoot stands"})]
    if hidden:
        text = f"The day-out-of-days is kept in {words.spreadsheets(hidden)}."
        return [*lines, note("schedule", "item", text), spacer("schedule")]
    if not doods:
        text = "No day-out-of-days was recognised, so there are no days to show."
        return [*lines, note("schedule", "item", text), spacer("schedule")]
    cells = tuple(corner(dood) for dood in doods)
    lines += _standing(results.schedule, production.today, cells)
    return [*lines, spacer("schedule")]


def ahead_block(results: Results, production: Production, audience: Audience) -> list[Line]:
    """The next seven days, where there is a schedule to show."""
    doods, hidden = _doods(results, audience)
    if hidden or not doods:
        return []
    return [*_next_days(doods, production.today), spacer("ahead")]


def _doods(results: Results, audience: Audience) -> tuple[list[Dood], tuple[str, ...]]:
    seen, hidden = tables_of(results, audience, "dood")
    return [table for table in seen if isinstance(table, Dood)], hidden


def _standing(schedule: Schedule, today: date, cells: Sequence[Cell]) -> Iterator[Line]:
    day = from_cells(shoot_day(schedule, today), *cells, style=Style.TEXT)
    yield Line("schedule:day", {"item": Entry("Shoot day"), "first": day})
    if schedule.first_day is not None and schedule.last_day is not None:
        ends = {"first": schedule.first_day, "second": schedule.last_day}
        dates = {field: from_cells(when, *cells, style=Style.DATE) for field, when in ends.items()}
        yield Line("schedule:ends", {"item": Entry("First and last day"), **dates})


def shoot_day(schedule: Schedule, today: date) -> str:
    """Where the shoot stands in words: "12 of 30", "not begun, 30 days ahead", "wrapped, 30"."""
    if not schedule.shoot_days:
        return "no shooting days found"
    if schedule.shoot_day is None:
        return f"not begun, {words.count(schedule.shoot_days, 'day')} ahead"
    if schedule.last_day is not None and today > schedule.last_day:
        return f"wrapped, {words.count(schedule.shoot_days, 'day')}"
    return f"{schedule.shoot_day} of {schedule.shoot_days}"


def _next_days(doods: Sequence[Dood], today: date) -> Iterator[Line]:
    """A line a day on which anybody works, starts, finishes, is dropped or picked up."""
    headings = {
        "item": "Next seven days",
        "first": "Working",
        "second": "Starting",
        "third": "Finishing",
        "text": "Who",
    }
    yield banner("ahead", headings, {"first", "second", "third"})
    found = _gather(doods, today)
    if not found:
        yield note("ahead", "item", "Nobody works in the next seven days.")
    for when, day in sorted(found.items()):
        yield _day_line(when, day)


def _day_line(when: date, day: _Day) -> Line:
    cells = one_a_tab(day.cells)
    told = [
        f"{word}: {', '.join(day.moves[move])}."
        for move, word in _MOVES.items()
        if move in day.moves
    ]
    counts = {
        "first": len(day.working),
        "second": len(day.moves.get("start", ())),
        "third": len(day.moves.get("finish", ())),
    }
    entries = {
        name: from_cells(number, *cells, style=Style.COUNT) for name, number in counts.items()
    }
    entries["item"] = from_cells(words.day(when), *cells)
    entries["text"] = from_cells(" ".join(told), *cells)
    return Line(f"ahead:{when.isoformat()}", entries)


def _gather(doods: Sequence[Dood], today: date) -> dict[date, _Day]:
    """What the days-out-of-days say of the seven days from today on."""
    found: dict[date, _Day] = {}
    ahead = {today + timedelta(days=number) for number in range(DAYS_AHEAD)}
    for dood in doods:
        marks = dood.frame[dood.frame["date"].isin(ahead)]
        for label, mark in marks.iterrows():
            moves = [move for move in _MOVES if mark[move]]
            if moves or mark["work"]:
                day = found.setdefault(mark["date"], _Day())
                _note_mark(day, mark, moves)
                day.cells.append(dood.cell(int(str(label))))
    return found


def _note_mark(day: _Day, mark: pd.Series[Any], moves: Sequence[str]) -> None:
    name = f"{mark['element_id'] or ''} {mark['name'] or ''}".strip()
    if mark["work"]:
        day.working.add(name)
    for move in moves:
        day.moves.setdefault(move, []).append(name)
