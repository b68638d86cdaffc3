"""A day with a hazard and without whoever minds it.

Why: stunts, weapons, animals, fire, work in water and intimate scenes want somebody who is
answerable for them: a stunt coordinator, an armourer, a wrangler. Without one the scene cannot be
shot safely, and is stopped.

Looked at: the remarks, the banner and the synopsis of a one-liner's scenes, for words that name
them ("stunt", "14 ft fall", "muskets", "12-bore (blank)", "horse", "pyro", "underwater", "nudity"),
against the positions on the crew list and the roles on the cast list; without a crew list, on crew
grids of fifteen positions and more, whose days say who is there. Who declined does not count;
somebody with dates must be there on the day, and who is only pencilled makes it a finding for
information. A word in a set's or a place's name (the WHITE HORSE, Gun Hill) is none; nor are a
toy, a statue, a remark such as "no weapons" or "gun belt only", or one that says that the handler
is on set.

Flags:
    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  | Notes               |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road | *Stunt: fall*       |
    | 13    | INT | CELLAR  | DAY | 1 2/8 | 1, 2 | Dock Road | *Fire gag, no dial* |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | EXT | YARD    | DAY | 6/8   | 1    | Pier 14   | *2 horses*          |
    | 15    | EXT | QUAY    | DAY | 6/8   | 2    | Pier 14   | Practical firearms  |
    | 16    | EXT | QUAY    | DAY | 6/8   | 2    | Pier 14   | *Ben swims ashore*  |
    | 17    | INT | CABIN   | DAY | 6/8   | 2    | Pier 14   | *Partial nudity*    |

    Crew:
    | Department | Position           | Name       | Start Date | End Date   |
    | Stunts     | Stunt Coordinator  | Ida Holm   | 2026-03-09 | 2026-03-20 |
    | Props      | Armourer           | Tom Okafor | 2026-03-02 | 2026-03-20 |

Passes:
    One Liner:
    | Scene | I/E | Set             | D/N | Pages | Cast | Location  | Notes         |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN         | DAY | 1 2/8 | 1, 2 | Dock Road | Stunt: fall   |
    | 13    | INT | THE WHITE HORSE | DAY | 1 2/8 | 1, 2 | Gun Hill  | No weapons    |
    | 14    | EXT | YARD            | DAY | 6/8   | 1    | Pier 14   | Rocking horse |

    Crew:
    | Department | Position           | Name       | Start Date | End Date   |
    | Stunts     | Stunt Coordinator  | Ida Holm   | 2026-03-02 | 2026-03-20 |
    | Props      | Prop Master        | Tom Okafor | 2026-03-02 | 2026-03-20 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from model.cell import Cell
from model.issue import Severity, Topic
from schemas.values.marks import Booking
from transforms import words
from transforms.facts import Facts
from transforms.needs import CrewOnGrid, Either, Sheet
from transforms.people.crew_lists import Listed, crew
from transforms.people.deals import Deal, listed
from transforms.planning.hazards import HAZARDS, Hazard, named
from transforms.planning.scenes import Scene, scenes
from transforms.rule import Finding, rule
from transforms.words import plain


@rule(
    "coordinator-missing",
    on=("one_liner", Either(Sheet(("crew",)), CrewOnGrid())),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def coordinator_missing(facts: Facts) -> Iterator[Finding]:
    """One finding for each hazard, with all its days."""
    for hazard in HAZARDS:
        people = _people(facts, hazard)
        lacking: list[tuple[Scene, Cell]] = []
        for scene in facts.once(scenes):
            cell = named(scene, hazard)
            if cell is not None and scene.date and not _is_there(people, scene.date):
                lacking.append((scene, cell))
        if lacking:
            where = "crew list" if facts.table("crew") is not None else "crew grid"
            yield _describe(hazard, lacking, people, where)


def _people(facts: Facts, hazard: Hazard) -> list[Listed]:
    """Everybody on the lists who could mind it."""
    cast = facts.table("cast")
    people = [*facts.once(crew), *map(Listed, listed(cast).values() if cast is not None else ())]
    return [
        one
        for one in people
        if one.deal.status is not Booking.DECLINED and _minds(one.deal, hazard)
    ]


def _minds(deal: Deal, hazard: Hazard) -> bool:
    return any(
        hazard.position.search(plain(text))
        for text in (deal.role, f"{_lone(deal.department)} {deal.position}", deal.position)
    )


_SEVERAL = re.compile(r"[/&+,]| and ", re.IGNORECASE)


def _lone(department: str) -> str:
    """A department's name; "" of several together: not everybody there minds animals."""
    return "" if _SEVERAL.search(department) else department


def _is_there(people: Sequence[Listed], when: date) -> bool:
    return any(one.is_there(when) for one in people if one.deal.confirmed)


def _describe(
    hazard: Hazard, lacking: Sequence[tuple[Scene, Cell]], people: Sequence[Listed], where: str
) -> Finding:
    dates = tuple(sorted({scene.date for scene, _ in lacking if scene.date is not None}))
    numbers = list(dict.fromkeys(scene.number or scene.set for scene, _ in lacking))
    cells = [cell for _, cell in lacking]
    said = f"Scene{'s' if len(numbers) > 1 else ''} {words.listed(numbers)}"
    verb = "have" if len(numbers) > 1 else "has"
    pencilled = [one for one in people if not one.deal.confirmed]
    why = f"the {where} has no {hazard.who}"
    if people:
        why = f"no {hazard.who} of the {where} is there"
    if pencilled and len(pencilled) == len(people):
        why = f"the {hazard.who} is only pencilled"
    return Finding(
        message=f"{said} {verb} {hazard.what} on {words.days(dates)}, and {why}",
        at=cells[0],
        related=(*(one.deal.cell("position") for one in people), *cells[1:]),
        subject=f"{hazard.what.capitalize()}",
        dates=dates,
        severity=Severity.INFO if pencilled and len(pencilled) == len(people) else None,
        expected=f"the {hazard.who}, there on the day",
        suggestion=f"Book the {hazard.who} for the day, or add the line to the {where}.",
    )
