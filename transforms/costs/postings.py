"""Every posting of ledger, order log, petty cash and payroll as one frame, read by columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from model.cell import Cell
from model.table import Place, Table
from transforms.costs.columns import coded, column, currencies, filled, standing
from transforms.costs.relief import Relieved, relieved

KINDS = ("ledger", "purchase_orders", "petty_cash", "payroll")
"""The kinds of sheet that say what was spent, in the order in which their cells are named."""
COLUMNS = ("kind", "part", "account", "amount", "date", "table", "row", "col", "currency")


@dataclass(frozen=True, slots=True)
class Postings:
    """All postings of a production, one row of ``frame`` each.

    ``kind`` is the sheet's; ``part`` says what of a record it is: "posted", "gross", "fringe", or
    an order's "invoiced", "open" and "accrued". ``account`` is text as typed, "" where there is
    none; ``amount`` a ``Decimal`` other than zero, credits taken off; ``date`` a date or ``None``.
    ``table`` (an index into ``places``), ``row`` and ``col`` say which cell it is; ``currency`` is
    "" where the amount is in the production's.
    """

    frame: pd.DataFrame
    places: tuple[Place, ...]
    kinds: tuple[str, ...]
    """The kinds of sheet that there are, with postings or without."""

    def account_cell(self, table: int, row: int) -> Cell:
        """Where a posting names its account."""
        place = self.places[table]
        first = min(place.columns.values(), default=1)
        return Cell(place.tab, row, place.columns.get("account", first), place.book)

    def cells(self, rows: pd.DataFrame, most: int) -> tuple[Cell, ...]:
        """The first cells of some postings, in the order of tabs and rows."""
        found = rows.sort_values(["table", "row", "col"]).head(most)
        places = (self.places[table] for table in found["table"])
        made = (
            Cell(place.tab, int(row), int(col), place.book)
            for place, row, col in zip(places, found["row"], found["col"], strict=True)
        )
        return tuple(dict.fromkeys(made))


def postings(tables: Mapping[str, Sequence[Table]], *, relieves: bool = True) -> Postings:
    """The postings of tables by kind, each read from one tab. Void ones count for nothing.

    ``relieves`` says whether orders fall by what the ledgers post under their numbers: ledgers that
    hold a part of the postings cannot tell what is still open.
    """
    ledgers = tables.get("ledger", ()) if relieves else ()
    logs = relieved(tables.get("purchase_orders", ()), ledgers)
    places: list[Place] = []
    parts: list[pd.DataFrame] = []
    for kind in KINDS:
        for number, table in enumerate(tables.get(kind, ())):
            made = _orders(logs[number]) if kind == "purchase_orders" else _PARTS[kind](table)
            for part in made:
                parts.append(part.assign(kind=kind, table=len(places)))
            places.append(table.place)
    kinds = tuple(kind for kind in KINDS if tables.get(kind))
    frame = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()
    return Postings(frame.reindex(columns=list(COLUMNS)), tuple(places), kinds)


def _ledger(table: Table) -> Iterator[pd.DataFrame]:
    """A ledger's postings, debits less credits; the cell is that of the side with an amount."""
    frame = standing(table.frame)
    debit, credit = (column(frame, name) for name in ("debit", "credit"))
    sides = [table.place.columns.get(name, 1) for name in ("debit", "credit")]
    columns = pd.Series(sides[0], index=frame.index).where(filled(debit) != 0, sides[1])
    stated = currencies(table, frame.index, "debit", "credit")
    yield _part(frame, "posted", filled(debit) - filled(credit), columns, "date", stated)


def _petty_cash(table: Table) -> Iterator[pd.DataFrame]:
    frame = standing(table.frame)
    stated = currencies(table, frame.index, "amount")
    yield _part(frame, "posted", column(frame, "amount"), _col(table, "amount"), "date", stated)


def _payroll(table: Table) -> Iterator[pd.DataFrame]:
    """Gross and fringe, each with its own cell, on the timecard's account."""
    for name in ("gross", "fringe"):
        amounts = column(table.frame, name)
        stated = currencies(table, table.frame.index, name)
        yield _part(table.frame, name, amounts, _col(table, name), "week_ending", stated)


_PARTS = {"ledger": _ledger, "petty_cash": _petty_cash, "payroll": _payroll}


def _orders(log: Relieved) -> Iterator[pd.DataFrame]:
    """What of the orders is invoiced, still open, and accrued."""
    columns = log.table.place.columns
    amount = columns.get("amount", 1)
    invoiced = columns.get("invoiced", amount)
    whole = pd.Series(invoiced, index=log.orders.index).where(~log.orders["paid_whole"], amount)
    parts: tuple[tuple[str, str, pd.Series[int] | int], ...] = (
        ("invoiced", "invoiced", whole),
        ("open", "open", amount),
        ("accrued", "late", whole),
        ("accrued", "received", amount),
    )
    for part, name, cells in parts:
        amounts, stated = log.orders[name], log.orders["currency"]
        yield _part(log.orders, part, amounts, cells, "invoice_date", stated)


def _col(table: Table, field: str) -> int:
    return table.place.columns.get(field, 1)


def _part(
    frame: pd.DataFrame,
    part: str,
    amounts: pd.Series[Any],
    columns: pd.Series[int] | int,
    dated: str,
    currency: pd.Series[Any],
) -> pd.DataFrame:
    """One amount of each record that has one."""
    made = pd.DataFrame(
        {
            "part": part,
            "account": coded(frame, "account"),
            "amount": amounts,
            "date": _dates(frame, dated),
            "row": frame.index,
            "col": columns,
            "currency": currency,
        },
        index=frame.index,
    )
    return made[amounts.notna() & (amounts != 0)]


def _dates(frame: pd.DataFrame, field: str) -> pd.Series[Any]:
    """A field's dates; ``None`` where there is none, or words."""
    values = column(frame, field)
    known = {value for value in values.unique() if isinstance(value, date)}
    return values.where(values.isin(known), None)
