"""Finish is not the last work day.

Why: after the finish a performer is no longer held and may be elsewhere; work after it is not
covered, or the finish is wrong.

Looked at: each element's F against its last W, tab by tab, and elements without any F on tabs where
at least half of those who end there have one; one that was dropped last needs none,
nor who is no cast and has no start either (a studio teacher, an animal). Lines of one element that
each start and finish, as on two units of a tab, are looked at one by one.

Flags:
    DOOD:
    | Cast   | 3/2 | 3/3  | 3/4 |
    |        | Mon | Tue  | Wed |
    | 1.ANA  | SW  | *WF* | W   |
    | 2.BEN  | SW  | W    | WF  |
    | 3.CARL | SW  | *W*  |     |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 |
    |        | Mon | Tue | Wed |
    | 1.ANA  | SW  | W   | WF  |
    | 2.BEN  | SW  | WF  | TR  |
    | 3.CARL | SW  | WD  |     |

Passes:
    DOOD:
    | #   | Cast           | 3/2 | 3/3 | 3/4 |
    |     |                | Mon | Tue | Wed |
    | 1   | ANA            | SW  | W   | WF  |
    | 2   | BEN            | SW  | H   | WF  |
    | ST1 | STUDIO TEACHER |     | W   | W   |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.issue import Severity, Topic
from transforms import words
from transforms.days.engagements import loose, without, works_after
from transforms.facts import Facts
from transforms.rule import Finding, rule


@rule("finish-not-last-work", on=("dood",), severity=Severity.WARNING, topic=Topic.DATA)
def finish_not_last_work(facts: Facts) -> Iterator[Finding]:
    """One finding for each finish before the last work day, one for each that is lacking."""
    marks = facts.marks
    last = works_after(marks)
    early = marks[marks["finish"] & (last > marks["ordinal"])]
    for label, element, ordinal in zip(
        early.index, early["element"], early["ordinal"], strict=True
    ):
        finish, after = date.fromordinal(int(ordinal)), date.fromordinal(int(last.loc[label]))
        name = facts.shown(int(element))
        yield Finding(
            message=f"{name} finishes on {words.day(finish)} but still works on {words.day(after)}",
            at=facts.mark_cell(int(label)),
            subject=name,
            dates=(finish, after),
            expected=f"the finish on {words.day(after)}",
            suggestion="Move the F to the last work day, or mark a drop and a pick-up.",
        )
    missing = without(marks, "finish", "drop", loose(facts.roster, facts.dood), last=True)
    for label, element, ordinal in zip(
        missing.index, missing["element"], missing["ordinal"], strict=True
    ):
        name, when = facts.shown(int(element)), date.fromordinal(int(ordinal))
        yield Finding(
            message=f"{name} last works on {words.day(when)} and has no finish",
            at=facts.mark_cell(int(label)),
            subject=name,
            dates=(when,),
            expected="WF on the last work day",
            suggestion="Mark the last work day WF.",
        )
