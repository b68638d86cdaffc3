"""A tab's charts, drawn, and where they lie."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from localsheets.page.axis import Axis
from localsheets.page.chart_data import ChartData, chart_data
from localsheets.page.chart_svg import draw
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet

Json = dict[str, Any]

WIDTH, HEIGHT = 600, 371
OWN_TAB = (960, 560)
"""Size of a chart that has a tab to itself."""
SLICER = 90


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: its picture, the cell that it hangs on, pixels from that cell, and about where
    that cell is (exact once the page has the row)."""

    key: int
    svg: str
    row: int
    column: int
    x: int
    y: int
    top: int
    left: int

    def as_json(self) -> Json:
        """For the page."""
        return asdict(self)


def figures(book: Book, sheet: Sheet, rows: Axis, columns: Axis) -> list[Figure]:
    """Every chart of a tab, and where a slicer would be."""
    made = [_figure(book, "chartId", chart, rows, columns) for chart in sheet.charts]
    return made + [_figure(book, "slicerId", slicer, rows, columns) for slicer in sheet.slicers]


def _figure(book: Book, key: str, item: Json, rows: Axis, columns: Axis) -> Figure:
    position, spec = item.get("position", {}), item.get("spec", {})
    overlay = position.get("overlayPosition", {})
    anchor = overlay.get("anchorCell", {})
    row, column = anchor.get("rowIndex", 0), anchor.get("columnIndex", 0)
    usual = (WIDTH, HEIGHT) if "overlayPosition" in position else OWN_TAB
    width, height = overlay.get("widthPixels") or usual[0], overlay.get("heightPixels") or usual[1]
    if key == "slicerId":
        height = min(height, SLICER)
        data = ChartData("slicer", str(spec.get("title", "")), (), ())
    else:
        data = chart_data(book, spec)
    return Figure(
        key=int(item.get(key, 0)),
        svg=draw(data, width, height),
        row=row,
        column=column,
        x=overlay.get("offsetXPixels", 0),
        y=overlay.get("offsetYPixels", 0),
        top=rows.extent(0, row),
        left=columns.extent(0, column),
    )
