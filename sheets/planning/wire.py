"""Builders of batchUpdate requests. Rows and columns count from 0 here, ends are not included.

Every range names its sheet and all four of its edges: a range without a sheet means the first
sheet, and one without an edge means all of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Request = dict[str, Any]
Place = tuple[int, int]
"""(row, column), from 0."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, half-open."""

    top: int
    left: int
    bottom: int
    right: int


def grid_range(sheet: int, box: Box) -> dict[str, int]:
    """A ``GridRange``."""
    return {
        "sheetId": sheet,
        "startRowIndex": box.top,
        "endRowIndex": box.bottom,
        "startColumnIndex": box.left,
        "endColumnIndex": box.right,
    }


def dimension(sheet: int, kind: str, start: int, end: int) -> dict[str, Any]:
    """A ``DimensionRange``; ``kind`` is "ROWS" or "COLUMNS"."""
    return {"sheetId": sheet, "dimension": kind, "startIndex": start, "endIndex": end}


def insert(sheet: int, kind: str, start: int, end: int, size: int) -> Request:
    """Insert rows or columns; past the last of ``size`` they are appended.

    Google copies the look and the validation of the neighbour before (a person's drop-down goes
    on in a new line); behind the hidden first row or column, of the neighbour after.
    """
    if start >= size:
        return {"appendDimension": {"sheetId": sheet, "dimension": kind, "length": end - start}}
    return {
        "insertDimension": {
            "range": dimension(sheet, kind, start, end),
            "inheritFromBefore": start > 1,
        }
    }


def delete(sheet: int, kind: str, start: int, end: int) -> Request:
    """Delete rows or columns."""
    return {"deleteDimension": {"range": dimension(sheet, kind, start, end)}}


def move(sheet: int, kind: str, source: int, before: int) -> Request:
    """Move one row or column before the one that stands at ``before`` now."""
    return {
        "moveDimension": {
            "source": dimension(sheet, kind, source, source + 1),
            "destinationIndex": before,
        }
    }


def repeat(sheet: int, box: Box, cell: Mapping[str, Any], fields: str) -> Request:
    """Give every cell of a box the same ``fields``."""
    return {"repeatCell": {"range": grid_range(sheet, box), "cell": dict(cell), "fields": fields}}


def size(sheet: int, kind: str, start: int, end: int, **properties: Any) -> Request:
    """Set rows' or columns' ``pixelSize`` or ``hiddenByUser``."""
    return {
        "updateDimensionProperties": {
            "range": dimension(sheet, kind, start, end),
            "properties": properties,
            "fields": ",".join(properties),
        }
    }


def replace_text(sheet: int, old: str, new: str) -> Request:
    """Write ``new`` into the cells of a tab that say exactly ``old``, wherever they stand now."""
    exactly = {"matchEntireCell": True, "matchCase": True, "sheetId": sheet}
    return {"findReplace": {"find": old, "replacement": new, **exactly}}


def update_cells(
    sheet: int, cells: Mapping[Place, Mapping[str, Any]], fields: str
) -> list[Request]:
    """Write ``cells``, gathered into as few rectangles as their places allow."""
    return [
        {
            "updateCells": {
                "range": grid_range(sheet, box),
                "rows": [
                    {"values": [dict(cells[row, col]) for col in range(box.left, box.right)]}
                    for row in range(box.top, box.bottom)
                ],
                "fields": fields,
            }
        }
        for box in boxes(cells)
    ]


def boxes(places: Collection[Place]) -> list[Box]:
    """Gather places into rectangles: runs of columns, stacked where they are alike."""
    found: list[Box] = []
    latest: dict[tuple[int, int], int] = {}
    for row, left, right in _runs(sorted(places)):
        index = latest.get((left, right))
        if index is not None and found[index].bottom == row:
            found[index] = Box(found[index].top, left, row + 1, right)
        else:
            latest[left, right] = len(found)
            found.append(Box(row, left, row + 1, right))
    return found


def _runs(places: list[Place]) -> Iterator[tuple[int, int, int]]:
    """Neighbouring places of a row: (row, first column, column after the last)."""
    start = 0
    for number, (row, col) in enumerate(places):
        after = places[number + 1] if number + 1 < len(places) else None
        if after != (row, col + 1):
            yield row, places[start][1], col + 1
            start = number + 1
