"""A tab of a production's spreadsheet that bears a kind's name is of it, in words nobody listed."""

from __future__ import annotations

import pytest

from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book

CAST = """
| # | Character | Actor       | Agent     |
| 1 | NORA      | Ana Moreno  | Hartley   |
| 2 | TOM       | Ben Okafor  | Hartley   |
| 3 | THE COOK  | Cleo Martin | Cormorant |
"""
STAFF = """
| Sales team | Ext. | Region |
| A. Bell    | 101  | North  |
| C. Dunn    | 102  | South  |
| E. Frost   | 103  | West   |
"""


def table(tab, text, beside=CAST):
    """The kind and the columns that a tab is read with, in a spreadsheet with another tab."""
    grids = [textgrid.parse(text, tab)[0], textgrid.parse(beside, "Other")[0]]
    found = [each for each in read(book(*grids), PRODUCTION).tables if each.place.tab == tab]
    return (found[0].kind, dict(found[0].place.columns)) if found else (None, {})


READ = {
    "a camera department's kit": (
        "Kit",
        """
        | Bit of kit   | Off whom      | Qty | On hire | Off hire | Wk rate | PO ref | Returned? |
        | Alexa 35     | Pinewood Hire | 1   | 3/2     | 4/10     | 1,800   | PO-114 |           |
        | Signatures   | Pinewood Hire | 6   | 3/2     | 4/10     | 2,400   | PO-114 |           |
        | Ronin 2      | Gripco        | 1   | 3/16    | 3/20     | 650     | PO-120 | Y         |
        """,
        "equipment",
        {"description": 1, "vendor": 2, "end_date": 5, "rate": 6},
    ),
    "a service company's crew": (
        "SA Crew",
        """
        | Name & surname   | Job           | Cell         | Rate (ZAR) | Basis | Booked?   |
        | Thandeka Mabuza  | Line Producer | 082 555 0111 | 38 500     | week  | confirmed |
        | Kyle Jacobs      | Runner        |              | 950        | day   | confirmed |
        | TBA              | Runner        |              |            | day   |           |
        """,
        "crew",
        {"name": 1, "position": 2, "rate": 4},
    ),
    "technicians in India": (
        "Artist & Technician list",
        """
        | Sr | Designation   | Name          | Mobile      | Native place | Remuneration | Per   |
        | 1  | Director      | Meena Rathod  | 98200 00111 | Pune         | 900,000      | film  |
        | 2  | D.O.P.        | S. Balan      | 98400 00142 | Chennai      | 1,200,000    | film  |
        | 3  | Focus puller  | Harpreet Gill | 98140 00159 | Ludhiana     | 4,000        | shift |
        """,
        "crew",
        {"position": 2, "name": 3},
    ),
    "jobs under no heading": (
        "Liste équipe",
        """
        |                        | Nom            | Cell.        | Synd. | Début      | Fin        |
        | RÉGIE |
        | Régisseur d'extérieurs | Normand Hébert | 418 555-0120 | AQTIS | 2026-02-23 | 2026-06-05 |
        | Directeur photo        | Kwame Asante   |              | ARRQ  | 2026-03-09 | 2026-05-22 |
        | 1re assistante caméra  | Josée St-Onge  | 418 555-0131 | IATSE | 2026-03-16 | 2026-05-22 |
        """,
        "crew",
        {"position": 1, "name": 2, "start_date": 5},
    ),
    "people under a heading of one's own": (
        "Stab",
        """
        | Gewerk | Wer macht was | Unsere Leute     | Handy       | ab         | Gage |
        | Kamera | Kamerafrau    | Jule Petersen    | 0170 555001 | 02.03.2026 | 2900 |
        | Ton    | Tonmeister    | Hinnerk Claussen | 0170 555002 | 02.03.2026 | 2400 |
        | Licht  | Beleuchter    | Mattes Ude       | 0170 555003 | 02.03.2026 | 1900 |
        """,
        "crew",
        {"position": 2, "name": 3, "rate": 6},
    ),
    "vouchers in rupees": (
        "Cash vouchers",
        """
        | Vch No | Date        | Given to      | Paid to (party)    | Towards    | Head | Rs.    |
        | M/101  | 02-Feb-2026 | Sanjay (prod) | Himalayan Tea      | Tea        | D-04 | 3,450  |
        | M/102  | 02-Feb-2026 | Sanjay (prod) | Kullu Taxi Union   | Innova x 3 | D-03 | 16,500 |
        | M/103  | 03-Feb-2026 | Irfan (art)   | Sharma Hardware    | Rope       |      | 2,180  |
        """,
        "petty_cash",
        {"date": 2, "custodian": 3, "vendor": 4, "description": 5, "account": 6, "amount": 7},
    ),
    "a fund to be accounted for": (
        "Fondo por rendir",
        """
        | Responsable     | Fecha      | N° doc. | Proveedor         | Glosa     | Ítem | Monto |
        | Javiera Oyarzún | 2026-02-21 | 88120   | Copec Natales     | Bencina   | D06  | 48500 |
        | Javiera Oyarzún | 2026-02-21 | 4417    | Supermercado      | Colación  | D05  | 23190 |
        | Matías Barría   | 2026-02-22 | 1201    | Transfer Austral  | Aeropuerto | D01 | 36000 |
        """,
        "petty_cash",
        {"date": 2, "vendor": 4, "account": 6, "amount": 7},
    ),
    "a bank's account with both sides": (
        "Bank + card",
        """
        | Date     | Payee / from | Memo         | Category  | Out      | In        | Who |
        | 2/1/2026 | Elver Fund   | Grant 2 of 3 | Grants    |          | 40,000.00 | Jo  |
        | 2/6/2026 | Tern Air     | BDA x 4      | Flights   | 2,318.40 |           | Sam |
        | 2/9/2026 | R/V Pelican  | Deposit      | Boat      | 6,000.00 |           | Jo  |
        """,
        "ledger",
        {"date": 1, "vendor": 2, "description": 3, "account": 4, "debit": 5, "credit": 6},
    ),
    "a documentary's kit": (
        "Kit",
        """
        | what is where |
        | Thing           | # | From           | Picked up | Due back  | Case      |
        | FX6 body        | 2 | own            |           |           | 1, 2      |
        | Nauticam        | 1 | Ocean Rentals  | 2/4/2026  | 2/22/2026 | pelican 9 |
        | 400mm lens      | 1 | Ocean Rentals  | 2/4/2026  | 2/22/2026 | 6         |
        | Lav kits        | 3 | Ana            | 2/4/2026  | 3/19/2026 | 3         |
        """,
        "equipment",
        {"description": 1, "quantity": 2, "vendor": 3, "start_date": 4, "end_date": 5},
    ),
    "Swiss permits": (
        "Bewilligungen",
        """
        | Drehort           | Behörde / Besitzer | Art       | Stand     | von        | bis        |
        | Talstation Furggli| Bergbahnen AG      | Hausrecht | bewilligt | 04.03.2026 | 30.03.2026 |
        | Kantonsstrasse    | Tiefbauamt GR      | Sperrung  | bewilligt | 15.03.2026 | 16.03.2026 |
        """,
        "permits",
        {"location": 1, "authority": 2, "start_date": 5, "end_date": 6},
    ),
    "orders by a number of one's own": (
        "PO log",
        """
        | Chit | Raised   | Supplier     | What for   | Code | Net      |
        | C01  | 2/3/2026 | Lamplight    | Skypanels  | 3300 | 1,200.00 |
        | C02  | 2/4/2026 | Sable Trucks | 3-tonner   | 3500 | 640.00   |
        | C03  | 2/6/2026 | Lamplight    | Gels       | 3300 | 88.00    |
        """,
        "purchase_orders",
        {"po_number": 1, "vendor": 3, "account": 5, "amount": 6},
    ),
}


@pytest.mark.parametrize(("tab", "text", "kind", "columns"), READ.values(), ids=READ)
def test_less_is_enough_on_a_tab_that_says_what_it_is(tab, text, kind, columns):
    found, named = table(tab, text)
    assert found == kind
    assert columns.items() <= named.items()


OFFICES = (
    "vouchers in rupees",
    "a fund to be accounted for",
    "a bank's account with both sides",
    "a documentary's kit",
    "Swiss permits",
)


@pytest.mark.parametrize("name", OFFICES)
def test_beside_an_offices_tabs_less_is_not_enough(name):
    tab, text, *_ = READ[name]
    assert table(tab, text, STAFF) == (None, {})


NONE = {
    "a call sheet": (
        "Call sheet 4",
        """
        | Name          | Job    | Cell         | Call  |
        | Ana Moreno    | Gaffer | 082 555 0111 | 07:00 |
        | Ben Okafor    | Grip   | 082 555 0112 | 07:30 |
        """,
    ),
    "a wrap party's list": (
        "Crew wrap party",
        """
        | Who's coming  | Job    | Cell         | Plus one | RSVP |
        | Ana Moreno    | Gaffer | 082 555 0111 | yes      | yes  |
        | Ben Okafor    | Grip   | 082 555 0112 | no       | yes  |
        """,
    ),
    "crew gifts": (
        "Crew gifts",
        """
        | Person        | Does     | Size | Gift   |
        | Ana Moreno    | Gaffer   | M    | hoodie |
        | Ben Okafor    | Key grip | L    | hoodie |
        """,
    ),
    "a training register": (
        "Crew training",
        """
        | Attendee      | Does     | Course     | Date     | Passed |
        | Ana Moreno    | Gaffer   | First aid  | 2/2/2026 | yes    |
        | Ben Okafor    | Key grip | Working at height | 2/3/2026 | yes |
        """,
    ),
    "vendors' contacts": (
        "Contacts",
        """
        | Company       | Contact    | Phone        | Email              | What they do |
        | Lamplight     | Cleo Reyes | 082 555 0111 | cleo@lamplight.com | lights       |
        | Sable Trucks  | Dan Sable  | 082 555 0112 | dan@sable.com      | trucks       |
        """,
    ),
    "menus": (
        "Unit menu",
        """
        | Date     | Starter | Main course | Dessert | Cost |
        | 2/2/2026 | Soup    | Curry       | Fruit   | 9.50 |
        | 2/3/2026 | Salad   | Stew        | Crumble | 9.50 |
        """,
    ),
    "what is lent for a while in the office": (
        "Keys",
        """
        | Who           | Door        | Out      | Back     |
        | Ana Moreno    | Props store | 2/2/2026 | 2/9/2026 |
        | Ben Okafor    | Office      | 2/3/2026 |          |
        """,
    ),
    "people to interview": (
        "Interview ideas",
        """
        | Who       | Why     | Asked? | Vibe          |
        | Dr. Okeke | larvae  | yes    | great on zoom |
        | warden    | poachers | no    | scared of him |
        """,
    ),
    "rooms": (
        "Crew rooms",
        """
        | Name       | Job    | Hotel      | Room | Check in | Check out |
        | Ana Moreno | Gaffer | Harbor Inn | 12   | 2/2/2026 | 2/9/2026  |
        | Ben Okafor | Grip   | Harbor Inn | 14   | 2/2/2026 | 2/9/2026  |
        """,
    ),
}


@pytest.mark.parametrize(("tab", "text"), NONE.values(), ids=NONE)
def test_what_a_production_keeps_besides_stays_none(tab, text):
    assert table(tab, text) == (None, {})
