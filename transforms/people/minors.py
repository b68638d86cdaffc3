"""Minors and their teachers: who is under age by the cast list, and who teaches on which day."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from schemas.values.marks import Booking
from schemas.values.words import fold
from transforms.agreements.minors import reaches
from transforms.facts import Facts
from transforms.people import names
from transforms.people.crew_lists import crew
from transforms.people.deals import Deal
from transforms.records import Record, records

OF_AGE = 18
COLUMNS = ("minor", "age", "birth_date")
"""Columns of a cast list that tell."""

_REMARK = re.compile(r"\((?:k|kid|minor|child|mineure?|enfant|menor|kind|u ?18|under 18)\)")
_NOTE = re.compile(
    r"\bminors?\b(?! (?:role|part|character))|\bunder ?18\b|\bstudio teacher\b|"
    r"\bchild (?:actor|perf)|\bmineure?\b|\bminderjahrig|\bmenor de edad\b"
)
_TEACHER = re.compile(
    r"\bteachers?\b|\btutors?\b|\bwelfare worker|\brepetitric|\brepetiteur|\benseignant|"
    r"\blehrer|\bmaestr[ao]\b|\bprofesor"
)
_MINDS = re.compile(rf"{_TEACHER.pattern}|\bchaperon|\bkinderbetreu|\bmatrons?\b")
_ELEMENT = re.compile(r"\b(?:studio|set) teachers?\b|\bwelfare worker")


def minors(facts: Facts) -> frozenset[int]:
    """The elements of the day-out-of-days whose performers are under age, as far as sheets say.

    A performer of whom only the day of birth is known is under age until the birthday; those who
    come of age before their first day of work are none.
    """
    cast = facts.table("cast")
    lines = dict(records(cast.frame)) if cast is not None else {}
    marks = facts.attendance
    first = marks[marks["work"]].groupby("element")["ordinal"].min()
    found = set()
    for element, record in records(facts.dood.elements):
        own = [lines[label] for label in facts.roster.cast.get(element, ())]
        day = date.fromordinal(int(first[element])) if element in first.index else None
        told = _REMARK.search(fold(str(record["name"] or ""))) is not None
        if told or any(is_minor(line, day or facts.production.today) for line in own):
            found.add(element)
    return frozenset(found)


def of_age_from(facts: Facts) -> Mapping[int, int]:
    """Element -> the day (a day's number) on which their performer comes of age, where known."""
    cast = facts.table("cast")
    lines = dict(records(cast.frame)) if cast is not None else {}
    return {
        element: reaches(born, f"{OF_AGE} years").toordinal()
        for element, labels in facts.roster.cast.items()
        for label in labels
        if isinstance(born := lines[label].get("birth_date"), date)
    }


def is_minor(line: Record, day: date) -> bool:
    """Whether a line of a cast list says that somebody is under age on a day."""
    if (mark := line.get("minor")) is not None:
        return bool(mark)
    born, age = line.get("birth_date"), line.get("age")
    if isinstance(born, date):
        return (day.year - born.year) - ((day.month, day.day) < (born.month, born.day)) < OF_AGE
    if age is not None:
        return int(age) < OF_AGE
    said = " ".join(str(line.get(name) or "") for name in ("role", "name"))
    return bool(_REMARK.search(fold(said)) or _NOTE.search(fold(str(line.get("notes") or ""))))


@dataclass(frozen=True, slots=True)
class Teacher:
    """A studio teacher, tutor or chaperone: on the crew list, or on a schedule alone.

    ``days`` are those on which a schedule has them work, and ``told`` all the days that it has;
    on others the deal's dates say whether they are there.
    """

    deal: Deal | None
    days: frozenset[int] = frozenset()
    told: range = range(0)
    minds_only: bool = False
    """A chaperone, who may not teach."""

    def teaches(self, day: int) -> bool:
        """Whether they are there on a day (a day's number)."""
        if day in self.told:
            return day in self.days
        if self.deal is None:
            return False
        start = self.deal.start.toordinal() if self.deal.start else 0
        return start <= day <= (self.deal.end or date.max).toordinal()


_Days = tuple[frozenset[int], range]
_NO_DAYS: _Days = (frozenset(), range(0))


def teachers(facts: Facts) -> list[Teacher]:
    """Everybody who teaches or minds minors, by where the crew is listed or by a schedule.

    A schedule's line for a teacher ("STUDIO TEACHER - G. Whitcomb") is the one of the crew list who
    may be meant.
    """
    deals = [
        (deal, _TEACHER.search(fold(deal.position)) is not None)
        for deal in (one.deal for one in facts.once(crew))
        if deal.status is not Booking.DECLINED and _MINDS.search(fold(deal.position))
    ]
    minders = [facts.identities.of(deal.name) for deal, _ in deals]
    scheduled = {p: days for p, days in _scheduled(facts, minders).items() if p}
    days = [scheduled.pop(person, None) for person in minders]
    jobs = {fold(facts.once(_names)[element]) for element in facts.once(_lines)}
    lines = {person: own for person, own in scheduled.items() if person in jobs}
    for person in list(lines):
        teaches = _TEACHER.search(person) is not None
        meant = [
            number
            for number, (deal, does) in enumerate(deals)
            if does is teaches and days[number] is None and _may_name(person, deal)
        ]
        if len({minders[number] or number for number in meant}) == 1:
            own = lines.pop(person)
            for number in meant:  # of one person, who may stand on two lists
                days[number] = own
    found = [
        Teacher(deal, *(own or _NO_DAYS), minds_only=not teaches)
        for (deal, teaches), own in zip(deals, days, strict=True)
    ]
    return found + [
        Teacher(None, *own, minds_only=not _TEACHER.search(person)) for person, own in lines.items()
    ]


def _lines(facts: Facts) -> frozenset[int]:
    """The elements of schedules that are a teacher's or a chaperone's, and no role.

    A tutor may be one: only below a banner for others are they not.
    """
    aside = facts.roster.aside if facts.table("dood") is not None else frozenset[int]()
    return frozenset(
        element
        for element, called in facts.once(_names).items()
        if _ELEMENT.search(fold(called)) or (element in aside and _MINDS.search(fold(called)))
    )


def _names(facts: Facts) -> Mapping[int, str]:
    """What each line of the schedules is called."""
    elements = facts.attendance["element"].unique()
    return {element: _called(facts, element) for element in map(int, elements)}


def _called(facts: Facts, element: int) -> str:
    """What a schedule's line is called: below a banner for teachers, their own name, or both."""
    shown = facts.shown(element)
    if element < 0 or facts.table("dood") is None:
        return shown
    own = facts.dood.elements.loc[element]
    if not isinstance(own["section"], str) or not _MINDS.search(fold(own["section"])):
        return shown
    listed_there = facts.table("crew") is not None and isinstance(own["performer"], str)
    if listed_there and facts.identities.of(own["performer"]):
        return str(own["performer"])
    return f"{own['section']} - {own['performer'] or shown}"


def _may_name(line: str, deal: Deal) -> bool:
    """Whether a schedule's line for a teacher names this one, by the last name, or nobody."""
    words = re.findall(r"[^\W\d_]+", _ELEMENT.sub(" ", line))
    said = [word for word in words if word != "s" and not _MINDS.search(word)]
    return not said or said[-1] in names.fold(deal.name).split()


def _scheduled(facts: Facts, minders: Collection[str]) -> Mapping[str, _Days]:
    """Person (or folded name) -> the days on which schedules have them work, and all their days.

    Of the lines that are a teacher's, and of some ``minders`` alone: schedules are long.
    """
    marks, lines = facts.attendance, facts.once(_lines)
    people: dict[int, str] = {}
    for element, called in facts.once(_names).items():
        line = fold(called)
        person = line if element in lines else facts.identities.of(called) or line
        if element in lines or person in minders:
            people[element] = person
    spans = marks.groupby("place")["ordinal"].agg(["min", "max"])
    found: dict[str, _Days] = {}
    theirs = marks[marks["work"] & marks["element"].isin(people)]
    for label, own in theirs.groupby("element"):
        person = people[int(str(label))]
        first, last = spans.loc[own["place"].iloc[0]]
        days, told = found.get(person, (frozenset[int](), range(int(first), int(last) + 1)))
        told = range(min(told.start, int(first)), max(told.stop, int(last) + 1))
        found[person] = (days | frozenset(int(day) for day in own["ordinal"]), told)
    return found
