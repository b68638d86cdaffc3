"""Columns that headings leave open are told by the other tabs, or by a word and their values."""

from __future__ import annotations

import re

import pytest

from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book, issues, production, reading

BUDGET = """
| Account | Description     | Budget |
| 2400    | Grip            |        |
| 2405    | Key grip        | 24,000 |
| 2410    | Grip rentals    | 9,000  |
| 2600    | Transportation  |        |
| 2605    | Drivers         | 31,000 |
| 2610    | Fuel            | 6,500  |
"""
BID = """
| Line | Labor      | Days | Rate | Bid   | Actual |
| 40   | Gaffer     | 3    | 850  | 2,550 | 2,550  |
| 41   | Best boy   | 3    | 700  | 2,100 | 2,100  |
| 42   | Key grip   | 3    | 850  | 2,550 | 2,400  |
| 43   | Camera PA  | 3    | 250  | 750   | 750    |
"""


def columns(text: str, beside: str, tab: str = "Paid"):
    """The columns of a tab that stands beside another."""
    grids = [textgrid.parse(text, tab)[0], textgrid.parse(beside, "Budget")[0]]
    tables = read(book(*grids), PRODUCTION).tables
    return dict(next(each for each in tables if each.place.tab == tab).place.columns)


PAYROLL = """
| W/E       | Name     | Occupation | {account} | Hrs | {other} | Gross | {fringe} |
| 2/28/2026 | Bell, A. | Key grip   | 2405      | 55  | 41      | 2,900 | 610.00   |
| 2/28/2026 | Cole, B. | Driver     | 2605      | 60  | 42      | 2,400 | 505.00   |
| 2/28/2026 | Dunn, C. | Driver 2   | 2606      | 60  | 43      | 2,300 | 484.00   |
"""


@pytest.mark.parametrize("heading", ["Nominal", "Pos.", "Charge", "GL", "Xyz"])
def test_the_column_that_holds_the_budgets_accounts(heading: str):
    """One that the budget lacks, 2606, is of a category that it has."""
    text = PAYROLL.format(account=heading, other="Batch", fringe="Fringe")
    assert columns(text, BUDGET)["account"] == 4


def test_lines_of_a_bid_are_accounts_where_the_heading_may_mean_them():
    text = """
    | W/E       | Name     | Occupation | Line | Hrs | Wks | Gross | Fringe |
    | 2/28/2026 | Bell, A. | Key grip   | 42   | 30  | 40  | 2,550 | 610.00 |
    | 2/28/2026 | Cole, B. | Gaffer     | 40   | 30  | 41  | 2,550 | 610.00 |
    | 2/28/2026 | Dunn, C. | Best boy   | 41   | 30  | 42  | 2,100 | 484.00 |
    """
    assert columns(text, BID)["account"] == 4


def test_numbers_that_happen_to_be_accounts_are_none_under_a_heading_of_their_own():
    text = PAYROLL.format(account="Union", other="Seat", fringe="Fringe").replace("2605", "817")
    assert "account" not in columns(text, BID)


@pytest.mark.parametrize("heading", ["Burden $", "ErNI + pension", "Tax+P&W", "On-costs (12%)"])
def test_a_payrolls_on_costs(heading: str):
    text = PAYROLL.format(account="Acct", other="Batch", fringe=heading)
    assert columns(text, BUDGET)["fringe"] == 8


def test_of_two_that_fit_the_one_whose_heading_is_the_word_itself():
    text = """
    | thing      | from        | how many | pick up  | return by | $/day | who has it |
    | Lens set   | LensProToGo | 1        | 3/6/2026 | 3/21/2026 | 85    | irina      |
    | Tubes      | Sunset      | 4        | 3/7/2026 | 3/21/2026 | 18    | wes        |
    | Small genny| Sunset      | 1        | 3/17/2026| 3/20/2026 | 60    | wes        |
    """
    (table,) = reading(text, "gear").tables
    assert dict(table.place.columns)["vendor"] == 2


def test_open_over_amounts_is_no_status():
    text = """
    | Date   | PO # | Vendor       | Code | For       | PO Total | Billed | Open   | O/C |
    | 3/2/26 | 1041 | Tri-County   | 2405 | Grip pkg  | 38,400   | 25,600 | 12,800 | O   |
    | 3/3/26 | 1042 | Panoptic     | 2410 | Lenses    | 64,800   | 43,200 | 21,600 | O   |
    | 3/4/26 | 1043 | Honeywagons  | 2605 | Trailers  | 4,000    | 4,000  | 0      | C   |
    """
    (table,) = reading(text, "PO LOG").tables
    assert dict(table.place.columns)["status"] == 9


def test_who_beside_an_actor_is_the_role():
    text = """
    | # | who         | actor           | cell         | agent   |
    | 1 | Mara        | Quinn Abernathy | 323-555-0120 |         |
    | 2 | Dex         | Bashir Haddad   | 323-555-0121 | self    |
    | 3 | The Manager | Lou Pappas      |              | Halcyon |
    """
    (table,) = reading(text, "people").tables
    assert (table.kind, list(table.frame["role"])) == ("cast", ["Mara", "Dex", "The Manager"])


@pytest.mark.parametrize(
    "heading", ["Comédien·ne", "Comédien(ne)", "Comédien.ne", "Darsteller:in", "Darsteller/in"]
)
def test_a_heading_for_men_and_women_alike(heading: str):
    text = f"""
    | N° | Rôle     | {heading}      | Nb jours |
    | 1  | ANNE     | Judith Lormeau | 22       |
    | 2  | YVES     | Karim Haddou   | 15       |
    | 3  | LE GARDE | Bruno Sabatier | 4        |
    """
    (table,) = reading(text, "Comédiens").tables
    assert list(table.frame["name"]) == ["Judith Lormeau", "Karim Haddou", "Bruno Sabatier"]


CASH = """
| {title} |  | Holder: M. Peña |  | Float $500 |
| # | Date   | Paid to       | For            | Acct | Amount |
| 1 | 3/2/26 | Station Total | Diesel, lights | 2610 | 94.12  |
| 2 | 3/3/26 | Station Total | Diesel, trucks | 2610 | 131.05 |
| 3 | 3/4/26 | City parking  | Parking        | 2610 | 12.00  |
| 4 | 3/4/26 | City parking  | Parking        | 2610 | 12.00  |
| 5 | 3/6/26 | Michaels      | Snow           | 2410 | 31.14  |
|   |        | Total         |                |      | 280.31 |
"""


def test_a_filling_station_that_is_called_total_is_no_total():
    found = reading(CASH.format(title="ENVELOPE 04"), "Petty cash")
    (table,) = found.tables
    assert (len(table.frame), dict(table.excluded)) == (5, {"subtotal": (8,)})
    assert issues(found) == []


def test_a_receipt_entered_again_under_the_next_number():
    """Two of one car park beside each other are two; the one further down was entered again."""
    again = "| 6 | 3/3/26 | Station Total | Diesel, trucks | 2610 | 131.05 |\n|   |        | Total"
    text = CASH.format(title="ENVELOPE 04").replace("|   |        | Total", again)
    found = reading(text.replace("280.31", "411.36"), "Petty cash")
    assert issues(found) == [("receipt-listed-twice", "F8")]


def test_envelopes_whose_title_has_the_holder_beside_it():
    text = CASH.format(title="ENVELOPE 04") + "|  |\n" + CASH.format(title="ENVELOPE 07").lstrip()
    tables = reading(text, "Petty cash").tables
    assert [len(table.frame) for table in tables] == [5, 5]


def test_a_banner_of_two_sections_in_a_grid_of_days():
    text = """
    | Name         | Grade     | Mon 2/3 | Tue 3/3 | Wed 4/3 | Days |
    | Camera & Grip |
    | Ana Moreno   | DP        | 1       | 1       | 1       | 3    |
    | Jo Park      | Focus     | 1       | 1       |         | 2    |
    | AD / Runners |
    | Zofia Nowak  | Runner    | 1       | 1       | 1       | 3    |
    """
    (table,) = reading(text, "Dailies").tables
    assert dict(table.excluded) == {"banner": (2, 5)}


def test_a_legend_whose_words_nobody_knows_leaves_standard_codes_alone():
    text = """
    | SW start / W work / H hold / WF stick a fork in it |
    | date | shoot day | MARA | DEX |
    | 3/2  | 1         | SW   | SW  |
    | 3/3  | 2         | W    | H   |
    | 3/4  | 3         | H    | W   |
    | 3/5  | 4         | WF   | WF  |
    """
    assert issues(reading(text, "when")) == []


def test_the_last_letter_of_a_legend_below_words_in_brackets():
    text = """
    | Nr. | Rolle   | 02.03. | 03.03. | 04.03. | 05.03. |
    | 1   | Grete   | D      | D      | W      | D      |
    | 2   | Hinnerk | K      | D      | D      | D      |
    | |
    |  | D | Drehtag               |
    |  | W | Wartetag (bezahlt)    |
    |  | K | Kostümprobe           |
    """
    assert issues(reading(text, "Einsatz Darsteller")) == []


def test_the_same_goods_beside_each_other_under_the_next_number():
    text = CASH.format(title="ENVELOPE 04").replace("12.00", "12.40").replace("280.31", "281.11")
    assert issues(reading(text, "Petty cash")) == [("receipt-listed-twice", "F6")]


def test_the_unit_of_a_rate_in_two_languages():
    text = """
    | Dept.  | Position    | Name           | Alta    | Retiro  | Rate / Sueldo | Per / Por |
    | Camera | DP          | Idaira Marrero | 2/3/26  | 5/22/26 | 3,200         | week      |
    | Camera | Focus       | Josh Feldman   | 2/3/26  | 5/22/26 | 480           | day       |
    | Grip   | Key grip    | Yurena Cabrera | 2/3/26  | 5/22/26 | 450           | day       |
    """
    (table,) = reading(text, "CREW").tables
    assert list(table.frame["rate_unit"]) == ["week", "day", "day"]
    columns = dict(table.place.columns)
    assert (columns["start_date"], columns["end_date"]) == (4, 5)


@pytest.mark.parametrize(
    ("currency", "found"), [("NGN", [("other-currency", "F7")]), ("USD", []), ("CLP", [])]
)
def test_a_bare_dollar_is_foreign_where_money_has_another_sign(currency: str, found: object):
    text = CASH.format(title="ENVELOPE 04").replace("31.14", "$31.14")
    assert issues(reading(text, "Petty cash", production(currency=currency))) == found


def test_dollars_throughout_say_nothing_of_a_line():
    """Half of a column in dollars: it is the production's currency that is not set."""
    text = re.sub(r"\b(\d+\.\d\d) +\|", r"$\1 |", CASH.format(title="ENVELOPE 04"))
    assert issues(reading(text, "Petty cash", production(currency="GBP"))) == []


def test_a_ledger_with_orders_and_both_sides_is_no_order_log():
    text = """
    | Acct | Date     | Src | Invoice no. | Payee          | PO     | Memo    | Dare (Dr) | Avere (Cr) |
    | 2210 | 25.02.26 | AP  | EM-114      | Edilmare Srl   | SC-001 | Timber  | 28,400.00 |            |
    | 2210 | 27.02.26 | AP  | 884         | Ferramenta Srl | SC-002 | Paint   | 9,650.00  |            |
    | 2001 | 27.02.26 | PR  |             | Payroll wk 1-2 |        | Manager | 9,200.00  |            |
    | 2210 | 02.03.26 | AP  | EM-119      | Edilmare Srl   | SC-001 | Credit  |           | 400.00     |
    """  # noqa: E501
    (table,) = reading(text, "GL").tables
    columns = dict(table.place.columns)
    assert (table.kind, columns["debit"], columns["credit"]) == ("ledger", 8, 9)


def test_the_crew_below_the_cast_under_the_same_dates():
    text = """
    | who is here when (sw = first day, w, h = hanging around, wf = last day) |
    |   |           | Wed 3/4 | Thu 3/5 | Fri 3/6 | Sat 3/7 | Sun 3/8 |
    | 1 | MARA      | SW      | W       | W       | H       | WF      |
    | 2 | AUNT JUNE |         | SW      | H       | WF      |         |
    | |
    | CREW | x = working  . = not |
    | name          | job      | Wed 3/4 | Thu 3/5 | Fri 3/6 | Sat 3/7 | Sun 3/8 | how many |
    | Jules Amato   | Director | x       | x       | x       | x       | x       | 5        |
    | Dot Marchetti | Gaffer   | x       | x       | .       | x       | x       | 4        |
    """
    dood, grid = reading(text, "DAYS").tables
    assert (dood.kind, list(dood.elements["name"])) == ("dood", ["MARA", "AUNT JUNE"])
    assert (grid.kind, list(grid.frame["name"])) == ("crew_grid", ["Jules Amato", "Dot Marchetti"])


def test_who_is_in_a_scene_by_numbers():
    text = """
    | scene |     | set                       | d/n | pages | who   | where |
    | Day 1 - Wednesday, March 4 |
    | 1     | INT | HALLWAY - shows the house | D   | 2     | 1,2,6 | House |
    | 4     | INT | KITCHEN - first dinner    | D   | 1 4/8 | 1,2   | House |
    | Day 2 - Thursday, March 5 |
    | 7     | INT | ATTIC - boxes             | D   | 1 2/8 | 1     | House |
    """
    (table,) = reading(text, "PLAN").tables
    assert dict(table.place.columns)["cast"] == 6


def test_agent_union_and_deal_by_a_word_and_what_they_hold():
    text = """
    | # | Personaje | Actor         | Representación | ANDA | Días | Trato             | Talla |
    | 1 | NAYELI    | Itzel Robledo | Talento Ceiba  | Sí   | 11   | $18,000 / llamado | 24    |
    | 2 | TOÑO      | Damián Orozco | directo        | No   | 8    | $8,500 / llamado  | 28    |
    """
    told = columns(text, BUDGET)
    assert [told.get(name) for name in ("agent", "union", "deal")] == [4, 5, 7]


def test_a_birthday_wanted_of_minors_alone():
    text = """
    | # | CHARACTER | PERFORMER         | START  | WRAP    | DOB IF UNDER 18 AT START |
    | 1 | DR. INES  | VEGA, Marisol     | 3/9/26 | 3/27/26 |                          |
    | 2 | POPPY     | Nakamura, Juniper | 3/11/26| 3/24/26 | 2015-07-19               |
    | 3 | HOLT      | Strand, Everett   | 3/9/26 | 3/27/26 |                          |
    """
    (table,) = reading(text, "Cast").tables
    assert "DOB IF UNDER 18 AT START" in dict(table.headings).values()


JOURNALS = {
    "an order of ours": (
        """
        | Date     | Type | Account | Supplier | Supplier inv. | Our PO | Details | Dr    | Cr |
        | 2/3/2026 | PI   | 2.2 | A. Nestor | AN-0126       |        | Series  | 6,000 |    |
        | 2/4/2026 | PI   | 9.1 | Quayside  | Q77120        | L-003  | Package | 4,900 |    |
        | 2/6/2026 | PI   | 5.4 | Cablehouse | 55081        | L-004  | Cards   | 2,318 |    |
        """,
        "ledger",
        {"po_number": 6, "invoice": 5},
    ),
    "letters that a slash parts, and a voucher's number": (
        """
        | Fecha    | Asiento | Cuenta | Proveedor | Comprobante | O/C    | Glosa  | Debe  | Haber |
        | 2/3/2026 | A-0211  | 07-03  | Hostería  | FC B 02-871 | OC-031 | sem. 1 | 3,625 |       |
        | 3/3/2026 | A-0213  | 07-02  | Omaguaca  | FC B 01-344 | OC-029 | fletes | 2,840 |       |
        | 5/3/2026 | A-0214  | 07-05  | YPF       | TK 19-44127 |        | gasoil | 186   |       |
        """,
        "ledger",
        {"invoice": 5, "po_number": 6},
    ),
    "a source's name": (
        """
        | Type   | Date     | Num  | Source Name | Memo    | AICP Line | Debit | Credit |
        | Bill   | 4/3/2026 | 1077 | Hazel Court | fee     | 115       | 1,250 |        |
        | Bill   | 4/5/2026 | 4410 | Big Sal     | day 1   | 126       | 1,978 |        |
        | Credit | 4/6/2026 |      | Mudlark     | 8 mugs  | 142       |       | 188    |
        """,
        "ledger",
        {"vendor": 4},
    ),
    "what an order is for, before taxes": (
        """
        | BC #  | Émis le  | Fournisseur | Pour    | Code  | Montant av. tx | Facturé av. tx |
        | R-141 | 2/3/2026 | Lentilles   | Caméra  | 22.20 | 105,300        | 41,925         |
        | R-142 | 3/3/2026 | Bilodeau    | Maison  | 34.01 | 30,800         | 16,800         |
        | R-143 | 5/3/2026 | Tracbec     | 2 cubes | 34.20 | 26,460         | 12,250         |
        """,
        "purchase_orders",
        {"description": 4, "amount": 6, "invoiced": 7},
    ),
    "a vendor cut short, sums without tax": (
        """
        | N.º pedido | F. emisión | Prov.         | Para      | Cta. | Base imp. | Facturado s/IVA |
        | P-001      | 2/3/2026   | Luces del Sur | Generador | 2302 | 4,200     | 2,100           |
        | P-002      | 3/3/2026   | Vestir SL     | Vestuario | 2103 | 900       | 900             |
        | P-003      | 5/3/2026   | Autos Ría     | Furgoneta | 2302 | 1,500     | 1,500           |
        """,
        "purchase_orders",
        {"vendor": 3, "description": 4, "amount": 6, "invoiced": 7},
    ),
    "hours of a week under a letter or two": (
        """
        | W/E      | Name            | Position  | Acct  | Hs. | Gross | Fringe |
        | 2/3/2026 | Barrionuevo, M. | Manager   | 03-01 | 54  | 2,160 | 583    |
        | 2/3/2026 | Quispe, N.      | Assistant | 03-02 | 60  | 1,125 | 303    |
        | 2/3/2026 | Abadi, T.       | DP        | 04-02 | 54  | 2,490 | 672    |
        """,
        "payroll",
        {"hours": 5},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "told"), JOURNALS.values(), ids=list(JOURNALS))
def test_a_journals_column_by_a_word_of_its_heading_and_what_it_holds(text, kind, told):
    tab = "Payroll" if kind == "payroll" else "Transactions"
    (table,) = reading(text, tab).tables
    assert table.kind == kind
    assert told.items() <= dict(table.place.columns).items()


def test_a_week_and_what_it_costs_the_employer_cut_short():
    text = """
    | Sem.      | NOM Prénom   | Fonction  | Cpte | H. norm. | HS 25 | Brut  | Ch. patr. |
    | 2/28/2026 | DURAND Marie | 1re ass.  | 2405 | 39       | 4     | 2,100 | 1,260     |
    | 2/28/2026 | PETIT Noé    | Régisseur | 2405 | 39       | 4     | 1,900 | 1,140     |
    | 2/28/2026 | LEROY Ana    | Scripte   | 2605 | 24       | 0     | 3,000 | 1,500     |
    """
    found = columns(text, BUDGET, tab="Paie")
    assert {"week_ending": 1, "hours": 5, "gross": 7, "fringe": 8}.items() <= found.items()


def test_a_few_hours_under_hs_are_overtime():
    text = """
    | Sem. au  | Nom       | Poste      | Cpte | Heures | HS | Brut  | Charges |
    | 2/3/2026 | Durand, M | Machiniste | 3101 | 39     | 4  | 2,160 | 583     |
    | 2/3/2026 | Petit, N  | Électro    | 3201 | 39     | 2  | 1,125 | 303     |
    | 2/3/2026 | Leroy, T  | Chef op    | 3301 | 39     | 6  | 2,490 | 672     |
    """
    (table,) = reading(text, "Paie").tables
    assert dict(table.place.columns)["hours"] == 5


@pytest.mark.parametrize(("day", "end"), [(6, 2), (1, None)], ids=["later", "earlier"])
def test_a_last_day_that_stands_before_the_first_is_told_by_coming_after_it(day, end):
    text = f"""
    | N° | Départ         | Comédien(ne)    | Arrivée    | Rôle   | Cachet |
    | 1  | 2026-03-0{day} | Noémie Astruc   | 2026-03-02 | CLAIRE | 520    |
    | 2  | 2026-03-0{day} | Bernard Cazalis | 2026-03-02 | LUCIEN | 380    |
    | 3  | 2026-03-0{day} | Odette Lamballe | 2026-03-03 | JO     | 380    |
    """
    (table,) = reading(text, "Liste artistique").tables
    assert table.place.columns.get("end_date") == end


PEOPLE = """
| Department | Position  | Name          | Start    | Rate  |
| Produktion | AL        | Malte Petersen | 2/2/2026 | 1,900 |
|            | Büro      | Selin Aydın   | 2/2/2026 | 1,750 |
| Requisite  | Requisite | Krüger, Falk  | 2/2/2026 | 1,700 |
"""
SPENT = """
| PETTY SPENT |
| Env | Rcpt | Date     | {heading} | Vendor  | What for | Acct | Amount | {after}  |
| 1   | 1    | 2/3/2026 | {}        | Tankhof | Diesel   | 6010 | 84.20  | Petersen |
| 1   | 2    | 2/4/2026 | {}        | Fricke  | Lunch    | 6030 | 18.40  | Petersen |
| 1   | 3    | 2/5/2026 | {}        | Baumarkt | Tape    | 5010 | 46.75  | Aydın    |
"""


@pytest.mark.parametrize(
    ("said", "col"),
    [
        (("Petersen", "Aydın", "Krüger"), 4),
        (("Malte Petersen", "Petersen", "Selin Aydın"), 4),
        (("Kamera", "Büro", "Requisite"), None),
        (("Hotel Petersen", "Aydın Imbiss", "Baumarkt"), None),
    ],
    ids=["family names", "whole names", "departments", "places called like people"],
)
def test_who_spent_petty_cash_is_of_the_crew(said: tuple[str, ...], col: int | None):
    text = SPENT.format(*said, heading="Trip", after="Signed off")
    assert columns(text, PEOPLE, "Petty cash").get("custodian") == col


SECTIONS = """
| Ref | Section            | Bid £  | Actual £ |
| A   | Director           | 16,500 | 16,500   |
| B   | Production         | 26,700 | 27,390   |
| C   | Unit crew          | 37,480 | 32,891   |
| D   | Camera and grip    | 5,200  | 4,912    |
| E   | Lighting           | 3,150  | 3,214    |
| F   | Locations          | 15,300 | 16,811   |
| G   | Art department     | 18,200 | 17,460   |
| H   | Wardrobe materials | 4,100  | 4,388    |
"""
ORDERS = """
| PO   | Raised | Supplier | Order for   | {}  | Value | Invoiced |
| N111 | 3/2    | Odell    | Casting     | {}  | 1,850 | 1,850    |
| N112 | 3/3    | Ibbotson | Cottage     | {}  | 3,600 | 3,600    |
| N113 | 3/4    | Oxbow    | Camera hire | {}  | 3,059 | 3,059    |
| N114 | 3/5    | Voltaic  | Lamps       | {}  | 2,046 | 2,046    |
| N115 | 3/6    | Stannary | Timber      | {}  | 2,145 | 2,145    |
| N116 | 3/9    | Skylark  | Drone       | {}  | 1,600 |          |
"""


def test_the_sections_of_a_bid_are_its_orders_accounts():
    assert columns(ORDERS.format("Section", *"AFDEGC"), SECTIONS)["account"] == 5


@pytest.mark.parametrize("marks", ["PPPCCP", "ABCABC", "AFDEGX"])
def test_letters_that_are_few_or_not_all_sections_are_marks(marks):
    assert "account" not in columns(ORDERS.format("Set", *marks), SECTIONS)


def test_short_codes_with_letters_are_a_bids_accounts():
    bid = """
    | Ref | Item    | Qty | Rate | Total |
    | D1  | Camera  | 2   | 2150 | 4300  |
    | D3  | Grip    | 2   | 980  | 1960  |
    | D4  | Lights  | 2   | 2460 | 4920  |
    | E1  | House   | 2   | 2750 | 5500  |
    """
    orders = """
    | Supplier  | PO    | Raised     | For      | Bid ref | Net  |
    | Panorama  | TP-01 | 2026-03-02 | Camera   | D1      | 4300 |
    | Abara Ltd | TP-03 | 2026-03-03 | Lighting | D4      | 4920 |
    | Van Hoove | TP-05 | 2026-03-04 | House    | E1      | 5500 |
    | Moss Ltd  | TP-06 | 2026-03-04 | Track    | D3      | 1960 |
    """
    assert columns(orders, bid, tab="PO register")["account"] == 5
