"""What people may do to a report tab, case by case: it survives the next run."""

from __future__ import annotations

from typing import Any

import pytest

from sheets.planning.wire import Request
from tests.sheets.ground import Ground, shown, variance

STORY, DESIGN, PROPS = "1100 Story 500 500", "2200 Design 900 950", "2300 Props 100 80"
CHANGED = variance("1100 Story 500 510", "2000 Art 5 6", DESIGN, PROPS, stamp="11:00")
"""The next run: a figure changes, a line comes in above."""


@pytest.fixture
def tab(ground: Ground) -> Ground:
    """A tab of three accounts, one with a word."""
    ground.write(variance(STORY, DESIGN, PROPS))
    ground.type_in("H6", "approved by Kim")
    return ground


def cols(ground: Ground, start: int, end: int) -> dict[str, Any]:
    sheet = ground.own().grid.sheet_id
    return {"sheetId": sheet, "dimension": "COLUMNS", "startIndex": start, "endIndex": end}


def box(ground: Ground, row: int, col: int) -> dict[str, int]:
    """One cell, from 0."""
    span = {"startRowIndex": row, "endRowIndex": row + 1}
    span |= {"startColumnIndex": col, "endColumnIndex": col + 1}
    return {"sheetId": ground.own().grid.sheet_id, **span}


def known(ground: Ground, fields: str) -> dict[str, Any]:
    """What Google knows of the tab."""
    found = ground.client.metadata(ground.id, f"sheets(properties(sheetId),{fields})")
    sheet = ground.own().grid.sheet_id
    tab: dict[str, Any]
    (tab,) = [tab for tab in found["sheets"] if tab["properties"]["sheetId"] == sheet]
    return tab


def test_a_heading_that_people_reworded_stays(tab: Ground) -> None:
    tab.type_in("E4", "Our forecast")

    tab.write(CHANGED)

    assert tab.shown()[2].split(" | ")[3] == "Our forecast"
    assert tab.shown()[5] == "2200 | Design | 900 | 950 | -50 | 46348 | approved by Kim"


def test_a_copy_of_the_tab_is_the_persons_and_left_alone(tab: Ground) -> None:
    copy: Request = {"duplicateSheet": {"sourceSheetId": tab.own().grid.sheet_id, "newSheetId": 99}}
    tab.person(copy)
    before = next(own for own in tab.pull().own if own.grid.sheet_id == 99).grid.rows

    tab.write(CHANGED)

    book = tab.pull()
    assert next(own for own in book.own if own.grid.sheet_id == 99).grid.rows == before
    ours = next(own for own in book.own if own.grid.sheet_id != 99)
    assert shown(ours.grid)[5].endswith("approved by Kim")


def test_where_the_original_is_deleted_its_copy_is_taken_up_with_the_words(tab: Ground) -> None:
    sheet = tab.own().grid.sheet_id
    tab.person({"duplicateSheet": {"sourceSheetId": sheet, "newSheetId": 99}})
    tab.person({"deleteSheet": {"sheetId": sheet}})

    tab.write(CHANGED)

    assert len(tab.titles()) == 2
    assert tab.shown()[5].endswith("approved by Kim")


def test_a_tab_that_people_deleted_is_made_again(tab: Ground) -> None:
    tab.person({"deleteSheet": {"sheetId": tab.own().grid.sheet_id}})

    tab.write(CHANGED)

    assert [line[:4] for line in tab.shown()[3:7]] == ["1100", "2000", "2200", "2300"]


@pytest.mark.parametrize("keys_too", [True, False])
def test_a_tab_that_people_sorted_in_part(tab: Ground, keys_too: bool) -> None:
    tab.sort(6, 7, "B", keys_too=keys_too)

    tab.write(CHANGED)

    lines = {line[:4]: line for line in tab.shown()[3:]}
    assert lines["2200"].endswith("-50 | 46348 | approved by Kim")
    assert lines["2300"].endswith("20 | 46348")
    assert [line[:4] for line in tab.shown()[3:7]].index("2300") < 3, "their order stays"


def test_widths_and_hidden_columns_stay(tab: Ground) -> None:
    wide = {"range": cols(tab, 2, 3), "properties": {"pixelSize": 345}, "fields": "pixelSize"}
    hide = {"range": cols(tab, 6, 7), "properties": {"hiddenByUser": True}}
    tab.person({"updateDimensionProperties": wide})
    tab.person({"updateDimensionProperties": {**hide, "fields": "hiddenByUser"}})

    tab.write(CHANGED)

    columns = known(tab, "data(columnMetadata(pixelSize,hiddenByUser))")["data"][0][
        "columnMetadata"
    ]
    assert columns[2]["pixelSize"] == 345
    assert [bool(column.get("hiddenByUser")) for column in columns] == [
        number in (0, 6) for number in range(len(columns))
    ]


def test_a_row_that_people_hid_stays_hidden(tab: Ground) -> None:
    span = {"sheetId": tab.own().grid.sheet_id, "dimension": "ROWS", "startIndex": 6, "endIndex": 7}
    hide = {"range": span, "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
    tab.person({"updateDimensionProperties": hide})

    tab.write(CHANGED)

    assert tab.own().grid.hidden_rows == {1, tab.row_of("2300")}


def test_a_colour_and_a_note_that_people_gave_go_with_their_line(tab: Ground) -> None:
    green = {"red": 0.0, "green": 1.0, "blue": 0.0}
    cell = {"userEnteredFormat": {"backgroundColor": green}, "note": "ask Lee"}
    fields = "userEnteredFormat.backgroundColor,note"
    tab.person({"repeatCell": {"range": box(tab, 5, 7), "cell": cell, "fields": fields}})

    tab.write(CHANGED)

    row = tab.row_of("2200") - 1
    found = known(tab, f"data(rowData.values({fields}))")["data"][0]["rowData"][row]["values"][7]
    assert found["userEnteredFormat"]["backgroundColor"] == {"green": 1}
    assert found["note"] == "ask Lee"


def test_a_filter_that_people_set_stays(tab: Ground) -> None:
    sheet = tab.own().grid.sheet_id
    span = {"sheetId": sheet, "startRowIndex": 3, "startColumnIndex": 0, "endColumnIndex": 8}
    only = {"filterSpecs": [{"columnIndex": 1, "filterCriteria": {"hiddenValues": ["2300"]}}]}
    tab.person({"setBasicFilter": {"filter": {"range": {**span, "endRowIndex": 8}, **only}}})

    tab.write(CHANGED)

    (spec,) = known(tab, "basicFilter")["basicFilter"]["filterSpecs"]
    assert spec["filterCriteria"] == {"hiddenValues": ["2300"]}
    assert tab.shown()[5].endswith("approved by Kim")


def test_a_key_column_that_people_deleted_is_put_back(tab: Ground) -> None:
    tab.person({"deleteDimension": {"range": cols(tab, 0, 1)}})

    outcome = tab.write(CHANGED)
    again = tab.write(CHANGED)

    assert tab.titles() == ["Budget", "Variance"]
    assert tab.own().grid.hidden_cols == {1}
    assert tab.shown()[3:] == [
        "1100 | Story | 500 | 510 | -10 | 46348",
        "2000 | Art | 5 | 6 | -1 | 46348",
        "2200 | Design | 900 | 950 | -50 | 46348 | approved by Kim",
        "2300 | Props | 100 | 80 | 20 | 46348",
        " | Total | 1505 | 1546 | -41",
    ]
    assert "1 line new" in outcome.in_words
    assert again.in_words == "nothing but the as-of stamp"


def test_so_it_is_in_a_tab_that_was_sorted_reworded_and_written_in_since(tab: Ground) -> None:
    """The lines are known by what they say, wherever they stand, and rows of people's stay so."""
    tab.person({"deleteDimension": {"range": cols(tab, 0, 1)}})
    tab.insert_rows(6)
    tab.type_in("B6", "my estimate")
    tab.type_in("D4", "Our forecast")
    whole = box(tab, 0, 0) | {"endRowIndex": tab.own().row_count, "endColumnIndex": 7}
    by = [{"dimensionIndex": 6, "sortOrder": "DESCENDING"}]
    tab.person({"sortRange": {"range": whole, "sortSpecs": by}})

    tab.write(CHANGED)

    rows = [line for line in tab.shown() if line]
    assert "2200 | Design | 900 | 950 | -50 | 46348 | approved by Kim" in rows
    assert " | my estimate" in rows
    assert sum(line.startswith("1100") for line in rows) == 1
    assert any("Our forecast" in line for line in rows)


def test_a_withdrawn_report_leaves_a_tab_without_key_column_too(tab: Ground) -> None:
    tab.person({"deleteDimension": {"range": cols(tab, 0, 1)}})

    tab.write(withdrawn=["variance"])

    said = " ".join(tab.shown())
    assert "approved by Kim" in said
    assert "950" not in said
