"""A report's charts in a worksheet, over the cells that they are of."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from exports.layout import Layout
from model import palette
from model.report import Chart

_KINDS = {"bar": "bar", "column": "column", "line": "line"}


def draw(book: Workbook, sheet: Worksheet, layout: Layout) -> None:
    """Put every chart of a report where it is anchored."""
    for chart in layout.report.charts:
        made = book.add_chart({"type": _KINDS[chart.kind]})
        if made is None:
            raise ValueError(f"no such chart: {chart.kind}")
        rows = sorted(layout.row_of[key] for key in (chart.first, chart.last))
        for number, series in enumerate(chart.series):
            made.add_series(_series(sheet, layout, chart, rows, number) | {"name": series.heading})
        made.set_title({"name": chart.title, "name_font": {"size": 12, "bold": True}})
        if len(chart.series) == 1:
            made.set_legend({"none": True})
        else:
            made.set_legend({"position": "top"})
        small = {"num_font": {"size": 8}}
        made.set_x_axis(small | {"num_format": "#,##0"} if chart.kind == "bar" else small)
        upwards = {"reverse": True} if chart.kind == "bar" else {"num_format": "#,##0"}
        made.set_y_axis(small | upwards)
        made.set_size({"width": chart.width, "height": chart.height})
        place = layout.row_of[chart.at_key], layout.col_of[chart.at_field]
        sheet.insert_chart(*place, made, {"object_position": 3})


def _series(
    sheet: Worksheet, layout: Layout, chart: Chart, rows: list[int], number: int
) -> dict[str, Any]:
    color = palette.SERIES[number % len(palette.SERIES)]
    looks = {"line": {"color": color}} if chart.kind == "line" else {"fill": {"color": color}}
    labels, values = layout.col_of[chart.labels], layout.col_of[chart.series[number].field]
    return {
        "gap": 50,
        "categories": [sheet.get_name(), rows[0], labels, rows[1], labels],
        "values": [sheet.get_name(), rows[0], values, rows[1], values],
        **looks,
    }
