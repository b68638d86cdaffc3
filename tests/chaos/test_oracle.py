"""The oracle notices what must never be: each check is shown something that breaks it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import pytest

import localsheets.requests
from localsheets import Server
from tests.chaos.histories import check
from tests.chaos.oracle import check_reports, check_words
from tests.chaos.people import Request, type_in
from tests.chaos.runs import Machine
from tests.chaos.sight import Seen
from tests.chaos.story import Act, Run, history
from tests.chaos.world import Broken, World

RUN = Run("monday", 0, 0)


@pytest.fixture
def world(chaos_server: Server, request: pytest.FixtureRequest) -> World:
    """A spreadsheet after one run, with a word of a person's beside the first line."""
    made = World.fresh(chaos_server, request.node.name, 0)
    machine = Machine(made, "plain")
    machine.run(RUN)
    made.perform(Act("explain", (0, 0, 0), "word 1"))
    look(made, machine)
    return made


def look(world: World, machine: Machine | None = None) -> None:
    """Everything that is checked after a write."""
    wanted = (machine or Machine(world, "plain")).reports(RUN, None)
    check_reports(world.book, world.memory, wanted)
    check_words(world.book, world.memory)


def spoil(world: World, *requests: Request) -> None:
    """Do what nobody may do."""
    world.server.workbooks.change(
        world.id, lambda book: localsheets.requests.apply(book, list(requests))
    )


def ours(world: World) -> Seen:
    return next(
        world.memory.seen(sheet) for sheet in world.book.sheets if sheet.title == "Variance"
    )


def at(tab: Seen, heading: str, row: int = 0) -> dict[str, int]:
    col = tab.col(heading)
    assert col is not None
    return {"sheetId": tab.id, "rowIndex": tab.accounts[row], "columnIndex": col}


def typed(tab: Seen, heading: str, text: str, row: int = 0) -> Request:
    place = at(tab, heading, row)
    cell = {"userEnteredValue": {"stringValue": text}} if text else {}
    return type_in(tab.id, place["rowIndex"], place["columnIndex"], cell)


def a_word_is_lost(tab: Seen) -> list[Request]:
    return [typed(tab, "Explanation", "")]


def a_word_is_there_twice(tab: Seen) -> list[Request]:
    return [typed(tab, "Explanation", "word 1", 1)]


def a_word_leaves_its_line(tab: Seen) -> list[Request]:
    return [typed(tab, "Explanation", ""), typed(tab, "Explanation", "word 1", 1)]


def a_word_is_hidden(tab: Seen) -> list[Request]:
    row = at(tab, "Explanation")["rowIndex"]
    span = {"sheetId": tab.id, "dimension": "ROWS", "startIndex": row, "endIndex": row + 1}
    hide = {"range": span, "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
    return [{"updateDimensionProperties": hide}]


def a_figure_is_another(tab: Seen) -> list[Request]:
    place = at(tab, "EFC")
    cell = {"userEnteredValue": {"numberValue": 7}}
    return [type_in(tab.id, place["rowIndex"], place["columnIndex"], cell)]


def a_line_is_missing(tab: Seen) -> list[Request]:
    row = tab.accounts[1]
    span = {"sheetId": tab.id, "dimension": "ROWS", "startIndex": row, "endIndex": row + 1}
    return [{"deleteDimension": {"range": span}}]


def a_line_stands_twice(tab: Seen) -> list[Request]:
    row, end = tab.accounts[1], len(tab.rows)
    source = {"sheetId": tab.id, "startRowIndex": row, "endRowIndex": row + 1}
    target = {"sheetId": tab.id, "startRowIndex": end - 1, "endRowIndex": end}
    return [{"copyPaste": {"source": source, "destination": target}}]


def a_report_is_missing(tab: Seen) -> list[Request]:
    return [{"deleteSheet": {"sheetId": tab.id}}]


@pytest.mark.parametrize(
    "wrong",
    [
        a_word_is_lost,
        a_word_is_there_twice,
        a_word_leaves_its_line,
        a_word_is_hidden,
        a_figure_is_another,
        a_line_is_missing,
        a_line_stands_twice,
        a_report_is_missing,
    ],
)
def test_it_notices_that(world: World, wrong: Callable[[Seen], list[Request]]) -> None:
    spoil(world, *wrong(ours(world)))

    with pytest.raises(Broken):
        look(world)


def test_it_notices_a_change_of_peoples_own_tab(world: World) -> None:
    spoil(world, type_in(0, 1, 1, {"userEnteredValue": {"stringValue": "ours"}}))

    with pytest.raises(Broken, match="'Budget' of people's own was changed"):
        world.check_theirs(world.book)


def test_it_notices_a_write_without_a_marker(world: World) -> None:
    spoil(world, a_figure_is_another(ours(world))[0])

    with pytest.raises(Broken, match="without a marker"):
        world.look()


def test_histories_notice_that_keys_are_not_joined_with_their_lines_again(
    chaos_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    module: Any = importlib.import_module("sheets.planning.tabplan")
    monkeypatch.setattr(module, "rejoined", lambda standing, told: standing)

    assert any(fails(chaos_server, seed) for seed in sorting(12))


def sorting(count: int) -> list[int]:
    """Histories in which people sort what they see of the lines."""
    found = []
    for seed in range(500):
        acts = [act.kind for acts, _ in history(seed).steps for act in acts]
        if acts.count("sort visible columns") > 1 and history(seed).kind == "plain":
            found.append(seed)
    return found[:count]


def fails(server: Server, seed: int) -> bool:
    try:
        check(server, seed)
    except Broken:
        return True
    return False
