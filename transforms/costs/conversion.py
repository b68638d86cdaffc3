"""Amounts in other currencies: converted by the settings' rate, or not at all.

Which rate, of which day, would be a guess; so the settings say it, and the report shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from model.money import cents
from model.production import Rate
from model.trail import Trail
from transforms.costs.lines import Abroad


def abroad(
    figure: str, currency: str, amount: Decimal, cells: Trail, rates: Mapping[str, Rate]
) -> Abroad:
    """An amount in another currency, converted to the cent where the settings have a rate.

    A sum is converted once, whole: so the figure shown is the amount shown, times the rate shown.
    """
    rate = rates.get(currency)
    converted = None if rate is None else cents(amount * rate.rate)
    return Abroad(figure, currency, amount, converted, rate, cells)
