"""The block of filled cells around a place: what people would call a table.

Filled cells that touch, corners included, belong together. They are followed a run at a time
(filled cells side by side in a row): a large table costs no more than a look at each of its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from localsheets.state.cell import Cell
from localsheets.state.cells import Stored
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect

Run = tuple[int, int]
"""Columns from the first up to behind the last."""


def last_filled(sheet: Sheet, rect: Rect) -> tuple[int, int] | None:
    """The filled cell of a block that comes last, row by row."""
    for row, line in reversed(list(sheet.lines(rect))):
        runs = _runs(line)
        if runs:
            return row, rect.left + runs[-1][1] - 1
    return None


def filled(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell is on the grid and has a value or a formula."""
    return row >= 0 and column >= 0 and sheet.at(row, column).filled


def around(sheet: Sheet, row: int, column: int) -> Rect:
    """The outline of the filled cells that touch a filled cell, directly or through others."""
    lines = _Lines(sheet)
    start = next(run for run in lines.runs(row) if run[0] <= column < run[1])
    todo, seen = [(row, start)], {(row, start)}
    while todo:
        for near in lines.touching(*todo.pop()):
            if near not in seen:
                seen.add(near)
                todo.append(near)
    return Rect(
        min(row for row, _ in seen),
        min(left for _, (left, _) in seen),
        max(row for row, _ in seen) + 1,
        max(right for _, (_, right) in seen),
    )


class _Lines:
    """The runs of each row, found when they are asked for."""

    def __init__(self, sheet: Sheet) -> None:
        self._rows = sheet.row_objects()
        self._known: dict[int, list[Run]] = {}

    def runs(self, row: int) -> list[Run]:
        if not 0 <= row < len(self._rows):
            return []
        if row not in self._known:
            self._known[row] = _runs(self._rows[row])
        return self._known[row]

    def touching(self, row: int, run: Run) -> Iterator[tuple[int, Run]]:
        """The runs above and below that touch one, corners included."""
        for near in (row - 1, row + 1):
            yield from (
                (near, other)
                for other in self.runs(near)
                if other[0] <= run[1] and run[0] <= other[1]
            )


def _runs(line: Sequence[Stored]) -> list[Run]:
    if None not in line and "" not in line and Cell not in map(type, line):
        return [(0, len(line))] if line else []
    found: list[Run] = []
    for column, content in enumerate(line):
        if content is None or content == "" or (type(content) is Cell and not content.filled):
            continue
        if found and found[-1][1] == column:
            found[-1] = (found[-1][0], column + 1)
        else:
            found.append((column, column + 1))
    return found
