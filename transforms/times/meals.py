"""Meals: when each was due, and by how much it was late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from model.cell import Cell
from transforms.times.day import WorkedDay

HALF_HOUR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Breaks:
    """What an agreement says of meals. ``later`` is for meals after the first."""

    first: timedelta | None
    later: timedelta | None
    grace: timedelta = timedelta()
    breakfast_within: timedelta | None = None
    """A breakfast given so soon after the call starts the time to the first meal anew."""
    breakfast: timedelta = timedelta()
    """How long that breakfast is."""


@dataclass(frozen=True, slots=True)
class Late:
    """A meal that was due at ``due`` and began, or work ended without it, at ``until``."""

    number: int
    due: datetime
    until: datetime
    eaten: bool

    @property
    def by(self) -> timedelta:
        """How late it was."""
        return self.until - self.due

    @property
    def half_hours(self) -> int:
        """Half-hours, or parts of one, by which it was late."""
        return -(-self.by // HALF_HOUR)


def late_meals(day: WorkedDay, breaks: Breaks) -> Iterator[Late]:
    """Each meal of a day that was late beyond the grace, or that was due before the wrap.

    A day without any meal written tells nothing, nor one whose first meal is not, and neither does
    a breakfast without its time.
    """
    eaten = [meal for meal in day.meals if meal.is_meal]
    if not eaten or eaten[0].number > 1 or breaks.first is None:
        return
    begin: datetime | None = _begin(day, breaks)
    allowed: timedelta | None = breaks.first
    for number, meal in enumerate(eaten, start=1):
        if begin is not None and allowed is not None:
            yield from _late(number, begin + allowed, meal.start, breaks, eaten=True)
        begin, allowed = meal.end, breaks.later
    if begin is not None and allowed is not None:
        yield from _late(len(eaten) + 1, begin + allowed, day.wrap, breaks, eaten=False)


def _begin(day: WorkedDay, breaks: Breaks) -> datetime | None:
    """From when the first meal is due; ``None`` where a breakfast was given nobody says when."""
    if not day.breakfast_given or breaks.breakfast_within is None:
        return day.call
    if day.breakfast is None:
        return None
    soon = day.breakfast - day.call <= breaks.breakfast_within
    ends = day.breakfast_ends or day.breakfast + breaks.breakfast
    return max(day.call, ends) if soon else day.call


def _late(
    number: int, due: datetime, until: datetime, breaks: Breaks, *, eaten: bool
) -> Iterator[Late]:
    if until - due > breaks.grace:
        yield Late(number, due, until, eaten)


def cell_of(day: WorkedDay, late: Late) -> Cell:
    """Where a late meal's beginning stands, or the wrap of work that ended without it."""
    begins = {meal.start: meal.at for meal in day.meals if meal.is_meal}
    return begins[late.until] if late.eaten else day.cells["wrap"]
