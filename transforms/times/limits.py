"""The figure that a rule on hours holds a day to: the agreement's, the settings', or none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from transforms.agreements import Agreement, Figure, FigureName
from transforms.citation import cite
from transforms.facts import Facts
from transforms.times.day import WorkedDay

BY_SETTINGS = {
    FigureName.DAILY_REST: "turnaround",
    FigureName.WEEKLY_REST_TWO: "weekly_rest",
    FigureName.MEAL_AFTER: "meal_after",
    FigureName.SECOND_MEAL_AFTER: "meal_after",
    FigureName.OVERTIME_AFTER: "overtime_after",
    FigureName.DOUBLE_AFTER: "double_after",
    FigureName.NIGHT_FROM: "night_from",
}
"""Figure -> the setting under "hours" that says it where no agreement does."""
_FILLED_IN = (FigureName.DAILY_REST, FigureName.MEAL_AFTER, FigureName.SECOND_MEAL_AFTER)
"""Rest and meals are everybody's; what an agreement does not say of overtime is not paid."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure, with the agreement that it is from; ``None`` where the settings say it."""

    value: Decimal
    agreement: Agreement | None = None
    figure: Figure | None = None

    @property
    def hours(self) -> timedelta:
        """The figure, where it is hours."""
        return timedelta(minutes=float(self.value * 60))

    @property
    def minutes(self) -> timedelta:
        """The figure, where it is minutes."""
        return timedelta(minutes=float(self.value))

    @property
    def elapsed(self) -> bool:
        """Whether hours are counted from the call on, meals and all."""
        return self.figure is not None and self.figure.counted == "elapsed"

    def clause(self, *dates: date) -> str:
        """The clause behind the figure; the settings have none."""
        if self.agreement is None or self.figure is None:
            return "the figure under 'hours' in the settings"
        return cite(self.agreement, self.figure, dates)


def limit(facts: Facts, day: WorkedDay, name: FigureName) -> Limit | None:
    """What holds for somebody's day: their agreement's figure, or a law's, or the settings'."""
    agreed = facts.governing.figure(day.worker, name, day.day)
    if agreed is not None:
        return Limit(agreed[1].value, *agreed)
    attribute = BY_SETTINGS.get(name)
    said = getattr(facts.production.hours, attribute) if attribute else None
    return Limit(said) if said is not None and _is_open(facts, day, name) else None


def _is_open(facts: Facts, day: WorkedDay, name: FigureName) -> bool:
    """Whether the settings may say a figure: nothing governs the day, or is silent on it.

    An agreement for some positions alone is silent on purpose: assistant directors have no meal
    penalties. One for the whole crew or cast leaves it to the production.
    """
    own = facts.governing.own(day.worker)
    return not own or (
        name in _FILLED_IN and not any(each.claims or each.says(name) for each in own)
    )


def minors_limit(facts: Facts, name: FigureName) -> Limit | None:
    """A figure of the first chosen law on minors that has it."""
    for agreement in facts.agreements:
        if agreement.covers == "minors" and name in agreement.figures:
            return Limit(agreement.figures[name].value, agreement, agreement.figures[name])
    return None
