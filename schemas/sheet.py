"""One tab with all that is needed to read it: texts, production, what the settings say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from model.cell import Cell
from model.grid import Grid, Scalar
from model.production import Override, Production
from schemas.headings import Field, Shape
from schemas.values import amounts, codes, rates
from schemas.values.dates import Dates
from schemas.values.words import Fault, clean


@dataclass(frozen=True)
class Sheet:
    """A tab to be read, for one production."""

    grid: Grid
    production: Production

    @cached_property
    def override(self) -> Override | None:
        """What the settings say of this tab; heading rows that it does not have are left out."""
        told = self.production.override(self.grid.book, self.grid.tab)
        if told is None:
            return None
        rows = tuple(sorted(row for row in told.header_rows if 1 <= row <= self.height))
        return replace(told, header_rows=rows)

    @cached_property
    def legend(self) -> Mapping[str, str]:
        """The settings' meanings of day-out-of-days codes on this tab."""
        return self.override.legend if self.override else {}

    @cached_property
    def dates(self) -> Dates:
        """How dates are written here."""
        return Dates.of(self.production)

    @cached_property
    def comma(self) -> bool:
        """Whether the decimal mark is a comma here."""
        return amounts.decimal_comma(self.production.locale)

    @cached_property
    def texts(self) -> list[list[str]]:
        """Every cell as cleaned text, row by row, each as wide as the last text of the tab."""
        rows = [[clean(value) for value in row] for row in self.grid.rows]
        width = max(
            (col for row in rows for col, text in enumerate(row, start=1) if text), default=0
        )
        return [[*row[:width], *[""] * (width - len(row))] for row in rows]

    @property
    def height(self) -> int:
        """Rows down to the last one with a value."""
        return self.grid.height

    @property
    def width(self) -> int:
        """Columns up to the last one with a value."""
        return len(self.texts[0]) if self.texts else 0

    def line(self, row: int) -> list[str]:
        """A row's cleaned texts; none outside the tab."""
        return self.texts[row - 1] if 1 <= row <= len(self.texts) else []

    def text(self, row: int, col: int) -> str:
        """A cell's cleaned text; "" outside the tab."""
        if 1 <= row <= len(self.texts) and 1 <= col <= self.width:
            return self.texts[row - 1][col - 1]
        return ""

    def cell(self, row: int, col: int) -> Cell:
        """The location of a place of this tab."""
        return self.grid.cell(row, col)

    def code(self, row: int, col: int) -> str:
        """A cell as a code, with the zeros that its number format shows."""
        return codes.code(self.grid.at(row, col), self.grid.formats.get((row, col), ""))

    def value(self, row: int, col: int, field: Field) -> object:
        """Read a cell as its field's shape: the value, ``None`` where blank, or a ``Fault``.

        A rate is read as :class:`~schemas.values.rates.Rate`, numbers and money as ``Decimal``.
        """
        raw = self.grid.at(row, col)
        match field.shape:
            case Shape.TEXT | Shape.WORDS:
                return self.text(row, col) or None
            case Shape.CODE:
                return self.code(row, col) or None
            case Shape.MONEY:
                return amounts.amount(raw, comma=self.comma)
            case Shape.DATE:
                return self.dates.read(raw)
            case Shape.RATE:
                return rates.rate(raw, comma=self.comma)
            case Shape.MARK:
                return rates.mark(raw)
            case Shape.NUMBER:
                return self._number(raw)

    def _number(self, raw: Scalar) -> object:
        """A plain number, or one of hours ("60 hrs"); words that say it is open give ``None``."""
        read = amounts.amount(raw, comma=self.comma)
        if isinstance(read, Fault) and read.code == "amount-open":
            return None
        if isinstance(read, Fault) and read.code == "unreadable-amount":
            hours = rates.rate(raw, comma=self.comma)
            if isinstance(hours, rates.Rate) and hours.unit == "hour":
                return hours.amount
            return Fault(
                "unreadable-number",
                f'holds "{clean(raw)}", which is no plain number',
                "a number",
                "Type the number alone; put words into a notes column.",
            )
        return read
