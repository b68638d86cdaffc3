"""Sixth consecutive work day.

Why: the sixth day in a row is paid at a premium; give a day off or approve the cost.

Looked at: work days that follow each other in the calendar, over all units and roles of one
person, on days-out-of-days and on sheets of the crew's days worked (not of who is available).
Travel, rehearsal, fitting and hold days break the row. Seven days or more are one finding of
`seventh-consecutive-day` instead. The premium comes from the agreement that the settings chose.

Flags:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat |
    | 1.ANA | SW  | W   | W   | W   | W   | *W* |

Passes:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat |
    | 1.ANA | SW  | W   | W   | W   | H   | W   |
    | 2.BEN | SW  | W   | W   | W   | W   |     |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms.days.consecutive import long_runs
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule


@rule(
    "sixth-consecutive-day",
    on=(Sheet(("dood", "crew_grid")),),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def sixth_consecutive_day(facts: Facts) -> Iterator[Finding]:
    """One finding for each run of exactly six days, at the sixth."""
    yield from long_runs(
        facts, 6, 6, "Give a day off before the sixth day, or approve the premium."
    )
