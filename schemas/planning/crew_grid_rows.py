"""A crew grid's rows told apart: people, banners of departments, counts of the crew, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from schemas import rows
from schemas.people import departments
from schemas.planning import crew_grid_legend, crew_grid_names, crew_marks
from schemas.planning.crew_grid_columns import NAMING
from schemas.planning.crew_grid_layout import Layout
from schemas.planning.crew_marks import Mark
from schemas.remarks import is_note
from schemas.values import names
from schemas.values.words import fold

_COUNT = re.compile(
    r"(?:total )?(?:crew|people|head ?count|man ?days|persons?)(?: (?:on|per|count|total|size|"
    r"working|needed|today|by|each|the|for|a)\b.*)?|(?:# |no of |number of )(?:crew|people).*|"
    r"head ?count.*|daily (?:total|count).*|on set|effectif.*|personen.*|mannstarke|"
    r"(?:total )?personas.*|equipe du jour|count|"
    r"(?:total )?(?:confirmed|booked|available|working)|confirmes?|bestatigt|confirmados?"
)
_DAYS = 3
"""Days of which a row must count the people to be a total."""
_PENCILS = 3
"""The highest number that may be somebody's mark: a third pencil."""
_SENTENCE = 3
"""Words from which what stands below the days is a remark, and no mark."""
_SEVERAL = re.compile(r"[/&+]|[^\W\d_] \d+\s*[-–—:]\s*\w")
"""What no single person is called: "COSTUME & MU", "Block 2 - Carrigeen Rock"."""
_REMARK = re.compile(r"\w: ?\w|\?|\d(?:st|nd|rd|th)\b")
"""What no name holds: "Urh: exam on 15th? ask Jan"."""
_BESIDE = (*NAMING, "position", "department")


@dataclass(slots=True)
class Person:
    """Somebody's row, in the view's numbers."""

    row: int
    name: str | None
    position: str | None
    department: str | None
    total: Decimal | None
    notes: str | None
    section: str | None = None
    unit: str | None = None
    status: str | None = None
    aside: bool = False
    """Whether the position stands in the name's cell."""
    marks: dict[int, Mark] = field(default_factory=dict)
    """Column -> mark."""


@dataclass(slots=True)
class Lines:
    """A grid's rows, told apart. Rows are the view's."""

    people: list[Person] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    left_out: dict[str, list[int]] = field(default_factory=dict)


def tell(layout: Layout) -> Lines:
    """Tell the rows apart; a banner gives its department to the people below it."""
    lines = Lines()
    department: str | None = None
    section: str | None = None
    letters, entries = (
        crew_grid_legend.read(layout),
        {row for row, _, _ in crew_grid_legend.entries(layout)},
    )
    for row in layout.body:
        reason, words = ("note", "") if row in entries else _reason(layout, row)
        if reason == "person":
            person = _person(layout, row, letters)
            department = person.department or department
            person.department, person.section = department, section
            lines.people.append(person)
            continue
        lines.left_out.setdefault(reason, []).append(row)
        if reason == "banner":
            department = section = words
        elif reason == "subtotal":
            lines.totals.append(row)
    _take_counts(lines)
    return lines


def _take_counts(lines: Lines) -> None:
    """Take rows of numbers that count the marks above them, day by day, for totals, in place."""
    marked: Counter[int] = Counter()
    people: list[Person] = []
    for person in lines.people:
        if not (person.name and person.position) and _counts(person, marked):
            lines.totals.append(person.row)
            lines.left_out.setdefault("subtotal", []).append(person.row)
        else:
            marked.update(person.marks.keys())
            people.append(person)
    lines.people = people


def _counts(person: Person, marked: Mapping[int, int]) -> bool:
    """Whether most of a row's marks are numbers, some above one, of those marked on each day.

    Of nobody they may count some of these: who is confirmed.
    """
    said = {col: mark.text for col, mark in person.marks.items()}
    numbers = [int(text) for text in said.values() if text.isdecimal()]
    if max(numbers, default=0) <= 1:
        return False
    if not person.name and len(numbers) == len(said) >= _DAYS and max(numbers) > _PENCILS:
        return all(number <= marked.get(col, 0) for col, number in zip(said, numbers, strict=True))
    right = sum(text == str(marked.get(col, 0)) for col, text in said.items())
    return len(said) >= _DAYS and right * 5 >= len(said) * 4


def marks_of(layout: Layout, row: int, explained: Mapping[str, str]) -> dict[int, Mark]:
    """A row's marks by column; struck ones are none."""
    view = layout.view
    return {
        col: mark
        for col in layout.marked
        if (mark := crew_marks.read(view.raw(row, col), explained)) and not view.struck(row, col)
    }


def _reason(layout: Layout, row: int) -> tuple[str, str]:
    """What a row is, and the words that it begins with."""
    view = layout.view
    texts = view.filled(row)
    if not texts:
        return "blank", ""
    beside = {name: texts.get(layout.columns.get(name, 0), "") for name in _BESIDE}
    beside["name"] = next((beside[name] for name in NAMING if beside[name]), "")
    words = next((text for col, text in texts.items() if col not in layout.marked), "")
    named = [col for name in _BESIDE if (col := layout.columns.get(name)) in texts]
    if named and all(view.struck(row, col) for col in named if col):
        return "struck", words
    marked = any(
        col in layout.marked and len(text.split()) < _SENTENCE for col, text in texts.items()
    )
    if any(rows.is_total(text) or _COUNT.fullmatch(fold(text)) for text in (words,) if text):
        return "subtotal", words
    if len(texts) == 1 and JOB.match(words):
        return "banner", words.strip(" :-–—*=")
    if not any(beside.values()):
        return ("subtotal" if marked and not words else "note"), words
    if marked or (beside["name"] and beside["position"]):
        return "person", words
    said = {text for col, text in texts.items() if marked or col not in layout.marked}
    if len(said) > 1:
        return "person", words
    bare = words.strip(" :-–—*=")
    if is_note(words) or _is_sentence(words):
        return "note", words
    several = not names.person(bare) or _SEVERAL.search(bare) is not None
    alone = not beside["name"] or bare.isupper() or departments.is_department(bare) or several
    if not alone and len(words.split()) > _SENTENCE and _REMARK.search(words):
        return "note", words
    return ("banner" if alone else "person"), bare


JOB = re.compile(
    r"(?:(?:job|project|prod(?:uction)?|show)\W{0,3}(?:no\.? ?|# ?)?)?"
    r"(?P<number>[A-Z]{0,3}-?\d{3,6})(?:\s*[-–—:|]\s*|\s+)[^\W\d_]",
    re.IGNORECASE,
)
"""A banner that begins with a job's number: "2641 TRAILHEAD MOTORS", "JOB 2643 - Glass Hour"."""


def _is_sentence(text: str) -> bool:
    """Whether words that stand alone are a sentence: more of them, most not in capitals."""
    words = text.split()
    return len(words) > _SENTENCE and sum(word[0].islower() for word in words) * 2 > len(words)


def _person(layout: Layout, row: int, letters: Mapping[str, str]) -> Person:
    """Read somebody's row."""
    view, columns = layout.view, layout.columns
    said = {name: view.text(row, col) or None for name, col in columns.items()}
    stated = crew_marks.number(view.raw(row, columns["total"])) if "total" in columns else None
    name, job = crew_grid_names.named(said)
    return Person(
        row=row,
        name=name,
        position=said.get("position") or job,
        department=said.get("department"),
        total=stated,
        notes=said.get("notes"),
        unit=said.get("unit"),
        status=said.get("status"),
        aside=bool(job) and not said.get("position"),
        marks=marks_of(layout, row, letters),
    )
