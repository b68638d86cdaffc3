"""No signed deal memo.

Why: somebody who starts without a signed deal memo works on terms that nobody has agreed to.

Looked at: the cast and crew lists' column for the deal memo (or that of a sheet of the crew's days
worked, where the crew list has none), for everybody who starts within so many days as the settings
say (7, if they do not) or has started; who has finished without it lacks it as much. A blank counts
as not signed, and so do "sent" and "out to agent"; "N/A" says that none is wanted. The first work
day of the day-out-of-days, or of a sheet of the crew's days worked, counts as a start, where it is
earlier. People who are only pencilled are left alone. Where it is lacking of all, eight people or
more, that is one finding: the column may not be kept.

Flags:
    Settings: today = 2026-03-02

    Crew:
    | Department | Position   | Name         | Start Date | End Date   | Deal Memo |
    | Camera     | DP         | Ida Lindgren | 2026-03-09 | 2026-03-20 | *No*      |
    | Camera     | 1st AC     | Tom Okafor   | 2026-02-23 | 2026-03-20 | **        |
    | Grip       | Key Grip   | Sol Ferrer   | 2026-02-02 | 2026-02-27 | *Sent*    |

Passes:
    Settings: today = 2026-03-02

    Crew:
    | Department | Position   | Name         | Start Date | End Date   | Deal Memo | Status    |
    | Camera     | DP         | Ida Lindgren | 2026-03-09 | 2026-03-20 | Yes       | Confirmed |
    | Camera     | 1st AC     | Tom Okafor   | 2026-03-10 | 2026-03-20 | No        | Confirmed |
    | Camera     | 2nd AC     | Mia Brandt   | 2026-03-03 | 2026-03-20 | No        | Pencilled |
    | Grip       | Key Grip   | Sol Ferrer   | 2026-02-02 | 2026-02-27 | Signed    | Confirmed |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.people.paperwork import unsigned
from transforms.rule import Finding, rule


@rule(
    "no-deal-memo",
    on=(Sheet(("crew", "cast"), fields=("deal_memo",), also=("crew_grid",)),),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def no_deal_memo(facts: Facts) -> Iterator[Finding]:
    """One finding for each person."""
    yield from unsigned(facts, ("deal_memo",), "a deal memo")
