"""Rows, columns, merges, groups, validations: what Google refuses and in which words."""

from __future__ import annotations

import pytest

from tests.localsheets.batches import Json, area, refusal, send
from tests.localsheets.grids import book_of, grid_of, tidy


def span(start: int, end: int, dimension: str = "ROWS") -> Json:
    return {"dimension": dimension, "startIndex": start, "endIndex": end}


FREEZE = {
    "updateSheetProperties": {
        "properties": {"gridProperties": {"frozenRowCount": 1, "frozenColumnCount": 1}},
        "fields": "gridProperties(frozenRowCount,frozenColumnCount)",
    }
}
TALL = {"mergeCells": {"range": area("B2:B3"), "mergeType": "MERGE_ALL"}}
NOT_DELETED = "deleteDimension: Cannot delete a"
NO_MOVE = (
    "moveDimension: Sorry, it is not possible to move a row to a position that crosses a merged"
    " cell. Please unmerge and try again."
)
WHOLE = "You must select all cells in a merged range to merge or unmerge them."


@pytest.mark.parametrize(
    ("before", "request_", "message"),
    [
        (
            [],
            {"insertDimension": {"range": span(21, 22)}},
            "insertDimension: range.startIndex is larger than current grid size (20)",
        ),
        (
            [],
            {"insertDimension": {"range": span(20, 22)}},
            "insertDimension: range.startIndex must be less than the grid size (20)"
            " if inheritFromBefore is false.",
        ),
        (
            [],
            {"deleteDimension": {"range": span(20, 21)}},
            f"{NOT_DELETED} row that doesn't exist."
            " Tried to delete row index 20 but there are only 20 rows.",
        ),
        (
            [],
            {"deleteDimension": {"range": span(8, 12, "COLUMNS")}},
            f"{NOT_DELETED} column that doesn't exist."
            " Tried to delete column index 11 but there are only 10 columns.",
        ),
        (
            [FREEZE],
            {"deleteDimension": {"range": span(1, 20)}},
            "deleteDimension: Sorry, it is not possible to delete all non-frozen rows.",
        ),
        (
            [],
            {"deleteDimension": {"range": {"dimension": "COLUMNS"}}},
            "deleteDimension: You can't delete all the columns on the sheet.",
        ),
        ([TALL], {"moveDimension": {"source": span(1, 2), "destinationIndex": 5}}, NO_MOVE),
        ([TALL], {"moveDimension": {"source": span(5, 6), "destinationIndex": 2}}, NO_MOVE),
        (
            [FREEZE],
            {"mergeCells": {"range": area("A1:A2"), "mergeType": "MERGE_ALL"}},
            "mergeCells: You can't merge frozen and non-frozen rows.",
        ),
        (
            [FREEZE],
            {"mergeCells": {"range": area("A2:B2"), "mergeType": "MERGE_ROWS"}},
            "mergeCells: You can't merge frozen and non-frozen columns.",
        ),
        ([TALL], {"mergeCells": {"range": area("A1:B2")}}, f"mergeCells: {WHOLE}"),
        ([TALL], {"unmergeCells": {"range": area("B2")}}, f"unmergeCells: {WHOLE}"),
        (
            [],
            {
                "updateDimensionProperties": {
                    "range": span(0, 1),
                    "properties": {"hiddenByFilter": True},
                    "fields": "hiddenByFilter",
                }
            },
            "updateDimensionProperties: hiddenByFilter is read-only.",
        ),
        (
            [],
            {"repeatCell": {"range": {"startRowIndex": 4, "endRowIndex": 2}, "fields": "note"}},
            "repeatCell: endRowIndex[2] cannot be before startRowIndex[4]",
        ),
        (
            [],
            {
                "updateCells": {
                    "start": {"columnIndex": 9},
                    "rows": [{"values": [{"note": "a"}, {"note": "b"}]}],
                    "fields": "note",
                }
            },
            "updateCells: Attempting to write column: 10, beyond the last requested column of: 9",
        ),
    ],
)
def test_refused_in_googles_words(before: list[Json], request_: Json, message: str) -> None:
    book = book_of(Tab="| a | b |")
    if before:
        send(book, *before)
    assert refusal(book, request_) == f"Invalid requests[0].{message}"


def test_rows_may_be_added_at_the_end_if_they_look_like_those_before() -> None:
    book = book_of(Tab="| a |")
    send(book, {"insertDimension": {"range": span(20, 22), "inheritFromBefore": True}})
    assert book.sheets[0].row_count == 22


def test_new_columns_look_like_their_neighbour_and_checkboxes_arrive_unticked() -> None:
    book = book_of(Tab="| $1 | TRUE |\n| $2 | TRUE |")
    box = {"range": area("B1:B2"), "rule": {"condition": {"type": "BOOLEAN"}}}
    columns = span(2, 3, "COLUMNS")
    send(
        book,
        {"setDataValidation": box},
        {"insertDimension": {"range": columns, "inheritFromBefore": True}},
        {"insertDimension": {"range": span(0, 1, "COLUMNS")}},
    )
    assert grid_of(book, book.sheets[0]) == tidy(
        "|  | $1 | TRUE | FALSE |\n|  | $2 | TRUE | FALSE |"
    )
    assert (book.sheets[0].at(1, 0).format or {})["numberFormat"]["type"] == "CURRENCY"


def test_fitting_rows_leaves_hidden_ones_hidden() -> None:
    book = book_of(Tab="| a |")
    both = {"pixelSize": 90, "hiddenByUser": True}
    wanted = {"range": span(0, 1), "properties": both, "fields": "*"}
    send(book, {"updateDimensionProperties": wanted})
    send(book, {"autoResizeDimensions": {"dimensions": span(0, 1)}})
    assert book.sheets[0].row_meta == {0: {"hiddenByUser": True}}


def group(start: int, end: int, depth: int, **more: bool) -> Json:
    return {"range": span(start, end, "COLUMNS"), "depth": depth, **more}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((2, 4), (1, 5), [group(1, 5, 1), group(2, 4, 2)]),
        ((1, 5), (2, 4), [group(1, 5, 1), group(2, 4, 2)]),
        ((1, 4), (2, 5), [group(1, 5, 1), group(2, 4, 2)]),
        ((1, 3), (5, 7), [group(1, 3, 1), group(5, 7, 1)]),
    ],
    ids=["superset", "subset", "overlap", "apart"],
)
def test_groups_deepen_as_documented(
    first: tuple[int, int], second: tuple[int, int], expected: list[Json]
) -> None:
    book = book_of(Tab="| a |")
    wanted = [{"addDimensionGroup": {"range": span(*own, "COLUMNS")}} for own in (first, second)]
    assert send(book, *wanted)[1] == {"addDimensionGroup": {"dimensionGroups": expected}}


def test_deleting_a_group_lifts_what_it_covers_as_documented() -> None:
    book = book_of(Tab="| a |")
    made = [{"addDimensionGroup": {"range": span(*own, "COLUMNS")}} for own in ((1, 5), (2, 4))]
    (*_, reply) = send(book, *made, {"deleteDimensionGroup": {"range": span(3, 5, "COLUMNS")}})
    expected = [group(1, 4, 1), group(2, 3, 2)]
    assert reply == {"deleteDimensionGroup": {"dimensionGroups": expected}}


def test_a_collapsed_group_hides_its_columns_and_stays_collapsed() -> None:
    book = book_of(Tab="| a |")
    closed = {"dimensionGroup": group(1, 3, 1, collapsed=True), "fields": "collapsed"}
    send(book, {"addDimensionGroup": {"range": span(1, 3, "COLUMNS")}})
    send(book, {"updateDimensionGroup": closed})
    send(book, {"addDimensionGroup": {"range": span(5, 7, "COLUMNS")}})
    sheet = book.sheets[0]
    assert sheet.col_groups == [group(1, 3, 1, collapsed=True), group(5, 7, 1)]
    assert sheet.col_meta == {1: {"hiddenByUser": True}, 2: {"hiddenByUser": True}}


def rule(kind: str, *values: str) -> Json:
    given = [{"userEnteredValue": value} for value in values]
    return {"condition": {"type": kind, "values": given}}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            rule("ONE_OF_RANGE", "=A1", "=A2"),
            "ConditionType 'ONE_OF_RANGE' requires exactly one ConditionValue,"
            " but 2 values were supplied.",
        ),
        (
            rule("ONE_OF_RANGE", "Tab!A1:A5"),
            "Invalid ConditionValue.userEnteredValue: Tab!A1:A5 for ConditionType: ONE_OF_RANGE",
        ),
        (rule("BLANK"), "ConditionType 'BLANK' is not supported in data validation."),
        (
            rule("NUMBER_GREATER", "many"),
            "Invalid ConditionValue.userEnteredValue: many for ConditionType: NUMBER_GREATER",
        ),
    ],
)
def test_validations_refused(given: Json, message: str) -> None:
    wanted = {"setDataValidation": {"range": area("A1"), "rule": given}}
    assert (
        refusal(book_of(Tab="| a |"), wanted) == f"Invalid requests[0].setDataValidation: {message}"
    )


def test_validations_are_copied_along_and_follow_rows() -> None:
    book = book_of(Tab="| a |", Lists="| x |")
    own = {"range": area("B1:B2"), "rule": rule("CUSTOM_FORMULA", "=A1>$C$1")}
    listed = {"range": area("C1"), "rule": rule("ONE_OF_RANGE", "=Lists!$A$1:$A$5")}
    send(book, {"setDataValidation": own}, {"setDataValidation": listed})
    on_lists = {**span(2, 4), "sheetId": 1}
    send(book, {"insertDimension": {"range": span(0, 1)}}, {"insertDimension": {"range": on_lists}})
    sheet = book.sheets[0]
    texts = [
        (sheet.at(*place).validation or {})["condition"]["values"][0]["userEnteredValue"]
        for place in ((1, 1), (2, 1), (1, 2))
    ]
    assert texts == ["=A2>$C$2", "=A3>$C$2", "=Lists!$A$1:$A$7"]
    send(book, {"setDataValidation": {"range": area("B1:C5")}})
    assert all(cell.validation is None for _, _, cell in sheet.cells())


def test_validations_follow_titles_and_lose_tabs_that_are_gone() -> None:
    book = book_of(Tab="| a |", Lists="| x |")
    listed = {"range": area("C1"), "rule": rule("ONE_OF_RANGE", "=Lists!$A$1:$A$5")}
    named = {"properties": {"sheetId": 1, "title": "All lists"}, "fields": "title"}

    def text() -> str:
        condition = (book.sheets[0].at(0, 2).validation or {})["condition"]
        return str(condition["values"][0]["userEnteredValue"])

    send(book, {"setDataValidation": listed}, {"updateSheetProperties": named})
    assert text() == "='All lists'!$A$1:$A$5"
    send(book, {"deleteSheet": {"sheetId": 1}})
    assert text() == "=#REF!"
