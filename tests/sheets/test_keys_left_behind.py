"""People sort what they see of our tab: the hidden keys stay where they were, the lines do not.

Each line is known again by what it says, even where its key went with a row that was deleted since.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.report import Column, Style
from tests.sheets.ground import COLUMNS, Ground, variance

LINES = "1100 Story 500 500", "2200 Design 900 950", "2300 Props 100 80", "3300 Editing 70 90"
STORY, DESIGN, PROPS, EDITING = LINES


@pytest.fixture
def sorted_by_people(ground: Ground) -> Ground:
    """Four accounts with a word each, the visible columns sorted from Z to A by account."""
    ground.write(variance(*LINES))
    for row, word in enumerate(("as agreed", "ask Lee", "broken", "late"), 5):
        ground.type_in(f"H{row}", word)
    ground.sort(5, 8, "B", keys_too=False)
    return ground


def words(ground: Ground) -> dict[str, str]:
    """What is typed beside each line, by what the line is called."""
    rows = [line.split(" | ") for line in ground.shown()[3:]]
    return {" ".join(row[:2]): row[6] for row in rows if len(row) > 6}


def delete_row(ground: Ground, row: int) -> None:
    sheet = ground.own().grid.sheet_id
    span = {"sheetId": sheet, "dimension": "ROWS", "startIndex": row - 1, "endIndex": row}
    ground.person({"deleteDimension": {"range": span}})


def test_every_word_stays_at_its_line(sorted_by_people: Ground) -> None:
    sorted_by_people.write(variance(*LINES))

    assert words(sorted_by_people) == {
        "1100 Story": "as agreed",
        "2200 Design": "ask Lee",
        "2300 Props": "broken",
        "3300 Editing": "late",
    }


@pytest.mark.parametrize(
    ("deleted", "left"),
    [
        ("Story", {"2200 Design": "ask Lee", "2300 Props": "broken", "3300 Editing": "late"}),
        ("Props", {"1100 Story": "as agreed", "2200 Design": "ask Lee", "3300 Editing": "late"}),
    ],
)
def test_so_it_does_where_a_line_is_deleted_then(
    sorted_by_people: Ground, deleted: str, left: dict[str, str]
) -> None:
    """The row that goes takes another line's key along: that line is known by what it says."""
    delete_row(sorted_by_people, sorted_by_people.row_of(deleted))

    sorted_by_people.write(variance(*LINES))

    assert words(sorted_by_people) == left
    assert len(sorted_by_people.shown()) == 8, "the deleted line is there again, without a word"


def test_a_line_that_the_report_drops_just_then_is_resolved_with_its_own_words(
    sorted_by_people: Ground,
) -> None:
    delete_row(sorted_by_people, sorted_by_people.row_of("Story"))

    sorted_by_people.write(variance(STORY, PROPS, EDITING))

    assert words(sorted_by_people) == {
        "2200 Resolved 22 Nov 2026: Design": "ask Lee",
        "2300 Props": "broken",
        "3300 Editing": "late",
    }


def test_a_line_sorted_into_a_persons_row_is_found_there(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN, PROPS))
    ground.insert_rows(6)
    ground.type_in("B6", "0000 mine")
    for row, word in ((5, "as agreed"), (6, "my word"), (7, "ask Lee"), (8, "broken")):
        ground.type_in(f"H{row}", word)
    ground.sort(5, 8, "B", keys_too=False)

    ground.write(variance(STORY, DESIGN, PROPS))

    assert words(ground) == {
        "1100 Story": "as agreed",
        "2200 Design": "ask Lee",
        "2300 Props": "broken",
        "0000 mine ": "my word",
    }


def test_so_it_does_where_the_report_has_other_columns_since(sorted_by_people: Ground) -> None:
    """By the texts that it had when it was written, whatever texts it has now."""
    more = Column("category", "Category", Style.TEXT)

    sorted_by_people.write(replace(variance(*LINES), columns=(*COLUMNS[:2], more, *COLUMNS[2:])))

    rows = [line.split(" | ") for line in sorted_by_people.shown()[3:7]]
    assert {row[0]: row[-1] for row in rows} == {
        "1100": "as agreed",
        "2200": "ask Lee",
        "2300": "broken",
        "3300": "late",
    }


def test_what_is_remembered_costs_a_run_on_unchanged_sheets_nothing(ground: Ground) -> None:
    ground.write(variance(*LINES, stamp="10:00"))

    plan = ground.write(variance(*LINES, stamp="11:00")).plan

    assert {next(iter(request)) for request in plan.requests} == {
        "deleteProtectedRange",
        "findReplace",
        "addProtectedRange",
    }
