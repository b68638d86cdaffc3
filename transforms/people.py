"""Who is who: a day-out-of-days' elements on the cast and crew lists, joined on evidence only.

An element is on the cast list where the number is the same and the names do not contradict it, or
where its name is exactly a role's or a performer's (case, accents and punctuation apart). A shared
first name proves nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from model.table import Dood, Table
from transforms.records import Record, records

_THINGS = frozenset(
    {
        *("vehicle", "vehicles", "car", "cars", "prop", "props", "equipment", "gear"),
        *("set", "sets", "location", "locations", "stage", "stages", "animal", "animals"),
        *("extras", "background", "bg", "makeup", "wardrobe", "sfx", "vfx", "music", "sound"),
    }
)
"""Words in a tab's title that say its elements are no cast."""


def fold(name: object) -> str:
    """A name as it is compared: without case, accents, punctuation and double spaces."""
    if not isinstance(name, str):
        return ""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", plain.casefold()))


def is_full(folded: str) -> bool:
    """Whether a folded name has a first and a last part, enough to tell people apart."""
    return " " in folded


@dataclass(frozen=True, slots=True)
class Roster:
    """What the elements of the (merged) day-out-of-days are. Keyed by element label."""

    key: Mapping[int, str]
    """One key for one element, on however many rows and tabs."""
    person: Mapping[int, str]
    """One key for one person, in however many roles; the element's own key where unknown."""
    shown: Mapping[int, str]
    """The name to show, with the number where two elements share the name."""
    cast: Mapping[int, tuple[int, ...]]
    """The labels of the element's lines on the cast list."""
    crew: Mapping[int, tuple[int, ...]]
    """The labels of its lines on the crew list, by full name."""
    cast_places: frozenset[int]
    """The day-out-of-days (by place) that are about the cast list's people."""
    people: frozenset[int]
    """Elements that may be people: not those of a tab titled for vehicles, sets and the like."""
    sure: frozenset[int]
    """Elements that a number, a full name or a list identifies."""


def roster(dood: Dood, cast: Table | None = None, crew: Table | None = None) -> Roster:
    """Join a day-out-of-days with the lists that there are."""
    elements = [(label, record) for label, record in records(dood.elements)]
    keys = _keys(elements)
    on_cast, places = _join_cast(elements, cast) if cast is not None else ({}, frozenset[int]())
    on_crew = _join_by_full_name(elements, crew) if crew is not None else {}
    persons = dict(keys)
    for label, _ in elements:
        name = _performer(cast, on_cast.get(label, ())) or _performer(crew, on_crew.get(label, ()))
        if name:
            persons[label] = f"person {name}"
    titles = {number: set(fold(place.tab).split()) for number, place in enumerate(dood.places)}
    return Roster(
        key=keys,
        person=persons,
        shown=_shown(elements),
        cast=on_cast,
        crew=on_crew,
        cast_places=places,
        people=frozenset(
            label
            for label, element in elements
            if label in on_cast or label in on_crew or not titles[element["place"]] & _THINGS
        ),
        sure=frozenset(
            label
            for label, element in elements
            if element["element_id"] or is_full(fold(element["name"])) or label in on_cast
        ),
    )


def _number(record: Record) -> str:
    """An element's number as it is compared; "" for none."""
    return str(record.get("element_id") or "").strip().casefold()


def _keys(elements: Iterable[tuple[int, Record]]) -> dict[int, str]:
    """Number and name together; a name without a number takes the only number that bears it."""
    elements = list(elements)
    numbers: dict[str, set[str]] = defaultdict(set)
    for _, element in elements:
        if _number(element):
            numbers[fold(element["name"])].add(_number(element))
    keys = {}
    for label, element in elements:
        name, number = fold(element["name"]), _number(element)
        if not number and name and len(numbers[name]) == 1:
            number = next(iter(numbers[name]))
        keys[label] = f"{number}.{name}"
    return keys


def _shown(elements: Sequence[tuple[int, Record]]) -> dict[int, str]:
    """Names as typed; two numbers that bear one name are told apart: "COP (30)"."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for _, element in elements:
        bearers[fold(element["name"])].add(_number(element))
    shown = {}
    for label, element in elements:
        name, number = str(element["name"] or ""), str(element["element_id"] or "")
        alone = len(bearers[fold(name)]) == 1
        shown[label] = (name if alone else f"{name} ({number})") if name else f"no. {number}"
    return shown


def _join_cast(
    elements: Sequence[tuple[int, Record]], cast: Table
) -> tuple[dict[int, tuple[int, ...]], frozenset[int]]:
    """Join by number and by name, and say which tabs are about the cast at all.

    A tab is, where the number *and* a name agree for at least one of its elements, or a name alone
    does; a list that has no roles is told by its numbers, where most of them are on it.
    """
    listed = list(records(cast.frame))
    by_number, by_name = _cast_index(listed)
    joined: dict[int, tuple[int, ...]] = {}
    strong: set[int] = set()
    weak: dict[int, list[bool]] = defaultdict(list)
    rows = dict(listed)
    for label, element in elements:
        name, number = fold(element["name"]), _number(element)
        numbered = [row for row in by_number.get(number, ()) if _agree(name, rows[row])]
        named = [
            row for row in by_name.get(name, ()) if _number(rows[row]) in ("", number) or not number
        ]
        if found := numbered or named:
            joined[label] = tuple(found)
            proven = bool(named) or any(rows[row].get("role") for row in numbered)
            strong |= {element["place"]} if proven else set()
        weak[element["place"]].append(bool(found))
    by_numbers = {place for place, hits in weak.items() if sum(hits) * 2 >= len(hits)}
    places = frozenset(strong | by_numbers) if joined else frozenset[int]()
    place_of = {label: element["place"] for label, element in elements}
    return {label: found for label, found in joined.items() if place_of[label] in places}, places


def _cast_index(
    listed: Iterable[tuple[int, Record]],
) -> tuple[Mapping[str, list[int]], Mapping[str, list[int]]]:
    """The cast list's lines by number, and by role and performer."""
    by_number: dict[str, list[int]] = defaultdict(list)
    by_name: dict[str, list[int]] = defaultdict(list)
    for label, row in listed:
        if number := _number(row):
            by_number[number].append(label)
        for name in {fold(row.get("role")), fold(row.get("name"))} - {""}:
            by_name[name].append(label)
    return by_number, by_name


def _agree(name: str, row: Record) -> bool:
    """Whether an element's name does not contradict a cast line of the same number.

    Contradiction is two roles without a word in common; a line without a role cannot contradict.
    """
    role = set(fold(row.get("role")).split())
    known = role | set(fold(row.get("name")).split())
    return not name or not role or bool(set(name.split()) & known)


def _join_by_full_name(
    elements: Iterable[tuple[int, Record]], crew: Table
) -> dict[int, tuple[int, ...]]:
    """Elements that bear, in full, the name of somebody on the crew list."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for label, row in records(crew.frame):
        if is_full(name := fold(row.get("name"))):
            by_name[name].append(label)
    return {
        label: tuple(by_name[name])
        for label, element in elements
        if (name := fold(element["name"])) in by_name
    }


def _performer(table: Table | None, labels: Sequence[int]) -> str:
    """The one full name that the list gives; "" where there is none, or more than one."""
    if table is None or "name" not in table.frame:
        return ""
    names = {fold(table.frame.at[label, "name"]) for label in labels}
    name = names.pop() if len(names) == 1 else ""
    return name if is_full(name) else ""


def codes(keys: Mapping[int, str], elements: pd.Series[int]) -> pd.Series[int]:
    """Number the keys in their own order, and give each element of a column its key's number."""
    number = {key: code for code, key in enumerate(sorted(set(keys.values())))}
    return elements.map({label: number[key] for label, key in keys.items()}).astype("int64")
