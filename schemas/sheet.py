"""One tab with all that is needed to read it: texts, production, what the settings say of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from model.cell import Cell
from model.grid import Grid, Scalar
from model.production import Override, Production
from schemas.columns import Column, Texts, cells, parsed
from schemas.headings import Field, Shape
from schemas.values import amounts, codes, separators
from schemas.values.dates import Dates
from schemas.writing import Writing

T = TypeVar("T")

_WINDOW = 300
"""Rows whose texts are asked how the tab writes amounts."""


@dataclass(frozen=True)
class Sheet:
    """A tab to be read, for one production."""

    grid: Grid
    production: Production
    of_film: bool = False
    """Whether other tabs of the spreadsheet are a production's beyond doubt."""
    crew: frozenset[frozenset[str]] = frozenset()
    """The words of each name on the spreadsheet's crew lists, once they are found."""
    grids: frozenset[Hashable] = frozenset()
    """What the spreadsheet's crew grids are known by, once they are found."""
    letters: Mapping[str, str] = field(default_factory=dict)
    """What the spreadsheet's tabs of people say above them that their letters stand for."""
    comma_elsewhere: bool | None = None
    """Whether the decimal mark of the spreadsheet's other tabs is a comma, where they tell."""
    elsewhere: frozenset[str] = frozenset()
    """The spreadsheet's texts, of which dates may tell how other tabs' are written."""

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

    @property
    def locale(self) -> str:
        """How dates and amounts are written here: the settings may say otherwise of one tab."""
        told = self.override.locale if self.override else None
        return told or self.production.locale

    @cached_property
    def dates(self) -> Dates:
        """How dates are written here."""
        return Dates.of(replace(self.production, locale=self.locale))

    @cached_property
    def comma(self) -> bool:
        """Whether the decimal mark is a comma here."""
        return amounts.decimal_comma(self.locale)

    def writing(self, col: int, shape: Shape) -> Writing:
        """How a column is written: its own texts tell, else the tab's, else the locale."""
        if shape in (Shape.TEXT, Shape.WORDS, Shape.CODE, Shape.MARK, Shape.TIME):
            return Writing(self.dates, self.comma)
        if (col, shape) not in self._writings:
            values = self.raw(col, 1, self.height)
            texts = {value for value in values if isinstance(value, str)}
            if shape is Shape.DATE:
                dates = self.dates.among(texts, self._all_texts, self.elsewhere)
                told = Writing(dates.beside(values), self.comma)
            else:
                comma = separators.told(texts)
                told = Writing(self.dates, self._tells if comma is None else comma)
            self._writings[col, shape] = told
        return self._writings[col, shape]

    @cached_property
    def _writings(self) -> dict[tuple[int, Shape], Writing]:
        return {}

    @cached_property
    def _all_texts(self) -> frozenset[str]:
        """The texts of the tab's first rows, each once."""
        return texts_of(self.grid)

    @cached_property
    def _tells(self) -> bool:
        """Whether the decimal mark is a comma by the tab's first rows, the others', the locale."""
        told = (separators.told(self._all_texts, surely=True), self.comma_elsewhere)
        return next((comma for comma in told if comma is not None), self.comma)

    @cached_property
    def texts(self) -> Texts:
        """Every cell as cleaned text, row by row, each as wide as the last text of the tab."""
        return Texts(self.grid.rows)

    @property
    def height(self) -> int:
        """Rows down to the last one with a value."""
        return self.grid.height

    @property
    def width(self) -> int:
        """Columns up to the last one with a text."""
        return self.texts.width

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
        return codes.code(self.grid.at(row, col), self.pattern(row, col))

    def codes(self, col: int, top: int, bottom: int) -> set[str]:
        """What a column has as codes, each once."""
        raw = self.raw(col, top, bottom)
        if col not in self._formatted:
            return {codes.code(value) for _, value in set(zip(map(type, raw), raw, strict=True))}
        return {self.code(row, col) for row in range(top, top + len(raw))}

    def pattern(self, row: int, col: int) -> str:
        """A cell's number format; "" where it has none."""
        return self.grid.formats.get((row, col), "")

    def value(self, row: int, col: int, field: Field) -> object:
        """Read a cell as its field's shape: the value, ``None`` where blank, or a ``Fault``.

        A rate is read as :class:`~schemas.values.rates.Rate`, numbers and money as ``Decimal``.
        """
        formatted = field.shape in (Shape.CODE, Shape.TIME)
        pattern = self.grid.formats.get((row, col), "") if formatted else ""
        return self.writing(col, field.shape).read(field.shape, self.grid.at(row, col), pattern)

    def raw(self, col: int, top: int, bottom: int) -> list[Scalar]:
        """A column's raw values from row ``top`` to row ``bottom``, both within the tab."""
        if col not in self._raw:
            self._raw[col] = cells(self.grid.rows, col - 1)
        return self._raw[col][top - 1 : bottom]

    @cached_property
    def _raw(self) -> dict[int, list[Scalar]]:
        return {}

    def once(self, what: Hashable, work: Callable[[], T]) -> T:
        """What some work on the tab comes to, done the first time that anybody asks for it.

        Every kind asks the same of the same cells, under each heading that might be its own.
        ``what`` names the work and all that it depends on but the tab.
        """
        if what not in self._done:
            self._done[what] = work()
        found: T = self._done[what]
        return found

    @cached_property
    def _done(self) -> dict[Hashable, Any]:
        return {}

    def column(self, col: int, field: Field, top: int, bottom: int) -> Column:
        """Read a column as :meth:`value` reads each of its cells, every distinct value once."""
        formats: list[str] = []
        if field.shape is Shape.CODE and col in self._formatted:
            known = self.grid.formats
            formats = [known.get((row, col), "") for row in range(top, bottom + 1)]
        read = self.writing(col, field.shape).read
        return parsed(self.raw(col, top, bottom), field.shape, read, top, formats)

    @cached_property
    def _formatted(self) -> frozenset[int]:
        """The columns that have a cell with a number format."""
        return frozenset(col for _, col in self.grid.formats)


def texts_of(grid: Grid) -> frozenset[str]:
    """The texts of a tab's first rows, each once."""
    values = (value for row in grid.rows[:_WINDOW] for value in row)
    return frozenset(value for value in values if isinstance(value, str))
