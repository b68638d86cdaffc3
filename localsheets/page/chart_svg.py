"""Draws charts as SVG: columns, bars, lines, areas, pies."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from localsheets.formats.breadth import pixels
from localsheets.page.chart_data import PALETTE, ChartData, Series

LABEL_POINTS = 8.4
GREY, DARK, LINE = "#757575", "#3c4043", "#e6e6e6"


def draw(data: ChartData, width: int, height: int) -> str:
    """One chart as an ``<svg>`` element."""
    body = _pie(data, width, height) if data.kind == "PIE" else _axes_chart(data, width, height)
    title = (
        f'<text x="18" y="28" font-size="16" fill="{GREY}">{escape(data.title)}</text>'
        if data.title
        else ""
    )
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
        f" aria-label={quoteattr(data.title or 'chart')}>"
        f'<rect width="{width}" height="{height}" fill="#fff"/>{title}{"".join(body)}</svg>'
    )


class Frame:
    """Where a chart's plot lies, and how a number becomes a height in it."""

    def __init__(self, data: ChartData, width: int, height: int) -> None:
        legend = bool(_legend_names(data)) and data.legend != "NO_LEGEND"
        self.legend_right = legend and data.legend in ("RIGHT_LEGEND", "INSIDE_LEGEND", "")
        self.legend_bottom = legend and not self.legend_right
        self.flat = data.kind == "BAR"
        self.low, self.high, self.step = scale(_extent(data))
        longest = max((breadth_of(label) for label in data.labels), default=24.0)
        side = min(width * 0.4, 16 + longest) if self.flat else 64
        self.left = side + (14 if data.axis_titles[1] else 0)
        self.right = width - (130 if self.legend_right else 20)
        self.top = 48 if data.title else 20
        below = 34 if self.flat else 40
        self.bottom = height - below - (26 if self.legend_bottom else 0)
        self.bottom -= 14 if data.axis_titles[0] else 0

    def at(self, value: float) -> float:
        """A number's place along the value axis."""
        share = (value - self.low) / (self.high - self.low)
        if self.flat:
            return self.left + share * (self.right - self.left)
        return self.bottom - share * (self.bottom - self.top)

    def slots(self, count: int) -> list[tuple[float, float]]:
        """(start, breadth) of each label's stretch along the other axis."""
        start, end = (self.top, self.bottom) if self.flat else (self.left, self.right)
        breadth = (end - start) / max(1, count)
        return [(start + number * breadth, breadth) for number in range(count)]


def _extent(data: ChartData) -> tuple[float, float]:
    """Least and greatest number, of sums where series are stacked; 0 is always in."""
    if data.stacked:
        columns = list(zip(*(series.values for series in data.series), strict=False))
        high = max((sum(v for v in col if v and v > 0) for col in columns), default=0)
        low = min((sum(v for v in col if v and v < 0) for col in columns), default=0)
        return min(0, low), max(0, high)
    numbers = [v for series in data.series for v in series.values if v is not None]
    return min([0.0, *numbers]), max([0.0, *numbers])


def scale(extent: tuple[float, float]) -> tuple[float, float, float]:
    """Round bounds and a round step between grid lines: (0, 4300) -> (0, 5000, 1000)."""
    low, high = extent
    if high == low:
        return 0.0, 1.0, 0.25
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(size * power for size in (1, 2, 2.5, 5, 10) if size * power >= rough)
    return math.floor(low / step) * step, math.ceil(high / step) * step, step


def short(value: float) -> str:
    """A number for an axis: 1250000 -> "1.25M", 4000 -> "4,000"."""
    for size, letter in ((1e9, "B"), (1e6, "M")):
        if abs(value) >= size:
            return f"{value / size:.2f}".rstrip("0").rstrip(".") + letter
    return f"{value:,.10g}" if value == int(value) else f"{value:,.4g}"


def _axes_chart(data: ChartData, width: int, height: int) -> Iterator[str]:
    frame = Frame(data, width, height)
    yield from _grid(frame)
    bars = [s for s in data.series if _kind(data, s) in ("COLUMN", "BAR")]
    for series in data.series:
        if _kind(data, series) in ("AREA", "STEPPED_AREA"):
            yield from _area(data, frame, series)
    yield from _bars(data, frame, bars)
    zero = frame.at(0)
    x1, y1, x2, y2 = (
        (zero, frame.top, zero, frame.bottom)
        if frame.flat
        else (frame.left, zero, frame.right, zero)
    )
    yield f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{DARK}" stroke-width="1"/>'
    for series in data.series:
        if _kind(data, series) in ("LINE", "AREA", "STEPPED_AREA", "SCATTER"):
            yield from _line(data, frame, series)
    yield from _labels(data, frame)
    yield from _titles(data, frame, height)
    yield from _legend(data, frame, width, height)


def _kind(data: ChartData, series: Series) -> str:
    return (series.kind or "COLUMN") if data.kind == "COMBO" else data.kind


def _grid(frame: Frame) -> Iterator[str]:
    count = round((frame.high - frame.low) / frame.step)
    for number in range(count + 1):
        value = frame.low + number * frame.step
        place = frame.at(value)
        text = escape(short(value))
        if frame.flat:
            yield f'<path d="M{place:.1f} {frame.top}V{frame.bottom}" stroke="{LINE}"/>'
            yield _text(place, frame.bottom + 16, text, "middle")
        else:
            yield f'<path d="M{frame.left} {place:.1f}H{frame.right}" stroke="{LINE}"/>'
            yield _text(frame.left - 8, place + 4, text, "end")


def _text(x: float, y: float, text: str, anchor: str, size: int = 11, more: str = "") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}"'
        f' fill="{GREY}"{more}>{text}</text>'
    )


def _bars(data: ChartData, frame: Frame, bars: Sequence[Series]) -> Iterator[str]:
    if not bars:
        return
    for number, (start, breadth) in enumerate(frame.slots(len(data.labels))):
        inner = breadth * 0.62
        each = inner if data.stacked else inner / len(bars)
        offset = start + (breadth - inner) / 2
        up = down = 0.0
        for place, series in enumerate(bars):
            value = series.values[number] if number < len(series.values) else None
            if value is None:
                continue
            base = 0.0
            if data.stacked:
                base = up if value >= 0 else down
                up, down = (up + value, down) if value >= 0 else (up, down + value)
            across = offset if data.stacked else offset + place * each
            yield _bar(frame, across, each, base, base + value, series, number, data)


def _bar(
    frame: Frame,
    across: float,
    breadth: float,
    base: float,
    top: float,
    series: Series,
    number: int,
    data: ChartData,
) -> str:
    one, two = sorted((frame.at(base), frame.at(top)))
    tip = escape(f"{data.labels[number]} · {series.name}: {series.texts[number]}")
    breadth = max(1.0, breadth - 1)
    x, y, w, h = (
        (one, across, two - one, breadth) if frame.flat else (across, one, breadth, two - one)
    )
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="1"'
        f' fill="{series.colour}"><title>{tip}</title></rect>'
    )


def _points(data: ChartData, frame: Frame, series: Series) -> list[tuple[float, float]]:
    slots = frame.slots(len(data.labels))
    return [
        (start + breadth / 2, frame.at(value))
        for (start, breadth), value in zip(slots, series.values, strict=False)
        if value is not None
    ]


def _line(data: ChartData, frame: Frame, series: Series) -> Iterator[str]:
    points = _points(data, frame, series)
    if not points:
        return
    if data.kind != "SCATTER":
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        yield (
            f'<path d="M{path}" fill="none" stroke="{series.colour}" stroke-width="2"'
            ' stroke-linejoin="round"/>'
        )
    if len(points) <= 60:
        for x, y in points:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{series.colour}"/>'


def _area(data: ChartData, frame: Frame, series: Series) -> Iterator[str]:
    points = _points(data, frame, series)
    if points:
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        zero = frame.at(0)
        yield (
            f'<path d="M{points[0][0]:.1f} {zero:.1f}L{path}L{points[-1][0]:.1f} {zero:.1f}Z"'
            f' fill="{series.colour}" opacity=".25"/>'
        )


def _labels(data: ChartData, frame: Frame) -> Iterator[str]:
    """The labels, as many as fit."""
    slots = frame.slots(len(data.labels))
    if not slots:
        return
    breadth = slots[0][1]
    room = 16 if frame.flat else 56
    every = max(1, math.ceil(room / breadth)) if breadth < room else 1
    for number in range(0, len(slots), every):
        start, _ = slots[number]
        middle = start + breadth / 2
        if frame.flat:
            label = _fitted(data.labels[number], frame.left - 12)
            yield _text(frame.left - 8, middle + 4, label, "end")
        else:
            label = _fitted(data.labels[number], breadth * every)
            yield _text(middle, frame.bottom + 17, label, "middle")


def breadth_of(text: str) -> float:
    """Pixels of a text in the labels' size (11 pixels)."""
    return pixels(text, LABEL_POINTS)


def _fitted(text: str, pixels: float) -> str:
    if breadth_of(text) <= pixels:
        return escape(text)
    while len(text) > 2 and breadth_of(text) > pixels - 8:
        text = text[:-1]
    return escape(text.rstrip() + "…")


def _titles(data: ChartData, frame: Frame, height: int) -> Iterator[str]:
    across, up = data.axis_titles
    if across:
        middle = (frame.left + frame.right) / 2
        yield _text(middle, frame.bottom + 36, escape(across), "middle", 12)
    if up:
        place = (frame.top + frame.bottom) / 2
        turn = f' transform="rotate(-90 16 {place:.1f})"'
        yield _text(16, min(place, height), escape(up), "middle", 12, turn)


def _legend_names(data: ChartData) -> list[tuple[str, str]]:
    if data.kind == "PIE":
        return [(label, PALETTE[n % len(PALETTE)]) for n, label in enumerate(data.labels)]
    return [(series.name, series.colour) for series in data.series] if len(data.series) > 1 else []


def _legend(data: ChartData, frame: Frame, width: int, height: int) -> Iterator[str]:
    names = _legend_names(data)
    if frame.legend_right:
        for number, (name, colour) in enumerate(names[:12]):
            y = frame.top + 8 + number * 20
            yield _swatch(frame.right + 16, y, colour)
            yield _text(frame.right + 32, y + 4, _fitted(name, width - frame.right - 36), "start")
    elif frame.legend_bottom:
        x = frame.left
        for name, colour in names:
            label = _fitted(name, 150)
            yield _swatch(x, height - 16, colour)
            yield _text(x + 12, height - 12, label, "start")
            x += 28 + breadth_of(label)


def _swatch(x: float, y: float, colour: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}"/>'


def _pie(data: ChartData, width: int, height: int) -> Iterator[str]:
    frame = Frame(data, width, height)
    values = [max(0.0, value or 0.0) for value in data.series[0].values]
    total = sum(values)
    radius = max(10.0, min(frame.right - 40, frame.bottom + 20 - frame.top) / 2)
    cx, cy = 20 + (frame.right - 20) / 2, frame.top + radius
    angle = -math.pi / 2
    for number, value in enumerate(values):
        if total <= 0 or value <= 0:
            continue
        turn = 2 * math.pi * value / total
        label = data.labels[number] if number < len(data.labels) else ""
        tip = escape(f"{label}: {data.series[0].texts[number]} ({value / total:.1%})")
        path = _slice(cx, cy, radius, radius * data.hole, angle, turn)
        fill = PALETTE[number % len(PALETTE)]
        yield f'<path d="{path}" fill="{fill}" stroke="#fff"><title>{tip}</title></path>'
        angle += turn
    yield from _legend(data, frame, width, height)


def _slice(cx: float, cy: float, radius: float, hole: float, angle: float, turn: float) -> str:
    turn = min(turn, 2 * math.pi - 1e-4)
    large = int(turn > math.pi)

    def point(size: float, at: float) -> str:
        return f"{cx + size * math.cos(at):.2f} {cy + size * math.sin(at):.2f}"

    outer = f"M{point(radius, angle)}A{radius} {radius} 0 {large} 1 {point(radius, angle + turn)}"
    if hole <= 0:
        return f"{outer}L{cx:.2f} {cy:.2f}Z"
    inner = f"L{point(hole, angle + turn)}A{hole} {hole} 0 {large} 0 {point(hole, angle)}"
    return f"{outer}{inner}Z"
