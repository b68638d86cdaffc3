"""A1 notation: written, read, echoed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localsheets.wire.a1 import (
    Rect,
    block_name,
    column_index,
    letters,
    parse_block,
    quote,
    split_tab,
)

BLOCKS = {
    "A1": Rect(0, 0, 1, 1),
    "B2:D4": Rect(1, 1, 4, 4),
    "D4:B2": Rect(1, 1, 4, 4),
    "$B$2:$D$4": Rect(1, 1, 4, 4),
    "A:C": Rect(0, 0, None, 3),
    "2:5": Rect(1, 0, 5, None),
    "B2:B": Rect(1, 1, None, 2),
    "A1:1": Rect(0, 0, 1, None),
    "aa10": Rect(9, 26, 10, 27),
    "R2C3": Rect(1, 2, 2, 3),
    "R1C1:R2C2": Rect(0, 0, 2, 2),
}


@pytest.mark.parametrize(("text", "rect"), BLOCKS.items())
def test_a_block_is_read(text: str, rect: Rect) -> None:
    assert parse_block(text) == rect


@pytest.mark.parametrize(
    "text", ["", "A", "1", "A0", "ABCD1", "A1:", ":B2", "A1:B2:C3", "Name", "A-1"]
)
def test_what_is_no_block_is_none(text: str) -> None:
    assert parse_block(text) is None


@given(st.integers(0, 18277))
def test_letters_and_index_are_inverse(column: int) -> None:
    assert column_index(letters(column)) == column


@given(st.integers(0, 9999), st.integers(0, 700), st.integers(1, 50), st.integers(1, 50))
def test_a_block_survives_its_name(top: int, left: int, height: int, width: int) -> None:
    rect = Rect(top, left, top + height, left + width)
    assert parse_block(block_name(rect)) == rect


TITLES = {
    "Sheet1": "Sheet1",
    "Raw": "Raw",
    "Test df": "'Test df'",
    "I'm": "'I''m'",
    "D3": "'D3'",
    "CO2": "'CO2'",
    "2026": "'2026'",
    "🌵": "'🌵'",
}


@pytest.mark.parametrize(("title", "shown"), TITLES.items())
def test_a_title_is_quoted_where_google_quotes_it(title: str, shown: str) -> None:
    assert quote(title) == shown


@given(st.text(min_size=1).filter(lambda text: "\x00" not in text))
def test_a_quoted_title_is_found_again(title: str) -> None:
    assert split_tab(f"{quote(title)}!B2") == (title, "B2")
