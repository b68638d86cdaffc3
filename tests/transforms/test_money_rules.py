"""Rules that hold crew and cast lists against the budget: codes, days, rates."""

from __future__ import annotations

from typing import Any

from model.issue import Issue
from tests.transforms.sheets import facts
from transforms.rules import rules


def found(code: str, tabs: dict[str, str], **settings: Any) -> list[Issue]:
    known = facts(tabs, **settings)
    assert rules()[code].lacks(known) == ""
    return list(rules()[code].issues(known))


CREW = """
    | Department | Position | Name         | Start Date | Account |
    | Camera     | DP       | Ida Lindgren | 2026-03-02 | {}      |
    | Camera     | 1st AC   | Tom Okafor   | 2026-03-02 | {}      |
    | Camera     | 2nd AC   | Mia Brandt   | 2026-03-02 | {}      |
    | Grip       | Key Grip | Sol Ferrer   | 2026-03-02 | {}      |
"""
BUDGET = """
    | Account | Description | Budget |
    | 3301    | Camera      | 40000  |
    | 2501    | Grips       | 40000  |
"""


def test_a_position_without_a_code_says_whose_it_is():
    (issue,) = found("no-budget-code", {"Crew": CREW.format("3301", "", "3301", "2501")})
    assert issue.message == "1st AC, Tom Okafor has no budget code"
    assert (issue.subject, str(issue.at)) == ("Tom Okafor", "Crew!E3")


def test_a_list_that_is_hardly_coded_is_one_finding():
    (issue,) = found("no-budget-code", {"Crew": CREW.format("3301", "", "", "")})
    assert issue.message == "3 of 4 positions have no budget code"
    assert [str(cell) for cell in (issue.at, *issue.related)] == ["Crew!E3", "Crew!E4", "Crew!E5"]


def test_codes_of_another_chart_than_the_budgets_are_nobodys_slips():
    tabs = {"Crew": CREW.format("3301", "C-2", "C-3", "G-1"), "Budget": BUDGET}
    assert found("no-budget-code", tabs) == []


def test_a_slip_in_a_code_is_told_with_the_budget_it_is_not_in():
    tabs = {"Crew": CREW.format("3301", "3301-05", "3331", "2501"), "Budget": BUDGET}
    (issue,) = found("no-budget-code", tabs)
    assert issue.message == "2nd AC, Mia Brandt is coded to 3331, which the budget lacks"
    assert [str(cell) for cell in issue.related] == ["Crew!B4", "Budget!A1"]
