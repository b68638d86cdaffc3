"""Who starts without a paper, and whose ticket runs out: what the lists and the schedules say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.transforms.sheets import facts
from transforms.rules import rules


def found(code: str, tabs: dict[str, str], **settings: Any) -> list[tuple[str, str]]:
    known = facts(tabs, **settings)
    assert rules()[code].lacks(known) == ""
    return [(str(issue.at), issue.message) for issue in rules()[code].issues(known)]


CREW = """
    | Dept   | Position | Name        | Start | End  | Deal Memo | Licence | Expires  |
    | Camera | DP       | Ana Moreno  | {}    | {}   | {}        | CDL A   | {}       |
    | Grip   | Key Grip | Ben Ode     | 3/2   | 4/10 | signed    |         |          |
"""
GRID = """
    | Position | Name       | 3/5 | 3/6 | 3/9 |
    |          |            | Thu | Fri | Mon |
    | DP       | Ana Moreno | W   | W   | {}  |
    | Key Grip | Ben Ode    | W   | W   | W   |
"""


@pytest.mark.parametrize(
    ("said", "flagged"),
    [
        ("", True),
        ("sent 3/1", True),
        ("out to agent", True),
        ("with lawyer", True),
        ("signed 3/1 JB", False),
        ("N/A", False),
        ("3/1", False),
    ],
)
def test_a_memo_in_words(said: str, flagged: bool):
    tabs = {"Crew": CREW.format("3/5", "4/10", said, "")}
    assert bool(found("no-deal-memo", tabs)) is flagged


@pytest.mark.parametrize(
    ("today", "flagged"), [("2026-02-25", False), ("2026-02-26", True), ("2026-04-11", True)]
)
def test_a_memo_is_wanted_from_a_week_before_the_start(today: str, flagged: bool):
    tabs = {"Crew": CREW.format("3/5", "4/10", "", "")}
    assert bool(found("no-deal-memo", tabs, today=today)) is flagged


def test_the_first_day_of_a_crew_grid_is_a_start():
    tabs = {"Crew": CREW.format("", "", "", ""), "Days Worked": GRID.format("")}
    assert found("no-deal-memo", tabs) == [
        ("Crew!F2", "Ana Moreno starts on Thu 5 March without a deal memo")
    ]


@pytest.mark.parametrize(
    ("end", "last_day", "flagged"), [("", "W", True), ("", "", False), ("3/9", "", True)]
)
def test_a_ticket_must_last_as_long_as_the_work(end: str, last_day: str, flagged: bool):
    tabs = {
        "Crew": CREW.format("3/2", end, "signed", "3/6/2026"),
        "Days Worked": GRID.format(last_day),
    }
    assert found("ticket-expires", tabs) == (
        [("Crew!H2", "Ana Moreno's ticket expires on Fri 6 March, and works until Mon 9 March")]
        if flagged
        else []
    )


def test_start_paperwork_on_a_cast_list():
    cast = """
        | # | Role  | Name       | Start | End  | Start paperwork |
        | 1 | Jack  | Tobias Lim | 3/4   | 4/10 | complete        |
        | 2 | Ella  | Sunita Rao | 3/4   | 4/10 | missing I-9     |
        | 3 | Nadia | Jelena Mar | 3/16  | 4/10 |                 |
    """
    assert [at for at, _ in found("no-start-paperwork", {"Cast": cast})] == ["Cast!F3"]


FORMS = """
    | Dept   | Position | Name       | Start | I-9 | W-4 | Box form |
    | Camera | DP       | Ana Moreno | 3/2   | x   | x   | x        |
    | Camera | 1st AC   | Ida Lind   | 3/2   | x   | x   |          |
    | Grip   | Key Grip | Ben Ode    | 3/2   | x   |     |          |
"""


def test_a_form_that_most_have_in_is_wanted_of_all():
    assert [at for at, _ in found("no-start-paperwork", {"Crew": FORMS})] == ["Crew!F4"]


def test_a_list_that_keeps_no_such_column_says_nothing():
    tabs = {
        "Crew": CREW.format("3/2", "4/10", "signed", ""),
        "Second Unit Crew": """
            | Dept | Position  | Name     | Start | End  |
            | Grip | Key Grip  | Kim Vale | 3/2   | 4/10 |
        """,
    }
    assert found("no-deal-memo", tabs) == []


def test_who_has_finished_without_it_lacks_it_as_much():
    tabs = {"Crew": CREW.format("3/5", "", "", ""), "Days Worked": GRID.format("W")}
    assert [words for _, words in found("no-deal-memo", tabs, today="2026-03-10")] == [
        "Ana Moreno worked Thu 5 to Mon 9 March without a deal memo"
    ]


def test_where_nobody_has_signed_it_is_said_once():
    names = ("Ann Ash", "Ben Bay", "Cai Cod", "Dee Dow", "Eve Elm", "Flo Fir", "Gus Gow", "Hal Ham")
    lines = "\n".join(f"| Grip | {name} | 2026-02-16 | 2026-03-20 | |" for name in names)
    head = "| Position | Name | Start Date | End Date | Deal Memo |"
    known = facts({"Crew": f"{head}\n{lines}"})
    (issue,) = rules()["no-deal-memo"].issues(known)
    assert (str(issue.at), issue.subject, len(issue.related)) == ("Crew!E2", "8 people", 7)
    signed = facts({"Crew": f"{head}\n{lines}\n| Grip | Ida Ivy | 2026-02-16 | 2026-03-20 | yes |"})
    assert len(list(rules()["no-deal-memo"].issues(signed))) == 8
