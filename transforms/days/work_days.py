"""A day-out-of-days' marks with dates as numbers and elements as people, for rules to compute on.

Everything here is whole columns at once: a thousand people by three hundred days is small.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from model.table import ATOMS, Dood, unsure
from transforms.people.joining import Roster, codes


def marks(dood: Dood, roster: Roster) -> pd.DataFrame:
    """The marks that have a date, in the order of the sheet's cells.

    Index: the labels of ``dood.frame``. Columns: ``element`` and ``place``, ``row``, ``col``,
    ``ordinal`` (the date, as a day's number), ``key`` and ``person`` (numbers that stand for the
    roster's keys), ``human``, ``many`` (a line for several people), ``unknown`` (a mark that nobody
    can read, or an option, so that may be anything), ``half`` (half a day of a crew grid), and a
    boolean for each of :data:`model.table.ATOMS`.
    """
    ordinals = {
        label: when.toordinal()
        for label, when in dood.days["date"].items()
        if isinstance(when, date)
    }
    frame = dood.frame[["element", "place", "row", "col", *ATOMS]].astype(
        dict.fromkeys(ATOMS, "bool")
    )
    frame["unknown"] = unsure(dood.frame)
    frame["ordinal"] = dood.frame["day"].map(ordinals)
    frame = frame[frame["ordinal"].notna()].astype({"ordinal": "int64"})
    frame["key"] = codes(roster.key, frame["element"])
    frame["person"] = codes(roster.person, frame["element"])
    frame["human"] = frame["element"].isin(roster.people)
    frame["many"] = frame["element"].isin(roster.many)
    frame["half"] = False
    return frame.sort_values(["place", "row", "col"], kind="stable")


def runs(days: pd.DataFrame) -> pd.DataFrame:
    """Each person's runs of work days in a row, by the calendar, from what :func:`worked` gives.

    Returns:
        One record a run: ``person``, ``first`` and ``last`` (day numbers), ``length`` (days),
        ``start`` (the position of its first mark in ``days``).
    """
    begins = (days["person"] != days["person"].shift()) | (
        days["ordinal"] != days["ordinal"].shift() + 1
    )
    numbered = days.assign(run=begins.cumsum(), at=range(len(days)))
    grouped = numbered.groupby("run", sort=False)
    return pd.DataFrame(
        {
            "person": grouped["person"].first(),
            "first": grouped["ordinal"].first(),
            "last": grouped["ordinal"].last(),
            "length": grouped["ordinal"].size(),
            "start": grouped["at"].first(),
        }
    )


def worked(marks: pd.DataFrame) -> pd.DataFrame:
    """One mark a person and day of work, sorted by both."""
    days = marks[marks["work"] & marks["human"]]
    days = days.sort_values(["person", "ordinal"], kind="stable")
    return days.drop_duplicates(["person", "ordinal"])


def spans(marks: pd.DataFrame, by: str = "key") -> pd.DataFrame:
    """First and last work day (``first``, ``last``; day numbers) of each element that works."""
    days = marks[marks["work"]]
    grouped = days.groupby(by)["ordinal"]
    return pd.DataFrame({"first": grouped.min(), "last": grouped.max()})


def held_or_worked(marks: pd.DataFrame) -> pd.DataFrame:
    """One mark a key and day of work or hold, sorted by both; a day that is worked is not held."""
    days = marks[marks["work"] | marks["hold"]]
    days = days.sort_values(
        ["key", "ordinal", "work"], ascending=[True, True, False], kind="stable"
    )
    days = days.drop_duplicates(["key", "ordinal"])
    return days.assign(hold=~days["work"])


def stretches(marks: pd.DataFrame, by: str) -> pd.Series[int]:
    """Number the stretches of marks that follow each other day by day, for each value of ``by``.

    ``marks`` must be sorted by ``by`` and ``ordinal``.
    """
    begins = (marks[by] != marks[by].shift()) | (marks["ordinal"] > marks["ordinal"].shift() + 1)
    return begins.astype("int64").cumsum()


class Day(NamedTuple):
    """One mark as a plain value, for what is told of a few of many."""

    label: int
    element: int
    ordinal: int
    work: bool
    travel: bool
    hold: bool


def plain(days: pd.DataFrame) -> list[Day]:
    """The marks as plain values, in their order: much quicker to pick from than a frame."""
    columns = (days[name].tolist() for name in Day._fields[1:])
    return [Day(*values) for values in zip(days.index.tolist(), *columns, strict=True)]


def grouped(days: pd.DataFrame, by: str) -> Iterator[list[Day]]:
    """The marks as plain values, those that share ``by`` together; they must be sorted by it."""
    keyed = zip(days[by].tolist(), plain(days), strict=True)
    for _, those in groupby(keyed, key=itemgetter(0)):
        yield [day for _, day in those]
