"""The axis of values of a chart: its round numbers, and where a number lies on it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from localsheets.page.chart_data import ChartData, Series

MOST = 1e300
"""Beyond this a number lies on the edge."""
LEAST = 1e-300
"""Numbers nearer to each other than this are one."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``low`` to ``high`` by ``step``, laid from pixel ``start`` to pixel ``end``."""

    low: float
    high: float
    step: float
    start: float
    end: float
    percent: bool = False

    def at(self, value: float) -> float:
        """A number's pixel; what is out of bounds lies on the nearer one."""
        share = (min(self.high, max(self.low, value)) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    @property
    def marks(self) -> list[tuple[float, str]]:
        """(pixel, text) of each round number."""
        count = round((self.high - self.low) / self.step)
        values = [self.low + number * self.step for number in range(count + 1)]
        return [(self.at(v), f"{v * 100:.0f}%" if self.percent else short(v)) for v in values]

    @property
    def zero(self) -> float:
        """The pixel from which bars grow."""
        return self.at(0)


def scale_for(
    data: ChartData, series: Sequence[Series], start: float, end: float, *, from_zero: bool = True
) -> Scale:
    """The scale of some series of a chart."""
    if data.stacked == "PERCENT_STACKED":
        return Scale(0, 1, 0.25, start, end, percent=True)
    low, high = (max(-MOST, min(MOST, edge)) for edge in extent(data, series))
    if from_zero:
        low, high = min(0.0, low), max(0.0, high)
    given_low, given_high = data.bounds
    low = low if given_low is None else float(given_low)
    high = high if given_high is None else float(given_high)
    return Scale(*round_bounds((low, max(low, high))), start, end)


def extent(data: ChartData, series: Sequence[Series]) -> tuple[float, float]:
    """Least and greatest number; of sums, where series are stacked."""
    if data.stacked:
        columns = list(zip(*(each.values for each in series), strict=False))
        return (
            min((sum(v for v in column if v and v < 0) for column in columns), default=0.0),
            max((sum(v for v in column if v and v > 0) for column in columns), default=0.0),
        )
    return extent_of(v for each in series for v in each.values)


def extent_of(values: Iterable[float | None]) -> tuple[float, float]:
    """Least and greatest of some numbers."""
    known = [v for v in values if v is not None and math.isfinite(v)]
    return (min(known), max(known)) if known else (0.0, 0.0)


def round_bounds(extent: tuple[float, float]) -> tuple[float, float, float]:
    """Round bounds and a round step between grid lines: (0, 4300) -> (0, 5000, 1000)."""
    low, high = (max(-MOST, min(MOST, edge)) for edge in extent)
    if high - low <= max(LEAST, max(abs(low), abs(high)) * 1e-12):
        reach = max(1.0, abs(low) / 2)
        return low, low + reach, reach / 4
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(size * power for size in (1, 2, 2.5, 5, 10) if size * power >= rough * 0.999999)
    return math.floor(low / step) * step, math.ceil(high / step - 1e-9) * step, step


def short(value: float) -> str:
    """A number for an axis: 1250000 -> "1.25M", 4000 -> "4,000"."""
    for size, letter in ((1e12, "T"), (1e9, "B"), (1e6, "M")):
        if abs(value) >= size:
            return f"{value / size:.2f}".rstrip("0").rstrip(".") + letter
    return f"{value:,.10g}" if value == int(value) else f"{value:,.4g}"
