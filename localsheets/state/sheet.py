"""One tab: a ragged grid of cells, and everything that lies on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from localsheets.state.cell import EMPTY, Cell
from localsheets.wire.a1 import Rect

Json = dict[str, Any]
Row = dict[int, Cell]


@dataclass(slots=True)
class Sheet:
    """A tab. JSON parts are in Google's form and never changed in place, only replaced."""

    properties: Json
    """sheetId, title, sheetType, gridProperties, hidden, tabColor...; the index is its place."""
    rows: list[Row] = field(default_factory=list)
    row_meta: dict[int, Json] = field(default_factory=dict)
    """DimensionProperties that differ from the default, by 0-based row."""
    col_meta: dict[int, Json] = field(default_factory=dict)
    merges: list[Rect] = field(default_factory=list)
    conditional: list[Json] = field(default_factory=list)
    basic_filter: Json | None = None
    charts: list[Json] = field(default_factory=list)
    banded: list[Json] = field(default_factory=list)
    protected: list[Json] = field(default_factory=list)
    row_groups: list[Json] = field(default_factory=list)
    col_groups: list[Json] = field(default_factory=list)
    touched: bool = False
    """Whether a request changed the tab since it was imported: an export rewrites only those."""

    @property
    def id(self) -> int:
        """The tab's sheetId ("gid")."""
        return int(self.properties["sheetId"])

    @property
    def title(self) -> str:
        """The tab's title."""
        return str(self.properties["title"])

    @property
    def hidden(self) -> bool:
        """Whether the tab is hidden."""
        return bool(self.properties.get("hidden"))

    @property
    def grid(self) -> Json:
        """Its gridProperties."""
        found: Json = self.properties["gridProperties"]
        return found

    @property
    def row_count(self) -> int:
        """Rows of the grid, filled or not."""
        return int(self.grid.get("rowCount", 0))

    @property
    def column_count(self) -> int:
        """Columns of the grid, filled or not."""
        return int(self.grid.get("columnCount", 0))

    @property
    def bounds(self) -> Rect:
        """The whole grid as a block."""
        return Rect(0, 0, self.row_count, self.column_count)

    def set_grid(self, **changes: int) -> None:
        """Change counts of the grid."""
        self.properties = {**self.properties, "gridProperties": {**self.grid, **changes}}

    def at(self, row: int, column: int) -> Cell:
        """A cell, empty where there is none."""
        return self.rows[row].get(column, EMPTY) if row < len(self.rows) else EMPTY

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Replace a cell; a bare one leaves no trace."""
        if cell.bare:
            if row < len(self.rows):
                self.rows[row].pop(column, None)
            return
        while len(self.rows) <= row:
            self.rows.append({})
        self.rows[row][column] = cell

    def cells(self, rect: Rect | None = None) -> Iterator[tuple[int, int, Cell]]:
        """Every cell that is there, row by row, within a block."""
        block = rect or Rect()
        bottom = len(self.rows) if block.bottom is None else min(block.bottom, len(self.rows))
        for number in range(block.top, bottom):
            row = self.rows[number]
            for column in sorted(row):
                if block.left <= column and (block.right is None or column < block.right):
                    yield number, column, row[column]

    def last_filled_row(self) -> int:
        """Rows down to the last one with a value; 0 for an empty tab."""
        for number in range(len(self.rows), 0, -1):
            if any(cell.filled for cell in self.rows[number - 1].values()):
                return number
        return 0

    def copy(self) -> Sheet:
        """A tab that may be changed without changing this one; the cells themselves are shared."""
        return Sheet(
            properties=self.properties,
            rows=[dict(row) for row in self.rows],
            row_meta=dict(self.row_meta),
            col_meta=dict(self.col_meta),
            merges=list(self.merges),
            conditional=list(self.conditional),
            basic_filter=self.basic_filter,
            charts=list(self.charts),
            banded=list(self.banded),
            protected=list(self.protected),
            row_groups=list(self.row_groups),
            col_groups=list(self.col_groups),
            touched=self.touched,
        )
