"""The number format that a formula takes over from the cells that it looks at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from localsheets.formats.locales import Locale
from localsheets.formats.shown import default_pattern
from localsheets.formulas.signatures import listed
from localsheets.formulas.syntax import Call, Node, Operation, Ref

Json = dict[str, Any]
FormatOf = Callable[[Ref], Json | None]

_TYPES = {
    **dict.fromkeys(
        listed("""
        TODAY DATE EDATE EOMONTH WORKDAY WORKDAY.INTL TO_DATE
    """),
        "DATE",
    ),
    **dict.fromkeys(("NOW", "EPOCHTODATE"), "DATE_TIME"),
    "TIME": "TIME",
    **dict.fromkeys(
        listed("""
        TO_DOLLARS PMT PPMT IPMT PV FV NPV
    """),
        "CURRENCY",
    ),
    **dict.fromkeys(
        listed("""
        TO_PERCENT RATE IRR XIRR
    """),
        "PERCENT",
    ),
}
"""Functions whose results have a format of their own."""
_TAKES = {
    **dict.fromkeys(
        listed("""
        SUM AVERAGE MAX MIN MEDIAN MODE ABS INT ROUND ROUNDUP ROUNDDOWN TRUNC CEILING FLOOR
        MROUND LARGE SMALL INDEX IFERROR IFNA SUMIFS AVERAGEIFS MAXIFS MINIFS ARRAYFORMULA
        FILTER SORT UNIQUE TRANSPOSE STDEV STDEVP PERCENTILE QUARTILE OFFSET FLATTEN
        ARRAY_CONSTRAIN ADD MINUS UMINUS UPLUS
    """),
        (0,),
    ),
    "SUMIF": (2, 0),
    "AVERAGEIF": (2, 0),
    "SUBTOTAL": (1,),
    "IF": (1, 2),
    "CHOOSE": (1,),
    "XLOOKUP": (2,),
}
"""Functions that take the format of one of their arguments, the first of these that has one."""
_MOMENTS = ("DATE", "DATE_TIME", "TIME")


def taken(node: Node, of: FormatOf, place: Locale) -> Json | None:
    """A number format, ``None`` where a formula's result has none of its own."""
    if isinstance(node, Ref):
        found = of(node)
        return None if found and found.get("type") == "TEXT" else found
    if isinstance(node, Operation):
        return _operation(node.name, [taken(each, of, place) for each in node.operands])
    if not isinstance(node, Call):
        return None
    kind = _TYPES.get(node.name)
    if kind is not None:
        return {"type": kind, "pattern": default_pattern(kind, place)}
    for number in _TAKES.get(node.name, ()):
        if number < len(node.arguments):
            found = taken(node.arguments[number], of, place)
            if found is not None:
                return found
    return None


def _operation(name: str, looks: Sequence[Json | None]) -> Json | None:
    """Dates and money win over plain numbers; a difference of dates and a ratio are plain."""
    if name in ("UMINUS", "UPLUS"):
        return looks[0]
    if name not in ("ADD", "MINUS", "MULTIPLY", "DIVIDE"):
        return None
    left, right = (look.get("type") if look else None for look in looks)
    if name == "ADD" or (name == "MINUS" and not (left in _MOMENTS and right in _MOMENTS)):
        return _stronger(looks[0], looks[1])
    if name == "MULTIPLY" and "CURRENCY" in (left, right):
        return looks[0] if left == "CURRENCY" else looks[1]
    if name == "DIVIDE" and left == "CURRENCY" and right != "CURRENCY":
        return looks[0]
    return None


def _stronger(left: Json | None, right: Json | None) -> Json | None:
    order = {"DATE_TIME": 0, "DATE": 1, "TIME": 2, "CURRENCY": 3}
    both = [look for look in (left, right) if look]
    return min(both, key=lambda look: order.get(look.get("type", ""), 9), default=None)
