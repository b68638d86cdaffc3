"""copyPaste: a block copied, tiled over a larger destination, turned on its side."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import located
from localsheets.requests.merges import check_whole
from localsheets.requests.pasterules import paste_rules
from localsheets.state.book import Book, exceeds
from localsheets.state.cell import EMPTY, Cell
from localsheets.state.references import copied
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, widened

Json = dict[str, Any]
Block = dict[tuple[int, int], Cell]

WITH_MERGES = {"PASTE_NORMAL", "PASTE_NO_BORDERS"}
WITH_RULES = {"PASTE_NORMAL", "PASTE_NO_BORDERS", "PASTE_FORMAT", "PASTE_CONDITIONAL_FORMATTING"}


def copy_paste(book: Book, request: Json) -> None:
    """Copy a block; a destination that is a multiple of it is filled with copies."""
    source, rect = located(book, request.get("source"), "source")
    target, place = located(book, request.get("destination"), "destination")
    kind = request.get("pasteType", "PASTE_NORMAL")
    turned = request.get("pasteOrientation") == "TRANSPOSE"
    high, wide = (rect.width, rect.height) if turned else (rect.height, rect.width)
    area = widened(place, _tiled(place.height, high), _tiled(place.width, wide))
    check_fits(target, area)
    corners = [
        (top, left)
        for top in range(area.top, area.bottom or 0, high)
        for left in range(area.left, area.right or 0, wide)
    ]
    block, merges = lifted(source, rect), [m for m in source.merges if rect.encloses(m)]
    if kind in WITH_MERGES:
        check_whole(target, area)
        target.merges = [m for m in target.merges if not m.meets(area)]
    for corner in corners:
        for down, right in ((r, c) for r in range(rect.height) for c in range(rect.width)):
            at = turned_place(corner, down, right, turned)
            cell = block.get((down, right), EMPTY)
            _paste(
                book, target, at, cell, (at[0] - rect.top - down, at[1] - rect.left - right), kind
            )
        if kind in WITH_MERGES:
            target.merges += [_moved(merge, rect, corner, turned) for merge in merges]
    if kind in WITH_RULES:
        paste_rules(source, rect, target, area, [_moved(rect, rect, c, turned) for c in corners])
    target.touched = True


def _tiled(wanted: int, size: int) -> int:
    """How far to paste: whole tiles where the destination is a multiple, else once."""
    return wanted if wanted > size and wanted % size == 0 else size


def lifted(sheet: Sheet, rect: Rect) -> Block:
    """The cells of a block by their place in it."""
    return {(row - rect.top, col - rect.left): cell for row, col, cell in sheet.cells(rect)}


def check_fits(sheet: Sheet, area: Rect) -> None:
    """Refuse to paste beyond the grid."""
    if (area.bottom or 0) > sheet.row_count or (area.right or 0) > sheet.column_count:
        raise exceeds(sheet, area, quoted=True)


def turned_place(corner: tuple[int, int], down: int, right: int, turned: bool) -> tuple[int, int]:
    """Where a cell of a block lands that is pasted at a corner."""
    if turned:
        down, right = right, down
    return corner[0] + down, corner[1] + right


def _moved(part: Rect, rect: Rect, corner: tuple[int, int], turned: bool) -> Rect:
    """Where a part of a block lands."""
    top, left = turned_place(corner, part.top - rect.top, part.left - rect.left, turned)
    high, wide = (part.width, part.height) if turned else (part.height, part.width)
    return Rect(top, left, top + high, left + wide)


def _paste(
    book: Book, sheet: Sheet, to: tuple[int, int], cell: Cell, offset: tuple[int, int], kind: str
) -> None:
    old = sheet.at(*to)
    if cell.formula is not None:
        cell = cell.but(formula=copied(cell.formula, *offset))
    book.replace(sheet, *to, old, pasted(book, old, cell, kind))


def pasted(book: Book, old: Cell, cell: Cell, kind: str) -> Cell:
    """A cell after another was pasted onto it, or the part of it that the type says."""
    if kind == "PASTE_NORMAL":
        return cell
    if kind == "PASTE_VALUES":
        return old.but(value=cell.value, formula=None, runs=(), link=None)
    if kind == "PASTE_FORMAT":
        return old.but(format=cell.format)
    if kind == "PASTE_FORMULA":
        return old.but(value=cell.value, formula=cell.formula, runs=cell.runs, link=cell.link)
    if kind == "PASTE_DATA_VALIDATION":
        return old.but(validation=cell.validation)
    if kind == "PASTE_CONDITIONAL_FORMATTING":
        return old
    borders = (old.format or {}).get("borders")
    rest = {name: part for name, part in (cell.format or {}).items() if name != "borders"}
    return cell.but(format=book.formats.share(rest | ({"borders": borders} if borders else {})))


HANDLERS = {"copyPaste": copy_paste}
