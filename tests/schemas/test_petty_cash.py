"""Petty cash: receipts by envelope and custodian, and what is no receipt."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schemas import read, textgrid
from tests.schemas.reading import book, issues, production, reading


def test_several_envelopes_on_a_tab():
    found = reading(
        """
        | PETTY CASH REPORT |
        | Custodian: | Ana Ruiz | | Envelope #: | 12 | Float: | 500 |
        | Date | Receipt # | Vendor | Description | Account | Amount | HST |
        | 3/2  | 1 | Total Wine | Gift       | 2201 | 50  | 2 |
        | 3/2  | 2 | Cafe       | Coffee     | 2201 | 10  |   |
        | 3/2  | 3 | Cafe       | Coffee     | 2201 | 10  |   |
        | 3/3  | 4 | Cafe       | A return   | 2201 | -10 |   |
        |      |   |            | Total receipts |  | 60  | 2 |
        |      |   |            | Cash on hand   |  | 440 |   |
        |      |   |            | Float          |  | 500 |   |
        | Custodian: Bo Lind | | | Envelope # 13 |
        | Date | Receipt # | Vendor | Description | Account | Amount | HST |
        | 3/5  | 1 | Shop       | Rope       | 2203 | 5   |   |
        |      |   |            | and nails  | 2204 | 6   |   |
        |      |   |            | Total      |      | 11  |   |
        """
    )
    (table,) = found.tables
    assert table.kind == "petty_cash"
    assert list(table.frame["envelope"]) == ["12"] * 4 + ["13"] * 2
    assert list(table.frame["custodian"]) == ["Ana Ruiz"] * 4 + ["Bo Lind"] * 2
    assert table.frame.at[14, "vendor"] == "Shop"
    assert dict(table.excluded) == {"banner": (11,), "header": (12,), "subtotal": (8, 9, 10, 15)}
    assert issues(found) == []


def test_what_is_wrong_with_a_receipt():
    found = reading(
        """
        | Env # | Custodian | Date     | Vendor | Description | Acct | Amount | Tax |
        | 1     | Ana       | 3/2      | Shop   | Rope        | 2203 | 5      |     |
        | 1     | Ana       | 3/2      | Shop   | Rope        | 2203 | 5      |     |
        | 1     | Ana       | 3/3      | Shop   | Nails       |      | 5      |     |
        | 1     | Ana       | 3/4      |        |             | 2203 | 5      | n/a |
        | 1     | Ana       | 3/4/2027 | Shop   | Tape        | 2203 | 5      |     |
        | 1     | Ana       | 3/5      | Shop   | Glue        | 2203 | TBD    |     |
        |       |           |          |        | Total       |      | 26     |     |
        """
    )
    assert issues(found) == [
        ("receipt-listed-twice", "G3"),
        ("posting-without-account", "F4"),
        ("payee-missing", "D5"),
        ("date-outside-production", "C6"),
        ("amount-open", "G7"),
    ]
    (table,) = found.tables
    assert dict(table.excluded) == {"subtotal": (8,), "unreadable": (7,)}


def test_an_envelope_and_its_holder_that_are_written_once():
    found = reading(
        """
        | Envelope | Custodian | Date | Vendor | Amount |
        | 7        | Ana       | 3/2  | Shop   | 5      |
        |          |           | 3/3  | Cafe   | 6      |
        |          |           | 3/4  | Shop   | 7      |
        | 8        | Bo        | 3/4  | Shop   | 7      |
        """
    )
    (table,) = found.tables
    assert list(table.frame["envelope"]) == ["7", "7", "7", "8"]
    assert list(table.frame["custodian"]) == ["Ana", "Ana", "Ana", "Bo"]


@pytest.mark.parametrize(
    "sheet",
    [
        """
        | Handkasse |
        | Kassenführer: | Uwe Kranz |
        | Datum | Beleg Nr. | Lieferant | Zweck | Konto | Betrag | MwSt |
        | 02.03.2026 | 1 | Baumarkt | Farbe | 2201 | 50,20 | 8,01 |
        | 03.03.2026 | 2 | Bäcker | Brot | 2201 | 5,20 | 0,34 |
        | | | | Summe | | 55,40 | 8,35 |
        | | | | Kassenbestand | | 44,60 | |""",
        """
        | Petite caisse |
        | Responsable : Uwe Kranz |
        | Date | No reçu | Fournisseur | Libellé | Compte | Montant TTC | TVA |
        | 02/03/2026 | 1 | Brico | Peinture | 2201 | 50,20 | 8,01 |
        | 03/03/2026 | 2 | Boulanger | Pain | 2201 | 5,20 | 0,34 |
        | | | | Total | | 55,40 | 8,35 |
        | | | | Solde en caisse | | 44,60 | |""",
        """
        | Caja chica |
        | Responsable: Uwe Kranz |
        | Fecha | Nº recibo | Proveedor | Concepto | Cuenta | Importe | IVA |
        | 02/03/2026 | 1 | Ferretería | Pintura | 2201 | 50,20 | 8,01 |
        | 03/03/2026 | 2 | Panadería | Pan | 2201 | 5,20 | 0,34 |
        | | | | Total | | 55,40 | 8,35 |
        | | | | Saldo en caja | | 44,60 | |""",
    ],
    ids=["German", "French", "Spanish"],
)
def test_in_other_languages(sheet):
    found = reading(sheet, given=production(locale="de_DE", currency="EUR"))
    (table,) = found.tables
    assert table.kind == "petty_cash"
    assert list(table.frame["amount"]) == [Decimal("50.2"), Decimal("5.2")]
    assert list(table.frame["custodian"]) == ["Uwe Kranz"] * 2
    assert dict(table.excluded) == {"subtotal": (6, 7)}
    assert set(table.place.columns) == {"date", "vendor", "description", "account", "amount", "tax"}
    assert issues(found) == []


@pytest.mark.parametrize("left", ["En main", "Zurück an Produktion", "Back in the tin", "Sobra"])
def test_what_is_left_of_the_float_below_the_total_is_no_receipt(left: str):
    found = reading(
        f"""
        | Handkasse Nr. 3 |  |  | Verantwortlich: | Lia Caduff |
        | Vorschuss 800.00 am 1.3.2026 |
        | |
        | Beleg | Datum  | Geschäft | Zweck       | Pos. | Betrag CHF |
        | 1     | 3/2/26 | Coop     | Szenenbild  | 450  | 64.35      |
        | 2     | 3/3/26 | Jumbo    | Requisite   | 410  | 47.90      |
        | 3     | 3/4/26 | Landi    | Seile       | 410  | 20.00      |
        |       |        |          | Summe       |      | 132.25     |
        |       |        |          | {left}      |      | 667.75     |
        """,
        "Handkasse",
    )
    (table,) = found.tables
    assert table.block.top == 4
    assert (len(table.frame), dict(table.excluded)) == (3, {"subtotal": (8, 9)})
    assert issues(found) == []


BOOK = """
| {}       |              |      |            |         |       |      |               |           |
| Envelope | Float holder | Rcpt | Date       | Paid to | Item  | Code | Total paid £  | incl. VAT |
| PC11     | M. Orrell    | 1    | 2026-03-02 | Siop    | Tins  | E210 | 46.85         |           |
| PC11     | M. Orrell    | 2    | 2026-03-02 | Timber  | Wood  | E210 | 38.40         | 6.40      |
| PC11     | M. Orrell    | 3    | 2026-03-03 | Parking | Van   | F210 | 6.00          | 1.00      |
| PC12     | N. Jarman    | 1    | 2026-03-03 | Draper  | Wool  | E310 | 41.70         | 6.95      |
| PC12     | N. Jarman    | 2    | 2026-03-04 | Draper  | Back  | E310 | -41.70        | -6.95     |
"""


def test_the_tax_within_an_amount_is_told_by_how_much_it_is():
    (table,) = reading(BOOK.format("Petty cash"), "Petty cash").tables
    columns = dict(table.place.columns)
    assert (columns["amount"], columns["tax"]) == (8, 9)


def test_an_amount_with_tax_beside_nothing_larger_is_the_amount():
    text = """
    | Petty cash |
    | Envelope | Date       | Paid to | Item | Code | Mileage | Total incl. VAT |
    | PC11     | 2026-03-02 | Siop    | Tins | E210 |         | 46.85           |
    | PC11     | 2026-03-02 | Timber  | Wood | E210 | 12      | 38.40           |
    | PC11     | 2026-03-03 | Parking | Van  | F210 | 4       | 6.00            |
    """
    (table,) = reading(text, "Petty cash").tables
    columns = dict(table.place.columns)
    assert columns["amount"] == 7
    assert "tax" not in columns


def test_a_float_by_its_number_is_the_envelope():
    text = BOOK.format("Floats out: £6,000").replace("Envelope", "Float   ")
    text = text.replace("PC11", "1").replace("PC12", "2")
    (table,) = reading(text, "PC Floats").tables
    assert dict(table.place.columns)["envelope"] == 1


ADVANCE = """
| RÉGIE D'AVANCE N° 3 |
| Pièce n° | Date       | Fournisseur | Objet           | Cpte | Montant TTC | dont TVA | Solde |
| 7        | 2026-03-17 | Super U     | piles, gaffer   | 635  | 41.90       | 6.98     | 458   |
| 8        | 2026-03-18 | Pharmacie   | trousse secours | 632  | 58.75       | 9.79     | 399   |
| 9        | 2026-03-18 | Roche       | cadenas, chaînes portail décor | 631 | 72.30 | 12.05 | 327 |
| 10       | 2026-03-19 | Péage A39   | navette         | 616  | 23.80       | 3.97     | 303   |
| 9        | 2026-03-18 | Roche       | {}              | {}   | 72.30       | 12.05    | 231   |
"""


@pytest.mark.parametrize(
    ("what", "account", "found"),
    [
        ("cadenas, chaînes portail", "631", [("receipt-listed-twice", "F7")]),
        ("dépôt de garantie", "631", []),
        ("cadenas, chaînes portail", "632", []),
    ],
    ids=["in fewer words", "something else on the receipt", "its other half"],
)
def test_a_receipt_again_under_its_number(what, account, found):
    """The regisseur's advance is petty cash, whatever its columns share with a ledger."""
    read = reading(ADVANCE.format(what, account), "Régie d'avance", production(currency="EUR"))
    assert [table.kind for table in read.tables] == ["petty_cash"]
    assert issues(read) == found


def test_a_docket_numbers_a_receipt():
    text = """
    | Petty cash |
    | Docket no. | Date     | Supplier | What      | Code  | Amount |
    | '10448     | 4/14     | Chandler | Floats    | J3.01 | 214.50 |
    | 88301      | 4/14     | Hardware | Cable     | J3.02 | 58.30  |
    | '10448     | 4/14     | Chandler | 30 floats | J3.01 | 214.50 |
    """
    assert issues(reading(text, "Petty cash")) == [("receipt-listed-twice", "F5")]


FLOAT = """
| Petty cash, floats |
| Vr. no. | Dated    | Bill no. | Paid to   | Towards            | Head | Rs.  |
| 41      | 2/9/2026 | 2281     | Ribandar  | Tea, unit          | K-04 | 1840 |
| 42      | 2/9/2026 | KP/771   | Konkan    | Diesel, tempo      | K-06 | 6200 |
| 43      | 2/9/2026 |          | Ferry     | Tip                | K-08 | 500  |
| 44      | 2/9/2026 | KP/802   | Konkan    | Diesel, tempo      | K-06 | 5900 |
| {next}  | 2/9/2026 | {bill}   | {payee}   | {what}             | {head} | {paid} |
"""


@pytest.mark.parametrize("voucher", ["45", "51"], ids=["numbered on", "of another day"])
@pytest.mark.parametrize(
    ("bill", "payee", "what", "head", "paid", "found"),
    [
        ("KP/802", "Konkan", "Diesel tempo", "K-06", "5900", [("receipt-listed-twice", "G7")]),
        ("2290", "Ribandar", "Tea, unit", "K-04", "1840", []),
        ("", "Ferry", "Tip, second trip", "K-08", "500", []),
    ],
    ids=["one bill on two vouchers", "the next bill", "no bill, another matter"],
)
def test_a_bill_that_stands_on_two_vouchers(voucher, bill, payee, what, head, paid, found):
    text = FLOAT.format(next=voucher, bill=bill, payee=payee, what=what, head=head, paid=paid)
    assert issues(reading(text, "Float a-cs", production(currency="INR"))) == found


def test_what_is_left_of_a_float_is_no_amount():
    text = """
    | Petty cash |
    | Envelope | Date       | Paid to | Item    | Code | Total incl. VAT | Still in tin |
    | PC11     | 2026-03-01 |         | Drawn   |      |                 | 500.00       |
    | PC11     | 2026-03-02 | Siop    | Tins    | E210 | 46.85           | 453.15       |
    | PC11     | 2026-03-02 | Timber  | Wood    | E210 | 38.40           | 414.75       |
    | PC11     | 2026-03-03 | Parking | Van     | F210 | 6.00            | 408.75       |
    """
    (table,) = reading(text, "Petty cash").tables
    assert dict(table.place.columns)["amount"] == 6


CARD = """
| {} |
|
| Jo + Marnie (shared tin) |
| Date | Where      | What for     | $ inc GST | GST  |
| 3/2  | Officework | Forms, pens  | 38.50     | 3.50 |
| 3/3  | Foodland   | Crew lunch   | 112.35    |      |
| 3/4  | BP Pimba   | Camera tape  | 16.50     | 1.50 |
| 3/5  | Opal Motel | Ice for grip | 8.00      | 0.73 |
| 3/6  | Mitre 10   | Gaffer, rope | 47.20     | 4.29 |
|      |            | tin total    | 222.55    |      |
|
|
| {} |
| #  | What          | Amount | Shop        | When |
| 1  | Lithiums x 24 | 59.80  | Jaycar      | 3/2  |
| 2  | Windsock      | 74.95  | Rosella     | 3/3  |
| 3  | Diesel        | 96.40  | Roadhouse   | 3/6  |
|    |               | 231.15 |             |      |
"""


def test_a_tabs_title_is_of_every_table_below_it():
    text = CARD.format("PETTY CASH / OUT OF POCKET", "TUAN'S OWN CARD - reimburse monthly")
    assert [table.kind for table in reading(text, "Receipts").tables] == ["petty_cash"] * 2


def test_without_that_title_an_own_card_is_anybodys():
    text = CARD.format("WHAT WE SPENT", "TUAN'S OWN CARD - reimburse monthly")
    assert "petty_cash" not in [table.kind for table in reading(text, "Spending").tables]


KASSENBUCH = """
| Kassenbuch Nr. 2 | | Produktion: Das Wehr | | | | | |
| Lfd. Nr. | Datum      | Empfänger / Geschäft | Zweck           | Kto.  | Einnahme | Ausgabe | Bestand |
| 41       | 2026-03-02 | Bäckerei Jensen      | Frühstück       | 06.09 |          | 24.80   | 187.55  |
| 42       | 2026-03-04 | Bank                 | Kassenaufstockung | Transit | 800.00 |       | 987.55  |
| 43       | 2026-03-04 | Parkhaus             | Maskenmobil     | 06.05 |          | 12.00   | 975.55  |
| 44       | 2026-03-05 | Baumarkt Holm        | Gaffa           | 05.04 |          | 63.17   | 912.38  |
"""  # noqa: E501
CREW = """
| Funktion        | Name          | Vertrag ab | Vertrag bis | Gage |
| Aufnahmeleitung | Paul Kröger   | 2026-02-09 | 2026-04-10  | 1480 |
| Kamera          | Anneke Straub | 2026-02-23 | 2026-04-10  | 3100 |
| Maskenbild      | Ilse Baumann  | 2026-02-23 | 2026-04-10  | 1600 |
"""


def test_a_films_cash_book_has_a_column_of_floats_and_a_shops_is_none():
    kassenbuch, crew = (
        textgrid.parse(text, tab)[0] for text, tab in ((KASSENBUCH, "Kasse"), (CREW, "Stab"))
    )
    ours = read(book(kassenbuch, crew), production(locale="de_DE"))
    assert [table.kind for table in ours.tables] == ["petty_cash", "crew"]
    shop = KASSENBUCH.replace("Produktion: Das Wehr", "Blumen Wehr")
    shop = shop.replace("Maskenmobil", "Rosen").replace("Gaffa", "Draht")
    assert reading(shop, tab="Kasse", given=production(locale="de_DE")).tables == ()


def test_a_cards_number_is_no_envelope_and_lines_that_run_are_no_accounts():
    (table,) = reading(
        """
        | P-CARD RECON - STATEMENT CLOSING 3/15/2026 |
        | Line | Cardholder       | Card  | Trans Date | Merchant     | Purpose     | GL Code | Amount |
        | 1    | Dupree, Shanice  | x4471 | 2026-03-02 | Office Depot | Toner       | 2001    | 214.79 |
        | 2    | Dupree, Shanice  | x4471 | 2026-03-03 | Publix       | Crafty      | 2001    | 88.66  |
        | 3    | Hightower, Beau  | x4489 | 2026-03-04 | Home Depot   | Lag bolts   | 2207    | 325.52 |
        | 4    | Hightower, Beau  | x4489 | 2026-03-06 | Home Depot   | Plywood     | 2207    | 551.97 |
        """,  # noqa: E501
        tab="P-CARD MAR",
    ).tables
    assert table.kind == "petty_cash"
    assert table.place.columns["account"] == 7
    assert "envelope" not in table.place.columns
