"""How firmly the people of a finding are booked, and what that makes of the finding.

Only confirmed against confirmed is a conflict. With somebody who is only pencilled it is worth
knowing, and the message says so; somebody who declined is not counted at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.issue import Severity
from schemas.values.marks import Booking
from transforms import words
from transforms.facts import Facts


def is_pencilled(facts: Facts, element: int) -> bool:
    """Whether somebody's deal, or their line of a crew grid, says that they are not confirmed.

    A blank status confirms.
    """
    on_grid = facts.crew_days.status.get(element) is Booking.PENCILLED
    return on_grid or any(deal.status is Booking.PENCILLED for deal in facts.deals.get(element, ()))


def pencilled(facts: Facts, elements: Iterable[int]) -> list[str]:
    """The names of those who are not confirmed, each once."""
    found = [facts.shown(element) for element in elements if is_pencilled(facts, element)]
    return list(dict.fromkeys(found))


def weighed(
    facts: Facts, elements: Sequence[int], gravity: Severity | None = None
) -> tuple[Severity | None, str]:
    """A finding's severity (``None``: the rule's own), and words to put behind its message."""
    names = pencilled(facts, elements)
    if not names:
        return gravity, ""
    alone = len(set(map(facts.shown, elements))) == 1
    return Severity.INFO, "; only pencilled" if alone else f"; {words.listed(names)} only pencilled"


def weighed_together(facts: Facts, elements: Sequence[int]) -> tuple[Severity | None, str]:
    """The same for a finding on many people: as grave as ever where any of them is confirmed."""
    gravity, aside = weighed(facts, elements)
    if all(is_pencilled(facts, element) for element in elements):
        return gravity, "; only pencilled"
    return None, aside
