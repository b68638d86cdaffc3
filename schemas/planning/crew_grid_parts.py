"""Days of a crew grid that have a column for each unit.

"MU" and "2U" stand under every date; or all dates stand once for each unit, side by side.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from schemas.dood.dates import Heading
from schemas.dood.view import View
from schemas.headings import normal

_REACH = 3
"""Rows from the dates to the names of the units."""
_WHICH = (
    r"main|principale?|haupt|[123](?:st|nd|rd|e|eme|a|da|ra|re|er|ere)?|first|second|third|segunda|"
    r"deuxieme|zweite|splinter|aerial|[ab]"
)
_UNIT = re.compile(
    rf"mu|su|[123] ?u|u ?[123]|main|haupt\w*|principale?|1st|2nd|3rd|second|splinter|aerial|"
    rf"(?:(?:{_WHICH}) )?(?:unit|team|crew|einheit|unidad|equipe|equipo|unite)(?: (?:{_WHICH}))?"
)
"""What heads a unit's column of a day."""
_SURE = re.compile(
    r"mu|[123] ?u|u ?[123]|main\b.*|haupt.*|principal.*|.*\b(?:unit|einheit|unidad)\b.*"
)
"""What no two halves of a day or takes are called, as "1st" and "2nd" may be."""


def of_units(view: View, row: int, days: Mapping[int, Heading]) -> Mapping[int, Heading]:
    """The first column of each day, where the units have every date, touching or in turn."""
    firsts = _firsts(days)
    return firsts if find(view, row, view.height, firsts).units else days


def _firsts(days: Mapping[int, Heading]) -> Mapping[int, Heading]:
    """The first column of each day, where all are written as often; else the days as they are."""
    cols = sorted(days)
    once = list(dict.fromkeys(days[col] for col in cols))
    said = [days[col] for col in cols]
    times = len(cols) // len(once) if once else 0
    if times < 2 or said not in (once * times, [day for day in once for _ in range(times)]):
        return days
    return {cols[said.index(day)]: day for day in once}


@dataclass(frozen=True, slots=True)
class Parts:
    """The units' columns of every day; none where a day is one column."""

    row: int | None = None
    """Where the units are named."""
    units: Mapping[int, str] = field(default_factory=dict)
    """Column -> unit."""
    day_of: Mapping[int, int] = field(default_factory=dict)
    """Further column of a day -> its first."""


def find(view: View, row: int, last: int, days: Mapping[int, Heading]) -> Parts:
    """The units' columns, by what stands a few rows below a row of dates, or above it."""
    under = range(row + 1, min(last, row + _REACH) + 1)
    above = range(row - 1, max(0, row - _REACH - 1), -1)
    return _under_days(view, under, days) or _side_by_side(view, row, above, days) or Parts()


def _side_by_side(
    view: View, row: int, above: Sequence[int], days: Mapping[int, Heading]
) -> Parts | None:
    """The units of dates that are repeated for each, by the row above that names them all."""
    firsts = sorted(days)
    texts = [view.text(row, col) for col in firsts]
    further = [col for col in range(firsts[-1] + 1, view.width + 1) if view.text(row, col) in texts]
    blocks = [
        firsts,
        *(further[at : at + len(firsts)] for at in range(0, len(further), len(firsts))),
    ]
    if len(blocks) < 2 or any([view.text(row, col) for col in own] != texts for own in blocks):
        return None
    for title in above:
        named = [
            next(filter(None, (view.text(title, col) for col in range(own[0], own[-1] + 1))), "")
            for own in blocks
        ]
        if len(set(named)) == len(named) and _are_units(named):
            units = {col: name for own, name in zip(blocks, named, strict=True) for col in own}
            day_of = {
                col: first for own in blocks[1:] for first, col in zip(firsts, own, strict=True)
            }
            return Parts(None, units, day_of)
    return None


def _under_days(view: View, rows: Sequence[int], days: Mapping[int, Heading]) -> Parts | None:
    """The units under the days, of the first row that has two or more, the same under each."""
    firsts = sorted(days)
    width = min((after - before for before, after in pairwise(firsts)), default=0)
    for row in rows if width > 1 else ():
        labels = [[view.text(row, col + step) for step in range(width)] for col in firsts]
        named = [label for label in labels[0] if label]
        whole = labels[0][: len(named)] == named and len(set(named)) == len(named) > 1
        if whole and all(own == labels[0] for own in labels) and _are_units(named):
            columns = [(col, step) for col in firsts for step in range(len(named))]
            return Parts(
                row,
                {col + step: named[step] for col, step in columns},
                {col + step: col for col, step in columns if step},
            )
    return None


def _are_units(labels: Sequence[str]) -> bool:
    said = [normal(label) for label in labels]
    return all(map(_UNIT.fullmatch, said)) and any(map(_SURE.fullmatch, said))
