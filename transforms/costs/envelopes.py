"""Envelopes of petty cash that a ledger, which posts them by their numbers, has not posted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pandas as pd

from model.cell import Cell
from model.money import total
from model.table import Table
from transforms.costs.columns import texts
from transforms.facts import Facts

_SAID = ("source", "invoice", "description", "vendor", "po_number")
"""Columns of a ledger that may name an envelope."""
_FEWEST = 2
"""Envelopes that the ledger must name before one that it does not name says anything."""
_TELLING = re.compile(r"(?=.*\d).*[^\W\d_].*|\d{3,}")
"""Envelopes' numbers that no text has by chance: "PC-07", and no bare 7."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope: its receipts' amounts and where they stand."""

    number: str
    custodian: str
    amount: Decimal
    dates: tuple[date, ...]
    cells: tuple[Cell, ...]

    @property
    def places(self) -> frozenset[tuple[str, str, int]]:
        """Book, tab and row of its receipts."""
        return frozenset((cell.book, cell.tab, cell.row) for cell in self.cells)


def last_posting(facts: Facts) -> date | None:
    """The day of the ledger's last posting: what is dated later cannot be in it yet."""
    frame = facts.postings.frame
    dates = frame.loc[frame["kind"] == "ledger", "date"].dropna()
    return max(dates, default=None)


def unposted(facts: Facts) -> Sequence[Envelope]:
    """The envelopes that the ledger does not name, where it names most of the others."""
    last, ledgers = last_posting(facts), facts.tables("ledger")
    known = [
        envelope
        for table in facts.tables("petty_cash")
        for envelope in _envelopes(table)
        if last is not None and max(envelope.dates, default=date.max) <= last
    ]
    said = {
        text
        for ledger in ledgers
        for name in _SAID
        for text in texts(ledger.frame, name).unique().tolist()
        if text
    }
    missing = [envelope for envelope in known if not _is_named(envelope.number, said)]
    named = len(known) - len(missing)
    return missing if named >= _FEWEST and named > len(missing) else []


def _envelopes(table: Table) -> Iterator[Envelope]:
    """A log's envelopes whose number tells them."""
    frame = table.frame[table.frame["amount"].notna()]
    numbers = texts(frame, "envelope")
    for number, rows in frame.groupby(numbers, sort=False):
        if _TELLING.fullmatch(str(number)) and not isinstance(number, float):
            yield Envelope(
                number=str(number),
                custodian=next((text for text in texts(rows, "custodian") if text), ""),
                amount=total(rows["amount"]),
                dates=tuple(day for day in rows["date"] if isinstance(day, date)),
                cells=tuple(table.cell(int(str(label)), "amount") for label in rows.index),
            )


def _is_named(number: str, said: set[str]) -> bool:
    """Whether a text of the ledger has an envelope's number, however it is joined."""
    parts = [re.escape(part) for part in re.findall(r"[^\W\d_]+|\d+", number)]
    wanted = re.compile(rf"(?<!\w){'[^a-z0-9]*'.join(parts)}(?!\d)", re.IGNORECASE)
    return any(wanted.search(text) for text in said)


def among(rows: pd.DataFrame, facts: Facts, envelopes: Sequence[Envelope]) -> pd.Series[bool]:
    """Which postings are receipts of some envelopes."""
    own = {place for envelope in envelopes for place in envelope.places}
    tabs = [(place.book, place.tab) for place in facts.postings.places]
    found = [
        (*tabs[table], row) in own for table, row in zip(rows["table"], rows["row"], strict=True)
    ]
    return pd.Series(found, index=rows.index, dtype=bool)
