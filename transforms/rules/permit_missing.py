"""A place without a permit.

Why: a company that shoots without leave is sent home, fined, and not insured.

Looked at: the locations of the one-liner's dated scenes, where a permit log exists, against the
places that the log names: its location as the one-liner writes it, or one of the sets shot there. A
permit that is applied for is on its way, one that is not needed is none; one that was refused, or
that nobody has applied for yet, is missing. Stages, lots and our own offices need none, nor do
places still open ("TBD"), or a log with a permit for all of them. A name that is only like a
permit's ("Pier 14", "Pier 14 Long Beach") is taken for it, and location-matched-loosely says so.
Where the log names none of the one-liner's places, the two write them differently, and nothing can
be known. A one-liner without locations may name each day's on its banner ("DAY 3 - Wed 4 March -
PIER 14"), where the log has most of what such banners say. Without a one-liner, the days are those
that the permit log itself has for filming at each place.

Flags:
    Permits:
    | Permit # | Location  | Authority | Valid From | Expires    | Status |
    | FC-101   | DOCK ROAD | City      | 2026-03-02 | 2026-03-06 | Issued |
    |          | Ferry Sq  | City      |            |            | Denied |

    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location     |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road    |
    | 13    | EXT | QUAY    | DAY | 1 2/8 | 1, 2 | *Pier 14*    |
    | 14    | EXT | SQUARE  | DAY | 1 2/8 | 1, 2 | *Ferry Sq.*  |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 15    | EXT | QUAY    | DAY | 1 2/8 | 1, 2 | Pier 14      |

Flags:
    Permits:
    | Permit # | Location  | Authority | Valid From | Expires    | Status |
    | FC-101   | Dock Road | City      | 2026-03-02 | 2026-03-06 | Issued |

    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast |
    | DAY 1 - Mon, March 2, 2026 - Dock Road |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 |
    | DAY 2 - Tue, March 3, 2026 - Mill Lane |
    | *13*  | EXT | QUAY    | DAY | 1 2/8 | 1, 2 |

Passes:
    Permits:
    | Permit # | Location  | Authority | Valid From | Expires    | Status  |
    | FC-101   | DOCK ROAD | City      | 2026-03-02 | 2026-03-06 | Issued  |
    |          | QUAY      | Port      |            |            | Applied |
    | N/A      | Mill      | private   |            |            | N/A     |
    | FC-102   | Ferry Square, City | City |        | 2026-03-06 | Issued  |

    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location     |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road    |
    | 13    | EXT | QUAY    | DAY | 1 2/8 | 1, 2 | Pier 14      |
    | 14    | INT | MILL    | DAY | 1 2/8 | 1, 2 | Mill         |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 15    | INT | CELLAR  | DAY | 1 2/8 | 1, 2 | Stage 5      |
    | 16    | EXT | SQUARE  | DAY | 1 2/8 | 1, 2 | Ferry Square |
    | 17    | EXT | ROOF    | DAY | 1 2/8 | 1, 2 | TBD          |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.needs import AnyColumn, Either, PlacesOfDays, Sheet
from transforms.planning import whereabouts
from transforms.planning.permits import Permit, Site, State, permits, sites
from transforms.rule import Finding, rule

_LACKING = {
    State.REFUSED: "its permit was refused",
    State.NOT_ASKED: "nobody has applied for a permit",
}


@rule(
    "permit-missing",
    on=(
        Sheet(("permits",), fields=("location",)),
        Either(
            Either(Sheet(("one_liner",), fields=("location",)), PlacesOfDays()),
            AnyColumn("permits", ("filming_from",)),
        ),
    ),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def permit_missing(facts: Facts) -> Iterator[Finding]:
    """One finding for each place, at its first scene."""
    known, places = facts.once(permits), facts.once(sites)
    if not any(site.permits for site in places) or any(map(_is_for_all, known)):
        return
    for site in places:
        refused = [permit for permit in site.permits if permit.state in _LACKING]
        if len(refused) == len(site.permits) and _wants_one(site) and not _may_have(site, known):
            yield _describe(facts, site)


def _is_for_all(permit: Permit) -> bool:
    """Whether a permit may be for any place: it says so, or is granted and names none."""
    everywhere = any(map(whereabouts.is_everywhere, permit.places))
    unnamed = permit.state is State.GRANTED and not permit.places
    return unnamed or (everywhere and permit.state is not State.REFUSED)


def _wants_one(site: Site) -> bool:
    """Whether scenes are shot there that a one-liner gives a location, off the lot."""
    return bool(site.scenes[0].location) and not whereabouts.is_studio(site.name)


def _may_have(site: Site, known: Sequence[Permit]) -> bool:
    """Whether a permit's place may be this one: its name has all the words, or this all of its."""
    return not site.permits and any(
        whereabouts.is_in(one, other)
        for permit in known
        for place in permit.places[:1]
        for one, other in ((site.name, place), (place, site.name))
    )


def _describe(facts: Facts, site: Site) -> Finding:
    dates = tuple(sorted({scene.date for scene in site.scenes if scene.date is not None}))
    cells = list(dict.fromkeys(scene.cell("location") for scene in site.scenes))
    refused = [permit.cell("status") for permit in site.permits]
    states = [permit.state for permit in site.permits]
    why = _LACKING[states[-1]] if states else "the permit log has none for it"
    verb = "was shot at" if dates[-1] < facts.production.today else "is shot at"
    return Finding(
        message=f"{site.name} {verb} on {words.days(dates)}, and {why}",
        at=cells[0],
        related=(*refused, *cells[1:]) if refused else (*facts.corners("permits"), *cells[1:]),
        subject=site.name,
        dates=dates,
        expected="a permit for the place, granted or applied for",
        suggestion="Apply for a permit, or add a line that says that none is needed.",
    )
