"""What moved between two states of the sheets, thing by thing, priced where it has a price."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from model.history import Fact, Kind, State, Thing
from model.issue import Cost
from model.money import ZERO, cents, total
from transforms.costs.lines import Section
from transforms.results import Present

PAID = frozenset({"W", "H", "TR"})
"""What a day must be to be paid by the day: work, hold, travel."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that came, went, or says something else. One of the two facts may be missing."""

    before: Fact | None
    after: Fact | None
    present: Present | None
    cost: Cost | None = None
    """What it adds to the cost of a performer's days; less where they became fewer."""

    @property
    def fact(self) -> Fact:
        """The thing as it is now, or as it was last.

        Raises:
            ValueError: the change is about nothing (a bug).
        """
        found = self.after or self.before
        if found is None:
            raise ValueError("a change without a thing")
        return found

    @property
    def effect(self) -> Decimal:
        """What it adds to an account's EFC."""
        return efc(self.after) - efc(self.before)


@dataclass(frozen=True, slots=True)
class DayMoves:
    """How a thing's days differ: by what they are, which were added and which dropped."""

    added: Mapping[str, tuple[date, ...]]
    dropped: Mapping[str, tuple[date, ...]]
    turned: tuple[tuple[date, str, str], ...]
    """Days that became something else: date, what it was, what it is."""


def changes(
    before: State, now: Mapping[Thing, Present], kinds: Collection[Kind]
) -> tuple[Change, ...]:
    """Every difference of these kinds, in the order of kinds; largest effect first in the budget.

    A kind of which nothing was known before has not changed: it is known for the first time.
    """
    asked = {kind for kind in kinds if any(thing[0] is kind for thing in before)}
    found = []
    for thing in {*before, *now}:
        was, present = before.get(thing), now.get(thing)
        is_now = present.fact if present else None
        if thing[0] in asked and was != is_now:
            found.append(Change(was, is_now, present, _cost(was, present)))
    return tuple(sorted(found, key=_order))


def day_moves(before: Fact | None, after: Fact | None) -> DayMoves:
    """Compare two facts' days."""
    was, now = dict(before.days if before else ()), dict(after.days if after else ())
    both = sorted(was.keys() & now.keys())
    return DayMoves(
        _by_sign({day: sign for day, sign in now.items() if day not in was}),
        _by_sign({day: sign for day, sign in was.items() if day not in now}),
        tuple((day, was[day], now[day]) for day in both if was[day] != now[day]),
    )


def paid_days(fact: Fact | None) -> int:
    """How many of a performer's days are paid by the day."""
    return sum(sign in PAID for _, sign in fact.days) if fact else 0


def efc(fact: Fact | None) -> Decimal:
    """An account's EFC; zero where there is none."""
    return fact.money.efc if fact and fact.money else ZERO


def sum_of(state: State, figure: str) -> Decimal:
    """One figure over all accounts: "revised", "efc" or "variance"."""
    return total(getattr(fact.money, figure) for fact in state.values() if fact.money)


def contingency_left(state: State) -> Decimal | None:
    """Contingency's revised budget less what went against it; ``None`` without such a line."""
    own = [
        fact.money
        for fact in state.values()
        if fact.money and fact.role == Section.CONTINGENCY.value
    ]
    if not own:
        return None
    return total(money.revised - money.actual - money.commitments for money in own)


def _cost(before: Fact | None, present: Present | None) -> Cost | None:
    """A performer's paid days more or fewer, at the day rate of today."""
    if present is None or present.rate is None:
        return None
    more = paid_days(present.fact) - paid_days(before)
    if not more:
        return None
    rate = present.rate
    days = "paid day" if abs(more) == 1 else "paid days"
    return Cost(cents(rate.amount * more), f"{more:+} {days} x {rate.formula}", rate.sources)


def _by_sign(days: Mapping[date, str]) -> Mapping[str, tuple[date, ...]]:
    found: dict[str, list[date]] = {}
    for day in sorted(days):
        found.setdefault(days[day], []).append(day)
    return {sign: tuple(dates) for sign, dates in found.items()}


def _order(change: Change) -> tuple[int, Decimal, tuple[int, str]]:
    fact = change.fact
    number = "".join(letter for letter in fact.key[:6] if letter.isdigit())
    kind = list(Kind).index(fact.kind)
    return kind, -abs(change.effect), (int(number or 10**9), fact.key)
