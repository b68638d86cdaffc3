"""Who is who: a day-out-of-days' elements on the cast and crew lists, joined on evidence only.

An element is on the cast list where the number is the same and the names do not contradict it, or
where its name is a role's or a performer's. Names of people are told by
:mod:`transforms.people.identities`. A shared first name proves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from model.cell import Cell
from model.table import Dood, Table
from schemas.people.film_jobs import is_film_job
from schemas.values.doubles import is_many
from transforms.days.units import named
from transforms.people.cast_join import CastJoin, is_numbered, join_cast, number_of, role_key
from transforms.people.identities import Identities, Mention, identities
from transforms.people.names import fold, is_full, is_one, name
from transforms.people.sections import CROWDS, THINGS, is_no_cast
from transforms.records import Record, records

__all__ = ["Roster", "codes", "fold", "is_full", "roster", "who_is_who"]

_PERFORMING = "performer actor actress cast principal player stunt"
"""What a performer's job is called where a payroll says it."""

_Elements = Sequence[tuple[int, Record]]


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
    """Elements that may be one person each: not those of a tab titled for vehicles, sets and the
    like, nor a line for many ("EXTRAS", "COPS (x4)")."""
    aside: frozenset[int]
    """Elements below a banner that says that they are no cast, and that are on no cast list."""
    many: frozenset[int]
    """Elements that stand for many, who may be in two places at once."""
    sure: frozenset[int]
    """Elements that a number, a full name or a list identifies."""
    slips: Mapping[int, int]
    """Elements whose role looks like a misspelling of a line of the cast list (its label)."""


def who_is_who(lists: Iterable[Table], dood: Dood | None) -> Identities:
    """Find out who is who among the names of crew and cast lists, payrolls and a day-out-of-days.

    A day-out-of-days of roles names nobody, unless it writes "LAST, First".
    """
    tables = list(lists)
    mentions = [mention for table in tables for mention in _listed(table)]
    if dood is not None:
        cast, crew = (
            next((table for table in tables if table.kind == kind), None)
            for kind in ("cast", "crew")
        )
        elements = list(records(dood.elements))
        mentions += _scheduled(dood, elements, join_cast(elements, cast), crew)
    return identities(mentions)


def roster(
    dood: Dood,
    cast: Table | None = None,
    crew: Table | None = None,
    known: Identities | None = None,
) -> Roster:
    """Join a day-out-of-days with the lists that there are."""
    elements = list(records(dood.elements))
    who = known or who_is_who([table for table in (cast, crew) if table is not None], dood)
    keys = _keys(elements)
    joined = join_cast(elements, cast)
    left = [(label, element) for label, element in elements if label not in joined.lines]
    on_cast = {**joined.lines, **_by_person(left, cast, who)}
    on_crew = {**_by_role(left, crew), **_by_person(elements, crew, who)}
    found = {
        label: _one(cast, on_cast.get(label, ()), who) or _one(crew, on_crew.get(label, ()), who)
        for label, _ in elements
    }
    named = {label for label, person in found.items() if person}
    titles = {number: set(fold(place.tab).split()) for number, place in enumerate(dood.places)}
    many = _many([each for each in elements if each[0] not in named], titles)
    aside = {
        label
        for label, element in elements
        if label not in on_cast and is_no_cast(set(fold(element["section"]).split()))
    }
    aside |= _again(left, aside, on_cast)
    one = {
        label
        for label, element in elements
        if label in on_cast or _may_be_one(element, titles, aside=label in aside)
    } - many
    return Roster(
        key=keys,
        person=keys | {label: f"person {found[label]}" for label in named},
        shown=_shown(elements),
        cast=on_cast,
        crew=on_crew,
        cast_places=joined.places,
        people=frozenset(named | one),
        aside=frozenset(aside),
        many=frozenset(many),
        sure=frozenset(
            label
            for label, element in elements
            if element["element_id"] or is_full(fold(element["name"])) or label in on_cast
        ),
        slips={label: line for label, line in joined.slips.items() if label not in on_crew},
    )


def _again(elements: _Elements, aside: Collection[int], on_cast: Collection[int]) -> frozenset[int]:
    """The lines on other units of what stands aside on one: the horse below "ANIMALS"."""
    called = {fold(element["name"]) for label, element in elements if label in aside} - {""}
    return frozenset(
        label
        for label, element in elements
        if label not in on_cast and fold(element["name"]) in called
    )


def _may_be_one(element: Record, titles: Mapping[int, set[str]], *, aside: bool) -> bool:
    """Whether an element may be a person, by its tab's title and the banner above it."""
    is_other = aside and not is_film_job(str(element["name"] or ""))
    return not (titles[element["place"]] & THINGS or is_other)


def _many(elements: _Elements, titles: Mapping[int, set[str]]) -> set[int]:
    """The elements that stand for many: by their name, their number or their tab's title."""
    return {
        label
        for label, element in elements
        if is_many(element["name"])
        or titles[element["place"]] & CROWDS
        or fold(element["element_id"]) in CROWDS
    }


def _listed(table: Table) -> Iterator[Mention]:
    """The names of a list, with their jobs: performers' is to perform, whatever the role."""
    for label, record in records(table.frame):
        if record.get("name"):
            job = _PERFORMING if table.kind == "cast" else fold(record.get("position"))
            cell = table.cell(label, "name" if table.has("name") else "last_name")
            rank = 0 if table.kind in ("crew", "cast") else 1
            # another unit's part of a grid is a sheet of its own: "I. Szabo" there is Ildiko
            parts = named(str(record.get("section") or "")) if table.kind == "crew_grid" else ()
            sheet = " ".join((table.kind, cell.book, cell.tab, *sorted(parts)))
            yield Mention(str(record["name"]), cell, sheet, job, rank)


def _scheduled(
    dood: Dood, elements: _Elements, joined: CastJoin, crew: Table | None
) -> Iterator[Mention]:
    """The names of people in a day-out-of-days: those that are no roles."""
    on_crew = {
        name(str(record["name"])).key
        for _, record in (records(crew.frame) if crew is not None else ())
        if record.get("name")
    }
    of_crew = {
        element["place"]
        for _, element in elements
        if name(str(element["name"] or "")).key in on_crew
    }
    for label, element in elements:
        text, place = str(element["name"] or ""), element["place"]
        people = place in of_crew or not (element["element_id"] or place in joined.places)
        if label not in joined.lines and (people or "," in text):
            cell = dood.element_cell(label)
            yield Mention(text, cell, f"dood {cell.book} {cell.tab}", list_rank=2)


def _by_person(
    elements: _Elements, table: Table | None, who: Identities
) -> dict[int, tuple[int, ...]]:
    """Elements that bear the name, in full, of somebody on a list.

    A line without a number may say beside a job who has it: "Chaperone | Moira Tait".
    """
    lines: dict[str, list[int]] = defaultdict(list)
    spelt: set[str] = set()
    for label, row in records(table.frame) if table is not None else ():
        if person := who.of(row.get("name")):
            lines[person].append(label)
            spelt.add(name(str(row["name"])).key)
    found: dict[int, tuple[int, ...]] = {}
    for label, element in elements:
        beside = "" if is_numbered(element) else str(element["performer"] or "")
        for text in (str(element["name"] or ""), beside):
            listed = lines.get(who.of(text))
            if listed and (name(text).key in spelt or name(text).key in who.person):
                found.setdefault(label, tuple(listed))
    return found


def _by_role(elements: _Elements, crew: Table | None) -> dict[int, tuple[int, ...]]:
    """Elements that one line of a crew list has as its job, and whose performer it names.

    Who lists cast and crew together has the roles where the positions are. A performer whose name
    is spelt differently there is the same.
    """
    lines: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for label, row in records(crew.frame) if crew is not None else ():
        if row.get("name") and row.get("position"):
            lines[role_key(fold(row["position"]))].append((label, str(row["name"])))
    found: dict[int, tuple[int, ...]] = {}
    for label, element in elements:
        plays = str(element["performer"] or "")
        own = [line for line, who in lines[role_key(fold(element["name"]))] if is_one(plays, who)]
        if len(own) == 1:
            found[label] = (own[0],)
    return found


def _keys(elements: _Elements) -> dict[int, str]:
    """Number and name together; a name without a number takes the only number that bears it."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for _, element in elements:
        if number_of(element):
            numbers[fold(element["name"])].add(number_of(element))
    keys = {}
    for label, element in elements:
        said, number = fold(element["name"]), number_of(element)
        if not number and said and len(numbers[said]) == 1:
            number = next(iter(numbers[said]))
        keys[label] = f"{number}.{said}"
    return keys


def _shown(elements: _Elements) -> dict[int, str]:
    """Names as typed; two numbers that bear one name are told apart: "COP (30)"."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for _, element in elements:
        bearers[fold(element["name"])].add(number_of(element))
    shown = {}
    for label, element in elements:
        text, number = str(element["name"] or ""), str(element["element_id"] or "")
        alone = len(bearers[fold(text)]) == 1
        shown[label] = (text if alone else f"{text} ({number})") if text else f"no. {number}"
    return shown


def _one(table: Table | None, labels: Sequence[int], who: Identities) -> str:
    """The one person whom the list gives; "" where there is none, or more than one."""
    if table is None or "name" not in table.frame:
        return ""
    persons = {who.of(table.frame.at[label, "name"]) for label in labels}
    return persons.pop() if len(persons) == 1 else ""


def doubted(dood: Dood, cast: Table | None, known: Roster, who: Identities) -> frozenset[Cell]:
    """Cells of names that look misspelt, or like what another cell may misspell."""
    cells = {mention.cell for pair in who.suspected for mention in (pair.at, pair.other)}
    if cast is not None:
        for element, line in known.slips.items():
            cells |= {dood.element_cell(element), cast.cell(line, "role")}
    return frozenset(cells)


def numbered(keys: Mapping[int, str]) -> Mapping[str, int]:
    """The keys' own numbers, in the order of the keys."""
    return {key: code for code, key in enumerate(sorted(set(keys.values())))}


def codes(keys: Mapping[int, str], elements: pd.Series[int]) -> pd.Series[int]:
    """Number the keys in their own order, and give each element of a column its key's number."""
    number = numbered(keys)
    return elements.map({label: number[key] for label, key in keys.items()}).astype("int64")
