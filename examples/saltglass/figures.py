"""The money: accounts, purchase orders, and what they come to as of the cost report's date.

Everything hangs together: commitments are the open purchase orders, total cost is actuals and
commitments, EFC is total cost and ETC. What is planted is added elsewhere, on purpose.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

_HERE = Path(__file__).parent
_CENT = Decimal("0.01")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Order:
    """One purchase order."""

    account: str
    vendor: str
    description: str
    amount: Decimal
    invoiced: Decimal
    date: date

    @property
    def open(self) -> Decimal:
        """What is committed and not invoiced yet."""
        return self.amount - self.invoiced


@dataclass(frozen=True, slots=True)
class Account:
    """One account's figures; ``notes`` as the accountant typed them."""

    code: str
    description: str
    original: Decimal
    approved: Decimal
    period: Decimal
    actual: Decimal
    commitments: Decimal
    etc: Decimal
    notes: str

    @property
    def revised(self) -> Decimal:
        """Original budget and approved changes."""
        return self.original + self.approved

    @property
    def total_cost(self) -> Decimal:
        """Actuals and commitments."""
        return self.actual + self.commitments

    @property
    def efc(self) -> Decimal:
        """Estimated final cost."""
        return self.total_cost + self.etc

    @property
    def variance(self) -> Decimal:
        """(Over)/under: revised budget less EFC."""
        return self.revised - self.efc


@dataclass(frozen=True, slots=True)
class Category:
    """A category of accounts: "2200", "SET DESIGN"."""

    code: str
    name: str
    accounts: tuple[Account, ...]


def orders() -> list[Order]:
    """All purchase orders, by date."""
    with (_HERE / "orders.csv").open(newline="") as lines:
        read = [
            Order(
                row["account"],
                row["vendor"],
                row["description"],
                Decimal(row["amount"]),
                Decimal(row["invoiced"]),
                date.fromisoformat(row["date"]),
            )
            for row in csv.DictReader(lines)
        ]
    return sorted(read, key=lambda order: (order.date, order.account, order.description))


def sections() -> dict[str, list[Category]]:
    """Section -> its categories, in the budget's order."""
    placed: dict[str, list[Order]] = defaultdict(list)
    for order in orders():
        placed[order.account].append(order)
    budget: dict[str, list[Category]] = {}
    section, heading = "", ("", "")
    lines: list[Account] = []
    with (_HERE / "accounts.csv").open(newline="") as text:
        for row in csv.DictReader(text):
            if row["budget"]:
                lines.append(_account(row, placed[row["code"]]))
                continue
            if lines:
                budget[section].append(Category(*heading, tuple(lines)))
                lines = []
            if row["code"] == "*":
                section = row["description"]
                budget[section] = []
            else:
                heading = (row["code"], row["description"])
    budget[section].append(Category(*heading, tuple(lines)))
    return budget


def _account(row: dict[str, str], placed: list[Order]) -> Account:
    """Cost an account: spent by its pace, committed by its orders, the rest still to come."""
    original = Decimal(row["budget"])
    approved = Decimal(row["approved"] or 0)
    invoiced = sum((order.invoiced for order in placed), ZERO)
    commitments = sum((order.open for order in placed), ZERO)
    revised, efc = original + approved, original + approved + Decimal(row["drift"] or 0)
    pace = Decimal(row["pace"])
    # A code's own digits roughen its cents, so that no two accounts look alike.
    rough = 1 - Decimal(int(row["code"]) * 37 % 89) / 1000
    spent = (efc if pace == 1 else revised * pace * rough).quantize(_CENT, ROUND_HALF_UP)
    actual = min(max(spent, invoiced), efc - commitments)
    period = (actual * Decimal("0.14") * (pace < 1)).quantize(_CENT, ROUND_HALF_UP)
    return Account(
        code=row["code"],
        description=row["description"],
        original=original,
        approved=approved,
        period=period,
        actual=actual,
        commitments=commitments,
        etc=efc - actual - commitments,
        notes="" if row["notes"] == "PLANT" else row["notes"],
    )
