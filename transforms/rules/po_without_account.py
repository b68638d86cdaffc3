"""Purchase order without an account.

Why: without an account the order is in no account's figures, and whoever runs that account does not
see it; the cost report keeps it on a line of its own.

Looked at: the purchase order log's lines that have an amount and no account. Void orders count
for nothing, nor do closed ones of which a log that says what was invoiced has nothing invoiced.

Flags:
    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 0        | Open   |
    | 102  | Foam World  | **      | 2026-03-03 | Foam        | 800    | 300      | Open   |

Flags:
    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | Open   |
    | 102  | Foam World  | **      | 2026-03-03 | Foam        | 800    | Closed |

Passes:
    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 0        | Open   |
    | 102  | Foam World  |         | 2026-03-03 | Foam        | 800    | 0        | Void   |
    | 103  | Foam World  |         | 2026-03-03 | Foam        | 800    | 0        | Closed |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Cost, Severity, Topic
from model.money import ZERO, cents, spoken
from transforms.costs.purchase_orders import Order, orders
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
        amount = order.total or (ZERO if log.has("invoiced") else order.amount)
        if not order.account and amount:
            name = f"PO {order.number}" if order.number else "A purchase order without number"
            total = spoken(amount, facts.production.currency)
            yield Finding(
                message=f"{name} ({order.vendor or 'no vendor'}) of {total} has no account, "
                "so it is in no account's figures",
                at=order.account_cell,
                related=(order.cell,),
                subject=order.number or order.vendor or None,
                cost=_cost(order),
                expected="an account of the budget",
                suggestion="Code the order.",
            )


def _cost(order: Order) -> Cost | None:
    """What an order costs; none where it is settled, and nothing says for how much."""
    if not order.total:
        return None
    return Cost(cents(order.total), "invoiced + open", (order.cell, order.invoiced_cell))
