"""What stands side by side in a budget: two drafts, three budgets, what is paid and ordered."""

from __future__ import annotations

import pytest

from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book, issues, reading


def columns(text, tab):
    found = reading(text, tab=tab).tables
    return (found[0].kind, dict(found[0].place.columns)) if found else (None, {})


def faults(text, tab="Budget"):
    return issues(reading(text, tab=tab))


DRAFTS = """
| Acct# | Category Description | Page | {} | {} | {} |
| 1100  | STORY & SCRIPT       | 1 | 59418  | 59418  | 0      |
| 1200  | PRODUCERS UNIT       | 1 | 172598 | 170100 | 2498   |
| 1300  | DIRECTION            | 3 | 67380  | 67380  | 0      |
| 1400  | CAST                 | 4 | 468200 | 481900 | -13700 |
| 2000  | PRODUCTION STAFF     | 6 | 228014 | 228014 | 0      |
| 2100  | EXTRA TALENT         | 9 | 54300  | 58800  | -4500  |
"""


@pytest.mark.parametrize(
    "headings",
    [
        ("Pattern v4 LOCKED", "v3 (12/19)", "Change"),
        ("Budget v4", "Budget v3", "Change"),
        ("Pink", "Blue", "Diff"),
        ("Locked", "As pitched", "Change"),
        ("Current (v12)", "Previous (v11)", "Movement"),
    ],
)
def test_of_two_drafts_the_later_is_the_budget_and_their_difference_no_approved_change(headings):
    kind, found = columns(DRAFTS.format(*headings), "Pattern budget")
    assert (kind, found) == ("budget_topsheet", {"account": 1, "description": 2, "budget": 4})


@pytest.mark.parametrize(
    ("headings", "newest"),
    [
        (("Budget v1", "Budget v2", "Budget v3"), 6),
        (("Draft 5", "Draft 4", "Draft 3"), 4),
        (("Budget Blue", "Budget Pink", "Budget White"), 5),
        (("Budget 101", "Budget 102", "Budget 103"), 4),
    ],
)
def test_of_drafts_alone_the_newest_is_the_budget(headings, newest):
    """Episodes are no drafts."""
    text = DRAFTS.format(*headings).replace("| 0      |", "| 59418  |")
    assert columns(text, "Topsheet")[1]["budget"] == newest


def test_a_draft_before_beside_a_cost_report_approves_nothing():
    text = """
    | Acct | Description | Budget v4 | v3  | Change | To Date | EFC |
    | 1100 | Story       | 100       | 100 | 0      | 100     | 100 |
    | 1300 | Direction   | 220       | 200 | 20     | 150     | 220 |
    | 1400 | Cast        | 280       | 300 | -20    | 100     | 280 |
    | 3300 | Camera      | 405       | 400 | 5      | 0       | 405 |
    """
    _, found = columns(text, "Cost report")
    assert found["budget"] == 3
    assert "approved_changes" not in found


def test_a_change_from_the_first_to_the_second_makes_the_revised_budget():
    text = """
    | Acct | Description | Original | Revised | Change |
    | 1100 | Story       | 100      | 100     | 0      |
    | 1300 | Direction   | 200      | 220     | 20     |
    | 1400 | Cast        | 300      | 280     | -20    |
    | 3300 | Camera      | 400      | 405     | 5      |
    """
    _, found = columns(text, "Budget")
    assert (found["budget"], found["revised_budget"], found["approved_changes"]) == (3, 4, 5)


def test_a_difference_without_what_it_lies_between_is_no_budget():
    text = """
    |        | Sched | Shot  | +/-   |
    | Scenes | 4     | 3     | -1    |
    | Pages  | 3 2/8 | 2 7/8 | - 3/8 |
    | Setups | 22    | 19    | -3    |
    """
    assert columns(text, "Hot cost, cast and crew") == (None, {})


TIERS = """
| Account                 | BUDGET   |           |        | COST    |           |       | FORECAST |
|                         | Original | Transfers | Total  | To Date | Committed | Total | EFC      |
| 10.01-Principal Actors  | 126408   | {}        | {}     | 58400   | 0         | 58400 | 129908   |
| 12.01-Production Manager | 66792   | 0         | 66792  | 48239   | 0         | 48239 | 66792    |
| 22.15-1st Assistant     | 31721    | {}        | {}     | 20952   | 0         | 20952 | 33221    |
| 35.05-Hotels            | 57684    | 0         | 57684  | 27600   | 19320     | 46920 | 59128    |
| 45.10-Rental Package    | 48300    | 0         | 48300  | 23000   | 23000     | 46000 | 48300    |
"""


@pytest.mark.parametrize("moved", [0, 1500], ids=["nothing moved yet", "1,500 moved"])
def test_the_total_of_original_and_transfers_is_the_revised_budget(moved):
    text = TIERS.format(-moved, 126408 - moved, moved, 31721 + moved)
    _, found = columns(text, "Cost report")
    assert (found["budget"], found["approved_changes"], found["revised_budget"]) == (2, 3, 4)
    assert faults(text, "Cost report") == []


def test_orders_under_a_heading_of_what_is_spent_are_no_total():
    """ "Obligo" under "Ist" is what is ordered beside it: with ETC both make the EFC."""
    text = """
    |        |             | Soll        | Ist     |        | Prognose | |
    | Pos.   | Kostenart   | Kalkulation | gebucht | Obligo | noch zu erwarten | Endkosten |
    | 03 110 | Produktionsleitung | 30100 | 17200 | 12900 | 0     | 30100 |
    | 03 410 | Szenenbild  | 42930       | 26400   | 16530  | 1870  | 44800 |
    | 03 510 | Licht       | 41000       | 9240    | 29260  | 3800  | 42300 |
    | 03 710 | Komparsen   | 21330       | 7584    | 0      | 17846 | 25430 |
    | 05 100 | Dekorationsbau | 52000    | 53870   | 1240   | 2150  | 57260 |
    """
    _, found = columns(text, "Kostenstand")
    assert (found["actual_to_date"], found["commitments"]) == (4, 5)
    assert "total_cost" not in found
    assert faults(text, "Kostenstand") == []


COSTS = """
| A/c | Desc.  | Bgt  | COST TO DATE |       |       | Orders | Cost to date | To go | Estimated |
|     |        |      | Blk 1        | Blk 2 | Total | placed | + orders     |       | cost      |
| A01 | Script | 1400 | 1260         | 0     | 1260  | 140    | 1400         | 0     | 1400      |
| C02 | Office | 885  | 512          | 114   | 626   | 12     | 638          | 247   | 885       |
| F07 | Props  | 640  | 218          | 93    | 311   | 61     | 372          | 268   | 640       |
| H01 | Camera | 1980 | 634          | 415   | 1049  | 442    | 1491         | 489   | 1980      |
"""


def test_of_two_costs_to_date_the_one_with_orders_in_it_is_the_total_cost():
    """However the two are called: "Total" of two blocks is what is spent."""
    _, found = columns(COSTS, "Cost report")
    assert (found["actual_to_date"], found["commitments"], found["total_cost"]) == (6, 7, 8)
    assert faults(COSTS, "Cost report") == []


def test_a_total_cost_that_is_the_cost_to_date_and_the_orders_stays():
    text = """
    | Acct | Description | Budget | Cost to date | Orders | Total | ETC | EFC  |
    | 2201 | Designer    | 1000   | 400          | 100    | 500   | 500 | 1000 |
    | 2202 | Grip labor  | 1000   | 300          | 150    | 450   | 550 | 1000 |
    | 2203 | Wardrobe    | 1000   | 200          | 120    | 320   | 680 | 1000 |
    """
    _, found = columns(text, "Cost report")
    assert (found["actual_to_date"], found["commitments"], found["total_cost"]) == (4, 5, 6)


def test_of_two_columns_of_words_the_one_that_every_line_has_describes():
    text = """
    |   | SUMMARY OF ESTIMATED PRODUCTION COSTS |              | ESTIMATED | ACTUAL | (OVER)/UNDER |
    | 1 | Pre-production and wrap costs         | Totals A & C | 500       | 510    | -10 |
    | 2 | Shooting crew labor                   | Total B      | 600       | 600    | 0   |
    | 3 | Location and travel expenses          | Total D      | 300       | 250    | 50  |
    | 4 | Props, wardrobe, and animals          | Total E      | 200       | 220    | -20 |
    | 5 | Sub-Total: A to E                     |              | 1600      | 1580   | 20  |
    | 6 | Director/creative fees                | Total L      | 100       | 100    | 0   |
    |   | TOTAL                                 |              | 1700      | 1680   | 20  |
    |   | Contingency                           | 5% of direct | 80        | -      | 80  |
    |   | GRAND TOTAL                           |              | 1780      | 1680   | 100 |
    """
    table = reading(text, tab="Top sheet").tables[0]
    assert table.place.columns["description"] == 2
    assert (table.excluded["subtotal"], table.excluded["special"]) == ((6, 8, 10), (9,))
    assert faults(text, "Top sheet") == []


WHOLE = """
| Acct  | Description       | #  | Unit  | X | Rate | Sub-total | Fringe | Total  |
| 12.00 | PRODUCTION STAFF  |    |       |   |      |           |        |        |
| 12.01 | Production Manager | 1 | Weeks | 18 | 3000 | 54000    | 9000   | {}     |
| 12.10 | 1st AD prep       | 1  | Weeks | 4 | 3500 | 14000     | 2500   | 16500  |
| 12.10 | 1st AD shoot      | 1  | Weeks | 5 | 3500 | 17500     | 3000   | 20500  |
|       | Total 12.00       |    |       |   |      | 85500     | 14500  | 100000 |
| 35.00 | LIVING            |    |       |   |      |           |        |        |
| 35.05 | Hotels            | 10 | Nights | 20 | 100 | 20000    |        | 20000  |
|       | Total 35.00       |    |       |   |      | 20000     |        | 20000  |
|       | GRAND TOTAL       |    |       |   |      | 105500    | 14500  | 120000 |
"""


def test_a_line_whose_total_has_its_fringes_costs_that_total():
    assert faults(WHOLE.format(63000), "Budget detail") == []


def test_a_line_whose_total_is_not_subtotal_and_fringes_is_told():
    assert faults(WHOLE.format(65000), "Budget detail") == [("stated-total-differs", "I3")]


def test_a_total_may_cover_the_accounts_of_one_category_right_above_it_alone():
    text = """
    | Account                | Budget | To Date | EFC   |
    | 02.05-Story Editor     | 14757  | 14757   | 14757 |
    | 04.05-Line Producer    | 83626  | 57018   | 83626 |
    | 10.01-Principal Actors | 126408 | 58400   | 129908 |
    | 10.10-Day players      | 24319  | 9457    | 24319 |
    | Total Cast             | 150727 | 67857   | {}    |
    | 12.01-Production Manager | 66792 | 48239  | 66792 |
    | TOTAL                  | 315902 | 187871  | 319402 |
    """
    assert faults(text.format(154227), "Cost report") == []
    assert ("stated-total-differs", "D6") in faults(text.format(154272), "Cost report")


def test_a_pattern_of_several_episodes_is_no_topsheet_of_one_episodes_report():
    pattern = "| Episodes 202-209 | | |" + DRAFTS.format("Budget", "v3", "Change")
    accounts = """
    | {}   |             |        |       |
    | Acct | Description | Budget | EFC   |
    | 1101 | Writer      | 59418  | 59418 |
    | 1301 | Director    | 67380  | 67380 |
    | 1401 | Regulars    | 400000 | 400000 |
    | 2101 | Extras      | 54300  | 54300 |
    """

    def wrong(title):
        grids = [
            textgrid.parse(pattern, "Pattern")[0],
            textgrid.parse(accounts.format(title), "Cost report")[0],
        ]
        found = read(book(*grids), PRODUCTION).issues
        return [one.at.a1 for one in found if one.code == "stated-total-differs"]

    assert wrong("Ep. 203") == []
    assert wrong("as of today") == ["D6"]


ACCRUED = """
| Code | Description   | Budget | Actuals | Accruals | O/S POs | Cost to date | ETC  | EFC   |
| 2101 | Manager       | 20484  | 12000   | 500      | 0       | 12500        | 7984 | 20484 |
| 2102 | Coordinator   | 11380  | 8000    | 0        | 0       | 8000         | 3380 | 11380 |
| 2103 | Office runner | 11380  | 7000    | 0        | 0       | 7000         | 5380 | 12380 |
| 2301 | DoP           | 18000  | 9000    | 0        | 3000    | 12000        | 6000 | 18000 |
| 2302 | Camera kit    | 30000  | 12000   | 1500     | 12000   | {}           | 6500 | 32000 |
"""


def test_accruals_beside_orders_are_in_the_total_cost():
    _, found = columns(ACCRUED.format(25500), "Cost report")
    told = {name: found[name] for name in ("actual_to_date", "commitments", "total_cost")}
    assert told == {"actual_to_date": 4, "commitments": 6, "total_cost": 7}
    assert faults(ACCRUED.format(25500), "Cost report") == []


def test_a_total_cost_that_forgets_the_accruals_of_a_line_is_told():
    text = ACCRUED.format(25000)
    assert ("efc-identity-broken", "G6") in faults(text, "Cost report")


def test_an_estimate_to_complete_that_has_the_orders_in_it_leaves_the_actuals():
    text = """
    | Code | Description | Budget | Actual | Commitments | ETC  | EFC   |
    | 2101 | Manager     | 20484  | 12000  | 0           | 8484 | 20484 |
    | 2301 | DoP         | 18000  | 9000   | 3000        | 9000 | 18000 |
    | 2302 | Camera kit  | 30000  | 12000  | 12000       | 20000 | 32000 |
    | 2303 | Lenses      | 9000   | 2000   | 1000        | 7000 | 9000  |
    """
    _, found = columns(text, "Cost report")
    assert (found["actual_to_date"], found["commitments"]) == (4, 5)
    assert faults(text, "Cost report") == []
    assert faults(text.replace("7000 | 9000 ", "7000 | 9500 "), "Cost report") == [
        ("efc-identity-broken", "G5")
    ]


SEASON = """
| Acct | Account Title | Ep 101 | Ep 102 | Amort | {} | Prior Draft |
| 1100 | Story         | 50000  | 50000  | 20000 | {} | 115000      |
| 1200 | Producers     | 80000  | 80000  | 60000 | 220000 | 220000  |
| 1300 | Direction     | 40000  | 40000  | 0     | 80000  | 84000   |
| 1400 | Cast          | 90000  | 95000  | 12000 | 197000 | 190000  |
"""


def test_what_adds_up_the_episodes_before_it_is_the_budget():
    assert columns(SEASON.format("Season", 120000), "Budget by episode")[1]["budget"] == 6


def test_a_column_after_the_episodes_that_adds_up_nothing_is_none():
    text = SEASON.format("Locked", 4).replace("220000 |", "17 |").replace("197000", "38")
    assert "budget" not in columns(text, "Budget by episode")[1]


MOVED = """
| Acct | Account name | Bdgt  | {} | Rev. Bdgt | TTD   | E.T.C. | E.F.C. | (O)/U  | Chg   |
| 2201 | Designer     | 49500 | 0    | 49500   | 31500 | 18000  | 49500  | 0      | 0     |
| 2202 | Art Director | 28800 | 500  | 29300   | 19200 | 10600  | 29800  | -500   | -500  |
| 2210 | Purchases    | 16700 | 2000 | 18700   | 12400 | 8000   | 20400  | -1700  | -1700 |
| 2215 | Rentals      | 12000 | 0    | 12000   | 5000  | 7000   | 12000  | 0      | 0     |
"""


@pytest.mark.parametrize("heading", ["O/A", "Moves", "Approved"])
def test_a_change_since_the_last_report_is_no_approved_one(heading):
    _, found = columns(MOVED.format(heading), "Cost report")
    assert found["approved_changes"] == 4
    assert faults(MOVED.format(heading), "Cost report") == []


def test_overages_that_were_approved_and_never_added_are_told():
    text = """
    | Acct | Account name | Budget | Approved overages | Revised budget |
    | 2201 | Designer     | 49500  | 0                 | 49500          |
    | 2202 | Art Director | 28800  | 500               | 28800          |
    | 2210 | Purchases    | 16700  | 2000              | 16700          |
    | 2215 | Rentals      | 12000  | 0                 | 12000          |
    """
    assert [code for code, _ in faults(text, "Cost report")] == ["efc-identity-broken"] * 2


FORECAST = """
| Cat. | Category         | Revised Budget | Est. Final Cost | {}     | Change |
| 1100 | Writers          | 141300         | 141300          | 141300 | 0      |
| 1200 | Producers        | 305640         | 305640          | 305640 | 0      |
| 1400 | Cast             | 775500         | 790000          | 781000 | {}     |
| 2000 | Production Staff | 271900         | 267755          | 268955 | {}     |
| 2500 | Sets             | 338500         | 336300          | 336300 | 0      |
"""


@pytest.mark.parametrize(("cast", "staff"), [("-9000", "1200"), ("9000", "-1200")])
def test_what_the_forecast_moved_by_is_no_approved_change(cast, staff):
    kind, found = columns(FORECAST.format("EFC Last Wk", cast, staff), "Topsheet")
    assert kind == "budget_topsheet"
    assert "approved_changes" not in found


def test_a_change_that_the_forecasts_do_not_make_stays_one():
    found = columns(FORECAST.format("EFC Last Wk", "-400", "400"), "Topsheet")[1]
    assert found["approved_changes"] == 6


BEFORE_AND_AFTER = """
| Cpte | Poste       | {}      | Virements | {}      | Dépensé | Coût final |
| 2    | PERSONNEL   |         |           | 154900  | 88900   | 154900     |
| 21   | Réalisation | 41000   | -         | 41000   | 24600   | 41000      |
| 22   | Régie       | 46200   | 2500      | {}      | 25100   | 48700      |
| 23   | Décoration  | 50000   | -2500     | 47500   | 30000   | 47500      |
| 24   | Son         | 17700   | -         | 17700   | 9200    | 17700      |
"""


@pytest.mark.parametrize(
    "heads", [("Devis accepté", "Devis rectifié"), ("Chiffrage signé", "Chiffrage suivi")]
)
def test_the_budgets_before_and_after_its_changes_whatever_heads_them(heads):
    """Categories have their sums in one of the columns alone."""
    kind, found = columns(BEFORE_AND_AFTER.format(*heads, 48700), "Suivi coûts")
    assert kind == "budget"
    told = ("budget", "approved_changes", "revised_budget")
    assert [found[name] for name in told] == [3, 4, 5]


def test_columns_that_the_changes_do_not_make_are_not_told_by_them():
    found = columns(BEFORE_AND_AFTER.format("Chiffrage signé", "Devis", 51000), "Suivi coûts")[1]
    assert found["budget"] == 5
    assert "revised_budget" not in found
