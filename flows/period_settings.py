"""When a production's accounting periods end: a weekday, or the days listed."""

from __future__ import annotations

import difflib
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from flows.tab_settings import Section
from model.periods import WEEKDAYS, Periods


def _end(value: Any) -> str | tuple[date, ...]:
    if isinstance(value, str):
        day = value.strip().lower()
        if day in WEEKDAYS:
            return day
        near = difflib.get_close_matches(day, WEEKDAYS, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise ValueError(f"no such weekday: expected one of {', '.join(WEEKDAYS)}{hint}")
    dates = value if isinstance(value, list | tuple) else ()
    if dates and all(type(each) is date for each in dates):
        return tuple(sorted(set(dates)))
    raise ValueError('expected a weekday such as "saturday", or a list of dates')


class PeriodSettings(Section):
    """When a period closes. What its figures were by then stays."""

    end: Annotated[str | tuple[date, ...], BeforeValidator(_end)] = "saturday"

    @property
    def periods(self) -> Periods:
        """The periods themselves."""
        if isinstance(self.end, str):
            return Periods(weekday=WEEKDAYS.index(self.end))
        return Periods(ends=self.end)
