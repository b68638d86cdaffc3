"""Permits: how far each has come, and which of them are for a place where scenes are shot."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from model.cell import Cell
from model.table import Table
from schemas.values.words import NOT_NEEDED
from transforms.facts import Facts
from transforms.planning import whereabouts
from transforms.planning.day_places import placed
from transforms.planning.scenes import Scene, scenes
from transforms.records import Record, dated_cell, records
from transforms.words import plain


class State(StrEnum):
    """How far a permit has come."""

    GRANTED = "granted"
    APPLIED = "applied for"
    REFUSED = "refused"
    NOT_NEEDED = "not needed"
    NOT_ASKED = "not applied for"


_WORDS = {
    State.NOT_ASKED: r"not (?:yet )?(?:applied|requested|submitted|filed|lodged)|nicht beantragt|"
    r"(?:non|pas) demande|(?:sin|no) solicita",
    State.NOT_NEEDED: rf"n ?/? ?a\b|{NOT_NEEDED}|private(?: property)?",
    State.REFUSED: r"den(?:y|ied)|declin|refus|reject|cancel|withdrawn|revoked|void|lapsed|"
    r"abgelehnt|storniert|annul|rechazad|denegad|anulad",
    State.APPLIED: r"pend|appl(?:ied|y)|submi|request|in (?:progress|process|arbeit|bearbeitung|"
    r"prufung)|process|review|await|waiting|tb[acd]\b|to do|todo|draft|needed|required|open\b|"
    r"not (?:yet|issued|received)|no\b|n\b|hold|beantragt|ausstehend|offen|en cours|"
    r"en attente|en tramite|demand|a demander|solicitad|por solicitar|pendiente|quoted?",
}
_STATES = {state: re.compile(rf"(?:^|\b)(?:{said})") for state, said in _WORDS.items()}


@dataclass(frozen=True, slots=True)
class Permit:
    """One line of a permit log. ``places`` are the names that it may be for."""

    label: int
    table: Table
    places: tuple[str, ...]
    number: str
    start: date | None
    end: date | None
    state: State
    filming: tuple[date, ...] = ()
    """The days on which its place is shot at, where the log has columns for them."""

    def cell(self, field: str) -> Cell:
        """Where the log says this."""
        return dated_cell(self.table, self.label, field)

    @property
    def called(self) -> str:
        """What messages call it: "The permit FC-12 for PIER 14"."""
        number = f" {self.number}" if self.number else ""
        return f"The permit{number} for {self.places[0]}" if self.places else f"The permit{number}"

    def covers(self, when: date) -> bool:
        """Whether it is good on a day; a blank first day is no bound."""
        return (self.start is None or self.start <= when) and (self.end or when) >= when


@dataclass(frozen=True, slots=True)
class Shot:
    """A day on which the permit log itself says that a place is shot at."""

    permit: Permit
    date: date

    @property
    def location(self) -> str:
        """The place."""
        return self.permit.places[0]

    def cell(self, _: str) -> Cell:
        """Where the log says from when."""
        return self.permit.cell("filming_from")


@dataclass(frozen=True, slots=True)
class Site:
    """A place of the one-liner, or of the permit log: the days it is shot at, and its permits.

    ``loose`` says of a permit (by its label) in spite of what it was taken for this place's.
    """

    name: str
    scenes: tuple[Scene | Shot, ...]
    permits: tuple[Permit, ...]
    loose: Mapping[int, str]


def permits(facts: Facts) -> tuple[Permit, ...]:
    """Every line of the permit logs."""
    table = facts.table("permits")
    if table is None:
        return ()
    return tuple(_permit(table, label, record) for label, record in records(table.frame))


def _permit(table: Table, label: int, record: Record) -> Permit:
    said = str(record.get("location") or "")
    start, end = record.get("start_date"), record.get("end_date")
    return Permit(
        label=label,
        table=table,
        places=tuple(whereabouts.parts(said)),
        number=str(record.get("permit_number") or ""),
        start=start if isinstance(start, date) else None,
        end=end if isinstance(end, date) else None,
        state=_state(record),
        filming=_filming(record.get("filming_from"), record.get("filming_to")),
    )


def _filming(first: object, last: object) -> tuple[date, ...]:
    if not isinstance(first, date):
        return ()
    end = last if isinstance(last, date) else first
    return tuple(first + timedelta(days=day) for day in range((end - first).days + 1))


def _state(record: Record) -> State:
    """What the status says; without one, whatever else says that it was issued or asked for."""
    said = [str(record.get(name) or "") for name in ("status", "permit_number", "notes")]
    for text in said[:2]:
        found = next((state for state, words in _STATES.items() if words.match(plain(text))), None)
        if found is not None:
            return found
    if _STATES[State.NOT_NEEDED].match(plain(said[2])):
        return State.NOT_NEEDED
    told = (
        said[0] or record.get("issued") or record.get("end_date") or any(map(str.isdigit, said[1]))
    )
    return State.GRANTED if told else State.APPLIED


def sites(facts: Facts) -> tuple[Site, ...]:
    """The places of dated scenes, each with its permits, by the location or by the set.

    A one-liner without locations may name them on the banners of its days. Where no one-liner says
    when a place is shot at, the permit log may.
    """
    known = facts.once(permits)
    own: dict[str, list[Scene]] = defaultdict(list)
    for scene in placed(facts.once(scenes), [name for one in known for name in one.places]):
        key = whereabouts.key(scene.location or scene.set)
        if key and scene.date is not None:
            own[key].append(scene)
    found = []
    for there in own.values():
        names = list(dict.fromkeys(filter(None, (there[0].location, *(s.set for s in there)))))
        exact = [permit for permit in known if _names(permit, names)]
        loose = {} if exact else _loosely(known, names[0])
        taken = exact or [permit for permit in known if permit.label in loose]
        found.append(Site(names[0], tuple(there), tuple(taken), loose))
    return tuple(found) or _by_the_log(known)


def _by_the_log(known: Sequence[Permit]) -> tuple[Site, ...]:
    """The places of a permit log that says itself when each is shot at."""
    own: dict[str, list[Permit]] = defaultdict(list)
    for permit in known:
        if permit.places and permit.filming:
            own[whereabouts.key(permit.places[0])].append(permit)
    return tuple(
        Site(
            there[0].places[0],
            tuple(Shot(permit, day) for permit in there for day in permit.filming),
            tuple(permit for permit in known if _names(permit, there[0].places[:1])),
            {},
        )
        for key, there in own.items()
        if key
    )


def _names(permit: Permit, names: Sequence[str]) -> bool:
    keys = {whereabouts.key(place) for place in permit.places}
    return any(whereabouts.key(name) in keys for name in names)


def _loosely(known: Sequence[Permit], name: str) -> dict[int, str]:
    """The permits of the one place whose name is like this one, and why; none where two are.

    Whole names are compared before the places that a permit may list: two towns have one street.
    The town that both names end with, or that several permits are in, is none of these.
    """
    tails = Counter(whereabouts.key(place) for permit in known for place in permit.places[2:])
    towns = {key for key, times in tails.items() if times > 1}
    towns |= {whereabouts.key(part) for part in whereabouts.parts(name)[2:]}
    for most in (1, None):
        found = {
            permit.label: (whereabouts.key(permit.places[0]), why)
            for permit in known
            if (why := _why(_listed(permit, towns)[:most], name))
        }
        if len({place for place, _ in found.values()}) == 1:
            return {label: why for label, (_, why) in found.items()}
    return {}


def _listed(permit: Permit, towns: Set[str]) -> list[str]:
    """The places that a permit may be for, without the town that stands behind them."""
    first = permit.places[:1]
    return [*first, *(each for each in permit.places[1:] if whereabouts.key(each) not in towns)]


def _why(places: Sequence[str], name: str) -> str:
    return next(filter(None, (whereabouts.why_alike(name, place) for place in places)), "")
