"""Grids written as text, for documentation and tests.

    | Acct | Description | Budget |
    | 2201 | Designer    | *1200* |

is a sheet of two rows. What stands between the bars is typed as a spreadsheet would type it; the
stars mark a cell without being part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from model.cell import Cell
from model.grid import Grid, Scalar

_BAR = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"\|[\s|:-]*-{3,}[\s|:-]*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_EPOCH = date(1899, 12, 30)


@dataclass(slots=True)
class _Look:
    """What a grid's cells carry beside their values."""

    starred: set[tuple[int, int]] = field(default_factory=set)
    struck: set[tuple[int, int]] = field(default_factory=set)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)


def parse(text: str, tab: str = "Sheet", *, book: str = "") -> tuple[Grid, frozenset[Cell]]:
    """Turn a text grid into a Grid and the cells that are starred in it.

    A line that begins with ``|`` is a row; every other line is ignored, and so is a Markdown ruler
    (``|---|---|``). ``| |`` is an empty row. Between the bars:

    - ``1200``, ``-3.5`` are numbers; one whose digits a number would lose (``1.10``, ``0100``)
      is a number with the format that shows them (``0.00``, ``0000``);
    - ``2026-03-02`` is a date, so its serial number, with a date format;
    - ``TRUE`` and ``FALSE`` are booleans; nothing is an empty cell;
    - ``'007`` is the text 007, whatever follows the apostrophe;
    - ``*W*`` is a starred W, ``**`` a starred empty cell; ``~~Grip~~`` is struck through;
    - ``\\|`` is a bar; everything else is text, ``3/2`` too (a date without a year).
    """
    look = _Look()
    rows: list[list[Scalar]] = []
    for row, cells in enumerate(_rows(text), start=1):
        values = [_typed(cell, (row, col), look) for col, cell in enumerate(cells, start=1)]
        while values and values[-1] is None:
            values.pop()
        rows.append(values)
    while rows and not rows[-1]:
        rows.pop()
    grid = Grid(
        tab=tab, rows=rows, book=book, struck=frozenset(look.struck), formats=dict(look.formats)
    )
    return grid, frozenset(grid.cell(row, col) for row, col in look.starred)


def _rows(text: str) -> Iterator[list[str]]:
    """Split the lines that are rows into their cells."""
    for line in text.splitlines():
        bare = line.strip()
        if bare.startswith("|") and not _RULER.fullmatch(bare):
            cells = _BAR.split(bare)[1:]
            if cells and not cells[-1].strip():
                cells.pop()
            yield [cell.strip().replace(r"\|", "|") for cell in cells]


def _typed(cell: str, place: tuple[int, int], look: _Look) -> Scalar:
    """Type one cell, noting its stars, strike-through and number format."""
    if len(cell) >= 2 and cell[0] == cell[-1] == "*":
        look.starred.add(place)
        cell = cell[1:-1].strip()
    if len(cell) > 4 and cell.startswith("~~") and cell.endswith("~~"):
        look.struck.add(place)
        cell = cell[2:-2].strip()
    if not cell:
        return None
    if cell.startswith("'"):
        return cell[1:]
    if cell in ("TRUE", "FALSE"):
        return cell == "TRUE"
    if _ISO.fullmatch(cell):
        look.formats[place] = "yyyy-mm-dd"
        return (date.fromisoformat(cell) - _EPOCH).days
    return _number(cell, place, look) if _NUMBER.fullmatch(cell) else cell


def _number(cell: str, place: tuple[int, int], look: _Look) -> Scalar:
    """Read a number, keeping leading and trailing zeros as a number format does."""
    whole, dot, decimals = cell.lstrip("-").partition(".")
    padded = len(whole) > 1 and whole.startswith("0")
    if padded or decimals.endswith("0"):
        look.formats[place] = "0" * (len(whole) if padded else 1) + dot + "0" * len(decimals)
    return float(cell) if dot else int(cell)
