"""What a day is to a whole unit: a shooting day, a holiday, a company move."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from transforms import words
from transforms.days.schedule import shoot_dates
from transforms.facts import Facts
from transforms.results import Ahead, Happening


def events(facts: Facts, days: frozenset[date]) -> Iterator[Ahead]:
    """Every unit's days. A unit is a day-out-of-days of people; of two versions the first."""
    people = facts.marks[facts.marks["human"]]
    units = sorted({int(place) for place in people["place"]} - set(facts.second_versions))
    for unit in units:
        named = facts.dood.places[unit].tab if len(units) > 1 else ""
        own = people[people["place"] == unit]
        yield from _shoot_days(facts, own, unit, days, named)
        yield from _company_days(facts, own, unit, days, named)
    for when, holiday in facts.holidays.items():
        columns = [_column(facts, unit, when) for unit in units] if when in days else []
        for column in [column for column in columns if column is not None][:1]:
            kept_by = f"kept by: {', '.join(holiday.kept_by)}"
            at = facts.dood.day_cell(column)
            yield Ahead(when, Happening.HOLIDAY, holiday.name, kept_by, at)


def _column(facts: Facts, unit: int, when: date) -> int | None:
    """The label of a date's column on a unit's sheet."""
    table = facts.dood.days
    own = table[(table["place"] == unit) & (table["date"] == when)]
    return None if own.empty else int(own.index[0])


def _shoot_days(
    facts: Facts, own: pd.DataFrame, unit: int, days: frozenset[date], named: str
) -> Iterator[Ahead]:
    """Shooting days, by the sheet's numbers; counted where one sheet is the whole schedule."""
    dates = shoot_dates(facts.dood, unit)
    working = own[own["work"]].groupby("ordinal")["key"].nunique()
    for number, when in enumerate(dates, 1):
        column = _column(facts, unit, when) if when in days else None
        if column is None:
            continue
        performers = int(working.get(when.toordinal(), 0))
        verb = "works" if performers == 1 else "work"
        detail = f"{words.counted(performers, 'performer')} {verb}"
        stated = facts.dood.days.get("shoot_day", pd.Series(dtype=object)).get(column)
        own_number = f"day {int(stated)}" if pd.notna(stated) else ""
        said = [named, own_number] if named else [f"day {number} of {len(dates)}"]
        who = ", ".join(filter(None, said))
        yield Ahead(when, Happening.SHOOT, who, detail, facts.dood.day_cell(column))


def _company_days(
    facts: Facts, own: pd.DataFrame, unit: int, days: frozenset[date], named: str
) -> Iterator[Ahead]:
    """Days off for everybody, but for weekends that are never worked; and moves."""
    worked = {date.fromordinal(day).weekday() for day in own.loc[own["work"], "ordinal"].unique()}
    for ordinal, marks in own.groupby("ordinal"):
        when = date.fromordinal(int(str(ordinal)))
        column = _column(facts, unit, when) if when in days else None
        if column is None:
            continue
        at = facts.dood.day_cell(column)
        usual = when.weekday() < _SATURDAY or when.weekday() in worked
        if marks["off"].all() and usual:
            yield Ahead(when, Happening.COMPANY_HOLIDAY, named or "everybody", "", at)
        if marks["move"].any():
            cells = tuple(facts.mark_cell(int(label)) for label in marks.index[marks["move"]])
            yield Ahead(when, Happening.MOVE, named or "everybody", "", at, cells[:1])


_SATURDAY = 5
