"""A tab in the making: what stood before the astray write, and all that people did since.

Every row and column has an id of its own, so that what people did can be brought back to it
wherever it stands. Those of the copy of before have their places in it as ids, from 0.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from model.grid import Grid, Kept, Scalar
from model.report import Role
from sheets.attic.known import Strip
from sheets.attic.seen import KEYS, Seen
from sheets.planning.marks import FIELDS_ROW, HEADING_ROW, Name
from sheets.planning.wire import Place

Id = int


@dataclass(slots=True)
class Draft:
    """Rows and columns in their order, by id, and what stands where they cross."""

    first: Kept
    """The copy of before, whose formulas, looks and notes come back too."""
    rows: list[Id]
    cols: list[Id]
    cells: dict[Place, Scalar]
    names: dict[Id, Name]
    """What rows of ours are called."""
    fields: dict[Id, str]
    """What columns of ours are called."""
    computed: frozenset[Id]
    """Columns in which we compute."""
    wanted: Sequence[Name]
    """The report's rows in their order."""
    edited: set[Place] = field(default_factory=set)
    """Cells that people changed since."""
    made: int = 1_000_000
    """The id that the next row or column gets."""

    @staticmethod
    def of(first: Kept, base: Seen, wanted: Sequence[Name]) -> Draft:
        """Begin with the copy of before; a key column that it has not itself has the id -1."""
        added = len(base.fields) > first.column_count
        rows, cols = list(range(len(base.names))), [n - added for n in range(len(base.fields))]
        cells: dict[Place, Scalar] = {
            (row, col): value
            for row in rows
            for place, col in enumerate(cols)
            if (value := base.value(row, place)) is not None
        }
        if base.standing:  # a sort may have left keys behind
            for row, mark in enumerate(base.standing.marks):
                cells[row, cols[base.standing.key_col]] = mark.text if mark else None
        ours = {
            col
            for col, found in zip(cols, base.standing.fields if base.standing else (), strict=False)
            if found and found.role is not Role.PERSON
        }
        return Draft(
            first,
            rows,
            cols,
            cells,
            {row: name for row, name in enumerate(base.names) if name},
            {col: name for col, name in zip(cols, base.fields, strict=True) if name},
            frozenset(ours),
            wanted,
        )

    def row_strips(self) -> list[Strip]:
        """Its rows, as they are compared with others."""
        return [
            Strip(self.names.get(row), {} if row in self.names else self._says(row))
            for row in self.rows
        ]

    def column_strips(self) -> list[Strip]:
        """Its columns, as they are compared with others."""
        return [
            Strip(self.fields.get(col), {} if col in self.fields else self._said(col))
            for col in self.cols
        ]

    def add_row(self, behind: Id | None, name: Name | None = None) -> Id:
        """A row that is new, behind another (``None``: before all), a line in its order."""
        if name in self.wanted:
            before = self.wanted[: self.wanted.index(name)]
            places = {called: row for row, called in self.names.items() if row in self.rows}
            behind = next((places[each] for each in reversed(before) if each in places), behind)
        ident = self._add(self.rows, behind)
        if name:
            self.names[ident] = name
        return ident

    def add_column(self, behind: Id | None, name: str | None = None) -> Id:
        """A column that is new."""
        ident = self._add(self.cols, behind)
        if name:
            self.fields[ident] = name
        return ident

    def write(self, row: Id, col: Id, value: Scalar) -> None:
        """Note what somebody typed, or cleared."""
        self.cells[row, col] = value
        self.edited.add((row, col))

    def is_peoples(self, row: Id, col: Id, value: Scalar) -> bool:
        """Whether people may have typed this here: not where we compute, nor where a formula of
        theirs only reads otherwise.
        """
        name = self.names.get(row)
        if name == FIELDS_ROW or self.fields.get(col) == KEYS:
            return False
        if name == HEADING_ROW:
            return isinstance(value, str)  # people word headings as they like
        if name and col in self.computed:
            return False
        entered = self.first.cells.get((row + 1, col + 1), {}).get("userEnteredValue", {})
        return "formulaValue" not in entered or (isinstance(value, str) and value[:1] != "#")

    def is_free(self, col: Id) -> bool:
        """Whether a column is for people."""
        return col not in self.computed and self.fields.get(col) != KEYS

    def grid(self, like: Grid) -> Grid:
        """All of it as a tab."""
        rows = [[self.cells.get((row, col)) for col in self.cols] for row in self.rows]
        return Grid(like.tab, rows, like.book, like.sheet_id)

    def _add(self, order: list[Id], behind: Id | None) -> Id:
        ident, self.made = self.made, self.made + 1
        order.insert(order.index(behind) + 1 if behind in order else 0, ident)
        return ident

    def _says(self, row: Id) -> dict[Hashable, Scalar]:
        cells = ((col, self.cells.get((row, col))) for col in self.cols)
        return {col: value for col, value in cells if value is not None}

    def _said(self, col: Id) -> dict[Hashable, Scalar]:
        values = (self.cells.get((row, col)) for row in self.rows)
        return {value: True for value in values if value is not None}
