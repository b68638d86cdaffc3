"""Tabs that offices keep as well are believed by the company that they keep."""

from __future__ import annotations

from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book

ORDERS = """
| PO #    | Date     | Vendor       | Acct | For             | Amount |
| 26-0141 | 2/6/2026 | Heartland    | 4300 | Paper and glue  | 184.20 |
| 26-0142 | 2/7/2026 | Redstone     | 4100 | Books           | 466.35 |
| 26-0143 | 2/9/2026 | Mesa Service | 5600 | Boiler          | 940.00 |
"""
DUTY = """
| Recess duty | Mon    | Tue    | Wed    |
| Morning     | Nwosu  | Pruitt | Nwosu  |
| Lunch       | Salas  | Vance  | Salas  |
| Afternoon   | Pruitt | Okada  | Trudel |
"""
CLASSES = """
| Grade | Room | Teacher    | Pupils |
| K     | 4    | Bellweather | 21    |
| 1     | 6    | Okada       | 19    |
| 2     | 9    | Nwosu       | 22    |
"""
CAST = """
| # | Character | Actor       | Agent    |
| 1 | NORA      | Ana Moreno  | Hartley  |
| 2 | TOM       | Ben Okafor  | Hartley  |
| 3 | THE COOK  | Cleo Martin | Cormorant |
"""


def kinds(**tabs):
    """Tab -> what it was taken for, of a spreadsheet with some tabs."""
    grids = [textgrid.parse(text, tab)[0] for tab, text in tabs.items()]
    return {table.place.tab: table.kind for table in read(book(*grids), PRODUCTION).tables}


def test_an_order_book_alone_is_a_productions():
    assert kinds(POs=ORDERS) == {"POs": "purchase_orders"}


def test_an_order_book_among_a_schools_tabs_is_none():
    assert kinds(POs=ORDERS, Duty=DUTY, Classes=CLASSES) == {}


def test_beside_a_cast_list_it_is_a_productions():
    found = kinds(POs=ORDERS, Duty=DUTY, Classes=CLASSES, Cast=CAST)
    assert found == {"POs": "purchase_orders", "Cast": "cast"}


def test_one_that_speaks_of_film_is_believed_among_strangers():
    spoken = ORDERS.replace("Books", "Film stock").replace("Boiler", "Camera, shoot day 4")
    assert kinds(**{"Film POs": spoken}, Duty=DUTY, Classes=CLASSES) == {
        "Film POs": "purchase_orders"
    }
