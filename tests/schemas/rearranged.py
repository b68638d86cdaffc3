"""A tab whose rows and columns stand elsewhere, everything on them moved along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.cell import Block
from model.grid import Grid, Scalar

NEW = 0
"""In an order: a row or column that was not there before."""


@dataclass(frozen=True)
class Order:
    """The new order of a tab: the old numbers of its rows and columns (or NEW), from 1.

    ``titles`` are written into the first new rows.
    """

    rows: Sequence[int]
    cols: Sequence[int]
    titles: Sequence[Sequence[Scalar]] = ()

    def row(self, old: int) -> int:
        """Where an old row stands now."""
        return self.rows.index(old) + 1 if old in self.rows else old

    def col(self, old: int) -> int:
        """Where an old column stands now."""
        return self.cols.index(old) + 1 if old in self.cols else old

    def apply(self, grid: Grid) -> Grid:
        """The tab in the new order, with its formats, merges, strikes and hidden rows."""
        titles = iter(self.titles)
        return replace(
            grid,
            rows=[
                [grid.at(row, col) for col in self.cols] if row else list(next(titles, []))
                for row in self.rows
            ],
            merges=tuple(self._block(block) for block in grid.merges),
            hidden_rows=frozenset(self.row(row) for row in grid.hidden_rows),
            hidden_cols=frozenset(self.col(col) for col in grid.hidden_cols),
            struck=frozenset((self.row(row), self.col(col)) for row, col in grid.struck),
            formats={(self.row(r), self.col(c)): look for (r, c), look in grid.formats.items()},
        )

    def _block(self, block: Block) -> Block:
        rows = [self.row(row) for row in range(block.top, block.bottom + 1)]
        cols = [self.col(col) for col in range(block.left, block.right + 1)]
        return Block(min(rows), min(cols), max(rows), max(cols))


def as_it_stands(grid: Grid) -> Order:
    """The order that changes nothing."""
    return Order(range(1, grid.height + 1), range(1, grid.width + 1))


def inserted(numbers: Sequence[int], at: int, count: int = 1) -> list[int]:
    """Room for new rows or columns before the ``at``-th (0 for the first)."""
    return [*numbers[:at], *[NEW] * count, *numbers[at:]]
