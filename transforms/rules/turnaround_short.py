"""Turnaround too short: a forced call.

Why: whoever is called before the agreed rest is over is tired on the set and on the road, and the
call is forced: it is paid for. Call later, or approve the cost before the wrap.

Looked at: the time from each wrap to the same person's next call, on any unit, in hours that pass:
over midnight and over the night in which clocks change (in the production's time zone). The figure
is the agreement's for that person, a minor's own, or `hours.turnaround` of the settings where no
agreement governs the work, or that of the whole crew says nothing of rest. A performer's day begins
and ends at make-up, where the sheet has its times too. Where the agreement lets a shorter rest do
on some locations, a rest between the two is a warning that says so. Lines without a call or a wrap
tell nothing.

Flags:
    Settings: agreements = iatse-basic-2024

    Times:
    | Date       | Name       | Position | Call   | Wrap   |
    | 2026-03-02 | Mel Ortega | Key Grip | 7:00a  | 9:30p  |
    | 2026-03-03 | Mel Ortega | Key Grip | *6:00a* | 6:00p |

Flags:
    Settings: turnaround = 11; time_zone = Europe/Berlin

    Times:
    | Date       | Name       | Position       | Call    | Wrap  |
    | 2026-03-28 | Timo Brand | Oberbeleuchter | 08:00   | 19:30 |
    | 2026-03-29 | Timo Brand | Oberbeleuchter | *07:00* | 18:00 |

Flags:
    Settings: turnaround = 12

    Times:
    | Date       | Player | Character | MU/WDR call | Rpt set | Dism. set | Dism. MU/WDR |
    | 2026-03-02 | Ana Li | BEA       | 8:18a       | 8:48a   | 8:00p     | 8:24p        |
    | 2026-03-03 | Ana Li | BEA       | *8:06a*     | 8:36a   | 6:18p     | 6:36p        |

Passes:
    Settings: turnaround = 11; time_zone = Europe/Berlin

    Times:
    | Date       | Name       | Position       | Call  | Wrap  |
    | 2026-03-21 | Timo Brand | Oberbeleuchter | 08:00 | 19:30 |
    | 2026-03-22 | Timo Brand | Oberbeleuchter | 07:00 | 18:00 |
    | 2026-03-23 | Ute Kern   | Maskenbild     | 06:00 | 23:00 |

Passes:
    Settings: agreements = iatse-basic-2024

    Times:
    | Date       | Name       | Position | Call   | Wrap  |
    | 2026-03-02 | Mel Ortega | Key Grip | 2:00p  | 2:00a |
    | 2026-03-03 | Mel Ortega | Key Grip | 12:00p | 11:00p |
    | 2026-03-04 | Mel Ortega | Key Grip | O/C    |       |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from model.issue import Severity, Topic
from transforms import words
from transforms.agreements import FigureName
from transforms.choices import HoursFigure
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule
from transforms.times.day import spoken
from transforms.times.instants import wall
from transforms.times.pricing import forced_call
from transforms.times.turnaround import ShortRest, short_rests


@rule(
    "turnaround-short",
    on=(
        Sheet(("times",), ("call", "wrap")),
        HoursFigure((FigureName.DAILY_REST, FigureName.MINORS_REST), "turnaround"),
    ),
    severity=Severity.ERROR,
    topic=Topic.CONFLICT,
)
def turnaround_short(facts: Facts) -> Iterator[Finding]:
    """One finding for each rest that is shorter than agreed, at the call that comes too soon."""
    zone = ZoneInfo(facts.production.time_zone)
    for short in facts.once(short_rests):
        yield _describe(facts, short, zone)


def _describe(facts: Facts, short: ShortRest, zone: ZoneInfo) -> Finding:
    before, after = short.rest.before, short.rest.after
    dates, length = (before.day, after.day), short.rest.length
    gap = f"{spoken(length)} after" if length > timedelta() else "before"
    message = (
        f"{after.name} is called at {wall(after.call, zone)} on {words.day(after.day)}, {gap} the "
        f"wrap at {wall(before.wrap, zone)} of {words.day(before.day)}: "
        f"{spoken(short.agreed.hours)} of rest are agreed"
    )
    if short.reduced:
        message += f"; {spoken(short.least.hours)} do on some locations"
    return Finding(
        message=message,
        at=after.cells["call"],
        related=(before.cells["wrap"],),
        subject=after.name,
        dates=dates,
        cost=None if short.reduced else forced_call(facts, after, short.taken),
        expected=f"a call at {wall(before.wrap + short.agreed.hours, zone)} or later",
        suggestion="Call later, or approve the forced call.",
        clause=(short.least if short.reduced else short.agreed).clause(*dates),
        severity=Severity.WARNING if short.reduced else None,
    )
