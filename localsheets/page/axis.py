"""Rows or columns of a tab as a page shows them: which are hidden, how big, in which groups."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from localsheets.state.sheet import Sheet
from localsheets.wire.constants import COLUMN_PIXELS, ROW_PIXELS

Json = dict[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """A group; ``closed`` as the reader of the page has it, who may open and close it."""

    start: int
    end: int
    depth: int
    key: str
    closed: bool

    @property
    def title(self) -> str:
        """What its button does."""
        return "Expand group" if self.closed else "Collapse group"


class Axis:
    """One dimension. ``flips`` are keys of groups and hidden stretches that a reader toggled."""

    def __init__(self, sheet: Sheet, *, rows: bool, flips: frozenset[str] = frozenset()) -> None:
        self.rows = rows
        self.count = sheet.row_count if rows else sheet.column_count
        self.frozen = int(sheet.grid.get("frozenRowCount" if rows else "frozenColumnCount", 0))
        self.control_after = bool(
            sheet.grid.get("rowGroupControlAfter" if rows else "columnGroupControlAfter")
        )
        self._meta = sheet.row_meta if rows else sheet.col_meta
        self._default = ROW_PIXELS if rows else COLUMN_PIXELS
        given = sheet.row_groups if rows else sheet.col_groups
        self.groups = [_group(each, rows, flips) for each in given]
        self.depth = max((group.depth for group in self.groups), default=0)
        self.marks = self._hidden_stretches(flips)
        self.hidden = self._hidden(flips)
        self.beside: dict[int, list[tuple[int, int, str]]] = {}
        """Row or column -> the marked stretches that lie beside it."""
        for (start, end), key in self.marks.items():
            self.beside.setdefault(start - 1 if start else end, []).append((start, end, key))

    def _hidden_stretches(self, flips: frozenset[str]) -> dict[Span, str]:
        """Stretches that a person hid -> the key that shows them, or hides them again."""
        in_closed = {
            n for group in self.groups if group.closed for n in range(group.start, group.end)
        }
        toggled = {
            n for group in self.groups if group.key in flips for n in range(group.start, group.end)
        }
        hidden = (n for n, meta in self._meta.items() if meta.get("hiddenByUser"))
        spans = runs(n for n in hidden if n not in in_closed and n not in toggled)
        letter = "h" if self.rows else "k"
        return {span: f"{letter}{span[0]}-{span[1]}" for span in spans}

    def _hidden(self, flips: frozenset[str]) -> list[Span]:
        found = {n for n, meta in self._meta.items() if meta.get("hiddenByFilter")}
        for span, key in self.marks.items():
            if key not in flips:
                found.update(range(*span))
        for group in self.groups:
            if group.closed:
                found.update(range(group.start, group.end))
        return runs(n for n in found if n < self.count)

    def is_hidden(self, index: int) -> bool:
        """Whether a row or column does not show."""
        place = bisect_left(self.hidden, (index + 1,)) - 1
        return place >= 0 and index < self.hidden[place][1]

    def visible(self, start: int, end: int) -> list[int]:
        """What shows of a stretch."""
        found: list[int] = []
        for first, last in self.hidden:
            if last > start and first < end:
                found.extend(range(start, first))
                start = last
        return [*found, *range(start, end)]

    def size(self, index: int) -> int:
        """Pixels of a row or column that shows."""
        return int(self._meta.get(index, {}).get("pixelSize", self._default))

    def given_size(self, index: int) -> int | None:
        """Pixels that somebody gave it; ``None`` where it has the size that it needs."""
        size = self._meta.get(index, {}).get("pixelSize")
        return None if size is None else int(size)

    def extent(self, start: int, end: int) -> int:
        """Pixels of a stretch, as far as is known without its texts."""
        shown = end - start
        for first, last in self.hidden:
            shown -= max(0, min(last, end) - max(first, start))
        total = shown * self._default
        if len(self._meta) < end - start:
            changed: Iterable[int] = (n for n in self._meta if start <= n < end)
        else:
            changed = (n for n in range(start, end) if n in self._meta)
        return total + sum(self.size(n) - self._default for n in changed if not self.is_hidden(n))


def _group(given: Json, rows: bool, flips: frozenset[str]) -> Group:
    start, end = given["range"].get("startIndex", 0), given["range"]["endIndex"]
    key = f"{'r' if rows else 'c'}{start}-{end}.{given['depth']}"
    closed = bool(given.get("collapsed")) != (key in flips)
    return Group(start, end, given["depth"], key, closed)


def runs(numbers: Iterable[int]) -> list[Span]:
    """Numbers as half-open stretches, in order: [5, 1, 2] -> [(1, 3), (5, 6)]."""
    found: list[Span] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return found
