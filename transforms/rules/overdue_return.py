"""Hired equipment that is overdue.

Why: what is kept beyond its return is charged by the day, and may be booked to somebody else.

Looked at: the equipment list's lines whose return is past, and whose column of returns is blank or
says no; a list without such a column is looked at where the status says that an item is still out.
A list that says neither tells nothing. Quotes and cancelled lines do not count. The cost is the
days since at the day rate; weekly rates have terms of their own and are not priced.

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

from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.hires import cost_of, hires
from transforms.needs import Sheet
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
    for hire in facts.once(hires):
        if hire.is_back is not False or hire.end is None or hire.end >= today:
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
