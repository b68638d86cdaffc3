"""The days worked on crew grids, as a day-out-of-days' marks are: so that rules see both alike.

Elements and marks of a grid have negative labels, which no day-out-of-days has. Of a grid that
says who is available, and not who works, only the days count that it calls booked in so many words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from model.cell import Cell
from model.table import ATOMS, CrewGrid, Table
from schemas.planning.crew_grid_rows import JOB
from schemas.values.doubles import is_many
from schemas.values.marks import Booking, booking
from transforms.days.units import named, team, unit_of
from transforms.people.identities import Identities
from transforms.people.names import fold
from transforms.records import Record, records

_AVAILABILITY = re.compile(
    r"\b(?:avail|dispo|verfugbar|frei|holds?\b|pencil|option|check|wish|urlaub|vacation)"
)
_AVAILABLE = re.compile(r"(?:\w+ ){0,3}(?:availab|disponib|verfugbar)\w*(?: \w+){0,3}$")
_UNITS = frozenset(("unit", "unite", "equipe", "einheit", "unidad", "equipo"))
"""What heads a column of units."""
_JOBS = 2
"""Jobs that part a grid at least."""
_NEAREST = 12
"""Texts above a grid that may be its title, from the nearest on."""
_STATES = {"work": "work", "half": "work", "hours": "work", "travel": "travel"}
"""What a mark is to a rule. A hold is nothing: on a grid, it is a pencil as often as a paid day."""
_NUMBERS = ("element", "place", "row", "col", "ordinal", "key", "person")
_FLAGS = (*ATOMS, "unknown", "human", "many", "half")


@dataclass(frozen=True, slots=True)
class CrewDays:
    """Who worked when, by the crew grids. Keyed by negative labels."""

    marks: pd.DataFrame
    """As :func:`transforms.days.work_days.marks` has them."""
    shown: dict[int, str] = field(default_factory=dict)
    """Element -> the name as the grid has it."""
    lines: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Element -> the labels of the person's lines on the crew list."""
    cells: dict[int, Cell] = field(default_factory=dict)
    """Mark -> where it stands."""
    units: dict[int, frozenset[str]] = field(default_factory=dict)
    """Element -> the unit that its line, or else its sheet, names: see `units.named`."""
    off: dict[int, frozenset[int]] = field(default_factory=dict)
    """Place -> the days (by number) that its headings call off."""
    lent: dict[int, frozenset[str]] = field(default_factory=dict)
    """Mark -> the unit that it names itself: "2U"."""
    status: dict[int, Booking] = field(default_factory=dict)
    """Element -> how firmly its line is booked, where the line says so."""
    many: set[int] = field(default_factory=set)
    """Elements that stand for many: "SUPPORTING ARTISTES (x25)"."""
    persons: dict[str, int] = field(default_factory=dict)
    """Everybody's number, by key: "person ana moreno"."""


def nothing() -> CrewDays:
    """No crew grid at all."""
    marks = pd.DataFrame({name: pd.Series(dtype="int64") for name in _NUMBERS})
    return CrewDays(marks.assign(**{name: pd.Series(dtype="bool") for name in _FLAGS}))


def crew_days(
    grids: Iterable[Table],
    crew: Table | None,
    who: Identities,
    numbers: Mapping[str, int],
    places: int,
) -> CrewDays:
    """Read the grids' days.

    ``numbers`` are those that persons have on the day-out-of-days ("person ana moreno" -> 7), and
    ``places`` how many places that has; the grids' own go on from there.
    """
    lines = _crew_lines(crew, who)
    known = dict(numbers)
    frames: list[pd.DataFrame] = []
    made = CrewDays(nothing().marks)
    for read in grids:
        if isinstance(read, CrewGrid):
            grid = read if _is_of_work(read) else _booked(read)
            persons = _people(grid, who, lines, made, known)
            made.off[places + len(frames)] = frozenset(day.toordinal() for day in grid.days_off)
            frame = _frame(grid, persons, places + len(frames), len(made.cells))
            many = frame["element"].isin(made.many)
            frames.append(frame.assign(many=many, human=~many))
            made.cells.update(_cells(grid, frames[-1]))
            made.lent.update(_lent(grid, made.cells, frames[-1]))
    marks = pd.concat(frames) if frames else made.marks
    return replace(made, marks=marks, persons=known)


def _people(
    grid: CrewGrid,
    who: Identities,
    lines: Mapping[str, tuple[int, ...]],
    made: CrewDays,
    known: dict[str, int],
) -> Mapping[int, tuple[int, int]]:
    """A grid's lines as elements and persons, by their labels there; noted in ``made``."""
    found = {}
    short, jobs = _in_short(grid, who, lines), _jobs(grid)
    for label, record in records(grid.frame):
        element = -len(made.shown) - 1
        name = str(record.get("name") or record.get("position") or "")
        person = short.get(label) or who.of(name)
        made.shown[element] = name
        made.units[element] = jobs.get(record.get("section")) or _unit(grid, record)
        made.lines[element] = lines.get(person, ()) if person else ()
        if (status := booking(record.get("status"))) is not None:
            made.status[element] = status
        if is_many(name):
            made.many.add(element)
        key = f"person {person}" if person else f"grid {element}"
        found[label] = (element, known.setdefault(key, len(known)))
    return found


def _in_short(
    grid: CrewGrid, who: Identities, lines: Mapping[str, tuple[int, ...]]
) -> Mapping[int, str]:
    """Who of the crew list the lines are that name people in short: "Ana", "Moreno A.".

    A shared first name proves nothing: it must be one person's alone, on the list and on the grid,
    and most of the grid's people must be on the list.
    """
    said = {label: record.get("name") for label, record in records(grid.frame)}
    named = {label: str(name) for label, name in said.items() if name}
    whole = {label: person for label, name in named.items() if (person := who.of(name)) in lines}
    meant: dict[int, str] = {}
    for label, name in named.items():
        people = [one for one in lines if _is_short_for(fold(name), one)]
        if label not in whole and len(people) == 1 and people[0] not in whole.values():
            meant[label] = people[0]
    ways = Counter(person for person, _ in {(meant[at], fold(named[at])) for at in meant})
    kept = {label: person for label, person in meant.items() if ways[person] == 1}
    return kept if (len(kept) + len(whole)) * 3 >= len(named) * 2 else {}


def _is_short_for(short: str, name: str) -> bool:
    """Whether all words of a name in short are another's, or its letters: "ana", "moreno a"."""
    left = name.split()
    for word in sorted(short.split(), key=len, reverse=True):
        match = next(
            (each for each in left if each == word or (len(word) == 1 and each[0] == word)), ""
        )
        if not match:
            return False
        left.remove(match)
    return any(len(word) > 2 for word in short.split())


def _unit(grid: CrewGrid, record: Record) -> frozenset[str]:
    """The unit of a line: its own, its section's or its job's, else the tab's or a title's."""
    said, tab, titles = str(record.get("department") or ""), grid.place.tab, grid.titles
    of_units = bool(_UNITS & set(fold(grid.headings.get("department", "")).split()))
    return (
        _in_column(str(record.get("unit") or ""))
        or named(str(record.get("section") or ""))
        or (_in_column(said) if of_units else named(said))
        or named(str(record.get("position") or ""))
        or named(tab, alone=True)
        or frozenset().union(*(named(title) for title in titles[:_NEAREST]))
        or frozenset([name for said in (tab, *titles[:_NEAREST]) if (name := team(said))][:1])
    )


def _jobs(grid: CrewGrid) -> Mapping[object, frozenset[str]]:
    """The jobs that a company's grid is parted by: banner -> its number, as a unit of its own.

    Every banner must begin with one: "2641 TRAILHEAD MOTORS", "JOB 2643 - Glass Hour".
    """
    banners = [section for section in grid.frame["section"].unique() if isinstance(section, str)]
    numbers = {banner: found["number"] for banner in banners if (found := JOB.match(banner))}
    if len(numbers) < len(banners) or len(set(numbers.values())) < _JOBS:
        return {}
    return {banner: frozenset([f"job {number}"]) for banner, number in numbers.items()}


def _in_column(said: str) -> frozenset[str]:
    """The unit that a cell under "Unit" names."""
    return named(said, alone=True) or frozenset(filter(None, (unit_of(said),)))


def _cells(grid: CrewGrid, frame: pd.DataFrame) -> dict[int, Cell]:
    """Where a grid's marks stand."""
    spots = zip(frame.index.tolist(), frame["row"].tolist(), frame["col"].tolist(), strict=True)
    return {label: Cell(grid.place.tab, row, col, grid.place.book) for label, row, col in spots}


def _lent(
    grid: CrewGrid, cells: Mapping[int, Cell], frame: pd.DataFrame
) -> Mapping[int, frozenset[str]]:
    """The marks that name a unit, and which."""
    columns = (grid.marks[name] for name in ("row", "col", "unit", "text", "means"))
    units = {
        (row, col): unit
        for row, col, column, text, means in zip(*columns, strict=True)
        if (unit := _in_column(str(column or "")) or named(str(text)) or named(means, alone=True))
    }
    found = {label: units.get((cells[label].row, cells[label].col)) for label in frame.index}
    return {label: unit for label, unit in found.items() if unit}


def _is_of_work(grid: CrewGrid) -> bool:
    """Whether the marks are days worked: no title of availabilities, nobody marked available."""
    said = _AVAILABILITY.search(fold(grid.place.tab)) or any(
        _AVAILABLE.match(fold(title)) and "=" not in title for title in grid.titles[:_NEAREST]
    )
    return not (said or (grid.marks["state"] == "available").any())


def _booked(grid: CrewGrid) -> CrewGrid:
    """A grid of availabilities with the days alone that somebody is surely booked."""
    return replace(grid, marks=grid.marks[grid.marks["booked"].astype("bool")])


def _crew_lines(crew: Table | None, who: Identities) -> Mapping[str, tuple[int, ...]]:
    """The crew list's lines by person."""
    found: dict[str, tuple[int, ...]] = {}
    for label, record in records(crew.frame) if crew is not None else ():
        if person := who.of(record.get("name")):
            found[person] = (*found.get(person, ()), label)
    return found


def _frame(
    grid: CrewGrid, persons: Mapping[int, tuple[int, int]], place: int, before: int
) -> pd.DataFrame:
    """A grid's marks in the columns of a day-out-of-days', after ``before`` of other grids."""
    marks = grid.marks[grid.marks["state"].isin(list(_STATES))]
    marks = marks.loc[[isinstance(when, date) for when in marks["date"]]]
    labels = pd.RangeIndex(-before - 1, -before - 1 - len(marks), -1)
    marks = marks.set_axis(labels)
    state = marks["state"].map(_STATES)
    element = marks["person"].map({label: element for label, (element, _) in persons.items()})
    person = marks["person"].map({label: person for label, (_, person) in persons.items()})
    return pd.DataFrame(
        {
            "element": element.astype("int64"),
            "place": place,
            "row": marks["row"].astype("int64"),
            "col": marks["col"].astype("int64"),
            "ordinal": pd.Series([when.toordinal() for when in marks["date"]], labels, "int64"),
            "key": -1 - person.astype("int64"),
            "person": person.astype("int64"),
            **{name: state == name for name in (*ATOMS, "unknown")},
            "half": marks["state"] == "half",
        }
    )


def together(dated: pd.DataFrame | None, grids: pd.DataFrame) -> pd.DataFrame:
    """A day-out-of-days' marks and the grids'; a day that both have of somebody counts once."""
    if dated is None or grids.empty:
        return grids if dated is None else dated
    both: Sequence[pd.DataFrame] = (dated[[*_NUMBERS, *_FLAGS]], grids[[*_NUMBERS, *_FLAGS]])
    told = pd.MultiIndex.from_frame(both[0][["person", "ordinal"]])
    new = ~pd.MultiIndex.from_frame(both[1][["person", "ordinal"]]).isin(told)
    return pd.concat([both[0], both[1][new]])
