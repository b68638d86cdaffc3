"""Quantities and rates as rental houses write them: "2 pr", "lot", "1,200 / 3-day week"."""

from __future__ import annotations

import re
from decimal import Decimal

from schemas.values import amounts, rates
from schemas.values.rates import Rate
from schemas.values.words import fold

_UNITS = (
    r"pr|prs|pairs?|lots?|sets?|pkgs?|packages?|kits?|cases?|boxe?s?|rolls?|bags?|carts?|ea|each|"
    r"pcs?|pieces?|units?|ft|m|uds?|unidades?|stk|stuck|satz|paar|paires?|jeux?|lote?s?|juegos?|"
    r"trucks?|days?|ct"
)
_COUNTED = re.compile(rf"(?:x ?)?(?P<count>\d+(?:[.,]\d+)?) ?(?:x|{_UNITS})?\.?(?: \([^)]*\))?")
_UNCOUNTED = re.compile(
    rf"(?:{_UNITS}|as needed|as req\w*|a/?r|asst\.?d?|assorted|various|misc\.?|div\.?|diverses?|"
    r"nach bedarf|selon besoin|segun necesidad|several)\.?"
)
_UNPRICED = re.compile(
    r"f\.?o\.?c\.?|(?:in |part of |with )?(?:the )?(?:package|pkg|kit|deal|bundle)(?: deal)?|"
    r"(?:see|per|as per) (?:po|quote|deal|invoice|contract|agreement)|(?:production )?owned?|"
    r"owner operator|favou?r|donat\w+|loan(?:ed|er)?|borrowed|trade|barter|purchased?|bought"
)
_BY_WEEK = re.compile(r"\s*(?:[/@,]\s*|\bper\s+)?\(?\d(?:\.\d)?[- ]day (?:week|wk)s?\)?\s*")
_MONTH = re.compile(
    r"\s*(?:/|\bper\b|\ba\b|\bpar\b|\bpro\b|\bal\b)?\s*\b(?:mo|mth|month|monthly|mois|monat|mes)\b\.?\s*"
)
_TAX = re.compile(
    r"\s*(?:\+|plus|zzgl\.?|mas|hors|ex)?\s*\b(?:ht|ttc|tva|mwst|ust|iva|vat|gst|hst|tax|netto|brutto)\b\.?\s*$"
)


def quantity(text: str) -> Decimal | None:
    """How many a cell says, with a unit of its own; ``None`` where it is left open ("lot").

    Raises:
        ValueError: the cell says something else.
    """
    folded = fold(text).strip()
    counted = _COUNTED.fullmatch(folded)
    if counted:
        return Decimal(counted["count"].replace(",", "."))
    if _UNCOUNTED.fullmatch(folded):
        return None
    raise ValueError(f"{text!r} is no quantity")


def rate(text: str, *, comma: bool) -> Rate:
    """A rate for a week of so many days, by the month, or before tax; none for what has no price.

    Raises:
        ValueError: the cell says something else.
    """
    folded = _TAX.sub("", fold(text).strip())
    if _UNPRICED.fullmatch(folded):
        return Rate()
    for pattern, unit in ((_BY_WEEK, "week"), (_MONTH, "month")):
        bare = pattern.sub(" ", folded).strip()
        read = amounts.amount(bare, comma=comma) if bare != folded else None
        if isinstance(read, Decimal):
            return Rate(read, unit)
    taxed = rates.rate(folded, comma=comma)
    if isinstance(taxed, Rate) and taxed.amount is not None:
        return taxed
    raise ValueError(f"{text!r} is no rate")
