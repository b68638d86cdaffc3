"""A location matched in spite of a difference.

Why: the permit log writes "Pier 14 Long Beach" and the one-liner "Pier 14". Where no other place
can be meant they are taken for one; whoever knows them can see it here and say so if they are two.

Looked at: the locations of dated scenes that no permit names, and the permits' places: one name
with words more than the other, none of them a figure or a letter, or with a slip of the keys. Where
two places are like it, none is taken.

Flags:
    Permits:
    | Permit # | Location           | Authority | Valid From | Expires    | Status |
    | FC-101   | Pier 14 Long Beach | City      | 2026-03-02 | 2026-03-06 | Issued |

    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | EXT | QUAY    | DAY | 1 2/8 | 1, 2 | *Pier 14* |

Passes:
    Permits:
    | Permit # | Location    | Authority | Valid From | Expires    | Status |
    | FC-101   | PIER 14     | City      | 2026-03-02 | 2026-03-06 | Issued |
    | FC-102   | Mill Road   | City      | 2026-03-02 | 2026-03-06 | Issued |
    | FC-103   | Mill Bridge | City      | 2026-03-02 | 2026-03-06 | Issued |

    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | EXT | QUAY    | DAY | 1 2/8 | 1, 2 | Pier 14   |
    | 13    | EXT | STREET  | DAY | 1 2/8 | 1, 2 | Pier 14 B |
"""

from __future__ import annotations

from collections.abc import Iterator

from model.issue import Severity, Topic
from transforms.facts import Facts
from transforms.needs import Either, PlacesOfDays, Sheet
from transforms.planning.permits import sites
from transforms.rule import Finding, rule


@rule(
    "location-matched-loosely",
    on=(
        Sheet(("permits",), fields=("location",)),
        Either(Sheet(("one_liner",), fields=("location",)), PlacesOfDays()),
    ),
    severity=Severity.INFO,
    topic=Topic.DATA,
)
def location_matched_loosely(facts: Facts) -> Iterator[Finding]:
    """One finding for each place of the one-liner that was taken for a permit's."""
    for site in facts.once(sites):
        if not site.loose:
            continue
        permit = site.permits[0]
        yield Finding(
            message=f"{site.name} is taken for {permit.places[0]} of the permit log, in spite of "
            f"{site.loose[permit.label]}",
            at=site.scenes[0].cell("location" if site.scenes[0].location else "set"),
            related=(permit.cell("location"),),
            subject=site.name,
            suggestion="Write the place the same on both sheets, if it is one.",
        )
