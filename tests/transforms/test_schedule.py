"""Where the shoot stands."""

from __future__ import annotations

from datetime import date

import pytest

from tests.transforms.sheets import facts
from transforms.days.schedule import schedule
from transforms.results import Schedule

NUMBERED = """
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 |
    |       | Mon | Tue | Wed | Thu | Fri |
    | Day   | 1   | 2   |     | 3   | 4   |
    | 1.ANA | SW  | W   |     | WF  |     |
"""
PLAIN = """
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 |
    |       | Mon | Tue | Wed | Thu |
    | 1.ANA | TR  | SW  | H   | WF  |
"""


@pytest.mark.parametrize(
    ("today", "shoot_day"),
    [("2026-03-01", None), ("2026-03-02", 1), ("2026-03-04", 2), ("2026-05-01", 4)],
)
def test_numbered_days_are_the_shooting_days(today: str, shoot_day: int | None):
    assert schedule(facts({"DOOD": NUMBERED}).dood, date.fromisoformat(today)) == Schedule(
        date(2026, 3, 2), date(2026, 3, 6), 4, shoot_day
    )


def test_without_numbers_the_days_with_work_are():
    assert schedule(facts({"DOOD": PLAIN}).dood, date(2026, 3, 4)) == Schedule(
        date(2026, 3, 3), date(2026, 3, 5), 2, 1
    )


def test_the_main_unit_counts():
    both = facts({"2nd Unit": PLAIN, "Main Unit": NUMBERED}).dood
    assert schedule(both, date(2026, 3, 4)).shoot_days == 4
