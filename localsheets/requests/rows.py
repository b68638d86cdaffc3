"""Rows of a range in another order: what sorting, shuffling and deleting duplicates share."""

from __future__ import annotations

from collections.abc import Sequence

from localsheets.state.book import Book
from localsheets.state.cell import EMPTY, Cell
from localsheets.state.references import copied
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name
from localsheets.wire.errors import bad


def check_whole_rows(sheet: Sheet, rect: Rect) -> None:
    """Refuse a range with a merge that reaches over several rows, or out of the range."""
    for merge in sheet.merges:
        if merge.meets(rect) and (merge.height > 1 or not rect.encloses(merge)):
            raise bad(
                "You can't sort a range containing vertical merges."
                f" There is a vertical merge at {block_name(merge)}"
            )


def rearrange(book: Book, sheet: Sheet, rect: Rect, order: Sequence[int | None]) -> None:
    """Put a range's rows in a new order: ``order`` has the old row for each place, or nothing.

    Formulas that look along their own row go on doing so. Merges within a row go with it.
    """
    taken = [_part(sheet, rect, source) for source in order]
    places = range(rect.top, rect.bottom or 0)
    for target, source, part in zip(places, order, taken, strict=True):
        if target != source:
            for column in range(rect.left, rect.right or 0):
                cell = part.get(column, EMPTY)
                if cell.formula is not None and source is not None:
                    cell = cell.but(formula=copied(cell.formula, target - source, 0))
                book.put(sheet, target, column, cell)
    _move_merges(sheet, rect, dict(zip(order, places, strict=True)))


def _part(sheet: Sheet, rect: Rect, row: int | None) -> dict[int, Cell]:
    if row is None:
        return {}
    across = Rect(row, rect.left, row + 1, rect.right)
    return {column: cell for _, column, cell in sheet.cells(across)}


def _move_merges(sheet: Sheet, rect: Rect, landed: dict[int | None, int]) -> None:
    kept = [merge for merge in sheet.merges if not rect.encloses(merge)]
    for merge in sheet.merges:
        if rect.encloses(merge) and merge.top in landed:
            row = landed[merge.top]
            kept.append(Rect(row, merge.left, row + 1, merge.right))
    sheet.merges = kept
