"""A production's accounting periods: when each ends, and which is closed on a given day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SATURDAY = 5
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods end on a weekday, week after week (Monday is 0), or on the days listed in ``ends``.

    The last day belongs to its period; the period is closed from the next day on.
    """

    weekday: int = _SATURDAY
    ends: tuple[date, ...] = ()

    def end_of(self, day: date) -> date | None:
        """The last day of the period that a day is in; ``None`` behind the last one listed."""
        if self.ends:
            return min((end for end in self.ends if end >= day), default=None)
        return day + timedelta(days=(self.weekday - day.weekday()) % 7)

    def last_closed(self, day: date) -> date | None:
        """The last day of the latest period that is closed by then; ``None`` before the first."""
        if self.ends:
            return max((end for end in self.ends if end < day), default=None)
        return day + timedelta(days=(self.weekday - day.weekday()) % 7) - _WEEK

    def closed(self, day: date, number: int) -> date | None:
        """The last day of the ``number``-th latest closed period: 1 is the latest."""
        found: date | None = day
        for _ in range(number):
            found = self.last_closed(found) if found else None
        return found


WEEKLY = Periods()
"""Weeks that end on Saturday, as most of the trade keeps them."""
