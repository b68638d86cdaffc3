"""One spreadsheet on the local server, people in it, and our runs on it, step by step."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import localsheets.requests
from localsheets import Server
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire import messages
from localsheets.wire.errors import ApiError
from sheets.planning.guard import NOBODYS
from tests.chaos import people, people_tabs
from tests.chaos.memory import Memory, same_tab
from tests.chaos.people import BUDGET, Person, Request
from tests.chaos.productions import DOOD, budget
from tests.chaos.sight import is_marked, our_report
from tests.chaos.story import Act

ACTS = people.ACTS | people_tabs.ACTS
_MARKER = "Topsheet run "
_ALL = "title,gridProperties.rowCount,gridProperties.columnCount"


class Broken(AssertionError):  # noqa: N818 - it says what is the matter
    """What must never be."""


class _Moved(Exception):  # noqa: N818
    """The spreadsheet is not as the person saw it."""


@dataclass(frozen=True)
class Landed:
    """A write of ours that was applied: the run that it bears."""

    run: str


@dataclass
class World:
    """A spreadsheet, what people remember of it, and everything that happened to it in order."""

    server: Server
    id: str
    memory: Memory = field(default_factory=Memory)
    trace: list[Act | Landed] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What happened, for whoever replays it."""
    last: Book | None = None
    """The spreadsheet when we last looked."""
    when_landed: Callable[[str], None] | None = None
    """Called after each write of ours, with its run."""

    @staticmethod
    def fresh(server: Server, ident: str, production: int) -> World:
        """A spreadsheet with a budget, a day-out-of-days, and a tab that nothing is read from."""
        server.workbooks.create(ident, ident)
        world = World(server, ident)
        tabs = {"Budget": budget(production), "DOOD": DOOD, "Ours to keep": [["=1+1", "0007"]]}
        made: list[Request] = [
            {"updateSheetProperties": {"properties": _small(BUDGET, "Budget"), "fields": _ALL}},
            *({"addSheet": {"properties": _small(n, t)}} for n, t in enumerate(tabs) if n),
            *(_filled(number, rows) for number, rows in enumerate(tabs.values())),
        ]
        world.memory.theirs = dict.fromkeys(range(len(tabs)))  # type: ignore[arg-type]
        world._change(made)
        return world

    @property
    def book(self) -> Book:
        """The spreadsheet as it stands."""
        return self.server.workbooks.read(self.id)

    def tell(self, text: str) -> None:
        """Note what happened."""
        self.told.append(text)

    def perform(self, act: Act) -> None:
        """Let a person do something; Google may refuse it, as it refuses people too."""
        self.trace.append(act)
        while not self._done(act):
            self.tell("    a write landed meanwhile")

    def _done(self, act: Act) -> bool:
        """Do it, unless a write of ours lands after the person looked."""
        self.look()
        deed = ACTS[act.kind](Person(self.book, self.memory, act))
        if deed is None:
            return True
        requests, remember = deed
        try:
            self._change(requests, remember)
        except _Moved:
            return False
        except ApiError as error:
            self.tell(f"    {act.kind}: refused ({error})")
        else:
            self.tell(f"    {act.kind} {act.word}: {json.dumps(requests)[:400]}")
        return True

    def look(self) -> None:
        """Note a write of ours that landed since we last looked, and demand that it is one."""
        book = self.book
        if book is self.last:
            return
        before, after = markers(self.last) if self.last else set(), markers(book)
        if not after - before:
            raise Broken(f"the spreadsheet was changed without a marker: {before} -> {after}")
        self.check_theirs(book)
        self.last = book
        for _, run in after - before:
            if run == NOBODYS:  # a write comes after it
                continue
            self.trace.append(Landed(run))
            self.tell(f"    landed: {run}")
            if self.when_landed:
                self.when_landed(run)

    def check_theirs(self, book: Book) -> None:
        """Demand that people's own tabs are as they left them, cell by cell and look by look."""
        found = {sheet.id: sheet for sheet in book.sheets}
        self._let_go(book)
        for ident, sheet in self.memory.theirs.items():
            if ident not in found or not same_tab(sheet, found[ident]):
                raise Broken(f"the tab {sheet.title!r} of people's own was changed")
        order = [ident for ident in found if ident in self.memory.theirs]
        if order != list(self.memory.theirs):
            raise Broken(f"people's own tabs stand in another order: {order}")

    def _let_go(self, book: Book) -> None:
        """A copy takes its original's place where that is gone; then it is no longer theirs."""
        sheets = {sheet.id: sheet for sheet in book.sheets}
        ours = {sheet.id: our_report(book, sheet) for sheet in book.sheets if not sheet.hidden}
        originals = {report for ident, report in ours.items() if ident not in self.memory.copies}
        for copy, report in list(self.memory.copies.items()):
            taken = is_marked(book, copy) or is_guarded(sheets[copy])
            if report not in originals and taken:
                del self.memory.copies[copy]
                del self.memory.theirs[copy]
                originals.add(report)

    def _change(
        self, requests: Sequence[Request], remember: Callable[[], None] = lambda: None
    ) -> None:
        body: Any = messages.read("BatchUpdateSpreadsheetRequest", {"requests": requests})
        seen = self.last

        def work(book: Book) -> None:
            if seen is not None and markers(book) != markers(seen):
                raise _Moved
            localsheets.requests.apply(book, body["requests"])

        _, book = self.server.workbooks.changed(self.id, work)
        remember()
        self.memory.keep_in_mind(book)
        self.last = book


def markers(book: Book) -> set[tuple[int, str]]:
    """The ids of our markers, and the runs that they name; copies that people made have theirs."""
    return {
        (int(guarded["protectedRangeId"]), str(guarded["description"]).removeprefix(_MARKER))
        for sheet in book.sheets
        if is_marked(book, sheet.id) or is_guarded(sheet)
        for guarded in sheet.protected
        if str(guarded.get("description", "")).startswith(_MARKER)
    }


def is_guarded(sheet: Sheet) -> bool:
    """Whether a run that found no marker put one on a tab."""
    return any(each.get("description") == f"{_MARKER}{NOBODYS}" for each in sheet.protected)


def _small(sheet: int, title: str) -> dict[str, Any]:
    grid = {"rowCount": 12, "columnCount": 8}
    return {"sheetId": sheet, "title": title, "gridProperties": grid}


def _filled(sheet: int, rows: Sequence[Sequence[Any]]) -> Request:
    return {
        "updateCells": {
            "start": {"sheetId": sheet},
            "rows": [{"values": [_cell(content) for content in row]} for row in rows],
            "fields": "userEnteredValue",
        }
    }


def _cell(content: Any) -> dict[str, Any]:
    if isinstance(content, str):
        kind = "formulaValue" if content.startswith("=") else "stringValue"
    else:
        kind = "numberValue"
    return {"userEnteredValue": {kind: content}} if content not in (None, "") else {}


__all__ = ["BUDGET", "Broken", "Landed", "World", "markers"]
