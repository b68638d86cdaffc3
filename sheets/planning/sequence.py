"""How a tab's rows (or columns) become those that are wanted: kept, moved, deleted, inserted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sheets.planning.wire import Request, delete, insert, move

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Item(Generic[K]):
    """One row or column of the tab to be: ``old`` is where it stands now, ``None`` if new."""

    name: K | None
    old: int | None


def arrange(
    old: Sequence[K | None], wanted: Sequence[K], removable: Callable[[int], bool]
) -> tuple[Item[K], ...]:
    """Keep what stands, in the order in which people left it, and add what is new.

    ``old`` holds ``None`` where a row is people's own. A row of ours that is no longer wanted goes
    only if ``removable``. A new one goes behind its nearest predecessor in ``wanted``.
    """
    kept = _kept(old, wanted, removable)
    standing = {item.name for item in kept}
    followers: dict[K | None, list[Item[K]]] = {}
    before: K | None = None
    for name in wanted:
        if name in standing:
            before = name
        else:
            followers.setdefault(before, []).append(Item(name, None))
    final = list(followers.get(None, ()))
    for item in kept:
        final.append(item)
        if item.name is not None:
            final.extend(followers.get(item.name, ()))
    return tuple(final)


def follow(
    old: Sequence[K | None], wanted: Sequence[K], removable: Callable[[int], bool]
) -> tuple[Item[K], ...]:
    """Put what stands into the wanted order, where people have not made an order of their own.

    Rows that are not wanted (people's own, and ours that are kept) stay behind the row that they
    stand behind; those below the last wanted row stay below.
    """
    names = set(wanted)
    kept = _kept(old, wanted, removable)
    last = max((place for place, item in enumerate(kept) if item.name in names), default=-1)
    head: list[Item[K]] = []
    groups: dict[K, list[Item[K]]] = {}
    group = head
    for item in kept[: last + 1]:
        if item.name is not None and item.name in names:
            group = groups[item.name] = []
        group.append(item)
    final = list(head)
    for name in wanted:
        final.extend(groups.get(name) or [Item(name, None)])
    return (*final, *kept[last + 1 :])


def edits(sheet: int, kind: str, size: int, final: Sequence[Item[K]]) -> list[Request]:
    """Deletions from the last to the first, then moves, then insertions from the first to the last.

    ``size`` is how many rows (``kind`` "ROWS") or columns the tab has now.
    """
    kept = [item.old for item in final if item.old is not None]
    gone = sorted(set(range(size)) - set(kept))
    made = [delete(sheet, kind, start, end) for start, end in reversed(runs(gone))]
    made += [move(sheet, kind, source, before) for source, before in moves(kept)]
    now = len(kept)
    for start, end in runs([place for place, item in enumerate(final) if item.old is None]):
        made.append(insert(sheet, kind, start, end, now))
        now += end - start
    return made


def moves(order: Sequence[int]) -> list[tuple[int, int]]:
    """The fewest single moves that bring ascending places into ``order``.

    Each is (where it stands then, before which place it goes), one after the other.
    """
    still = _longest_ascent(order)
    if len(still) == len(order):
        return []
    current = sorted(order)
    made: list[tuple[int, int]] = []
    for number, place in enumerate(order):
        if place in still:
            continue
        source = current.index(place)
        before = current.index(order[number - 1]) + 1 if number else 0
        made.append((source, before))
        current.insert(before, place)
        del current[source if source < before else source + 1]
    return made


def runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Gather ascending numbers into half-open runs: [1, 2, 5] -> [(1, 3), (5, 6)]."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def _kept(
    old: Sequence[K | None], wanted: Sequence[K], removable: Callable[[int], bool]
) -> list[Item[K]]:
    names = set(wanted)
    return [
        Item(name, place)
        for place, name in enumerate(old)
        if name is None or name in names or not removable(place)
    ]


def _longest_ascent(order: Sequence[int]) -> set[int]:
    """The most numbers that already stand in ascending order, and so need not move."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in order:
        length = bisect_left(ends, number)
        before[number] = ends[length - 1] if length else None
        ends[length : length + 1] = [number]
    still: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        still.add(last)
        last = before[last]
    return still
