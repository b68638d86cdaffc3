"""Two tabs that are two versions of one schedule, rather than two units of one production."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

import pandas as pd

from model.table import Dood
from transforms.people import Roster

MANY = 5
"""Fewer people who clash are no second version."""
MOST = 0.6
"""The share of the larger tab's people whom two versions have in common."""


def second_versions(dood: Dood, roster: Roster) -> Mapping[int, int]:
    """The tabs (by place) that are another version of an earlier one, and which.

    Two units have few people in common, and those on different days. Two versions have most people
    of the larger in common, and at least :data:`MANY` of them at work on both on the same day.
    """
    work = dood.frame[dood.frame["work"].astype("bool")]
    days = pd.DataFrame(
        {"place": work["place"], "key": work["element"].map(dict(roster.key)), "date": work["date"]}
    ).drop_duplicates()
    tabs = {int(place): days[days["place"] == place] for place in sorted(days["place"].unique())}
    found: dict[int, int] = {}
    for one, other in combinations(tabs, 2):
        people, others = set(tabs[one]["key"]), set(tabs[other]["key"])
        clashing = tabs[one].merge(tabs[other], on=["key", "date"])["key"].nunique()
        alike = len(people & others) >= MOST * max(len(people), len(others))
        if other not in found and alike and clashing >= MANY:
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
