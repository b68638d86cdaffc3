"""One tab's cells: values as raw as a formula sees them, and what of their look carries meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from model.cell import Block
from model.grid import Grid, Scalar
from model.text import inert

Json = Mapping[str, Any]

FIELDS = (
    "merges,"
    "rowGroups(range,collapsed),columnGroups(range,collapsed),"
    "data(rowMetadata(hiddenByUser),columnMetadata(hiddenByUser),"
    "rowData.values(effectiveValue,note,userEnteredFormat(numberFormat,textFormat.strikethrough)))"
)
"""What is asked of every sheet for :func:`grid`."""

_ERRORS = {
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "LOADING": "Loading...",
    "N_A": "#N/A",
    "NAME": "#NAME?",
    "NULL_VALUE": "#NULL!",
    "NUM": "#NUM!",
    "REF": "#REF!",
    "VALUE": "#VALUE!",
}


def grid(sheet: Json, book: str) -> Grid:
    """A tab; what is blank behind the last value, in a row and below the last one, is cut."""
    properties: Json = sheet["properties"]
    data = first_data(sheet)
    rows = _rows(data)
    struck, formats = _looks(data, rows)
    return Grid(
        tab=properties["title"],
        rows=rows,
        book=book,
        sheet_id=properties.get("sheetId", 0),
        merges=tuple(_block(merge) for merge in sheet.get("merges", [])),
        hidden_rows=_hidden(data, "rowMetadata") - _folded(sheet, "rowGroups"),
        hidden_cols=_hidden(data, "columnMetadata") - _folded(sheet, "columnGroups"),
        struck=struck,
        formats=formats,
    )


def inert_grid(grid: Grid) -> Grid:
    """A tab of people's, its texts without what is not seen and steers a screen.

    Here, once, since what a cell says goes on into reports, messages, pages and terminals. Our own
    tabs stay as they are: words that people typed there are theirs to the letter.
    """
    rows = [[inert(cell) if isinstance(cell, str) else cell for cell in row] for row in grid.rows]
    return replace(grid, tab=inert(grid.tab), rows=rows)


def value_of(cell: Json) -> Scalar:
    """What a cell holds or its formula gives: dates as serial numbers, an error as its text."""
    found: Json = cell.get("effectiveValue", {})
    if "errorValue" in found:
        return _ERRORS.get(found["errorValue"].get("type", ""), "#ERROR!")
    value: Scalar = next(iter(found.values()), None)
    return value


def first_data(sheet: Json) -> Json:
    """The cells of a tab that was asked for whole."""
    found: Json = next(iter(sheet.get("data", [])), {})
    return found


def cells(data: Json) -> Iterator[tuple[int, int, Json]]:
    """Every cell that something is said of, by its 1-based place."""
    for row, values in enumerate(data.get("rowData", []), 1):
        for col, cell in enumerate(values.get("values", []), 1):
            if cell:
                yield row, col, cell


def _rows(data: Json) -> list[list[Scalar]]:
    rows: list[list[Scalar]] = []
    for values in data.get("rowData", []):
        row = [value_of(cell) for cell in values.get("values", [])]
        while row and row[-1] in (None, ""):
            row.pop()
        rows.append(["" if value is None else value for value in row])
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _looks(
    data: Json, rows: list[list[Scalar]]
) -> tuple[frozenset[tuple[int, int]], dict[tuple[int, int], str]]:
    """Within the values: the cells that are struck through, and the number formats."""
    struck: set[tuple[int, int]] = set()
    formats: dict[tuple[int, int], str] = {}
    width = max((len(row) for row in rows), default=0)
    for row, col, cell in cells(data):
        look: Json = cell.get("userEnteredFormat", {})
        if not look or row > len(rows) or col > width:
            continue
        if look.get("textFormat", {}).get("strikethrough"):
            struck.add((row, col))
        if pattern := look.get("numberFormat", {}).get("pattern"):
            formats[row, col] = pattern
    return frozenset(struck), formats


def _hidden(data: Json, kind: str) -> frozenset[int]:
    """1-based rows or columns that people hid."""
    return frozenset(
        place for place, item in enumerate(data.get(kind, []), 1) if item.get("hiddenByUser")
    )


def _folded(sheet: Json, kind: str) -> frozenset[int]:
    """1-based rows or columns out of sight only because their group is folded."""
    return frozenset(
        place
        for group in sheet.get(kind, [])
        if group.get("collapsed")
        for place in range(
            group["range"].get("startIndex", 0) + 1, group["range"].get("endIndex", 0) + 1
        )
    )


def _block(merge: Json) -> Block:
    return Block(
        merge.get("startRowIndex", 0) + 1,
        merge.get("startColumnIndex", 0) + 1,
        merge["endRowIndex"],
        merge["endColumnIndex"],
    )
