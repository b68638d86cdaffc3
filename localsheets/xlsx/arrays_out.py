"""Formulas as a file has them: as they are, over the block that their array covers, or as Google's
own files have what Excel does not know (see ``wrapping``)."""

from __future__ import annotations

from typing import Any

from localsheets.state.cell import EMPTY, Cell, CellError
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name
from localsheets.xlsx import wrapping
from localsheets.xlsx.arrays_in import WRAPPED, Place, formula_here
from localsheets.xlsx.functions import is_googles
from localsheets.xlsx.names import Names, formula, renamed
from localsheets.xlsx.values_in import formula_of


def formula_there(cell: Cell, row: int, column: int, names: Names) -> Any:
    """What stands for a formula in a file: its text, an array formula over its block, or, where
    Excel knows no such formula, what Google's files have for it."""
    own = cell.formula or ""
    text = formula(own, names)
    size = cell.outcome.size if cell.outcome is not None else (1, 1)
    googles = is_googles(own)
    unread = googles is None and (size != (1, 1) or isinstance(cell.value, CellError))
    if googles or unread:
        return wrapping.wrapped(renamed(own, names), cell.value)
    array = WRAPPED.fullmatch(text)
    if array is None and size == (1, 1):
        return text
    inner = f"={array['inner']}" if array is not None else text
    if formula_here(formula_of(inner) or "") != renamed(own, names):
        return wrapping.wrapped(renamed(own, names), cell.value)
    block = Rect(row, column, row + size[0], column + size[1])
    from openpyxl.worksheet.formula import ArrayFormula

    return ArrayFormula(block_name(block), inner)


class Spread:
    """What stands in a file for the values that a tab's arrays spread."""

    def __init__(self, sheet: Sheet, names: Names) -> None:
        self._sheet, self._names = sheet, names
        self._wrapped: dict[Place, bool] = {}

    def value_there(self, row: int, column: int, cell: Cell) -> str | None:
        """What stands for a value of an array whose formula is wrapped; ``None`` for any other."""
        if cell.outcome is None or not cell.outcome.spilled:
            return None
        place = row - cell.outcome.offset[0], column - cell.outcome.offset[1]
        if place not in self._wrapped:
            self._wrapped[place] = self._is_wrapped(place)
        return wrapping.wrapped(wrapping.COMPUTED, cell.value) if self._wrapped[place] else None

    def _is_wrapped(self, place: Place) -> bool:
        first = self._sheet.at(*place) if min(place) >= 0 else EMPTY
        if first.formula is None:
            return False
        made = formula_there(first, *place, self._names)
        return isinstance(made, str) and wrapping.is_wrapped(made)
