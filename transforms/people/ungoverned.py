"""People whose work no chosen agreement governs, as far as nobody said that none should."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from transforms import words
from transforms.agreements import FigureName
from transforms.facts import Facts
from transforms.people.deals import Deal, listed
from transforms.people.governed import NO_AGREEMENT, says_none, team

Side = Literal["cast", "crew"]


def without_agreement(facts: Facts, name: FigureName) -> str:
    """For whom a figure is not known and what would have to be said, a line each; "" for nobody.

    Only those count who are on a list of the side that the figure's agreements cover. Somebody who
    is said to be in no union, or in a department without an agreement, lacks nothing.
    """
    sides = {each.covers for each in facts.agreements if each.says(name) and not each.claims}
    told = [_told(facts, side, name) for side in _SIDES if side in sides]
    return "\n".join(filter(None, told))


_SIDES: tuple[Side, ...] = ("cast", "crew")


def _told(facts: Facts, side: Side, name: FigureName) -> str:
    """How many people of one list, those whose union is named apart."""
    lacking = [deal for deal in _people(facts, side) if _lacks(facts, deal, name)]
    named = sum(bool(deal.union) for deal in lacking)
    parts = []
    if named:
        parts.append(
            f"an agreement for {words.counted(named, 'person', 'people')} of the {side} whose "
            "union is none of those chosen: name it under 'agreements' in the settings"
        )
    if nameless := len(lacking) - named:
        parts.append(
            f"the union of {words.counted(nameless, 'person', 'people')} of the {side}: add a "
            "column \"Union\", or name their department under 'department_agreements' in the "
            "settings"
        )
    return "\n".join(parts)


def _people(facts: Facts, side: Side) -> Iterable[Deal]:
    """Everybody on one of the lists."""
    table = facts.table(side)
    return facts.once(_listed)[side] if table is not None else ()


def _listed(facts: Facts) -> dict[Side, tuple[Deal, ...]]:
    tables = {side: facts.table(side) for side in _SIDES}
    return {
        side: tuple(listed(table).values()) for side, table in tables.items() if table is not None
    }


def _lacks(facts: Facts, deal: Deal, name: FigureName) -> bool:
    """Whether nobody's figure holds for somebody, and nobody said that none should."""
    if says_none(deal.union):
        return False
    department = facts.governing.departments.get(team(deal.department))
    if not deal.union and department == NO_AGREEMENT:
        return False
    governed = facts.governing.own(deal.worker)
    return not governed and facts.governing.figure(deal.worker, name) is None
