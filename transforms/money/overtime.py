"""What a long day costs beyond what its deal pays anyway, by the agreement's overtime."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from model.money import ZERO, spoken
from transforms.agreements import FigureName
from transforms.facts import Facts
from transforms.money import pay
from transforms.money.hour_pay import Priced, Said, stepped
from transforms.money.rates import Tier, guaranteed_pay, hour_rate, in_parts, paid_as, plain
from transforms.people.deals import Deal
from transforms.people.governed import Worker


def overtime_tiers(
    said: Said, meals: Decimal, *, distant: bool = False, day_of_week: int = 1
) -> tuple[Tier, ...]:
    """The hours of work after which a day is paid more, the earliest first.

    Where an agreement counts elapsed hours, the ``meals`` (hours) count as work. ``day_of_week`` is
    6 or 7 for a sixth or seventh day (7 for a holiday): all of its hours are paid more.
    """
    double = FigureName.DOUBLE_AFTER
    if distant and said.figure(FigureName.DOUBLE_AFTER_DISTANT):
        double = FigureName.DOUBLE_AFTER_DISTANT
    premium, doubled, tripled = _DAYS.get(day_of_week, (None, None, None))
    base = said.value(premium, Decimal(1)) if premium else Decimal(1)
    tiers = [Tier(ZERO, base)] if base > 1 else []
    for after, times in (
        (FigureName.OVERTIME_AFTER, said.value(FigureName.OVERTIME_TIMES)),
        (double, said.value(doubled, Decimal(2)) if doubled else Decimal(2)),
        (FigureName.TRIPLE_AFTER, said.value(tripled, Decimal(3)) if tripled else Decimal(3)),
    ):
        if (found := said.figure(after)) is not None and times > base:
            begins = found[1].value - (meals if found[1].counted == "elapsed" else 0)
            tiers.append(Tier(max(begins, ZERO), times))
    return tuple(sorted(tiers, key=lambda tier: tier.after))


_DAYS = {
    6: (FigureName.SIXTH_DAY, FigureName.SIXTH_DAY_DOUBLE, FigureName.SIXTH_DAY_TRIPLE),
    7: (FigureName.SEVENTH_DAY, FigureName.SEVENTH_DAY_DOUBLE, FigureName.SEVENTH_DAY_TRIPLE),
}


def overtime(
    facts: Facts,
    deal: Deal | None,
    worked: Decimal,
    on: date,
    *,
    meals: Decimal = ZERO,
    distant: bool = False,
    day_of_week: int = 1,
    worker: Worker | None = None,
) -> Priced | None:
    """What a day of ``worked`` hours, meals apart, costs beyond what the deal pays anyway.

    That is the guaranteed hours, or those before overtime begins where none are guaranteed; on a
    sixth or seventh day at that day's own pay. ``None`` where nothing is due beyond it.
    """
    said = Said(facts, deal, on, worker)
    tiers = overtime_tiers(said, meals, distant=distant, day_of_week=day_of_week)
    begins = [tier.after for tier in tiers if tier.after]
    hours = stepped(worked, said.value(FigureName.OVERTIME_STEP))
    if not begins or hours <= min(begins):
        return None
    clause = said.clause(FigureName.OVERTIME_AFTER) or said.clause(FigureName.DOUBLE_AFTER)
    if deal is None:
        return Priced(None, clause)
    usual = pay.terms(facts, deal, on)
    rate, guaranteed = hour_rate(deal, usual), guaranteed_pay(deal, usual)
    base = tiers[0].times if not tiers[0].after else Decimal(1)
    covered = base * (min(begins) if guaranteed is None else guaranteed)
    more = paid_as(hours, tiers) - covered
    if more <= 0:
        return None
    if rate is None:
        return Priced(None, clause)
    formula = (
        f"{plain(hours)} hours are paid as {plain(more + covered)} ({in_parts(hours, tiers)}), "
        f"{plain(covered)} anyway: {plain(more)} more x {rate.words}"
    )
    amount, aside = _within_limits(said, rate.amount * more, hours - min(begins), rate.amount)
    return Priced(pay.stake(facts, deal, amount, formula + aside, rate), clause)


def _within_limits(
    said: Said, amount: Decimal, hours: Decimal, hourly: Decimal
) -> tuple[Decimal, str]:
    """An amount for so many hours of overtime, within what the agreement pays an hour.

    Nobody's overtime is paid less than their ``hourly`` rate.
    """
    for name, limit, words in (
        (FigureName.OVERTIME_LEAST, max, "at least"),
        (FigureName.OVERTIME_MOST, min, "at most"),
    ):
        if said.pays_in_own(name):
            each = said.value(name)
            if name is FigureName.OVERTIME_MOST:
                each = max(each, hourly)
            bounded = limit(amount, each * hours)
            if bounded != amount:
                return bounded, f", {words} {spoken(each, said.currency)} an hour"
    return amount, ""
