"""Who is in the scenes of which day, and whether the day-out-of-days has them work on it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.cell import Cell
from transforms.facts import Facts
from transforms.people.cast_join import number_of
from transforms.people.names import fold
from transforms.planning.scenes import Scene, dated, is_second_unit
from transforms.records import records

_NOBODY = re.compile(
    r"\b(?:v ?o|o ?s|o ?c|vo|os|oc|voice|photo|phone|tv|video|off|recording|dbl|double|stunt|st|"
    r"stand ?in|body|hands?|feet|plate|omit|pd|dbls|doubles|s ?d)\b"
)
"""Words beside a number or a name that say that the performer is not there."""
_BARE = re.compile(r"0*(?P<number>[a-z]{0,2}\d[\d.]*[a-z]{0,2})(?P<rest>\W.*)?", re.IGNORECASE)
_PART_OF_PLAN = 3
_FEW = 8


@dataclass(frozen=True, slots=True)
class Absence:
    """An element in scenes of a day on which it does not work."""

    element: int
    day: date
    scenes: tuple[Scene, ...]
    cell: Cell
    """The element's cell of that day, blank or not."""
    what: str
    """What the day-out-of-days says instead, as "is on hold"."""


CalledDays = Mapping[tuple[int, date], Sequence[Scene]]


def called_days(facts: Facts) -> CalledDays:
    """(element, day) -> the scenes that it is in, where both sheets cover the day."""
    known = _elements(facts)
    covered = _covered(facts)
    found: dict[tuple[int, date], list[Scene]] = defaultdict(list)
    doubled = has_more_units(facts)
    for (unit, when), own in facts.once(dated).items():
        if doubled and is_second_unit(unit):
            continue
        for scene in own:
            for part in scene.cast:
                element = known.get(_key(part))
                if element is not None and when in covered[facts.roster.key[element]]:
                    found[element, when].append(scene)
    return dict(sorted(found.items(), key=lambda item: (item[0][1], item[0][0])))


def has_more_units(facts: Facts) -> bool:
    """Whether a unit of the one-liners has no day-out-of-days, so that doubles may work for it."""
    units = {unit for unit, _ in facts.once(dated)}
    return len(units) > len(units_scheduled(facts))


def units_scheduled(facts: Facts) -> frozenset[int]:
    """The days-out-of-days (by place) that are of people, each version of a plan once."""
    human = facts.marks.loc[facts.marks["human"], "place"]
    return frozenset(human.tolist()) - set(facts.second_versions)


def absences(facts: Facts) -> tuple[Absence, ...]:
    """The days on which elements are in scenes and do not work, in order."""
    marks = facts.marks
    working = marks[marks["work"] | marks["unknown"]]
    works = set(zip(_keys(facts, working), working["ordinal"].tolist(), strict=True))
    said: dict[tuple[str, int], int] = {}
    others = zip(_keys(facts, marks), marks["ordinal"].tolist(), marks.index.tolist(), strict=True)
    for key, ordinal, label in others:
        said.setdefault((key, ordinal), label)
    found = []
    for (element, when), own in facts.once(called_days).items():
        day = (facts.roster.key[element], when.toordinal())
        if day not in works:
            label = said.get(day)
            cell = _blank(facts, element, when) if label is None else facts.mark_cell(label)
            found.append(Absence(element, when, tuple(own), cell, _what(marks, label)))
    return tuple(found)


def are_two_plans(differing: int, of: int) -> bool:
    """Whether two sheets differ so often that they cannot be of one plan."""
    return differing > _FEW and differing * _PART_OF_PLAN > of


def _keys(facts: Facts, marks: pd.DataFrame) -> list[str]:
    return [facts.roster.key[element] for element in marks["element"].tolist()]


def _elements(facts: Facts) -> Mapping[str, int]:
    """A number, or a name, as a scene's cast has it -> the one element that bears it."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    places = facts.roster.cast_places or set(facts.marks.loc[facts.marks["human"], "place"])
    for element, record in records(facts.dood.elements):
        if record["place"] not in places or element in facts.roster.many:
            continue
        for key in {_key(number_of(record)), fold(record["name"])} - {""}:
            found[key].setdefault(facts.roster.key[element], element)
    return {key: next(iter(own.values())) for key, own in found.items() if len(own) == 1}


def _key(part: str) -> str:
    """What a scene's cast says, as it is compared; "" where nobody has to be there for it."""
    match = _BARE.fullmatch(part.strip())
    rest = match["rest"] or "" if match else part
    if _NOBODY.search(fold(rest)):
        return ""
    return match["number"].casefold().rstrip(".") if match else fold(part)


def _covered(facts: Facts) -> Mapping[str, frozenset[date]]:
    """An element's key -> the days that its sheets have."""
    days = facts.dood.days
    by_place = {
        int(str(place)): frozenset(when for when in own["date"] if isinstance(when, date))
        for place, own in days.groupby("place")
    }
    found: dict[str, frozenset[date]] = defaultdict(frozenset)
    for element, record in records(facts.dood.elements):
        found[facts.roster.key[element]] |= by_place.get(int(record["place"]), frozenset())
    return found


def _what(marks: pd.DataFrame, label: int | None) -> str:
    """What a mark that is no work says of the day."""
    if label is None:
        return "does not work"
    told = {
        "hold": "is on hold",
        "travel": "travels",
        "off": "is off",
        "rehearsal": "rehearses",
        "fitting": "has a fitting",
        "drop": "is dropped",
    }
    return next((said for name, said in told.items() if marks.at[label, name]), "does not work")


def _blank(facts: Facts, element: int, when: date) -> Cell:
    """Where an element's mark of a day would stand."""
    dood = facts.dood
    name = dood.element_cell(element)
    days = dood.days
    own = days[(days["place"] == dood.elements.at[element, "place"]) & (days["date"] == when)]
    if own.empty:
        return name
    day = dood.day_cell(int(own.index[0]))
    across = day.row < name.row
    return (
        Cell(name.tab, name.row, day.col, name.book)
        if across
        else Cell(name.tab, day.row, name.col, name.book)
    )
