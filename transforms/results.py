"""What the computation hands to the reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from model.cell import Cell
from model.history import Fact, Memory
from model.issue import Cost, Issue
from model.table import Guess, Table
from transforms.costs.lines import CostReport
from transforms.times.hot_lines import HotCosts


@dataclass(frozen=True, slots=True)
class HoldLine:
    """One performer's days, and what holds cost and a drop would save."""

    element_id: str
    name: str
    performer: str | None
    """The person's name from the cast list, if the two could be joined."""
    work: int
    hold: int
    travel: int
    start: date | None
    finish: date | None
    at: Cell
    daily_rate: Decimal | None = None
    rate_sources: tuple[Cell, ...] = ()
    hold_cost: Cost | None = None
    drop: tuple[date, date] | None = None
    """Best legal drop: the last work day before it and the pick-up day."""
    drop_days: int = 0
    drop_saves: Cost | None = None
    drop_legal: str = ""
    """What the agreement asks of a drop, and that this one keeps it."""
    clause: str = ""
    """The agreement's clause and source."""
    by_the_week: bool = False
    """Whether the deal is by the week, where the agreement's figure is for deals by the day."""
    no_drop: str = ""
    """Why somebody who is held cannot be dropped; or that no agreement says."""
    paid: int = 0
    """Days that are worked, held or travelled; a day that is two of them counts once."""
    paid_cost: Cost | None = None
    no_rate: str = ""
    """Why the days have no price."""


class Happening(StrEnum):
    """What a day ahead may bring, in the order in which it is told."""

    SHOOT = "Shoot day"
    HOLIDAY = "Holiday"
    COMPANY_HOLIDAY = "Company holiday"
    MOVE = "Company move"
    START = "Starts"
    ONLY_DAY = "Starts and wraps"
    PICKUP = "Picked up"
    TRAVEL = "Travels"
    FITTING = "Fitting"
    REHEARSAL = "Rehearsal"
    HOLD = "On hold"
    DROP = "Dropped"
    FINISH = "Wraps"
    EXPIRES = "Expires"
    DUE_BACK = "Due back"

    @property
    def rank(self) -> int:
        """0 for what is told first of a day."""
        return list(Happening).index(self)


@dataclass(frozen=True, slots=True)
class Ahead:
    """One thing that one of the next days brings, with the cells that say so."""

    day: date
    what: Happening
    who: str
    detail: str
    at: Cell
    related: tuple[Cell, ...] = ()
    until: date | None = None
    """The last day of what goes on: it is the same thing on each of its days."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that rules would need, and how to add it, in plain words."""

    what: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that could not run, or not on every sheet, and what it would need.

    Each of ``needs`` reads "what: how to add it"; they are parted by line feeds.
    """

    rule: str
    needs: str

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The same, each thing apart."""
        parts = (need.partition(": ") for need in self.needs.split("\n"))
        return tuple(Missing(what, how) for what, _, how in parts)


def by_need(unchecked: Sequence[NotChecked]) -> Mapping[Missing, tuple[str, ...]]:
    """The rules that each missing thing would let run: those that most rules want first.

    What several rules lack is told with the words that say most of how to add it.
    """
    rules: dict[str, list[str]] = {}
    hows: dict[str, str] = {}
    for item in unchecked:
        for missing in item.missing:
            rules.setdefault(missing.what, []).append(item.rule)
            hows[missing.what] = max(hows.get(missing.what, ""), missing.how, key=len)
    most_first = sorted(rules.items(), key=lambda pair: -len(pair[1]))
    return {Missing(what, hows[what]): tuple(own) for what, own in most_first}


@dataclass(frozen=True, slots=True)
class Schedule:
    """Where the shoot stands on the run's date."""

    first_day: date | None = None
    last_day: date | None = None
    shoot_days: int = 0
    shoot_day: int | None = None
    """The last shooting day on or before today; ``None`` before the first."""


@dataclass(frozen=True, slots=True)
class Present:
    """What the sheets say of one thing today, with the cells that say so."""

    fact: Fact
    at: Cell
    sources: tuple[Cell, ...]
    """One cell a tab."""
    rate: Cost | None = None
    """A performer's pay for one day, where the deals give it; never remembered."""


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that reports are made of."""

    tables: tuple[Table, ...]
    issues: tuple[Issue, ...]
    """Data issues, conflicts and money issues, in :attr:`Issue.order`."""
    not_checked: tuple[NotChecked, ...]
    cost_report: CostReport | None = None
    holds: tuple[HoldLine, ...] = ()
    schedule: Schedule = Schedule()
    ahead: tuple[Ahead, ...] = ()
    """What the next seven days bring, day by day."""
    holidays: Mapping[date, str] = field(default_factory=dict)
    """The holidays that the production keeps within its schedule, and who keeps them."""
    hot_costs: HotCosts | None = None
    """The labour of the last day with times."""
    unrecognised: tuple[Cell, ...] = ()
    """The first cell of each tab that was taken for nothing."""
    guesses: Mapping[Cell, Guess] = field(default_factory=dict)
    """What such a tab comes nearest to, by that cell."""
    present: tuple[Present, ...] = ()
    """What is compared with earlier runs and remembered for later ones."""
    memories: Mapping[str, Memory] = field(default_factory=dict)
    """What each spreadsheet remembers of earlier runs, by its name."""
