"""On the cast list, not scheduled.

Why: a role without a day may have been cut, or forgotten in the schedule.

Looked at: the cast list's lines against every day-out-of-days that is about them. Somebody who
declined is not expected there.

Flags:
    Cast List:
    | No. | Role   | Performer   |
    | 1   | ANA    | Ana Moreno  |
    | 2   | *BEN*  | Ben Adeyemi |

    DOOD:
    | Cast  | 3/2 | 3/3 |
    |       | Mon | Tue |
    | 1.ANA | SW  | WF  |

Passes:
    Cast List:
    | No. | Role   | Performer   |
    | 1   | ANA    | Ana Moreno  |
    | 2   | BEN    | Ben Adeyemi |

    DOOD:
    | Cast  | 3/2 | 3/3 |
    |       | Mon | Tue |
    | 1.ANA | SW  | WF  |
    | 2.BEN | SWF |     |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from schemas.values.marks import Booking, booking
from transforms.facts import Facts
from transforms.records import records
from transforms.rule import Finding, rule


@rule("listed-not-scheduled", on=("dood", "cast"), severity=Severity.INFO, topic=Topic.CONFLICT)
def listed_not_scheduled(facts: Facts) -> Iterator[Finding]:
    """One finding for each line of the cast list; none where no day-out-of-days is about it."""
    cast = facts.table("cast")
    if cast is None or not facts.roster.cast_places:
        return
    scheduled = {label for labels in facts.roster.cast.values() for label in labels}
    for label, record in records(cast.frame):
        if booking(record.get("status")) is Booking.DECLINED:
            continue
        name = str(record.get("role") or record.get("name") or "")
        doubted = {cast.cell(label, "role"), cast.cell(label, "name")} & facts.doubted
        if label not in scheduled and name and not doubted:
            yield Finding(
                message=f"{name} is on the cast list but has no line in any day-out-of-days",
                at=cast.cell(label, "role" if record.get("role") else "name"),
                subject=name,
                suggestion="Add the role to the schedule, or take it off the list if it was cut.",
            )
