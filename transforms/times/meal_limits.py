"""What somebody's agreement, or the settings, say of meals; and the meals that were late by it."""

from __future__ import annotations

from datetime import timedelta

from transforms.agreements import FigureName
from transforms.facts import Facts
from transforms.times.day import WorkedDay
from transforms.times.limits import limit
from transforms.times.meals import Breaks, Late, late_meals


def late_on(facts: Facts, day: WorkedDay) -> list[Late]:
    """A day's late meals."""
    return list(late_meals(day, _breaks(facts, day)))


def _breaks(facts: Facts, day: WorkedDay) -> Breaks:
    first = limit(facts, day, FigureName.MEAL_AFTER)
    later = limit(facts, day, FigureName.SECOND_MEAL_AFTER)
    grace = limit(facts, day, FigureName.MEAL_GRACE)
    within = limit(facts, day, FigureName.NDB_WITHIN)
    length = limit(facts, day, FigureName.NDB)
    return Breaks(
        first=first.hours if first else None,
        later=later.hours if later else None,
        grace=grace.minutes if grace else timedelta(),
        breakfast_within=within.hours if within else None,
        breakfast=length.minutes if length else timedelta(),
    )
