"""A budget's detail: so many times a rate, accounts that head their lines, totals beside them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.schemas.reading import issues, production, reading

DETAIL = """
| Acct# | Description | Amount | Units | X | Curr | Rate | Subtotal | Total |
| 2200  | SET DESIGN  |        |       |   |      |      |          |       |
| 2201  | DESIGNER    |        |       |   |      |      |          |       |
|       | Prep        | 4      | Weeks | 1 | USD  | 2000 | 8000     |       |
|       | Shoot       | 5      | Weeks | 1 | USD  | 2000 | 10000    | 18000 |
| 2202  | ASSISTANTS  |        |       |   |      |      |          |       |
|       | Prep        | 2      | Weeks | 2 | USD  | 900  | 3600     | 3600  |
| 2299  | FRINGES     |        |       |   |      |      |          |       |
|       | Pension     | 21600  | 10.0% |   |      |      | 2160     | 2160  |
|       | Account Total for 2200 | |  |   |      |      |          | 23760 |
"""


def test_the_lines_of_accounts():
    found = reading(DETAIL)
    (table,) = found.tables
    assert issues(found) == []
    assert table.kind == "budget_detail"
    assert list(table.frame["account"]) == ["2201", "2201", "2202", "2299"]
    assert list(table.frame["quantity"]) == [4, 5, 2, 21600]
    assert dict(table.excluded) == {"banner": (2, 3, 6, 8), "subtotal": (10,)}
    assert [stated.covers for stated in table.stated] == [(4, 5, 7, 9)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("| 10000    | 18000 |", "| 10500 | 18500 |", [("efc-identity-broken", "H5")]),
        ("| 10000    | 18000 |", "| 10000 | 18500 |", [("stated-total-differs", "I5")]),
        ("| 2160     | 2160  |", "| 2610  | 2610  |", [("efc-identity-broken", "H9")]),
        ("| 23760 |", "| 23770 |", [("stated-total-differs", "I10")]),
    ],
)
def test_a_figure_that_its_line_or_its_account_contradicts(before, after, expected):
    assert before in DETAIL
    found = issues(reading(DETAIL.replace(before, after)))
    # an account that states more than its lines leaves their total short of it too
    assert [issue for issue in found if issue[1] != "I10" or issue in expected] == expected


def test_an_accounts_total_on_its_own_row_with_its_word_among_the_figures():
    found = reading(
        """
        | Acct# | Description | Amount | Units | X | Rate | Subtotal | Total |
        | 1101  | RIGHTS      |        |       |   |      |          |       |
        |       | Option      | 1      | Allow | 1 | 5000 | 5000     |       |
        |       | Extension   | 2      | Years | 1 | 1000 | 2000     |       |
        |       |             |        |       |   |      | Total    | 7000  |
        """
    )
    assert issues(found) == []
    assert dict(found.tables[0].excluded) == {"banner": (2,), "subtotal": (5,)}


def test_an_accounts_total_beside_its_name():
    found = reading(
        """
        | Account | Description | Amount | Unit  | X | Rate | Subtotal | Total |
        | 2201    | DESIGNER    |        |       |   |      |          | 16000 |
        |         | Prep        | 4      | Weeks | 1 | 2000 | 8000     |       |
        |         | Shoot       | 4      | Weeks | 1 | 2000 | 8000     |       |
        | 2202    | ASSISTANTS  |        |       |   |      |          | 9000  |
        |         | Prep        | 3      | Weeks | 3 | 1000 | 9000     |       |
        | Total 2200 |          |        |       |   |      |          | 25000 |
        """
    )
    (table,) = found.tables
    assert issues(found) == []
    assert table.excluded == {"subtotal": (2, 5, 7)}
    assert list(table.frame["account"]) == ["2201", "2201", "2202"]


def test_overtime_in_a_column_of_its_own_explains_a_larger_total():
    found = reading(
        """
        | LINE | CREW     | DAYS | RATE | OT  | TOTAL |
        | 1    | Producer | 2    | 1000 |     | 2000  |
        | 2    | Gaffer   | 2    | 600  | 150 | 1350  |
        | 3    | Grip     | 2    | 500  |     | 1000  |
        | 4    | Best boy | 2    | 400  |     | 800   |
        | 5    | Camera   |      |      |     | 0     |
        """,
        tab="Bid",
    )
    (table,) = found.tables
    assert issues(found) == []
    assert table.kind == "budget_detail"
    assert len(table.frame) == 5


def test_amounts_rounded_to_the_unit_are_right():
    found = reading(
        """
        | Konto | Bezeichnung | Anzahl | Einheit | Satz   | Gesamt |
        | 101   | Drehbuch    | 3      | Wochen  | 333,33 | 1000   |
        | 102   | Regie       | 2,5    | Wochen  | 1000   | 2500   |
        | 103   | Casting     | 1      | Allow   | 12,34  | 12,35  |
        |       | Summe       |        |         |        | 3512,35 |
        """,
        tab="Kalkulation",
        given=production(locale="de_DE"),
    )
    assert issues(found) == []
    assert found.tables[0].place.columns["budget"] == 6


def test_a_count_whose_heading_is_a_name_elsewhere():
    (table,) = reading(
        """
        | N° | Désignation | Nombre | Unité   | Prix unitaire | Total HT |
        | 11 | Scénario    | 1      | forfait | 45000         | 45000    |
        | 12 | Comédiens   | 12     | jours   | 100           | 1200     |
        """,
        tab="Devis",
    ).tables
    assert table.kind == "budget_detail"
    assert table.place.columns["quantity"] == 3
    assert list(table.frame["budget"]) == [Decimal(45000), Decimal(1200)]


@pytest.mark.parametrize(
    ("headings", "quantity", "times"),
    [
        ("Nb | Qté | Unité", 4, 3),
        ("Anz. | Menge | Einheit", 4, 3),
        ("Qté | Nb | Unité", 3, 4),
        ("Qté | X | Unité", 3, 4),
    ],
)
def test_of_two_counts_the_one_beside_the_unit_is_of_units(headings, quantity, times):
    (table,) = reading(
        f"""
        | N° | Désignation   | {headings} | Prix unitaire | Total HT |
        | 11 | Réalisatrice  | 1 | 14 | sem. | 1850 | 25900 |
        | 12 | Électriciens  | 2 | 3  | sem. | 1080 | 6480  |
        | 13 | Rôles         | 3 | 5  | jour | 750  | 11250 |
        | 14 | Figuration    | 24 | 1 | jour | 116  | 2784  |
        """,
        tab="Devis",
    ).tables
    assert table.kind == "budget_detail"
    assert (table.place.columns["quantity"], table.place.columns["times"]) == (quantity, times)


def test_blocks_with_headings_and_totals_of_their_own():
    found = reading(
        """
        | CAMERA |
        | Item        | Qty | Rate | Total |
        | Alexa Mini  | 5   | 600  | 3000  |
        | Lenses      | 5   | 200  | 1000  |
        | Total       |     |      | 4000  |
        |             |
        | GRIP & LIGHTING |
        | Item        | Qty | Rate | Total |
        | HMI         | 2   | 100  | 200   |
        | Dolly       | 1   | 300  | 300   |
        | Total       |     |      | 501.50 |
        |             |
        | GRAND TOTAL |     |      | 4500  |
        """,
        tab="Short film",
    )
    (table,) = found.tables
    assert issues(found) == [("stated-total-differs", "D11")]
    assert table.excluded["subtotal"] == (5, 11, 13)


def test_a_quote_of_another_trade_is_none_of_ours():
    found = reading(
        """
        | Item | Description  | Qty | Unit Price | Total |
        | 1    | Office chair | 10  | 100        | 1000  |
        | 2    | Video screen | 5   | 300        | 1500  |
        """,
        tab="Quote",
    )
    assert found.tables == ()


@pytest.mark.parametrize(
    "headings",
    [
        "Poste | Description | Nbre | Unité   | Tarif  | Coût   | Remarques",
        "Pos.  | Bezeichnung | Anz. | Einheit | Ansatz | Betrag | Bemerkung",
    ],
)
def test_what_a_line_costs_and_what_one_costs_in_quebec_and_in_switzerland(headings: str):
    text = f"""
    | Kalkulation / devis |
    | {headings} |
    | 0200 | SCÉNARIO |
    | 0205 | Scénariste      | 1  | forfait | 68,000 | 68,000 |  |
    | 0220 | Director        | 4  | sem.    | 1,250  | 5,000  |  |
    | 1200 | ÉQUIPE DE PRODUCTION |
    | 1201 | Production manager | 17 | sem.    | 2,650  | 45,050 |  |
    | 1205 | Gaffer          | 12 | sem.    | 2,480  | 29,760 |  |
    """
    (table,) = reading(text, "Détail").tables
    assert table.kind == "budget_detail"
    columns = dict(table.place.columns)
    assert (columns["rate"], columns["budget"]) == (5, 6)


@pytest.mark.parametrize(("stated", "found"), [("18,528", []), ("20,000", [])])
def test_an_accounts_total_goes_over_a_line_that_is_still_open(stated: str, found: object):
    """What the open line will come to may be in the total or not: nobody can say it is wrong."""
    text = f"""
    | BUDGET |
    | Account No | Description | Amount | Units | X | Rate | Subtotal | Total |
    | 14-00 | CAST |
    | 14-01 | Principal Players |
    |  | Deputy Cole            | 18 | Days | 1 | 783   | 14,094 |          |
    |  | June                   | 5  | Days | 1 | 783   | 3,915  | 18,009   |
    | 14-02 | Day Players |
    |  | Day players per DOOD   | 16 | Days | 1 | 783   | 12,528 |          |
    |  | TBD stunt player       |    |      |   |       | TBD    |          |
    |  | Overtime allowance     | 1  | Flat | 1 | 6,000 | 6,000  | {stated} |
    """
    assert [code for code, _ in issues(reading(text, "DETAIL"))] == ["amount-open"]


def test_a_fee_that_is_a_lettered_section_of_a_bid_is_a_line():
    """Below the sections' total it is outside of the lines; "+ / (-)" heads the variance."""
    text = """
    | BID ACTUALIZATION |
    | LINE | DESCRIPTION | DAYS | # | RATE | BID | ACTUAL | + / (-) |
    | A | PREP / WRAP CREW |
    | 1 | Producer           | 5 | 1 | 900   | 4,500  | 4,500  | 0     |
    | 2 | Production Manager | 4 | 1 | 600   | 2,400  | 2,500  | (100) |
    |   | SUB-TOTAL A        |   |   |       | 6,900  | 7,000  | (100) |
    | L | PRODUCTION FEE |
    | 277 | Production fee   | 1 | 1 | 1,500 | 1,500  | 1,500  | 0     |
    |   | SUB-TOTAL L        |   |   |       | 1,500  | 1,500  | 0     |
    |   | TOTAL A - L        |   |   |       | 8,400  | 8,500  | (100) |
    |   | Contingency        |   |   |       | 2,000  |        |       |
    |   | Produzentenhonorar |   |   |       | 1,000  |        |       |
    |   | GRAND TOTAL        |   |   |       | 11,400 | 8,500  |       |
    """
    found = reading(text, "BID DETAIL")
    (table,) = found.tables
    assert list(table.frame["account"])[:3] == ["1", "2", "277"]
    assert table.excluded["special"] == (11, 12)
    assert dict(table.place.columns)["variance"] == 8
    assert issues(found) == []


def test_a_total_named_where_the_rates_stand_and_units_under_no_heading():
    found = reading(
        """
        | What             | How many |       | x | $ each      | Total | Notes |
        | CREW             |          |       |   |             |       |       |
        | DP               | 1        | days  | 20 | 350        | 7000  |       |
        | Gaffer           | 1        | days  | 18 | 250        | 4500  |       |
        | Prod designer    | 1        | wks   | 5  | 900        | 4500  |       |
        | Payroll company  | 1        | allow | 1  | 4850       | 4850  |       |
        |                  |          |       |    | Total crew | 20850 |       |
        """,
        tab="Budget",
    )
    (table,) = found.tables
    assert (table.kind, dict(table.place.columns)["unit"]) == ("budget_detail", 3)
    assert table.excluded["subtotal"] == (7,)
    assert issues(found) == []


SECTIONS = """
| {}   |
| Line |                    | Days | Rate | Bid Total |
| 1    | Line Producer      | 8    | 1100 | 8800      |
| 2    | Assistant Director | 2    | 1150 | 2300      |
|      | SUB TOTAL A        |      |      | 11100     |
| {}   |
| Line |                    | Days | Rate | Bid Total |
| 51   | Line Producer      | 2    | 1100 | 2200      |
| 52   | Assistant Director | 2    | 1150 | 2300      |
|      | SUB TOTAL B        |      |      | 4500      |
"""


@pytest.mark.parametrize(
    ("titles", "categories"),
    [
        (("A: PREP LABOR", "B: SHOOTING LABOR"), ["PREP LABOR", "SHOOTING LABOR"]),
        (("BID FOR THE FILM", "BID FOR THE FILM"), [None, "BID FOR THE FILM"]),
    ],
    ids=["sections", "a title on every page"],
)
def test_the_first_sections_title_stands_over_the_headings(titles, categories):
    (table,) = reading(SECTIONS.format(*titles), tab="Bid labor").tables
    assert list(table.frame["category"].drop_duplicates()) == categories


NUMBERED = """
| Code | Particulars | Qty | Unit  | Rate | Amount |
| A    | STORY       |     |       |      |        |
| A1   | Screenplay  | 1   | Flat  | 650  | 650    |
| A2   | Coach       | 12  | Days  | 60   | 720    |
| A3   | Scripts     | 1   | Flat  | 28   | 28     |
| B    | DIRECTION   |     |       |      |        |
| B1   | Director    | 1   | Film  | 1800 | 1800   |
| B2   | Chief AD    | 3   | Weeks | 110  | 330    |
| B3   | Assistants  | 2   | Weeks | 45   | 90     |
| B4   | Continuity  | 28  | Days  | 35   | 980    |
| B5   | Runner      | 28  | Days  | 15   | 420    |
| B6   | Driver      | 28  | Days  | 15   | 420    |
| {}   | Car         | 10  | Days  | 15   | 150    |
"""


@pytest.mark.parametrize(("last", "found"), [("B7", []), ("B6", [("account-listed-twice", "A13")])])
def test_lines_that_are_numbered_one_by_one_have_a_number_each(last, found):
    assert issues(reading(NUMBERED.format(last), "Detailed Budget")) == found


def test_two_lines_of_an_account_have_its_number():
    text = """
    | ACCT | DESCRIPTION    | AMT | UNITS | RATE | BUDGET |
    | 2001 | 1st AD - prep  | 10  | Days  | 250  | 2500   |
    | 2001 | 1st AD - shoot | 18  | Days  | 300  | 5400   |
    | 2002 | 2nd AD         | 20  | Days  | 200  | 4000   |
    | 2005 | Coordinator    | 7   | Weeks | 900  | 6300   |
    | 2007 | Set PAs        | 18  | Days  | 150  | 2700   |
    """
    assert issues(reading(text, "Budget detail")) == []


def test_accounts_that_follow_each_other_may_have_several_lines():
    text = NUMBERED.format("B6")
    for letter, account in (("A", "110"), ("B", "120")):
        for number in range(1, 7):
            text = text.replace(f"| {letter}{number} ", f"| {account}{number} ")
    assert issues(reading(text, "Detailed Budget")) == []


def test_a_total_budget_beside_rates_in_a_currency_is_a_details_amount():
    (table,) = reading(
        """
        | Account | Account Description | No. | Unit Type | Times | Rate ($) | Total Budget |
        | 2900    | Wardrobe            |     |           |       |          |              |
        | 2901    | Costume Designer    | 5   | Weeks     | 1     | 3980     | 19900        |
        | 2902    | Costume Supervisor  | 1   | Flat      | 1     | 11650    | 11650        |
        | 2903    | Costume Purchases   | 1   | Flat      | 1     | 10200    | 10200        |
        |         | Total Wardrobe      |     |           |       |          | 41750        |
        | 4600    | Music               |     |           |       |          |              |
        | 4601    | Composer            | 12  | Weeks     | 1     | 1095     | 13140        |
        | 4602    | Music Licensing     | 1   | Flat      | 1     | 15100    | 15100        |
        |         | Total Music         |     |           |       |          | 28240        |
        """,
        tab="Line Detail",
    ).tables
    assert table.kind == "budget_detail"
    columns = dict(table.place.columns)
    told = [columns[name] for name in ("quantity", "times", "rate", "budget")]
    assert told == [3, 5, 6, 7]


def test_the_first_sections_title_below_headings_in_two_tiers_is_no_third_tier():
    (table,) = reading(
        """
        | Code | Item            | Who    | Calculation |      |   |       | Total | Remarks     |
        |      |                 |        | Qty         | Unit | x | Rate  | AUD   |             |
        | A    | STORY & SCRIPT  |        |             |      |   |       |       |             |
        | A01  | Writer - drafts | J. Ash | 1           | flat | 1 | 62000 | 62000 |             |
        | A02  | Script editor   |        | 1           | flat | 1 | 9500  | 9500  |             |
        | A03  | Option          |        | 1           | flat | 1 | 6000  | 6000  | Paid before |
        | A04  | Consultant      | B. Ode | 12          | day  | 1 | 450   | 5400  |             |
        |      | Total A         |        |             |      |   |       | 82900 |             |
        """,
        tab="A-Z Detail",
    ).tables
    assert table.header_rows == (1, 2)
    assert table.excluded["banner"] == (3,)
    assert table.place.columns["notes"] == 9


TWICE = """
| CTA.  | CONCEPTO           | CANT. | UNIDAD  | C. UNITARIO | IMPORTE |
| 40.01 | Cinefotógrafo      | 3     | semana  | 32000       | 96000   |
| 40.02 | Asistentes         | 2     | semana  | 14500       | 29000   |
| 40.03 | Paquete de cámara  | 2     | semana  | 95000       | 190000  |
| 40.04 | Planta y luces     | 2     | semana  | 88000       | 176000  |
| 40.05 | Sonidista          | 2     | semana  | 38000       | 76000   |
| 40.03 | {}  | 2     | semana  | 95000       | 190000  |
| 50.01 | Diseñadora         | 7     | semana  | 18000       | 126000  |
| 50.02 | Utilería           | 1     | paquete | 78500       | 78500   |
| 50.03 | Vestuario          | 1     | paquete | 64000       | 64000   |
| 50.04 | Maquillaje         | 3     | semana  | 15500       | 46500   |
"""


@pytest.mark.parametrize(
    ("line", "found"),
    [("Paquete de cámara", [("account-listed-twice", "A7")]), ("Cámara B", [])],
)
def test_a_line_that_stands_there_again_among_accounts_of_one_line_each(line, found):
    """Of two packages on one account, each is told by its own words."""
    assert issues(reading(TWICE.format(line), "Presupuesto", production(locale="es_MX"))) == found


HOT = """
| {}          |        |          |     |        |     |
|             | BUDGETED |        | ACTUAL |     | O/(U) |
| Dept        | Hrs    | $        | Hrs | $      | $   |
| Camera      | 13     | 7420     | 14  | 8015   | 595 |
| Electric    | 13     | 6180     | 14  | 6905   | 725 |
| Grip        | 13     | 6055     | 14  | 6740   | 685 |
| Sound       | 13     | 2210     | 13  | 2310   | 100 |
| Hair / MU   | 14     | 3890     | 14  | 3890   | 0   |
"""


@pytest.mark.parametrize("title", ["DAILY HOT COST", "Hot Cost - Day 7"])
def test_what_one_day_cost_is_no_detail(title):
    assert reading(HOT.format(title), "Day 7").tables == ()
