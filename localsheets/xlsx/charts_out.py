"""Charts written to a worksheet: columns, bars, lines, areas, scatters, combinations and pies."""

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

EMU_A_PIXEL = 9525
RIGHT_AXIS = 200
"""The number of a chart's second axis of values."""
_STACKED = {"STACKED": "stacked", "PERCENT_STACKED": "percentStacked"}
_LEGENDS = {
    "BOTTOM_LEGEND": "b",
    "LEFT_LEGEND": "l",
    "RIGHT_LEGEND": "r",
    "TOP_LEGEND": "t",
    "INSIDE_LEGEND": "r",
}


def charts(worksheet: Any, sheet: Sheet, names: Names) -> None:
    """Write the charts over a tab's grid; a kind that openpyxl has no like of is logged and left
    out."""
    for chart in sheet.charts:
        spec = chart["spec"]
        overlay = chart["position"].get("overlayPosition")
        made = made_of(spec, names) if overlay else None
        if made is None or overlay is None:
            log.warning("%s: a chart is not exported: %s", sheet.title, spec.get("title", ""))
            continue
        worksheet.add_chart(made)
        made.anchor = _anchor(overlay)


def _anchor(overlay: Json) -> Any:
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
    from openpyxl.drawing.xdr import XDRPositiveSize2D

    cell = overlay.get("anchorCell", {})
    corner = AnchorMarker(
        col=cell.get("columnIndex", 0),
        colOff=overlay.get("offsetXPixels", 0) * EMU_A_PIXEL,
        row=cell.get("rowIndex", 0),
        rowOff=overlay.get("offsetYPixels", 0) * EMU_A_PIXEL,
    )
    width, height = overlay["widthPixels"], overlay["heightPixels"]
    size = XDRPositiveSize2D(width * EMU_A_PIXEL, height * EMU_A_PIXEL)
    return OneCellAnchor(_from=corner, ext=size)


def made_of(spec: Json, names: Names) -> Any | None:
    """A chart as openpyxl's; ``None`` for a kind that it has no like of, or without data."""
    made = None
    if "pieChart" in spec:
        made = _pie(spec, names)
    elif "basicChart" in spec:
        made = _basic(spec["basicChart"], names)
    if made is not None:
        _dress(made, spec)
    return made


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


def _basic(basic: Json, names: Names) -> Any | None:
    """A chart of one kind, or of several one over the other: lines over columns, a second axis."""
    whole: Any = None
    for (kind, right), series in _groups(basic).items():
        part = _empty(kind, basic)
        if part is None:
            continue
        _fill(part, series, basic, names)
        if right:
            part.y_axis.axId, part.y_axis.axPos, part.y_axis.crosses = RIGHT_AXIS, "r", "max"
            part.y_axis.majorGridlines = None
        if not part.series:
            continue
        _axes(part, basic, right=right)
        if whole is None:
            whole = part
        else:
            whole += part  # openpyxl draws the one over the other
    return whole


def _groups(basic: Json) -> dict[tuple[str, bool], list[Json]]:
    """The series that one chart of a file can hold: of one kind, along one axis."""
    whole = basic.get("chartType", "COLUMN")
    found: dict[tuple[str, bool], list[Json]] = {}
    for series in basic.get("series", []):
        kind = series.get("type", "COLUMN") if whole == "COMBO" else whole
        right = series.get("targetAxis") == "RIGHT_AXIS" and kind != "BAR"
        found.setdefault((kind, right), []).append(series)
    return found


def _empty(kind: str, basic: Json) -> Any | None:
    from openpyxl.chart import AreaChart, BarChart, LineChart, ScatterChart

    made: Any
    if kind in ("COLUMN", "BAR"):
        made = BarChart()
        made.type = "bar" if kind == "BAR" else "col"
        made.gapWidth = 60
    elif kind == "LINE":
        made = LineChart()
    elif kind in ("AREA", "STEPPED_AREA"):
        made = AreaChart()
    elif kind == "SCATTER" and basic.get("chartType") == "SCATTER":
        made = ScatterChart(scatterStyle="lineMarker")
    else:
        return None
    stacked = _STACKED.get(basic.get("stackedType", ""))
    if stacked and kind not in ("LINE", "SCATTER"):
        made.grouping = stacked
        if kind in ("COLUMN", "BAR"):
            made.overlap = 100
    return made


def _axes(made: Any, basic: Json, *, right: bool) -> None:
    """Titles; and, since openpyxl leaves axes out otherwise, the axes themselves."""
    made.x_axis.delete = made.y_axis.delete = False
    across, up = "BOTTOM_AXIS", "RIGHT_AXIS" if right else "LEFT_AXIS"
    if getattr(made, "type", "") == "bar":  # Google's bars begin at the top
        made.x_axis.scaling.orientation = "maxMin"
        made.y_axis.crosses = "max"
        across, up = "LEFT_AXIS", "BOTTOM_AXIS"  # a bar's values run along the bottom
    titles = {axis.get("position"): axis.get("title") for axis in basic.get("axis", [])}
    if titles.get(across):
        made.x_axis.title = titles[across]
    if titles.get(up):
        made.y_axis.title = titles[up]


def _fill(made: Any, several: list[Json], basic: Json, names: Names) -> None:
    """Give a chart its series, each with the values that they all stand over."""
    from openpyxl.chart import Reference, Series

    headed = bool(basic.get("headerCount", 0))
    domains = basic.get("domains", [])
    place = _source(domains[0].get("domain", {}), names, skip=int(headed)) if domains else None
    below = Reference(range_string=place) if place is not None else None
    scattered = made.tagname == "scatterChart"
    for series in several:
        source = _source(series.get("series", {}), names)
        if source is None:
            continue
        values = Reference(range_string=source)
        one = Series(values, below if scattered else None, title_from_data=headed)
        if scattered:
            _dots(one, series.get("color"), len(made.series))
        else:
            _colour(one, series.get("color"))
        one.smooth = bool(basic.get("lineSmoothing"))  # openpyxl's lines are, unless told
        made.series.append(one)
    if below is not None and not scattered:
        made.set_categories(below)


def _colour(one: Any, colour: Json | None) -> None:
    """A series' colour, if it has one of its own."""
    if colour is not None:
        one.graphicalProperties.solidFill = to_hex(colour)
        one.graphicalProperties.line.solidFill = to_hex(colour)


def _dots(one: Any, colour: Json | None, number: int) -> None:
    """Dots without a line between them, in the series' colour or the theme's next."""
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.colors import ColorChoice, SchemeColor

    name: Any = f"accent{number % 6 + 1}"
    accent: Any = SchemeColor(val=name)
    shade: Any = to_hex(colour) if colour is not None else None
    fill = ColorChoice(srgbClr=shade) if shade else ColorChoice(schemeClr=accent)
    one.graphicalProperties.line.noFill = True
    one.marker.symbol = "circle"
    one.marker.graphicalProperties = GraphicalProperties(solidFill=fill)
    one.marker.graphicalProperties.line.solidFill = fill


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
