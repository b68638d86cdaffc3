"""trimWhitespace, deleteDuplicates, randomizeRange, sortRange: rows put in order."""

from __future__ import annotations

import pytest

from tests.localsheets.batches import Json, after, area, refusal, send
from tests.localsheets.grids import book_of, grid_of, tidy


def test_white_space_is_trimmed_and_counted() -> None:
    book = book_of(Tab='| x | =TRIM(" a ") | 5 |')
    texts = ["  a \t b\n", "ok", "   ", " =not a formula"]
    rows = [{"values": [{"userEnteredValue": {"stringValue": text}}]} for text in texts]
    write = {"range": area("A1:A4"), "rows": rows, "fields": "userEnteredValue"}
    replies = send(book, {"updateCells": write}, {"trimWhitespace": {"range": area("A1:C4")}})
    assert replies[1] == {"trimWhitespace": {"cellsChangedCount": 3}}
    assert [book.sheets[0].at(n, 0).value for n in range(4)] == [
        "a b",
        "ok",
        None,
        "=not a formula",
    ]
    assert book.sheets[0].at(3, 0).formula is None
    assert send(book, {"trimWhitespace": {"range": area("A1:C4")}}) == [{"trimWhitespace": {}}]


CREW = """
    | ann | 1 | x    |
    | Bob | 2 | y    |
    | ANN | 1 | z    |
    | cy  | 3 | x    |
    | bob | 2 | =B5  |
    | end |   | kept |
"""


def test_the_first_of_rows_that_are_alike_is_kept() -> None:
    columns = [{"dimension": "COLUMNS", "startIndex": 0, "endIndex": 2}]
    wanted = {"range": area("A1:C5"), "comparisonColumns": columns}
    book = book_of(Tab=CREW)
    assert send(book, {"deleteDuplicates": wanted}) == [
        {"deleteDuplicates": {"duplicatesRemovedCount": 2}}
    ]
    assert grid_of(book, book.sheets[0]) == tidy(
        """
        | ann | 1 | x    |
        | Bob | 2 | y    |
        | cy  | 3 | x    |
        |     |   |      |
        |     |   |      |
        | end |   | kept |
        """
    )


def test_without_columns_all_are_compared() -> None:
    book = book_of(Tab="| a | 1 |\n| a | 2 |\n| A | 1 |")
    assert send(book, {"deleteDuplicates": {"range": area("A1:B3")}}) == [
        {"deleteDuplicates": {"duplicatesRemovedCount": 1}}
    ]
    assert send(book, {"deleteDuplicates": {"range": area("A1:B2")}}) == [{"deleteDuplicates": {}}]
    far = [{"dimension": "COLUMNS", "startIndex": 4, "endIndex": 5}]
    wanted = {"range": area("A1:B2"), "comparisonColumns": far}
    assert "columns of the range" in refusal(book, {"deleteDuplicates": wanted})


def test_shuffled_rows_are_the_same_rows() -> None:
    book = book_of(Tab="\n".join(f"| {n} | =A{n}*10 |" for n in range(1, 11)))
    send(book, {"randomizeRange": {"range": area("A1:B10")}})
    sheet = book.sheets[0]
    rows = [(sheet.at(n, 0).value, sheet.at(n, 1).value) for n in range(10)]
    assert sorted(rows) == [(n, n * 10) for n in range(1, 11)]


def sort(name: str, *specs: Json) -> Json:
    return {"sortRange": {"range": area(name), "sortSpecs": list(specs)}}


UP, DOWN = {"sortOrder": "ASCENDING"}, {"sortOrder": "DESCENDING"}


def test_later_columns_decide_between_equal_rows() -> None:
    grid = "| b | 1 |\n| a | 1 |\n| a | 2 |"
    both = [{**UP, "dimensionIndex": 0}, {**DOWN, "dimensionIndex": 1}]
    assert after(grid, sort("A1:B3", *both)) == tidy("| a | 2 |\n| a | 1 |\n| b | 1 |")


def test_hidden_rows_stay_where_they_are() -> None:
    hide = {
        "range": {"dimension": "ROWS", "startIndex": 1, "endIndex": 2},
        "properties": {"hiddenByUser": True},
        "fields": "hiddenByUser",
    }
    assert after(
        "| c |\n| z |\n| a |\n| b |", {"updateDimensionProperties": hide}, sort("A1:A4", UP)
    ) == tidy("| a |\n| z |\n| b |\n| c |")


def test_a_colour_comes_first() -> None:
    book = book_of(Tab="| a |\n| b |\n| c |")
    red = {"red": 1}
    paint = {"range": area("B2:B3"), "cell": {"userEnteredFormat": {"backgroundColor": red}}}
    paint["range"] = area("A3")
    send(book, {"repeatCell": {**paint, "fields": "userEnteredFormat.backgroundColor"}})
    send(book, sort("A1:A3", {"backgroundColor": red}))
    assert grid_of(book, book.sheets[0]) == tidy("| c |\n| a |\n| b |")


def test_merges_within_a_row_go_with_it_and_higher_ones_are_refused() -> None:
    book = book_of(Tab="| b | x |\n| a |  |\n| c | |")
    send(book, {"mergeCells": {"range": area("A2:B2")}}, sort("A1:B3", UP))
    assert [(m.top, m.left, m.width) for m in book.sheets[0].merges] == [(0, 0, 2)]
    send(book, {"mergeCells": {"range": area("C1:C2")}})
    assert refusal(book, sort("A1:C3", UP)) == (
        "Invalid requests[0].sortRange: You can't sort a range containing vertical merges."
        " There is a vertical merge at C1:C2"
    )


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (sort("A21:A22", UP), "range.startRowIndex is larger than current grid size (20)"),
        (sort("A1:A2", {"dimensionIndex": 3}), "dimensionIndex must lie within the range."),
        (
            sort("A1:A2", {"backgroundColor": {}, "foregroundColor": {}}),
            "Only one of backgroundColor and foregroundColor",
        ),
    ],
)
def test_sorting_refused(request_: Json, words: str) -> None:
    assert words in refusal(book_of(Tab="| a |"), request_)
