"""The days of people's weeks by all sheets: called and wrapped, or on the schedule at work or held.

Times are kept of a few people, or from some day on; a performer who is on hold is engaged and paid.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from transforms.times.days import days_worked

if TYPE_CHECKING:
    from transforms.facts import Facts


@dataclass(frozen=True, slots=True)
class Engaged:
    """Somebody's days by the schedules."""

    worked: frozenset[date] = frozenset()
    held: frozenset[date] = frozenset()


def engaged(facts: Facts) -> Mapping[str, Engaged]:
    """Person (as :func:`days_worked` calls them) -> their days on the schedules, if on any."""
    marks, timed = facts.attendance, facts.timed.marks["person"]
    marks = marks[(marks["work"] | marks["hold"]) & marks["human"]]
    marks = marks[marks["person"].isin(timed)]
    found: dict[int, dict[date, bool]] = defaultdict(dict)
    columns = (marks[name].tolist() for name in ("person", "ordinal", "work"))
    for person, ordinal, work in zip(*columns, strict=True):
        day = date.fromordinal(ordinal)
        found[person][day] = work or found[person].get(day, False)
    calls = dict(zip(facts.timed.cells.values(), timed, strict=True))
    made = {}
    for name, days in facts.once(days_worked).items():
        own = found.get(calls[days[0].cells["call"]], {})
        worked = frozenset(day for day, work in own.items() if work)
        made[name] = Engaged(worked, frozenset(own) - worked)
    return made
