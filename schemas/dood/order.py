"""Days that stand out of order among the others, and what their neighbours leave for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

_FEW = 0.2
"""The share of days that may stand out of order and still be slips rather than the layout's way."""


def mend(
    days: Sequence[date | None], weekdays: Mapping[int, frozenset[int]]
) -> tuple[list[date | None], tuple[int, ...]]:
    """Find the days that are out of order or missing, and give them the only date left for them.

    Returns:
        The days in their places, ``None`` where the neighbours leave more than one date; and the
        positions that were out of order. Where many are, that is how the sheet is laid out (two
        units a day), and nothing is touched.
    """
    if all(before and after and before < after for before, after in pairwise(days)):
        return list(days), ()
    kept = _longest(days, weekdays)
    strays = tuple(place for place in range(len(days)) if place not in kept)
    if len(strays) > max(1, int(_FEW * len(days))) or len(days) < 3:
        return list(days), tuple(place for place in strays if days[place] is None)
    mended = list(days)
    for place in strays:
        mended[place] = _left(place, kept, weekdays.get(place, frozenset()))
    return mended, strays


def _longest(
    days: Sequence[date | None], weekdays: Mapping[int, frozenset[int]]
) -> dict[int, date]:
    """The heaviest run of climbing days: one that agrees with its weekday and steps weighs more."""
    best: list[tuple[float, int]] = []
    for place, day in enumerate(days):
        own, before = _weight(day, weekdays.get(place)), -1
        total = own
        for earlier in range(place):
            other = days[earlier]
            if day is None or other is None or other >= day:
                continue
            joined = best[earlier][0] + own + (day - other == timedelta(place - earlier))
            if joined > total:
                total, before = joined, earlier
        best.append((total, before))
    place = max(range(len(days)), key=lambda at: best[at][0])
    kept: dict[int, date] = {}
    while place >= 0:
        day = days[place]
        if day is not None:
            kept[place] = day
        place = best[place][1]
    return dict(sorted(kept.items()))


def _weight(day: date | None, stated: frozenset[int] | None) -> float:
    """What a day weighs in a run."""
    if day is None:
        return -1.0
    return 4.0 if not stated else (6.0 if day.weekday() in stated else 3.0)


def _left(place: int, kept: Mapping[int, date], stated: frozenset[int]) -> date | None:
    """The only date that fits between the neighbours, or that the weekday singles out of them."""
    before = max((at for at in kept if at < place), default=None)
    after = min((at for at in kept if at > place), default=None)
    if before is not None and after is not None:
        first, last = kept[before], kept[after]
        if (last - first).days == after - before:
            return first + timedelta(place - before)
        between = [first + timedelta(step) for step in range(1, min((last - first).days, 15))]
        fitting = [day for day in between if day.weekday() in stated]
        return fitting[0] if len(fitting) == 1 and after - before == 2 else None
    if before is not None:
        day = kept[before] + timedelta(place - before)
    elif after is not None:
        day = kept[after] - timedelta(after - place)
    else:
        return None
    return day if day.weekday() in stated else None
