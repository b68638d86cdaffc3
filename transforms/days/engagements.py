"""What each element's start and finish marks should agree with: its own work days."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import pandas as pd

from model.table import Dood
from schemas.people.film_jobs import is_film_job
from schemas.values.doubles import is_double
from transforms.people.cast_join import is_numbered
from transforms.people.joining import Roster
from transforms.records import records


def line_of(marks: pd.DataFrame) -> pd.Series[int]:
    """For each mark, its line, where somebody's lines on a tab are looked at one by one; else -1.

    They are where each both starts and finishes, as on two units of one tab.
    """
    whole = marks.groupby("element")[["start", "finish"]].transform("any").all(axis=1)
    apart = whole.groupby([marks["key"], marks["place"]]).transform("all")
    return marks["element"].where(apart, -1)


def works_after(marks: pd.DataFrame) -> pd.Series[int]:
    """For each mark, the last work day (day number) of the same element on the same tab."""
    return _bound(marks, "max")


def works_before(marks: pd.DataFrame) -> pd.Series[int]:
    """For each mark, the first work day (day number) of the same element on the same tab."""
    return _bound(marks, "min")


def _bound(marks: pd.DataFrame, which: Literal["min", "max"]) -> pd.Series[int]:
    """Marks of elements that never work get a bound that nothing is beyond: their own day."""
    days = marks["ordinal"].where(marks["work"])
    by = [marks["key"], marks["place"], line_of(marks)]
    bound: pd.Series[float] = days.groupby(by).transform(which)
    return bound.fillna(marks["ordinal"]).astype("int64")


def without(
    marks: pd.DataFrame, atom: str, other: str, loose: frozenset[int], *, last: bool
) -> pd.DataFrame:
    """The first (or last) work mark of elements that lack ``atom``, on tabs that use it.

    A tab uses it where most of its working elements bear it. ``other`` on that mark stands in for
    it: a pick-up for a start, a drop for a finish. An unknown mark beyond it may be what lacks. A
    line that stands for many has neither, nor have those of ``loose`` elements, who neither start
    nor finish.
    """
    work = marks[marks["work"] & ~marks["many"]].sort_values(["key", "ordinal"], kind="stable")
    bears = marks.groupby("key")[atom].any()
    engaged = (marks["start"] | marks["finish"]).groupby(marks["key"]).any()
    work = work[work["key"].map(engaged) | ~work["element"].isin(loose)]
    ends = work.drop_duplicates("key", keep="last" if last else "first")
    ends = ends.assign(bears=ends["key"].map(bears))
    usual = ends.groupby("place")["bears"].transform("mean") >= _MOST
    strange = marks[marks["unknown"]].groupby("key")["ordinal"]
    beyond = ends["key"].map(strange.max() if last else strange.min())
    maybe = beyond > ends["ordinal"] if last else beyond < ends["ordinal"]
    return ends[usual & ~ends["bears"] & ~ends[other] & ~maybe]


_MOST = 0.5


def loose(roster: Roster, dood: Dood) -> frozenset[int]:
    """The elements that may come and go without a start and a finish: those who are no cast.

    They are on no cast list, and stand on a tab of vehicles and the like or below a banner for
    others; or they have no role's number and are staff, a double, or among others that have one.
    """
    elements = list(records(dood.elements))
    numbers = Counter(element["place"] for _, element in elements if is_numbered(element))
    lines = Counter(element["place"] for _, element in elements)
    apart = roster.aside | {label for label, _ in elements if label not in roster.people}
    return frozenset(
        label
        for label, element in elements
        if label in apart
        or (
            not is_numbered(element)
            and (
                numbers[element["place"]] * 2 > lines[element["place"]]
                or label in roster.crew
                or is_film_job(str(element["name"] or ""))
                or is_double(element["name"])
            )
        )
    ) - frozenset(roster.cast)
