"""Where something stands in a spreadsheet: a cell, a block of cells, and their A1 names."""

from __future__ import annotations

import re
from dataclasses import dataclass

_A1 = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]*)")


def column_letters(col: int) -> str:
    """Name a 1-based column: 1 -> "A", 27 -> "AA".

    Raises:
        ValueError: ``col`` is less than 1.
    """
    if col < 1:
        raise ValueError(f"columns are counted from 1, not {col}")
    letters = ""
    while col:
        col, digit = divmod(col - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def column_number(letters: str) -> int:
    """Count a column's letters: "A" -> 1, "AA" -> 27.

    Raises:
        ValueError: ``letters`` is not one to three letters.
    """
    if not re.fullmatch(r"[A-Za-z]{1,3}", letters):
        raise ValueError(f"{letters!r} is no column: expected letters such as B or AA")
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def parse_a1(a1: str) -> tuple[int, int]:
    """Split "B7" into its 1-based (row, column): (7, 2).

    Raises:
        ValueError: ``a1`` does not name one cell.
    """
    match = _A1.fullmatch(a1.strip())
    if match is None:
        raise ValueError(f"{a1!r} is no cell: expected a name such as B7")
    return int(match[2]), column_number(match[1])


def quote_tab(tab: str) -> str:
    """Write a tab's title as A1 notation wants it before "!": always quoted, quotes doubled.

    Always, because a bare title that looks like a range is read as one (a tab "CO2").
    """
    return "'" + tab.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One cell. ``row`` and ``col`` count from 1, as a person reads them.

    ``book`` is the settings' own name of the spreadsheet ("budget"), never its id: the id joins
    only when a link is rendered.
    """

    tab: str
    row: int
    col: int
    book: str = ""

    @property
    def a1(self) -> str:
        """The cell's name within its tab: "B7"."""
        return f"{column_letters(self.col)}{self.row}"

    def __str__(self) -> str:
        return f"{self.tab}!{self.a1}"


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A rectangle of cells, 1-based, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def a1(self) -> str:
        """The block's name within its tab: "A5:K140"."""
        return f"{column_letters(self.left)}{self.top}:{column_letters(self.right)}{self.bottom}"

    def meets(self, other: Block) -> bool:
        """Whether two blocks have a cell in common."""
        return (
            self.top <= other.bottom
            and other.top <= self.bottom
            and self.left <= other.right
            and other.left <= self.right
        )

    def __contains__(self, place: tuple[int, int]) -> bool:
        row, col = place
        return self.top <= row <= self.bottom and self.left <= col <= self.right
