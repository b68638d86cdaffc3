"""Day-out-of-days total differs.

Why: budgets and deals are made from the totals; where they do not agree with the marks, one of
the two is out of date.

Looked at: the totals that a day-out-of-days states for an element (travel, work, hold, rehearse,
holiday, total, start, finish) against what its marks come to. A blank total states nothing.

Flags:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | Travel | Work | Hold | Total |
    |        | Mon | Tue | Wed |        |      |      |       |
    | 1.ANA  | SW  | H   | WF  |        | *3*  | 1    | 3     |
    | 2.BEN  | TR  | SW  | WF  | 1      | 2    |      | 3     |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | Travel | Work | Hold | Total |
    |        | Mon | Tue | Wed |        |      |      |       |
    | 1.ANA  | SW  | H   | WF  |        | 2    | 1    | 3     |
    | 2.BEN  | TR  | SW  | WF  | 1      | 2    |      | 3     |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms.facts import Facts
from transforms.rule import Finding, rule


@rule("dood-total-differs", on=("dood",), severity=Severity.WARNING, topic=Topic.DATA)
def dood_total_differs(facts: Facts) -> Iterator[Finding]:
    """One finding for each stated total that the marks do not come to."""
