"""Formulas that give a whole block of values, in files and here.

A file says over which block an array formula stands, and holds its values as plain cells; here the
first cell knows how far it reaches, and each other where it comes from. Excel has no ARRAYFORMULA:
that is what standing over a block means, unless the function gives an array anyway. Google's own
files have a formula in each cell of an array (see ``wrapping``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from localsheets.state.book import Book
from localsheets.state.cell import CellError, Outcome, Value
from localsheets.state.references import Reference, cut
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name, parse_block
from localsheets.xlsx import wrapping
from localsheets.xlsx.functions import may_spread
from localsheets.xlsx.values_in import formula_of

WRAPPED = re.compile(r"=ARRAYFORMULA\((?P<inner>.*)\)", re.I | re.S)
_BY_ITSELF = re.compile(
    r"=(SORT|SORTBY|SORTN|FILTER|UNIQUE|SEQUENCE|TRANSPOSE|RANDARRAY|MMULT|FREQUENCY|TOCOL|TOROW"
    r"|WRAPROWS|WRAPCOLS|VSTACK|HSTACK|CHOOSEROWS|CHOOSECOLS|EXPAND|TAKE|DROP|MAP|BYROW|BYCOL|SCAN"
    r"|MAKEARRAY|LET|ARRAY_CONSTRAIN)\(",
    re.I,
)
_ANCHOR = re.compile(r"ANCHORARRAY\(([^()]*)\)", re.I)
MOST_VALUES = 100_000
"""An array that is larger comes as its formula and constants beside it."""
Place = tuple[int, int]
Sizes = Mapping[Place, tuple[int, int]]


def is_array(content: Any) -> bool:
    """Whether openpyxl read an array formula."""
    return hasattr(content, "ref") and hasattr(content, "text")


def formula_here(text: str) -> str:
    """An array formula of a file as Google writes it."""
    if _BY_ITSELF.match(text) or WRAPPED.fullmatch(text):
        return text
    return f"=ARRAYFORMULA({text.removeprefix('=')})"


class Formulas:
    """The formulas of a tab that is read; ``sizes`` of arrays as far as they are known."""

    def __init__(self, sheet: Sheet, sizes: Sizes) -> None:
        self._sheet, self._sizes = sheet, sizes
        self._over: list[tuple[int, int, str]] = []
        self._firsts: list[Place] = []
        self._others: set[Place] = set()

    def read(self, row: int, column: int, content: Any, value: Value) -> tuple[Value, str | None]:
        """A formula's value and text, from what openpyxl read and the cached result."""
        raw = getattr(content, "text", content)
        text = formula_of(content)
        if isinstance(raw, str) and wrapping.is_wrapped(raw):
            kept = wrapping.kept_value(raw)
            value = kept if value is None or isinstance(kept, CellError) else value
            if text == wrapping.COMPUTED:
                self._others.add((row, column))
                return (None if value == "" else value), None
            if text is not None and may_spread(text):
                self._firsts.append((row, column))
        if text is not None and is_array(content):
            text = formula_here(text)
            self._over.append((row, column, str(content.ref)))
        return value, text

    def finish(self) -> None:
        """Let each array know its values, once all cells are there."""
        for row, column, block in self._over:
            spread(self._sheet, row, column, block)
        gather(self._sheet, self._firsts, self._others, self._sizes)


def spread(sheet: Sheet, row: int, column: int, reference: str) -> None:
    """Let the values of a block be those of the array formula in its first cell."""
    block = parse_block(reference.replace("$", ""))
    if block is None or block.bottom is None or block.right is None:
        return
    size = (block.bottom - row, block.right - column)
    if size == (1, 1) or min(size) < 1 or size[0] * size[1] > MOST_VALUES:
        return
    if any(
        cell.formula is not None for r, c, cell in sheet.cells(block) if (r, c) != (row, column)
    ):
        return
    _cover(sheet, row, column, size)


def _cover(sheet: Sheet, row: int, column: int, size: tuple[int, int]) -> None:
    sheet.has_arrays = True
    for down in range(size[0]):
        for right in range(size[1]):
            cell = sheet.at(row + down, column + right)
            outcome = Outcome(offset=(down, right)) if down or right else Outcome(size=size)
            sheet.put(row + down, column + right, cell.but(outcome=outcome))


def gather(sheet: Sheet, firsts: list[Place], others: set[Place], sizes: Sizes) -> None:
    """Let values that Google's file calls computed be those of the formula above and to the left
    of them: of the first that they are a block with, unless the size is known."""
    left = set(others)
    known = {place: size for place, size in sizes.items() if place in firsts}
    for place, size in known.items():
        left -= {(place[0] + down, place[1] + right) for down, right in _within(size)}
    for place in sorted(firsts):
        height, width = known.get(place) or _extent(place, left)
        left -= {(place[0] + down, place[1] + right) for down, right in _within((height, width))}
        if (height, width) != (1, 1):
            _cover(sheet, *place, (height, width))


def _within(size: tuple[int, int]) -> list[Place]:
    return [(down, right) for down in range(size[0]) for right in range(size[1])]


def _extent(place: Place, left: set[Place]) -> tuple[int, int]:
    row, column = place
    width = height = 1
    while (row, column + width) in left:
        width += 1
    while all((row + height, column + right) in left for right in range(width)):
        height += 1
    return height, width


def anchors(book: Book) -> None:
    """ "F1#", Excel's name for whatever block F1's array covers, becomes that block."""
    for sheet in book.sheets:
        for row, column, cell in list(sheet.formula_cells()):
            text = cell.formula or ""
            if "ANCHORARRAY(" in text.upper():
                own = sheet
                text = _ANCHOR.sub(lambda match: _anchored(book, own, match[1]), text)  # noqa: B023
                sheet.put(row, column, cell.but(formula=text))


def _anchored(book: Book, own: Sheet, text: str) -> str:
    pieces = cut(text.strip())
    if len(pieces) != 1 or not isinstance(pieces[0], Reference):
        return text
    sheet = own if pieces[0].tab is None else book.titled(pieces[0].tab)
    rect = pieces[0].rect
    outcome = sheet.at(rect.top, rect.left).outcome if sheet is not None else None
    if outcome is None or outcome.size == (1, 1):
        return text
    end = Rect(rect.top + outcome.size[0] - 1, rect.left + outcome.size[1] - 1, None, None)
    last = block_name(Rect(end.top, end.left, end.top + 1, end.left + 1))
    return f"{text.strip()}:{last}"
