"""Working on a day without a scene.

Why: a work day on which nobody shoots the performer is paid all the same; it may be left over from
an older plan, or be a fitting, a rehearsal or a second unit's that wants saying so.

Looked at: work days of the day-out-of-days on dates on which the one-liner has scenes with cast,
for elements that are in some scene of it. Where the day-out-of-days has more units than there are
one-liners, nobody can know, and nothing is said; nor where the two sheets look like two versions
of the plan (cast-in-scene-not-working tells that).

Flags:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 |
    |       | Mon | Tue | Wed |
    | 1.ANA | SW  | W   | WF  |
    | 2.BEN | SW  | *W* | WF  |

    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | EXT | YARD    | DAY | 6/8   | 1    | Pier 14   |
    | DAY 3 - Wednesday, March 4, 2026 |
    | 15    | EXT | QUAY    | DAY | 6/8   | 1, 2 | Pier 14   |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 |
    |        | Mon | Tue | Wed |
    | 1.ANA  | SW  | W   | WF  |
    | 2.BEN  | SW  | H   | WF  |
    | 3.COPS | SW  | W   | WF  |

    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | EXT | YARD    | DAY | 6/8   | 1    | Pier 14   |
    | DAY 3 - Wednesday, March 4, 2026 |
    | 15    | EXT | QUAY    | DAY | 6/8   |      | Pier 14   |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.planning.scene_cast import absences, are_two_plans, called_days, units_scheduled
from transforms.planning.scenes import dated
from transforms.rule import Finding, rule


@rule(
    "working-without-scene",
    on=(Sheet(("one_liner",), fields=("cast",)), "dood"),
    severity=Severity.INFO,
    topic=Topic.CONFLICT,
)
def working_without_scene(facts: Facts) -> Iterator[Finding]:
    """One finding for each element, at its first such day."""
    called = facts.once(called_days)
    if are_two_plans(len(facts.once(absences)), len(called)) or _more_units(facts):
        return
    in_scenes = {facts.roster.key[element] for element, _ in called}
    days = {(facts.roster.key[element], when) for element, when in called}
    planned = {when for _, when in called}
    idle: dict[str, dict[date, int]] = defaultdict(dict)
    marks = facts.booked[facts.booked["work"]]
    for label, element, ordinal in zip(
        marks.index.tolist(), marks["element"].tolist(), marks["ordinal"].tolist(), strict=True
    ):
        key, when = facts.roster.key[element], date.fromordinal(ordinal)
        if key in in_scenes and when in planned and (key, when) not in days:
            idle[key].setdefault(when, label)
    if are_two_plans(sum(map(len, idle.values())), len(called)):
        return
    for own in idle.values():
        yield _describe(facts, own)


def _more_units(facts: Facts) -> bool:
    """Whether a unit of the day-out-of-days may shoot what no one-liner has."""
    return len(units_scheduled(facts)) > len({unit for unit, _ in facts.once(dated)})


def _describe(facts: Facts, idle: dict[date, int]) -> Finding:
    labels = [idle[when] for when in sorted(idle)]
    name = facts.shown(int(str(facts.marks.at[labels[0], "element"])))
    dates = tuple(sorted(idle))
    cells = [facts.mark_cell(label) for label in labels]
    scenes = next((own for (_, when), own in facts.once(dated).items() if when == dates[0]), ())
    there = tuple(scene.cell("cast") for scene in scenes if scene.cast)
    return Finding(
        message=f"{name} works on {words.days(dates)} and is in no scene of the one-liner then",
        at=cells[0],
        related=(*cells[1:], *there[:1]),
        subject=name,
        dates=dates,
        suggestion="Add the scene's cast, make it a hold, or mark what the day is for.",
    )
