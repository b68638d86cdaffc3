"""Merged cells: mergeCells, unmergeCells."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import located
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad

Json = dict[str, Any]

KINDS = ("MERGE_ALL", "MERGE_COLUMNS", "MERGE_ROWS")


def merge(book: Book, request: Json) -> None:
    """Merge a range whole, by rows or by columns; only each merge's first cell keeps its value."""
    sheet, rect = located(book, request.get("range"))
    kind = request.get("mergeType", "MERGE_ALL")
    if kind not in KINDS:
        raise bad("No mergeType specified.")
    check_whole(sheet, rect)
    _check_frozen(sheet, _parts(rect, kind))
    sheet.merges = [old for old in sheet.merges if not old.meets(rect)]
    for part in _parts(rect, kind):
        if part.height > 1 or part.width > 1:
            sheet.merges.append(part)
            _keep_first(book, sheet, part)
    sheet.touched = True


def check_whole(sheet: Sheet, rect: Rect) -> None:
    """Refuse a range that holds a merge in part, in Google's words."""
    if any(merge.meets(rect) and not rect.encloses(merge) for merge in sheet.merges):
        raise bad("You must select all cells in a merged range to merge or unmerge them.")


def _check_frozen(sheet: Sheet, parts: list[Rect]) -> None:
    """Refuse a merge over the edge of what is frozen, in Google's words."""
    rows = sheet.grid.get("frozenRowCount", 0)
    columns = sheet.grid.get("frozenColumnCount", 0)
    for part in parts:
        if part.top < rows < (part.bottom or 0):
            raise bad("You can't merge frozen and non-frozen rows.")
        if part.left < columns < (part.right or 0):
            raise bad("You can't merge frozen and non-frozen columns.")


def _parts(rect: Rect, kind: str) -> list[Rect]:
    bottom, right = rect.bottom or 0, rect.right or 0
    if kind == "MERGE_ROWS":
        return [Rect(row, rect.left, row + 1, right) for row in range(rect.top, bottom)]
    if kind == "MERGE_COLUMNS":
        return [Rect(rect.top, col, bottom, col + 1) for col in range(rect.left, right)]
    return [rect]


def _keep_first(book: Book, sheet: Sheet, rect: Rect) -> None:
    """The first value found moves to the corner; the other cells lose theirs."""
    filled = [(row, col, cell) for row, col, cell in sheet.cells(rect) if cell.filled]
    for row, column, cell in filled:
        if (row, column) != (rect.top, rect.left):
            book.put(sheet, row, column, cell.but(value=None, formula=None, runs=(), link=None))
    if filled and filled[0][:2] != (rect.top, rect.left):
        first = filled[0][2]
        corner = sheet.at(rect.top, rect.left)
        moved = corner.but(value=first.value, formula=first.formula, runs=first.runs)
        book.put(sheet, rect.top, rect.left, moved)


def unmerge(book: Book, request: Json) -> None:
    """Part every merge within a range; one that reaches beyond it is refused."""
    sheet, rect = located(book, request.get("range"))
    check_whole(sheet, rect)
    sheet.merges = [old for old in sheet.merges if not old.meets(rect)]
    sheet.touched = True


HANDLERS = {"mergeCells": merge, "unmergeCells": unmerge}
