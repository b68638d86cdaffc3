"""Columns of a budget under headings that say nothing: told by what they make, and by place."""

from __future__ import annotations

import pytest

from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book, reading

REPORT = """
| Acct | Description | Budget | Approved | Revised | To Date | POs | Total Cost | ETC | EFC | Variance | Notes |
| 1100 | Story       | 100    | 0        | 100     | 50      | 10  | 60         | 40  | 100 | 0        |       |
| 1300 | Direction   | 200    | 20       | 220     | 150     | 0   | 150        | 90  | 240 | -20      | two more weeks |
| 1400 | Cast        | 300    | -20      | 280     | 100     | 30  | 130        | 100 | 230 | 50       |       |
| 3300 | Camera      | 400    | 5        | 405     | 200     | 25  | 225        | 195 | 420 | -15      | lenses kept on |
"""  # noqa: E501
DETAIL = """
| Acct | Description | Amount | Units | X | Rate | Total | Notes |
| 2201 | Designer    | 4      | Weeks | 1 | 2000 | 8000  |       |
| 2202 | Assistants  | 5      | Weeks | 2 | 900  | 9000  |       |
| 2203 | Draughtsman | 1      | Allow |   | 3500 | 3500  | only if the studio asks |
| 2204 | Painters    | 6      | Days  | 3 | 300  | 5400  |       |
"""
TOPSHEET = """
| Acct | Category   | Total |
| 1100 | Story      | 100   |
| 1300 | Direction  | 200   |
| 1400 | Cast       | 300   |
| 2200 | Set Design | 400   |
| 3300 | Camera     | 500   |
| 3400 | Sound      | 600   |
"""


def columns(text, tab):
    found = reading(text, tab=tab).tables
    return (found[0].kind, dict(found[0].place.columns)) if found else (None, {})


@pytest.mark.parametrize(
    ("text", "tab", "heading"),
    [
        *((REPORT, "Cost report", heading) for heading in (
            "Budget", "Approved", "Revised", "POs", "Total Cost", "ETC", "EFC", "Variance", "Notes",
            "Description", "Acct",
        )),
        *((DETAIL, "Budget detail", heading) for heading in (
            "Amount", "Units", " X ", "Rate", "Total", "Notes", "Description", "Acct",
        )),
        *((TOPSHEET, "Topsheet", heading) for heading in ("Total", "Category", "Acct")),
    ],
)  # fmt: skip
def test_one_heading_that_says_nothing(text, tab, heading):
    title, _, lines = text.strip("\n").partition("\n")
    changed = f"{title.replace(heading, ' Zorb ', 1)}\n{lines}"
    assert columns(changed, tab) == columns(text, tab)


def test_the_rate_and_the_total_of_a_detail_together():
    assert columns(DETAIL.replace("Rate", "Zorb").replace("Total", "Quill"), "Budget detail") == (
        columns(DETAIL, "Budget detail")
    )


LEFT_ALONE = {
    "a quarter that is no sum of anything": (
        TOPSHEET.replace("| Total |", "| Total | Zorb |").replace("00   |", "00 | 17 |"),
        "Topsheet",
        4,
    ),
    "a cost or a forecast, nobody can tell": (
        """
        | Acct | Description | Budget | Zorb | Variance |
        | 1100 | Story       | 100    | 90   | 10       |
        | 1300 | Direction   | 200    | 220  | -20      |
        | 1400 | Cast        | 300    | 300  | 0        |
        | 3300 | Camera      | 400    | 380  | 20       |
        """,
        "Cost report",
        4,
    ),
    "a status that comes again and again": (
        TOPSHEET.replace("| Total |", "| Total | Zorb |").replace(
            "00   |", "00 | not yet agreed |"
        ),
        "Topsheet",
        4,
    ),
    "what it was before": (
        TOPSHEET.replace("| Total |", "| Previous draft | Last year |"),
        "Topsheet",
        3,
    ),
}


@pytest.mark.parametrize(("text", "tab", "col"), LEFT_ALONE.values(), ids=list(LEFT_ALONE))
def test_a_column_that_may_be_several_things_is_none(text, tab, col):
    assert col not in columns(text, tab)[1].values()


OFFICES = """
| Account | Item         | {}   | Notes |
| 6100    | Rent         | 4000 |       |
| 6200    | Salaries     | 9000 |       |
| 6300    | Marketing    | 1500 | trade show in the autumn |
| 6400    | Software     | 700  |       |
| 6500    | Office party | 300  |       |
"""


@pytest.mark.parametrize("heading", ["Zorb", "Budget", "2026"])
@pytest.mark.parametrize("tab", ["Budget 2026", "Sheet1"])
def test_an_offices_budget_is_none_whatever_its_heading(heading, tab):
    assert columns(OFFICES.format(heading), tab) == (None, {})


def test_in_a_productions_spreadsheet_the_only_amounts_beside_its_accounts_are_the_budget():
    text = TOPSHEET.replace("Total", "Zorb")
    grids = [
        textgrid.parse(text, "Numbers")[0],
        textgrid.parse(
            """
            | # | Character | Actor       | Agent     |
            | 1 | NORA      | Ana Moreno  | Hartley   |
            | 2 | TOM       | Ben Okafor  | Hartley   |
            | 3 | THE COOK  | Cleo Martin | Cormorant |
            """,
            "Cast",
        )[0],
    ]
    found = [each for each in read(book(*grids), PRODUCTION).tables if each.place.tab == "Numbers"]
    assert [each.place.columns["budget"] for each in found] == [3]
    assert columns(text, "Numbers") == (None, {})


@pytest.mark.parametrize(
    ("to_date", "total", "period"),
    [
        ("Cost to date", (30, 50, 110, 170), 8),
        ("Cost to date", (31, 52, 113, 174), None),
        ("Zorb", (30, 50, 110, 170), None),
    ],
)
def test_the_sum_of_a_periods_weeks_is_what_the_period_cost(to_date, total, period):
    """Not where it is no such sum, nor where nothing else says what was spent to date."""
    found = columns(
        f"""
        | Acct | Desc.  | Budget | w/e 12/4  | w/e 19/4  | w/e 26/4 | {to_date} | Zorb 2     | EFC |
        | 1100 | Story  | 100    | 10        | 20        | -        | 80        | {total[0]} | 100 |
        | 1300 | Titles | 200    | 20        | 20        | 10       | 150       | {total[1]} | 240 |
        | 1400 | Cast   | 300    | -         | 100       | 10       | 110       | {total[2]} | 230 |
        | 3300 | Camera | 400    | 50        | 60        | 60       | 200       | {total[3]} | 420 |
        """,
        "Cost report",
    )[1]
    assert found.get("actual_period") == period
