"""The Holds & Drops tab: each performer's days, what holds cost, what a drop would save."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from model.cell import Cell
from model.production import Production
from model.report import Content, Entry, Formula, Line, LineStyle, Ref, Report
from reports import words
from reports.audience import Audience
from reports.entries import as_of, from_cells, notes, one_a_tab, place_entry, title
from reports.holds_columns import FORMULA, MONEY, columns
from reports.holds_money import money
from reports.keys import unique
from reports.withheld import tables_of
from transforms.days.drop_words import NO_AGREEMENT
from transforms.results import HoldLine, Results

NAME = "holds-and-drops"
_SUMMED = ("work", "hold", "travel", "paid_cost", "hold_cost", "drop_days", "drop_saves")
_PEOPLE = ("cast", "crew")
"""Kinds of sheet that a performer's own name may come from."""


def build(results: Results, production: Production, audience: Audience) -> Report:
    """A line a performer, in the day-out-of-days' own order, and totals."""
    holds = [hold for hold in results.holds if audience.sees([hold.at])]
    _, hidden_lists = tables_of(results, audience, *_PEOPLE)
    keys = unique(f"element:{hold.at.tab}:{hold.element_id or hold.name}" for hold in holds)
    lines = [
        _line(key, hold, audience, named=not hidden_lists)
        for key, hold in zip(keys, holds, strict=True)
    ]
    priced = any(field in line.entries for line in lines for field in MONEY)
    if not priced:
        lines = [_without(line, FORMULA) for line in lines]
    if lines:
        lines.append(_total(lines, holds))
    return Report(
        name=NAME,
        title="Holds & Drops",
        columns=[each for each in columns() if priced or each.field not in (*MONEY, FORMULA)],
        lines=lines,
        preamble=[
            title("element_id", f"{production.name}: Holds & Drops"),
            as_of("element_id", audience.as_of),
            *notes("found", "element_id", _sentences(holds, results, production, audience)),
        ],
        frozen_columns=2,
        tab_color="#2e7d32",
    )


def _line(key: str, hold: HoldLine, audience: Audience, *, named: bool) -> Line:
    contents: dict[str, Content] = {
        "element_id": hold.element_id,
        "name": hold.name,
        "performer": hold.performer if named else None,
        "work": hold.work,
        "hold": hold.hold,
        "travel": hold.travel,
        "start": hold.start,
        "finish": hold.finish,
        "drop": hold.drop[0] if hold.drop else None,
        "pickup": hold.drop[1] if hold.drop else None,
        "drop_days": hold.drop_days or None,
    }
    entries = {
        field: from_cells(content, hold.at)
        for field, content in contents.items()
        if content not in (None, "")
    }
    if why := _why(hold, named=named):
        entries["legal"] = from_cells(words.sentence(why), hold.at, note=hold.clause)
    entries |= money(key, hold, audience)
    if named and FORMULA not in entries and hold.no_rate:
        entries[FORMULA] = from_cells(words.sentence(hold.no_rate), hold.at)
    entries["source"] = place_entry(hold.at, audience.book)
    return Line(key, entries)


def _why(hold: HoldLine, *, named: bool) -> str:
    """Why a drop is legal, or there is none; what is the same for everybody is said above."""
    if not hold.drop_legal:
        return hold.no_drop if hold.no_drop != NO_AGREEMENT else ""
    by_the_week = "; the figure is for deals by the day, this one is by the week"
    return hold.drop_legal + (by_the_week if named and hold.by_the_week else "")


def _without(line: Line, field: str) -> Line:
    return replace(line, entries={k: v for k, v in line.entries.items() if k != field})


def _total(lines: Sequence[Line], holds: Sequence[HoldLine]) -> Line:
    """The sums of days and money over the performers' lines."""
    cells = one_a_tab(hold.at for hold in holds)
    entries = {"name": from_cells("Total", *cells)}
    for field in _SUMMED:
        own = [line.entries[field] for line in lines if field in line.entries]
        if own:
            refs = (Ref(lines[0].key, field), Ref(lines[-1].key, field))
            sources = one_a_tab([*cells, *(cell for entry in own for cell in entry.sources)])
            figure = sum((_value(entry) for entry in own), Decimal(0))
            entries[field] = from_cells(Formula("=SUM({0}:{1})", refs, figure), *sources)
    return Line("total", entries, LineStyle.TOTAL)


def _value(entry: Entry) -> Decimal:
    content = entry.content
    return Decimal(str(content.value if isinstance(content, Formula) else content))


def _sentences(
    holds: Sequence[HoldLine], results: Results, production: Production, audience: Audience
) -> Iterator[str]:
    """What there is to know before the table, or why there is none."""
    doods, hidden = tables_of(results, audience, "dood")
    if hidden:
        yield f"A day-out-of-days stands in {words.spreadsheets(hidden)} and is not shown here."
    if not holds:
        if not doods:
            yield "No day-out-of-days was recognised, so nobody's days could be counted."
        else:
            yield "The day-out-of-days names nobody with a work day."
        return
    on_hold = sum(hold.hold for hold in holds)
    yield f"{words.count(len(holds), 'performer')}, {words.count(on_hold, 'hold day')}."
    droppable = [hold.name for hold in holds if hold.drop is not None]
    if droppable:
        yield f"A drop would spare hold days of {words.listed(droppable)}."
    if any(hold.no_drop == NO_AGREEMENT for hold in holds):
        yield (
            "Where no drop is named, no agreement was chosen that says how long one must last: "
            "choose it under 'agreements' in the settings."
        )
    yield from _money_left_out(holds, results, production, audience)


def _money_left_out(
    holds: Sequence[HoldLine], results: Results, production: Production, audience: Audience
) -> Iterator[str]:
    """Say which spreadsheets keep rates from being shown, or what currency they are in."""
    costs = [cost for hold in holds for cost in (hold.paid_cost, hold.drop_saves) if cost]
    cells: list[Cell] = [cell for hold in holds for cell in hold.rate_sources]
    cells += [cell for cost in costs for cell in cost.sources]
    kept = audience.kept_from(cells)
    if kept:
        yield f"Rates and costs come from {words.spreadsheets(kept)} and are left out here."
    elif not cells and not tables_of(results, audience, *_PEOPLE)[1]:
        yield "Nothing is priced: no cast or crew list gives a performer's rate."
    elif cells:
        yield f"Money in {production.currency}, in whole units."
