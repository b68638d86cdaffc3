"""The criteria of filters, in both of their spellings, and which rows they hide."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from localsheets.formulas.conditions import fulfilling
from localsheets.formulas.engine import compute
from localsheets.render.cells import shown_text
from localsheets.requests import conditions
from localsheets.requests.sorting import sort_range
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.move import settle
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.constants import WHITE
from localsheets.wire.errors import bad, not_implemented
from localsheets.wire.ranges import grid_range

Json = dict[str, Any]


def both_spellings(book: Book, sheet: Sheet, rect: Rect, given: Json) -> Json:
    """A filter's ``criteria`` and ``filterSpecs``, as Google answers both, and its ``sortSpecs``.

    If both were written, ``filterSpecs`` counts. Columns count from the tab's first.
    """
    specs = given.get("filterSpecs") or _from_map(given.get("criteria", {}))
    made: dict[int, Json] = {}
    for spec in specs:
        if "dataSourceColumnReference" in spec:
            raise not_implemented("FilterSpec.dataSourceColumnReference")
        column, criteria = spec.get("columnIndex", 0), spec.get("filterCriteria", {})
        _check_column(rect, column, "columnIndex")
        check_criteria(book, sheet, criteria)
        made[column] = criteria
    for sort in given.get("sortSpecs", []):
        _check_column(rect, sort.get("dimensionIndex", 0), "dimensionIndex")
    answer: Json = {}
    if given.get("sortSpecs"):
        answer["sortSpecs"] = given["sortSpecs"]
    if made:
        answer["criteria"] = {str(column): part for column, part in sorted(made.items())}
        answer["filterSpecs"] = [
            {"columnIndex": column, "filterCriteria": part} for column, part in sorted(made.items())
        ]
    return answer


def _from_map(criteria: Json) -> list[Json]:
    for key in criteria:
        if not key.isdigit():
            raise bad(f"Invalid column index in criteria: {key}")
    return [{"columnIndex": int(key), "filterCriteria": part} for key, part in criteria.items()]


def _check_column(rect: Rect, column: int, field: str) -> None:
    if not rect.left <= column < (rect.right or 0):
        raise bad(f"{field}[{column}] is not within the filter's range.")


def check_criteria(book: Book, sheet: Sheet, criteria: Json) -> None:
    """Refuse criteria that Google refuses: a condition that is none, two kinds of colour."""
    if "condition" in criteria:
        conditions.check(book, sheet, criteria["condition"], conditions.FILTERS)
    colours = ("visibleBackgroundColorStyle", "visibleForegroundColorStyle")
    if all(name in criteria for name in colours):
        raise bad("Only one of visibleBackgroundColor and visibleForegroundColor may be set.")
    for name in colours:
        if name in criteria and "rgbColor" not in criteria[name]:
            raise bad(f"{name} must be an RGB color.")


def show_all(sheet: Sheet) -> None:
    """Take back what a filter hid."""
    for row, own in list(sheet.row_meta.items()):
        if own.get("hiddenByFilter"):
            _set_hidden(sheet, row, False)


def _set_hidden(sheet: Sheet, row: int, hidden: bool) -> None:
    rest = {k: v for k, v in sheet.row_meta.get(row, {}).items() if k != "hiddenByFilter"}
    if hidden:
        sheet.row_meta[row] = {**rest, "hiddenByFilter": True}
    elif rest:
        sheet.row_meta[row] = rest
    else:
        sheet.row_meta.pop(row, None)


def apply(book: Book, sheet: Sheet, rect: Rect, answer: Json) -> None:
    """Sort the rows below the filter's first and hide those that its criteria do not let through.

    As in Google's grid, rows are looked at now, and not again when a cell changes.
    """
    body = Rect(rect.top + 1, rect.left, rect.bottom, rect.right)
    show_all(sheet)
    if not body.height or not (answer.get("sortSpecs") or answer.get("filterSpecs")):
        return
    settle(book)
    compute(book)
    if answer.get("sortSpecs"):
        within = grid_range(sheet.id, body)
        sort_range(book, {"range": within, "sortSpecs": answer["sortSpecs"]})
        compute(book)
    shown = set(range(body.top, body.bottom or 0))
    for spec in answer.get("filterSpecs", []):
        shown &= _let_through(book, sheet, body, spec)
    for row in set(range(body.top, body.bottom or 0)) - shown:
        _set_hidden(sheet, row, True)


def _let_through(book: Book, sheet: Sheet, body: Rect, spec: Json) -> set[int]:
    column, criteria = spec.get("columnIndex", 0), spec["filterCriteria"]
    rows: Iterable[int] = range(body.top, body.bottom or 0)
    hidden = set(criteria.get("hiddenValues", ()))
    if hidden:
        rows = [r for r in rows if shown_text(sheet.at(r, column), book.locale) not in hidden]
    for name, find in (
        ("visibleBackgroundColorStyle", _background),
        ("visibleForegroundColorStyle", _foreground),
    ):
        if name in criteria:
            wanted = criteria[name].get("rgbColor", {})
            rows = [r for r in rows if _same(find(sheet.at(r, column)), wanted)]
    if "condition" in criteria:
        places = [(row, column) for row in rows]
        found = fulfilling(book, sheet, criteria["condition"], places, (body.top, column))
        rows = [row for row, _ in found]
    return set(rows)


def _background(cell: Cell) -> Json:
    found: Json = (cell.format or {}).get("backgroundColor", WHITE)
    return found


def _foreground(cell: Cell) -> Json:
    found: Json = ((cell.format or {}).get("textFormat") or {}).get("foregroundColor", {})
    return found


def _same(one: Json, other: Json) -> bool:
    return all(one.get(part, 0) == other.get(part, 0) for part in ("red", "green", "blue"))
