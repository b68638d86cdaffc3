"""Older revisions of a sheet are left out, and said to be; units and episodes stand together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.production import Override
from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book
from transforms import compute

BUDGET = """
| Acct | Description | Budget |
| 2201 | Designer    | lots   |
"""
LINES = """
| Acct | Description   | Budget |
| 2201 | Designer      | 1000   |
| 2202 | Art Director  | 2000   |
| 2203 | Draughtsman   | 3000   |
"""
OTHER_LINES = """
| Acct | Description   | Budget |
| 3301 | Operator      | 1000   |
| 3302 | First AC      | 2000   |
| 3303 | Second AC     | 3000   |
"""


def superseded(*titles: str, given=PRODUCTION):
    return told(dict.fromkeys(titles, BUDGET), given)


def told(tabs, given=PRODUCTION):
    found = read(book(*[textgrid.parse(text, title)[0] for title, text in tabs.items()]), given)
    return found, [table.place.tab for table in found.tables if table.superseded]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Budget v2", "Budget v10"),
        ("Budget v1.2", "Budget v1.10"),
        ("Budget", "Budget v2"),
        ("Budget v1", "Budget"),
        ("Budget Version 2", "Budget_V3"),
        ("Budget OLD", "Budget"),
        ("zOLD Budget", "Budget v1"),
        ("ARCHIVE - Budget v4", "Budget v2"),
        ("Copy of Budget", "Budget"),
        ("Budget (1)", "Budget"),
        ("Budget - Copy", "Budget"),
        ("Draft Budget", "Budget"),
        ("Budget Draft 2", "Budget Draft 3"),
        ("Budget v7", "Budget FINAL"),
        ("Budget FINAL", "Budget FINAL v2"),
        ("Budget (orig)", "Budget - Revised"),
        ("Budget Rev White", "Budget Rev Blue"),
        ("Budget Tan", "Budget Double White"),
        ("Budget Rev. Blue", "Budget 2nd Blue"),
        ("Budget Buff", "Budget Salmon"),
        ("Budget - First Pass", "Budget - Rev. WHITE"),
        ("Budget 2nd Draft", "Budget 3rd Draft"),
        ("Budget 2026-02-01", "Budget 2026-03-01"),
        ("Budget_2026-02-01", "Budget_2026-03-01"),
        ("Budget 2/1/26", "Budget 3/1/26"),
        ("Budget 260201", "Budget 260301"),
        ("Budget 020126", "Budget 030126"),
        ("Budget_v02_20260301", "Budget_v03_20260201"),
        ("Budget 12 Nov 25", "Budget 3 Jan 26"),
        ("Budget Final", "Budget Final 2"),
        ("Budget 12/18", "Budget 1/15"),
        ("Budget Feb 1", "Budget 2 March 2026"),
        ("Budget révision 2", "Budget révision 3"),
        ("Presupuesto versión 1", "Presupuesto versión 2"),
        ("Budget Fassung 2", "Budget Fassung 3"),
        ("Budget Stand 1.2.26", "Budget Stand 3. März"),
        ("Budget brouillon", "Budget définitif"),
        ("Budget Ep 101 v1", "Budget Ep 101 v2"),
        ("2nd Unit Budget v1", "Budget 2nd unit v2"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_newer_revision_replaces_the_older(older, newer, turned):
    titles = (newer, older) if turned else (older, newer)
    found, old = superseded(*titles)
    assert old == [older]
    said = [(issue.code, issue.at.tab) for issue in found.issues]
    assert sorted(said) == sorted([("older-revision", older), ("unreadable-amount", newer)])


@pytest.mark.parametrize(
    "titles",
    [
        ("Budget", "Budget 2nd Unit"),
        ("Budget Main Unit", "Budget Unit 2"),
        ("Budget Blue Unit", "Budget Green Unit"),
        ("Budget A", "Budget B"),
        ("Budget", "Costs"),
        ("Budget Ep 101", "Budget Ep 102"),
        ("101", "102"),
        ("Budget Block 1/2", "Budget Block 2/2"),
        ("Budget Ep 101 v1", "Budget Ep 102 v2"),
        ("Budget Wk 1", "Budget Wk 2"),
        ("Budget New York", "Budget"),
        ("Budget 3/2 - 3/8", "Budget 3/9 - 3/15"),
        ("Budget March", "Budget April"),
        ("Budget 1.2M", "Budget 1.5M"),
    ],
)
def test_different_sheets_of_a_kind_all_count(titles):
    _, old = superseded(*titles)
    assert old == []


def test_every_revision_but_the_newest_is_left_out_and_told_which_replaced_it():
    found, old = superseded("Budget White", "Budget Pink", "Budget Blue", "Budget 2nd Unit")
    assert old == ["Budget White", "Budget Blue"]
    notes = [issue for issue in found.issues if issue.code == "older-revision"]
    assert [issue.related[0].tab for issue in notes] == ["Budget Pink", "Budget Pink"]
    assert '"Budget Pink" is a newer revision (pink after blue)' in notes[0].message


@pytest.mark.parametrize(
    "wording", ["Revised: | 2026-03-04", "As of 3/4/2026 |", "Stand: | 4.3.26"]
)
def test_the_rows_above_the_headings_tell_where_the_titles_do_not(wording):
    given = replace(PRODUCTION, locale="de_DE") if "Stand" in wording else PRODUCTION
    earlier = wording.replace("2026-03-04", "2026-02-04").replace("3/4/", "2/4/")
    earlier = earlier.replace("4.3.26", "4.2.26")
    tabs = {"Budget": f"| {earlier} |\n| |\n{LINES}", "Budget (2)": f"| {wording} |\n| |\n{LINES}"}
    found, old = told(tabs, given)
    assert old == ["Budget"]
    assert "dated 2026-03-04, this tab 2026-02-04" in found.issues[0].message


def test_of_two_numbered_tabs_with_the_same_lines_the_rows_above_tell_too():
    tabs = {
        "Costs": f"| Rev. Pink 3/4/26 |\n{LINES}",
        "Costs 2": f"| Rev. Blue 2/4/26 |\n{LINES}",
    }
    assert told(tabs)[1] == ["Costs 2"]


@pytest.mark.parametrize(("one", "other"), [("Costs Blk 1", "Costs Blk 2"), ("Ep 1", "Ep 2")])
def test_of_two_numbered_parts_of_a_production_each_has_its_own_date(one: str, other: str):
    tabs = {one: f"| dated 2/4/26 |\n{LINES}", other: f"| dated 3/4/26 |\n{OTHER_LINES}"}
    assert told(tabs)[1] == []


def test_a_script_is_dated_by_another_day_than_its_budget():
    tabs = {
        "Budget v1": f"| Script dated: | 2026-03-04 |\n{LINES}",
        "Budget v2": f"| Script dated: | 2026-02-04 |\n{LINES}",
    }
    assert told(tabs)[1] == ["Budget v1"]


def test_two_dates_are_two_revisions_only_where_the_lines_are_the_same():
    assert told({"Costs 3/1": LINES, "Costs 3/8": LINES})[1] == ["Costs 3/1"]
    assert told({"Costs 3/1": LINES, "Costs 3/8": OTHER_LINES})[1] == []


ORDERS = """
| PO #   | Vendor | Account | Date       | Amount |
| {0}-01 | Acme   | 2201    | 2026-03-02 | 100    |
| {0}-02 | Bolt   | 2202    | 2026-03-03 | 200    |
| {0}-03 | Coil   | 2203    | 2026-03-04 | 300    |
"""


def test_periods_of_a_log_stand_together_whatever_their_titles():
    tabs = {"PO Log v1": ORDERS.format("A"), "PO Log v2": ORDERS.format("B")}
    assert told(tabs)[1] == []
    tabs = {"PO Log v1": ORDERS.format("A"), "PO Log v2": ORDERS.format("A")}
    assert told(tabs)[1] == ["PO Log v1"]


MONTH = """
| Cast  | {0}/2 | {0}/3 | {0}/4 | {0}/5 | {0}/6 |
|       | {1}   |
| 1.ANA | SW    | W     | W     | H     | WF    |
| 2.BEN | SW    | W     | W     | W     | WF    |
"""


def test_a_day_out_of_days_by_month_is_one_in_parts():
    tabs = {"DOOD 3/1": MONTH.format(3, ""), "DOOD 4/1": MONTH.format(4, "")}
    assert told(tabs)[1] == []
    assert told({"DOOD 3/1": MONTH.format(3, ""), "DOOD 3/8": MONTH.format(3, "")})[1] == [
        "DOOD 3/1"
    ]


def test_where_nothing_tells_which_is_newer_both_count_and_that_is_said():
    found, old = told({"Budget": LINES, "Budget 2": LINES})
    assert old == []
    (issue,) = found.issues
    assert (issue.code, str(issue.at)) == ("same-lines-on-two-tabs", "Budget 2!A1")
    assert [str(cell) for cell in issue.related] == ["Budget!A1"]
    assert 'All lines of this tab stand on the tab "Budget" too' in issue.message
    assert "counted twice" in issue.message


@pytest.mark.parametrize(
    "tabs",
    [
        {"Budget": LINES, "Budget 2": OTHER_LINES},
        {"Budget Ep 101": LINES, "Budget Ep 102": LINES},
        {"Budget v1": LINES, "Budget v2": LINES},
    ],
)
def test_parts_and_revisions_are_not_said_to_count_twice(tabs):
    found, _ = told(tabs)
    assert "same-lines-on-two-tabs" not in {issue.code for issue in found.issues}


def test_the_settings_can_say_that_both_count():
    pinned = {("", tab): Override(tab, kind="budget") for tab in ("Budget v1", "Budget v2")}
    _, old = superseded("Budget v1", "Budget v2", given=replace(PRODUCTION, overrides=pinned))
    assert old == []


def test_the_settings_can_say_which_is_superseded():
    pinned = {("", "Budget 2"): Override("Budget 2", superseded=True)}
    found, old = told({"Budget": LINES, "Budget 2": LINES}, replace(PRODUCTION, overrides=pinned))
    assert (old, found.issues) == (["Budget 2"], ())
    pinned = {("", "Budget v1"): Override("Budget v1", superseded=False)}
    assert (
        superseded("Budget v1", "Budget v2", given=replace(PRODUCTION, overrides=pinned))[1] == []
    )


REPORT = """
| Acct | Description   | Budget | Actual to Date | ETC  | EFC  |
| 2201 | Designer      | 1000   | 400            | 600  | 1000 |
| 2202 | Art Director  | 2000   | 100            | 1900 | 2000 |
| 2203 | Draughtsman   | 3000   | 500            | 2500 | 3000 |
| 2204 | Model maker   | 500    | 500            | 0    | 500  |
"""


def test_a_budget_whose_cost_report_has_its_lines_is_counted_once():
    found, old = told({"Budget": LINES, "Cost Report": REPORT})
    assert old == []
    assert [(table.place.tab, table.repeated) for table in found.tables] == [
        ("Budget", True),
        ("Cost Report", False),
    ]
    (issue,) = found.issues
    assert (issue.code, issue.severity, str(issue.at)) == ("budget-repeated", "info", "Budget!A1")
    assert [str(cell) for cell in issue.related] == ["Cost Report!A1"]
    costs = compute(found.tables, found.issues, PRODUCTION).cost_report
    assert costs.grand.original == 6500


@pytest.mark.parametrize(
    "tabs",
    [
        {"Budget": OTHER_LINES, "Cost Report": REPORT},
        {"Budget 2nd Unit": LINES, "Cost Report Main Unit": REPORT},
        {"Budget": LINES.replace("000", "777"), "Cost Report": REPORT},
    ],
)
def test_a_budget_of_other_lines_or_figures_counts_beside_a_cost_report(tabs):
    found, _ = told(tabs)
    assert not any(table.repeated for table in found.tables)


def test_the_settings_can_say_that_budget_and_cost_report_both_count():
    pinned = {("", "Budget"): Override("Budget", superseded=False)}
    found, _ = told({"Budget": LINES, "Cost Report": REPORT}, replace(PRODUCTION, overrides=pinned))
    assert not any(table.repeated for table in found.tables)
    assert found.issues == ()
