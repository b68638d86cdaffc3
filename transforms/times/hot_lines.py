"""What the hot costs are: a line a person, of the last day with times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from model.cell import Cell


@dataclass(frozen=True, slots=True)
class Money:
    """A day's labour: budgeted, and as it came out; from the cells in ``sources``."""

    budget: Decimal
    actual: Decimal
    sources: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class HotLine:
    """One person's day. Hours are hours worked, meals apart."""

    person: str
    name: str
    department: str
    position: str
    cells: tuple[Cell, ...]
    """Of call and wrap."""
    listed: tuple[Cell, ...]
    """Cells of lists that department or position come from."""
    call: str
    wrap: str
    hours: Decimal
    planned: Decimal | None
    planned_from: tuple[Cell, ...]
    """Cells of lists that budgeted hours come from, on any day."""
    tiers: Mapping[Decimal, Decimal]
    """Multiple -> hours."""
    half_hours: int
    """Half-hours by which meals were late."""
    rest_taken: Decimal
    """Hours of rest taken by a forced call."""
    money: Money | None
    over_hours: Decimal | None
    """Hours beyond the budgeted ones, all days up to this one."""
    over: Money | None
    """The money of all those days."""


@dataclass(frozen=True, slots=True)
class HotCosts:
    """The last day with times, up to the day of the run."""

    day: date
    lines: tuple[HotLine, ...]
    untimed: tuple[tuple[str, Cell], ...] = ()
    """Who stands on lines of the day that lack a call or a wrap, and where."""
