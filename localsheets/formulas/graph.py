"""Which formulas look where, kept from one change of a spreadsheet to the next.

A change costs about as much as depends on what changed: formulas are read again only where their
row is another object than it was (see ``Cells.row_objects``), and asked only where something near
them changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from localsheets.formulas.dependencies import Formula, Names, Place, formula_at
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.cells import NO_ROW, Row
from localsheets.state.changes import Changes, Places, Touched
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect

LOW = 8
"""Blocks of no more rows than this are found by row, others by column."""
NARROW = 50
"""Blocks of more columns than this are found by tab alone."""
Key = tuple[str, int, int]


@dataclass(slots=True)
class Graph:
    """The formulas of one spreadsheet, and which of them look at a place."""

    formulas: dict[Place, Formula] = field(default_factory=dict)
    restless: set[Place] = field(default_factory=set)
    """Formulas that may change at any time, as TODAY() does."""
    nested: set[Place] = field(default_factory=set)
    """Formulas with SUBTOTAL."""
    _lookers: dict[Key, set[Place]] = field(default_factory=dict)
    """("row", sheetId, row), ("column", sheetId, column) or ("tab", sheetId, 0) -> who looks at a
    block there."""
    _tabs: dict[int, tuple[Sequence[Row], dict[int, list[Place]]]] = field(default_factory=dict)
    """sheetId -> its rows when they were last looked at, and the places of formulas in each."""
    _meant: Any = None
    """What names meant then: titles of tabs and named ranges."""
    lock: Lock = field(default_factory=Lock)
    """Held while the graph is used."""

    def follow(self, book: Book, names: Names) -> None:
        """Learn what changed since the last time."""
        meant = [(sheet.id, sheet.title) for sheet in book.sheets], list(book.named)
        if meant != self._meant:
            for known in (self.formulas, self.restless, self.nested, self._lookers, self._tabs):
                known.clear()
            self._meant = meant
        for sheet in book.sheets:
            self._follow_tab(sheet, names)

    def _follow_tab(self, sheet: Sheet, names: Names) -> None:
        rows = sheet.row_objects()
        old, known = self._tabs.get(sheet.id, ((), {}))
        if rows is old:
            return
        for row in known.keys() | sheet.formula_rows():
            if _row(rows, row) is not _row(old, row):
                self._follow_row(sheet, row, _row(rows, row), known, names)
        self._tabs[sheet.id] = (rows, known)

    def _follow_row(
        self, sheet: Sheet, row: int, line: Row, known: dict[int, list[Place]], names: Names
    ) -> None:
        texts = {
            (sheet.id, row, column): found.formula
            for column, found in enumerate(line)
            if type(found) is Cell and found.formula is not None
        }
        for place in known.pop(row, ()):
            if self.formulas[place].text != texts.get(place):
                self._remove(place)
        for place, text in texts.items():
            if place not in self.formulas:
                self._add(formula_at(sheet, row, place[2], text, names))
        if texts:
            known[row] = list(texts)

    def _add(self, formula: Formula) -> None:
        self.formulas[formula.place] = formula
        if formula.volatile:
            self.restless.add(formula.place)
        if formula.nested:
            self.nested.add(formula.place)
        for key in _keys(formula):
            self._lookers.setdefault(key, set()).add(formula.place)

    def _remove(self, place: Place) -> None:
        for key in _keys(self.formulas.pop(place)):
            self._lookers[key].discard(place)
        self.restless.discard(place)
        self.nested.discard(place)

    def outdated(self, changes: Changes) -> list[Formula]:
        """The formulas whose own cell or whose precedents changed, however far up the chain."""
        if changes.everything:
            return list(self.formulas.values())
        own = {place for place in _places(changes.cells) if place in self.formulas}
        hit = found = own | self.restless | self._looking(changes.cells) | self._over(changes.moved)
        while hit:
            hit = self._looking(_by_column(hit)) - found
            found |= hit
        return [self.formulas[place] for place in sorted(found)]

    def _looking(self, cells: Places) -> set[Place]:
        """The formulas that look at any of some cells."""
        touched = Touched()
        touched.add_all(cells)
        return {
            place
            for place in self._near(cells)
            if any(touched.meets(*block) for block in self.formulas[place].looks_at)
        }

    def _over(self, moved: Sequence[tuple[int, Rect]]) -> set[Place]:
        """The formulas that look at where rows or columns moved."""
        return (
            {
                place
                for place, formula in self.formulas.items()
                if any(
                    sheet_id == tab and rect.meets(beyond)
                    for sheet_id, rect in formula.looks_at
                    for tab, beyond in moved
                )
            }
            if moved
            else set()
        )

    def _near(self, cells: Places) -> set[Place]:
        near: set[Place] = set()
        for sheet_id, columns in cells.items():
            near |= self._lookers.get(("tab", sheet_id, 0), set())
            for column, rows in columns.items():
                near |= self._lookers.get(("column", sheet_id, column), set())
                for row in rows:
                    near |= self._lookers.get(("row", sheet_id, row), set())
        return near


def _keys(formula: Formula) -> Iterator[Key]:
    for sheet_id, rect in formula.looks_at:
        if rect.bottom is not None and rect.height <= LOW:
            yield from (("row", sheet_id, row) for row in range(rect.top, rect.bottom))
        elif rect.right is not None and rect.width <= NARROW:
            yield from (("column", sheet_id, column) for column in range(rect.left, rect.right))
        else:
            yield "tab", sheet_id, 0


def _row(rows: Sequence[Row], number: int) -> Row:
    return rows[number] if number < len(rows) else NO_ROW


def _places(cells: Places) -> Iterable[Place]:
    for sheet_id, columns in cells.items():
        for column, rows in columns.items():
            yield from ((sheet_id, row, column) for row in rows)


def _by_column(places: Iterable[Place]) -> Places:
    cells: Places = {}
    for sheet_id, row, column in places:
        cells.setdefault(sheet_id, {}).setdefault(column, set()).add(row)
    return cells
