"""Cells and their A1 names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cell import Block, Cell, column_letters, column_number, parse_a1, quote_tab


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_are_counted_from_a(number, letters):
    assert column_letters(number) == letters
    assert column_number(letters.lower()) == number


@given(st.integers(1, 1_000_000), st.integers(1, 18_278))
def test_a1_names_lead_back_to_their_cell(row, col):
    assert parse_a1(Cell("Budget", row, col).a1) == (row, col)


@pytest.mark.parametrize("text", ["", "7", "B", "B0", "AAAA1", "B7:C9", "B-7"])
def test_what_is_no_cell_is_refused(text):
    with pytest.raises(ValueError, match="no cell"):
        parse_a1(text)


def test_a_column_before_the_first_is_refused():
    with pytest.raises(ValueError, match="counted from 1"):
        column_letters(0)


def test_tabs_are_always_quoted_because_some_look_like_ranges():
    assert quote_tab("CO2") == "'CO2'"
    assert quote_tab("Ana's list") == "'Ana''s list'"


def test_a_block_holds_its_corners():
    block = Block(5, 1, 140, 11)
    assert block.a1 == "A5:K140"
    assert (5, 1) in block
    assert (140, 11) in block
    assert (141, 11) not in block
