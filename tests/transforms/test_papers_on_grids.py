"""Papers and tickets that a crew grid keeps beside its days, where no crew list does."""

from __future__ import annotations

import pytest

from tests.transforms.sheets import facts
from transforms.rules import rules

BOOKINGS = """
    | CREW BOOKINGS |
    |          |            | Deal Memo | Start | CDL  | Mo  | Tu  | We  | Th  |
    | Position | Name       | signed    | pkt   | exp  | 3/2 | 3/3 | 3/4 | 3/5 |
    | DP       | Ana Moreno | x         | x     |      | W   | W   | W   |     |
    | Key Grip | Ben Ode    |           | x     |      |     | W   | W   |     |
    | Driver   | Cleo Par   | x         |       | 3/4/26 |   | W   | W   | W   |
    | 2nd AC   | Di Sow     |           | x     |      | pen | pen |     |     |
    | Gaffer   | Ed Tam     | x         | x     | 3/4/26 | W | W   | W   |     |
"""
LIST = """
    | Position | Name       | Start    | End      | Deal memo | Start paperwork |
    | DP       | Ana Moreno | 2026-3-2 | 2026-3-4 | x         | x               |
    | Key Grip | Ben Ode    | 2026-3-3 | 2026-3-4 | x         | x               |
"""


@pytest.mark.parametrize(
    ("code", "at", "who"),
    [
        ("no-deal-memo", "Plan!C5", "Ben Ode"),
        ("no-start-paperwork", "Plan!D6", "Cleo Par"),
        ("ticket-expires", "Plan!E6", "Cleo Par"),
    ],
)
def test_what_the_grid_says_of_its_people(code: str, at: str, who: str):
    known = facts({"Plan": BOOKINGS})
    assert rules()[code].lacks(known) == ""
    (issue,) = rules()[code].issues(known)
    assert (str(issue.at), issue.subject) == (at, who)


@pytest.mark.parametrize("code", ["no-deal-memo", "no-start-paperwork"])
def test_the_crew_list_is_asked_where_it_keeps_the_same(code: str):
    assert list(rules()[code].issues(facts({"Plan": BOOKINGS, "Crew": LIST}))) == []


def test_a_grid_without_such_columns_asks_for_a_list():
    plain = "\n".join(
        "|".join(line.split("|")[:3] + line.split("|")[6:]) for line in BOOKINGS.splitlines()
    )
    assert rules()["no-deal-memo"].lacks(facts({"Plan": plain})).startswith("a crew list or a cast")
