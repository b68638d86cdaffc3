"""What a rule cannot do without, and how to add it, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from model.table import Table
from transforms import how_to_add
from transforms.agreements import FigureName
from transforms.facts import Facts
from transforms.how_to_add import FIELDS
from transforms.people.minors import minors, teachers
from transforms.people.ungoverned import without_agreement
from transforms.planning.permits import sites

KINDS: Mapping[str, str] = {
    "budget": "a budget or cost report",
    "budget_detail": "a budget's detail",
    "crew": "a crew list",
    "cast": "a cast list",
    "dood": "a day-out-of-days",
    "crew_grid": "a sheet of the crew's days worked",
    "purchase_orders": "a purchase order log",
    "ledger": "a general ledger",
    "petty_cash": "petty cash",
    "payroll": "payroll",
    "one_liner": "a one-liner",
    "permits": "a permit log",
    "insurance": "an insurance log",
    "equipment": "an equipment list",
    "times": "daily times",
}
"""Each kind of sheet that a rule may name, in words."""

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


class Need(Protocol):
    """Something that a rule needs: whether it is there, and how to say that it is not."""

    @property
    def kind(self) -> str:
        """What it is, in a word or two: "dood", "cast or crew", "an agreement"."""
        ...

    def met(self, facts: Facts) -> bool:
        """Whether the production has it."""
        ...

    def words(self) -> str:
        """What to add, for people."""
        ...


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of several kinds of sheet, with columns for all of ``fields``.

    ``also`` are kinds that would do as well, and that nobody is asked to add.
    """

    kinds: tuple[str, ...]
    fields: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kinds of sheet."""
        return " or ".join(self.kinds)

    def met(self, facts: Facts) -> bool:
        """Whether one of the kinds is there with these columns."""
        return self._there(facts, (*self.kinds, *self.also))

    def _there(self, facts: Facts, kinds: Sequence[str]) -> bool:
        tables = (facts.table(kind) for kind in kinds)
        return any(table is not None and _holds(table, self.fields) for table in tables)

    def words(self) -> str:
        """Name the sheet, and the columns that it has."""
        kinds = sorted(self.kinds, key=list(KINDS).index)
        headings = [FIELDS[field] for field in self.fields]
        sheets = " or ".join(KINDS[kind] for kind in kinds)
        return f"{sheets}: {how_to_add.tab(kinds, headings)}"

    def missing_parts(self, facts: Facts) -> list[str]:
        """Which of the kinds are there without these columns, so that they go unchecked."""
        if self._there(facts, self.also):
            return []
        there = {kind: facts.table(kind) for kind in self.kinds}
        return [
            f"{self._headings} on the {KINDS[kind].partition(' ')[2] or KINDS[kind]}: "
            f"{how_to_add.column(self.fields)}"
            for kind, table in there.items()
            if table is not None and not _holds(table, self.fields)
        ]

    @property
    def _headings(self) -> str:
        return " and ".join(f'"{FIELDS[field]}"' for field in self.fields)


@dataclass(frozen=True, slots=True)
class WholeLedger:
    """A ledger that holds the costs which the budget states, not a part of them.

    One that is not ``required`` is told where it is a part, and the rule runs all the same.
    """

    required: bool = True

    @property
    def kind(self) -> str:
        """What it is."""
        return "the whole ledger"

    def met(self, facts: Facts) -> bool:
        """Whether the ledger has what the budget states as actual to date."""
        return not self.required or facts.ledger_part is None

    def words(self) -> str:
        """What to add."""
        return (
            "the whole general ledger: the one that is here has less than the budget's actual to "
            "date on most accounts, so it seems to be of a period, or of some accounts"
        )

    def missing_parts(self, facts: Facts) -> list[str]:
        """What to add, where a part of the ledger is all that there is."""
        return [self.words()] if facts.ledger_part else []


def _holds(table: Table, fields: Sequence[str]) -> bool:
    """Whether each field has a column, or is read out of another ("INT. HALL - DAY", "3/2-3/6")."""
    return all(
        table.has(name) or (name in table.frame and bool(table.frame[name].notna().any()))
        for name in fields
    )


@dataclass(frozen=True, slots=True)
class AnyColumn:
    """A kind of sheet with a column for one of ``fields`` at least."""

    kind: str
    fields: tuple[str, ...]

    def met(self, facts: Facts) -> bool:
        """Whether the sheet is there with one of the columns."""
        table = facts.table(self.kind)
        return table is not None and any(table.has(field) for field in self.fields)

    def words(self) -> str:
        """Name the sheet, and the headings."""
        headings = " or ".join(f'"{FIELDS[field]}"' for field in self.fields)
        return f"{KINDS[self.kind]} with a column {headings}: {how_to_add.column(self.fields)}"


@dataclass(frozen=True, slots=True)
class Either:
    """One of two needs will do; who has neither is asked for the first."""

    first: Need
    second: Need

    @property
    def kind(self) -> str:
        """What both are."""
        return f"{self.first.kind} or {self.second.kind}"

    def met(self, facts: Facts) -> bool:
        """Whether the production has one of the two."""
        return self.first.met(facts) or self.second.met(facts)

    def words(self) -> str:
        """What to add: the first."""
        return self.first.words()


@dataclass(frozen=True, slots=True)
class PlacesOfDays:
    """A one-liner whose banners say where each day is shot, in place of a column."""

    kind: str = "places of days"

    def met(self, facts: Facts) -> bool:
        """Whether scenes are known to be shot at places that banners name."""
        return any(site.scenes[0].location for site in facts.once(sites))

    def words(self) -> str:
        """Name the banners."""
        return "a one-liner whose days say where they are shot: DAY 1 - Mon, March 2 - PIER 14"


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
class Minors:
    """A cast list that tells who is under age."""

    kind: str = "minors"

    def met(self, facts: Facts) -> bool:
        """Whether it has a column that tells, or calls somebody a minor in its remarks."""
        cast = facts.table("cast")
        told = cast is not None and any(cast.has(name) for name in ("minor", "age", "birth_date"))
        return told or (facts.table("dood") is not None and bool(facts.once(minors)))

    def words(self) -> str:
        """Name the column."""
        return (
            'a cast list that tells minors: add a column "Minor" (yes or no), "Age" or '
            '"Date of Birth"'
        )


@dataclass(frozen=True, slots=True)
class ScheduledTeachers:
    """A schedule with lines for studio teachers or chaperones."""

    kind: str = "teachers on a schedule"

    def met(self, facts: Facts) -> bool:
        """Whether one has such a line."""
        return facts.table("dood") is not None and bool(facts.once(teachers))

    def words(self) -> str:
        """Name the line."""
        return "a line for the studio teacher on the day-out-of-days"


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
