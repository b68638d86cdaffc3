"""Night work.

Why: after a certain hour, work is night work: it is paid more, or limited, and people's next day
begins later. Check that it was agreed.

Looked at: work after the hour at which the agreement's night begins, in the production's time
zone, or after `hours.night_from` of the settings where no agreement governs the work. One finding
for a day, however many people work, for information.

Flags:
    Settings: night_from = 23

    Times:
    | Date       | Name       | Position | Call  | Wrap    |
    | 2026-03-02 | Mel Ortega | Key Grip | 14:00 | *25:30* |
    | 2026-03-02 | Kim Sato   | Gaffer   | 14:00 | 24:45   |
    | 2026-03-03 | Kim Sato   | Gaffer   | 12:00 | 22:45   |

Passes:
    Settings: night_from = 23

    Times:
    | Date       | Name       | Position | Call  | Wrap  |
    | 2026-03-02 | Mel Ortega | Key Grip | 11:00 | 23:00 |
    | 2026-03-03 | Kim Sato   | Gaffer   | 05:00 | 17:00 |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
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
from transforms.times.limits import Limit, limit
from transforms.times.nights import within

_MORNING = Decimal(5)
"""When a night ends where the agreement does not say."""
_Night = tuple[WorkedDay, timedelta, Limit]


@rule(
    "night-work",
    on=(
        Sheet(("times",), ("call", "wrap")),
        HoursFigure((FigureName.NIGHT_FROM,), "night_from"),
    ),
    severity=Severity.INFO,
    topic=Topic.CONFLICT,
)
def night_work(facts: Facts) -> Iterator[Finding]:
    """One finding for each day on which anybody works in the night, at the first wrap."""
    zone = ZoneInfo(facts.production.time_zone)
    by_day: dict[date, list[_Night]] = defaultdict(list)
    for days in facts.once(days_worked).values():
        for day in days:
            if (night := limit(facts, day, FigureName.NIGHT_FROM)) is not None:
                until = limit(facts, day, FigureName.NIGHT_TO)
                ends = until.value if until else _MORNING
                length = within(day.call, day.wrap, night.value, ends, zone)
                if length:
                    by_day[day.day].append((day, length, night))
    for when in sorted(by_day):
        yield _describe(sorted(by_day[when], key=lambda night: night[0].cells["wrap"]))


def _describe(nights: Sequence[_Night]) -> Finding:
    first, _, agreed = nights[0]
    names = list(dict.fromkeys(day.name for day, _, _ in nights))
    longest = max(length for _, length, _ in nights)
    verb = "works" if len(names) == 1 else "work"
    return Finding(
        message=(
            f"{words.listed(names)} {verb} in the night of {words.day(first.day)}, "
            f"{spoken(longest)} at most"
        ),
        at=first.cells["wrap"],
        related=tuple(day.cells["wrap"] for day, _, _ in nights[1:]),
        subject=names[0] if len(names) == 1 else f"Night of {words.day(first.day)}",
        dates=(first.day,),
        suggestion="Check that night work is agreed and its premium in the budget.",
        clause=agreed.clause(first.day),
    )
