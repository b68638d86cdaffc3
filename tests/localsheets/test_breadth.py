"""Texts measured by their letters: broad ones, wrapped ones, and rows as high as they need."""

from __future__ import annotations

from localsheets.formats.breadth import lines, pixels
from localsheets.xlsx.heights import fitted
from tests.localsheets.grids import book_of

WRAPPED = {"wrapStrategy": "WRAP"}


def test_capitals_are_broader_than_small_letters_and_bold_than_plain() -> None:
    assert pixels("iii") < pixels("abc") < pixels("ABC") < pixels("WWW")
    assert pixels("abc") < pixels("abc", bold=True) < pixels("abc", 14)


def test_text_is_broken_between_words_and_at_line_ends() -> None:
    assert lines("one two three", 500) == 1
    assert lines("one\ntwo", 500) == 2
    assert lines("one two three", pixels("one two") + 1) == 2
    assert lines("x" * 40, 100) > 2


def test_a_row_is_as_high_as_its_wrapped_text_needs() -> None:
    grid = "| short | a text that takes more than one line |\n| short | not wrapped, if long |"
    book = book_of(Tab=grid)
    sheet = book.sheets[0]
    sheet.put(0, 1, sheet.at(0, 1).but(format=WRAPPED))
    heights = fitted(sheet, "en_US")
    assert heights.keys() == {0}
    assert 35 < heights[0] < 60
    sheet.row_meta[0] = {"pixelSize": 21}
    assert fitted(sheet, "en_US") == {}
