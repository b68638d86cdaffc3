"""Every person's days of work, out of the sheets of times: sorted, each day one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from model.cell import Cell
from model.table import Table
from transforms.people.deals import Deal, listed
from transforms.people.governed import Worker
from transforms.people.names import fold
from transforms.records import Record, records
from transforms.times.birth import Born, age_said, births
from transforms.times.day import Meal, WorkedDay
from transforms.times.instants import instant

if TYPE_CHECKING:
    from transforms.facts import Facts

_MEALS = (("meal1_start", "meal1_end"), ("meal2_start", "meal2_end"))
_LONGEST_PLANNED_MEAL = 1
"""Hours that a planned day's meals take, where only its call and wrap are planned."""

Days = Mapping[str, tuple[WorkedDay, ...]]


def days_worked(facts: Facts) -> Days:
    """Person -> the days on which they were called and wrapped, in order.

    A person who stands on several lines of one day (two jobs, two units) worked from the first
    call to the last wrap; what lies between is a break.
    """
    table = facts.table("times")
    if table is None:
        return {}
    zone = ZoneInfo(facts.production.time_zone)
    on_lists = _deals(facts)
    born = births(facts)
    found: dict[str, dict[date, list[WorkedDay]]] = defaultdict(lambda: defaultdict(list))
    for label, record in records(table.frame):
        person = person_of(facts, record)
        if person and (made := _day(table, label, record, zone)) is not None:
            made = _known(made, person, record, on_lists.get(person, ()), born.get(person))
            found[person][made.day].append(made)
    return {
        person: tuple(_one(found[person][day]) for day in sorted(found[person]))
        for person in sorted(found)
    }


def person_of(facts: Facts, record: Record) -> str:
    """Who a line is of: the person known by that name, else the name itself; "" for nobody.

    Exhibits that name a cast by their roles alone are of those who play them.
    """
    name = record.get("name")
    played = facts.once(_performers).get((fold(name), _number(record))) if name else None
    return played or (facts.identities.of(name) or fold(name) if name else "")


def _performers(facts: Facts) -> Mapping[tuple[str, str], str]:
    """Role and number on the cast list -> who plays it; a role that is two people's is nobody's."""
    cast = facts.table("cast")
    lines = [record for _, record in records(cast.frame)] if cast is not None else []
    people = {fold(record.get("name")) for record in lines}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in lines:
        role, name = fold(record.get("role")), record.get("name")
        if name and role and role not in people:
            found[role, _number(record)].add(facts.identities.of(name) or fold(name))
            found[role, ""].add(facts.identities.of(name) or fold(name))
    return {role: next(iter(those)) for role, those in found.items() if len(those) == 1}


def _number(record: Record) -> str:
    return str(record.get("element_id") or "").strip("#. ")


def _deals(facts: Facts) -> Mapping[str, tuple[Deal, ...]]:
    """Person -> their lines on the cast list, else on the crew list."""
    found: dict[str, list[Deal]] = {}
    for kind in ("crew", "cast"):
        table = facts.table(kind)
        here: dict[str, list[Deal]] = defaultdict(list)
        for deal in listed(table).values() if table is not None else ():
            if person := facts.identities.of(deal.name) or fold(deal.name):
                here[person].append(deal)
        found |= here
    return {person: tuple(own) for person, own in found.items()}


def _day(table: Table, label: int, record: Record, zone: ZoneInfo) -> WorkedDay | None:
    """A line as a day of somebody yet to be told; ``None`` where call, wrap or date is not."""
    begins = "makeup_call" if record.get("makeup_call") is not None else "call"
    ends = "makeup_wrap" if record.get("makeup_wrap") is not None else "wrap"
    day, call, wrap = record.get("date"), record.get(begins), record.get(ends)
    if not isinstance(day, date) or call is None or wrap is None:
        return None
    start = instant(day, int(call), zone)
    meals = tuple(_meals(table, label, record, day, zone, start))
    end = instant(day, int(wrap), zone, after=meals[-1].end if meals else start)
    breakfast, eaten = record.get("ndb"), record.get("ndb_end")
    length = record.get("meals")
    unplaced = timedelta(hours=float(length)) if length is not None and not meals else timedelta()
    return WorkedDay(
        person="",
        name=str(record.get("name")),
        day=day,
        call=start,
        wrap=end,
        meals=meals,
        unplaced=unplaced,
        breakfast=instant(day, int(breakfast), zone) if breakfast is not None else None,
        breakfast_ends=instant(day, int(eaten), zone) if eaten is not None else None,
        breakfast_given=bool(record.get("ndb_given")),
        cells={
            name: table.cell(label, field)
            for name, field in (
                *(("name", "name"), ("call", begins), ("wrap", ends)),
                ("limit", "hours_limit"),
            )
        },
        worker=Worker("crew"),
        deals=(),
        department=str(record.get("department") or ""),
        position=str(record.get("position") or ""),
        planned=planned_hours(record),
        age=age_said(f"{record.get('role') or ''} {record.get('position') or ''}"),
        most=record.get("hours_limit"),
    )


def _meals(
    table: Table, label: int, record: Record, day: date, zone: ZoneInfo, after: datetime
) -> Iterator[Meal]:
    """The meals whose beginning and end are both said."""
    for number, (begins, ends) in enumerate(_MEALS, start=1):
        start, end = record.get(begins), record.get(ends)
        if start is not None and end is not None:
            first = instant(day, int(start), zone, after)
            after = instant(day, int(end), zone, first)
            yield Meal(first, after, table.cell(label, begins), number=number)


def planned_hours(record: Record) -> Decimal | None:
    """The hours planned for a day: as stated, else from planned call to wrap less an hour."""
    stated, call, wrap = (record.get(n) for n in ("planned_hours", "planned_call", "planned_wrap"))
    if stated is not None:
        return Decimal(str(stated))
    if call is None or wrap is None:
        return None
    return Decimal(int(wrap) - int(call)) / 60 - _LONGEST_PLANNED_MEAL


def _known(
    made: WorkedDay, person: str, record: Record, deals: Sequence[Deal], born: Born | None
) -> WorkedDay:
    """A day with who worked it, and what tells their agreement."""
    said = deals[0].worker if deals else None
    side = said.side if said else "cast" if record.get("role") else "crew"
    worker = Worker(
        side=side,
        union=(said.union if said else "") or str(record.get("union") or ""),
        department=(said.department if said else "") or made.department,
        position=(said.position if said else "") or made.position,
        rate_unit=said.rate_unit if said else "",
    )
    return replace(
        made,
        person=person,
        worker=worker,
        deals=tuple(deals),
        department=made.department or worker.department or ("Cast" if side == "cast" else ""),
        position=made.position or (next(iter(deals[0].roles), "") if deals else ""),
        listed=_listed(made, deals),
        born=born.day if born else None,
        age=born.age if born else made.age,
    )


def _listed(made: WorkedDay, deals: Sequence[Deal]) -> tuple[Cell, ...]:
    """The cells of somebody's line on a list that complete what the line of times says."""
    if not deals:
        return ()
    job = "position" if deals[0].position else "role"
    said = {"department": made.department, job: made.position}
    return tuple(
        deals[0].cell(name) for name, own in said.items() if not own and getattr(deals[0], name)
    )


def _one(lines: Sequence[WorkedDay]) -> WorkedDay:
    """A person's lines of one day as one."""
    if len(lines) == 1:
        return lines[0]
    ordered = sorted(lines, key=lambda line: (line.call, line.wrap, line.cells["call"]))
    first, last = ordered[0], max(ordered, key=lambda line: line.wrap)
    meals = [meal for line in ordered for meal in line.meals]
    reach = first.wrap
    for before, line in pairwise(ordered):
        reach = max(reach, before.wrap)
        if line.call > reach:
            meals.append(Meal(reach, line.call, line.cells["call"], is_meal=False))
    return replace(
        first,
        wrap=last.wrap,
        meals=_apart(sorted(meals, key=lambda meal: (meal.start, meal.end))),
        unplaced=max(line.unplaced for line in ordered),
        cells={**first.cells, "wrap": last.cells["wrap"]},
        planned=next((line.planned for line in ordered if line.planned is not None), None),
    )


def _apart(meals: Sequence[Meal]) -> tuple[Meal, ...]:
    """Meals that stand on two lines alike, once."""
    kept: list[Meal] = []
    for meal in meals:
        if not kept or meal.start >= kept[-1].end:
            kept.append(meal)
    return tuple(kept)
