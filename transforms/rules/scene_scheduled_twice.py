"""A scene scheduled twice.

Why: a scene that stands on two days is shot twice, or somebody moved it and left the old line
behind: cast, crew and locations are booked for nothing.

Looked at: each one-liner's scenes by number (and episode, where it has a column for it), on two
days that are not next to each other, or with the same pages. Parts ("12pt", "part 2", "continued"),
pick-ups, inserts, what is shot again, cover sets and what another unit shoots of a scene are none.
Where the pages or the sets differ, they may be parts of which nobody says so: worth knowing, no
more; but one synopsis with the same pages is one scene, whatever its set is called. A line that
stands twice on one day is a data issue of its own (scene-listed-twice).

Flags:
    One Liner:
    | Scene | I/E | Set     | D/N   | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY   | 1 2/8 | 1, 2 | Dock Road |
    | 14    | EXT | YARD    | DAY   | 6/8   | 1    | Dock Road |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 15    | EXT | PIER    | NIGHT | 2/8   | 2    | Pier 14   |
    | *12*  | INT | KITCHEN | NIGHT | 1 2/8 | 1, 2 | Dock Road |
    | *14*  | EXT | YARD    | DAY   | 6/8   | 1    | Dock Road |

Flags:
    One Liner:
    | Scene | I/E | Set    | D/N   | Pages | Cast | Synopsis             |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | EXT | GARDEN | NIGHT | 1     | 1, 2 | They drink to him    |
    | 14    | EXT | YARD   | NIGHT | 6/8   | 1    | She waits            |
    | DAY 2 - Tuesday, March 3, 2026 |
    | *12*  | EXT | QUAY   | DAY   | 1     | 1, 2 | They drink to him    |
    | 14    | EXT | QUAY   | DAY   | 6/8   | 1    | He comes, she leaves |

Passes:
    One Liner:
    | Ep | Scene | I/E | Set     | D/N | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 1  | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 2  | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road |

Passes:
    One Liner:
    | Scene | I/E | Set     | D/N   | Pages | Cast | Location  | Notes         |
    | DAY 1 - Monday, March 2, 2026 |
    | 12pt1 | INT | KITCHEN | DAY   | 1 2/8 | 1, 2 | Dock Road |               |
    | 14    | EXT | YARD    | DAY   | 6/8   | 1    | Dock Road |               |
    | 16    | EXT | QUAY    | DAY   | 6/8   | 1    | Dock Road |               |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 12pt2 | INT | KITCHEN | NIGHT | 1 2/8 | 1, 2 | Dock Road |               |
    | 14A   | EXT | YARD    | NIGHT | 6/8   | 2    | Pier 14   |               |
    | 16    | EXT | QUAY    | DAY   | 1/8   | 1    | Dock Road | Insert: watch |
    | COVER SET |
    | 14    | INT | YARD    | DAY   | 6/8   | 1    | Stage 2   |               |
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.planning.scenes import Scene, scenes
from transforms.rule import Finding, rule
from transforms.words import plain

_PART = re.compile(
    r"\d ?pts?\b|\bpts?\b|\bpart(?:ie)? (?:\d|[a-c]\b|one|two)|\b(?:cont|contd|cont d|"
    r"continue[sd]?|pick ?ups?|inserts?|re ?shoots?|plates?|parte \d|teil \d|forts\w*)\b"
)
"""What says in any column that a line is a part of a scene."""
_REMARK = re.compile(
    r"\b(?:parts?|complete|finish|rest of|p ?/ ?u|retakes?|re ?takes?|again|drone|aerials?|"
    r"establish\w*|b ?roll|second half|first half|vfx|stunts? only|day \d|split|suite|fin|teil|"
    r"raccords?|nachdreh|sigue|partie|parte)\b|\b\d ?(?:of|/) ?\d\b"
)
"""What says so in a remark."""


@rule(
    "scene-scheduled-twice",
    on=("one_liner",),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def scene_scheduled_twice(facts: Facts) -> Iterator[Finding]:
    """One finding for each scene and unit, at its second day."""
    lines: dict[tuple[str, str], list[Scene]] = defaultdict(list)
    for scene in facts.once(scenes):
        for number in scene.numbers:
            if _day(scene) is not None and any(map(str.isdigit, number)):
                lines[scene.unit, number.casefold()].append(scene)
    told: set[tuple[int, int]] = set()
    for own in lines.values():
        days = list({_day(scene): scene for scene in reversed(own)}.values())[::-1]
        pair = (id(days[0].table), days[-1].label)
        if len(days) > 1 and pair not in told and not any(map(_is_part, own)):
            told.add(pair)
            yield from _describe(days)


def _day(scene: Scene) -> date | int | None:
    """The day that a scene is on: its date, else its shooting day's number."""
    return scene.date or scene.shoot_day


def _is_part(scene: Scene) -> bool:
    said = (scene.number, scene.set, scene.notes, scene.synopsis, scene.under)
    remarks = (scene.number, scene.notes, scene.under)
    return any(_PART.search(plain(text)) for text in said) or any(
        _REMARK.search(plain(text)) for text in remarks
    )


def _describe(days: Sequence[Scene]) -> Iterator[Finding]:
    first, *others = days
    counts = {scene.pages for scene in days}
    told = {plain(scene.synopsis) for scene in days}
    apart = len({plain(scene.set) for scene in days}) > 1 and (len(told) > 1 or "" in told)
    same = len(counts) == 1 and not apart
    if not same and _follow(first, others[0]):
        return
    dates = tuple(sorted(scene.date for scene in days if scene.date is not None))
    when = words.listed([_spoken(scene) for scene in days])
    what = "sets" if apart else "pages"
    aside = "" if same else f"; its {what} differ, so it may be in parts"
    yield Finding(
        message=f"Scene {first.number} is scheduled on {when}{aside}",
        at=others[0].cell("scene"),
        related=(first.cell("scene"), *(scene.cell("scene") for scene in others[1:])),
        subject=f"Scene {first.number}",
        dates=dates,
        severity=None if same else Severity.INFO,
        suggestion="Take it off one of the days, or mark its parts (pt 1, pt 2).",
    )


def _follow(one: Scene, other: Scene) -> bool:
    """Whether one day is the next after the other, so that a long scene goes on."""
    if one.shoot_day is not None and other.shoot_day is not None:
        return abs(other.shoot_day - one.shoot_day) <= 1
    if one.date is None or other.date is None:
        return False
    return abs((other.date - one.date).days) <= 1


def _spoken(scene: Scene) -> str:
    return words.day(scene.date) if scene.date else f"shooting day {scene.shoot_day}"
