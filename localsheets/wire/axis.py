"""How places move along one axis when rows or columns are inserted, deleted or moved. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from localsheets.wire.a1 import Rect


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of one axis (``rows``, else columns). Indexes are 0-based, spans half-open."""

    rows: bool

    def point(self, index: int) -> int | None:
        """Where a row or column goes; ``None`` where it is deleted."""
        raise NotImplementedError

    def span(self, start: int, end: int | None) -> tuple[int, int | None] | None:
        """What becomes of a stretch; ``None`` where all of it is deleted."""
        raise NotImplementedError

    def rect(self, block: Rect) -> Rect | None:
        """What becomes of a block of cells."""
        if self.rows:
            moved = self.span(block.top, block.bottom)
            return moved and replace(block, top=moved[0], bottom=moved[1])
        moved = self.span(block.left, block.right)
        return moved and replace(block, left=moved[0], right=moved[1])

    @property
    def first(self) -> int:
        """The first row or column that may be another afterwards."""
        raise NotImplementedError

    @property
    def beyond(self) -> Rect:
        """All cells from :attr:`first` on."""
        return Rect(self.first, 0) if self.rows else Rect(0, self.first)

    def lines(self, rows: bool, start: int, end: int | None) -> tuple[int, int | None] | None:
        """What becomes of a stretch of whole rows or columns."""
        return self.span(start, end) if rows == self.rows else (start, end)

    def disturbs(self, _block: Rect) -> bool:
        """Whether cells move within a block that itself does not follow them."""
        return False


@dataclass(frozen=True, slots=True)
class Insert(Shift):
    """``count`` new ones before ``start``. A stretch grows only if they land inside it."""

    start: int
    count: int

    @property
    def first(self) -> int:
        """See :attr:`Shift.first`."""
        return self.start

    def point(self, index: int) -> int:
        """See :meth:`Shift.point`."""
        return index + self.count if index >= self.start else index

    def span(self, start: int, end: int | None) -> tuple[int, int | None]:
        """See :meth:`Shift.span`."""
        grown = end if end is None or end <= self.start else end + self.count
        return self.point(start), grown


@dataclass(frozen=True, slots=True)
class Delete(Shift):
    """``start`` up to ``end`` go away."""

    start: int
    end: int

    @property
    def first(self) -> int:
        """See :attr:`Shift.first`."""
        return self.start

    def point(self, index: int) -> int | None:
        """See :meth:`Shift.point`."""
        if self.start <= index < self.end:
            return None
        return index if index < self.start else index - (self.end - self.start)

    def span(self, start: int, end: int | None) -> tuple[int, int | None] | None:
        """See :meth:`Shift.span`."""
        first = self._edge(start)
        last = None if end is None else self._edge(end)
        if last is not None and last <= first:
            return None
        return first, last

    def _edge(self, edge: int) -> int:
        return edge - max(0, min(edge, self.end) - self.start)


@dataclass(frozen=True, slots=True)
class MoveTo(Shift):
    """``start`` up to ``end`` go before what stands at ``to`` (counted before the move)."""

    start: int
    end: int
    to: int

    @property
    def first(self) -> int:
        """See :attr:`Shift.first`."""
        return min(self.start, self.to)

    def point(self, index: int) -> int:
        """See :meth:`Shift.point`."""
        count = self.end - self.start
        if self.start <= index < self.end:
            return index - self.start + (self.to - count if self.to > self.start else self.to)
        if self.end <= index < self.to:
            return index - count
        if self.to <= index < self.start:
            return index + count
        return index

    def span(self, start: int, end: int | None) -> tuple[int, int | None]:
        """See :meth:`Shift.span`: the first and the last of a stretch are followed."""
        if end is None:
            return (self.point(start) if start else 0), None
        within = start <= self.start and self.end <= end and start <= self.to <= end
        if within:
            return start, end
        first, last = self.point(start), self.point(end - 1)
        return min(first, last), max(first, last) + 1


@dataclass(frozen=True, slots=True)
class Band(Shift):
    """An insertion or deletion of cells: ``step`` goes for the cells of a band alone.

    The band is ``low`` up to ``high`` on the other axis. A block follows if all of it lies in the
    band; one that the band cuts stays where it is.
    """

    step: Insert | Delete
    low: int
    high: int

    @property
    def first(self) -> int:
        """See :attr:`Shift.first`."""
        return self.step.start

    def rect(self, block: Rect) -> Rect | None:
        """See :meth:`Shift.rect`."""
        return self.step.rect(block) if self._holds(block) else block

    def lines(self, _rows: bool, start: int, end: int | None) -> tuple[int, int | None]:
        """Whole rows and columns stay."""
        return start, end

    def disturbs(self, block: Rect) -> bool:
        """See :meth:`Shift.disturbs`."""
        return self.moving.meets(block) and not self._holds(block)

    @property
    def whole(self) -> Rect:
        """The band from end to end."""
        return Rect(0, self.low, None, self.high) if self.rows else Rect(self.low, 0, self.high)

    @property
    def moving(self) -> Rect:
        """Every cell that the step moves or deletes."""
        if self.rows:
            return Rect(self.step.start, self.low, None, self.high)
        return Rect(self.low, self.step.start, self.high, None)

    def _holds(self, block: Rect) -> bool:
        start, end = (block.left, block.right) if self.rows else (block.top, block.bottom)
        return self.low <= start and end is not None and end <= self.high
