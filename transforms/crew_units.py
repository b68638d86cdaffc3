"""People whom the crew list has on two units at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from model.issue import Severity
from schemas.values.marks import Booking
from transforms import words
from transforms.deals import Deal, listed
from transforms.facts import Facts
from transforms.names import fold
from transforms.records import Record, records
from transforms.rule import Finding
from transforms.units import unit_of


def on_two_units(facts: Facts) -> Iterator[Finding]:
    """People whom the crew list has on two units at once."""
    crew = facts.table("crew")
    if crew is None:
        return
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
            if any(_differ(rows[first.label], rows[second.label], by) for by in ("phone", "email")):
                continue
            yield _on_units(first, second, units, overlap)


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


def _on_units(first: Deal, second: Deal, units: list[str], days: tuple[date, date]) -> Finding:
    """Describe one clash of the crew list."""
    begins, ends = days
    when = f"from {words.day(begins)}" if ends == date.max else words.span(begins, ends)
    confirmed = first.confirmed and second.confirmed
    earlier = min((first, second), key=lambda deal: deal.start or date.min)
    open_end = earlier.end is None
    aside = "" if confirmed else "; only pencilled"
    aside += "; the earlier line has no end date" if open_end else ""
    return Finding(
        message=f"{second.name} is on the {words.listed(units)} units at once, {when}{aside}",
        at=second.cell("name"),
        related=(first.cell("name"), first.cell("end_date"), second.cell("start_date")),
        subject=second.name,
        dates=(begins,) if ends == date.max else (begins, ends),
        severity=None if confirmed and not open_end else Severity.INFO,
        suggestion="Correct the dates, or take one of the two units off.",
    )
