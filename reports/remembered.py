"""What one spreadsheet's readers may know of earlier runs, and what stands today beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from model.history import History, Kind, Memory, State, Thing, history_of
from model.production import Production
from reports.audience import Audience
from reports.withheld import cost_books, cost_report_for, tables_of
from transforms.history.record import last_period, last_run, milestones, recorded, stood_before
from transforms.results import Present, Results

_NOTHING = Memory()
_SHEETS = {
    Kind.SHOOT: "dood",
    Kind.PERFORMER: "dood",
    Kind.CAST: "cast",
    Kind.CREW: "crew",
}
"""The kind of sheet without which nothing can be said of a kind of thing."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A spreadsheet's history with today's state in it, and what it is compared with."""

    history: History
    present: Mapping[Thing, Present]
    """What its readers may see of what stands today."""
    known: frozenset[Kind]
    """The kinds of thing that the sheets could be asked for today."""
    last_run: State | None
    """What stood before the latest day on which anything moved."""
    moved: date | None
    """That day."""
    stood: date | None
    """Since when it had stood then."""
    last_period: tuple[date, State] | None
    """The end of the last closed period, and what stood then."""
    milestones: tuple[tuple[date, State], ...]
    """What stood at the end of each closed period, oldest first."""


def remembered(results: Results, production: Production, audience: Audience) -> Remembered:
    """Put today onto what this spreadsheet remembers, nothing in it that its readers may not see.

    A spreadsheet has its own history. What came from a spreadsheet that has become restricted since
    is forgotten here.
    """
    memory = results.memories.get(audience.book, _NOTHING)
    earlier = _visible(memory.history, results, audience)
    known = _known(results, audience)
    present = {
        each.fact.thing: each
        for each in results.present
        if each.fact.kind in known and audience.sees(each.sources)
    }
    state = {thing: each.fact for thing, each in present.items()}
    today, periods = production.today, production.periods
    history = recorded(earlier, state, known, today, periods)
    before = last_run(history)
    return Remembered(
        history,
        present,
        known,
        before,
        history.until if before is not None else None,
        stood_before(history),
        last_period(history, today, periods),
        tuple(milestones(history, today, periods)),
    )


def knew(state: State | None, kind: Kind) -> bool:
    """Whether anything of a kind was known then, without which nothing of it has changed."""
    return state is not None and any(thing[0] is kind for thing in state)


def _known(results: Results, audience: Audience) -> frozenset[Kind]:
    seen = {kind for kind, sheet in _SHEETS.items() if tables_of(results, audience, sheet)[0]}
    if cost_report_for(results, audience) is not None:
        seen.add(Kind.ACCOUNT)
    return frozenset(seen)


def _visible(history: History, results: Results, audience: Audience) -> History:
    """The records that may stand here: their spreadsheets are known, and none is forbidden."""
    if not audience.forbidden:
        return history
    books = {table.place.book for table in results.tables} - audience.forbidden
    no_money = bool(cost_books(results, audience))
    return history_of(
        record
        for record in history.records
        if record.fact.books
        and record.fact.books <= books
        and not (no_money and record.fact.kind is Kind.ACCOUNT)
    )
