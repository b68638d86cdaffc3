"""A location that two units shoot at on one day.

Why: one place cannot be two sets at once: the units are in each other's shot and sound, and one
base camp is one too few.

Looked at: the places of two units' scenes on one day, by the one-liners of two tabs or a banner
that names the second unit. The names must be the same but for case, points and "Street" or "St"; a
loose match ("Pier 14 Long Beach") is a finding for information that says so. Two stages of a studio
are two places. The same scenes on both are one plan on two tabs, or one unit helping the other, and
no conflict; so are remarks that the units work together.

Flags:
    Main Unit One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | EXT | YARD    | DAY | 6/8   | 1    | *Pier 14* |

    2nd Unit One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  |
    | DAY 1 - Tuesday, March 3, 2026 |
    | 31    | EXT | QUAY    | DAY | 1 2/8 |      | PIER 14   |

Passes:
    Main Unit One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Stage 2   |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | EXT | YARD    | DAY | 6/8   | 1    | Pier 14   |
    | 15    | EXT | YARD    | DAY | 6/8   | 1    | Pier 14   |

    2nd Unit One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  | Notes          |
    | DAY 1 - Monday, March 2, 2026 |
    | 31    | INT | CELLAR  | DAY | 1 2/8 |      | Stage 5   |                |
    | 32    | EXT | QUAY    | DAY | 1 2/8 |      | Pier 14   |                |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | EXT | YARD    | DAY | 6/8   | 1    | Pier 14   | with main unit |
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.planning import whereabouts
from transforms.planning.scenes import Scene, dated
from transforms.rule import Finding, rule
from transforms.words import plain

_TOGETHER = re.compile(
    r"\b(?:with|join\w*|alongside|beside|after|before|follow\w*|behind|parallel|tandem|splinter|"
    r"shared?|same time as) (?:the )?(?:main|first|1st|2nd|second|other|both)|\bboth units\b|"
    r"\bsplinter\b|\bunits together\b"
)
_Place = tuple[str, str, str]
"""Two units, and one place as they write it."""


@rule(
    "location-double-booked",
    on=(Sheet(("one_liner",), fields=("location",)),),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def location_double_booked(facts: Facts) -> Iterator[Finding]:
    """One finding for two units at one place, with all the days."""
    days: dict[date, dict[str, Sequence[Scene]]] = defaultdict(dict)
    for (unit, when), own in facts.once(dated).items():
        days[when][unit] = own
    clashes: dict[_Place, list[tuple[Scene, Scene]]] = defaultdict(list)
    for units in days.values():
        for (one, first), (other, second) in combinations(units.items(), 2):
            if _numbers(first) & _numbers(second):
                continue
            for pair in _meetings(first, second):
                clashes[one, other, whereabouts.key(pair[0].location)].append(pair)
    for pairs in clashes.values():
        yield _describe(pairs)


def _numbers(day: Sequence[Scene]) -> set[str]:
    return {number for scene in day for number in scene.numbers}


def _meetings(first: Sequence[Scene], second: Sequence[Scene]) -> Iterator[tuple[Scene, Scene]]:
    """The first scenes of two units at each place that both are at."""
    seen = set()
    for one in first:
        place = whereabouts.key(one.location)
        if not place or place in seen or _is_together(one):
            continue
        seen.add(place)
        there = [scene for scene in second if not _is_together(scene)]
        same = [scene for scene in there if whereabouts.key(scene.location) == place]
        alike = [scene for scene in there if whereabouts.why_alike(one.location, scene.location)]
        for other in (same or alike)[:1]:
            yield one, other


def _is_together(scene: Scene) -> bool:
    said = (scene.notes, scene.under, scene.location)
    return any(_TOGETHER.search(plain(text)) for text in said)


def _describe(pairs: Sequence[tuple[Scene, Scene]]) -> Finding:
    one, other = pairs[0]
    dates = tuple(sorted({first.date for first, _ in pairs if first.date is not None}))
    why = ""
    if whereabouts.key(one.location) != whereabouts.key(other.location):
        why = whereabouts.why_alike(one.location, other.location)
    aside = f"; {other.location} is taken for the same place in spite of {why}" if why else ""
    cells = [cell for pair in pairs for cell in (scene.cell("location") for scene in pair)]
    tabs = words.listed(list(dict.fromkeys(scene.table.place.tab for scene in pairs[0])))
    units = f"Two units ({tabs})" if "and" in tabs else "Two units"
    return Finding(
        message=f"{units} shoot at {one.location} on {words.days(dates)}{aside}",
        at=cells[0],
        related=tuple(dict.fromkeys(cells[1:])),
        subject=one.location,
        dates=dates,
        severity=Severity.INFO if why else None,
        suggestion="Move one of the units to another day, or note that they share the place.",
    )
