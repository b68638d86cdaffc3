"""A spreadsheet as fetched: raw values by tab, and what its look tells (hidden, struck, merged)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from model.cell import Block, Cell

Scalar = str | float | int | bool | None
"""What a cell may hold: text, a number (dates are serial numbers, days since 1899-12-30), a
boolean, or nothing (``None`` or ""). An error arrives as its text: "#REF!", "Loading..."."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One tab's raw values. ``rows[0]`` is the sheet's row 1; rows are ragged, as Google trims.

    Places in ``hidden_rows``, ``hidden_cols``, ``struck`` and ``formats`` count from 1.
    """

    tab: str
    rows: Sequence[Sequence[Scalar]]
    book: str = ""
    sheet_id: int = 0
    merges: tuple[Block, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_cols: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    """Cells struck through: deleted in people's minds."""
    formats: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Number-format patterns of cells that have one ("0.00", "0000", "m/d/yyyy")."""

    @property
    def height(self) -> int:
        """Rows down to the last one with a value."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """Columns up to the last one with a value in any row."""
        return max((len(row) for row in self.rows), default=0)

    def at(self, row: int, col: int) -> Scalar:
        """The raw value at a 1-based place; ``None`` where the sheet has nothing."""
        if 1 <= row <= len(self.rows) and 1 <= col <= len(self.rows[row - 1]):
            return self.rows[row - 1][col - 1]
        return None

    def cell(self, row: int, col: int) -> Cell:
        """The location of a 1-based place of this tab."""
        return Cell(self.tab, row, col, self.book)


@dataclass(frozen=True, slots=True)
class Protection:
    """A protected range: whole columns from a row on. Counted from 0, ``right`` not included."""

    id: int
    top: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class OwnTab:
    """One of our report tabs, as it stands in somebody's spreadsheet.

    ``report`` and ``layout`` are what our developer metadata on the tab says: which report it is,
    and the fingerprint of the columns and formats it was made with.
    """

    report: str
    layout: str
    grid: Grid
    row_count: int
    column_count: int
    charts: tuple[int, ...] = ()
    """Ids of the charts on the tab."""
    protections: tuple[Protection, ...] = ()
    """The protected ranges on the tab."""
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Cells' notes, ours and people's, by 1-based place."""
    grouped: bool = False
    """Whether any of its rows are in a group."""
    lines: str = ""
    """What our metadata says of each row, by which rows are known again that lost their keys."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The guard of our last write: a protected range's id, and the run that made it."""

    id: int
    run: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy of one of our tabs, made in a hidden tab by a write as it began or ended.

    ``told`` is what our developer metadata on the copy says. ``cells`` holds its cells' contents,
    looks and notes as Google gives them, by 1-based place: only where they were asked for.
    """

    told: str
    grid: Grid
    row_count: int
    column_count: int
    cells: Mapping[tuple[int, int], Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Book:
    """One spreadsheet, pulled. ``name`` is the settings' name for it; ``id`` is Google's."""

    name: str
    id: str
    title: str
    locale: str
    time_zone: str
    grids: tuple[Grid, ...]
    """People's tabs, in the order they stand; hidden tabs included, ours not."""
    own: tuple[OwnTab, ...] = ()
    markers: tuple[Marker, ...] = ()
    """One, unless somebody copied a tab of ours or took one away while we wrote."""
    tab_titles: tuple[str, ...] = ()
    """Every tab's title, charts' and ours too: names that a new tab may not take."""
    sheet_ids: frozenset[int] = frozenset()
    attic: tuple[Kept, ...] = ()
    """Copies of our tabs that the last write left."""
