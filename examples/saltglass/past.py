"""What the runs of four Fridays saw before the day of the example: a past invented for it.

Made from what the sheets say on that day: costs came in week by week, overs showed by and by,
contingency was drawn on, and over the last weekend a few things moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from model.history import Fact, History, Kind, Money
from model.periods import WEEKLY
from transforms.costs.lines import Section
from transforms.history.record import recorded
from transforms.results import Present

FRIDAYS = (date(2026, 2, 20), date(2026, 2, 27), date(2026, 3, 6), date(2026, 3, 13))
_SPENT = (Decimal("0.12"), Decimal("0.38"), Decimal("0.71"))
_SHOWN = (Decimal(0), Decimal("0.15"), Decimal("0.6"))
"""By the first three Fridays: the share of today's costs, and of today's variances."""
_DRAWN = (62_000, 62_000, 27_500, 0)
"""What contingency still held more than today, on each Friday; it went to the largest account."""
_LATE = {"2803": Decimal("0.35"), "3002": Decimal("0.5")}
"""Accounts whose over grew most over the last weekend: the share that was known by Friday."""
_POSTED = 11
"""Every so many accounts had a cost posted over the weekend."""
_RUNNER = Fact(Kind.CREW, "linus harrowgate", "Linus Harrowgate", role="Set Production Assistant")
_NEW = {"greta abernook", "choirmaster"}
"""Who came over the weekend."""
_DAYS = {
    "2": {date(2026, 4, 24): ""},
    "3": {date(2026, 3, 20): "", date(2026, 3, 18): "W"},
    "9": {date(2026, 3, 19): "H"},
}
"""Performers' days as they stood until Friday: by number, what a date was instead."""


def past(present: Iterable[Present]) -> History:
    """The history as Friday's run left it."""
    facts = [each.fact for each in present]
    history = History()
    for number, friday in enumerate(FRIDAYS):
        state = {fact.thing: fact for fact in _as_of(facts, number)}
        history = recorded(history, state, tuple(Kind), friday, WEEKLY)
    return history


def _as_of(facts: Iterable[Fact], number: int) -> Iterator[Fact]:
    """What the sheets said on one Friday."""
    facts = list(facts)
    drawn, largest = Decimal(_DRAWN[number]), _largest(facts)
    posted = 0
    for fact in facts:
        if fact.kind is Kind.ACCOUNT:
            posted += 1
            then = _account(fact, number, posted % _POSTED == 0)
            less = drawn if fact.key == largest else Decimal(0)
            more = drawn if fact.role == Section.CONTINGENCY.value else Decimal(0)
            yield _moved(then, more - less)
        elif fact.kind is Kind.PERFORMER:
            if fact.name.split(". ")[-1].casefold() not in _NEW:
                yield _performer(fact)
        elif fact.key not in _NEW:
            yield fact
            if fact.key == "alder abernook":  # the head of the same list, and of its spreadsheet
                yield replace(_RUNNER, books=fact.books)


def _account(fact: Fact, number: int, posted: bool) -> Fact:
    now = fact.money
    if now is None:
        return fact
    if fact.role == Section.CONTINGENCY.value:
        return fact
    if number < len(_SPENT):
        return replace(fact, money=_earlier(now, _SPENT[number], _SHOWN[number]))
    share = _LATE.get(fact.key, Decimal(1))
    spent = Decimal("0.9") if posted or share != 1 else Decimal(1)
    return replace(fact, money=_earlier(now, spent, share))


def _largest(facts: Iterable[Fact]) -> str:
    """The account with the largest budget, contingency apart."""
    own = [f for f in facts if f.money and f.role != Section.CONTINGENCY.value]
    return max(own, key=lambda fact: fact.money.revised if fact.money else Decimal(0)).key


def _moved(fact: Fact, amount: Decimal) -> Fact:
    """The same with its budget and EFC so much higher."""
    now = fact.money
    if now is None or not amount:
        return fact
    return replace(fact, money=replace(now, revised=now.revised + amount, efc=now.efc + amount))


def _earlier(now: Money, spent: Decimal, shown: Decimal) -> Money:
    """Figures with so much of the cost posted and so much of the variance known."""
    if spent == shown == 1:
        return now
    actual = (now.actual * spent).quantize(Decimal("0.01"))
    variance = (now.variance * shown).quantize(Decimal(1))
    return replace(now, actual=actual, efc=now.revised - variance)


def _performer(fact: Fact) -> Fact:
    days = dict(fact.days)
    for when, sign in _DAYS.get(fact.key, {}).items():
        if sign:
            days[when] = sign
        else:
            days.pop(when, None)
    return replace(fact, days=tuple(sorted(days.items())))
