"""What a rule cannot do without, and how to add it, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from model.table import Table
from transforms import how_to_add
from transforms.facts import Facts
from transforms.how_to_add import FIELDS
from transforms.people.crew_lists import has_crew
from transforms.people.minors import minors, teachers
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
class CrewOnGrid:
    """Crew grids that list a whole crew with its positions, in place of a crew list."""

    kind: str = "crew on a grid"

    def met(self, facts: Facts) -> bool:
        """Whether there are such."""
        return has_crew(facts)

    def words(self) -> str:
        """Name the column."""
        return 'a sheet of the crew\'s days worked, with a column "Position"'


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
