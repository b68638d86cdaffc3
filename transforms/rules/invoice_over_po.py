"""Invoiced beyond the purchase order.

Why: what is invoiced beyond the order was never approved, and is no commitment that anybody saw
coming.

Looked at: the purchase order log's invoiced amount against the order's own. Credits (negative
orders) the other way round.

Flags:
    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | *1350.50* | Open  |
    | 102  | Foam World  | 2202    | 2026-03-03 | Foam        | 800    | 800      | Closed |

Passes:
    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 1200     | Open   |
    | 102  | Foam World  | 2202    | 2026-03-03 | Foam        | -100   | -100     | Closed |
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
    "invoice-over-po",
    on=(Sheet(("purchase_orders",), fields=("invoiced",)),),
    severity=Severity.WARNING,
    topic=Topic.MONEY,
)
def invoice_over_po(facts: Facts) -> Iterator[Finding]:
    """One finding for each order."""
    if (log := facts.table("purchase_orders")) is None:
        return
    for order in orders(log):
        over = order.invoiced - order.amount
        if order.amount and (over > 0 if order.amount > 0 else over < 0):
            currency = facts.production.currency
            invoiced, amount = spoken(order.invoiced, currency), spoken(order.amount, currency)
            yield Finding(
                message=f"PO {order.number} ({order.vendor or 'no vendor'}) is invoiced for "
                f"{invoiced}, {spoken(over, currency)} more than its amount of {amount}",
                at=order.invoiced_cell,
                related=(order.cell,),
                subject=order.number or order.vendor or None,
                cost=Cost(cents(over), f"{invoiced} - {amount}", (order.invoiced_cell, order.cell)),
                suggestion="Ask for an approved change to the order, or query the invoice.",
            )
