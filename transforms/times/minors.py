"""Minors on the times: who is one, by the cast list, and what the law lets them work."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.agreements import Agreement, FigureName
from transforms.agreements.minors import MinorBand, band, reaches
from transforms.facts import Facts
from transforms.times.day import WorkedDay
from transforms.times.limits import Limit, limit, minors_limit

_OF_AGE = 18
_YOUNGEST = 2
"""From two years on, an age in years says which of a law's bands somebody is in."""


def is_minor(day: WorkedDay) -> bool:
    """Whether somebody is under eighteen on a day, as far as the cast list says."""
    return _is_under(day, _OF_AGE)


def minors_rest(facts: Facts, day: WorkedDay) -> Limit | None:
    """The rest of a minor, by the chosen law, else by their own agreement."""
    found = minors_limit(facts, FigureName.MINORS_REST)
    found = found or limit(facts, day, FigureName.MINORS_REST)
    until = found.figure.until_age if found and found.figure else None
    return found if until is None or _is_under(day, until) else None


def _is_under(day: WorkedDay, years: int) -> bool:
    """Whether somebody is younger than so many years on a day."""
    if day.born is not None:
        return day.day < reaches(day.born, f"{years} years")
    return day.age is not None and day.age < years


def law_for(facts: Facts, day: WorkedDay) -> tuple[Agreement, MinorBand] | None:
    """The chosen law on minors, and its band for somebody's age on a day."""
    born = day.born or _born(day)
    for agreement in facts.agreements:
        if born is not None and agreement.minors:
            found = band(agreement.minors, born, day.day)
            if found is not None:
                return agreement, found
    return None


def _born(day: WorkedDay) -> date | None:
    """A day on which somebody of an age in years may have been born."""
    if day.age is None or day.age < _YOUNGEST:
        return None
    return day.day - timedelta(days=round((day.age + 0.5) * 365.25))
