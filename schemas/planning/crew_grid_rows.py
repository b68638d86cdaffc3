"""A crew grid's rows told apart: people, banners of departments, counts of the crew, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from schemas import rows
from schemas.dood import legend as dood_legend
from schemas.people import departments
from schemas.planning import crew_grid_layout, crew_grid_names, crew_marks
from schemas.planning.crew_grid_columns import NAMING
from schemas.planning.crew_grid_layout import Layout
from schemas.planning.crew_marks import Mark
from schemas.values import names
from schemas.values.marks import Booking, booking
from schemas.values.words import fold

_COUNT = re.compile(
    r"(?:total )?(?:crew|people|head ?count|man ?days|persons?)(?: (?:on|per|count|total|size|"
    r"working|needed|today|by|each|the|for|a)\b.*)?|(?:# |no of |number of )(?:crew|people).*|"
    r"head ?count.*|daily (?:total|count).*|on set|effectif.*|personen.*|mannstarke|"
    r"(?:total )?personas.*|equipe du jour|count|"
    r"(?:total )?(?:confirmed|booked|available|working)|confirmes?|bestatigt|confirmados?"
)
_LETTERS = 3
"""Letters that a mark has at most, where a row of its own explains it."""
_DAYS = 3
"""Days of which a row must count the people to be a total."""
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
    letters, entries = legend(layout), {row for row, _, _ in _entries(layout)}
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
    """Whether most of a row's marks are numbers, some above one, of those marked on each day."""
    said = {col: mark.text for col, mark in person.marks.items()}
    if not any(text.isdecimal() and int(text) > 1 for text in said.values()):
        return False
    right = sum(text == str(marked.get(col, 0)) for col, text in said.items())
    return len(said) >= _DAYS and right * 5 >= len(said) * 4


def legend(layout: Layout) -> Mapping[str, str]:
    """What the grid's letters stand for: as the tab says, else as letters do that stand together.

    Beside C, for confirmed, X has declined and P is a pencil; elsewhere X works and P prepares,
    unless it stands on a day here and there.
    Beside N, Y says that somebody could come; elsewhere N is a night.
    """
    view = layout.view
    used = {view.text(row, col).upper() for row in layout.body for col in layout.marked}
    said = view.sheet.once("legend in words", lambda: dood_legend.words(view.sheet))
    said = {**_numbered(layout), **said, **{code: words for _, code, words in _entries(layout)}}
    elsewhere = {} if said.keys() & used else view.sheet.letters
    said = {code: words for code, words in elsewhere.items() if code in used} | said
    if used & _REFUSALS and used & _CONSENTS:
        said |= dict.fromkeys(used & _REFUSALS, "unavailable")
        if not _speaks_of_work(layout):
            said |= dict.fromkeys(used & _CONSENTS, "available")
    confirms = booking(said.get("C", "confirmed")) is Booking.CONFIRMED
    if confirms and "C" in used:
        return {"C": "confirmed", "P": "pencilled", "X": "declined", **said}
    return {"P": "pencilled", **said} if _is_rare(layout, "P", "X") else said


def _is_rare(layout: Layout, letter: str, beside: str) -> bool:
    """Whether a letter stands on a day here and there, where another marks nearly all of them."""
    view = layout.view
    marks = [text for row in layout.body for col in layout.marked if (text := view.text(row, col))]
    counts = Counter(text.upper() for text in marks)
    return 0 < counts[letter] * _RARE <= counts[beside]


_RARE = 12
"""How many times as often the days worked are marked as those that may only be pencilled."""


_CONSENTS = frozenset(("Y", "YES", "J", "JA", "OUI", "SI", "SÍ"))
_REFUSALS = frozenset(("N", "NO", "NON", "NEIN"))
_WORKED = re.compile(r"\b(?:worked|attend\w*|present|gearbeitet|travaill\w*|trabajad\w*)\b")


def _speaks_of_work(layout: Layout) -> bool:
    """Whether a grid's title says that its answers are of days gone by."""
    tab = layout.view.sheet.grid.tab
    titles = (tab, *crew_grid_layout.titles(layout))
    return any(_WORKED.search(fold(text)) for text in titles)


_CODE = r"[0-9][A-Z]{0,2}|[A-Z]{1,2}[0-9]|[A-Z]{1,3}"
_NUMBERS = re.compile(
    rf"(?:^|(?<=[\s,;(|]))({_CODE})\s*=\s*(\w[^=:,;|/]*?)"
    rf"(?=\s+\(?(?:{_CODE})\)?\s*=|\s+\(?\w+\s*=|\s*[:,;|/]|\s*$)"
)
"""Numbers that stand for something, or letters beside them: "M = main unit  2 = second unit",
"1H = first hold"."""


def _numbered(layout: Layout) -> Mapping[str, str]:
    """What the tab says above the grid that its numbers, and letters beside them, mean."""
    above = [text for line in layout.view.sheet.texts[: layout.block.top] for text in line if text]
    signed = {number: words.strip() for text in above for number, words in _NUMBERS.findall(text)}
    return {code: words for text in above for code, words in _unsigned(text)} | signed


def explains(text: str) -> bool:
    """Whether a text above a grid says what marks mean, not what it is: "am = till lunch"."""
    return len(_EXPLAINED.findall(text)) > 1


_EXPLAINED = re.compile(r"(?:^|[\s,;(|])[^\W_]{1,3}\??\s*=\s*\w")
_PAIR = re.compile(rf"({_CODE})\s+([^\W\d_A-Z][^/|,;=]{{3,}})")


def _unsigned(text: str) -> list[tuple[str, str]]:
    """The entries of a list without signs: "W confirmed / P pencil / TR travel"."""
    bare = text.strip().removeprefix("(").removesuffix(")")
    parts = [part.strip() for part in re.split(r"\s/\s|[|,;·•]", bare)]
    pairs = [_PAIR.fullmatch(part) for part in parts if "=" not in part]
    found = [(pair[1], pair[2].strip()) for pair in pairs if pair]
    return found if 1 < len(found) == len(pairs) else []


def _entries(layout: Layout) -> Iterator[tuple[int, str, str]]:
    """Rows of the body that explain a letter of the grid: "MU | Main unit", "V viaja".

    Of those in one cell there are several, one below the other.
    """
    view = layout.view
    used = {view.text(row, col).upper() for row in layout.body for col in layout.marked}
    lone: dict[int, tuple[str, str]] = {}
    for row in layout.body:
        texts = list(view.filled(row).values())
        if len(texts) == 2 and texts[0].upper() in used and len(texts[1]) > _LETTERS:
            yield row, texts[0].upper(), texts[1]
        elif len(texts) == 1 and (found := _ENTRY.fullmatch(texts[0])) and found[1] in used:
            lone[row] = found[1], found[2]
    for row, (code, words) in lone.items():
        if row - 1 in lone or row + 1 in lone:
            yield row, code, words


_ENTRY = re.compile(r"([A-Z0-9]{1,4})\s+([a-zß-ÿ].{2,})")
"""A letter and its meaning in one cell, with nothing between: no name goes on in lower case."""


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
    if rows.is_note(words) or _is_sentence(words):
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
