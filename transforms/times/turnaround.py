"""Rests from wrap to call that are shorter than agreed: forced calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from transforms.agreements import FigureName
from transforms.facts import Facts
from transforms.times.days import days_worked
from transforms.times.limits import Limit, limit
from transforms.times.minors import is_minor, minors_rest
from transforms.times.rest import Rest, rests

_ELSEWHERE = (FigureName.DAILY_REST_NEARBY, FigureName.DAILY_REST_DISTANT)


@dataclass(frozen=True, slots=True)
class ShortRest:
    """A rest that is shorter than agreed; ``least`` does on some locations, and no sheet says
    which it was.
    """

    rest: Rest
    agreed: Limit
    least: Limit

    @property
    def reduced(self) -> bool:
        """Whether it would do on some location."""
        return self.rest.length >= self.least.hours

    @property
    def taken(self) -> timedelta:
        """How much of the rest was taken."""
        return self.agreed.hours - self.rest.length


def short_rests(facts: Facts) -> tuple[ShortRest, ...]:
    """Every rest that is shorter than agreed, person by person."""
    return tuple(
        found
        for days in facts.once(days_worked).values()
        for rest in rests(days)
        for found in _short(facts, rest)
    )


def _short(facts: Facts, rest: Rest) -> Iterator[ShortRest]:
    minor = is_minor(rest.after)
    agreed = minors_rest(facts, rest.before) if minor else None
    agreed = agreed or limit(facts, rest.before, FigureName.DAILY_REST)
    if agreed is None or rest.length >= agreed.hours:
        return
    others = (limit(facts, rest.before, name) for name in (() if minor else _ELSEWHERE))
    known = [agreed, *(each for each in others if each is not None)]
    yield ShortRest(rest, agreed, min(known, key=lambda each: each.value))
