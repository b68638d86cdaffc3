"""The DOOD View tab: the day-out-of-days as it was read, as a coloured calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from model.cell import Cell
from model.issue import Issue
from model.palette import DAY_CODES
from model.production import Production
from model.report import Column, Entry, Line, LineStyle, Report, Role, Style
from model.table import Dood
from reports import words
from reports.audience import Audience
from reports.dood_rows import Row, dates_of, flagged, rows_of
from reports.entries import as_of, banner, from_cells, notes, spacer, title
from reports.keys import unique
from reports.sheet_health import corner
from reports.summary_schedule import shoot_day
from reports.withheld import tables_of, visible
from transforms.days.schedule import shoot_dates
from transforms.results import Results

NAME = "dood-view"
_TOTALS = {"work": "Work", "hold": "Hold", "travel": "Travel"}
_LEGEND = ("S", "W", "F", "H", "D", "P", "TR", "FT", "R", "M", "/")
"""The codes in the order in which the trade learns them."""
_SATURDAY = 5


def build(results: Results, production: Production, audience: Audience) -> Report:
    """Elements down and dates across, each mark in the colour of its code."""
    seen, hidden = tables_of(results, audience, "dood")
    doods = [table for table in seen if isinstance(table, Dood) and not table.repeated]
    rows, dates = rows_of(doods), dates_of(doods)
    flags = flagged(visible(results.issues, audience), rows)
    sentences = _sentences(rows, dates, flags, results, production, hidden)
    cells = tuple(corner(dood) for dood in doods)
    return Report(
        name=NAME,
        title="DOOD View",
        columns=list(_columns(rows, dates, results.holidays)),
        lines=list(_lines(rows, flags, audience)),
        preamble=[
            title("element_id", f"{production.name}: DOOD View"),
            as_of("element_id", audience.as_of),
            *notes("found", "element_id", sentences),
            *_heads(doods, dates, production.today, cells),
        ],
        frozen_columns=2,
        tab_color="#2e7d32",
    )


def _columns(
    rows: Sequence[Row], dates: Sequence[date], holidays: Mapping[date, str]
) -> Iterator[Column]:
    """Names, days, totals. A thin column on either side of the days keeps them together.

    The days' colours are a rule over all columns between the two, so that one that comes later is
    coloured too, wherever it is put in.
    """
    yield Column("element_id", "ID", Style.CODE, width=42)
    yield Column("name", "Name", width=140, note="As a link: the row that was read.")
    if dates:
        yield Column("before", "", Style.DAY, width=6)
    for when in dates:
        yield Column(
            day_field(when),
            f"{when.day} {words.month(when)}",
            Style.DAY,
            width=31,
            note=holidays.get(when, ""),
            shade=_shade(rows, when, holidays),
        )
    if dates:
        yield Column("after", "", Style.DAY, width=6)
    for name, heading in _TOTALS.items():
        yield Column(name, heading, Style.COUNT, width=48, note=f"{heading} days, as marked.")
    yield Column("note", "Note", Style.PERSON, Role.PERSON, width=160, note="Yours to type in.")


def day_field(when: date) -> str:
    """The field of a date's column."""
    return when.isoformat()


def _shade(rows: Sequence[Row], when: date, holidays: Mapping[date, str]) -> str:
    """A holiday is one of a calendar, or a day that all who have a mark on it are off."""
    marks = [row.marks[when] for row in rows if when in row.marks]
    off = bool(marks) and all("off" in mark.kinds for mark in marks)
    if when in holidays or (off and when.weekday() < _SATURDAY):
        return "holiday"
    return "weekend" if when.weekday() >= _SATURDAY else ""


def _heads(
    doods: Sequence[Dood], dates: Sequence[date], today: date, cells: Sequence[Cell]
) -> Iterator[Line]:
    """Shooting days' numbers and weekdays, above the dates; today stands out in both."""
    if not dates:
        return
    numbers = _shoot_days(doods)
    weekdays = {when: words.short_day(when).split()[0] for when in dates}
    for key, name, told in (
        ("shoot", "Shoot day", {when: f"{numbers[when]}" for when in dates if when in numbers}),
        ("weekday", "Weekday", weekdays),
    ):
        entries = {
            day_field(when): from_cells(text, *cells, style=_today(when, today))
            for when, text in told.items()
        }
        yield Line(f"head:{key}", {"name": Entry(name), **entries}, LineStyle.HEAD)


def _today(when: date, today: date) -> Style | None:
    return Style.TODAY if when == today else None


def _shoot_days(doods: Sequence[Dood]) -> Mapping[date, int]:
    """The main unit's shooting days by number: the unit with the most of them."""
    units = [_numbers(dood, place) for dood in doods for place in range(len(dood.places))]
    return max(units, key=len, default={})


def _numbers(dood: Dood, place: int) -> Mapping[date, int]:
    """One unit's shooting days, numbered as its sheet does, else counted."""
    numbers = {when: number for number, when in enumerate(shoot_dates(dood, place), 1)}
    days = dood.days[dood.days["place"] == place]
    stated = zip(days["date"], days["shoot_day"], strict=True)
    return numbers | {when: int(day) for when, day in stated if when in numbers and pd.notna(day)}


def _lines(
    rows: Sequence[Row], flags: Mapping[Cell, Sequence[Issue]], audience: Audience
) -> Iterator[Line]:
    """A line an element, under its tab's name where there are several; then the legend."""
    tabs = list(dict.fromkeys((row.at.book, row.tab) for row in rows))
    keys = dict(zip(map(id, rows), unique(map(_key, rows)), strict=True))
    for book, tab in tabs:
        if len(tabs) > 1:
            named = tab if book in ("", audience.book) else f"{book}: {tab}"
            yield banner(f"tab:{book}:{tab}", {"element_id": named})
        for row in rows:
            if (row.at.book, row.tab) == (book, tab):
                yield _line(keys[id(row)], row, flags)
    if rows:
        yield from _legend()


def _key(row: Row) -> str:
    return f"element:{row.tab}:{row.element_id or row.name}"


def _line(key: str, row: Row, flags: Mapping[Cell, Sequence[Issue]]) -> Line:
    entries = {
        "element_id": from_cells(row.element_id, row.at),
        "name": Entry(row.name or row.element_id, link=row.at, sources=(row.at,)),
    }
    for when, mark in row.marks.items():
        found = flags.get(mark.at, ())
        entries[day_field(when)] = _mark(mark.code, mark.at, found)
    for name in _TOTALS:
        if number := row.days(name):
            entries[name] = from_cells(number, row.at)
    return Line(key, {name: entry for name, entry in entries.items() if entry.content != ""})


def _mark(code: str, at: Cell, found: Sequence[Issue]) -> Entry:
    """A mark; framed in the colour of the gravest finding, all of which its note tells."""
    if not found:
        return from_cells(code, at)
    gravest = min((issue.severity for issue in found), key=lambda severity: severity.rank)
    note = "\n".join(f"{issue.severity.value}: {issue.message} ({issue.code})" for issue in found)
    cells = (at, *(cell for issue in found for cell in (issue.at, *issue.related)))
    return Entry(code, sources=cells, note=note, outline=gravest.value)


def _legend() -> Iterator[Line]:
    """What the colours mean."""
    yield spacer("legend")
    yield banner("legend", {"element_id": "Legend"})
    meanings = {code: meaning for code, meaning, _ in DAY_CODES}
    for code in _LEGEND:
        entries = {"element_id": Entry(code, style=Style.DAY), "name": Entry(meanings[code])}
        yield Line(f"legend:{code}", entries)


def _sentences(
    rows: Sequence[Row],
    dates: Sequence[date],
    flags: Mapping[Cell, Sequence[Issue]],
    results: Results,
    production: Production,
    hidden: Sequence[str],
) -> Iterator[str]:
    """What the calendar spans and where today is in it; or why there is none."""
    if hidden:
        yield f"A day-out-of-days stands in {words.spreadsheets(hidden)} and is not shown here."
    if not dates:
        if not hidden:
            yield "No day-out-of-days was recognised, so there is no calendar to show."
        return
    where = "" if hidden else f" Shoot day: {shoot_day(results.schedule, production.today)}."
    yield f"{words.count(len(rows), 'element')}, {words.span(dates[0], dates[-1])}.{where}"
    if flags:
        verb = "has" if len(flags) == 1 else "have"
        yield (
            f"{words.count(len(flags), 'framed day')} {verb} a conflict or a fault in the sheet: "
            "rest on it to read which."
        )
