"""The text grids that documentation and tests are written in."""

from model.cell import Cell
from schemas import textgrid


def test_cells_are_typed_as_a_spreadsheet_would_type_them():
    grid, starred = textgrid.parse(
        """
        | Acct | Name     | Paid  | Due        |
        |------|----------|-------|------------|
        | '007 | A \\| B  | TRUE  | 2026-03-02 |
        |      |          |       |            |
        | 12   | -3.5     | 3/2   |            |
        """
    )
    assert grid.rows == [
        ["Acct", "Name", "Paid", "Due"],
        ["007", "A | B", True, 46083],
        [],
        [12, -3.5, "3/2"],
    ]
    assert starred == frozenset()


def test_stars_mark_cells_and_are_no_part_of_them():
    grid, starred = textgrid.parse(
        """
        | Cast  | 3/2 | 3/3 |
        | 1.ANA | SW  | *W* |
        | 2.BEN | **  | F   |
        """,
        tab="DOOD",
    )
    assert grid.rows == [["Cast", "3/2", "3/3"], ["1.ANA", "SW", "W"], ["2.BEN", None, "F"]]
    assert starred == {Cell("DOOD", 2, 3), Cell("DOOD", 3, 2)}


def test_zeros_that_a_number_would_lose_are_kept_by_its_format():
    grid, _ = textgrid.parse("| 10.10 | 0100 | 10.1 | 0 | 0.5 |")
    assert grid.rows == [[10.1, 100, 10.1, 0, 0.5]]
    assert grid.formats == {(1, 1): "0.00", (1, 2): "0000"}


def test_strike_through_and_book():
    grid, _ = textgrid.parse("| ~~Grip~~ | ~~1~~ |", book="crew")
    assert grid.rows == [["Grip", 1]]
    assert grid.struck == {(1, 1), (1, 2)}
    assert grid.cell(1, 1) == Cell("Sheet", 1, 1, "crew")


def test_text_without_bars_is_an_empty_sheet():
    grid, starred = textgrid.parse("nothing here")
    assert grid.rows == []
    assert not starred
