"""What stands in a chart's plot: bars, lines, areas, points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from localsheets.page.chart_data import ChartData, Series
from localsheets.page.chart_frame import DARK, Frame, fitted, path, text_at
from localsheets.page.text import safe

Point = tuple[float, float]
MOST_DOTS = 60


def kind_of(data: ChartData, series: Series) -> str:
    """What a series is drawn as."""
    return (series.kind or "COLUMN") if data.kind == "COMBO" else data.kind


def marks(frame: Frame) -> Iterator[str]:
    """Every series: areas behind, then bars, then the axis, then lines."""
    data = frame.data
    kinds = {number: kind_of(data, series) for number, series in enumerate(data.series)}
    stacks = stacked(data)
    for number, series in enumerate(data.series):
        if kinds[number] in ("AREA", "STEPPED_AREA"):
            yield from _area(frame, series, stacks[number], kinds[number])
    bars = [n for n in kinds if kinds[n] in ("COLUMN", "BAR")]
    yield from _bars(frame, bars, stacks)
    yield _axis(frame)
    for number, series in enumerate(data.series):
        if kinds[number] == "SCATTER":
            yield from _scatter(frame, series)
        elif kinds[number] == "LINE":
            yield from _line(frame, series, [top for _, top in stacks[number]])


Stack = list[tuple[float, float | None]]


def stacked(data: ChartData) -> list[Stack]:
    """For each series its values as (where it begins, where it ends)."""
    if not data.stacked:
        return [[(0.0, value) for value in series.values] for series in data.series]
    count = len(data.labels)
    up, down = [0.0] * count, [0.0] * count
    sums = [
        sum(abs(s.values[n] or 0) for s in data.series if n < len(s.values)) or 1.0
        for n in range(count)
    ]
    made: list[Stack] = []
    for series in data.series:
        stack: Stack = []
        for n, value in enumerate(series.values[:count]):
            if value is None:
                stack.append((up[n], None))
                continue
            size = value / sums[n] if data.stacked == "PERCENT_STACKED" else value
            side = up if size >= 0 else down
            stack.append((side[n], side[n] + size))
            side[n] += size
        made.append(stack)
    return made


def _axis(frame: Frame) -> str:
    zero = frame.scale.zero
    if frame.flat:
        return path(f"M{zero:.1f} {frame.top:.1f}V{frame.bottom:.1f}", DARK)
    return path(f"M{frame.left:.1f} {zero:.1f}H{frame.right:.1f}", DARK)


def _bars(frame: Frame, bars: Sequence[int], stacks: list[Stack]) -> Iterator[str]:
    data = frame.data
    for slot, (start, breadth) in enumerate(frame.slots() if bars else []):
        inner = breadth * 0.62
        each = inner if data.stacked else inner / len(bars)
        for place, number in enumerate(bars):
            if slot >= len(stacks[number]) or stacks[number][slot][1] is None:
                continue
            offset = start + (breadth - inner) / 2 + (0 if data.stacked else place * each)
            yield _bar(frame, data.series[number], slot, offset, each, stacks[number][slot])


def _bar(
    frame: Frame,
    series: Series,
    slot: int,
    across: float,
    breadth: float,
    ends: tuple[float, float | None],
) -> str:
    scale = frame.scale_of(series)
    one, two = sorted((scale.at(ends[0]), scale.at(ends[1] or 0.0)))
    breadth = max(0.8, breadth - (1 if breadth > 4 else 0))
    box = (one, across, two - one, breadth) if frame.flat else (across, one, breadth, two - one)
    x, y, w, h = box
    made = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="1"'
        f' fill="{series.colour}">{_tip(frame.data, series, slot)}</rect>'
    )
    if series.labelled:
        text = fitted(series.texts[slot], 80)
        if frame.flat:
            return made + text_at(two + 4, across + breadth / 2 + 4, text, "start", 10)
        return made + text_at(across + breadth / 2, one - 4, text, "middle", 10)
    return made


def _tip(data: ChartData, series: Series, slot: int) -> str:
    label = data.labels[slot] if slot < len(data.labels) else ""
    return f"<title>{safe(f'{label} · {series.name}: {series.texts[slot]}')}</title>"


def _points(frame: Frame, series: Series, values: Sequence[float | None]) -> list[Point]:
    scale = frame.scale_of(series)
    return [
        (start + breadth / 2, scale.at(value))
        for (start, breadth), value in zip(frame.slots(), values, strict=False)
        if value is not None
    ]


def _through(points: Sequence[Point], *, smooth: bool) -> str:
    """A path's commands from point to point."""
    if not smooth or len(points) < 3:
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    made = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x1, y1), (x2, y2) in pairwise(points):
        middle = (x1 + x2) / 2
        made += f"C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    return made


def _line(frame: Frame, series: Series, values: Sequence[float | None]) -> Iterator[str]:
    points = _points(frame, series, values)
    if not points:
        return
    dashes = ' stroke-dasharray="6 4"' if series.dashed else ""
    more = f' stroke-linejoin="round"{dashes}'
    yield path(_through(points, smooth=frame.data.smooth), series.colour, 2, more)
    known = [slot for slot, value in enumerate(values) if value is not None]
    for (x, y), slot in zip(points if len(points) <= MOST_DOTS else [], known, strict=False):
        yield _dot(x, y, series.colour, _tip(frame.data, series, slot))
        if series.labelled:
            yield text_at(x, y - 8, fitted(series.texts[slot], 80), "middle", 10)


def _dot(x: float, y: float, colour: str, tip: str, radius: float = 3) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{colour}">{tip}</circle>'


def _area(frame: Frame, series: Series, stack: Stack, kind: str) -> Iterator[str]:
    known = [pair for pair in stack if pair[1] is not None]
    upper = _points(frame, series, [top for _, top in stack])
    scale = frame.scale_of(series)
    if not upper:
        return
    lower = [(x, scale.at(base)) for (x, _), (base, _) in zip(upper, known, strict=False)]
    if kind == "STEPPED_AREA":
        half = frame.slots()[0][1] / 2
        upper = [(x + side, y) for x, y in upper for side in (-half, half)]
        lower = [(x + side, y) for x, y in lower for side in (-half, half)]
    outline = _through(upper, smooth=frame.data.smooth)
    back = "L".join(f"{x:.1f} {y:.1f}" for x, y in reversed(lower))
    yield f'<path d="{outline}L{back}Z" fill="{series.colour}" opacity=".3"/>'
    yield path(outline, series.colour, 2)


def _scatter(frame: Frame, series: Series) -> Iterator[str]:
    across, up = frame.across(), frame.scale_of(series)
    for slot, (x, y) in enumerate(zip(frame.data.places, series.values, strict=False)):
        if x is not None and y is not None:
            tip = _tip(frame.data, series, slot)
            yield _dot(across.at(x), up.at(y), series.colour, tip, 4)
