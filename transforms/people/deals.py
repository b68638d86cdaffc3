"""The deals of a day-out-of-days' elements: dates, rate, union, from the cast and crew lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from model.cell import Cell
from model.table import Table
from schemas.values.marks import Booking, booking
from schemas.values.words import fold
from transforms.people.governed import Worker
from transforms.people.joining import Roster
from transforms.people.sections import is_cast
from transforms.records import Record, records

_TRAVEL = re.compile(
    r"\b(?:travel\w*|trvl|tvl|tr|fly|flies|flying|flights?|voyages?|trajets?|avion|"
    r"(?:an|ab|ruck)reise\w*|reise(?:tag\w*)?|reist|flug|fliegt|viaj\w+|vuel[ao]s?|"
    r"arriv\w+|ankunft|llega\w*)\b"
)
_NO_TRAVEL = re.compile(
    r"\b(?:not|excl\w*|extend\w*|unpaid|pas|nicht|exkl\w*|tb[acd])\b|\?"
    r"|travel\w*\W+no\b|\b(?:no|without|hors|sans|ohne|sin) (?:\w+ )?"
    r"(?:travel|fl[iy]|voyage|trajet|\w*reise|flug|viaj|vuel)"
)
"""What says that there is none: "hors voyage"; but "voyage hors contrat" is one."""
_PART = re.compile(
    r"[;.](?!\d)|"
    r"(?=\b(?:pas de (?:lien|parente)|no relation|not related|nicht verwandt|sin relacion))"
)
"""What parts remarks, but no date (26.4.); a namesake is a remark of its own."""


@dataclass(frozen=True, slots=True)
class Deal:
    """One line of a cast or crew list."""

    label: int
    table: Table
    name: str
    union: str
    start: date | None
    end: date | None
    rate: Decimal | None
    rate_unit: str | None
    guarantee_hours: Decimal | None
    status: Booking = Booking.CONFIRMED
    """How firmly the person is booked; a blank status is a confirmed one."""
    department: str = ""
    position: str = ""
    account: str = ""
    role: str = ""
    number: str = ""
    """The number that a cast list gives the role."""
    currency: str = ""
    """The rate's, where the list says that it is not the production's."""
    remarks: str = ""
    """What the list says of it in words: its terms, and notes."""

    @property
    def roles(self) -> tuple[str, ...]:
        """What a budget may call the line that pays for it."""
        return tuple(filter(None, (self.position, self.role)))

    @property
    def confirmed(self) -> bool:
        """Whether nothing says that the person is only pencilled, or not to come at all."""
        return self.status is Booking.CONFIRMED

    @property
    def speaks_of_travel(self) -> bool:
        """Whether its terms or notes say that the person travels: "travels 3/25, day before"."""
        parts = _PART.split(fold(self.remarks))
        return any(_TRAVEL.search(part) and not _NO_TRAVEL.search(part) for part in parts)

    @property
    def worker(self) -> Worker:
        """What tells the agreement that governs this work."""
        cast = self.table.kind == "cast" or is_cast(set(fold(self.department).split()))
        return Worker(
            side="cast" if cast else "crew",
            union=self.union,
            department=self.department,
            position=self.position or (self.role if self.table.kind == "cast" else ""),
            rate_unit=self.rate_unit or "",
        )

    def cell(self, field: str) -> Cell:
        """Where the deal says this. A rate without a column of its own stands in the deal's."""
        if field == "rate" and not self.table.has("rate"):
            field = "deal"
        return self.table.cell(self.label, field)


def deals(roster: Roster, cast: Table | None, crew: Table | None) -> Mapping[int, tuple[Deal, ...]]:
    """Each element's deals: the cast list's where it is on it, else the crew list's.

    Where some of them were declined, the others are the deals; where all were, all are told.
    """
    found: dict[int, tuple[Deal, ...]] = {}
    for table, joined in ((crew, roster.crew), (cast, roster.cast)):
        if table is not None:
            found |= deals_of(table, joined)
    return found


def deals_of(table: Table, joined: Mapping[int, Sequence[int]]) -> dict[int, tuple[Deal, ...]]:
    """The deals on a list's lines, for each element that has any there."""
    rows = listed(table)
    return {
        element: _standing([rows[label] for label in labels])
        for element, labels in joined.items()
        if labels
    }


def _standing(own: Sequence[Deal]) -> tuple[Deal, ...]:
    """Somebody's deals without those that were declined, as long as one is left."""
    return tuple(deal for deal in own if deal.status is not Booking.DECLINED) or tuple(own)


def listed(table: Table) -> Mapping[int, Deal]:
    """Every line of a cast or crew list as a deal, by its label."""
    return {label: _deal(label, record, table) for label, record in records(table.frame)}


def _deal(label: int, record: Record, table: Table) -> Deal:
    start, end = record.get("start_date"), record.get("end_date")
    hours = record.get("guarantee_hours")
    return Deal(
        label=label,
        table=table,
        name=str(record.get("name") or record.get("role") or ""),
        union=str(record.get("union") or ""),
        start=start if isinstance(start, date) else None,
        end=end if isinstance(end, date) else None,
        rate=record.get("rate"),
        rate_unit=record.get("rate_unit"),
        guarantee_hours=Decimal(str(hours)) if hours is not None else None,
        status=booking(record.get("status")) or Booking.CONFIRMED,
        department=str(record.get("department") or ""),
        position=str(record.get("position") or ""),
        account=str(record.get("account") or "").strip(),
        role=str(record.get("role") or ""),
        number=str(record.get("element_id") or ""),
        currency=table.currencies.get("rate", {}).get(label, ""),
        remarks="; ".join(str(record[part]) for part in ("deal", "notes") if record.get(part)),
    )
