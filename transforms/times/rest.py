"""Rest between a wrap and the next call: turnaround, and the rest around days off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from transforms.times.day import WorkedDay

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Rest:
    """The time between two days of one person. ``free`` are the days off between them."""

    before: WorkedDay
    after: WorkedDay
    week: int
    """Days worked within the seven days that end with ``before``."""
    run: int = 1
    """Days worked in a row up to ``before``."""

    @property
    def length(self) -> timedelta:
        """From the wrap to the next call."""
        return self.after.call - self.before.wrap

    @property
    def free(self) -> int:
        """Days off between the two."""
        return (self.after.day - self.before.day).days - 1


def rests(days: Sequence[WorkedDay]) -> Iterator[Rest]:
    """Every rest between a person's days, which are in order."""
    first = begun = 0
    for at, (before, after) in enumerate(pairwise(days)):
        while (before.day - days[first].day).days >= _WEEK:
            first += 1
        yield Rest(before, after, at - first + 1, at - begun + 1)
        begun = begun if (after.day - before.day).days == 1 else at + 1
