"""The part of a tab that recognition looks at: some of its rows, and of those some columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from model.cell import Block
from model.grid import Scalar
from schemas.sheet import Sheet
from schemas.values.date_texts import Impossible, Written, on, written

WINDOW = 240
"""Rows looked at from the top of a tab, and from each heading further down."""
_LEAD = 10
"""Rows above a heading further down that may bear its title or its upper tiers."""
_PAUSE = 2
_HOURLY = frozenset(f"{percent}%" for percent in range(100, 325, 25))
"""What hours may be paid at."""
_TIMES = frozenset(("1", "1.5", "2", "2.5", "3"))
_WEEK, _YEAR = timedelta(days=7), timedelta(days=365)
_WEEKS = 3
_NO_LEAP = 2023
_DAY = 10_000
"""Whole numbers from here on may be days."""


@dataclass(frozen=True)
class Part:
    """Some rows of a tab, as a sheet of their own whose row 1 is the tab's row ``offset`` + 1."""

    whole: Sheet
    sheet: Sheet
    offset: int
    _views: dict[tuple[int, int, int], Sheet] = field(default_factory=dict)

    @classmethod
    def top(cls, whole: Sheet) -> Part:
        """The rows from a tab's first on."""
        if whole.height <= WINDOW:
            return cls(whole, whole, 0)
        return cls(whole, _cut(whole, 0, WINDOW), 0)

    @classmethod
    def around(cls, whole: Sheet, row: int) -> Part:
        """The rows from shortly above a row of the tab on."""
        first = max(0, row - 1 - _LEAD)
        return cls(whole, _cut(whole, first, row - 1 + WINDOW), first)

    @property
    def height(self) -> int:
        """How many rows there are."""
        return self.sheet.height

    @cached_property
    def filled(self) -> list[list[int]]:
        """The columns that hold something, row by row (row 1 at index 1)."""
        rows = (self.sheet.line(row) for row in range(1, self.height + 1))
        return [[], *([col for col, text in enumerate(row, start=1) if text] for row in rows)]

    @cached_property
    def ends(self) -> Mapping[tuple[int, int], int]:
        """How far merged cells reach: (row, column) -> last column."""
        return {(block.top, block.left): block.right for block in self.sheet.grid.merges}

    @cached_property
    def headlike(self) -> list[bool]:
        """Which rows may be of headings: mostly words (row 1 at index 1)."""
        width = max(self.sheet.width, 1)
        return [False, *(self.words(row, 1, width) for row in range(1, self.height + 1))]

    def words(self, row: int, left: int, right: int) -> bool:
        """Whether a row's cells in some columns may be headings: mostly words."""
        within = self.sheet.grid.rows[row - 1][left - 1 : right]
        values = [value for value in within if value not in (None, "")]
        words = sum(isinstance(value, str) and _is_word(value) for value in values)
        others = [value for value in values if not isinstance(value, str) or not _is_word(value)]
        if words > 1 and (
            _are_numbered(others) or _are_tiers(others) or self._are_times(row, left, right)
        ):
            return True
        weekly = self._weekly(row, left, right) if words > 1 and len(others) >= _WEEKS else 0
        return words > 0 and (len(others) - weekly) * 3 <= words

    def _are_times(self, row: int, left: int, right: int) -> bool:
        """Whether all numbers of a row say what hours are paid at, below a heading over them all.

        "ST | 1.5 | 2.0 | TOTAL" below "HOURS": a line's own numbers stand below others.
        """
        line = self.sheet.line(row)[left - 1 : right]
        columns = [col for col, text in enumerate(line, start=left) if text and not _is_word(text)]
        between = line[columns[0] - left : columns[-1] - left] if columns else []
        if len(columns) < 2 or any(map(_is_word, filter(None, between))) or row == 1:
            return False
        times = [line[col - left].lower().strip("x ").removesuffix(".0") for col in columns]
        over = [self.sheet.text(row - 1, col) for col in range(left, columns[-1] + 1)]
        return (
            {"1.5", "2"} <= set(times) <= _TIMES
            and times == sorted(times)
            and not any(over[col - left] for col in columns[1:])
            and any(over)
        )

    def _weekly(self, row: int, left: int, right: int) -> int:
        """How many of a row's cells are days that follow each other week by week, side by side."""
        line = self.sheet.line(row)[left - 1 : right]
        filled = [col for col, text in enumerate(line, start=left) if text]
        days = [(at, col) for at, col in enumerate(filled) if not _is_word(line[col - left])]
        said = [(at, written(self.sheet.grid.at(row, col) or "")) for at, col in days]
        return max(
            _longest([(at, way(day)) for at, day in said]) for way in (_month_first, _day_first)
        )

    def end(self, bottom: int) -> int:
        """The row down to which what stands below a heading is surely its own.

        Several blank rows may mean that something else begins, once there were some rows.
        """
        blanks = seen = 0
        for row in range(bottom + 1, self.height + 1):
            blanks = 0 if self.filled[row] else blanks + 1
            seen += not blanks
            if blanks >= _PAUSE and seen >= 3:
                return row - blanks
        return self.height

    def view(self, left: int, right: int, top: int, bottom: int) -> Sheet:
        """The sheet down to a row, with nothing left and right of a table's columns beside it."""
        whole = left <= 1 and right >= self.sheet.width
        if whole and bottom >= self.height:
            return self.sheet
        key = (left, right, top if not whole else 0)
        if key not in self._views or self._views[key].height < bottom:
            self._views[key] = masked(self.sheet, Block(top, left, bottom, right))
        return self._views[key]


def masked(sheet: Sheet, block: Block) -> Sheet:
    """A sheet down to a block's last row, with nothing left and right of the block beside it."""
    above = sheet.grid.rows[: block.top - 1]
    lead = (None,) * (block.left - 1)
    beside = [
        (*lead, *row[block.left - 1 : block.right])
        for row in sheet.grid.rows[block.top - 1 : block.bottom]
    ]
    return replace(sheet, grid=replace(sheet.grid, rows=[*above, *beside]))


def _cut(sheet: Sheet, first: int, last: int) -> Sheet:
    """The rows ``first`` + 1 to ``last`` of a tab as a sheet of their own."""
    grid = sheet.grid
    rows = grid.rows[first:last]
    merges = tuple(
        Block(block.top - first, block.left, block.bottom - first, block.right)
        for block in grid.merges
        if first < block.top <= last
    )
    formats = {
        (row - first, col): grid.formats[row, col]
        for row in range(first + 1, first + len(rows) + 1)
        for col in range(1, len(grid.rows[row - 1]) + 1)
        if (row, col) in grid.formats
    }
    part = replace(grid, rows=rows, merges=merges, formats=formats)
    return replace(sheet, grid=part)


def _are_numbered(values: Sequence[Scalar]) -> bool:
    """Whether numbers among headings count something up: episodes 101, 102, 103, text or not."""
    numbers = [
        int(value) if isinstance(value, str) and value.strip().isdecimal() else value
        for value in values
    ]
    return len(numbers) > 1 and all(
        isinstance(first, int | float)
        and isinstance(second, int | float)
        and second - first == 1
        and second < _DAY
        for first, second in pairwise(numbers)
    )


def _longest(days: Sequence[tuple[int, date | None]]) -> int:
    """How many cells, one after the other, bear a day a week after the one before; 0 for few."""
    most = run = 1
    for (at, day), (after, then) in pairwise(days):
        follows = after == at + 1 and day and then and (then - day) % _YEAR == _WEEK
        run = run + 1 if follows else 1
        most = max(most, run)
    return most if most >= _WEEKS else 0


def _month_first(said: date | Written | Impossible | None) -> date | None:
    """A date, without a year in any; of two ways round the one with the month first."""
    return _on(said, 0)


def _day_first(said: date | Written | Impossible | None) -> date | None:
    return _on(said, -1)


def _on(said: date | Written | Impossible | None, way: int) -> date | None:
    if isinstance(said, Written):
        return on(said.year or _NO_LEAP, *said.days[way]) if said.days else None
    return said if isinstance(said, date) else None


def _are_tiers(values: Sequence[Scalar]) -> bool:
    """Whether what is no word among headings are rates of hours: "100%", "150%", "200%"."""
    told = {value.replace(" ", "") for value in values if isinstance(value, str)}
    return len(values) > 1 and len(told) == len(values) and told <= _HOURLY


def _is_word(text: str) -> bool:
    """Whether a text is not mostly digits, as an amount or a date typed as text is."""
    digits = sum(map(str.isdigit, text))
    return digits == 0 or digits * 2 <= len(text.strip())
