"""How a tab's rows (or columns) become those that are wanted: kept, deleted, inserted in place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sheets.planning.wire import Request, delete, insert

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
    names = set(wanted)
    kept = [
        Item(name, place)
        for place, name in enumerate(old)
        if name is None or name in names or not removable(place)
    ]
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


def edits(sheet: int, kind: str, size: int, final: Sequence[Item[K]]) -> list[Request]:
    """The deletions, from the last to the first, then the insertions, from the first to the last.

    ``size`` is how many rows (``kind`` "ROWS") or columns the tab has now.
    """
    kept = {item.old for item in final if item.old is not None}
    gone = [place for place in range(size) if place not in kept]
    made = [delete(sheet, kind, start, end) for start, end in reversed(runs(gone))]
    now = size - len(gone)
    fresh = [place for place, item in enumerate(final) if item.old is None]
    for start, end in runs(fresh):
        made.append(insert(sheet, kind, start, end, now))
        now += end - start
    return made


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Gather ascending numbers into half-open runs: [1, 2, 5] -> [(1, 3), (5, 6)]."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found
