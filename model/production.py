"""What a production is run by: the facts and choices that reading, rules and reports ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from model.periods import WEEKLY, Periods


class Sign(StrEnum):
    """Which way round a variance is written; half the trade does the opposite of the other half."""

    OVER_IS_NEGATIVE = "(over)/under"
    """Revised budget less EFC: an over is negative, in parentheses."""
    OVER_IS_POSITIVE = "over/(under)"
    """EFC less revised budget."""


class Accruals(StrEnum):
    """Where a cost stands that is incurred and not posted yet: never in both."""

    IN_COMMITMENTS = "commitments"
    IN_COST_TO_DATE = "cost to date"


class SubAccounts(StrEnum):
    """Where a cost of "2201-05" stands when the budget has a line for 2201 and none for it."""

    IN_THEIR_ACCOUNT = "in their account"
    APART = "apart"
    """On a line of its own, as not in the budget."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of another currency was worth in the production's, and on which day."""

    rate: Decimal
    date: date


@dataclass(frozen=True, slots=True)
class Costing:
    """How costs are put to accounts."""

    accruals: Accruals = Accruals.IN_COMMITMENTS
    sub_accounts: SubAccounts = SubAccounts.IN_THEIR_ACCOUNT
    rates: Mapping[str, Rate] = field(default_factory=dict)
    """Currency -> its rate; nothing in another currency is converted by any other."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When an explanation is wanted: past the percentage *and* past the floor in money."""

    percent: Decimal = Decimal(10)
    floor: Decimal = Decimal(2500)
    deal_memo_days: int = 7
    """A person who starts within this many days wants a signed deal memo."""
    resolved_days: int = 14
    """A conflict that is resolved for so many days is folded away, people's words with it."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours that the production itself holds to, where no agreement that it chose says any.

    ``None``: nothing is held to. ``night_from`` is an hour of the day; the others are lengths.
    """

    turnaround: Decimal | None = None
    weekly_rest: Decimal | None = None
    """Around two days off."""
    meal_after: Decimal | None = None
    overtime_after: Decimal | None = None
    double_after: Decimal | None = None
    night_from: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """What the settings say of one tab, over what would be recognised."""

    tab: str
    kind: str | None = None
    """A kind of sheet, or "ignore" to leave the tab out."""
    header_rows: tuple[int, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    """Field -> column letters."""
    legend: Mapping[str, str] = field(default_factory=dict)
    """A day-out-of-days code as the sheet writes it -> as Movie Magic does ("T" -> "TR")."""
    locale: str | None = None
    """How this tab's dates and amounts are written, where otherwise than the production's."""
    superseded: bool | None = None
    """Whether the tab is an older revision, in no sum; ``None`` leaves it to the titles."""


@dataclass(frozen=True, slots=True)
class Production:
    """Frozen facts of one run. ``today`` is the run's date in the production's time zone."""

    name: str
    today: date
    currency: str = "USD"
    locale: str = "en_US"
    time_zone: str = "UTC"
    start: date | None = None
    """First and last date that the schedule may bear; they settle dates without a year."""
    end: date | None = None
    agreements: tuple[str, ...] = ()
    """Ids of the agreements that the production chose: nothing else applies."""
    department_agreements: Mapping[str, str] = field(default_factory=dict)
    """Department -> the id of the agreement that governs it where its people name no union, or
    "none"."""
    holidays: tuple[str, ...] = ()
    """Countries, or country and subdivision ("US", "CA-BC"), whose public holidays count."""
    minimum_cover: Mapping[str, Decimal] = field(default_factory=dict)
    """Cover, as the insurance log calls it -> the least that its limit must be."""
    sign: Sign = Sign.OVER_IS_NEGATIVE
    thresholds: Thresholds = Thresholds()
    hours: Hours = Hours()
    closed_accounts: frozenset[str] = frozenset()
    costing: Costing = Costing()
    periods: Periods = WEEKLY
    overrides: Mapping[tuple[str, str], Override] = field(default_factory=dict)
    """(book, tab) -> what the settings say of it."""

    def override(self, book: str, tab: str) -> Override | None:
        """What the settings say of a tab, if they do."""
        return self.overrides.get((book, tab))
