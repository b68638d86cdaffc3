"""A budget line's own arithmetic: one wrong figure is one issue, where it stands."""

from __future__ import annotations

import pytest

from tests.schemas.reading import issues, reading

HOME_MADE = """
| Item      | Budget | Actual | Difference |
| CAMERA    |
| Body      | 200    | 250    | -50        |
| Lenses    | 100    | 90     | 10         |
| WARDROBE  |
| Costumes  | 50     | 20     | 30         |
| TOTAL     | 350    | 360    | -10        |
"""
EPISODES = """
| Acct | Description | Pattern | Amort | Ep 101 | Ep 102 | Series Total |
| 1101 | Writers     | 0       | 100   | 500    | 500    | 1100         |
| 1201 | Producers   | 0       | 200   | 600    | 600    | 1400         |
| 1301 | Directors   | 50      | 0     | 700    | 700    | 1450         |
| 1401 | Cast        | 0       | 0     | 900    | 800    | 1700         |
|      | Total       | 50      | 300   | 2700   | 2600   | 5650         |
"""


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ("| -50        |", "| -20        |", "D3"),
        ("| 20     | 30         |", "| 20     | 70         |", "D6"),
    ],
)
def test_a_difference_that_is_none_and_not_the_total_below_it(before, after, where):
    assert issues(reading(HOME_MADE)) == []
    assert issues(reading(HOME_MADE.replace(before, after))) == [("efc-identity-broken", where)]


def test_a_difference_the_other_way_round_is_right():
    turned = HOME_MADE.replace("| -50 ", "| 50 ").replace("| -10 ", "| 10 ")
    turned = turned.replace("| 90     | 10 ", "| 90     | -10 ").replace("| 30 ", "| -30 ")
    assert issues(reading(turned)) == []


def test_episodes_add_up_to_the_series():
    found = reading(EPISODES, tab="Series budget")
    (table,) = found.tables
    assert issues(found) == []
    assert table.place.columns["budget"] == 7
    assert list(table.other_columns) == ["Pattern", "Amort", "Ep 101", "Ep 102"]


def test_a_series_total_that_its_episodes_do_not_make():
    found = reading(EPISODES.replace("| 1450 ", "| 1540 "), tab="Series budget")
    assert issues(found) == [("efc-identity-broken", "G4")]
    assert [cell.a1 for cell in found.issues[0].related] == ["C4", "D4", "E4", "F4"]


PATTERN = """
| Acct | Description | Amort | Pattern | 101  | 102  | 103    | SERIES Total |
| 1110 | Rights      | 900   |         |      |      |        | 900          |
| 1210 | Producers   |       | 700     | 700  | 700  | 700    | 2100         |
| 1310 | Directors   | 50    | 800     | 800  | 800  | 800    | 2450         |
| 1410 | Fees        |       | 300     | 300  | 300  | {last} | {total}      |
| 1490 | Narrator    | 20    | 270     | 270  | 270  | 270    | 830          |
| 1500 | Travel      |       | 270     | 270  | 270  | 270    | 810          |
"""


@pytest.mark.parametrize(
    ("last", "total", "found"),
    [(450, 1050, []), (300, 1050, [("efc-identity-broken", "H5")])],
    ids=["a dear last episode", "a wrong total"],
)
def test_an_episode_is_no_pattern_though_most_are_like_it(last, total, found):
    """Nearly everywhere the pattern and the first two are as much as the three episodes."""
    read = reading(PATTERN.format(last=last, total=total), tab="Series budget")
    assert issues(read) == found


def test_a_part_that_few_lines_have_is_in_the_sum():
    text = """
    | Acct | Description | Labour | Goods | Rights | Total |
    | 2201 | Design      | 100    | 20    |        | 120   |
    | 2202 | Paint       | 200    | 30    |        | 230   |
    | 2203 | Music       | 300    | 40    | 500    | 340   |
    | 2204 | Wood        | 400    | 50    |        | 450   |
    """
    assert issues(reading(text, tab="Budget")) == [("efc-identity-broken", "F4")]


def test_a_total_split_into_labour_and_the_rest():
    text = """
    | Account | Category   | Total | Non-labour | Labour | Canadian | Non-Canadian |
    | 01.01   | Story      | 5000  | 5000       | 0      | 5000     | 0            |
    | 02.01   | Writers    | 7000  | 1000       | 6000   | 6500     | 500          |
    | 10.01   | Principals | 3000  | 100        | 2900   | 3000     | 0            |
    | 10.10   | Extras     | 900   | 100        | 800    | 900      | 0            |
    """
    assert issues(reading(text, tab="Budget")) == []
    wrong = text.replace("| 900   | 100 ", "| 990   | 100 ")
    assert issues(reading(wrong, tab="Budget")) == [("efc-identity-broken", "C5")]


OPEN = """
| Acct | Description | Budget |
| 2201 | Designer    | 1000   |
| 2202 | Assistant   | TBD    |
| 2203 | Buyer       | 5OO    |
| 2204 | Props       | 250    |
|      | Total       | 1250   |
"""


@pytest.mark.parametrize(
    ("total", "right"),
    [("1250", True), ("1750", True), ("1350", False), ("2250", False)],
)
def test_what_is_open_is_nothing_yet_and_what_is_misspelt_may_count_in_a_total(total, right):
    told = issues(reading(OPEN.replace("| 1250 ", f"| {total} ")))
    faults = [("amount-open", "C3"), ("unreadable-amount", "C4")]
    assert told == faults + ([] if right else [("stated-total-differs", "C6")])


def test_a_share_of_the_total_below_it_and_who_pays_are_no_lines():
    (table,) = reading(
        """
        | Acct | Description     | Budget |
        | 2201 | Designer        | 1000   |
        | 2202 | Set assistant   | 600    |
        | 2203 | Props           | 400    |
        |      | Total           | 2000   |
        |      | Insurance 3 %   | 60     |
        |      | Total           | 2060   |
        |      |                 |        |
        |      | FINANCING       |        |
        |      | Broadcaster     | 1500   |
        |      | Own means       | 560    |
        |      | Total           | 2060   |
        """,
        tab="Budget",
    ).tables
    assert [int(row) for row in table.frame.index[~table.frame["special"]]] == [2, 3, 4]
    assert dict(table.special_totals) == {"budget": 60}
    assert table.excluded["note"] == (9, 10, 11, 12)


BID = """
| Line | Description          | Days | Rate  | Total | Notes |
| 51   | Producer             | 2    | 1250  | 2500  |       |
| 52   | Gaffer               | 2    | 850   | 1700  |       |
|      | TOTAL A              |      |       | 4200  |       |
| 193  | Camera rental        | 2    | 2650  | 5300  |       |
| 194  | Walkies              | 10   | 50    | 500   |       |
|      | TOTAL B              |      |       | 5800  |       |
|      | DIRECT COSTS A - B   |      |       | 10000 |       |
|      | Production insurance |      | 3%    | {}    |       |
|      | BID TOTAL            |      |       | {}    |       |
"""


@pytest.mark.parametrize(("cost", "apart"), [(300, True), (450, False)])
def test_a_share_may_stand_beside_its_words_and_below_a_sum_told_by_its_arithmetic(cost, apart):
    """What is no 3% of the direct costs above it stays a line of the bid."""
    (table,) = reading(BID.format(cost, 10000 + cost), tab="Bid").tables
    assert table.excluded["subtotal"] == (4, 7, 8, 10)
    assert dict(table.special_totals) == ({"budget": cost} if apart else {})


def test_columns_that_contradict_each_other_on_most_lines_are_said_once():
    found = reading(
        """
        | Acct | Description | Budget | Actual to Date | Commitments | Total Cost | ETC | EFC  |
        | 2201 | Set Design  | 1000   | 400            | 100         | 500        | 500 | 2000 |
        | 2202 | Grip Labor  | 1000   | 300            | 100         | 400        | 600 | 2100 |
        | 2203 | Wardrobe    | 1000   | 200            | 100         | 300        | 700 | 2200 |
        | 2204 | Camera Crew | 1000   | 100            | 100         | 200        | 800 | 2300 |
        | 2205 | Editing     | 1000   | 100            | 100         | 200        | 800 | 1000 |
        """
    )
    assert issues(found) == [("efc-identity-broken", "H1")]
    (issue,) = found.issues
    assert issue.message == '"EFC" is not what total cost and ETC make on 4 of 5 lines.'


SUMMARY = """
| BUDGET TOPSHEET |
| Acct | Category        | Original Budget | Approved Overages | Final Budget |
| 1100 | Story & Rights  | 19400           | 0                 | 19400        |
| 1200 | Producers Unit  | 61500           | -1500             | 60000        |
| 1300 | Direction       | 44900           | 0                 | {}           |
| 1400 | Cast            | 218850          | 0                 | 218850       |
|      | Total           | 344650          | -1500             | {}           |
"""


def test_a_topsheets_lines_are_held_to_their_own_arithmetic():
    found = reading(SUMMARY.format(44900, 343150), tab="Topsheet")
    assert found.tables[0].kind == "budget_topsheet"
    assert issues(found) == []
    wrong = reading(SUMMARY.format(45400, 343650), tab="Topsheet")
    assert issues(wrong) == [("efc-identity-broken", "E5")]


CHANGED = """
| Acct | Description | Budget | Approved | Revised | Actual | ETC | EFC  | Variance |
| 1101 | Writers     | 1000   | 200      | 1200    | 700    | 500 | 1200 | 0        |
| 1102 | Research    | 300    |          | 300     | 100    | 200 | 300  | 0        |
| 1103 | Copies      | 200    |          | 200     | 50     | 150 | 200  | 0        |
| 1104 | Clearances  | 400    |          | 400     | 300    | 100 | 400  | 0        |
"""


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        ("| 300     | 100    | 200 | 300  | 0 ", "| 350     | 100    | 200 | 300  | 50 ", ["E3"]),
        ("| 150 | 200  ", "| 150 | 250  ", ["H4"]),  # neither the ETC nor the variance says so
    ],
)
def test_blank_changes_are_none_and_without_orders_what_is_spent_is_the_cost(before, after, wrong):
    assert issues(reading(CHANGED)) == []
    found = issues(reading(CHANGED.replace(before, after)))
    assert found == [("efc-identity-broken", cell) for cell in wrong]


def test_transfers_beside_the_approved_changes_are_in_the_revised_budget():
    text = """
    | Acct | Description | Budget | Approved | Transfers | Revised budget | Actual | EFC  |
    | 1101 | Writers     | 1000   | 200      |           | 1200           | 700    | 1200 |
    | 1102 | Research    | 300    |          | -50       | 250            | 100    | 250  |
    | 1103 | Copies      | 200    |          | 50        | 250            | 50     | 250  |
    """
    assert issues(reading(text, tab="Cost report")) == []


LOADING = """
| Acct | Description | Budget | This period | Actual | EFC  |
| 1100 | STORY       |        |             |        |      |
| 1101 | Writers     | 1000   | 50          | 700    | 1000 |
| 1102 | Research    | 300    | 30          | 100    | 300  |
|      | Total 1100  | 1300   | 80          | 800    | 1300 |
| 1400 | CAST        |        |             |        |      |
| 1401 | Leads       | 200    | Loading...  | 50     | 200  |
| 1402 | Supporting  | 400    | 20          | 300    | 400  |
|      | Total 1400  | 600    | 20          | 350    | 600  |
|      | GRAND TOTAL | 1900   | 100         | 1150   | 1900 |
"""


@pytest.mark.parametrize(
    ("stated", "wrong"), [("100 ", []), ("170 ", [("stated-total-differs", "D10")])]
)
def test_a_grand_total_over_what_cannot_be_read_is_held_to_the_totals_above_it(stated, wrong):
    text = LOADING.replace("| 100         ", f"| {stated}        ")
    assert issues(reading(text, tab="Cost report")) == [("not-ready", "D7"), *wrong]


def test_a_grand_total_without_such_totals_is_not_judged():
    rows = [line for line in LOADING.splitlines() if "Total 1" not in line]
    text = "\n".join(rows).replace("| 100         ", "| 170         ")
    assert issues(reading(text, tab="Cost report")) == [("not-ready", "D6")]
