"""One run of ours on a world, with what goes wrong at the boundaries between its requests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

import requests

import sheets
from model.grid import Book
from model.report import Report
from sheets.transport import Chance
from tests.chaos.productions import chain_reports, day_of, plain_reports, room_reports
from tests.chaos.sight import our_report
from tests.chaos.story import Mishap, Run
from tests.chaos.world import World

NAMES = ("summary", "variance", "notes", "conflicts", "data-issues", "holds-and-drops")
PASSING = (sheets.Unavailable, sheets.Unreachable, sheets.QuotaExhausted, sheets.Superseded)
"""After these the flow tries the same task again, with what it had read."""
PATIENCE = sheets.Patience(tries=4, deadline=1e9)


class Death(BaseException):
    """The process ends here and now: nothing may catch it."""


@dataclass
class Machine:
    """Where runs take place: makes the reports that a run wants, and remembers them."""

    world: World
    kind: str
    wanted: dict[str, Sequence[Report]] = field(default_factory=dict)
    """The reports that each run set out to write."""
    runs: dict[str, Run] = field(default_factory=dict)
    late: list[Callable[[], None]] = field(default_factory=list)
    """Requests that are still under way though their run has given them up."""
    check: Callable[[World, Sequence[Report]], None] | None = None
    """What must be so after every write."""

    def __post_init__(self) -> None:
        self.world.when_landed = self._landed

    def _landed(self, run: str) -> None:
        """A write of a run was applied."""
        written = {report.name for report in self.wanted[run]}
        for sheet in self.world.book.sheets:
            report = our_report(self.world.book, sheet)
            if report is None or sheet.hidden or sheet.id in self.world.memory.copies:
                continue
            if report in written:
                self.world.memory.back(sheet)
            elif report in NAMES:
                self.world.memory.withdrawn(sheet.id)
        if self.check:
            self.check(self.world, self.wanted[run])

    def reports(self, run: Run, book: Book | None) -> Sequence[Report]:
        """What a run writes."""
        self.runs[run.name] = run
        if run.name in self.wanted:
            return self.wanted[run.name]
        if self.kind == "chain" and book is not None:
            made: Sequence[Report] = chain_reports(book, run.day)
        elif self.kind == "room":
            made = room_reports(run.production, run.day, run.name)
        else:
            made = plain_reports(run.production, run.day, run.name)
        self.wanted[run.name] = made
        return made

    def run(self, run: Run) -> None:
        """One run, through whatever happens to it."""
        self.world.tell(f"{run.name} (production {run.production}, day {run.day})")
        if run.killed is not None:
            self._killed(run)
            return
        line = Line(self, run)
        with line.faults():
            try:
                self._whole_run(run, line.client())
            except sheets.SheetsError as error:
                self.world.tell(f"    {run.name} failed: {type(error).__name__}: {error}")
            except Death:
                self.world.tell(f"    {run.name} died")
        self.world.look()

    def _killed(self, run: Run) -> None:
        """The same in a process of its own, which is killed."""
        from tests.chaos.processes import killed_run

        self.world.tell(f"    {run.name} is killed at {run.killed}")
        self.reports(run, None)
        killed_run(self.world.server.url, self.world.id, self.kind, run)
        self.world.look()

    def _whole_run(self, run: Run, client: sheets.Client) -> None:
        book = _again(lambda: sheets.pull(client, self.world.id, "budget"))
        made = self.reports(run, book)
        _again(lambda: write(client, book, run, made))

    def deliver(self) -> None:
        """Let the requests arrive that are still under way."""
        for send in self.late:
            send()
            self.world.look()
        self.late.clear()


def write(client: sheets.Client, book: Book, run: Run, made: Sequence[Report]) -> sheets.Outcome:
    """The write of a run, as the flow calls it."""
    elsewhere = frozenset(NAMES) - {report.name for report in made}
    return sheets.write(client, book, made, run.name, withdrawn=elsewhere, today=day_of(run.day))


def _again(task: Callable[[], Any]) -> Any:
    """A task as the flow has it: tried again after what may pass."""
    for _ in range(2):
        try:
            return task()
        except PASSING:
            continue
    return task()


@dataclass
class Line:
    """The wire between a run and the server, where every boundary can be met."""

    machine: Machine
    run: Run
    sent: int = 0
    delayed: int = 0
    """How many requests took too long."""

    def client(self) -> sheets.Client:
        """A client of the world's spreadsheet that waits for nobody."""
        client = sheets.connect(self.machine.world.server.url, patience=PATIENCE, chance=no_time())
        real = client.http.session.request

        def request(**given: Any) -> requests.Response:
            number, self.sent = self.sent, self.sent + 1
            self._boundary(2 * number)
            if given["method"] == "post" and self._is_late(2 * number):
                self.delayed += 1
                self.machine.late.append(lambda: _quietly(real, given))
                raise requests.exceptions.ReadTimeout("it takes its time")
            try:
                return real(**given)
            finally:
                self.machine.world.look()
                self._boundary(2 * number + 1)

        client.http.session.request = request  # type: ignore[method-assign,assignment]
        return client

    @contextmanager
    def faults(self) -> Iterator[None]:
        """The server's faults during this run."""
        with ExitStack() as stack:
            for each in self.run.mishaps:
                if each.kind == "fault":
                    which = {"skip": each.at, "times": each.times, "after": each.applied}
                    world = self.machine.world
                    fault = world.server.faults.add(each.fault, spreadsheet=world.id, **which)
                    stack.enter_context(fault)
                    world.tell(f"    fault {each.fault} {which}")
            yield

    def _boundary(self, at: int) -> None:
        for mishap in self.run.mishaps:
            if mishap.at == at:
                self._meet(mishap)

    def _meet(self, mishap: Mishap) -> None:
        world = self.machine.world
        if mishap.kind == "death":
            world.tell(f"    death of {self.run.name} at {mishap.at}")
            raise Death
        for act in mishap.acts:
            world.tell(f"    at {mishap.at} a person:")
            world.perform(act)
        if mishap.kind == "other run" and mishap.run:
            world.tell(f"    at {mishap.at} of {self.run.name}:")
            self.machine.run(mishap.run)
            self.machine.deliver()

    def _is_late(self, at: int) -> bool:
        late = [each.at for each in self.run.mishaps if each.kind == "late"]
        return self.delayed < len(late) and sorted(late)[self.delayed] <= at


def no_time() -> Chance:
    """A clock that sleeping moves, so that nobody waits."""
    now = [0.0]
    dice = Random(1)  # noqa: S311 - to be the same each time

    def sleep(seconds: float) -> None:
        now[0] += seconds

    return Chance(lambda: now[0], sleep, dice.random)


def _quietly(send: Callable[..., requests.Response], given: dict[str, Any]) -> None:
    send(**given)
