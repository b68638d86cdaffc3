"""Whatever reports come and whatever people do in between: no word of theirs is ever lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sheets
from localsheets import Server
from model.report import Formula, Report, Role
from sheets.planning.marks import read_mark
from sheets.planning.values import plain, same
from tests.sheets.ground import COLUMNS, TODAY, Ground, shown, variance
from tests.sheets.paper import Paper, PaperTab, insert, sort

WHATEVER = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

CODES = ("1100", "1200", "2000", "2200", "2300", "3300")
amounts = st.integers(0, 3)
accounts = st.lists(
    st.tuples(st.sampled_from(CODES), st.sampled_from("AB"), amounts, amounts),
    unique_by=lambda account: account[0],
    min_size=1,
    max_size=6,
)
"""A run's accounts, in any order, with descriptions and amounts that change from run to run."""

acts = st.lists(
    st.tuples(
        st.sampled_from(
            ["explain", "own row", "own column", "sort", "sort without keys", "edit", "spare rows"]
        ),
        st.integers(0, 9),
        st.permutations(range(12)),
    ),
    max_size=4,
)
"""What people do between two runs."""


def report(run: Sequence[tuple[str, str, int, int]], number: int) -> Report:
    return variance(
        *(f"{code} {name} {budget} {efc}" for code, name, budget, efc in run),
        stamp=f"run {number}",
    )


class People:
    """People in our tab. They remember what they wrote, and beside which account."""

    def __init__(self, tab: PaperTab) -> None:
        self.tab = tab
        self.words: dict[str, str | None] = {}
        self.sorted = False

    def do(self, act: str, number: int, dice: Sequence[int]) -> None:
        lines = self._lines()
        word = f"word {len(self.words)}"
        if act == "explain" and lines:
            self._explain(lines[number % len(lines)], word)
        elif act == "own row":
            place = 4 + number % (len(self.tab.rows) - 4)
            insert(self.tab, "ROWS", place)
            self.tab.rows[place][self._col("description")] = word
            self.tab.rows[place][self._col("budget")] = 1000  # in no total of ours
            self.words[word] = None
        elif act == "own column":
            place = 1 + number % self.tab.width
            insert(self.tab, "COLUMNS", place)
            if lines:
                self._write(lines[number % len(lines)], place, word)
        elif act.startswith("sort"):
            self.sorted = True
            order = [place for place in dice if place < len(lines)]
            sort(self.tab, lines, order, left=1 if "without" in act else 0)
        elif act == "edit" and lines:
            self.tab.rows[lines[number % len(lines)]][self._col("efc")] = 12345
        elif act == "spare rows":
            self._take_spare_rows()

    def _explain(self, row: int, word: str) -> None:
        if self.tab.rows[row][self._col("why")] is None:
            self._write(row, self._col("why"), word)

    def _write(self, row: int, col: int, word: str) -> None:
        self.tab.rows[row][col] = word
        self.words[word] = str(self.tab.rows[row][self._col("account")])

    def _take_spare_rows(self) -> None:
        while self.tab.rows and not any(cell is not None for cell in self.tab.rows[-1]):
            self.tab.rows.pop()

    def _lines(self) -> list[int]:
        """Rows of accounts, the total apart, as a person sees them."""
        col = self._col("account")
        return [row for row, cells in enumerate(self.tab.rows) if cells[col] in CODES]

    def _col(self, field: str) -> int:
        return next(
            col for col, name in enumerate(self.tab.rows[0]) if str(name).endswith(f":{field}")
        )

    def check(self) -> None:
        """Every word is there once, and still beside its account."""
        for word, code in self.words.items():
            rows = [cells for cells in self.tab.rows if word in cells]
            assert len(rows) == 1, f"{word!r} is found {len(rows)} times"
            if code is not None:
                assert rows[0][self._col("account")] == code, f"{word!r} left {code}"


def check_computed(tab: PaperTab, wanted: Report) -> None:
    """Every line of the report stands once, and says what the report says."""
    names = [str(name).split(":")[-1] for name in tab.rows[0]]
    marks = [read_mark(cells[0]) for cells in tab.rows]
    for line in wanted.lines:
        found = [
            row
            for row, mark in enumerate(marks)
            if mark and (mark.kind, mark.key, mark.resolved) == ("L", line.key, "")
        ]
        assert len(found) == 1, f"line {line.key} stands {len(found)} times"
        for column in COLUMNS:
            if column.role is Role.COMPUTED and column.field in line.entries:
                content = line.entries[column.field].content
                value = tab.value(found[0], names.index(column.field))
                computed = isinstance(content, Formula)
                assert same(value, plain(content), computed=computed), (line.key, column.field)


def check_order(tab: PaperTab, wanted: Report) -> None:
    """The lines stand in the report's own order."""
    keys = {line.key for line in wanted.lines}
    marks = [read_mark(cells[0]) for cells in tab.rows]
    found = [mark.key for mark in marks if mark and mark.kind == "L" and mark.key in keys]
    assert found == [line.key for line in wanted.lines]


@given(st.lists(st.tuples(accounts, acts), min_size=2, max_size=5))
@WHATEVER
def test_run_after_run(runs: Any) -> None:
    paper = Paper()
    people: People | None = None
    for number, (run, between) in enumerate(runs):
        wanted = report(run, number)
        paper.apply(sheets.plan(paper.book(), [wanted], f"run-{number}", frozenset(), TODAY))
        people = people or People(paper.ours())
        people.check()
        check_computed(paper.ours(), wanted)
        if not people.sorted:
            check_order(paper.ours(), wanted)
        again = sheets.plan(paper.book(), [wanted], f"again-{number}", frozenset(), TODAY)
        kinds = [next(iter(request)) for request in again.requests]
        kinds = [kind for kind in kinds if kind != "deleteSheet"]  # copies that have served
        assert kinds == ["deleteProtectedRange", "addProtectedRange"], again.requests
        for act, place, dice in between:
            people.do(act, place, dice)


def test_the_check_itself_notices_a_lost_word() -> None:
    paper = Paper()
    paper.apply(sheets.plan(paper.book(), [report([("1100", "A", 1, 1)], 0)], "r", frozenset()))
    people = People(paper.ours())
    people.do("explain", 0, ())
    people.check()

    people.tab.rows[4][7] = None

    with pytest.raises(AssertionError, match="found 0 times"):
        people.check()


@given(st.lists(accounts, min_size=2, max_size=4))
@settings(WHATEVER, max_examples=8)
def test_the_server_does_what_paper_does(local_server: Server, runs: Any) -> None:
    """The requests mean the same to a server that shifts formulas as to paper that does not."""
    ground, paper = Ground.fresh(local_server), Paper()
    for number, run in enumerate(runs):
        wanted = report(run, number)
        ground.write(wanted, run=f"run-{number}")
        paper.apply(sheets.plan(paper.book(), [wanted], f"run-{number}", frozenset(), TODAY))
        first = f"word {number}"
        row = ground.row_of(run[0][0])
        if not ground.own().grid.at(row, 8):
            ground.type_in(f"H{row}", first)
            paper.ours().rows[row - 1][7] = first

        assert shown(ground.own().grid) == shown(paper.ours().grid("budget"))
