"""copyPaste, moveDimension, sortRange, borders: small grids before and after."""

from __future__ import annotations

from typing import Any

import pytest

from localsheets import requests
from localsheets.formulas.engine import compute
from localsheets.state.book import Book
from localsheets.state.move import settle
from localsheets.wire.errors import ApiError
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


def test_a_copy_is_turned_on_its_side() -> None:
    paste = {"source": area(0, 1, 0, 3), "destination": area(1, 2, 0, 1)}
    turned = {**paste, "pasteOrientation": "TRANSPOSE"}
    assert after("| 1 | 2 | 3 |", {"copyPaste": turned}) == tidy(
        "| 1 | 2 | 3 |\n| 1 |  |  |\n| 2 |  |  |\n| 3 |  |  |"
    )


def test_a_copy_may_overlap_its_source() -> None:
    paste = {"source": area(0, 1, 0, 3), "destination": area(0, 1, 1, 4)}
    assert after("| 1 | 2 | 3 |", {"copyPaste": paste}) == tidy("| 1 | 1 | 2 | 3 |")


def test_a_copy_brings_merges_and_conditional_formats_in_every_tile() -> None:
    book = book_of(Tab="| a | b |")
    bold = {"condition": {"type": "NOT_BLANK"}, "format": {"textFormat": {"bold": True}}}
    rule = {"rule": {"ranges": [area(0, 1, 0, 1)], "booleanRule": bold}}
    send(book, {"mergeCells": {"range": area(0, 1, 0, 2)}})
    send(book, {"addConditionalFormatRule": rule})
    send(book, {"copyPaste": {"source": area(0, 1, 0, 2), "destination": area(1, 3, 0, 2)}})
    sheet = book.sheets[0]
    assert [(m.top, m.width) for m in sheet.merges] == [(0, 2), (1, 2), (2, 2)]
    assert sheet.conditional[0]["ranges"] == [area(0, 3, 0, 1)]


def test_conditional_formats_alone_go_to_another_tab_with_their_formulas_copied_along() -> None:
    book = book_of(Tab="| a |", Other="| b |")
    condition = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=A1>$B$1"}]}
    bold = {"condition": condition, "format": {"textFormat": {"bold": True}}}
    rule = {"rule": {"ranges": [area(0, 2, 0, 1)], "booleanRule": bold}}
    send(book, {"addConditionalFormatRule": rule})
    to = {**area(4, 6, 2, 3), "sheetId": 1}
    kind = "PASTE_CONDITIONAL_FORMATTING"
    send(book, {"copyPaste": {"source": area(0, 2, 0, 1), "destination": to, "pasteType": kind}})
    (pasted,) = book.sheets[1].conditional
    assert pasted["ranges"] == [to]
    values = pasted["booleanRule"]["condition"]["values"]
    assert values == [{"userEnteredValue": "=C5>$B$1"}]
    assert grid_of(book, book.sheets[1]) == "| b |"


def test_a_paste_over_part_of_a_merge_is_refused() -> None:
    book = book_of(Tab="| a |")
    send(book, {"mergeCells": {"range": area(1, 3, 0, 2)}})
    with pytest.raises(ApiError, match="select all cells in a merged range"):
        send(book, {"copyPaste": {"source": area(0, 1, 0, 1), "destination": area(1, 2, 0, 1)}})


def test_an_edge_has_one_owner() -> None:
    book = book_of(Tab="| 1 | 2 |\n| 3 | 4 |")
    line = {"style": "SOLID_THICK"}
    send(book, {"updateBorders": {"range": area(0, 2, 0, 1), "right": line}})
    send(book, {"updateBorders": {"range": area(0, 2, 1, 2), "left": line}})
    sheet = book.sheets[0]
    assert "borders" not in (sheet.at(0, 0).format or {})
    assert (sheet.at(0, 1).format or {})["borders"]["left"]["width"] == 3
