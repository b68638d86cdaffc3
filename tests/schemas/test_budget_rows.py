"""A budget's rows told apart: what is a line, what heads lines, what adds them up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.schemas.reading import issues, production, reading


def table(text: str, **given: object):
    found = reading(text, tab="Budget", **given)
    assert issues(found) == []
    (made,) = found.tables
    return made


def test_categories_whose_code_begins_their_accounts_and_that_bear_their_sum():
    made = table(
        """
        | N° | Postes             | Montant |
        | 1  | DROITS ARTISTIQUES | 25000   |
        | 11 | Sujet              | 10000   |
        | 12 | Dialogues          | 15000   |
        | 2  | PERSONNEL          | 60000   |
        | 21 | Producteur         | 20000   |
        | 22 | Réalisateur        | 40000   |
        |    | TOTAL PARTIEL      | 85000   |
        |    | Imprévus (10%)     | 8500    |
        |    | COÛT TOTAL         | 93500   |
        """
    )
    assert dict(made.excluded) == {"special": (9,), "subtotal": (2, 5, 8, 10)}
    assert list(made.frame["category"])[:2] == ["DROITS ARTISTIQUES"] * 2


def test_a_categorys_own_row_that_is_not_the_sum_of_its_lines():
    found = reading(
        """
        | Acct | Description | Budget |
        | 2200 | SET DESIGN  | 150    |
        | 2201 | Designer    | 100    |
        | 2202 | Assistant   | 50     |
        | 2300 | WARDROBE    | 77     |
        | 2301 | Designer    | 40     |
        | 2302 | Costumes    | 30     |
        | 2400 | CAMERA      | 12     |
        | 2401 | Operator    | 5      |
        | 2402 | Lenses      | 7      |
        """
    )
    assert issues(found) == [("stated-total-differs", "C5")]
    assert found.tables[0].excluded["subtotal"] == (2, 5, 8)


def test_categories_below_their_accounts_three_levels_of_codes():
    made = table(
        """
        | Acct  | Description | Budget |
        | 10-01 | Rights      | 10     |
        | 10-02 | Writers     | 20     |
        | 10    | STORY       | 30     |
        | 11-01 | Producer    | 40     |
        | 11-02 | Assistant   | 5      |
        | 11    | PRODUCERS   | 45     |
        |       | TOTAL       | 75     |
        """
    )
    assert dict(made.excluded) == {"subtotal": (4, 7, 8)}


def test_categories_by_indentation_and_by_capitals():
    made = table(
        """
        | Item          | Budget | Actual |
        | CAMERA        | 300    | 30     |
        | '  Body       | 200    | 20     |
        | '  Lenses     | 100    | 10     |
        | SOUND         | 50     | 5      |
        | '  Recordist  | 40     | 4      |
        | '  Microphone | 10     | 1      |
        | TOTAL         | 350    | 35     |
        """
    )
    assert dict(made.excluded) == {"subtotal": (2, 5, 8)}
    assert list(made.frame["category"]) == ["CAMERA", "CAMERA", "SOUND", "SOUND"]


def test_a_subtotal_that_repeats_its_banners_name():
    made = table(
        """
        | Item        | Budget | Actual |
        | Camera      |
        | Camera body | 200    | 20     |
        | Lenses      | 100    | 10     |
        | Camera      | 300    | 30     |
        | Wardrobe    |
        | Costumes    | 50     | 5      |
        | Grand total | 350    | 35     |
        """
    )
    assert dict(made.excluded) == {"banner": (2, 6), "subtotal": (5, 8)}


def test_a_line_without_figures_between_lines_is_a_line_and_a_department_is_none():
    made = table(
        """
        | Item         | Budget | Actual |
        | Camera       |
        | Camera body  | 200    | 20     |
        | Lens filters |        |        |
        | Lenses       | 100    | 10     |
        | Wardrobe     |
        | Costumes     | 50     | 5      |
        | Total        | 350    | 35     |
        """
    )
    assert dict(made.excluded) == {"banner": (2, 6), "subtotal": (8,)}
    assert list(made.frame["description"]) == ["Camera body", "Lens filters", "Lenses", "Costumes"]


def test_a_descriptions_second_line_belongs_to_the_line_above():
    made = table(
        """
        | Acct | Description           | Budget |
        | 2201 | Designer, prep and    | 100    |
        |      | five weeks of shoot   |        |
        | 2202 | Assistant             | 50     |
        |      | (from the third week) |        |
        |      | Total                 | 150    |
        """
    )
    assert list(made.frame["description"]) == [
        "Designer, prep and five weeks of shoot",
        "Assistant (from the third week)",
    ]


def test_tax_credits_below_the_grand_total_are_never_summed():
    made = table(
        """
        | Acct | Description              | Budget |
        | 1101 | Rights                   | 1000   |
        |      | TOTAL ABOVE THE LINE     | 1000   |
        | 2201 | Set designer             | 2000   |
        |      | TOTAL PRODUCTION         | 2000   |
        |      | Contingency 10%          | 300    |
        |      | GRAND TOTAL              | 3300   |
        |      | Less: Federal tax credit | -500   |
        |      | Net cost                 | 2800   |
        """
    )
    assert dict(made.excluded) == {"special": (6, 8), "subtotal": (3, 5, 7, 9)}
    assert made.special_totals == {"budget": Decimal(300)}
    assert list(made.frame["special"]) == [False, False, True]


def test_what_stands_below_the_grand_total_is_in_no_sum():
    made = table(
        """
        | Acct | Description      | Budget |
        | 1101 | Rights           | 1000   |
        | 2201 | Set designer     | 2000   |
        |      | GRAND TOTAL      | 3000   |
        |      | Cost per episode | 300    |
        """
    )
    assert len(made.frame) == 2


@pytest.mark.parametrize(
    "label",
    ["PT/P&W 22%", "Fringes", "Payroll taxes", "Charges sociales", "Total fringes"],
)
def test_fringes_of_a_section_stand_outside_the_lines(label):
    made = table(
        f"""
        | Acct | Description | Budget |
        | 1    | Producer    | 1000   |
        | 2    | Director    | 2000   |
        |      | Sub total A | 3000   |
        |      | {label}     | 600    |
        |      | TOTAL A     | 3600   |
        """
    )
    assert dict(made.excluded) == {"special": (5,), "subtotal": (4, 6)}


def test_an_account_in_two_columns_is_one_code():
    made = table(
        """
        | Cat | Line | Description | Budget | Actual |
        | 11  | 00   | STORY       |        |        |
        | 11  | 01   | Rights      | 100    | 90     |
        | 11  | 02   | Writer      | 200    | 210    |
        | 12  | 01   | Producer    | 300    | 300    |
        """
    )
    assert list(made.frame["account"]) == ["11-01", "11-02", "12-01"]


def test_a_total_on_top_and_signatures_at_the_foot():
    text = """
        | Acct | Item         | Budget | Actual |
        |      | TOTAL BUDGET | 2900   | 1700   |
        | 100  | Script       | 500    | 500    |
        | 200  | Cast         | 2400   | 1200   |
        |      |              |        |        |
        | Approved by: |      | Date:  |        |
        """
    assert table(text).excluded["subtotal"] == (2,)
    assert issues(reading(text.replace("2900", "2950"))) == [("stated-total-differs", "C2")]


@pytest.mark.parametrize("signed", ["Signed:", "Signed (Producer): .........", "Signed ____"])
def test_who_signs_and_when_is_no_amount_that_is_open(signed):
    text = f"""
        | Acct | Item     | Budget | Actual |
        | 100  | Script   | 500    | 500    |
        | 200  | Cast     | 2400   | 1200   |
        |      | TOTAL    | 2900   | 1700   |
        |      |          |        |        |
        |      | {signed} |        | Dated: |
        """
    assert issues(reading(text)) == []


def test_a_line_without_a_colon_that_lacks_its_amount_is_one():
    text = """
        | Acct | Item     | Budget | Actual |
        | 100  | Script   | 500    | 500    |
        |      | Music... |        | tbc    |
        | 200  | Cast     | 2400   | 1200   |
        """
    assert issues(reading(text)) == [("amount-open", "D3")]


def test_thousands_over_hundreds_where_the_figures_say_so():
    made = table(
        """
        | Account | Description    | Total |
        | 1000    | ABOVE THE LINE | 600   |
        | 1100    | Story          | 100   |
        | 1200    | Producers      | 500   |
        | 2000    | BELOW THE LINE | 900   |
        | 2100    | Crew           | 900   |
        | Total   |                | 1500  |
        """
    )
    assert made.excluded["subtotal"] == (2, 5, 7)


def test_a_list_of_items_by_account_has_accounts_more_than_once():
    made = table(
        """
        | Account | Item      | Budget |
        | 3301    | DP prep   | 100    |
        | 3301    | DP shoot  | 200    |
        | 3302    | AC prep   | 50     |
        | 3302    | AC shoot  | 70     |
        | 3301    | DP reshoot | 10    |
        """
    )
    assert len(made.frame) == 5


def test_section_totals_that_all_stand_at_the_foot():
    text = """
        | Acct# | Category Description  | Page | Total |
        | 1100  | STORY                 | 1    | 4000  |
        | 1400  | CAST                  | 1    | 8000  |
        | 2000  | PRODUCTION STAFF      | 2    | 5000  |
        |       | Total Above-The-Line  |      | 12000 |
        |       | Total Below-The-Line  |      | 5000  |
        |       | Grand Total           |      | 17000 |
        """
    made = table(text)
    assert [stated.covers for stated in made.stated] == [(2, 3), (4,), (2, 3, 4)]


def test_numbered_remarks_below_the_lines_are_no_lines():
    made = table(
        """
        | Acct | Description   | Budget |
        | 2001 | Coordinator   | 100    |
        | 2002 | Office extras | 50     |
        |      | Total         | 150    |
        | Notes: |
        | 1. Rates are for a 60 hour week |
        | 2. Office includes power |
        """
    )
    assert len(made.frame) == 2


SECTIONS = """
| Sch. | Category       | Total |
| A    | Story          | 215   |
| B    | Director       | 600   |
|      | ABOVE THE LINE | 815   |
| |
| D    | Crew           | 702   |
| E    | Camera         | 676   |
|      | PRODUCTION     | {}    |
| |
| H    | Post           | 891   |
|      |                | 891   |
| |
| J    | Insurance      | 333   |
|      | OTHER          | 333   |
| |
|      | SUB-TOTAL      | 3417  |
"""


@pytest.mark.parametrize(
    ("stated", "found"), [(1378, []), (1387, [("stated-total-differs", "C8")])]
)
def test_a_section_named_where_its_sum_stands_is_its_sum(stated, found):
    read = reading(SECTIONS.format(stated), "Budget Summary")
    assert list(read.tables[0].frame["account"]) == ["A", "B", "D", "E", "H", "J"]
    assert issues(read) == found


def test_other_costs_among_accounts_are_a_line():
    made = table(
        """
        | Sch. | Category       | Total |
        | A    | Story          | 215   |
        | B    | Director       | 600   |
        |      | ABOVE THE LINE | 815   |
        | D    | Crew           | 702   |
        |      | Other          | 676   |
        | E    | Camera         | 300   |
        |      | TOTAL          | 2493  |
        """
    )
    assert list(made.frame["description"])[-3:] == ["Crew", "Other", "Camera"]


ABROAD = """
| Acct | Description | Budget | Actual    |
| 2201 | Designer    | 1000   | 400       |
| 2202 | Boat        | 2000   | USD 60    |
| 2203 | Paper       | 300    | 100       |
|      | TOTAL       | 3300   | {}        |
| 2301 | Props       | 300    | 100       |
| 2302 | Prop hire   | 500    | 200       |
|      | TOTAL       | 800    | 310       |
"""


@pytest.mark.parametrize("stated", [500, 560, 1520])
def test_a_total_over_an_amount_from_abroad_may_be_anything(stated):
    found = reading(ABROAD.format(stated), given=production(currency="MXN"))
    assert issues(found) == [("other-currency", "D3"), ("stated-total-differs", "D8")]


def test_a_total_in_the_currency_of_its_lines_is_judged():
    text = ABROAD.replace("400 ", "USD 400").replace("100  ", "USD 100")
    found = reading(text.format("USD 570"), given=production(currency="MXN"))
    assert ("stated-total-differs", "D5") in issues(found)


OF_TWO = """
| SUMMARY |
|   | Category        | Page | Draft 7 |
| A | Story & Script  | 1    | 82900   |
| B | Producers       | 1    | 293120  |
| C | Cast            | 1    | 175840  |
|   | Above the line  |      | 551860  |
| P | Post Production | 4    | 310600  |
| Z | Legals          | 4    | 112930  |
|   | {}              |      | {}      |
|   | A - Z TOTAL     |      | {}      |
"""


@pytest.mark.parametrize(
    ("words", "figure", "total", "subtotals"),
    [
        ("Post & other", 423530, 975390, (6, 9, 10)),
        ("Freight", 23000, 998390, (6, 10)),
    ],
)
def test_a_section_of_two_accounts_closed_as_an_earlier_one_was(words, figure, total, subtotals):
    found = reading(OF_TWO.format(words, figure, total), "Summary")
    (table,) = found.tables
    assert issues(found) == []
    assert table.excluded["subtotal"] == subtotals


def test_a_sections_general_expense_is_no_grand_total():
    made = table(
        """
        | Acct | Description           | Budget |
        |      | GENERAL EXPENSE       |        |
        | 6510 | Insurance             | 4000   |
        | 6520 | Publicity             | 1000   |
        |      | Total General Expense | 5000   |
        |      | POST                  |        |
        | 7010 | Editing               | 9000   |
        | 7020 | Music                 | 2000   |
        |      | Total Post            | 11000  |
        |      | Grand Total           | 16000  |
        """
    )
    assert sum(made.frame["budget"]) == 16000
    assert made.excluded["subtotal"] == (5, 9, 10)


def test_overhead_with_a_code_among_accounts_is_one_of_them():
    made = table(
        """
        | Compte | Libellé              | Budget |
        | 1100   | Droits artistiques   | 88150  |
        | 1200   | Réalisation          | 176350 |
        | 1400   | Interprétation       | 284000 |
        |        |                      | 548500 |
        | 2000   | Équipe de production | 167300 |
        | 2200   | Décoration           | 195700 |
        | 2900   | Costumes             | 84550  |
        |        |                      | 447550 |
        | 4600   | Postproduction       | 222400 |
        | 6700   | Frais généraux       | 43250  |
        | 6800   | Frais de bureau      | 13050  |
        | 6900   | Festivals, livraison | 12800  |
        |        |                      | 291500 |
        |        | Total général        | 1287550 |
        """
    )
    assert "special" not in made.excluded


def test_a_remark_in_the_account_column_is_none():
    made = table(
        """
        | Code                   | Poste            | Montant |
        | 6600                   | Assurances       | 4000    |
        | 6800                   | Laboratoire      | 5000    |
        | 6900                   | Sous-titrage     | 2000    |
        | NB : à revoir le 12/03 |                  |         |
        """
    )
    assert list(made.frame["account"]) == ["6600", "6800", "6900"]
