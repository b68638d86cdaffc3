"""ValueRange: the values of a block, ragged as Google trims them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from localsheets.formats import numbers, quick
from localsheets.formats.locales import locale
from localsheets.formats.pattern import sections
from localsheets.formats.shown import pattern_of
from localsheets.render.cells import number_format, shown_text
from localsheets.state import values
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.cells import Stored
from localsheets.state.sheet import Sheet
from localsheets.wire import a1, deadline
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
    deadline.check()
    lines = renderer(book, options)([line for _, line in sheet.lines(rect)])
    if options.major == "COLUMNS":
        lines = (list(line) for line in zip_longest(*lines, fillvalue=""))
    trimmed = _trimmed(lines)
    if trimmed:
        made["values"] = trimmed
    return made


def _trimmed(lines: Iterable[list[Any]]) -> list[tuple[Any, ...]]:
    """Without the empty values at each line's end, and without the empty lines at the end.

    Each line is a tuple: Python's collector of garbage leaves those alone.
    """
    trimmed: list[tuple[Any, ...]] = []
    for line in lines:
        while line and line[-1] == "":
            line.pop()
        trimmed.append(tuple(line))
    while trimmed and not trimmed[-1]:
        trimmed.pop()
    return trimmed


NUMBERS = (int, float)
Renderer = Callable[[Sequence[Sequence[Stored]]], Iterable[list[Any]]]


def renderer(book: Book, options: Options) -> Renderer:
    """How parts of rows, as the tab holds them, are given: a value for each place, "" for none."""
    if options.render == "FORMATTED_VALUE":
        return lambda lines: _formatted(lines, book.locale)
    give = _giver(book.locale, options)
    return lambda lines: (
        ["" if found is None else give(found) if type(found) is Cell else found for found in line]
        for line in lines
    )


def _formatted(lines: Sequence[Sequence[Stored]], locale_name: str) -> Iterable[list[Any]]:
    place = locale(locale_name)
    figures = [found for line in lines for found in line if type(found) in NUMBERS]
    next_figure = iter(numbers.generals(figures, place)).__next__  # type: ignore[arg-type]
    by_type: dict[type, Callable[[Any], str]] = {
        type(None): lambda _: "",
        bool: lambda found: place.words.true if found else place.words.false,
        Cell: _cell_shower(locale_name),
    }
    return (
        [
            found
            if (kind := type(found)) is str
            else next_figure()
            if kind is float or kind is int
            else by_type[kind](found)
            for found in line
        ]
        for line in lines
    )


def _cell_shower(locale_name: str) -> Callable[[Cell], str]:
    """How a cell with more than a value is shown. A number format is looked into once: of a large
    sheet few are different."""
    place = locale(locale_name)
    known: dict[int, tuple[Json, quick.Shower | None]] = {}

    def show(cell: Cell) -> str:
        value, look = cell.value, number_format(cell)
        kind = type(value)
        if look is None and kind is str:
            return value  # type: ignore[return-value]
        if look is None or (kind is not float and kind is not int):
            return shown_text(cell, locale_name)
        found = known.get(id(look))
        if found is None or found[0] is not look:
            shower = quick.by_pattern(pattern_of(look, place), place)
            found = known[id(look)] = look, shower
        text = found[1](value) if found[1] else None  # type: ignore[arg-type]
        return shown_text(cell, locale_name) if text is None else text

    return show


def _giver(locale_name: str, options: Options) -> Callable[[Cell], Any]:
    """How a cell with more than a value is given unformatted, or as its formula.

    Dates are given as they are shown if that is asked for, among formulas too: the documentation
    takes FORMATTED_VALUE out alone, and gspread-dataframe's round trips at Google rely on it.
    """
    formulas = options.render == "FORMULA"
    dates = options.dates == "FORMATTED_STRING"

    def give(cell: Cell) -> Any:
        if formulas and cell.formula is not None:
            return cell.formula
        if dates and is_date(cell, locale_name):
            return shown_text(cell, locale_name)
        return values.scalar(cell.value)

    return give


def is_date(cell: Cell, locale_name: str) -> bool:
    """Whether a cell's number is shown as a date or time."""
    if isinstance(cell.value, (bool, str)) or not isinstance(cell.value, (int, float)):
        return False
    pattern = pattern_of(number_format(cell), locale(locale_name))
    return bool(pattern) and sections(pattern)[0].is_date
