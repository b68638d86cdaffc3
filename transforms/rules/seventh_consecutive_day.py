"""Seventh consecutive work day.

Why: the seventh day in a row is paid at the highest premium, and nobody has had a day off; give
one or approve the cost.

Looked at: as for `sixth-consecutive-day`. A run of seven to fourteen days is one finding, at its
seventh day, with all of its days; the premium of each sixth and seventh day in it is added up. A
longer one is the finding of `fifteenth-consecutive-day`.

Flags:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 | 3/9 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Mon |
    | 1.ANA | SW  | W   | W   | W   | W   | W   | *W* | WF  |

Passes:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 | 3/9 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Mon |
    | 1.ANA | SW  | W   | W   | W   | W   | W   |     | WF  |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms.days.consecutive import long_runs
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule


@rule(
    "seventh-consecutive-day",
    on=(Sheet(("dood", "crew_grid"), also=("times",)),),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def seventh_consecutive_day(facts: Facts) -> Iterator[Finding]:
    """One finding for each run of seven to fourteen days, at the seventh."""
    yield from long_runs(
        facts, 7, 14, "Give a day off before the seventh day, or approve the premium."
    )
