"""What the answer to a write says: our formulas' results, and whether people worked meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.cell import column_letters, quote_tab
from model.grid import Grid, Kept, Scalar
from sheets.attic.harm import went_astray
from sheets.plan import Plan
from sheets.planning.cells import Expected
from sheets.planning.values import same
from sheets.reading.cells import Json, value_of

FIELDS = (
    "updatedSpreadsheet(sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),"
    "data(startRow,startColumn,rowData.values.effectiveValue)))"
)
"""What is asked for besides the spreadsheet's id, where anything is."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A formula whose value in the spreadsheet is not the figure that we computed."""

    tab: str
    a1: str
    expected: Scalar
    found: Scalar
    """The spreadsheet's value; an error as its text, "#REF!"."""


def ranges(plan: Plan) -> list[str]:
    """For each tab the block that holds its formulas, and the copies by which harm is judged."""
    titles = dict(plan.titles)
    found = []
    for sheet in dict.fromkeys(cell.sheet for cell in plan.expected):
        cells = [cell for cell in plan.expected if cell.sheet == sheet]
        rows, cols = [cell.row for cell in cells], [cell.col for cell in cells]
        left, right = column_letters(min(cols) + 1), column_letters(max(cols) + 1)
        block = f"{left}{min(rows) + 1}:{right}{max(rows) + 1}"
        found.append(f"{quote_tab(titles[sheet])}!{block}")
    return found + [quote_tab(title) for title, _ in plan.judged]


def mismatches(plan: Plan, answer: Json) -> tuple[tuple[Mismatch, ...], int]:
    """Hold the spreadsheet's results against ours; those that differ, and how many were held."""
    found = {
        (sheet["properties"].get("sheetId", 0), row, col): value
        for sheet in _sheets(answer)
        for row, col, value in _cells(sheet)
    }
    if not found:
        return (), 0
    titles = dict(plan.titles)
    wrong = tuple(
        Mismatch(titles[cell.sheet], _a1(cell), cell.value, found.get(_place(cell)))
        for cell in plan.expected
        if not same(found.get(_place(cell)), cell.value, computed=True)
    )
    return wrong, len(plan.expected)


def interfered(plan: Plan, answer: Json) -> bool:
    """Whether the write went astray in any tab, by the copies that it began with."""
    copies = {sheet["properties"].get("sheetId", 0): _kept(sheet) for sheet in _sheets(answer)}
    return any(
        told.ident in copies and went_astray(told, copies[told.ident]) for _, told in plan.judged
    )


def _sheets(answer: Json) -> list[Json]:
    found: list[Json] = answer.get("updatedSpreadsheet", {}).get("sheets", [])
    return found


def _cells(sheet: Json) -> Iterator[tuple[int, int, Scalar]]:
    for data in sheet.get("data", []):
        top, left = data.get("startRow", 0), data.get("startColumn", 0)
        for row, values in enumerate(data.get("rowData", []), top):
            for col, cell in enumerate(values.get("values", []), left):
                yield row, col, value_of(cell)


def _kept(sheet: Json) -> Kept:
    rows: list[list[Scalar]] = []
    for row, _, value in _cells(sheet):
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row].append(value)
    size = sheet["properties"].get("gridProperties", {})
    grid = Grid(sheet["properties"].get("title", ""), rows)
    return Kept("", grid, size.get("rowCount", len(rows)), size.get("columnCount", grid.width))


def _place(cell: Expected) -> tuple[int, int, int]:
    return cell.sheet, cell.row, cell.col


def _a1(cell: Expected) -> str:
    return f"{column_letters(cell.col + 1)}{cell.row + 1}"
