"""What a production's settings say of costs: accruals, sub-accounts, rates of other currencies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from flows.tab_settings import Section
from model.production import Accruals, Costing, Rate, SubAccounts


class CostSettings(Section):
    """How costs are put to accounts."""

    accruals: Accruals = Accruals.IN_COMMITMENTS
    """Where a cost stands that is incurred and not posted."""
    sub_accounts: SubAccounts = SubAccounts.IN_THEIR_ACCOUNT
    """Whether "2201-05" counts in 2201 where the budget has no line for it."""


class RateSettings(Section):
    """What one unit of a currency is worth in the production's own, and since when."""

    rate: Decimal = Field(gt=0)
    date: date


Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Currencies = dict[Currency, RateSettings]


def costing(costs: CostSettings, currencies: Currencies) -> Costing:
    """What the two sections say together."""
    rates = {name: Rate(own.rate, own.date) for name, own in currencies.items()}
    return Costing(costs.accruals, costs.sub_accounts, rates)
