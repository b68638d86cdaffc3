"""What of one day of a minor's the law does not allow: too long, too early, too late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from transforms.agreements import Agreement, FigureName
from transforms.agreements.minors import MinorBand
from transforms.facts import Facts
from transforms.times.day import WorkedDay, hours, spoken
from transforms.times.instants import instant, wall
from transforms.times.limits import minors_limit
from transforms.times.minors import law_for

_WEEKEND = (4, 5)
"""Friday and Saturday: the day after is without school."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing that the law does not allow; ``doubtful`` where a free day would allow it."""

    field: Literal["call", "wrap"]
    words: str
    clause: str
    doubtful: bool = False


def breaches(facts: Facts, day: WorkedDay, zone: ZoneInfo) -> Iterator[Breach]:
    """Everything about a minor's day that the chosen law does not allow."""
    yield from _beyond_licence(day)
    law = law_for(facts, day)
    if law is not None:
        yield from _too_long(day, *law)
        if law[1].windows:
            yield from _outside_windows(day, *law, zone)
            return
    yield from _too_early(facts, day, zone)
    yield from _too_late(facts, day, zone)


def _clause(agreement: Agreement, band: MinorBand) -> str:
    return f"{agreement.name}: {band.clause} ({band.source.title})"


def _too_long(day: WorkedDay, agreement: Agreement, band: MinorBand) -> Iterator[Breach]:
    """Longer at the place of work than the age allows, a meal of the law's length apart."""
    eaten = sum((meal.length for meal in day.meals if meal.is_meal), day.unplaced)
    length = day.elapsed - min(eaten, timedelta(minutes=band.meal))
    most = timedelta(minutes=band.on_set)
    if length > most:
        said = f"{spoken(length)} on set, {spoken(most)} are the most at that age"
        yield Breach("wrap", said, _clause(agreement, band))


def _beyond_licence(day: WorkedDay) -> Iterator[Breach]:
    """Longer than the sheet's own figure, meals apart: whether they count no sheet says."""
    if day.most is not None and hours(day.worked) > day.most:
        most = timedelta(minutes=float(day.most * 60))
        said = f"{spoken(day.worked)} without meals, {spoken(most)} are the most by the sheet"
        yield Breach("wrap", said, "the limit that the sheet of times states")


def _outside_windows(
    day: WorkedDay, agreement: Agreement, band: MinorBand, zone: ZoneInfo
) -> Iterator[Breach]:
    """At hours that are closed to that age."""
    for first, last in band.windows:
        begin = instant(day.day, _minutes(first), zone)
        if begin <= day.call and day.wrap <= instant(day.day, _minutes(last), zone):
            return
    said = f"there from {wall(day.call, zone)} to {wall(day.wrap, zone)}"
    allowed = " or ".join(f"{first:%H:%M} to {last:%H:%M}" for first, last in band.windows)
    yield Breach("call", f"{said}, {allowed} is allowed at that age", _clause(agreement, band))


def _too_early(facts: Facts, day: WorkedDay, zone: ZoneInfo) -> Iterator[Breach]:
    earliest = minors_limit(facts, FigureName.MINORS_EARLIEST)
    if earliest is not None and day.call < _at(day, earliest.hours, zone):
        said = (
            f"called at {wall(day.call, zone)}, before {wall(_at(day, earliest.hours, zone), zone)}"
        )
        yield Breach("call", said, earliest.clause(day.day))


def _too_late(facts: Facts, day: WorkedDay, zone: ZoneInfo) -> Iterator[Breach]:
    """A wrap after the latest hour; one that a free day would allow is doubtful."""
    school = minors_limit(facts, FigureName.MINORS_LATEST)
    free = minors_limit(facts, FigureName.MINORS_LATEST_FREE)
    before_school = day.day.weekday() not in _WEEKEND
    latest = school if before_school else free or school
    if latest is None or day.wrap <= _at(day, latest.hours, zone):
        return
    doubtful = before_school and free is not None and day.wrap <= _at(day, free.hours, zone)
    said = f"wrapped at {wall(day.wrap, zone)}, after {wall(_at(day, latest.hours, zone), zone)}"
    if doubtful:
        said += ", which only a day without school after it allows"
    yield Breach("wrap", said, latest.clause(day.day), doubtful)


def _at(day: WorkedDay, hour: timedelta, zone: ZoneInfo) -> datetime:
    """The instant of an hour of the day; 24.5 is half past midnight."""
    return instant(day.day, round(hour.total_seconds() / 60), zone)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
