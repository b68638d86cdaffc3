"""Orders against the ledger: what it has posted under an order's number is no commitment any more.

An invoice posts to the ledger, and the order falls by it, whatever the log says by then. What the
log calls invoiced and the ledger has not posted yet is *accrued*: a cost, in neither of the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

import pandas as pd

from model.money import ZERO
from model.table import Table
from transforms.costs.columns import coded, column, currencies, filled, standing, texts
from transforms.costs.purchase_orders import order_frame
from transforms.people.joining import fold


@dataclass(frozen=True, slots=True)
class Relieved:
    """A log's orders (:func:`~transforms.costs.purchase_orders.order_frame`) with what stands open.

    Further columns: ``late`` (invoiced and not posted), ``received`` (not invoiced, but accrued by
    the order's status; not in ``open`` then), ``invoice_date`` where the log has one.
    """

    table: Table
    orders: pd.DataFrame


@dataclass(frozen=True, slots=True)
class _Posted:
    """What ledgers have posted under orders' numbers."""

    by_account: Mapping[tuple[str, str, str], Decimal]
    """An order's number, currency and account -> net sum."""
    by_number: Mapping[tuple[str, str], Decimal]
    numbers: frozenset[str]
    unnumbered: frozenset[tuple[str, str]]
    """Account and vendor of postings that bear no order's number; "" where they name no vendor."""


def relieved(logs: Sequence[Table], ledgers: Sequence[Table]) -> list[Relieved]:
    """Each log's orders, relieved by what the ledgers have posted under their numbers.

    Ledgers without a column for orders relieve nothing: what the log calls invoiced is then taken
    for posted.
    """
    if not logs:
        return []
    orders = pd.concat([_orders(log, place) for place, log in enumerate(logs)], ignore_index=True)
    posted = _posted([table for table in ledgers if table.has("po_number")])
    if posted is None:
        orders["late"] = pd.Series(ZERO, index=orders.index, dtype=object)
    else:
        _relieve(orders, posted)
    orders["received"] = orders["open"].where(orders["accrued"], ZERO)
    orders["open"] = orders["open"].where(~orders["accrued"], ZERO)
    return [
        Relieved(log, orders[orders["log"] == place].set_index("label"))
        for place, log in enumerate(logs)
    ]


def _orders(log: Table, place: int) -> pd.DataFrame:
    """A log's orders with its place among the logs, their labels and the days of their invoices."""
    orders = order_frame(log)
    dates = column(log.frame, "invoice_date").reindex(orders.index)
    return orders.assign(log=place, label=orders.index, invoice_date=dates)


def _posted(ledgers: Sequence[Table]) -> _Posted | None:
    """What the ledgers post by order; ``None`` where none has a column for it."""
    if not ledgers:
        return None
    frame = pd.concat([_lines(table) for table in ledgers], ignore_index=True)
    numbered, others = frame[frame["number"] != ""], frame[frame["number"] == ""]
    return _Posted(
        _decimals(numbered.groupby(["number", "currency", "account"])["amount"].sum()),
        _decimals(numbered.groupby(["number", "currency"])["amount"].sum()),
        frozenset(numbered["number"].unique()),
        frozenset(others[["account", "vendor"]].drop_duplicates().itertuples(index=False)),
    )


def _decimals(sums: pd.Series[Any]) -> Mapping[Any, Decimal]:
    return dict(zip(sums.index.tolist(), sums.tolist(), strict=True))


def _lines(ledger: Table) -> pd.DataFrame:
    frame = standing(ledger.frame)
    vendor = texts(frame, "vendor")
    return pd.DataFrame(
        {
            "number": texts(frame, "po_number"),
            "currency": currencies(ledger, frame.index, "debit", "credit"),
            "account": coded(frame, "account"),
            "vendor": vendor.map({name: fold(name) for name in vendor.unique()}),
            "amount": filled(column(frame, "debit")) - filled(column(frame, "credit")),
        },
        index=frame.index,
    )


class _Order(NamedTuple):
    """One line of a log, as it is relieved."""

    number: str
    vendor: str
    account: str
    currency: str
    amount: Decimal
    invoiced: Decimal
    open: Decimal
    accrued: bool


def _relieve(orders: pd.DataFrame, posted: _Posted) -> None:
    """Set each order's open and late part by what is posted, in place."""
    columns = (orders[name].tolist() for name in _Order._fields)
    rows = [_Order(*values) for values in zip(*columns, strict=True)]
    parts = [_parts(row, taken) for row, taken in zip(rows, _shares(rows, posted), strict=True)]
    opens = [open_part for open_part, _ in parts]
    lates = [
        ZERO if _may_be_posted(row, posted) else late
        for row, (_, late) in zip(rows, parts, strict=True)
    ]
    orders["open"] = pd.Series(opens, index=orders.index, dtype=object)
    orders["late"] = pd.Series(lates, index=orders.index, dtype=object)


def _may_be_posted(row: _Order, posted: _Posted) -> bool:
    """Whether an order's invoice may be in the ledger without its number, or in another money."""
    vendor = fold(row.vendor)
    candidates = {(row.account, vendor), (row.account, ""), ("", vendor)}
    otherwise = row.number in posted.numbers and (row.number, row.currency) not in posted.by_number
    return not row.number or otherwise or bool(candidates & posted.unnumbered)


def _parts(row: _Order, taken: Decimal) -> tuple[Decimal, Decimal]:
    """An order's open part and what is invoiced and not posted; credits the other way round."""
    sign = -1 if row.amount < 0 else 1
    furthest = max(row.invoiced * sign, taken * sign)
    left = max(row.amount * sign - furthest, ZERO)
    late = max(row.invoiced * sign - taken * sign, ZERO)
    return min(left, row.open * sign) * sign, late * sign


def _shares(rows: Sequence[_Order], posted: _Posted) -> list[Decimal]:
    """What of the postings under an order's number falls on each of its lines.

    First on lines that only bill, as far as they do; then on those of the posting's own account;
    then, as far as it goes, on the others: an invoice that was coded otherwise than its order still
    fulfils it. What is over stays on the last line.
    """
    by_account = defaultdict(lambda: ZERO, posted.by_account)
    by_number = defaultdict(lambda: ZERO, posted.by_number)
    shares = [ZERO] * len(rows)
    numbered = sorted((place for place, row in enumerate(rows) if row.number), key=rows.__getitem__)
    bills = [place for place in numbered if not rows[place].amount]
    for places, own_account in ((bills, True), (numbered, True), (numbered, False)):
        for place in places:
            row = rows[place]
            number, account = (row.number, row.currency), (row.number, row.currency, row.account)
            left = by_number[number]
            if own_account:
                left = _nearer(left, by_account[account])
            due = row.invoiced if places is bills else row.amount
            share = _nearer(left, due - shares[place])
            shares[place] += share
            by_account[account] -= share
            by_number[number] -= share
    last = {(rows[place].number, rows[place].currency): place for place in numbered}
    for number, place in last.items():
        shares[place] += by_number[number]
    return shares


def _nearer(one: Decimal, other: Decimal) -> Decimal:
    """The amount nearer to zero; zero where one is a debit and the other a credit."""
    if one * other <= 0:
        return ZERO
    return min(one, other, key=abs)
