"""Invoice posted before its purchase order.

Why: an order is raised so that somebody approves a cost before it is made; one that is dated after
its invoice was written to cover the bill.

Looked at: the ledger's postings that name an order of the purchase order log, by the number as
typed, and the earliest date of each. Void orders count for nothing.

Flags:
    PO Log:
    | PO # | Vendor      | Account | Date         | Description | Amount | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02   | Paint       | 1200   | Open   |
    | 102  | Foam World  | 2202    | *2026-03-09* | Foam        | 800    | Open   |

    Ledger:
    | Account | Date       | Source | Vendor      | PO # | Debit | Credit |
    | 2201    | 2026-03-02 | AP-1   | Stage Paint | 101  | 1200  |        |
    | 2202    | 2026-03-03 | AP-2   | Foam World  | 102  | 500   |        |
    | 2202    | 2026-03-12 | AP-3   | Foam World  | 102  | 300   |        |

Passes:
    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | Open   |
    | 102  | Foam World  | 2202    | 2026-03-09 | Foam        | 800    | Void   |

    Ledger:
    | Account | Date       | Source | Vendor      | PO # | Debit | Credit |
    | 2201    | 2026-03-04 | AP-1   | Stage Paint | 101  | 1200  |        |
    | 2202    | 2026-03-03 | AP-2   | Foam World  | 102  | 500   |        |
    | 2202    | 2026-03-03 | AP-2   | Foam World  | 999  | 500   |        |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.issue import Severity, Topic
from transforms.costs.purchase_orders import orders
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.rule import Finding, rule


@rule(
    "invoice-before-po",
    on=(
        Sheet(("purchase_orders",), fields=("po_number", "date")),
        Sheet(("ledger",), fields=("po_number", "date")),
    ),
    severity=Severity.WARNING,
    topic=Topic.MONEY,
)
def invoice_before_po(facts: Facts) -> Iterator[Finding]:
    """One finding for each order, at the first of its lines."""
    log, ledger = facts.table("purchase_orders"), facts.table("ledger")
    if log is None or ledger is None:
        return
    posted = ledger.frame[["po_number", "date"]].dropna()
    first = posted.sort_values("date", kind="stable").drop_duplicates("po_number")
    earliest = dict(zip(first["po_number"], first.index, strict=True))
    for order in orders(log):
        label = earliest.pop(order.number, None) if order.number else None
        ordered = log.frame.at[order.label, "date"]
        if label is None or not isinstance(ordered, date):
            continue
        invoiced = ledger.frame.at[label, "date"]
        if isinstance(invoiced, date) and invoiced < ordered:
            yield Finding(
                message=f"PO {order.number} ({order.vendor or 'no vendor'}) is dated {ordered}, "
                f"after its first posting of {invoiced}",
                at=log.cell(order.label, "date"),
                related=(ledger.cell(int(label), "date"),),
                subject=order.number,
                dates=(ordered, invoiced),
                expected=f"an order of {invoiced} or earlier",
                suggestion="Check both dates; raise the order before the invoice comes.",
            )
