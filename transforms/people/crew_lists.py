"""Where a production lists its crew: on the crew list, or without one on its crew grids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from model.table import CrewGrid
from transforms.facts import Facts
from transforms.people.deals import Deal, listed
from transforms.people.on_the_list import days_on_grid

_WHOLE = 15
"""Positions on a grid from which it is of a whole crew, and no department's own."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody of the crew. ``days`` are those that a grid has them work; a list has none."""

    deal: Deal
    days: frozenset[date] | None = None

    def is_there(self, when: date) -> bool:
        """Whether they may be at work on a day: within the deal's dates, or by the grid's marks."""
        if self.days is not None:
            return when in self.days
        start, end = self.deal.start, self.deal.end
        return (start is None or start <= when) and (end is None or end >= when)


def crew(facts: Facts) -> list[Listed]:
    """Everybody on the crew list; without one, on the grids of a whole crew."""
    if (table := facts.table("crew")) is not None:
        return [Listed(deal) for deal in listed(table).values()]
    return list(_on_grids(facts))


def has_crew(facts: Facts) -> bool:
    """Whether the production lists its crew anywhere."""
    return facts.table("crew") is not None or bool(facts.once(crew))


def _on_grids(facts: Facts) -> Iterator[Listed]:
    grids = [grid for grid in facts.tables("crew_grid") if isinstance(grid, CrewGrid)]
    deals = [(grid, listed(grid).values()) for grid in grids]
    positions = {deal.position for _, own in deals for deal in own if deal.position}
    if len(positions) < _WHOLE:
        return
    for grid, own in deals:
        days = days_on_grid(grid)
        yield from (Listed(deal, frozenset(days.get(deal.label, ()))) for deal in own)
