"""What a day and an hour of a deal cost: its rate turned from one unit into another, in words.

A deal's guaranteed hours are paid as its agreement pays hours: of twelve, with time and a half
after eight, the last four count one and a half each, so that a day of 12 guaranteed hours is 14
hours at straight time. A flat deal has neither a day nor an hour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from model.cell import Cell
from model.money import spoken
from model.production import Rate as Exchange
from transforms.people.deals import Deal

_HOURS_OF_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Rate:
    """What one day or hour costs, how that was worked out, and the cells that it comes from."""

    amount: Decimal
    words: str
    sources: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Tier:
    """Hours of a day beyond ``after`` are paid ``times`` the straight rate."""

    after: Decimal
    times: Decimal


@dataclass(frozen=True, slots=True)
class Terms:
    """What an agreement says that turns units into each other."""

    currency: str
    workweek: int = 5
    """Work days of a week."""
    standard_day: Decimal | None = None
    """Hours that a day's rate pays for where the deal guarantees none."""
    tiers: tuple[Tier, ...] = ()
    """Overtime of a day, the earliest first."""
    exchange: Mapping[str, Exchange] = field(default_factory=dict)
    """What the settings say that other currencies are worth: nothing else is converted."""


def paid_as(hours: Decimal, tiers: tuple[Tier, ...]) -> Decimal:
    """So many hours of one day, as hours at straight time."""
    return sum((part * times for part, times in parts_of(hours, tiers)), Decimal(0))


def parts_of(hours: Decimal, tiers: tuple[Tier, ...]) -> Iterator[tuple[Decimal, Decimal]]:
    """The hours of one day by what they are paid at: (8, 1), (2, 1.5) for ten."""
    steps = (Tier(Decimal(0), Decimal(1)), *tiers)
    ends = [*(tier.after for tier in tiers), hours]
    for step, end in zip(steps, ends, strict=True):
        if (part := min(end, hours) - step.after) > 0:
            yield part, step.times


def day_rate(deal: Deal, terms: Terms) -> Rate | None:
    """What one day costs; ``None`` where the deal does not say.

    A week rate is divided by the agreement's work days. An hour rate needs guaranteed hours: more
    than 24 are a week's, and are divided likewise.
    """
    own = _own(deal, terms)
    if own is None:
        return None
    amount, said, cell = *own, deal.cell("rate")
    if deal.rate_unit == "day":
        return Rate(amount, f"day rate {said}", (cell,))
    if deal.rate_unit == "week":
        words = f"week rate {said} / {terms.workweek} days"
        return Rate(amount / terms.workweek, words, (cell,))
    hours = guaranteed_hours(deal, terms)
    if deal.rate_unit == "hour" and hours is not None:
        paid, words = _paid_in_words(hours, terms)
        sources = (cell, deal.cell("guarantee_hours"))
        return Rate(amount * paid, f"hour rate {said} x {words}", sources)
    return None


def hour_rate(deal: Deal, terms: Terms) -> Rate | None:
    """What one hour at straight time costs; ``None`` where the deal does not say.

    A day's or week's rate needs the guaranteed hours, or those that the agreement's day has.
    """
    own = _own(deal, terms)
    if own is not None and deal.rate_unit == "hour":
        return Rate(own[0], f"hour rate {own[1]}", (deal.cell("rate"),))
    day, hours = day_rate(deal, terms), guaranteed_hours(deal, terms)
    if day is None:
        return None
    if hours is not None:
        paid, words = _paid_in_words(hours, terms)
        sources = (*day.sources, deal.cell("guarantee_hours"))
        return Rate(day.amount / paid, f"{day.words} / {words}", sources)
    if terms.standard_day is not None:
        words = f"{day.words} / {plain(terms.standard_day)} hours of a standard day"
        return Rate(day.amount / terms.standard_day, words, day.sources)
    return None


def guaranteed_pay(deal: Deal, terms: Terms) -> Decimal | None:
    """The hours at straight time that a day of the deal pays whether they are worked or not."""
    hours = guaranteed_hours(deal, terms) or terms.standard_day
    return None if hours is None else paid_as(hours, terms.tiers)


def _own(deal: Deal, terms: Terms) -> tuple[Decimal, str] | None:
    """A deal's rate in the production's currency, in figures and in words.

    ``None`` where there is none, or it is in a currency that the settings have no rate for.
    """
    if deal.rate is None or deal.rate <= 0:
        return None
    if not deal.currency:
        return deal.rate, spoken(deal.rate, terms.currency)
    if (worth := terms.exchange.get(deal.currency)) is None:
        return None
    said = f"{spoken(deal.rate, deal.currency)} at {worth.rate.normalize():f}"
    return deal.rate * worth.rate, said


def guaranteed_hours(deal: Deal, terms: Terms) -> Decimal | None:
    """The hours that a deal guarantees a day; more than 24 are a week's. ``None`` for none."""
    hours = deal.guarantee_hours
    if hours is None or hours <= 0:
        return None
    daily = hours / terms.workweek if hours > _HOURS_OF_A_DAY else hours
    return daily if daily <= _HOURS_OF_A_DAY else None


def _paid_in_words(hours: Decimal, terms: Terms) -> tuple[Decimal, str]:
    """Guaranteed hours as they are paid, and how that comes about."""
    paid = paid_as(hours, terms.tiers)
    said = f"{plain(hours)} guaranteed hours a day"
    if paid == hours:
        return paid, said
    return paid, f"{plain(paid)} ({said}: {in_parts(hours, terms.tiers)})"


def in_parts(hours: Decimal, tiers: tuple[Tier, ...]) -> str:
    """The hours of one day by what they are paid at, in words: "8 + 2 at 1.5"."""
    return " + ".join(
        plain(part) if times == 1 else f"{plain(part)} at {plain(times)}"
        for part, times in parts_of(hours, tiers)
    )


def plain(number: Decimal) -> str:
    """A number of hours without needless zeros; at most two decimals."""
    return f"{round(number, 2).normalize():f}"
