"""Every date rule finds on random schedules what plain loops over days find."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms import worlds
from tests.transforms.plain_rules import PLAIN, Found
from tests.transforms.worlds import World
from transforms.facts import Facts
from transforms.rules import rules

_TOGETHER = 250
"""Worlds that are computed at once: they share nothing."""


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_rules_find_what_loops_over_days_find(chance: Random):
    made = [worlds.world(chance, number) for number in range(2)]
    facts = worlds.facts(made)
    for code in PLAIN:
        assert by_rule(code, facts) == by_loops(code, made), code


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_rules_find_what_loops_find_on_ten_thousand_schedules(part: int):
    for seed in range(part * 10, part * 10 + 10):
        chance = Random(seed)  # noqa: S311
        made = [worlds.world(chance, number) for number in range(_TOGETHER)]
        facts = worlds.facts(made)
        for code in PLAIN:
            assert by_rule(code, facts) == by_loops(code, made), (seed, code)


def by_rule(code: str, facts: Facts) -> list[Found]:
    """What the rule finds, as the plain ones tell it."""
    return sorted(
        ((int(issue.at.tab.removeprefix("U")), issue.at.row, issue.at.col), issue.dates)
        for issue in rules()[code].issues(facts)
    )


def by_loops(code: str, made: list[World]) -> list[Found]:
    """What the plain rule finds in each world, its units numbered on from those before."""
    found, before = [], 0
    for each in made:
        found += [((unit + before, row, col), days) for (unit, row, col), days in PLAIN[code](each)]
        before += len(each.units)
    return sorted(found)
