"""cutPaste: what moves, what follows, what is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from localsheets.state.book import Book
from tests.localsheets.batches import Json, after, area, refusal, send
from tests.localsheets.grids import book_of, grid_of, tidy


def cut(name: str, row: int, column: int, sheet_id: int = 0, **more: str) -> Json:
    to = {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column}
    return {"cutPaste": {"source": area(name), "destination": to, **more}}


def formula(book: Book, sheet: int, row: int, column: int) -> str | None:
    return book.sheets[sheet].at(row, column).formula


def test_a_block_moves_and_references_follow_it_and_are_lost_under_it() -> None:
    grid = "| 1 | =SUM(A1:A2) | =A1 | =F1 | =A1:A3 | lost |\n| 2 | $9 |"
    book = book_of(Tab=grid, Other="| =Tab!A1+Tab!F2 |")
    send(book, cut("A1:A2", 0, 5))
    assert grid_of(book, book.sheets[0], formulas=True) == tidy(
        "|  | =SUM(F1:F2) | =F1 | =#REF! | =A1:A3 | 1 |\n|  | $9 |  |  |  | 2 |"
    )
    assert formula(book, 1, 0, 0) == "=Tab!F1+#REF!"


def test_a_block_moves_to_another_tab() -> None:
    book = book_of(Tab="| 1 | =A1*C1 | 3 | =SUM(A1:B1) |", Other="| =Tab!A1 |")
    send(book, cut("A1:B1", 4, 1, 1))
    assert grid_of(book, book.sheets[0], formulas=True) == tidy("|  |  | 3 | =SUM(Other!B5:C5) |")
    assert formula(book, 1, 4, 2) == "=B5*Tab!C1"
    assert formula(book, 1, 0, 0) == "=Other!B5"
    assert book.sheets[1].at(4, 2).value == 3


def test_what_lies_on_a_block_goes_along() -> None:
    book = book_of(Tab="| a | b |\n| c | d |")
    bold = {"condition": {"type": "NOT_BLANK"}, "format": {"textFormat": {"bold": True}}}
    rule = {"rule": {"ranges": [area("A1:A9")], "booleanRule": bold}}
    send(
        book,
        {"mergeCells": {"range": area("A1:B1")}},
        {"addNamedRange": {"namedRange": {"name": "top", "range": area("A1:B1")}}},
        {"addConditionalFormatRule": rule},
        cut("A1:B2", 4, 3),
    )
    sheet = book.sheets[0]
    assert [(m.top, m.left, m.width) for m in sheet.merges] == [(4, 3, 2)]
    assert book.named[0]["range"] == area("D5:E5")
    assert sheet.conditional[0]["ranges"] == [area("A3:A9"), area("D5:D6")]


def test_of_another_paste_type_the_rest_is_lost() -> None:
    assert after("| $5 | =A1*2 |", cut("A1", 2, 0, pasteType="PASTE_VALUES")) == tidy(
        "|  | =A3*2 |\n|  |  |\n| 5 |  |"
    )


def test_refused() -> None:
    book = book_of(Tab="| a | b |")
    send(book, {"mergeCells": {"range": area("A1:B1")}})
    assert "select all cells in a merged range" in refusal(book, cut("A1", 4, 4))
    assert "exceeds grid limits" in refusal(book, cut("A1:B1", 19, 9))
    assert refusal(book, cut("C1", 0, 0, 7)) == "Invalid requests[0].cutPaste: No grid with id: 7"


PLACES = st.tuples(st.integers(0, 8), st.integers(0, 5))


@settings(max_examples=25, deadline=None)
@given(PLACES, st.integers(1, 3), st.integers(1, 3), PLACES)
def test_a_formula_goes_on_looking_at_the_cells_that_moved(
    corner: tuple[int, int], height: int, width: int, to: tuple[int, int]
) -> None:
    """A formula far away that names one cell shows the same value, wherever that cell goes."""
    (top, left), grid = corner, "\n".join("| " + f"{n} | " * 8 for n in range(1, 11))
    book = book_of(Tab=grid, Far="| =Tab!C4 |")
    inside = top <= 3 < top + height and left <= 2 < left + width
    covered = to[0] <= 3 < to[0] + height and to[1] <= 2 < to[1] + width
    block = {"startRowIndex": top, "endRowIndex": top + height}
    block |= {"startColumnIndex": left, "endColumnIndex": left + width}
    to_ = {"rowIndex": to[0], "columnIndex": to[1]}
    send(book, {"cutPaste": {"source": block, "destination": to_}})
    shown = grid_of(book, book.sheets[1])
    assert shown == ("| #REF! |" if covered and not inside else "| 4 |")
