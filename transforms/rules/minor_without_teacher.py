"""Minor without a teacher.

Why: minors may not work without a studio teacher (in Britain a chaperone and a tutor), and a
teacher minds only so many; without one the minor is sent home, and the day with them.

Looked at: work days of performers whom the cast list calls minors (a column for it, for the age or
the date of birth, or a remark such as "(K)"), until their eighteenth birthday, against the studio
teachers, tutors and chaperones of the crew list, or without one of crew grids of fifteen positions
and more: on the days on which a schedule has them work, else between their start and end. How many
minors a teacher may have comes from the chosen law or agreement; Saturdays and Sundays count as
days without school. A chaperone does on such days, on holidays, in July and August, and where
nobody teaches at all; with a chaperone alone on a school day it is a warning. Days that follow each
other in the schedule are one finding.

Flags:
    Cast List:
    | No. | Role | Performer   | Minor |
    | 1   | ANA  | Ana Moreno  |       |
    | 2   | LILY | Mia Larsen  | Yes   |

    Crew:
    | Department | Position       | Name       | Start Date | End Date   |
    | Production | Studio Teacher | Jo Park    | 2026-03-04 | 2026-03-06 |
    | Grip       | Key Grip       | Tom Okafor | 2026-03-02 | 2026-03-20 |

    DOOD:
    | Cast   | 3/2 | 3/3  | 3/4 | 3/5 | 3/6 |
    |        | Mon | Tue  | Wed | Thu | Fri |
    | 1.ANA  | SW  | W    | W   | W   | WF  |
    | 2.LILY | TR  | *SW* | W   | W   | WF  |

Flags:
    Cast:
    | # | Role | Actor      | DOB        |
    | 1 | LILY | Mia Larsen | 2018-05-01 |

    DOOD:
    | #   | Role           | Performer    | 3/2 | 3/3 | 3/4 |
    |     |                |              | Mon | Tue | Wed |
    | 1   | LILY           | Mia Larsen   | SW  | *W* | WF  |
    | STUDIO TEACHERS |    |              |     |     |     |
    | ST1 | Studio Teacher | Joan Petraki | W   |     | W   |

Passes:
    Cast List:
    | No. | Role | Performer   | Minor |
    | 1   | ANA  | Ana Moreno  |       |
    | 2   | LILY | Mia Larsen  | Yes   |

    Crew:
    | Department | Position       | Name       | Start Date | End Date   |
    | Production | Studio Teacher | Jo Park    | 2026-03-03 | 2026-03-06 |
    | Grip       | Key Grip       | Tom Okafor | 2026-03-02 | 2026-03-20 |

    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 |
    |        | Mon | Tue | Wed | Thu | Fri |
    | 1.ANA  | SW  | W   | W   | W   | WF  |
    | 2.LILY | TR  | SW  | W   | W   | WF  |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.cell import Cell
from model.issue import Severity, Topic
from transforms import words
from transforms.agreements import Agreement, Figure, FigureName
from transforms.citation import cite
from transforms.facts import Facts
from transforms.needs import Either, Minors, ScheduledTeachers, Sheet
from transforms.people.bookings import weighed_together
from transforms.people.minors import Teacher, minors, of_age_from, teachers
from transforms.rule import Finding, rule

_SATURDAY = 5
_SUMMER = (7, 8)
_NEVER = date.max.toordinal()
_MOST = 20
"""Cells that a finding names."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A day on which minors work with too few teachers; ``limit`` is the figure that says so."""

    day: date
    marks: pd.DataFrame
    there: int
    limit: tuple[Agreement, Figure] | None
    minded: bool
    """Whether a chaperone is there."""


@rule(
    "minor-without-teacher",
    on=("dood", Either(Sheet(("crew",)), ScheduledTeachers()), Minors()),
    severity=Severity.ERROR,
    topic=Topic.CONFLICT,
)
def minor_without_teacher(facts: Facts) -> Iterator[Finding]:
    """One finding for each stretch of the minors' days that lack a teacher for one reason."""
    known = facts.once(teachers)
    marks = facts.attendance
    days = marks[marks["work"] & marks["element"].isin(facts.once(minors))]
    days = days[days["ordinal"] < days["element"].map(facts.once(of_age_from)).fillna(_NEVER)]
    days = days.sort_values(["ordinal", "place", "row"], kind="stable")
    stretch: list[_Day] = []
    for ordinal, own in days.groupby("ordinal"):
        short = _short(facts, date.fromordinal(int(str(ordinal))), own, known)
        if stretch and (short is None or _reason(short) != _reason(stretch[0])):
            yield _describe(facts, stretch, known)
            stretch = []
        stretch += [short] if short else []
    if stretch:
        yield _describe(facts, stretch, known)


def _reason(day: _Day) -> tuple[int, bool]:
    return day.there, day.minded


def _short(facts: Facts, day: date, marks: pd.DataFrame, known: list[Teacher]) -> _Day | None:
    """The day, if its minors have no teacher, or more than the law lets those there have."""
    there = sum(teacher.teaches(day.toordinal()) for teacher in _wanted(facts, day, known))
    free = day.weekday() >= _SATURDAY
    name = FigureName.TEACHER_FREE_DAY if free else FigureName.TEACHER_SCHOOL_DAY
    limit = facts.agreed(int(marks["element"].iloc[0]), name, day)
    if there == 0 or (limit and marks["person"].nunique() > there * limit[1].value):
        minded = any(each.minds_only and each.teaches(day.toordinal()) for each in known)
        return _Day(day, marks, there, limit, minded)
    return None


def _wanted(facts: Facts, day: date, known: list[Teacher]) -> list[Teacher]:
    """Who will do on a day: on school days teachers alone, where the production has any.

    Saturdays, Sundays, holidays and the summer are no school days.
    """
    teachers = [teacher for teacher in known if not teacher.minds_only]
    free = day.weekday() >= _SATURDAY or day.month in _SUMMER or day in facts.holidays
    return known if free or not teachers else teachers


def _describe(facts: Facts, stretch: list[_Day], known: list[Teacher]) -> Finding:
    marks = pd.concat([day.marks for day in stretch])
    elements = [int(element) for element in marks["element"].unique()]
    names = list(dict.fromkeys(facts.shown(element) for element in elements))
    cells = [facts.mark_cell(int(label)) for label in marks.index]
    dates = tuple(day.day for day in stretch)
    there, limit = stretch[0].there, stretch[0].limit
    gravity, aside = weighed_together(facts, elements)
    many = max(day.marks["person"].nunique() for day in stretch)
    who = words.listed(names, 6) if there == 0 else words.counted(many, "minor")
    verb = "works" if len(names) == 1 and there == 0 else "work"
    lacking = f", with {words.counted(there, 'teacher')} for them" if there else _nobody(known)
    return Finding(
        message=f"{who} {verb} on {words.days(dates)}{lacking}{aside}",
        at=cells[0],
        related=(*_of_teachers(known), *cells[1:_MOST]),
        subject=names[0] if len(names) == 1 else words.listed(names, 6),
        dates=dates,
        expected=_expected(limit),
        suggestion="Book a studio teacher for these days, or move the minors' work.",
        clause=cite(*limit, dates) if limit else "",
        severity=gravity or (Severity.WARNING if stretch[0].minded else None),
    )


def _nobody(known: list[Teacher]) -> str:
    """Who is lacking: nobody teaches at all, or not on these days."""
    if not known:
        return ", and the crew list has no studio teacher"
    return ", when no studio teacher is there"


def _of_teachers(known: list[Teacher]) -> Iterator[Cell]:
    """Where the crew list says when its teachers are there."""
    for teacher in known:
        if teacher.deal is not None:
            yield teacher.deal.cell("end_date" if teacher.deal.end else "position")


def _expected(limit: tuple[Agreement, Figure] | None) -> str:
    return f"a studio teacher for each {limit[1].value} minors" if limit else "a studio teacher"
