"""What a chart on paper shows: labels, figures, and an axis of round figures that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from exports.layout import Layout
from exports.shown import shown
from model.report import Chart, Formula, Line, Style

_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Data:
    """What a chart shows: a label and a figure of each series for every place."""

    labels: tuple[str, ...]
    series: tuple[tuple[float | None, ...], ...]
    low: float
    high: float
    step: float

    def share(self, amount: float) -> float:
        """Where an amount stands between the axis's ends, 0 to 1."""
        return (amount - self.low) / (self.high - self.low)

    def marks(self) -> list[float]:
        """The axis's figures."""
        count = round((self.high - self.low) / self.step)
        return [self.low + number * self.step for number in range(count + 1)]


def chart_data(layout: Layout, chart: Chart) -> Data:
    """The labels and figures of a chart's lines."""
    ends = sorted(layout.row_of[key] for key in (chart.first, chart.last))
    lines = [line for line in layout.rows[ends[0] : ends[1] + 1] if line is not None]
    labels = tuple(_label(line, chart.labels) for line in lines)
    series = tuple(tuple(_amount(line, one.field) for line in lines) for one in chart.series)
    known = [amount for one in series for amount in one if amount is not None]
    return Data(labels, series, *_axis(known, from_zero=chart.kind != "line"))


def _label(line: Line, field: str) -> str:
    entry = line.entries.get(field)
    return shown(entry.content, entry.style or Style.TEXT) if entry else ""


def _amount(line: Line, field: str) -> float | None:
    entry = line.entries.get(field)
    content = entry.content if entry else None
    value = content.value if isinstance(content, Formula) else content
    return float(value) if isinstance(value, Decimal | int) else None


def _axis(amounts: Sequence[float], *, from_zero: bool) -> tuple[float, float, float]:
    """Round ends and steps of an axis that holds every amount: low, high, step."""
    low, high = min(amounts, default=0.0), max(amounts, default=1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        low, high = low - abs(low) * 0.05 - 1, high + abs(high) * 0.05 + 1
    rough = (high - low) / 4
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in _STEPS if factor * power >= rough)
    return floor(low / step) * step, ceil(high / step) * step, step


def in_round_figures(amount: float) -> str:
    """A mark of the axis: "1.5M", "250k", "0"."""
    for size, letter in ((1e6, "M"), (1e3, "k")):
        if abs(amount) >= size:
            return f"{amount / size:g}{letter}"
    return f"{amount:g}"
