"""The words that reports share."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from model.cell import Cell
from reports import words
from tests.reports import sample

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("offsets", "said"),
    [
        ([], ""),
        ([0], "Mon 2 Mar 2026"),
        ([0, 1, 2], "Mon 2 – Wed 4 Mar 2026"),
        ([2, 0, 0], "Mon 2 Mar 2026; Wed 4 Mar 2026"),
        ([28, 29, 30], "Mon 30 Mar – Wed 1 Apr 2026"),
        ([303, 304, 305], "Wed 30 Dec 2026 – Fri 1 Jan 2027"),
        ([0, 2, 4, 6, 8], "Mon 2 Mar 2026; Wed 4 Mar 2026; Fri 6 Mar 2026 and 2 more"),
    ],
)
def test_dates_are_said_as_runs(offsets: list[int], said: str) -> None:
    assert words.dates([MONDAY + timedelta(days=days) for days in offsets]) == said


def test_the_stamp_names_its_zone() -> None:
    assert words.moment(sample.AS_OF) == "Wed 4 Mar 2026 18:30 PST"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (Cell("DOOD", 7, 2, "schedule"), "DOOD!B7"),
        (Cell("Budget", 7, 2, "budget"), "budget: Budget!B7"),
        (Cell("DOOD", 7, 2), "DOOD!B7"),
    ],
)
def test_a_cell_of_another_spreadsheet_says_so(cell: Cell, said: str) -> None:
    assert words.place(cell, "schedule") == said


def test_long_lists_say_how_many_more() -> None:
    assert words.listed(["a", "b", "c"], most=2) == "a, b and 1 more"
    assert words.listed(["a", "b"], most=2) == "a, b"


def test_rows_in_no_sum_are_named_by_tab() -> None:
    cells = [Cell("PO Log", 4, 1), Cell("Budget", 15, 1), Cell("Budget", 12, 1)]
    assert words.not_totalled(cells) == "3 rows not totalled: Budget rows 12, 15; PO Log row 4"
