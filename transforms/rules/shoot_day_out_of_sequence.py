"""Shooting days out of sequence.

Why: call sheets, production reports and the cost report count by the shooting day; a number that is
skipped or stands twice puts them all out.

Looked at: the shooting numbers of each tab in the order of its days. Each number is one more than
the one before; one break is one finding, and so is a single wrong number among right ones. Numbers
with letters ("2U-3") are left alone, and a count that begins again at 1 after several days is a new
block's.

Flags:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 |
    |       | Mon | Tue | Wed | Thu |
    | Day   | 1   | *3* | 4   | *4* |
    | 1.ANA | SW  | W   | W   | WF  |

Flags:
    DOOD:
    | Cast  | 3/2 | 3/3  | 3/4 | 3/5 |
    |       | Mon | Tue  | Wed | Thu |
    | Day   | 57  | *57* | 59  | 60  |
    | 1.ANA | SW  | W    | W   | WF  |

Passes:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 |
    |       | Mon | Tue | Wed | Thu |
    | Day   | 7   | 8   |     | 9   |
    | 1.ANA | SW  | W   |     | WF  |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.records import records
from transforms.rule import Finding, rule


@rule("shoot-day-out-of-sequence", on=("dood",), severity=Severity.WARNING, topic=Topic.DATA)
def shoot_day_out_of_sequence(facts: Facts) -> Iterator[Finding]:
    """One finding for each number that does not follow the one before it."""
    numbered = [
        (int(day["place"]), day["date"], number, label)
        for label, day in records(facts.dood.days)
        if isinstance(day["date"], date) and (number := _number(day["shoot_day"])) is not None
    ]
    before: dict[int, int] = {}
    ordered = sorted(numbered)
    for (place, when, number, label), following in zip_longest(ordered, ordered[1:]):
        last = before.get(place, number - 1)
        again = number == 1 and last >= _BLOCK
        if number == last + 1 or again:
            before[place] = number
            continue
        yield Finding(
            message=f"{words.day(when)} is shooting day {number}, after shooting day {last}",
            at=facts.dood.day_cell(label, "shoot_day"),
            subject=words.day(when),
            dates=(when,),
            expected=f"shooting day {last + 1}",
            suggestion="Number the shooting days in sequence.",
        )
        alone = following is not None and (following[0], following[2]) == (place, last + 2)
        before[place] = last + 1 if alone else number


_BLOCK = 4
"""Shooting days of which the shortest block has as many."""


def _number(stated: object) -> int | None:
    """A shooting day's number, where it is a whole number and nothing else."""
    text = str(stated).strip().removesuffix(".0") if stated is not None else ""
    return int(text) if text.isdecimal() else None
