"""What a person's day costs beyond its rate: rest that was taken, late meals, overtime."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from model.issue import Cost
from transforms.facts import Facts
from transforms.money import hour_pay, pay
from transforms.money import overtime as overtime_pay
from transforms.money.rates import guaranteed_hours
from transforms.people.deals import Deal
from transforms.times.day import WorkedDay, hours
from transforms.times.meals import Late, cell_of


def deal_of(day: WorkedDay) -> Deal | None:
    """The deal that prices somebody's day; ``None`` for none, or for several that differ."""
    terms = {(deal.rate, deal.rate_unit, deal.guarantee_hours) for deal in day.deals}
    return day.deals[0] if len(terms) == 1 else None


def guaranteed(facts: Facts, day: WorkedDay) -> Decimal | None:
    """The hours that somebody's deal pays a day whether they are worked or not."""
    deal = deal_of(day)
    return guaranteed_hours(deal, pay.terms(facts, deal, day.day)) if deal else None


def forced_call(facts: Facts, day: WorkedDay, taken: timedelta) -> Cost | None:
    """What so much of the rest before a day costs; ``None`` where no figure or no rate says."""
    priced = hour_pay.forced_call(facts, deal_of(day), hours(taken), day.day, day.worker)
    return priced.cost if priced else None


def meal_penalties(facts: Facts, day: WorkedDay, late: Sequence[Late]) -> Cost | None:
    """What a day's late meals cost together; ``None`` where the agreement names no sums."""
    deal = deal_of(day)
    costs = []
    for meal in late:
        minutes = Decimal(meal.by // timedelta(minutes=1))
        cells = (day.cells["call"], cell_of(day, meal))
        priced = hour_pay.meal_penalty(facts, deal, minutes, day.day, cells, day.worker)
        costs += [priced.cost] if priced and priced.cost else []
    return pay.together(costs, facts.production.currency)


def overtime_cost(facts: Facts, day: WorkedDay) -> Cost | None:
    """What a day's hours cost beyond what the deal pays anyway."""
    eaten = day.elapsed - day.worked
    priced = overtime_pay.overtime(
        facts, deal_of(day), hours(day.worked), day.day, meals=hours(eaten), worker=day.worker
    )
    return priced.cost if priced else None
