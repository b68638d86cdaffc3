"""Pick-up without a drop.

Why: without the drop, all the days up to the pick-up are paid as holds.

Looked at: each P, which needs a D of the same element before it, on whichever row or tab.

Flags:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4  |
    |        | Mon | Tue | Wed  |
    | 1.ANA  | SW  | W   | *PW* |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 |
    |        | Mon | Tue | Wed |
    | 1.ANA  | SW  | WD  | PW  |
    | 2.BEN  | SWD |     | PWF |
    | 2.BEN  | SWD |     | PWF |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.issue import Severity, Topic
from transforms import words
from transforms.days.drops import pickups
from transforms.facts import Facts
from transforms.rule import Finding, rule


@rule("pickup-without-drop", on=("dood",), severity=Severity.WARNING, topic=Topic.DATA)
def pickup_without_drop(facts: Facts) -> Iterator[Finding]:
    """One finding for each pick-up."""
    alone = pickups(facts.marks)
    alone = alone[alone["drop"].isna()]
    for label, element, ordinal in zip(alone.index, alone["element"], alone["picked"], strict=True):
        name, when = facts.shown(int(element)), date.fromordinal(int(ordinal))
        yield Finding(
            message=f"{name} is picked up on {words.day(when)} without a drop before",
            at=facts.mark_cell(int(label)),
            subject=name,
            dates=(when,),
            expected="a D on an earlier day",
            suggestion="Mark the last day before the break with a D, or take the P away.",
        )
