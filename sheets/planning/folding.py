"""Lines that no longer apply since long: hidden in a group at the bottom, people's words in them.

Their marks say that they are folded, so that each is folded once: whoever opens the group, takes a
row out of it or shows the rows again finds them so after the next run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sheets.planning.marks import Mark, Name
from sheets.planning.sequence import Item, runs
from sheets.planning.wire import Request, dimension, size


def folded(mark: Mark, day: str, after: int | None) -> Mark:
    """The mark of a line that no longer applies, folded where that is ``after`` days ago.

    ``day`` is the run's (ISO, or "-"); without ``after`` no line is.
    """
    if mark.folded or after is None or "-" in (day, mark.resolved) or not mark.resolved:
        return mark
    due = date.fromisoformat(mark.resolved) + timedelta(days=after)
    return replace(mark, folded=True) if date.fromisoformat(day) >= due else mark


def folded_below(rows: Sequence[Item[Name]], names: Collection[Name]) -> tuple[Item[Name], ...]:
    """The rows with those of ``names`` behind the last of the others that is ours."""
    stay = [item for item in rows if item.name not in names]
    away = [item for item in rows if item.name in names]
    after = max((place for place, item in enumerate(stay) if item.name), default=-1) + 1
    return (*stay[:after], *away, *stay[after:])


def fold(sheet: int, rows: Iterable[int], *, first: bool) -> list[Request]:
    """Group rows and hide them; ``first`` says that no row of the tab is in a group yet.

    A group that touches another is one with it, and Google refuses to close one that there is not:
    only the first is sure to be there as it was made.
    """
    requests: list[Request] = []
    for start, end in runs(sorted(rows)):
        span = dimension(sheet, "ROWS", start, end)
        requests.append({"addDimensionGroup": {"range": span}})
        if first:
            group = {"range": span, "depth": 1, "collapsed": True}
            requests.append(
                {"updateDimensionGroup": {"dimensionGroup": group, "fields": "collapsed"}}
            )
        requests.append(size(sheet, "ROWS", start, end, hiddenByUser=True))
    return requests


def unfold(sheet: int, rows: Iterable[int]) -> list[Request]:
    """Show rows that apply again."""
    return [
        size(sheet, "ROWS", start, end, hiddenByUser=False) for start, end in runs(sorted(rows))
    ]
