"""In words, for the Holds & Drops tab: why a drop is legal, why there is none, why no rate."""

from __future__ import annotations

from datetime import date

from transforms import words
from transforms.citation import cite
from transforms.days.drops import DropLimit, Gap, limit
from transforms.facts import Facts
from transforms.money import pay

NO_AGREEMENT = "no agreement chosen that says how long a drop must last"


def why_legal(facts: Facts, gap: Gap) -> tuple[str, str]:
    """What the agreement asks of the drop, and the clause."""
    limits = limit(facts, gap.element)
    if limits is None:
        return "", ""
    dates = date.fromordinal(gap.last), date.fromordinal(gap.next)
    said = f"picked up {gap.next - gap.last} days after; {_wanted(limits)}"
    return said, cite(limits.agreement, limits.days, dates)


def why_none(facts: Facts, element: int, drops: int, longest: Gap | None) -> str:
    """Why nobody who is held can be dropped: the drops are used up, or no gap is long enough."""
    limits = limit(facts, element)
    if limits is None:
        return NO_AGREEMENT
    if limits.allowed is not None and drops >= limits.allowed.value:
        allowed = words.counted(int(limits.allowed.value), "drop")
        return f"already dropped as often as is allowed: {allowed} in a production"
    if longest is None:
        return f"no hold lies between two work days; {_wanted(limits)}"
    last, picked = date.fromordinal(longest.last), date.fromordinal(longest.next)
    days = words.counted(longest.next - longest.last, "day")
    return f"longest gap {words.day(last)} to {words.day(picked)}, {days}: {_wanted(limits)}"


def no_rate(facts: Facts, element: int) -> str:
    """Why a performer's days have no price; "" where they have one."""
    if pay.rate_of(facts, element) is not None:
        return ""
    deals = facts.deals.get(element, ())
    if not deals:
        return "no deal: on no cast or crew list"
    rated = [deal for deal in deals if deal.rate is not None]
    if not rated:
        return "no deal rate on the list"
    if all(deal.currency for deal in rated):
        return "the rate is in another currency, which the settings say no rate for"
    units = {deal.rate_unit or "" for deal in rated}
    if len(rated) > 1 and units & {"day", "week", "hour"}:
        return "several deals with different rates"
    if units == {""}:
        return "the deal's rate does not say for what: a day, a week?"
    if units == {"hour"}:
        return "an hour rate without guaranteed hours"
    return "a flat deal has no day rate" if units == {"flat"} else "no day rate in the deal"


def _wanted(limits: DropLimit) -> str:
    """What the agreement asks for: "more than 10 are needed"."""
    return f"more than {limits.days.value} are needed"
