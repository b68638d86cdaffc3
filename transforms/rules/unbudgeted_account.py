"""Unbudgeted account.

Why: a cost on an account that the budget lacks is either miscoded or an overage from its first
cent.

Looked at: the purchase order log's accounts against the budget's, as text, exactly: "110" is not
"1101". Void orders count for nothing. The cost report keeps such accounts on lines of their own.

Flags:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |

    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 0        | Open   |
    | 102  | Foam World  | *2210*  | 2026-03-03 | Foam        | 800    | 300      | Open   |
    | 103  | Foam World  | 2210    | 2026-03-04 | Foam        | 200    | 0        | Open   |

Passes:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |

    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 0        | Open   |
    | 102  | Foam World  | 2210    | 2026-03-03 | Foam        | 800    | 0        | Void   |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Cost, Severity, Topic
from model.money import cents, spoken
from transforms import words
from transforms.facts import Facts
from transforms.purchase_orders import Posted, posted
from transforms.results import AccountLine
from transforms.rule import Finding, rule


@rule(
    "unbudgeted-account",
    on=("budget", "purchase_orders"),
    severity=Severity.WARNING,
    topic=Topic.MONEY,
)
def unbudgeted_account(facts: Facts) -> Iterator[Finding]:
    """One finding for each account, at the first order that names it."""
    report, log = facts.cost_report, facts.table("purchase_orders")
    if report is None or log is None:
        return
    costs = posted(log)
    headings = {category.code: category.name for category in report.categories if category.code}
    for category in report.categories:
        for line in category.accounts:
            if not line.budgeted:
                yield _describe(facts, line, costs[line.account], headings.get(line.account))


def _describe(facts: Facts, line: AccountLine, cost: Posted, heading: str | None) -> Finding:
    currency = facts.production.currency
    orders = words.counted(len(cost.orders), "purchase order")
    amounts = tuple(dict.fromkeys((*cost.invoiced_cells, *cost.open_cells)))
    more = tuple(order.account_cell for order in cost.orders[1:])
    where = f"; in the budget {line.account} is the category {heading}" if heading else ""
    return Finding(
        message=f"{orders} of {spoken(line.figures.total_cost, currency)} "
        f"{'is' if len(cost.orders) == 1 else 'are'} on account {line.account}, "
        f"which the budget lacks{where}",
        at=line.at,
        related=(*more, *amounts),
        subject=line.account,
        cost=Cost(
            cents(line.figures.total_cost),
            f"invoiced {spoken(cost.invoiced, currency)} + open {spoken(cost.open, currency)}",
            amounts,
        ),
        expected="an account of the budget",
        suggestion="Correct the account, or add it to the budget.",
    )
