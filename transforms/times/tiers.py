"""Overtime: how many hours of a day are paid at which multiple."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, Decimal

from transforms.times.day import Meal, WorkedDay, hours


@dataclass(frozen=True, slots=True)
class Tier:
    """Hours beyond ``after`` are paid at ``times``; counted as worked, or as elapsed since call."""

    after: timedelta
    times: Decimal
    elapsed: bool = False


def overtime(
    day: WorkedDay,
    tiers: Sequence[Tier],
    longest_meal: timedelta | None = None,
    step: Decimal | None = None,
) -> Mapping[Decimal, Decimal]:
    """Multiple -> hours of a day that are paid at it; the highest tier that an hour reaches counts.

    A meal takes no more than ``longest_meal`` from the hours worked. With ``step``, each tier's
    hours are counted in steps of so much, a step begun counting whole.
    """
    stretches = _stretches(day, longest_meal)
    starts = sorted((_begins(day, stretches, tier), tier.times) for tier in tiers)
    found: dict[Decimal, Decimal] = {}
    for at, (start, times) in enumerate(starts):
        end = min([later for later, more in starts[at + 1 :] if more > times], default=day.wrap)
        if any(earlier <= start and more > times for earlier, more in starts[:at]):
            continue
        length = _worked(stretches, start, min(end, day.wrap))
        if length > timedelta():
            found[times] = found.get(times, Decimal(0)) + hours(length)
    return {times: _stepped(length, step) for times, length in sorted(found.items())}


def _stretches(day: WorkedDay, longest: timedelta | None) -> list[tuple[datetime, datetime]]:
    """When work went on: from call to wrap but for the meals."""
    found: list[tuple[datetime, datetime]] = []
    begin = day.call
    for meal in day.meals:
        end = _resumed(meal, longest)
        if meal.start > begin:
            found.append((begin, min(meal.start, day.wrap)))
        begin = max(begin, end)
    end = day.wrap - day.unplaced
    if end > begin:
        found.append((begin, end))
    return found


def _resumed(meal: Meal, longest: timedelta | None) -> datetime:
    if longest is None or not meal.is_meal:
        return meal.end
    return min(meal.end, meal.start + longest)


def _begins(day: WorkedDay, stretches: Sequence[tuple[datetime, datetime]], tier: Tier) -> datetime:
    """When a tier is reached; the wrap where it is not."""
    if tier.elapsed:
        return min(day.call + tier.after, day.wrap)
    left = tier.after
    for begin, end in stretches:
        if end - begin > left:
            return begin + left
        left -= end - begin
    return day.wrap


def _worked(
    stretches: Sequence[tuple[datetime, datetime]], first: datetime, last: datetime
) -> timedelta:
    """How long was worked between two instants."""
    parts = (min(end, last) - max(begin, first) for begin, end in stretches)
    return sum((part for part in parts if part > timedelta()), timedelta())


def _stepped(length: Decimal, step: Decimal | None) -> Decimal:
    if step is None:
        return length
    return (length / step).quantize(Decimal(1), ROUND_CEILING) * step
