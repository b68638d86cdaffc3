"""Reading a spreadsheet whole, in one request."""

from __future__ import annotations

from typing import Any

import pytest

import sheets
from model.cell import Block
from model.grid import Book
from sheets.planning.names import METADATA_KEY
from tests.sheets.ground import Ground, shown, variance


def values(*rows: list[Any]) -> dict[str, Any]:
    """updateCells on the person's first tab, from A1."""

    def cell(content: Any) -> dict[str, Any]:
        if content is None:
            return {}
        if isinstance(content, str) and content.startswith("="):
            return {"userEnteredValue": {"formulaValue": content}}
        kind = {bool: "boolValue", str: "stringValue"}.get(type(content), "numberValue")
        return {"userEnteredValue": {kind: content}}

    return {
        "updateCells": {
            "start": {"sheetId": 0, "rowIndex": 0, "columnIndex": 0},
            "rows": [{"values": [cell(content) for content in row]} for row in rows],
            "fields": "userEnteredValue",
        }
    }


def look(row: int, col: int, **format_: Any) -> dict[str, Any]:
    """Give one cell (from 1) a format."""
    return {
        "repeatCell": {
            "range": {
                "sheetId": 0,
                "startRowIndex": row - 1,
                "endRowIndex": row,
                "startColumnIndex": col - 1,
                "endColumnIndex": col,
            },
            "cell": {"userEnteredFormat": format_},
            "fields": "userEnteredFormat",
        }
    }


def hide(kind: str, place: int) -> dict[str, Any]:
    span = {"sheetId": 0, "dimension": kind, "startIndex": place - 1, "endIndex": place}
    return {
        "updateDimensionProperties": {
            "range": span,
            "properties": {"hiddenByUser": True},
            "fields": "hiddenByUser",
        }
    }


def test_values_are_raw_and_trimmed(ground: Ground) -> None:
    ground.person(
        values(
            ["Account", "Amount", "When", "Signed"],
            ["0100", 1234.5, 46348, True],
            [],
            ["", "=B2*2", None, '=""'],
            ["", ""],
        ),
        look(2, 3, numberFormat={"type": "DATE", "pattern": "m/d/yyyy"}),
    )

    (grid,) = ground.pull().grids

    assert grid.rows == [
        ["Account", "Amount", "When", "Signed"],
        ["0100", 1234.5, 46348, True],
        [],
        ["", 2469],
    ]
    assert grid.formats == {(2, 3): "m/d/yyyy"}
    assert (grid.tab, grid.book, grid.sheet_id) == ("Budget", "budget", 0)


def test_it_costs_one_request(ground: Ground) -> None:
    before = ground.client.counts[ground.id]

    ground.pull()

    after = ground.client.counts[ground.id]
    assert (after.reads - before.reads, after.writes - before.writes) == (1, 0)


def test_what_is_hidden_struck_and_merged_is_told(ground: Ground) -> None:
    block = {
        "sheetId": 0,
        "startRowIndex": 0,
        "endRowIndex": 1,
        "startColumnIndex": 1,
        "endColumnIndex": 3,
    }
    ground.person(
        values(["a", "b", "c"], ["d", "e", "f"]),
        look(2, 1, textFormat={"strikethrough": True}),
        look(9, 1, textFormat={"strikethrough": True}),
        hide("ROWS", 2),
        hide("COLUMNS", 3),
        {"mergeCells": {"range": block, "mergeType": "MERGE_ALL"}},
    )

    (grid,) = ground.pull().grids

    assert grid.struck == {(2, 1)}
    assert grid.hidden_rows == {2}
    assert grid.hidden_cols == {3}
    assert grid.merges == (Block(1, 2, 1, 3),)


class Answers:
    """A client that answers what it is told."""

    def __init__(self, *sheets_: dict[str, Any]) -> None:
        self.found = {"sheets": list(sheets_)}

    def metadata(self, _ident: str, _fields: str) -> dict[str, Any]:
        return self.found


def pulled(client: Answers) -> Book:
    return sheets.pull(client, "id", "budget")  # type: ignore[arg-type]


def tab(title: str, **more: Any) -> dict[str, Any]:
    return {"properties": {"title": title}, **more}


def test_a_chart_of_its_own_tab_has_no_cells() -> None:
    chart = {"properties": {"title": "Chart1", "sheetType": "OBJECT", "sheetId": 5}}

    book = pulled(Answers(chart))

    assert (book.grids, book.tab_titles, book.sheet_ids) == ((), ("Chart1",), frozenset({5}))


def test_an_error_is_the_text_that_people_see(ground: Ground) -> None:
    ground.person(values(["=1/0", "=NA()", '=VALUE("x")', "after"]))

    (grid,) = ground.pull().grids

    assert grid.rows == [["#DIV/0!", "#N/A", "#VALUE!", "after"]]


def test_what_is_folded_is_not_hidden() -> None:
    """Folding a group says "not now"; hiding says "not any more"."""
    hidden = [{"hiddenByUser": True} if row in (2, 3, 5) else {} for row in range(1, 7)]
    group = {"range": {"dimension": "ROWS", "startIndex": 1, "endIndex": 3}, "collapsed": True}
    said = [{"values": [{"effectiveValue": {"stringValue": "x"}}]}] * 6
    data = [{"rowMetadata": hidden, "rowData": said}]

    (grid,) = pulled(Answers(tab("Budget", data=data, rowGroups=[group]))).grids

    assert grid.hidden_rows == {5}


def test_a_tab_hidden_by_people_is_read_too(ground: Ground) -> None:
    ground.person({"addSheet": {"properties": {"sheetId": 7, "title": "Old"}}})
    properties = {"sheetId": 7, "hidden": True}
    ground.person({"updateSheetProperties": {"properties": properties, "fields": "hidden"}})

    assert [grid.tab for grid in ground.pull().grids] == ["Budget", "Old"]


def test_our_tabs_are_apart_from_theirs(ground: Ground) -> None:
    ground.write(variance("1100 Story 500 500"))

    book = ground.pull()

    assert [grid.tab for grid in book.grids] == ["Budget"]
    assert [(own.report, own.grid.tab) for own in book.own] == [("variance", "Variance")]
    assert [marker.run for marker in book.markers] == ["run-1"]


@pytest.mark.parametrize("with_metadata", [False, True])
def test_a_copy_of_our_tab_is_nobodys(ground: Ground, with_metadata: bool) -> None:
    """Else a copied cost report would be taken for a budget, and counted twice.

    By a person (whether or not our metadata goes along) or through a file (where it does not).
    """
    ground.write(variance("1100 Story 500 500"))
    copy_tab(ground, "Copy of Variance", with_metadata)

    theirs = [grid.tab for grid in ground.pull().grids]
    ground.write(variance("1100 Story 500 600"))

    assert theirs == ["Budget"]
    lines = {own.grid.tab: shown(own.grid)[3] for own in ground.pull().own}
    assert lines == {
        "Copy of Variance": "1100 | Story | 500 | 500 | 0 | 46348",
        "Variance": "1100 | Story | 500 | 600 | -100 | 46348",
    }


def copy_tab(ground: Ground, title: str, with_metadata: bool) -> None:
    """Copy our tab's values into a tab that stands before it, as a person may."""
    rows = ground.own().grid.rows
    ground.person({"addSheet": {"properties": {"sheetId": 99, "title": title, "index": 0}}})
    path = f"https://sheets.googleapis.com/v4/spreadsheets/{ground.id}/values/'{title}'!A1"
    ground.client.http.request(
        "put", path, params={"valueInputOption": "RAW"}, json={"values": [list(r) for r in rows]}
    )
    if with_metadata:
        made = {
            "metadataKey": METADATA_KEY,
            "metadataValue": '{"report":"variance","layout":""}',
            "location": {"sheetId": 99},
            "visibility": "DOCUMENT",
        }
        ground.person({"createDeveloperMetadata": {"developerMetadata": made}})
