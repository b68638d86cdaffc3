"""copyPaste, moveDimension, sortRange, borders: small grids before and after."""

from __future__ import annotations

from typing import Any

import pytest

from localsheets import requests
from localsheets.formulas.engine import compute
from localsheets.state.book import Book
from localsheets.state.move import settle
from tests.localsheets.grids import book_of, grid_of, tidy

Json = dict[str, Any]


def area(top: int, bottom: int, left: int, right: int) -> Json:
    rows = {"startRowIndex": top, "endRowIndex": bottom}
    return {**rows, "startColumnIndex": left, "endColumnIndex": right}


def after(grid: str, request: Json, *, formulas: bool = True) -> str:
    book = book_of(Tab=grid)
    send(book, request)
    return grid_of(book, book.sheets[0], formulas=formulas)


def send(book: Book, request: Json) -> None:
    requests.apply(book, [request])
    settle(book)
    compute(book)


def test_a_copy_tiles_its_destination_and_formulas_move_along() -> None:
    paste = {"source": area(0, 1, 0, 2), "destination": area(1, 4, 0, 2)}
    assert after("| 1 | =A1*2 |", {"copyPaste": paste}) == tidy(
        """
        | 1 | =A1*2 |
        | 1 | =A2*2 |
        | 1 | =A3*2 |
        | 1 | =A4*2 |
        """
    )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("PASTE_VALUES", "| $1 | =A1*2 | 2 |"),
        ("PASTE_FORMULA", "| $1 | =A1*2 | =B1*2 |"),
        ("PASTE_FORMAT", "| $1 | =A1*2 | 7 |"),
    ],
)
def test_a_copy_may_bring_only_a_part(kind: str, expected: str) -> None:
    paste = {"source": area(0, 1, 1, 2), "destination": area(0, 1, 2, 3), "pasteType": kind}
    assert after("| $1 | =A1*2 | 7 |", {"copyPaste": paste}) == tidy(expected)


def test_what_looked_at_a_cut_cell_looks_at_its_new_place() -> None:
    cut = {"source": area(0, 1, 0, 1), "destination": {"rowIndex": 2, "columnIndex": 0}}
    assert after("| 5 | =A1 |", {"cutPaste": cut}) == tidy("|  | =A3 |\n|  |  |\n| 5 |  |")


def test_numbers_then_text_then_booleans_blanks_last_either_way() -> None:
    mixed = "| b |\n| TRUE |\n|  |\n| 2 |\n| a |\n| 10 |\n| end |"
    for order, expected in (
        ("ASCENDING", "| 2 |\n| 10 |\n| a |\n| b |\n| TRUE |\n|  |\n| end |"),
        ("DESCENDING", "| TRUE |\n| b |\n| a |\n| 10 |\n| 2 |\n|  |\n| end |"),
    ):
        sort = {"range": area(0, 6, 0, 1), "sortSpecs": [{"sortOrder": order}]}
        assert after(mixed, {"sortRange": sort}) == tidy(expected)


def test_a_sorted_formula_goes_on_looking_along_its_own_row() -> None:
    sort = {"range": area(0, 2, 0, 2), "sortSpecs": [{"dimensionIndex": 0}]}
    assert after("| 2 | =A1*10 |\n| 1 | =A2*10 |", {"sortRange": sort}) == tidy(
        "| 1 | =A1*10 |\n| 2 | =A2*10 |"
    )


def test_moved_rows_take_their_formulas_along() -> None:
    rows = {"dimension": "ROWS", "startIndex": 0, "endIndex": 1}
    move = {"source": rows, "destinationIndex": 3}
    assert after("| 1 | x |\n| 2 | =A1 |\n| 3 | |", {"moveDimension": move}) == tidy(
        "| 2 | =A3 |\n| 3 |  |\n| 1 | x |"
    )


def test_borders_are_set_and_taken_away() -> None:
    book = book_of(Tab="| 1 | 2 |\n| 3 | 4 |")
    line = {"style": "SOLID", "color": {"red": 1}}
    send(book, {"updateBorders": {"range": area(0, 2, 0, 2), "top": line, "innerVertical": line}})
    first = (book.sheets[0].at(0, 0).format or {})["borders"]
    assert first.keys() == {"top", "right"}
    assert first["top"] == {**line, "width": 1, "colorStyle": {"rgbColor": {"red": 1}}}
    send(book, {"updateBorders": {"range": area(0, 2, 0, 2), "top": {"style": "NONE"}}})
    assert (book.sheets[0].at(0, 0).format or {})["borders"].keys() == {"right"}
