"""Everything on a tab moves and is copied: a new kind of part cannot be forgotten."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import fields
from typing import Any

import pytest

from localsheets.state import parts
from localsheets.state.book import Book, grid_sheet
from localsheets.state.move import move
from localsheets.state.sheet import Sheet
from localsheets.wire import schema
from localsheets.wire.axis import Delete, Insert, MoveTo

Json = dict[str, Any]

BLOCK = {"startRowIndex": 3, "endRowIndex": 6, "startColumnIndex": 1, "endColumnIndex": 4}
DATA = {"sourceRange": {"sources": [{**BLOCK, "endColumnIndex": 2}]}}
EXAMPLES: dict[str, Json] = {
    "conditional": {"ranges": [BLOCK], "booleanRule": {"condition": {"type": "BLANK"}}},
    "basic_filter": {"range": BLOCK, "criteria": {"2": {"hiddenValues": ["x"]}}},
    "filter_views": {"filterViewId": 1, "range": BLOCK},
    "charts": {"chartId": 2, "spec": {"basicChart": {"series": [{"series": DATA}]}}},
    "slicers": {"slicerId": 3, "spec": {"dataRange": BLOCK}},
    "banded": {"bandedRangeId": 4, "range": BLOCK},
    "protected": {"protectedRangeId": 5, "range": BLOCK},
    "tables": {"tableId": "6", "name": "T", "range": BLOCK},
    "row_groups": {"range": {"dimension": "ROWS", "startIndex": 3, "endIndex": 6}, "depth": 1},
    "col_groups": {"range": {"dimension": "COLUMNS", "startIndex": 1, "endIndex": 4}, "depth": 1},
}


def book_with_everything() -> Book:
    book = Book("book", "book")
    book.sheets = [grid_sheet(0, "One", 20, 10), grid_sheet(7, "Two", 20, 10)]
    for kind in parts.KINDS:
        kind.put(book.sheets[0], [deepcopy(EXAMPLES[kind.field])])
    return book


def test_every_field_of_a_tab_is_of_one_sort_or_the_other() -> None:
    names = {field.name for field in fields(Sheet) if not field.name.startswith("_")}
    assert names == {kind.field for kind in parts.KINDS} | parts.PLAIN


@pytest.mark.parametrize("kind", parts.KINDS, ids=lambda kind: str(kind.field))
def test_every_part_is_one_of_googles_messages(kind: parts.Kind) -> None:
    assert not kind.id or kind.id in schema.fields_of(kind.message)
    assert EXAMPLES[kind.field].keys() <= schema.fields_of(kind.message).keys()


@pytest.mark.parametrize("kind", parts.KINDS, ids=lambda kind: str(kind.field))
def test_every_part_follows_its_rows_and_columns(kind: parts.Kind) -> None:
    book = book_with_everything()
    move(book, book.sheets[0], Insert(True, 0, 2))
    move(book, book.sheets[0], Insert(False, 0, 1))
    (found,) = kind.of(book.sheets[0])
    text = str(found)
    if kind.field == "row_groups":
        assert "'startIndex': 5, 'endIndex': 8" in text
    elif kind.field == "col_groups":
        assert "'startIndex': 2, 'endIndex': 5" in text
    else:
        assert "'startRowIndex': 5, 'endRowIndex': 8" in text
        assert "'startColumnIndex': 2" in text


@pytest.mark.parametrize("kind", parts.KINDS, ids=lambda kind: str(kind.field))
def test_a_copy_of_a_spreadsheet_is_apart(kind: parts.Kind) -> None:
    book = book_with_everything()
    kind.put(book.copy().sheets[0], [])
    assert kind.of(book.sheets[0]) == [EXAMPLES[kind.field]]
    if isinstance(getattr(book.sheets[0], kind.field), list):
        copied = getattr(book.copy().sheets[0], kind.field)
        assert copied is not getattr(book.sheets[0], kind.field)


def test_a_chart_outlives_its_data() -> None:
    book = book_with_everything()
    move(book, book.sheets[0], Delete(False, 1, 2))
    assert book.sheets[0].charts == [{"chartId": 2, "spec": {"basicChart": {}}}]


def test_a_protected_tab_outlives_its_exceptions() -> None:
    book = book_with_everything()
    book.sheets[0].protected = [
        {"protectedRangeId": 5, "range": {}, "unprotectedRanges": [BLOCK]},
    ]
    move(book, book.sheets[0], Delete(True, 2, 8))
    assert book.sheets[0].protected == [{"protectedRangeId": 5, "range": {}}]


def test_a_filter_goes_on_filtering_the_same_columns() -> None:
    book = book_with_everything()
    sheet = book.sheets[0]
    sheet.basic_filter = {
        "range": BLOCK,
        "criteria": {"1": {"hiddenValues": ["x"]}, "2": {"hiddenValues": ["y"]}},
        "filterSpecs": [{"columnIndex": 1}, {"columnIndex": 2}],
        "sortSpecs": [{"dimensionIndex": 2}],
    }
    move(book, sheet, MoveTo(False, 1, 2, 3))
    assert sheet.basic_filter == {
        "range": BLOCK,
        "criteria": {"1": {"hiddenValues": ["y"]}, "2": {"hiddenValues": ["x"]}},
        "filterSpecs": [{"columnIndex": 2}, {"columnIndex": 1}],
        "sortSpecs": [{"dimensionIndex": 1}],
    }
    move(book, sheet, Delete(False, 1, 2))
    assert sheet.basic_filter["criteria"] == {"1": {"hiddenValues": ["x"]}}
    assert sheet.basic_filter["filterSpecs"] == [{"columnIndex": 1}]
    assert "sortSpecs" not in sheet.basic_filter


def test_a_table_keeps_its_columns_types() -> None:
    book = book_with_everything()
    sheet = book.sheets[0]
    sheet.tables = [
        {
            "tableId": "6",
            "range": BLOCK,
            "columnProperties": [
                {"columnName": "a"},
                {"columnIndex": 1, "columnName": "b", "columnType": "DATE"},
                {"columnIndex": 2, "columnName": "c"},
            ],
        }
    ]
    move(book, sheet, Insert(False, 2, 1))
    assert sheet.tables[0]["columnProperties"] == [
        {"columnName": "a"},
        {"columnIndex": 1, "columnName": "Column 2"},
        {"columnIndex": 2, "columnName": "b", "columnType": "DATE"},
        {"columnIndex": 3, "columnName": "c"},
    ]
