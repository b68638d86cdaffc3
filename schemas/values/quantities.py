"""Plain numbers with the unit that people type after them: "10 hrs", "2 days", "60h/5d"."""

from __future__ import annotations

import re
from decimal import Decimal

from model.grid import Scalar
from schemas.values import amounts
from schemas.values.words import Fault, clean, fold

_UNITS = (
    r"hours?|hrs?|h|std|stunden|heures?|horas?|days?|dys?|d|tage?|jours?|j|dias?|weeks?|wks?|w|"
    r"wochen?|semaines?|sem|semanas?|months?|mos?|mois|monate?|meses|mes|each|ea|pcs?|pieces?|"
    r"units?|people|pax|pers|x|@|st|stk|stuck|allow|flat"
)
_COUNTED = re.compile(
    rf"(?P<number>[\d.,'’ ]*\d)\s*(?:{_UNITS})\.?"
    rf"(?:\s*(?:/|per|a|par|pro)\s*(?:\d+\s*)?(?:{_UNITS})\.?)?"
    r"(?:\s*(?:guarantees?|guar|gtd|gtee|min|minimum|garantie|garantia))?\.?"
)


def number(value: Scalar, *, comma: bool = False) -> Decimal | Fault | None:
    """Read a plain number, or one with its unit; words that say it is open give ``None``.

    Of "60h/5d" it is the 60: the hours, or days, that the heading asks for.
    """
    read = amounts.amount(value, comma=comma)
    if not isinstance(read, Fault) or read.code == "not-ready":
        return read
    if read.code == "amount-open":
        return None
    text = clean(value)
    counted = _COUNTED.fullmatch(fold(text))
    found = amounts.amount(counted["number"].strip(), comma=comma) if counted else None
    if isinstance(found, Decimal):
        return found
    return Fault(
        "unreadable-number",
        f'holds "{text}", which is no plain number',
        "a number",
        "Type the number alone; put words into a notes column.",
    )
