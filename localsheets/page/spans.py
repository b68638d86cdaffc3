"""Merged cells on what shows of a tab."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from localsheets.wire.a1 import Rect

Place = tuple[int, int]


@dataclass(slots=True)
class Spans:
    """Where merged cells start on the page, how far they reach, and what they cover."""

    merges: dict[Place, Rect] = field(default_factory=dict)
    """First visible cell -> the merge."""
    sizes: dict[Place, tuple[int, int]] = field(default_factory=dict)
    """First visible cell -> (rows, columns) of it that show."""
    covered: set[Place] = field(default_factory=set)

    def has(self, place: Place) -> bool:
        """Whether a cell is part of a merge."""
        return place in self.covered or place in self.sizes


def spans(merges: list[Rect], rows: list[int], columns: list[int]) -> Spans:
    """Merges on visible rows and columns (both in order)."""
    found = Spans()
    for merge in merges:
        down = rows[bisect_left(rows, merge.top) : bisect_left(rows, merge.bottom or 0)]
        across = columns[bisect_left(columns, merge.left) : bisect_left(columns, merge.right or 0)]
        if down and across:
            first = (down[0], across[0])
            found.merges[first] = merge
            found.sizes[first] = (len(down), len(across))
            found.covered.update((row, column) for row in down for column in across)
            found.covered.discard(first)
    return found
