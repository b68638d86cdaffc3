"""What the purchase order log says of each order: invoiced cost and open commitment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from model.cell import Cell
from model.money import ZERO
from model.table import Table
from schemas.journals.statuses import ACCRUED, PAID, SETTLED, VOID
from transforms.costs.columns import coded, column, currencies, filled, says, texts
from transforms.records import records


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
    currency: str
    """ISO code, "" where it is the production's."""

    @property
    def total(self) -> Decimal:
        """Cost and commitment together."""
        return self.invoiced + self.open


def orders(log: Table) -> Iterator[Order]:
    """The log's lines that count for something. Void orders do not."""
    found = order_frame(log)
    for label, record in records(found):
        yield Order(
            label=label,
            number=record["number"],
            vendor=record["vendor"],
            account=record["account"],
            amount=record["amount"],
            invoiced=record["invoiced"],
            open=record["open"],
            cell=log.cell(label, "amount"),
            invoiced_cell=log.cell(label, "amount" if record["paid_whole"] else "invoiced"),
            account_cell=log.cell(label, "account"),
            currency=record["currency"],
        )


def order_frame(log: Table) -> pd.DataFrame:
    """The orders that count, by the log's labels: number, vendor, account (text), amount, invoiced,
    open (``Decimal``), paid_whole and accrued (whether the status says so), and currency (ISO code,
    "" where it is the production's).

    The open part is what is ordered and not invoiced, where more may be invoiced. A line that only
    bills an order of another line has no order of its own: it lowers that one's open part.
    """
    frame = log.frame.sort_index()
    status = texts(frame, "status")
    void, settled, paid, accrued = (says(status, words) for words in (VOID, SETTLED, PAID, ACCRUED))
    ordered, invoiced = column(frame, "amount"), column(frame, "invoiced")
    paid_whole = invoiced.isna() & paid
    amount = filled(ordered)
    cost = filled(invoiced).where(~paid_whole, amount)
    number = texts(frame, "po_number")
    vendor = texts(frame, "vendor")
    later = _later_bills(number, vendor, ordered, invoiced)
    left = amount - cost - _billed(cost, number, later)
    overdrawn = ordered.isna() | ((left < 0) & (amount >= 0)) | ((left > 0) & (amount < 0))
    made = pd.DataFrame(
        {
            "number": number,
            "vendor": vendor,
            "account": _accounts(coded(frame, "account"), number, later),
            "amount": amount,
            "invoiced": cost,
            "open": left.where(~(settled | overdrawn), ZERO),
            "paid_whole": paid_whole,
            "accrued": accrued,
            "currency": currencies(log, frame.index, "amount", "invoiced"),
        },
        index=frame.index,
    )
    return made[~void]


def _later_bills(
    number: pd.Series[Any],
    vendor: pd.Series[Any],
    ordered: pd.Series[Any],
    invoiced: pd.Series[Any],
) -> pd.Series[bool]:
    """Which lines only bill what one other line of their number and vendor orders."""
    sole = (ordered.notna() & (number != "")).groupby(number).transform("sum") == 1
    vendors = dict(zip(number[ordered.notna()], vendor[ordered.notna()], strict=True))
    same = (vendor == "") | (vendor == number.map(vendors))
    return ordered.isna() & invoiced.notna() & sole & same


def _accounts(
    accounts: pd.Series[Any], number: pd.Series[Any], later: pd.Series[bool]
) -> pd.Series[Any]:
    """The lines' accounts; of later bills without one their order's."""
    orders_of = ~later & (accounts != "") & number.isin(number[later])
    known = dict(zip(number[orders_of], accounts[orders_of], strict=True))
    told = pd.Series([known.get(each, "") for each in number], index=number.index, dtype=object)
    return accounts.where(~later | (accounts != ""), told)


def _billed(cost: pd.Series[Any], number: pd.Series[Any], later: pd.Series[bool]) -> pd.Series[Any]:
    """What later lines bill of each line's order."""
    sums: dict[str, Decimal] = {}
    for each, billed in zip(number[later], cost[later], strict=True):
        sums[each] = sums.get(each, ZERO) + billed
    billed_of = [sums.get(each, ZERO) for each in number]
    return pd.Series(billed_of, index=number.index, dtype=object)
