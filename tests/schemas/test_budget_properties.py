"""Budgets of any size and figures: totals are matched, and one wrong figure is one issue."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from model.grid import Grid
from model.money import total
from schemas import read
from tests.schemas.reading import PRODUCTION, book

Row = list[object]
FIGURES = st.tuples(st.integers(-500, 900_000), st.integers(1, 900_000))
CATEGORIES = st.lists(st.lists(FIGURES, min_size=1, max_size=4), min_size=1, max_size=4)
SECTIONS = st.lists(CATEGORIES, min_size=1, max_size=3)
NAMES = ("ABOVE THE LINE", "PRODUCTION", "POST PRODUCTION")


def built(sections, contingency: int) -> tuple[list[Row], list[int]]:
    """A budget as rows, and the rows of its totals."""
    rows: list[Row] = [["Acct", "Description", "Budget", "Actual"]]
    totals: list[int] = []
    grand = [0, 0]
    code = 1000
    for name, categories in zip(NAMES, sections, strict=False):
        rows.append([name])
        whole = [0, 0]
        for lines in categories:
            code += 100
            rows.append([f"{code}  CATEGORY {code}"])
            rows += [[f"{code + n}", f"Line {n}", *pair] for n, pair in enumerate(lines, 1)]
            sums = [sum(pair[i] for pair in lines) for i in (0, 1)]
            rows.append([None, f"Total {code}", *sums])
            totals.append(len(rows))
            whole = [a + b for a, b in zip(whole, sums, strict=True)]
        rows.append([None, f"TOTAL {name}", *whole])
        totals.append(len(rows))
        grand = [a + b for a, b in zip(grand, whole, strict=True)]
    rows.append([None, "Contingency", contingency, 0])
    rows.append([None, "GRAND TOTAL", grand[0] + contingency, grand[1]])
    return rows, [*totals, len(rows)]


def read_rows(rows: list[Row]):
    return read(book(Grid("Budget", rows)), PRODUCTION)


@settings(max_examples=40, deadline=None)
@given(SECTIONS, st.integers(1, 10**6))
def test_right_totals_are_no_issues_and_cover_their_rows(sections, contingency):
    rows, totals = built(sections, contingency)
    found = read_rows(rows)
    (table,) = found.tables
    assert found.issues == ()
    assert table.excluded["subtotal"] == tuple(totals)
    lines = table.frame[~table.frame["special"]]
    assert total(lines["budget"]) == sum(p[0] for c in sections for ls in c for p in ls)
    for stated in table.stated:
        assert total(table.frame.loc[list(stated.covers), stated.field]) == stated.amount


@settings(max_examples=60, deadline=None)
@given(SECTIONS, st.integers(1, 10**6), st.data())
def test_one_total_typed_over_is_one_issue_at_its_cell(sections, contingency, data):
    rows, totals = built(sections, contingency)
    row = data.draw(st.sampled_from(totals))
    wrong = data.draw(st.integers(3, 10**6).filter(bool))
    rows[row - 1][2] += wrong
    found = read_rows(rows)
    assert [(issue.code, issue.at.row, issue.at.col) for issue in found.issues] == [
        ("stated-total-differs", row, 3)
    ]


@settings(max_examples=40, deadline=None)
@given(SECTIONS, st.data())
def test_one_line_changed_under_its_totals_is_one_issue_at_the_smallest(sections, data):
    rows, totals = built(sections, 1)
    lines = [n for n, row in enumerate(rows) if len(row) == 4 and row[0] and row[0] != "Acct"]
    changed = data.draw(st.sampled_from(lines))
    rows[changed][2] += data.draw(st.integers(3, 10**6))
    found = read_rows(rows)
    first = min(row for row in totals if row > changed)
    assert [(issue.code, issue.at.row) for issue in found.issues] == [
        ("stated-total-differs", first)
    ]


def test_a_large_budget_is_read_in_good_time():
    sections = [[[(n, n) for n in range(1, 11)]] * 60] * 3
    rows, _ = built([[*categories] for categories in sections], 100)
    found = read_rows(rows)
    (table,) = found.tables
    assert len(rows) > 2000
    assert total(table.frame["budget"]) == Decimal(55 * 180 + 100)
