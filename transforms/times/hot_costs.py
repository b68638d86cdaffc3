"""The hot costs: a day's labour person by person, against what was budgeted for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from model.cell import Cell
from model.issue import Cost
from model.money import cents
from transforms.facts import Facts
from transforms.money import overtime as overtime_pay
from transforms.money import pay
from transforms.money.rates import day_rate
from transforms.times.day import WorkedDay, hours
from transforms.times.days import days_worked
from transforms.times.hot_lines import HotCosts, HotLine, Money
from transforms.times.instants import wall
from transforms.times.meal_limits import late_on
from transforms.times.pay_hours import paid_day
from transforms.times.pricing import (
    deal_of,
    forced_call,
    guaranteed,
    meal_penalties,
    overtime_cost,
)
from transforms.times.turnaround import ShortRest, short_rests


def hot_costs(facts: Facts) -> HotCosts | None:
    """The hot costs of the last day with times; ``None`` where there is no such day."""
    by_person = facts.once(days_worked)
    known = [day.day for days in by_person.values() for day in days]
    last = max((day for day in known if day <= facts.production.today), default=None)
    if last is None:
        return None
    forced = {
        (each.rest.after.person, each.rest.after.day): each for each in facts.once(short_rests)
    }
    lines = [
        _line(facts, [day for day in days if day.day <= last], forced)
        for days in by_person.values()
        if any(day.day == last for day in days)
    ]
    ordered = sorted(lines, key=lambda line: (line.department.lower(), line.cells))
    return HotCosts(last, tuple(ordered), tuple(_untimed(facts, last)))


_Forced = Mapping[tuple[str, date], ShortRest]


def _line(facts: Facts, days: Sequence[WorkedDay], forced: _Forced) -> HotLine:
    """A person's last day, with what came of all their days up to it."""
    day, zone = days[-1], ZoneInfo(facts.production.time_zone)
    paid = paid_day(facts, day)
    planned = [(each, _planned(facts, each)) for each in days]
    over = [hours(each.worked) - budgeted for each, budgeted in planned if budgeted is not None]
    moneys = [money for each in days if (money := _money(facts, each, forced)) is not None]
    rest = forced.get((day.person, day.day))
    return HotLine(
        person=day.person,
        name=day.name,
        department=day.department,
        position=day.position,
        cells=(day.cells["call"], day.cells["wrap"]),
        listed=day.listed,
        call=wall(day.call, zone),
        wrap=wall(day.wrap, zone),
        hours=hours(day.worked),
        planned=planned[-1][1],
        planned_from=tuple(dict.fromkeys(cell for each in days for cell in _planned_from(each))),
        tiers=paid.beyond if paid else {},
        half_hours=sum(meal.half_hours for meal in late_on(facts, day)),
        rest_taken=hours(rest.taken) if rest and not rest.reduced else Decimal(0),
        money=_money(facts, day, forced),
        over_hours=sum(over, Decimal(0)) if over else None,
        over=_together(moneys),
    )


def _planned(facts: Facts, day: WorkedDay) -> Decimal | None:
    """The hours budgeted for a day: as the sheet of times says, else those that are guaranteed."""
    return guaranteed(facts, day) if day.planned is None else day.planned


def _planned_from(day: WorkedDay) -> tuple[Cell, ...]:
    """The cell of the guaranteed hours, where they stand in for planned ones."""
    deal = deal_of(day)
    if day.planned is not None or deal is None or deal.guarantee_hours is None:
        return ()
    return (deal.cell("guarantee_hours"),)


def _money(facts: Facts, day: WorkedDay, forced: _Forced) -> Money | None:
    """What a day was to cost, and did; ``None`` where the deal has no day rate."""
    deal = deal_of(day)
    rate = day_rate(deal, pay.terms(facts, deal, day.day)) if deal else None
    if rate is None:
        return None
    rest = forced.get((day.person, day.day))
    penalty = forced_call(facts, day, rest.taken) if rest and not rest.reduced else None
    extras = [overtime_cost(facts, day), meal_penalties(facts, day, late_on(facts, day)), penalty]
    planned = _planned_overtime(facts, day)
    known = [cost for cost in (*extras, planned) if cost is not None]
    cells = (*rate.sources, *(cell for cost in known for cell in cost.sources))
    return Money(
        budget=cents(rate.amount + (planned.amount if planned else 0)),
        actual=cents(rate.amount + sum(cost.amount for cost in extras if cost is not None)),
        sources=tuple(dict.fromkeys(cells)),
    )


def _planned_overtime(facts: Facts, day: WorkedDay) -> Cost | None:
    """What hours planned for the day cost beyond what the deal pays anyway."""
    if day.planned is None:
        return None
    eaten: timedelta = day.elapsed - day.worked
    priced = overtime_pay.overtime(
        facts, deal_of(day), day.planned, day.day, meals=hours(eaten), worker=day.worker
    )
    return priced.cost if priced else None


def _together(moneys: Sequence[Money]) -> Money | None:
    if not moneys:
        return None
    return Money(
        sum((each.budget for each in moneys), Decimal(0)),
        sum((each.actual for each in moneys), Decimal(0)),
        tuple(dict.fromkeys(cell for each in moneys for cell in each.sources)),
    )


def _untimed(facts: Facts, day: date) -> list[tuple[str, Cell]]:
    """Who stands on the day's lines that lack a call or a wrap."""
    table = facts.table("times")
    if table is None:
        return []
    frame = table.frame
    lacking = frame[(frame["date"] == day) & (frame["call"].isna() | frame["wrap"].isna())]
    return [
        (str(name), table.cell(int(label), "name"))
        for label, name in zip(lacking.index, lacking["name"], strict=True)
        if name
    ]
