"""cutPaste: a block that moves, with everything that looks at it.

References to a cell that moves follow it, to any tab; references to cells that it lands on are
lost. Named ranges and data of charts that lie within the block follow as well, merges and
conditional formats go along; protected ranges, filters and bands stay where they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from localsheets.requests.common import located
from localsheets.requests.merges import check_whole
from localsheets.requests.paste import WITH_MERGES, WITH_RULES, check_fits, lifted, pasted
from localsheets.requests.pasterules import paste_rules
from localsheets.state.book import Book
from localsheets.state.cell import EMPTY
from localsheets.state.follow import rewrite_conditions
from localsheets.state.parts import KINDS
from localsheets.state.references import Reference, placed, rewrite
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, widened
from localsheets.wire.errors import bad
from localsheets.wire.ranges import grid_range, mapped, rect_of

Json = dict[str, Any]
Rewrite = Callable[[Reference], Reference | None]


@dataclass(frozen=True, slots=True)
class Cut:
    """A block of a tab that moves to an area of the same size, perhaps on another tab."""

    source: Sheet
    rect: Rect
    target: Sheet
    area: Rect

    def moved(self, block: Rect) -> Rect:
        """Where a part of the block goes; open sides stay open."""
        down, right = self.area.top - self.rect.top, self.area.left - self.rect.left
        return Rect(
            block.top + down,
            block.left + right,
            None if block.bottom is None else block.bottom + down,
            None if block.right is None else block.right + right,
        )

    def takes(self, sheet: Sheet | None, block: Rect) -> bool:
        """Whether a block of a tab moves, all of it."""
        if sheet is not self.source:
            return False
        return self.rect.encloses(block.clamp(sheet.row_count, sheet.column_count))

    def covers(self, sheet: Sheet | None, block: Rect) -> bool:
        """Whether a block of a tab disappears under what is pasted."""
        if sheet is not self.target:
            return False
        return self.area.encloses(block.clamp(sheet.row_count, sheet.column_count))


def cut_paste(book: Book, request: Json) -> None:
    """Move a block. Of a paste type that leaves something out, that is lost: all of it is cut."""
    source, rect = located(book, request.get("source"), "source")
    to = request.get("destination")
    if to is None:
        raise bad("destination must be specified.")
    target = book.sheet(to.get("sheetId", 0))
    corner = Rect(to.get("rowIndex", 0), to.get("columnIndex", 0))
    if corner.top < 0 or corner.left < 0:
        raise bad("destination must not be negative.")
    cut = Cut(source, rect, target, widened(corner, rect.height, rect.width))
    check_fits(target, cut.area)
    kind = request.get("pasteType", "PASTE_NORMAL")
    _move_merges(cut, kind)
    _rewrite(book, cut)
    _move_cells(book, cut, kind)
    if kind in WITH_RULES:
        paste_rules(source, rect, target, cut.area, [cut.area], cut=True)
    _move_parts(book, cut)
    source.touched = target.touched = True


def _move_merges(cut: Cut, kind: str) -> None:
    check_whole(cut.source, cut.rect)
    moving = [merge for merge in cut.source.merges if cut.rect.encloses(merge)]
    cut.source.merges = [merge for merge in cut.source.merges if merge not in moving]
    check_whole(cut.target, cut.area)
    if kind in WITH_MERGES:
        rest = [merge for merge in cut.target.merges if not merge.meets(cut.area)]
        cut.target.merges = rest + [cut.moved(merge) for merge in moving]


def _rewrite(book: Book, cut: Cut) -> None:
    """Let every formula look at the new places, those that are about to move included."""
    for sheet in book.sheets:
        for row, column, cell in sheet.formula_cells():
            moving = sheet is cut.source and cut.rect.contains(row, column)
            text = rewrite(cell.formula or "", _change(book, cut, sheet, moving))
            if text != cell.formula:
                book.put(sheet, row, column, cell.but(formula=text))
    rewrite_conditions(
        book, lambda sheet, text: rewrite(text, _change(book, cut, sheet, moving=False))
    )


def _change(book: Book, cut: Cut, home: Sheet, moving: bool) -> Rewrite:
    away = cut.target is not cut.source

    def change(reference: Reference) -> Reference | None:
        meant = home if reference.tab is None else book.titled(reference.tab)
        bare = reference.tab is None
        if cut.takes(meant, reference.rect):
            there = placed(reference, cut.moved(reference.rect))
            return replace(there, tab=cut.target.title) if away and not (moving and bare) else there
        if cut.covers(meant, reference.rect):
            return None
        if moving and away and bare:
            return replace(reference, tab=cut.source.title)
        return reference

    return change


def _move_cells(book: Book, cut: Cut, kind: str) -> None:
    block = lifted(cut.source, cut.rect)
    for down, right in block:
        book.put(cut.source, cut.rect.top + down, cut.rect.left + right, EMPTY)
    for down in range(cut.rect.height):
        for right in range(cut.rect.width):
            place = cut.area.top + down, cut.area.left + right
            cell = block.get((down, right), EMPTY)
            book.put(cut.target, *place, pasted(book, cut.target.at(*place), cell, kind))


def _move_parts(book: Book, cut: Cut) -> None:
    """Named ranges and the data of charts and slicers, where all of it moved."""

    def change(kind: str, place: Json) -> Json:
        if kind != "GridRange" or place.get("sheetId", 0) != cut.source.id:
            return place
        rect = rect_of(place)
        return grid_range(cut.target.id, cut.moved(rect)) if cut.takes(cut.source, rect) else place

    named = [mapped("NamedRange", item, change) or item for item in book.named]
    if named != book.named:
        book.named, book.changes.everything = named, True
    for sheet in book.sheets:
        for kind in KINDS:
            if kind.far and (parts := kind.of(sheet)):
                kind.put(sheet, [mapped(kind.message, part, change) or part for part in parts])


HANDLERS = {"cutPaste": cut_paste}
