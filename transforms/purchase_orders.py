"""What the purchase order log says of each account: invoiced cost and open commitments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from model.cell import Cell
from model.money import ZERO
from model.table import Table
from transforms.people import fold
from transforms.records import records

VOID = frozenset({"void", "voided", "cancelled", "canceled", "rejected", "declined"})
"""Words in a status that say an order counts for nothing."""
SETTLED = frozenset({"closed", "paid", "complete", "completed"})
"""Words in a status that say nothing more will be invoiced."""
PAID = frozenset({"paid"})
"""Words in a status that say the whole amount was paid, where the log has no figure for it."""


@dataclass(frozen=True, slots=True)
class Order:
    """One line of the log. ``invoiced`` is cost, ``open`` a commitment; neither is negative here
    unless the log says so (a credit)."""

    label: int
    number: str
    vendor: str
    account: str
    amount: Decimal
    invoiced: Decimal
    open: Decimal
    cell: Cell
    """The amount's cell."""
    invoiced_cell: Cell
    """The cell that the cost comes from: invoiced, or the amount where it was paid whole."""
    account_cell: Cell

    @property
    def total(self) -> Decimal:
        """Cost and commitment together."""
        return self.invoiced + self.open


@dataclass(slots=True)
class Posted:
    """The orders of one account, added up, with their cells."""

    invoiced: Decimal = ZERO
    open: Decimal = ZERO
    invoiced_cells: list[Cell] = field(default_factory=list)
    open_cells: list[Cell] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)


def orders(log: Table) -> Iterator[Order]:
    """The log's lines that count for something. Void orders do not."""
    for label, record in records(log.frame):
        status = set(fold(record.get("status")).split())
        if status & VOID:
            continue
        amount, invoiced = record.get("amount"), record.get("invoiced")
        paid_whole = invoiced is None and bool(status & PAID)
        cost = amount if paid_whole else invoiced
        left = (amount or ZERO) - (cost or ZERO)
        yield Order(
            label=label,
            number=str(record.get("po_number") or "").strip(),
            vendor=str(record.get("vendor") or "").strip(),
            account=str(record.get("account") or "").strip(),
            amount=amount or ZERO,
            invoiced=cost or ZERO,
            open=ZERO if status & SETTLED or _overdrawn(amount, left) else left,
            cell=log.cell(label, "amount"),
            invoiced_cell=log.cell(label, "amount" if paid_whole else "invoiced"),
            account_cell=log.cell(label, "account"),
        )


def _overdrawn(amount: Decimal | None, left: Decimal) -> bool:
    """Whether more was invoiced than ordered, so that nothing is left to commit."""
    return amount is None or (left < 0 <= amount) or (amount < 0 < left)


def posted(log: Table) -> Mapping[str, Posted]:
    """The log by account, as typed but for spaces around; orders without one under ""."""
    accounts: dict[str, Posted] = defaultdict(Posted)
    for order in orders(log):
        account = accounts[order.account]
        account.orders.append(order)
        if order.invoiced:
            account.invoiced += order.invoiced
            account.invoiced_cells.append(order.invoiced_cell)
        if order.open:
            account.open += order.open
            account.open_cells.append(order.cell)
    return dict(accounts)
