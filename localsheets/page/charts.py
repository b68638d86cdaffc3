"""A tab's charts, drawn, and where they lie."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from localsheets.page.axis import Axis
from localsheets.page.chart_data import chart_data
from localsheets.page.chart_svg import draw
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet

Json = dict[str, Any]

WIDTH, HEIGHT = 600, 371


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
    """Every chart of a tab."""
    return [_figure(book, chart, rows, columns) for chart in sheet.charts]


def _figure(book: Book, chart: Json, rows: Axis, columns: Axis) -> Figure:
    overlay = chart.get("position", {}).get("overlayPosition", {})
    anchor = overlay.get("anchorCell", {})
    row, column = anchor.get("rowIndex", 0), anchor.get("columnIndex", 0)
    size = overlay.get("widthPixels") or WIDTH, overlay.get("heightPixels") or HEIGHT
    return Figure(
        key=int(chart.get("chartId", 0)),
        svg=draw(chart_data(book, chart.get("spec", {})), *size),
        row=row,
        column=column,
        x=overlay.get("offsetXPixels", 0),
        y=overlay.get("offsetYPixels", 0),
        top=rows.extent(0, row),
        left=columns.extent(0, column),
    )
