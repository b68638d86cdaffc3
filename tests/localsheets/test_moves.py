"""Rows and columns that come and go: a spreadsheet follows, in every tab."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localsheets.formulas.engine import compute
from localsheets.state.move import move, settle
from localsheets.wire.axis import Delete, Insert, MoveTo, Shift
from tests.localsheets.grids import book_of, grid_of, tidy

BUDGET = """
    | Account | Budget     |
    | 1100    | 100        |
    | 1200    | 250        |
    | Total   | =SUM(B2:B3) |
"""
REPORT = "| =Budget!B4 | =Budget!B3*2 |"

CASES: list[tuple[Shift, str, str]] = [
    (
        Insert(True, 2, 1),
        """
        | Account | Budget      |
        | 1100    | 100         |
        |         |             |
        | 1200    | 250         |
        | Total   | =SUM(B2:B4) |
        """,
        "| =Budget!B5 | =Budget!B4*2 |",
    ),
    (
        Delete(True, 2, 3),
        """
        | Account | Budget   |
        | 1100    | 100      |
        | Total   | =SUM(B2) |
        """,
        "| =Budget!B3 | =#REF!*2 |",
    ),
    (
        MoveTo(True, 2, 3, 1),
        """
        | Account | Budget      |
        | 1200    | 250         |
        | 1100    | 100         |
        | Total   | =SUM(B2:B3) |
        """,
        "| =Budget!B4 | =Budget!B2*2 |",
    ),
    (
        Insert(False, 1, 1),
        """
        | Account |  | Budget      |
        | 1100    |  | 100         |
        | 1200    |  | 250         |
        | Total   |  | =SUM(C2:C3) |
        """,
        "| =Budget!C4 | =Budget!C3*2 |",
    ),
]


@pytest.mark.parametrize(("shift", "budget", "report"), CASES, ids=lambda part: str(part)[:30])
def test_cells_and_formulas_follow(shift: Shift, budget: str, report: str) -> None:
    book = book_of(Budget=BUDGET, Report=REPORT)
    move(book, book.sheets[0], shift)
    settle(book)
    assert grid_of(book, book.sheets[0], formulas=True) == tidy(budget)
    assert grid_of(book, book.sheets[1], formulas=True) == tidy(report)


def test_values_are_right_after_a_deletion() -> None:
    book = book_of(Budget=BUDGET, Report=REPORT)
    move(book, book.sheets[0], Delete(True, 1, 2))
    settle(book)
    compute(book)
    assert grid_of(book, book.sheets[1]) == tidy("| 250 | 500 |")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 6), st.integers(1, 4), st.booleans())
def test_inserting_then_deleting_restores_everything(start: int, count: int, rows: bool) -> None:
    book = book_of(Budget=BUDGET, Report=REPORT)
    before = [(sheet.properties, list(sheet.cells())) for sheet in book.sheets]
    move(book, book.sheets[0], Insert(rows, start, count))
    move(book, book.sheets[0], Delete(rows, start, start + count))
    settle(book)
    compute(book)
    assert [(sheet.properties, list(sheet.cells())) for sheet in book.sheets] == before


@given(st.integers(0, 20), st.integers(1, 5), st.integers(0, 30), st.integers(0, 30))
def test_moving_is_a_rearrangement(start: int, count: int, to: int, index: int) -> None:
    shift = MoveTo(True, start, start + count, to)
    if start <= to <= start + count:
        return
    places = [shift.point(n) for n in range(40)]
    assert sorted(places) == list(range(40))
    assert shift.point(index) in places


SHIFTS = st.builds(Insert, st.just(True), st.integers(0, 12), st.integers(1, 3)) | st.builds(
    lambda start, count: Delete(True, start, start + count), st.integers(0, 9), st.integers(1, 3)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(SHIFTS, min_size=1, max_size=6))
def test_following_several_shifts_at_once_is_following_each(shifts: list[Shift]) -> None:
    at_once, one_by_one = (book_of(Budget=BUDGET, Report=REPORT) for _ in range(2))
    for shift in shifts:
        move(at_once, at_once.sheets[0], shift)
        move(one_by_one, one_by_one.sheets[0], shift)
        settle(one_by_one)
    settle(at_once)
    for sheet, other in zip(at_once.sheets, one_by_one.sheets, strict=True):
        assert list(sheet.cells()) == list(other.cells())


def moves(start: int, count: int, to: int) -> Shift:
    """Rows that go elsewhere; into themselves they stay."""
    return MoveTo(True, start, start + count, to if not start <= to <= start + count else start)


ELSEWHERE = st.builds(Insert, st.just(True), st.integers(0, 12), st.integers(1, 3)) | st.builds(
    moves, st.integers(0, 8), st.integers(1, 3), st.integers(0, 12)
)


@settings(max_examples=40, deadline=None)
@given(st.lists(ELSEWHERE, max_size=5))
def test_a_reference_stays_on_its_cell_wherever_rows_come_and_go(shifts: list[Shift]) -> None:
    items = "| Camera | 100 |\n| Grip | 250 |\n| Sound | 70 |"
    report = "| =Budget!A1 | =Budget!B2*2 | =Budget!B3+Budget!$B$1 |"
    book = book_of(Budget=items, Report=report)
    before = grid_of(book, book.sheets[1])
    for shift in shifts:
        move(book, book.sheets[0], shift)  # type: ignore[arg-type]
    settle(book)
    book.changes.everything = True
    compute(book)
    assert grid_of(book, book.sheets[1]) == before
