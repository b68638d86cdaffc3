"""What a chart draws: its labels and series, read from the cells of its ranges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from localsheets.page.colours import css_colour, own_colour
from localsheets.render.cells import shown_text
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.wire.constants import THEME
from localsheets.wire.ranges import rect_of

Json = dict[str, Any]

PALETTE = tuple(
    css_colour(each["color"]["rgbColor"])
    for each in THEME["themeColors"]
    if each["colorType"].startswith("ACCENT")
)
HIDDEN_TOO = "SHOW_ALL"


@dataclass(frozen=True, slots=True)
class Series:
    """One line of numbers; ``None`` where a cell holds none."""

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    colour: str
    kind: str = ""
    """A combo chart's series says what it is: COLUMN, LINE, AREA, STEPPED_AREA."""
    on_right: bool = False
    """Whether it is measured by the axis at the right."""
    dashed: bool = False
    labelled: bool = False
    """Whether each value is written beside it."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """A chart's data. ``kind`` is COLUMN, BAR, LINE, AREA, COMBO, SCATTER, STEPPED_AREA, PIE,
    SCORECARD, or the name of a kind that is not drawn."""

    kind: str
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    numbers: tuple[float | None, ...] = ()
    """The labels as numbers, for a scatter chart."""
    stacked: str = ""
    """"", "STACKED" or "PERCENT_STACKED"."""
    legend: str = ""
    hole: float = 0.0
    axis_titles: tuple[str, str, str] = ("", "", "")
    """At the bottom, at the left, at the right."""
    bounds: tuple[float | None, float | None] = (None, None)
    """Least and greatest number of the axis of values, where somebody set them."""
    smooth: bool = False
    subtitle: str = ""

    @property
    def places(self) -> tuple[float | None, ...]:
        """Where a scatter chart's points lie across: at their numbers, else one after another."""
        if any(number is not None for number in self.numbers):
            return self.numbers
        return tuple(float(n) for n in range(1, len(self.labels) + 1))


def chart_data(book: Book, spec: Json) -> ChartData:
    """Read a chart's cells; hidden rows and columns are left out unless it shows all."""
    cells = Reader(book, hidden_too=spec.get("hiddenDimensionStrategy") == HIDDEN_TOO)
    title, subtitle = str(spec.get("title", "")), str(spec.get("subtitle", ""))
    if "pieChart" in spec:
        return _pie(cells, spec["pieChart"], title)
    if "scorecardChart" in spec:
        return _scorecard(cells, spec["scorecardChart"], title)
    if "basicChart" not in spec:
        kind = next((name for name in spec if name.endswith("Chart")), "chart")
        return ChartData(kind, title, (), ())
    return _basic(cells, spec["basicChart"], title, subtitle)


def _basic(cells: Reader, basic: Json, title: str, subtitle: str) -> ChartData:
    headed = int(basic.get("headerCount", 0) or 0)
    domains = basic.get("domains") or [{}]
    labels = cells.of(domains[0].get("domain"))[headed:]
    series = [
        _series(cells, each, number, headed) for number, each in enumerate(basic.get("series", []))
    ]
    if domains[0].get("reversed"):
        labels = labels[::-1]
        series = [_reversed(each) for each in series]
    axes = {axis.get("position"): axis for axis in basic.get("axis", [])}
    titles = [
        str(axes.get(f"{side}_AXIS", {}).get("title", "")) for side in ("BOTTOM", "LEFT", "RIGHT")
    ]
    kind = str(basic.get("chartType", "COLUMN"))
    measured = "BOTTOM_AXIS" if kind == "BAR" else "LEFT_AXIS"
    window = axes.get(measured, {}).get("viewWindowOptions", {})
    stacked = str(basic.get("stackedType", ""))
    return ChartData(
        kind=kind,
        title=title,
        subtitle=subtitle,
        labels=tuple(cells.text(cell) for cell in labels),
        numbers=tuple(number_of(cell) for cell in labels),
        series=tuple(series),
        stacked=stacked if stacked.endswith("STACKED") and stacked != "NOT_STACKED" else "",
        legend=str(basic.get("legendPosition", "")),
        axis_titles=(titles[0], titles[1], titles[2]),
        bounds=(window.get("viewWindowMin"), window.get("viewWindowMax")),
        smooth=bool(basic.get("lineSmoothing")),
    )


def _series(cells: Reader, given: Json, number: int, headed: int) -> Series:
    found = cells.of(given.get("series"))
    name = cells.text(found[0]) if headed and found else f"Series {number + 1}"
    body = found[headed:]
    shade = own_colour(given, "color")
    return Series(
        name=name,
        values=tuple(number_of(cell) for cell in body),
        texts=tuple(cells.text(cell) for cell in body),
        colour=css_colour(shade) if shade is not None else PALETTE[number % len(PALETTE)],
        kind=str(given.get("type", "")),
        on_right=given.get("targetAxis") == "RIGHT_AXIS",
        dashed="DASHED" in str(given.get("lineStyle", {}).get("type", "")),
        labelled=given.get("dataLabel", {}).get("type") == "DATA",
    )


def _reversed(series: Series) -> Series:
    return replace(series, values=series.values[::-1], texts=series.texts[::-1])


def _pie(cells: Reader, pie: Json, title: str) -> ChartData:
    labels, found = cells.of(pie.get("domain")), cells.of(pie.get("series"))
    if found and number_of(found[0]) is None:  # a heading
        labels, found = labels[1:], found[1:]
    one = Series(
        name="",
        values=tuple(number_of(cell) for cell in found),
        texts=tuple(cells.text(cell) for cell in found),
        colour=PALETTE[0],
    )
    return ChartData(
        "PIE",
        title,
        tuple(cells.text(cell) for cell in labels),
        (one,),
        legend=str(pie.get("legendPosition", "")),
        hole=min(0.9, max(0.0, float(pie.get("pieHole", 0) or 0))),
    )


def _scorecard(cells: Reader, card: Json, title: str) -> ChartData:
    """A figure, and the one that it is compared with."""
    made = []
    for name in ("keyValueData", "baselineValueData"):
        found = cells.of(card.get(name))
        values = tuple(number_of(cell) for cell in found)
        made.append(Series(name, values, tuple(cells.text(cell) for cell in found), PALETTE[0]))
    return ChartData("SCORECARD", title, (), tuple(made))


class Reader:
    """Reads the cells of a chart's ranges."""

    def __init__(self, book: Book, *, hidden_too: bool) -> None:
        self._book, self._hidden_too = book, hidden_too

    def of(self, data: Json | None) -> list[Cell]:
        """The cells of a ChartData, along the longer side of each range."""
        sources = (data or {}).get("sourceRange", {}).get("sources", [])
        return [cell for source in sources for cell in self._cells(source)]

    def text(self, cell: Cell) -> str:
        """What a cell shows."""
        return shown_text(cell, self._book.locale)

    def _cells(self, source: Json) -> Iterator[Cell]:
        sheet = self._book.find(source.get("sheetId", 0))
        if sheet is None:
            return
        rect = rect_of(source).clamp(sheet.row_count, sheet.column_count)
        across = rect.height == 1 and rect.width != 1
        meta = sheet.col_meta if across else sheet.row_meta
        for n in range(rect.left, rect.right or 0) if across else range(rect.top, rect.bottom or 0):
            own = meta.get(n, {})
            hidden = own.get("hiddenByUser") or own.get("hiddenByFilter")
            if self._hidden_too or not hidden:
                yield sheet.at(rect.top, n) if across else sheet.at(n, rect.left)


def number_of(cell: Cell) -> float | None:
    """A cell's number, if it holds one."""
    value = cell.value
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
