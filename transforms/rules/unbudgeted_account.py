"""Unbudgeted account.

Why: a cost on an account that the budget lacks is either miscoded or an overage from its first
cent.

Looked at: the accounts of the purchase order log, the ledger, petty cash and payroll against the
budget's, as text, exactly: "110" is not "1101", but "2201-05" is under "2201". Void orders count
for nothing; a ledger whose debits are its credits has accounts that are no costs, and is passed
over. The cost report keeps the order log's such accounts on lines of their own.

Flags:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |

    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 0        | Open   |
    | 102  | Foam World  | *2210*  | 2026-03-03 | Foam        | 800    | 300      | Open   |
    | 103  | Foam World  | 2210    | 2026-03-04 | Foam        | 200    | 0        | Open   |

Flags:
    Budget:
    | Account | Description  | Budget |
    | 2201    | Art Director | 40000  |

    Ledger:
    | Account | Date       | Source | Vendor      | Description | Debit | Credit |
    | 2201-05 | 2026-03-02 | AP-1   | Stage Paint | Paint       | 1200  |        |
    | *2210*  | 2026-03-03 | AP-2   | Foam World  | Foam        | 800   |        |
    | 2210    | 2026-03-04 | AP-3   | Foam World  | Returned    |       | 200    |

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
from transforms.needs import Sheet
from transforms.postings import KINDS, Account, outside
from transforms.purchase_orders import Posted, posted
from transforms.results import AccountLine
from transforms.rule import Finding, rule


@rule(
    "unbudgeted-account",
    on=("budget", Sheet(("purchase_orders", *KINDS))),
    severity=Severity.WARNING,
    topic=Topic.MONEY,
)
def unbudgeted_account(facts: Facts) -> Iterator[Finding]:
    """One finding for each account, at the first order that names it, or posting of a sheet."""
    report, log, budget = (
        facts.cost_report,
        facts.table("purchase_orders"),
        facts.table("budget"),
    )
    if report is None or budget is None:
        return
    costs = posted(log) if log else {}
    headings = {category.code: category.name for category in report.categories if category.code}
    for category in report.categories:
        for line in category.accounts:
            if not line.budgeted:
                yield _describe(facts, line, costs[line.account], headings.get(line.account))
    budgeted = frozenset(str(code) for code in budget.frame["account"].dropna())
    for account in outside(facts, budgeted):
        yield _posted(facts, account)


def _posted(facts: Facts, account: Account) -> Finding:
    """The finding of an account that a ledger, petty cash or payroll posts to."""
    cells = tuple(account.table.cell(label, "account") for label in account.labels)
    count = words.counted(len(cells), "posting")
    amount = spoken(account.amount, facts.production.currency)
    return Finding(
        message=f"{count} of {amount} in all {'is' if len(cells) == 1 else 'are'} on account "
        f"{account.code}, which the budget lacks",
        at=cells[0],
        related=cells[1:20],
        subject=account.code,
        cost=Cost(cents(account.amount), "posted", cells[:20]),
        expected="an account of the budget",
        suggestion="Correct the account, or add it to the budget.",
    )


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
