"""What a rule needs that the settings choose: an agreement, holidays, dates; in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from transforms.agreements import FigureName
from transforms.facts import Facts
from transforms.people.ungoverned import without_agreement

FIGURES: Mapping[FigureName, str] = {
    FigureName.DROP_DAYS: "how many days a drop must last",
    FigureName.DAYS_OFF: "how many days off a week has",
    FigureName.DAILY_REST: "how long the rest from wrap to call is",
    FigureName.WEEKLY_REST_TWO: "how long the rest around two days off is",
    FigureName.MEAL_AFTER: "how long after the call a meal is due",
    FigureName.OVERTIME_AFTER: "after how many hours overtime begins",
    FigureName.NIGHT_FROM: "when night work begins",
}


NO_AGREEMENT = (
    "an agreement: choose one under 'agreements' in the settings (`topsheet rules` names them); "
    "figures on hours may be said under 'hours' instead"
)
"""What to add where none was chosen."""


@dataclass(frozen=True, slots=True)
class AgreedFigure:
    """A figure from an agreement that the settings chose."""

    name: FigureName
    kind: str = "an agreement"

    def met(self, facts: Facts) -> bool:
        """Whether a chosen agreement has the figure."""
        return any(agreement.says(self.name) for agreement in facts.agreements)

    def words(self) -> str:
        """Name the setting and the figure."""
        return (
            f"an agreement that says {FIGURES[self.name]}: choose one under 'agreements' "
            "in the settings"
        )

    def missing_parts(self, facts: Facts) -> list[str]:
        """For whom no chosen agreement has the figure, so that they go unchecked."""
        return without_agreement(facts, self.name).splitlines()


@dataclass(frozen=True, slots=True)
class HoursFigure:
    """One of several figures on hours, from an agreement or from the settings' own ``hours``.

    The first of ``names`` says in words what is asked for.
    """

    names: tuple[FigureName, ...]
    setting: str
    kind: str = "a figure on hours"

    def met(self, facts: Facts) -> bool:
        """Whether a chosen agreement has one of the figures, or the settings say one."""
        said = getattr(facts.production.hours, self.setting) is not None
        return said or any(a.says(name) for a in facts.agreements for name in self.names)

    def words(self) -> str:
        """Name both settings and the figure."""
        return (
            f"a figure that says {FIGURES[self.names[0]]}: choose an agreement under "
            f"'agreements', or say {self.setting} under 'hours', in the settings"
        )


@dataclass(frozen=True, slots=True)
class MinorsLaw:
    """A law (or agreement) on the hours of minors that the settings chose."""

    kind: str = "a law on minors"

    def met(self, facts: Facts) -> bool:
        """Whether one is chosen."""
        return any(agreement.minors for agreement in facts.agreements)

    def words(self) -> str:
        """Name the setting."""
        return (
            "a law on the hours of minors: choose one (such as california-minors) under "
            "'agreements' in the settings"
        )


@dataclass(frozen=True, slots=True)
class ProductionDates:
    """The production's first and last date, which the settings may say."""

    kind: str = "production dates"

    def met(self, facts: Facts) -> bool:
        """Whether the settings say both."""
        return facts.production.start is not None and facts.production.end is not None

    def words(self) -> str:
        """Name the settings."""
        return "the production's dates: say 'start' and 'end' in the settings"


@dataclass(frozen=True, slots=True)
class MinimumCover:
    """What covers must come to, which only the production knows."""

    kind: str = "minimum_cover"

    def met(self, facts: Facts) -> bool:
        """Whether the settings give a minimum."""
        return bool(facts.production.minimum_cover)

    def words(self) -> str:
        """Name the setting."""
        return "how high each cover must be: say so under 'minimum_cover' in the settings"


@dataclass(frozen=True, slots=True)
class Holidays:
    """Any calendar of holidays: an agreement's, or a country's."""

    kind: str = "holidays"

    def met(self, facts: Facts) -> bool:
        """Whether the settings chose one."""
        kept = any(agreement.holidays is not None for agreement in facts.agreements)
        return kept or bool(facts.production.holidays)

    def words(self) -> str:
        """Name both settings."""
        return (
            "a calendar of holidays: choose an agreement under 'agreements', or a country "
            "under 'holidays', in the settings"
        )
