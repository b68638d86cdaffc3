"""Playing a history: its steps, the checks after every write, the last clean run, its twin."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from localsheets import Server
from model.report import Report
from tests.chaos.oracle import check_alike, check_reports, check_words
from tests.chaos.runs import Machine
from tests.chaos.sight import drawn
from tests.chaos.story import Act, History, Run, history
from tests.chaos.world import Broken, Landed, World

_numbers = itertools.count(1)
LAST_DAY = 400


def play(server: Server, seed: int, told: list[str] | None = None) -> None:
    """Play the history of a seed, and demand everything of it that must be so.

    Raises:
        Broken: something is not so; ``told`` has been given all that happened.
    """
    tale = history(seed)
    world = _begin(server, tale, told if told is not None else [])
    try:
        _play(world, tale)
    except Broken:
        world.tell(drawn(world.book))
        raise
    finally:
        server.workbooks.delete(world.id)


def _play(world: World, tale: History) -> None:
    machine = Machine(world, tale.kind)
    if not tale.in_between:
        machine.check = _check
    for acts, run in tale.steps:
        if not tale.in_between:
            machine.deliver()
        for act in acts:
            world.perform(act)
        machine.run(run)
    _end(machine, tale)
    if not tale.in_between:
        twin = _twin(world.server, machine, tale)
        check_alike(world.book, twin.book)
        world.server.workbooks.delete(twin.id)


def _begin(server: Server, tale: History, told: list[str]) -> World:
    name = f"{tale.seed}-{next(_numbers)}"
    world = World.fresh(server, name, tale.seed % 24)
    world.told = told
    return world


def _end(machine: Machine, tale: History) -> None:
    """A run that nothing happens to, and what must be so after it."""
    world = machine.world
    world.server.faults.clear()
    last = Run("the last run", LAST_DAY, tale.steps[-1][1].production)
    if tale.seed % 2:
        machine.deliver()
    machine.run(last)
    machine.deliver()
    _check(world, machine.wanted[last.name])


def _check(world: World, wanted: Sequence[Report]) -> None:
    check_reports(world.book, world.memory, wanted)
    check_words(world.book, world.memory)


def _twin(server: Server, machine: Machine, tale: History) -> World:
    """The same history without faults: what people did and what was written, one after another."""
    world = _begin(server, tale, [])
    twin = Machine(world, tale.kind, dict(machine.wanted))
    for step in machine.world.trace:
        if isinstance(step, Act):
            world.perform(step)
        elif isinstance(step, Landed):
            twin.run(replace(machine.runs[step.run], mishaps=(), killed=None))
    return world
