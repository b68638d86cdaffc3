"""autoFill, textToColumns and pasteData: data that spreads over cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localsheets.formats.series import continued
from localsheets.formats.words import words
from localsheets.state.cell import Value
from tests.localsheets.batches import Json, after, area, refusal, send
from tests.localsheets.grids import book_of, grid_of, tidy


def fill(name: str, length: int, dimension: str = "ROWS", *, alternate: bool = False) -> Json:
    target = {"source": area(name), "dimension": dimension, "fillLength": length}
    return {"autoFill": {"sourceAndDestination": target, "useAlternateSeries": alternate}}


@pytest.mark.parametrize(
    ("source", "alternate", "following"),
    [
        ("1 2", False, "3 4 5"),
        ("1 2", True, "1 2 1"),
        ("1", False, "1 1 1"),
        ("1", True, "2 3 4"),
        ("10 8", False, "6 4 2"),
        ("1/31/2024", False, "2/1/2024 2/2/2024 2/3/2024"),
        ("1/31/2024", True, "1/31/2024 1/31/2024 1/31/2024"),
        ("1/1/2024 1/8/2024", False, "1/15/2024 1/22/2024 1/29/2024"),
        ("Nov", False, "Dec Jan Feb"),
        ("monday wednesday", False, "friday sunday tuesday"),
        ("Day1", False, "Day2 Day3 Day4"),
        ("Day1", True, "Day1 Day1 Day1"),
        ("A009", False, "A010 A011 A012"),
        ("a b", False, "a b a"),
        ("TRUE", False, "TRUE TRUE TRUE"),
    ],
)
def test_values_go_on_as_series(source: str, alternate: bool, following: str) -> None:
    given_, expected = source.split(), following.split()
    across = "| " + " | ".join(given_) + " |"
    place = area(f"A1:{'AB'[len(given_) - 1]}1")
    target = {"source": place, "dimension": "COLUMNS", "fillLength": 3}
    book = book_of(Tab=across)
    send(book, {"autoFill": {"sourceAndDestination": target, "useAlternateSeries": alternate}})
    assert grid_of(book, book.sheets[0]) == tidy("| " + " | ".join([*given_, *expected]) + " |")


def test_formulas_are_copied_along_and_looks_come_with_them() -> None:
    book = book_of(Tab="| $1 | =A1*2 |\n| $2 | =A2*2 |")
    send(book, fill("A1:B2", 2))
    expected = "| $1 | =A1*2 |\n| $2 | =A2*2 |\n| $3 | =A3*2 |\n| $4 | =A4*2 |"
    assert grid_of(book, book.sheets[0], formulas=True) == tidy(expected)


def test_a_negative_length_fills_before_the_source() -> None:
    assert after("|  |\n|  |\n| 5 |\n| 6 |", fill("A3:A4", -2)) == tidy(
        "| 3 |\n| 4 |\n| 5 |\n| 6 |"
    )


def test_a_range_is_filled_from_the_data_at_its_edge() -> None:
    grid = "| 1 | x |\n| 2 | y |"
    expected = "| 1 | x |\n| 2 | y |\n| 3 | x |\n| 4 | y |"
    assert after(grid, {"autoFill": {"range": area("A1:B4")}}) == tidy(expected)
    assert after("| 1 | 2 |", {"autoFill": {"range": area("A1:D1")}}) == tidy("| 1 | 2 | 3 | 4 |")


def test_filling_beyond_the_grid_is_refused() -> None:
    book = book_of(Tab="| 1 |")
    assert "does not fit" in refusal(book, fill("A1:A1", 20))
    assert "does not fit" in refusal(book, fill("A1:A1", -1))


VALUES = st.lists(st.integers(-99, 99), min_size=2, max_size=5)


@given(VALUES, st.booleans(), st.integers(0, 30))
def test_what_goes_on_begins_with_what_there_was_or_repeats_it(
    numbers: list[int], alternate: bool, place: int
) -> None:
    values: list[Value] = list(numbers)
    following = continued(values, [False] * len(values), alternate, words("en"))
    if alternate:
        assert following(place) == numbers[place % len(numbers)]
    else:
        steps = [following(n) for n in range(len(numbers))]
        assert abs(sum(float(str(step)) for step in steps) - sum(numbers)) < 1e-6


def split(name: str, kind: str, **more: str) -> Json:
    return {"textToColumns": {"source": area(name), "delimiterType": kind, **more}}


@pytest.mark.parametrize(
    ("grid", "request_", "expected"),
    [
        (
            "| a,b,3 | old |\n| c | kept |",
            split("A1:A2", "COMMA"),
            "| a | b | 3 |\n| c | kept |  |",
        ),
        ('| "x,y",z |', split("A1", "COMMA"), "| x,y | z |"),
        ("| a;b |", split("A1", "SEMICOLON"), "| a | b |"),
        ("| a.b |", split("A1", "PERIOD"), "| a | b |"),
        ("| a b |", split("A1", "SPACE"), "| a | b |"),
        ("| a--b |", split("A1", "CUSTOM", delimiter="--"), "| a | b |"),
        ("| a;b c |\n| d;e |", split("A1:A2", "AUTODETECT"), "| a | b c |\n| d | e |"),
        ("| 5 |\n| ab |", split("A1:A2", "AUTODETECT"), "| 5 |\n| ab |"),
    ],
)
def test_text_is_parted_into_columns(grid: str, request_: Json, expected: str) -> None:
    assert after(grid, request_) == tidy(expected)


def test_the_grid_grows_for_parts_beyond_its_edge() -> None:
    book = book_of(Tab="| a |")
    one = {"userEnteredValue": {"stringValue": "x,y,z"}}
    write = {"range": area("J1"), "rows": [{"values": [one]}], "fields": "userEnteredValue"}
    send(book, {"updateCells": write}, split("J1", "COMMA"))
    assert (book.sheets[0].column_count, book.sheets[0].at(0, 11).value) == (12, "z")


@pytest.mark.parametrize(
    ("request_", "words_"),
    [
        (split("A1:B1", "COMMA"), "exactly one column"),
        (split("A1", "CUSTOM"), "delimiter must be specified"),
        ({"textToColumns": {"source": area("A1")}}, "No delimiterType specified."),
    ],
)
def test_parting_refused(request_: Json, words_: str) -> None:
    assert words_ in refusal(book_of(Tab="| a |"), request_)


def paste(data: str, row: int = 0, column: int = 0, **more: object) -> Json:
    to = {"rowIndex": row, "columnIndex": column}
    return {"pasteData": {"coordinate": to, "data": data, **more}}


def test_delimited_data_is_read_as_if_typed() -> None:
    data = 'a,$5,"x, y"\n=B1*2,,TRUE'
    assert after("| 9 | 9 | 9 |\n| 9 | 9 | 9 |", paste(data, delimiter=",")) == tidy(
        "| a | $5 | x, y |\n| =B1*2 |  | TRUE |"
    )


def test_an_html_table_brings_values_looks_and_merges() -> None:
    table = (
        "<table><tr><th>Item</th><th>Cost</th></tr>"
        "<tr><td>Camera<br>(rent)</td><td>$1,200</td></tr>"
        "<tr><td colspan=2><i>end</i></td></tr></table>"
    )
    book = book_of(Tab="| x |")
    send(book, paste(table, 1, 1, html=True, type="PASTE_NORMAL"))
    sheet = book.sheets[0]
    assert [sheet.at(1, n).value for n in (1, 2)] == ["Item", "Cost"]
    assert sheet.at(1, 1).format == {"textFormat": {"bold": True}}
    assert (sheet.at(2, 1).value, sheet.at(2, 2).value) == ("Camera\n(rent)", 1200)
    assert [(m.top, m.left, m.width) for m in sheet.merges] == [(3, 1, 2)]


def test_pasted_data_makes_the_grid_grow() -> None:
    book = book_of(Tab="| x |")
    send(book, paste("1\t2\n3\t4", 19, 9, delimiter="\t"))
    assert (book.sheets[0].row_count, book.sheets[0].column_count) == (21, 11)
    assert "delimiter or html" in refusal(book, paste("1"))
