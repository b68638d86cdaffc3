"""No weekly rest.

Why: a week wants days off that follow each other; a single free day between two work days is too
short a rest under most agreements, and what is taken from it is paid.

Looked at: seven days between two rests, of which somebody works so many that fewer are free than
the chosen agreement wants. Free days that are enough but lie apart are left alone. Dates do not
tell hours: check call and wrap. Six work days in a row or more are findings of their own, and weeks
with one are left to them. All such weeks up to the next rest are one finding.

Flags:
    Settings: agreements = sag-aftra-theatrical-2023

    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 | 3/9 | 3/10 | 3/11 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Mon | Tue  | Wed  |
    | 1.ANA | SW  | W   | W   | W   | W   |     | *W* | W   |      | WF   |

Passes:
    Settings: agreements = sag-aftra-theatrical-2023

    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 | 3/9 | 3/10 | 3/11 |
    |        | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Mon | Tue  | Wed  |
    | 1.ANA  | SW  | W   | W   | W   | W   |     |     | W   | W    | WF   |
    | 2.BEN  | SW  | W   |     | W   | W   |     | W   | WF  |      |      |
    | 3.CARL | SW  | W   | W   | W   | W   | W   |     | W   | W    | WF   |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.issue import Severity, Topic
from transforms import words
from transforms.agreements import FigureName
from transforms.choices import AgreedFigure
from transforms.citation import cite
from transforms.days import work_days
from transforms.days.consecutive import scheduled
from transforms.days.weekly_rest import restless
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.people.bookings import weighed
from transforms.rule import Finding, rule


@rule(
    "no-weekly-rest",
    on=(Sheet(("dood", "crew_grid")), AgreedFigure(FigureName.DAYS_OFF)),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def no_weekly_rest(facts: Facts) -> Iterator[Finding]:
    """One finding for each stretch of weeks that lack the days off that the agreement wants."""
    days, told = facts.once(scheduled)
    wanted = {
        int(agreement.figures[FigureName.DAYS_OFF].value)
        for agreement in facts.agreements
        if FigureName.DAYS_OFF in agreement.figures
    }
    for free in sorted(wanted - {1}):
        for stretch in restless(days, free):
            run = [told[place] for place in stretch.days]
            yield from _judge(facts, run, stretch.days.index(stretch.taken), free)


def _judge(facts: Facts, run: list[work_days.Day], at: int, free: int) -> Iterator[Finding]:
    """The finding, where the agreement that governs the person wants so many days off.

    ``at`` is the place of the work day that comes too soon.
    """
    labels, elements = [day.label for day in run], [day.element for day in run]
    dates = tuple(date.fromordinal(day.ordinal) for day in run)
    agreed = facts.agreed(elements[at], FigureName.DAYS_OFF, dates[at])
    if agreed is None or agreed[1].value != free:
        return
    gravity, aside = weighed(facts, sorted(set(elements)))
    name, length = facts.shown(elements[at]), (dates[-1] - dates[0]).days + 1
    ends = dict.fromkeys((labels[at - 1], labels[0], labels[-1]))
    yield Finding(
        message=f"{name} works {len(dates)} of {length} days, {words.span(dates[0], dates[-1])}, "
        f"without {free} days off in a week: check the hours of rest{aside}",
        at=facts.mark_cell(labels[at]),
        related=tuple(facts.mark_cell(label) for label in ends if label != labels[at]),
        subject=name,
        dates=dates,
        expected=f"{free} days off in each week",
        suggestion="Give another day off, or check that call and wrap leave the hours that "
        "the agreement wants.",
        clause=cite(agreed[0], agreed[1], dates),
        severity=gravity,
    )
