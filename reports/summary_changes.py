"""The Summary's changes: what moved since the last run and the last closed period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.cell import Cell
from model.history import Kind, State
from model.production import Production
from model.report import Content, Entry, Line, LineStyle, Style
from reports.audience import Audience
from reports.changes_preamble import since
from reports.entries import from_cells, note, one_a_tab, spacer
from reports.moved import Moved, moved
from reports.remembered import knew
from reports.words import short_day
from transforms.history.changes import contingency_left, paid_days, sum_of
from transforms.history.present import MAIN_UNIT
from transforms.results import Results


@dataclass(frozen=True, slots=True)
class _Row:
    """One figure at three times; ``None`` where it was not known."""

    key: str
    name: str
    style: Style
    before: Decimal | int | None
    now: Decimal | int | None
    period: Decimal | int | None


def changed_block(results: Results, production: Production, audience: Audience) -> list[Line]:
    """Money and days now and how they moved; a sentence where there is nothing to compare with."""
    found = moved(results, production, audience)
    own = found.remembered
    rows = [row for row in _rows(found) if row.now is not None]
    if own.last_run is None or own.moved is None or not rows:
        return [note("changed", "item", since(own)), spacer("changed")]
    period = f"Since {short_day(own.last_period[0])}" if own.last_period else ""
    headings = {
        "item": f"What changed on {short_day(own.moved)}",
        "first": "Now",
        "second": "Change",
        **({"third": period} if period else {}),
    }
    entries = {
        field: Entry(text, style=None if field == "item" else Style.MONEY)
        for field, text in headings.items()
    }
    cells = one_a_tab(cell for each in own.present.values() for cell in each.sources)
    banner = Line("changed", entries, LineStyle.BANNER)
    return [banner, *(_line(row, cells) for row in rows), spacer("changed")]


def _rows(found: Moved) -> Iterator[_Row]:
    own = found.remembered
    now = {thing: each.fact for thing, each in own.present.items()}
    before, period = own.last_run, own.last_period[1] if own.last_period else None
    states = (before, now, period)

    def money(key: str, name: str, figure: str) -> _Row:
        sums = (sum_of(s, figure) if s and knew(s, Kind.ACCOUNT) else None for s in states)
        return _Row(key, name, Style.MONEY, *sums)

    def counted(key: str, name: str, kind: Kind) -> _Row:
        counts = (_count(s, kind) if s and knew(s, kind) else None for s in states)
        return _Row(key, name, Style.COUNT, *counts)

    yield money("revised", "Revised budget", "revised")
    yield money("efc", "EFC", "efc")
    yield money("actual", "Actual to date", "actual")
    left = (contingency_left(s) if s and knew(s, Kind.ACCOUNT) else None for s in states)
    yield _Row("left", "Contingency left", Style.MONEY, *left)
    yield counted("shoot", "Shooting days", Kind.SHOOT)
    yield counted("paid", "Performers' paid days", Kind.PERFORMER)
    yield counted("crew", "People on the crew list", Kind.CREW)


def _count(state: State, kind: Kind) -> int:
    facts = [fact for fact in state.values() if fact.kind is kind]
    if kind is Kind.SHOOT:
        return sum(len(fact.days) for fact in facts if fact.key == MAIN_UNIT)
    return sum(map(paid_days, facts)) if kind is Kind.PERFORMER else len(facts)


def _line(row: _Row, cells: Sequence[Cell]) -> Line:
    contents: dict[str, Content] = {"first": row.now}
    for field, then in (("second", row.before), ("third", row.period)):
        if then is not None and row.now is not None:
            contents[field] = row.now - then
    entries = {
        field: from_cells(content, *cells, style=row.style)
        for field, content in contents.items()
        if content is not None
    }
    return Line(f"changed:{row.key}", {"item": Entry(row.name), **entries})
