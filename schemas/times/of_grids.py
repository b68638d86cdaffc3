"""Times that a crew's grid writes in its cells: "0700-1930" on each day worked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from model.cell import Block
from model.issue import Issue
from model.table import CrewGrid, Table
from schemas.headings import Header
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.times import spans, times
from schemas.times.turned import Line, Turned

_FEWEST = 3
_LEAST = 0.6


def read(sheet: Sheet, tables: Sequence[Table]) -> tuple[list[Table], list[Issue]]:
    """The times that the crew grids of a tab hold; none where their cells hold none."""
    found: list[Table] = []
    made: list[Issue] = []
    for table in tables:
        if isinstance(table, CrewGrid) and (lines := tuple(_lines(table))):
            its, problems = times.read(sheet, _found(table, lines))
            found.append(its)
            made += problems
    return found, made


def _lines(grid: CrewGrid) -> Iterator[Line]:
    """A line a cell that holds two times, where most of the hours are written so."""
    marks = grid.marks.to_dict("records")
    hours = [mark for mark in marks if mark["state"] == "hours"]
    both = [(mark, span) for mark in hours if (span := spans.split(mark["text"])) is not None]
    if len(both) < _FEWEST or len(both) < _LEAST * len(hours):
        return
    for mark, span in both:
        if isinstance(day := mark["date"], date):
            at = (int(mark["row"]), int(mark["col"]))
            who, said = _who(grid, int(mark["person"]))
            told = {**said, "date": day.isoformat(), "call": span.start, "wrap": span.end}
            yield Line({"call": at, "wrap": at, **who}, told)


def _who(grid: CrewGrid, person: int) -> tuple[dict[str, tuple[int, int]], Mapping[str, str]]:
    """The cells that say who somebody is, and what they say."""
    said = {
        name: str(value)
        for name in ("name", "position", "department")
        if name in grid.frame and (value := grid.frame.at[person, name])
    }
    cells = {name: grid.cell(person, name) for name in said}
    return {name: (cell.row, cell.col) for name, cell in cells.items()}, said


def _found(grid: CrewGrid, lines: tuple[Line, ...]) -> Found:
    columns = {name: col for name, (_, col) in lines[0].cells.items()}
    header = Header(grid.header_rows, columns, {}, {}, {}, {})
    block: Block = grid.block
    why = ("cells of a crew's grid hold two times each",)
    return Found("times", header, block, grid.confidence, why, Turned(lines, {}))
