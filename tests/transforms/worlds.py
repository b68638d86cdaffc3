"""Random schedules, small and wild, as facts: for rules to be held against plain ones.

A world is a cast on one or two units: roles with work, holds, drops and whatever else a hand may
mark, deals with dates, days off, shooting numbers and weekdays that may be wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

import pandas as pd

from model.table import Dood, Place, Table
from tests.transforms.sheets import production
from transforms.facts import Facts

FIRST_ROW, FIRST_COL = 4, 2
LETTERS = {
    "S": "start", "W": "work", "F": "finish", "H": "hold", "D": "drop", "P": "pickup",
    "R": "rehearsal", "/": "off", "M": "move", "TR": "travel", "FT": "fitting",
}  # fmt: skip
WILD = ("W", "W", "W", "SW", "WF", "H", "H", "WD", "PW", "TR", "R", "FT", "/", "D", "SWD", "PWF")


def atoms(code: str) -> frozenset[str]:
    """What a code is made of: "SW" is a start and work."""
    return frozenset({LETTERS[code]} if code in LETTERS else (LETTERS[letter] for letter in code))


@dataclass
class Row:
    """One line of a unit: a role with its number, and the code of each day that has one."""

    number: str
    role: str
    marks: dict[date, str]


@dataclass
class Unit:
    """One day-out-of-days. ``shoot`` and ``weekdays`` are what the sheet says above a day."""

    days: list[date]
    rows: list[Row]
    shoot: dict[date, str] = field(default_factory=dict)
    weekdays: dict[date, int] = field(default_factory=dict)


@dataclass
class Deal:
    """A line of the cast list."""

    number: str
    role: str
    performer: str | None
    start: date | None
    end: date | None


@dataclass
class World:
    """One production's schedule."""

    units: list[Unit]
    cast: list[Deal]


def world(chance: Random, number: int) -> World:
    """A random world; ``number`` keeps its roles apart from those of other worlds."""
    first = date(2026, 3, 2) + timedelta(chance.randrange(120))
    span = [first + timedelta(day) for day in range(chance.randrange(4, 32))]
    cast = [_deal(chance, number, place, span) for place in range(chance.randrange(1, 5))]
    units = [_unit(chance, cast, span) for _ in range(chance.choice((1, 1, 2)))]
    return World(units, cast)


def _deal(chance: Random, number: int, place: int, span: Sequence[date]) -> Deal:
    """A role; now and then two of a world are one performer's."""
    start, end = sorted((chance.choice(span), chance.choice(span)))
    return Deal(
        number=str(number * 10 + place + 1),
        role=f"ROLE {_letters(number)} {'ABCD'[place]}",
        performer=f"Zoe {_letters(number)}" if chance.random() < 0.25 else None,
        start=start if chance.random() < 0.5 else None,
        end=end if chance.random() < 0.5 else None,
    )


def _letters(number: int) -> str:
    """A number as letters that look like no other number's."""
    return "".join("BCDFGHJKLM"[int(figure)] * 3 for figure in f"{number:03}")


def _unit(chance: Random, cast: Sequence[Deal], span: Sequence[date]) -> Unit:
    days = [day for day in span if day.weekday() < 6 or chance.random() < 0.7]
    days = days or list(span)
    rows = [
        Row(deal.number, deal.role, _marks(chance, days))
        for deal in cast
        for _ in range(chance.choice((1, 1, 1, 1, 0, 2)))
    ]
    unit = Unit(days, rows or [Row(cast[0].number, cast[0].role, _marks(chance, days))])
    if chance.random() < 0.5:
        unit.shoot = _numbers(chance, days)
    if chance.random() < 0.5:
        unit.weekdays = {
            day: day.weekday() if chance.random() < 0.95 else chance.randrange(7) for day in days
        }
    return unit


def _marks(chance: Random, days: Sequence[date]) -> dict[date, str]:
    """A row's marks: mostly as they should be, now and then anything anywhere."""
    kind = chance.random()
    if kind < 0.3:
        filled = chance.uniform(0.3, 1)
        return {day: chance.choice(WILD) for day in days if chance.random() < filled}
    begin, end = sorted((chance.randrange(len(days)), chance.randrange(len(days))))
    if kind > 0.85 and len(days) > 14:
        return {days[0]: "SW", **dict.fromkeys(days[2:-1], "H"), days[1]: "W", days[-1]: "WF"}
    own, off = list(days[begin : end + 1]), chance.choice((0.0, 0.05, 0.3))
    marks = {day: "W" for day in own if chance.random() >= off}
    held = chance.choice((0.0, 0.2, 0.8))
    marks |= {day: "H" for day in own if day not in marks and chance.random() < held}
    if len(own) > 4 and chance.random() < 0.4:
        drop, pick = sorted(chance.sample(range(1, len(own)), 2))
        marks = {day: code for day, code in marks.items() if not own[drop] < day < own[pick]}
        marks |= {own[drop]: "WD", own[pick]: "PW"}
    marks[own[0]] = "SW" if len(own) > 1 else "SWF"
    if len(own) > 1:
        marks[own[-1]] = "WF"
    return marks


def _numbers(chance: Random, days: Sequence[date]) -> dict[date, str]:
    """Shooting numbers, with days off between them and a slip now and then."""
    found, number = {}, 1
    for day in days:
        if chance.random() < 0.85:
            found[day] = str(number)
            number += 1 if chance.random() < 0.95 else chance.randrange(3)
    return found


def facts(worlds: Sequence[World]) -> Facts:
    """All the worlds as one production under SAG-AFTRA's theatrical agreement."""
    made = production(agreements="sag-aftra-theatrical-2023", holidays=())
    units = [unit for each in worlds for unit in each.units]
    return Facts([_dood(units), _cast([deal for each in worlds for deal in each.cast])], made)


def _dood(units: Sequence[Unit]) -> Dood:
    """All units as reading would make them, each on a tab of its own."""
    days: list[dict[str, object]] = []
    elements: list[dict[str, object]] = []
    marks: list[dict[str, object]] = []
    for place, unit in enumerate(units):
        columns = {day: FIRST_COL + number for number, day in enumerate(unit.days)}
        labels = {day: len(days) + number for number, day in enumerate(unit.days)}
        days += [_day(unit, day, place, col) for day, col in columns.items()]
        for number, row in enumerate(unit.rows, start=FIRST_ROW):
            said = {"element_id": row.number, "name": row.role, "row": number, "place": place}
            for day, code in sorted(row.marks.items()):
                where = {"element": len(elements), "day": labels[day], "col": columns[day]}
                kinds = {name: name in atoms(code) for name in LETTERS.values()}
                marks.append(said | where | kinds | {"date": day, "text": code, "code": code})
            elements.append(said | {"col": 1})
    frame = pd.DataFrame(marks).astype(dict.fromkeys(LETTERS.values(), bool))
    return Dood(
        kind="dood",
        frame=frame.astype(dict.fromkeys(("element_id", "name", "date", "text", "code"), object)),
        places=tuple(Place(f"U{place}", {"element_id": 1}, "book") for place in range(len(units))),
        elements=pd.DataFrame(elements).astype({"element_id": object, "name": object}),
        days=pd.DataFrame(days).astype({"date": object, "shoot_day": object, "weekday": object}),
    )


def _day(unit: Unit, day: date, place: int, col: int) -> dict[str, object]:
    """What stands above a day."""
    stated = day in unit.weekdays
    return {
        "date": day, "row": 1, "col": col, "place": place,
        "weekday": "Abc" if stated else None,
        "weekday_means": frozenset({unit.weekdays[day]} if stated else ()),
        "weekday_row": 2, "weekday_col": col,
        "shoot_day": unit.shoot.get(day), "shoot_day_row": 3, "shoot_day_col": col,
        "unit_day": False,
    }  # fmt: skip


def _cast(deals: Sequence[Deal]) -> Table:
    """The cast list of all worlds."""
    values = {
        "element_id": [deal.number for deal in deals],
        "role": [deal.role for deal in deals],
        "name": [deal.performer for deal in deals],
        "start_date": [deal.start for deal in deals],
        "end_date": [deal.end for deal in deals],
    }
    index = pd.RangeIndex(2, 2 + len(deals))
    frame = pd.DataFrame({name: pd.Series(own, index, object) for name, own in values.items()})
    columns = {name: number for number, name in enumerate(values, start=1)}
    return Table(kind="cast", frame=frame, places=(Place("Cast", columns, "book"),))
