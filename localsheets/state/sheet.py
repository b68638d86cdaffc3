"""One tab: a ragged grid of cells, and everything that lies on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from localsheets.state.cells import Cells
from localsheets.wire.a1 import Rect

Json = dict[str, Any]


@dataclass(slots=True, eq=False)
class Sheet(Cells):
    """A tab. JSON parts are in Google's form and never changed in place, only replaced."""

    properties: Json
    """sheetId, title, sheetType, gridProperties, hidden, tabColor...; the index is its place."""
    row_meta: dict[int, Json] = field(default_factory=dict)
    """DimensionProperties that differ from the default, by 0-based row."""
    col_meta: dict[int, Json] = field(default_factory=dict)
    merges: list[Rect] = field(default_factory=list)
    conditional: list[Json] = field(default_factory=list)
    basic_filter: Json | None = None
    filter_views: list[Json] = field(default_factory=list)
    charts: list[Json] = field(default_factory=list)
    slicers: list[Json] = field(default_factory=list)
    banded: list[Json] = field(default_factory=list)
    protected: list[Json] = field(default_factory=list)
    tables: list[Json] = field(default_factory=list)
    row_groups: list[Json] = field(default_factory=list)
    col_groups: list[Json] = field(default_factory=list)
    touched: bool = False
    """Whether a request changed the tab since it was imported: an export rewrites only those."""
    has_arrays: bool = False
    """Whether a formula's array ever spread out on the tab."""

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
        """Its gridProperties; a tab that holds a chart alone has none."""
        found: Json = self.properties.get("gridProperties", {})
        return found

    @property
    def is_grid(self) -> bool:
        """Whether the tab has cells, and is not a chart's own."""
        return bool(self.properties.get("sheetType", "GRID") == "GRID")

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

    def grow(self, rows: int, columns: int) -> None:
        """Make the grid at least so large."""
        if rows > self.row_count or columns > self.column_count:
            self.touched = True
            self.set_grid(
                rowCount=max(self.row_count, rows), columnCount=max(self.column_count, columns)
            )

    def copy(self) -> Sheet:
        """A tab that may be changed without changing this one; rows are shared until written to."""
        twin = Sheet(
            properties=self.properties,
            row_meta=dict(self.row_meta),
            col_meta=dict(self.col_meta),
            merges=list(self.merges),
            conditional=list(self.conditional),
            basic_filter=self.basic_filter,
            filter_views=list(self.filter_views),
            charts=list(self.charts),
            slicers=list(self.slicers),
            banded=list(self.banded),
            protected=list(self.protected),
            tables=list(self.tables),
            row_groups=list(self.row_groups),
            col_groups=list(self.col_groups),
            touched=self.touched,
            has_arrays=self.has_arrays,
        )
        twin.share_cells(self)
        return twin
