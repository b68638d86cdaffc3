"""ValueRange: the values of a block, ragged as Google trims them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from localsheets.formats.locales import locale
from localsheets.formats.pattern import sections
from localsheets.formats.shown import pattern_of
from localsheets.render.cells import number_format, shown_text
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.wire import a1, values
from localsheets.wire.a1 import Rect

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Options:
    """How values are asked for."""

    major: str = "ROWS"
    render: str = "FORMATTED_VALUE"
    dates: str = "SERIAL_NUMBER"


def value_range(book: Book, sheet: Sheet, rect: Rect, options: Options) -> Json:
    """The values of a closed block, with its normalised name; no ``values`` where all is empty."""
    made: Json = {"range": a1.name(sheet.title, rect), "majorDimension": options.major}
    lines = _lines(sheet, rect, renderer(book, options), options.major)
    if lines:
        made["values"] = lines
    return made


def renderer(book: Book, options: Options) -> Callable[[Cell], Any]:
    """How one cell's value is given."""
    if options.render == "FORMATTED_VALUE":
        return lambda cell: shown_text(cell, book.locale)
    formulas = options.render == "FORMULA"

    def give(cell: Cell) -> Any:
        if formulas and cell.formula is not None:
            return cell.formula
        if options.dates == "FORMATTED_STRING" and not formulas and is_date(cell, book.locale):
            return shown_text(cell, book.locale)
        return values.scalar(cell.value)

    return give


def is_date(cell: Cell, locale_name: str) -> bool:
    """Whether a cell's number is shown as a date or time."""
    if isinstance(cell.value, (bool, str)) or not isinstance(cell.value, (int, float)):
        return False
    pattern = pattern_of(number_format(cell), locale(locale_name))
    return bool(pattern) and sections(pattern)[0].is_date


def _lines(sheet: Sheet, rect: Rect, give: Callable[[Cell], Any], major: str) -> list[list[Any]]:
    lines: list[list[Any]] = []
    for row, column, cell in sheet.cells(rect):
        value = give(cell)
        if value == "" and value is not False:
            continue
        line, place = row - rect.top, column - rect.left
        if major == "COLUMNS":
            line, place = place, line
        while len(lines) <= line:
            lines.append([])
        lines[line].extend("" for _ in range(place - len(lines[line])))
        lines[line].append(value)
    return lines
