"""What rest that was taken and meals that came late cost, by the agreement's figures.

Both answer ``None`` where no agreement over the person's work says, and a clause without
a cost where the agreement says but the deal has no rate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from model.cell import Cell
from model.issue import Cost
from model.money import ZERO, cents, spoken
from transforms import words
from transforms.agreements import Agreement, Figure, FigureName
from transforms.citation import cite
from transforms.facts import Facts
from transforms.money import pay
from transforms.money.rates import day_rate, hour_rate, plain
from transforms.people.deals import Deal
from transforms.people.governed import Worker

HALF_HOUR = 30
_NOBODYS = Worker("cast")


@dataclass(frozen=True, slots=True)
class Priced:
    """What something costs, where a rate is known, and the clause that says so."""

    cost: Cost | None
    clause: str


@dataclass(frozen=True, slots=True)
class Said:
    """What the agreement over somebody's work says on one day."""

    facts: Facts
    deal: Deal | None
    on: date
    worker: Worker | None = None
    """What tells the agreement; else the deal does."""

    def figure(self, name: FigureName) -> tuple[Agreement, Figure] | None:
        """A figure over this work."""
        worker = self.worker or (self.deal.worker if self.deal else _NOBODYS)
        return self.facts.governing.figure(worker, name, self.on)

    def value(self, name: FigureName, otherwise: Decimal = ZERO) -> Decimal:
        """A figure's value, or another where the agreement has none."""
        found = self.figure(name)
        return found[1].value if found else otherwise

    def pays_in_own(self, name: FigureName) -> bool:
        """Whether a figure in money is in the production's own currency; else it is no use."""
        found = self.figure(name)
        return found is not None and found[0].currency == self.currency

    @property
    def currency(self) -> str:
        """The production's."""
        return self.facts.production.currency

    def clause(self, name: FigureName) -> str:
        """A figure's clause; "" where there is none."""
        found = self.figure(name)
        return cite(*found, (self.on,)) if found else ""


def forced_call(
    facts: Facts, deal: Deal | None, taken: Decimal, on: date, worker: Worker | None = None
) -> Priced | None:
    """What ``taken`` hours of somebody's rest before the call on a day cost.

    ``worker`` tells the agreement where no deal does.
    """
    said = Said(facts, deal, on, worker)
    for name, price in (
        (FigureName.FORCED_CALL_DAYS, _forced_call_days),
        (FigureName.REST_PENALTY, _rest_hours),
        (FigureName.REST_PENALTY_DAYS, _rest_days),
    ):
        if said.figure(name) is not None:
            return Priced(price(said, deal, taken) if deal else None, said.clause(name))
    return None


def _forced_call_days(said: Said, deal: Deal, _: Decimal) -> Cost | None:
    """The lesser of so many days' pay and the agreement's most."""
    rate = day_rate(deal, pay.terms(said.facts, deal, said.on))
    if rate is None or not said.pays_in_own(FigureName.FORCED_CALL_MOST):
        return None
    days = said.value(FigureName.FORCED_CALL_DAYS)
    most = said.value(FigureName.FORCED_CALL_MOST)
    amount, formula = rate.amount * days, f"forced call: {plain(days)} x {rate.words}"
    if amount > most:
        amount, formula = most, f"{formula}, at most {spoken(most, said.currency)}"
    return pay.stake(said.facts, deal, amount, formula, rate)


def _rest_hours(said: Said, deal: Deal, taken: Decimal) -> Cost | None:
    """The hours of rest taken, in the agreement's steps, at so many times the hourly rate."""
    rate = hour_rate(deal, pay.terms(said.facts, deal, said.on))
    if rate is None:
        return None
    least = said.value(FigureName.REST_PENALTY_LEAST)
    hours = max(stepped(taken, said.value(FigureName.REST_PENALTY_STEP)), least)
    times = said.value(FigureName.REST_PENALTY)
    formula = f"{plain(hours)} hours of rest at {plain(times)} times x {rate.words}"
    return pay.stake(said.facts, deal, rate.amount * hours * times, formula, rate)


def _rest_days(said: Said, deal: Deal, taken: Decimal) -> Cost | None:
    """Each hour of rest taken, a begun one whole, at a share of a day's pay."""
    rate = day_rate(deal, pay.terms(said.facts, deal, said.on))
    if rate is None:
        return None
    hours = stepped(taken, Decimal(1))
    share = said.value(FigureName.REST_PENALTY_DAYS)
    formula = f"{plain(hours)} hours of rest x {plain(share)} of {rate.words}"
    return pay.stake(said.facts, deal, rate.amount * hours * share, formula, rate)


def meal_penalty(
    facts: Facts,
    deal: Deal | None,
    late: Decimal,
    on: date,
    cells: Sequence[Cell],
    worker: Worker | None = None,
) -> Priced | None:
    """What a meal ``late`` minutes late costs: so much for each half-hour or part of one.

    ``cells`` are those that tell the times: the penalty is the agreement's, not the deal's.
    ``None`` also within the agreement's minutes of grace.
    """
    said = Said(facts, deal, on, worker)
    if not said.figure(FigureName.MEAL_PENALTY_1) or late <= said.value(FigureName.MEAL_GRACE):
        return None
    cost = _half_hours(said, late, cells) if said.pays_in_own(FigureName.MEAL_PENALTY_1) else None
    if cost is not None and deal is not None:
        cost = pay.charged(facts, deal, cost)
    return Priced(cost, said.clause(FigureName.MEAL_PENALTY_1))


def _half_hours(said: Said, late: Decimal, cells: Sequence[Cell]) -> Cost:
    """Each half-hour that a meal is late, or part of one, at its own amount."""
    steps = int(stepped(late / HALF_HOUR, Decimal(1)))
    amounts = [said.value(FigureName.MEAL_PENALTY_1)]
    amounts.append(said.value(FigureName.MEAL_PENALTY_2, amounts[-1]))
    amounts.append(said.value(FigureName.MEAL_PENALTY_LATER, amounts[-1]))
    each = [amounts[min(step, 2)] for step in range(steps)]
    listed = " + ".join(spoken(amount, said.currency) for amount in each[:2])
    if steps > 2:
        listed += f" + {steps - 2} x {spoken(each[2], said.currency)}"
    formula = f"{words.counted(steps, 'half-hour')} late: {listed}"
    return Cost(cents(sum(each, ZERO)), formula, tuple(cells))


def stepped(amount: Decimal, step: Decimal) -> Decimal:
    """Hours in whole steps, a begun one whole; as they are where there are no steps."""
    if not step:
        return amount
    return (amount / step).to_integral_value(ROUND_CEILING) * step
