"""Money at stake in a finding: so many days at somebody's day rate, with the formula in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from model.issue import Cost
from model.money import cents, spoken
from transforms.agreements import FigureName
from transforms.deals import DayRate, day_rate
from transforms.facts import Facts

USUAL_WORKWEEK = 5
"""Days by which a week rate is divided where no agreement says."""


def rate_of(facts: Facts, element: int) -> DayRate | None:
    """An element's day rate: that of its only priced deal; ``None`` for none, or for several."""
    agreed = facts.agreed(element, FigureName.WORKWEEK)
    workweek = int(agreed[1].value) if agreed else USUAL_WORKWEEK
    rates = [
        rate
        for deal in facts.deals.get(element, ())
        if (rate := day_rate(deal, workweek, facts.production.currency)) is not None
    ]
    return rates[0] if len({rate.amount for rate in rates}) == 1 else None


def days_at(facts: Facts, element: int, days: Decimal | int, what: str) -> Cost | None:
    """What ``days`` day rates come to: "4 hold days x day rate USD 1,000".

    ``what`` names the days; ``None`` where the element has no day rate.
    """
    rate = rate_of(facts, element)
    if rate is None or not days:
        return None
    return Cost(cents(rate.amount * days), f"{what} x {rate.words}", rate.sources)


def together(costs: Sequence[Cost | None], currency: str) -> Cost | None:
    """Several people's costs as one; how many have no rate is part of the formula."""
    known = [cost for cost in costs if cost is not None]
    if not known:
        return None
    if len(costs) == 1:
        return known[0]
    amount = sum((cost.amount for cost in known), Decimal(0))
    parts = "; ".join(f"{spoken(cost.amount, currency)} ({cost.formula})" for cost in known)
    missing = len(costs) - len(known)
    unknown = f"; {missing} without a rate" if missing else ""
    sources = tuple(dict.fromkeys(cell for cost in known for cell in cost.sources))
    return Cost(amount, f"{parts}{unknown}", sources)
