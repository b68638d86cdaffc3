"""A1 notation, 0-based and half-open as Google's requests are: "B2:C" -> rows 1.., columns 1..3."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

_CORNER = re.compile(r"\$?([A-Za-z]{1,3})?\$?([1-9][0-9]{0,7})?")
_R1C1 = re.compile(r"R([1-9][0-9]*)C([1-9][0-9]*)(?::R([1-9][0-9]*)C([1-9][0-9]*))?", re.I)
_PLAIN_TITLE = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
_CELL_LIKE = re.compile(r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*")


@lru_cache(maxsize=20000)
def letters(column: int) -> str:
    """Name a 0-based column: 0 -> "A", 26 -> "AA"."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return name


@lru_cache(maxsize=20000)
def column_index(name: str) -> int:
    """The 0-based index of a column's letters: "A" -> 0."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


@dataclass(frozen=True, slots=True, order=True)
class Rect:
    """A block of cells, 0-based and half-open; ``None`` is open to that side's end."""

    top: int = 0
    left: int = 0
    bottom: int | None = None
    right: int | None = None

    def clamp(self, rows: int, columns: int) -> Rect:
        """The same block within a grid of so many rows and columns, with no open side."""
        bottom = rows if self.bottom is None else min(self.bottom, rows)
        right = columns if self.right is None else min(self.right, columns)
        return Rect(self.top, self.left, bottom, right)

    @property
    def height(self) -> int:
        """Rows of a closed block."""
        return (self.bottom or 0) - self.top

    @property
    def width(self) -> int:
        """Columns of a closed block."""
        return (self.right or 0) - self.left

    def contains(self, row: int, column: int) -> bool:
        """Whether a cell lies within."""
        return (
            self.top <= row
            and self.left <= column
            and (self.bottom is None or row < self.bottom)
            and (self.right is None or column < self.right)
        )

    def meets(self, other: Rect) -> bool:
        """Whether two blocks share a cell."""
        return (
            (other.bottom is None or self.top < other.bottom)
            and (self.bottom is None or other.top < self.bottom)
            and (other.right is None or self.left < other.right)
            and (self.right is None or other.left < self.right)
        )

    def encloses(self, other: Rect) -> bool:
        """Whether the other block lies wholly within this one (both closed)."""
        return (
            self.top <= other.top
            and self.left <= other.left
            and (self.bottom is None or (other.bottom or 0) <= self.bottom)
            and (self.right is None or (other.right or 0) <= self.right)
        )

    def common(self, other: Rect) -> Rect | None:
        """The cells that two blocks share."""
        if not self.meets(other):
            return None
        return Rect(
            max(self.top, other.top),
            max(self.left, other.left),
            _least(self.bottom, other.bottom),
            _least(self.right, other.right),
        )

    def without(self, other: Rect) -> list[Rect]:
        """What is left of a block without another's cells: up to four blocks, top to bottom."""
        hole = self.common(other)
        if hole is None:
            return [self]
        parts = [replace(self, bottom=hole.top)]
        parts.append(Rect(hole.top, self.left, hole.bottom, hole.left))
        if hole.right is not None:
            parts.append(Rect(hole.top, hole.right, hole.bottom, self.right))
        if hole.bottom is not None:
            parts.append(replace(self, top=hole.bottom))
        return [part for part in parts if not part.empty]

    @property
    def empty(self) -> bool:
        """Whether no cell is within."""
        return (self.bottom is not None and self.bottom <= self.top) or (
            self.right is not None and self.right <= self.left
        )


def _least(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)


def parse_block(text: str) -> Rect | None:
    """Read the part after the "!": "A1", "A1:B2", "A:C", "2:5", "B1:B", "R1C1:R2C2".

    Corners may stand in any order. ``None`` where the text is no block of cells.
    """
    r1c1 = _R1C1.fullmatch(text)
    if r1c1 is not None:
        top, left = int(r1c1[1]) - 1, int(r1c1[2]) - 1
        bottom, right = int(r1c1[3] or r1c1[1]), int(r1c1[4] or r1c1[2])
        return _ordered(top, left, bottom - 1, right - 1)
    first, colon, last = text.partition(":")
    start, end = _corner(first), _corner(last if colon else first)
    if start is None or end is None or (not colon and None in start):
        return None
    return _between(start, end)


def _corner(text: str) -> tuple[int | None, int | None] | None:
    match = _CORNER.fullmatch(text.strip())
    if match is None or not (match[1] or match[2]):
        return None
    return (
        int(match[2]) - 1 if match[2] else None,
        column_index(match[1]) if match[1] else None,
    )


def _between(start: tuple[int | None, int | None], end: tuple[int | None, int | None]) -> Rect:
    """Two corners; where one side of an edge is missing the block is open there."""
    top, bottom = _edge(start[0], end[0])
    left, right = _edge(start[1], end[1])
    return Rect(top, left, bottom, right)


def _edge(first: int | None, last: int | None) -> tuple[int, int | None]:
    if first is None or last is None:
        return (first if first is not None else last or 0), None
    return min(first, last), max(first, last) + 1


def _ordered(top: int, left: int, bottom: int, right: int) -> Rect:
    return Rect(min(top, bottom), min(left, right), max(top, bottom) + 1, max(left, right) + 1)


def split_tab(text: str) -> tuple[str | None, str]:
    """Part a range from its tab: "'Ana''s'!A1" -> ("Ana's", "A1"); no tab -> (None, text)."""
    if text.startswith("'"):
        match = re.fullmatch(r"'((?:[^']|'')*)'(?:!(.*))?", text, re.S)
        if match is not None:
            return match[1].replace("''", "'"), match[2] or ""
    tab, mark, block = text.rpartition("!")
    return (tab, block) if mark else (None, text)


def quote(title: str) -> str:
    """A tab's title as Google echoes it: quoted unless it is a plain word that is no reference."""
    if _PLAIN_TITLE.fullmatch(title) and not _CELL_LIKE.fullmatch(title):
        return title
    return "'" + title.replace("'", "''") + "'"


def block_name(rect: Rect) -> str:
    """A closed block's name: "A1:C7", or "B2" for a single cell."""
    first = f"{letters(rect.left)}{rect.top + 1}"
    last = f"{letters((rect.right or 1) - 1)}{rect.bottom}"
    return first if first == last else f"{first}:{last}"


def name(title: str, rect: Rect) -> str:
    """The whole name: "Sheet1!A1:C7"."""
    return f"{quote(title)}!{block_name(rect)}"


def widened(rect: Rect, rows: int, columns: int) -> Rect:
    """A block from the same corner with so many rows and columns."""
    return replace(rect, bottom=rect.top + rows, right=rect.left + columns)
