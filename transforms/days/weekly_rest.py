"""Weeks in which somebody has too few days off in a row, as far as dates can tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.days import work_days

Numbers = npt.NDArray[Any]

WEEK = 7
LONG_RUN = 6
"""Runs from this length on are findings of their own."""


@dataclass(frozen=True, slots=True)
class RestlessStretch:
    """Work days of one person (positions in the days looked at) without a rest among them."""

    days: tuple[int, ...]
    """The work days of the weeks that lack the rest, in order."""
    taken: int
    """The first work day that comes too soon after a free one."""


def restless(days: pd.DataFrame, free: int) -> list[RestlessStretch]:
    """The stretches of people's days in which seven days have fewer than ``free`` free ones.

    ``days`` is what :func:`transforms.days.work_days.worked` gives. Only weeks count that begin or
    end on a work day and lie between two rests of ``free`` days in a row. Weeks that touch a run of
    :data:`LONG_RUN` days are left to those rules.
    """
    if days.empty:
        return []
    person, when = (days[name].to_numpy("int64") for name in ("person", "ordinal"))
    gap = np.where(np.diff(person, prepend=-1) == 0, np.diff(when, prepend=0), WEEK * WEEK)
    stretch = np.cumsum(gap > free)
    keys, at = _keys(person, when), np.arange(len(days))
    long = np.concatenate(([0], np.cumsum(_in_long_runs(days))))
    weeks = (
        (at, np.searchsorted(keys, _keys(person, when + WEEK)), when + WEEK - 1),
        (np.searchsorted(keys, _keys(person, when - WEEK + 1)), at + 1, when),
    )
    first = when[np.searchsorted(stretch, stretch, side="left")]
    last = when[np.searchsorted(stretch, stretch, side="right") - 1]
    found: dict[int, set[int]] = {}
    for begins, ends, end in weeks:
        bad = (last >= end) & (first <= end - WEEK + 1) & (ends - begins > WEEK - free)
        bad &= long[ends] - long[begins] == 0
        for begin, stop, number in zip(begins[bad], ends[bad], stretch[bad], strict=True):
            found.setdefault(int(number), set()).update(range(begin, stop))
    return [_stretch(sorted(found[number]), gap) for number in sorted(found)]


def _stretch(days: list[int], gap: Numbers) -> RestlessStretch:
    return RestlessStretch(tuple(days), next((day for day in days[1:] if gap[day] > 1), days[0]))


def _keys(person: Numbers, when: Numbers) -> Numbers:
    """One number for a person and a day, in the order of both."""
    keys: Numbers = person * 10_000_000 + when
    return keys


def _in_long_runs(days: pd.DataFrame) -> Numbers:
    """For each day, whether it is one of a run that has a finding of its own."""
    runs = work_days.runs(days)
    flags: Numbers = np.repeat((runs["length"] >= LONG_RUN).to_numpy(), runs["length"].to_numpy())
    return flags
