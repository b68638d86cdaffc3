"""A chart's frame: where its plot lies, and everything around the plot."""

from __future__ import annotations

import math
from collections.abc import Iterator

from localsheets.formats.breadth import pixels
from localsheets.page.chart_data import PALETTE, ChartData, Series
from localsheets.page.chart_scale import Scale, extent_of, round_bounds, scale_for
from localsheets.page.text import safe

LABEL_POINTS = 8.4
GREY, DARK, LINE = "#5f6368", "#3c4043", "#e6e6e6"
LEGEND_PIXELS, MOST_LEGEND = 150, 16
LEAST_SLANTED, MOST_SLANTED = 14, 96
"""The narrowest stretch whose label is set slanting, and the pixels of such a label."""


class Frame:
    """The plot's edges, its scales, its slots."""

    def __init__(self, data: ChartData, width: int, height: int) -> None:
        self.data, self.width, self.height = data, width, height
        self.flat = data.kind == "BAR"
        names = legend_names(data) if data.legend != "NO_LEGEND" else []
        self.legend = names if len(names) > 1 or data.legend else []
        self.legend_side = _side(data.legend)
        self.longest = max((breadth_of(label) for label in data.labels), default=24.0)
        self.left_series = [s for s in data.series if not s.on_right or self.flat]
        self.right_series = [s for s in data.series if s.on_right and not self.flat]
        self._edges()
        start, end = (self.left, self.right) if self.flat else (self.bottom, self.top)
        from_zero = data.kind not in ("SCATTER", "LINE") or data.bounds != (None, None)
        self.scale = scale_for(data, self.left_series, start, end, from_zero=from_zero)
        self.right_scale = scale_for(data, self.right_series, start, end, from_zero=from_zero)

    def _edges(self) -> None:
        data = self.data
        legend_on = self.legend_side if self.legend else ""
        labels = min(self.width * 0.4, 20 + self.longest) if self.flat else 62
        self.left: float = labels + (16 if data.axis_titles[1] else 0)
        self.left += LEGEND_PIXELS if legend_on == "LEFT" else 0
        self.right: float = self.width - 24 - (LEGEND_PIXELS if legend_on == "RIGHT" else 0)
        self.right -= 46 if self.right_series else 0
        self.right -= 16 if data.axis_titles[2] and self.right_series else 0
        self.right = max(self.right, self.left + 20)
        self.top: float = 18 + (26 if data.title else 0) + (16 if data.subtitle else 0)
        self.legend_top = self.top
        self.top += 24 if legend_on == "TOP" else 0
        self.bottom: float = self.height - 36 - (26 if legend_on == "BOTTOM" else 0)
        self.bottom -= 18 if data.axis_titles[0] else 0
        each = (self.right - self.left) / max(1, len(data.labels))
        numeric = self.flat or data.kind == "SCATTER"
        self.slanted = not numeric and self.longest + 6 > each >= LEAST_SLANTED
        self.slant_room = min(self.longest, MOST_SLANTED) * 0.6 if self.slanted else 0.0
        self.bottom -= self.slant_room
        self.bottom = max(self.bottom, self.top + 20)

    def scale_of(self, series: Series) -> Scale:
        """The scale that a series is measured by."""
        return self.right_scale if series in self.right_series else self.scale

    def slots(self) -> list[tuple[float, float]]:
        """(start, breadth) of each label's stretch along the other axis."""
        start, end = (self.top, self.bottom) if self.flat else (self.left, self.right)
        breadth = (end - start) / max(1, len(self.data.labels))
        return [(start + n * breadth, breadth) for n in range(len(self.data.labels))]

    def across(self) -> Scale:
        """The axis at the bottom where it is one of numbers."""
        bounds = round_bounds(extent_of(self.data.places))
        return Scale(*bounds, self.left, self.right)


def _side(legend: str) -> str:
    return next((s for s in ("BOTTOM", "LEFT", "TOP") if legend.startswith(s)), "RIGHT")


def legend_names(data: ChartData) -> list[tuple[str, str]]:
    """(name, colour) of all that a legend tells."""
    if data.kind == "PIE":
        return [(label, PALETTE[n % len(PALETTE)]) for n, label in enumerate(data.labels)]
    return [(series.name, series.colour) for series in data.series]


def breadth_of(text: str) -> float:
    """Pixels of a text in the labels' size (11 pixels)."""
    return pixels(text, LABEL_POINTS)


def fitted(text: str, room: float) -> str:
    """A text cut to some pixels, safe for markup."""
    text = " ".join(text[:200].split())
    if breadth_of(text) <= room:
        return safe(text)
    while len(text) > 1 and breadth_of(text) > room - 9:
        text = text[:-1]
    return safe(text.rstrip() + "…")


def text_at(x: float, y: float, text: str, anchor: str, size: int = 11, more: str = "") -> str:
    """A label; ``text`` is safe already."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}"'
        f' fill="{GREY}"{more}>{text}</text>'
    )


def path(draw: str, colour: str, width: float = 1, more: str = "") -> str:
    """A line."""
    return f'<path d="{draw}" fill="none" stroke="{colour}" stroke-width="{width}"{more}/>'


def heading(data: ChartData, width: int) -> Iterator[str]:
    """Title and subtitle."""
    if data.title:
        yield text_at(16, 28, fitted(data.title, (width - 40) / 1.46), "start", 16)
    if data.subtitle:
        yield text_at(16, 46, fitted(data.subtitle, width - 40), "start", 12)


def grid(frame: Frame) -> Iterator[str]:
    """Lines at round numbers, and the numbers."""
    for place, text in frame.scale.marks:
        if frame.flat:
            yield path(f"M{place:.1f} {frame.top:.1f}V{frame.bottom:.1f}", LINE)
            yield text_at(place, frame.bottom + 16, safe(text), "middle")
        else:
            yield path(f"M{frame.left:.1f} {place:.1f}H{frame.right:.1f}", LINE)
            yield text_at(frame.left - 8, place + 4, safe(text), "end")
    for place, text in frame.right_scale.marks if frame.right_series else []:
        yield text_at(frame.right + 8, place + 4, safe(text), "start")


def labels(frame: Frame) -> Iterator[str]:
    """The labels along the other axis, as many as fit."""
    if frame.data.kind == "SCATTER":
        for place, text in frame.across().marks:
            yield text_at(place, frame.bottom + 17, safe(text), "middle")
        return
    slots = frame.slots()
    breadth = slots[0][1] if slots else 1.0
    room = 15.0 if frame.flat or frame.slanted else min(90.0, frame.longest + 10)
    every = max(1, math.ceil(room / breadth))
    for number in range(0, len(slots), every):
        middle = slots[number][0] + breadth / 2
        text = frame.data.labels[number]
        if frame.flat:
            yield text_at(frame.left - 8, middle + 4, fitted(text, frame.left - 14), "end")
        elif frame.slanted:
            x, y = middle + 4, frame.bottom + 14
            turn = f' transform="rotate(-36 {x:.1f} {y:.1f})"'
            yield text_at(x, y, fitted(text, MOST_SLANTED), "end", 11, turn)
        else:
            yield text_at(middle, frame.bottom + 17, fitted(text, breadth * every), "middle")


def titles(frame: Frame) -> Iterator[str]:
    """The axes' titles."""
    below, left, right = frame.data.axis_titles
    middle, centre = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
    if below:
        text = fitted(below, frame.right - frame.left)
        yield text_at(
            middle, frame.bottom + 37 + frame.slant_room, text, "middle", 12, ' font-style="italic"'
        )
    for title, x in ((left, 16.0), (right if frame.right_series else "", frame.width - 10.0)):
        if title:
            turn = f' font-style="italic" transform="rotate(-90 {x:.1f} {centre:.1f})"'
            text = fitted(title, frame.bottom - frame.top)
            yield text_at(x, centre, text, "middle", 12, turn)


def legend(frame: Frame) -> Iterator[str]:
    """Names and colours."""
    if frame.legend_side in ("RIGHT", "LEFT"):
        x: float = frame.width - LEGEND_PIXELS + 6 if frame.legend_side == "RIGHT" else 16
        for number, (name, colour) in enumerate(frame.legend[:MOST_LEGEND]):
            y = frame.top + 8 + number * 20
            yield swatch(x, y, colour)
            yield text_at(x + 12, y + 4, fitted(name, LEGEND_PIXELS - 34), "start")
        return
    x = frame.left
    y = frame.legend_top + 8 if frame.legend_side == "TOP" else frame.height - 16
    for name, colour in frame.legend:
        label = fitted(name, LEGEND_PIXELS)
        breadth = 28 + min(LEGEND_PIXELS, breadth_of(name))
        if x + breadth > frame.width:
            break
        yield swatch(x, y, colour)
        yield text_at(x + 12, y + 4, label, "start")
        x += breadth


def swatch(x: float, y: float, colour: str) -> str:
    """A dot of a colour."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}"/>'
