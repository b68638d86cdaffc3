"""Where costs come from, and that none counts twice: sheets as people keep them, figures beside."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from model.production import Accruals, Costing, Rate, SubAccounts
from tests.transforms.sheets import facts
from transforms.costs.lines import AccountLine, CostReport
from transforms.rules import rules

BUDGET = """
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |
    | 2202    | Set Designer | 20000  |
    """
LOG = """
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-02-02 | Paint       | 2000   | 1500     | Open   |
    | 102  | Foam World  | 2202    | 2026-02-03 | Foam        | 800    | 300      | Open   |
    """
PETTY_CASH = """
    | Envelope | Custodian | Date       | Vendor   | Description | Account | Amount |
    | 1        | Ann Lee   | 2026-02-26 | Hardware | Nails       | 2201    | 40.25  |
    | 1        | Ann Lee   | 2026-03-03 | Hardware | Glue        | 2201    | 9.75   |
    """
PAYROLL = """
    | Week Ending | Name    | Account | Hours | Gross | Fringe |
    | 2026-02-28  | Ann Lee | 2202    | 50    | 1000  | 210.50 |
    | 2026-03-07  | Ann Lee | 2202    | 50    | 1000  | 210.50 |
    """
LEDGER = """
    | Account | Date       | Source | Vendor      | PO # | Description | Debit   | Credit |
    | 2201    | 2026-02-20 | AP-1   | Stage Paint | 101  | Paint       | 1200.55 |        |
    | 2201    | 2026-03-03 | PC-1   | Ann Lee     |      | Petty cash  | 50      |        |
    | 2202    | 2026-03-02 | PR-1   | Payroll     |      | Week 1      | 1210.50 |        |
    | 2202    | 2026-03-04 | AP-2   | Foam World  | 102  | Foam        | 500     |        |
    | 2202    | 2026-03-05 | AP-3   | Foam World  | 102  | Returned    |         | 100    |
    """
ALL = {
    "Budget": BUDGET,
    "PO Log": LOG,
    "Petty Cash": PETTY_CASH,
    "Payroll": PAYROLL,
}


def report(tabs: dict[str, str], **settings: object) -> CostReport:
    made = facts(tabs, today="2026-03-04", **settings).cost_report
    assert made is not None
    return made


def lines(made: CostReport) -> dict[str, AccountLine]:
    return {
        line.account or category.name: line
        for category in made.categories
        for line in category.accounts
    }


def figures(made: CostReport) -> dict[str, tuple[str, str]]:
    """Account -> actual and commitments."""
    return {
        account: (f"{line.figures.actual:.2f}", f"{line.figures.commitments:.2f}")
        for account, line in lines(made).items()
    }


def test_without_a_ledger_orders_petty_cash_and_payroll_are_the_actual():
    made = report(ALL)
    assert figures(made) == {"2201": ("1550.00", "500.00"), "2202": ("2721.00", "500.00")}
    assert made.basis.actual == ("purchase_orders", "petty_cash", "payroll")
    assert made.basis.explaining == ()


def test_with_a_ledger_it_is_the_actual_and_the_others_explain_it():
    made = report(ALL | {"Ledger": LEDGER})
    assert {account: actual for account, (actual, _) in figures(made).items()} == {
        "2201": "1250.55",
        "2202": "1610.50",
    }
    assert made.basis.actual == ("ledger",)
    assert made.basis.explaining == ("purchase_orders", "petty_cash", "payroll")


def test_an_order_falls_by_what_the_ledger_posts_under_its_number():
    """PO 102 is invoiced for 300 by the log, and the ledger has posted 400 of it."""
    assert figures(report(ALL | {"Ledger": LEDGER}))["2202"][1] == "400.00"


@pytest.mark.parametrize(
    ("vendor", "expected"),
    [
        ("Stage Paint", {"2201": ("1750.00", "250.00"), "2202": ("300.00", "500.00")}),
        ("", {"2201": ("1750.00", "250.00"), "2202": ("300.00", "500.00")}),
        # another vendor's: an invoice that nothing was ordered for
        (
            "Rope & Sons",
            {
                "2201": ("1500.00", "500.00"),
                "2202": ("300.00", "500.00"),
                "No account": ("250.00", "0.00"),
            },
        ),
    ],
)
def test_a_later_invoice_on_a_line_of_its_own_lowers_what_is_open_of_its_order(vendor, expected):
    log = LOG + f"    | 101  | {vendor} |  | 2026-02-09 | 2nd invoice |  | 250 | Open |\n"
    assert figures(report({"Budget": BUDGET, "PO Log": log})) == expected


@pytest.mark.parametrize(
    ("accruals", "actual", "commitments"),
    [
        (Accruals.IN_COMMITMENTS, "1250.55", "799.45"),
        (Accruals.IN_COST_TO_DATE, "1550.00", "500.00"),
    ],
)
def test_what_is_invoiced_and_not_posted_is_accrued_in_one_place(accruals, actual, commitments):
    """PO 101 is invoiced for 1,500, of which 299.45 are in no ledger yet."""
    made = report(ALL | {"Ledger": LEDGER}, costing=Costing(accruals=accruals))
    assert figures(made)["2201"] == (actual, commitments)
    assert made.basis.accrued == Decimal("299.45")


def test_an_invoice_that_may_be_posted_without_its_number_is_not_accrued():
    ledger = LEDGER + "    | 2201 | 2026-03-04 | AP-9 | Stage Paint | | Paint | 299.45 | |\n"
    made = report(ALL | {"Ledger": ledger})
    assert figures(made)["2201"] == ("1550.00", "500.00")
    assert made.basis.accrued == 0


def test_a_ledger_that_names_no_orders_is_taken_to_have_what_the_log_calls_invoiced():
    ledger = """
        | Account | Date       | Source | Vendor      | Description | Debit | Credit |
        | 2201    | 2026-02-20 | AP-1   | Stage Paint | Paint       | 1000  |        |
        | 2202    | 2026-03-02 | PR-1   | Payroll     | Week 1      | 1210  |        |
        """
    made = report({"Budget": BUDGET, "PO Log": LOG, "Ledger": ledger})
    assert figures(made) == {"2201": ("1000.00", "500.00"), "2202": ("1210.00", "500.00")}


@pytest.mark.parametrize(
    ("accruals", "expected"),
    [
        (Accruals.IN_COMMITMENTS, ("1500.00", "500.00")),
        (Accruals.IN_COST_TO_DATE, ("2000.00", "0.00")),
    ],
)
def test_an_order_whose_status_says_so_is_accrued_before_its_invoice_comes(accruals, expected):
    log = LOG.replace("1500     | Open   ", "1500     | Accrued")
    made = report({"Budget": BUDGET, "PO Log": log}, costing=Costing(accruals=accruals))
    assert figures(made)["2201"] == expected


def test_the_period_has_what_is_dated_in_it():
    """The week of Wednesday 4 March 2026 runs from Sunday to Saturday."""
    made = report(ALL | {"Ledger": LEDGER})
    found = {account: line.figures.actual_period for account, line in lines(made).items()}
    assert found == {"2201": 50, "2202": Decimal("1610.50")}
    assert made.grand.actual_period == Decimal("1660.50")


def test_costs_without_a_date_are_in_no_period_and_told():
    made = report(ALL)
    assert lines(made)["2202"].figures.actual_period == Decimal("1210.50")
    assert made.basis.undated == 1800, "the log has no date of its invoices"


def test_a_figure_names_its_cells_on_every_tab():
    sources = lines(report(ALL))["2201"].sources
    assert [str(cell) for cell in sources["actual"]] == [
        *("PO Log!G2", "Petty Cash!G2", "Petty Cash!G3")
    ]
    assert [str(cell) for cell in sources["commitments"]] == ["PO Log!F2"]
    payroll = lines(report(ALL))["2202"].sources["actual"]
    assert {str(cell) for cell in payroll} == {
        *("PO Log!G3", "Payroll!E2", "Payroll!F2", "Payroll!E3", "Payroll!F3")
    }


CODED = """
    | Account  | Date       | Source | Vendor     | Description | Debit | Credit |
    | 2201-05  | 2026-02-20 | AP-1   | Foam World | Foam        | 1     |        |
    | 2201-5-1 | 2026-02-20 | AP-2   | Foam World | Foam        | 2     |        |
    | 22011    | 2026-02-20 | AP-3   | Foam World | Foam        | 4     |        |
    | 220      | 2026-02-20 | AP-4   | Foam World | Foam        | 8     |        |
    | 2202     | 2026-02-20 | AP-5   | Foam World | Foam        | 16    |        |
    |          | 2026-02-20 | AP-6   | Foam World | Foam        | 32    |        |
    """


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (
            SubAccounts.IN_THEIR_ACCOUNT,
            {"2201": 3, "2202": 16, "220": 8, "22011": 4, "No account": 32},
        ),
        (
            SubAccounts.APART,
            {"2201": 0, "2202": 16, "220": 8, "2201-05": 1, "2201-5-1": 2, "22011": 4}
            | {"No account": 32},
        ),
    ],
)
def test_a_sub_account_counts_in_its_account_and_what_only_begins_alike_does_not(setting, expected):
    made = report({"Budget": BUDGET, "Ledger": CODED}, costing=Costing(sub_accounts=setting))
    assert {code: line.figures.actual for code, line in lines(made).items()} == expected
    assert made.grand.actual == 63, "whatever the account, no cost is dropped"
    assert [category.name for category in made.categories][-2:] == [
        *("Not in the budget", "No account")
    ]


def test_a_sub_account_that_the_budget_has_a_line_for_has_its_own_costs():
    budget = BUDGET + "    | 2201-05 | Assistant | 5000 |\n"
    made = lines(report({"Budget": budget, "Ledger": CODED}))
    assert (made["2201"].figures.actual, made["2201-05"].figures.actual) == (2, 1)


def test_a_finer_code_counts_where_the_budgets_own_detail_has_it():
    detail = """
        | Account | Description  | Qty | Unit | Rate | Total |
        | 2201    | ART DIRECTOR |     |      |      |       |
        | 220105  | Prep         | 4   | Week | 5000 | 20000 |
        | 220106  | Shoot        | 4   | Week | 5000 | 20000 |
        """
    ledger = """
        | Account | Date       | Source | Vendor     | Description | Debit | Credit |
        | 220105  | 2026-02-20 | AP-1   | Foam World | Foam        | 5     |        |
        | 220199  | 2026-02-20 | AP-2   | Foam World | Foam        | 9     |        |
        """
    made = lines(report({"Budget": BUDGET, "Budget Detail": detail, "Ledger": ledger}))
    assert made["2201"].figures.actual == 5
    assert made["220199"].figures.actual == 9, "the budget knows of no such code"


def test_the_cash_side_of_a_double_entry_ledger_is_no_cost():
    ledger = """
        | Account | Date       | Source | Vendor      | Description | Debit | Credit |
        | 2201    | 2026-02-20 | JE-1   | Stage Paint | Paint       | 1000  |        |
        | 0110    | 2026-02-20 | JE-1   | Stage Paint | Bank        |       | 1000   |
        | 2202    | 2026-02-21 | JE-2   | Foam World  | Foam        | 500   |        |
        | 0110    | 2026-02-21 | JE-2   | Foam World  | Bank        |       | 500    |
        """
    made = report({"Budget": BUDGET, "Ledger": ledger})
    assert {code: line.figures.actual for code, line in lines(made).items()} == {
        "2201": 1000,
        "2202": 500,
    }
    assert made.basis.balance_accounts == ("0110",)


@pytest.mark.parametrize(
    "status", ["Void", "VOID - reissued as 104", "Annulé", "ANULADO - no se contrata", "Storniert"]
)
def test_void_postings_count_for_nothing(status):
    log = LOG + f"    | 103 | Foam World | 2202 | 2026-02-03 | Foam | 9999 | 9999 | {status} |\n"
    assert figures(report({"Budget": BUDGET, "PO Log": log})) == figures(
        report({"Budget": BUDGET, "PO Log": LOG})
    )


@pytest.mark.parametrize(
    ("status", "open_"),
    [
        *((said, "200.00") for said in ("Closed", "Paid", "Soldé", "Clôturé", "Cerrado")),
        *((said, "200.00") for said in ("Pagado", "Abgeschlossen", "bezahlt 3/3")),
        *((said, "700.00") for said in ("Open", "Part paid", "Partially paid", "Not paid yet")),
        *((said, "700.00") for said in ("Solde à payer", "noch nicht bezahlt", "Por pagar")),
        *((said, "700.00") for said in ("Parcialmente pagado", "teilweise bezahlt", "Unpaid")),
        *((said, "700.00") for said in ("To be closed", "Paid in part", "")),
    ],
)
def test_a_settled_order_leaves_nothing_open_and_one_paid_in_part_does(status, open_):
    log = f"""
        | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
        | 101  | Stage Paint | 2201    | 2026-02-02 | Paint       | 2000   | 1500     | {status} |
        | 102  | Stage Paint | 2201    | 2026-02-02 | Paint       | 1000   | 800      | Open     |
        | 103  | Stage Paint | 2201    | 2026-02-02 | Paint       | 1000   | 1000     | Closed   |
        """
    made = report({"Budget": BUDGET, "PO Log": log})
    assert figures(made)["2201"] == ("3300.00", open_)


ABROAD = """
    | Account | Date       | Source | Vendor     | Currency | Description | Debit | Credit |
    | 2201    | 2026-02-20 | AP-1   | Foam World | USD      | Foam        | 100   |        |
    | 2201    | 2026-03-02 | AP-2   | Foam World | CAD      | Foam        | 50.05 |        |
    | 2201-05 | 2026-03-02 | AP-3   | Foam World | CAD      | Returned    |       | 20     |
    | 2202    | 2026-03-02 | AP-4   | Foam World | EUR      | Foam        | 7     |        |
    | 2209    | 2026-03-02 | AP-5   | Foam World | CAD      | Foam        | 3     |        |
    """
CANADIAN = Rate(Decimal("0.7312"), date(2026, 3, 2))


def test_another_currency_is_in_no_figure_without_a_rate():
    made = report({"Budget": BUDGET, "Ledger": ABROAD})
    assert {code: line.figures.actual for code, line in lines(made).items()} == {
        "2201": 100,
        "2202": 0,
        "2209": 0,
    }
    (other,) = (other for other in lines(made)["2201"].abroad if other.figure == "actual")
    assert (other.currency, other.amount, other.converted) == ("CAD", Decimal("30.05"), None)
    assert [str(cell) for cell in other.cells] == ["Ledger!G3", "Ledger!H4"]


def test_another_currency_is_converted_to_the_cent_by_the_rate_of_the_settings():
    made = report({"Budget": BUDGET, "Ledger": ABROAD}, costing=Costing(rates={"CAD": CANADIAN}))
    line = lines(made)["2201"]
    assert line.figures.actual == 100 + Decimal("21.97"), "30.05 x 0.7312 = 21.97256"
    assert line.figures.actual_period == Decimal("21.97")
    assert {other.rate for other in line.abroad} == {CANADIAN}
    assert lines(made)["2202"].figures.actual == 0, "there is no rate for euros"
    assert lines(made)["2209"].figures.actual == Decimal("2.19")


def test_a_budget_in_another_currency_is_treated_likewise():
    tab = """
        | Account | Description  | Budget   |
        | 2201    | Art Director | 1000     |
        | 2202    | Set Designer | CAD 2000 |
        """
    assert report({"Budget": tab}).grand.original == 1000
    made = report({"Budget": tab}, costing=Costing(rates={"CAD": CANADIAN}))
    assert made.grand.original == 1000 + Decimal("1462.40")


TOPSHEET = """
    | Acct | Category Description | Total |
    | 2200 | Set Design           | {}    |
    | 2300 | Set Construction     | 5000  |
    """
ACCOUNTS = """
    | Account | Description  | Budget |
    | 2200    | SET DESIGN   |        |
    | 2201    | Art Director | 40000  |
    | 2202    | Set Designer | 20000  |
    | 2300    | CONSTRUCTION |        |
    | 2301    | Labor        | 5000   |
    """


def levels(made: CostReport) -> list[tuple[str, int, bool]]:
    return [(level.kind, int(level.budget), level.taken) for level in made.levels]


@pytest.mark.parametrize("stated", [60000, 61000])
def test_accounts_count_and_the_topsheet_is_held_to_them(stated):
    made = report({"Topsheet": TOPSHEET.format(stated), "Budget": ACCOUNTS})
    assert levels(made) == [
        ("budget_topsheet", stated + 5000, False),
        ("budget", 65000, True),
    ]
    assert made.grand.revised == 65000


def test_where_there_is_a_topsheet_alone_its_categories_count():
    ledger = """
        | Account | Date       | Source | Vendor     | Description | Debit | Credit |
        | 2201    | 2026-02-20 | AP-1   | Foam World | Foam        | 100   |        |
        | 2901    | 2026-02-20 | AP-2   | Foam World | Foam        | 7     |        |
        """
    made = report({"Topsheet": TOPSHEET.format(60000), "Ledger": ledger})
    assert levels(made) == [("budget_topsheet", 65000, True)]
    assert {code: line.figures.actual for code, line in lines(made).items()} == {
        "2200": 100,
        "2300": 0,
        "2901": 7,
    }


DETAIL = """
    | Account | Description  | Qty | Unit | Rate | Total |
    | 2201    | ART DIRECTOR |     |      |      |       |
    |         | Prep         | 4   | Week | 5000 | 20000 |
    |         | Shoot        | 4   | Week | 5000 | 20000 |
    | 2202    | SET DESIGNER |     |      |      |       |
    |         | Shoot        | 8   | Week | 2500 | 20000 |
    """


def test_where_there_is_a_detail_alone_it_counts_by_account():
    made = report({"Budget Detail": DETAIL})
    assert levels(made) == [("budget_detail", 60000, True)]
    assert {code: line.figures.revised for code, line in lines(made).items()} == {
        "2201": 40000,
        "2202": 20000,
    }
    assert [str(cell) for cell in lines(made)["2201"].sources["original"]] == [
        *("Budget Detail!F3", "Budget Detail!F4")
    ]


def test_a_detail_line_with_a_total_of_its_own_costs_it_with_its_fringes():
    detail = """
    | Account | Description  | Qty | Unit | Rate | Sub-total | Fringe | Total |
    | 2201    | Art director | 4   | Week | 5000 | 20000     | 4000   | 24000 |
    | 2202    | Set designer | 8   | Week | 2500 | 20000     | 4000   | 24000 |
    | 2203    | Draughtsman  | 8   | Week | 2000 | 16000     |        | 16000 |
    """
    made = lines(report({"Budget Detail": detail}))
    assert {code: line.figures.revised for code, line in made.items()} == {
        "2201": 24000,
        "2202": 24000,
        "2203": 16000,
    }


def test_a_part_of_the_detail_is_no_budget():
    made = report({"Topsheet": TOPSHEET.format(60000), "Budget Detail": DETAIL})
    assert levels(made) == [
        ("budget_topsheet", 65000, True),
        ("budget_detail", 60000, False),
    ]


@pytest.mark.parametrize("code", ["cost-differs", "cost-not-in-ledger"])
def test_a_difference_is_known_to_come_from_every_tab_that_it_compares(code):
    """So that a restricted ledger is not told of elsewhere, even where it holds nothing of it."""
    budget = """
        | Account | Description  | Budget | Actual to Date |
        | 2202    | Set Designer | 20000  | 75             |
        """
    ledger = """
        | Account | Date       | Source | Vendor | Description | Debit | Credit |
        | 2209    | 2026-03-20 | AP-1   | Foam   | Foam        | 100   |        |
        """
    found = facts({"Budget": budget, "Ledger": ledger, "Payroll": PAYROLL})
    (issue,) = rules()[code].issues(found)
    tabs = {cell.tab for cell in (issue.at, *issue.related)}
    assert "Ledger" in tabs
    assert issue.subject == "2202"


def test_a_difference_names_what_no_rate_converts():
    budget = """
        | Account | Description  | Budget | Actual to Date |
        | 2201    | Art Director | 40000  | 122            |
        """
    found = facts({"Budget": budget, "Ledger": ABROAD})
    (issue,) = rules()["cost-differs"].issues(found)
    assert issue.message.endswith("USD 22 less; besides CAD 30.05, which no rate converts")
