"""What always holds of costs, whatever people post: each posting counts once, to the cent."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from model.cell import Cell
from model.money import cents, total
from model.production import Accruals, Costing, Rate
from model.table import Place, Table
from tests.transforms.sheets import production
from transforms.costs.figures import add_up
from transforms.costs.roll_up import Cost
from transforms.facts import Facts

FEW = settings(max_examples=15, deadline=None)
CODES = st.sampled_from(["2201", "2202", "2201-05", "2201-05-1", "22011", "9", "10.1", None])
AMOUNT = st.decimals(-(10**6), 10**6, places=2, allow_nan=False)
MONEY = AMOUNT | st.none()
DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 31)) | st.none()
NUMBERS = st.sampled_from(["101", "102", "103", None])
FIELDS = {
    "ledger": {"account": CODES, "date": DAYS, "vendor": st.sampled_from(["A", "B", None])}
    | {"po_number": NUMBERS, "debit": MONEY, "credit": MONEY},
    "purchase_orders": {"po_number": NUMBERS, "vendor": st.sampled_from(["A", "C", None])}
    | {"account": CODES, "amount": MONEY, "invoiced": MONEY}
    | {"status": st.sampled_from(["Open", "Closed", "Paid", "Void", "Accrued", None])},
    "petty_cash": {"account": CODES, "date": DAYS, "amount": MONEY},
    "payroll": {"account": CODES, "week_ending": DAYS, "gross": MONEY, "fringe": MONEY},
}
Rows = list[dict[str, Any]]


def some(kind: str) -> st.SearchStrategy[Rows | None]:
    """A journal's rows; ``None`` where the production keeps no such sheet."""
    return st.none() | st.lists(st.fixed_dictionaries(FIELDS[kind]), max_size=8)


JOURNALS = st.fixed_dictionaries({kind: some(kind) for kind in FIELDS})


def table(kind: str, rows: Rows) -> Table:
    """A journal whose tab has a column for each of its fields."""
    names = list(FIELDS[kind])
    frame = pd.DataFrame(rows, columns=names, dtype=object)
    frame = frame.astype(object).where(frame.notna(), None)
    frame.index = pd.RangeIndex(2, 2 + len(rows))
    return Table(
        kind=kind,
        frame=frame,
        places=(Place(kind, {name: col for col, name in enumerate(names, start=1)}),),
    )


def budget(*accounts: str) -> Table:
    names = ["account", "description", "budget", "category_code", "category", "section", "special"]
    rows = [[account, "", Decimal(1000), None, None, None, False] for account in accounts]
    frame = pd.DataFrame(rows, columns=names, dtype=object)
    place = Place("Budget", {"account": 1, "description": 2, "budget": 3})
    return Table(kind="budget", frame=frame, places=(place,))


def facts(journals: dict[str, Rows | None], accruals: Accruals = Accruals.IN_COMMITMENTS) -> Facts:
    tables = [table(kind, rows) for kind, rows in journals.items() if rows is not None]
    made = production(today="2026-03-04", costing=Costing(accruals=accruals))
    return Facts([budget("2201", "2202", "10.10"), *tables], made)


def costs(found: Facts) -> list[Cost]:
    """Every line's cost, of the budget's accounts and of all others."""
    made = found.costs
    uncoded = [made.uncoded] if made.uncoded else []
    return [*made.lines.values(), *made.unknown.values(), *uncoded]


@FEW
@given(JOURNALS, st.sampled_from(list(Accruals)))
def test_every_posting_counts_in_exactly_one_line(journals, accruals):
    found = facts(journals, accruals)
    if found.costs.basis.balance_accounts:
        return
    counted = Counter(
        cell
        for cost in costs(found)
        for figure in ("actual", "commitments")
        for cell in cost.trail(figure)
    )
    frame = found.postings.frame
    spent = {"posted", "gross", "fringe", "invoiced"}
    kinds = {"ledger"} if journals["ledger"] is not None else set(FIELDS) - {"ledger"}
    used = frame[
        (frame["part"].isin(spent) & frame["kind"].isin(kinds))
        | frame["part"].isin(["open", "accrued"])
    ]
    places = found.postings.places
    assert counted == Counter(
        _cell(places[at], row, col)
        for at, row, col in zip(used["table"], used["row"], used["col"], strict=True)
    )


def _cell(place: Place, row: int, col: int) -> Cell:
    return Cell(place.tab, int(row), int(col), place.book)


@FEW
@given(JOURNALS, st.sampled_from(list(Accruals)))
def test_totals_are_the_sum_of_their_lines_to_the_cent(journals, accruals):
    found = facts(journals, accruals)
    report = found.cost_report
    assert report is not None
    lines = [line.figures for category in report.categories for line in category.accounts]
    assert report.grand == add_up(lines)
    for figure in ("actual", "commitments"):
        assert getattr(report.grand, figure) == total(cost.amount(figure) for cost in costs(found))


@FEW
@given(JOURNALS)
def test_without_a_ledger_the_actual_is_all_that_is_posted(journals):
    """Counted another way: row by row, from what was drawn."""
    journals["ledger"] = None
    report = facts(journals).cost_report
    assert report is not None
    assert report.grand.actual == total(
        [
            *(row[name] for row in journals["payroll"] or () for name in ("gross", "fringe")),
            *(row["amount"] for row in journals["petty_cash"] or ()),
            *(_invoiced(row) for row in journals["purchase_orders"] or ()),
        ]
    )


def _invoiced(order: dict[str, Any]) -> Decimal | None:
    if order["status"] == "Void":
        return None
    whole = order["status"] == "Paid" and order["invoiced"] is None
    return order["amount"] if whole else order["invoiced"]


@FEW
@given(JOURNALS, st.sampled_from(list(Accruals)))
def test_with_a_ledger_the_actual_is_the_ledger_and_what_is_accrued(journals, accruals):
    journals["ledger"] = journals["ledger"] or []
    found = facts(journals, accruals)
    report, basis = found.cost_report, found.costs.basis
    assert report is not None
    if basis.balance_accounts:
        return
    ledger = total(row["debit"] for row in journals["ledger"])
    ledger -= total(row["credit"] for row in journals["ledger"])
    in_actual = accruals is Accruals.IN_COST_TO_DATE
    assert report.grand.actual == ledger + (basis.accrued if in_actual else 0)


@FEW
@given(JOURNALS)
def test_the_accruals_setting_moves_costs_and_changes_no_total(journals):
    here, there = (facts(journals, accruals).cost_report for accruals in Accruals)
    assert here is not None
    assert there is not None
    assert here.grand.total_cost == there.grand.total_cost
    assert here.grand.efc == there.grand.efc


@FEW
@given(JOURNALS, st.integers(0, 999))
def test_the_order_of_rows_changes_nothing(journals, seed):
    before = facts(journals)
    random = Random(seed)  # noqa: S311
    shuffled = {kind: rows and random.sample(rows, len(rows)) for kind, rows in journals.items()}
    after = facts(shuffled)
    for name in ("lines", "unknown"):
        one, other = (getattr(each.costs, name) for each in (before, after))
        assert {code: cost.amounts for code, cost in one.items()} == {
            code: cost.amounts for code, cost in other.items()
        }
    assert before.cost_report is not None
    assert after.cost_report is not None
    assert before.cost_report.grand == after.cost_report.grand


RATE = Rate(Decimal("0.7312"), date(2026, 3, 2))


@FEW
@given(st.lists(st.tuples(AMOUNT, st.sampled_from(["", "CAD", "EUR"])), max_size=8), st.booleans())
def test_other_currencies_are_added_only_once_they_are_converted(receipts, rated):
    rows = [{"account": "2201", "date": None, "amount": amount} for amount, _ in receipts]
    stated = {2 + place: code for place, (_, code) in enumerate(receipts) if code}
    cash = replace(table("petty_cash", rows), currencies={"amount": stated})
    costing = Costing(rates={"CAD": RATE} if rated else {})
    report = Facts([budget("2201"), cash], production(costing=costing)).cost_report
    assert report is not None
    sums = {code: total(a for a, own in receipts if own == code) for code in ("", "CAD", "EUR")}
    assert report.grand.actual == sums[""] + (cents(sums["CAD"] * RATE.rate) if rated else 0)
    told = [other for line in report.categories[0].accounts for other in line.abroad]
    assert {other.currency: other.amount for other in told} == {
        code: sums[code] for code in ("CAD", "EUR") if any(a for a, own in receipts if own == code)
    }


@FEW
@given(JOURNALS)
def test_what_is_dated_in_the_period_is_part_of_the_actual(journals):
    """Together with what other weeks and undated costs have, it is all of it."""
    found = facts(journals)
    basis = found.costs.basis
    if basis.period is None:
        assert all(not cost.amount("actual_period") for cost in costs(found))
        return
    assert basis.period == (date(2026, 3, 1), date(2026, 3, 7))
    for cost in costs(found):
        assert set(cost.trail("actual_period")) <= set(cost.trail("actual"))
