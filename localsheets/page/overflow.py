"""Texts that are longer than their cells are broad: how far each runs over empty neighbours.

Estimated by Arial's letters, as there is no font to measure with; the page cuts the text off where
the room that is found here ends.
"""

from __future__ import annotations

from typing import NamedTuple

from localsheets.formats.breadth import pixels
from localsheets.page.axis import Axis
from localsheets.page.looks import side_of, wraps
from localsheets.page.spans import Spans
from localsheets.render.cells import shown_text
from localsheets.state.cell import EMPTY, Cell

PADDING = 7
"""Pixels of a cell's width that its text does not have."""


class Stretch(NamedTuple):
    """Cells that a text runs over."""

    pixels: int
    cells: int

    def __bool__(self) -> bool:
        return self.cells > 0


Run = tuple[Stretch, Stretch]
"""To the left and to the right."""
NONE = Stretch(0, 0)
STAYS: Run = (NONE, NONE)


class Overflow:
    """Finds the runs of a row. ``shown`` are the columns that show."""

    def __init__(self, columns: Axis, shown: list[int], spans: Spans, locale: str) -> None:
        self.columns, self.shown, self.spans, self.locale = columns, shown, spans, locale

    def room(self, place: int) -> int:
        """Pixels that a column has for text."""
        return self.columns.size(self.shown[place]) - PADDING

    def runs(self, row: int, line: dict[int, Cell]) -> dict[int, Run]:
        """Place of a cell -> how far its text runs to its left and to its right."""
        places = (p for p, column in enumerate(self.shown) if column in line)
        found = {place: self._run(row, place, line) for place in places}
        return {place: run for place, run in found.items() if any(run)}

    def _run(self, row: int, place: int, line: dict[int, Cell]) -> Run:
        cell = line[self.shown[place]]
        if not _may_run(cell) or self.spans.has((row, self.shown[place])):
            return STAYS
        more = self.breadth(cell) - self.room(place)
        if more <= 0:
            return STAYS
        side = side_of(cell)
        if side == "CENTER":
            both = (
                self._free(row, place, -1, more / 2, line),
                self._free(row, place, 1, more / 2, line),
            )
            return both if both[0].pixels == both[1].pixels else STAYS
        if side == "RIGHT":
            return self._free(row, place, -1, more, line), NONE
        return NONE, self._free(row, place, 1, more, line)

    def breadth(self, cell: Cell) -> float:
        """Pixels of a cell's text in one line."""
        letters = (cell.format or {}).get("textFormat", {})
        text = shown_text(cell, self.locale)
        return pixels(text, letters.get("fontSize") or 10, bold=bool(letters.get("bold")))

    def _free(
        self, row: int, place: int, step: int, wanted: float, line: dict[int, Cell]
    ) -> Stretch:
        """Empty cells beside one, as many as are wanted."""
        room = count = 0
        place += step
        while 0 <= place < len(self.shown) and room < wanted:
            column = self.shown[place]
            if line.get(column, EMPTY).filled or self.spans.has((row, column)):
                break
            room += self.columns.size(column)
            count += 1
            place += step
        return Stretch(room, count)


def _may_run(cell: Cell) -> bool:
    """Whether a cell's text is one that runs on: a single line that nobody cut, wrapped, turned."""
    look = cell.format or {}
    return (
        isinstance(cell.value, str)
        and not wraps(cell)
        and "\n" not in cell.value
        and look.get("wrapStrategy") != "CLIP"
        and cell.validation is None
        and not look.get("textRotation")
    )
