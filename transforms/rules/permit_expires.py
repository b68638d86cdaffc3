"""A permit that is not good on a day of its place.

Why: a permit that ends before the last scene at its place leaves a day without leave; dates move,
and permits do not move with them.

Looked at: the permits of each place of the one-liner, by location or set, and its dated scenes.
Flagged are the days that none of the place's permits covers; several permits for one place
(filming, parking, fire) need not all cover a day. Those applied for, refused or not needed have no
dates to hold; one without a last day is a data issue (expiry-missing) and is not told twice.
Without a one-liner, the days are those that the permit log itself has for filming at each place.

Flags:
    Permits:
    | Permit # | Location  | Authority | Valid From | Expires      | Status |
    | FC-101   | DOCK ROAD | City      | 2026-03-02 | *2026-03-02* | Issued |
    | FC-102   | Pier 14   | Port      | *2026-03-04* | 2026-03-09 | Issued |

    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 13    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road |
    | 15    | EXT | QUAY    | DAY | 1 2/8 | 1, 2 | Pier 14   |

Flags:
    Permits:
    | Location  | Authority  | From       | To         | Permit # | Valid From | Valid To     |
    | Larkspur  | City       | 2026-03-03 | 2026-03-04 | AP-77    | 2026-03-02 | *2026-03-03* |
    | Dock Road | City       | 2026-03-04 | 2026-03-04 | BF-31    | 2026-03-04 | 2026-03-04   |

Flags:
    Permits:
    | Location  | Authority  | First Use  | Last Use   | Permit # | From       | To           |
    | Tolliver  | State Park | 2026-03-02 | 2026-03-06 | SP-7781  | 2026-03-01 | *2026-03-05* |
    | Dock Road | City       | 2026-03-04 | 2026-03-04 | BF-31    | 2026-03-04 | 2026-03-04   |

Passes:
    Permits:
    | Permit # | Location  | Authority | Type    | Valid From | Expires    | Status  |
    | FC-101   | DOCK ROAD | City      | Filming | 2026-03-02 | 2026-03-03 | Issued  |
    | FD-201   | DOCK ROAD | Fire      | Smoke   | 2026-03-02 | 2026-03-02 | Issued  |
    |          | Pier 14   | Port      | Filming | 2026-03-09 | 2026-03-10 | Applied |

    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 13    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road |
    | 15    | EXT | QUAY    | DAY | 1 2/8 | 1, 2 | Pier 14   |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.needs import AnyColumn, Either, Sheet
from transforms.planning.permits import Permit, Shot, Site, State, sites
from transforms.planning.scenes import Scene
from transforms.rule import Finding, rule


@rule(
    "permit-expires",
    on=(
        Sheet(("permits",), fields=("location", "end_date")),
        Either(Sheet(("one_liner",)), AnyColumn("permits", ("filming_from",))),
    ),
    severity=Severity.ERROR,
    topic=Topic.CONFLICT,
)
def permit_expires(facts: Facts) -> Iterator[Finding]:
    """One finding for each place, at the permit that ends last (or begins first)."""
    for site in facts.once(sites):
        granted = [permit for permit in site.permits if permit.state is State.GRANTED]
        told = [permit for permit in granted if permit.end is not None]
        if not told or len(told) < len(granted):
            continue
        out = [scene for scene in site.scenes if not _is_covered(scene, told)]
        if out:
            yield _describe(site, told, out)


def _is_covered(scene: Scene | Shot, granted: Sequence[Permit]) -> bool:
    return scene.date is None or any(permit.covers(scene.date) for permit in granted)


def _describe(site: Site, granted: Sequence[Permit], out: Sequence[Scene | Shot]) -> Finding:
    dates = tuple(sorted({scene.date for scene in out if scene.date is not None}))
    last = max(granted, key=lambda permit: permit.end or dates[0])
    early = [permit for permit in granted if permit.start and permit.start > dates[0]]
    begins = len(early) == len(granted)
    permit = min(early, key=lambda each: each.start or dates[0]) if begins else last
    bound = permit.start if begins else permit.end
    verb = "begins only" if begins else "ends"
    field = "location" if out[0].location else "set"
    return Finding(
        message=f"{permit.called} {verb} on {words.day(bound or dates[0])}, and {site.name} is "
        f"shot at on {words.days(dates)}",
        at=permit.cell("start_date" if begins else "end_date"),
        related=tuple(dict.fromkeys(scene.cell(field) for scene in out)),
        subject=site.name,
        dates=dates,
        expected="a permit that covers the day",
        suggestion="Have the permit extended, or move the scene.",
    )
