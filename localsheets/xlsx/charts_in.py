"""Charts of a worksheet as the API's: columns, bars, lines, areas, scatters, pies, and mixtures.

Of each the kind, the title, the axes' titles, the legend, the data and the series' colours; other
kinds stay in the file as long as nobody changes their tab.
"""

from __future__ import annotations

from typing import Any

from localsheets.state.book import Book
from localsheets.state.chart import with_defaults
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, parse_block, split_tab
from localsheets.wire.ranges import grid_range
from localsheets.wire.scalars import float32

Json = dict[str, Any]

_KINDS = {
    "barChart": "COLUMN",
    "bar3DChart": "COLUMN",
    "lineChart": "LINE",
    "line3DChart": "LINE",
    "areaChart": "AREA",
    "area3DChart": "AREA",
    "scatterChart": "SCATTER",
}
_PIES = {"pieChart", "pie3DChart", "doughnutChart"}
_STACKED = {"stacked": "STACKED", "percentStacked": "PERCENT_STACKED"}
_LEGENDS = {
    "b": "BOTTOM_LEGEND",
    "l": "LEFT_LEGEND",
    "r": "RIGHT_LEGEND",
    "t": "TOP_LEGEND",
    "tr": "RIGHT_LEGEND",
}
EMU_A_PIXEL = 9525
WIDTH, HEIGHT = 600, 371
"""Pixels of a chart whose file does not say how large it is."""


def read(book: Book, sheet: Sheet, worksheet: Any) -> None:
    """Take up a worksheet's charts whose data lie in the spreadsheet; of a chart sheet, its own."""
    for chart in worksheet._charts:
        spec = _pie(book, chart) if chart.tagname in _PIES else _basic(book, chart)
        if spec is None:
            continue
        title = _title(chart.title)
        made = with_defaults({**({"title": title} if title else {}), **spec})
        number = 1 + sum(len(each.charts) for each in book.sheets)
        position: Json = {"sheetId": sheet.id}
        if sheet.is_grid:
            position = {"overlayPosition": _overlay(sheet, chart.anchor)}
        sheet.charts.append({"chartId": number, "spec": made, "position": position})


def _parts(chart: Any) -> list[Any]:
    """The charts that one holds: a line over columns is two."""
    return list(getattr(chart, "_charts", None) or [chart])


def _basic(book: Book, chart: Any) -> Json | None:
    parts = [part for part in _parts(chart) if part.tagname in _KINDS]
    series: list[Json] = []
    for part in parts:
        for one in part.series:
            made = _series(book, one, _kind(part), right=_is_right(part))
            if made is not None:
                series.append(made)
    if not series:
        return None
    kinds = {_kind(part) for part in parts}
    kind = kinds.pop() if len(kinds) == 1 else "COMBO"
    basic: Json = {"chartType": kind, "legendPosition": _legend(chart), "axis": _axes(chart, kind)}
    stacked = _STACKED.get(getattr(parts[0], "grouping", None) or "")
    if stacked and kind not in ("LINE", "SCATTER"):
        basic["stackedType"] = stacked
    domain = _domain(book, parts[0].series[0])
    basic["domains"] = [{"domain": domain}] if domain else []
    if kind != "COMBO":
        series = [{k: v for k, v in one.items() if k != "type"} for one in series]
    return {"basicChart": {**basic, "series": series, "headerCount": 0}}


def _kind(part: Any) -> str:
    across = part.tagname.startswith("bar") and getattr(part, "barDir", "col") == "bar"
    return "BAR" if across else _KINDS[part.tagname]


def _is_right(part: Any) -> bool:
    """Whether a chart's values run along the right side."""
    return getattr(getattr(part, "y_axis", None), "axPos", "") == "r"


def _series(book: Book, one: Any, kind: str, *, right: bool) -> Json | None:
    values = getattr(one, "yVal", None) or one.val
    data = _data(book, values)
    if data is None:
        return None
    axis = "BOTTOM_AXIS" if kind == "BAR" else "RIGHT_AXIS" if right else "LEFT_AXIS"
    made: Json = {"series": data, "targetAxis": axis, "type": kind}
    colour = _colour(one)
    if colour is not None:
        made |= {"color": colour, "colorStyle": {"rgbColor": colour}}
    return made


def _domain(book: Book, one: Any) -> Json | None:
    return _data(book, getattr(one, "xVal", None) or one.cat)


def _data(book: Book, source: Any) -> Json | None:
    """A reference as a chart's data; ``None`` for constants and other files."""
    found = getattr(source, "numRef", None) or getattr(source, "strRef", None) if source else None
    text = str(found.f or "") if found is not None else ""
    tab, block = split_tab(text)
    sheet = book.titled(tab) if tab else None
    rect = parse_block(block.replace("$", "")) if sheet else None
    if sheet is None or rect is None:
        return None
    closed = rect.clamp(sheet.row_count, sheet.column_count)
    if closed.height < 1 or closed.width < 1 or (closed.height > 1 and closed.width > 1):
        return None
    return {"sourceRange": {"sources": [grid_range(sheet.id, closed)]}}


def _pie(book: Book, chart: Any) -> Json | None:
    series = _data(book, chart.series[0].val) if chart.series else None
    if series is None:
        return None
    made: Json = {"legendPosition": _legend(chart), "series": series}
    domain = _domain(book, chart.series[0])
    made["domain"] = domain or series
    if chart.tagname == "doughnutChart":
        made["pieHole"] = float32((chart.holeSize or 50) / 100)
    if chart.tagname == "pie3DChart":
        made["threeDimensional"] = True
    return {"pieChart": made}


def _legend(chart: Any) -> str:
    return (
        "NO_LEGEND" if chart.legend is None else _LEGENDS.get(chart.legend.position, "RIGHT_LEGEND")
    )


def _axes(chart: Any, kind: str) -> list[Json]:
    """The axes with their titles; a bar chart's lie the other way round."""
    across, up = ("LEFT_AXIS", "BOTTOM_AXIS") if kind == "BAR" else ("BOTTOM_AXIS", "LEFT_AXIS")
    found = {across: getattr(chart, "x_axis", None)}
    for part in _parts(chart):
        side = "RIGHT_AXIS" if kind != "BAR" and _is_right(part) else up
        found.setdefault(side, getattr(part, "y_axis", None))
    made = []
    for position in sorted(found, key=("BOTTOM_AXIS", "LEFT_AXIS", "RIGHT_AXIS").index):
        title = _title(getattr(found[position], "title", None))
        made.append({"position": position, **({"title": title} if title else {})})
    return made


def _title(title: Any) -> str:
    """A title's text; one that a cell holds is not looked up."""
    rich = getattr(getattr(title, "tx", None), "rich", None)
    if rich is None:
        return ""
    lines = ["".join(str(run.t or "") for run in paragraph.r or ()) for paragraph in rich.p]
    return "\n".join(lines)


def _colour(one: Any) -> Json | None:
    dots = getattr(getattr(one, "marker", None), "graphicalProperties", None)
    look = dots if dots is not None and dots.solidFill else one.graphicalProperties
    fill = getattr(getattr(look, "solidFill", None), "srgbClr", None) if look else None
    text = getattr(fill, "val", fill)
    if not isinstance(text, str) or len(text) != 6:
        return None
    parts = dict(zip(("red", "green", "blue"), bytes.fromhex(text), strict=True))
    return {name: float32(value / 255) for name, value in parts.items() if value}


def _overlay(sheet: Sheet, anchor: Any) -> Json:
    """Where a chart lies and how large it is, in pixels."""
    start = getattr(anchor, "_from", None)
    cell = {"rowIndex": start.row, "columnIndex": start.col} if start is not None else {}
    place = {"sheetId": sheet.id, **cell}
    made: Json = {"anchorCell": {name: number for name, number in place.items() if number}}
    size = getattr(anchor, "ext", None)
    end = getattr(anchor, "to", None)
    width, height = WIDTH, HEIGHT
    if size is not None:
        width, height = round(size.width / EMU_A_PIXEL), round(size.height / EMU_A_PIXEL)
    elif start is not None and end is not None:
        width, height = _extent(sheet, Rect(start.row, start.col, end.row, end.col))
    offsets = (("offsetXPixels", "colOff"), ("offsetYPixels", "rowOff"))
    for name, field in offsets:
        shift = round((getattr(start, field, 0) or 0) / EMU_A_PIXEL)
        made |= {name: shift} if shift else {}
    return {**made, "widthPixels": width or WIDTH, "heightPixels": height or HEIGHT}


def _extent(sheet: Sheet, rect: Rect) -> tuple[int, int]:
    across, down = range(rect.left, rect.right or 0), range(rect.top, rect.bottom or 0)
    width = sum(int(sheet.col_meta.get(n, {}).get("pixelSize", 100)) for n in across)
    height = sum(int(sheet.row_meta.get(n, {}).get("pixelSize", 21)) for n in down)
    return width, height
