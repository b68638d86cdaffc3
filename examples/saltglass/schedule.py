"""The shooting schedule: scenes make days, days are put in order, and the order says who works.

Days keep to their set; the order of the days is searched for few paid hold days, as a first
assistant director would. It is a small talent-scheduling problem, solved by a seeded search.
"""

from __future__ import annotations

import csv
import itertools
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from saltglass import calendar

DROP_GAP = 15
"""Intervening calendar days from which the board drops a performer and picks them up again."""
HOLD_GAP = 9
"""Intervening calendar days up to which a performer is simply held."""
STORM = ((1, 2, 5), (2, 5, 24), (1, 2, 4, 25), (2, 5, 24, 25), (1, 2, 4, 5), (2, 4, 24))
"""Storm week, Monday to Saturday: pinned to the tide tables, so that nobody moves it."""
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class ShootDay:
    """A day's work: its set and the cast ids of its scenes."""

    set: str
    cast: frozenset[int]


def work_days() -> dict[int, list[date]]:
    """Cast id -> the dates that they work, sorted."""
    works: dict[int, list[date]] = defaultdict(list)
    for when, day in zip(calendar.shooting_dates(), _ordered_days(), strict=True):
        for element in sorted(day.cast):
            works[element].append(when)
    return dict(sorted(works.items()))


def sets() -> dict[date, str]:
    """Shooting date -> the set of that day."""
    dates = calendar.shooting_dates()
    return {when: day.set for when, day in zip(dates, _ordered_days(), strict=True)}


@cache
def _ordered_days() -> tuple[ShootDay, ...]:
    """All 50 days in shooting order: Harrow Point, storm week, then the stages."""
    dates = calendar.shooting_dates()
    chance = random.Random(1871)  # noqa: S311  (a repeatable search, no secret)
    blocks = _scene_days(chance)
    storm = [ShootDay("EXT. OPEN WATER", frozenset(cast)) for cast in STORM]
    point, stage = blocks["point"], blocks["stage"]

    def arranged(order: Sequence[ShootDay]) -> list[ShootDay]:
        return [*order[: len(point)], *storm, *order[len(point) :]]

    best = [*point, *stage]
    cost = _cost(arranged(best), dates)
    for _ in range(20_000):
        trial = _moved(best, len(point), chance)
        trial_cost = _cost(arranged(trial), dates)
        if trial_cost <= cost:
            best, cost = trial, trial_cost
    return tuple(arranged(best))


def _scene_days(chance: random.Random) -> dict[str, list[ShootDay]]:
    """Deal the sets' scenes into days: who is always in them, and who comes and goes."""
    blocks: dict[str, list[ShootDay]] = {"point": [], "stage": []}
    with (_HERE / "sets.csv").open(newline="") as lines:
        for row in csv.DictReader(lines):
            always = {int(element) for element in row["always"].split()}
            others = [int(element) for element in row["sometimes"].split()]
            count = int(row["days"])
            guests: list[set[int]] = [set() for _ in range(count)]
            for element in others:
                length = min(count, chance.choice((1, 2, 2, 3)))
                first = chance.randrange(count - length + 1)
                for day in guests[first : first + length]:
                    day.add(element)
            blocks[row["unit"]] += [ShootDay(row["set"], frozenset(always | g)) for g in guests]
    return blocks


def _moved(order: list[ShootDay], border: int, chance: random.Random) -> list[ShootDay]:
    """Move one run of days elsewhere within its part of the shoot."""
    low, high = (0, border) if chance.random() < 0.6 else (border, len(order))
    start = chance.randrange(low, high)
    stop = min(high, start + chance.choice((1, 1, 2, 3, 4)))
    run, rest = order[start:stop], order[:start] + order[stop:]
    target = chance.randrange(low, high - len(run) + 1)
    return rest[:target] + run + rest[target:]


def _cost(order: Sequence[ShootDay], dates: Sequence[date]) -> int:
    """Hold days, changes of set, and (dearly) gaps that are neither held nor dropped cleanly."""
    works: dict[int, list[int]] = defaultdict(list)
    for place, day in enumerate(order):
        for element in day.cast:
            works[element].append(place)
    cost = 3 * sum(a.set != b.set for a, b in itertools.pairwise(order))
    return cost + sum(_gap_cost(places, dates) for places in works.values())


def _gap_cost(places: Sequence[int], dates: Sequence[date]) -> int:
    cost = drops = 0
    for earlier, later in itertools.pairwise(places):
        gap = (dates[later] - dates[earlier]).days - 1
        if gap <= HOLD_GAP:
            cost += later - earlier - 1
        elif gap >= DROP_GAP:
            drops += 1
        else:
            cost += 400
    return cost + 400 * max(0, drops - 1)


def marks(works: Mapping[int, Sequence[date]]) -> dict[int, dict[date, str]]:
    """Cast id -> date -> code, as Movie Magic Scheduling writes a day-out-of-days."""
    calendar_days = calendar.days()
    return {element: _row(list(dates), calendar_days) for element, dates in works.items()}


def _row(works: list[date], days: Sequence[calendar.Day]) -> dict[date, str]:
    drops = {(a, b) for a, b in itertools.pairwise(works) if (b - a).days - 1 >= DROP_GAP}
    row: dict[date, str] = {}
    for day in days:
        when = day.date
        dropped = any(a < when < b for a, b in drops)
        if when in works:
            row[when] = _work_code(when, works, drops)
        elif works[0] < when < works[-1]:
            if day.off == "/" or (day.off and not dropped):
                row[when] = day.off
            elif day.number is not None and not dropped:
                row[when] = "H"
    return row


def _work_code(when: date, works: Sequence[date], drops: set[tuple[date, date]]) -> str:
    start = "S" if when == works[0] else ""
    pickup = "P" if any(when == b for _, b in drops) else ""
    drop = "D" if any(when == a for a, _ in drops) else ""
    finish = "F" if when == works[-1] else ""
    return f"{start}{pickup}W{drop}{finish}"
