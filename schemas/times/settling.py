"""Which of a day's columns is which time, where headings alone do not say: In, Out, In, Out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from schemas.headings import Field, Header, Shape, normal
from schemas.people import film_jobs
from schemas.sheet import Sheet
from schemas.times import owners
from schemas.times.fields import CLOCKS, NAMING
from schemas.values import calendar
from schemas.values.clock import Clock, Numbers, habit

_SAMPLE = 60
_TIME = Field("time", "", Shape.TIME)
INS = frozenset(("in", "time in", "on", "start", "start time", "entrada", "ein", "arrivee"))
OUTS = frozenset(("out", "time out", "off", "end", "stop", "end time", "salida", "aus", "depart"))
_IN_TURN = {
    4: ("call", "meal1_start", "meal1_end", "wrap"),
    6: ("call", "meal1_start", "meal1_end", "meal2_start", "meal2_end", "wrap"),
}
"""What In, Out, In, Out mean, by how many they are."""
_MEALS = (("meal1_start", "meal1_end"), ("meal2_start", "meal2_end"), ("ndb", "ndb_end"))
_ROLES = frozenset(("role", "roles", "rolle", "part"))
_LONGEST_MEAL = 6 * 60


def settles(sheet: Sheet, header: Header) -> Header:
    """Tell In, Out, In, Out in turn, and which of a meal's two times comes first."""
    header = _weekdays(sheet, _of_unit(header))
    header = settled(sheet, header, range(1, sheet.width + 1))
    if not header.columns.keys() & {*NAMING, "date"} and (own := owners.dated(sheet, header)):
        return header.with_field("date", *own)
    return header


def _of_unit(header: Header) -> Header:
    """Take the unit's wrap rather than the camera's for people's, where both have a column."""
    cameras = normal(header.headings.get("wrap", "")).startswith("cam")
    if not cameras or "wrap" not in header.repeated:
        return header
    col = header.repeated["wrap"]
    text = next((text for text, at in header.others.items() if at == col), "")
    return header.without({"wrap"}).with_field("wrap", text, col)


def _weekdays(sheet: Sheet, header: Header) -> Header:
    """Take a column of days for weekdays where it holds their names: MON, TUE."""
    if "date" not in header.columns:
        return header
    day, call = header.columns["date"], header.columns.get("call", 0)
    texts = [
        text
        for row in _rows(sheet, header)
        if (text := sheet.text(row, day)) and (not call or sheet.text(row, call))
        if any(map(str.isalpha, text)) and normal(text) != normal(header.headings.get("date", ""))
    ]
    named = sum(calendar.weekday(text) is not None for text in texts)
    if not named or named * 2 < len(texts):
        return header
    return header.without({"weekday"} & header.columns.keys()).renamed("date", "weekday")


def settled(sheet: Sheet, header: Header, span: range) -> Header:
    """The same for the columns of one day, where days stand across."""
    header = _roles(sheet, _ends(_begun(_in_turn(sheet, _only_meal(header), span))))
    for start, end in _MEALS:
        if {start, end} <= header.columns.keys() and _turned(sheet, header, start, end):
            header = _swapped(header, start, end)
    return header


def _only_meal(header: Header) -> Header:
    """Take the only meal for the first, whatever it is called: in Québec, dinner is at noon."""
    fields = header.columns.keys()
    if fields & {"meal1_start", "meal1_end", "meals"} or not fields & {"meal2_start", "meals2"}:
        return header
    for second, first in _ONLY.items():
        header = header.renamed(second, first)
    return header


_ONLY = {"meal2_start": "meal1_start", "meal2_end": "meal1_end", "meals2": "meals"}


def _begun(header: Header) -> Header:
    """Take "Meal" for a meal's beginning where its end has a column: Meal, Back."""
    fields = header.columns.keys()
    alone = {"meals", "meal1_end"} <= fields and "meal1_start" not in fields
    return header.renamed("meals", "meal1_start") if alone else header


def _ends(header: Header) -> Header:
    """Take make-up's times for the day's where the set has none; none comes before the call."""
    columns = header.columns
    if columns.get("makeup_wrap", 0) < columns.get("call", columns.get("makeup_call", 0)):
        header = header.without({"makeup_wrap"} & columns.keys())
    for name, only in (("call", "makeup_call"), ("wrap", "makeup_wrap"), ("ndb", "ndb_end")):
        if only in header.columns and name not in header.columns:
            header = header.renamed(only, name)
    return header


def _roles(sheet: Sheet, header: Header) -> Header:
    """Take "Role" for a cast's roles where nobody is named and the column holds no jobs."""
    fields = header.columns.keys()
    if fields & {*NAMING, "first_name", "role"} or "position" not in fields:
        return header
    if normal(header.headings.get("position", "")) not in _ROLES:
        return header
    texts = {
        text
        for row in _rows(sheet, header)
        if (text := sheet.text(row, header.columns["position"]))
    }
    jobs = sum(map(film_jobs.is_film_job, texts))
    return header.renamed("position", "role") if texts and jobs * 3 < len(texts) else header


def _in_turn(sheet: Sheet, header: Header, span: range) -> Header:
    """Take columns headed In, Out, In, Out for call, meals and wrap."""
    if len(header.rows) != 1:
        return header
    line = [normal(text) for text in sheet.line(header.bottom)]
    cols = [col for col in span if col <= len(line) and line[col - 1] in INS | OUTS]
    names = in_turn([line[col - 1] in INS for col in cols])
    if names is None:
        return header
    columns = dict(zip(names, cols, strict=True))
    return _placed(sheet, header, columns)


def in_turn(ins: Sequence[bool]) -> tuple[str, ...] | None:
    """The times that In, Out, In, Out are, where they come in turn; ``None`` where not."""
    alternate = all(told == (number % 2 == 0) for number, told in enumerate(ins))
    return _IN_TURN.get(len(ins)) if alternate else None


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
