"""Which column of a budget is which field, however it is headed."""

from __future__ import annotations

import pytest

from schemas.budget.columns import by_words
from schemas.budget.columns.fields import FIELDS
from schemas.headings import normal
from schemas.vocabulary import Vocabulary
from tests.schemas.reading import issues, production, reading

VOCABULARY = Vocabulary(FIELDS)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Acct. No.", "account"),
        ("Kto.", "account"),
        ("Cpte", "account"),
        ("Orig. Bud.", "budget"),
        ("Budget v3", "budget"),
        ("Devis initial", "budget"),
        ("Rev. Budget", "revised_budget"),
        ("Devis révisé", "revised_budget"),
        ("Approved Overages", "approved_changes"),
        ("Cost This Wk", "actual_period"),
        ("Cost To Date as of 3/14", "actual_to_date"),
        ("Gastado a 15/05/26", "actual_to_date"),
        ("Spent till 15 Feb", "actual_to_date"),
        ("Dépensé au 15 mai", "actual_to_date"),
        ("Open P.O.'s", "commitments"),
        ("Obligo", "commitments"),
        ("Est. to Complete", "etc"),
        ("Reste à dépenser", "etc"),
        ("Estimated Final Cost (EFC)", "efc"),
        ("Voraussichtliche Endkosten", "efc"),
        ("Over/(Under)", "variance"),
        ("Desviación", "variance"),
        ("Pattern", None),
        ("Page", None),
    ],
)
def test_a_heading_names_its_field(heading, field):
    match = VOCABULARY.match(heading)
    assert (match and match[0]) == field


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        # nothing is spent: the total is the budget
        ("| Acct | Description | Total |", {"budget": "C"}),
        ("| Acct | Description | Amount | Fringes | Total |", {"budget": "E"}),
        ("| Acct | Description | Total Budget | EFC |", {"budget": "C", "efc": "D"}),
        (
            "| Acct | Description | Budget | Actual | POs | Total |",
            {"budget": "C", "actual_to_date": "D", "commitments": "E", "total_cost": "F"},
        ),
        (
            "| Acct | Description | Budget | Cost | +/- |",
            {"budget": "C", "actual_to_date": "D", "variance": "E"},
        ),
        (
            "| Acct | Description | Original Budget | Approved Budget | EFC |",
            {"budget": "C", "revised_budget": "D", "efc": "E"},
        ),
        (
            "| Acct | Description | Budget | Actual | Estimate | Estimated Final |",
            {"budget": "C", "actual_to_date": "D", "etc": "E", "efc": "F"},
        ),
        # what is spread over episodes and what is read beside the budget is no field
        ("| Acct | Description | Pattern | 101 | 102 | Total |", {"budget": "F"}),
        ("| Acct | Description | Budget | Prep | Shoot | Total |", {"budget": "C"}),
        (
            "| Acct | Description | Bid | Revised Bid | Actual |",
            {"budget": "C", "revised_budget": "D", "actual_to_date": "E"},
        ),
    ],
)
def test_columns_are_settled_by_each_other(headings, fields):
    line = "| 2201 | Set designer | 100 | 10 | 5 | 90 | 1 |"
    (table,) = reading(f"{headings}\n{line}", tab="Budget").tables
    columns = dict(table.place.columns)
    assert {name: chr(64 + col) for name, col in columns.items()} == {
        "account": "A", "description": "B", **fields
    }  # fmt: skip


REPORT = """
    | 2201 | Designer  | 1000 | 300 | 200 | 500  | 500 | 1000 | 0   |
    | 2202 | Assistant | 800  | 100 | 100 | 200  | 700 | 900  | -100 |
    | 2203 | Props     | 600  | 600 | 0   | 600  | 0   | 600  | 0   |
    | 2204 | Graphics  | 450  | 50  | 25  | 75   | 325 | 400  | 50  |
    """


@pytest.mark.parametrize(
    "headings",
    [
        # what nobody listed is told by what it makes with the others
        "| Acct | Description | Budget | Actual | O/S | Sum so far | ETC | Landing at | Var |",
        "| Kto | Bezeichnung | Budget | Ist | Noch nicht da | Gesamt | Restkosten | ? | Abw. |",
        # or by a word of its heading
        "| Acct | Heading | Locked Budget £ | Spent up to 3 May | Open POs (see log) | Total cost "
        "| Still to go? | Final as of today | Under/over now |",
    ],
)
def test_a_heading_that_nobody_listed_is_told_by_its_figures_or_a_word(headings):
    (table,) = reading(f"{headings}\n{REPORT}", tab="Cost report").tables
    assert dict(table.place.columns) == {
        "account": 1, "description": 2, "budget": 3, "actual_to_date": 4, "commitments": 5,
        "total_cost": 6, "etc": 7, "efc": 8, "variance": 9,
    }  # fmt: skip


def test_a_heading_over_names_describes_and_one_over_codes_numbers():
    (table,) = reading(
        """
        | Sched. | Account   | Budget |
        | B      | Story     | 100    |
        | C      | Producers | 200    |
        | D1     | Director  | 300    |
        """,
        tab="Budget",
    ).tables
    assert dict(table.place.columns) == {"account": 1, "description": 2, "budget": 3}


def test_of_two_currencies_the_productions_own():
    text = (
        "| Acct | Description | Budget (USD) | Budget (EUR) |\n| 2201 | Set designer | 110 | 100 |"
    )
    (table,) = reading(text, given=production(currency="EUR")).tables
    assert table.place.columns["budget"] == 4


def test_an_item_describes_and_a_category_groups():
    (table,) = reading(
        """
        | Category | Item       | Est. Cost | Actual Cost |
        | Cast     | Lead actor | 1000      | 1000        |
        |          | Supporting | 500       | 500         |
        | Crew     | Gaffer     | 400       | 400         |
        |          | DP         | 800       | 900         |
        """
    ).tables
    assert dict(table.other_columns) == {"Category": 1}
    assert table.place.columns["description"] == 2


@pytest.mark.parametrize(
    "text",
    [
        """
        | Category    | Budget | Actual | Difference |
        | Mortgage    | 1500   | 1500   | 0          |
        | Electricity | 100    | 120    | -20        |
        | Groceries   | 600    | 580    | 20         |
        | Movies      | 40     | 20     | 20         |
        """,
        """
        | Account | Description        | Budget | Actual | Variance |
        | 4000    | Sales              | 10000  | 12000  | 2000     |
        | 5000    | Cost of goods sold | 4000   | 5000   | -1000    |
        | 6000    | Rent               | 1000   | 1000   | 0        |
        """,
        """
        | Item          | Estimated | Actual | Paid | Balance |
        | Venue         | 5000      | 5200   | 1000 | 4200    |
        | Hair & Makeup | 500       | 500    | 0    | 500     |
        | Music / DJ    | 800       | 800    | 0    | 800     |
        | Flowers       | 800       | 800    | 0    | 800     |
        """,
        """
        | Code     | Description | Original Budget | Approved Changes | Revised Budget | ETC |
        | 03 30 00 | Concrete    | 10000           | 0                | 10000          | 1   |
        | 07 50 00 | Roofing     | 20000           | 0                | 20000          | 1   |
        """,
        """
        | ID | Task       | Owner | Budget | Actual |
        | 1  | Kickoff    | Ann   | 100    | 90     |
        | 2  | Production | Bob   | 500    | 90     |
        """,
    ],
)
def test_budgets_of_other_trades_are_none_of_ours(text):
    assert reading(text, tab="Budget").tables == ()


RECKONED = """
|      |             | BUDGET   |                     |             | COSTS   |        |
| A/C  | Description | Original | Approved Variations | Revised     | To Date | Orders |
|      |             | (a)      | (b)                 | {reckoned}  | (d)     | (e)    |
| A.01 | Script      | 500      | 50                  | 550         | 400     | 20     |
| A.02 | Cast        | 700      | -20                 | 680         | 600     |        |
| A.03 | Music       | 900      |                     | 900         |         | 30     |
"""


@pytest.mark.parametrize("reckoned", ["(c)=(a)+(b)", "(c)", "(c) = (a) + (b)"])
def test_formulas_below_the_headings_name_nothing(reckoned):
    """ "(b)" below "BUDGET" is no budget."""
    found = reading(RECKONED.format(reckoned=reckoned))
    (table,) = found.tables
    columns = dict(table.place.columns)
    assert (columns["budget"], columns["approved_changes"]) == (3, 4)
    assert (columns["revised_budget"], columns["actual_to_date"]) == (5, 6)
    assert table.header_rows[-1] == 3
    assert issues(found) == []


MOVED = """
| Acct  | Description | {first} | {moved} | Current Budget | Remarks |
| 12.01 | Manager     | 42500   | {}      | {}             |         |
| 12.05 | 1st AD      | 38640   | {}      | {}             |         |
| 12.30 | Set PAs     | 28400   | {}      | {}             | snow    |
| 15.01 | Decorator   | 23760   | {}      | {}             |         |
| 15.20 | Dressers    | 33600   | {}      | {}             |         |
"""
FEW = ("", 42500, "", 38640, -3200, 25200, "", 23760, 3200, 36800)
MANY = (100, 42600, 200, 38840, 300, 28700, 400, 24160, 500, 34100)


@pytest.mark.parametrize(
    ("first", "moved", "cells", "budgets"),
    [
        ("Locked\\nJan 16/26", "Internal Transfers", FEW, (3, 4, 5)),
        ("LP's pass", "Shuffled", FEW, (3, 4, 5)),
        ("Goods", "Labour", MANY, (5, None, None)),
    ],
    ids=["transfers", "in other words", "parts"],
)
def test_a_budget_before_what_was_moved_in_it(first, moved, cells, budgets):
    """Few lines are moved from; of what a budget is made of most lines have both."""
    (table,) = reading(MOVED.format(*cells, first=first, moved=moved), tab="Budget").tables
    columns = dict(table.place.columns)
    names = ("budget", "approved_changes", "revised_budget")
    assert tuple(map(columns.get, names)) == budgets


APPROVED = """
| Code | Category  | {approved} | Spent | Left to spend | Est. final | +/-  | Comments |
| 1000 | Research  | 384        | 381   | 0             | 381        | -3   | done     |
| 1100 | Producers | 2120       | 985   | 1135          | 2120       | 0    |          |
| 1200 | Directors | 960        | 480   | 490           | 970        | 10   |          |
"""


@pytest.mark.parametrize("approved", ["Approved v5", "Approved", "Approved changes"])
def test_what_was_approved_is_the_budget_where_there_is_no_other(approved):
    (table,) = reading(APPROVED.format(approved=approved), tab="Budget").tables
    columns = dict(table.place.columns)
    assert columns["budget"] == 3
    assert "approved_changes" not in columns


def test_approved_changes_beside_their_budget_are_changes():
    text = APPROVED.format(approved="Approved").replace("| Category ", "| Category | Budget ")
    text = text.replace("| Research ", "| Research | 380 ").replace("| Producers ", "| P | 2120 ")
    text = text.replace("| Directors ", "| Directors | 950 ").replace("| 384 ", "| 4 ")
    text = text.replace("| 2120       | 985", "|   | 985").replace("| 960 ", "| 10 ")
    (table,) = reading(text, tab="Budget").tables
    columns = dict(table.place.columns)
    assert (columns["budget"], columns["approved_changes"]) == (3, 4)


@pytest.mark.parametrize("heading", ["À facturer", "Pas encore facturé", "Facturation"])
def test_what_is_still_to_be_invoiced_is_not_spent(heading):
    assert by_words.field(normal(heading)) is None


def test_what_is_invoiced_is_spent_though_some_of_it_has_not_loaded():
    found = reading(
        """
        | Poste | Libellé    | Devis | Facturé à date | Coût final estimé | Écart | Obs. |
        | 101   | Storyboard | 1350  | 1350           | 1350              | 0     |      |
        | 102   | Repérages  | 950   | Loading...     | 712               | 238   |      |
        | 103   | Casting    | 2800  | 2000           | 2800              | 0     |      |
        | 104   | Location   | 4800  | 4800           | 4800              | 0     |      |
        | 105   | Costumes   | 1900  | 1900           | 1900              | 0     |      |
        """,
        given=production(locale="fr_FR", currency="EUR"),
    )
    assert dict(found.tables[0].place.columns)["actual_to_date"] == 4
    assert issues(found) == [("not-ready", "D3")]


@pytest.mark.parametrize(
    ("moved", "column"), [(("1500", "-1500"), 4), (("1500", "-1400"), None), (("", ""), None)]
)
def test_what_lies_between_two_budgets_are_the_changes_be_they_two(moved, column):
    text = """
    | Acct | Category  | Original | Signed   | Revised | To Date | ETC      | EFC   |
    | 3300 | Catering  | 19152    | {}       | {}      | 9840    | 10812    | 20652 |
    | 3400 | Locations | 10650    |          | 10650   | 6300    | 4350     | 10650 |
    | 3500 | Transport | 10080    | {}       | {}      | 4022    | 4558     | 8580  |
    | 4500 | Camera    | 33450    |          | 33450   | 22300   | 11150    | 33450 |
    """
    revised = ("20652", "8580") if moved[0] else ("19152", "10080")
    lines = text.format(moved[0], revised[0], moved[1], revised[1])
    (table,) = reading(lines, tab="Cost Report").tables
    columns = dict(table.place.columns)
    assert (columns["budget"], columns["revised_budget"]) == (3, 5)
    assert columns.get("approved_changes") == column


TIERED = """
|      |                  | BUDGET |          |         | COSTS BY WEEK |       |       |         | POSITION |
|      |                  | Locked | Approved | Revised | Prior         | Prior | Prior | THIS WK | Cost     |
| Acct | Account Title    | 9/18   | Chgs     | Budget  | {}            | {}    | {}    | {}      | To Date  |
| 1110 | Script           | 52800  | 0        | 52800   | 26400         | 26400 | 0     | 0       | 52800    |
| 1410 | Cast regulars    | 612000 | 6500     | 618500  | 0             | 6000  | 4000  | 2000    | 12000    |
| 2010 | Directors        | 131200 | 0        | 131200  | 24300         | 48100 | 45820 | 6300    | 124520   |
| 2510 | Set construction | 142000 | 0        | 142000  | 68400         | 41300 | 14200 | 9800    | 133700   |
"""  # noqa: E501


@pytest.mark.parametrize(
    "weeks", [("9/26", "10/3", "10/10", "10/17"), ("26/9", "3/10", "10/10", "17/10")]
)
def test_weeks_among_the_words_of_the_last_tier_are_headings(weeks):
    """Beside another day, "Locked 9/18", that is none of these weeks."""
    (table,) = reading(TIERED.format(*weeks), "Cost report").tables
    assert table.header_rows == (1, 2, 3)
    told = ("budget", "approved_changes", "revised_budget", "actual_period", "actual_to_date")
    assert [table.place.columns[name] for name in told] == [3, 4, 5, 9, 10]


def test_a_forecasts_total_cost_is_no_second_final_cost_and_a_blocks_budget_is_one():
    """The last tier says until when each column counts; approved changes tell the budget."""
    found = reading(
        """
        |      |             | BUDGET         |           |                | COST BY PERIOD |           |           |              | FORECAST |            |       |       |      |
        | Acct | Description | Block 2 Budget | Transfers | Current Budget | Prior          | P08       | P09       | Cost to Date | Open POs | Total Cost | ETC   | EFC   | Over |
        |      |             | locked 12-Jan  |           |                | to 06-Feb      | to 20-Feb | to 06-Mar |              |          |            |       |       |      |
        | 0200 | Scenario    | 31200          | -         | 31200          | 19000          | 2400      | 1487      | 22887        | 23       | 22910      | 8290  | 31200 | -    |
        | 0400 | Producers   | 46800          | 1200      | 48000          | 14800          | 5674      | 5765      | 26239        | 1000     | 27239      | 20761 | 48000 | -    |
        | 0500 | Directors   | 39650          | -650      | 39000          | 7014           | 4100      | 8415      | 19529        | -        | 19529      | 19471 | 39000 | -    |
        | 0600 | Stars       | 84500          | 1500      | 86000          | 3513           | 17282     | 27439     | 48234        | 1676     | 49910      | 35670 | 85580 | 420  |
        """,  # noqa: E501
        tab="CR 9",
    )
    (table,) = found.tables
    assert issues(found) == []
    assert table.header_rows == (1, 2, 3)
    columns = {name: table.place.columns[name] for name in ("budget", "total_cost", "etc", "efc")}
    assert columns == {"budget": 3, "total_cost": 11, "etc": 12, "efc": 13}


def test_how_many_of_what_at_how_much_is_a_detail():
    (table,) = reading(
        """
        | Line | What     | How many | of   | x  | @ $  | Budgeted | Spent so far |
        | A1   | Script   | 1        | flat | 1  | 1500 | 1500     | 1500         |
        | B1   | Leads    | 2        | days | 12 | 249  | 5976     | 2988         |
        | B2   | Day part | 3        | days | 1  | 249  | 747      | -            |
        | C1   | Gaffer   | 1        | days | 12 | 300  | 3600     | 900          |
        """,
        tab="Budget",
    ).tables
    assert table.kind == "budget_detail"
    fields = ("quantity", "unit", "times", "rate", "budget")
    assert [table.place.columns[name] for name in fields] == [3, 4, 5, 6, 7]
