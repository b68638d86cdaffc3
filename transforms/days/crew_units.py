"""People whom the crew list has on two units at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from model.issue import Severity
from schemas.values.marks import Booking
from transforms import words
from transforms.days import lent
from transforms.days.units import named, unit_of
from transforms.facts import Facts
from transforms.people.deals import Deal, listed
from transforms.people.names import fold
from transforms.records import Record, records
from transforms.rule import Finding

_LENT = re.compile(
    r"\b(?:off (?:main|[a-z] ?cam\w*|2u|2nd|1st|[a-z]+ unit)|(?:those|these) (?:days|dates)|"
    r"releas\w+|lent|on loan|loaned|borrow\w*|cover(?:s|ed|ing)?\b.*\b(?:main|unit|a cam\w*)|"
    r"swing(?:s|ing)?|moves? (?:over|to)|back (?:on|to) (?:main|a)|splits? (?:time|days)|"
    r"prete\w*|detache\w*|ausgeliehen|geliehen|springt|cedid[oa]|prestad[oa])\b"
)
"""A note on somebody's line by which one unit has let them go to the other for a while."""


def on_two_units(facts: Facts) -> Iterator[Finding]:
    """People whom the crew list has on two units at once.

    Where a crew grid has their days, it says on which unit they work, and the list is not asked.
    """
    crew = facts.table("crew")
    if crew is None:
        return
    worked = _worked_on_grids(facts)
    deals, rows = listed(crew), dict(records(crew.frame))
    by_name: dict[str, list[Deal]] = {}
    for deal in deals.values():
        if deal.status is Booking.DECLINED or deal.start is None:
            continue
        if person := facts.identities.of(deal.name):
            by_name.setdefault(person, []).append(deal)
    for lines in by_name.values():
        for first, second in combinations(lines, 2):
            units = [str(rows[deal.label].get("unit") or "").strip() for deal in (first, second)]
            names = {unit_of(unit) for unit in units}
            overlap = _overlap(first, second)
            if "" in names or len(names) == 1 or overlap is None:
                continue
            days = worked.get(first.label, set()) | worked.get(second.label, set())
            if any(overlap[0] <= date.fromordinal(day) <= overlap[1] for day in days):
                continue
            if any(_differ(rows[first.label], rows[second.label], by) for by in ("phone", "email")):
                continue
            notes = " ".join(fold(rows[deal.label].get("notes")) for deal in (first, second))
            yield _on_units(first, second, units, overlap, lent=bool(_LENT.search(notes)))


def _worked_on_grids(facts: Facts) -> Mapping[int, set[int]]:
    """Line of the crew list -> the days (by number) on which a crew grid has the person work."""
    marks = facts.crew_days.marks
    busy = marks[marks["work"] | marks["travel"]]
    found: dict[int, set[int]] = {}
    for element, day in zip(busy["element"].tolist(), busy["ordinal"].tolist(), strict=True):
        for label in facts.crew_days.lines[element]:
            found.setdefault(label, set()).add(day)
    return found


def _differ(one: Record, other: Record, by: str) -> bool:
    """Whether two lines both give this, and give it differently: two people of one name."""
    left, right = fold(one.get(by)), fold(other.get(by))
    return bool(left) and bool(right) and left != right


def _overlap(first: Deal, second: Deal) -> tuple[date, date] | None:
    """The days that two deals share; a deal without an end goes on."""
    if first.start is None or second.start is None:
        return None
    begins = max(first.start, second.start)
    ends = min(first.end or date.max, second.end or date.max)
    return (begins, ends) if begins <= ends else None


def _on_units(
    first: Deal, second: Deal, units: list[str], days: tuple[date, date], *, lent: bool
) -> Finding:
    """Describe one clash of the crew list; for information where a note says they are ``lent``."""
    begins, ends = days
    when = f"from {words.day(begins)}" if ends == date.max else words.span(begins, ends)
    confirmed = first.confirmed and second.confirmed
    earlier = min((first, second), key=lambda deal: deal.start or date.min)
    open_end = earlier.end is None
    aside = "" if confirmed else "; only pencilled"
    aside += "; the earlier line has no end date" if open_end else ""
    aside += "; a note says that one unit lets them go to the other" if lent else ""
    return Finding(
        message=f"{second.name} is on the {words.listed(units)} units at once, {when}{aside}",
        at=second.cell("name"),
        related=(first.cell("name"), first.cell("end_date"), second.cell("start_date")),
        subject=second.name,
        dates=(begins,) if ends == date.max else (begins, ends),
        severity=None if confirmed and not open_end and not lent else Severity.INFO,
        suggestion="Correct the dates, or take one of the two units off.",
    )


def by_list_and_grid(facts: Facts) -> Iterator[Finding]:
    """People who work for a unit, by a crew grid, while the crew list has them on another.

    Lent for a day, as often as not: worth knowing, and no more. Where a grid of the other unit
    covers the day, it says where they are, and the crew list is not asked.
    """
    crew = facts.table("crew")
    if crew is None:
        return
    deals, rows = listed(crew), dict(records(crew.frame))
    units = {label: _unit(row) for label, row in rows.items()}
    placed = list(lent.of_grids(facts))
    kept = {
        (unit, each.mark.ordinal)
        for each in placed
        for unit in facts.crew_days.units[each.mark.element]
    }
    days: dict[tuple[int, int], list[lent.Mark]] = {}
    for each in placed:
        when = date.fromordinal(each.mark.ordinal)
        own = [
            label
            for label in facts.crew_days.lines[each.mark.element]
            if _covers(deals[label], when)
        ]
        if not each.mark.work or any(not units[one] or units[one] & each.unit for one in own):
            continue
        for label in own:
            asked = deals[label].confirmed and deals[label].end is not None
            if asked and not any((unit, each.mark.ordinal) in kept for unit in units[label]):
                days.setdefault((each.mark.element, label), []).append(each.mark)
    for (element, label), marks in days.items():
        yield _elsewhere(facts, element, deals[label], marks)


def _unit(row: Record) -> frozenset[str]:
    """The unit that a line of the crew list names, in its column or as its section."""
    said = str(row.get("unit") or "").strip()
    own = named(said, alone=True) or (frozenset({unit_of(said)}) if unit_of(said) else frozenset())
    return own or named(str(row.get("department") or ""))


def _covers(deal: Deal, when: date) -> bool:
    """Whether a line of the crew list is about a day; one that was declined never is."""
    return (
        deal.status is not Booking.DECLINED
        and deal.start is not None
        and deal.start <= when <= (deal.end or date.max)
    )


def _elsewhere(facts: Facts, element: int, deal: Deal, marks: Sequence[lent.Mark]) -> Finding:
    """Describe days on a grid of another unit than the crew list's."""
    cells = [facts.mark_cell(mark.label) for mark in marks]
    dates = tuple(date.fromordinal(mark.ordinal) for mark in marks)
    name = facts.shown(element)
    return Finding(
        message=f"{name} works on {words.days(dates)} by {cells[0].tab}; the crew list has them on "
        "another unit on these days",
        at=cells[0],
        related=(*cells[1:], deal.cell("unit"), deal.cell("start_date"), deal.cell("end_date")),
        subject=name,
        dates=dates,
        severity=Severity.INFO,
        suggestion="Say on the crew list when they are lent, or take them off the day.",
    )
