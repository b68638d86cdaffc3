"""A formula and where it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from localsheets.state.book import Book
from localsheets.state.references import Reference, cut
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.ranges import rect_of

_WORD = re.compile(r'"(?:[^"]|"")*"|[^\W\d][\w.]*')
_VOLATILE = re.compile(r"\b(?:NOW|TODAY|RAND|RANDBETWEEN|INDIRECT|OFFSET)\s*\(", re.I)
_ANYWHERE = re.compile(r"\b(?:INDIRECT|OFFSET)\s*\(", re.I)
_NESTED = re.compile(r"\bSUBTOTAL\s*\(", re.I)

Place = tuple[int, int, int]
"""A cell: (sheetId, row, column)."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, the cell that it stands in, and the blocks that it looks at, by sheetId."""

    sheet_id: int
    row: int
    column: int
    text: str
    looks_at: tuple[tuple[int, Rect], ...]

    @property
    def place(self) -> Place:
        """The cell that it stands in."""
        return self.sheet_id, self.row, self.column

    @property
    def volatile(self) -> bool:
        """Whether it may change without a change of what its text names."""
        return _VOLATILE.search(self.text) is not None

    @property
    def looks_anywhere(self) -> bool:
        """Whether it may look at cells that its text does not name."""
        return _ANYWHERE.search(self.text) is not None

    @property
    def nested(self) -> bool:
        """Whether it is a SUBTOTAL, which leaves out other SUBTOTALs and hidden rows."""
        return _NESTED.search(self.text) is not None


@dataclass(slots=True)
class Names:
    """Tabs by title and named ranges by name, upper and lower case alike."""

    tabs: dict[str, Sheet]
    ranges: dict[str, tuple[Sheet, Rect]]

    def __init__(self, book: Book) -> None:
        self.tabs = {sheet.title.casefold(): sheet for sheet in book.sheets}
        self.ranges = {}
        for item in book.named:
            sheet = book.find(item["range"].get("sheetId", 0))
            if sheet is not None:
                self.ranges[item["name"].casefold()] = (sheet, rect_of(item["range"]))

    def of(self, reference: Reference, own: Sheet) -> Sheet | None:
        """The tab that a reference means."""
        return own if reference.tab is None else self.tabs.get(reference.tab.casefold())


def formula_at(sheet: Sheet, row: int, column: int, text: str, names: Names) -> Formula:
    """A formula, read: where it stands and where it looks."""
    return Formula(sheet.id, row, column, text, tuple(dict.fromkeys(_blocks(text, sheet, names))))


def _blocks(formula: str, own: Sheet, names: Names) -> Iterator[tuple[int, Rect]]:
    """Every block that a formula names, with its tab's id."""
    for piece in cut(formula):
        if isinstance(piece, Reference):
            sheet = names.of(piece, own)
            if sheet is not None:
                yield sheet.id, piece.rect
        elif names.ranges:
            for word in _WORD.findall(piece):
                named = names.ranges.get(word.casefold())
                if named is not None:
                    yield named[0].id, named[1]
