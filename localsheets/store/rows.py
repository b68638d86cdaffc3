"""What of a tab's rows must be written, and rows as text.

A row with nothing in it is not written; each row says how many empty ones come before it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import is_not

from localsheets.state.cells import NO_ROW, Row
from localsheets.store import order


@dataclass(slots=True)
class Rows:
    """A tab's rows as they are in the file: the objects, and the place of each (0: an empty one).

    The objects are held on to, so that none can be taken for another.
    """

    rows: Sequence[Row] = field(default_factory=list)
    places: array[int] = field(default_factory=lambda: array("q"))


@dataclass(slots=True)
class Change:
    """What turns the rows of the file into others."""

    now: Rows
    gone: list[int] = field(default_factory=list)
    written: list[tuple[int, int, Row]] = field(default_factory=list)
    """(place, empty rows before it, the row)."""
    everything: bool = False
    """Whether all that the file has goes first."""


def change(old: Rows, new: Sequence[Row]) -> Change:
    """What must be written so that the file's rows become ``new``."""
    if new is old.rows:
        return Change(old)
    try:
        return _changed(old, new)
    except order.NoRoom:
        return _anew(new)


def _anew(new: Sequence[Row]) -> Change:
    places, stretch = array("q", bytes(8 * len(new))), _Stretch(new, 0, len(new))
    found = order.fresh(len(stretch.rows))
    for number, place in zip(stretch.numbers, found, strict=True):
        places[number] = place
    written = list(zip(found, stretch.gaps, stretch.rows, strict=True))
    return Change(Rows(new, places), written=written, everything=True)


def _changed(old: Rows, new: Sequence[Row]) -> Change:
    made = Change(Rows(new, array("q")))
    places, done = made.now.places, 0
    for (start, stop), (new_start, new_stop) in _stretches(old.rows, new):
        places.extend(old.places[done:start])
        places.extend(_replan(old, (start, stop), _Stretch(new, new_start, new_stop), made))
        done = stop
    places.extend(old.places[done:])
    return made


def _replan(old: Rows, span: tuple[int, int], after: _Stretch, made: Change) -> array[int]:
    """Plan one stretch; answers the places of its rows."""
    before = _Stretch(old.rows, *span)
    low = old.places[span[0] - 1] if span[0] else 0
    known = [old.places[number] for number in before.numbers]
    found = order.plan(before.rows, known, after.rows, low)
    gaps = dict(zip(known, before.gaps, strict=True))
    written = set(found.written)
    written.update(
        index for index, place in enumerate(found.places) if gaps.get(place) != after.gaps[index]
    )
    made.gone.extend(found.gone)
    made.written.extend((found.places[i], after.gaps[i], after.rows[i]) for i in sorted(written))
    places = array("q", bytes(8 * after.length))
    for number, place in zip(after.numbers, found.places, strict=True):
        places[number - after.start] = place
    return places


class _Stretch:
    """The filled rows of a stretch: where they stand, what they are, the gap before each."""

    def __init__(self, rows: Sequence[Row], start: int, stop: int) -> None:
        self.start, self.length = start, stop - start
        self.numbers = [n for n, row in enumerate(rows[start:stop], start) if row]
        self.rows = [rows[number] for number in self.numbers]
        previous = [start - 1, *self.numbers]
        self.gaps = [n - p - 1 for p, n in zip(previous, self.numbers, strict=False)]


Span = tuple[int, int]


def _stretches(old: Sequence[Row], new: Sequence[Row]) -> Iterable[tuple[Span, Span]]:
    """Where two lists of rows differ, as (stretch of the old, stretch of the new).

    Each begins after a filled row or at the top, and ends with a filled row that both share, whose
    gap may be another now, or at the bottom.
    """
    if len(old) == len(new):
        differing = compress(count(), map(is_not, old, new))
        return [(span, span) for span in _joined(old, new, differing)]
    least = min(len(old), len(new))
    start = next(compress(count(), map(is_not, old, new)), least)
    same = next(compress(count(), map(is_not, reversed(old), reversed(new))), least)
    end = len(old) - min(same, least - start)
    start, end = _top(old, start), _bottom(old, end)
    return [((start, end), (start, end + len(new) - len(old)))]


def _joined(old: Sequence[Row], new: Sequence[Row], numbers: Iterable[int]) -> list[Span]:
    """Stretches around rows that differ, one after the other; what touches is one."""
    found: list[Span] = []
    for number in numbers:
        if found and number < found[-1][1]:
            continue
        start, end = _top(old, number), number + 1
        while end < len(new) and (old[end] is not new[end] or not new[end]):
            end += 1
        end = min(end + 1, len(new))
        if found and start < found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _top(rows: Sequence[Row], start: int) -> int:
    """Up to below the nearest filled row."""
    while start and not rows[start - 1]:
        start -= 1
    return start


def _bottom(rows: Sequence[Row], end: int) -> int:
    """Down to behind the nearest filled row, which is shared from here on."""
    while end < len(rows) and not rows[end]:
        end += 1
    return min(end + 1, len(rows))


def assembled(found: Iterable[tuple[int, int, Row]]) -> tuple[list[Row], array[int]]:
    """Rows and their places from what the file has: (place, empty rows before it, the row)."""
    rows: list[Row] = []
    places = array("q")
    for place, gap, row in found:
        if gap:
            rows.extend([NO_ROW] * gap)
            places.extend([0] * gap)
        rows.append(row)
        places.append(place)
    return rows, places
