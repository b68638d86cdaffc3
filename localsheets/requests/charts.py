"""Charts: addChart, updateChartSpec, updateEmbeddedObjectPosition, deleteEmbeddedObject."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import find_part, take_id, updated
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import bad, not_implemented

Json = dict[str, Any]

DEFAULT_WIDTH, DEFAULT_HEIGHT = 600, 371
KINDS = {"basicChart", "pieChart"}
"""Kinds of chart that are kept, drawn and exported; any other is refused."""
OTHER_KINDS = {
    "bubbleChart",
    "candlestickChart",
    "orgChart",
    "histogramChart",
    "waterfallChart",
    "treemapChart",
    "scorecardChart",
}


def add(book: Book, request: Json) -> Json:
    """Put a chart on a tab (``overlayPosition``) or, refused here, on a tab of its own."""
    given = request.get("chart", {})
    spec = _checked(book, given.get("spec"))
    sheet, position = _position(book, given.get("position", {}))
    made = {
        "chartId": take_id(book, "chartId", given.get("chartId"), "Chart"),
        "spec": spec,
        "position": position,
    }
    sheet.charts.append(made)
    sheet.touched = True
    return {"chart": made}


def _checked(book: Book, spec: Json | None) -> Json:
    if not spec:
        raise bad("chart.spec must be specified.")
    refused = spec.keys() & OTHER_KINDS
    if refused:
        raise not_implemented(f"ChartSpec.{sorted(refused)[0]}")
    if len(spec.keys() & KINDS) != 1:
        raise bad("Exactly one kind of chart must be specified.")
    for grid_range in sources(spec):
        book.sheet(grid_range.get("sheetId", 0))
    return {"hiddenDimensionStrategy": "SKIP_HIDDEN_ROWS_AND_COLUMNS", **spec}


def sources(spec: Json) -> list[Json]:
    """Every range that a chart draws from: domains first, then series."""
    basic, pie = spec.get("basicChart", {}), spec.get("pieChart", {})
    data = [domain.get("domain", {}) for domain in basic.get("domains", [])]
    data += [series.get("series", {}) for series in basic.get("series", [])]
    data += [pie.get("domain", {}), pie.get("series", {})]
    return [part for each in data for part in each.get("sourceRange", {}).get("sources", [])]


def _position(book: Book, given: Json) -> tuple[Sheet, Json]:
    if given.get("newSheet") or "sheetId" in given:
        raise not_implemented("a chart on a tab of its own")
    overlay = given.get("overlayPosition", {})
    anchor = overlay.get("anchorCell", {})
    sheet = book.sheet(anchor.get("sheetId", 0))
    row, column = anchor.get("rowIndex", 0), anchor.get("columnIndex", 0)
    if row >= sheet.row_count or column >= sheet.column_count:
        raise bad("The chart's anchorCell is not on the grid.")
    filled = {
        "widthPixels": DEFAULT_WIDTH,
        "heightPixels": DEFAULT_HEIGHT,
        **overlay,
        "anchorCell": anchor,
    }
    return sheet, {"overlayPosition": filled}


def _find(book: Book, number: int, what: str) -> tuple[Sheet, int]:
    for sheet in book.sheets:
        place = find_part(sheet.charts, "chartId", number)
        if place is not None:
            return sheet, place
    raise bad(f"No {what} with id: {number}")


def update_spec(book: Book, request: Json) -> None:
    """Replace a chart's whole spec."""
    sheet, place = _find(book, request.get("chartId", 0), "chart")
    sheet.charts[place] = {**sheet.charts[place], "spec": _checked(book, request.get("spec"))}
    sheet.touched = True


def update_position(book: Book, request: Json) -> Json:
    """Move or resize a chart."""
    sheet, place = _find(book, request.get("objectId", 0), "embedded object")
    old = sheet.charts.pop(place)
    given = request.get("newPosition", {}).get("overlayPosition", {})
    overlay = updated(
        "OverlayPosition", old["position"]["overlayPosition"], given, request.get("fields")
    )
    target, position = _position(book, {"overlayPosition": overlay})
    target.charts.append({**old, "position": position})
    sheet.touched = target.touched = True
    return {"position": position}


def delete(book: Book, request: Json) -> None:
    """Delete a chart."""
    sheet, place = _find(book, request.get("objectId", 0), "embedded object")
    sheet.charts.pop(place)
    sheet.touched = True


HANDLERS = {
    "addChart": add,
    "updateChartSpec": update_spec,
    "updateEmbeddedObjectPosition": update_position,
    "deleteEmbeddedObject": delete,
}
