"""Small grids as text: what a test puts in, and what it expects back.

| Account | Budget  |
| 1100    | =B3*2   |
"""

from __future__ import annotations

from typing import Any

from localsheets.formats import entered
from localsheets.formulas.engine import compute
from localsheets.render.cells import shown_text
from localsheets.state.book import Book, grid_sheet
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet


def lines_of(text: str) -> list[list[str]]:
    """The cells of a text grid."""
    rows = [line.strip() for line in text.strip().splitlines()]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if row]


def book_of(**tabs: str) -> Book:
    """A spreadsheet with a tab for each text grid; cells are read as if typed."""
    book = Book("book", "book")
    for number, (title, text) in enumerate(tabs.items()):
        sheet = grid_sheet(number, title, 20, 10)
        book.sheets.append(sheet)
        for row, line in enumerate(lines_of(text)):
            for column, typed in enumerate(line):
                if typed:
                    found = entered.read(typed)
                    cell = Cell(found.value, found.formula, found.format)
                    book.put(sheet, row, column, cell)
    compute(book)
    return book


def grid_of(book: Book, sheet: Sheet, *, formulas: bool = False) -> str:
    """A tab as a text grid: what its cells show, or their formulas."""
    height, width = sheet.last_filled_row(), 0
    for _, column, cell in sheet.cells():
        width = max(width, column + 1) if cell.filled else width
    rows = [
        [_text(book, sheet.at(row, column), formulas) for column in range(width)]
        for row in range(height)
    ]
    return table(rows)


def _text(book: Book, cell: Cell, formulas: bool) -> str:
    if formulas and cell.formula is not None:
        return cell.formula
    return shown_text(cell, book.locale)


def table(rows: list[list[Any]]) -> str:
    """Rows as an aligned text grid."""
    width = max((len(row) for row in rows), default=0)
    full = [[str(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    sizes = [max(len(row[n]) for row in full) for n in range(width)]
    return "\n".join(
        "| " + " | ".join(cell.ljust(size) for cell, size in zip(row, sizes, strict=True)) + " |"
        for row in full
    )


def tidy(text: str) -> str:
    """A text grid as :func:`table` would write it."""
    return table(lines_of(text))
