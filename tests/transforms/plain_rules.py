"""The date rules once more, slow and obvious: loops over days, from the rules' manuals alone.

Nothing of the rooms is used but the values of a random world. A finding is where it is told (unit,
row, column) and the days that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.transforms.worlds import FIRST_COL, FIRST_ROW, World, atoms

Spot = tuple[int, int, int]
Found = tuple[Spot, tuple[date, ...]]
HOLIDAYS = {date(2026, 4, 3), date(2026, 5, 25), date(2026, 6, 19), date(2026, 7, 3)}
"""Good Friday, Memorial Day, Juneteenth, and the Friday for Independence Day, a Saturday."""
ONE = timedelta(days=1)


@dataclass(frozen=True)
class Mark:
    """A cell of a unit."""

    day: date
    unit: int
    row: int
    col: int
    role: str
    person: str
    is_: frozenset[str]

    @property
    def spot(self) -> Spot:
        return self.unit, self.row, self.col


def marks_of(world: World) -> list[Mark]:
    """All cells in the order of units, rows and days."""
    performer = {deal.role: deal.performer or deal.role for deal in world.cast}
    found = []
    for number, unit in enumerate(world.units):
        for place, row in enumerate(unit.rows):
            for col, day in enumerate(unit.days):
                if day in row.marks:
                    found.append(
                        Mark(
                            day, number, FIRST_ROW + place, FIRST_COL + col, row.role,
                            performer[row.role], atoms(row.marks[day]),
                        )
                    )  # fmt: skip
    return found


def by_role(marks: list[Mark]) -> list[list[Mark]]:
    """Each role's marks by day; on one day in the order of the sheets."""
    roles = dict.fromkeys(mark.role for mark in marks)
    return [
        sorted((mark for mark in marks if mark.role == role), key=lambda mark: mark.day)
        for role in roles
    ]


def by_person(marks: list[Mark]) -> list[list[Mark]]:
    people = dict.fromkeys(mark.person for mark in marks)
    return [
        sorted((mark for mark in marks if mark.person == person), key=lambda mark: mark.day)
        for person in people
    ]


def work_days(own: list[Mark]) -> dict[date, Mark]:
    """Each day of work with the first cell that says so."""
    found: dict[date, Mark] = {}
    for mark in own:
        if "work" in mark.is_ and mark.day not in found:
            found[mark.day] = mark
    return found


def runs(days: dict[date, Mark]) -> Iterator[list[date]]:
    """Days that follow each other."""
    run: list[date] = []
    for day in sorted(days):
        if run and day != run[-1] + ONE:
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def in_a_row(world: World, least: int, most: int) -> Iterator[Found]:
    for own in by_person(marks_of(world)):
        days = work_days(own)
        for run in runs(days):
            if least <= len(run) <= most:
                yield days[run[least - 1]].spot, tuple(run)


def sixth(world: World) -> Iterator[Found]:
    return in_a_row(world, 6, 6)


def seventh(world: World) -> Iterator[Found]:
    return in_a_row(world, 7, 14)


def fifteenth(world: World) -> Iterator[Found]:
    return in_a_row(world, 15, 10_000)


def weekly_rest(world: World) -> Iterator[Found]:
    """Seven days, between two rests of two days, with six work days or more."""
    for own in by_person(marks_of(world)):
        days = work_days(own)
        long = {day for run in runs(days) if len(run) >= 6 for day in run}
        stretch: list[date] = []
        for day in [*sorted(days), date.max]:
            if stretch and (day - stretch[-1]).days > 2:
                yield from _restless(stretch, days, long)
                stretch = []
            stretch.append(day)


def _restless(stretch: list[date], days: dict[date, Mark], long: set[date]) -> Iterator[Found]:
    told: set[date] = set()
    begin = stretch[0]
    while begin + 6 * ONE <= stretch[-1]:
        week = [begin + number * ONE for number in range(7)]
        work = [day for day in week if day in days]
        ends_on_work = week[0] in days or week[6] in days
        if ends_on_work and len(work) >= 6 and not long & set(work):
            told |= set(work)
        begin += ONE
    if told:
        dates = sorted(told)
        taken = next(day for day in dates[1:] if day - ONE not in days)
        yield days[taken].spot, tuple(dates)


def without_copies(own: list[Mark]) -> list[Mark]:
    """Marks without those of rows that repeat an earlier row."""
    seen, kept = [], []
    for row in sorted({(mark.unit, mark.row) for mark in own}):
        theirs = [mark for mark in own if (mark.unit, mark.row) == row]
        said = [(row[0], m.role, m.day, "work" in m.is_, "travel" in m.is_) for m in theirs]
        if sorted(said) not in seen:
            seen.append(sorted(said))
            kept += theirs
    return sorted(kept, key=own.index)


def double_booked(world: World) -> Iterator[Found]:
    """One person's work on two units, or on two rows of one role; the same rows are one finding.

    A row that is an earlier one of its unit and role over again, mark for mark, books nobody twice.
    """
    for everything in by_person(marks_of(world)):
        own = without_copies(everything)
        clash: list[tuple[date, list[Mark]]] = []
        for day in [*sorted({mark.day for mark in own}), date.max]:
            here = [mark for mark in own if mark.day == day and {"work", "travel"} & mark.is_]
            if len({mark.unit for mark in here}) < 2:
                twice = [(mark.unit, mark.role) for mark in here]
                here = [mark for mark in here if twice.count((mark.unit, mark.role)) > 1]
            rows = {(mark.unit, mark.row) for mark in here}
            is_clash = any("work" in mark.is_ for mark in here)
            goes_on = clash and day != date.max and day == clash[-1][0] + ONE
            if clash and not (
                goes_on and is_clash and rows == {(m.unit, m.row) for m in clash[-1][1]}
            ):
                cells = sorted(mark.spot for _, those in clash for mark in those)
                yield cells[0], tuple(day for day, _ in clash)
                clash = []
            if is_clash:
                clash.append((day, here))


def outside_deal(world: World) -> Iterator[Found]:
    """Work, travel and hold days before a role's deal, and those after it."""
    deals = {deal.role: deal for deal in world.cast}
    for own in by_role(marks_of(world)):
        deal = deals[own[0].role]
        paid = [mark for mark in own if {"work", "travel", "hold"} & mark.is_]
        for outside in (
            [mark for mark in paid if deal.start and mark.day < deal.start],
            [mark for mark in paid if deal.end and mark.day > deal.end],
        ):
            if outside:
                yield outside[0].spot, tuple(sorted({mark.day for mark in outside}))


def holiday(world: World) -> Iterator[Found]:
    """One finding for each holiday and unit on which anybody works."""
    marks = marks_of(world)
    for unit in range(len(world.units)):
        for day in HOLIDAYS:
            here = [m.spot for m in marks if m.unit == unit and m.day == day and "work" in m.is_]
            if here:
                yield min(here), (day,)


def hold_outside(world: World) -> Iterator[Found]:
    """Holds before the start, after the finish, while dropped, on a day off; in a row are one."""
    marks = marks_of(world)
    off = {(mark.unit, mark.day) for mark in marks if "off" in mark.is_}
    for own in by_role(marks):
        days = sorted(work_days(own))
        dropped = False
        told: dict[str, list[Mark]] = {}
        for at, mark in enumerate(own):
            if "pickup" in mark.is_:
                dropped = False
            if "drop" in mark.is_:
                dropped = True
            if not _is_held(mark):
                continue
            sides = (reversed(own[:at]), own[at + 1 :])
            near = [next((m for m in side if (m.unit, m.day) not in off), None) for side in sides]
            carried = all(other is not None and _is_held(other) for other in near)
            why = (
                "never" if not days
                else "before" if mark.day < days[0]
                else "after" if mark.day > days[-1]
                else "dropped" if dropped
                else "off" if (mark.unit, mark.day) in off and not carried
                else ""
            )  # fmt: skip
            if why:
                told.setdefault(why, []).append(mark)
        for those in told.values():
            yield from _stretches(those)


def _is_held(mark: Mark) -> bool:
    return "hold" in mark.is_ and "work" not in mark.is_


def _stretches(marks: list[Mark]) -> Iterator[Found]:
    """Marks whose days follow each other (or are the same day) as one finding each."""
    stretch: list[Mark] = []
    for mark in marks:
        if stretch and mark.day > stretch[-1].day + ONE:
            yield stretch[0].spot, tuple(each.day for each in stretch)
            stretch = []
        stretch.append(mark)
    yield stretch[0].spot, tuple(each.day for each in stretch)


def pickups(own: list[Mark]) -> Iterator[tuple[Mark, Mark | None]]:
    """Each pick-up of a role with the drop before it; a second such mark of a day says it again."""
    drop: Mark | None = None
    told: set[tuple[date, bool, bool]] = set()
    for mark in own:
        event = (mark.day, "drop" in mark.is_, "pickup" in mark.is_)
        if event in told:
            continue
        told.add(event)
        if "pickup" in mark.is_:
            yield mark, drop
            drop = None
        if "drop" in mark.is_:
            drop = mark


def pickup_without(world: World) -> Iterator[Found]:
    for own in by_role(marks_of(world)):
        for mark, drop in pickups(own):
            if drop is None:
                yield mark.spot, (mark.day,)


def short_drop(world: World) -> Iterator[Found]:
    """A pick-up ten calendar days after the drop or sooner; or after a second drop."""
    for own in by_role(marks_of(world)):
        drops = 0
        for mark, drop in pickups(own):
            if drop is not None:
                drops += 1
                if (mark.day - drop.day).days <= 10 or drops > 1:
                    yield mark.spot, (drop.day, mark.day)


def hold_cost(world: World) -> Iterator[Found]:
    """The longest held gap of more than ten days between work days of a role never dropped yet."""
    for own in by_role(marks_of(world)):
        if any("drop" in mark.is_ for mark in own):
            continue
        days = work_days(own)
        best: tuple[int, Found] | None = None
        for last, after in zip(sorted(days), sorted(days)[1:], strict=False):
            held = [mark for mark in own if last < mark.day < after and "hold" in mark.is_]
            many = len({mark.day for mark in held})
            if (after - last).days > 10 and many and (best is None or many > best[0]):
                best = many, (held[0].spot, (last, after))
        if best:
            yield best[1]


def off_day(world: World) -> Iterator[Found]:
    """Work on a day that as many others have off, or that has no number between numbered ones.

    A day off that is a holiday is the holiday's.
    """
    marks = marks_of(world)
    for number, unit in enumerate(world.units):
        for day in unit.days:
            here = [mark for mark in marks if mark.unit == number and mark.day == day]
            work = [mark.spot for mark in here if "work" in mark.is_]
            off = [mark for mark in here if "off" in mark.is_]
            unnumbered = bool(unit.shoot) and day not in unit.shoot
            between = unnumbered and min(unit.shoot) < day < max(unit.shoot)
            marked = bool(off) and (unnumbered or len(off) >= len(work))
            told_as_holiday = day in HOLIDAYS
            if work and (between or marked) and not told_as_holiday:
                yield min(work), (day,)


def out_of_sequence(world: World) -> Iterator[Found]:
    """Numbers that do not follow; of one wrong number among right ones, that one alone."""
    for number, unit in enumerate(world.units):
        days = [day for day in unit.days if day in unit.shoot]
        wanted: int | None = None
        for place, day in enumerate(days):
            here = int(unit.shoot[day])
            if wanted is not None and here != wanted:
                yield (number, 3, FIRST_COL + unit.days.index(day)), (day,)
                after = int(unit.shoot[days[place + 1]]) if place + 1 < len(days) else None
                here = wanted if after == wanted + 1 else here
            wanted = here + 1


def weekday(world: World) -> Iterator[Found]:
    """Days in a row, of those that state a weekday, whose weekday is not the date's."""
    for number, unit in enumerate(world.units):
        run: list[date] = []
        for day in [*(day for day in unit.days if day in unit.weekdays), None]:
            if day is not None and unit.weekdays[day] != day.weekday():
                run.append(day)
            elif run:
                yield (number, 2, FIRST_COL + unit.days.index(run[0])), tuple(run)
                run = []


def start(world: World) -> Iterator[Found]:
    """An S after the first work day of its unit, unless after a finish; or none where most have."""
    marks = marks_of(world)
    for own in by_role(marks):
        for here in _engagements(own):
            days = sorted(work_days(here))
            finished = False
            for mark in here:
                if "start" in mark.is_ and days and days[0] < mark.day and not finished:
                    yield mark.spot, (days[0], mark.day)
                finished = finished or "finish" in mark.is_
    yield from _lacking(marks, "start", "pickup", first=True)


def finish(world: World) -> Iterator[Found]:
    """An F before the last work day of its unit; or none where most have one."""
    marks = marks_of(world)
    for own in by_role(marks):
        for here in _engagements(own):
            days = sorted(work_days(here))
            for mark in here:
                if "finish" in mark.is_ and days and days[-1] > mark.day:
                    yield mark.spot, (mark.day, days[-1])
    yield from _lacking(marks, "finish", "drop", first=False)


def _engagements(own: list[Mark]) -> Iterator[list[Mark]]:
    """A role's marks unit by unit; line by line where each line has an S and an F."""
    for unit in sorted({mark.unit for mark in own}):
        here = [mark for mark in own if mark.unit == unit]
        lines = [[mark for mark in here if mark.row == row] for row in {mark.row for mark in here}]
        said = [frozenset().union(*(mark.is_ for mark in line)) for line in lines]
        yield from lines if all({"start", "finish"} <= each for each in said) else [here]


def _lacking(marks: list[Mark], what: str, instead: str, *, first: bool) -> Iterator[Found]:
    """First (last) work marks of roles without an S (F), where half of the unit's have theirs."""
    ends: dict[int, list[tuple[Mark, bool]]] = {}
    for own in by_role(marks):
        work = [mark for mark in own if "work" in mark.is_]
        if work:
            end = work[0] if first else work[-1]
            ends.setdefault(end.unit, []).append((end, any(what in mark.is_ for mark in own)))
    for those in ends.values():
        if sum(has for _, has in those) * 2 >= len(those):
            for end, has in those:
                if not has and instead not in end.is_:
                    yield end.spot, (end.day,)


PLAIN = {
    "sixth-consecutive-day": sixth,
    "seventh-consecutive-day": seventh,
    "fifteenth-consecutive-day": fifteenth,
    "no-weekly-rest": weekly_rest,
    "double-booked": double_booked,
    "outside-deal-dates": outside_deal,
    "holiday-work": holiday,
    "hold-outside-span": hold_outside,
    "pickup-without-drop": pickup_without,
    "short-drop": short_drop,
    "hold-cost": hold_cost,
    "work-on-off-day": off_day,
    "shoot-day-out-of-sequence": out_of_sequence,
    "weekday-differs": weekday,
    "start-not-first-work": start,
    "finish-not-last-work": finish,
}
