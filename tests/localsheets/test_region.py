"""Tables: filled cells that touch, found as quickly as slowly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from localsheets.state import region
from localsheets.state.book import grid_sheet
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect


def drawn(*rows: str) -> Sheet:
    """A tab from a picture: "x" is a value, "n" a note alone, "e" an empty text."""
    sheet = grid_sheet(0, "Sheet1", 20, 20)
    cells = {"x": Cell("x"), "n": Cell(note="n"), "e": Cell(""), "f": Cell(1, "=1")}
    for number, row in enumerate(rows):
        for column, letter in enumerate(row):
            if letter in cells:
                sheet.put(number, column, cells[letter])
    return sheet


def test_what_touches_belongs_together_corners_included() -> None:
    sheet = drawn(
        "xx...",
        "..f..",
        "n.ex.",
        ".....",
        "xxxxx",
    )
    assert region.around(sheet, 0, 0) == Rect(0, 0, 3, 4)
    assert region.around(sheet, 4, 2) == Rect(4, 0, 5, 5)
    assert region.last_filled(sheet, Rect(0, 0, 4, 5)) == (2, 3)
    assert region.last_filled(sheet, Rect(0, 0, 2, 2)) == (0, 1)
    assert region.last_filled(sheet, Rect(2, 0, 3, 3)) is None
    assert not region.filled(sheet, -1, 0)


def outline(sheet: Sheet, row: int, column: int) -> Rect:
    """The same, cell by cell."""
    filled = {(r, c) for r, c, cell in sheet.cells() if cell.filled}
    todo, seen = [(row, column)], {(row, column)}
    while todo:
        r, c = todo.pop()
        near = {(r + down, c + right) for down in (-1, 0, 1) for right in (-1, 0, 1)}
        for place in (near & filled) - seen:
            seen.add(place)
            todo.append(place)
    rows, columns = {r for r, _ in seen}, {c for _, c in seen}
    return Rect(min(rows), min(columns), max(rows) + 1, max(columns) + 1)


@given(st.lists(st.text("x..en", min_size=6, max_size=6), min_size=1, max_size=8))
def test_any_table_is_found_as_it_is_cell_by_cell(rows: list[str]) -> None:
    sheet = drawn(*rows)
    for row, column, cell in sheet.cells():
        if cell.filled:
            assert region.around(sheet, row, column) == outline(sheet, row, column)
