"""People whom two units have on one day, where a crew grid says so.

One grid is held against another, against another part of the same one, and against a
day-out-of-days. A unit is known by what the sheet, the section or the line calls it. A grid that
names none is the main unit's beside one that names another, and so is a day-out-of-days beside
another one, or one of the crew. Two sheets that have most days in common are two versions of one
plan, and no clash.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from transforms.days.units import TEAM, named
from transforms.facts import Facts

MAIN = frozenset(("main",))
_VERSION = 0.6
"""The share of the smaller sheet's days that another version of it has as well."""
_FEWEST = 3
"""People that two versions share at least: fewer are people lent."""


class Mark(NamedTuple):
    """One of the marks that clash: ``work`` or travel, on the day of that number."""

    label: int
    element: int
    ordinal: int
    work: bool
    half: bool = False


class Placed(NamedTuple):
    """A mark with whose it is, and where: the sheet's place, and the unit."""

    mark: Mark
    person: int
    place: int
    unit: frozenset[str]


Pair = tuple[Placed, Placed]


def clashes(facts: Facts) -> Iterator[list[Mark]]:
    """The marks of each clash: one person, the same two lines, days that follow each other."""
    if not any((*facts.crew_days.units.values(), *facts.crew_days.lent.values())):
        return
    days: dict[tuple[int, int], list[Placed]] = defaultdict(list)
    for each in _placed(facts):
        days[each.person, each.mark.ordinal].append(each)
    found = {key: pair for key, own in sorted(days.items()) if (pair := _pair(own))}
    versions = _versions(days, found)
    run: list[Mark] = []
    for one, other in found.values():
        if frozenset((one.place, other.place)) in versions:
            continue
        if run and not _follows(run, one.mark, other.mark):
            yield run
            run = []
        run = [*run, one.mark, other.mark]
    if run:
        yield run


def _placed(facts: Facts) -> Iterator[Placed]:
    """Everybody's work and travel, by grids and by such day-out-of-days as are of one unit."""
    yield from of_grids(facts)
    if facts.table("dood") is None:
        return
    units, marks = _of_schedules(facts), facts.booked
    for mark, person, place in _read(marks[marks["human"] & ~marks["many"]]):
        if unit := units[place] or (MAIN if _is_crew(facts, mark.element) else frozenset()):
            yield Placed(mark, person, place, unit)


def of_grids(facts: Facts) -> Iterator[Placed]:
    """Everybody's work and travel by grids whose unit is known."""
    grids = facts.crew_days
    units = [*grids.units.values(), *grids.lent.values()]
    unnamed = MAIN if any(unit - MAIN for unit in units) else frozenset()
    gone = grids.marks["element"].isin(facts.declined) | grids.marks["many"]
    for mark, person, place in _read(grids.marks[~gone]):
        if unit := grids.lent.get(mark.label) or grids.units[mark.element] or unnamed:
            yield Placed(mark, person, place, unit)


def _read(marks: pd.DataFrame) -> Iterator[tuple[Mark, int, int]]:
    """The marks that are work or travel, each with its person and place."""
    busy = marks[marks["work"] | marks["travel"]]
    names = ("element", "ordinal", "work", "half", "person", "place")
    columns = (busy[name].tolist() for name in names)
    for label, *mark, person, place in zip(busy.index.tolist(), *columns, strict=True):
        yield Mark(label, *mark), person, place


def _of_schedules(facts: Facts) -> Mapping[int, frozenset[str]]:
    """The unit of each day-out-of-days, by place; nothing for one that is of the whole shoot."""
    units = {number: named(place.tab, alone=True) for number, place in enumerate(facts.dood.places)}
    several = any(unit - MAIN for unit in units.values())
    return {place: unit or (MAIN if several else unit) for place, unit in units.items()}


def _is_crew(facts: Facts, element: int) -> bool:
    """Whether a line of a day-out-of-days is somebody's of the crew."""
    return any(deal.table.kind == "crew" for deal in facts.deals.get(element, ()))


def _pair(own: Sequence[Placed]) -> Pair | None:
    """Two marks of a person's day that two units claim, one of them on a grid, one of them work.

    Two half days make a day.
    """
    for one, other in combinations(own, 2):
        both = one.mark, other.mark
        on_grid = min(mark.label for mark in both) < 0
        busy = any(mark.work for mark in both) and not all(mark.half for mark in both)
        if on_grid and busy and _are_apart(one.unit, other.unit):
            return one, other
    return None


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two units are two. A team is apart from another team: main unit has teams as well."""
    teams = [any(name.startswith(TEAM) for name in unit) for unit in (one, other)]
    return one.isdisjoint(other) and teams[0] == teams[1]


def _versions(
    days: Mapping[tuple[int, int], Sequence[Placed]], found: Mapping[tuple[int, int], Pair]
) -> set[frozenset[int]]:
    """The pairs of sheets that are two versions of one plan, or a part and the whole."""
    size = Counter(placed.place for own in days.values() for placed in own)
    common: dict[frozenset[int], list[int]] = defaultdict(list)
    for (person, _), (one, other) in found.items():
        if one.place != other.place:
            common[frozenset((one.place, other.place))].append(person)
    return {
        pair
        for pair, people in common.items()
        if len(set(people)) >= _FEWEST
        and len(people) >= _VERSION * min(size[place] for place in pair)
    }


def _follows(run: Sequence[Mark], one: Mark, other: Mark) -> bool:
    """Whether two marks carry on a run: the same two lines, the day after."""
    lines = tuple(mark.element for mark in run[-2:])
    return lines == (one.element, other.element) and one.ordinal == run[-1].ordinal + 1
