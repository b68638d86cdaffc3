"""A write went astray and its run died: what people do in the tab until the next run puts it right.

The tab may look odd by then (one line's name beside another's figures), but people go on working.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

import sheets
from localsheets import Server
from model.report import Report
from sheets.errors import Refused
from tests.sheets.ground import TODAY, Ground, variance
from tests.sheets.test_while_we_write import (
    DESIGN,
    NEXT,
    PROPS,
    STORY,
    Act,
    Meddled,
    deletes,
    inserts_column,
    inserts_row,
    sorts,
    started,
    together,
    types,
)


def put_right(server: Server, before: Act, after: Act, *reports: Report) -> list[str]:
    """The tab once the next runs are done, as people see it from the headings on.

    ``before`` leads a write astray, whose run dies. Then people do ``after``.
    """
    ground = started(server)
    with pytest.raises(KeyboardInterrupt):
        sheets.write(Meddled(ground, before, dies=True), ground.pull(), [NEXT], "dies", today=TODAY)
    after(ground)
    for report in reports or (NEXT,):
        ground.write(report)
    return [line for line in ground.shown()[2:] if line]


def test_a_column_of_ones_own_stays_with_its_words(local_server: Server) -> None:
    def act(ground: Ground) -> None:
        inserts_column(1)(ground)
        types(ground.row_of("Explanation"), "Contact", "B")(ground)
        types(ground.row_of("Cars"), "ask Lee", "B")(ground)

    assert put_right(local_server, inserts_row(5), act)[:4] == [
        "Contact | Account | Description | Budget | EFC | Variance (Over)/Under | First Seen"
        " | Explanation",
        " | 1100 | Story | 500 | 505 | -5 | 46348 | as agreed",
        " | 2200 | Design | 900 | 950 | -50 | 46348",
        "ask Lee | 2400 | Cars | 70 | 90 | -20 | 46348",
    ]


def test_a_row_of_ones_own_that_is_deleted_stays_away(local_server: Server) -> None:
    def before(ground: Ground) -> None:
        inserts_row(6)(ground)
        types(6, "my estimate", "C")(ground)

    def after(ground: Ground) -> None:
        row = ground.row_of("my estimate")
        sheet = ground.own().grid.sheet_id
        span = {"sheetId": sheet, "dimension": "ROWS", "startIndex": row - 1, "endIndex": row}
        ground.person({"deleteDimension": {"range": span}})

    assert not any("my estimate" in line for line in put_right(local_server, before, after))


def test_lines_that_are_sorted_without_their_keys_keep_their_words(local_server: Server) -> None:
    def after(ground: Ground) -> None:
        ground.type_in(f"H{ground.row_of('Cars')}", "ask Lee")
        ground.sort(5, 8, "C", keys_too=False)

    said = put_right(local_server, inserts_row(9), after)

    assert [line for line in said if line.endswith(("agreed", "bust", "Lee"))] == [
        "1100 | Story | 500 | 505 | -5 | 46348 | as agreed",
        "2300 | Resolved 22 Nov 2026: Props |  |  |  | 46348 | prop house went bust",
        "2400 | Cars | 70 | 90 | -20 | 46348 | ask Lee",
    ]


def test_so_does_a_line_that_just_came_and_went_off_without_its_key(local_server: Server) -> None:
    """All of the tab's lines are new with the astray write, and sorted without their keys then."""

    def after(ground: Ground) -> None:
        ground.type_in(f"H{ground.row_of('Cars')}", "ask Lee")
        ground.sort(6, 9, "D", keys_too=False)

    said = put_right(local_server, inserts_row(4), after, variance(STORY, "2400 Cars 70 95"))

    assert "2400 | Cars | 70 | 95 | -25 | 46348 | ask Lee" in said


def test_a_word_at_a_line_that_just_came_stays_with_it_when_it_goes_and_comes_back(
    local_server: Server,
) -> None:
    def after(ground: Ground) -> None:
        ground.type_in(f"H{ground.row_of('Cars')}", "ask Lee")

    gone = put_right(local_server, inserts_row(4), after, variance(STORY, DESIGN))
    back = put_right(local_server, inserts_row(4), after, variance(STORY, DESIGN), NEXT)

    assert "2400 | Resolved 22 Nov 2026: Cars |  |  |  | 46348 | ask Lee" in gone
    assert [line for line in back if "2400" in line] == [
        "2400 | Cars | 70 | 90 | -20 | 46348 | ask Lee"
    ]


def test_a_line_is_what_it_says_though_another_key_was_written_there(local_server: Server) -> None:
    """Inserting a row led the total's key to the row that still says Props."""
    keys: list[str] = []

    def after(ground: Ground) -> None:
        row = next(n for n, cells in enumerate(ground.own().grid.rows, 1) if "Props" in cells)
        keys.append(str(ground.own().grid.rows[row - 1][0]))
        ground.type_in(f"H{row}", "new prop house found")

    said = put_right(local_server, inserts_row(6), after)

    assert keys[0].endswith(":total")
    assert [line for line in said if "found" in line] == [
        "2300 | Resolved 22 Nov 2026: Props |  |  |  | 46348 | new prop house found"
    ]


@pytest.mark.parametrize("before", [inserts_row(6), inserts_row(8), sorts("C"), sorts("E")])
def test_lines_that_lost_their_keys_too_are_nobodys_rows(local_server: Server, before: Act) -> None:
    """The astray write left a line's name twice; then somebody deleted the key column."""
    said = put_right(local_server, before, deletes("COLUMNS", 0))

    names = [line.split(" | ")[1] for line in said]
    assert len(names) == len(set(names)), "\n".join(said)


class Bereft(sheets.Client):
    """A client that finds a tab gone when it asks for the cells of the copies, once."""

    gone = True

    def metadata(self, ident: str, fields: str, ranges: Sequence[str] = ()) -> dict[str, Any]:
        if ranges and self.gone:
            self.gone = False
            raise Refused("no such range")
        return super().metadata(ident, fields, ranges)


def test_copies_that_another_run_deletes_meanwhile_are_read_again(local_server: Server) -> None:
    ground = started(local_server)
    dying = Meddled(ground, inserts_row(6), dies=True)
    with pytest.raises(KeyboardInterrupt):
        sheets.write(dying, ground.pull(), [NEXT], "dies", today=TODAY)

    client = Bereft(ground.client.http)
    outcome = sheets.write(client, ground.pull(), [NEXT], "next", today=TODAY)

    assert not client.gone
    assert "1 tab put right" in outcome.in_words


def test_two_writes_astray_one_after_the_other(local_server: Server) -> None:
    """The second while it put the first right; its run died too."""
    ground = started(local_server)
    for run, act in (("first", inserts_row(6)), ("second", types(6, "Lee", "I"))):
        with pytest.raises(KeyboardInterrupt):
            sheets.write(Meddled(ground, act, dies=True), ground.pull(), [NEXT], run, today=TODAY)
        if run == "first":
            together(inserts_column(8), types(4, "Contact", "I"), types(5, "Kim", "I"))(ground)
    ground.write(variance(STORY, DESIGN, PROPS))

    assert ground.shown()[2:6] == [
        "Account | Description | Budget | EFC | Variance (Over)/Under | First Seen | Explanation"
        " | Contact",
        "1100 | Story | 500 | 500 | 0 | 46348 | as agreed | Kim",
        " |  |  |  |  |  |  | Lee",
        "2200 | Design | 900 | 950 | -50 | 46348",
    ]
