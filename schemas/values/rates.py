"""Rates with their unit ("$2,000/wk") and marks that say yes or no ("x", "pending")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from model.grid import Scalar
from schemas.values import amounts
from schemas.values.dates import written
from schemas.values.words import Fault, clean, fold, is_dash, is_error, is_open, listed, not_ready

UNITS = ("hour", "day", "week", "flat", "episode")
"""The units that a rate may have; a sheet's own words are read into these."""

_WORDS = {
    "hour": "hour hours hr hrs hourly h p/h p/hr heure stunde hora",
    "day": "day days daily d dy p/d p/day jour tag dia",
    "week": "week weeks weekly wk wks wkly w p/w p/wk semaine hebdo woche semana",
    "flat": "flat forfait pauschal buyout",
    "episode": "episode episodes ep eps epis",
}
_UNIT = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_UNIT |= dict.fromkeys(("flat fee", "flat rate", "all in", "all-in", "buy out", "buy-out"), "flat")
_FILLERS = listed("per a rate @ pro par por la le der each")
_WORD = re.compile(
    r"(?P<slash>/\s*)?(?P<word>all[ -]in|buy[ -]out|flat (?:fee|rate)|(?:p/)?[a-z]+|@)\.?:?"
)
_EXTRAS = re.compile(r"\s*(?:[+;(&]|,\s|\bplus\b)")
_WORDED = re.compile(
    r"scale|minimum|see deal|union|guild|deferred|volunteer|intern|credit only", re.IGNORECASE
)

_YES = listed(
    "yes y x ✓ ✔ ☑ ✅ true 1 done signed received rec'd recd complete completed ok in executed "
    "fully-executed approved oui ja si returned filed countersigned"
) | {"fully executed", "on file", "all in"}
_NO = listed(
    "no n false 0 ✗ ✘ ❌ ☐ missing pending sent out requested incomplete unsigned draft partial "
    "outstanding needed none non nein waiting awaiting"
) | {"not sent", "in progress", "to sign", "out for signature", "not received", "not signed"}


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate: an amount a unit. ``unit`` is one of :data:`UNITS`, or ``None`` where unstated."""

    amount: Decimal | None = None
    unit: str | None = None


def rate(value: Scalar, *, comma: bool = False) -> Rate | Fault:
    """Read a rate cell. Words that are an agreement's matter ("SAG scale + 10") give no amount.

    ``comma`` says that the decimal mark is a comma. What follows a plus or a comma ("+ kit")
    is left to people.
    """
    text = clean(value)
    if not text or is_dash(text) or text.lower() in ("n/a", "na"):
        return Rate()
    plain = amounts.amount(value, comma=comma)
    if isinstance(plain, Decimal) or (isinstance(plain, Fault) and (is_error(text))):
        return Rate(plain) if isinstance(plain, Decimal) else plain
    if is_open(text):
        return Fault("amount-open", f'says "{text}"', "a rate", "Type the rate once agreed.")
    return _worded(text, comma)


def _worded(text: str, comma: bool) -> Rate | Fault:
    """Take a rate's text apart into amount and unit, leaving what is added to it ("+ kit")."""
    units: set[str] = set()

    def take(match: re.Match[str]) -> str:
        unit = _UNIT.get(match["word"])
        units.update({unit} if unit else ())
        return " " if unit or match["word"] in _FILLERS else match[0]

    head = _EXTRAS.split(fold(text), maxsplit=1)[0]
    amount = amounts.amount(_WORD.sub(take, head).strip(), comma=comma)
    if isinstance(amount, Decimal) and len(units) < 2:
        return Rate(amount, *units)
    if _WORDED.search(text):
        return Rate()
    return Fault(
        "unreadable-rate",
        f'holds "{text}", which is no rate',
        "an amount with its unit, such as 2,000/wk",
        "Type the amount and its unit; put the rest into a notes column.",
    )


def unit_in(words: str) -> str | None:
    """The unit that a heading or a unit's own cell states ("Weekly Rate", "wk"), if just one."""
    found = {_UNIT[word] for word in re.findall(r"[a-z]+", fold(words)) if word in _UNIT}
    return found.pop() if len(found) == 1 else None


def mark(value: Scalar) -> bool | Fault | None:
    """Read a yes/no cell; blank or "n/a" gives ``None``, and a date means that it is done.

    "Sent" and "pending" are no: the paper is not back.
    """
    text = clean(value)
    if not text or is_dash(text) or text.lower() in ("n/a", "na", "?", "tbd"):
        return None
    word = fold(text).rstrip(".!")
    if word in _YES or word in _NO:
        return word in _YES
    if is_error(text):
        return not_ready(text)
    first, *others = word.split(" ")
    if written(value) is not None or (others and written(" ".join(others)) is not None):
        return first not in _NO
    return Fault(
        "unreadable-mark",
        f'holds "{text}", which says neither yes nor no',
        "yes, no, pending or a date",
        "Type yes, no or the date; put words into a notes column.",
    )
