"""When the schedules have each line of a cast or crew list at work: the first day and the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from model.table import CrewGrid
from transforms.facts import Facts

Days = Mapping[int, tuple[date, date]]
"""A line's label -> first and last day of work."""


def at_work(facts: Facts, kind: str) -> Days:
    """The work days of days-out-of-days and crew grids, for each line that has any."""
    marks = facts.attendance
    days = marks[marks["work"]].groupby("element")["ordinal"]
    first, last = days.min().to_dict(), days.max().to_dict()
    found: dict[int, tuple[date, date]] = {}
    for element, labels in _joined(facts, kind):
        if element not in first:
            continue
        own = date.fromordinal(int(first[element])), date.fromordinal(int(last[element]))
        for label in labels:
            known = found.get(label, own)
            found[label] = min(known[0], own[0]), max(known[1], own[1])
    return found


def _joined(facts: Facts, kind: str) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The elements that are on a list, with the labels of their lines there."""
    if facts.table("dood") is not None:
        yield from (facts.roster.cast if kind == "cast" else facts.roster.crew).items()
    if kind == "crew":
        yield from facts.crew_days.lines.items()


def on_grid(grid: CrewGrid) -> Days:
    """The first and the last day of work of each line of a crew grid that has any."""
    return {person: (min(own), max(own)) for person, own in days_on_grid(grid).items()}


def days_on_grid(grid: CrewGrid) -> Mapping[int, Sequence[date]]:
    """The days of work of each line of a crew grid that has any."""
    marks = grid.marks[grid.marks["state"].isin(_WORK)]
    days: dict[int, list[date]] = {}
    for person, when in zip(marks["person"].tolist(), marks["date"].tolist(), strict=True):
        if isinstance(when, date):
            days.setdefault(int(person), []).append(when)
    return days


_WORK = ("work", "half", "hours")
"""The states of a crew grid's marks that are work."""
