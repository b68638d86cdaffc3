"""Account over budget.

Why: an account whose estimated final cost is beyond its revised budget needs an explanation, a
transfer or a cut.

Looked at: EFC against revised budget, account by account, past the settings' percentage *and*
their floor in money (10 % and 2,500, if they do not say). How the EFC came about stands in the
Variance report.

Flags:
    Budget:
    | Account | Description  | Budget | Actual to Date | Commitments | ETC  | EFC     |
    | 2201    | Art Director | 40000  | 30000          | 5000        | 9000 | *44000* |
    | 2202    | Set Designer | 20000  | 10000          | 0           | 9000 | 19000   |

Passes:
    Budget:
    | Account | Description  | Budget | Actual to Date | Commitments | ETC  | EFC     |
    | 2201    | Art Director | 40000  | 30000          | 5000        | 8000 | 43000   |
    | 2202    | Set Designer | 2000   | 3000           | 0           | 0    | 3000    |
    | 2203    | Draughtsmen  | 20000  | 10000          | 0           | 0    | 10000   |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms.costs.overages import named, over_budget
from transforms.facts import Facts
from transforms.rule import Finding, rule


@rule("account-over-budget", on=("budget",), severity=Severity.WARNING, topic=Topic.MONEY)
def account_over_budget(facts: Facts) -> Iterator[Finding]:
    """One finding for each account past the thresholds."""
    if (report := facts.cost_report) is None:
        return
    for category in report.categories:
        for line in category.accounts:
            if line.budgeted and line.explanation_wanted and line.figures.variance < 0:
                name = f"{line.account} {line.description}".strip()
                efc = line.sources.get("efc") or line.sources.get("etc") or (line.at,)
                yield over_budget(
                    name,
                    line.account or name,
                    line.figures,
                    efc[0],
                    tuple(cell for cells in line.sources.values() for cell in named(cells)),
                    facts.production.currency,
                    line.efc_rule.value,
                )
