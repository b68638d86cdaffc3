"""Which sheets give which figure, so that no cost counts twice.

Where there is a ledger, it is the actual: payroll, petty cash and paid orders are posted to it, and
explain it. Where there is none, what orders were invoiced for, petty cash and payroll are the
actual together. The open part of orders is the commitment either way.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from model.cell import Cell
from model.money import ZERO, total
from model.production import Accruals, Costing
from model.table import Place
from model.trail import Trail, trail
from transforms.costs.lines import Basis

ACTUAL, COMMITMENTS = "actual", "commitments"
_ACCRUED = {Accruals.IN_COMMITMENTS: COMMITMENTS, Accruals.IN_COST_TO_DATE: ACTUAL}
_LOGS = (
    ("purchase_orders", "invoiced"),
    ("petty_cash", "posted"),
    ("payroll", "gross"),
    ("payroll", "fringe"),
)
_BALANCED = Decimal("0.9")


_SHEETS = {
    "ledger": "the ledger",
    "purchase_orders": "the order log",
    "petty_cash": "petty cash",
    "payroll": "payroll",
}


def spoken_sheets(kinds: Sequence[str]) -> str:
    """Kinds of sheet in words: "the order log, petty cash and payroll"."""
    words = [_SHEETS[kind] for kind in kinds]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def figures(kinds: Collection[str], accruals: Accruals) -> dict[tuple[str, str], str]:
    """The figure that each part of each kind's postings counts in; a part that is not named only
    explains another's."""
    spent = [("ledger", "posted")] if "ledger" in kinds else _LOGS
    return {
        **dict.fromkeys(spent, ACTUAL),
        ("purchase_orders", "open"): COMMITMENTS,
        ("purchase_orders", "accrued"): _ACCRUED[accruals],
    }


def is_double_entry(ledger: pd.Series[Any]) -> bool:
    """Whether a ledger's postings keep both sides, and so have accounts that are no costs.

    Its credits are then its debits, but for a slip; in a ledger of costs they are few.
    """
    debits, credited = total(ledger[ledger > 0]), -total(ledger[ledger < 0])
    return min(debits, credited) > max(debits, credited) * _BALANCED


def of(
    frame: pd.DataFrame,
    places: Sequence[Place],
    kinds: Collection[str],
    costing: Costing,
    period: tuple[date, date] | None,
    balance: tuple[str, ...],
) -> Basis:
    """What the costs come from, of the postings that count."""
    spent = "ledger" if "ledger" in kinds else ""
    logs = tuple(kind for kind in ("purchase_orders", "petty_cash", "payroll") if kind in kinds)
    accrued = frame[frame["part"] == "accrued"]
    undated = frame[(frame["figure"] == ACTUAL) & frame["date"].isna()]
    return Basis(
        actual=(spent,) if spent else logs,
        explaining=logs if spent else (),
        orders="purchase_orders" in kinds,
        accruals=costing.accruals,
        accrued=_own(accrued),
        accrued_cells=_cells(accrued, places),
        period=period,
        undated=_own(undated) if period else ZERO,
        undated_cells=_cells(undated, places) if period else Trail(),
        balance_accounts=balance,
    )


def _own(frame: pd.DataFrame) -> Decimal:
    """What postings in the production's currency add up to."""
    return total(frame.loc[frame["currency"] == "", "amount"])


def _cells(frame: pd.DataFrame, places: Sequence[Place]) -> Trail:
    """The first cell of each tab that some postings stand on."""
    heads = frame.sort_values(["table", "row"]).drop_duplicates("table")
    found = zip(heads["table"], heads["row"], heads["col"], strict=True)
    return trail(
        *(Cell(places[at].tab, int(row), int(col), places[at].book) for at, row, col in found)
    )
