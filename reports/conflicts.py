"""The Conflicts tab: what clashes in the schedule, for coordinators and assistant directors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from model.cell import Cell
from model.issue import Issue, Topic
from model.production import Production
from model.report import Column, Entry, Line, Report, Role, Style
from reports import words
from reports.audience import Audience
from reports.entries import as_of, from_cells, notes, place_entry, title
from reports.keys import keyed
from reports.urgency import bites, soonest
from reports.withheld import left_out, visible
from transforms.results import Results

NAME = "conflicts"
OPEN = "Open"
_AFTER_NAME = re.compile(r": |; | \(")
"""What ends a clause's name within its citation."""


def build(results: Results, production: Production, audience: Audience) -> Report:
    """Every conflict that these readers may see, gravest first, then soonest."""
    conflicts = [issue for issue in results.issues if issue.topic is Topic.CONFLICT]
    shown = sorted(
        keyed(visible(conflicts, audience)),
        key=lambda each: (
            each[1].severity.rank,
            soonest(each[1], production.today),
            each[1].order,
        ),
    )
    sentences = [
        _how_many([issue for _, issue in shown], results),
        *left_out(conflicts, audience, "conflict"),
    ]
    return Report(
        name=NAME,
        title="Conflicts",
        columns=list(_columns()),
        lines=[_line(key, issue, production, audience) for key, issue in shown],
        preamble=[
            title("severity", f"{production.name}: Conflicts"),
            as_of("severity", audience.as_of),
            *notes("found", "severity", sentences),
        ],
        frozen_columns=3,
        fold_after=production.thresholds.resolved_days,
        tab_color="#b3261e",
    )


def _columns() -> Iterator[Column]:
    yield Column("severity", "Severity", Style.SEVERITY, width=65)
    yield Column(
        "days",
        "Days Until",
        Style.COUNT,
        width=50,
        note=(
            "Days from the as-of date until it bites: the first of its dates that is still to "
            "come. 0 is today; a minus means that all of its dates are past."
        ),
    )
    yield Column("who", "Who", Style.WRAPPED, width=110, note="Who or what it is about.")
    yield Column("dates", "Dates", Style.WRAPPED, width=120)
    yield Column("message", "What", Style.WRAPPED, width=260, note="Rest on a cell: what to do.")
    yield Column(
        "rule",
        "Rule",
        Style.WRAPPED,
        width=110,
        note="The rule's name: `topsheet rules NAME` explains it.",
    )
    yield Column(
        "clause",
        "Clause",
        Style.WRAPPED,
        width=150,
        note="The agreement's clause behind it; rest on the cell for its source.",
    )
    yield Column("where", "Where", width=100, note="The cell that it was found at, as a link.")
    yield Column("also", "Also", width=100, note="The cell that it clashes with, as a link.")
    yield Column("also_2", "Also 2", width=100, note="A further cell that it clashes with.")
    yield Column(
        "money",
        "Money at Stake",
        Style.MONEY,
        width=75,
        note="What it costs or would cost, where a rate is known; each figure says how.",
    )
    yield Column(
        "account",
        "Account",
        Style.CODE,
        width=70,
        note="The budget's account that it would hit, where the deal or the budget names one.",
    )
    yield from _people_columns()


def _people_columns() -> Iterator[Column]:
    yield Column(
        "first_seen",
        "First Seen",
        Style.DATE,
        Role.ONCE,
        width=80,
        note="The run that first found it.",
    )
    yield Column(
        "status",
        "Status",
        width=70,
        note="Open, or resolved with its date once it no longer applies. A line with words of "
        "yours stays, grey, and is folded away below after some days (settings: resolved_days).",
    )
    yield Column("owner", "Owner", Style.PERSON, Role.PERSON, width=75, note="Yours to type in.")
    yield Column(
        "acknowledged",
        "Acknowledged",
        Style.PERSON,
        Role.PERSON,
        width=110,
        note="Yours: who knows of it, and since when.",
    )
    yield Column("note", "Note", Style.PERSON, Role.PERSON, width=120, note="Yours to type in.")


def _line(key: str, issue: Issue, production: Production, audience: Audience) -> Line:
    cells = (issue.at, *issue.related)
    bite = bites(issue, production.today)
    contents = {
        "severity": issue.severity.value,
        "days": (bite - production.today).days if bite else None,
        "who": issue.subject,
        "dates": words.dates(issue.dates),
        "message": issue.message,
        "rule": issue.code,
        "status": OPEN,
    }
    entries = {
        field: from_cells(content, *cells)
        for field, content in contents.items()
        if content not in (None, "")
    }
    if issue.suggestion:
        entries["message"] = from_cells(issue.message, *cells, note=issue.suggestion)
    if issue.clause:
        entries["clause"] = _clause(issue.clause, cells)
    entries |= _places(issue.at, issue.related, audience.book)
    entries["first_seen"] = Entry(production.today)
    cost = audience.cost(issue.cost)
    if cost is not None:
        entries["money"] = from_cells(cost.amount, *cells, *cost.cells, note=cost.explained)
        if hit := cost.account or cost.category:
            entries["account"] = from_cells(hit, *cells, *cost.cells, note=cost.category)
    return Line(key, entries)


def _places(at: Cell, related: Sequence[Cell], book: str) -> dict[str, Entry]:
    """Links to the conflict's cells; the last one says how many more there are."""
    entries = {"where": place_entry(at, book)}
    if related:
        entries["also"] = place_entry(related[0], book)
    if len(related) > 1:
        entries["also_2"] = place_entry(related[1], book, more=len(related) - 2)
    return entries


def _clause(clause: str, cells: Sequence[Cell]) -> Entry:
    """Agreement and clause by name; all of it, its source included, in the cell's note."""
    agreement, colon, rest = clause.partition(": ")
    brief = f"{agreement}{colon}{_AFTER_NAME.split(rest, maxsplit=1)[0]}"
    return from_cells(brief, *cells, note=clause if clause != brief else "")


def _how_many(shown: Sequence[Issue], results: Results) -> str:
    """How many conflicts of which severity, and what was not looked at: silence claims nothing."""
    missing = len(results.not_checked)
    unchecked = words.could_not_run(missing)
    if not shown:
        if missing:
            return f"No conflicts found in what could be checked; {unchecked}."
        return "No conflicts found; every rule could run."
    found = f"{words.count(len(shown), 'conflict')}: {words.severities(shown)}."
    return f"{found} {unchecked}." if missing else found
