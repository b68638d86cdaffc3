"""The Variance tab says where its costs come from: sheets, period, currencies, levels."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from model.production import Accruals, Costing, Rate
from model.report import Report
from reports import build
from reports.costs_as_json import costs_json
from tests.reports.sample import audience
from tests.transforms.sheets import facts, production
from transforms.results import Results

TABS = {
    "Topsheet": """
        | Acct | Category Description | Total |
        | 2200 | Set Design           | 61000 |
        | 2300 | Set Construction     | 5000  |
        """,
    "Budget": """
        | Account | Description  | Budget |
        | 2200    | SET DESIGN   |        |
        | 2201    | Art Director | 40000  |
        | 2202    | Set Designer | 20000  |
        | 2300    | CONSTRUCTION |        |
        | 2301    | Labor        | 5000   |
        """,
    "Ledger": """
        | Account | Date       | Source | Vendor      | PO # | Currency | Debit   | Credit |
        | 2201    | 2026-02-20 | AP-1   | Stage Paint | 101  | USD      | 1200.55 |        |
        | 2201    |            | AP-2   | Ann Lee     |      | USD      | 50      |        |
        | 2201-05 | 2026-03-02 | AP-3   | Props       |      | CAD      | 1000    |        |
        | 2202    | 2026-03-03 | AP-4   | Atelier     |      | EUR      | 700     |        |
        """,
    "PO Log": """
        | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
        | 101  | Stage Paint | 2201    | 2026-02-02 | Paint       | 2000   | 1500     | Open   |
        """,
    "Payroll": """
        | Week Ending | Name    | Account | Hours | Gross | Fringe |
        | 2026-02-28  | Ann Lee | 2202    | 50    | 1000  | 210.50 |
        """,
}
COSTING = Costing(rates={"CAD": Rate(Decimal("0.7312"), date(2026, 3, 2))})


def report(tabs: dict[str, str], costing: Costing = COSTING) -> Report:
    settings = {"today": "2026-03-04", "costing": costing}
    found = facts(tabs, **settings)
    results = Results(found.tables("budget"), (), (), cost_report=found.cost_report)
    (made,) = build(results, production(**settings), audience("book", wanted=("variance",)))
    return made


def said(made: Report) -> list[str]:
    texts = [entry.content for line in made.preamble for entry in line.entries.values()]
    return [text for text in texts if isinstance(text, str)]


def foot(made: Report, key: str) -> list[str]:
    lines = (line for line in made.lines if line.key.startswith(key))
    return [
        " | ".join(str(line.entries[field].content) for field in ("account", "description"))
        for line in lines
    ]


def test_the_top_says_which_sheets_gave_which_figure():
    text = "\n".join(said(report(TABS)))
    assert (
        "Actual to date is the ledger; the order log and payroll explain it and are not added "
        "again. Commitments are the open part of orders; USD 299.45 accrued (incurred, not posted) "
        "stand in Commitments."
    ) in text
    assert (
        "Actual this period: Sun 1 – Sat 7 Mar 2026; USD 50 of the actual bear no date, and are "
        "in no period."
    ) in text
    assert "Not converted, and in no figure: EUR 700." in text
    assert "The budget is kept on 2 levels. Counted: Accounts (Budget), since it has" in text


def test_the_accruals_setting_is_told():
    made = report(TABS, Costing(accruals=Accruals.IN_COST_TO_DATE))
    assert any(
        "accrued (incurred, not posted) stand in Actual to Date." in text for text in said(made)
    )


def test_without_a_ledger_the_logs_are_named():
    tabs = {name: tab for name, tab in TABS.items() if name not in ("Ledger", "Topsheet")}
    text = "\n".join(said(report(tabs)))
    assert "Actual to date is the order log and payroll. Commitments are the open part" in text
    assert "levels" not in text


def test_a_budget_with_columns_of_its_own_is_compared():
    own = """
        | Account | Description  | Budget | Actual to Date | Commitments |
        | 2201    | Art Director | 40000  | 1200           | 500         |
        """
    text = "\n".join(said(report({"Budget": own, "PO Log": TABS["PO Log"]})))
    assert (
        "Actual to date and commitments are the budget's own, compared with the order log." in text
    )


def test_a_budget_with_a_column_for_one_of_them_is_told_so():
    own = """
        | Account | Description  | Budget | Actual to Date |
        | 2201    | Art Director | 40000  | 1200           |
        """
    text = "\n".join(said(report({"Budget": own, "PO Log": TABS["PO Log"]})))
    assert "Actual to date is the budget's own column, compared with the order log." in text
    assert "Commitments are the open part of orders." in text


def test_other_currencies_stand_on_lines_of_their_own_with_rate_and_date():
    made = report(TABS)
    assert foot(made, "currency:") == [
        "2201 | Actual to date: CAD 1,000 at 0.7312 of Mon 2 Mar 2026 = USD 731.20",
        "2202 | Actual to date: EUR 700: no rate in the settings, so it is in no figure",
    ]


def test_a_converted_figure_says_so_where_it_stands():
    line = next(line for line in report(TABS).lines if line.key == "account:2201")
    actual = line.entries["actual"]
    assert actual.content == Decimal("1250.55") + Decimal("731.20")
    assert actual.note == (
        "From 3 cells: Ledger!G2, Ledger!G3, Ledger!G4\n"
        "CAD 1,000 at 0.7312 of Mon 2 Mar 2026 = 731.20"
    )


def test_every_level_of_the_budget_shows_what_it_comes_to():
    made = report(TABS)
    assert foot(made, "level:") == [
        "Topsheet | Topsheet: 1,000.00 more than what is counted",
        "Accounts | Budget: counted",
    ]
    sums = [line.entries["original"].content for line in made.lines if "level:" in line.key]
    assert sums == [66000, 65000]


@pytest.mark.parametrize("absent", ["Topsheet", "PO Log", "Ledger"])
def test_nothing_is_said_of_what_is_not_there(absent):
    text = "\n".join(said(report({name: tab for name, tab in TABS.items() if name != absent})))
    words = {"Topsheet": "levels", "PO Log": "Commitments are", "Ledger": "ledger"}
    assert words[absent] not in text


def test_programs_are_told_the_same():
    found = facts(TABS, today="2026-03-04", costing=COSTING)
    told = costs_json(found.cost_report)
    assert told is not None
    assert told["from_sheets"] == ["actual", "actual_period", "commitments"]
    assert (told["actual"], told["explaining"]) == (["ledger"], ["purchase_orders", "payroll"])
    assert (told["accruals"], told["accrued"]) == ("commitments", "299.45")
    assert told["period"] == ["2026-03-01", "2026-03-07"]
    assert told["undated"] == "50.00"
    assert [(level["kind"], level["taken"]) for level in told["levels"]] == [
        ("budget_topsheet", False),
        ("budget", True),
    ]
    assert told["other_currencies"][0] == {
        "account": "2201",
        "figure": "actual",
        "currency": "CAD",
        "amount": "1000.00",
        "converted": "731.20",
        "rate": "0.7312",
        "date": "2026-03-02",
    }
    assert costs_json(None) is None


def test_programs_are_told_nothing_where_the_budget_says_it_all():
    own = """
        | Account | Description  | Budget | Actual to Date | Commitments |
        | 2201    | Art Director | 40000  | 1200           | 500         |
        """
    tabs = {"Budget": own, "PO Log": TABS["PO Log"]}
    assert costs_json(facts(tabs).cost_report) is None
