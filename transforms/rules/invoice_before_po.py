"""Invoice dated before its purchase order.

Why: an order is raised so that somebody approves a cost before it is made; one that is dated after
its invoice was written to cover the bill.

Looked at: each order of the purchase order log, with the invoice dates of its own lines and the
ledger's postings that name it by the number as typed; the earliest counts. An invoice of the day
itself is in time. Void orders count for nothing.

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

Flags:
    PO Log:
    | PO # | Vendor      | Account | Date         | Description | Amount | Inv. Date  | Invoiced |
    | 101  | Stage Paint | 2201    | 2026-03-02   | Paint       | 1200   | 2026-03-02 | 1200     |
    | 102  | Foam World  | 2202    | *2026-03-09* | Foam        | 800    | 2026-03-03 | 800      |

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

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from model.cell import Cell
from model.issue import Severity, Topic
from model.table import Table
from transforms.costs.purchase_orders import Order, orders
from transforms.facts import Facts
from transforms.needs import AnyColumn, Either, Sheet
from transforms.rule import Finding, rule


@rule(
    "invoice-before-po",
    on=(
        Sheet(("purchase_orders",), fields=("po_number", "date")),
        Either(
            Sheet(("ledger",), fields=("po_number", "date")),
            AnyColumn("purchase_orders", ("invoice_date",)),
        ),
    ),
    severity=Severity.WARNING,
    topic=Topic.MONEY,
)
def invoice_before_po(facts: Facts) -> Iterator[Finding]:
    """One finding for each order, at the line that raised it."""
    log, ledger = facts.table("purchase_orders"), facts.table("ledger")
    if log is None:
        return
    lines: dict[str, list[Order]] = defaultdict(list)
    for order in orders(log):
        lines[order.number or f"row {order.label}"].append(order)
    posted: dict[str, list[_Dated]] = defaultdict(list)
    if ledger is not None and "po_number" in ledger.frame:
        numbers = ledger.frame["po_number"]
        for label, number in numbers[numbers.isin(list(lines))].items():
            posted[str(number)] += _dated(ledger, int(str(label)), "date")
    for number, own in lines.items():
        raised = [each for order in own for each in _dated(log, order.label, "date")]
        bills = [each for order in own for each in _dated(log, order.label, "invoice_date")]
        bills += posted.get(number, [])
        if raised and bills and min(bills) < (min(raised)[0],):
            yield _describe(own[0], min(raised), min(bills))


_Dated = tuple[date, Cell]


def _dated(table: Table, label: int, field: str) -> list[_Dated]:
    """The date that a line has in a column, with its cell; none where it has none."""
    day = table.frame.at[label, field] if field in table.frame else None
    return [(day, table.cell(label, field))] if isinstance(day, date) else []


def _describe(order: Order, raised: _Dated, bill: _Dated) -> Finding:
    ordered, invoiced = raised[0], bill[0]
    number = f"PO {order.number}" if order.number else "The order"
    return Finding(
        message=f"{number} ({order.vendor or 'no vendor'}) is dated {ordered}, after its invoice "
        f"of {invoiced}",
        at=raised[1],
        related=(bill[1],),
        subject=order.number or order.vendor or None,
        dates=(ordered, invoiced),
        expected=f"an order of {invoiced} or earlier",
        suggestion="Check both dates; raise the order before the invoice comes.",
    )
