"""Turned times laid out as a plain table, read as any other, and its cells found again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from model.cell import Block, Cell
from model.grid import Grid, Scalar
from model.issue import Issue
from model.table import Place, Table
from schemas.headings import Header
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.times.turned import Line, Turned


def sheet_of(sheet: Sheet, turned: Turned) -> Sheet:
    """The lines as a tab of their own: a row of fields, and below it a row a line."""
    fields = _fields(turned)
    formats = {
        (row, col): sheet.pattern(*line.cells[name])
        for row, line in enumerate(turned.lines, start=2)
        for col, name in enumerate(fields, start=1)
        if name in line.cells and name not in line.said and sheet.pattern(*line.cells[name])
    }
    lines = [[_value(sheet, line, name) for name in fields] for line in turned.lines]
    grid = Grid(sheet.grid.tab, [fields, *lines], sheet.grid.book, formats=formats)
    return replace(sheet, grid=grid)


def found_in(found: Found, turned: Turned) -> Found:
    """The table that these lines are, on the tab of their own."""
    fields = _fields(turned)
    columns = {name: col for col, name in enumerate(fields, start=1)}
    headings = {name: turned.headings.get(name, name) for name in fields}
    header = Header((1,), columns, headings, {}, {}, {})
    return replace(
        found,
        header=header,
        block=Block(1, 1, len(turned.lines) + 1, len(fields)),
        layout=None,
    )


def back(sheet: Sheet, found: Found, turned: Turned, table: Table) -> Table:
    """The table read from the plain lines, at the cells that they come from."""
    lines = [turned.lines[int(str(label)) - 2] for label in table.frame.index]
    of_meals = {
        name: _fields(turned)[col - 1]
        for name, col in table.place.columns.items()
        if name not in _fields(turned)
    }
    places = tuple(_place(sheet, line, of_meals) for line in lines)
    rows = [place.rows[_first(place)] for place in places]
    numbered = table.frame.assign(place=range(len(lines)), row=rows).reset_index(drop=True)
    return replace(
        table,
        frame=numbered,
        places=places or table.places,
        block=found.block,
        header_rows=found.header.rows,
        excluded={},
        other_columns={},
    )


def at_home(sheet: Sheet, turned: Turned, issue: Issue) -> Issue:
    """An issue with the plain lines, at the cell that it is about."""
    return replace(issue, at=_home(sheet, turned, issue.at))


def _home(sheet: Sheet, turned: Turned, cell: Cell) -> Cell:
    line = turned.lines[max(cell.row - 2, 0)]
    name = _fields(turned)[cell.col - 1]
    place = line.cells.get(name) or next(iter(line.cells.values()))
    return sheet.cell(*place)


def _fields(turned: Turned) -> list[str]:
    """Every field that a line says something of, in the order in which they are first said."""
    return list(dict.fromkeys(name for line in turned.lines for name in (*line.said, *line.cells)))


def _value(sheet: Sheet, line: Line, name: str) -> Scalar:
    place = line.cells.get(name)
    return sheet.grid.at(*place) if place and name not in line.said else line.said.get(name)


def _place(sheet: Sheet, line: Line, of_meals: Mapping[str, str]) -> Place:
    """Where a line's fields stand, each in a row of its own."""
    cells = dict(line.cells)
    cells |= {name: cells[whole] for name, whole in of_meals.items() if whole in cells}
    columns = {name: col for name, (_, col) in cells.items()}
    rows = {name: row for name, (row, _) in cells.items()}
    return Place(sheet.grid.tab, columns, sheet.grid.book, rows)


def _first(place: Place) -> str:
    """The field that a line is found by where nothing else is asked: its first time."""
    return min(place.rows, key=lambda name: (name != "call", place.rows[name]))
