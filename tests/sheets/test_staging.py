"""Reports too big for one request: staged out of sight, copied over all at once."""

from __future__ import annotations

import importlib
from functools import partial
from typing import Any

import pytest

import sheets
from model.cell import Cell
from model.report import Column, Entry, Line, Report, Role, Style
from sheets.errors import AnswerLost, Superseded
from sheets.planning.wire import Request
from sheets.staging import Staged, size_of, staged
from tests.sheets.ground import TODAY, Ground, variance

LIMIT = 30_000
PLAN = importlib.import_module("sheets.plan")  # the room's name for it is the function


@pytest.fixture(autouse=True)
def small_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if Google took 30 kB comfortably, so that the tests need no large reports."""
    monkeypatch.setattr(PLAN, "staged", partial(staged, limit=LIMIT))


def remarks(count: int, text: str = "a remark", stamp: str = "") -> Report:
    """A report of so many lines: a text with a link and a note, and a column for people."""
    columns = (
        Column("what", "What", Style.WRAPPED),
        Column("why", "Why", Style.PERSON, Role.PERSON),
    )
    lines = [
        Line(
            f"line-{number}",
            {"what": Entry(f"={text} {number}{stamp}", link=Cell("Budget", 1, 1), note="seen")},
        )
        for number in range(count)
    ]
    return Report("remarks", "Remarks", columns, lines)


def looks(ground: Ground, title: str) -> Any:
    """Everything that Google knows of the cells of a tab."""
    fields = "sheets(data(rowData.values(userEnteredValue,userEnteredFormat,note)))"
    return ground.client.metadata(ground.id, fields, [title])


def test_what_fits_is_one_request(ground: Ground) -> None:
    outcome = ground.write(remarks(3))

    assert outcome.plan.stages == ()


def test_a_big_report_is_staged_and_copied_over(ground: Ground) -> None:
    report = remarks(300)

    outcome = ground.write(report)

    assert len(outcome.plan.stages) > 2
    assert all(size_of(stage) <= LIMIT for stage in outcome.plan.stages)
    assert outcome.plan.size <= LIMIT
    assert ground.shown("remarks")[1:] == [f"=a remark {number}" for number in range(300)]
    assert ground.titles() == ["Budget", "Remarks"]


def test_it_looks_like_one_that_was_written_at_once(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    ground.write(remarks(200))
    staged_looks = looks(ground, "Remarks")
    whole = Ground.fresh(ground.server)
    monkeypatch.setattr(PLAN, "staged", lambda requests, *_: Staged(tuple(requests)))

    whole.write(remarks(200))

    assert staged_looks == looks(whole, "Remarks")


def test_a_tab_that_changes_much_keeps_what_people_typed(ground: Ground) -> None:
    ground.write(remarks(300))
    ground.type_in("C4", "ask Lee", "Remarks")

    outcome = ground.write(remarks(300, "another remark, rather longer than the one before it was"))

    assert outcome.plan.stages
    assert ground.shown("remarks")[1].endswith("before it was 0")
    assert ground.shown("remarks")[2].endswith("before it was 1 | ask Lee")


def test_formulas_read_as_they_should(ground: Ground) -> None:
    many = [f"{number} Account {number} {number + 1}" for number in range(1000, 1200)]

    outcome = ground.write(variance(*many))

    assert outcome.plan.stages
    assert outcome.compared == 203
    assert outcome.mismatches == ()


class Dies(sheets.Client):
    """A client that stops, or loses the answer, at its n-th write."""

    def __init__(self, ground: Ground, at: int, reason: BaseException) -> None:
        super().__init__(ground.client.http)
        self.left, self.reason = at, reason

    def batch_update(self, *args: Any) -> dict[str, Any]:
        self.left -= 1
        if self.left == 0:
            raise self.reason
        return super().batch_update(*args)


@pytest.mark.parametrize("at", [1, 2, 3])
def test_an_interrupted_staging_leaves_nothing_in_sight(ground: Ground, at: int) -> None:
    client = Dies(ground, at, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        sheets.write(client, ground.pull(), [remarks(300)], "killed", today=TODAY)
    book = ground.pull()
    hidden = hidden_titles(ground)

    ground.write(remarks(300))

    assert set(book.tab_titles) - hidden == {"Budget"}
    assert ground.pull().tab_titles == ("Budget", "Remarks")


def test_a_lost_answer_while_staging_plans_afresh(ground: Ground) -> None:
    client = Dies(ground, 2, AnswerLost("lost"))

    outcome = sheets.write(client, ground.pull(), [remarks(300)], "unlucky", today=TODAY)

    assert outcome.plan.stages
    assert ground.pull().tab_titles == ("Budget", "Remarks")


def test_of_two_that_stage_at_once_one_lands(ground: Ground) -> None:
    book = ground.pull()
    first = sheets.plan(book, [remarks(300)], "first", frozenset())
    second = sheets.plan(book, [remarks(290)], "second", frozenset())

    sheets.push(ground.client, first)
    with pytest.raises(Superseded):
        sheets.push(ground.client, second)
    ground.write(remarks(300))

    assert len(ground.shown("remarks")) == 301
    assert ground.pull().tab_titles == ("Budget", "Remarks")


def hidden_titles(ground: Ground) -> set[str]:
    found = ground.client.metadata(ground.id, "sheets(properties(title,hidden))")
    return {
        sheet["properties"]["title"]
        for sheet in found["sheets"]
        if sheet["properties"].get("hidden")
    }


def test_boxes_one_above_the_other_in_time_do_not_meet_in_the_stage() -> None:
    """A tab that is put back and written anew writes the same cells twice."""
    box = {"sheetId": 7, "startRowIndex": 0, "endRowIndex": 400}
    box |= {"startColumnIndex": 0, "endColumnIndex": 1}
    cells = [{"values": [{"userEnteredValue": {"stringValue": "a word or two"}}]}] * 400
    write: Request = {"updateCells": {"range": box, "rows": cells, "fields": "userEnteredValue"}}

    made = staged([write, write], (), "r", (), (), limit=LIMIT)

    sources = [r["copyPaste"]["source"]["sheetId"] for r in made.final if "copyPaste" in r]
    assert len(set(sources)) == 2
