"""Two tabs that are two versions of one schedule, rather than two units of one production."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from model.table import Dood
from transforms.days.units import is_of_episodes
from transforms.people.joining import Roster

MANY = 5
"""Fewer people who clash are no second version."""
MOST = 0.6
"""The share of the larger tab's people whom two versions have in common."""


def second_versions(dood: Dood, roster: Roster) -> Mapping[int, int]:
    """The tabs (by place) that are another version of an earlier one, and which.

    Two units have few people in common, and those on different days. Two versions have most people
    of the larger in common, and at least :data:`MANY` of them at work on both on the same day. Two
    episodes may have that as well.
    """
    work = dood.frame[dood.frame["work"].astype("bool")]
    days: defaultdict[int, dict[str, set[object]]] = defaultdict(lambda: defaultdict(set))
    columns = (work[name].tolist() for name in ("place", "element", "date"))
    for place, element, day in zip(*columns, strict=True):
        days[place][roster.key[element]].add(day)
    episodes = {number for number, place in enumerate(dood.places) if is_of_episodes(place.tab)}
    found: dict[int, int] = {}
    for one, other in combinations(sorted(days), 2):
        both = days[one].keys() & days[other].keys()
        larger = max(len(days[one]), len(days[other]))
        if {one, other} <= episodes:
            continue
        if other not in found and len(both) >= max(MANY, MOST * larger):
            clashing = sum(not days[one][key].isdisjoint(days[other][key]) for key in both)
            if clashing >= MANY:
                found[other] = one
    return found


def told_apart(roster: Roster, dood: Dood, versions: Mapping[int, int]) -> Roster:
    """The same roster, with the people of a second version kept apart from those of the first."""
    places = dood.elements["place"].to_dict()

    def marked(keys: Mapping[int, str]) -> dict[int, str]:
        return {
            label: f"{key} @{places[label]}" if places[label] in versions else key
            for label, key in keys.items()
        }

    return replace(roster, key=marked(roster.key), person=marked(roster.person))
