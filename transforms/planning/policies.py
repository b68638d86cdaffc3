"""Insurance: which policies and certificates are in force, and on which days they are wanted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from model.cell import Cell
from model.table import Table
from transforms.facts import Facts
from transforms.people import names
from transforms.planning import whereabouts
from transforms.planning.scenes import scenes
from transforms.records import Record, dated_cell, records
from transforms.words import plain

_NOT_IN_FORCE = re.compile(
    r"(?:.*\b)?(?:quot\w*|pend\w*|appl\w+|request\w*|not (?:required|needed)|n/?a|cancel\w*|"
    r"declin\w*|"
    r"expired|void|draft|to do|tb[acd]|superseded|replaced|renewed|old|await\w*|angefragt|"
    r"storn\w*|annul\w*|anulad\w*|pendiente|en attente|ausstehend)\b.*"
)

_RENEWED = re.compile(r"\b(?:expired|superseded|replaced|renewed|old)\b")
"""A line that another one has replaced: it was good until then."""
_VERSION = re.compile(
    r"\b(?:old|new|prior|previous|current|expired|expiring|lapsed|renew(?:ed|al)|replac\w+|"
    r"superseded|extended|extension|was|now|(?:19|20)\d\d(?: \d{2,4})?|alte?|neue?|"
    r"viej[ao]|nuev[ao]|ancien\w*|nouvel\w*)\b"
)
"""Words of a cover that tell an old policy from its renewal, and no cover from another."""
_EARLY = 45
"""Days before an old policy's end on which a renewal may begin."""
_LONG = {
    "comp": "compensation",
    "wc": "workers compensation",
    "gl": "general liability",
    "cgl": "general liability",
    "el": "employers liability",
    "pl": "public liability",
    "gen": "general",
    "liab": "liability",
    "equip": "equipment",
    "equipt": "equipment",
    "veh": "vehicles",
    "prod": "production",
}
_SAYS_NOTHING = ("and", "the", "of", "for", "insurance", "policy", "cover", "coverage")


@dataclass(frozen=True, slots=True)
class Policy:
    """One line of an insurance log: a policy, or a certificate for somebody."""

    label: int
    table: Table
    cover: str
    holder: str
    number: str
    insurer: str
    limit: Decimal | None
    start: date | None
    end: date | None
    is_in_force: bool
    remarks: str

    def cell(self, field: str) -> Cell:
        """Where the log says this."""
        return dated_cell(self.table, self.label, field)

    @property
    def called(self) -> str:
        """What messages call it: "General Liability (Bayline)"."""
        name = self.cover or self.number or self.insurer or "The insurance"
        return f"{name} for {self.holder}" if self.holder else name

    @property
    def words(self) -> frozenset[str]:
        """The words of its cover as they are compared, without those that tell its version."""
        return covered(_VERSION.sub(" ", names.fold(self.cover or self.number)))

    def goes_on(self, earlier: Policy) -> bool:
        """Whether it is the same cover for the same holder as another line, or renews it."""
        if names.fold(self.holder) != names.fold(earlier.holder):
            return False
        if self.words == earlier.words or self._names(earlier) or earlier._names(self):
            return True
        first, last = sorted((earlier, self), key=lambda policy: policy.start or date.min)
        if first.end is None or last.start is None or last.end is None or last.end <= first.end:
            return False
        near = -_EARLY <= (last.start - first.end).days <= 1
        alike = self.words <= earlier.words or earlier.words <= self.words
        return near and alike and bool(self.words and earlier.words)

    def _names(self, other: Policy) -> bool:
        """Whether its remarks name another line's number: "renewal of M/20115"."""
        number = re.sub(r"\W", "", other.number).casefold()
        said = re.sub(r"\W", "", self.remarks).casefold()
        return len(number) > 3 and any(map(str.isdigit, number)) and number in said


def policies(facts: Facts) -> tuple[Policy, ...]:
    """Every line of the insurance logs."""
    table = facts.table("insurance")
    if table is None:
        return ()
    return tuple(_policy(table, label, record) for label, record in records(table.frame))


def _policy(table: Table, label: int, record: Record) -> Policy:
    start, end, limit = (record.get(name) for name in ("start_date", "end_date", "limit"))
    return Policy(
        label=label,
        table=table,
        cover=str(record.get("cover") or "").strip(),
        holder=str(record.get("holder") or "").strip(),
        number=str(record.get("policy_number") or "").strip(),
        insurer=str(record.get("insurer") or "").strip(),
        limit=limit if isinstance(limit, Decimal) else None,
        start=start if isinstance(start, date) else None,
        end=end if isinstance(end, date) else None,
        is_in_force=_NOT_IN_FORCE.fullmatch(plain(str(record.get("status") or ""))) is None,
        remarks=" ".join(str(record.get(name) or "") for name in ("status", "notes")),
    )


def renewals(known: Sequence[Policy]) -> Sequence[Sequence[Policy]]:
    """The lines of one cover for one holder together, those in force and what they renewed."""
    found: list[list[Policy]] = []
    for policy in known:
        if not policy.is_in_force and not _RENEWED.search(plain(policy.remarks)):
            continue
        own = [group for group in found if any(policy.goes_on(other) for other in group)]
        found = [group for group in found if group not in own]
        found.append([*(other for group in own for other in group), policy])
    return [group for group in found if any(policy.is_in_force for policy in group)]


def covered(said: str) -> frozenset[str]:
    """The words of a cover as they are compared: "Workers' Comp" is workers compensation."""
    text = names.fold(re.sub(r"['’]", "", said))
    words = " ".join(_LONG.get(word, word) for word in text.split()).split()
    return frozenset(word[:-1] if len(word) > 3 and word[-1] == "s" else word for word in words) - {
        *_SAYS_NOTHING
    }


_OF_THE_BUSIEST = 3


def shooting_days(facts: Facts) -> Mapping[date, Cell]:
    """The days on which somebody works or a scene is shot, each with a cell that says so.

    Where no schedule says, those on which the crew's sheets have many at work.
    """
    found: dict[date, Cell] = {}
    if facts.table("dood") is not None:
        marks = facts.marks[facts.marks["work"]].drop_duplicates("ordinal")
        for label, ordinal in zip(marks.index.tolist(), marks["ordinal"].tolist(), strict=True):
            found[date.fromordinal(ordinal)] = facts.mark_cell(label)
    for scene in facts.once(scenes):
        if scene.date is not None:
            found.setdefault(scene.date, scene.cell("date"))
    return dict(sorted((found or _crew_days(facts)).items()))


def _crew_days(facts: Facts) -> dict[date, Cell]:
    """The days on which the crew is at work: no few of them, as in prep and wrap."""
    marks = facts.attendance[facts.attendance["work"]].drop_duplicates(["ordinal", "person"])
    first, people = dict[int, int](), Counter[int]()
    for label, day in zip(marks.index.tolist(), marks["ordinal"].tolist(), strict=True):
        first.setdefault(day, label)
        people[day] += 1
    most = max(people.values(), default=0)
    busy = [day for day, many in people.items() if many * _OF_THE_BUSIEST >= most]
    return {date.fromordinal(day): facts.mark_cell(first[day]) for day in busy}


def wanted_days(facts: Facts, holder: str) -> Mapping[date, Cell]:
    """The days on which a certificate for somebody is wanted: of a place, of a vendor's hire.

    For anybody else, the production included, that is the whole shoot.
    """
    days = facts.once(shooting_days)
    at_place = {
        scene.date: scene.cell("location")
        for scene in facts.once(scenes)
        if scene.date is not None
        and (whereabouts.key(scene.location) == whereabouts.key(holder) != "")
    }
    if at_place:
        return dict(sorted(at_place.items()))
    hired = facts.table("equipment")
    if hired is None or not holder:
        return days
    spans = [
        (record["start_date"], record["end_date"], hired.cell(label, "end_date"))
        for label, record in records(hired.frame)
        if names.fold(record.get("vendor")) == names.fold(holder)
    ]
    ends = {end: cell for _, end, cell in spans if isinstance(end, date)}
    starts = {start: cell for start, _, cell in spans if isinstance(start, date)}
    return dict(sorted((starts | ends).items())) if ends else days
