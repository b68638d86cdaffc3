"""Hours that a production holds to where no agreement says any."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from flows.tab_settings import Section


class HoursSettings(Section):
    """Each is held to only where it is given."""

    turnaround: Decimal | None = Field(default=None, gt=0, le=24)
    weekly_rest: Decimal | None = Field(default=None, gt=0, le=96)
    meal_after: Decimal | None = Field(default=None, gt=0, le=24)
    overtime_after: Decimal | None = Field(default=None, gt=0, le=24)
    double_after: Decimal | None = Field(default=None, gt=0, le=24)
    night_from: Decimal | None = Field(default=None, gt=0, le=24)
