"""Computed columns warn whoever types over them; the columns for people are free."""

from __future__ import annotations

from typing import Any

from sheets.planning.protection import WARNING, protection_ids
from tests.sheets.ground import Ground, variance

STORY, DESIGN = "1100 Story 500 500", "2200 Design 900 950"


def warned(ground: Ground) -> list[str]:
    """The headings of the columns that warn, and the row from which they do (from 1)."""
    fields = "sheets(properties(title),protectedRanges(description,warningOnly,range))"
    found = ground.client.metadata(ground.id, fields)
    (tab,) = [tab for tab in found["sheets"] if tab["properties"]["title"] == "Variance"]
    said: list[str] = []
    for part in tab["protectedRanges"]:
        if part["description"] == WARNING:
            assert part["warningOnly"], "it only warns"
            span = part["range"]
            heading = ground.own().grid.rows[span["startRowIndex"] - 1]
            said += [
                str(each) for each in heading[span["startColumnIndex"] : span["endColumnIndex"]]
            ]
    return said


COMPUTED = ["Account", "Description", "Budget", "EFC", "Variance (Over)/Under", "First Seen"]


def move_words_to(ground: Ground, before: int) -> None:
    span = {"sheetId": ground.own().grid.sheet_id, "dimension": "COLUMNS"}
    at = ground.own().grid.rows[0].index("person:why")
    step = {"source": {**span, "startIndex": at, "endIndex": at + 1}, "destinationIndex": before}
    ground.person({"moveDimension": step})


def test_computed_columns_warn_and_peoples_do_not(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))

    assert warned(ground) == COMPUTED


def test_a_run_on_unchanged_sheets_leaves_them(ground: Ground) -> None:
    ground.write(variance(STORY))

    outcome = ground.write(variance(STORY))

    assert [next(iter(r)) for r in outcome.plan.requests] == [
        "deleteProtectedRange",
        "addProtectedRange",
    ]


def test_they_are_right_after_people_moved_their_column_between_ours(ground: Ground) -> None:
    ground.write(variance(STORY))
    move_words_to(ground, 3)

    ground.write(variance(STORY))
    assert warned(ground) == COMPUTED

    move_words_to(ground, 8)
    ground.write(variance(STORY))
    assert warned(ground) == COMPUTED


def test_they_are_right_after_people_put_a_column_of_theirs_between(ground: Ground) -> None:
    ground.write(variance(STORY))
    span: dict[str, Any] = {"sheetId": ground.own().grid.sheet_id, "dimension": "COLUMNS"}
    span |= {"startIndex": 3, "endIndex": 4}
    ground.person({"insertDimension": {"range": span, "inheritFromBefore": True}})

    ground.write(variance(STORY, DESIGN))

    assert warned(ground) == COMPUTED


def test_people_who_take_them_away_are_left_alone(ground: Ground) -> None:
    ground.write(variance(STORY))
    for found in ground.own().protections:
        (marker,) = ground.pull().markers
        if marker and found.id != marker.id:
            ground.person({"deleteProtectedRange": {"protectedRangeId": found.id}})

    ground.write(variance(STORY, DESIGN))

    assert warned(ground) == []


def test_they_begin_below_the_headings_also_where_a_line_came_in_above_all_others(
    ground: Ground,
) -> None:
    ground.write(variance(DESIGN))
    ground.write(variance(STORY, DESIGN))

    ours = protection_ids("variance")
    assert {found.top for found in ground.own().protections if found.id in ours} == {4}
