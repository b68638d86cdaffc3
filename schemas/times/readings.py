"""A line's times and lengths: which cells hold what, and in which order the times come."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from model.table import Table
from schemas.headings import Header
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.times import lengths, order, spans
from schemas.times.fields import CLOCKS, PLANNED
from schemas.values import marks
from schemas.values.clock import Clock, Habit
from schemas.values.clock import read as read_clock

LENGTHS = ("hours", "planned_hours", "hours_limit")
MINUTES = (*CLOCKS, *PLANNED, "ndb", "ndb_end")
_WAYS = ("travel_to", "travel_from")
_MEALS = {"meals": ("meal1_start", "meal1_end"), "meals2": ("meal2_start", "meal2_end")}
"""Column of a meal as a whole -> the times that it may hold: "1300-1330"."""
_FURTHEST = 4
"""Hours that a way to the set may take; more is a time of day."""


def complete(sheet: Sheet, header: Header, record: Record) -> None:
    """Read hours, meals, ways and the breakfast, which are lengths or marks or times; in place."""
    values = record.values
    for name in (*LENGTHS, *_WAYS, *_MEALS, "ndb"):
        values[name] = None
        col = header.columns.get(name)
        if not col:
            continue
        raw, pattern = sheet.grid.at(record.row, col), sheet.pattern(record.row, col)
        if name in LENGTHS:
            values[name] = lengths.hours(raw, pattern, comma=sheet.comma)
        elif name in _MEALS:
            values[name] = lengths.meal(raw, pattern, comma=sheet.comma)
            _spanned(header, record, name, spans.clocks(raw))
        elif name == "ndb":
            _breakfast(record, read_clock(raw, pattern), spans.clocks(raw), marks.mark(raw))
        else:
            way = lengths.hours(raw, pattern, comma=sheet.comma)
            values[name] = way if way is not None and 0 <= way <= _FURTHEST else None
    both = [length for name in _MEALS if isinstance(length := values[name], Decimal)]
    values["meals"] = sum(both) if both else None


def _spanned(header: Header, record: Record, name: str, both: tuple[Clock, Clock] | None) -> None:
    """Take both times of a meal out of its one cell, where they have no columns of their own."""
    if both is None or header.columns.keys() & set(_MEALS[name]):
        return
    record.values[name] = None
    record.values.update(zip(_MEALS[name], both, strict=True))


def _breakfast(
    record: Record, clock: object, both: tuple[Clock, Clock] | None, marked: object
) -> None:
    """A breakfast's time or times, or a mark that it was given."""
    values = record.values
    values["ndb"] = clock if isinstance(clock, Clock) and marked is not True else None
    if both is not None:
        values["ndb"], values["ndb_end"] = both
    values["ndb_given"] = values["ndb"] is not None or marked is True


def placed(table: Table) -> Table:
    """The table, with meals' times found in the column of the whole meal that holds them."""
    place, columns = table.place, dict(table.place.columns)
    for name, times in _MEALS.items():
        held = [field for field in times if table.frame[field].notna().any()]
        if name in columns and held and not columns.keys() & set(times):
            columns |= dict.fromkeys(times, columns[name])
    return replace(table, places=(replace(place, columns=columns),))


def settle(record: Record, known: Habit) -> None:
    """Turn a record's times into minutes after midnight, in place."""
    values = record.values
    stated = values["hours"] if isinstance(values["hours"], Decimal) else None
    for fields, hours in ((CLOCKS, stated), (PLANNED, values["planned_hours"])):
        clocks = {name: value for name in fields if isinstance(value := values[name], Clock)}
        day = order.settle(clocks, known, hours if isinstance(hours, Decimal) else None)
        record.faults.update(day.faults)
        for name in fields:
            values[name] = day.minutes.get(name)
    for name in ("ndb", "ndb_end"):
        breakfast, values[name] = values[name], None
        if isinstance(breakfast, Clock) and (made := known.minutes(breakfast)) is not None:
            call = values["call"]
            values[name] = made + 1440 if isinstance(call, int) and made < call - 720 else made
