"""What stands in the budget's spreadsheet alone, so that a leak can be looked for."""

from __future__ import annotations

from decimal import Decimal

from saltglass import figures, orders_tab

_TELLING = 12
"""Shorter strings ("Maintenance") may stand elsewhere without having been told."""


def restricted() -> dict[str, list[str]]:
    """Strings and figures that stand in the budget's spreadsheet and nowhere else."""
    orders = [*figures.orders(), *(fault.order for fault in orders_tab.FAULTS)]
    strings = {order.vendor for order in orders} | {order.description for order in orders}
    amounts: set[Decimal] = {order.amount for order in orders}
    for categories in figures.sections().values():
        for account in (a for category in categories for a in category.accounts):
            strings |= {account.notes} - {""}
            amounts |= {account.actual, account.etc, account.total_cost}
    telling = sorted(amount for amount in amounts if amount > 1000 and amount % 1)
    return {
        "strings": sorted(text for text in strings if len(text) > _TELLING),
        "figures": [f"{amount:.2f}" for amount in telling],
    }
