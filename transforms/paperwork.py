"""Paper that should be signed before somebody starts: who starts soon, or has, without it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from transforms import words
from transforms.deals import Deal, listed
from transforms.facts import Facts
from transforms.on_the_list import at_work
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
        days = at_work(facts, kind)
        signed = {label for label, record in records(table.frame) if record.get(field)}
        for label, deal in listed(table).items():
            start = _earlier(deal.start, days[label][0] if label in days else None)
            if label in signed or not deal.confirmed or start is None or start > soon:
                continue
            if deal.end is None or deal.end >= facts.production.today:
                yield _describe(deal, start, field, paper, facts.production.today)


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
