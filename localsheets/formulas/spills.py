"""Arrays that spread out from their formula into the cells beside and below it."""

from __future__ import annotations

from typing import Any

from localsheets.formulas.messages import blocked
from localsheets.formulas.values import Array
from localsheets.state.book import Book
from localsheets.state.cell import CellError, Outcome, Value
from localsheets.state.changes import Touched
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name

Json = dict[str, Any]
Place = tuple[int, int]


def covered(sheet: Sheet, row: int, column: int) -> Rect | None:
    """The block that the array of a formula in a cell covered when it was last computed, or wanted
    to cover; ``None`` where it is no array."""
    cell = sheet.at(row, column)
    if cell.formula is None or cell.outcome is None or cell.outcome.size == (1, 1):
        return None
    height, width = cell.outcome.size
    return Rect(row, column, row + height, column + width)


def is_bare(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a formula's array has no value but the first, as where a file holds none of them."""
    rect = covered(sheet, row, column)
    return rect is not None and not any(
        cell.value is not None
        for down, right, cell in sheet.cells(rect)
        if (down, right) != (row, column)
    )


def mend(book: Book, *, again: bool) -> None:
    """Take away values of arrays whose formula is gone, and note arrays that must be computed anew:
    those that lost a value, as rows were moved or somebody typed where the array stood, and those
    that something changed in the way of (``again``: other than their own values)."""
    touched = Touched()
    touched.add_all(book.changes.cells)
    for sheet in book.sheets:
        if sheet.has_arrays:
            _mend_sheet(book, sheet, touched, again)


def _mend_sheet(book: Book, sheet: Sheet, touched: Touched, again: bool) -> None:
    wanting: dict[Place, int] = {}
    spilled: list[tuple[Place, Place]] = []
    for row, column, cell in sheet.cells():
        if cell.outcome is None:
            continue
        if cell.outcome.spilled:
            down, right = cell.outcome.offset
            spilled.append(((row, column), (row - down, column - right)))
        elif (rect := covered(sheet, row, column)) is not None:
            blocked_now = isinstance(cell.value, CellError)
            wanting[row, column] = 0 if blocked_now else rect.height * rect.width - 1
            if (blocked_now or not again) and touched.meets(sheet.id, rect):
                book.changes.add(sheet.id, row, column)
    for place, anchor in spilled:
        rect = covered(sheet, *anchor) if anchor in wanting else None
        if rect is not None and rect.contains(*place):
            wanting[anchor] -= 1
            continue
        sheet.put(*place, sheet.at(*place).but(value=None))
        book.changes.add(sheet.id, *place)
        if min(anchor) >= 0 and sheet.at(*anchor).formula is not None:
            book.changes.add(sheet.id, *anchor)
    for anchor, missing in wanting.items():
        if missing:
            book.changes.add(sheet.id, *anchor)


def clear(sheet: Sheet, top: int, left: int) -> dict[Place, Value]:
    """Take away the values that a formula's array left; answers what stood where."""
    rect = covered(sheet, top, left)
    if rect is None:
        return {}
    gone: dict[Place, Value] = {}
    for row, column, cell in list(sheet.cells(rect)):
        offset = (row - top, column - left)
        if cell.outcome is not None and cell.outcome.spilled and cell.outcome.offset == offset:
            sheet.put(row, column, cell.but(value=None))
            gone[row, column] = cell.value
    return gone


def spread(
    sheet: Sheet, top: int, left: int, array: Array, look: Json | None
) -> tuple[CellError | None, set[Place]]:
    """Write an array's values beside and below its formula, if nothing stands there.

    Answers why not, and the places written to. The formula's own cell is left to the caller.
    """
    over = _beyond(sheet, top + array.height, left + array.width)
    if over is not None:
        return over, set()
    sheet.has_arrays = True
    rect = Rect(top, left, top + array.height, left + array.width)
    for row, column, cell in sheet.cells(rect):
        if (row, column) != (top, left) and cell.filled:
            return blocked(block_name(Rect(row, column, row + 1, column + 1))), set()
    written: set[Place] = set()
    for down, line in enumerate(array.rows):
        for right, value in enumerate(line):
            if down or right:
                outcome = Outcome(look, offset=(down, right))
                old = sheet.at(top + down, left + right)
                sheet.put(top + down, left + right, old.but(value=value, outcome=outcome))
                written.add((top + down, left + right))
    return None, written


def _beyond(sheet: Sheet, bottom: int, right: int) -> CellError | None:
    """Why an array does not fit onto the grid."""
    for missing, kind in (
        (bottom - sheet.row_count, "rows"),
        (right - sheet.column_count, "columns"),
    ):
        if missing > 0:
            return CellError(
                "REF",
                f"Result was not automatically expanded, please insert more {kind} ({missing}).",
            )
    return None
