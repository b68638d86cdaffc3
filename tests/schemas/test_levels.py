"""Topsheet, accounts and detail of one workbook: each level adds up the one below it."""

from __future__ import annotations

import pytest

from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book, issues

TOPSHEET = """
| Acct# | Category Description | Page | Total |
| 1100  | STORY                | 1    | 3000  |
| 1200  | PRODUCERS            | 1    | 4000  |
| 2200  | SET DESIGN           | 2    | 5000  |
|       | Total                |      | 12000 |
"""
ACCOUNTS = """
| Acct | Description     | Budget |
| 1100 | STORY           |        |
| 1101 | Rights          | 1000   |
| 1102 | Writer          | 2000   |
|      | Total Story     | 3000   |
| 1200 | PRODUCERS       |        |
| 1201 | Producer        | 4000   |
|      | Total Producers | 4000   |
| 2200 | SET DESIGN      |        |
| 2201 | Designer        | 5000   |
|      | Total 2200      | 5000   |
"""
DETAIL = """
| Acct | Description | Amount | Units | X | Rate | Subtotal | Total |
| 1101 | Rights      |        |       |   |      |          |       |
|      | Option      | 1      | Allow | 1 | 1000 | 1000     | 1000  |
| 1102 | Writer      |        |       |   |      |          |       |
|      | Draft       | 2      | Drafts | 1 | 1000 | 2000    | 2000  |
| 1201 | Producer    |        |       |   |      |          |       |
|      | Fee         | 4      | Weeks | 1 | 1000 | 4000     | 4000  |
| 2201 | Designer    |        |       |   |      |          |       |
|      | Prep        | 1      | Weeks | 1 | 2000 | 2000     |       |
|      | Shoot       | 1      | Weeks | 1 | 3000 | 3000     | 5000  |
"""


def told(topsheet: str = TOPSHEET, accounts: str = ACCOUNTS, detail: str = DETAIL):
    tabs = {"Topsheet": topsheet, "Accounts": accounts, "Detail": detail}
    grids = [textgrid.parse(text, tab)[0] for tab, text in tabs.items()]
    return read(book(*grids), PRODUCTION)


def where(found):
    return [(issue.code, issue.at.tab, issue.at.a1) for issue in found.issues]


def test_levels_that_agree():
    found = told()
    assert where(found) == []
    assert [t.kind for t in found.tables] == ["budget_topsheet", "budget", "budget_detail"]


@pytest.mark.parametrize(
    ("tab", "before", "after", "at"),
    [
        # the line is wrong, and the total below it only follows
        ("topsheet", "| 1    | 4000  |", "| 1    | 4100  |", ("Topsheet", "D3")),
        ("accounts", "| Writer          | 2000", "| Writer          | 2500", ("Accounts", "C4")),
        ("accounts", "| Total Producers | 4000", "| Total Producers | 4400", ("Accounts", "C8")),
        ("detail", "| 3000     | 5000  |", "| 3000     | 5500  |", ("Detail", "H10")),
    ],
)
def test_one_figure_that_differs_is_one_issue_where_it_stands(tab, before, after, at):
    given = {"topsheet": TOPSHEET, "accounts": ACCOUNTS, "detail": DETAIL}
    assert before in given[tab]
    found = told(**{tab: given[tab].replace(before, after)})
    assert where(found) == [("stated-total-differs", *at)]


def test_a_differing_level_shows_both_figures_and_both_cells():
    found = told(topsheet=TOPSHEET.replace("| 1    | 4000  |", "| 1    | 4100  |"))
    (issue,) = found.issues
    assert "4,100" in issue.message
    assert "4,000" in issue.message
    assert [cell.a1 for cell in issue.related] == ["C8"]
    assert issue.related[0].tab == "Accounts"


def test_another_budgets_accounts_are_no_level_of_this_one():
    other = ACCOUNTS.replace("1000", "1111").replace("2000", "7").replace("4000", "9")
    found = told(accounts=other.replace("3000", "1118").replace("5000", "50"), detail="| |")
    assert where(found) == []


def test_a_summary_without_codes_whose_lines_are_another_tabs_departments():
    summary, _ = textgrid.parse(
        """
        | Department | Budget | Actual |
        | Camera     | 300    | 20     |
        | Wardrobe   | 70     | 60     |
        | Total      | 370    | 80     |
        """,
        "Overall",
    )
    lines, _ = textgrid.parse(
        """
        | Item     | Budget | Actual |
        | CAMERA   |
        | Body     | 200    | 20     |
        | Lenses   | 100    | 0      |
        | WARDROBE |
        | Costumes | 50     | 60     |
        | Props    | 0      | 0      |
        """,
        "Budget",
    )
    found = read(book(summary, lines), PRODUCTION)
    assert [table.kind for table in found.tables] == ["budget_topsheet", "budget"]
    assert where(found) == [("stated-total-differs", "Overall", "B3")]


def test_a_line_that_is_not_ready_says_nothing_of_the_level_above():
    not_ready = ACCOUNTS.replace("| 1102 | Writer          | 2000   |", "| 1102 | Writer | #REF! |")
    found = told(accounts=not_ready)
    assert where(found) == [("not-ready", "Accounts", "C4")]


def test_of_a_line_that_cannot_be_read_whole_the_other_amounts_are_kept():
    grids = textgrid.parse(
        """
        | Acct | Description | Budget | Actual to Date | ETC   | EFC  |
        | 2201 | Designer    | 1000   | 400            | 600   | 1000 |
        | 2202 | Buyer       | 500    | 100            | #REF! | 500  |
        | 2203 | Painter     | 300    | 100            | 200   | 300  |
        """,
        "Cost Report",
    )
    (table,) = read(book(grids[0]), PRODUCTION).tables
    assert list(table.frame["account"]) == ["2201", "2203"]
    assert table.half_read == {3: {"budget": 500, "actual_to_date": 100, "efc": 500}}


BY_CATEGORY = """
| Acct | Category   | Budget | To Date | ETC  | EFC  |
| 1100 | STORY      | 3000   | 1000    | 2000 | 3000 |
| 1200 | PRODUCERS  | 4000   | 4000    | 0    | 4000 |
| 2200 | SET DESIGN | 5000   | 1500    | 3500 | 5000 |
"""
BLOCKS = """
| Acct | Description | # | Unit  | x | Rate | Budget |
| A - ABOVE THE LINE |
| 1100 | STORY       |
| 1101 | Option      | 1 | allow | 1 | 1000 | 1000   |
| 1102 | Draft       | 2 | flat  | 1 | 1000 | 2000   |
|      | Total 1100  |   |       |   |      | 3000   |
| 1200 | PRODUCERS   |
| 1201 | Fee         | 4 | weeks | 1 | 1000 | 4000   |
|      | Total 1200  |   |       |   |      | 4000   |
| B - PRODUCTION |
| 2200 | SET DESIGN  |
| 2201 | Designer    | 5 | weeks | 1 | 1000 | 5000   |
|      | Total 2200  |   |       |   |      | 5000   |
"""


def test_a_cost_report_by_category_beside_a_plain_detail_is_the_cost_report():
    tabs = {"Topsheet": TOPSHEET, "Detail": BLOCKS, "Cost Report": BY_CATEGORY}
    grids = [textgrid.parse(text, tab)[0] for tab, text in tabs.items()]
    found = read(book(*grids), PRODUCTION)
    assert where(found) == []
    assert [t.kind for t in found.tables] == ["budget_topsheet", "budget_detail", "budget"]


def test_beside_accounts_a_cost_report_by_category_is_a_topsheet():
    tabs = {"Cost Report": BY_CATEGORY, "Accounts": ACCOUNTS}
    grids = [textgrid.parse(text, tab)[0] for tab, text in tabs.items()]
    found = read(book(*grids), PRODUCTION)
    assert [t.kind for t in found.tables] == ["budget_topsheet", "budget"]


def test_a_letter_heads_categories_that_head_their_lines():
    (detail,) = read(book(textgrid.parse(BLOCKS, "Detail")[0]), PRODUCTION).tables
    assert detail.kind == "budget_detail"
    assert list(detail.frame["category"]) == ["STORY", "STORY", "PRODUCERS", "SET DESIGN"]
    assert detail.excluded["banner"] == (2, 3, 7, 10, 11)


FRINGED = """
| Acct | Description | Qty | Unit  | Rate | Subtotal | Fringes | Total |
| 2001 | Manager     | 10  | Weeks | 2000 | 20000    | 6000    | 26000 |
| 2002 | 1st AD      | 5   | Weeks | 1000 | 5000     | 1500    | 6500  |
| 2003 | Director    | 4   | Weeks | 2000 | 8000     | 2400    | 10400 |
"""
PLAIN = """
| Acct | Description | Budget |
| 2001 | Manager     | {}     |
| 2002 | 1st AD      | {}     |
| 2003 | Director    | {}     |
"""


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        ((20000, 5000, 8000), []),
        ((26000, 6500, 10400), []),
        ((20000, 5000, 8400), ["C4"]),
        ((26000, 5000, 10400), ["C3"]),
    ],
)
def test_accounts_may_be_stated_without_their_fringes_all_of_them(figures, wrong):
    grids = [
        textgrid.parse(text, tab)[0]
        for text, tab in ((PLAIN.format(*figures), "Budget"), (FRINGED, "Budget Detail"))
    ]
    found = read(book(*grids), PRODUCTION)
    assert [at for code, at in issues(found) if code == "stated-total-differs"] == wrong


def test_a_total_of_accounts_with_other_numbers_is_the_line_above():
    """ "Total 2200" stands below 2201 and 2310: the topsheet's 2200 is both."""
    more = "| 2201 | Designer        | 3000   |\n| 2310 | Dressing        | 2000   |\n"
    accounts = ACCOUNTS.replace("| 2201 | Designer        | 5000   |\n", more)
    assert where(told(accounts=accounts, detail="| |\n")) == []
    wrong = accounts.replace("| Total 2200      | 5000", "| Total 2200      | 5100")
    assert ("stated-total-differs", "Accounts", "C12") in where(
        told(accounts=wrong, detail="| |\n")
    )
