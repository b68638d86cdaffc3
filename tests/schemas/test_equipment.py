"""Equipment lists: hired from whom, from when to when, at which rate."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.schemas.reading import issues, production, reading


def test_a_list_by_vendor_with_subtotals():
    found = reading(
        """
        | EQUIPMENT LOG |
        | Qty | Item        | Serial # | Pick Up | Return | Rate     | PO #  | Total |
        | KESLOW CAMERA |
        | 1   | Alexa 35    | 0042     | 3/2     | 4/10   | 5,000/wk | '0012 | 30000 |
        | 2   | Zoom lens   | 0043     | 3/2     | TBD    | $350/day | '0012 | 14000 |
        |     |             |          |         |        | Subtotal |       | 44000 |
        | BIG LAMPS LTD |
        | 4   | HMI 18K     |          | 3/9     | 3/5    | 900      | '0013 | 3600  |
        |     |             |          |         |        | Subtotal |       | 3700  |
        |     | TOTAL       |          |         |        |          |       | 47600 |
        """
    )
    (table,) = found.tables
    frame = table.frame
    assert table.kind == "equipment"
    assert list(frame["vendor"]) == ["KESLOW CAMERA"] * 2 + ["BIG LAMPS LTD"]
    assert list(frame["quantity"]) == [1, 2, 4]
    assert list(frame["rate"]) == [Decimal(5000), Decimal(350), Decimal(900)]
    assert list(frame["rate_unit"]) == ["week", "day", None]
    assert frame.at[4, "end_date"] == date(2026, 4, 10)
    assert list(frame["serial"]) == ["0042", "0043", None]
    assert dict(table.excluded) == {"banner": (3, 7), "subtotal": (6, 9, 10)}
    assert issues(found) == [("end-before-start", "E8"), ("stated-total-differs", "H9")]


def test_departments_above_the_lines_and_a_unit_in_the_heading():
    found = reading(
        """
        | Description | Vendor   | Out        | In         | Day Rate | Returned |
        | CAMERA      |          |            |            |          |          |
        | Alexa 35    | Keslow   | 2026-03-02 | 2026-04-10 | 1,200    | yes      |
        | GRIP        |          |            |            |          |          |
        | Dolly       | Chapman  | 2026-03-02 | sometime   | N/A      |          |
        """
    )
    (table,) = found.tables
    assert list(table.frame["department"]) == ["CAMERA", "GRIP"]
    assert table.frame.at[3, "rate_unit"] == "day"
    assert issues(found) == [("unreadable-date", "D5")]


def test_quantities_and_rates_as_rental_houses_write_them():
    found = reading(
        """
        | Item       | Vendor   | Qty       | Pick-up | Return | Rate                | PO # |
        | Walkies    | Big Lamp | 24 ea     | 3/2     | 4/10   | 3.50/day            | 1    |
        | Gel        | Big Lamp | lot       | 3/2     | 4/10   | package             | 1    |
        | Distro     | Big Lamp | 2 sets    | 3/2     | 4/10   | $1,200 / 3-day week | 1    |
        | Storage    | Big Lamp | 1         | 3/2     | 4/10   | 400/mo              | 1    |
        | Sand bags  | Big Lamp | a hundred | 3/2     | 4/10   | cheap               | 1    |
        """
    )
    frame = found.tables[0].frame
    assert list(frame["quantity"]) == [24, None, 2, 1, None]
    assert list(frame["rate"]) == [Decimal("3.5"), None, Decimal(1200), Decimal(400), None]
    assert list(frame["rate_unit"]) == ["day", None, "week", "month", None]
    assert issues(found) == [("unreadable-number", "C6"), ("unreadable-rate", "F6")]


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        (
            """
            | Matériel | Loueur   | Qté | Enlèvement | Retour   | Tarif jour |
            | Caméra   | TSF      | 1   | 02/03/26   | 10/04/26 | 450,00 €   |
            """,
            "fr_FR",
        ),
        (
            """
            | Gerät  | Verleiher | Menge | Abholung | Rückgabe   | Tagespreis |
            | Kamera | ARRI      | 1     | 02.03.26 | 10.04.2026 | 450,00     |
            """,
            "de_DE",
        ),
        (
            """
            | Equipo | Proveedor | Cant. | Recogida | Devolución | Tarifa diaria |
            | Cámara | EPC       | 1     | 2/3/26   | 10/4/26    | 450           |
            """,
            "es_ES",
        ),
    ],
    ids=["French", "German", "Spanish"],
)
def test_other_languages(text, locale):
    found = reading(text, given=production(locale=locale))
    (table,) = found.tables
    line = table.frame.loc[2]
    assert table.kind == "equipment"
    assert (line["start_date"], line["end_date"]) == (date(2026, 3, 2), date(2026, 4, 10))
    assert (line["rate"], line["rate_unit"], line["quantity"]) == (Decimal(450), "day", 1)


@pytest.mark.parametrize(
    ("due", "back"),
    [
        ("To", "Back?"),
        ("Due", "Back"),
        ("Hire to", "In?"),
        ("Due back", "Returned?"),
        ("Retour prévu", "Retour"),
        ("bis", "zurück?"),
        ("Hasta", "Devuelto?"),
    ],
)
def test_when_it_is_due_and_whether_it_is_back(due: str, back: str):
    (table,) = reading(
        f"""
        | Kit on hire |
        | Kit      | Ser. | Vendor | Hire from | {due}     | {back} |
        | Alexa 35 | K3   | Lumos  | 2026-3-2  | 2026-3-10 |        |
        | Dolly    | D7   | Lumos  | 2026-3-9  | 2026-3-20 | x      |
        """
    ).tables
    assert (table.kind, table.place.columns["end_date"]) == ("equipment", 5)
    assert list(table.frame["returned"]) == [None, "x"]
    assert list(table.frame["serial"]) == ["K3", "D7"]


def test_out_and_in_are_no_return():
    (table,) = reading(
        """
        | Equipment | Vendor | Out      | In        | Rate |
        | Alexa 35  | Lumos  | 2026-3-2 | 2026-3-10 | 100  |
        """
    ).tables
    assert table.place.columns["end_date"] == 4
    assert "returned" not in table.place.columns


@pytest.mark.parametrize(
    "text",
    [
        """
        | Item    | SKU | Quantity | Unit price | Reorder level | Supplier |
        | Pencils | P1  | 200      | 0.20       | 50            | Paper Co |
        """,
        """
        | Asset  | Serial # | Vendor | Purchase date | Warranty end | Cost |
        | Laptop | X1       | Dell   | 2026-01-02    | 2028-01-02   | 1200 |
        """,
        """
        | Description | Vendor | Start date | End date   | Cost | Renewal |
        | Mail        | Google | 2026-01-02 | 2027-01-02 | 12   | auto    |
        """,
        """
        | Task   | Owner | Start      | End        | Status |
        | Design | Ana   | 2026-01-02 | 2026-02-02 | Done   |
        """,
        """
        | Description | Qty | Rate | Amount |
        | Consulting  | 10  | 100  | 1000   |
        """,
    ],
    ids=["stock", "assets", "subscriptions", "project plan", "invoice"],
)
def test_what_only_looks_like_one(text):
    assert reading(text).tables == ()


def test_a_number_alone_under_the_amounts_is_a_subtotal_and_no_vendor():
    found = reading(
        """
        | HIRE LIST |
        | PO   | Hire company  | Item        | Collect | Return | Weekly rate | Weeks | Hire total |
        | CAMERA |
        | 1207 | Lumen & Stone | Camera body | 3/2     | 3/27   | 4100        | 4     | 16400      |
        | 1207 | Lumen & Stone | Prime set   | 3/2     | 3/27   | 3650        | 4     | 14600      |
        |      |               |             |         |        |             |       | 31000      |
        | GRIP |
        | 1208 |               | Fisher 11   | 3/2     | 3/27   | 780         | 4     | 3120       |
        |      |               |             |         |        |             |       | 3210       |
        """
    )
    (table,) = found.tables
    assert dict(table.excluded) == {"banner": (3, 7), "subtotal": (6, 9)}
    assert table.frame.at[8, "vendor"] is None
    assert issues(found) == [("stated-total-differs", "H9")]


def test_a_rate_below_zero_is_told_and_a_discount_is_none():
    text = """
    | Item           | Qty | Vendor       | Start    | End      | Day Rate |
    | Alexa Mini     | 1   | Lens House   | 3/2/2026 | 3/6/2026 | 650      |
    | SkyPanel S60   | 2   | Lens House   | 3/2/2026 | 3/6/2026 | -110     |
    | House discount | 1   | Lens House   | 3/2/2026 | 3/6/2026 | -50      |
    | Dolly          | 1   | Grip Brothers| 3/2/2026 | 3/6/2026 | 0        |
    """
    assert issues(reading(text, tab="Equipment")) == [("rate-not-positive", "F3")]


@pytest.mark.parametrize(("back", "read"), [("2026-02-13", True), ("2026-03-13", False)])
def test_a_second_column_of_last_days_that_are_all_past_says_what_came_back(back: str, read: bool):
    text = f"""
    | Gerät        | Verleih   | von        | bis        | Tagessatz | Rückgabe am |
    | Alexa 35     | Lichtwerk | 2026-02-02 | 2026-03-20 | 690       |             |
    | Nebelmaschine| Rauhut    | 2026-02-10 | 2026-02-13 | 120       | {back}      |
    | HMI M40      | Kiendl    | 2026-02-10 | 2026-02-13 | 160       |             |
    """
    (table,) = reading(text, tab="Technikliste", given=production(locale="de_DE")).tables
    assert table.has("returned") is read


def test_figures_without_words_are_sums_of_whatever_stands_above_them():
    found = reading(
        """
        | Qty | Kit           | House      | Collect | Return | £/day | List £ | Nett £ |
        |     | Camera        |            |         |        |       |        |        |
        | 1   | Large body    | Oxbow Hire | 3/16    | 3/20   | 820   | 1640   | 1148   |
        | 2   | Macro lens    | Oxbow Hire | 3/16    | 3/20   | 75    | 150    | 105    |
        |     |               |            |         |        |       | 1790   | 1253   |
        |     | Grip          |            |         |        |       |        |        |
        | 1   | Dolly         | Grippers   | 3/17    | 3/20   | 110   | 220    | 176    |
        |     |               |            |         |        |       | 220    |        |
        """,
        "Kit",
    )
    (table,) = found.tables
    assert dict(table.excluded) == {"banner": (2, 6), "subtotal": (5, 8)}
    assert list(table.frame["vendor"]) == ["Oxbow Hire", "Oxbow Hire", "Grippers"]


@pytest.mark.parametrize(
    ("amounts", "field"),
    [((20, 1, 4), "quantity"), ((700, 450, 900), "amount"), ((20, 1, 700), "amount")],
)
def test_an_amount_of_a_few_pieces_is_how_many_there_are(amounts, field):
    (table,) = reading(
        """
        | Vendor   | Item    | Amt | Pick-up Date | Rental End | Weekly Rate | P.O. Number |
        | Big Cat  | Walkies | {}  | 3/2          | 3/20       | 160         | 1020        |
        | Oxbow    | Dolly   | {}  | 3/2          | 3/20       | 320         | 1047        |
        | Grippers | Stands  | {}  | 3/3          | 3/20       | 300         | 1003        |
        """.format(*amounts),
        "Equipment",
    ).tables
    assert {name for name in ("quantity", "amount") if table.has(name)} == {field}
