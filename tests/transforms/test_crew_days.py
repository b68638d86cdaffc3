"""Sheets of the crew's days worked: what rules make of them beside, or without, a schedule."""

from __future__ import annotations

from typing import Any

import pytest

from model.issue import Issue, Severity
from tests.transforms.sheets import facts
from transforms.rules import rules

HEAD = "| Position | Name | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 | 3/9 | Days |\n"
GRID = (
    HEAD
    + """
| DP       | Ida Lindgren | 1 | 1 | 1 | 1 | 1 | 1 | 0.5 |   | 6.5 |
| Gaffer   | Sol Ferrer   | 1 | 1 | 1 | 1 | 1 | T | 1   | 1 | 7   |
| Key Grip | Tom Okafor   | 1 | 1 | 1 | 1 | 1 | H | 1   | 1 | 7   |
"""
)
CREW = """
| Department | Position | Name         | Start Date | End Date   | Status |
| Camera     | DP       | Ida Lindgren | 2026-03-02 | 2026-03-06 | {}     |
| Electric   | Gaffer   | Sol Ferrer   | 2026-03-01 | 2026-03-20 |        |
| Grip       | Key Grip | Tom Okafor   | 2026-03-01 | 2026-03-20 |        |
"""


def found(code: str, tabs: dict[str, str], **settings: Any) -> list[Issue]:
    known = facts(tabs, **settings)
    assert rules()[code].lacks(known) == ""
    return list(rules()[code].issues(known))


def test_days_in_a_row_without_any_day_out_of_days():
    (issue,) = found("seventh-consecutive-day", {"Days Worked": GRID})
    assert issue.message == "Ida Lindgren works 7 days in a row, Mon 2 to Sun 8 March"
    assert (str(issue.at), str(issue.related[0])) == ("Days Worked!I2", "Days Worked!C2")


@pytest.mark.parametrize("title", ["Availability", "Crew Avail", "Dispo", "Crew Holds"])
def test_who_is_available_does_not_work(title: str):
    known = facts({title: GRID})
    assert list(rules()["seventh-consecutive-day"].issues(known)) == []


def test_the_deals_are_the_crew_lists():
    tabs = {"Days Worked": GRID, "Crew": CREW.format("")}
    (issue,) = found("outside-deal-dates", tabs)
    assert issue.message == (
        "Ida Lindgren works on Sat 7 to Sun 8 March, after the deal ends on Fri 6 March"
    )
    assert [str(cell) for cell in (issue.at, *issue.related)] == [
        "Days Worked!H2",
        "Crew!E2",
        "Days Worked!I2",
    ]
    declined = tabs | {"Crew": CREW.format("Declined")}
    assert found("outside-deal-dates", declined) == []
    (issue,) = found("seventh-consecutive-day", tabs | {"Crew": CREW.format("Pencil")})
    assert issue.message.endswith("; only pencilled")


def test_a_day_that_two_sheets_have_is_one_day():
    dood = """
        | Crew         | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 |
        |              | Mon | Tue | Wed | Thu | Fri | Sat | Sun |
        | Ida Lindgren | SW  | W   | W   | W   | WF  |     |     |
    """
    tabs = {"Days Worked": GRID, "Crew DOOD": dood, "Crew": CREW.format("")}
    (issue,) = found("seventh-consecutive-day", tabs)
    assert str(issue.at) == "Days Worked!I2", "the schedule has five of the days, the grid the rest"
    assert str(issue.related[0]) == "Crew DOOD!B3"
    (issue,) = found("outside-deal-dates", tabs)
    assert [str(cell) for cell in (issue.at, issue.related[1])] == [
        "Days Worked!H2",
        "Days Worked!I2",
    ]


def test_a_holiday_that_the_crew_worked():
    grid = GRID.replace("3/2 | 3/3 | 3/4", "5/21 | 5/22 | 5/25").replace(
        "3/5 | 3/6 | 3/7 | 3/8 | 3/9", "5/26 | 5/27 | 5/28 | 5/29 | 6/1"
    )
    (issue,) = found("holiday-work", {"Days Worked": grid}, holidays="US")
    assert issue.message.startswith("Ida Lindgren, Sol Ferrer and Tom Okafor work on Memorial Day")
    assert [str(cell) for cell in (issue.at, *issue.related)] == [
        "Days Worked!E2",
        "Days Worked!E3",
        "Days Worked!E4",
    ]


def test_a_holiday_that_daily_times_alone_say_was_worked():
    times = """
        | Daily times |
        | Date       | Name         | Position | Call  | Lunch out | Lunch in | Wrap  |
        | 2026-05-13 | Ida Lindgren | Key Grip | 08:00 | 13:00     | 14:00    | 18:00 |
        | 2026-05-14 | Ida Lindgren | Key Grip | 09:00 | 12:30     | 13:30    | 17:00 |
        | 2026-05-14 | Tom Okafor   | Grip     |       |           |          |       |
    """
    (issue,) = found("holiday-work", {"Times": times}, holidays="FR", locale="fr_FR")
    assert issue.message.startswith("Ida Lindgren works on ")
    assert str(issue.at) == "Times!D4"
    assert found("holiday-work", {"Times": times}, holidays="GB") == []


SIX_DAYS = """
    | CREW DAYS |
    | Name         | Position | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 |
    | Ida Lindgren | Gaffer   | 1   | 1   | 1   | 1   | 1   | 1   |     |
    | Sol Ferrer   | Spark    | 1   | 1   | 1   | 1   | 1   | 1   |     |
    | Tom Okafor   | Key Grip | 1   | 1   | 1   | 1   | 1   | 1   |     |
    | Eva Lind     | DP       |     | 1   | 1   | 1   | 1   | 1   |     |
    | Kim Vale     | 1st AC   | 1   | 1   | 1   | 1   | 1   |     |     |
"""
FEW_OF_MANY = SIX_DAYS + "\n".join(
    f"    | {name} | Grip | 1 | 1 | 1 | 1 | 1 |  |  |"
    for name in ("Ada Ost", "Cy Lam", "Dee Wye", "Gus Roe")
)
WEEKS = """
    | DOOD |
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/9 | 3/10 | 3/11 | 3/12 | 3/13 | 3/14 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat | Mon | Tue  | Wed  | Thu  | Fri  | Sat  |
    | 1.ANA | SW  | W   | W   | W   | W   | W   | H   | W    | W    | W    | W    | WF   |
    | 2.BEN |     | SW  | W   | H   | W   | W   | W   | W    | W    | H    | W    | WF   |
"""
AGREED = {"agreements": "iatse-basic-2024"}
RESTED = {"weekly_rest": "54"}


@pytest.mark.parametrize(
    ("grid", "settings", "people", "severity"),
    [
        pytest.param(SIX_DAYS, {}, 1, Severity.INFO, id="the production's own week"),
        pytest.param(FEW_OF_MANY, {}, 3, Severity.WARNING, id="most have the day off"),
        pytest.param(SIX_DAYS, AGREED, 3, Severity.WARNING, id="an agreement's premium"),
    ],
)
def test_six_days_of_a_whole_production_without_an_agreement_are_its_week(
    grid: str, settings: dict[str, str], people: int, severity: Severity
):
    issues = found("sixth-consecutive-day", {"Crew Days": grid}, **settings)
    assert [issue.severity for issue in issues] == [severity] * people


@pytest.mark.parametrize(
    ("weeks", "severity"),
    [
        pytest.param(WEEKS, Severity.INFO, id="both weeks have six days"),
        pytest.param(WEEKS.replace("WF", "FT"), Severity.WARNING, id="only the first has"),
    ],
)
def test_six_days_of_one_person_where_most_weeks_have_six_are_the_productions(
    weeks: str, severity: Severity
):
    (issue,) = found("sixth-consecutive-day", {"DOOD": weeks})
    assert (issue.severity, str(issue.at)) == (severity, "DOOD!G4")


def test_of_availabilities_only_what_is_called_booked_is_work():
    grid = """
        | C = confirmed, A = available, P = pencil |
        | Name         | Position | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 |
        | Ida Lindgren | Gaffer   | C   | C   | C   | C   | C   | C   | A   |
        | Sol Ferrer   | Spark    | A   | A   | A   | P   | C   | A   | A   |
    """
    (issue,) = found("sixth-consecutive-day", {"Sparks Availability": grid})
    assert str(issue.at) == "Sparks Availability!H3"
    crosses = grid.replace("C = confirmed, ", "").replace(" C ", " x ")
    assert found("sixth-consecutive-day", {"Sparks Availability": crosses}) == []


def test_days_that_a_legend_calls_work_are_work_whatever_the_sheet_is_called():
    grid = """
        | Stab   D = Dreh, V = Vorbereitung, A = Aufbau |
        | Name       | Position    | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 |
        | Ole Hansen | Beleuchter  | V   | D   | D   | D   | D   | A   |     |
        | Kai Wenzel | Tonmeister  |     | D   | D   | D   | D   |     |     |
    """
    (issue,) = found("sixth-consecutive-day", {"Dispo Stab": grid})
    assert str(issue.at) == "Dispo Stab!H3"
    free = grid.replace("D = Dreh, V = Vorbereitung, A = Aufbau", "D = dispo, V = vielleicht")
    assert found("sixth-consecutive-day", {"Dispo Stab": free}) == []


LISTED = """
    | Position | Name          | Start  | End     |
    | Director | Ciara Whelan  | 3/2/26 | 3/4/26  |
    | DP       | Tomasz Bielak | 3/2/26 | 3/20/26 |
    | Mixer    | Gideon Mutai  | 3/2/26 | 3/20/26 |
"""


def in_short(*names: str, crew: str = LISTED) -> list[str]:
    days = "| Who | 3/2 | 3/3 | 3/4 | 3/5 |\n"
    grid = days + "".join(f"| {name} | W | W | W | W |\n" for name in names)
    return [str(issue.at) for issue in found("outside-deal-dates", {"Crew": crew, "Plan": grid})]


@pytest.mark.parametrize(
    "names",
    [
        ("Ciara", "Tomasz", "Gideon"),
        ("WHELAN", "BIELAK", "MUTAI"),
        ("Whelan C.", "Bielak T.", "Mutai G."),
        ("Ciara W", "Tomasz B", "Gideon M"),
        ("Ciara", "Tomasz Bielak", "Gideon Mutai"),
    ],
)
def test_people_in_short_are_the_crew_lists(names: tuple[str, ...]):
    assert in_short(*names) == ["Plan!E2"]


def test_a_first_name_that_two_may_have_is_nobodys():
    two = LISTED + "| Gaffer | Ciara Dunne | 3/2/26 | 3/20/26 |\n"
    assert in_short("Ciara", "Tomasz", "Gideon", crew=two) == []
    assert in_short("Ciara W", "Tomasz", "Gideon", crew=two) == ["Plan!E2"]
    assert in_short("Ciara Whelan", "Ciara", "Tomasz", "Gideon") == ["Plan!E2"], "one of the two"
    assert in_short("Ciara", "Whelan", "Tomasz", "Gideon") == [], "two people, it seems"
    assert in_short("Ciara D.", "Tomasz", "Gideon") == []
