"""Two runs at a time, lost answers, refusals: every write lands exactly once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import requests

import sheets
from model.grid import Marker
from sheets.errors import AnswerLost, Refused, Superseded, Unavailable
from sheets.planning.guard import next_guard, read_guard
from tests.sheets.ground import TODAY, Ground, variance

STORY, DESIGN, PROPS = "1100 Story 500 500", "2200 Design 900 950", "2300 Props 100 80"


class Lossy(sheets.Client):
    """A client whose next writes lose their answers, ``landed`` or not."""

    def __init__(self, client: sheets.Client, *landed: bool) -> None:
        super().__init__(client.http)
        self.landed = list(landed)

    def batch_update(self, *args: Any) -> dict[str, Any]:
        if not self.landed:
            return super().batch_update(*args)
        if self.landed.pop(0):
            super().batch_update(*args)
        raise AnswerLost("the answer was lost")


def test_the_marker_bears_the_run(ground: Ground) -> None:
    ground.write(variance(STORY), run="monday")
    (first,) = ground.pull().markers
    ground.write(variance(STORY), run="tuesday")
    (second,) = ground.pull().markers

    assert first
    assert second
    assert first.run == "monday"
    assert (second.run, second.id != first.id) == ("tuesday", True)


@pytest.mark.parametrize("standing", [(), (STORY,)])
def test_of_two_plans_made_from_one_reading_the_second_is_refused_whole(
    ground: Ground, standing: tuple[str, ...]
) -> None:
    if standing:
        ground.write(variance(*standing))
    book = ground.pull()
    first = sheets.plan(book, [variance(STORY, DESIGN)], "first", frozenset())
    second = sheets.plan(book, [variance(STORY, PROPS)], "second", frozenset())

    sheets.push(ground.client, first)
    with pytest.raises(Superseded, match="another run wrote"):
        sheets.push(ground.client, second)

    assert [line[:4] for line in ground.shown()[3:5]] == ["1100", "2200"]


def test_a_superseded_write_plans_afresh(ground: Ground) -> None:
    ground.write(variance(STORY))
    stale = ground.pull()
    ground.write(variance(STORY, DESIGN))
    ground.type_in("H6", "approved by Kim")

    outcome = sheets.write(ground.client, stale, [variance(STORY, DESIGN, PROPS)], "late")

    assert [line[:4] for line in ground.shown()[3:6]] == ["1100", "2200", "2300"]
    assert ground.shown()[4].endswith("approved by Kim")
    assert not outcome.confirmed_by_look


def test_a_lost_answer_to_a_write_that_landed(ground: Ground) -> None:
    book = ground.pull()
    client = Lossy(ground.client, True)
    before = ground.client.counts[ground.id]

    outcome = sheets.write(client, book, [variance(STORY)], "monday")

    after = ground.client.counts[ground.id]
    assert outcome.confirmed_by_look
    assert (after.reads - before.reads, after.writes - before.writes) == (1, 1)
    assert len(ground.shown()) == 5


def test_a_lost_request_is_written_again(ground: Ground) -> None:
    client = Lossy(ground.client, False, False)

    outcome = sheets.write(client, ground.pull(), [variance(STORY)], "monday")

    assert not outcome.confirmed_by_look
    assert len(ground.shown()) == 5


def test_it_gives_up_with_words(ground: Ground) -> None:
    client = Lossy(ground.client, *[False] * 4)

    with pytest.raises(Superseded, match="one deployment at a time"):
        sheets.write(client, ground.pull(), [variance(STORY)], "monday")


def test_a_first_write_that_lands_late_is_found_by_its_marker(ground: Ground) -> None:
    """Its answer was lost, a look found nothing yet, and then it landed."""
    book = ground.pull()
    late = sheets.plan(book, [variance(STORY)], "monday", frozenset(), TODAY)

    class Late(sheets.Client):
        sent = 0

        def batch_update(self, *args: Any) -> dict[str, Any]:
            self.sent += 1
            raise AnswerLost("lost")

        def metadata(self, ident: str, fields: str) -> dict[str, Any]:
            found = super().metadata(ident, fields)
            if self.sent == 1:
                self.sent += 1
                sheets.push(ground.client, late)
            return found

    client = Late(ground.client.http)

    outcome = sheets.write(client, book, [variance(STORY)], "monday", today=TODAY)

    assert outcome.confirmed_by_look
    assert client.sent == 2, "it was not sent again"


def test_a_refusal_that_is_our_own_fault_is_raised_as_such(ground: Ground) -> None:
    plan = sheets.plan(ground.pull(), [variance(STORY)], "monday", frozenset())
    broken: Any = {"addSheet": {"properties": {"title": "Budget"}}}
    wrong = sheets.Plan(plan.spreadsheet_id, "r", (broken,), plan.summary, frozenset())

    with pytest.raises(Refused):
        sheets.push(ground.client, wrong)


def test_a_marker_that_people_took_away_does_not_stop_us(ground: Ground) -> None:
    ground.write(variance(STORY))
    (marker,) = ground.pull().markers
    ground.person({"deleteProtectedRange": {"protectedRangeId": marker.id}})

    ground.write(variance(STORY, DESIGN))

    (found,) = ground.pull().markers
    assert (found.run, found.id != marker.id) == ("run-2", True)


def test_two_runs_after_a_marker_was_taken_away_do_not_both_land(ground: Ground) -> None:
    ground.write(variance(STORY))
    (marker,) = ground.pull().markers
    ground.person({"deleteProtectedRange": {"protectedRangeId": marker.id}})
    first, second = (
        sheets.plan(ground.pull(), [variance(STORY, more)], run, frozenset(), TODAY)
        for run, more in (("first", DESIGN), ("second", PROPS))
    )

    sheets.push(ground.client, first)
    with pytest.raises(Superseded, match="another run wrote"):
        sheets.push(ground.client, second)


def test_a_run_that_read_before_another_put_a_marker_back_reads_again(ground: Ground) -> None:
    """Both find none. The first puts one there and its write takes it away again."""
    ground.write(variance(STORY))
    (marker,) = ground.pull().markers
    ground.person({"deleteProtectedRange": {"protectedRangeId": marker.id}})
    stale = ground.pull()
    ground.write(variance(STORY, DESIGN))

    sheets.write(ground.client, stale, [variance(STORY, PROPS)], "late", today=TODAY)

    assert ground.shown()[3:] == [
        "1100 | Story | 500 | 500 | 0 | 46348",
        "2300 | Props | 100 | 80 | 20 | 46348",
        " | Total | 600 | 580 | 20",
    ]
    assert [marker.run for marker in ground.pull().markers] == ["late"]


def delete_the_tab(ground: Ground) -> None:
    ground.person({"deleteSheet": {"sheetId": ground.own().grid.sheet_id}})


def delete_the_key_column(ground: Ground) -> None:
    sheet = ground.own().grid.sheet_id
    span = {"sheetId": sheet, "dimension": "COLUMNS", "startIndex": 0, "endIndex": 1}
    ground.person({"deleteDimension": {"range": span}})


@pytest.mark.parametrize("act", [delete_the_tab, delete_the_key_column])
def test_a_write_that_arrives_late_finds_no_marker_of_its_own_again(
    ground: Ground, act: Callable[[Ground], None]
) -> None:
    """It was given up long ago. People took the marker away since, and another run left its own."""
    ground.write(variance(STORY))
    late = sheets.plan(ground.pull(), [variance(STORY, PROPS)], "late", frozenset(), TODAY)
    act(ground)
    ground.write(variance(STORY, DESIGN))
    before = ground.shown()

    with pytest.raises(Superseded, match="another run wrote"):
        sheets.push(ground.client, late)

    assert ground.shown() == before


def test_peoples_own_protected_ranges_are_no_markers() -> None:
    assert read_guard(5, "Payroll only") is None
    assert read_guard(5, "") is None
    assert read_guard(5, "Topsheet run a") == Marker(5, "a")


def test_a_marker_never_gets_the_id_that_it_replaces() -> None:
    old = next_guard("id", (), "r", "r")

    for run in ("r", "s"):
        assert next_guard("id", [old], run, run).id != old.id


def test_the_marker_of_a_copy_that_a_person_made_is_not_ours(ground: Ground) -> None:
    """It stands before the original; our next write takes our own marker away all the same."""
    ground.write(variance(STORY))
    late = sheets.plan(ground.pull(), [variance(STORY, PROPS)], "late", frozenset(), TODAY)
    source = ground.own().grid.sheet_id
    ground.person({"duplicateSheet": {"sourceSheetId": source, "newSheetId": 9}})
    ground.write(variance(STORY, DESIGN))

    with pytest.raises(Superseded, match="another run wrote"):
        sheets.push(ground.client, late)


def test_a_write_made_without_a_marker_cannot_land_again_hours_later(ground: Ground) -> None:
    """The tab stands, its marker was taken away: a marker is put there first, for it to delete."""
    ground.write(variance(STORY))
    delete_the_key_column(ground)
    sent: list[Any] = []

    class Noting(sheets.Client):
        def batch_update(self, *args: Any) -> dict[str, Any]:
            sent.append(args)
            return super().batch_update(*args)

    client = Noting(ground.client.http)
    sheets.write(client, ground.pull(), [variance(STORY, DESIGN)], "late", today=TODAY)
    ground.write(variance(STORY, PROPS))
    before = ground.shown()

    with pytest.raises(Refused):
        ground.client.batch_update(*sent[-1])

    assert len(sent) == 2
    assert ground.shown() == before


def test_a_formula_that_comes_out_otherwise_is_reported(ground: Ground) -> None:
    report = variance(STORY)
    wrong = variance("1100 Story 500 499")
    lines = (report.lines[0], wrong.lines[1])

    outcome = sheets.push(
        ground.client,
        sheets.plan(ground.pull(), [variance(lines=lines)], "run", frozenset()),
    )

    said = [(m.tab, m.a1, m.expected, m.found) for m in outcome.mismatches]
    assert said == [("Variance", "E6", 499, 500), ("Variance", "F6", 1, 0)]
    assert outcome.compared == 4


def test_an_outage_on_our_side_of_the_write_is_no_answer_lost(ground: Ground) -> None:
    """Reads fail as unavailable: nothing can have been written."""

    class Down(requests.Session):
        def request(self, *_: Any, **__: Any) -> requests.Response:
            answer = requests.Response()
            answer.status_code = 503
            return answer

    client = sheets.connect(ground.server.url, patience=sheets.Patience(tries=1))
    client.http.session = Down()

    with pytest.raises(Unavailable):
        sheets.pull(client, ground.id, "budget")
