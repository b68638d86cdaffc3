"""General ledgers: postings told from what stands between them, and what is checked of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.schemas.reading import issues, production, reading

FRENCH = production(locale="fr_FR")


def kinds(text: str, tab: str = "Sheet") -> list[str]:
    return [table.kind for table in reading(text, tab).tables]


def test_accounts_as_banners_opening_balances_and_totals():
    found = reading(
        """
        | GENERAL LEDGER |
        | Date | Type | Num | Name | Memo/Description | Amount | Balance |
        | 1100 STORY |
        | | | | | Opening balance | | 0 |
        | 3/2 | Bill | 12 | Acme | Option | 500 | 500 |
        | 3/3 | Credit | 13 | Acme | Returned | (20) | 480 |
        | Total for 1100 | | | | | 480 | |
        | Account: 1200 - Producers |
        | 3/4 | Bill | 14 | Total Wine & More | Gift | 30.5 | 30.5 |
        | | | | | | 30.5 | |
        | TOTAL | | | | | 510.5 | |
        """
    )
    (table,) = found.tables
    assert table.kind == "ledger"
    assert list(table.frame["account"]) == ["1100", "1100", "1200"]
    assert list(table.frame["debit"]) == [Decimal(500), Decimal(-20), Decimal("30.5")]
    assert table.frame.at[5, "date"] == date(2026, 3, 2)
    assert dict(table.excluded) == {"banner": (3, 8), "subtotal": (4, 7, 10, 11)}
    assert [(stated.cell.a1, stated.covers) for stated in table.stated] == [
        ("F7", (5, 6)),
        ("F10", (9,)),
        ("F11", (5, 6, 9)),
    ]
    assert issues(found) == []


def test_a_total_may_state_debits_less_credits_or_be_wrong():
    found = reading(
        """
        | Account | Date | Source | Vendor | Debit | Credit |
        | 1100    | 3/2  | AP     | A      | 500   |        |
        | 1100    | 3/3  | AP     | B      |       | 20     |
        | Total 1100 | | | | 480 | |
        | 1200    | 3/3  | AP     | B      | 7     |        |
        | Total 1200 | | | | 8 | |
        """
    )
    assert issues(found) == [("stated-total-differs", "E6")]


def test_the_same_invoice_again_splits_reversals_and_payments():
    found = reading(
        """
        | Account | Date | Source | Vendor | Invoice | Description | Debit | Credit |
        | 2201 | 3/2  | AP | Acme | 12 | Paint | 500 | |
        | 2202 | 3/2  | AP | Acme | 12 | Paint | 100 | |
        | 2000 | 3/2  | AP | Acme | 12 | Payable | | 600 |
        | 2000 | 3/20 | CK | Acme | 12 | Paid | 600 | |
        | 1000 | 3/20 | CK | Acme | 12 | Paid | | 600 |
        | 2201 | 3/5  | AP | Acme | 13 | Wood | 70 | |
        | 2201 | 3/6  | JE | Acme | 13 | Reversed | | 70 |
        | 2203 | 3/6  | JE | Acme | 13 | Rebooked | 70 | |
        | 2201 | 3/9  | AP | ACME | 12 | Paint | 500 | |
        | 2201 | 3/2  | AP | Acme | 12 | Paint | 500 | |
        | 2201 | 3/9  | AP | Acme | n/a | Paint | 9 | |
        | 2201 | 3/11 | AP | Acme | n/a | Paint | 9 | |
        """
    )
    assert issues(found) == [("invoice-listed-twice", "E10"), ("invoice-listed-twice", "E11")]


def test_what_is_wrong_with_a_posting():
    found = reading(
        """
        | Account | Date     | Source | Vendor | Description | Debit | Credit |
        | 2201    | 3/2      | AP     | Acme   | Paint       | 5     |        |
        | 2201    | 3/2      | AP     | Acme   | Both        | 5     | 6      |
        |         | 3/2      | AP     | Acme   | Uncoded     | 5     |        |
        | 2201    | 3/2      | AP     |        |             | 5     |        |
        | 2201    | 3/2/2019 | AP     | Acme   | Old         | 5     |        |
        | 2201    | 3/2      | AP     | Acme   | Nothing     | 0     | 0      |
        | 2201    | 3/2      | AP     | Acme   | A credit    | -5    |        |
        | 2201    | 3/2      | AP     | Acme   | Words       | five  |        |
        """
    )
    assert issues(found) == [
        ("debit-and-credit", "G3"),
        ("posting-without-account", "A4"),
        ("payee-missing", "D5"),
        ("date-outside-production", "B6"),
        ("unreadable-amount", "F9"),
    ]


def test_an_entry_that_does_not_balance_in_a_double_entry_journal():
    lines = "".join(
        f"| 2201 | 3/2 | JE-{n} | x | {n} | |\n| 1000 | 3/2 | JE-{n} | x | | {n + (n == 4)} |\n"
        for n in range(1, 7)
    )
    found = reading("| Account | Date | Source | Description | Debit | Credit |\n" + lines)
    assert issues(found) == [("journal-unbalanced", "C8")]


def test_splits_of_an_invoice_whose_total_is_stated():
    found = reading(
        """
        | Account | Date | Vendor | Invoice # | Invoice Total | Amount |
        | 2201    | 3/2  | Acme   | 12        | 600           | 500    |
        | 2202    | 3/2  | Acme   | 12        | 600           | 100    |
        | 2201    | 3/3  | Acme   | 13        | 80            | 50     |
        | 2202    | 3/3  | Acme   | 13        | 80            | 40     |
        """
    )
    assert issues(found) == [("split-differs", "E4")]


LOOK_ALIKES = {
    "a bank statement": """
        | Date | Description | Debit | Credit | Balance |
        | 3/2 | Coffee | 5 | | 95 |
        | 3/3 | Salary | | 500 | 595 |""",
    "an account's statement": """
        | Account | Date | Reference | Description | Amount |
        | DE02120300000000202051 | 3/2 | 8812 | Coffee | -5 |
        | DE02120300000000202051 | 3/3 | 8813 | Salary | 500 |
        | DE02120300000000202051 | 3/4 | 8814 | Rent | -400 |
        | DE02120300000000202051 | 3/5 | 8815 | Power | -40 |""",
    "a household's transactions": """
        | Date | Account | Category | Description | Amount |
        | 3/2 | Checking | Food | Coffee | -5 |
        | 3/3 | Visa | Fuel | Petrol | -50 |""",
    "a list of invoices": """
        | Invoice # | Customer | Date | Due Date | Amount | Status |
        | 1001 | Acme | 3/2 | 4/2 | 500 | Paid |
        | 1002 | Bolt | 3/3 | 4/3 | 700 | Open |""",
    "an expense report": """
        | Date | Merchant | Category | Description | Amount |
        | 3/2 | Hilton | Lodging | Night | 200 |
        | 3/3 | Uber | Travel | Ride | 20 |""",
    "a list of sales": """
        | Order # | Order Date | Customer | Product | Qty | Total |
        | 1001 | 3/2 | Acme | Lamp | 2 | 50 |
        | 1002 | 3/3 | Bolt | Desk | 1 | 70 |""",
    "a timesheet": """
        | Employee | Date | Project | Hours | Notes |
        | Ana Ruiz | 3/2 | Website | 8 | |
        | Bo Lind | 3/2 | Website | 6 | |""",
    "an office's payroll": """
        | Employee ID | Name | Hours | Rate | Gross Pay | Deductions | Net Pay |
        | 1 | Ana Ruiz | 40 | 20 | 800 | 200 | 600 |
        | 2 | Bo Lind | 40 | 25 | 1000 | 250 | 750 |""",
}


@pytest.mark.parametrize("sheet", LOOK_ALIKES)
def test_sheets_of_other_trades_are_none(sheet):
    assert kinds(LOOK_ALIKES[sheet]) == []


def test_invoices_posted_against_orders_are_a_ledger():
    (table,) = reading(
        """
        | POSTED INVOICES (from the books) |
        | Post date | Vendor          | Inv #    | PO      | Line | Debit    | Memo          |
        | 5/14/2026 | Halsted Slip    | 1007     | NB-3304 | 114  | 5,500.00 | slip deposit  |
        | 5/15/2026 | Rush Street     | RS-20418 | NB-3302 | 193  | 640.00   | camera kit    |
        | 5/18/2026 | Gibson Electric | G-88120  | NB-3303 | 194  | 3,475.00 | lighting      |
        """
    ).tables
    assert table.kind == "ledger"


BOOKED = """
    | Fecha | Asiento | Cuenta | Proveedor | Concepto | Debe | Haber | Saldo |
    | 5.01 Escenografía |
    | 3/5   | CP-1    | 5.01   | Corralón  | Madera   | 300  |       | 300   |
    | 3/7   | CP-2    | 5.01   | Aguas     | Lluvia   | 100  |       | 400   |
    |       |         |        |           | {0} 5.01 | 400  | 0     | 400   |
    | 7.01 Cámara |
    | 3/9   | CP-3    | 7.01   | Óptica    | Lentes   | 900  |       | 900   |
    |       |         |        |           | {0} 7.01 | 900  | 0     | 900   |
    |       |         |        |           | TOTAL    | 1300 | 0     | 1300  |
"""


@pytest.mark.parametrize("words", ["Sumas cuenta", "Movimiento cuenta"])
def test_totals_that_differ_by_their_account_alone_beside_a_running_balance(words):
    found = reading(BOOKED.format(words))
    (table,) = found.tables
    assert (table.kind, issues(found)) == ("ledger", [])
    assert table.excluded["subtotal"] == (5, 8, 9)


def test_undated_lines_that_add_nothing_up_are_postings():
    text = BOOKED.format("Ajuste").replace("| 400  | 0     | 400", "| 40   | 0     | 440")
    (table,) = reading(text.replace("900  | 0     | 900", "90   | 0     | 990")).tables
    assert table.excluded["subtotal"] == (9,)


def test_the_one_invoice_that_stands_twice_among_lines_without_any():
    found = reading(
        """
        | Account | Date | Source | Vendor | Invoice | Description | Debit | Credit |
        | 2201    | 3/2  | AP     | Acme   | 12      | Paint       | 500   |        |
        | 2202    | 3/3  | AP     | Bolt   |         | Wood        | 100   |        |
        | 2202    | 3/4  | AP     | Cord   | 14      | Rope        | 90    |        |
        | 2201    | 3/2  | AP     | Acme   | 12      | Paint       | 500   |        |
        """
    )
    assert issues(found) == [("invoice-listed-twice", "E5")]


def test_a_ledgers_entries_are_numbered_and_no_order_is():
    text = """
    | N° écr. | Compte | Date     | Fournisseur   | Détail   | {} | Débit | Crédit |
    | 5000    | 2201   | 2/3/2026 | Acme Décor    | Peinture | 12 | 500   |        |
    | 5001    | 2202   | 3/3/2026 | Bolt Bois     | Bois     | 13 | 100   |        |
    | 5002    | 2202   | 4/3/2026 | Cord Machines | Corde    | 14 | 90    |        |
    """
    for heading, order in (("N° facture", None), ("N° BC", 6)):
        found = reading(text.format(heading), tab="Grand livre film", given=FRENCH)
        (table,) = found.tables
        assert table.place.columns.get("po_number") == order


AGAIN = (
    "| 2201    | 3/2  | AP     | Acme   | 12      | Paint       | 500   |        |",
    "| 2202    | 3/2  | AP     | Acme   | 12      | Rollers     | 80    |        |",
    "| 2201    | 3/9  | AP     | Acme   | 12      | Paint       | 500   |        |",
)


@pytest.mark.parametrize(("order", "where"), [((0, 1, 2), "E4"), ((2, 1, 0), "E2")])
def test_the_later_of_two_postings_is_the_one_again_wherever_it_stands(order, where):
    heading = "| Account | Date | Source | Vendor | Invoice | Description | Debit | Credit |"
    found = reading("\n".join([heading, *(AGAIN[line] for line in order)]))
    assert issues(found) == [("invoice-listed-twice", where)]


NET = """
| GENERAL LEDGER |
| Date | Jnl | Account | Invoice | Vendor | Memo             | Debit | Credit |
| 3/2  | AP  | 5100    | 14      | Acme   | Lumber           | 500   |        |
| 3/3  | AP  | 5200    | 15      | Bell   | Lamps            | 300   |        |
| 3/4  | JE  | 5100    | 14      | Acme   | Charged too much |       | 120    |
|      |     |         |         |        |                  | 800   | 120    |
|      |     |         |         |        | {}               | {}    |        |
"""


@pytest.mark.parametrize("words", ["Solde débiteur", "What it comes to", "Überhang"])
def test_debit_less_credit_below_both_totals_is_no_posting(words):
    found = reading(NET.format(words, 680))
    (table,) = found.tables
    assert table.excluded["subtotal"] == (6, 7)
    assert issues(found) == []


def test_another_amount_below_the_totals_is_a_posting_that_lacks_its_account():
    found = reading(NET.format("Acme, late", 90))
    assert ("posting-without-account", "C7") in issues(found)
