"""Drops and pick-ups: those that a schedule has, and those that an agreement would allow."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from transforms.agreements import Agreement, Figure, FigureName
from transforms.days import work_days
from transforms.facts import Facts


def pickups(marks: pd.DataFrame) -> pd.DataFrame:
    """Each pick-up with the drop before it.

    Index: the pick-up's label. Columns: ``key``, ``element``, ``picked`` (day number), and ``drop``
    and ``dropped`` (the drop's label and day number; missing where no drop came before it). A
    pick-up after a mark that nobody knows is left out: that may be the drop. A line that stands
    there again drops and picks nobody up twice.
    """
    events = marks[marks["drop"] | marks["pickup"] | marks["unknown"]]
    events = events.sort_values(["key", "ordinal"], kind="stable")
    events = events.drop_duplicates(["key", "ordinal", "drop", "pickup", "unknown"])
    same = events["key"] == events["key"].shift()
    after_drop = same & events["drop"].shift(fill_value=False)
    before = pd.Series(events.index, index=events.index).shift().where(after_drop)
    paired = pd.DataFrame(
        {
            "key": events["key"],
            "element": events["element"],
            "picked": events["ordinal"],
            "drop": before,
            "dropped": events["ordinal"].shift().where(after_drop),
        }
    )
    return paired[events["pickup"] & ~(same & events["unknown"].shift(fill_value=False))]


@dataclass(frozen=True, slots=True)
class DropLimit:
    """How long a drop must last for an element, and how many it may have, with the clauses."""

    agreement: Agreement
    days: Figure
    allowed: Figure | None

    def long_enough(self, dropped: int, picked: int) -> bool:
        """Whether the pick-up comes more than the agreed days after the drop (day numbers)."""
        return picked - dropped > self.days.value


def limit(facts: Facts, element: int) -> DropLimit | None:
    """What the agreement that governs an element says of drops; ``None`` where none does.

    The days for a shoot in the agreement's own country hold, unless the settings count another
    country's holidays, which says that the shoot goes there.
    """
    agreed = facts.agreed(element, FigureName.DROP_DAYS)
    if agreed is None:
        return None
    agreement, days = agreed
    countries = {country.partition("-")[0] for country in facts.production.holidays}
    if countries - {agreement.country}:
        days = agreement.figures.get(FigureName.DROP_DAYS_ABROAD, days)
    return DropLimit(agreement, days, agreement.figures.get(FigureName.DROPS_ALLOWED))


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without work between two work days of one element. Day numbers and mark labels."""

    key: int
    element: int
    last: int
    next: int
    next_label: int
    holds: int


def best_drops(facts: Facts) -> dict[int, Gap]:
    """For each key, the gap that a legal drop would save the most hold days in.

    Elements that have used up the drops that they are allowed have none.
    """
    marks = facts.booked
    used = marks[marks["drop"]].groupby("key").size()
    best: dict[int, Gap] = {}
    for gap in _gaps(marks):
        limits = limit(facts, gap.element)
        if limits is None or not limits.long_enough(gap.last, gap.next):
            continue
        if limits.allowed is not None and used.get(gap.key, 0) >= limits.allowed.value:
            continue
        if gap.key not in best or gap.holds > best[gap.key].holds:
            best[gap.key] = gap
    return best


def longest_gaps(facts: Facts) -> dict[int, Gap]:
    """For each key, the longest gap between two work days that has hold days in it."""
    longest: dict[int, Gap] = {}
    for gap in _gaps(facts.booked, shortest=1):
        known = longest.get(gap.key)
        if known is None or gap.next - gap.last > known.next - known.last:
            longest[gap.key] = gap
    return longest


def _gaps(marks: pd.DataFrame, shortest: int = 7) -> list[Gap]:
    """Gaps with hold days in them, ``shortest`` days or longer, in the order of the days.

    Those of less than a week are no drop under any agreement, and would only be slow to look at.
    """
    days = work_days.held_or_worked(marks[marks["human"]])
    held = days["hold"].groupby(days["key"]).cumsum()
    work = days.assign(held=held)[days["work"]]
    before = work.shift()
    gaps = work.assign(last=before["ordinal"], holds=work["held"] - before["held"])[
        (work["key"] == before["key"]) & (work["ordinal"] - before["ordinal"] >= shortest)
    ]
    gaps = gaps[gaps["holds"] > 0]
    columns = ("key", "element", "last", "ordinal", "holds")
    values = zip(*(gaps[name].astype("int64").tolist() for name in columns), strict=True)
    return [
        Gap(key, element, last, picked, int(label), holds)
        for label, (key, element, last, picked, holds) in zip(gaps.index, values, strict=True)
    ]
