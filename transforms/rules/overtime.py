"""Overtime.

Why: hours beyond the day are paid at one and a half, two or three times; whoever answers for the
budget wants to know on whom they went.

Looked at: hours worked from call to wrap less the meals, by the tiers of the agreement (some
count elapsed hours), or those of `hours.overtime_after` (at one and a half times) and
`hours.double_after` of the settings where no agreement governs the work. One finding for a person
and week (Monday to Sunday), for information. A day within the hours that the deal guarantees (of
a week, their share) is as agreed and paid anyway: it is not told. The money is what the week's
other days cost beyond the guaranteed hours, where the deal says a rate. Premiums of sixth and
seventh days and overtime of a week are not in it.

Flags:
    Settings: agreements = iatse-basic-2024

    Times:
    | Date       | Name       | Position | Call  | Lunch Out | Lunch In | Wrap   |
    | 2026-03-02 | Mel Ortega | Key Grip | 7:00a | 1:00p     | 1:30p    | *6:30p* |
    | 2026-03-03 | Mel Ortega | Key Grip | 7:00a | 1:00p     | 1:30p    | 9:30p  |
    | 2026-03-09 | Mel Ortega | Key Grip | 7:00a | 1:00p     | 1:30p    | *7:00p* |

Flags:
    Settings: agreements = iatse-basic-2024

    Crew:
    | Department | Position | Name       | Rate | Per  | Guarantee Hours |
    | Grip       | Key Grip | Mel Ortega | 50   | hour | 60              |

    Times:
    | Date       | Name       | Position | Call  | Lunch Out | Lunch In | Wrap   |
    | 2026-03-02 | Mel Ortega | Key Grip | 7:00a | 1:00p     | 1:30p    | 7:30p  |
    | 2026-03-03 | Mel Ortega | Key Grip | 7:00a | 1:00p     | 1:30p    | *9:30p* |

Passes:
    Settings: agreements = iatse-basic-2024

    Times:
    | Date       | Name       | Position | Call  | Lunch Out | Lunch In | Wrap   |
    | 2026-03-02 | Mel Ortega | Key Grip | 7:00a | 1:00p     | 2:00p    | 4:00p  |
    | 2026-03-03 | Mel Ortega | Key Grip | 7:00a |           |          | 3:00p  |

Passes:
    Settings: agreements = iatse-basic-2024

    Crew:
    | Department | Position | Name       | Rate | Per  | Guarantee Hours |
    | Grip       | Key Grip | Mel Ortega | 50   | hour | 60              |

    Times:
    | Date       | Name       | Position | Call  | Lunch Out | Lunch In | Wrap   |
    | 2026-03-02 | Mel Ortega | Key Grip | 7:00a | 1:00p     | 1:30p    | 7:30p  |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from model.issue import Severity, Topic
from transforms import words
from transforms.agreements import FigureName
from transforms.choices import HoursFigure
from transforms.facts import Facts
from transforms.money import pay
from transforms.money.rates import plain
from transforms.needs import Sheet
from transforms.rule import Finding, rule
from transforms.times.day import WorkedDay, hours
from transforms.times.days import days_worked
from transforms.times.pay_hours import PaidDay, clauses, paid_day
from transforms.times.pricing import guaranteed, overtime_cost

Worked = tuple[WorkedDay, PaidDay]


@rule(
    "overtime",
    on=(
        Sheet(("times",), ("call", "wrap")),
        HoursFigure((FigureName.OVERTIME_AFTER, FigureName.DOUBLE_AFTER), "overtime_after"),
    ),
    severity=Severity.INFO,
    topic=Topic.CONFLICT,
)
def overtime(facts: Facts) -> Iterator[Finding]:
    """One finding for each person and week with overtime, at the first wrap that made it."""
    for days in facts.once(days_worked).values():
        for _, week in groupby(days, key=lambda day: day.day.isocalendar()[:2]):
            long = [
                (day, paid)
                for day in week
                if (paid := paid_day(facts, day)) is not None
                and paid.overtime
                and not _is_paid_anyway(facts, day)
            ]
            if long:
                yield _describe(facts, long)


def _is_paid_anyway(facts: Facts, day: WorkedDay) -> bool:
    """Whether a day has no more hours than the person's deal guarantees."""
    agreed = guaranteed(facts, day)
    return agreed is not None and hours(day.worked) <= agreed


def _describe(facts: Facts, long: Sequence[Worked]) -> Finding:
    first, dates = long[0][0], tuple(day.day for day, _ in long)
    by_tier: dict[Decimal, Decimal] = {}
    for _, paid in long:
        for times, count in paid.beyond.items():
            by_tier[times] = by_tier.get(times, Decimal(0)) + count
    parts = [
        f"{plain(count)} h at {plain(times)} times" for times, count in sorted(by_tier.items())
    ]
    costs = [overtime_cost(facts, day) for day, _ in long]
    known = [cost for cost in costs if cost is not None]
    said = (clause for day, paid in long for clause in clauses(facts, day, paid.beyond))
    return Finding(
        message=f"{first.name} has overtime on {words.days(dates)}: {words.listed(parts)}",
        at=first.cells["wrap"],
        related=tuple(day.cells["wrap"] for day, _ in long[1:]),
        subject=first.name,
        dates=dates,
        cost=pay.together(known, facts.production.currency),
        clause="; ".join(dict.fromkeys(said)),
        suggestion="Look at Hot Costs for the day; plan the next days shorter, or approve it.",
    )
