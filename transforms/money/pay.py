"""Money at stake in a finding: so many days of somebody's, with the formula in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from model.issue import Cost
from model.money import cents, spoken, total
from transforms.agreements import FigureName
from transforms.facts import Facts
from transforms.money.charged import charge
from transforms.money.rates import Rate, Terms, Tier, day_rate
from transforms.people.deals import Deal

USUAL_WORKWEEK = 5
"""Days by which a week rate is divided where no agreement says."""


def rate_of(facts: Facts, element: int) -> Rate | None:
    """An element's day rate: that of its only priced deal; ``None`` for none, or for several."""
    priced = _priced(facts, element)
    return priced[1] if priced else None


def days_at(facts: Facts, element: int, days: Decimal | int, what: str) -> Cost | None:
    """What ``days`` day rates come to: "4 hold days x day rate USD 1,000".

    ``what`` names the days; ``None`` where the element has no day rate.
    """
    priced = _priced(facts, element)
    if priced is None or not days:
        return None
    deal, rate = priced
    return stake(facts, deal, rate.amount * days, f"{what} x {rate.words}", rate)


def stake(facts: Facts, deal: Deal, amount: Decimal, formula: str, *rates: Rate) -> Cost:
    """An amount to the cent, with the cells of its rates and the account that it would hit."""
    sources = tuple(dict.fromkeys(cell for rate in rates for cell in rate.sources))
    return charged(facts, deal, Cost(cents(amount), formula, sources))


def charged(facts: Facts, deal: Deal, cost: Cost) -> Cost:
    """A cost with the account that a deal's pay would hit, where the sheets say which."""
    hit = charge(facts, deal)
    if hit is None:
        return cost
    return replace(cost, account=hit.account, category=hit.category, account_sources=hit.sources)


def terms(facts: Facts, deal: Deal, on: date | None = None) -> Terms:
    """What the agreement over a deal says that turns its rate into a day's or an hour's."""

    def said(name: FigureName) -> Decimal | None:
        found = facts.governing.figure(deal.worker, name, on)
        return found[1].value if found else None

    after = (
        (said(FigureName.OVERTIME_AFTER), said(FigureName.OVERTIME_TIMES)),
        (said(FigureName.DOUBLE_AFTER), Decimal(2)),
        (said(FigureName.TRIPLE_AFTER), Decimal(3)),
    )
    return Terms(
        currency=facts.production.currency,
        workweek=int(said(FigureName.WORKWEEK) or USUAL_WORKWEEK),
        standard_day=said(FigureName.STANDARD_DAY),
        exchange=facts.production.costing.rates,
        tiers=tuple(Tier(hours, times) for hours, times in after if hours and times),
    )


def agreed_workweek(facts: Facts, deal: Deal) -> int | None:
    """The work days of a week that the agreement over a deal says; ``None`` where none does."""
    found = facts.governing.figure(deal.worker, FigureName.WORKWEEK)
    return int(found[1].value) if found else None


def together(costs: Sequence[Cost | None], currency: str) -> Cost | None:
    """Several people's costs as one; how many have no rate is part of the formula.

    It hits an account, or a category, where all of them hit the same.
    """
    known = [cost for cost in costs if cost is not None]
    if not known:
        return None
    if len(costs) == 1:
        return known[0]
    account, category = _alike(cost.account for cost in known), _alike(c.category for c in known)
    told = (cell for cost in known for cell in cost.account_sources if account or category)
    return Cost(
        amount=total(cost.amount for cost in known),
        formula=_formulas(known, len(costs) - len(known), currency),
        sources=tuple(dict.fromkeys(cell for cost in known for cell in cost.sources)),
        account=account,
        category=category,
        account_sources=tuple(dict.fromkeys(told)),
    )


def _formulas(known: Sequence[Cost], missing: int, currency: str) -> str:
    """How several costs came about: those that are alike together, the most of them by name."""
    alike = Counter((cost.amount, cost.formula) for cost in known)
    shown = alike.most_common(_SHOWN) if len(alike) > _SHOWN + 1 else alike.most_common()
    parts = [
        f"{f'{many} x ' if many > 1 else ''}{spoken(amount, currency)} ({formula})"
        for (amount, formula), many in shown
    ]
    if left := len(known) - sum(many for _, many in shown):
        rest = total(c.amount for c in known) - total(amount * many for (amount, _), many in shown)
        parts.append(f"{left} more: {spoken(rest, currency)}")
    return "; ".join([*parts, *([f"{missing} without a rate"] if missing else [])])


_SHOWN = 5
"""Formulas that a sum of many people's costs shows."""


def _alike(texts: Iterable[str]) -> str:
    """What all of them say; "" where they differ."""
    found = set(texts)
    return found.pop() if len(found) == 1 else ""


def _priced(facts: Facts, element: int) -> tuple[Deal, Rate] | None:
    """An element's deal with its day rate; of several deals, the first if all cost the same."""
    priced = [
        (deal, rate)
        for deal in facts.deals.get(element, ())
        if (rate := day_rate(deal, terms(facts, deal))) is not None
    ]
    return priced[0] if len({rate.amount for _, rate in priced}) == 1 else None
