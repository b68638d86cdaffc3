"""Which row (or column) of a tab now is which of the tab then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.grid import Scalar


@dataclass(frozen=True, slots=True)
class Strip:
    """A row or a column: what we call it, ``None`` where it is people's own, and what it says."""

    label: Hashable | None
    says: Mapping[Hashable, Scalar]


def pairs(now: Sequence[Strip], then: Sequence[Strip]) -> dict[int, int]:
    """Each place of now that is known again, with its place of then.

    Ours are known by their label, and by what they say where a write that went astray left the same
    one twice. People's own are known by what they say, wherever they were
    moved to; else by having most in common; else, where one of the two is blank, by standing next
    to what its neighbour stood next to.
    """
    found: dict[int, int] = {}
    _called(found, now, then)
    _alike(found, now, then, whole=True)
    _alike(found, now, then, whole=False)
    _neighbours(found, now, then)
    return found


def _called(found: dict[int, int], now: Sequence[Strip], then: Sequence[Strip]) -> None:
    """Pair ours by their label."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, strip in enumerate(then):
        places[strip.label].append(place)
    for place, strip in enumerate(now):
        free = places[strip.label] if strip.label is not None else []
        if free:
            found[place] = max(free, key=lambda other: _common(strip, then[other]))
            free.remove(found[place])


def _alike(
    found: dict[int, int], now: Sequence[Strip], then: Sequence[Strip], *, whole: bool
) -> None:
    """Pair people's own by what they say: ``whole`` wants all of it the same."""
    free = _free(then, found.values())
    for place in _free(now, found):
        strip = now[place]
        if not strip.says:
            continue
        best = max(free, key=lambda other: _common(strip, then[other]), default=None)
        if whole:
            best = next((other for other in free if then[other].says == strip.says), None)
        if best is not None and _common(strip, then[best]):
            found[place] = best
            free.remove(best)


def _neighbours(found: dict[int, int], now: Sequence[Strip], then: Sequence[Strip]) -> None:
    free = set(_free(then, found.values()))
    for place in _free(now, found):
        other = found.get(place - 1, -1) + 1
        if other in free and not (now[place].says and then[other].says):
            found[place] = other
            free.remove(other)


def _free(strips: Sequence[Strip], taken: Iterable[int]) -> list[int]:
    """People's own that are not known again yet."""
    used = set(taken)
    return [n for n, strip in enumerate(strips) if strip.label is None and n not in used]


def _common(one: Strip, other: Strip) -> int:
    return sum(other.says.get(key) == value for key, value in one.says.items())
