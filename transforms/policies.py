"""Insurance: which policies and certificates are in force, and on which days they are wanted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from model.cell import Cell
from model.table import Table
from transforms import names, whereabouts
from transforms.facts import Facts
from transforms.records import Record, records
from transforms.scenes import scenes
from transforms.words import plain

_NOT_IN_FORCE = re.compile(
    r"(?:.*\b)?(?:quot\w*|pend\w*|appl\w+|request\w*|not (?:required|needed)|n/?a|cancel\w*|"
    r"declin\w*|"
    r"expired|void|draft|to do|tb[acd]|superseded|replaced|renewed|old|await\w*|angefragt|"
    r"storn\w*|annul\w*|pendiente|en attente|ausstehend)\b.*"
)


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

    def cell(self, field: str) -> Cell:
        """Where the log says this."""
        return self.table.cell(self.label, field)

    @property
    def called(self) -> str:
        """What messages call it: "General Liability (Bayline)"."""
        name = self.cover or self.number or self.insurer or "The insurance"
        return f"{name} for {self.holder}" if self.holder else name

    @property
    def key(self) -> tuple[str, str]:
        """What two lines share of which one goes on where the other ends."""
        return names.fold(self.cover or self.number), names.fold(self.holder)


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
    )


def renewals(known: Sequence[Policy]) -> Mapping[tuple[str, str], Sequence[Policy]]:
    """The lines of one cover for one holder, those in force alone."""
    found: dict[tuple[str, str], list[Policy]] = defaultdict(list)
    for policy in known:
        if policy.is_in_force:
            found[policy.key].append(policy)
    return found


def shooting_days(facts: Facts) -> Mapping[date, Cell]:
    """The days on which somebody works or a scene is shot, each with a cell that says so."""
    found: dict[date, Cell] = {}
    if facts.table("dood") is not None:
        marks = facts.marks[facts.marks["work"]].drop_duplicates("ordinal")
        for label, ordinal in zip(marks.index.tolist(), marks["ordinal"].tolist(), strict=True):
            found[date.fromordinal(ordinal)] = facts.mark_cell(label)
    for scene in facts.once(scenes):
        if scene.date is not None:
            found.setdefault(scene.date, scene.cell("date"))
    return dict(sorted(found.items()))


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
