"""What the page asks: where Ctrl and an arrow lead, ranges by name, sums, text to paste."""

from __future__ import annotations

import pytest

from localsheets.page.ask import as_text, edge, find_range, totals
from localsheets.page.axis import Axis
from localsheets.state.book import Book
from localsheets.wire.a1 import Rect, block_name, parse_block
from localsheets.wire.errors import ApiError
from tests.localsheets.grids import book_of

GRID = """
    | a | b |   | d |
    | a |   |   |   |
    | a |   | c |   |
    |   |   |   |   |
    | a | b | c |   |
"""


def leads(book: Book, start: str, key: str) -> str:
    sheet = book.sheets[0]
    rect = parse_block(start)
    assert rect is not None
    rows, columns = Axis(sheet, rows=True), Axis(sheet, rows=False)
    row, column = edge(sheet, rows, columns, (rect.top, rect.left), f"Arrow{key}")
    return block_name(Rect(row, column, row + 1, column + 1))


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("A1", "Down", "A3"),  # to the end of what is filled
        ("A3", "Down", "A5"),  # over a gap
        ("A5", "Down", "A20"),  # to the tab's edge
        ("A1", "Right", "B1"),
        ("B1", "Right", "D1"),
        ("D1", "Right", "J1"),
        ("A5", "Up", "A3"),
        ("A20", "Up", "A5"),
        ("J5", "Left", "C5"),
        ("A1", "Left", "A1"),
        ("C4", "Down", "C5"),
    ],
)
def test_control_and_an_arrow_lead_as_in_sheets(start: str, key: str, end: str) -> None:
    assert leads(book_of(Tab=GRID), start, key) == end


def test_hidden_rows_are_stepped_over() -> None:
    book = book_of(Tab=GRID)
    for row in (2, 3, 19):
        book.sheets[0].row_meta[row] = {"hiddenByUser": True}
    assert leads(book, "A1", "Down") == "A5"
    assert leads(book, "A5", "Down") == "A19"


@pytest.mark.parametrize(
    ("typed", "found"),
    {
        "b2": "Tab!B2",
        " B2:C3 ": "Tab!B2:C3",
        "B:B": "Tab!B1:B20",
        "2:3": "Tab!A2:J3",
        "Crew!A1": "Crew!A1",
        "'Crew'!A1:A2": "Crew!A1:A2",
        "Crew": "Crew!A1:J20",
        "payroll": "Crew!B2:B3",
    }.items(),
)
def test_ranges_are_found_as_people_type_them(typed: str, found: str) -> None:
    book = book_of(Tab=GRID, Crew="| x |")
    place = {"startRowIndex": 1, "endRowIndex": 3, "startColumnIndex": 1, "endColumnIndex": 2}
    book.named = [{"namedRangeId": "1", "name": "Payroll", "range": {"sheetId": 1, **place}}]
    sheet, rect = find_range(book, book.sheets[0], typed)
    assert f"{sheet.title}!{block_name(rect)}" == found


@pytest.mark.parametrize("typed", ["", "Z99", "nobody", "Nobody!A1"])
def test_what_is_no_range_is_refused(typed: str) -> None:
    book = book_of(Tab=GRID)
    with pytest.raises(ApiError) as refused:
        find_range(book, book.sheets[0], typed)
    assert refused.value.code == 400


def test_totals_are_shown_as_the_first_number_is() -> None:
    book = book_of(Tab="| what | $1,000.50 | 2 | TRUE |  |")
    assert totals(book, book.sheets[0], Rect(0, 0, 1, 5)) == {
        "Sum": "$1,002.50",
        "Avg": "$501.25",
        "Min": "$2.00",
        "Max": "$1,000.50",
        "Count": "4",
        "Numbers": "2",
    }


def test_without_numbers_only_the_count_is_told() -> None:
    book = book_of(Tab="| what | where |")
    assert totals(book, book.sheets[0], Rect(0, 0, 1, 5)) == {"Count": "2"}


def test_text_to_paste_has_shown_values_without_hidden_rows() -> None:
    book = book_of(Tab="| a | $1,200 |\n| hidden | 1 |\n| c | 50% |")
    sheet = book.sheets[0]
    sheet.row_meta[1] = {"hiddenByUser": True}
    rows, columns = Axis(sheet, rows=True), Axis(sheet, rows=False)
    assert as_text(book, sheet, rows, columns, Rect(0, 0, 3, 3)) == "a\t$1,200\t\nc\t50%\t"
