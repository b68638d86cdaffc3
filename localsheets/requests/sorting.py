"""sortRange: numbers, then text, then booleans, blanks last either way."""

from __future__ import annotations

from functools import cmp_to_key
from typing import Any

from localsheets.formulas.references import copied
from localsheets.requests.common import located
from localsheets.state.book import Book
from localsheets.state.cell import EMPTY, Cell, CellError, Value
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad

Json = dict[str, Any]


def sort_range(book: Book, request: Json) -> None:
    """Sort whole rows of a range by one column after another; equal rows keep their order."""
    sheet, rect = located(book, request.get("range"))
    specs = request.get("sortSpecs", [])
    for spec in specs:
        if not rect.left <= spec.get("dimensionIndex", 0) < (rect.right or 0):
            raise bad("dimensionIndex must lie within the range.")
    if any(merge.meets(rect) for merge in sheet.merges):
        raise bad("You can't sort a range with merged cells.")
    order = list(range(rect.top, rect.bottom or 0))
    for spec in reversed(specs):
        column = spec.get("dimensionIndex", 0)
        descending = spec.get("sortOrder") == "DESCENDING"
        order.sort(
            key=cmp_to_key(
                lambda one, two, column=column, descending=descending: _compare(  # type: ignore[misc]
                    sheet.at(one, column), sheet.at(two, column), descending
                )
            )
        )
    _rearrange(book, sheet, rect, order)


def _compare(one: Cell, two: Cell, descending: bool) -> int:
    blank_one, blank_two = not one.filled, not two.filled
    if blank_one or blank_two:
        return int(blank_one) - int(blank_two)
    first, second = _rank(one.value), _rank(two.value)
    result = (first > second) - (first < second)
    return -result if descending else result


def _rank(value: Value) -> tuple[int, float, str]:
    if isinstance(value, bool):
        return 2, float(value), ""
    if isinstance(value, (int, float)):
        return 0, float(value), ""
    if isinstance(value, CellError):
        return 3, 0.0, value.text
    return 1, 0.0, (value or "").casefold()


def _rearrange(book: Book, sheet: Sheet, rect: Rect, order: list[int]) -> None:
    """Put rows in a new order; formulas that look along their own row go on doing so."""
    taken = [_part(sheet, rect, source) for source in order]
    for target, source, part in zip(range(rect.top, rect.bottom or 0), order, taken, strict=True):
        if target == source:
            continue
        for column in range(rect.left, rect.right or 0):
            cell = part.get(column, EMPTY)
            if cell.formula is not None:
                cell = cell.but(formula=copied(cell.formula, target - source, 0))
            if cell != sheet.at(target, column):
                book.put(sheet, target, column, cell)


def _part(sheet: Sheet, rect: Rect, row: int) -> dict[int, Cell]:
    across = Rect(row, rect.left, row + 1, rect.right)
    return {column: cell for _, column, cell in sheet.cells(across)}


HANDLERS = {"sortRange": sort_range}
