"""Writing plain values into cells: update, append, clear."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from localsheets.render.ranges import resolve, resolve_closed
from localsheets.requests.typed import check_length
from localsheets.requests.typed import typed as typed_text
from localsheets.state import region
from localsheets.state.book import Book, exceeds
from localsheets.state.cell import Cell
from localsheets.state.move import move, settle
from localsheets.state.sheet import Sheet
from localsheets.wire import a1, deadline
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Insert
from localsheets.wire.errors import bad

Json = dict[str, Any]


@dataclass(slots=True)
class Written:
    """What a write touched: the range it covered, and the rows and columns with a value given."""

    range: str
    sheet_id: int
    cells: int = 0
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    asked: Rect | None = None
    """The block that was asked for, where it may be larger than what was written."""

    def reply(self, spreadsheet_id: str) -> Json:
        """An UpdateValuesResponse; counts of zero are left out."""
        counts = {
            "updatedRows": len(self.rows),
            "updatedColumns": len(self.columns),
            "updatedCells": self.cells,
        }
        given = {name: count for name, count in counts.items() if count}
        return {"spreadsheetId": spreadsheet_id, "updatedRange": self.range, **given}


def _rows_of(body: Json) -> list[list[Any]]:
    """The values as rows, whichever way they were given."""
    lines: list[list[Any]] = body.get("values", [])
    if body.get("majorDimension") != "COLUMNS":
        return lines
    height = max((len(line) for line in lines), default=0)
    return [[line[n] if n < len(line) else None for line in lines] for n in range(height)]


def update(book: Book, text: str, body: Json, typed: bool) -> Written:
    """Write values from a range's corner; data beyond the range or the grid is refused.

    A single cell is a corner alone: what is written there may reach further.
    """
    sheet, rect = resolve(book, text)
    single = rect.height == 1 and rect.width == 1
    return update_at(book, sheet, rect, body, typed, bounded=not single)


def update_at(
    book: Book, sheet: Sheet, rect: Rect, body: Json, typed: bool, *, bounded: bool = True
) -> Written:
    """Write values from a block's corner; ``bounded``, none may lie beyond it."""
    rows = _rows_of(body)
    height, width = len(rows), max((len(row) for row in rows), default=0)
    block = Rect(rect.top, rect.left, rect.top + height, rect.left + width)
    if bounded:
        _check_within(sheet, rect, block)
    if block.bottom is not None and block.bottom > sheet.row_count:
        raise exceeds(sheet, block)
    if block.right is not None and block.right > sheet.column_count:
        raise exceeds(sheet, block)
    written = _write(book, sheet, block, rows, typed)
    written.asked = rect.clamp(sheet.row_count, sheet.column_count) if bounded else None
    return written


def _check_within(sheet: Sheet, rect: Rect, block: Rect) -> None:
    closed = rect.clamp(sheet.row_count, sheet.column_count)
    shown = a1.name(sheet.title, closed)
    if (block.bottom or 0) > (closed.bottom or 0):
        row = (closed.bottom or 0) + 1
        raise bad(f"Requested writing within range [{shown}], but tried writing to row [{row}]")
    if (block.right or 0) > (closed.right or 0):
        column = a1.letters(closed.right or 0)
        raise bad(
            f"Requested writing within range [{shown}], but tried writing to column [{column}]"
        )


def _write(book: Book, sheet: Sheet, block: Rect, rows: list[list[Any]], typed: bool) -> Written:
    height, width = max(1, block.height), max(1, block.width)
    written = Written(a1.name(sheet.title, a1.widened(block, height, width)), sheet.id)
    for down, line in enumerate(rows):
        deadline.check()
        for right, value in enumerate(line):
            if value is None:
                continue
            row, column = block.top + down, block.left + right
            book.put(sheet, row, column, _cell(book, sheet.at(row, column), value, typed))
            written.cells += 1
            written.rows.add(row)
            written.columns.add(column)
    return written


def _cell(book: Book, old: Cell, value: Any, typed: bool) -> Cell:
    """A cell after a value was written to it: its format stays, its links and runs go."""
    if isinstance(value, (dict, list)):
        raise bad(f"Invalid values: a cell cannot hold {value}")
    if typed and isinstance(value, str):
        return typed_text(book, old, value)
    if isinstance(value, str):
        check_length(value)
    return old.but(value=None if value == "" else value, formula=None, runs=(), link=None)


def clear(book: Book, text: str) -> str:
    """Empty the cells of a range, keeping their looks; answers the range."""
    return clear_at(book, *resolve_closed(book, text))


def clear_at(book: Book, sheet: Sheet, rect: Rect) -> str:
    """The same for a closed block."""
    for row, column, cell in list(sheet.cells(rect)):
        if cell.filled or cell.runs or cell.link:
            empty = cell.but(value=None, formula=None, runs=(), link=None)
            book.put(sheet, row, column, empty)
    return a1.name(sheet.title, rect)


def append(
    book: Book, text: str, body: Json, typed: bool, insert: bool
) -> tuple[str | None, Written]:
    """Write after the table that lies at a range; answers the table's range, if there is one."""
    sheet, rect = resolve_closed(book, text)
    rows = _rows_of(body)
    table = find_table(sheet, rect)
    top = rect.top if table is None else (table.bottom or 0)
    left = rect.left if table is None else table.left
    height, width = len(rows), max((len(row) for row in rows), default=0)
    if insert and table is not None and top < sheet.row_count and height:
        move(book, sheet, Insert(True, top, height))
        settle(book)
    if top + height > sheet.row_count:
        sheet.set_grid(rowCount=top + height)
    if left + width > sheet.column_count:
        sheet.set_grid(columnCount=left + width)
    book.check_size()
    written = _write(book, sheet, Rect(top, left, top + height, left + width), rows, typed)
    return (None if table is None else a1.name(sheet.title, table)), written


def find_table(sheet: Sheet, rect: Rect) -> Rect | None:
    """The block of filled cells to append to: the last one within the range, or around its cell.

    A block is a set of filled cells that touch, corners included; an empty cell is in a block if
    it lies within the block's outline.
    """
    last = region.last_filled(sheet, rect)
    if last is not None:
        return region.around(sheet, *last)
    for near in _neighbours(rect.top, rect.left):
        if region.filled(sheet, *near):
            block = region.around(sheet, *near)
            if block.contains(rect.top, rect.left):
                return block
    return None


def _neighbours(row: int, column: int) -> list[tuple[int, int]]:
    return [(row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)]
