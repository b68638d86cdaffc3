"""Meal late: a meal penalty.

Why: each half-hour by which a meal is late is paid to everybody who waits for it. Break in time,
or know what finishing the shot costs.

Looked at: the time from the call to the first meal, and from the end of each meal to the next one
or to the wrap, against the agreement's figures, or `hours.meal_after` of the settings where no
agreement governs the work, or that of the whole crew says nothing of meals. A grace that the
agreement allows is no lateness; a non-deductible breakfast within its time starts the clock anew at
its end. On a day without any meal written, or without the first of two, and on one with such a
breakfast that no time is given for, nothing is told. Four people or more who waited for the same
meal as long are one finding.

Flags:
    Settings: agreements = iatse-basic-2024

    Times:
    | Date       | Name       | Position | Call  | Lunch Out | Lunch In | Wrap    |
    | 2026-03-02 | Mel Ortega | Key Grip | 7:00a | *1:45p*   | 2:15p    | 7:00p   |
    | 2026-03-03 | Mel Ortega | Key Grip | 7:00a | 1:00p     | 1:30p    | *9:00p* |

Passes:
    Settings: agreements = iatse-basic-2024

    Times:
    | Date       | Name       | Position | Call  | NDB   | Lunch Out | Lunch In | Wrap  |
    | 2026-03-02 | Mel Ortega | Key Grip | 7:00a |       | 1:12p     | 1:42p    | 7:30p |
    | 2026-03-03 | Mel Ortega | Key Grip | 7:00a |       |           |          | 9:00p |
    | 2026-03-04 | Mel Ortega | Key Grip | 7:00a |       | 1:00p     | 1:30p    | 7:42p |

Passes:
    Settings: agreements = sag-aftra-theatrical-2023

    Times:
    | Date       | Player | Character | Call  | ND in | ND out | Meal out | Meal in | Wrap  |
    | 2026-03-02 | Ana Li | BEA       | 6:00a | 7:30a | 7:50a  | 1:50p    | 2:20p   | 4:00p |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from model.issue import Severity, Topic
from transforms import words
from transforms.agreements import FigureName
from transforms.choices import HoursFigure
from transforms.facts import Facts
from transforms.money import pay
from transforms.needs import Sheet
from transforms.rule import Finding, rule
from transforms.times.day import WorkedDay, spoken
from transforms.times.days import days_worked
from transforms.times.instants import wall
from transforms.times.limits import limit
from transforms.times.meal_limits import late_on
from transforms.times.meals import Late, cell_of
from transforms.times.pricing import meal_penalties

_Waited = tuple[WorkedDay, list[Late]]
_MANY = 4
"""So many people who waited for the same meal as long are one finding."""


@rule(
    "meal-late",
    on=(
        Sheet(("times",), ("call", "meal1_start", "meal1_end", "wrap")),
        HoursFigure((FigureName.MEAL_AFTER,), "meal_after"),
    ),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def meal_late(facts: Facts) -> Iterator[Finding]:
    """One finding for each person and day; one for all of many who waited for the same meal."""
    waited: dict[tuple[object, ...], list[_Waited]] = defaultdict(list)
    for days in facts.once(days_worked).values():
        for day in days:
            if late := late_on(facts, day):
                same = tuple((meal.number, meal.due, meal.until) for meal in late)
                agreed = limit(facts, day, FigureName.MEAL_AFTER)
                clause = agreed.clause(day.day) if agreed else ""
                waited[day.day, same, clause].append((day, late))
    for people in waited.values():
        if len(people) < _MANY:
            for one in people:
                yield _describe(facts, [one])
        else:
            yield _describe(facts, people)


def _describe(facts: Facts, people: Sequence[_Waited]) -> Finding:
    people = sorted(people, key=lambda one: cell_of(one[0], one[1][0]))
    day, late = people[0]
    zone = ZoneInfo(facts.production.time_zone)
    agreed = limit(facts, day, FigureName.MEAL_AFTER)
    names = list(dict.fromkeys(one.name for one, _ in people))
    parts = "; ".join(_words(meal, zone) for meal in late)
    cells = [cell_of(one, meal) for one, meals in people for meal in meals]
    calls = [day.cells["call"]] if len(people) == 1 else []
    who = f"{words.listed(names)} on {words.day(day.day)}"
    return Finding(
        message=f"{who}: {parts}{_excuse(facts, day, late)}",
        at=cells[0],
        related=tuple(dict.fromkeys((*cells[1:], *calls))),
        subject=day.name if len(people) == 1 else words.counted(len(names), "person", "people"),
        dates=(day.day,),
        cost=pay.together(
            [meal_penalties(facts, one, meals) for one, meals in people],
            facts.production.currency,
        ),
        suggestion="Break for the meal in time, or approve the penalty.",
        clause=agreed.clause(day.day) if agreed else "",
    )


def _excuse(facts: Facts, day: WorkedDay, late: Sequence[Late]) -> str:
    """That an extension would excuse it, where the agreement has one that is long enough."""
    extension = limit(facts, day, FigureName.MEAL_EXTENSION)
    if extension is None or any(meal.by > extension.minutes for meal in late):
        return ""
    return f" (an extension of {extension.value:f} minutes to finish a shot would excuse it)"


def _words(late: Late, zone: ZoneInfo) -> str:
    """One late meal: "the 1st meal, due at 13:00, began at 13:45, 45 minutes late"."""
    due, until = wall(late.due, zone), wall(late.until, zone)
    half_hours = words.counted(late.half_hours, "half-hour")
    if late.eaten:
        return (
            f"the {words.times(late.number)} meal was due at {due} and began at {until}, "
            f"{spoken(late.by)} late ({half_hours})"
        )
    return (
        f"a {words.times(late.number)} meal was due at {due}, and work ended at {until} without "
        f"one ({half_hours})"
    )
