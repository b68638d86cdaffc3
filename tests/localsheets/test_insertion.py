"""insertRange and deleteRange: one band moves, everything else stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.localsheets.batches import Json, after, area, refusal, send
from tests.localsheets.grids import book_of, grid_of, tidy

GRID = """
    | a1 | b1 | c1 |
    | a2 | b2 | c2 |
    | a3 | b3 | c3 |
"""


def insert(name: str, dimension: str = "ROWS") -> Json:
    return {"insertRange": {"range": area(name), "shiftDimension": dimension}}


def delete(name: str, dimension: str = "ROWS") -> Json:
    return {"deleteRange": {"range": area(name), "shiftDimension": dimension}}


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (insert("B2:B2"), "| a1 | b1 | c1 |\n| a2 |  | c2 |\n| a3 | b2 | c3 |\n|  | b3 |  |"),
        (
            insert("A2:B2", "COLUMNS"),
            "| a1 | b1 | c1 |  |  |\n|  |  | a2 | b2 | c2 |\n| a3 | b3 | c3 |  |  |",
        ),
        (delete("A1:A2"), "| a3 | b1 | c1 |\n|  | b2 | c2 |\n|  | b3 | c3 |"),
        (delete("A2", "COLUMNS"), "| a1 | b1 | c1 |\n| b2 | c2 |  |\n| a3 | b3 | c3 |"),
    ],
    ids=["cells go down", "cells go right", "cells come up", "cells come left"],
)
def test_only_the_band_shifts(request_: Json, expected: str) -> None:
    assert after(GRID, request_) == tidy(expected)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (insert("A1"), "=A3+B2+SUM(A2:A4)+SUM(A1:B3)+SUM(A:A)"),
        (insert("A3"), "=A2+B2+SUM(A1:A4)+SUM(A1:B3)+SUM(A:A)"),
        (insert("A1:B1"), "=A3+B3+SUM(A2:A4)+SUM(A2:B4)+SUM(A:A)"),
        (delete("A1"), "=A1+B2+SUM(A1:A2)+SUM(A1:B3)+SUM(A:A)"),
        (delete("A2"), "=#REF!+B2+SUM(A1:A2)+SUM(A1:B3)+SUM(A:A)"),
    ],
    ids=["above", "within", "a wider band", "deleted above", "deleted itself"],
)
def test_references_follow_where_the_band_holds_them_whole(request_: Json, expected: str) -> None:
    grid = "| 1 | 1 | | =A2+B2+SUM(A1:A3)+SUM(A1:B3)+SUM(A:A) |\n| 2 | 2 |\n| 3 | 3 |"
    book = book_of(Tab=grid)
    send(book, request_)
    assert book.sheets[0].at(0, 3).formula == expected


def test_a_sum_over_a_cut_block_is_computed_anew() -> None:
    assert after("| 1 | 1 |\n| 2 | 2 | =SUM(A1:B2) |", delete("A2"), formulas=False) == tidy(
        "| 1 | 1 |  |\n|  | 2 | 4 |"
    )


def test_what_lies_on_the_band_follows_and_what_lies_beside_it_stays() -> None:
    book = book_of(Tab=GRID)
    merge = [{"mergeCells": {"range": area(name)}} for name in ("A5:A6", "C5:C6")]
    name = [
        {"addNamedRange": {"namedRange": {"name": n, "range": area(a)}}}
        for n, a in (("one", "A2:A3"), ("two", "B2:B3"))
    ]
    bold = {"condition": {"type": "NOT_BLANK"}, "format": {"textFormat": {"bold": True}}}
    rule = {"addConditionalFormatRule": {"rule": {"ranges": [area("A1:C3")], "booleanRule": bold}}}
    send(book, *merge, *name, rule, insert("A2:A3"))
    sheet = book.sheets[0]
    assert [(rect.top, rect.left) for rect in sheet.merges] == [(6, 0), (4, 2)]
    assert [item["range"] for item in book.named] == [area("A4:A5"), area("B2:B3")]
    assert sheet.conditional[0]["ranges"] == [area("B1:C3"), area("A1:A5")]


def test_the_grid_grows_only_for_what_is_pushed_past_its_edge() -> None:
    book = book_of(Tab=GRID)
    send(book, insert("A1:A18"))
    assert book.sheets[0].row_count == 21
    send(book, delete("A1:A18"))
    assert (book.sheets[0].row_count, grid_of(book, book.sheets[0])) == (21, tidy(GRID))


def test_new_cells_look_like_those_that_they_push() -> None:
    book = book_of(Tab="| $1 |")
    box = {"range": area("B1"), "rule": {"condition": {"type": "BOOLEAN"}}}
    send(book, {"setDataValidation": box}, insert("A1:B1"))
    money, tick = book.sheets[0].at(0, 0), book.sheets[0].at(0, 1)
    assert money.value is None
    assert (money.format or {})["numberFormat"]["type"] == "CURRENCY"
    assert tick.value is False
    assert tick.validation is not None


def test_a_range_past_the_grid_is_refused_and_one_that_runs_past_it_is_clipped() -> None:
    book = book_of(Tab=GRID)
    for request in (insert("A21:C22"), delete("A21:C22")):
        kind = next(iter(request))
        assert refusal(book, request) == (
            f"Invalid requests[0].{kind}: Range ('Tab'!A21:C22) exceeds grid limits."
            " Max rows: 20, max columns: 10"
        )
    send(book, delete("A3:C99"))
    assert grid_of(book, book.sheets[0]) == tidy("| a1 | b1 | c1 |\n| a2 | b2 | c2 |")


def test_part_of_a_merge_does_not_move() -> None:
    book = book_of(Tab=GRID)
    send(book, {"mergeCells": {"range": area("A3:B3")}})
    assert "merged range" in refusal(book, insert("A1"))
    assert "merged range" in refusal(book, delete("B1"))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 5), st.integers(1, 3), st.integers(0, 3), st.integers(1, 3), st.booleans())
def test_inserting_then_deleting_restores_everything(
    top: int, height: int, left: int, width: int, rows: bool
) -> None:
    book = book_of(Tab=f"{GRID}| 1 | =A4*2 | =SUM(A1:B4) | =A:A |", Other="| =Tab!B4 | =Tab!A4 |")
    before = [list(sheet.cells()) for sheet in book.sheets]
    place = {"startRowIndex": top, "endRowIndex": top + height}
    place |= {"startColumnIndex": left, "endColumnIndex": left + width}
    band = {"range": place, "shiftDimension": "ROWS" if rows else "COLUMNS"}
    send(book, {"insertRange": band}, {"deleteRange": band})
    assert [list(sheet.cells()) for sheet in book.sheets] == before
