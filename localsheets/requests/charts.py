"""Charts: addChart, updateChartSpec. Specs of every kind are kept and answered as they came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localsheets.requests.common import located, take_id
from localsheets.requests.embedded import find, placed
from localsheets.state.book import Book
from localsheets.state.chart import with_defaults
from localsheets.wire import schema
from localsheets.wire.errors import bad, not_implemented
from localsheets.wire.messages import ONEOFS

Json = dict[str, Any]

KINDS = ONEOFS["ChartSpec"][1]
NO_KIND = (
    "One of basicChart, pieChart, bubbleChart, candelstickChart, histogramChart, or orgChart must"
    " be set on chartSpec."
)
"""Google's words, its spelling too."""
REQUIRED = {
    "bubbleChart": ("domain", "series"),
    "candlestickChart": ("domain", "data"),
    "histogramChart": ("series",),
    "orgChart": ("labels",),
    "pieChart": ("domain", "series"),
    "scorecardChart": ("keyValueData",),
    "treemapChart": ("labels", "parentLabels"),
    "waterfallChart": ("domain", "series"),
}
"""What the documentation does not call optional, and a chart is nothing without."""
STACKABLE = {"AREA", "BAR", "COLUMN", "COMBO", "STEPPED_AREA"}


def add(book: Book, request: Json) -> Json:
    """Put a chart over a grid (``overlayPosition``) or on a tab of its own (``newSheet``)."""
    given = request.get("chart", {})
    spec = checked(book, given.get("spec"))
    number = take_id(book, "chartId", given.get("chartId"), "Chart")
    sheet, position = placed(book, given.get("position", {}))
    made = {"chartId": number, "spec": spec, "position": position}
    if given.get("border"):
        made["border"] = given["border"]
    sheet.charts.append(made)
    sheet.touched = True
    return {"chart": made}


def checked(book: Book, spec: Json | None) -> Json:
    """A spec that may be kept, with what Google fills in."""
    kinds = (spec or {}).keys() & KINDS
    if not spec or not kinds:
        raise bad(NO_KIND)
    if "dataSourceChartProperties" in spec:
        raise not_implemented("ChartSpec.dataSourceChartProperties")
    kind = next(iter(kinds))
    _check_kind(kind, spec[kind])
    for source in sources(spec):
        _check_source(book, source)
    return with_defaults(spec)


def _check_kind(kind: str, chart: Json) -> None:
    for name in REQUIRED.get(kind, ()):
        if not chart.get(name):
            raise bad(f"{kind}.{name} must be specified.")
    if kind != "basicChart":
        return
    if not chart.get("domains") and not chart.get("series"):
        raise bad("A basicChart must have at least one domain or series.")
    type_ = chart.get("chartType")
    if chart.get("threeDimensional") and type_ not in ("BAR", "COLUMN", "COMBO"):
        raise bad(f"threeDimensional is not supported for charts of type {type_}.")
    if chart.get("stackedType", "NOT_STACKED") != "NOT_STACKED" and type_ not in STACKABLE:
        raise bad(f"stackedType is not supported for charts of type {type_}.")
    positions = [axis.get("position") for axis in chart.get("axis", [])]
    if len(positions) != len(set(positions)):
        raise bad("A chart may not have more than one axis per axis position.")


def _check_source(book: Book, source: Json) -> None:
    _, rect = located(book, source, "sourceRange.sources")
    if rect.height != 1 and rect.width != 1:
        raise bad("Exactly one dimension of a chart's source range must have a length of 1.")


def sources(spec: Json) -> list[Json]:
    """Every range that a chart draws from, in the order in which they stand in the spec."""
    return list(_ranges("ChartSpec", spec))


def _ranges(message: str, value: Json) -> Iterator[Json]:
    if message == "ChartSourceRange":
        yield from value.get("sources", [])
        return
    fields = schema.fields_of(message)
    for name, part in value.items():
        item = schema.item_of(fields[name])
        if schema.is_message(item):
            for each in part if isinstance(part, list) else [part]:
                yield from _ranges(item, each)


def update_spec(book: Book, request: Json) -> None:
    """Replace a chart's whole spec."""
    sheet, charts, place = find(book, request.get("chartId", 0), "chart")
    charts[place] = {**charts[place], "spec": checked(book, request.get("spec"))}
    sheet.touched = True


HANDLERS = {"addChart": add, "updateChartSpec": update_spec}
