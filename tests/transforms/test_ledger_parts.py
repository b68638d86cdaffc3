"""A ledger of a week, or of some accounts, beside a cost report: what it lacks is no difference."""

from __future__ import annotations

from model.issue import Severity
from tests.transforms.sheets import facts
from transforms.rules import rules

REPORT = """
    | Account | Description  | Budget | Actual this Period | Actual to Date | Commitments |
    | 2201    | Art Director | 40000  | 1200               | 9000           |             |
    | 2202    | Set Designer | 20000  | 300                | 4100           |             |
    | 2203    | Assistants   | 12000  | 0                  | 800            |             |
    | 2204    | Materials    | 9000   | 450                | 2500           | 500         |
    | 2205    | Rentals      | 8000   | 80                 | 880            |             |
"""
WEEK = """
    | Account | Date       | Source | Vendor      | PO # | Description | Debit | Credit |
    | 2201    | 2026-03-02 | PR-7   | Payroll     |      | Week 7      | 1200  |        |
    | 2202    | 2026-03-03 | PR-7   | Payroll     |      | Week 7      | 300   |        |
    | 2204    | 2026-03-04 | AP-2   | Stage Paint | 102  | Brushes     | 450   |        |
    | 2205    | 2026-03-04 | AP-3   | Foam World  |      | Tools       | 80    |        |
"""
ORDERS = """
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2204    | 2026-02-02 | Paint       | 2500   | 2000     | Open   |
    | 102  | Stage Paint | 2204    | 2026-03-02 | Brushes     | 450    | 450      | Closed |
"""
RECEIPTS = """
    | Envelope | Date       | Vendor | Description | Account | Amount |
    | 3        | 2026-02-02 | Ace    | Tape        | 2203    | 24.10  |
    | 3        | 2026-02-03 | Ace    | Rope        | 2203    | 61.50  |
"""


def found(code, tabs):
    return list(rules()[code].issues(facts(tabs)))


def test_an_export_of_the_week_is_held_to_the_week():
    assert found("cost-differs", {"Report": REPORT, "Ledger": WEEK}) == []


def test_what_an_export_has_beyond_the_report_is_told():
    week = WEEK.replace("300   |", "333   |")
    (issue,) = found("cost-differs", {"Report": REPORT, "Ledger": week})
    assert str(issue.at) == "Report!D3"
    assert issue.message == (
        "2202 Set Designer: actual this period is USD 300 in the budget and USD 333 by the ledger, "
        "USD 33 more"
    )


def test_an_export_of_some_accounts_is_no_difference_on_the_others():
    report = REPORT.replace("| 450                | 2500", "| 0                  | 450 ")
    report = report.replace("| 80                 | 880", "| 0                  | 80 ")
    ledger = "\n".join(line for line in WEEK.splitlines() if "Payroll" not in line)
    grown = (
        report + "    | 2206    | Greens       | 5000   | 0                  | 2100           |  |"
    )
    tabs = {"Report": grown, "Ledger": ledger}
    assert found("cost-differs", tabs) == []
    assert "seems to be of a period" in rules()["cost-differs"].lacks_in_part(facts(tabs))


def test_whoever_has_only_a_part_cannot_say_what_was_left_unposted():
    tabs = {"Report": REPORT, "Ledger": WEEK, "Petty Cash": RECEIPTS}
    assert "the whole general ledger" in rules()["cost-not-in-ledger"].lacks(facts(tabs))


def test_orders_do_not_wait_for_postings_of_earlier_weeks():
    known = facts({"Report": REPORT, "Ledger": WEEK, "PO Log": ORDERS})
    assert known.costs.lines["2204"].amount("commitments") == 500


def test_a_whole_ledger_with_one_slip_is_no_part():
    whole = """
    | Account | Date       | Source | Vendor  | Description | Debit | Credit |
    | 2201    | 2026-03-02 | PR-7   | Payroll | To date     | 9000  |        |
    | 2202    | 2026-03-03 | PR-7   | Payroll | To date     | 4000  |        |
    | 2203    | 2026-03-03 | PR-7   | Payroll | To date     | 800   |        |
    | 2204    | 2026-03-04 | AP-2   | Paint   | To date     | 2500  |        |
    | 2205    | 2026-03-04 | AP-3   | Foam    | To date     | 880   |        |
    """
    (issue,) = found("cost-differs", {"Report": REPORT, "Ledger": whole})
    assert (str(issue.at), issue.severity) == ("Report!E3", Severity.WARNING)


def test_a_ledger_that_is_further_on_than_the_report_is_one_finding():
    later = WEEK.replace("1200", "9900").replace("300 ", "4400 ").replace("450 ", "2900 ")
    later = later.replace("80 ", "900 ")
    later += "    | 2203    | 2026-03-04 | AP-3 | Foam World | | Tools | 801.50 | |\n"
    later += "    | 2203    | 2026-03-04 | AP-3 | Foam World | | Tools | 90 | |\n"
    (issue,) = found("cost-differs", {"Report": REPORT, "Ledger": later})
    assert issue.message.startswith("Actual to date differs on 5 accounts, which is most of them")


STRANGE = """
    | Week Ending | Name    | Account | Hours | Gross | Fringe |
    | 2026-02-28  | Ann Lee | 51      | 50    | 1000  | 210    |
    | 2026-02-28  | Bo Lee  | 52      | 50    | 1000  | 210    |
    | 2026-02-28  | Cy Lee  | 53      | 50    | 1000  | 210    |
    | 2026-02-28  | Di Lee  | {}      | 50    | 1000  | 210    |
"""


def test_codes_of_another_chart_are_told_once():
    (issue,) = found("unbudgeted-account", {"Report": REPORT, "Payroll": STRANGE.format("54")})
    assert issue.severity is Severity.INFO
    assert issue.message == (
        "4 accounts that are named here, most of them, are none of the budget's: 51, 52, 53, 54"
    )


def test_three_accounts_that_the_budget_lacks_are_three_findings():
    told = found("unbudgeted-account", {"Report": REPORT, "Payroll": STRANGE.format("2201")})
    assert [issue.severity for issue in told] == [Severity.WARNING] * 3


def test_a_commitment_that_nothing_was_ordered_for_is_a_contract():
    report = REPORT.replace("| 9000           |             |", "| 9000           | 31000       |")
    assert found("cost-differs", {"Report": report, "PO Log": ORDERS}) == []
