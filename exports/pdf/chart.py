"""A report's charts on paper, drawn: bars, columns, lines, with an axis of round figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from exports.layout import Layout
from exports.pdf.chart_data import Data, chart_data, in_round_figures
from exports.pdf.page import LEADING, Page, rgb
from model import palette
from model.report import Chart

_SIZE = 6.5
_TITLE = 8.5


@dataclass(frozen=True, slots=True)
class Area:
    """A box on a page, in points."""

    x: float
    y: float
    width: float
    height: float


def draw_chart(page: Page, layout: Layout, chart: Chart, area: Area) -> None:
    """Draw a chart into its area."""
    data = chart_data(layout, chart)
    if not data.labels or area.height < 40:
        return
    page.type_in(_TITLE, bold=True)
    page.write_at(area.x, area.y + 2, chart.title, area.width, "L")
    top = area.y + 2 + _TITLE * LEADING
    top = _legend(page, chart, area, top)
    inner = Area(area.x, top + 2, area.width, area.y + area.height - top - 6)
    if chart.kind == "bar":
        _bars(page, data, inner)
    else:
        _upright(page, data, inner, lines=chart.kind == "line")


def _legend(page: Page, chart: Chart, area: Area, top: float) -> float:
    """Name the series, where there are several; answers where the legend ends."""
    if len(chart.series) < 2:
        return top
    x = area.x
    page.type_in(_SIZE, color=palette.MUTED)
    for number, series in enumerate(chart.series):
        page.fill(x, top + 2, 6, 6, _color(number))
        page.write_at(x + 9, top, series.heading, 200)
        x += 20 + page.wide(series.heading)
    return top + _SIZE * LEADING + 2


def _bars(page: Page, data: Data, area: Area) -> None:
    """Horizontal bars, a group a label, downwards."""
    page.type_in(_SIZE)
    beside = min(max(page.wide(label) for label in data.labels) + 6, area.width * 0.42)
    plot = Area(area.x + beside, area.y, area.width - beside - 8, area.height - 12)
    for mark in data.marks():
        x = plot.x + data.share(mark) * plot.width
        _grid(page, (x, plot.y), (x, plot.y + plot.height))
        page.type_in(_SIZE, color=palette.MUTED)
        page.write_at(x - 30, plot.y + plot.height + 1, in_round_figures(mark), 60, "C")
    slot = plot.height / len(data.labels)
    size = min(_SIZE, slot / LEADING)
    thick = slot * 0.7 / len(data.series)
    zero = plot.x + data.share(0) * plot.width
    for place, label in enumerate(data.labels):
        top = plot.y + place * slot
        page.type_in(size)
        text = page.wrapped(label, beside - 4)[0]
        page.write_at(area.x, top + (slot - size * LEADING) / 2, text, beside - 4, "R")
        for number, series in enumerate(data.series):
            amount = series[place]
            if amount is not None:
                x = plot.x + data.share(amount) * plot.width
                y = top + slot * 0.15 + number * thick
                page.fill(min(x, zero), y, abs(x - zero), thick, _color(number))


def _upright(page: Page, data: Data, area: Area, *, lines: bool) -> None:
    """Columns or lines over labels from left to right."""
    page.type_in(_SIZE)
    beside = max(page.wide(in_round_figures(mark)) for mark in data.marks()) + 6
    plot = Area(area.x + beside, area.y + 4, area.width - beside - 4, area.height - 18)
    for mark in data.marks():
        y = plot.y + plot.height - data.share(mark) * plot.height
        _grid(page, (plot.x, y), (plot.x + plot.width, y))
        page.type_in(_SIZE, color=palette.MUTED)
        page.write_at(area.x, y - _SIZE * LEADING / 2, in_round_figures(mark), beside - 4, "R")
    slot = plot.width / len(data.labels)
    _labels(page, data, plot, slot)
    for number, series in enumerate(data.series):
        points = [
            (plot.x + (place + 0.5) * slot, _height(plot, data, amount))
            for place, amount in enumerate(series)
            if amount is not None
        ]
        if lines:
            _line(page, points, _color(number))
        else:
            _columns(page, points, _height(plot, data, 0.0), (slot, number, len(data.series)))


def _labels(page: Page, data: Data, plot: Area, slot: float) -> None:
    """As many of the labels as have room beside each other."""
    page.type_in(_SIZE, color=palette.MUTED)
    widest = max(page.wide(label) for label in data.labels) + 6
    every = max(1, ceil(widest / slot))
    for place in range(0, len(data.labels), every):
        middle = plot.x + (place + 0.5) * slot
        wide = max(slot * every, widest)
        page.write_at(middle - wide / 2, plot.y + plot.height + 3, data.labels[place], wide, "C")


def _line(page: Page, points: Sequence[tuple[float, float]], color: str) -> None:
    page.set_draw_color(*rgb(color))
    page.set_line_width(1.4)
    for (left, upper), (right, lower) in pairwise(points):
        page.line(left, upper, right, lower)
    for x, y in points:
        page.fill(x - 1.6, y - 1.6, 3.2, 3.2, color)


def _columns(
    page: Page,
    points: Sequence[tuple[float, float]],
    zero: float,
    which: tuple[float, int, int],
) -> None:
    slot, number, count = which
    wide = slot * 0.7 / count
    for middle, y in points:
        left = middle - slot * 0.35 + number * wide
        page.fill(left, min(y, zero), wide, abs(zero - y), _color(number))


def _height(plot: Area, data: Data, amount: float) -> float:
    return plot.y + plot.height - data.share(amount) * plot.height


def _grid(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.set_draw_color(*rgb(palette.HAIRLINE))
    page.set_line_width(0.4)
    page.line(*start, *end)


def _color(number: int) -> str:
    return palette.SERIES[number % len(palette.SERIES)]
