"""autoFill: data goes on beyond its source, values as series, formulas copied along."""

from __future__ import annotations

from typing import Any

from localsheets.formats.locales import locale
from localsheets.formats.series import continued
from localsheets.requests.common import located
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.references import copied
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad

Json = dict[str, Any]


def auto_fill(book: Book, request: Json) -> None:
    """Fill from an explicit source, or from the data that a range has at one of its edges."""
    alternate = bool(request.get("useAlternateSeries"))
    if "sourceAndDestination" in request:
        sheet, source, rows, length = _explicit(book, request["sourceAndDestination"])
    elif "range" in request:
        sheet, rect = located(book, request["range"])
        found = _within(sheet, rect)
        if found is None:
            return
        source, rows, length = found
    else:
        raise bad("Either range or sourceAndDestination must be set.")
    lines = range(source.left, source.right or 0) if rows else range(source.top, source.bottom or 0)
    for line in lines:
        _fill(book, sheet, source, line, rows, length, alternate)


def _explicit(book: Book, given: Json) -> tuple[Sheet, Rect, bool, int]:
    sheet, source = located(book, given.get("source"), "source")
    dimension, length = given.get("dimension"), given.get("fillLength", 0)
    if dimension not in ("ROWS", "COLUMNS"):
        raise bad("No dimension specified.")
    rows = dimension == "ROWS"
    start, end = (source.top, source.bottom) if rows else (source.left, source.right)
    size = sheet.row_count if rows else sheet.column_count
    if length == 0 or start + min(length, 0) < 0 or (end or 0) + max(length, 0) > size:
        raise bad(
            f"fillLength[{length}] does not fit the sheet: it has {size} {dimension.lower()}."
        )
    return sheet, source, rows, length


def _within(sheet: Sheet, rect: Rect) -> tuple[Rect, bool, int] | None:
    """The data of a range, whether it goes on by rows, and how far; ``None`` where it cannot."""
    filled = [(row, column) for row, column, cell in sheet.cells(rect) if cell.filled]
    if not filled:
        return None
    top, bottom = min(row for row, _ in filled), max(row for row, _ in filled) + 1
    left, right = min(col for _, col in filled), max(col for _, col in filled) + 1
    below, above = (rect.bottom or 0) - bottom, top - rect.top
    after, before = (rect.right or 0) - right, left - rect.left
    if below or above:
        source = Rect(top, rect.left, bottom, rect.right)
        return source, True, below if below else -above
    if after or before:
        return Rect(rect.top, left, rect.bottom, right), False, after if after else -before
    return None


def _fill(
    book: Book, sheet: Sheet, source: Rect, line: int, rows: bool, length: int, alternate: bool
) -> None:
    """Go on with one column of a source (``rows``), or one row."""
    start, end = (source.top, source.bottom) if rows else (source.left, source.right)
    size = (end or 0) - start

    def at(index: int) -> tuple[int, int]:
        return (index, line) if rows else (line, index)

    cells = [sheet.at(*at(start + number)) for number in range(size)]
    plain = [place for place, cell in enumerate(cells) if cell.formula is None and cell.filled]
    following = continued(
        [cells[place].value for place in plain],
        [_is_date(cells[place]) for place in plain],
        alternate,
        locale(book.locale).words,
    )
    for target in range(size, size + length) if length > 0 else range(length, 0):
        turns, place = divmod(target, size)
        new = _copy(cells[place], turns * size, rows)
        if place in plain:
            value = following(turns * len(plain) + plain.index(place))
            new = new.but(value=value, runs=new.runs if value == new.value else ())
        old = sheet.at(*at(start + target))
        book.put(sheet, *at(start + target), new.but(note=old.note))


def _copy(cell: Cell, moved: int, rows: bool) -> Cell:
    if cell.formula is None:
        return cell
    return cell.but(formula=copied(cell.formula, moved if rows else 0, 0 if rows else moved))


def _is_date(cell: Cell) -> bool:
    kind = ((cell.format or {}).get("numberFormat") or {}).get("type")
    return kind in ("DATE", "DATE_TIME")


HANDLERS = {"autoFill": auto_fill}
