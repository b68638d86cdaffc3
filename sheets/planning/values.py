"""From a report's content to a typed cell of Google's, and whether a cell already says the same."""

from __future__ import annotations

import math
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from model.grid import Scalar
from model.report import Content, Formula

MAX_TEXT = 50_000
"""Google refuses a cell of more characters."""

_EPOCH = date(1899, 12, 30).toordinal()
_CUT = "... (cut)"


def serial(day: date | datetime) -> float | int:
    """A date as Google counts it: days since 1899-12-30, time as a fraction, no zone."""
    days = day.toordinal() - _EPOCH
    if not isinstance(day, datetime):
        return days
    return days + (day.hour * 3600 + day.minute * 60 + day.second) / 86400


def plain(content: Content) -> Scalar:
    """The raw value that Google gives back for a content (a formula: its value)."""
    if isinstance(content, Formula):
        return plain(content.value)
    if content is None or content == "":
        return None
    if isinstance(content, bool):
        return content
    if isinstance(content, str):
        return content if len(content) <= MAX_TEXT else content[: MAX_TEXT - len(_CUT)] + _CUT
    if isinstance(content, date):
        return serial(content)
    return _number(content)


def typed(value: Scalar) -> dict[str, Any]:
    """A raw value as an ``ExtendedValue``; text is text even where it begins with "="."""
    if value is None or value == "":
        return {}
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, str):
        return {"stringValue": value}
    return {"numberValue": value}


def same(found: Scalar, wanted: Scalar, computed: bool = False) -> bool:
    """Whether a cell already says what we would write.

    Numbers are compared as Google keeps them, in binary, with the noise that this brings;
    ``computed`` ones (formulas) to the fourth decimal, since a sum may add it up.
    """
    if found in (None, "") or wanted in (None, ""):
        return found in (None, "") and wanted in (None, "")
    if isinstance(found, str) or isinstance(wanted, str):
        return found == wanted
    if isinstance(found, bool) or isinstance(wanted, bool):
        return found is wanted
    tolerance = 0.00005 if computed else 1e-9
    return math.isclose(float(found or 0), float(wanted or 0), rel_tol=1e-12, abs_tol=tolerance)


def _number(amount: Decimal | int) -> float | int:
    """The one place where money becomes a binary float: on the wire."""
    if isinstance(amount, int):
        return amount
    whole = amount.to_integral_value()
    return int(whole) if whole == amount and abs(whole) < 10**15 else float(amount)
