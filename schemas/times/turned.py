"""Times whose labels stand beside each other's rows: Call, Meal out, In, Wrap; days across.

Each person has a few rows, or a card of their own: "Ana Moreno | Call | 7:00a | 7:30a ...".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise

from model.cell import Block
from schemas import further
from schemas.headings import Field, Header, Shape, normal
from schemas.kind import Found
from schemas.people import film_jobs
from schemas.sheet import Sheet
from schemas.times import heads, owners, settling, title_dates, weeks
from schemas.times.fields import CLOCKS, FIELDS
from schemas.values.clock import Clock
from schemas.vocabulary import Vocabulary

_VOCABULARY = Vocabulary(FIELDS, further.headings("times"))
_LABELS = frozenset((*CLOCKS, "meals", "meals2", "ndb", "ndb_end", "hours", "planned_hours"))
_TIME = Field("time", "", Shape.TIME)
_DEEPEST = 1000
_SURE = 0.97
"""More than grids of people by dates are: their rows bear no labels of times."""
_QUALITY = 0.8
_LEAST = 0.6

Place = tuple[int, int]


@dataclass(slots=True)
class Person:
    """Somebody's rows: who they are, and which of them is which time."""

    texts: dict[Place, str] = field(default_factory=dict)
    rows: list[tuple[str, int]] = field(default_factory=list)
    """Labels, in normal words, and their rows."""
    owner: owners.Owner | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody's day: field -> the cell, and what it says where that is not the cell as it is."""

    cells: Mapping[str, Place]
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Turned:
    """The lines of a table that is turned, and what heads each field."""

    lines: tuple[Line, ...]
    headings: Mapping[str, str]


def find(sheet: Sheet) -> list[Found]:
    """The times of a tab whose labels stand in a column, all of them as one table; else none."""
    labels = _labelled(sheet)
    fields = {_field(sheet.text(row, col)) for row, col in labels.items()}
    if not (fields & {"call", "makeup_call"} and fields & {"wrap", "makeup_wrap"}):
        return []
    days = {row: found for row in range(1, sheet.height + 1) if (found := _days(sheet, row))}
    lines: list[Line] = []
    headings: dict[str, str] = {}
    for head, below in pairwise((*days, sheet.height + 1)):
        for person in _people(sheet, labels, head, below, min(days[head])):
            told = _told(person)
            headings |= {name: sheet.text(row, labels[row]) for name, row in told.items()}
            lines += _lines(sheet, person, told, days[head])
    if not lines or not _are_times(sheet, lines):
        return []
    table = _found(lines, headings, min(days))
    return [table] if heads.of_film(sheet, table.header) else []


def _labelled(sheet: Sheet) -> dict[int, int]:
    """Row -> the column of the time's name that heads it: the last one before other things."""
    found: dict[int, int] = {}
    for row in range(1, min(sheet.height, _DEEPEST) + 1):
        for col, text in enumerate(sheet.line(row), start=1):
            if text and _field(text):
                found[row] = col
                break
    return found


@lru_cache(maxsize=4096)
def _field(text: str) -> str:
    """The time that a label names; "" where it names none."""
    if normal(text) == "set":
        return "call"
    match = _VOCABULARY.match(text)
    return match[0] if match and match[0] in _LABELS and match[1] >= _QUALITY else ""


def _days(sheet: Sheet, row: int) -> dict[int, date]:
    """Column -> date, of a row of dates, or of weekdays in the week that a title names."""
    said = {
        col: day
        for col, text in enumerate(sheet.line(row), start=1)
        if text and (day := title_dates.of_cell(sheet, row, col, text)) is not None
    }
    if len(said) < 2:
        said = weeks.of_weekdays(sheet, row)
    ordered = all(one < other for one, other in pairwise(said.values()))
    return said if len(said) > 1 and ordered else {}


def _people(
    sheet: Sheet, labels: Mapping[int, int], head: int, below: int, first: int
) -> Iterator[Person]:
    """The people whose rows stand between two rows of days, each with their own."""
    owner = owners.above(sheet, Header((head,), {}, {}, {}, {}, {}))
    person: Person | None = None
    begins = ""
    for row in range(head + 1, below):
        col = labels.get(row, first)
        if row not in labels or col >= first:
            named = owners.in_row(sheet, row)
            owner, person = named or owner, None
            continue
        label = normal(sheet.text(row, col))
        begins = begins or label
        beside = {(row, at): text for at, text in enumerate(sheet.line(row)[: col - 1], 1) if text}
        if person is None or (label == begins and _is_another(person, beside, label)):
            if person is not None:
                yield from _known(person)
            person = Person(owner=owner)
        person.texts |= beside
        person.rows.append((label, row))
        if row + 1 == below or row + 1 not in labels:
            yield from _known(person)
            person = None


def _known(person: Person) -> Iterator[Person]:
    if person.texts or person.owner:
        yield person


def _is_another(person: Person, beside: Mapping[Place, str], label: str) -> bool:
    """Whether a label that comes again begins somebody else's rows: In, Out, In, Out is one's."""
    fresh = set(beside.values()) - set(person.texts.values())
    return bool(fresh) or (label not in settling.INS and not beside)


def _told(person: Person) -> dict[str, int]:
    """Field -> row, of a person's rows."""
    words = [label for label, _ in person.rows]
    turns = [word in settling.INS for word in words if word in settling.INS | settling.OUTS]
    in_turn = settling.in_turn(turns) if len(turns) == len(set(words)) or len(turns) > 2 else None
    if in_turn:
        rows = [row for word, row in person.rows if word in settling.INS | settling.OUTS]
        return dict(zip(in_turn, rows, strict=True))
    found: dict[str, int] = {}
    for word, row in person.rows:
        found.setdefault(_field(word), row)
    if "meals" in found and "meal1_end" in found and "meal1_start" not in found:
        found["meal1_start"] = found.pop("meals")
    for name, only in (("call", "makeup_call"), ("wrap", "makeup_wrap")):
        if only in found and name not in found:
            found[name] = found.pop(only)
    return found


def _lines(
    sheet: Sheet, person: Person, told: Mapping[str, int], days: Mapping[int, date]
) -> Iterator[Line]:
    """Somebody's days on which a time is said."""
    who, said = _who(person)
    for col, day in days.items():
        cells = {name: (row, col) for name, row in told.items() if sheet.text(row, col)}
        if any(name in CLOCKS for name in cells):
            yield Line(cells | who, {**said, "date": day.isoformat()})


def _who(person: Person) -> tuple[dict[str, Place], dict[str, str]]:
    """The cells that say who somebody is and what they do, and what a card says of it."""
    cells: dict[str, Place] = {}
    for place, text in person.texts.items():
        if text.strip("#. ").isdigit():
            cells.setdefault("element_id", place)
        elif "name" not in cells and not film_jobs.is_film_job(text):
            cells["name"] = place
        elif text != person.texts.get(cells.get("name", place)):
            cells.setdefault("position" if film_jobs.is_film_job(text) else "role", place)
    owner = None if "name" in cells else person.owner
    said = {"name": owner.name, "position": owner.position or ""} if owner else {}
    return cells, {name: text for name, text in said.items() if text}


def _are_times(sheet: Sheet, lines: Sequence[Line]) -> bool:
    """Whether most calls and wraps are times, and everybody has a name."""
    places = [line.cells[name] for line in lines for name in ("call", "wrap") if name in line.cells]
    clocks = sum(isinstance(sheet.value(*place, _TIME), Clock) for place in places)
    named = all("name" in line.cells or "name" in line.said for line in lines)
    return named and bool(places) and clocks >= _LEAST * len(places)


def _found(lines: Sequence[Line], headings: Mapping[str, str], head: int) -> Found:
    """The lines as a table, its columns those of its first line."""
    places = [place for line in lines for place in line.cells.values()]
    columns = {name: col for name, (_, col) in lines[0].cells.items()}
    block = Block(
        head,
        min(col for _, col in places),
        max(row for row, _ in places),
        max(col for _, col in places),
    )
    header = Header((head,), columns, dict(headings), {}, {}, {})
    why = tuple(f'a row "{text}" is {name}' for name, text in headings.items())
    return Found("times", header, block, _SURE, why, Turned(tuple(lines), dict(headings)))
