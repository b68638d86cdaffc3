"""Draws a chart as SVG. A kind that is not drawn says so in its place."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from localsheets.page.chart_data import PALETTE, ChartData
from localsheets.page.chart_frame import (
    GREY,
    Frame,
    fitted,
    grid,
    heading,
    labels,
    legend,
    text_at,
    titles,
)
from localsheets.page.chart_marks import marks
from localsheets.page.chart_scale import MOST
from localsheets.page.text import safe

AXES = {"COLUMN", "BAR", "LINE", "AREA", "COMBO", "SCATTER", "STEPPED_AREA"}
LEAST_SHARE = 0.045
"""The smallest share of a pie that has room for its percentage."""


def draw(data: ChartData, width: int, height: int) -> str:
    """One chart as an ``<svg>`` element."""
    if data.kind == "PIE":
        body = _pie(data, width, height)
    elif data.kind == "SCORECARD":
        body = _scorecard(data, width, height)
    elif data.kind in AXES and data.series:
        body = _axes_chart(data, width, height)
    else:
        body = _placeholder(data, width, height)
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
        f' aria-label="{safe(data.title or "Chart")}">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f"{''.join(heading(data, width))}{''.join(body)}</svg>"
    )


def _axes_chart(data: ChartData, width: int, height: int) -> Iterator[str]:
    frame = Frame(data, width, height)
    yield from grid(frame)
    yield from marks(frame)
    yield from labels(frame)
    yield from titles(frame)
    yield from legend(frame)


def _placeholder(data: ChartData, width: int, height: int) -> Iterator[str]:
    """What stands for a chart that is not drawn."""
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", data.kind.removesuffix("Chart")).lower()
    words = words.replace("_", " ")
    what = words if words.split()[-1:] in (["chart"], ["slicer"]) else f"{words} chart"
    said = f"{what[:1].upper()}{what[1:]}: not drawn here"
    if data.kind in AXES:
        said = "This chart has no data"
    yield (
        f'<rect x="16" y="44" width="{max(0, width - 32)}" height="{max(0, height - 60)}" rx="6"'
        ' fill="#f8f9fa" stroke="#dadce0" stroke-dasharray="5 5"/>'
    )
    yield text_at(width / 2, height / 2 + 18, fitted(said, width - 48), "middle", 13)


def _scorecard(data: ChartData, width: int, height: int) -> Iterator[str]:
    key, base = data.series
    if not key.texts:
        yield from _placeholder(data, width, height)
        return
    size = max(18, min(64, height // 4, int(width * 1.4 / max(1, len(key.texts[0])))))
    middle = height / 2 + size / 3 + (10 if data.title else 0)
    more = ' font-weight="500"'
    yield text_at(width / 2, middle, safe(key.texts[0]), "middle", size, more)
    if base.texts and base.values and base.values[0] is not None and key.values[0] is not None:
        change = key.values[0] - base.values[0]
        colour = "#188038" if change >= 0 else "#d93025"
        arrow = "▲" if change >= 0 else "▼"
        share = f"{abs(change / base.values[0]):.1%} " if base.values[0] else ""
        text = f"{arrow} {share}against {safe(base.texts[0])}"
        line = text_at(width / 2, middle + 26, text, "middle", 13)
        yield line.replace(f'fill="{GREY}"', f'fill="{colour}"')


def _pie(data: ChartData, width: int, height: int) -> Iterator[str]:
    frame = Frame(data, width, height)
    series = data.series[0]
    values = [min(MOST, max(0.0, value or 0.0)) for value in series.values]
    total = sum(values)
    side = 150 if frame.legend and frame.legend_side == "RIGHT" else 0
    radius = max(10.0, min(width - side - 48, height - frame.top - 24) / 2)
    cx, cy = (width - side) / 2, frame.top + radius
    angle = -math.pi / 2
    for number, value in enumerate(values):
        if total <= 0 or value <= 0:
            continue
        share = value / total
        turn = 2 * math.pi * share
        label = data.labels[number] if number < len(data.labels) else ""
        tip = safe(f"{label}: {series.texts[number]} ({share:.1%})")
        outline = _slice(cx, cy, radius, radius * data.hole, angle, turn)
        fill = PALETTE[number % len(PALETTE)]
        yield f'<path d="{outline}" fill="{fill}" stroke="#fff"><title>{tip}</title></path>'
        if share >= LEAST_SHARE:
            yield _share(cx, cy, radius * (1 + data.hole) / 2 + 8, angle + turn / 2, share)
        angle += turn
    yield from legend(frame)


def _share(cx: float, cy: float, radius: float, angle: float, share: float) -> str:
    x, y = cx + radius * math.cos(angle), cy + radius * math.sin(angle) + 4
    text = text_at(x, y, f"{share:.1%}", "middle", 11)
    return text.replace(f'fill="{GREY}"', 'fill="#fff" pointer-events="none"')


def _slice(cx: float, cy: float, radius: float, hole: float, angle: float, turn: float) -> str:
    turn = min(turn, 2 * math.pi - 1e-4)
    large = int(turn > math.pi)

    def point(size: float, at: float) -> str:
        return f"{cx + size * math.cos(at):.2f} {cy + size * math.sin(at):.2f}"

    arc = f"{radius:.2f} {radius:.2f} 0 {large} 1"
    outer = f"M{point(radius, angle)}A{arc} {point(radius, angle + turn)}"
    if hole <= 0:
        return f"{outer}L{cx:.2f} {cy:.2f}Z"
    inner = f"L{point(hole, angle + turn)}A{hole:.2f} {hole:.2f} 0 {large} 0 {point(hole, angle)}"
    return f"{outer}{inner}Z"
