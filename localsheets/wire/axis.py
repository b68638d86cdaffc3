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


@dataclass(frozen=True, slots=True)
class Several(Shift):
    """Shifts of one axis, one after another: what a formula sees of a batch of insertions."""

    steps: tuple[Shift, ...]

    def point(self, index: int) -> int | None:
        """See :meth:`Shift.point`."""
        for step in self.steps:
            moved = step.point(index)
            if moved is None:
                return None
            index = moved
        return index

    def span(self, start: int, end: int | None) -> tuple[int, int | None] | None:
        """See :meth:`Shift.span`."""
        for step in self.steps:
            moved = step.span(start, end)
            if moved is None:
                return None
            start, end = moved
        return start, end


@dataclass(frozen=True, slots=True)
class Insert(Shift):
    """``count`` new ones before ``start``. A stretch grows only if they land inside it."""

    start: int
    count: int

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
