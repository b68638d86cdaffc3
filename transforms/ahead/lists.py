"""What the lists say of the next days: crew who start and wrap, papers that end, hires due back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.table import Table
from schemas.values.marks import Booking
from transforms import words
from transforms.facts import Facts
from transforms.people.deals import listed
from transforms.planning.permits import sites
from transforms.records import records
from transforms.results import Ahead, Happening

_ENDS = (("start_date", Happening.START), ("end_date", Happening.FINISH))


def events(facts: Facts, days: frozenset[date]) -> Iterator[Ahead]:
    """People of the lists whom no day-out-of-days has, then things."""
    scheduled = _scheduled(facts)
    for kind in ("cast", "crew"):
        table = facts.table(kind)
        if table is not None and not (kind == "cast" and scheduled["cast"]):
            yield from _people(table, days, scheduled[kind])
    done_with = {"permits": _done_with(facts)}
    for kind, named in _PAPERS.items():
        table = facts.table(kind)
        if table is not None:
            yield from _papers(table, days, done_with.get(kind, frozenset()), *named)
    if (hired := facts.table("equipment")) is not None:
        yield from _due_back(hired, days)


def _scheduled(facts: Facts) -> dict[str, frozenset[int]]:
    """The lines of each list that the day-out-of-days has, and so tells the days of."""
    if facts.table("dood") is None:
        return {"cast": frozenset(), "crew": frozenset()}
    return {
        kind: frozenset(label for labels in joined.values() for label in labels)
        for kind, joined in (("cast", facts.roster.cast), ("crew", facts.roster.crew))
    }


def _people(table: Table, days: frozenset[date], scheduled: frozenset[int]) -> Iterator[Ahead]:
    rows = dict(records(table.frame))
    for label, deal in listed(table).items():
        record = rows[label]
        if label in scheduled or not deal.name or deal.status is Booking.DECLINED:
            continue
        job = [record.get("department"), record.get("position") or record.get("role")]
        detail = ", ".join(str(part) for part in job if part)
        if deal.status is Booking.PENCILLED:
            detail = f"{detail}; pencilled" if detail else "pencilled"
        for field, what in _ENDS:
            if (when := record.get(field)) in days:
                yield Ahead(when, what, deal.name, detail, deal.cell(field))


_PAPERS = {
    "permits": ("Permit", ("location", "permit_number", "type"), ("authority",)),
    "insurance": ("Insurance", ("cover", "policy_number"), ("insurer",)),
}
"""Kind -> what it is, the fields that name it, those that say more."""


def _done_with(facts: Facts) -> frozenset[int]:
    """The permits that outlast the last scene at each of their places: nobody minds their end."""
    if facts.table("permits") is None or facts.table("one_liner") is None:
        return frozenset()
    lasts: dict[int, list[bool]] = {}
    for site in facts.once(sites):
        last = max((scene.date for scene in site.scenes if scene.date), default=date.max)
        for permit in site.permits:
            lasts.setdefault(permit.label, []).append(permit.end is not None and permit.end >= last)
    return frozenset(label for label, enough in lasts.items() if all(enough))


def _papers(
    table: Table,
    days: frozenset[date],
    done_with: frozenset[int],
    what: str,
    names: tuple[str, ...],
    more: tuple[str, ...],
) -> Iterator[Ahead]:
    """Papers whose last day is near."""
    for label, record in records(table.frame):
        if label not in done_with and (when := record.get("end_date")) in days:
            said = [str(record[name]) for name in names if record.get(name)]
            detail = ", ".join(str(record[name]) for name in more if record.get(name))
            who = f"{what}: {', '.join(said)}" if said else what
            cell = table.cell(label, "end_date")
            yield Ahead(when, Happening.EXPIRES, who, detail, cell)


def _due_back(table: Table, days: frozenset[date]) -> Iterator[Ahead]:
    """Hires that end, by vendor: forty lenses of one rental are one thing to do."""
    due: dict[tuple[date, str], list[int]] = {}
    rows = dict(records(table.frame))
    for label, record in rows.items():
        if (when := record.get("end_date")) in days and not record.get("returned"):
            due.setdefault((when, str(record.get("vendor") or "")), []).append(label)
    for (when, vendor), labels in due.items():
        things = [str(rows[label].get("description") or "") for label in labels]
        detail = words.listed([thing for thing in things if thing])
        cells = tuple(table.cell(label, "end_date") for label in labels)
        who = vendor or "Hired equipment"
        yield Ahead(when, Happening.DUE_BACK, who, detail, cells[0], cells[1:])
