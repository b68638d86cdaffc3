"""Holds that a drop would save.

Why: every hold day between start and finish is paid; over a gap that is long enough under the
agreement, a drop and a pick-up save them.

Looked at: each performer's gaps between work days, against the chosen agreement; the one that
saves the most. Nobody who has used up the drops that the agreement allows.

Flags:
    Settings: agreements = sag-aftra-theatrical-2023

    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 | 3/9 | 3/10 | 3/11 | 3/12 | 3/13 | 3/16 |
    |        | Mon | Tue | Wed | Thu | Mon | Tue  | Wed  | Thu  | Fri  | Mon  |
    | 1.ANA  | SW  | W   | *H* | H   | H   | H    | H    | H    | H    | WF   |

Passes:
    Settings: agreements = sag-aftra-theatrical-2023

    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 | 3/9 | 3/10 | 3/11 | 3/12 | 3/13 | 3/16 |
    |        | Mon | Tue | Wed | Thu | Mon | Tue  | Wed  | Thu  | Fri  | Mon  |
    | 1.ANA  | SW  | WD  |     |     |     |      |      |      |      | PWF  |
    | 2.BEN  | SW  | H   | H   | H   | H   | H    | H    | WF   |      |      |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.issue import Severity, Topic
from transforms import words
from transforms.agreements import FigureName
from transforms.choices import AgreedFigure
from transforms.citation import cite
from transforms.days.drops import Gap, best_drops, limit
from transforms.days.holds import hold_saving
from transforms.facts import Facts
from transforms.rule import Finding, rule


@rule(
    "hold-cost",
    on=("dood", AgreedFigure(FigureName.DROP_DAYS)),
    severity=Severity.INFO,
    topic=Topic.CONFLICT,
)
def hold_cost(facts: Facts) -> Iterator[Finding]:
    """One finding for each performer, at the first hold that a drop would save."""
    best = facts.once(best_drops)
    marks = facts.marks
    held = marks[marks["hold"] & marks["key"].isin(list(best))]
    held = held.sort_values(["key", "ordinal"], kind="stable")
    for key, days in held.groupby("key"):
        gap = best[int(str(key))]
        saved = days[(days["ordinal"] > gap.last) & (days["ordinal"] < gap.next)]
        yield _describe(facts, gap, int(saved.index[0]))


def _describe(facts: Facts, gap: Gap, label: int) -> Finding:
    limits = limit(facts, gap.element)
    name, dates = facts.shown(gap.element), (date.fromordinal(gap.last), date.fromordinal(gap.next))
    return Finding(
        message=f"{name} is held for {words.counted(gap.holds, 'day')} "
        f"between {words.day(dates[0])} and {words.day(dates[1])}: a drop would save them",
        at=facts.mark_cell(label),
        related=(facts.mark_cell(gap.next_label),),
        subject=name,
        dates=dates,
        cost=hold_saving(facts, gap.element, gap),
        suggestion=f"Drop on {words.day(dates[0])} and pick up on {words.day(dates[1])}, "
        "if the deal and the schedule allow a firm pick-up date.",
        clause=cite(limits.agreement, limits.days, dates) if limits else "",
    )
