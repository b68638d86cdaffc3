"""Which formulas must be computed anew: those that look at something that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from localsheets.formulas.references import Reference, cut
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.changes import Touched
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.ranges import rect_of

_WORD = re.compile(r'"(?:[^"]|"")*"|[^\W\d][\w.]*')
_VOLATILE = re.compile(r"\b(?:NOW|TODAY|RAND|RANDBETWEEN|INDIRECT|OFFSET)\s*\(", re.I)


@dataclass(slots=True)
class Formula:
    """A formula cell and where it looks."""

    sheet: Sheet
    row: int
    column: int
    cell: Cell
    looks_at: list[tuple[int, Rect]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The formula's text."""
        return self.cell.formula or ""

    @property
    def volatile(self) -> bool:
        """Whether it may change without a change of what its text names."""
        return _VOLATILE.search(self.text) is not None


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


def formulas(book: Book, names: Names) -> list[Formula]:
    """Every formula of a spreadsheet, with what it looks at."""
    found = []
    for sheet in book.sheets:
        for row, column, cell in sheet.formula_cells():
            looks = list(looks_at(cell.formula or "", sheet, names))
            found.append(Formula(sheet, row, column, cell, looks))
    return found


def looks_at(formula: str, own: Sheet, names: Names) -> Iterator[tuple[int, Rect]]:
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


def outdated(book: Book, everything: list[Formula]) -> list[Formula]:
    """The formulas whose own cell or whose precedents changed, however far up the chain."""
    if book.changes.everything:
        return everything
    touched = Touched()
    touched.add_all(book.changes.cells)
    waiting = everything
    found: list[Formula] = []
    while waiting:
        hit = [formula for formula in waiting if _reached(formula, touched)]
        if not hit:
            break
        found.extend(hit)
        fresh: dict[int, dict[int, set[int]]] = {}
        for formula in hit:
            columns = fresh.setdefault(formula.sheet.id, {})
            columns.setdefault(formula.column, set()).add(formula.row)
        touched.add_all(fresh)
        known = {id(formula) for formula in hit}
        waiting = [formula for formula in waiting if id(formula) not in known]
    return found


def _reached(formula: Formula, touched: Touched) -> bool:
    own = Rect(formula.row, formula.column, formula.row + 1, formula.column + 1)
    return (
        formula.volatile
        or touched.meets(formula.sheet.id, own)
        or any(touched.meets(sheet_id, rect) for sheet_id, rect in formula.looks_at)
    )
