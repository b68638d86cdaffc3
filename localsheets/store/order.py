"""Sequences kept under sort keys, so that a change writes as much as it changed.

Each item of a sequence lies in the file under a *place*, a whole number that says where it comes.
Neighbours' places lie far apart: what is inserted between two takes places between theirs, and
nothing else is written. Items are told apart by identity: one that stands in both is kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

STRIDE = 1 << 36
"""Between two neighbours at first: 2^26 of them fit into SQLite's 64-bit integers."""
STEP = 1 << 20
"""Between neighbours that were inserted later: 32,000 one after the other fit into a stride."""


@dataclass(slots=True)
class Plan:
    """What to do to turn the old sequence in the file into the new one."""

    places: list[int]
    """Where each item of the new sequence lies."""
    gone: list[int]
    """Places that hold nothing any more."""
    written: list[int]
    """Indexes of the new sequence's items that must be written, each at its place."""


class NoRoom(Exception):  # noqa: N818 - no error: the caller gives every item a new place
    """The places between two neighbours are used up."""


def plan(old: Sequence[Any], places: Sequence[int], new: Sequence[Any], low: int = 0) -> Plan:
    """How to turn ``old`` (its items at ``places``) into ``new``.

    Both are the whole sequence, or stretches of it that end with the same item or with the
    sequence. ``low`` is the place of the item before the stretch.

    Raises:
        NoRoom: the sequence must be numbered anew, with :func:`fresh`.
    """
    found: list[int] = []
    written: list[int] = []
    here = 0
    for there, index in [*_kept(old, new), (len(old), len(new))]:
        count = index - len(found)
        written.extend(range(len(found), index))
        reused = places[here:there][:count]
        found.extend(reused)
        after = places[there] if there < len(old) else None
        found.extend(_between(found[-1] if found else low, after, count - len(reused)))
        if there < len(old):
            found.append(places[there])
        here = there + 1
    return Plan(found, sorted(set(places).difference(found)), written)


def fresh(count: int) -> list[int]:
    """Places for a sequence that is written whole."""
    return [STRIDE * (number + 1) for number in range(count)]


def _kept(old: Sequence[Any], new: Sequence[Any]) -> list[tuple[int, int]]:
    """The longest run of items that stand in both in the same order: (old index, new index)."""
    where = {id(item): index for index, item in enumerate(old)}
    pairs = [(where[id(item)], index) for index, item in enumerate(new) if id(item) in where]
    ends: list[int] = []  # the smallest last old index of a run of each length
    holders: list[int] = []  # the pair that has it
    before: list[int] = []  # for each pair, the one before it in its run
    for number, (here, _) in enumerate(pairs):
        length = bisect_left(ends, here)
        before.append(holders[length - 1] if length else -1)
        ends[length : length + 1] = [here]
        holders[length : length + 1] = [number]
    run: list[tuple[int, int]] = []
    number = holders[-1] if holders else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _between(low: int, high: int | None, count: int) -> list[int]:
    """``count`` places between two.

    People insert again and again below a heading or above a total: the first time in the middle,
    then close to what was inserted last, which a place off the stride tells.
    """
    if not count:
        return []
    if high is None:
        return [(low // STRIDE + number + 1) * STRIDE for number in range(count)]
    even = (high - low) // (count + 1)
    if even < 1:
        raise NoRoom
    step = min(even, STEP)
    below, above = low % STRIDE != 0, high % STRIDE != 0
    if below == above:
        step = even
    start = high - step * (count + 1) if above and not below else low
    return [start + step * (number + 1) for number in range(count)]
