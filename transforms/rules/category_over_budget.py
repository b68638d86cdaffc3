"""Category over budget.

Why: small overages in several accounts add up to one that somebody has to answer for.

Looked at: the sum of EFC against the sum of revised budget, category by category as the budget
has them, past the settings' percentage *and* floor. It is told at the sheet's own subtotal where it
states one, else at the first account. A category of one account is that account's finding; of such,
as on a report by accounts, the sections that the sheet itself totals are looked at. Where the sheet
states no total and one account alone takes it over, that account is enough.

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

Flags:
    Budget:
    | Account | Description   | Budget | Actual to Date | Commitments | ETC   | EFC      |
    |         | POST PRODUCTION |      |                |             |       |          |
    | 4500    | Editorial     | 40000  | 20000          | 0           | 26000 | 46000    |
    | 4600    | Music         | 10000  | 0              | 0           | 11000 | 11000    |
    |         | TOTAL POST PRODUCTION | 50000 | 20000   | 0           | 37000 | *57000*  |

Passes:
    Budget:
    | Account | Description   | Budget | Actual to Date | Commitments | ETC  |
    | 2200    | Set Design    |        |                |             |      |
    | 2201    | Art Director  | 20000  | 20000          | 0           | 2000 |
    | 2202    | Set Designer  | 20000  | 20000          | 0           | 0    |

Passes:
    Budget:
    | Account | Description   | Budget | Actual to Date | Commitments | ETC  |
    | 2200    | Set Design    |        |                |             |      |
    | 2201    | Art Director  | 20000  | 20000          | 0           | 8000 |
    | 2202    | Set Designer  | 20000  | 20000          | 0           | 0    |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.cell import Cell
from model.issue import Severity, Topic
from transforms.costs.figures import add_up, explanation_wanted
from transforms.costs.lines import AccountLine, Category, Section
from transforms.costs.overages import over_budget
from transforms.facts import Facts
from transforms.rule import Finding, rule


@rule("category-over-budget", on=("budget",), severity=Severity.WARNING, topic=Topic.MONEY)
def category_over_budget(facts: Facts) -> Iterator[Finding]:
    """One finding for each category past the thresholds, at its subtotal or first account."""
    if (report := facts.cost_report) is None:
        return
    categories = [each for each in report.categories if not _is_of_neighbours(each)]
    for category in (*categories, *_sections(facts, report.categories)):
        lines = [line for line in category.accounts if line.budgeted]
        if len(lines) > 1 and category.explanation_wanted and category.figures.variance < 0:
            name = f"{category.code} {category.name}".strip()
            accounts = tuple(line.at for line in lines)
            subtotals = _subtotals(facts, accounts)
            if not subtotals and _is_one_accounts(facts, lines):
                continue
            yield over_budget(
                name,
                category.code or name,
                category.figures,
                subtotals[0] if subtotals else accounts[0],
                (*subtotals, *accounts),
                facts.production.currency,
            )


def _is_one_accounts(facts: Facts, lines: Sequence[AccountLine]) -> bool:
    """Whether an account that is a finding of its own is all that takes a category over."""
    told = [line for line in lines if line.explanation_wanted and line.figures.variance < 0]
    rest = add_up(line.figures for line in lines if line not in told)
    over = rest.variance < 0 and explanation_wanted(rest, facts.production.thresholds)
    return len(told) == 1 and not over


def _is_of_neighbours(category: Category) -> bool:
    """Whether what seems a category is an account and its neighbours: 2700, 2750."""
    return any(line.account == category.code for line in category.accounts if line.budgeted)


def _sections(facts: Facts, categories: Sequence[Category]) -> Iterator[Category]:
    """The sections that the sheet totals, as categories, of those that are an account each."""
    lines: dict[Section, list[AccountLine]] = {}
    for category in categories:
        budgeted = [line for line in category.accounts if line.budgeted]
        if len(budgeted) == 1 or _is_of_neighbours(category):
            lines.setdefault(category.section, []).extend(budgeted)
    for section, accounts in lines.items():
        if _subtotals(facts, [line.at for line in accounts]):
            figures = add_up(line.figures for line in accounts)
            wanted = explanation_wanted(figures, facts.production.thresholds)
            yield Category("", section, section, tuple(accounts), figures, wanted)


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
