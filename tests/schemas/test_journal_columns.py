"""Columns of journals that no heading names: an order's status, envelopes, holders, fringes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.grid import Scalar
from tests.schemas.reading import issues, production, reading

ORDERS = """
| PO # | Vendor | Acct | For   | PO Amt | Inv'd | Rmks |
| 1    | Acme   | 2201 | Paint | 10     | 10    | {}   |
| 2    | Bolt   | 2201 | Wood  | 20     |       | {}   |
| 3    | Bolt   | 2202 | Glue  | 30     | 30    | {}   |
| 4    | Bolt   | 2202 | Nails | 40     |       | {}   |
"""


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (("closed", "open", "PAID", "1st of 4"), True),
        (("payé", "en cours", "soldé", "acompte 50 %"), True),
        (("call first", "open late", "for Ana", "ask Bo"), False),
    ],
)
def test_remarks_on_orders_that_are_open_and_closed_are_their_status(said, status):
    (table,) = reading(ORDERS.format(*said)).tables
    assert ("status" in table.place.columns) is status


CASH = """
| CAJA CHICA |
| Vale | {heading} | Fecha      | Proveedor | Concepto | Cuenta | Importe |
| {}   | {}        | 2026-03-02 | Shop      | Rope     | 2201   | 5.00    |
| {}   | {}        | 2026-03-03 | Shop      | Nails    | 2201   | 6.00    |
| {}   | {}        | 2026-03-04 | Bar       | Coffee   | 2201   | 7.00    |
| {}   | {}        | 2026-03-05 | Bar       | Tea      | 2201   | 8.00    |
"""


def found_in(*cells: str, heading: str = "Mano") -> dict[str, int]:
    (table,) = reading(CASH.format(*cells, heading=heading)).tables
    assert table.kind == "petty_cash"
    return dict(table.place.columns)


def test_an_envelope_stands_on_its_receipts_and_one_person_holds_it():
    columns = found_in("V-1", "Ana Ruiz", "V-1", "Ana Ruiz", "V-2", "Bo Lind", "V-2", "Bo Lind")
    assert (columns["envelope"], columns["custodian"]) == (1, 2)


@pytest.mark.parametrize("numbers", ["1234", "1212"], ids=["a receipt each", "that come again"])
def test_other_numbers_are_no_envelopes(numbers):
    cells = [cell for number in numbers for cell in (f"V-{number}", "Ana Ruiz")]
    assert "envelope" not in found_in(*cells)


def test_departments_and_people_of_the_moment_hold_no_envelope():
    departments = ("V-1", "Set Dressing", "V-1", "Set Dressing", "V-2", "Camera", "V-2", "Camera")
    assert "custodian" not in found_in(*departments)
    several = ("V-1", "Ana Ruiz", "V-1", "Bo Lind", "V-2", "Bo Lind", "V-2", "Bo Lind")
    assert "custodian" not in found_in(*several)


WAGES = """
| Week Ending | Name     | Position | Acct | Hours | Gross | {heading} | Sum  |
| 3/7/2026    | Ana Ruiz | Gaffer   | 3201 | 50    | 1000  | {}        | {}   |
| 3/7/2026    | Bo Lind  | Grip     | 3301 | 50    | 1200  | {}        | {}   |
| 3/7/2026    | Cy Marsh | Loader   | 3301 | 50    | 1500  | {}        | {}   |
| 3/7/2026    | Di Olsen | Driver   | 3301 | 50    | 2000  | {}        | {}   |
"""


@pytest.mark.parametrize(
    ("heading", "cells", "fringe"),
    [
        ("LNK 30 %", (300, 1300, 360, 1560, 450, 1950, 600, 2600), True),
        ("Box", (50, 1050, 25, 1225, 100, 1600, 75, 2075), False),
        ("VAT", (200, 1200, 240, 1440, 300, 1800, 400, 2400), False),
        ("X", (300, 900, 360, 900, 450, 900, 600, 900), False),
    ],
)
def test_a_share_of_the_wages_that_makes_a_total_with_them_is_the_fringe(heading, cells, fringe):
    (table,) = reading(WAGES.format(*cells, heading=heading)).tables
    assert table.kind == "payroll"
    assert ("fringe" in table.place.columns) is fringe


ABROAD = """
| Env # | Custodian | Date | Vendor | Description | Acct | Amount |
| 1     | Ana       | 3/2  | Shop   | Rope        | 2203 | 500    |
| 1     | Ana       | 3/3  | Marina | Boat        | 2203 | USD 60 |
| 1     | Ana       | 3/4  | Shop   | Nails       | 2203 | 40     |
|       |           |      |        | Total       |      | {}     |
"""


@pytest.mark.parametrize("stated", [540, 600, 1620])
def test_a_total_over_an_amount_from_abroad_may_be_anything(stated: Scalar):
    """A sheet's sum leaves the text out; who converts it does so at a rate of theirs."""
    found = reading(ABROAD.format(stated), given=production(currency="MXN"))
    assert issues(found) == [("other-currency", "G3")]
    assert found.tables[0].frame.at[3, "amount"] == Decimal(60)


LEDGER = """
| {number} | {coded} | Belegdatum | Re-Nr. | Konto | Geschäftspartner | Text      | Soll | Haben |
| {0}      | {4}     | 2026-03-11 | 2611   | 1101  | Verlag Donauufer | 1. Rate   | 3100 |       |
| {1}      | {5}     | 2026-03-16 | 4402   | 8102  | Kanzlei Stelzer  | März      | 1450 |       |
| {2}      | {4}     | 2026-03-20 | 7712   | 6101  | Gemeinde Ebensee | Anzahlung | 4000 |       |
| {3}      | {6}     | 2026-03-24 | 2603   | 4103  | Zimmerei Hager   | Gutschr.  |      | 638   |
| {7}      | {4}     | 2026-03-27 | 2691   | 2103  | Marie Hölzl      | Honorar   | 5700 |       |
| {8}      | {4}     | 2026-03-29 | 2697   | 2103  | Paul Riener      | Honorar   | 5100 |       |
| {9}      | {4}     | 2026-03-30 | 2699   | 2103  | Uwe Mahler       | Honorar   | 1700 |       |
| {10}     | {5}     | 2026-03-31 | 2703   | 2103  | Lena Mahler      | Honorar   | 1800 |       |
| {11}     | {5}     | 2026-03-31 | 2704   | 2103  | Lena Kerner      | Honorar   | 1800 |       |
"""


@pytest.mark.parametrize(
    ("coded", "codes", "col"),
    [
        ("BS", ("ER", "BA", "GU"), 2),
        ("Art", ("AP", "JE", "PC"), 2),
        ("Whg.", ("EUR", "CHF", "CZK"), None),
        ("Erf.", ("MH", "TK", "JS"), None),  # who posted it
    ],
)
def test_codes_of_journals_say_where_a_posting_comes_from(coded, codes, col):
    said = ["1", "2", "3", "4", *codes, "5", "6", "7", "8", "9"]
    text = LEDGER.format(*said, number="lfd.", coded=coded)
    (table,) = reading(text, "Buchungsjournal", production(locale="de_AT")).tables
    assert (table.kind, table.place.columns.get("source")) == ("ledger", col)


@pytest.mark.parametrize("heading", ["Trans #", "Entry no", "Voucher #", "Beleg Nr."])
def test_a_number_that_goes_on_from_line_to_line_says_not_where_from(heading):
    numbered = [str(number) for number in range(5000, 5009)]
    entries = ["12", "12", "13", "13", "14", "14", "15", "15", "16"]
    for said, col in ((numbered, None), (entries, 1)):
        text = LEDGER.format(
            *said[:4], "EUR", "CHF", "CZK", *said[4:], number=heading, coded="Whg."
        )
        (table,) = reading(text, "Buchungsjournal", production(locale="de_AT")).tables
        assert (table.kind, table.place.columns.get("source")) == ("ledger", col)
