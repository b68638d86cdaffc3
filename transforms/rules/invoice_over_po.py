"""Invoiced beyond the purchase order.

Why: what is invoiced beyond the order was never approved, and is no commitment that anybody saw
coming.

Looked at: what the purchase order log has invoiced against what it has ordered, the lines of one
number and vendor together: an order may be split over accounts, or have a line for each invoice.
Credits (negative orders) the other way round.

Flags:
    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | *1350.50* | Open  |
    | 102  | Foam World  | 2202    | 2026-03-03 | Foam        | 800    | 800      | Closed |
    | 103  | Rope & Sons | 2203    | 2026-03-03 | Rigging     | 900    | 700      | Open   |
    | 103  | Rope & Sons | 2203    | 2026-03-09 | 2nd invoice |        | *450*    | Open   |

Passes:
    PO Log:
    | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
    | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 1200     | Open   |
    | 102  | Foam World  | 2202    | 2026-03-03 | Foam        | -100   | -100     | Closed |
    | 103  | Rope & Sons | 2203    | 2026-03-03 | Rigging     | 900    | 1000     | Open   |
    | 103  | Rope & Sons | 2204    | 2026-03-03 | Riggers     | 600    | 500      | Open   |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal

from model.issue import Cost, Severity, Topic
from model.money import cents, spoken
from schemas.values.words import fold
from transforms.costs.purchase_orders import Order, orders
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
    """One finding for each order, at the line with which it goes beyond."""
    if (log := facts.table("purchase_orders")) is None:
        return
    for lines in _whole(orders(log)):
        ordered = sum((line.amount for line in lines), Decimal())
        if not ordered or (last := _beyond(lines, ordered)) is None:
            continue
        invoiced = sum((line.invoiced for line in lines), Decimal())
        over = invoiced - ordered
        currency = last.currency or facts.production.currency
        said, amount = spoken(invoiced, currency), spoken(ordered, currency)
        cells = tuple(dict.fromkeys(c for line in lines for c in (line.invoiced_cell, line.cell)))
        yield Finding(
            message=f"PO {last.number} ({last.vendor or 'no vendor'}) is invoiced for "
            f"{said}, {spoken(over, currency)} more than its amount of {amount}",
            at=last.invoiced_cell,
            related=tuple(cell for cell in cells if cell != last.invoiced_cell),
            subject=last.number or last.vendor or None,
            cost=None if last.currency else Cost(cents(over), f"{said} - {amount}", cells),
            suggestion="Ask for an approved change to the order, or query the invoice.",
        )


def _whole(lines: Iterable[Order]) -> Iterable[Sequence[Order]]:
    """The log's lines by order: one number, vendor and currency. A line without a number, or the
    same number for somebody else, is an order of its own."""
    whole: dict[Hashable, list[Order]] = defaultdict(list)
    vendors: dict[str, str] = {}
    for line in lines:
        number = fold(line.number)
        vendor = fold(line.vendor) or vendors.get(number, "")
        vendors[number] = vendor
        whole[(number, vendor, line.currency) if number else line.label].append(line)
    return whole.values()


def _beyond(lines: Sequence[Order], ordered: Decimal) -> Order | None:
    """The line at which what is invoiced goes beyond the order for good, ``None`` where it never
    does."""
    sign = 1 if ordered > 0 else -1
    found, invoiced = None, Decimal()
    for line in lines:
        invoiced += line.invoiced
        beyond = sign * (invoiced - ordered) > 0
        found = (found or line) if beyond else None
    return found
