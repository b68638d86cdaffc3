"""People at work in our tab between our reading and our writing: nothing of theirs is lost.

Two spreadsheets go the same way, but in one the person is a moment too early for the write. In the
end both say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sheets
from localsheets import Server
from model.report import Report
from tests.sheets.ground import TODAY, Ground, shown, variance

STORY, DESIGN, PROPS, CARS = (
    "1100 Story 500 500",
    "2200 Design 900 950",
    "2300 Props 100 80",
    "2400 Cars 70 90",
)
Act = Callable[[Ground], None]
FIRST, LAST = 5, 7
"""The rows of the accounts in a tab of three."""


class Meddled(sheets.Client):
    """A client before whose next writes somebody does something in the spreadsheet.

    ``dies`` is killed right after its first write: it neither sees the answer nor looks.
    """

    def __init__(self, ground: Ground, *acts: Act, dies: bool = False) -> None:
        super().__init__(ground.client.http)
        self.ground, self.acts, self.dies = ground, list(acts), dies

    def batch_update(self, *args: Any) -> dict[str, Any]:
        if self.acts:
            self.acts.pop(0)(self.ground)
        answer = super().batch_update(*args)
        if self.dies:
            raise KeyboardInterrupt
        return answer


def types(row: int, text: str, column: str = "H") -> Act:
    return lambda ground: ground.type_in(f"{column}{row}", text)


def inserts_row(before: int) -> Act:
    return lambda ground: ground.insert_rows(before)


def inserts_column(before: int) -> Act:
    def act(ground: Ground) -> None:
        span = _span(ground, "COLUMNS", before)
        ground.person({"insertDimension": {"range": span, "inheritFromBefore": before > 0}})

    return act


def deletes(kind: str, place: int) -> Act:
    return lambda ground: ground.person({"deleteDimension": {"range": _span(ground, kind, place)}})


def moves(kind: str, source: int, before: int) -> Act:
    def act(ground: Ground) -> None:
        step = {"source": _span(ground, kind, source), "destinationIndex": before}
        ground.person({"moveDimension": step})

    return act


def sorts(by: str, *, keys_too: bool = True) -> Act:
    return lambda ground: ground.sort(FIRST, LAST, by, keys_too=keys_too)


def _span(ground: Ground, kind: str, place: int) -> dict[str, Any]:
    sheet = ground.own().grid.sheet_id
    return {"sheetId": sheet, "dimension": kind, "startIndex": place, "endIndex": place + 1}


def together(*acts: Act) -> Act:
    def act(ground: Ground) -> None:
        for each in acts:
            each(ground)

    return act


def started(server: Server) -> Ground:
    """A tab of three accounts, each with a word, and a row of a person's below the first."""
    ground = Ground.fresh(server)
    ground.write(variance(STORY, DESIGN, PROPS))
    for row, word in ((5, "as agreed"), (7, "prop house went bust")):
        ground.type_in(f"H{row}", word)
    return ground


def in_time(server: Server, act: Act, *then: Report) -> Ground:
    """The person was done before we read."""
    ground = started(server)
    act(ground)
    for report in then:
        ground.write(report)
    return ground


def meddled(
    server: Server, act: Act, first: Report, *then: Report
) -> tuple[Ground, sheets.Outcome]:
    """The person came between our reading and our writing."""
    ground = started(server)
    client = Meddled(ground, act)
    outcome = sheets.write(client, ground.pull(), [first], "meddled", today=TODAY)
    for report in then:
        ground.write(report)
    return ground, outcome


NEXT = variance("1100 Story 500 505", DESIGN, CARS, stamp="11:00")
"""The next run: a figure has changed, an account is gone (or has words), another is new."""


def seen(ground: Ground) -> tuple[Any, ...]:
    own = ground.own()
    grid = own.grid
    return shown(grid), [row[:1] for row in grid.rows], grid.hidden_rows, grid.hidden_cols


@pytest.mark.parametrize(
    "act",
    [
        types(6, "in the nick of time"),
        types(7, "more words"),
        inserts_row(4),
        inserts_row(6),
        together(inserts_row(6), types(6, "my estimate", "C")),
        inserts_column(3),
        together(inserts_column(3), types(6, "ask Lee", "D")),
        inserts_column(0),
        deletes("ROWS", 5),
        deletes("COLUMNS", 3),
        deletes("COLUMNS", 0),
        moves("ROWS", 4, 7),
        moves("COLUMNS", 2, 5),
        moves("COLUMNS", 7, 2),
        sorts("B"),
        sorts("B", keys_too=False),
        together(sorts("D"), types(5, "typed where it stands now")),
        together(inserts_row(2), inserts_column(2), sorts("C")),
    ],
)
def test_the_tab_is_as_if_the_person_had_been_in_time(local_server: Server, act: Act) -> None:
    ground, _ = meddled(local_server, act, NEXT)

    assert seen(ground) == seen(in_time(local_server, act, NEXT))


def test_a_word_typed_into_a_line_that_the_write_deletes_comes_back(local_server: Server) -> None:
    ground, outcome = meddled(local_server, types(6, "in the nick of time"), variance(STORY, PROPS))

    assert ground.shown()[3:] == [
        "1100 | Story | 500 | 500 | 0 | 46348 | as agreed",
        "2200 | Resolved 22 Nov 2026: Design |  |  |  | 46348 | in the nick of time",
        "2300 | Props | 100 | 80 | 20 | 46348 | prop house went bust",
        " | Total | 600 | 580 | 20",
    ]
    assert "1 tab put right" in outcome.in_words


def test_a_word_typed_where_nothing_is_deleted_costs_nothing(local_server: Server) -> None:
    ground = started(local_server)
    client = Meddled(ground, types(6, "no hurry"))
    before = ground.client.counts[ground.id].writes

    sheets.write(client, ground.pull(), [variance(STORY, DESIGN)], "r", today=TODAY)

    assert ground.client.counts[ground.id].writes - before == 2, "theirs and ours"
    assert ground.shown()[4].endswith("no hurry")


def test_a_run_on_unchanged_sheets_needs_no_copy(local_server: Server) -> None:
    """The stamp is found by its text, wherever a person moves it meanwhile."""
    unchanged = variance(STORY, DESIGN, PROPS, stamp="11:00")
    act = together(inserts_row(2), inserts_column(1))

    ground, _ = meddled(local_server, act, unchanged)

    assert ground.pull().attic == ()
    assert ground.shown() == in_time(local_server, act, unchanged).shown()


@pytest.mark.parametrize("act", [inserts_column(3), sorts("B"), types(6, "in time")])
def test_a_run_that_is_killed_before_it_looks_is_put_right_by_the_next(
    local_server: Server, act: Act
) -> None:
    ground = started(local_server)
    with pytest.raises(KeyboardInterrupt):
        sheets.write(
            Meddled(ground, act, dies=True),
            ground.pull(),
            [variance(STORY, CARS)],
            "r",
            today=TODAY,
        )

    ground.write(NEXT)

    assert seen(ground) == seen(in_time(local_server, act, NEXT))


def test_what_people_typed_after_the_run_was_killed_is_kept_too(local_server: Server) -> None:
    ground = started(local_server)
    client = Meddled(ground, inserts_column(3), dies=True)
    with pytest.raises(KeyboardInterrupt):
        sheets.write(client, ground.pull(), [variance(STORY, DESIGN, CARS)], "r", today=TODAY)
    row = ground.row_of("2200")
    ground.type_in(f"I{row}", "typed the next morning")

    ground.write(NEXT)

    line = next(line for line in ground.shown() if line.startswith("2200"))
    assert line.endswith("typed the next morning")
    assert any("prop house went bust" in line for line in ground.shown())


def test_people_who_meddle_again_while_we_put_it_right(local_server: Server) -> None:
    ground = started(local_server)
    acts = (inserts_column(3), types(5, "and another thing", "I"), types(6, "last", "I"))

    outcome = sheets.write(Meddled(ground, *acts), ground.pull(), [NEXT], "r", today=TODAY)

    said = "\n".join(ground.shown())
    assert not outcome.interfered
    for word in ("as agreed", "and another thing", "last", "prop house went bust"):
        assert word == "as agreed" or said.count(word) == 1, said


def test_a_word_in_ones_own_column_beside_a_line_that_just_came(local_server: Server) -> None:
    ground = started(local_server)
    together(inserts_column(3), types(4, "Contact", "D"))(ground)
    ground.write(variance(STORY, DESIGN, PROPS))
    acts = (inserts_row(4), lambda ground: ground.type_in(f"D{ground.row_of('2400')}", "ask Lee"))

    sheets.write(Meddled(ground, *acts), ground.pull(), [NEXT], "r", today=TODAY)

    assert next(line for line in ground.shown() if "ask Lee" in line).startswith("2400")


def test_a_column_deleted_meanwhile_takes_no_word_of_the_next_one_along(
    local_server: Server,
) -> None:
    ground = started(local_server)
    together(inserts_column(3), types(4, "Old", "D"))(ground)
    together(inserts_column(8), types(4, "Contact", "I"), types(6, "ask Lee", "I"))(ground)
    ground.write(variance(STORY, DESIGN, PROPS))
    acts = (inserts_row(4), deletes("COLUMNS", 3))

    sheets.write(Meddled(ground, *acts), ground.pull(), [NEXT], "r", today=TODAY)

    assert next(line for line in ground.shown() if "ask Lee" in line).startswith("2200")


def test_the_copies_are_hidden_and_gone_with_the_next_run(local_server: Server) -> None:
    ground = started(local_server)
    ground.write(NEXT)
    kept = ground.pull().attic
    ground.write(NEXT)

    assert [copy.grid.tab for copy in kept] == [
        "Topsheet attic: variance 1a",
        "Topsheet attic: variance 1b",
    ]
    assert ground.pull().attic == ()


def test_a_tab_that_a_person_deletes_meanwhile_is_made_again(local_server: Server) -> None:
    def act(ground: Ground) -> None:
        ground.person({"deleteSheet": {"sheetId": ground.own().grid.sheet_id}})

    ground, _ = meddled(local_server, act, NEXT)

    assert [line[:4] for line in ground.shown()[3:6]] == ["1100", "2200", "2400"]
    assert ground.titles() == ["Budget", "Variance"]


ACTS: dict[str, Act] = {
    **{f"types at {row}": types(row, f"typed at {row}") for row in (5, 6, 7, 9)},
    **{f"inserts a row before {row}": inserts_row(row) for row in (2, 4, 6, 8)},
    **{f"inserts a column before {col}": inserts_column(col) for col in (0, 1, 4, 7)},
    **{f"deletes row {row + 1}": deletes("ROWS", row) for row in (4, 6)},
    "moves row 5 down": moves("ROWS", 4, 7),
    "moves row 7 up": moves("ROWS", 6, 4),
    "moves the budget right": moves("COLUMNS", 3, 6),
    "moves the words left": moves("COLUMNS", 7, 3),
    "sorts": sorts("B"),
    "sorts without the keys": sorts("C", keys_too=False),
    "types over a description": types(6, "my note", "C"),
}
ACCOUNTS = (STORY, DESIGN, PROPS, CARS, "2100 Art 10 20", "1100 Rights 7 9")


@dataclass(frozen=True, repr=False)
class Where:
    """The server, with few words: a failing example is shown with all that it was given."""

    server: Server


@pytest.fixture
def where(local_server: Server) -> Where:
    return Where(local_server)


def check(where: Where, acts: Sequence[str], runs: Sequence[Sequence[str]]) -> None:
    act = together(*(ACTS[name] for name in acts))
    reports = [variance(*texts, stamp="12:00") for texts in runs]

    ground, _ = meddled(where.server, act, *reports)

    assert seen(ground) == seen(in_time(where.server, act, *reports))


some_acts = st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=3)
some_runs = st.lists(
    st.lists(st.sampled_from(ACCOUNTS), unique_by=lambda text: text[:4], min_size=1, max_size=4),
    min_size=1,
    max_size=2,
)
WHATEVER = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(acts=some_acts, runs=some_runs)
@settings(WHATEVER, max_examples=8)
def test_whatever_people_do(
    where: Where, acts: Sequence[str], runs: Sequence[Sequence[str]]
) -> None:
    check(where, acts, runs)


@pytest.mark.slow
@pytest.mark.timeout(600)
@given(acts=some_acts, runs=some_runs)
@settings(WHATEVER, max_examples=100)
def test_whatever_people_do_at_length(
    where: Where, acts: Sequence[str], runs: Sequence[Sequence[str]]
) -> None:
    check(where, acts, runs)
