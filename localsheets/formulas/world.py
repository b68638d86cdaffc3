"""What walking a formula's tree meets: blocks, lambdas, where a part stands, the spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from localsheets.formats.locales import Locale
from localsheets.formulas.delegate import Delegate
from localsheets.formulas.dependencies import Names
from localsheets.formulas.syntax import Node
from localsheets.formulas.values import Array, FormulaError, Result
from localsheets.state.book import Book
from localsheets.state.cell import Value
from localsheets.state.references import Reference
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect

MOST_CELLS = 2_000_000
MOST_BLOCKS = 64
"""So many blocks are kept for formulas that look at the same ones."""


@dataclass(frozen=True, slots=True)
class Area:
    """A block of a tab, its values not yet looked at."""

    sheet: Sheet
    rect: Rect

    def array(self) -> Array:
        """Its values."""
        height, width = self.rect.height or 0, self.rect.width or 0
        if height * width > MOST_CELLS:
            raise FormulaError("ERROR", "localsheets does not compute arrays of this size.")
        rows: list[list[Value]] = [[None] * width for _ in range(height)]
        for row, column, cell in self.sheet.cells(self.rect):
            rows[row - self.rect.top][column - self.rect.left] = cell.value
        return Array(rows)


@dataclass(frozen=True, slots=True)
class Closure:
    """What LAMBDA gives."""

    parameters: tuple[str, ...]
    body: Node
    scope: Scope


Found = Result | Area | Closure


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a part of a formula stands: whether within ARRAYFORMULA, and what LET named."""

    array: bool = False
    names: Mapping[str, Found] = field(default_factory=dict)
    depth: int = 0

    def within_array(self) -> Scope:
        """The same, within ARRAYFORMULA."""
        return replace(self, array=True)

    def naming(self, names: Mapping[str, Found]) -> Scope:
        """The same with more names."""
        if self.depth > 60:
            raise FormulaError("ERROR", "A LAMBDA calls itself too deeply.")
        return replace(self, names={**self.names, **names}, depth=self.depth + 1)


@dataclass(frozen=True, slots=True)
class World:
    """What formulas may look at."""

    book: Book
    names: Names
    place: Locale
    delegate: Delegate
    blocks: dict[tuple[int, Rect], Array] = field(default_factory=dict)
    """Blocks that were looked at, as long as no cell changes."""

    def values(self, area: Area) -> Array:
        """An area's values."""
        place = area.sheet.id, area.rect
        if place not in self.blocks:
            if len(self.blocks) >= MOST_BLOCKS:
                self.blocks.clear()
            self.blocks[place] = area.array()
        return self.blocks[place]


class Walker(Protocol):
    """Who computes one formula at its place, as functions that choose their arguments see it."""

    world: World
    sheet: Sheet
    row: int
    column: int

    def found(self, node: Node, scope: Scope, *, block: bool = False) -> Found:
        """What a part of the formula is."""

    def operand(self, node: Node, scope: Scope) -> Result:
        """A part as an operator takes it."""

    def first(self, node: Node, scope: Scope) -> Result:
        """The same; of an array its first value, unless within ARRAYFORMULA."""

    def area(self, reference: Reference) -> Area:
        """The block that a reference means."""

    def single(self, node: Node, scope: Scope) -> Value:
        """A part as one value."""

    def array(self, node: Node, scope: Scope) -> Array:
        """A part as an array, whatever it is."""

    def call_with(self, called: Found, given: Sequence[Found]) -> Found:
        """What a lambda gives for some arguments."""
