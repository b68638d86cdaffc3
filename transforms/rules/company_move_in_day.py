"""A company move within a day.

Why: a move between two places takes an hour or more out of the shooting day, trucks and all; the
day's pages have to be possible with what is left.

Looked at: the places of each unit's scenes on one day, in a one-liner with a column for them. The
stages of a studio are one place, and so is a place with its parts ("Pier 14", "Pier 14 - lot");
a banner or a remark that speaks of the move says that it is planned, and is left alone, as is what
stands there only in case of rain.

Flags:
    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road |
    | 14    | EXT | YARD    | DAY | 6/8   | 1    | *Pier 14* |
    | 15    | EXT | QUAY    | DAY | 6/8   | 1    | Pier 14   |

Passes:
    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location      |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | PIER 14       |
    | 14    | EXT | YARD    | DAY | 6/8   | 1    | Pier 14 - lot |
    | 15    | EXT | QUAY    | DAY | 6/8   | 1    | TBD           |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 16    | INT | HALL    | DAY | 1 2/8 | 1, 2 | Stage 2       |
    | 17    | INT | CELLAR  | DAY | 1 2/8 | 1, 2 | Stage 5       |
    | DAY 3 - Wednesday, March 4, 2026 |
    | 18    | INT | CHAPEL  | DAY | 1 2/8 | 1, 2 | Chapel Hill   |
    | COMPANY MOVE TO DOCK ROAD |
    | 19    | INT | GARAGE  | DAY | 1 2/8 | 1, 2 | Dock Road     |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.planning import whereabouts
from transforms.planning.scenes import Scene, dated
from transforms.rule import Finding, rule
from transforms.words import plain

_PLANNED = re.compile(
    r"\b(?:(?:company|co|unit|crew) moves?|moves? to|relocat\w*|umzug|motivwechsel|"
    r"changement de (?:lieu|decor)|cambio de (?:locacion|localizacion)|traslado)\b"
)


@rule(
    "company-move-in-day",
    on=(Sheet(("one_liner",), fields=("location",)),),
    severity=Severity.INFO,
    topic=Topic.CONFLICT,
)
def company_move_in_day(facts: Facts) -> Iterator[Finding]:
    """One finding for each day of a unit, at the first scene after its first move."""
    for (_, when), own in facts.once(dated).items():
        stops = _stops(own)
        if len(stops) < 2:
            continue
        names = [stop.location for stop in stops]
        said = " to ".join(names) if len(names) < 4 else words.listed(names)
        yield Finding(
            message=f"The company moves within {words.day(when)}: from {said}",
            at=stops[1].cell("location"),
            related=tuple(stop.cell("location") for stop in (stops[0], *stops[2:])),
            subject=_called(stops[0]),
            dates=(when,),
            suggestion="Put the places on days of their own, or plan the time of the move.",
        )


def _stops(day: Sequence[Scene]) -> list[Scene]:
    """The first scene at each place, in order, but for those whose move is planned."""
    stops: list[Scene] = []
    for scene in day:
        if not whereabouts.key(scene.location):
            continue
        if stops and _is_same(stops[-1].location, scene.location):
            continue
        planned = any(_PLANNED.search(plain(text)) for text in (scene.under, scene.notes))
        if planned:
            stops = [scene]
        else:
            stops.append(scene)
    return stops


def _is_same(one: str, other: str) -> bool:
    """Whether nobody has to load a truck between two places."""
    if whereabouts.is_studio(one) and whereabouts.is_studio(other):
        return True
    return whereabouts.is_within(one, other)


def _called(scene: Scene) -> str | None:
    """What the shooting day is called."""
    return None if scene.shoot_day is None else f"Day {scene.shoot_day}"
