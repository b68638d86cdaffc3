"""Hired equipment: what from when to when, whether it came back, what more days cost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from model.cell import Cell
from model.issue import Cost
from model.money import cents, spoken
from model.table import Table
from schemas.values.words import is_dash
from transforms import words
from transforms.facts import Facts
from transforms.records import Record, dated_cell, records
from transforms.words import plain

_NO_HIRE = re.compile(
    r"(?:.*\b)?(?:cancel\w*|quot\w*|declin\w*|released|not (?:required|needed|taken)|void|option|"
    r"pencil\w*|tentative|hold|on hold|tb[acd]|storn\w*|annul\w*|anulad\w*|opcion\w*|a lapiz|"
    r"angefragt|abgesagt|abbestellt|entfallt|presupuestad\w*)\b.*"
)
_BACK = re.compile(
    r"(?:.*\b)?(?:return\w*|back|checked in|in house|off hire|off hired|complete\w*|"
    r"closed|rendu\w*|zuruck\w*|devuelt\w*|retourne\w*)\b.*"
)
_OUT = re.compile(
    r"(?:.*\b)?(?:not (?:yet )?returned|still out|out|on hire|overdue|missing|lost)\b.*"
)
_NO = re.compile(
    r"(?:no|n|not yet|out|outstanding|pending|nein|non|false|0|on (?:hire|set|truck|unit|hold)|"
    r"still|open|due|kept|keeping|needed|extend\w*|with (?:us|unit|dept))\b.*"
)


@dataclass(frozen=True, slots=True)
class Hire:
    """One line of an equipment list that stands: not a quote, not cancelled."""

    label: int
    table: Table
    what: str
    vendor: str
    serial: str
    department: str
    po_number: str
    notes: str
    quantity: Decimal | None
    rate: Decimal | None
    rate_unit: str
    start: date | None
    end: date | None
    used_to: date | None
    """The last day of use, where that is not the day that it is due back."""
    is_back: bool | None
    """Whether it came back; ``None`` where the list does not say such things."""

    def cell(self, field: str) -> Cell:
        """Where the list says this."""
        return dated_cell(self.table, self.label, field)

    @property
    def called(self) -> str:
        """What messages call it: "Dolly (Gripco)"."""
        return f"{self.what} ({self.vendor})" if self.vendor else self.what


def hires(facts: Facts) -> tuple[Hire, ...]:
    """Every line of the equipment lists that stands."""
    table = facts.table("equipment")
    if table is None:
        return ()
    return tuple(
        _hire(table, label, record)
        for label, record in records(table.frame)
        if not _NO_HIRE.fullmatch(plain(str(record.get("status") or "")))
    )


def _hire(table: Table, label: int, record: Record) -> Hire:
    start, end = record.get("start_date"), record.get("end_date")
    rate, quantity = record.get("rate"), record.get("quantity")
    text = {name: str(record.get(name) or "").strip() for name in _TEXTS}
    serial = "" if is_dash(text["serial"]) else text["serial"]
    return Hire(
        label=label,
        table=table,
        what=text["description"] or text["serial"] or "an item",
        vendor=text["vendor"],
        serial=serial or _serial_in(text["description"]),
        department=text["department"],
        po_number=text["po_number"],
        notes=text["notes"],
        quantity=Decimal(str(quantity)) if quantity is not None else None,
        rate=rate if isinstance(rate, Decimal) else None,
        rate_unit=text["rate_unit"],
        start=start if isinstance(start, date) else None,
        end=end if isinstance(end, date) else None,
        used_to=used if isinstance(used := record.get("hired_to"), date) else None,
        is_back=_is_back(table, text["returned"], text["status"]),
    )


_SERIAL = re.compile(
    r"\b(?i:s ?/ ?n|sn|serial|seriennr|seriennummer|n[o°º]? ?(?:de )?s[ée]rie|plates?|"
    r"licen[cs]e(?: plates?)?|reg(?:istration)?|kennzeichen|immat\w*|plaque|matr[íi]cula|vin|"
    r"asset(?: tag)?|barcode)\b(?i: ?(?:no|nr|number)\b)?[\s.:#°º]*"
    r"(?P<number>[A-Z0-9]+(?:[./-][A-Z0-9]+| (?:[A-Z]{1,3}|[A-Z]*\d[A-Z0-9]*)(?!\w))*)(?!\w)"
)
"""An item's own number beside its description: "Sony FX9, s/n 2001457", "Bronco plate 8KLM204"."""
_OWN = 4
"""Letters and digits of such a number at least."""


def _serial_in(description: str) -> str:
    """The number that a description gives an item as its own; "" where it gives none."""
    said = _SERIAL.search(description)
    number = said["number"] if said else ""
    long = sum(map(str.isalnum, number)) >= _OWN
    return number if long and any(map(str.isdigit, number)) else ""


_TEXTS = (
    *("description", "vendor", "serial", "department", "po_number", "notes", "rate_unit"),
    *("returned", "status"),
)


def _is_back(table: Table, returned: str, status: str) -> bool | None:
    """What the column of returns says, else the status; a blank return is none."""
    said = plain(status)
    if table.has("returned"):
        marked = bool(returned) and not is_dash(returned) and not _NO.fullmatch(plain(returned))
        return marked or bool(_BACK.fullmatch(said) and not _OUT.fullmatch(said))
    if _OUT.fullmatch(said):
        return False
    return True if _BACK.fullmatch(said) else None


def cost_of(hire: Hire, days: int, currency: str) -> Cost | None:
    """What more days of a hire cost by its day rate; ``None`` for other rates, which have terms."""
    if hire.rate is None or hire.rate <= 0 or hire.rate_unit != "day" or days < 1:
        return None
    many = hire.quantity if hire.quantity and hire.quantity > 1 else Decimal(1)
    formula = f"{words.counted(days, 'day')} x day rate {spoken(hire.rate, currency)}"
    if many > 1:
        formula += f" x {many.normalize():f}"
    sources = (hire.cell("rate"), hire.cell("end_date"))
    return Cost(cents(hire.rate * days * many), formula, sources)
