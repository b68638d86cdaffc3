"""One person's day: from the call to the wrap, with the meals between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from model.cell import Cell
from transforms.people.deals import Deal
from transforms.people.governed import Worker


@dataclass(frozen=True, slots=True)
class Meal:
    """A meal, or another break that is not worked; ``at`` is the cell of its beginning."""

    start: datetime
    end: datetime
    at: Cell
    is_meal: bool = True
    number: int = 1
    """Which of the day's meals it is, by the sheet's columns."""

    @property
    def length(self) -> timedelta:
        """How long it lasted."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class WorkedDay:
    """One person's day of work, all instants in UTC; ``cells`` locate call and wrap."""

    person: str
    name: str
    day: date
    call: datetime
    wrap: datetime
    meals: tuple[Meal, ...]
    unplaced: timedelta
    """Meals whose length is said and whose time is not."""
    breakfast: datetime | None
    breakfast_given: bool
    cells: Mapping[str, Cell]
    worker: Worker
    deals: tuple[Deal, ...]
    department: str
    position: str
    planned: Decimal | None
    """The hours that were planned, less the meals."""
    listed: tuple[Cell, ...] = ()
    """Cells of the list that department or position were taken from."""
    born: date | None = None
    age: int | None = None
    breakfast_ends: datetime | None = None
    most: Decimal | None = None
    """The hours that the sheet itself says somebody may be there, as a child's licence does."""

    @property
    def elapsed(self) -> timedelta:
        """From call to wrap."""
        return self.wrap - self.call

    @property
    def worked(self) -> timedelta:
        """Hours worked: from call to wrap, less the meals."""
        return self.elapsed - self.unplaced - sum((m.length for m in self.meals), timedelta())


def hours(length: timedelta) -> Decimal:
    """A length in hours, exact to the minute."""
    return Decimal(round(length.total_seconds() / 60)) / 60


def spoken(length: timedelta) -> str:
    """A length in words: "9 h 30", "11 h", "45 minutes"."""
    whole, minutes = divmod(round(length.total_seconds() / 60), 60)
    if not whole:
        return f"{minutes} minute{'' if minutes == 1 else 's'}"
    return f"{whole} h {minutes:02}" if minutes else f"{whole} h"
