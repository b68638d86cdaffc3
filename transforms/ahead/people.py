"""Who comes, goes, travels and waits in the next days, by the day-out-of-days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pandas as pd

from transforms import words
from transforms.facts import Facts
from transforms.results import Ahead, Happening

_MARKED = {
    "start": Happening.START,
    "pickup": Happening.PICKUP,
    "travel": Happening.TRAVEL,
    "fitting": Happening.FITTING,
    "rehearsal": Happening.REHEARSAL,
    "drop": Happening.DROP,
    "finish": Happening.FINISH,
}


def events(facts: Facts, days: frozenset[date]) -> Iterator[Ahead]:
    """One for each performer and thing; a stretch of hold days is one."""
    marks = facts.booked
    marks = marks[marks["human"] & ~marks["place"].isin(list(facts.second_versions))]
    marks = marks.sort_values(["key", "ordinal"], kind="stable")
    ordinals = {day.toordinal() for day in days}
    yield from _marked(facts, marks, ordinals)
    yield from _unmarked_ends(facts, marks, ordinals)
    yield from _holds(facts, marks, ordinals)


def _marked(facts: Facts, marks: pd.DataFrame, ordinals: set[int]) -> Iterator[Ahead]:
    """What the sheet's own codes say."""
    soon = marks[marks["ordinal"].isin(ordinals)]
    for atom, what in _MARKED.items():
        for label in soon[soon[atom]].drop_duplicates(["key", "ordinal"]).index:
            yield _event(facts, soon, int(label), what)


def _unmarked_ends(facts: Facts, marks: pd.DataFrame, ordinals: set[int]) -> Iterator[Ahead]:
    """First and last work day of performers whose rows bear no start, or no finish.

    A mark that nobody can read may be what lacks.
    """
    work = marks[marks["work"]]
    for atom, keep, what in (
        ("start", "first", Happening.START),
        ("finish", "last", Happening.FINISH),
    ):
        bear = marks.loc[marks[atom] | marks["unknown"], "key"].unique()
        ends = work.drop_duplicates("key", keep="first" if keep == "first" else "last")
        for label in ends.index[ends["ordinal"].isin(ordinals) & ~ends["key"].isin(bear)]:
            yield _event(facts, marks, int(label), what)


def _holds(facts: Facts, marks: pd.DataFrame, ordinals: set[int]) -> Iterator[Ahead]:
    """Each stretch of holds between two work days, at its first day that is still to come."""
    days = marks[marks["work"] | marks["hold"]]
    days = days.assign(stretch=days.groupby("key")["work"].cumsum())
    left = days[days["hold"] & ~days["work"] & (days["ordinal"] >= min(ordinals))]
    left = left.drop_duplicates(["key", "ordinal"])
    first = left.groupby(["key", "stretch"])["ordinal"].transform("first")
    ends = days[days["work"]].drop_duplicates(["key", "stretch"])
    work = dict(zip(zip(ends["key"], ends["stretch"], strict=True), ends["ordinal"], strict=True))
    for (key, number), stretch in left[first.isin(ordinals)].groupby(["key", "stretch"]):
        last = int(stretch["ordinal"].iloc[-1])
        back = work.get((key, int(str(number)) + 1))
        detail = words.counted(len(stretch), "hold day")
        if len(stretch) > 1:
            detail += f", until {words.day(date.fromordinal(last))}"
        if back is not None:
            detail += f"; works again on {words.day(date.fromordinal(int(back)))}"
        held = _event(facts, marks, int(stretch.index[0]), Happening.HOLD, detail)
        yield replace(held, until=date.fromordinal(last))


def _event(
    facts: Facts, marks: pd.DataFrame, label: int, what: Happening, detail: str = ""
) -> Ahead:
    element = int(str(marks.at[label, "element"]))
    day = date.fromordinal(int(str(marks.at[label, "ordinal"])))
    number = str(facts.dood.elements.at[element, "element_id"] or "")
    name = str(facts.dood.elements.at[element, "name"] or "")
    who = ". ".join(part for part in (number, name) if part)
    return Ahead(day, what, who, detail, facts.mark_cell(label))
