"""Minors and the teachers who are there on their days."""

from __future__ import annotations

from typing import Any

import pytest

from model.issue import Issue, Severity
from tests.transforms.sheets import facts
from transforms.rules import rules

DOOD = """
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 |
    |        | Mon | Tue | Wed | Thu | Fri | Sat |
    | 1.ANA  | SW  | W   | W   | W   | WF  |     |
    | 2.LILY | TR  | SW  | W   | H   | W   | WF  |
"""
CAST = """
    | No. | Role | Performer   | Minor | Status |
    | 1   | ANA  | Ana Moreno  | No    |        |
    | 2   | LILY | Mia Larsen  | Yes   | {}     |
"""


def crew(position: str = "Studio Teacher", start: str = "", end: str = "") -> str:
    return f"""
        | Department | Position   | Name       | Start Date | End Date   |
        | Production | {position} | Jo Park    | {start}    | {end}      |
        | Grip       | Key Grip   | Tom Okafor | 2026-03-02 | 2026-03-20 |
    """


def found(tabs: dict[str, str], **settings: Any) -> list[Issue]:
    known = facts(tabs, **settings)
    rule = rules()["minor-without-teacher"]
    assert rule.lacks(known) == ""
    return list(rule.issues(known))


def test_nobody_teaches_at_all():
    (issue,) = found({"DOOD": DOOD, "Cast": CAST.format(""), "Crew": crew("Gaffer")})
    assert issue.message == (
        "LILY works on 4 days, Tue 3 to Sat 7 March, and the crew list has no studio teacher"
    )
    assert [str(cell) for cell in (issue.at, *issue.related)] == [
        "DOOD!C4",
        "DOOD!D4",
        "DOOD!F4",
        "DOOD!G4",
    ]
    assert issue.severity is Severity.ERROR


@pytest.mark.parametrize(
    "position", ["Set Teacher", "Tutor", "Chaperone", "Welfare Worker/Teacher"]
)
def test_whoever_minds_them_without_dates_is_there(position: str):
    assert found({"DOOD": DOOD, "Cast": CAST.format(""), "Crew": crew(position)}) == []


def test_a_teacher_who_leaves_before_the_last_day():
    tabs = {"DOOD": DOOD, "Cast": CAST.format(""), "Crew": crew(end="2026-03-06")}
    (issue,) = found(tabs)
    assert issue.message == "LILY works on Sat 7 March, when no studio teacher is there"
    assert [str(cell) for cell in (issue.at, *issue.related)] == ["DOOD!G4", "Crew!E2"]


def test_the_days_of_a_schedule_say_more_than_the_deals():
    grid = """
        | Position       | Name    | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | Days |
        | Studio Teacher | Jo Park |     |     | 1   |     | 1   | 2    |
        | Key Grip       | Tom Okafor | 1 | 1  | 1   | 1   | 1   | 5    |
    """
    tabs = {"DOOD": DOOD, "Cast": CAST.format(""), "Crew": crew(), "Days Worked": grid}
    (issue,) = found(tabs)
    assert [when.day for when in issue.dates] == [3], (
        "Saturday is not on the grid: the deal covers it"
    )


@pytest.mark.parametrize("number", ["", "ST1"])
def test_whoever_minds_a_minor_and_is_named_beside_it_is_of_the_crew(number: str):
    dood = f"""
        | No. | Character          | Artist     | 3/2 | 3/3 |
        |     |                    |            | Mon | Tue |
        | 1   | ANA                | Ana Moreno | SW  | WF  |
        | 2   | LILY               | Mia Larsen | SW  | WF  |
        | CHILDREN |
        | {number} | Chaperone - Mia | Jo Park   | SW  | WF  |
        |     | Chaperone - nobody | Al Stott   | SW  | WF  |
    """
    tabs = {"DOOD": dood, "Cast": CAST.format(""), "Crew": crew("Chaperone (Mia)")}
    known = facts(tabs)
    missing = [str(issue.at) for issue in rules()["cast-not-listed"].issues(known)]
    assert missing == ["DOOD!B7"]


def test_below_a_banner_for_others_a_tutor_is_no_role():
    dood = DOOD + "| OTHER | | | | | | |\n| Tutor | | SW | | | W | WF |"
    listed = crew("Tutor", start="2026-03-02", end="2026-03-07")
    (issue,) = found({"DOOD": dood, "Cast": CAST.format(""), "Crew": listed})
    assert str(issue.at) == "DOOD!D4"
    role = dood.replace("| OTHER | | | | | | |\n", "")
    assert found({"DOOD": role, "Cast": CAST.format(""), "Crew": listed}) == []


@pytest.mark.parametrize(
    ("line", "flagged"),
    [
        ("STUDIO TEACHER - J. Park", ["DOOD!D4"]),
        ("Studio Teacher", ["DOOD!D4"]),
        ("Studio Teacher (A. Cole)", []),
    ],
)
def test_a_schedules_line_for_the_listed_teacher_says_the_days(line: str, flagged: list[str]):
    dood = DOOD + f"| {line} | | SW | | | W | WF |"
    listed = crew(start="2026-03-02", end="2026-03-07")
    issues = found({"DOOD": dood, "Cast": CAST.format(""), "Crew": listed})
    assert [str(issue.at) for issue in issues] == flagged


@pytest.mark.parametrize(
    ("heading", "value", "flagged"),
    [("Age", "9", True), ("Age", "34", False), ("Date of Birth", "2015-04-01", True),
     ("Date of Birth", "1990-04-01", False), ("DOB", "2008-03-03", False),
     ("Notes", "Minor, needs tutor", True),
     ("Notes", "minor role", False), ("Minor", "", False), ("Minor", "Y", True)],
)  # fmt: skip
def test_who_is_under_age(heading: str, value: str, flagged: bool):
    cast = f"""
        | No. | Role | Performer  | {heading} |
        | 1   | ANA  | Ana Moreno |           |
        | 2   | LILY | Mia Larsen | {value}   |
    """
    known = facts({"DOOD": DOOD, "Cast": cast, "Crew": crew("Gaffer")})
    assert bool(list(rules()["minor-without-teacher"].issues(known))) is flagged


def test_a_remark_beside_the_name_tells():
    tabs = {"DOOD": DOOD.replace("2.LILY", "2.LILY (K)"), "Crew": crew("Gaffer")}
    (issue,) = found(tabs | {"Cast": CAST.format("").replace("Yes", "   ")})
    assert issue.subject == "LILY (K)"


def test_without_anything_that_tells_it_is_not_checked():
    tabs = {"DOOD": DOOD, "Crew": crew("Gaffer"), "Cast": "| No. | Role | Performer |\n| 1 | ANA | "
            "Ana Moreno |\n| 2 | LILY | Mia Larsen |"}  # fmt: skip
    assert '"Minor"' in rules()["minor-without-teacher"].lacks(facts(tabs))


@pytest.mark.parametrize(("minors", "flagged"), [(10, []), (11, [2])])
def test_a_teacher_has_only_so_many_on_a_school_day(minors: int, flagged: list[int]):
    people = [f"{number}.KID {'ABCDEFGHIJKLM'[number]}" for number in range(1, minors + 1)]
    days = "| Cast | 3/2 | 3/7 |\n| | Mon | Sat |\n"
    tabs = {
        "DOOD": days + "\n".join(f"| {name} | SW | WF |" for name in people),
        "Cast": "| No. | Role | Performer | Minor |\n"
        + "\n".join(
            f"| {name.split('.')[0]} | {name.split('.')[1]} | Per {name[-1]}{name[-1]}x | Y |"
            for name in people
        ),
        "Crew": crew(),
    }
    issues = found(tabs, agreements="california-minors")
    assert [when.day for issue in issues for when in issue.dates] == flagged
    assert found(tabs) == []
    assert all("11 minors work on Mon 2 March, with 1 teacher" in each.message for each in issues)
    assert all("ten minors" in each.clause for each in issues)


def test_a_minor_who_is_only_pencilled():
    tabs = {"DOOD": DOOD, "Cast": CAST.format("Pencilled"), "Crew": crew("Gaffer")}
    (issue,) = found(tabs)
    assert issue.severity is Severity.INFO
    assert issue.message.endswith("; only pencilled")


def test_a_chaperone_stands_in_for_a_teacher_on_days_without_school_alone():
    both = crew("Set Tutor", end="2026-03-04") + (
        "        | Production | Chaperone  | Dee Costa  | 2026-03-02 | 2026-03-20 |"
    )
    (issue,) = found({"DOOD": DOOD, "Cast": CAST.format(""), "Crew": both})
    assert [when.day for when in issue.dates] == [6], "and not Saturday the 7th"
    assert issue.severity is Severity.WARNING
    summer = {"DOOD": DOOD.replace("| 3/", "| 8/"), "Cast": CAST.format("")}
    weekdays = summer["DOOD"].replace(
        "| Mon | Tue | Wed | Thu | Fri | Sat |", "|  |  |  |  |  |  |"
    )
    ended = both.replace("2026-03-04", "2026-08-03").replace("2026-03-20", "2026-08-20")
    assert found({**summer, "DOOD": weekdays, "Crew": ended}) == []


def test_from_the_eighteenth_birthday_on_nobody_teaches():
    cast = """
        | No. | Role | Performer  | DOB        |
        | 1   | ANA  | Ana Moreno |            |
        | 2   | LILY | Mia Larsen | 2008-03-05 |
    """
    (issue,) = found({"DOOD": DOOD, "Cast": cast, "Crew": crew("Gaffer")})
    assert [when.day for when in issue.dates] == [3, 4]


def test_a_line_below_a_banner_for_teachers_is_the_teachers():
    tabs = {
        "Cast": "| No. | Role | Performer | Minor |\n| 1 | OLLIE | Jay Hale | Y |",
        "Crew": "| Position | Name | Start Date |\n| Studio Teacher | Helen Okada | 2026-03-02 |",
        "DOOD": """
    | Cast           | Actor       | 3/2 | 3/3 | 3/4 |
    |                |             | Mon | Tue | Wed |
    | 1. OLLIE       | Jay Hale    | SW  | W   | WF  |
    | STUDIO TEACHER |             |     |     |     |
    | ST             | Helen Okada | W   |     | W   |
    """,
    }
    (issue,) = rules()["minor-without-teacher"].issues(facts(tabs))
    assert str(issue.at) == "DOOD!D3"


def test_a_teacher_of_two_lists_is_the_one_of_the_schedules_line():
    """The crew list and the start paperwork both have her; the schedule has her job."""
    schedule = DOOD + "    | Studio Teacher | | W | W | | | |\n"
    twice = crew() + "        | Production | Studio Teacher | PARK, Jo | | |\n"
    days = {
        str(cell)
        for issue in found({"DOOD": schedule, "Cast": CAST.format(""), "Crew": twice})
        for cell in (issue.at, *issue.related)
    }
    assert {"DOOD!F4", "DOOD!G4"} <= days


def test_a_grid_of_the_whole_crew_has_its_teachers_days_where_there_is_no_crew_list():
    others = "".join(
        f"| Job {number} of {number} | Ann Other{number} | W | W | W | W | W |  |\n"
        for number in range(15)
    )
    grid = (
        "| Position | Name | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 |\n"
        "|  |  | Mon | Tue | Wed | Thu | Fri | Sat |\n"
        f"{others}| Studio Teacher | Jo Park | W | W | W |  |  | W |\n"
    )
    (issue,) = found({"DOOD": DOOD, "Cast": CAST.format(""), "Crew Grid": grid})
    assert str(issue.at) == "DOOD!F4"
