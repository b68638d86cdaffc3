"""A day's hours as they are paid: the tiers that hold for somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from transforms.agreements import FigureName
from transforms.facts import Facts
from transforms.times.day import WorkedDay, hours
from transforms.times.limits import Limit, limit
from transforms.times.tiers import Tier, overtime

_TIERS = (
    (FigureName.OVERTIME_AFTER, FigureName.OVERTIME_TIMES, Decimal("1.5")),
    (FigureName.DOUBLE_AFTER, None, Decimal(2)),
    (FigureName.TRIPLE_AFTER, None, Decimal(3)),
)
"""When each tier begins, the figure that says its multiple, and what it is by its name else."""


@dataclass(frozen=True, slots=True)
class PaidDay:
    """A day's hours: all that were worked, and of them those that are paid at a multiple."""

    worked: Decimal
    beyond: Mapping[Decimal, Decimal]
    """Multiple -> hours."""

    @property
    def overtime(self) -> Decimal:
        """All hours that are paid at a multiple."""
        return sum(self.beyond.values(), Decimal(0))

    @property
    def as_straight(self) -> Decimal:
        """The day's hours as hours at straight time."""
        more = sum(((times - 1) * count for times, count in self.beyond.items()), Decimal(0))
        return self.worked + more


def paid_day(facts: Facts, day: WorkedDay) -> PaidDay | None:
    """A day's hours by tier; ``None`` where nothing says when overtime begins."""
    tiers = [tier for tier, _ in _tiers(facts, day)]
    if not tiers:
        return None
    longest = limit(facts, day, FigureName.MEAL_LONGEST)
    step = limit(facts, day, FigureName.OVERTIME_STEP)
    beyond = overtime(
        day, tiers, longest.minutes if longest else None, step.value if step else None
    )
    return PaidDay(hours(day.worked), beyond)


def clauses(facts: Facts, day: WorkedDay, beyond: Mapping[Decimal, Decimal]) -> tuple[str, ...]:
    """The clauses of the tiers that a day reached."""
    return tuple(
        begins.clause(day.day) for tier, begins in _tiers(facts, day) if tier.times in beyond
    )


def _tiers(facts: Facts, day: WorkedDay) -> list[tuple[Tier, Limit]]:
    """The tiers that hold for somebody's day, with the figure of each."""
    made = []
    for after, multiple, usual in _TIERS:
        begins = limit(facts, day, after)
        if begins is None:
            continue
        said = limit(facts, day, multiple) if multiple else None
        times = said.value if said else usual
        made.append((Tier(begins.hours, times, begins.elapsed), begins))
    return made
