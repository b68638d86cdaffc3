"""Rest around days off too short.

Why: two days off that begin at four on a Saturday morning and end with a Monday's early call are
not the rest that was agreed: the hours that are missing are paid for. Move the call, or wrap the
week earlier.

Looked at: after a week's work days (as many as the agreement's week has, within seven days), the
hours from the last wrap to the next call, where two days off lie between; after six work days,
where one does. Before two days off, the days count too on which a day-out-of-days or a sheet of the
crew's days has somebody at work, or a performer on hold. Whoever begins within the week, and from
there on works on every day that others work, has a whole week from three days on; a holiday of the
week on which nobody works counts as one of its work days. Days off in the middle of a week are no
weekly rest, and more than two are told by nothing. The figure is the agreement's, or
`hours.weekly_rest` of the settings (for two days off) where no agreement governs the work: a week
or more of work with single days off alone, none after six days in a row, has not that either. That
a week had no days off at all is told by `no-weekly-rest`.

Flags:
    Settings: agreements = iatse-basic-2024

    Times:
    | Date       | Name       | Position | Call    | Wrap  |
    | 2026-03-02 | Mel Ortega | Key Grip | 7:00a   | 7:00p |
    | 2026-03-03 | Mel Ortega | Key Grip | 8:00a   | 8:00p |
    | 2026-03-04 | Mel Ortega | Key Grip | 10:00a  | 10:00p |
    | 2026-03-05 | Mel Ortega | Key Grip | 12:00p  | 12:00a |
    | 2026-03-06 | Mel Ortega | Key Grip | 4:00p   | 4:00a |
    | 2026-03-09 | Mel Ortega | Key Grip | *6:00a* | 6:00p |

Flags:
    Settings: weekly_rest = 54

    Times:
    | Date       | Name       | Position | Call    | Wrap   |
    | 2026-03-02 | Mel Ortega | Key Grip | 9:00a   | 9:00p  |
    | 2026-03-03 | Mel Ortega | Key Grip | 9:00a   | 9:00p  |
    | 2026-03-03 | Kim Sato   | Gaffer   | 9:00a   | 9:00p  |
    | 2026-03-04 | Mel Ortega | Key Grip | 9:00a   | 9:00p  |
    | 2026-03-04 | Kim Sato   | Gaffer   | 9:00a   | 9:00p  |
    | 2026-03-05 | Kim Sato   | Gaffer   | 9:00a   | 9:00p  |
    | 2026-03-06 | Mel Ortega | Key Grip | 1:00p   | 1:00a  |
    | 2026-03-06 | Kim Sato   | Gaffer   | 1:00p   | 1:00a  |
    | 2026-03-09 | Mel Ortega | Key Grip | 6:00a   | 6:00p  |
    | 2026-03-09 | Kim Sato   | Gaffer   | *6:00a* | 6:00p  |

Flags:
    Settings: weekly_rest = 48

    Times:
    | Date       | Name       | Position | Call     | Wrap  |
    | 2026-03-02 | Mel Ortega | Key Grip | 8:00a    | 7:00p |
    | 2026-03-03 | Mel Ortega | Key Grip | 8:00a    | 7:00p |
    | 2026-03-04 | Mel Ortega | Key Grip | 8:00a    | 7:00p |
    | 2026-03-05 | Mel Ortega | Key Grip | 8:00a    | 7:00p |
    | 2026-03-06 | Mel Ortega | Key Grip | 8:00a    | 7:00p |
    | 2026-03-08 | Mel Ortega | Key Grip | *11:00a* | 7:00p |

Flags:
    Settings: holidays = MX; weekly_rest = 58

    Times:
    | Date       | Name       | Position | Call    | Wrap  |
    | 2026-03-13 | Mel Ortega | Key Grip | 7:00a   | 5:00p |
    | 2026-03-17 | Mel Ortega | Key Grip | 7:00a   | 5:00p |
    | 2026-03-18 | Mel Ortega | Key Grip | 7:00a   | 5:00p |
    | 2026-03-19 | Mel Ortega | Key Grip | 7:00a   | 5:00p |
    | 2026-03-20 | Mel Ortega | Key Grip | 11:00a  | 9:30p |
    | 2026-03-23 | Mel Ortega | Key Grip | *6:30a* | 5:00p |

Flags:
    Settings: agreements = sag-aftra-theatrical-2023

    Cast:
    | # | Role | Performer  | Start Date | End Date   |
    | 1 | ANA  | Ida Holm   | 2026-03-02 | 2026-03-13 |
    | 2 | BEN  | Tom Okafor | 2026-03-05 | 2026-03-13 |
    | 3 | CY   | Eva Lind   | 2026-03-02 | 2026-03-13 |

    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 | 3/9 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Mon |
    | 1.ANA | SW  | H   | H   | W   | W   |     |     | WF  |
    | 2.BEN |     |     |     | SW  | W   |     |     | WF  |
    | 3.CY  | SW  | W   | W   | W   | W   | W   |     | WF  |

    Times:
    | Date       | Name       | Call    | Wrap   |
    | 2026-03-05 | Ida Holm   | 1:00p   | 9:00p  |
    | 2026-03-05 | Tom Okafor | 1:00p   | 9:00p  |
    | 2026-03-06 | Ida Holm   | 2:00p   | 10:00p |
    | 2026-03-06 | Tom Okafor | 2:00p   | 10:00p |
    | 2026-03-06 | Eva Lind   | 2:00p   | 10:00p |
    | 2026-03-09 | Ida Holm   | *5:00a* | 2:00p  |
    | 2026-03-09 | Tom Okafor | 5:00a   | 2:00p  |
    | 2026-03-09 | Eva Lind   | 5:00a   | 2:00p  |

Passes:
    Settings: weekly_rest = 58

    Times:
    | Date       | Name       | Position | Call    | Wrap  |
    | 2026-03-09 | Mel Ortega | Key Grip | 7:00a   | 5:00p |
    | 2026-03-17 | Mel Ortega | Key Grip | 7:00a   | 5:00p |
    | 2026-03-18 | Mel Ortega | Key Grip | 7:00a   | 5:00p |
    | 2026-03-19 | Mel Ortega | Key Grip | 7:00a   | 5:00p |
    | 2026-03-20 | Mel Ortega | Key Grip | 11:00a  | 9:30p |
    | 2026-03-23 | Mel Ortega | Key Grip | 6:30a   | 5:00p |

Passes:
    Settings: agreements = iatse-basic-2024

    Times:
    | Date       | Name       | Position | Call   | Wrap  |
    | 2026-03-02 | Mel Ortega | Key Grip | 7:00a  | 7:00p |
    | 2026-03-03 | Mel Ortega | Key Grip | 8:00a  | 8:00p |
    | 2026-03-04 | Mel Ortega | Key Grip | 10:00a | 10:00p |
    | 2026-03-05 | Mel Ortega | Key Grip | 12:00p | 12:00a |
    | 2026-03-06 | Mel Ortega | Key Grip | 4:00p  | 4:00a |
    | 2026-03-09 | Mel Ortega | Key Grip | 11:00a | 11:00p |
    | 2026-03-02 | Kim Sato   | Gaffer   | 4:00p  | 4:00a |
    | 2026-03-04 | Kim Sato   | Gaffer   | 6:00a  | 6:00p |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from model.issue import Severity, Topic
from transforms import words
from transforms.agreements import FigureName
from transforms.choices import HoursFigure
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule
from transforms.times.day import WorkedDay, spoken
from transforms.times.days import days_worked
from transforms.times.engaged import Engaged, engaged
from transforms.times.instants import wall
from transforms.times.limits import Limit, limit
from transforms.times.pricing import forced_call
from transforms.times.rest import Rest, rests

_USUAL_WEEK = 5
_MOST = 3
_CALENDAR_WEEK = 7
_WEEKEND = 2


@rule(
    "weekly-rest-short",
    on=(
        Sheet(("times",), ("call", "wrap")),
        HoursFigure((FigureName.WEEKLY_REST_TWO, FigureName.WEEKLY_REST_ONE), "weekly_rest"),
    ),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def weekly_rest_short(facts: Facts) -> Iterator[Finding]:
    """One finding for each weekly rest that is shorter than agreed, at the call that ends it."""
    zone = ZoneInfo(facts.production.time_zone)
    everybodys = facts.once(_everybodys)
    for person, days in facts.once(days_worked).items():
        own = facts.once(engaged)[person]
        for rest in rests(days):
            if any(rest.before.day < day < rest.after.day for day in own.worked):
                continue
            week = _engaged(_begun(rest, days, everybodys), days, own)
            week = _with_holidays(facts, week, everybodys, own)
            agreed = _agreed(facts, week, zone)
            if agreed is not None and rest.length < agreed.hours:
                yield _describe(facts, rest, agreed, zone)
        for rest, said in _single_days_off(facts, days):
            yield _describe(facts, rest, said, zone)


def _single_days_off(facts: Facts, days: Sequence[WorkedDay]) -> Iterator[tuple[Rest, Limit]]:
    """The single days off in a week or more of work in which nobody has the settings' rest.

    One finding for each such stretch. After six days in a row a single day off is the week's own.
    """
    said = limit(facts, days[0], FigureName.WEEKLY_REST_TWO)
    if said is None or said.agreement is not None:
        return
    for enough, group in groupby(rests(days), key=lambda rest: rest.length >= said.hours):
        own = list(group)
        whole = (own[-1].after.day - own[0].before.day).days + 1 >= _CALENDAR_WEEK
        lone = [rest for rest in own if rest.free == 1 and rest.run <= _USUAL_WEEK]
        if whole and lone and not enough and all(rest.free < _WEEKEND for rest in own):
            yield lone[0], said


def _everybodys(facts: Facts) -> Counter[date]:
    """How many people work on each day."""
    return Counter(day.day for days in facts.once(days_worked).values() for day in days)


def _begun(rest: Rest, days: Sequence[WorkedDay], everybodys: Counter[date]) -> Rest:
    """A rest after the week in which somebody began, as after a whole one.

    From the first day on they worked on each day that others worked on.
    """
    if rest.free != _WEEKEND:
        return rest
    first, last, own = days[0].day, rest.before.day, {day.day for day in days}
    others = {day for day, people in everybodys.items() if people > (day in own)}
    shared = {day for day in others if first <= day <= last}
    off = not any(last < day < rest.after.day for day in others)
    if not off or not shared <= own or (last - first).days >= _CALENDAR_WEEK:
        return rest
    return replace(rest, week=max(rest.week, _USUAL_WEEK)) if len(shared) >= _MOST else rest


def _engaged(rest: Rest, days: Sequence[WorkedDay], own: Engaged) -> Rest:
    """A rest of two days after a week in which the schedules have more days of somebody."""
    if rest.free != _WEEKEND:
        return rest
    last = rest.before.day
    known = {day.day for day in days} | own.worked | own.held
    week = sum(0 <= (last - day).days < _CALENDAR_WEEK for day in known)
    return replace(rest, week=max(rest.week, week))


def _with_holidays(facts: Facts, rest: Rest, everybodys: Counter[date], own: Engaged) -> Rest:
    """A rest after a week of which a holiday was a day: one that would have been worked else."""
    last = rest.before.day
    kept = [
        day
        for day in facts.holidays
        if 0 < (last - day).days < _CALENDAR_WEEK
        and day.weekday() < _USUAL_WEEK
        and not everybodys[day]
        and day not in own.worked | own.held
    ]
    return replace(rest, week=rest.week + len(kept))


def _agreed(facts: Facts, rest: Rest, zone: ZoneInfo) -> Limit | None:
    """The rest that is due around the days off, where they end a week's work."""
    week = _week(facts, rest.before)
    if rest.free == 1 and rest.week > week:
        return limit(facts, rest.before, FigureName.WEEKLY_REST_ONE)
    if rest.free != 2 or rest.week < week:
        return None
    late = limit(facts, rest.before, FigureName.LATE_CALL)
    if late is not None and _clock(rest, zone) >= late.hours:
        reduced = limit(facts, rest.before, FigureName.WEEKLY_REST_TWO_LATE)
        if reduced is not None:
            return reduced
    return limit(facts, rest.before, FigureName.WEEKLY_REST_TWO)


def _week(facts: Facts, day: WorkedDay) -> int:
    """Work days of a week."""
    agreed = limit(facts, day, FigureName.WORKWEEK)
    return int(agreed.value) if agreed else _USUAL_WEEK


def _clock(rest: Rest, zone: ZoneInfo) -> timedelta:
    """The hour of the day at which the rest ends."""
    call = rest.after.call.astimezone(zone)
    return timedelta(hours=call.hour, minutes=call.minute)


def _describe(facts: Facts, rest: Rest, agreed: Limit, zone: ZoneInfo) -> Finding:
    before, after = rest.before, rest.after
    dates = (before.day, after.day)
    return Finding(
        message=(
            f"{after.name} has {spoken(rest.length)} around {words.counted(rest.free, 'day')} off, "
            f"from the wrap at {wall(before.wrap, zone)} of {words.day(before.day)} to the call at "
            f"{wall(after.call, zone)} on {words.day(after.day)}: {spoken(agreed.hours)} are agreed"
        ),
        at=after.cells["call"],
        related=(before.cells["wrap"],),
        subject=after.name,
        dates=dates,
        cost=forced_call(facts, after, agreed.hours - rest.length),
        expected=f"a call {spoken(agreed.hours - rest.length)} later",
        suggestion="Call later after the days off, or approve the cost.",
        clause=agreed.clause(*dates),
    )
