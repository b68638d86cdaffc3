"""What to write, as data: reports and a spreadsheet as it stands in, one batch of requests out.

Pure. Rules that every plan keeps (and :mod:`sheets.planning.checks` demands of each): it touches
only tabs that carry our developer metadata; it holds nothing from a restricted spreadsheet; it
never writes where people type. See :mod:`sheets.planning.marks` for how lines are found again and
:mod:`sheets.planning.guard` for why a write lands exactly once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from model.grid import Book, Marker
from model.report import AS_OF, Report
from sheets.attic.copies import Told
from sheets.attic.keeping import Copies, copies
from sheets.planning.cells import STAMPED, Expected
from sheets.planning.charts import chart_ids
from sheets.planning.checks import Ours, check_plan, check_restricted
from sheets.planning.guard import guard_requests, next_guard
from sheets.planning.names import fingerprint
from sheets.planning.protection import protection_ids
from sheets.planning.summary import Summary, total
from sheets.planning.tabplan import TabPlan
from sheets.planning.which import standing_tab
from sheets.planning.wire import Request
from sheets.staging import size_of, staged
from sheets.tabs import emptied, written


@dataclass(frozen=True, slots=True)
class Plan:
    """One batch for one spreadsheet. Everything in it counts from 0, as Google does."""

    spreadsheet_id: str
    run: str
    requests: tuple[Request, ...]
    summary: Summary
    touched_sheet_ids: frozenset[int]
    guards: tuple[Marker, ...] = ()
    """The markers that this batch deletes, as they were read."""
    expected: tuple[Expected, ...] = ()
    """Formulas' cells with the values that we computed for them."""
    titles: tuple[tuple[int, str], ...] = ()
    """The reports' tabs: sheet id and title."""
    book: str = ""
    """What the settings call the spreadsheet."""
    judged: tuple[tuple[str, Told], ...] = ()
    """The copies by which it is told whether people interfered: title, and what was assumed."""
    stages: tuple[tuple[Request, ...], ...] = ()
    """What is sent before it, to hidden tabs, where the batch would be too big by itself."""
    size: int = 0
    """Bytes of the batch on the wire."""

    @property
    def empties(self) -> bool:
        """Whether it takes a withdrawn report's figures away."""
        return self.summary.tabs_emptied > 0

    @property
    def heals(self) -> bool:
        """Whether it puts right a tab that an earlier write left astray."""
        return self.summary.tabs_healed > 0


def plan(
    book: Book,
    reports: Sequence[Report],
    run: str,
    restricted: frozenset[str],
    today: date | None = None,
    withdrawn: Collection[str] = (),
    *,
    alone: bool = False,
) -> Plan:
    """Work out what a spreadsheet's report tabs need, to say what ``reports`` say.

    ``run`` is the run's id, which the guard will bear. ``restricted`` names the books of which
    nothing may appear in this spreadsheet. ``today`` is the run's date, for lines that no longer
    apply; without it, a date in the reports' as-of line is taken.

    A report's title that somebody's tab has already becomes another ("Summary (Topsheet)"). A tab
    of ours whose hidden key column people deleted gets it back; where more is gone, it is renamed
    and kept with everything in it, and the report is made anew beside it. Tabs of reports
    ``withdrawn`` from this spreadsheet are emptied of all that is ours; those of reports that are
    named nowhere are left. ``alone`` says that nobody else can reach the spreadsheet: no tab has to
    be copied before it is written.

    Raises:
        LeaksRestricted, TouchesOthers, ValueError: a bug, of the reports or of this room.
    """
    check_restricted(reports, restricted)
    names = [*(report.name for report in reports), *sorted(withdrawn)]
    if len(set(names)) < len(names):
        raise ValueError(f"a report is named twice: {names}")
    day = _day(reports, today)
    made = written(book, reports, day)
    tabs = [*made, *emptied(book, sorted(withdrawn), day)]
    attic = _attic(book, [] if alone else tabs)
    new = {tab.sheet for tab in tabs} - book.sheet_ids
    sent = staged(_guarded(book, run, tabs, attic), new, run, book.sheet_ids | new, book.tab_titles)
    ours = _ours(book, names, tabs, attic.sheets, sent.sheets)
    touched = check_plan([*(each for stage in sent.stages for each in stage), *sent.final], ours)
    return Plan(
        book.id,
        run,
        sent.final,
        total(tab.summary for tab in tabs),
        touched,
        book.markers,
        tuple(cell for tab in tabs for cell in tab.expected),
        tuple((tab.sheet, tab.title) for tab in made),
        book.name,
        attic.judged,
        sent.stages,
        size_of(sent.final),
    )


def _attic(book: Book, tabs: Sequence[TabPlan]) -> Copies:
    made = sum(tab.sheet not in book.sheet_ids for tab in tabs)
    return copies(book, [tab.told for tab in tabs if tab.told], made)


def _guarded(book: Book, run: str, tabs: Sequence[TabPlan], attic: Copies) -> list[Request]:
    """The batch: the last write's marker out, the tabs, this run's marker in, on the first tab."""
    if not tabs:
        return []
    makes = any(tab.sheet not in book.sheet_ids for tab in tabs)
    marker = next_guard(book.id, book.markers, run, run if makes else last_left(book))
    first = tabs[0]
    before, after = guard_requests(book.markers, marker, first.sheet, *first.corner)
    written = [request for tab in tabs for request in tab.requests]
    return [*before, *attic.first, *written, *attic.last, *after]


def last_left(book: Book) -> str:
    """What our last write left, and no other: its stamps, and what it noted of each tab."""
    stamps = sorted(
        cell
        for own in book.own
        for row in own.grid.rows
        for cell in row
        if isinstance(cell, str) and cell.startswith(STAMPED)
    )
    return fingerprint([stamps, [[own.layout, own.lines] for own in book.own]])


def _ours(
    book: Book,
    names: Sequence[str],
    tabs: Sequence[TabPlan],
    copies_: Collection[int],
    stages: Collection[int],
) -> Ours:
    """What this plan may touch: the tabs that it makes, and those of ours that its reports have."""
    found = [standing_tab(book, name) for name in names]
    standing = {own.grid.sheet_id for own in found if own}
    kept = {copy.grid.sheet_id for copy in book.attic}
    new = ({tab.sheet for tab in tabs} - book.sheet_ids) | {*copies_, *stages}
    charts = {ident for name in names for ident in chart_ids(name)}
    guards = {marker.id for marker in book.markers}
    warnings = {ident for name in names for ident in protection_ids(name)}
    return Ours(standing | kept | new, new, charts, guards, warnings, kept | {*stages})


def _day(reports: Sequence[Report], today: date | None) -> str:
    """The run's date in ISO, or "-" where nobody says it."""
    if today:
        return today.isoformat()
    for report in reports:
        for line in report.preamble:
            for entry in line.entries.values() if line.key == AS_OF else ():
                if isinstance(entry.content, datetime):
                    return entry.content.date().isoformat()
                if isinstance(entry.content, date):
                    return entry.content.isoformat()
    return "-"
