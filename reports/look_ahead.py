"""The Look-ahead tab: what the next seven days bring, a line a day and thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from model.cell import Cell
from model.issue import Issue, Severity, Topic
from model.production import Production
from model.report import Column, Content, Entry, Line, Report, Role, Style
from reports import words
from reports.audience import Audience
from reports.entries import as_of, from_cells, notes, place_entry, title
from reports.keys import issue_key, unique
from reports.urgency import bites
from reports.withheld import left_out, tables_of, visible
from transforms.ahead import DAYS_AHEAD
from transforms.results import Happening, Results

NAME = "look-ahead"
_PAPERS = {
    "no-deal-memo": "Deal memo",
    "no-start-paperwork": "Paperwork",
    "permit": "Permit",
    "insurance": "Insurance",
    "ticket": "Ticket",
}
"""What a finding is about, by its rule's name or by what that begins with; else a conflict."""
_SCHEDULE = ("dood", "crew", "cast")


@dataclass(frozen=True, slots=True)
class _Thing:
    """One line to be: an event, or a finding that bites."""

    day: date
    rank: int
    what: str
    who: str
    detail: str
    cells: tuple[Cell, ...]
    key: str
    severity: Severity | None = None
    todo: str = ""


def build(results: Results, production: Production, audience: Audience) -> Report:
    """Seven days from the run's date, each day's things in the order in which they matter."""
    near = [issue for issue in results.issues if _bites_soon(issue, production.today)]
    things = sorted(
        [
            *_events(results, near, audience),
            *(_finding(issue, production.today) for issue in visible(near, audience)),
        ],
        key=lambda thing: (thing.day, thing.rank, thing.who, thing.cells),
    )
    keys = unique(thing.key for thing in things)
    return Report(
        name=NAME,
        title="Look-ahead",
        columns=list(_columns()),
        lines=[_line(key, each, audience) for key, each in zip(keys, things, strict=True)],
        preamble=[
            title("day", f"{production.name}: Look-ahead"),
            as_of("day", audience.as_of),
            *notes("found", "day", _sentences(things, near, results, production, audience)),
        ],
        frozen_columns=4,
        fold_after=production.thresholds.resolved_days,
        tab_color="#1d4f91",
    )


def _bites_soon(issue: Issue, today: date) -> bool:
    """Whether it is a conflict, more than for information, whose next date is near."""
    if issue.topic is not Topic.CONFLICT or issue.severity is Severity.INFO:
        return False
    when = bites(issue, today)
    return when is not None and today <= when < today + timedelta(days=DAYS_AHEAD)


def _events(results: Results, near: Sequence[Issue], audience: Audience) -> Iterator[_Thing]:
    """What happens, as far as these readers may see it; what a finding tells is not told twice."""
    told = {
        (cell.book, cell.tab, cell.row) for issue in near for cell in (issue.at, *issue.related)
    }
    performers = _performers(results, audience)
    for each in results.ahead:
        at = each.at
        if not audience.sees((at, *each.related)):
            continue
        if each.what is Happening.EXPIRES and (at.book, at.tab, at.row) in told:
            continue
        key = f"{each.until or each.day}|{each.what}|{each.who}"
        cells = (at, *each.related)
        who = f"{each.who}{performers.get(each.who, '')}"
        yield _Thing(each.day, each.what.rank, each.what, who, each.detail, cells, key)


def _performers(results: Results, audience: Audience) -> Mapping[str, str]:
    """What is added to an element of the schedule: who plays it, where the lists may be shown."""
    if tables_of(results, audience, "cast", "crew")[1]:
        return {}
    return {
        ". ".join(filter(None, (hold.element_id, hold.name))): f" ({hold.performer})"
        for hold in results.holds
        if hold.performer and audience.sees([hold.at])
    }


def _finding(issue: Issue, today: date) -> _Thing:
    """A conflict, at the day on which it bites. Its key says no day: it moves as days pass."""
    starts = (what for begins, what in _PAPERS.items() if issue.code.startswith(begins))
    return _Thing(
        bites(issue, today) or today,
        len(Happening) + issue.severity.rank,
        next(starts, "Conflict"),
        issue.subject or "",
        issue.message,
        (issue.at, *issue.related),
        f"finding|{issue_key(issue)}",
        issue.severity,
        issue.suggestion,
    )


def _columns() -> Iterator[Column]:
    yield Column("day", "Day", width=45)
    yield Column("date", "Date", Style.DATE, width=90)
    yield Column(
        "what",
        "What",
        width=115,
        note="What the day brings: who starts, wraps, travels, waits; papers that are missing or "
        "end; conflicts that bite on that day.",
    )
    yield Column("who", "Who", Style.WRAPPED, width=200, note="Who or what it is about.")
    yield Column("detail", "Details", Style.WRAPPED, width=330, note="Rest on a cell: what to do.")
    yield Column(
        "severity",
        "Severity",
        Style.SEVERITY,
        width=70,
        note="Of a conflict: the Conflicts tab has all of it.",
    )
    yield Column("where", "Where", width=110, note="The cell that says so, as a link.")
    yield Column("also", "Also", width=110, note="A further cell, as a link.")
    yield Column("owner", "Owner", Style.PERSON, Role.PERSON, width=90, note="Yours to type in.")
    yield Column(
        "done", "Done", Style.PERSON, Role.PERSON, width=70, note="Yours: a tick, or a date."
    )
    yield Column("note", "Note", Style.PERSON, Role.PERSON, width=160, note="Yours to type in.")


def _line(key: str, thing: _Thing, audience: Audience) -> Line:
    contents: dict[str, Content] = {
        "day": words.short_day(thing.day).split()[0],
        "date": thing.day,
        "what": thing.what,
        "who": thing.who,
        "severity": thing.severity.value if thing.severity else None,
    }
    entries = {
        field: from_cells(content, *thing.cells)
        for field, content in contents.items()
        if content not in (None, "")
    }
    if thing.detail:
        entries["detail"] = from_cells(thing.detail, *thing.cells, note=thing.todo)
    entries |= _places(thing.cells, audience.book)
    return Line(key, entries)


def _places(cells: Sequence[Cell], book: str) -> dict[str, Entry]:
    entries = {"where": place_entry(cells[0], book)}
    if len(cells) > 1:
        entries["also"] = place_entry(cells[1], book, more=len(cells) - 2)
    return entries


def _sentences(
    things: Sequence[_Thing],
    near: Sequence[Issue],
    results: Results,
    production: Production,
    audience: Audience,
) -> Iterator[str]:
    """Which days these are, how much they bring, and what these readers may not see."""
    last = production.today + timedelta(days=DAYS_AHEAD - 1)
    days = words.span(production.today, last)
    if things:
        yield f"{days}: {_counted(things)}."
    else:
        yield "Nothing happens in the next seven days that the sheets tell of."
    seen, hidden = tables_of(results, audience, *_SCHEDULE)
    if hidden:
        yield f"What stands in {words.spreadsheets(hidden)} is left out here."
    elif not seen:
        yield "No day-out-of-days and no list of people was recognised, so there is little to tell."
    yield from left_out(near, audience, "conflict")


_COUNTED = {
    Happening.SHOOT: ("shooting day", ""),
    Happening.START: ("start", ""),
    Happening.PICKUP: ("pick-up", ""),
    Happening.FINISH: ("wrap", ""),
    Happening.TRAVEL: ("travel day", ""),
    Happening.EXPIRES: ("paper that expires", "papers that expire"),
}


def _counted(things: Sequence[_Thing]) -> str:
    """The numbers that a coordinator looks for first; what there is none of is not named."""
    numbers = Counter(thing.what for thing in things)
    for what in (Happening.START, Happening.FINISH):
        numbers[what] += numbers[Happening.ONLY_DAY]
    said = [
        words.count(numbers[what], one, many)
        for what, (one, many) in _COUNTED.items()
        if numbers[what]
    ]
    conflicts = sum(thing.severity is not None for thing in things)
    if conflicts:
        said.append(words.count(conflicts, "conflict"))
    return words.listed(said) if said else words.count(len(things), "thing")
