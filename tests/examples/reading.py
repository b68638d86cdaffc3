"""Read an .xlsx file into a Book as a pull would: for tests that want no server between."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.cell import Block
from model.grid import Book, Grid, Scalar

_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  (serial dates have no zone)


def book_of(path: Path, name: str = "production") -> Book:
    """Every tab, raw values as Google's unformatted reads give them: dates as serials."""
    workbook = load_workbook(path, data_only=True)
    grids = tuple(_grid(sheet, name, number) for number, sheet in enumerate(workbook.worksheets))
    titles = tuple(workbook.sheetnames)
    return Book(name, name, path.stem, "en_US", "America/New_York", grids, tab_titles=titles)


def _grid(sheet: Worksheet, book: str, number: int) -> Grid:
    rows: list[list[Scalar]] = []
    struck, formats = set(), {}
    for row in sheet.iter_rows():
        values = [_scalar(cell.value) for cell in row]
        while values and values[-1] is None:
            values.pop()
        rows.append(values)
        for cell in row:
            if cell.value is None:
                continue
            if cell.font.strike:
                struck.add((cell.row, cell.column))
            if cell.number_format != "General":
                formats[cell.row, cell.column] = cell.number_format
    while rows and not rows[-1]:
        rows.pop()
    merges = tuple(
        Block(box.min_row, box.min_col, box.max_row, box.max_col)
        for box in sheet.merged_cells.ranges
    )
    hidden = frozenset(
        place
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for place in range(dimension.min or 0, (dimension.max or -1) + 1)
    )
    return Grid(
        sheet.title, rows, book, number, merges, frozenset(), hidden, frozenset(struck), formats
    )


def _scalar(value: object) -> Scalar:
    if isinstance(value, datetime):
        return (value - _DAY_ZERO) / timedelta(days=1)
    if value is None or isinstance(value, str | float | int | bool):
        return value
    raise TypeError(f"no scalar: {value!r}")
