"""Purchase order without an account.

Why: without an account the order is in no account's figures, and whoever runs that account does not
see it; the cost report keeps it on a line of its own.

Looked at: the purchase order log's lines that have an amount and no account. Void orders count
for nothing.

Flags:
    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 0        | Open   |
    | 102  | Foam World  | **      | 2026-03-03 | Foam        | 800    | 300      | Open   |

Passes:
    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 0        | Open   |
    | 102  | Foam World  |         | 2026-03-03 | Foam        | 800    | 0        | Void   |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Cost, Severity, Topic
from model.money import cents, spoken
from transforms.costs.purchase_orders import orders
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule


@rule(
    "po-without-account",
    on=(Sheet(("purchase_orders",), fields=("account",)),),
    severity=Severity.ERROR,
    topic=Topic.MONEY,
)
def po_without_account(facts: Facts) -> Iterator[Finding]:
    """One finding for each order that costs something."""
    if (log := facts.table("purchase_orders")) is None:
        return
    for order in orders(log):
        if not order.account and order.total:
            name = f"PO {order.number}" if order.number else "A purchase order without number"
            total = spoken(order.total, facts.production.currency)
            yield Finding(
                message=f"{name} ({order.vendor or 'no vendor'}) of {total} has no account, "
                "so it is in no account's figures",
                at=order.account_cell,
                related=(order.cell,),
                subject=order.number or order.vendor or None,
                cost=Cost(cents(order.total), "invoiced + open", (order.cell, order.invoiced_cell)),
                expected="an account of the budget",
                suggestion="Code the order.",
            )
