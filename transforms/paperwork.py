"""Paper that should be signed before somebody starts: who starts soon, or has, without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from transforms import words
from transforms.deals import Deal, listed
from transforms.facts import Facts
from transforms.records import records
from transforms.rule import Finding


def unsigned(facts: Facts, field: str, paper: str) -> Iterator[Finding]:
    """A finding for each line of the cast and crew lists that lacks a paper it should have by now.

    The paper is wanted from so many days before the start as the settings say, until the person has
    finished. A blank counts as not signed; somebody who is only pencilled, or has no start, is left
    alone.
    """
    soon = facts.production.today + timedelta(days=facts.production.thresholds.deal_memo_days)
    for kind in ("cast", "crew"):
        table = facts.table(kind)
        if table is None or not table.has(field):
            continue
        starts = _first_work(facts, kind)
        signed = {label for label, record in records(table.frame) if record.get(field)}
        for label, deal in listed(table).items():
            start = _earlier(deal.start, starts.get(label))
            if label in signed or not deal.confirmed or start is None or start > soon:
                continue
            if deal.end is None or deal.end >= facts.production.today:
                yield _describe(deal, start, field, paper, facts.production.today)


def _first_work(facts: Facts, kind: str) -> Mapping[int, date]:
    """The first work day that the day-out-of-days has for each line of a list."""
    if facts.table("dood") is None:
        return {}
    marks = facts.marks
    first = marks[marks["work"]].groupby("element")["ordinal"].min()
    joined = facts.roster.cast if kind == "cast" else facts.roster.crew
    days: dict[int, date] = {}
    for element, labels in joined.items():
        if element in first.index:
            when = date.fromordinal(int(first.loc[element]))
            for label in labels:
                days[label] = min(when, days.get(label, when))
    return days


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((when for when in (one, other) if when is not None), default=None)


def _describe(deal: Deal, start: date, field: str, paper: str, today: date) -> Finding:
    verb = "started" if start < today else "starts"
    return Finding(
        message=f"{deal.name} {verb} on {words.day(start)} without {paper}",
        at=deal.cell(field),
        related=(deal.cell("start_date"),) if deal.start == start else (),
        subject=deal.name,
        dates=(start,),
        expected=f"{paper}, before the first day",
        suggestion=f"Get {paper} signed, or mark it here if it is.",
    )
