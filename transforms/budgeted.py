"""What a budget's detail has for a person: so many days, at such a rate, found by name or position.

A line is somebody's where it is called as the role, the performer, the position or the person is,
and nobody else could be meant. A line for anything more ("DP kit rental") is nobody's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from model.cell import Cell
from model.table import Table
from schemas.values.rates import unit_in
from schemas.values.words import listed
from transforms.deals import Deal
from transforms.names import fold
from transforms.records import Record, records

_PHASES = listed(
    "prep preparation preproduction shoot shooting wrap strike "
    "hold holds holding vorbereitung dreh drehzeit abwicklung preparation tournage bouclage rodaje "
    "preparacion days day weeks week"
)
"""Words of a line that say when its days are; they are all days of the same person's."""
_SHORT = {
    "dp": "director photography", "dop": "director photography",
    "cinematographer": "director photography", "ad": "assistant director",
    "ac": "assistant camera", "upm": "unit production manager", "pa": "production assistant",
    "pas": "production assistant", "apoc": "assistant production coordinator",
    "poc": "production coordinator", "dit": "digital imaging technician",
    "asst": "assistant", "coord": "coordinator", "mgr": "manager", "op": "operator",
    "1st": "first", "2nd": "second", "3rd": "third", "ops": "operator", "sup": "supervisor",
    "super": "supervisor", "prod": "production", "dir": "director", "exec": "executive",
    "hmu": "hair makeup", "mua": "makeup artist", "cam": "camera",
}  # fmt: skip
_FILLERS = listed("as played by the role of for no and")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a budget's detail: ``quantity`` units for each of ``times`` people, at ``rate``."""

    names: tuple[frozenset[str], ...]
    """What it is called, in words: as it stands, and without its phase."""
    account: str
    quantity: Decimal | None
    unit: str | None
    """hour, day, week, flat; ``None`` where nobody can say."""
    times: Decimal
    rate: Decimal | None
    cells: Mapping[str, Cell]
    """Where it says quantity and rate."""


def lines(details: Iterable[Table]) -> list[Line]:
    """The lines of the details that call anybody or anything by a name."""
    found = []
    for table in details:
        for label, record in records(table.frame):
            names = _names(record)
            if names and not record.get("special"):
                found.append(_line(table, label, record, names))
    return found


def _names(record: Record) -> tuple[frozenset[str], ...]:
    """What a line is called; a line of phases alone ("Prep", "Shoot") is called as its heading."""
    said = _words(record.get("description"))
    if said and not said - _PHASES:
        said = _words(record.get("category"))
    return tuple(dict.fromkeys(name for name in (said, said - _PHASES) if name))


def _words(text: object) -> frozenset[str]:
    """A name's words, jobs' usual short forms written out: "1st AD", first assistant director."""
    said = fold(text).replace("principal photography", "shoot").split()
    spelt = (_SHORT.get(word, word) for word in said)
    return frozenset(word for words in spelt for word in words.split()) - _FILLERS


def _line(table: Table, label: int, record: Record, names: tuple[frozenset[str], ...]) -> Line:
    """One line. Where no column says the unit, the headings may: "Days", "Weekly Rate"."""
    said = record.get("unit")
    texts = [said] if said else [table.headings.get(name, "") for name in ("quantity", "rate")]
    abroad = table.currencies.get("rate", {}).get(label)
    return Line(
        names=names,
        account=str(record.get("account") or ""),
        quantity=_number(record.get("quantity")),
        unit=next(filter(None, (unit_in(str(text)) for text in texts)), None),
        times=_number(record.get("times")) or Decimal(1),
        rate=None if abroad else _number(record.get("rate")),
        cells={name: table.cell(label, name) for name in ("quantity", "rate", "description")},
    )


def _number(value: object) -> Decimal | None:
    return Decimal(str(value)) if isinstance(value, int | float | Decimal) else None


@dataclass(frozen=True, slots=True)
class Budgeted:
    """Finds people's lines. ``positions`` counts the people of a crew list by position."""

    by_words: Mapping[frozenset[str], Sequence[Line]]
    by_account: Mapping[str, Sequence[Line]]
    positions: Mapping[str, int]
    coded: Mapping[str, int]
    """How many people of the crew list are coded to an account."""

    def of_role(self, role: object, performer: object = None, number: object = None) -> list[Line]:
        """The lines called as a role, as its performer, or as both; its number may stand there."""
        own, who = _words(role), _words(performer)
        ids = frozenset(fold(number).split())
        names = {own, who, own | who} - {frozenset()}
        names |= {name | ids for name in names}
        return [line for line in self._called(names) if line.times == 1]

    def of_crew(self, deal: Deal) -> list[Line]:
        """The lines called as a position, of the deal's account; or as the person, or as both.

        Of a position that more people have than a line is for, nobody can say whose it is.
        """
        position, who = _words(deal.position), _words(deal.name)
        found = self._called({who, position | who}) if len(who) > 1 else []
        if not found:
            found = self._of_account(deal, position)
        if not found:
            many = self.positions.get(fold(deal.position), 1)
            found = [line for line in self._called({position}) if line.times >= many]
        return [line for line in found if _same_account(line.account, deal.account)]

    def _of_account(self, deal: Deal, position: frozenset[str]) -> list[Line]:
        """The lines of the deal's own account, where nobody else is coded to it, all lines there
        are called the same, and the position has a word of that."""
        own = self.by_account.get(deal.account, ()) if deal.account else ()
        names = {line.names[-1] for line in own}
        alone = self.coded.get(deal.account) == 1 and len(names) == 1
        if not alone or not position & next(iter(names)) or any(line.times != 1 for line in own):
            return []
        return list(own)

    def _called(self, names: Iterable[frozenset[str]]) -> list[Line]:
        """The lines of any of these names, each once, in the order of the sheets."""
        found = {line.cells["description"]: line for name in names for line in self._of(name)}
        return [found[cell] for cell in sorted(found)]

    def _of(self, name: frozenset[str]) -> Sequence[Line]:
        return self.by_words.get(name, ()) if name else ()


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
    by_account: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines(details):
        by_account[line.account].append(line)
        for name in line.names:
            by_words[name].append(line)
    positions = Counter(fold(deal.position) for deal in crew)
    return Budgeted(by_words, by_account, positions, Counter(deal.account for deal in crew))
