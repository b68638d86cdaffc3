"""Work on a company day off.

Why: somebody is scheduled on a day on which nobody shoots: the mark, the day's number, or the plan
is wrong.

Looked at: work on days that the tab marks "/" for others (as many as work at least, where the day
has a shooting number, or no day has), and on days without a shooting number between numbered ones,
but for those of another unit ("2U").
On a sheet of the crew's days, work of
fewer than half of its people on a day that the headings call off. Travel, rehearsal and fittings
may fall on a day off. A day off that is a holiday is told by
`holiday-work`. One finding for a day and tab, however many people work.

Flags:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 |
    |        | Mon | Tue | Wed | Thu |
    | Day    | 1   | 2   |     | 3   |
    | 1.ANA  | SW  | W   | *W* | WF  |
    | 2.BEN  | SW  | W   |     | WF  |

Flags:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 |
    |        | Mon | Tue | Wed |
    | 1.ANA  | SW  | /   | WF  |
    | 2.BEN  | SW  | *W* | WF  |
    | 3.CARL | SW  | /   | WF  |

Flags:
    Crew Days:
    | Shoot day   |          | 1   | 2   | OFF | 3   |
    | Name        | Position | 3/2 | 3/3 | 3/4 | 3/5 |
    | Ana Moreno  | Gaffer   | 1   | 1   |     | 1   |
    | Jo Park     | Key Grip | 1   | 1   | *1* | 1   |
    | Kim Lee     | DP       | 1   | 1   | T   | 1   |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 |
    |        | Mon | Tue | Wed | Thu |
    | Day    | 1   | 2   |     | 3   |
    | 1.ANA  | SW  | W   | /   | WF  |
    | 2.BEN  | SW  | H   | TR  | WF  |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 |
    |        | Mon | Tue | Wed | Thu |
    | Day    | 1   | 2   | 2U  | 3   |
    | 1.ANA  | SW  | W   | W   | WF  |
    | 2.BEN  | SW  | W   |     | WF  |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from model.issue import Severity, Topic
from model.table import Dood
from transforms import words
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule


@rule(
    "work-on-off-day",
    on=(Sheet(("dood", "crew_grid")),),
    severity=Severity.WARNING,
    topic=Topic.DATA,
)
def work_on_off_day(facts: Facts) -> Iterator[Finding]:
    """One finding for each day off and tab on which anybody works."""
    if facts.table("dood") is not None:
        yield from _on_schedules(facts)
    marks = facts.crew_days.marks
    at_work = marks[marks["work"]]
    for place, off in facts.crew_days.off.items():
        here = at_work[at_work["place"] == place]
        most = here["person"].nunique() / 2
        for _, those in here[here["ordinal"].isin(off)].groupby("ordinal"):
            if len(those) < most and not _is_holiday(facts, those):
                yield _describe(facts, those, "a company day off")


def _on_schedules(facts: Facts) -> Iterator[Finding]:
    """The days off of each day-out-of-days on which anybody works."""
    marks = facts.marks
    numbered = _numbered(facts.dood)
    days = marks.groupby(["place", "ordinal"])[["off", "work"]].sum()
    at_work = marks[marks["work"]]
    worked = at_work.groupby(["place", "ordinal"]).indices
    for (place, ordinal), off, work in zip(days.index, days["off"], days["work"], strict=True):
        numbers = numbered.get(place, frozenset())
        unnumbered = bool(numbers) and ordinal not in numbers
        inside = unnumbered and min(numbers) < ordinal < max(numbers)
        marked = off > 0 and (unnumbered or off >= work)
        if work and (inside or marked):
            here = at_work.iloc[worked[(place, ordinal)]]
            if _is_holiday(facts, here):
                continue
            yield _describe(facts, here, "a company day off" if off else "no shooting day")


def _is_holiday(facts: Facts, days: pd.DataFrame) -> bool:
    """Whether the day off is a holiday that somebody works, which `holiday-work` tells."""
    holiday = facts.holidays.get(date.fromordinal(int(days["ordinal"].iloc[0])))
    if holiday is None:
        return False
    people = days[days["human"]]["element"].tolist()
    keeps = facts.governing.keeping
    return bool(people) and (
        bool(holiday.public)
        or any(keeps(facts.workers(each), holiday.agreements) for each in people)
    )


def _numbered(dood: Dood) -> dict[int, frozenset[int]]:
    """The days that each tab numbers as shooting days, and those of its other units.

    Nothing for a tab that numbers none.
    """
    days = dood.days[dood.days["date"].notna()]
    counted = days["shoot_day"].notna()
    beside = days["unit_day"].eq(True) & days["place"].isin(days["place"][counted])
    days = days[counted | beside]
    return {
        int(str(place)): frozenset(when.toordinal() for when in dates)
        for place, dates in days.groupby("place")["date"]
    }


def _describe(facts: Facts, days: pd.DataFrame, what: str) -> Finding:
    names = list(dict.fromkeys(facts.shown(int(element)) for element in days["element"]))
    cells = [facts.mark_cell(int(label)) for label in days.index]
    when = date.fromordinal(int(days["ordinal"].iloc[0]))
    verb = "works" if len(names) == 1 else "work"
    return Finding(
        message=f"{words.listed(names, 6)} {verb} on {words.day(when)}, {what}",
        at=cells[0],
        related=tuple(cells[1:]),
        subject=names[0] if len(names) == 1 else words.day(when),
        dates=(when,),
        suggestion="Move the work, or correct the day off or its number.",
    )
