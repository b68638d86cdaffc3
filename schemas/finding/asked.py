"""Where a heading is asked for, and which of its rows may be the heading's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.finding.lexicon import Lexicon
from schemas.finding.part import Part

LABEL = re.compile(r":$|:\s+\S")
"""What a key, or a key and its value in one cell, looks like: "Client:", "Client: Oatwell"."""
_PAIR = re.compile(r"\w: +\S+ ?\S")
"""A key with its value in one cell: a box of titles, and no heading."""
_WIDE = 5
"""Headings in a row below which one or two words are a banner, and no further tier."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of a tab, and of it the columns ``left`` to ``right``."""

    part: Part
    lexicon: Lexicon
    left: int
    right: int
    rows: tuple[int, ...] = ()
    """The heading rows, where the settings name them."""

    def within(self, row: int) -> list[int]:
        """The filled columns of a row, among those asked for."""
        return [col for col in self.part.filled[row] if self.left <= col <= self.right]

    def spans(self, row: int, col: int) -> bool:
        """Whether a cell is merged over some of the columns, not all as a title is."""
        end = self.part.ends.get((row, col), col)
        return end > col and (col > self.left or end < self.right)

    def is_banner(self, row: int) -> bool:
        """Whether a row heads the lines below: two cells at most, below headings of their own.

        Those may stand a tier higher: "Code | Item | Calculation" over "Qty | Unit | x | Rate".
        """
        filled, above = self.within(row), self.within(row - 1)
        higher = self.within(row - 2) if row > 2 else []
        headed = {*above, *(higher if len(higher) > len(filled) else ())}
        return len(filled) <= 2 and len(above) >= _WIDE and set(filled) <= headed

    def may_head(self, top: int, bottom: int) -> bool:
        """Whether a row may be the first of a heading down to another row."""
        if not self.part.words(top, self.left, self.right):
            return False
        filled = self.within(top)
        texts = [self.part.sheet.text(top, col) for col in filled]
        if top == bottom:
            labels = sum(_PAIR.search(text) is not None for text in texts)
            return len(filled) < 2 or labels * 2 < len(filled)
        if len(self.within(bottom)) < 2 or any(map(LABEL.search, texts)):
            return False
        return len(filled) > 1 or (len(filled) == 1 and self.spans(top, filled[0]))
