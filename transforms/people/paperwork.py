"""Paper that should be signed before somebody starts: who starts soon, or has, without it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from model.table import CrewGrid, Table
from transforms import words
from transforms.facts import Facts
from transforms.people.deals import Deal, listed
from transforms.people.on_the_list import Days, at_work, on_grid
from transforms.records import records
from transforms.rule import Finding

_MANY = 8
"""People without a paper of whom nothing need be said one by one, where nobody has it."""
_MOST = 0.5
"""Share of a list for whom a further column must be ticked to be one that everybody needs."""


def unsigned(facts: Facts, fields: Sequence[str], paper: str) -> Iterator[Finding]:
    """A finding for each line of the cast and crew lists that lacks a paper it should have by now.

    So do the lines of a crew grid with such a column, where the crew list has none.

    The paper is wanted from so many days before the start as the settings say, and of who has
    finished without it: payroll cannot pay them. A blank counts as not signed; somebody who is only
    pencilled, or has no start, is left alone. ``fields`` are the columns for it: the first, and
    further ones that a list keeps.
    """
    for kind in ("cast", "crew"):
        table = facts.table(kind)
        if table is not None and table.has(fields[0]):
            yield from _on_list(facts, table, at_work(facts, kind), fields, paper)
    crew = facts.table("crew")
    for grid in facts.tables("crew_grid") if crew is None or not crew.has(fields[0]) else ():
        if isinstance(grid, CrewGrid) and grid.has(fields[0]):
            yield from _on_list(facts, grid, on_grid(grid), fields, paper)


def _on_list(
    facts: Facts, table: Table, days: Days, fields: Sequence[str], paper: str
) -> Iterator[Finding]:
    """The lines of one list, or of a crew grid that keeps such a column, that lack the paper."""
    today = facts.production.today
    soon = today + timedelta(days=facts.production.thresholds.deal_memo_days)
    kept, deals = _kept(table, fields), listed(table)
    found: list[Finding] = []
    due = 0
    for label, record in records(table.frame):
        deal, worked = deals[label], days.get(label)
        lacking = [name for name in kept[record.get("place") or 0] if not record.get(name)]
        start = _earlier(deal.start, worked[0] if worked else None)
        if deal.confirmed and deal.name and start and start <= soon:
            due += 1
            end = deal.end or (worked[1] if worked else None)
            found += [_describe(deal, (start, end), lacking, paper, today)] if lacking else []
    if len(found) == due >= _MANY:
        yield _nobodys(found, paper)
    else:
        yield from found


def _nobodys(found: Sequence[Finding], paper: str) -> Finding:
    """One finding where nobody has the paper: a column that is not kept, as often as not."""
    return Finding(
        message=f"None of the {len(found)} people who started, or start soon, has {paper} by "
        f"{found[0].at.tab}",
        at=found[0].at,
        related=tuple(each.at for each in found[1:]),
        subject=words.counted(len(found), "person", "people"),
        dates=found[0].dates,
        expected=found[0].expected,
        suggestion="See whether the column is kept at all; mark there what is signed.",
    )


def _kept(table: Table, fields: Sequence[str]) -> list[list[str]]:
    """The columns that each of the lists keeps: a further one where it is ticked for the most."""
    found = []
    for number, place in enumerate(table.places):
        own = table.frame[table.frame["place"] == number] if "place" in table.frame else table.frame
        there = [name for name in fields if name in place.columns]
        used = [name for name in there[1:] if (own[name].eq(True)).mean() >= _MOST]
        found.append([*there[:1], *used])
    return found


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((when for when in (one, other) if when is not None), default=None)


def _describe(
    deal: Deal, when: tuple[date, date | None], lacking: Sequence[str], paper: str, today: date
) -> Finding:
    start, end = when
    dated = (deal.cell("start_date"),) if deal.start == start else ()
    said = f"{'started' if start < today else 'starts'} on {words.day(start)}"
    if end is not None and end < today:
        said = f"worked {words.span(start, end)}"
    return Finding(
        message=f"{deal.name} {said} without {paper}",
        at=deal.cell(lacking[0]),
        related=(*map(deal.cell, lacking[1:]), *dated),
        subject=deal.name,
        dates=(start,),
        expected=f"{paper}, before the first day",
        suggestion=f"Get {paper} signed, or mark it here if it is.",
    )
