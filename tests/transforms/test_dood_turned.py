"""A schedule says the same whichever way it stands and however its rows are sorted."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import transforms
from model.cell import Cell
from model.grid import Book, Grid
from model.table import Dood
from schemas import read
from tests.transforms.sheets import production

WEEK = [
    ["Cast", "3/2/2026", "3/3/2026", "3/4/2026", "3/5/2026", "3/6/2026", "3/9/2026"],
    ["Day", "Mon", "Tue", "Wed", "Thu", "Fri", "Mon"],
    ["Shoot day", 1, 2, 3, 4, 5, 6],
]
TOTALS = ["Work", "Hold", "Total"]
CODES = ["SW", "W", "W", "H", "WF", "WD", "PW", "TR", "/", "Q", "", "", "swf"]
ROWS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(CODES), min_size=6, max_size=6),
        st.lists(st.integers(0, 6), min_size=3, max_size=3),
    ),
    min_size=3,
    max_size=6,
)
HEADS = st.sampled_from([WEEK, [WEEK[0], [*WEEK[1][:3], "Thu", *WEEK[1][4:]], WEEK[2]]])


def table(heads, rows) -> list[list[object]]:
    """The rows of a schedule, elements down, with totals at the right."""
    first, *others = heads
    body = [[f"{n}.PERSON {n}", *marks, *stated] for n, (marks, stated) in enumerate(rows, 1)]
    return [[*first, *TOTALS], *([*head, "", "", ""] for head in others), *body]


def said(rows, move: Callable[[Cell], tuple[int, int]]) -> tuple[set[object], set[object]]:
    """The records, and the issues with their cells moved."""
    made = production()
    grid = Grid("DOOD", rows)
    reading = read(Book("b", "id", "B", "en_US", "UTC", (grid,)), made)
    (dood,) = reading.tables
    assert isinstance(dood, Dood)
    frame = dood.frame
    marks = zip(frame["element_id"], frame["date"], frame["code"], strict=True)
    found = transforms.compute(reading.tables, reading.issues, made).issues
    return set(marks), {
        (issue.code, frozenset(move(cell) for cell in (issue.at, *issue.related)))
        for issue in found
    }


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HEADS, ROWS, st.data())
def test_turned_or_sorted_it_says_the_same(heads, rows, data):
    upright = table(heads, rows)
    expected = said(upright, lambda cell: (cell.row, cell.col))
    turned = [list(column) for column in zip(*upright, strict=True)]
    assert said(turned, lambda cell: (cell.col, cell.row)) == expected
    order = data.draw(st.permutations(range(3, len(upright))))
    places = {4 + place: 1 + old for place, old in enumerate(order)}
    mixed = [*upright[:3], *(upright[old] for old in order)]
    assert said(mixed, lambda cell: (places.get(cell.row, cell.row), cell.col)) == expected
