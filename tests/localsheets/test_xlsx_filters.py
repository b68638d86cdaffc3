"""Filters of workbooks, in and out: criteria, order, and the rows that they hide."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.filters import (
    AutoFilter,
    ColorFilter,
    CustomFilter,
    CustomFilters,
    DateGroupItem,
    DynamicFilter,
    FilterColumn,
    Filters,
    Top10,
)

import localsheets
from localsheets.api.writes import update
from localsheets.state.sheet import Sheet
from tests.localsheets.books import apply, as_another_program_leaves_it
from tests.localsheets.grids import lines_of

Json = dict[str, Any]

CREW = """
    | Name | Days | Start      | Dept   |
    | Ana  | 5    | 2026-03-02 | Camera |
    | Bo   | 12   | 2026-03-09 | Grip   |
    | Cy   |      | 2026-04-01 | camera |
    | Di   | 3    | TBC        |        |
"""
BLOCK = {"startRowIndex": 0, "endRowIndex": 5, "startColumnIndex": 0, "endColumnIndex": 4}
RED, BLUE = {"red": 1}, {"blue": 1}
RED_CELL = {"backgroundColor": RED, "backgroundColorStyle": {"rgbColor": RED}}


def crew(**given: Any) -> tuple[localsheets.Workbooks, str]:
    store = localsheets.Workbooks()
    store.create("crew")
    values = {"values": lines_of(CREW)}
    store.change("crew", lambda book: update(book, "A1", values, typed=True))
    cell = {"sheetId": 0, "startRowIndex": 2, "endRowIndex": 3}
    look = {"cell": {"userEnteredFormat": RED_CELL}, "fields": "userEnteredFormat.backgroundColor"}
    apply(store, "crew", {"repeatCell": {"range": cell, **look}})
    apply(store, "crew", {"setBasicFilter": {"filter": {"range": BLOCK, **given}}})
    return store, "crew"


def left(sheet: Sheet) -> list[str]:
    hidden = {row for row, own in sheet.row_meta.items() if own.get("hiddenByFilter")}
    return [str(sheet.at(row, 0).value) for row in range(1, 5) if row not in hidden]


def again(store: localsheets.Workbooks, book_id: str, path: Path, *, plain: bool) -> Sheet:
    """The first tab after the way through a file, with or without our own part of it."""
    store.export_xlsx(book_id, path)
    path = as_another_program_leaves_it(path) if plain else path
    return store.read(store.import_xlsx(path, "plain" if plain else "again")).sheets[0]


def spec(column: int, **criteria: Any) -> Json:
    return {"filterSpecs": [{"columnIndex": column, "filterCriteria": criteria}]}


def condition(kind: str, *values: str) -> Json:
    entered = [{"userEnteredValue": value} for value in values]
    return {"condition": {"type": kind, **({"values": entered} if entered else {})}}


SAME: list[tuple[Json, list[str]]] = [
    (spec(1, hiddenValues=["5", ""]), ["Bo", "Di"]),
    (spec(2, hiddenValues=["2026-03-09"]), ["Ana", "Cy", "Di"]),
    (spec(3, hiddenValues=["Camera"]), ["Bo", "Cy", "Di"]),
    (spec(1, **condition("NUMBER_GREATER", "4")), ["Ana", "Bo"]),
    (spec(1, **condition("NUMBER_NOT_EQ", "12")), ["Ana", "Di"]),
    (spec(1, **condition("NUMBER_BETWEEN", "3", "5")), ["Ana", "Di"]),
    (spec(1, **condition("NUMBER_NOT_BETWEEN", "3", "5")), ["Bo"]),
    (spec(3, **condition("TEXT_EQ", "camera")), ["Ana", "Cy"]),
    (spec(3, **condition("TEXT_CONTAINS", "*?~")), []),
    (spec(3, **condition("TEXT_NOT_CONTAINS", "cam")), ["Bo", "Di"]),
    (spec(3, **condition("TEXT_STARTS_WITH", "G")), ["Bo"]),
    (spec(3, **condition("TEXT_ENDS_WITH", "a")), ["Ana", "Cy"]),
    (spec(3, **condition("BLANK")), ["Di"]),
    (spec(3, **condition("NOT_BLANK")), ["Ana", "Bo", "Cy"]),
    (spec(2, **condition("DATE_AFTER", "3/2/2026")), ["Bo", "Cy"]),
    (spec(2, condition={"type": "DATE_EQ", "values": [{"relativeDate": "TODAY"}]}), []),
    (
        spec(0, visibleBackgroundColor=RED, visibleBackgroundColorStyle={"rgbColor": RED}),
        ["Bo"],
    ),
    (
        spec(0, visibleForegroundColor=BLUE, visibleForegroundColorStyle={"rgbColor": BLUE}),
        [],
    ),
    (
        {
            "sortSpecs": [
                {"dimensionIndex": 1, "sortOrder": "DESCENDING"},
                {
                    "dimensionIndex": 0,
                    "sortOrder": "ASCENDING",
                    "backgroundColor": RED,
                    "backgroundColorStyle": {"rgbColor": RED},
                },
            ],
            **spec(3, hiddenValues=[""]),
        },
        ["Bo", "Ana", "Cy"],
    ),
]


@pytest.mark.parametrize(("given", "names"), SAME, ids=lambda given: repr(given)[:60])
@pytest.mark.parametrize("plain", [False, True], ids=["with our part", "without"])
def test_a_filter_is_the_same_after_the_way_through_a_file(
    tmp_path: Path, given: Json, names: list[str], plain: bool
) -> None:
    store, book_id = crew(**given)
    before = store.read(book_id).sheets[0]
    sheet = again(store, book_id, tmp_path / "crew.xlsx", plain=plain)
    assert left(before) == left(sheet) == names
    assert sheet.basic_filter == before.basic_filter
    assert sheet.row_meta == before.row_meta


ONLY_OURS = [
    (spec(1, **condition("CUSTOM_FORMULA", "=$B2>4")), ["Ana", "Bo"]),
    (spec(1, hiddenValues=["5"], **condition("NUMBER_LESS", "10")), ["Di"]),
    (spec(2, **condition("DATE_AFTER", "=DATE(2026,3,2)")), ["Bo", "Cy"]),
]


@pytest.mark.parametrize(("given", "names"), ONLY_OURS, ids=["formula", "two", "computed"])
def test_what_a_file_has_no_like_of_is_the_values_that_are_left(
    tmp_path: Path, given: Json, names: list[str]
) -> None:
    store, book_id = crew(**given)
    before = store.read(book_id).sheets[0]
    assert again(store, book_id, tmp_path / "crew.xlsx", plain=False).basic_filter == (
        before.basic_filter
    )
    sheet = again(store, book_id, tmp_path / "crew.xlsx", plain=True)
    assert left(sheet) == names
    criteria = (sheet.basic_filter or {})["filterSpecs"][0]["filterCriteria"]
    assert criteria.keys() == {"hiddenValues"}
    assert left(set_again(store, "plain")) == names


def set_again(store: localsheets.Workbooks, book_id: str) -> Sheet:
    """The filter that a tab has, set once more: its criteria find the rows anew."""
    own = store.read(book_id).sheets[0].basic_filter or {}
    given = {name: own[name] for name in ("range", "filterSpecs") if name in own}
    apply(store, book_id, {"setBasicFilter": {"filter": given}})
    return store.read(book_id).sheets[0]


def test_a_filter_that_another_program_changed_is_read_as_it_is_now(tmp_path: Path) -> None:
    store, book_id = crew(**spec(1, hiddenValues=["5"]))
    store.export_xlsx(book_id, tmp_path / "crew.xlsx")
    workbook: Any = openpyxl.load_workbook(tmp_path / "crew.xlsx")
    tab = workbook.active
    tab.auto_filter.filterColumn[0] = FilterColumn(colId=1, filters=Filters(filter=["5"]))
    tab.row_dimensions[2].hidden = False
    for row in (3, 4, 5):
        tab.row_dimensions[row].hidden = True
    workbook.save(tmp_path / "changed.xlsx")
    sheet = store.read(store.import_xlsx(tmp_path / "changed.xlsx")).sheets[0]
    assert left(sheet) == ["Ana"]
    assert (sheet.basic_filter or {})["filterSpecs"][0]["filterCriteria"] == {
        "hiddenValues": ["12", "", "3"]
    }


def test_rows_hidden_by_a_person_and_by_a_filter_are_told_apart(tmp_path: Path) -> None:
    store, book_id = crew(**spec(1, hiddenValues=["5"]))
    rows = {"sheetId": 0, "dimension": "ROWS", "startIndex": 1, "endIndex": 3}
    hide = {"properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
    apply(store, book_id, {"updateDimensionProperties": {"range": rows, **hide}})
    sheet = again(store, book_id, tmp_path / "crew.xlsx", plain=False)
    assert sheet.row_meta == {
        1: {"hiddenByFilter": True, "hiddenByUser": True},
        2: {"hiddenByUser": True},
    }


def two(operators: tuple[str, str], values: tuple[str, str], *, both: bool) -> FilterColumn:
    tests: Any = [CustomFilter(o, v) for o, v in zip(operators, values, strict=True)]
    return FilterColumn(colId=0, customFilters=CustomFilters(both or None, tests))


def one(operator: str, value: str) -> FilterColumn:
    return FilterColumn(colId=0, customFilters=CustomFilters(None, [CustomFilter(operator, value)]))


def ticked(*texts: str, **more: Any) -> FilterColumn:
    return FilterColumn(colId=0, filters=Filters(filter=list(texts), **more))


DAY: Any = DateGroupItem(year=2026, month=3, day=2, dateTimeGrouping="day")
MONTH: Any = DateGroupItem(year=2026, month=4, dateTimeGrouping="month")
KINDS: dict[str, Any] = {"aboveAverage": "aboveAverage", "M3": "M3", "Q2": "Q2"}
COLUMN = [5, 12, 3, "five", None, "Grip", 12, "2026-03-02", "2026-04-30"]
READ: list[tuple[FilterColumn, list[Any]]] = [
    (ticked("FIVE", "12"), [12, "five", 12]),
    (ticked("five", blank=True), ["five", None]),
    (ticked("Grip", dateGroupItem=[DAY, MONTH]), ["Grip", "2026-03-02", "2026-04-30"]),
    (one("equal", "*i*"), ["five", "Grip"]),
    (one("equal", "?i*"), ["five"]),
    (one("equal", "~?ive"), []),
    (one("notEqual", "five"), [5, 12, 3, None, "Grip", 12, "2026-03-02", "2026-04-30"]),
    (one("notEqual", " "), [5, 12, 3, "five", "Grip", 12, "2026-03-02", "2026-04-30"]),
    (one("greaterThan", "f"), ["five", "Grip"]),
    (two(("greaterThan", "lessThan"), ("3", "12"), both=True), [5]),
    (two(("equal", "equal"), ("3", "gr*"), both=False), [3, "Grip"]),
    (two(("equal", "notEqual"), ("*i*", "*r*"), both=True), ["five"]),
    (FilterColumn(colId=0, top10=Top10(val=3, top=False)), [5, 12, 3, 12]),
    (FilterColumn(colId=0, dynamicFilter=DynamicFilter(type=KINDS["Q2"])), ["2026-04-30"]),
    (
        FilterColumn(colId=0, dynamicFilter=DynamicFilter(type=KINDS["aboveAverage"])),
        ["2026-03-02", "2026-04-30"],
    ),
    (FilterColumn(colId=0, colorFilter=ColorFilter(dxfId=0)), ["five"]),
    (FilterColumn(colId=0, colorFilter=ColorFilter(dxfId=1, cellColor=False)), ["Grip"]),
]


def typed(tab: Any, row: int, value: Any) -> None:
    dated = isinstance(value, str) and value.startswith("2026")
    tab.cell(row, 1).value = date.fromisoformat(value) if dated else value


@pytest.mark.parametrize(("column", "shown"), READ, ids=lambda each: repr(each)[-70:])
def test_filters_of_other_programs_let_the_same_rows_through(
    tmp_path: Path, column: FilterColumn, shown: list[Any]
) -> None:
    workbook = openpyxl.Workbook()
    tab: Any = workbook.active
    tab["A1"] = "What"
    for number, value in enumerate(COLUMN, 2):
        typed(tab, number, value)
    tab["A5"].fill = PatternFill("solid", fgColor="FFFF0000")
    tab["A7"].font = Font(color="FF0000FF")
    styles: Any = workbook
    red = PatternFill("solid", fgColor="FFFF0000", bgColor="FFFF0000")
    styles._differential_styles.add(DifferentialStyle(fill=red))
    styles._differential_styles.add(DifferentialStyle(font=Font(color="FF0000FF")))
    tab.auto_filter = AutoFilter(ref="A1:A10", filterColumn=[column])
    workbook.save(tmp_path / "made.xlsx")
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(tmp_path / "made.xlsx")
    sheet = set_again(store, book_id)
    hidden = {row for row, own in sheet.row_meta.items() if own.get("hiddenByFilter")}
    assert [value for row, value in enumerate(COLUMN, 1) if row not in hidden] == shown
