"""Purchase order logs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from schemas import read
from schemas.textgrid import parse
from tests.schemas.reading import PRODUCTION, book, issues, reading


def test_a_log():
    found = reading(
        """
        | PO LOG |
        | P.O. # | Date    | Vendor    | Acct | Description   | Amount     | Invoiced | Status |
        | '0012  | 3/2     | Big Lamps | 3203 | Lamps         | $61,200.00 | 12240    | Open   |
        | '0013  | 3/3     | Big Lamps | 3203 | Credit        | (350.00)   |          | Open   |
        | '0014  | 3/4     | Wood Co   |      | Ply           | #REF!      |          | Open   |
        |        | 3/5     | Wood Co   | 2301 | Nails         | 12         | TBD      | Open   |
        |        |         |           |      | Total         | 60862      | 12240    |        |
        """
    )
    (table,) = found.tables
    assert table.kind == "purchase_orders"
    assert issues(found) == [("not-ready", "F5"), ("po-without-number", "A6")]
    assert list(table.frame["po_number"]) == ["0012", "0013", None]
    assert list(table.frame["amount"]) == [Decimal(61200), Decimal(-350), Decimal(12)]
    assert table.frame.at[3, "date"] == date(2026, 3, 2)
    assert dict(table.excluded) == {"subtotal": (7,), "unreadable": (5,)}


def test_a_total_that_differs():
    found = reading(
        """
        | PO  | Vendor | Amount |
        | 1   | A      | 10     |
        | 2   | B      | 20     |
        | TOTAL |      | 31     |
        """
    )
    assert issues(found) == [("stated-total-differs", "C4")]


def test_an_order_twice_and_one_split_over_accounts():
    found = reading(
        """
        | PO # | Vendor | Acct | Amount |
        | 1    | A      | 2201 | 10     |
        | 1    | A      | 2202 | 10     |
        | 1    | A      | 2201 | 10     |
        """
    )
    assert issues(found) == [("po-listed-twice", "A4")]


def test_orders_and_their_invoices_splits_voids_and_what_lacks():
    found = reading(
        """
        | PO # | PO Date | Vendor | Acct | Description | Amount | Invoice # | Inv. Date | Status |
        | 1    | 3/2     | Acme   | 2201 | Paint       | 10     | A1        | 3/4       | Open   |
        | 2    | 3/6     | Acme   | 2201 | Wood        | 10     | A2        | 3/4       | Open   |
        | 3    | 3/6     | Bolt   | 2201 | Wood        | 10     | A2        | 3/7       | Open   |
        |      |         |        | 2202 | Wood        | 7      |           |           | Open   |
        | 4    | 3/6     | Bolt   | 2201 | Nails       | 10     | A2        | 3/8       | Open   |
        | 5    | 3/6     |        | 2201 | Nails       | 10     |           |           | Open   |
        | 6    | 3/6     | Bolt   | 2201 | Glue        | 999    |           |           | VOID   |
        | TBD  | 3/6     | Bolt   | 2201 | Tape        | 5      |           |           | Open   |
        | 8    | 3/6     | Bolt   | 2201 | Hinges      |        |           |           | Open   |
        | Total |        |        |      |             | 62     |           |           |        |
        """
    )
    (table,) = found.tables
    assert list(table.frame["po_number"]) == ["1", "2", "3", "3", "4", "5", "6", "TBD", "8"]
    assert table.frame.at[5, "vendor"] == "Bolt"
    assert table.frame.at[3, "invoice_date"] == date(2026, 3, 4)
    assert table.cell(3, "invoice_date").a1 == "H3"
    assert issues(found) == [
        ("invoice-listed-twice", "G6"),
        ("payee-missing", "C7"),
        ("po-without-number", "A9"),
    ]


@pytest.mark.parametrize(("second", "found"), [(240, []), (780, [("invoice-listed-twice", "F3")])])
def test_one_invoice_may_be_for_two_orders_of_other_amounts(second, found):
    text = f"""
    | PO # | Vendor  | Acct | Description | Amount   | Invoice # |
    | 7a   | Brocant | 530  | Furniture   | 780      | 0093      |
    | 7b   | Brocant | 540  | Jackets     | {second} | 0093      |
    """
    assert issues(reading(text)) == found


def test_a_list_of_sales_is_no_log_of_purchases():
    found = reading(
        """
        | Order # | Order Date | Customer | Item | Total |
        | 1001    | 3/2        | Acme     | Lamp | 50    |
        | 1002    | 3/3        | Bolt     | Desk | 70    |
        """
    )
    assert found.tables == ()


def test_what_was_invoiced_may_be_shown_in_red_where_it_is_negative():
    grid, _ = parse(
        """
        | PO # | Issued     | Vendor | For   | Acct | PO Total | Inv'd to Date | Balance |
        | 1    | 2026-03-02 | Acme   | Paint | 2201 | 12400    | 10500         | 1900    |
        | 2    | 2026-03-03 | Bolt   | Wood  | 2201 | 8000     |               | 8000    |
        """
    )
    shown = {(row, col): "#,##0.00;[Red](#,##0.00)" for row in (2, 3) for col in (6, 7, 8)}
    found = read(book(replace(grid, formats={**grid.formats, **shown})), PRODUCTION)
    (table,) = found.tables
    assert list(table.frame["invoiced"]) == [Decimal(10500), None]
    assert issues(found) == []


def test_headings_may_begin_on_the_row_above():
    found = reading(
        """
        | PO LOG |      |                |             |         |        |
        | PO     |      |                |             | Account | PO     |
        | Number | Date | Vendor         | Description | Code    | Amount |
        | 1001   | 3/2  | Keystone Grip  | Scaffold    | 3201    | 1380   |
        | 1002   | 3/3  | Atlas Van Hire | Van         | 3503    | 920    |
        """,
        tab="POs",
    )
    (table,) = found.tables
    assert table.header_rows == (2, 3)
    assert table.place.columns["amount"] == 6


def test_a_total_over_an_order_that_cannot_be_read_is_not_held_against_the_others():
    """Also where that order is the first of its week."""
    found = reading(
        """
        | PO # | Date | Vendor | Description | Account | Amount | Invoiced |
        | Week 1 |
        | 1001 | 3/2  | Acme   | Paint       | 2201    | 500    | 500      |
        |      |      |        |             |         | 500    | 500      |
        | Week 2 |
        | 1002 | 3/9  | Bolt   | Wood        | 2202    | 92l0   | 460      |
        | 1003 | 3/10 | Cord   | Rope        | 2202    | 2325   |          |
        |      |      |        |             |         | 2325   | 460      |
        """
    )
    assert issues(found) == [("unreadable-amount", "F6")]


@pytest.mark.parametrize(
    ("heading", "said", "col"),
    [
        ("paid?", ("half", "yes", "deposit"), 6),
        ("Paid", ("2026-03-09", "", "2026-03-10"), 6),
        ("Paid", ("2600", "3400", ""), None),  # amounts
        ("Paid by", ("card", "card", "wire"), None),
    ],
)
def test_words_under_paid_beside_what_was_billed_say_how_an_order_stands(heading, said, col):
    (table,) = reading(
        """
        | PO #  | Date | Who to       | Amount | Billed | {} |
        | NC-01 | 3/2  | Cine Rental  | 5200   | 2600   | {} |
        | NC-02 | 3/3  | Grip LLC     | 3400   | 3400   | {} |
        | NC-03 | 3/4  | First Church | 1500   | 750    | {} |
        """.format(heading, *said)
    ).tables
    assert (table.place.columns.get("status"), table.place.columns["invoiced"]) == (col, 5)


@pytest.mark.parametrize(
    ("said", "col"),
    [
        (("Paula", "Paula", "Hector"), None),  # who approved, not how the order stands
        (("pending", "Paula", "Paula"), 5),
        (("yes", "yes", "no"), 5),
    ],
)
def test_who_approved_an_order_says_nothing_of_how_it_stands(said, col):
    (table,) = reading(
        """
        |       |      |              |        | Approved |
        | PO #  | Date | Who to       | Amount | by       |
        | NC-01 | 3/2  | Cine Rental  | 5200   | {}       |
        | NC-02 | 3/3  | Grip LLC     | 3400   | {}       |
        |       |      |              |        | Approved |
        | PO #  | Date | Who to       | Amount | by       |
        | NC-03 | 3/4  | First Church | 1500   | {}       |
        """.format(*said)
    ).tables
    assert table.place.columns.get("status") == col


@pytest.mark.parametrize(
    ("number", "tab", "kind"),
    [
        ("Nº de pedido", "Pedidos", "purchase_orders"),
        ("Núm. de pedido", "Hoja 1", "purchase_orders"),
        ("Ficha", "Gastos", None),  # whatever that is, it is no budget
    ],
)
def test_orders_with_what_is_open_of_each_are_no_budget(number, tab, kind):
    found = reading(
        f"""
        | {number} | Fecha pedido | Proveedor | Detalle | Cuenta | Importe | Facturado | Pendiente |
        | 1007     | 2026-03-02   | Cámaras S | Discos  | 4503   | 4329    | 4329      | 0         |
        | 1008     | 2026-03-03   | Postpro S | Sala    | 4504   | 16786   | 0         | 16786     |
        | 1009     | 2026-03-04   | Coches P  | Coche   | 3505   | 2088    | 1000      | 1088      |
        """,
        tab,
    )
    assert [table.kind for table in found.tables] == [kind] * bool(kind)
