"""A tab read by columns says what it says cell by cell."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from model.grid import Grid
from schemas import textgrid
from schemas.headings import Field, Shape
from schemas.sheet import Sheet
from schemas.values.words import Fault, clean
from tests.schemas.reading import PRODUCTION

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([1, 1.0, True, 0, 0.0, -0.0, False, "1", 10**15, 1e15, 46000, 46000.0]),
    st.sampled_from([1234.56, 0.1 + 0.2, 12.345, 1e20, -7.5, 1e13, 10**400, float("nan")]),
    st.sampled_from(
        ["a | b", "a  b", "#N/A", "Loading...", "#7", "'007", "a|'b", "\u00a0a", "INV-1", "2 "]
    ),
    st.sampled_from(["", " ", "\u200b", "TBD", "#REF!", "1,200", "(3)", "3/2", "x", "2k/wk"]),
)
ROWS = st.lists(st.lists(SCALARS, max_size=3), min_size=1, max_size=8)
FORMATS = st.dictionaries(
    st.tuples(st.integers(1, 8), st.integers(1, 3)), st.sampled_from(["0000", "0.00", "m/d"])
)


@settings(max_examples=100, deadline=None)
@given(ROWS, FORMATS, st.sampled_from(list(Shape)))
def test_a_column_is_its_cells(rows, formats, shape):
    sheet = Sheet(Grid("Sheet", rows, formats=formats), PRODUCTION)
    field = Field("any", "any", shape)
    for col in (1, 2, 3):
        column = sheet.column(col, field, 1, len(rows))
        cells = {row: sheet.value(row, col, field) for row in range(1, len(rows) + 1)}
        assert column.faults == {row: v for row, v in cells.items() if isinstance(v, Fault)}
        read = [None if isinstance(value, Fault) else value for value in cells.values()]
        assert list(map(repr, column.values)) == list(map(repr, read))


@given(ROWS)
def test_texts_are_the_cleaned_cells_as_wide_as_the_last_text(rows):
    texts = Sheet(Grid("Sheet", rows), PRODUCTION).texts
    cleaned = [[clean(value) for value in row] for row in rows]
    width = max((col for row in cleaned for col, text in enumerate(row, 1) if text), default=0)
    assert list(texts) == [[*row[:width], *[""] * (width - len(row))] for row in cleaned]
    assert texts[:2] == list(texts)[:2]
    assert len(texts) == len(rows)


def test_a_column_with_a_cell_that_cannot_be_read():
    grid, _ = textgrid.parse("| Amount |\n| 12 |\n| twelve |\n| |\n| 12 |")
    column = Sheet(grid, PRODUCTION).column(1, Field("amount", "", Shape.MONEY), 2, 5)
    assert column.values == [Decimal(12), None, None, Decimal(12)]
    assert [(row, fault.code) for row, fault in column.faults.items()] == [(3, "unreadable-amount")]
