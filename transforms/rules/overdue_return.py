"""Hired equipment that is overdue.

Why: what is kept beyond its return is charged by the day, and may be booked to somebody else.

Looked at: the equipment list's lines whose return is past, and whose column of returns is blank or
says no; a list without such a column is looked at where the status says that an item is still out.
A list that says neither tells nothing; nor is an item late that a further line hires from that day
on. Quotes and cancelled lines do not count. The cost is the days since at the day rate; weekly
rates have terms of their own and are not priced.

Flags:
    Settings: today = 2026-03-10

    Equipment:
    | Description | Vendor | Qty | Pickup     | Return       | Day Rate | Returned   |
    | Dolly       | Gripco | 1   | 2026-03-02 | *2026-03-06* | 300      |            |
    | Camera car  | Wheels | 1   | 2026-03-02 | 2026-03-06   | 900      | 2026-03-06 |
    | HMI 18k     | Lumos  | 2   | 2026-03-02 | 2026-03-13   | 400      |            |

Passes:
    Settings: today = 2026-03-10

    Equipment:
    | Description | Vendor | Qty | Pickup     | Return     | Day Rate | Returned   | Status    |
    | Dolly       | Gripco | 1   | 2026-03-02 | 2026-03-06 | 300      | yes        |           |
    | Camera car  | Wheels | 1   | 2026-03-02 | 2026-03-06 | 900      |            | Cancelled |
    | HMI 18k     | Lumos  | 2   | 2026-03-02 | 2026-03-10 | 400      |            | Out       |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.people import names
from transforms.planning.hires import Hire, cost_of, hires
from transforms.rule import Finding, rule


@rule(
    "overdue-return",
    on=(Sheet(("equipment",), fields=("end_date",)),),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def overdue_return(facts: Facts) -> Iterator[Finding]:
    """One finding for each line."""
    today = facts.production.today
    known = facts.once(hires)
    for hire in known:
        if hire.is_back is not False or hire.end is None or hire.end >= today:
            continue
        if _is_hired_on(hire, known):
            continue
        late = (today - hire.end).days
        said = "returned" if hire.table.has("returned") else "status"
        yield Finding(
            message=f"{hire.called} was due back on {words.day(hire.end)}, "
            f"{words.counted(late, 'day')} ago",
            at=hire.cell("end_date"),
            related=(hire.cell(said),),
            subject=hire.what,
            dates=(hire.end,),
            cost=cost_of(hire, late, facts.production.currency),
            expected="a date under Returned",
            suggestion="Return it, have the hire extended, or type the day on which it went back.",
        )


def _is_hired_on(hire: Hire, known: Sequence[Hire]) -> bool:
    """Whether another line hires the same item, by its number, from its last day on."""
    return any(
        other.label != hire.label
        and names.fold(other.serial) == names.fold(hire.serial)
        and names.fold(other.vendor) == names.fold(hire.vendor)
        and names.fold(other.what) == names.fold(hire.what)
        and hire.end is not None
        and other.start is not None
        and other.start >= hire.end
        for other in known
        if any(map(str.isdigit, hire.serial))
    )
