"""Sixth consecutive work day.

Why: the sixth day in a row is paid at a premium; give a day off or approve the cost.

Looked at: work days that follow each other in the calendar, over all units and roles of one
person, on days-out-of-days and on sheets of the crew's days worked (not of who is available); on a
day of which those have nothing, call and wrap times say that somebody worked. Travel, rehearsal,
fitting and hold days break the row. Seven days or more are one finding of
`seventh-consecutive-day` instead. The premium comes from the agreement that the settings chose.
Where the law over somebody leaves six days to a week and knows no sixth day's pay, it is for
information alone; so it is where neither agreement nor settings say anything of weeks, and most of
the others work the six days too: three people or more all of them, or one person where most weeks
of the production are of six days. Those who then work the same six days are one finding.

Flags:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat |
    | 1.ANA | SW  | W   | W   | W   | W   | *W* |

Flags:
    Settings: agreements = uk-working-time-1998

    Crew Days:
    | Name       | Position | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 |
    |            |          | Mon | Tue | Wed | Thu | Fri | Sat | Sun |
    | Ana Moreno | Gaffer   | 1   | 1   | 1   | 1   | 1   | *1* |     |
    | Jo Park    | Key Grip | 1   | 1   | 1   | 1   | 1   | 1   |     |

Flags:
    Crew Days:
    | Name       | Position | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 |
    |            |          | Mon | Tue | Wed | Thu | Fri | Sat | Sun |
    | Ana Moreno | Gaffer   | 1   | 1   | 1   | 1   | 1   | *1* |     |
    | Jo Park    | Key Grip | 1   | 1   | 1   | 1   | 1   | 1   |     |
    | Kim Vale   | DP       | 1   | 1   | 1   | 1   | 1   | 1   |     |

Flags:
    Crew Days:
    | Name       | Position | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 |
    |            |          | Mon | Tue | Wed | Thu | Fri |
    | Ana Moreno | Gaffer   | 1   | 1   | 1   | 1   | 1   |
    | Jo Park    | Key Grip | 1   | 1   | 1   | 1   | 1   |

    Times:
    | Date       | Name       | Position | Call   | Wrap |
    | 2026-03-06 | Ana Moreno | Gaffer   | 9:00   | 19:00 |
    | 2026-03-06 | Jo Park    | Key Grip | 9:00   | 19:00 |
    | 2026-03-07 | Ana Moreno | Gaffer   | *9:00* | 13:00 |

Passes:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat |
    | 1.ANA | SW  | W   | W   | W   | H   | W   |
    | 2.BEN | SW  | W   | W   | W   | W   |     |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from model.issue import Severity, Topic
from transforms import words
from transforms.days.consecutive import long_runs
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule


@rule(
    "sixth-consecutive-day",
    on=(Sheet(("dood", "crew_grid"), also=("times",)),),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def sixth_consecutive_day(facts: Facts) -> Iterator[Finding]:
    """One finding for each run of exactly six days, at the sixth; one for all where it is usual."""
    found = long_runs(facts, 6, 6, "Give a day off before the sixth day, or approve the premium.")
    usual: dict[tuple[date, ...], list[Finding]] = defaultdict(list)
    for each in found:
        if each.severity is Severity.INFO:
            usual[each.dates].append(each)
        else:
            yield each
    for dates, own in usual.items():
        if len(own) == 1:
            yield own[0]
        else:
            who = words.listed([str(each.subject) for each in own], 6)
            yield replace(
                own[0],
                message=f"{who} work {len(dates)} days in a row, {words.days(dates)}",
                related=tuple(each.at for each in own[1:]),
                subject=words.counted(len(own), "person", "people"),
                cost=None,
            )
