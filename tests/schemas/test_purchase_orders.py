"""Purchase order logs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.schemas.reading import issues, reading


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
