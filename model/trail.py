"""The cells that a sum comes from: thousands of them, kept as runs down columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import overload

from model.cell import Cell


@dataclass(frozen=True, slots=True)
class Run:
    """Cells of one column of one tab, by their 1-based rows, which go up."""

    tab: str
    col: int
    rows: tuple[int, ...]
    book: str = ""

    def __iter__(self) -> Iterator[Cell]:
        return (Cell(self.tab, row, self.col, self.book) for row in self.rows)

    @property
    def first(self) -> Cell:
        """The topmost of its cells."""
        return Cell(self.tab, self.rows[0], self.col, self.book)


@dataclass(frozen=True, slots=True)
class Trail(Sequence[Cell]):
    """Cells in runs, none of them empty. A cell is made when somebody asks for it."""

    runs: tuple[Run, ...] = ()

    def __len__(self) -> int:
        return sum(len(run.rows) for run in self.runs)

    def __iter__(self) -> Iterator[Cell]:
        return (cell for run in self.runs for cell in run)

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Cell, ...]: ...
    def __getitem__(self, index: int | slice) -> Cell | tuple[Cell, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        found = next(islice(self, range(len(self))[index], None), None)
        if found is None:
            raise IndexError(index)
        return found

    def __add__(self, other: Trail) -> Trail:
        return Trail((*self.runs, *other.runs))


def trail(*cells: Cell) -> Trail:
    """A trail of these cells, in their order."""
    return Trail(tuple(Run(cell.tab, cell.col, (cell.row,), cell.book) for cell in cells))


def firsts(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The first cell of each tab, in the order in which the tabs come."""
    found: dict[tuple[str, str], Cell] = {}
    starts = (run.first for run in cells.runs) if isinstance(cells, Trail) else cells
    for cell in starts:
        known = found.setdefault((cell.book, cell.tab), cell)
        if cell < known:
            found[cell.book, cell.tab] = cell
    return tuple(found.values())


def by_tab(cells: Iterable[Cell]) -> tuple[tuple[Cell, int], ...]:
    """The first cell of each tab, with how many there are on it."""
    if isinstance(cells, Trail):
        numbers = Counter[tuple[str, str]]()
        for run in cells.runs:
            numbers[run.book, run.tab] += len(run.rows)
    else:
        cells = tuple(cells)
        numbers = Counter((cell.book, cell.tab) for cell in cells)
    return tuple((cell, numbers[cell.book, cell.tab]) for cell in firsts(cells))
