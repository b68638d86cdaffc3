"""The cost report by the trade's rules, on tables made by hand."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.cell import Cell
from model.production import Thresholds
from model.table import Place, Table
from tests.transforms.sheets import production
from transforms.costs.figures import add_up, explanation_wanted
from transforms.costs.lines import CostReport, EfcRule, Figures, Section
from transforms.costs.report import NO_ACCOUNT, NOT_IN_BUDGET
from transforms.facts import Facts

MONEY = [
    *("budget", "approved_changes", "revised_budget", "actual_period", "actual_to_date"),
    *("commitments", "total_cost", "etc", "efc", "variance"),
]
FIELDS = ["account", "description", *MONEY, "notes", "category_code", "category", "section"]


def budget(*lines: dict[str, Any], columns: str = "account description budget", first: int = 2):
    """A budget whose sheet has these columns; a line gives fields by name, money as numbers."""
    hidden = set(MONEY) - set(columns.split())
    rows = [
        {
            field: Decimal(str(value)) if field in MONEY else value
            for field, value in line.items()
            if field not in hidden
        }
        for line in lines
    ]
    frame = pd.DataFrame(rows, columns=[*FIELDS, "special"], dtype=object)
    frame = frame.where(frame.notna(), None)
    frame.index = pd.RangeIndex(first, first + len(rows))
    place = Place("Budget", {name: col for col, name in enumerate(columns.split(), start=1)})
    return Table(kind="budget", frame=frame, places=(place,), excluded={"unreadable": (99,)})


def log(*orders: tuple[str | None, float | None, float | None, str]):
    """A purchase order log: account, amount, invoiced, status."""
    names = ["po_number", "vendor", "account", "amount", "invoiced", "status"]
    rows = [
        [str(number), "Vendor", account, _money(amount), _money(invoiced), status]
        for number, (account, amount, invoiced, status) in enumerate(orders, start=1)
    ]
    frame = pd.DataFrame(rows, columns=names, dtype=object)
    frame.index = pd.RangeIndex(2, 2 + len(rows))
    place = Place("PO Log", {name: col for col, name in enumerate(names, start=1)})
    return Table(
        kind="purchase_orders", frame=frame, places=(place,), excluded={"unreadable": (98,)}
    )


def _money(amount: float | None) -> Decimal | None:
    return None if amount is None else Decimal(str(amount))


def report(*tables: Table, orders: Table | None = None, **settings: Any) -> CostReport:
    found = [*tables, orders] if orders is not None else tables
    made = Facts(found, production(**settings)).cost_report
    assert made is not None
    return made


def one(line: dict[str, Any], columns: str, **settings: Any):
    """The only line of a budget of one account."""
    (category,) = report(
        budget({"account": "2201", **line}, columns=columns), **settings
    ).categories
    (found,) = category.accounts
    return found


@pytest.mark.parametrize(
    ("line", "closed", "rule", "efc", "etc"),
    [
        ({"etc": 9}, False, EfcRule.ETC_GIVEN, 59, 9),
        ({"efc": 120}, False, EfcRule.EFC_GIVEN, 120, 70),
        ({"etc": 9, "efc": 70}, False, EfcRule.ETC_GIVEN, 59, 9),
        ({}, False, EfcRule.AT_LEAST_BUDGET, 100, 50),
        ({"actual_to_date": 130}, False, EfcRule.AT_LEAST_BUDGET, 150, 0),
        ({}, True, EfcRule.CLOSED, 50, 0),
        ({"etc": 9}, True, EfcRule.ETC_GIVEN, 59, 9),
    ],
)
def test_what_gives_the_efc(line, closed, rule, efc, etc):
    made = one(
        {"budget": 100, "actual_to_date": 30, "commitments": 20} | line,
        "account description budget actual_to_date commitments etc efc",
        closed_accounts=frozenset({"2201"} if closed else ()),
    )
    assert (made.efc_rule, made.figures.efc, made.figures.etc) == (rule, efc, etc)
    assert made.figures.variance == 100 - efc


@pytest.mark.parametrize(
    ("line", "original", "approved", "revised"),
    [
        ({"budget": 100}, 100, 0, 100),
        ({"budget": 100, "approved_changes": 25}, 100, 25, 125),
        ({"budget": 100, "revised_budget": 125}, 100, 25, 125),
        ({"revised_budget": 125, "approved_changes": 25}, 100, 25, 125),
        ({"revised_budget": 125}, 125, 0, 125),
        ({}, 0, 0, 0),
    ],
)
def test_original_and_approved_make_the_revised_budget(line, original, approved, revised):
    figures = one(line, "account description budget approved_changes revised_budget").figures
    assert (figures.original, figures.approved, figures.revised) == (original, approved, revised)


@pytest.mark.parametrize(
    ("line", "actual", "commitments"),
    [
        ({"actual_to_date": 30, "commitments": 20}, 30, 20),
        ({"total_cost": 50, "commitments": 20}, 30, 20),
        ({"total_cost": 50, "actual_to_date": 30}, 30, 20),
        ({"total_cost": 50}, 50, 0),
        ({}, 0, 0),
    ],
)
def test_a_total_cost_gives_the_part_that_is_missing(line, actual, commitments):
    figures = one(line, "account budget actual_to_date commitments total_cost").figures
    assert (figures.actual, figures.commitments) == (actual, commitments)
    assert figures.total_cost == actual + commitments


ORDERS = log(
    ("2201", 1000, 400, "Open"),
    ("2201", 500, 500, "Closed"),
    ("2201", 300, 200, "Closed"),
    ("2201", 90, None, "Paid"),
    ("2201", 70, None, "Void"),
    ("2201", 100, 130, "Open"),
    (" 2201 ", 10, None, "Open"),
)


def test_costs_come_from_the_log_where_the_budget_has_no_columns_for_them():
    made = report(budget({"account": "2201", "budget": 5000}), orders=ORDERS)
    figures = made.grand
    assert figures.actual == 400 + 500 + 200 + 90 + 130
    assert figures.commitments == 600 + 10
    line = made.categories[0].accounts[0]
    assert tuple(line.sources["commitments"]) == (Cell("PO Log", 2, 4), Cell("PO Log", 8, 4))
    assert line.sources["actual"][0] == Cell("PO Log", 2, 5)
    assert Cell("PO Log", 5, 4) in line.sources["actual"], "paid whole: the amount's own cell"
    assert tuple(line.sources["original"]) == (Cell("Budget", 2, 3),)


@pytest.mark.parametrize(
    ("columns", "actual", "commitments"),
    [
        ("account budget actual_to_date", 7, 610),
        ("account budget commitments", 1320, 8),
        ("account budget actual_to_date commitments", 7, 8),
        ("account budget total_cost", 0, 0),
    ],
)
def test_the_budgets_own_columns_come_before_the_log(columns, actual, commitments):
    line = {"account": "2201", "budget": 5000, "actual_to_date": 7, "commitments": 8}
    own = {field: value for field, value in line.items() if field in columns.split()}
    made = report(budget(own, columns=columns), orders=ORDERS).grand
    assert (made.actual, made.commitments) == (actual, commitments)


def test_open_orders_are_part_of_what_a_sheet_without_commitments_still_has_to_spend():
    line = {"account": "2201", "budget": 5000, "actual_to_date": 1500, "etc": 3700, "efc": 5200}
    made = report(budget(line, columns=" ".join(line)), orders=ORDERS)
    figures = made.grand
    assert (figures.commitments, figures.efc, figures.etc) == (610, 5200, 5200 - 1500 - 610)
    assert made.categories[0].accounts[0].efc_rule is EfcRule.EFC_GIVEN


def test_an_account_that_the_budget_lacks_is_kept_on_a_line_of_its_own():
    made = report(
        budget({"account": "1101", "budget": 100}),
        orders=log(("110", 50, 20, "Open"), ("9", 5, 5, "Void"), (None, 8, 0, "Open")),
    )
    names = [category.name for category in made.categories]
    assert names == ["Above the Line", NOT_IN_BUDGET, NO_ACCOUNT]
    (line,) = made.categories[1].accounts
    assert (line.account, line.budgeted, line.at) == ("110", False, Cell("PO Log", 2, 3))
    assert (line.figures.actual, line.figures.commitments, line.figures.variance) == (20, 30, -50)
    (uncoded,) = made.categories[2].accounts
    assert (uncoded.account, uncoded.figures.commitments) == ("", 8)
    assert made.grand.total_cost == 50 + 8


def test_an_account_on_two_lines_gets_the_logs_costs_once():
    twice = budget({"account": "2201", "budget": 10}, {"account": "2201", "budget": 20})
    made = report(twice, orders=log(("2201", 50, 20, "Open")))
    assert [line.figures.actual for line in made.categories[0].accounts] == [20, 0]


def test_categories_are_the_budgets_own_in_its_order():
    made = report(
        budget(
            {"account": "2201", "budget": 1, "category_code": "2200", "category": "Set Design"},
            {"account": "1401", "budget": 2, "category_code": "1400", "category": "Cast"},
            {"account": "2202", "budget": 4, "category_code": "2200", "category": "Set Design"},
            {"account": "5101", "budget": 8},
        )
    )
    assert [
        (category.code, category.name, category.section, category.figures.revised)
        for category in made.categories
    ] == [
        ("2200", "Set Design", Section.PRODUCTION, 5),
        ("1400", "Cast", Section.ABOVE_THE_LINE, 2),
        ("", "Post Production", Section.POST, 8),
    ]
    assert {section: figures.revised for section, figures in made.sections.items()} == {
        Section.ABOVE_THE_LINE: 2,
        Section.PRODUCTION: 5,
        Section.POST: 8,
    }


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ({"account": "1401"}, Section.ABOVE_THE_LINE),
        ({"account": "1401", "section": "BELOW-THE-LINE POST PRODUCTION"}, Section.POST),
        ({"account": "5101", "section": "Production"}, Section.PRODUCTION),
        ({"account": "6701", "section": None}, Section.OTHER),
        ({"account": "10.01"}, Section.OTHER),
        ({"account": "B", "section": "Above the Line"}, Section.ABOVE_THE_LINE),
        ({"account": "3650", "description": "Location contingency"}, Section.PRODUCTION),
        ({"description": "Contingency (10%)", "special": True}, Section.CONTINGENCY),
        ({"description": "10% Contingency", "special": True}, Section.CONTINGENCY),
        ({"description": "Completion Bond", "special": True}, Section.OTHER),
    ],
)
def test_sections_by_the_sheets_words_then_by_the_chart(line, section):
    assert report(budget(line)).categories[0].section is section


def test_contingency_left_is_what_nothing_went_against():
    made = report(
        budget(
            {"account": "2201", "budget": 100},
            {"description": "Contingency", "budget": 40, "actual_to_date": 15, "special": True},
            columns="account description budget actual_to_date",
        )
    )
    assert made.contingency_left == 25
    assert made.grand.revised == 140
    assert report(budget({"account": "2201", "budget": 100})).contingency_left is None


def test_rows_that_cannot_be_read_are_listed_the_logs_where_the_log_is_asked():
    unread, unread_order = Cell("Budget", 99, 1), Cell("PO Log", 98, 1)
    line = {"account": "2201", "budget": 1}
    assert report(budget(line)).rows_not_totalled == (unread,)
    assert report(budget(line), orders=ORDERS).rows_not_totalled == (unread, unread_order)
    own = budget(line, columns="account budget actual_to_date commitments")
    assert report(own, orders=ORDERS).rows_not_totalled == (unread,)


def test_there_is_no_cost_report_without_a_budget():
    assert Facts([ORDERS], production()).cost_report is None


@pytest.mark.parametrize(
    ("revised", "efc", "wanted"),
    [
        (40_000, 44_000, True),
        (40_000, 43_999, False),
        (40_000, 36_000, True),
        (20_000, 22_499, False),
        (25_000, 27_500, True),
        (0, 2500, True),
        (0, 0, False),
    ],
)
def test_an_explanation_is_wanted_past_the_percentage_and_the_floor(revised, efc, wanted):
    zero = Decimal(0)
    figures = Figures(
        zero, zero, Decimal(revised), None, zero, zero, zero, zero, Decimal(efc),
        Decimal(revised) - Decimal(efc),
    )  # fmt: skip
    assert explanation_wanted(figures, Thresholds()) is wanted


FEW = settings(max_examples=30, deadline=None)
AMOUNTS = st.decimals(-(10**7), 10**7, places=4)
LINES = st.lists(
    st.fixed_dictionaries(
        {
            "account": st.sampled_from(["1401", "2201", "2202", "5101", "6701", "A 1"]),
            "category_code": st.sampled_from([None, "2200", "1400"]),
            "special": st.booleans(),
            "description": st.sampled_from([None, "Contingency", "Bond"]),
        },
        optional=dict.fromkeys(MONEY, AMOUNTS),
    ),
    max_size=12,
)
COSTS = st.lists(
    st.tuples(
        st.sampled_from(["2201", "110", None]),
        st.integers(-999, 999) | st.none(),
        st.integers(-999, 999) | st.none(),
        st.sampled_from(["Open", "Closed", "Paid", "Void", ""]),
    ),
    max_size=6,
)
ALL = "account description " + " ".join(MONEY)


@FEW
@given(LINES, COSTS, st.booleans())
def test_every_total_is_the_sum_of_its_rows(lines, costs, own):
    columns = ALL if own else "account description budget etc"
    made = report(budget(*lines, columns=columns), orders=log(*costs))
    accounts = [line.figures for category in made.categories for line in category.accounts]
    assert made.grand == add_up(accounts)
    assert made.grand == add_up(made.sections.values())
    for category in made.categories:
        assert category.figures == add_up(line.figures for line in category.accounts)


@FEW
@given(LINES, COSTS)
def test_the_columns_always_agree(lines, costs):
    """What a sheet states against itself, reading discloses; it is no matter of computing."""
    for line in lines:
        line.pop("revised_budget", None)
    made = report(budget(*lines, columns=ALL), orders=log(*costs))
    for category in made.categories:
        for figures in (category.figures, *(line.figures for line in category.accounts)):
            assert figures.revised == figures.original + figures.approved
            assert figures.total_cost == figures.actual + figures.commitments
            assert figures.efc == figures.total_cost + figures.etc
            assert figures.variance == figures.revised - figures.efc


@FEW
@given(LINES, COSTS, st.integers(0, 999))
def test_the_order_of_rows_changes_no_total(lines, costs, seed):
    before = report(budget(*lines, columns=ALL), orders=log(*costs))
    random = Random(seed)  # noqa: S311
    random.shuffle(lines)
    random.shuffle(costs)
    after = report(budget(*lines, columns=ALL), orders=log(*costs))
    assert after.grand == before.grand
    assert after.sections == before.sections


@FEW
@given(LINES, COSTS)
def test_no_cost_of_the_log_is_dropped(lines, costs):
    """With no cost column in the budget, the report's cost is that of all coded, live orders."""
    orders = log(*costs)
    made = report(budget(*lines), orders=orders)
    posted = report(budget(), orders=orders)
    assert made.grand.total_cost == posted.grand.total_cost
