"""A spreadsheet that is exported and imported again is the same to the API.

Twice: with the part of our own that an export carries along, and without it, as another program
leaves a file: then only what .xlsx itself can say is there.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import localsheets
from localsheets.api.writes import update
from localsheets.render.spreadsheet import spreadsheet
from localsheets.wire import masks
from tests.localsheets.books import (
    LOOK_REQUESTS,
    apply,
    as_another_program_leaves_it,
    try_all,
)

Json = dict[str, Any]

OTHER_FILE = {
    "spreadsheetId",
    "spreadsheetUrl",
    "message",  # of an error: a file has only its name
}
NOT_IN_XLSX = OTHER_FILE | {
    "sheetId",
    "namedRangeId",
    "title",  # of the spreadsheet, and of tabs: they are compared beside
    "protectedRanges",
    "rowMetadata",  # heights: Google fits rows to their text, a file holds estimates
}


def without(found: Any, names: set[str]) -> Any:
    if isinstance(found, list):
        return [without(each, names) for each in found]
    if not isinstance(found, dict):
        return found
    return {
        name: without(part, names)
        for name, part in found.items()
        # an absent switch is one that is off
        if name not in names and (name, part) not in DEFAULTS
    }


DEFAULTS = [("strict", False)]


def answer(store: localsheets.Workbooks, book_id: str, names: set[str]) -> Any:
    """What spreadsheets.get answers with includeGridData."""
    book = store.read(book_id)
    found = spreadsheet(book, masks.ALL, None, with_data=True)
    for tab in found["sheets"]:
        tab["merges"] = sorted(tab.get("merges", []), key=repr)  # a file knows no order of them
        rows = tab["data"][0].setdefault("rowData", [])
        for row in rows:
            row["values"] = _trimmed(row.get("values", []))
        tab["data"][0]["rowData"] = _trimmed([row if row["values"] else {} for row in rows])
    return without(found, names)


def _trimmed(found: list[Json]) -> list[Json]:
    while found and not found[-1]:
        found.pop()
    return found


HISTORIES = st.lists(LOOK_REQUESTS, min_size=2, max_size=10)
FEW = settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
MANY = settings(FEW, max_examples=400)


def check_with_our_part(tmp_path: Path, wanted: list[Json]) -> None:
    store = localsheets.Workbooks()
    store.create("book")
    try_all(store, "book", wanted)
    store.export_xlsx("book", tmp_path / "book.xlsx")
    again = store.import_xlsx(tmp_path / "book.xlsx", "again")
    assert answer(store, again, OTHER_FILE) == answer(store, "book", OTHER_FILE)
    store.delete("again")


def check_without(tmp_path: Path, wanted: list[Json]) -> None:
    store = localsheets.Workbooks()
    store.create("book")
    try_all(store, "book", wanted)
    store.export_xlsx("book", tmp_path / "book.xlsx")
    again = store.import_xlsx(as_another_program_leaves_it(tmp_path / "book.xlsx"), "again")
    assert answer(store, again, NOT_IN_XLSX) == answer(store, "book", NOT_IN_XLSX)
    titles = [[sheet.title for sheet in store.read(book).sheets] for book in ("book", "again")]
    assert titles[0] == titles[1]
    store.delete("again")


@FEW
@given(HISTORIES)
def test_the_same_with_our_part(tmp_path: Path, wanted: list[Json]) -> None:
    check_with_our_part(tmp_path, wanted)


@FEW
@given(HISTORIES)
def test_the_same_as_far_as_xlsx_goes(tmp_path: Path, wanted: list[Json]) -> None:
    check_without(tmp_path, wanted)


SOURCE = {"sheetId": 0, "startRowIndex": 1, "endRowIndex": 4}


def column(number: int) -> Json:
    place = {**SOURCE, "startColumnIndex": number, "endColumnIndex": number + 1}
    return {"sourceRange": {"sources": [place]}}


def chart(spec: Json) -> Json:
    place = {"anchorCell": {"rowIndex": 5, "columnIndex": 2}, "offsetXPixels": 7}
    size = {"widthPixels": 480, "heightPixels": 300}
    whole = {"title": "Cost", "hiddenDimensionStrategy": "SKIP_HIDDEN_ROWS_AND_COLUMNS", **spec}
    return {"chartId": 1, "spec": whole, "position": {"overlayPosition": {**place, **size}}}


def basic(kind: str, **more: Any) -> Json:
    up = "BOTTOM_AXIS" if kind == "BAR" else "LEFT_AXIS"
    axes = [
        {"position": "BOTTOM_AXIS", "title": "Account"},
        {"position": "LEFT_AXIS", "title": "Dollars"},
    ]
    red = {"red": 1}
    series = [
        {
            "series": column(1),
            "targetAxis": up,
            "color": red,
            "colorStyle": {"rgbColor": red},
        },
        {"series": column(2), "targetAxis": up},
    ]
    return {
        "basicChart": {
            "chartType": kind,
            "legendPosition": "BOTTOM_LEGEND",
            "axis": axes,
            "domains": [{"domain": column(0)}],
            "series": series,
            "headerCount": 0,
            **more,
        }
    }


UNTITLED = [{"position": "BOTTOM_AXIS"}, {"position": "LEFT_AXIS"}]
RIGHT = [*UNTITLED, {"position": "RIGHT_AXIS", "title": "Share"}]


def combined(*kinds: tuple[str, str]) -> Json:
    """Series of several kinds: ``(kind, axis)`` of each."""
    right = any(axis == "RIGHT_AXIS" for _, axis in kinds)
    made = basic("COMBO", axis=RIGHT if right else UNTITLED)
    made["basicChart"]["series"] = [
        {"series": column(number), "targetAxis": axis, "type": kind}
        for number, (kind, axis) in enumerate(kinds, 1)
    ]
    return made


def on_the_right() -> Json:
    made = basic("LINE", axis=RIGHT)
    made["basicChart"]["series"][1]["targetAxis"] = "RIGHT_AXIS"
    return made


PIE = {"legendPosition": "RIGHT_LEGEND", "series": column(1), "domain": column(0)}


CHARTS = {
    "columns": basic("COLUMN"),
    "stacked": basic("COLUMN", stackedType="STACKED"),
    "lines": basic("LINE"),
    "bars": basic("BAR"),
    "areas": basic("AREA", stackedType="PERCENT_STACKED", axis=UNTITLED),
    "dots": basic("SCATTER"),
    "combined": combined(("COLUMN", "LEFT_AXIS"), ("LINE", "LEFT_AXIS"), ("AREA", "LEFT_AXIS")),
    "two axes": combined(("COLUMN", "LEFT_AXIS"), ("COLUMN", "LEFT_AXIS"), ("LINE", "RIGHT_AXIS")),
    "right": on_the_right(),
    "pie": {"pieChart": PIE},
    "ring": {"pieChart": {**PIE, "pieHole": 0.5}},
}


@pytest.mark.parametrize("spec", CHARTS.values(), ids=CHARTS)
def test_a_chart_is_the_same_as_far_as_xlsx_goes(tmp_path: Path, spec: Json) -> None:
    store = localsheets.Workbooks()
    store.create("book")
    apply(store, "book", {"addChart": {"chart": chart(spec)}})
    store.export_xlsx("book", tmp_path / "book.xlsx")
    again = store.import_xlsx(as_another_program_leaves_it(tmp_path / "book.xlsx"), "again")
    names = NOT_IN_XLSX - {"title"}
    found = [without(store.read(each).sheets[0].charts, names) for each in ("book", again)]
    assert found[1] == found[0]


def test_arrays_are_the_same_with_the_values_that_they_spread(tmp_path: Path) -> None:
    typed: list[list[Any]] = [
        [3, "=SORT(A1:A3)", "=ARRAYFORMULA(A1:A3*2)", "=ARRAYFORMULA(SUM(A1:A3*A1:A3))"],
        [1],
        [2],
    ]
    store = localsheets.Workbooks()
    store.create("book")
    store.change("book", lambda book: update(book, "A1:D3", {"values": typed}, typed=True))
    store.export_xlsx("book", tmp_path / "book.xlsx")
    again = store.import_xlsx(tmp_path / "book.xlsx", "again")
    found = [list(store.read(each).sheets[0].cells()) for each in ("book", again)]
    assert found[1] == found[0]
    with zipfile.ZipFile(tmp_path / "book.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<f t="array" ref="C1:C3">A1:A3*2</f><v>6</v>' in sheet
    store.change(again, lambda book: update(book, "A2", {"values": [[9]]}, typed=True))
    shown = [store.read(again).sheets[0].at(row, 1).value for row in range(3)]
    assert shown == [2, 3, 9]


@pytest.mark.slow
@pytest.mark.timeout(900)
@MANY
@given(HISTORIES, st.sampled_from([check_with_our_part, check_without]))
def test_the_same_over_many_histories(
    tmp_path: Path, wanted: list[Json], check: Callable[[Path, list[Json]], None]
) -> None:
    check(tmp_path, wanted)
