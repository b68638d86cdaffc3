"""Charts written to a worksheet: columns, bars, lines, areas and pies with their data ranges."""

from __future__ import annotations

import logging
from typing import Any

from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, letters
from localsheets.wire.ranges import rect_of
from localsheets.xlsx.colours import to_hex
from localsheets.xlsx.names import Names

Json = dict[str, Any]

log = logging.getLogger("localsheets")

PIXELS_A_CENTIMETRE = 37.8
_STACKED = {"STACKED": "stacked", "PERCENT_STACKED": "percentStacked"}
_LEGENDS = {
    "BOTTOM_LEGEND": "b",
    "LEFT_LEGEND": "l",
    "RIGHT_LEGEND": "r",
    "TOP_LEGEND": "t",
    "INSIDE_LEGEND": "r",
}


def charts(worksheet: Any, sheet: Sheet, names: Names) -> None:
    """Write the charts of a tab; a kind that openpyxl has no like of is logged and left out."""
    for chart in sheet.charts:
        spec = chart["spec"]
        overlay = chart["position"].get("overlayPosition")
        made = _made(spec, names) if overlay else None
        if made is None or overlay is None:
            log.warning("%s: a chart is not exported: %s", sheet.title, spec.get("title", ""))
            continue
        _dress(made, spec)
        anchor = overlay.get("anchorCell", {})
        row, column = anchor.get("rowIndex", 0), anchor.get("columnIndex", 0)
        made.width = overlay["widthPixels"] / PIXELS_A_CENTIMETRE
        made.height = overlay["heightPixels"] / PIXELS_A_CENTIMETRE
        worksheet.add_chart(made, f"{letters(column)}{row + 1}")


def _made(spec: Json, names: Names) -> Any | None:
    if "pieChart" in spec:
        return _pie(spec, names)
    return _basic(spec, names) if "basicChart" in spec else None


def _dress(made: Any, spec: Json) -> None:
    from openpyxl.drawing.text import CharacterProperties

    if spec.get("title"):
        made.title = spec["title"]
        made.title.overlay = False
        for paragraph in made.title.tx.rich.p:
            for run in paragraph.r:
                run.rPr = CharacterProperties(sz=1400, b=False)
    position: str = (spec.get("basicChart") or spec.get("pieChart") or {}).get("legendPosition", "")
    if position == "NO_LEGEND":
        made.legend = None
    elif position in _LEGENDS:
        made.legend.position = _LEGENDS[position]


def _basic(spec: Json, names: Names) -> Any | None:
    from openpyxl.chart import AreaChart, BarChart, LineChart

    basic = spec["basicChart"]
    kind = basic.get("chartType", "COLUMN")
    made: Any
    if kind in ("COLUMN", "BAR", "COMBO"):
        made = BarChart()
        made.type = "bar" if kind == "BAR" else "col"
        made.gapWidth = 60
    elif kind == "LINE":
        made = LineChart()
    elif kind in ("AREA", "STEPPED_AREA"):
        made = AreaChart()
    else:
        return None
    stacked = _STACKED.get(basic.get("stackedType", ""))
    if stacked:
        made.grouping = stacked
        if kind in ("COLUMN", "BAR"):
            made.overlap = 100
    _series(made, basic, names)
    _axes(made, basic)
    return made


def _axes(made: Any, basic: Json) -> None:
    """Titles; and, since openpyxl leaves axes out otherwise, the axes themselves."""
    made.x_axis.delete = made.y_axis.delete = False
    if getattr(made, "type", "") == "bar":  # Google's bars begin at the top
        made.x_axis.scaling.orientation = "maxMin"
        made.y_axis.crosses = "max"
    for axis in basic.get("axis", []):
        if not axis.get("title"):
            continue
        below = axis.get("position") == "BOTTOM_AXIS"
        if below != (getattr(made, "type", "") == "bar"):  # a bar's values run along the bottom
            made.x_axis.title = axis["title"]
        else:
            made.y_axis.title = axis["title"]


def _series(made: Any, basic: Json, names: Names) -> None:
    from openpyxl.chart import Reference, Series

    headed = bool(basic.get("headerCount", 0))
    for series in basic.get("series", []):
        source = _source(series.get("series", {}), names)
        if source is None:
            continue
        one = Series(Reference(range_string=source), title_from_data=headed)
        shade = series.get("color")
        if shade is not None:
            one.graphicalProperties.solidFill = to_hex(shade)
            one.graphicalProperties.line.solidFill = to_hex(shade)
        made.series.append(one)
    domains = basic.get("domains", [])
    source = _source(domains[0].get("domain", {}), names, skip=int(headed)) if domains else None
    if source is not None:
        made.set_categories(Reference(range_string=source))


def _pie(spec: Json, names: Names) -> Any | None:
    from openpyxl.chart import DoughnutChart, PieChart, Reference, Series

    pie = spec["pieChart"]
    hole = pie.get("pieHole", 0)
    made = DoughnutChart(holeSize=round(hole * 100)) if hole else PieChart()
    values, labels = _source(pie.get("series", {}), names), _source(pie.get("domain", {}), names)
    if values is None:
        return None
    made.series.append(Series(Reference(range_string=values)))
    if labels is not None:
        made.set_categories(Reference(range_string=labels))
    return made


def _source(data: Json, names: Names, skip: int = 0) -> str | None:
    """The first range of a chart's data, as "'Tab'!$B$2:$B$9"; ``skip`` rows of headings."""
    sources = data.get("sourceRange", {}).get("sources", [])
    if not sources:
        return None
    tab = names.quoted(sources[0].get("sheetId", 0))
    rect = rect_of(sources[0])
    if tab is None or rect.bottom is None or rect.right is None:
        return None
    inner = Rect(min(rect.top + skip, rect.bottom - 1), rect.left, rect.bottom, rect.right)
    first = f"${letters(inner.left)}${inner.top + 1}"
    return f"{tab}!{first}:${letters((inner.right or 1) - 1)}${inner.bottom}"
