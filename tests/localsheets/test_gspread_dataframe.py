"""gspread-dataframe, unmodified: frames that go to a sheet and come back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gspread
import numpy
import pandas
import pytest
from gspread_dataframe import get_as_dataframe, set_with_dataframe
from pandas.testing import assert_frame_equal

Json = dict[str, Any]
Send = Callable[..., Json]


@pytest.fixture
def sheet(google: gspread.Client, batch: Send) -> gspread.Worksheet:
    return google.open_by_key("book").sheet1


FRAME = pandas.DataFrame(
    {
        "Account": ["Camera", "Grip"],
        "Budget": [1200.5, -80.0],
        "Days": [3, 4],
        "Locked": [True, False],
        "Notes": ["'quoted", numpy.nan],
    }
)


def test_a_frame_goes_and_comes_back(sheet: gspread.Worksheet) -> None:
    set_with_dataframe(sheet, FRAME)
    found = get_as_dataframe(sheet)
    assert list(found.columns) == list(FRAME.columns)
    assert found["Budget"].tolist() == [1200.5, -80.0]
    assert found["Account"].tolist() == ["Camera", "Grip"]
    assert found["Locked"].tolist() == [True, False]
    assert found["Notes"].tolist()[0] == "'quoted"
    assert pandas.isna(found["Notes"][1])


def test_a_frame_elsewhere_with_its_index(sheet: gspread.Worksheet) -> None:
    frame = FRAME.rename_axis("Row")
    set_with_dataframe(sheet, frame, row=3, col=2, include_index=True)
    assert sheet.get("B3:D5") == [
        ["Row", "Account", "Budget"],
        ["0", "Camera", "1200.5"],
        ["1", "Grip", "-80"],
    ]
    found = get_as_dataframe(sheet, skiprows=2, usecols=[1, 2, 3], index_col=0)
    assert found.index.name == "Row"
    assert found.index.tolist() == [0, 1]


def test_without_a_header(sheet: gspread.Worksheet) -> None:
    set_with_dataframe(sheet, FRAME, include_column_header=False)
    found = get_as_dataframe(sheet, header=None, usecols=[0, 1])
    assert found[1].tolist() == [1200.5, -80.0]


@pytest.mark.parametrize("resize", [True, False])
def test_the_sheet_is_resized(sheet: gspread.Worksheet, resize: bool) -> None:
    wide = pandas.DataFrame(numpy.arange(30 * 1200).reshape(1200, 30))
    set_with_dataframe(sheet, wide, resize=resize)
    assert (sheet.row_count, sheet.col_count) == (1201, 30)
    set_with_dataframe(sheet, FRAME, resize=resize)
    assert (sheet.row_count, sheet.col_count) == ((3, 5) if resize else (1201, 30))
    fresh = sheet.spreadsheet.get_worksheet(0)
    assert (fresh.row_count, fresh.col_count) == (sheet.row_count, sheet.col_count)


def test_rows_are_counted_before_columns(sheet: gspread.Worksheet) -> None:
    """More rows first, and fewer columns then, is over the limit in between: it is refused."""
    with pytest.raises(gspread.exceptions.APIError, match="above the limit of 10000000 cells"):
        sheet.resize(1_000_000, 2)
    sheet.resize(cols=2)
    sheet.resize(rows=1_000_000)
    assert (sheet.row_count, sheet.col_count) == (1_000_000, 2)


def test_formulas(sheet: gspread.Worksheet) -> None:
    frame = pandas.DataFrame({"a": [1, 2], "b": ["=A2*10", "=SUM(A2:A3)"]})
    set_with_dataframe(sheet, frame)
    assert get_as_dataframe(sheet)["b"].tolist() == ["=A2*10", "=SUM(A2:A3)"]
    assert get_as_dataframe(sheet, evaluate_formulas=True)["b"].tolist() == [10, 3]
    set_with_dataframe(sheet, frame, allow_formulas=False)
    assert get_as_dataframe(sheet, evaluate_formulas=True)["b"].tolist() == [
        "=A2*10",
        "=SUM(A2:A3)",
    ]


def test_escaping(sheet: gspread.Worksheet) -> None:
    frame = pandas.DataFrame({"a": ["007", "'x", "3/4"]})
    set_with_dataframe(sheet, frame, string_escaping="full")
    assert sheet.col_values(1) == ["a", "007", "'x", "3/4"]
    set_with_dataframe(sheet, frame, string_escaping=lambda text: text.startswith("0"))
    assert sheet.col_values(1)[1] == "007"
    set_with_dataframe(sheet, frame, string_escaping="off")
    assert sheet.col_values(1)[1:3] == ["7", "x"]


def test_several_levels(sheet: gspread.Worksheet) -> None:
    columns = pandas.MultiIndex.from_tuples(
        [("Camera", "Budget"), ("Camera", "Cost"), ("Grip", "Budget")], names=["Dept", "What"]
    )
    frame = pandas.DataFrame([[1, 2, 3], [4, 5, 6]], columns=columns)
    set_with_dataframe(sheet, frame)
    found = get_as_dataframe(sheet, header=[0, 1])
    assert found.columns.tolist() == columns.tolist()
    assert found.to_numpy().tolist() == [[1, 2, 3], [4, 5, 6]]


def test_empty_rows_and_columns(sheet: gspread.Worksheet) -> None:
    sheet.update([["a", "b"], [1, 2], [], [3, 4]], "A1")
    assert len(get_as_dataframe(sheet)) == 2
    kept = get_as_dataframe(sheet, drop_empty_rows=False, drop_empty_columns=False)
    assert kept["a"].tolist()[:3][0] == 1
    assert pandas.isna(kept["a"][1])
    assert get_as_dataframe(sheet, nrows=1)["b"].tolist() == [2]
    frame = get_as_dataframe(sheet, dtype={"a": str}, usecols=["a"])
    assert_frame_equal(frame.reset_index(drop=True), pandas.DataFrame({"a": ["1", "3"]}))
