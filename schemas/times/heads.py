"""What makes a tab daily times of a film's people, and which of its columns is which time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from schemas.finding import trade
from schemas.headings import Field, Header, Shape, normal
from schemas.people import call_sheets
from schemas.sheet import Sheet
from schemas.times import title_dates
from schemas.times.fields import CLOCKS
from schemas.values.clock import Clock, Numbers, habit

_SAMPLE = 60
_TIME = Field("time", "", Shape.TIME)
_INS = frozenset(("in", "time in", "on", "start", "start time", "entrada", "ein", "arrivee"))
_OUTS = frozenset(("out", "time out", "off", "end", "stop", "end time", "salida", "aus", "depart"))
_IN_TURN = {
    4: ("call", "meal1_start", "meal1_end", "wrap"),
    6: ("call", "meal1_start", "meal1_end", "meal2_start", "meal2_end", "wrap"),
}
"""What In, Out, In, Out mean, by how many they are."""
_ABOVE = 8
_LONGEST_MEAL = 6 * 60
_FILM_HEADINGS = re.compile(
    r"^(?:(?:set|crew|unit|cast|general|actual|planned|sched\w*|budget\w*) )?(?:call|wrap)"
    r"(?: time)?$|^(?:minors?|on set|wrapped set)$|"
    r"\b(?:ndb|dismiss\w* (?:from )?set|makeup|mu|convocation|heure de convocation|drehschluss|"
    r"drehdatum|citacion|fecha de rodaje|shoot(?:ing)? date|[12] ?m (?:in|out)|m[12] (?:in|out))\b"
)
_FILM_TITLES = re.compile(
    r"\b(?:film|movie|feature|shoot\w*|exhibit g|production (?:report|time)|crew|cast|performers?|"
    r"tournage|rodaje|dreh\w*)\b"
)
_LEAST = 0.6
_FEW = 3
"""Texts of a line that is a day's heading rather than a person's times."""


def enough(sheet: Sheet, header: Header) -> bool:
    """Daily times name people, and when each was called and wrapped, on a day that is said.

    The day stands in a column, above the headings, or in the tab's title; times must look like
    times: counts of things that come in and go out do not. A call sheet plans, and is none.
    """
    fields = header.columns.keys()
    if not fields & {"name", "last_name"} or not {"call", "wrap"} <= fields:
        return False
    if call_sheets.is_one(sheet, header) or not _of_film(sheet, header):
        return False
    if "date" not in fields and not _is_dated(sheet, header):
        return False
    return _are_times(sheet, header)


def _of_film(sheet: Sheet, header: Header) -> bool:
    """Whether a heading, a title or a line says that the people are a film's.

    An office has its people clock in and out as well.
    """
    if sheet.of_film:
        return True
    headings = [normal(text) for text in (*header.headings.values(), *header.others)]
    if any(_FILM_HEADINGS.search(text) for text in headings):
        return True
    top = min(header.rows, default=1)
    above = [text for row in range(max(1, top - _ABOVE), top) for text in sheet.line(row) if text]
    if any(_FILM_TITLES.search(normal(text)) for text in (sheet.grid.tab, *above)):
        return True
    lines = (text for row in _rows(sheet, header) for text in sheet.line(row))
    return trade.weigh({normal(text) for text in lines if 0 < len(text) <= 60})[0] >= 1


def _is_dated(sheet: Sheet, header: Header) -> bool:
    """Whether a day stands above the headings, in the tab's title, or on the first line below."""
    if title_dates.of_table(sheet, header) is not None:
        return True
    below = range(header.bottom + 1, min(sheet.height, header.bottom + 3) + 1)
    return any(
        title_dates.in_row(sheet, row, range(1, sheet.width + 1)) is not None
        for row in below
        if len(set(filter(None, sheet.line(row)))) <= _FEW
    )


def _are_times(sheet: Sheet, header: Header) -> bool:
    """Whether most of the calls and wraps are times, and not all of them plain small numbers."""
    said = filled = plain = 0
    for name in ("call", "wrap"):
        for row in _rows(sheet, header):
            text = sheet.text(row, header.columns[name])
            if text and normal(text) != normal(header.headings.get(name, "")):
                filled += 1
                value = sheet.value(row, header.columns[name], _TIME)
                said += isinstance(value, Clock) or value is None
                plain += isinstance(value, Clock) and _is_count(value)
    return filled == 0 or (said >= _LEAST * filled and plain < said)


def _is_count(clock: Clock) -> bool:
    """Whether a time might as well be a count: a whole number below a hundred."""
    number = clock.number
    return number is not None and number % 1 == 0 and number < 100 and not clock.padded


def settles(sheet: Sheet, header: Header) -> Header:
    """Tell In, Out, In, Out in turn, and which of a meal's two times comes first."""
    header = _in_turn(sheet, header)
    for start, end in (("meal1_start", "meal1_end"), ("meal2_start", "meal2_end")):
        if {start, end} <= header.columns.keys() and _turned(sheet, header, start, end):
            header = _swapped(header, start, end)
    return header


def _in_turn(sheet: Sheet, header: Header) -> Header:
    """Take columns headed In, Out, In, Out for call, meals and wrap."""
    if len(header.rows) != 1:
        return header
    line = [normal(text) for text in sheet.line(header.bottom)]
    cols = [col for col, text in enumerate(line, start=1) if text in _INS | _OUTS]
    turns = [line[col - 1] in _INS for col in cols]
    names = _IN_TURN.get(len(cols))
    if names is None or turns != [number % 2 == 0 for number in range(len(cols))]:
        return header
    columns = dict(zip(names, cols, strict=True))
    return _placed(sheet, header, columns)


def _placed(sheet: Sheet, header: Header, columns: Mapping[str, int]) -> Header:
    """A header with times at columns, whatever its headings were taken for."""
    taken = set(columns.values())
    kept = {
        name: col for name, col in header.columns.items() if name not in CLOCKS and col not in taken
    }
    headings = {name: text for name, text in header.headings.items() if name in kept}
    headings |= {name: sheet.text(header.bottom, col) for name, col in columns.items()}
    quality = {name: header.quality.get(name, 0.8) for name in (*kept, *columns)}
    return replace(
        header,
        columns={**kept, **columns},
        headings=headings,
        quality=quality,
        others={text: col for text, col in header.others.items() if col not in taken},
        repeated={name: col for name, col in header.repeated.items() if name not in CLOCKS},
    )


def _turned(sheet: Sheet, header: Header, start: str, end: str) -> bool:
    """Whether a meal's "out" is mostly later than its "in": in to the meal, out of it."""
    first, second = header.columns[start], header.columns[end]
    later = earlier = 0
    for one, other in _pairs(sheet, header, first, second):
        later += one > other
        earlier += one < other
    return later > earlier


def _pairs(sheet: Sheet, header: Header, first: int, second: int) -> Iterator[tuple[int, int]]:
    """The minutes of two columns' times, where both are told and less than six hours apart."""
    clocks = [
        (sheet.value(row, first, _TIME), sheet.value(row, second, _TIME))
        for row in _rows(sheet, header)
    ]
    known = habit(clock for pair in clocks for clock in pair if isinstance(clock, Clock))
    numbers = known.numbers or Numbers.HOURS
    plain = replace(known, numbers=numbers)
    for one, other in clocks:
        if isinstance(one, Clock) and isinstance(other, Clock):
            first_time, second_time = plain.minutes(one), plain.minutes(other)
            if first_time is None or second_time is None:
                continue
            if abs(first_time - second_time) < _LONGEST_MEAL:
                yield first_time, second_time


def _swapped(header: Header, one: str, other: str) -> Header:
    """A header with two fields' columns exchanged."""
    turn = {one: other, other: one}
    return replace(
        header,
        columns={turn.get(name, name): col for name, col in header.columns.items()},
        headings={turn.get(name, name): text for name, text in header.headings.items()},
        quality={turn.get(name, name): sure for name, sure in header.quality.items()},
    )


def _rows(sheet: Sheet, header: Header) -> range:
    return range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
