"""The Holds & Drops tab: each performer's days, what holds cost, what a drop would save."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from model.cell import Cell
from model.issue import Cost
from model.production import Production
from model.report import (
    Column,
    Content,
    Entry,
    Formula,
    Line,
    LineStyle,
    Ref,
    Report,
    Role,
    Style,
)
from reports import words
from reports.audience import Audience
from reports.entries import as_of, from_cells, live, notes, one_a_tab, place_entry, title
from reports.keys import unique
from reports.withheld import tables_of
from transforms.results import HoldLine, Results

NAME = "holds-and-drops"
_MONEY = ("daily_rate", "hold_cost", "drop_saves")
_SUMMED = ("work", "hold", "travel", "hold_cost", "drop_saves")
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
    money = _money_shown(lines)
    if lines:
        lines.append(_total(lines, holds))
    return Report(
        name=NAME,
        title="Holds & Drops",
        columns=[each for each in _columns() if money or each.field not in _MONEY],
        lines=lines,
        preamble=[
            title("element_id", f"{production.name}: Holds & Drops"),
            as_of("element_id", audience.as_of),
            *notes("found", "element_id", _sentences(holds, results, production, audience)),
        ],
        frozen_columns=2,
        tab_color="#2e7d32",
    )


def _columns() -> Iterator[Column]:
    yield Column("element_id", "ID", Style.CODE, width=45)
    yield Column("name", "Character", width=120)
    yield Column("performer", "Performer", width=120)
    yield Column("start", "Start", Style.DATE, width=85)
    yield Column("finish", "Finish", Style.DATE, width=85)
    yield Column("work", "Work Days", Style.COUNT, width=55)
    yield Column("hold", "Hold Days", Style.COUNT, width=55)
    yield Column("travel", "Travel Days", Style.COUNT, width=55)
    yield from _money_columns()
    yield Column("remark", "Remark", Style.WRAPPED, width=165)
    yield Column("source", "Source", width=80, note="The performer's own row, as a link.")
    yield Column(
        "note", "Note", Style.PERSON, Role.PERSON, width=130, note="Yours: what was decided."
    )


def _money_columns() -> Iterator[Column]:
    yield Column(
        "daily_rate", "Daily Rate", Style.MONEY, width=75, note="From the deal, as a day's pay."
    )
    yield Column(
        "hold_cost",
        "Cost of Holds",
        Style.MONEY,
        width=80,
        note="Hold days at the daily rate; each figure's own note says how it came about.",
    )
    yield Column(
        "drop",
        "Best Drop",
        Style.WRAPPED,
        width=140,
        note=(
            "The best drop that the agreement allows: dropped after the first of these days, "
            "picked up again on the second."
        ),
    )
    yield Column("drop_days", "Days Dropped", Style.COUNT, width=65)
    yield Column(
        "drop_saves",
        "Drop Saves",
        Style.MONEY,
        width=80,
        note="Hold days that need not be paid for, at the daily rate.",
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
        "drop": _drop(hold.drop),
        "drop_days": hold.drop_days or None,
        "remark": hold.remark,
    }
    entries = {
        field: from_cells(content, hold.at)
        for field, content in contents.items()
        if content not in (None, "")
    }
    entries |= _money(key, hold, audience)
    entries["source"] = place_entry(hold.at, audience.book)
    return Line(key, entries)


def _drop(drop: tuple[date, date] | None) -> str:
    """A drop's two dates: the last day before it, and the day of the pick-up."""
    if drop is None:
        return ""
    last, pickup = drop
    return f"{words.short_day(last)} – {words.day(pickup)}"


def _money(key: str, hold: HoldLine, audience: Audience) -> dict[str, Entry]:
    """Rate, cost of holds and what a drop saves, as far as these readers may see them."""
    entries: dict[str, Entry] = {}
    rate = hold.daily_rate
    if rate is not None and audience.sees_money(hold.rate_sources):
        entries["daily_rate"] = from_cells(rate, hold.at, *hold.rate_sources)
    for field, cost in (("hold_cost", hold.hold_cost), ("drop_saves", hold.drop_saves)):
        if (seen := audience.cost(cost)) is not None:
            entries[field] = from_cells(
                _amount(key, field, seen, hold, rated="daily_rate" in entries),
                hold.at,
                *seen.sources,
                note=seen.formula,
            )
    return entries


def _amount(key: str, field: str, cost: Cost, hold: HoldLine, *, rated: bool) -> Content:
    """Days by rate as a formula where that is how the figure came about; else the figure."""
    if not rated or hold.daily_rate is None:
        return cost.amount
    days, count = ("hold", hold.hold) if field == "hold_cost" else ("drop_days", hold.drop_days)
    refs = (Ref(key, days), Ref(key, "daily_rate"))
    return live("={0}*{1}", refs, count * hold.daily_rate, cost.amount)


def _money_shown(lines: Sequence[Line]) -> bool:
    return any(field in line.entries for line in lines for field in _MONEY)


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
    yield from _money_left_out(holds, production, audience)


def _money_left_out(
    holds: Sequence[HoldLine], production: Production, audience: Audience
) -> Iterator[str]:
    """Say which spreadsheets keep rates from being shown, or what currency they are in."""
    costs = [cost for hold in holds for cost in (hold.hold_cost, hold.drop_saves) if cost]
    cells: list[Cell] = [cell for hold in holds for cell in hold.rate_sources]
    cells += [cell for cost in costs for cell in cost.sources]
    kept = audience.kept_from(cells)
    if kept:
        yield f"Rates and costs come from {words.spreadsheets(kept)} and are left out here."
    elif cells:
        yield f"Money in {production.currency}, in whole units."
