"""Confirmed against confirmed is a conflict; pencilled is worth knowing; declined is not."""

from __future__ import annotations

from typing import Any

import pytest

from model.issue import Issue, Severity
from tests.transforms.sheets import facts
from transforms.rules import rules

DAYS = """
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 | 3/9 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Mon |
"""


def cast(status: str) -> str:
    return f"""
        | No. | Role | Performer   | Start Date | End Date   | Status   |
        | 1   | ANA  | Ana Moreno  | 2026-03-03 | 2026-03-31 | {status} |
        | 2   | BEN  | Ben Adeyemi | 2026-03-01 | 2026-03-31 |          |
    """


def found(code: str, tabs: dict[str, str], **settings: Any) -> list[Issue]:
    return list(rules()[code].issues(facts(tabs, **settings)))


SIX = {"DOOD": DAYS + "| 1.ANA | SW | W | W | W | W | W | | WF |"}
TWO_UNITS = {"Main": DAYS + "| 1.ANA | SW | WF |", "2nd Unit": DAYS + "| 1.ANA | | SWF |"}
EVERYTHING = [
    pytest.param("sixth-consecutive-day", SIX, id="six days"),
    pytest.param("double-booked", TWO_UNITS, id="two units"),
    pytest.param("outside-deal-dates", SIX, id="before the deal"),
]


@pytest.mark.parametrize(("code", "tabs"), EVERYTHING)
@pytest.mark.parametrize("status", ["Pencilled", "Tentative", "1st option"])
def test_with_somebody_who_is_pencilled_it_is_worth_knowing_and_says_so(code, tabs, status):
    (issue,) = found(code, tabs | {"Cast": cast(status)})
    assert issue.severity is Severity.INFO
    assert issue.message.endswith("; only pencilled")


@pytest.mark.parametrize(("code", "tabs"), EVERYTHING)
@pytest.mark.parametrize("status", ["Confirmed", "", "Booked"])
def test_a_blank_status_is_a_confirmed_one(code, tabs, status):
    (issue,) = found(code, tabs | {"Cast": cast(status)})
    assert issue.severity is not Severity.INFO
    assert "pencilled" not in issue.message


@pytest.mark.parametrize(("code", "tabs"), EVERYTHING)
@pytest.mark.parametrize("status", ["Declined", "Passed", "Not available"])
def test_who_declined_is_not_counted(code, tabs, status):
    assert found(code, tabs | {"Cast": cast(status)}) == []


def test_a_role_that_was_recast_counts_by_who_plays_it_now():
    recast = cast("Declined") + "| 1 | ANA | Mia Brandt | 2026-03-01 | 2026-03-31 | Confirmed |"
    (issue,) = found("sixth-consecutive-day", SIX | {"Cast": recast})
    assert issue.severity is not Severity.INFO
    assert found("outside-deal-dates", SIX | {"Cast": recast}) == []


def test_a_holiday_weighs_what_the_firmest_of_its_people_does():
    tabs = {
        "DOOD": """
            | Cast  | 5/22 | 5/25 | 5/26 |
            |       | Fri  | Mon  | Tue  |
            | 1.ANA | SW   | W    | WF   |
            | 2.BEN | SW   | W    | WF   |
        """,
        "Cast": cast("Pencilled"),
    }
    (issue,) = found("holiday-work", tabs, holidays="US")
    assert issue.severity is Severity.WARNING
    assert issue.message.endswith("; ANA only pencilled")
    alone = "\n".join(tabs["DOOD"].splitlines()[:4])
    (issue,) = found("holiday-work", tabs | {"DOOD": alone}, holidays="US")
    assert issue.severity is Severity.INFO


def test_on_the_crew_list_too():
    list_ = """
        | Department | Position | Name         | Unit | Start Date | End Date   | Status |
        | Camera     | Operator | Ida Lindgren | Main | 2026-03-02 | 2026-03-20 | {}     |
        | Camera     | Operator | Ida Lindgren | 2nd  | 2026-03-09 | 2026-03-20 |        |
        | Grip       | Key Grip | Tom Okafor   | Main | 2026-03-02 | 2026-03-13 |        |
    """
    (issue,) = found("double-booked", {"Crew": list_.format("Hold")})
    assert issue.severity is Severity.INFO
    assert issue.message.endswith("; only pencilled")
    assert found("double-booked", {"Crew": list_.format("Declined")}) == []


def test_a_performer_who_declined_is_not_missed_in_the_schedule():
    tabs = {"DOOD": DAYS + "| 2.BEN | SW | WF |", "Cast": cast("Declined")}
    assert found("listed-not-scheduled", tabs) == []
