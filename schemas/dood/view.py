"""A tab as rows of elements and columns of days, whichever way round it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from model.cell import Cell, column_number
from model.grid import Scalar
from schemas.sheet import Sheet
from schemas.values.patterns import bare

_PARTS = re.compile(r"d+|m+|y+")


class Shown(StrEnum):
    """What of a date a number format shows."""

    NOTHING = ""
    DATE = "date"
    WEEKDAY = "weekday"
    MONTH = "month"


@dataclass(frozen=True)
class View:
    """A tab as rows of elements and columns of days, whichever way round it stands."""

    sheet: Sheet
    across: bool = True

    @cached_property
    def lines(self) -> Sequence[Sequence[str]]:
        """The cleaned texts of every row, all of one length."""
        texts = self.sheet.texts
        return texts if self.across else list(zip(*texts, strict=True))

    @property
    def height(self) -> int:
        """How many rows of elements there may be."""
        return self.sheet.height if self.across else self.sheet.width

    @property
    def width(self) -> int:
        """How many columns of days there may be."""
        return self.sheet.width if self.across else self.sheet.height

    def place(self, row: int, col: int) -> tuple[int, int]:
        """The sheet's own row and column of a place of the view."""
        return (row, col) if self.across else (col, row)

    def text(self, row: int, col: int) -> str:
        """A place's cleaned text."""
        return self.sheet.text(*self.place(row, col))

    def raw(self, row: int, col: int) -> Scalar:
        """A place's raw value."""
        return self.sheet.grid.at(*self.place(row, col))

    def line(self, row: int) -> Sequence[str]:
        """A row's cleaned texts; none outside the tab."""
        return self.lines[row - 1] if 1 <= row <= len(self.lines) else ()

    def filled(self, row: int) -> dict[int, str]:
        """Column -> text of a row's filled places."""
        return {col: text for col, text in enumerate(self.line(row), start=1) if text}

    def code(self, row: int, col: int) -> str:
        """A place as a code, zeros kept."""
        return self.sheet.code(*self.place(row, col))

    def cell(self, row: int, col: int) -> Cell:
        """A place's location."""
        return self.sheet.cell(*self.place(row, col))

    def struck(self, row: int, col: int) -> bool:
        """Whether a place is struck through."""
        return self.place(row, col) in self.sheet.grid.struck

    def shown(self, row: int, col: int) -> Shown:
        """What of a date a place's number format shows."""
        pattern = self.sheet.grid.formats.get(self.place(row, col), "")
        parts = _PARTS.findall(bare(pattern.lower()))
        if any(part in ("d", "dd") for part in parts) or ("d" in "".join(parts) and len(parts) > 1):
            return Shown.DATE
        if any(part.startswith("ddd") for part in parts):
            return Shown.WEEKDAY
        return Shown.MONTH if any(len(part) > 2 for part in parts) else Shown.NOTHING

    def told(self, fields: Sequence[str]) -> dict[str, int]:
        """The columns that the settings name for some fields."""
        override = self.sheet.override
        if override is None or not self.across:
            return {}
        named = override.columns
        return {name: column_number(named[name]) for name in fields if name in named}
