"""effectiveFormat: the default format, a band, the cell's own, its pattern's colour, and what
conditional formats add, each over the one before."""

from __future__ import annotations

from typing import Any

from localsheets.formats.cell import hyperlink, number_format
from localsheets.formats.colours import both, own_colour
from localsheets.formats.locales import locale
from localsheets.formats.palette import colour
from localsheets.formats.shown import colour_of, pattern_of
from localsheets.formulas.conditional import Looks, looks
from localsheets.state.bands import band_colour
from localsheets.state.book import Book
from localsheets.state.cell import EMPTY, Cell, CellError
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.constants import DEFAULT_FORMAT
from localsheets.wire.ranges import rect_of

Json = dict[str, Any]
_SWITCHES = ("bold", "italic", "strikethrough", "underline")


def effective_format(
    cell: Cell, locale_name: str, band: Json | None = None, rule: Json | None = None
) -> Json | None:
    """A cell's effectiveFormat; ``None`` for a cell that has nothing. ``band`` is the colour that
    banding gives it, ``rule`` the format that conditional formats do."""
    if not cell.filled and cell.format is None and band is None and not rule:
        return None
    own = cell.format or {}
    made: Json = {
        **DEFAULT_FORMAT,
        "horizontalAlignment": _side(cell),
        "hyperlinkDisplayType": "LINKED" if hyperlink(cell) else "PLAIN_TEXT",
        **(both("backgroundColor", band) if band else {}),
        **own,
    }
    look = number_format(cell)
    if look:
        made["numberFormat"] = look
    text = {**DEFAULT_FORMAT["textFormat"], **own.get("textFormat", {})}
    tint = colour(colour_of(cell.value, pattern_of(look, locale(locale_name))))
    if tint is not None:
        text.update(both("foregroundColor", tint))
    made["textFormat"] = text
    return _with_rule(made, rule) if rule else made


def _with_rule(made: Json, rule: Json) -> Json:
    """Of a rule count colours, bold, italic, underline and strikethrough alone."""
    background = own_colour(rule, "backgroundColor")
    if background is not None:
        made.update(both("backgroundColor", background))
    given = rule.get("textFormat", {})
    foreground = own_colour(given, "foregroundColor")
    if foreground is not None:
        made["textFormat"].update(both("foregroundColor", foreground))
    made["textFormat"].update({name: given[name] for name in _SWITCHES if name in given})
    return made


def _side(cell: Cell) -> str:
    """Where a value stands that is not aligned: numbers right, TRUE and errors in the middle."""
    if isinstance(cell.value, (bool, CellError)):
        return "CENTER"
    return "RIGHT" if isinstance(cell.value, (int, float)) else "LEFT"


class Overlays:
    """What bands and conditional formats add to the cells of a block."""

    def __init__(self, book: Book, sheet: Sheet, rect: Rect) -> None:
        height, width = sheet.extent()
        self._sheet, self._locale = sheet, book.locale
        within = rect.clamp(min(height, sheet.row_count), min(width, sheet.column_count))
        empty = not (within.height and within.width)
        self._rules: Looks = {} if empty or not sheet.conditional else looks(book, sheet, within)
        self.places = set(self._rules)
        if not empty:
            for band in sheet.banded:
                self.places |= _shared(rect_of(band["range"]), within)

    def format(self, row: int, column: int) -> Json | None:
        """The effectiveFormat of one of ``places``."""
        band = band_colour(self._sheet, row, column) if self._sheet.banded else None
        cell = self._sheet.at(row, column) or EMPTY
        return effective_format(cell, self._locale, band, self._rules.get((row, column)))


def _shared(one: Rect, two: Rect) -> set[tuple[int, int]]:
    """The places that two blocks share."""
    bottom = min(two.bottom or 0, two.bottom or 0 if one.bottom is None else one.bottom)
    right = min(two.right or 0, two.right or 0 if one.right is None else one.right)
    return {
        (row, column)
        for row in range(max(one.top, two.top), bottom)
        for column in range(max(one.left, two.left), right)
    }
