"""copyPaste and cutPaste."""

from __future__ import annotations

from typing import Any

from localsheets.formulas.references import Corner, Reference, copied, rewrite
from localsheets.requests.common import located
from localsheets.state.book import Book, exceeds
from localsheets.state.cell import EMPTY, Cell
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import not_implemented

Json = dict[str, Any]
Block = dict[tuple[int, int], Cell]


def copy_paste(book: Book, request: Json) -> None:
    """Copy a block; a larger destination is tiled with it."""
    source, rect = located(book, request.get("source"), "source")
    target, place = located(book, request.get("destination"), "destination")
    kind = request.get("pasteType", "PASTE_NORMAL")
    if request.get("pasteOrientation", "NORMAL") != "NORMAL":
        raise not_implemented("copyPaste with pasteOrientation TRANSPOSE")
    if kind == "PASTE_CONDITIONAL_FORMATTING":
        raise not_implemented(f"copyPaste with pasteType {kind}")
    block = _lifted(source, rect)
    height = _tiled(place.height, rect.height)
    width = _tiled(place.width, rect.width)
    _check(target, place, height, width)
    for down in range(height):
        for right in range(width):
            at = (down % rect.height, right % rect.width)
            offset = (
                place.top + down - rect.top - at[0],
                place.left + right - rect.left - at[1],
            )
            _paste(book, target, (place.top + down, place.left + right), block, at, offset, kind)


def _tiled(wanted: int, size: int) -> int:
    """How far to paste: whole tiles where the destination is a multiple, else once."""
    return wanted if wanted > size and wanted % size == 0 else size


def _lifted(sheet: Sheet, rect: Rect) -> Block:
    return {(row - rect.top, col - rect.left): cell for row, col, cell in sheet.cells(rect)}


def _check(sheet: Sheet, place: Rect, height: int, width: int) -> None:
    rect = Rect(place.top, place.left, place.top + height, place.left + width)
    if place.top + height > sheet.row_count or place.left + width > sheet.column_count:
        raise exceeds(sheet, rect, quoted=True)


def _paste(
    book: Book,
    sheet: Sheet,
    to: tuple[int, int],
    block: Block,
    at: tuple[int, int],
    offset: tuple[int, int],
    kind: str,
) -> None:
    cell = block.get(at, EMPTY)
    old = sheet.at(*to)
    formula = cell.formula and copied(cell.formula, *offset)
    content = {"value": cell.value, "formula": formula, "runs": cell.runs, "link": cell.link}
    if kind == "PASTE_NORMAL":
        new = cell.but(formula=formula)
    elif kind == "PASTE_VALUES":
        new = old.but(value=cell.value, formula=None, runs=())
    elif kind == "PASTE_FORMAT":
        new = old.but(format=cell.format)
    elif kind == "PASTE_FORMULA":
        new = old.but(**content)
    elif kind == "PASTE_DATA_VALIDATION":
        new = old.but(validation=cell.validation)
    else:
        new = cell.but(formula=formula, format=_without_borders(book, cell))
    if new != old:
        book.put(sheet, *to, new)


def _without_borders(book: Book, cell: Cell) -> Json | None:
    rest = {name: part for name, part in (cell.format or {}).items() if name != "borders"}
    return book.formats.share(rest)


def cut_paste(book: Book, request: Json) -> None:
    """Move a block; formulas anywhere that looked at it look at its new place."""
    source, rect = located(book, request.get("source"), "source")
    if request.get("pasteType", "PASTE_NORMAL") != "PASTE_NORMAL":
        raise not_implemented(f"cutPaste with pasteType {request['pasteType']}")
    to = request.get("destination", {})
    target = book.sheet(to.get("sheetId", 0))
    place = Rect(to.get("rowIndex", 0), to.get("columnIndex", 0))
    _check(target, place, rect.height, rect.width)
    block = _lifted(source, rect)
    for row, column in [(row, col) for row, col, _ in source.cells(rect)]:
        book.put(source, row, column, EMPTY)
    for down in range(rect.height):
        for right in range(rect.width):
            book.put(target, place.top + down, place.left + right, block.get((down, right), EMPTY))
    _point_to(book, source, rect, target, place)


def _point_to(book: Book, source: Sheet, rect: Rect, target: Sheet, place: Rect) -> None:
    down, right = place.top - rect.top, place.left - rect.left

    def shift(corner: Corner) -> Corner:
        row = None if corner.row is None else corner.row + down
        column = None if corner.column is None else corner.column + right
        return Corner(row, column, corner.row_fixed, corner.column_fixed)

    for sheet in book.sheets:
        for row, column, cell in sheet.formula_cells():

            def change(reference: Reference, sheet: Sheet = sheet) -> Reference:
                named = sheet if reference.tab is None else book.titled(reference.tab)
                if named is not source or not rect.encloses(reference.rect):
                    return reference
                tab = reference.tab if target is source else target.title
                last = reference.last and shift(reference.last)
                return Reference(shift(reference.first), last, tab)

            text = rewrite(cell.formula or "", change)
            if text != cell.formula:
                book.put(sheet, row, column, cell.but(formula=text))


HANDLERS = {"copyPaste": copy_paste, "cutPaste": cut_paste}
