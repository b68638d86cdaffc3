"""What a spreadsheet remembers of earlier runs: what moved, a record a thing and day.

A :class:`Fact` is what the sheets say of one thing: an account's figures, a performer's days, a
unit's shooting days, a person on a list. A :class:`Record` says since which day they say so. What
stood on any day is worked out from the records up to it: nothing else is kept, so that a night on
which nothing moved adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a fact is about, in the order in which changes are told."""

    SHOOT = "shooting days"
    PERFORMER = "performer"
    CAST = "cast list"
    CREW = "crew list"
    ACCOUNT = "account"


Thing = tuple[Kind, str]
"""What is remembered: its kind, and a key that lasts from run to run."""


@dataclass(frozen=True, slots=True)
class Money:
    """An account's figures as they are remembered. Major units, exact to four decimals."""

    revised: Decimal
    actual: Decimal
    commitments: Decimal
    efc: Decimal

    @property
    def variance(self) -> Decimal:
        """Revised budget less EFC: an over is negative."""
        return self.revised - self.efc


@dataclass(frozen=True, slots=True)
class Fact:
    """What the sheets say of one thing on one day.

    ``books`` are the spreadsheets that say so; a fact that says the same from elsewhere is the same
    fact.
    """

    kind: Kind
    key: str
    name: str = ""
    """How it is called: "Model Makers", "12. WREN", "Ana Moreno"."""
    money: Money | None = None
    days: tuple[tuple[date, str], ...] = ()
    """Dates in order, each with what it is: "W" work, "H" hold, "TR" travel, "R", "FT"."""
    role: str = ""
    """A person's position on the list; the part of the budget that an account is in."""
    books: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def thing(self) -> Thing:
        """What it is about."""
        return self.kind, self.key


State = Mapping[Thing, Fact]
"""What stood on one day."""


@dataclass(frozen=True, slots=True)
class Record:
    """From ``on`` until the next record of the same thing, the sheets said ``fact``.

    ``gone`` says that from then on they no longer named it; ``fact`` is then what they said last.
    """

    on: date
    fact: Fact
    gone: bool = False

    @property
    def order(self) -> tuple[date, Kind, str]:
        """By day, then by thing."""
        return self.on, self.fact.kind, self.fact.key


@dataclass(frozen=True, slots=True)
class History:
    """Records, at most one a thing and day, in order."""

    records: tuple[Record, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which something moved."""
        return tuple(sorted({record.on for record in self.records}))

    @property
    def since(self) -> date | None:
        """The day on which it begins; ``None`` while nothing was ever recorded."""
        return min((record.on for record in self.records), default=None)

    @property
    def until(self) -> date | None:
        """The latest day on which anything moved."""
        return max((record.on for record in self.records), default=None)

    def upto(self, day: date) -> State:
        """What stood at the end of a day."""
        return _folded(record for record in self.records if record.on <= day)

    def before(self, day: date) -> State:
        """What stood at the end of the day before."""
        return _folded(record for record in self.records if record.on < day)


@dataclass(frozen=True, slots=True)
class Memory:
    """What one spreadsheet tells of earlier runs, and of what people typed since."""

    history: History = History()
    explained: frozenset[str] = frozenset()
    """Keys of the cost report's lines that have an explanation."""
    damaged: int = 0
    """Rows of the history that could not be read, and were passed over."""


def history_of(records: Iterable[Record]) -> History:
    """Put records in order. Of two for one thing and day the later one given counts."""
    last = {record.order: record for record in records}
    return History(tuple(sorted(last.values(), key=lambda record: record.order)))


def _folded(records: Iterable[Record]) -> State:
    found: dict[Thing, Fact] = {}
    for record in sorted(records, key=lambda each: each.order):
        if record.gone:
            found.pop(record.fact.thing, None)
        else:
            found[record.fact.thing] = record.fact
    return found
