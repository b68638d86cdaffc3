"""Who works under which agreement: by their union, else by department or position.

Nothing is guessed. Somebody whose union is none that the production chose is under none of its
agreements; where a list names no union and several agreements could govern the work, none does.
Laws hold for everybody beside an agreement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from transforms.agreements import Agreement, Figure, FigureName, Group
from transforms.people.names import fold

NO_AGREEMENT = "none"
"""What the settings say of a department that no agreement governs."""

_NEGATIONS = frozenset({"non", "not", "no", "none", "nu", "na", "nonunion"})
_DEPARTMENT = frozenset({"department", "departments", "dept", "dpt"})
_NONE = frozenset({"n a", "n u"})
_MEMBERS = frozenset(
    {
        *("full", "member", "members", "apprentice", "aam", "permit", "permittee", "trainee"),
        *("union", "status", "yes", "minor", "fi", "core", "financial"),
    }
)
"""Words of a membership that leave open which union it is of."""
_LOCAL = re.compile(r"\d{2,4}")


@dataclass(frozen=True, slots=True)
class Worker:
    """What tells an agreement: whose list somebody is on, and what it says of them."""

    side: Literal["cast", "crew"]
    union: str = ""
    department: str = ""
    position: str = ""
    rate_unit: str = ""


@dataclass(frozen=True, slots=True)
class Governing:
    """The agreements that a production chose, and those that it gives to departments by name."""

    chosen: Sequence[Agreement]
    departments: Mapping[str, str]
    """Department (as :func:`team` has it) -> an agreement's id, or :data:`NO_AGREEMENT`."""
    _own: dict[Worker, tuple[Agreement, ...]] = field(default_factory=dict, compare=False)
    """Workers whose agreements are found already: lists hold the same few kinds many times."""
    _figures: dict[tuple[Worker, FigureName, date | None], tuple[Agreement, Figure] | None] = field(
        default_factory=dict, compare=False
    )
    """Figures that were asked for already."""

    def figure(
        self, worker: Worker, name: FigureName, on: date | None = None
    ) -> tuple[Agreement, Figure] | None:
        """One figure for somebody's work, from their agreement, else from a law.

        Of several agreements (one and its successor) that in force on the day counts.
        """
        asked = (worker, name, on)
        if asked not in self._figures:
            self._figures[asked] = self._figure(worker, name, on)
        return self._figures[asked]

    def _figure(
        self, worker: Worker, name: FigureName, on: date | None
    ) -> tuple[Agreement, Figure] | None:
        laws = [agreement for agreement in self.chosen if agreement.covers in _FOR_EVERYBODY]
        for agreement in (*in_force(self.own(worker), on), *in_force(laws, on)):
            if (figure := figure_for(agreement, worker, name)) is not None:
                return agreement, figure
        return None

    def own(self, worker: Worker) -> tuple[Agreement, ...]:
        """The agreement of somebody's union, or department, or position, and its successors."""
        if worker not in self._own:
            self._own[worker] = self._found(worker)
        return self._own[worker]

    def possible(self, worker: Worker) -> tuple[Agreement, ...]:
        """Somebody's own agreement; else all of those that it may be one of."""
        if own := self.own(worker):
            return own
        if (worker.union and not is_membership(worker.union)) or team(
            worker.department
        ) in self.departments:
            return ()
        side = (each for each in self.chosen if each.covers == worker.side)
        return tuple(each for each in side if not each.claims)

    def keeping(
        self, workers: Sequence[Worker], holiday: Sequence[Agreement]
    ) -> tuple[Agreement, ...]:
        """Somebody's agreements by which they keep a holiday, of those that have it.

        Somebody who may be under one of several keeps what all of them keep.
        """
        possible = {each.id: each for worker in workers for each in self.possible(worker)}
        bodies = {each.body for each in holiday}
        kept = all(each.body in bodies for each in possible.values())
        return tuple(possible.values()) if kept else ()

    def _found(self, worker: Worker) -> tuple[Agreement, ...]:
        side = [agreement for agreement in self.chosen if agreement.covers == worker.side]
        if worker.union and not is_membership(worker.union):
            return tuple(each for each in side if is_under(each, worker.union, self.chosen))
        if (said := self.departments.get(team(worker.department))) is not None:
            return tuple(each for each in side if each.id == said)
        claimed = [each for each in side if _claims(each, worker)]
        whole = [each for each in side if not each.claims]
        return tuple(claimed) or (tuple(whole) if _one_body(whole) else ())


_FOR_EVERYBODY = ("everyone", "minors", "production")


def figure_for(agreement: Agreement, worker: Worker, name: FigureName) -> Figure | None:
    """An agreement's figure: that of somebody's own group, else everybody's."""
    for group in agreement.groups:
        if name in group.figures and _in_group(group, worker):
            return group.figures[name]
    return agreement.figures.get(name)


def in_force(agreements: Sequence[Agreement], on: date | None) -> list[Agreement]:
    """The same agreements, those in force on the day first."""
    return sorted(agreements, key=lambda agreement: on is not None and not agreement.holds(on))


def is_under(agreement: Agreement, union: str, chosen: Sequence[Agreement] = ()) -> bool:
    """Whether a list's words for a union ("IATSE Local 80", "SAG-E") name an agreement's.

    A local that the agreement does not list, or that another one lists, is not under it.
    """
    words = fold(union).split()
    if says_none(union):
        return False
    if any(_within(fold(branch).split(), words) for branch in agreement.except_unions):
        return False
    named = any(_within(fold(own).split(), words) for own in agreement.unions)
    numbers = set(_LOCAL.findall(union))
    if agreement.locals:
        listed = bool(numbers & set(agreement.locals))
        return listed if numbers else named
    elsewhere = {number for other in chosen for number in other.locals}
    return named and not numbers & elsewhere


def says_none(union: str) -> bool:
    """Whether a list's words for a union say that there is none: "non-union", "N/A", "NU"."""
    return fold(union) in _NONE or bool(_NEGATIONS & set(fold(union).split()))


def is_membership(union: str) -> bool:
    """Whether a list's words for a union say only that somebody is a member: "full"."""
    words = re.findall(r"[a-z]+", fold(union))
    return bool(words) and _MEMBERS.issuperset(words)


def team(department: str) -> str:
    """A department's name as it is compared: "GRIP DEPARTMENT" is "grip"."""
    return " ".join(word for word in fold(department).split() if word not in _DEPARTMENT)


def _within(phrase: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words follow each other in others."""
    size = len(phrase)
    return any(list(words[at : at + size]) == list(phrase) for at in range(len(words) - size + 1))


def _claims(agreement: Agreement, worker: Worker) -> bool:
    """Whether an agreement names somebody's department or position."""
    return team(worker.department) in map(fold, agreement.departments) or _holds(
        worker.position, agreement.positions
    )


def _in_group(group: Group, worker: Worker) -> bool:
    return worker.rate_unit in group.rate_units or _holds(worker.position, group.positions)


def _holds(said: str, positions: Sequence[str]) -> bool:
    """Whether somebody's position, or one of several ("Stunt Co-ord / Driver"), is among some."""
    named = {_job(position) for position in positions}
    return any(_job(part) in named for part in (said, *_JOBS.split(said)))


def _job(position: str) -> str:
    return " ".join(_COORDINATOR.sub("coordinator", fold(position)).split())


_JOBS = re.compile(r"\s*[/&+,;]\s*|\s+and\s+|\(|\)", re.IGNORECASE)
_COORDINATOR = re.compile(r"\bco[ .-]*ord(?:inator)?\b\.?")


def _one_body(agreements: Sequence[Agreement]) -> bool:
    return len({agreement.body for agreement in agreements}) == 1
