"""What each element's start and finish marks should agree with: its own work days."""

from __future__ import annotations

from typing import Literal

import pandas as pd


def works_after(marks: pd.DataFrame) -> pd.Series[int]:
    """For each mark, the last work day (day number) of the same element on the same tab."""
    return _bound(marks, "max")


def works_before(marks: pd.DataFrame) -> pd.Series[int]:
    """For each mark, the first work day (day number) of the same element on the same tab."""
    return _bound(marks, "min")


def _bound(marks: pd.DataFrame, which: Literal["min", "max"]) -> pd.Series[int]:
    """Marks of elements that never work get a bound that nothing is beyond: their own day."""
    days = marks["ordinal"].where(marks["work"])
    bound: pd.Series[float] = days.groupby([marks["key"], marks["place"]]).transform(which)
    return bound.fillna(marks["ordinal"]).astype("int64")


def without(marks: pd.DataFrame, atom: str, other: str, *, last: bool) -> pd.DataFrame:
    """The first (or last) work mark of elements that lack ``atom``, on tabs that use it.

    A tab uses it where most of its working elements bear it. ``other`` on that mark stands in for
    it: a pick-up for a start, a drop for a finish. An unknown mark beyond it may be what lacks. A
    line that stands for many has neither.
    """
    work = marks[marks["work"] & ~marks["many"]].sort_values(["key", "ordinal"], kind="stable")
    bears = marks.groupby("key")[atom].any()
    ends = work.drop_duplicates("key", keep="last" if last else "first")
    ends = ends.assign(bears=ends["key"].map(bears))
    usual = ends.groupby("place")["bears"].transform("mean") >= _MOST
    strange = marks[marks["unknown"]].groupby("key")["ordinal"]
    beyond = ends["key"].map(strange.max() if last else strange.min())
    maybe = beyond > ends["ordinal"] if last else beyond < ends["ordinal"]
    return ends[usual & ~ends["bears"] & ~ends[other] & ~maybe]


_MOST = 0.5
