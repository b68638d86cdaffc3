"""Start is not the first work day.

Why: the start is the day from which a performer is paid and held; on another day than the first
work day, either it or the work day is wrong.

Looked at: each element's S against its first W, tab by tab, and elements without any S on tabs
where at least half of those who begin there have one. A second start after a finish is the business
of `finish-not-last-work`. Who is no cast and has neither start nor finish (a studio teacher, an
animal, a line without a number among numbered ones) comes and goes. Lines of one element that each
start and finish, as on two units of a tab, are looked at one by one.

Flags:
    DOOD:
    | Cast   | 3/2 | 3/3  | 3/4 |
    |        | Mon | Tue  | Wed |
    | 1.ANA  | W   | *SW* | WF  |
    | 2.BEN  | SW  | W    | WF  |
    | 3.CARL |     | *W*  | W   |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 |
    |        | Mon | Tue | Wed |
    | 1.ANA  | SW  | W   | WF  |
    | 2.BEN  | TR  | SW  | WF  |
    | 3.CARL |     | PW  | WF  |

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
from transforms.days.engagements import line_of, loose, without, works_before
from transforms.facts import Facts
from transforms.rule import Finding, rule


@rule("start-not-first-work", on=("dood",), severity=Severity.WARNING, topic=Topic.DATA)
def start_not_first_work(facts: Facts) -> Iterator[Finding]:
    """One finding for each misplaced start, one for each element that lacks its start."""
    marks = facts.marks
    ordered = marks.assign(line=line_of(marks))
    ordered = ordered.sort_values(["key", "place", "ordinal"], kind="stable")
    again = ordered.groupby(["key", "place", "line"])["finish"].cumsum() - ordered["finish"]
    first = works_before(marks)
    late = marks[marks["start"] & (first < marks["ordinal"]) & (again.reindex(marks.index) == 0)]
    for label, element, ordinal in zip(late.index, late["element"], late["ordinal"], strict=True):
        began = date.fromordinal(int(first.loc[label]))
        name = facts.shown(int(element))
        yield Finding(
            message=f"{name} starts on {words.day(date.fromordinal(int(ordinal)))} "
            f"but already works on {words.day(began)}",
            at=facts.mark_cell(int(label)),
            subject=name,
            dates=(began, date.fromordinal(int(ordinal))),
            expected=f"the start on {words.day(began)}",
            suggestion="Move the S to the first work day.",
        )
    missing = without(marks, "start", "pickup", loose(facts.roster, facts.dood), last=False)
    for label, element, ordinal in zip(
        missing.index, missing["element"], missing["ordinal"], strict=True
    ):
        name, when = facts.shown(int(element)), date.fromordinal(int(ordinal))
        yield Finding(
            message=f"{name} first works on {words.day(when)} and has no start",
            at=facts.mark_cell(int(label)),
            subject=name,
            dates=(when,),
            expected="SW on the first work day",
            suggestion="Mark the first work day SW.",
        )
