"""Charts: made once, pointed again where their lines moved; where people put them is theirs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from model import palette
from model.grid import OwnTab
from model.report import Chart, Report
from sheets.planning.marks import HEADING_ROW, Name
from sheets.planning.names import fingerprint, stable_id
from sheets.planning.palette import rgb
from sheets.planning.placement import Placement
from sheets.planning.tab import Tab
from sheets.planning.wire import Box, Request, grid_range

_KINDS = {"bar": "BAR", "column": "COLUMN", "line": "LINE"}
_MOST = 16
"""Charts that a report may have, or have had in an earlier version."""


def charts_fingerprint(report: Report) -> str:
    """Changes when a chart is added, taken away or made otherwise."""
    return fingerprint([_essence(chart) for chart in report.charts])


def chart_ids(report: str) -> list[int]:
    """The ids of a report's charts, first to last, the same in every spreadsheet and run."""
    return [stable_id("chart", report, str(number)) for number in range(_MOST)]


def our_charts(own: OwnTab) -> list[int]:
    """The charts of ours on a tab as it stands."""
    return [chart for chart in chart_ids(own.report) if chart in own.charts]


def chart_requests(tab: Tab, standing: Collection[int], changed: bool) -> list[Request]:
    """What is to be done about the charts of a tab.

    ``standing`` are the ids of the charts there now; ``changed`` says that the report's charts are
    other ones than when the tab was written. A chart that is gone though nothing changed was
    deleted by a person, and stays away.
    """
    requests: list[Request] = []
    idents = chart_ids(tab.report.name)
    for ident, chart in zip(idents, tab.report.charts, strict=False):
        if ident in standing:
            if changed or tab.moved or _moved(tab, chart):
                spec = _spec(tab, chart)
                requests.append({"updateChartSpec": {"chartId": ident, "spec": spec}})
        elif tab.is_new or changed:
            requests.append(_add(tab, chart, ident))
    past = [ident for ident in idents[len(tab.report.charts) :] if ident in standing]
    return requests + [{"deleteEmbeddedObject": {"objectId": ident}} for ident in past]


def _add(tab: Tab, chart: Chart, ident: int) -> Request:
    anchor = {
        "sheetId": tab.sheet,
        "rowIndex": tab.place.rows[tab.place.name_of(chart.at_key)],
        "columnIndex": tab.place.cols[chart.at_field],
    }
    size = {"widthPixels": chart.width, "heightPixels": chart.height}
    position = {"overlayPosition": {"anchorCell": anchor, **size}}
    return {
        "addChart": {"chart": {"chartId": ident, "spec": _spec(tab, chart), "position": position}}
    }


def _moved(tab: Tab, chart: Chart) -> bool:
    """Whether the chart's lines or columns stand elsewhere than before."""
    try:
        return _ranges(tab, chart, tab.old_place) != _ranges(tab, chart, tab.place)
    except KeyError:
        return True


def _ranges(tab: Tab, chart: Chart, place: Placement) -> tuple[list[Box], int]:
    """The blocks of labels and series, and how many header rows they begin with."""
    ends = sorted(place.order.index(place.name_of(key)) for key in (chart.first, chart.last))
    rows = [place.rows[name] for name in place.order[ends[0] : ends[1] + 1]]
    top, bottom = min(rows), max(rows) + 1
    headed = _is_headed(tab, chart, place, top - 1)
    fields = [chart.labels, *(series.field for series in chart.series)]
    cols = [place.cols[field] for field in fields]
    return [Box(top - headed, col, bottom, col + 1) for col in cols], int(headed)


def _is_headed(tab: Tab, chart: Chart, place: Placement, row: int) -> bool:
    """Whether the row above names the series (in any case of letters), so that the legend can."""
    above = next((name for name, at in place.rows.items() if at == row), None)
    return above is not None and all(
        _text(tab, above, series.field).casefold() == series.heading.casefold()
        for series in chart.series
    )


def _text(tab: Tab, name: Name, field: str) -> str:
    if name == HEADING_ROW:
        return next((c.heading for c in tab.columns if c.field == field), "")
    slot = next((slot for slot in tab.slots if slot.name == name), None)
    content = slot.entry(field).content if slot else None
    return content if isinstance(content, str) else ""


def _spec(tab: Tab, chart: Chart) -> dict[str, Any]:
    (labels, *series), headers = _ranges(tab, chart, tab.place)
    bar = chart.kind == "bar"
    many = len(series) > 1 and headers
    return {
        "title": chart.title,
        "titleTextFormat": {
            "fontFamily": palette.FONT,
            "fontSize": 12,
            "bold": True,
            "foregroundColorStyle": rgb(palette.INK),
        },
        "fontName": palette.FONT,
        "basicChart": {
            "chartType": _KINDS[chart.kind],
            "legendPosition": "TOP_LEGEND" if many else "NO_LEGEND",
            "headerCount": headers,
            "axis": [{"position": "BOTTOM_AXIS"}, {"position": "LEFT_AXIS"}],
            "domains": [{"domain": _data(tab, labels)}],
            "series": [
                {
                    "series": _data(tab, box),
                    "targetAxis": "BOTTOM_AXIS" if bar else "LEFT_AXIS",
                    "colorStyle": rgb(palette.SERIES[number % len(palette.SERIES)]),
                }
                for number, box in enumerate(series)
            ],
        },
    }


def _data(tab: Tab, box: Box) -> dict[str, Any]:
    return {"sourceRange": {"sources": [grid_range(tab.sheet, box)]}}


def _essence(chart: Chart) -> Sequence[object]:
    return [
        chart.title,
        chart.kind,
        chart.labels,
        [[series.field, series.heading] for series in chart.series],
        chart.first,
        chart.last,
    ]
