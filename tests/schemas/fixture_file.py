"""A fixture as a real .xlsx file, as a spreadsheet program would save it."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from model.cell import Block
from model.grid import Grid, Scalar
from tests.schemas.fixtures import Fixture


def write(fixture: Fixture, path: Path) -> None:
    """Save a fixture's workbook."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for grid in fixture.grids:
        _write_tab(workbook, grid)
    workbook.save(path)


def settings_text(fixture: Fixture, file: Path) -> str:
    """The settings file that says of the production what the fixture says."""
    settings = fixture.settings
    dates = settings.dates
    period = f"[dates]\nstart = {dates.start}\nend = {dates.end}\n" if dates.start else ""
    return (
        f'name = "{settings.name}"\ntime_zone = "UTC"\nlocale = "{settings.locale}"\n'
        f'currency = "{settings.currency}"\ntoday = {settings.today}\n{period}'
        f'[spreadsheets.workbook]\ntarget = "{file.name}"\n'
    )


def _write_tab(workbook: Workbook, grid: Grid) -> None:
    sheet = workbook.create_sheet(grid.tab)
    for row, values in enumerate(grid.rows, start=1):
        for col, value in enumerate(values, start=1):
            cell = sheet.cell(row, col)
            if isinstance(cell, Cell) and value is not None:
                _type(cell, value)
    for row, col in grid.struck:
        sheet.cell(row, col).font = Font(strike=True)
    for (row, col), pattern in grid.formats.items():
        sheet.cell(row, col).number_format = pattern
    for block in grid.merges:
        _refuse_covering(grid, block)
        sheet.merge_cells(block.a1)
    for row in grid.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for col in grid.hidden_cols:
        sheet.column_dimensions[get_column_letter(col)].hidden = True


def _type(cell: Cell, value: Scalar) -> None:
    """Enter a value as what it is: text stays text, an error is an error."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "e" if value in ("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?") else "s"


def _refuse_covering(grid: Grid, block: Block) -> None:
    """Make sure that a merge hides no value: the file would lose it."""
    covered = [
        grid.at(row, col)
        for row in range(block.top, block.bottom + 1)
        for col in range(block.left, block.right + 1)
    ][1:]
    if any(value is not None for value in covered):
        raise ValueError(f"{grid.tab}: the merge {block.a1} covers a value")
