"""Hold outside the engagement.

Why: a hold is paid; before the start, after the finish, while dropped, or on a day on which the
company is off, nobody is held.

Looked at: H against the element's first and last work day, its drops and pick-ups, and the days
that the tab marks "/" for others. Holds that follow each other are one finding. Who is held before
and after a company's day off may be carried over it.

Flags:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 |
    |        | Mon | Tue | Wed | Thu | Fri |
    | 1.ANA  | *H* | H   | SW  | WF  |     |
    | 2.BEN  | SW  | W   | WF  | *H* | H   |
    | 3.CARL | SW  | WD  | *H* | PW  | WF  |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 |
    |        | Mon | Tue | Wed | Thu | Fri |
    | 1.ANA  | SW  | H   | H   | WF  |     |
    | 2.BEN  | SWD |     |     | PW  | WF  |

Flags:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 |
    |        | Mon | Tue | Wed | Thu | Fri |
    | 1.ANA  | SW  | W   | /   | W   | WF  |
    | 2.BEN  | SW  | W   | *H* | W   | WF  |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 |
    |        | Mon | Tue | Wed | Thu | Fri |
    | 1.ANA  | SW  | W   | /   | W   | WF  |
    | 2.BEN  | SW  | H   | H   | H   | WF  |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from model.issue import Severity, Topic
from transforms import words
from transforms.days import work_days
from transforms.facts import Facts
from transforms.rule import Finding, rule


@rule("hold-outside-span", on=("dood",), severity=Severity.WARNING, topic=Topic.DATA)
def hold_outside_span(facts: Facts) -> Iterator[Finding]:
    """One finding for each stretch of holds that is outside for one reason."""
    marks = facts.marks.sort_values(["key", "ordinal"], kind="stable")
    held = marks.assign(why=_reasons(marks))
    held = held[held["hold"] & ~held["work"] & held["why"].notna()]
    held = held.sort_values(["why", "key", "ordinal"], kind="stable")
    held["stretch"] = work_days.stretches(held, "key") * len(_WORDS) + held["why"].map(
        {why: number for number, why in enumerate(_WORDS)}
    )
    for _, stretch in held.groupby("stretch"):
        yield _describe(facts, stretch)


_WORDS = {
    "never": "has no work day",
    "before": "has not started",
    "after": "has finished",
    "dropped": "is dropped",
    "off": "the company is off",
}


def _reasons(marks: pd.DataFrame) -> pd.Series[str]:
    """Why nobody would be held on a mark's day; missing where there is no reason."""
    spans = work_days.spans(marks.assign(work=marks["work"] | marks["unknown"]))
    first, last = marks["key"].map(spans["first"]), marks["key"].map(spans["last"])
    state = pd.Series(float("nan"), index=marks.index)
    state = state.mask(marks["pickup"] | marks["unknown"], 0.0).mask(marks["drop"], 1.0)
    dropped = state.groupby(marks["key"]).ffill() == 1.0
    off = marks["off"].groupby([marks["place"], marks["ordinal"]]).transform("any")
    why = pd.Series(None, index=marks.index, dtype="object")
    why = why.mask(off & ~_carried(marks, off), "off").mask(dropped, "dropped")
    why = why.mask(marks["ordinal"] > last, "after").mask(marks["ordinal"] < first, "before")
    return why.mask(first.isna(), "never")


def _carried(marks: pd.DataFrame, off: pd.Series[bool]) -> pd.Series[bool]:
    """Whether an element is held on its nearest days of the company's before and after a mark."""
    held = (marks["hold"] & ~marks["work"]).astype("float64").where(~off)
    by = held.groupby(marks["key"])
    return (by.ffill() == 1.0) & (by.bfill() == 1.0)


def _describe(facts: Facts, stretch: pd.DataFrame) -> Finding:
    name = facts.shown(int(stretch["element"].iloc[0]))
    dates = tuple(date.fromordinal(day) for day in stretch["ordinal"])
    cells = [facts.mark_cell(int(label)) for label in stretch.index]
    reason = _WORDS[stretch["why"].iloc[0]]
    joint = "when" if stretch["why"].iloc[0] == "off" else "but"
    return Finding(
        message=f"{name} is on hold on {words.days(dates)} {joint} {reason}",
        at=cells[0],
        related=tuple(cells[1:]),
        subject=name,
        dates=dates,
        expected="holds only between the start and the finish, and not while dropped",
        suggestion="Clear the holds, or correct the start, the finish or the drop.",
    )
