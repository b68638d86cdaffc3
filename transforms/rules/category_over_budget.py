"""Category over budget.

Why: small overages in several accounts add up to one that somebody has to answer for.

Looked at: the sum of EFC against the sum of revised budget, category by category as the budget
has them, past the settings' percentage *and* floor. A category of one account is that account's
finding.

Flags:
    Budget:
    | Account | Description   | Budget | Actual to Date | Commitments | ETC  |
    | 2200    | Set Design    |        |                |             |      |
    | *2201*  | Art Director  | 20000  | 20000          | 0           | 2000 |
    | 2202    | Set Designer  | 20000  | 20000          | 0           | 2400 |

Passes:
    Budget:
    | Account | Description   | Budget | Actual to Date | Commitments | ETC  |
    | 2200    | Set Design    |        |                |             |      |
    | 2201    | Art Director  | 20000  | 20000          | 0           | 2000 |
    | 2202    | Set Designer  | 20000  | 20000          | 0           | 0    |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms.facts import Facts
from transforms.overages import over_budget
from transforms.rule import Finding, rule


@rule("category-over-budget", on=("budget",), severity=Severity.WARNING, topic=Topic.MONEY)
def category_over_budget(facts: Facts) -> Iterator[Finding]:
    """One finding for each category past the thresholds, at its first account."""
    if (report := facts.cost_report) is None:
        return
    for category in report.categories:
        lines = [line for line in category.accounts if line.budgeted]
        if len(lines) > 1 and category.explanation_wanted and category.figures.variance < 0:
            name = f"{category.code} {category.name}".strip()
            yield over_budget(
                name,
                category.code or name,
                category.figures,
                lines[0].at,
                tuple(line.at for line in lines),
                facts.production.currency,
            )
