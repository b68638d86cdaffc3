"""What a chart draws: its labels and series, read from the cells of its ranges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from localsheets.render.cells import shown_text
from localsheets.render.constants import THEME
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.wire.ranges import rect_of
from localsheets.xlsx.colours import to_hex

Json = dict[str, Any]

PALETTE = tuple(
    f"#{to_hex(each['color']['rgbColor']).lower()}"
    for each in THEME["themeColors"]
    if each["colorType"].startswith("ACCENT")
)


@dataclass(frozen=True, slots=True)
class Series:
    """One line of numbers; ``None`` where a cell holds none."""

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    colour: str
    kind: str = ""
    """A combo chart's series says what it is: COLUMN, LINE, AREA."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """A chart's data. ``kind`` is COLUMN, BAR, LINE, AREA, COMBO, SCATTER, STEPPED_AREA or PIE."""

    kind: str
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    stacked: bool = False
    legend: str = ""
    hole: float = 0.0
    axis_titles: tuple[str, str] = ("", "")


def chart_data(book: Book, spec: Json) -> ChartData:
    """Read a chart's cells. Hidden rows are left out, as Google does."""
    if "pieChart" in spec:
        return _pie(book, spec)
    basic = spec.get("basicChart", {})  # of other kinds the title alone is drawn
    headed = int(basic.get("headerCount", 0) > 0)
    domains = basic.get("domains", [])
    labels = list(_cells(book, domains[0].get("domain", {})))[headed:] if domains else []
    series = [
        _series(book, each, number, headed) for number, each in enumerate(basic.get("series", []))
    ]
    titles = {axis.get("position"): axis.get("title", "") for axis in basic.get("axis", [])}
    return ChartData(
        kind=basic.get("chartType", "COLUMN"),
        title=spec.get("title", ""),
        labels=tuple(shown_text(cell, book.locale) for cell in labels),
        series=tuple(series),
        stacked="STACKED" in basic.get("stackedType", ""),
        legend=basic.get("legendPosition", "RIGHT_LEGEND"),
        axis_titles=(titles.get("BOTTOM_AXIS", ""), titles.get("LEFT_AXIS", "")),
    )


def _series(book: Book, given: Json, number: int, headed: int) -> Series:
    cells = list(_cells(book, given.get("series", {})))
    name = shown_text(cells[0], book.locale) if headed and cells else f"Series {number + 1}"
    body = cells[headed:]
    shade = given.get("color")
    return Series(
        name=name,
        values=tuple(_number(cell) for cell in body),
        texts=tuple(shown_text(cell, book.locale) for cell in body),
        colour=f"#{to_hex(shade).lower()}" if shade is not None else PALETTE[number % len(PALETTE)],
        kind=given.get("type", ""),
    )


def _pie(book: Book, spec: Json) -> ChartData:
    pie = spec["pieChart"]
    labels = [shown_text(cell, book.locale) for cell in _cells(book, pie.get("domain", {}))]
    cells = list(_cells(book, pie.get("series", {})))
    texts = tuple(shown_text(cell, book.locale) for cell in cells)
    one = Series("", tuple(_number(cell) for cell in cells), texts, PALETTE[0])
    return ChartData(
        "PIE",
        spec.get("title", ""),
        tuple(labels),
        (one,),
        legend=pie.get("legendPosition", "RIGHT_LEGEND"),
        hole=float(pie.get("pieHole", 0)),
    )


def _cells(book: Book, data: Json) -> Iterator[Cell]:
    """The cells of a chart's ranges, along their longer side."""
    for source in data.get("sourceRange", {}).get("sources", []):
        sheet = book.find(source.get("sheetId", 0))
        if sheet is None:
            continue
        rect = rect_of(source).clamp(sheet.row_count, sheet.column_count)
        if rect.height == 1:
            yield from (sheet.at(rect.top, col) for col in range(rect.left, rect.right or 0))
            continue
        for row in range(rect.top, rect.bottom or 0):
            meta = sheet.row_meta.get(row, {})
            if not (meta.get("hiddenByUser") or meta.get("hiddenByFilter")):
                yield sheet.at(row, rect.left)


def _number(cell: Cell) -> float | None:
    value = cell.value
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
