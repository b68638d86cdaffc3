"""Category over budget.

Why: small overages in several accounts add up to one that somebody has to answer for.

Looked at: the sum of EFC against the sum of revised budget, category by category as the budget
has them, past the settings' percentage *and* floor. It is told at the sheet's own subtotal where it
states one, else at the first account. A category of one account is that account's finding.

Flags:
    Budget:
    | Account | Description   | Budget | Actual to Date | Commitments | ETC  |
    | 2200    | Set Design    |        |                |             |      |
    | *2201*  | Art Director  | 20000  | 20000          | 0           | 2000 |
    | 2202    | Set Designer  | 20000  | 20000          | 0           | 2400 |

Flags:
    Budget:
    | Account | Description   | Budget | Actual to Date | Commitments | ETC  | EFC     |
    | 2200    | Set Design    |        |                |             |      |         |
    | 2201    | Art Director  | 20000  | 20000          | 0           | 2000 | 22000   |
    | 2202    | Set Designer  | 20000  | 20000          | 0           | 2400 | 22400   |
    |         | Total Set Design | 40000 | 40000        | 0           | 4400 | *44400* |

Passes:
    Budget:
    | Account | Description   | Budget | Actual to Date | Commitments | ETC  |
    | 2200    | Set Design    |        |                |             |      |
    | 2201    | Art Director  | 20000  | 20000          | 0           | 2000 |
    | 2202    | Set Designer  | 20000  | 20000          | 0           | 0    |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.cell import Cell
from model.issue import Severity, Topic
from transforms.costs.overages import over_budget
from transforms.facts import Facts
from transforms.rule import Finding, rule


@rule("category-over-budget", on=("budget",), severity=Severity.WARNING, topic=Topic.MONEY)
def category_over_budget(facts: Facts) -> Iterator[Finding]:
    """One finding for each category past the thresholds, at its subtotal or first account."""
    if (report := facts.cost_report) is None:
        return
    for category in report.categories:
        lines = [line for line in category.accounts if line.budgeted]
        if len(lines) > 1 and category.explanation_wanted and category.figures.variance < 0:
            name = f"{category.code} {category.name}".strip()
            accounts = tuple(line.at for line in lines)
            subtotals = _subtotals(facts, accounts)
            yield over_budget(
                name,
                category.code or name,
                category.figures,
                subtotals[0] if subtotals else accounts[0],
                (*subtotals, *accounts),
                facts.production.currency,
            )


def _subtotals(facts: Facts, accounts: Sequence[Cell]) -> list[Cell]:
    """The cells in which the sheet itself states these accounts' EFC, then their budget."""
    rows = {(cell.tab, cell.row) for cell in accounts}
    stated = {
        each.field: each.cell
        for table in facts.tables("budget")
        for each in table.stated
        if {(each.cell.tab, row) for row in each.covers} == rows
    }
    budget = stated.get("revised_budget") or stated.get("budget")
    return [stated["efc"], *filter(None, (budget,))] if "efc" in stated else []
