"""Minor's hours exceeded.

Why: how long a child may be on set, and at which hours, is law; no parent and no producer may
waive it. Wrap the minor first.

Looked at: performers under eighteen by the cast list's date of birth (or age), against the chosen
law's hours for that age: from call to wrap less the meal, the hours of the day between which they
may be there, and the hours of a week (Monday to Sunday). Whether the next day is a school day no
sheet says: a wrap that only a day without school allows is a warning on a weekday's eve. How much
of the time was school, rest or work is on no sheet either, and is not checked. Where the times have
a column for the most hours of somebody, as a child's licence states them, a minor's hours less the
meals are held to it as well.

Flags:
    Settings: agreements = california-minors

    Cast:
    | # | Role | Actor      | DOB        |
    | 1 | LILY | Mia Larsen | 2018-05-01 |
    | 2 | NOAH | Leo Grant  | 2009-05-01 |

    Times:
    | Date       | Name       | Character | Call  | Lunch Out | Lunch In | Wrap    |
    | 2026-03-02 | Mia Larsen | LILY      | 8:00a | 12:00p    | 12:30p   | *5:00p* |
    | 2026-03-03 | Leo Grant  | NOAH      | 2:00p | 6:00p     | 6:30p    | *10:30p* |

Flags:
    Times:
    | Date       | Name       | Role        | Call  | Lunch Out | Lunch In | Wrap    | Licence Max |
    | 2026-05-19 | Mia Larsen | Ada, age 15 | 9:00  | 12:30     | 13:30    | 18:30   | 9.5         |
    | 2026-05-20 | Mia Larsen | Ada, age 15 | 8:30  | 12:30     | 13:30    | *19:15* | 9.5         |
    | 2026-05-20 | Hal Grant  | DoP         | 8:00  | 12:30     | 13:30    | 19:30   |             |

Passes:
    Settings: agreements = california-minors

    Cast:
    | # | Role | Actor      | DOB        |
    | 1 | LILY | Mia Larsen | 2018-05-01 |
    | 2 | NOAH | Leo Grant  | 2009-05-01 |
    | 3 | ANA  | Ana Moreno | 1990-05-01 |

    Times:
    | Date       | Name       | Character | Call  | Lunch Out | Lunch In | Wrap   |
    | 2026-03-02 | Mia Larsen | LILY      | 8:00a | 12:00p    | 12:30p   | 4:30p  |
    | 2026-03-06 | Leo Grant  | NOAH      | 2:00p | 6:00p     | 6:30p    | 11:30p |
    | 2026-03-03 | Ana Moreno | ANA       | 8:00a | 12:00p    | 12:30p   | 11:30p |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from model.cell import Cell
from model.issue import Severity, Topic
from transforms import words
from transforms.agreements import FigureName
from transforms.choices import MinorsLaw
from transforms.facts import Facts
from transforms.needs import AnyColumn, Either, Sheet
from transforms.rule import Finding, rule
from transforms.times.day import WorkedDay, spoken
from transforms.times.days import days_worked
from transforms.times.limits import minors_limit
from transforms.times.minors import is_minor
from transforms.times.minors_day import Breach, breaches

_LAW = "No waiver is possible: wrap the minor first, and speak with the studio teacher."


@rule(
    "minors-hours-exceeded",
    on=(
        Sheet(("times",), ("call", "wrap")),
        Either(AnyColumn("cast", ("birth_date", "age")), AnyColumn("times", ("hours_limit",))),
        Either(MinorsLaw(), AnyColumn("times", ("hours_limit",))),
    ),
    severity=Severity.ERROR,
    topic=Topic.CONFLICT,
)
def minors_hours_exceeded(facts: Facts) -> Iterator[Finding]:
    """One finding for each minor and day beyond the law's hours, and for each week beyond them."""
    zone = ZoneInfo(facts.production.time_zone)
    for days in facts.once(days_worked).values():
        minor = [day for day in days if is_minor(day)]
        for day in minor:
            if found := list(breaches(facts, day, zone)):
                yield _describe(day, found)
        for _, week in groupby(minor, key=lambda day: day.day.isocalendar()[:2]):
            yield from _week(facts, list(week))


def _describe(day: WorkedDay, found: Sequence[Breach]) -> Finding:
    cells = list(dict.fromkeys(day.cells[each.field] for each in found))
    doubtful = all(each.doubtful for each in found)
    return Finding(
        message=f"{day.name} on {words.day(day.day)}: {'; '.join(each.words for each in found)}",
        at=cells[0],
        related=_others(cells, day),
        subject=day.name,
        dates=(day.day,),
        suggestion=_LAW,
        clause="; ".join(dict.fromkeys(each.clause for each in found)),
        severity=Severity.WARNING if doubtful else None,
    )


def _others(cells: Sequence[Cell], day: WorkedDay) -> tuple[Cell, ...]:
    """The cells of call and wrap that the finding is not at."""
    both = (*cells[1:], day.cells["call"], day.cells["wrap"])
    return tuple(cell for cell in dict.fromkeys(both) if cell != cells[0])


def _week(facts: Facts, week: Sequence[WorkedDay]) -> Iterator[Finding]:
    """A week of a minor that has more hours than the law allows."""
    most = minors_limit(facts, FigureName.MINORS_WEEK_MOST)
    total = sum((day.worked for day in week), timedelta())
    if most is None or total <= most.hours:
        return
    last, dates = week[-1], tuple(day.day for day in week)
    yield Finding(
        message=(
            f"{last.name} has {spoken(total)} in the week of {words.days(dates)}: "
            f"{spoken(most.hours)} are the most"
        ),
        at=last.cells["wrap"],
        related=tuple(day.cells["wrap"] for day in week[:-1]),
        subject=last.name,
        dates=dates,
        suggestion=_LAW,
        clause=most.clause(*dates),
    )
