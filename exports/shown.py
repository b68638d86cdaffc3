"""A content as text on paper: parentheses for a negative amount, a dash for zero."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from exports.inert import figure
from model.report import Column, Content, Line, Style, says_over_is_positive

MONEY = frozenset({Style.MONEY, Style.MONEY_CENTS, Style.VARIANCE})
RIGHT = MONEY | {Style.PERCENT, Style.COUNT, Style.HOURS}
"""Styles whose cells stand on the right."""
_WHOLE, _CENTS = Decimal(1), Decimal("0.01")

_IN_WHOLES = MONEY - {Style.MONEY_CENTS}


def shown(content: Content, style: Style) -> str:
    """A cell as a reader sees it; "" for a blank."""
    value = figure(content)
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return f"{value.day} {value:%b %Y %H:%M}"
    if isinstance(value, date):
        return f"{value.day} {value:%b %Y}"
    return _number(Decimal(str(value)), style)


def is_over(content: Content, column: Column, line: Line) -> bool:
    """Whether a variance is an over, whichever sign its heading says that overs have."""
    amount = figure(content)
    if isinstance(amount, bool) or not isinstance(amount, Decimal | int):
        return False
    return amount > 0 if over_is_positive(column, line) else amount < 0


def over_is_positive(column: Column, line: Line) -> bool:
    """What the words beside an amount say of its sign: the line's own, or the heading."""
    own = [entry.content for entry in line.entries.values() if isinstance(entry.content, str)]
    return any(says_over_is_positive(text) for text in (column.heading, *own))


def _number(amount: Decimal, style: Style) -> str:
    if style is Style.PERCENT:
        return f"{(amount * 100).quantize(_WHOLE, ROUND_HALF_UP):f}%"
    if style not in MONEY | {Style.HOURS}:
        return f"{amount:,f}"
    rounded = amount.quantize(_WHOLE if style in _IN_WHOLES else _CENTS, ROUND_HALF_UP)
    if not rounded:
        return "-"
    text = f"{abs(rounded):,f}"
    if style is Style.HOURS:
        text = text.removesuffix("0")
    return f"({text})" if rounded < 0 else text
