"""Fifteenth consecutive work day.

Why: two weeks without a day off are more than some agreements let go without a penalty, and more
than anybody should be asked for; give a day off.

Looked at: as for `sixth-consecutive-day`. A run of fifteen days or more is this finding alone, at
its fifteenth day, with all of its days; the premium of each sixth and seventh day in it, and of the
days beyond as many as the chosen agreement allows in a row, is added up.

Flags:
    Crew Days:
    |Crew      |3/2 |3/3 |3/4 |3/5 |3/6 |3/7 |3/8 |3/9 |3/10|3/11|3/12|3/13|3/14|3/15|3/16|3/17|
    |          |Mon |Tue |Wed |Thu |Fri |Sat |Sun |Mon |Tue |Wed |Thu |Fri |Sat |Sun |Mon |Tue |
    |LEE, Ana  |SW  |W   |W   |W   |W   |W   |W   |W   |W   |W   |W   |W   |W   |W   |*W* |WF  |

Passes:
    Crew Days:
    |Crew      |3/2 |3/3 |3/4 |3/5 |3/6 |3/7 |3/8 |3/9 |3/10|3/11|3/12|3/13|3/14|3/15|3/16|3/17|
    |          |Mon |Tue |Wed |Thu |Fri |Sat |Sun |Mon |Tue |Wed |Thu |Fri |Sat |Sun |Mon |Tue |
    |LEE, Ana  |SW  |W   |W   |W   |W   |W   |W   |W   |W   |W   |W   |W   |W   |W   |    |WF  |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms.days.consecutive import long_runs
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule


@rule(
    "fifteenth-consecutive-day",
    on=(Sheet(("dood", "crew_grid"), also=("times",)),),
    severity=Severity.ERROR,
    topic=Topic.CONFLICT,
)
def fifteenth_consecutive_day(facts: Facts) -> Iterator[Finding]:
    """One finding for each run of fifteen days or more, at the fifteenth."""
    yield from long_runs(facts, 15, None, "Give a day off before the fifteenth day.")
