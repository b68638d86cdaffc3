"""Formulas: computed where something changed, kept as they are elsewhere."""

from __future__ import annotations

import logging

import pytest

from localsheets.formulas import model
from localsheets.formulas.engine import compute
from localsheets.render.cells import shown_text
from localsheets.state.book import Book
from localsheets.state.cell import Cell, CellError, Value
from localsheets.wire.errors import ApiError
from tests.localsheets.grids import book_of, grid_of, tidy

BLANK = None
BUDGET = """
    | 1100  | 100 | 1 |
    | 1200  | 250 | 2 |
    | 1300  | 50  | 2 |
"""


def result(formula: str, **tabs: str) -> Value:
    """What a formula in E1 of the first tab gives."""
    book = book_of(**(tabs or {"Budget": BUDGET}))
    book.put(book.sheets[0], 0, 4, Cell(formula=formula))
    compute(book)
    return book.sheets[0].at(0, 4).value


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=SUM(B1:B3)", 400),
        ("=SUM(B:B)", 400),
        ("=SUM(B2:B)", 300),
        ("=SUMIF(C1:C3,2,B1:B3)", 300),
        ("=SUMIFS(B1:B3,C1:C3,2,A1:A3,1200)", 250),
        ("=SUBTOTAL(9,B1:B3)", 400),
        ('=IF(B1>99,"over","under")', "over"),
        ('=IFERROR(B1/0,"none")', "none"),
        ("=(B1+B2)*2%", 7),
        ('=HYPERLINK("#gid=0&range=B7","B7")', "B7"),
        ('=A1&" "&B1', "1100 100"),
        ("=A1=1100", True),
        ("=J9", BLANK),
        ("=+B1", 100),
    ],
)
def test_formulas_are_computed(formula: str, value: Value) -> None:
    assert result(formula) == value


@pytest.mark.parametrize(
    ("formula", "shown", "words"),
    [
        ("=1/0", "#DIV/0!", "zero"),
        ("=Nowhere!A1", "#REF!", "Unresolved sheet name 'Nowhere'."),
        ("=nosuchname+1", "#NAME?", "Unknown range name: 'NOSUCHNAME'."),
        ("=GOOGLEFINANCE(A1)", "#NAME?", "GOOGLEFINANCE"),
        ("=SUM(", "#ERROR!", "parse"),
    ],
)
def test_what_cannot_be_computed_says_so(formula: str, shown: str, words: str) -> None:
    found = result(formula)
    assert isinstance(found, CellError)
    assert found.text == shown
    assert words in found.message


def test_a_function_that_is_not_computed_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="localsheets"):
        result('=IMPORTRANGE("a","b")')
    assert "IMPORTRANGE" in caplog.text


class Panic(BaseException):
    """What ironcalc raises where it panics: no ordinary exception."""


def test_a_panic_is_an_error_of_that_request() -> None:
    class Model:
        def evaluate(self) -> None:
            raise Panic("overflow")

    with pytest.raises(ApiError, match="could not compute"):
        model.run(Model())  # type: ignore[arg-type]


def test_formulas_see_other_tabs_and_named_ranges() -> None:
    book = book_of(Report="| =SUM('My Budget'!B1:B3) | =SUM(amounts) |", **{"My Budget": BUDGET})
    area = {"sheetId": 1, "startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 1}
    book.named.append(
        {"namedRangeId": "1", "name": "amounts", "range": {**area, "endColumnIndex": 2}}
    )
    book.changes.everything = True
    compute(book)
    assert grid_of(book, book.sheets[0]) == tidy("| 400 | 350 |")


def with_cached() -> Book:
    """A1 is a number; B1, C1 and D1 hold results that no computation here would give."""
    book = book_of(Tab="| 1 |")
    sheet = book.sheets[0]
    for column, formula in enumerate(("=A1+1", "=Z9+1", "=C1+1"), start=1):
        sheet.put(0, column, Cell("cached", formula))
    return book


def first_row(book: Book) -> list[str]:
    return [shown_text(book.sheets[0].at(0, column), "en_US") for column in range(4)]


def test_an_imported_result_is_kept_until_something_that_it_looks_at_changes() -> None:
    book = with_cached()
    book.put(book.sheets[0], 5, 5, Cell(7))
    compute(book)
    assert (
        grid_of(book, book.sheets[0]).splitlines()[0].startswith("| 1 | cached | cached | cached")
    )
    book.put(book.sheets[0], 0, 0, Cell(5))
    compute(book)
    assert first_row(book) == ["5", "6", "cached", "cached"]


def test_a_change_goes_up_the_chain_and_kept_results_count_as_values() -> None:
    book = with_cached()
    sheet = book.sheets[0]
    sheet.put(0, 2, Cell(10, "=GETPIVOTDATA(Y1:Y9)"))
    book.put(sheet, 0, 4, Cell(formula="=C1*2"))
    book.put(sheet, 0, 5, Cell(formula="=E1+A1"))
    compute(book)
    assert [sheet.at(0, column).value for column in (2, 4, 5)] == [10, 20, 21]


def test_subtotals_leave_out_subtotals() -> None:
    book = book_of(Tab="| 1 |\n| 2 |\n| =SUBTOTAL(9,A1:A2) |\n| 4 |\n| =SUBTOTAL(9,A1:A4) |")
    assert book.sheets[0].at(4, 0).value == 7
    book.put(book.sheets[0], 3, 0, Cell(5))
    compute(book)
    assert [book.sheets[0].at(row, 0).value for row in (2, 4)] == [3, 8]
