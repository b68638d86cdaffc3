"""What a budget's detail has for a person: so many days, at such a rate, found by name or position.

A line is somebody's where it is called as the role, the performer, the position or the person is,
and nobody else could be meant. A line for anything more ("DP kit rental") is nobody's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate

from model.cell import Cell
from model.table import Table
from schemas.people import jobs
from schemas.people.film_jobs import is_film_job
from schemas.values.rates import unit_in
from schemas.values.words import listed
from transforms.people.deals import Deal
from transforms.people.names import fold
from transforms.records import Record, records

_PHASES = listed(
    "prep preparation preproduction shoot shooting wrap strike "
    "hold holds holding vorbereitung dreh drehzeit abwicklung preparation tournage bouclage rodaje "
    "preparacion days day weeks week"
)
"""Words of a line that say when its days are; they are all days of the same person's."""
_NUMBER = re.compile(r"(?:\b(?:no|nr|n)\b\.?|\bn[°º]|№)\s*(?=\d)", re.IGNORECASE)
"""What says that a role's number follows: "SIMONE (n° 1)"."""
_SEVERAL = re.compile(r"[^\W\d_]{3,}(?<!s)s\b|\(\d\)|\bx ?\d|\b\d ?x")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a budget's detail: ``quantity`` units for each of ``times`` people, at ``rate``."""

    names: tuple[frozenset[str], ...]
    """What it is called, in words: as it stands, and without its phase."""
    loosely: frozenset[str]
    """What it is called but for what two sheets seldom agree on."""
    said: str
    """What it is called, as it stands."""
    of_several: bool
    """Whether it is called as several people are: "Wranglers", "Driver (x3)"."""
    account: str
    quantity: Decimal | None
    unit: str | None
    """hour, day, week, flat; ``None`` where nobody can say."""
    times: Decimal
    rate: Decimal | None
    cells: Mapping[str, Cell]
    """Where it says quantity and rate."""
    hours: Decimal | None = None
    """The hours of each unit that the rate is paid for, where it is one an hour."""

    @property
    def rate_unit(self) -> str | None:
        """What the rate is for: an hour, or the unit."""
        return self.unit if self.hours is None else "hour"


def lines(details: Iterable[Table]) -> list[Line]:
    """The lines of the details that call anybody or anything by a name."""
    found = []
    for table in details:
        for label, record in records(table.frame):
            names = _names(record)
            if names and not record.get("special"):
                found.append(_line(table, label, record, names))
    return found


_PART = re.compile(r"\s*(?:rolle|role|rôle|papel|personaje|part)\b[ .:]*", re.IGNORECASE)
"""What a line for somebody of the cast may begin with: "Rolle HANNA"."""


def _names(record: Record) -> tuple[frozenset[str], ...]:
    """What a line is called."""
    said = jobs.words(_NUMBER.sub(" ", _PART.sub("", str(_said(record) or ""))))
    return tuple(dict.fromkeys(name for name in (said, said - _PHASES) if name))


def _said(record: Record) -> object:
    """A line's description; of phases alone ("Prep", "Shoot"), its heading."""
    said = jobs.words(record.get("description"))
    return record.get("category" if said and not said - _PHASES else "description")


def _line(table: Table, label: int, record: Record, names: tuple[frozenset[str], ...]) -> Line:
    """One line. Where no column says the unit, the headings may: "Days", "Weekly Rate"."""
    said = record.get("unit")
    texts = [said] if said else [table.headings.get(name, "") for name in ("quantity", "rate")]
    abroad = table.currencies.get("rate", {}).get(label)
    times = _number(record.get("times"))
    by_the_hour = unit_in(table.headings.get("times", "")) == "hour"
    return Line(
        names=names,
        loosely=jobs.loosely(_said(record)) - _PHASES,
        said=str(_said(record) or "").strip(),
        of_several=_SEVERAL.search(str(_said(record)).casefold()) is not None,
        account=str(record.get("account") or ""),
        quantity=_number(record.get("quantity")),
        unit=next(filter(None, (unit_in(str(text)) for text in texts)), None),
        times=(None if by_the_hour else times) or Decimal(1),
        rate=None if abroad else _number(record.get("rate")),
        cells={name: table.cell(label, name) for name in ("quantity", "rate", "description")},
        hours=times if by_the_hour else None,
    )


def _number(value: object) -> Decimal | None:
    return Decimal(str(value)) if isinstance(value, int | float | Decimal) else None


@dataclass(frozen=True, slots=True)
class Budgeted:
    """Finds people's lines. Crew counts are of the people of a crew list who count."""

    by_words: Mapping[frozenset[str], Sequence[Line]]
    by_job: Mapping[frozenset[str], Sequence[Line]]
    """The lines by what they are loosely called."""
    by_role: Mapping[frozenset[str], Sequence[Line]]
    """Lines that name a role and who plays it, by the role: for who is on no cast list."""
    by_account: Mapping[str, Sequence[Line]]
    positions: Mapping[frozenset[str], Sequence[Deal]]
    """The deals for a position, by its words, and by what it is loosely called."""
    coded: Mapping[str, Sequence[Deal]]
    """The people of the crew list who are coded to an account."""

    def of_role(self, role: object, performer: object = None, number: object = None) -> list[Line]:
        """The lines called as a role, as its performer, or as both; its number may stand there."""
        own, who = jobs.words(role), jobs.words(performer)
        ids = frozenset(fold(number).split())
        names = {own, who, *_with_person(own, performer)} - {frozenset()}
        names |= {name | ids for name in names}
        found = self._called(names) or list(self.by_role.get(own, ()))
        return [line for line in found if line.times == 1]

    def of_crew(self, deal: Deal, *, shared: bool = False) -> list[Line]:
        """The lines called as a position, of the deal's account; or as the person, or as both.

        Of a position that more people have than a line is for, nobody can say whose it is. A line
        that people share ("Wranglers (2)", "Camera Operators") says what each of them costs, and so
        does one for a position that they hold in turn: ``shared`` asks for such lines too.
        """
        position, who = jobs.words(deal.position), jobs.words(deal.name)
        named = {who, *_with_person(position, deal.name)} if len(who) > 1 else set()
        found = self._called(named) or self._of_account(deal, position)
        if not found:
            many = self._holders(position, shared=shared)
            found = [line for line in self._called({position}) if line.times >= many]
        found = found or self._of_job(deal, shared=shared)
        if not found and shared:
            found = self._shared(deal)
        return [line for line in found if _same_account(line.account, deal.account)]

    def _of_account(self, deal: Deal, position: frozenset[str]) -> list[Line]:
        """The lines of the deal's own account, where nobody else is coded to it, all lines there
        are called the same, and the position has a word of that."""
        own = self.by_account.get(_bare(deal.account), ()) if deal.account else ()
        names = {line.names[-1] for line in own}
        alone = len(self.coded.get(_bare(deal.account), ())) == 1 and len(names) == 1
        if not alone or not position & next(iter(names)) or any(line.times != 1 for line in own):
            return []
        return list(own)

    def _holders(self, position: frozenset[str], *, shared: bool) -> int:
        """How many people a position has: in all, or (``shared``) at one time."""
        own = self.positions.get(position, ())
        return (_at_once(own) if shared else len(own)) or 1

    def _of_job(self, deal: Deal, *, shared: bool) -> list[Line]:
        """The lines that are loosely called as the position is, all of them by one name."""
        job = jobs.loosely(deal.position)
        own = self.by_job.get(job, ()) if job else ()
        if len({line.names[-1] for line in own}) > 1:
            return []
        return [line for line in own if line.times >= self._holders(job, shared=shared)]

    def _shared(self, deal: Deal) -> list[Line]:
        """The lines of the deal's account, where one of everybody's jobs there is theirs."""
        account = _bare(deal.account)
        own = self.by_account.get(account, ()) if account else ()
        called = {line.loosely for line in own}
        if len(called) != 1 or not all(line.of_several for line in own):
            return []
        name = next(iter(called)) - _COUNTS
        alike = (jobs.loosely(each.position) - name <= _WHICH for each in self.coded[account])
        whole = (name <= jobs.loosely(each.position) for each in self.coded[account])
        return list(own) if name and all(alike) and all(whole) else []

    def _called(self, names: Iterable[frozenset[str]]) -> list[Line]:
        """The lines of any of these names, each once, in the order of the sheets."""
        found = {line.cells["description"]: line for name in names for line in self._of(name)}
        return [found[cell] for cell in sorted(found)]

    def _of(self, name: frozenset[str]) -> Sequence[Line]:
        return self.by_words.get(name, ()) if name else ()


def _at_once(deals: Sequence[Deal]) -> int:
    """How many people hold a position on one day; all, where the dates of one are not known.

    Who begins on the day on which another ends takes over.
    """
    if any(deal.start is None or deal.end is None for deal in deals):
        return len({fold(deal.name) for deal in deals})
    spans = [(deal.start or date.min, deal.end or date.max, fold(deal.name)) for deal in deals]
    there = (
        {name for first, last, name in spans if first == day or first < day < last}
        for day, _, _ in spans
    )
    return max(map(len, there), default=0)


_COUNTS = listed("x second third 4 5 6 7 8 men people")
"""What a line for several people says of how many they are."""
_WHICH = listed("a b c d e second third 4 5 6 main unit additional camera")
"""What tells people of one job from each other."""


def _with_person(called: frozenset[str], person: object) -> Iterator[frozenset[str]]:
    """A job or role together with who does it: by the full name, the last, and an initial."""
    who = fold(person).split()
    if len(who) > 1 and called:
        yield called | frozenset(who)
        yield called | {who[-1]}
        yield called | {who[0][0], who[-1]}


def _bare(account: str) -> str:
    """An account's letters and digits."""
    return "".join(re.findall(r"[^\W_]+", account.casefold()))


def _same_account(one: str, other: str) -> bool:
    """Whether two codes do not contradict each other: "33-02" is 3302, and 3302-01 a part of it."""
    if not one or not other:
        return True
    return _begins(one)[-1] in _begins(other) or _begins(other)[-1] in _begins(one)


def _begins(code: str) -> list[str]:
    """What a code begins with, part by part, without separators: 3302, 330201 of "3302-01"."""
    parts = re.findall(r"[^\W_]+", code.casefold())
    return list(accumulate(parts)) or [code]


def budgeted(details: Iterable[Table], crew: Sequence[Deal]) -> Budgeted:
    """Index a budget's details; ``crew`` are the deals of everybody on the crew list who counts."""
    by_words: defaultdict[frozenset[str], list[Line]] = defaultdict(list)
    by_job: defaultdict[frozenset[str], list[Line]] = defaultdict(list)
    by_account: defaultdict[str, list[Line]] = defaultdict(list)
    known = lines(details)
    for line in known:
        by_account[_bare(line.account)].append(line)
        by_job[line.loosely].append(line)
        for name in line.names:
            by_words[name].append(line)
    positions: defaultdict[frozenset[str], list[Deal]] = defaultdict(list)
    coded: defaultdict[str, list[Deal]] = defaultdict(list)
    for deal in crew:
        for name in {jobs.words(deal.position), jobs.loosely(deal.position)}:
            positions[name].append(deal)
        coded[_bare(deal.account)].append(deal)
    return Budgeted(by_words, by_job, _by_role(known), by_account, positions, coded)


def _by_role(known: Iterable[Line]) -> Mapping[frozenset[str], Sequence[Line]]:
    """Lines such as "DONAL - Rory Beckwith", by the role.

    Only where a budget has several, each with a role and a person of its own: what is paid beside
    somebody's days ("DONAL - Box Rental") comes for one role again, or for many.
    """
    parts = [(line, _ROLE_AND_PLAYER.fullmatch(_PART.sub("", line.said))) for line in known]
    told = [(line, match["role"], match["who"]) for line, match in parts if match is not None]
    told = [each for each in told if not any(map(is_film_job, each[1:]))]
    roles, players = (Counter(jobs.words(each[part]) for each in told) for part in (1, 2))
    alone = [
        (line, jobs.words(role))
        for line, role, who in told
        if roles[jobs.words(role)] == players[jobs.words(who)] == 1
    ]
    return {role: (line,) for line, role in alone} if len(alone) >= _CAST_LINES else {}


_ROLE_AND_PLAYER = re.compile(
    r"(?P<role>[^-–—]+?) [-–—] (?P<who>[^\W\d_][\w.'’]*(?:[ -][^\W\d_][\w.'’]*){1,3})"
)
_CAST_LINES = 3
