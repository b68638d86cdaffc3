"""Rules that hold crew and cast lists against the budget: codes, days, rates."""

from __future__ import annotations

from typing import Any

import pytest

from model.issue import Issue
from tests.transforms.sheets import facts
from transforms.costs import budgeted
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


DETAIL = """
    | Account | Description      | Amount | Unit  | X | Rate | Total  |
    | 1400    | CAST             |        |       |   |      |        |
    | 1401    | Ana Moreno (ANA) | 10     | days  | 1 | 1200 | 12000  |
    | 1402    | BEN              | 3      | weeks | 1 | 4000 | 12000  |
    | 3301    | DP - prep        | 2      | weeks | 1 | 4000 | 8000   |
    | 3301    | DP - shoot       | 6      | weeks | 1 | 4000 | 24000  |
    | 3304    | Loader           | 30     | days  | 2 | 350  | 21000  |
"""


def crew(position: str, rate: object, per: str, account: str = "", hours: str = "") -> str:
    return f"""
        | Department | Position   | Name         | Start Date | Rate   | Per   | Gtd Hours | Account   |
        | Camera     | {position} | Ida Lindgren | 2026-03-02 | {rate} | {per} | {hours}   | {account} |
        | Camera     | Loader     | Tom Okafor   | 2026-03-02 | 350    | day   |           | 3304      |
        | Camera     | Loader     | Mia Brandt   | 2026-03-02 | 350    | day   |           | 3304      |
    """  # noqa: E501


def test_a_deal_above_its_budget_says_both_and_what_the_budgeted_weeks_cost_more():
    tabs = {"Detail": DETAIL, "Crew": crew("DP", 4500, "week")}
    (issue,) = found("rate-over-budget", tabs)
    assert issue.message == (
        "DP, Ida Lindgren: the deal is USD 4,500 a week, the budget has USD 4,000 a week"
    )
    assert [str(cell) for cell in (issue.at, *issue.related)] == [
        "Crew!E2",
        "Detail!F5",
        "Detail!F6",
    ]
    assert issue.cost is not None
    assert issue.cost.amount == 4000
    assert issue.cost.formula == "2 weeks x USD 500 more + 6 weeks x USD 500 more"


@pytest.mark.parametrize(
    ("rate", "per", "hours", "agreements", "flagged"),
    [
        (900, "day", "", "", True),  # 4,500 in a week of five days, 5,400 in one of six
        (750, "day", "", "", False),  # 3,750 or 4,500: nobody can say
        (820, "day", "", "iatse-basic-2024", True),  # the agreement says five: 4,100
        (70, "hour", "60", "", True),  # 4,200 without any overtime
        (70, "hour", "", "", False),  # nobody can say
        (9000, "flat", "", "", False),
    ],
)
def test_units_are_turned_into_each_other_only_where_somebody_says(
    rate: int, per: str, hours: str, agreements: str, flagged: bool
):
    tabs = {"Detail": DETAIL, "Crew": crew("DP", rate, per, hours=hours)}
    assert bool(found("rate-over-budget", tabs, agreements=agreements or ())) is flagged


@pytest.mark.parametrize(
    ("position", "account"),
    [("DP kit rental", ""), ("B Cam DP", ""), ("DP", "2201"), ("Loader", "3304")],
)
def test_a_line_for_somebody_else_is_nobodys_budget(position: str, account: str):
    tabs = {"Detail": DETAIL, "Crew": crew(position, 9000, "week", account)}
    assert found("rate-over-budget", tabs) == []


CAST = """
    | No. | Role | Performer   | Deal   |
    | 1   | ANA  | Ana Moreno  | {}     |
    | 2   | BEN  | Ben Adeyemi | 4,000/week |
"""


def test_a_performers_line_is_found_by_role_name_or_both():
    (issue,) = found("rate-over-budget", {"Detail": DETAIL, "Cast": CAST.format("$1,300/day")})
    assert (str(issue.at), str(issue.related[0])) == ("Cast!D2", "Detail!F3")
    assert issue.cost is not None
    assert issue.cost.amount == 1000
    assert found("rate-over-budget", {"Detail": DETAIL, "Cast": CAST.format("$1,200/day")}) == []


DAYS = """
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/9 | 3/10 | 3/11 | 3/12 | 3/13 | 3/16 | 3/17 |
    |       | Mon | Tue | Wed | Thu | Fri | Mon | Tue  | Wed  | Thu  | Fri  | Mon  | Tue  |
    | 1.ANA | SW  | W   | W   | W   | W   | H   | W    | W    | W    | W    | W    | WF   |
    | 2.BEN | TR  | SW  | W   | W   | W   | W   | W    | W    | W    | W    | W    | WF   |
"""


def test_days_beyond_the_budget_are_one_finding_with_what_they_cost():
    tabs = {"DOOD": DAYS, "Detail": DETAIL, "Cast": CAST.format("$1,200/day")}
    (issue,) = found("days-over-budget", tabs)
    assert issue.message == (
        "ANA has 12 days of work and hold (1 of them on hold), 10 days are budgeted: "
        "2 more, Mon 16 to Tue 17 March"
    )
    assert [str(cell) for cell in (issue.at, *issue.related)] == [
        "DOOD!L3",
        "Detail!C3",
        "DOOD!M3",
    ]
    assert issue.cost is not None
    assert issue.cost.amount == 2400
    assert issue.cost.formula == "2 days beyond the budget x day rate USD 1,200"


def test_a_budgeted_week_is_as_long_as_the_agreement_says_or_six_days():
    detail = DETAIL.replace(
        "| 1402    | BEN              | 3 ", "| 1402    | BEN              | 2 "
    )
    tabs = {"DOOD": DAYS, "Detail": detail, "Cast": CAST.format("")}
    assert [issue.subject for issue in found("days-over-budget", tabs)] == ["ANA"]
    agreed = found("days-over-budget", tabs, agreements="sag-aftra-theatrical-2023")
    assert [(issue.subject, issue.dates[0].day) for issue in agreed] == [("ANA", 16), ("BEN", 17)]


def test_two_units_add_up_to_one_persons_days():
    more = """
        | Cast  | 3/2 | 3/18 |
        |       | Mon | Wed  |
        | 1.ANA | SW  | WF   |
    """
    tabs = {"Main": DAYS, "2nd Unit": more, "Detail": DETAIL, "Cast": CAST.format("")}
    (issue,) = found("days-over-budget", tabs)
    assert [when.day for when in issue.dates] == [16, 17, 18], "2 March, on both, is one day"


def test_crew_days_come_from_the_sheet_of_days_worked():
    grid = """
        | Position | Name         | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | Days |
        | Gaffer   | Sol Ferrer   | 1   | 1   | 1   | 0.5 | 1   | 4.5  |
        | Key Grip | Tom Okafor   | 1   | 1   | 1   | 1   | 1   | 5    |
    """
    detail = """
        | Account | Description     | Amount | Unit  | X | Rate | Total |
        | 2601    | Gaffer          | 4      | days  | 1 | 500  | 2000  |
        | 2501    | Key Grip: shoot | 3      | days  | 1 | 500  | 1500  |
        | 2501    | Key Grip: wrap  | 1      | days  | 1 | 500  | 500   |
    """
    crew_list = """
        | Department | Position | Name       | Start Date | Account |
        | Electric   | Gaffer   | Sol Ferrer | 2026-03-02 | 2601    |
        | Grip       | Key Grip | Tom Okafor | 2026-03-02 | 2501    |
    """
    tabs = {"Days Worked": grid, "Detail": detail, "Crew": crew_list}
    (issue,) = found("days-over-budget", tabs)
    assert issue.message == (
        "Tom Okafor has 5 days of work, 4 days are budgeted: 1 more, Fri 6 March"
    )


@pytest.mark.parametrize("line", ["1401 | ANA | 1 | allow | 1 | 9000 | 9000", "1401 | ANA'S DRIVER "
                                  "| 2 | days | 1 | 300 | 600"])  # fmt: skip
def test_lines_that_count_no_days_or_are_for_somebody_else_say_nothing(line: str):
    detail = "| Account | Description | Amount | Unit | X | Rate | Total |\n" + f"| {line} |\n"
    detail += "| 1499 | Stand-ins | 5 | days | 2 | 200 | 2000 |\n"
    assert found("days-over-budget", {"DOOD": DAYS, "Detail": detail}) == []


@pytest.mark.parametrize(
    ("position", "line"),
    [
        ("Director of Photography", "DP"),
        ("1st AD", "First Assistant Director"),
        ("UPM", "Unit Production Manager"),
        ("Prod. Coord.", "Production Coordinator"),
        ("2nd AC", "2nd Assistant Camera"),
    ],
)
def test_usual_short_forms_of_jobs_are_the_same_job(position: str, line: str):
    detail = f"""
        | Account | Description | Amount | Unit  | X | Rate | Total |
        | 2101    | {line}      | 6      | weeks | 1 | 4000 | 24000 |
        | 2501    | Rigging     | 6      | days  | 1 | 400  | 2400  |
    """
    tabs = {"Detail": detail, "Crew": crew(position, 4500, "week")}
    assert [issue.subject for issue in found("rate-over-budget", tabs)] == ["Ida Lindgren"]


@pytest.mark.parametrize(
    ("position", "account", "flagged"),
    [("Camera Operator A", "3302", True), ("Camera Operator A", "", False), ("DIT", "3302", False)],
)
def test_an_account_of_ones_own_tells_whose_a_line_is(position: str, account: str, flagged: bool):
    detail = """
        | Account | Description | Amount | Unit  | X | Rate | Total |
        | 3302    | OPERATORS   |        |       |   |      |       |
        | 3302    | Operator    | 6      | weeks | 1 | 3000 | 18000 |
        | 3308    | Camera kit  | 6      | weeks | 1 | 1500 | 9000  |
    """
    tabs = {"Detail": detail, "Crew": crew(position, 4500, "week", account)}
    assert bool(found("rate-over-budget", tabs)) is flagged


HYPHENS = """
    | Code  | Position | Last Name, First | Deal Rate | per  | Start  |
    | 33-02 | A Camera Operator | Obi, Chidi    | 4,300 | week | 3/2 |
    | 33-02 | B Camera Operator | Kowal, Stan   | {}    | week | 3/2 |
    | 33.09 | Loader            | Amari, Bo     | 1,900 | week | 3/2 |
"""
DETAIL_OF_HYPHENS = """
    | Acct# | Description       | Amt | Units | X | Rate | Subtotal |
    | '3302 | A Camera Operator | 4   | Weeks | 1 | 4300 | 17200 |
    | '3302 | B Camera Operator | 4   | Weeks | 1 | 4300 | 17200 |
"""


def test_codes_with_other_separators_are_the_budgets():
    tabs = {"Crew": HYPHENS.format("4,650"), "Detail": DETAIL_OF_HYPHENS}
    (rate,) = found("rate-over-budget", tabs)
    assert (str(rate.at), rate.subject) == ("Crew!D3", "Stan Kowal")
    assert [str(cell) for cell in rate.related] == ["Detail!F3"]
    assert [str(issue.at) for issue in found("no-budget-code", tabs)] == ["Crew!A4"]


def test_the_same_rate_under_such_a_code_is_none():
    tabs = {"Crew": HYPHENS.format("4,300"), "Detail": DETAIL_OF_HYPHENS}
    assert found("rate-over-budget", tabs) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("33-02", "3302", True),
        ("3302-01", "33-02", True),
        ("3302.01", "3302", True),
        ("10.1", "10.10", False),
        ("33021", "3302", False),
        ("", "3302", True),
    ],
)
def test_which_codes_may_be_one(one: str, other: str, same: bool):
    assert budgeted._same_account(one, other) is same


def test_beside_categories_of_several_accounts_a_section_of_an_account_each_is_looked_at():
    report = """
        | Acct | Description        | Budget | Actual to Date | ETC   | EFC   |
        | ART & SETS |
        | 2200 | Art Department     | 75000  | 4000           | 71000 | 75000 |
        | 2300 | Construction       | 87000  | 5000           | 82000 | 87000 |
        |      | Total Art & Sets   | 162000 | 9000           | 153000 | 162000 |
        | GENERAL |
        | 6500 | Publicity          | 14000  | 400            | 15850 | 16250 |
        | 6600 | Legal & Accounting | 11000  | 1450           | 11950 | 13400 |
        |      | Total General      | 25000  | 1850           | 27800 | 29650 |
    """
    (issue,) = found("category-over-budget", {"Cost report": report})
    assert str(issue.at) == "Cost report!F9"
    within = report.replace("16250", "14000").replace("13400", "11000").replace("29650", "25000")
    assert found("category-over-budget", {"Cost report": within}) == []
