"""Budgets that state each block, unit or phase, and beside them the total of all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.cell import Block
from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book, issues, reading

BLOCKS = """
| | | {} | | | {} | | | {} | | |
| Acct | Description | Budget | Actual | Var. | Budget | Actual | Var. | Budget | Actual | Var. |
| 1101 | Option fee | 100 | 120 | -20 | 100 | - | 100 | 200 | 120 | 80 |
| 1301 | Director fee | 400 | 400 | - | 450 | 50 | 400 | 850 | 450 | 400 |
| 2201 | Art director | 70 | 35 | 35 | 80 | - | 80 | 150 | 35 | 115 |
| 3301 | Camera operator | 90 | 90 | - | 90 | 10 | 80 | 180 | 100 | 80 |
| | Total | 660 | 645 | 15 | 720 | 60 | 660 | 1380 | 705 | 675 |
"""
TOTAL = {"budget": 9, "actual_to_date": 10, "variance": 11}
FIRST = {"budget": 3, "actual_to_date": 4, "variance": 5}


def money(text):
    (table,) = reading(text, tab="Cost Report").tables
    found = {name: table.place.columns[name] for name in FIRST}
    return found, table.header_rows


@pytest.mark.parametrize(
    "bands",
    [
        ("Block 1", "Block 2", "Total"),
        ("Prep", "Shoot", "All phases"),
        ("Bloc 1", "Bloc 2", "Ensemble"),
        ("Main Unit", "2nd Unit", "Combined"),
    ],
)
def test_the_block_that_adds_up_the_others_is_the_budget(bands):
    """However it is called."""
    assert money(BLOCKS.format(*bands)) == (TOTAL, (1, 2))


def test_a_total_block_that_does_not_add_up_is_the_total_all_the_same():
    text = BLOCKS.format("Block 1", "Block 2", "Total").replace("| 850 ", "| 800 ")
    text = text.replace("| 150 ", "| 140 ")
    assert money(text)[0] == TOTAL


def test_the_total_may_stand_before_its_blocks_and_under_a_row_of_its_own():
    text = """
    |      |                     | Amounts in USD |       |         |        |         |        |
    |      |                     | Total  |        | Block 1 |        | Block 2 |        |
    | Acct | Description         | Budget | Actual | Budget  | Actual | Budget  | Actual |
    | 1101 | Option and purchase | 200    | 120    | 100     | 120    | 100     | -      |
    | 1301 | Director fee        | 850    | 450    | 400     | 400    | 450     | 50     |
    | 2201 | Art director        | 150    | 35     | 70      | 35     | 80      | -      |
    """
    (table,) = reading(text, tab="Cost Report").tables
    assert table.place.columns["budget"] == 3
    assert table.place.columns["actual_to_date"] == 4


def test_three_blocks_of_which_none_is_the_total_are_read_as_before():
    """The second unit is no total of the other two."""
    assert money(BLOCKS.format("Block 1", "Block 2", "Block 3").replace("850 ", "300 "))[0] == FIRST


def test_a_total_that_is_wrong_is_told_at_the_total():
    text = BLOCKS.format("Block 1", "Block 2", "Total").replace("1380", "1400")
    assert issues(reading(text, tab="Cost Report")) == [("stated-total-differs", "I7")]


WEEKS = """
| {} |                     | Budget | {} |
| 10.01  | Option and purchase | 22950  | 690   | 690   | -   | 1380           |
| 10.02  | Writer fees         | 18250  | 2190  | 2190  | 500 | 4880           |
| 12.01  | Art director        | 11000  | 880   | 1320  | -   | 2200           |
| 14.04  | Lighting package    | 17850  | -     | 540   | 600 | 1140           |
"""


@pytest.mark.parametrize(
    "weeks", ["Wk 1 | Wk 2 | Wk 3", "'3/6 | '3/13 | '3/20", "2026-03-06 | 2026-03-13 | 2026-03-20"]
)
def test_a_budget_may_state_its_cost_week_by_week(weeks):
    """Under weeks' ends as well, which are no words."""
    text = WEEKS.format("Acct #", f"{weeks} | Actual to Date")
    (table,) = reading(text, tab="Costs wk 4").tables
    assert table.place.columns == {"account": 1, "description": 2, "budget": 3, "actual_to_date": 7}


def test_a_text_over_the_first_of_columns_that_count_is_a_heading_row():
    head = "|      |  |  | Actual by week |  |  |  |\n"
    text = head + WEEKS.format("Acct #", "'3/6 | '3/13 | '3/20 | Actual to Date").lstrip("\n")
    (table,) = reading(text, tab="Costs wk 4").tables
    assert table.header_rows == (1, 2)


def test_a_remark_above_the_headings_is_none():
    head = "|      |  |  |  |  |  | updated by Dana |\n"
    text = head + WEEKS.format("Acct #", "Wk 1 | Wk 2 | Wk 3 | Actual to Date").lstrip("\n")
    (table,) = reading(text, tab="Costs wk 4").tables
    assert table.header_rows == (2,)


TOPSHEET = """
| {}               | {}     |
| Art department   | 28250  |
| Set construction | 31600  |
| Wardrobe         | 26600  |
| Production sound | 18680  |
| Locations        | 65275  |
| TOTAL            | 170405 |
"""


@pytest.mark.parametrize(
    "headings",
    [
        ("Account Title", "Category Total"),
        ("Chapitre", "Total"),
        ("Capítulo", "Total capítulo"),
        ("Kategorie", "Summe Gruppe"),
        ("Categoría", "Ppto."),
    ],
)
@pytest.mark.parametrize("tab", ["Topsheet", "Récapitulatif", "Zusammenfassung"])
def test_two_columns_are_enough_for_a_topsheet(headings, tab):
    (table,) = reading(TOPSHEET.format(*headings), tab=tab).tables
    assert table.kind == "budget_topsheet"
    assert {"description", "account"} & table.place.columns.keys()
    assert table.place.columns["budget"] == 2


def test_two_columns_of_an_office_are_no_topsheet():
    text = TOPSHEET.format("Category", "Category Total")
    for film, office in (
        ("Art department", "Groceries"),
        ("Set construction", "Mortgage"),
        ("Wardrobe", "Clothing"),
        ("Production sound", "Gym"),
        ("Locations", "Savings"),
    ):
        text = text.replace(film, office)
    assert reading(text, tab="Summary").tables == ()


def test_accounts_that_all_end_in_noughts_are_no_categories():
    """ "1202-00" is an account of 1200; "10.00" a category."""
    lines = "\n".join(
        f"| {code} | {name} | 100 | 200 | 300 |"
        for code, name in [
            ("1202-00", "Producer"),
            ("1203-00", "Line producer"),
            ("2001-00", "Production manager"),
            ("2301-00", "Construction"),
            ("2302-00", "Carpenters"),
            ("2901-00", "Costume designer"),
            ("2902-00", "Costume supervisor"),
        ]
    )
    text = "| Acct | Line Item | Ep 1 | Ep 2 | Total |\n" + lines
    assert [table.kind for table in reading(text, tab="Cost Report").tables] == ["budget"]


def test_the_total_cost_beside_what_was_spent_is_no_budget():
    text = """
    |       |                |                 |           |             | KOSTEN     |        |              |
    | Konto | Beschreibung   | Ursprungsbudget | Nachträge | Rev. Budget | Ist-Kosten | Obligo | Gesamtkosten |
    | 1201  | Produzent      | 48200           | 0         | 48200       | 26510      | 2410   | 28920        |
    | 2001  | Kamera         | 79500           | 0         | 79500       | 55650      | 0      | 55650        |
    | 2301  | Drehbuch       | 49600           | -1980     | 47620       | 26190      | 4760   | 30950        |
    """  # noqa: E501
    (table,) = reading(text, tab="Kostenstand").tables
    assert table.place.columns["budget"] == 3
    assert table.place.columns["total_cost"] == 8


def test_a_key_above_a_gap_in_the_headings_is_none_of_them():
    grid, _ = textgrid.parse(
        """
        | Version | Blue rev.  |              |                |         |            |       |
        |         |            | BUDGET       | COSTS          |         |            | FINAL |
        | Account | Item       | Orig. Budget | Actual to Date | Commit. | Total Cost | EFC   |
        | 1100    | Option fee | 11200        | 0              | 0       | 0          | 8960  |
        | 2001    | Director   | 20000        | 500            | 100     | 600        | 20000 |
        | 2201    | Art dept   | 9000         | 500            | 100     | 600        | 9000  |
        """,
        "Cost Report",
    )
    merged = replace(grid, merges=(Block(2, 4, 2, 6),))
    (table,) = read(book(merged), PRODUCTION).tables
    assert table.header_rows == (2, 3)


def test_figures_without_words_are_sums_where_episodes_stand_left_of_them():
    text = """
    | Acct | Description | '101 | '102 | Total |
    | 2301 | Carpenters  | 3210 | 3850 | 7060  |
    | 2303 | Painters    | 1920 | 1920 | 3840  |
    |      |             | 5130 | 5770 | 10900 |
    | 2501 | Prop master | 2110 | 2640 | 4750  |
    | 2504 | Armourer    | 820  | 980  | 1800  |
    |      |             | 2930 | 3620 | 6550  |
    |      | TOTAL       | 8060 | 9390 | 17450 |
    """
    found = reading(text, tab="Budget")
    (table,) = found.tables
    assert dict(table.excluded)["subtotal"] == (4, 7, 8)
    assert [code for code, _ in issues(found) if code == "stated-total-differs"] == []


def test_three_words_above_the_headings_group_them_though_nothing_is_merged():
    text = """
    |      |             | BUDGET | COSTS       |              |             | FORECAST |       |
    | Acct | Description | Budget | This Period | Cost to Date | Total Costs | ETC      | EFC   |
    | 2001 | Manager     | 44400  | 4000        | 39960        | 39960       | 5330     | 45290 |
    | 2003 | Director    | 24750  | 5200        | 17320        | 17320       | 10400    | 27720 |
    | 2201 | Art dept    | 22125  | -           | 8850         | 8850        | 8850     | 17700 |
    """
    (table,) = reading(text, tab="Cost Report").tables
    assert table.header_rows == (1, 2)


def test_accounts_in_one_cell_above_their_details_are_banners_though_no_gap_parts_them():
    text = """
    | Line Item                  | Quantity | Units | X | Rate  | Total | Remarks |
    | '1300-010 Director Fee     |          |       |   |       |       |         |
    | Director Fee               | 1        | Flat  | 1 | 47750 | 47750 |         |
    | '1300-030 Director's Assistant |      |       |   |       |       |         |
    | Director's Assistant       | 5        | Week  | 1 | 650   | 3250  |         |
    | '1300-040 Choreographer    |          |       |   |       |       |         |
    | Choreographer              | 8        | Day   | 3 | 55    | 1320  |         |
    | GRAND TOTAL                |          |       |   |       | 52320 |         |
    """
    (table,) = reading(text, tab="Budget Detail").tables
    assert (table.kind, len(table.frame)) == ("budget_detail", 3)
    assert dict(table.excluded)["banner"] == (2, 4, 6)


def test_a_key_and_its_value_right_above_the_headings_are_none():
    text = """
    | Version  | White           |                |        |
    | Category | Original Budget | Current Budget | Change |
    | Director | 84925           | 84925          | -      |
    | Camera   | 60000           | 61000          | 1000   |
    | Wardrobe | 30000           | 29000          | -1000  |
    """
    (table,) = reading(text, tab="Top Sheet").tables
    assert table.header_rows == (2,)


def test_a_sum_without_words_that_is_wrong_is_one_where_the_others_are():
    text = """
    | Acct | Description | Ep 1 | Ep 2 | Total |
    | 2301 | Carpenters  | 3210 | 3850 | 7060  |
    | 2303 | Painters    | 1920 | 1920 | 3840  |
    |      |             | 5130 | 5770 | 10900 |
    | 2501 | Prop master | 2110 | 2640 | 4750  |
    | 2504 | Armourer    | 820  | 980  | 1800  |
    |      |             | 2930 | 3620 | 6550  |
    | 2901 | Costumes    | 500  | 500  | 1000  |
    | 2904 | Rentals     | 600  | 600  | 1200  |
    |      |             | 1100 | 1100 | {}    |
    | 3501 | Drivers     | 100  | 100  | 200   |
    """
    near, far = (issues(reading(text.format(total), tab="Budget")) for total in ("2900", "9000"))
    assert ("stated-total-differs", "E10") in near
    assert ("line-not-understood", "E10") in far
