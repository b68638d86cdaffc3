"""Money is exact: ``Decimal`` from the first parse to the last total, never a binary float.

Amounts are in the currency's major unit (dollars) with at most four decimals: two are cents, four
are what rates may have.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

ZERO = Decimal(0)
_PLACES = Decimal("0.0001")
_CENTS = Decimal("0.01")


def exact(value: float | str | Decimal) -> Decimal:
    """Turn a cell's number into money.

    A spreadsheet's numbers are binary floats: 1234.56 may arrive as 1234.5600000000001. Rounding
    half up at the fourth decimal takes the noise away and nothing that a person typed.

    Raises:
        decimal.InvalidOperation: ``value`` is text that is no number.
        ValueError: ``value`` is infinite or not a number.
    """
    amount = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not amount.is_finite():
        raise ValueError(f"{value!r} is no amount of money")
    rounded = amount.quantize(_PLACES, rounding=ROUND_HALF_UP)
    return rounded.normalize() + ZERO if rounded else ZERO


def cents(amount: Decimal) -> Decimal:
    """Round half up to two decimals, as a figure is shown and compared."""
    return amount.quantize(_CENTS, rounding=ROUND_HALF_UP)


def total(amounts: Iterable[Decimal | None]) -> Decimal:
    """Add amounts up exactly; a missing one adds nothing."""
    return sum((amount for amount in amounts if amount is not None), ZERO)


def plain(amount: Decimal) -> str:
    """Write an amount for a program: "1234567.89", two decimals, or four where a rate has them."""
    shown = cents(amount)
    return f"{shown if shown == amount else amount.quantize(_PLACES):f}"


def spoken(amount: Decimal, currency: str) -> str:
    """Write an amount for a person: "USD 1,250", cents only where there are any."""
    shown = cents(amount)
    digits = f"{shown:,.0f}" if shown == shown.to_integral_value() else f"{shown:,.2f}"
    return f"{currency} {digits}"
