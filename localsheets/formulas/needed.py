"""The cells that some formulas look at, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from localsheets.formulas.dependencies import Formula, Place
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.wire.a1 import Rect

Stretch = tuple[int, int]
"""Rows of one column, half-open."""


class Needed:
    """Stretches of columns, by tab; none of a column's stretches touch each other."""

    def __init__(self, book: Book, formulas: Iterable[Formula]) -> None:
        self._book = book
        blocks: set[tuple[int, Rect]] = set()
        for formula in formulas:
            if formula.looks_anywhere:
                blocks.update((sheet.id, sheet.bounds) for sheet in book.sheets)
            blocks.update(formula.looks_at)
        found: dict[int, dict[int, list[Stretch]]] = {}
        for sheet_id, rect in blocks:
            sheet = book.sheet(sheet_id)
            closed = rect.clamp(sheet.row_count, sheet.column_count)
            columns = found.setdefault(sheet_id, {})
            for column in range(closed.left, closed.right or 0):
                columns.setdefault(column, []).append((closed.top, closed.bottom or 0))
        self._columns = {
            sheet_id: {column: _joined(stretches) for column, stretches in columns.items()}
            for sheet_id, columns in found.items()
        }

    @property
    def tabs(self) -> Iterable[int]:
        """The ids of the tabs that are looked at."""
        return self._columns.keys()

    def cells(self) -> Iterator[tuple[Place, Cell]]:
        """Every cell that is there."""
        for sheet_id, columns in self._columns.items():
            sheet = self._book.sheet(sheet_id)
            for rect in _blocks(columns):
                for row, column, cell in sheet.cells(rect):
                    yield (sheet_id, row, column), cell

    def __contains__(self, place: Place) -> bool:
        sheet_id, row, column = place
        stretches = self._columns.get(sheet_id, {}).get(column, ())
        return any(top <= row < bottom for top, bottom in stretches)


def _blocks(columns: dict[int, list[Stretch]]) -> Iterator[Rect]:
    """The stretches as blocks: neighbours that have the same ones are taken together."""
    alike = groupby(enumerate(sorted(columns)), lambda at: (at[1] - at[0], columns[at[1]]))
    for (_, stretches), places in alike:
        together = [column for _, column in places]
        for top, bottom in stretches:
            yield Rect(top, together[0], bottom, together[-1] + 1)


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for top, bottom in sorted(stretches):
        if joined and top <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(bottom, joined[-1][1]))
        else:
            joined.append((top, bottom))
    return joined
