"""How a finding says that something costs more than its budget."""

from __future__ import annotations

from collections.abc import Sequence

from model.cell import Cell
from model.issue import Cost
from model.money import cents, spoken
from model.trail import firsts
from transforms.costs.lines import Figures
from transforms.rule import Finding

_FEW = 50
"""Cells behind a figure that a finding names; of more, the first one of each tab."""


def named(cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells of a figure that a finding names."""
    return cells if len(cells) <= _FEW else firsts(cells)


def with_tabs(cells: Sequence[Cell], corners: Sequence[Cell]) -> tuple[Cell, ...]:
    """Cells, and the corners of those tabs that none of them is on.

    So that an issue is known to come from every tab that it speaks of, even of its silence.
    """
    tabs = {(cell.book, cell.tab) for cell in cells}
    further = (corner for corner in corners if (corner.book, corner.tab) not in tabs)
    return (*cells, *further)


def over_budget(
    name: str,
    subject: str,
    figures: Figures,
    at: Cell,
    sources: tuple[Cell, ...],
    currency: str,
    efc_rule: str = "",
) -> Finding:
    """An overage: how much, against what, and (in ``cost``) the arithmetic.

    ``related`` holds the cells of ``sources`` on the same tab, and one of each other tab, so that
    the issue is known to come from there; ``cost`` holds them all.
    """
    over = -figures.variance
    percent = f" ({over / figures.revised:.0%})" if figures.revised else ""
    rule = f"; EFC is {efc_rule}" if efc_rule else ""
    here = [cell for cell in sources if (cell.book, cell.tab) == (at.book, at.tab)]
    elsewhere = {(cell.book, cell.tab): cell for cell in sources if cell not in here}
    related = tuple(dict.fromkeys(cell for cell in (*here, *elsewhere.values()) if cell != at))
    return Finding(
        message=f"{name} is over its budget by {spoken(over, currency)}{percent}",
        at=at,
        related=related,
        subject=subject,
        cost=Cost(
            cents(over),
            f"EFC {spoken(figures.efc, currency)} - revised budget "
            f"{spoken(figures.revised, currency)}{rule}",
            tuple(dict.fromkeys((at, *sources))),
        ),
        suggestion="Explain the overage, approve it, or cut the estimate to complete.",
    )
