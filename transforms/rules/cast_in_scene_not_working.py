"""Cast in a scene on a day on which they do not work.

Why: whoever is in a scene and not in the day-out-of-days gets no call; the company waits, or the
scene is shot another day.

Looked at: the cast of each dated scene, by number (or by name, as the day-out-of-days has it),
against the days-out-of-days that have that date and that element. Work on any unit will do. A mark
that nobody can read may be work; voices and photographs need nobody; numbers that no
day-out-of-days has, or that it gives to two, are left alone, and so is a second unit that has none,
whose scenes doubles may do. Where the two sheets disagree on most days they are two versions of the
plan, and that is one finding.

Flags:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 |
    |       | Mon | Tue | Wed |
    | 1.ANA | SW  | WF  |     |
    | 2.BEN | SW  | H   | WF  |

    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast   | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2   | Dock Road |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | EXT | YARD    | DAY | 6/8   | *1, 2* | Pier 14   |
    | DAY 3 - Wednesday, March 4, 2026 |
    | 15    | EXT | QUAY    | DAY | 6/8   | 2      | Pier 14   |

Passes:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 |
    |       | Mon | Tue | Wed |
    | 1.ANA | SW  | W   | WF  |
    | 2.BEN | SW  | H   | WF  |

    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast     | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2, 40 | Dock Road |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | EXT | YARD    | DAY | 6/8   | 1, 2 (VO) | Pier 14  |
    | COVER SET |
    | 15    | EXT | QUAY    | DAY | 6/8   | 2        | Pier 14   |
    | DAY 4 - Thursday, March 5, 2026 |
    | 16    | EXT | QUAY    | DAY | 6/8   | 2        | Pier 14   |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.people.bookings import weighed
from transforms.planning.scene_cast import Absence, absences, are_two_plans, called_days
from transforms.planning.scenes import Scene
from transforms.rule import Finding, rule


@rule(
    "cast-in-scene-not-working",
    on=(Sheet(("one_liner",), fields=("cast",)), "dood"),
    severity=Severity.ERROR,
    topic=Topic.CONFLICT,
)
def cast_in_scene_not_working(facts: Facts) -> Iterator[Finding]:
    """One finding for each element, at its first such scene."""
    missing = facts.once(absences)
    if are_two_plans(len(missing), len(facts.once(called_days))):
        yield _two_plans(facts, missing)
        return
    own: dict[str, list[Absence]] = {}
    for absence in missing:
        own.setdefault(facts.roster.key[absence.element], []).append(absence)
    for absent in own.values():
        yield _describe(facts, sorted(absent, key=lambda each: each.day))


def _describe(facts: Facts, absent: Sequence[Absence]) -> Finding:
    first = absent[0]
    name = facts.shown(first.element)
    dates = tuple(absence.day for absence in absent)
    said = {absence.what for absence in absent}
    what = said.pop() if len(said) == 1 else "does not work"
    scenes = [scene for absence in absent for scene in absence.scenes]
    verb = "is" if len(scenes) == 1 else "are"
    gravity, aside = weighed(facts, [first.element])
    cells = [scene.cell("cast") for scene in scenes]
    marks = [absence.cell for absence in absent]
    return Finding(
        message=f"{_numbered(scenes)} with {name} {verb} on {words.days(dates)}, when {name} "
        f"{what}{aside}",
        at=cells[0],
        related=tuple(dict.fromkeys((marks[0], *cells[1:], *marks[1:]))),
        subject=name,
        dates=dates,
        severity=gravity,
        expected="a work day in the day-out-of-days",
        suggestion="Make it a work day, move the scene, or mend the scene's cast.",
    )


def _numbered(scenes: Sequence[Scene]) -> str:
    """The scenes by number: "Scene 12", "Scenes 12, 14 and 15"."""
    numbers = list(dict.fromkeys(scene.number or scene.set or "?" for scene in scenes))
    return f"Scene{'s' if len(numbers) > 1 else ''} {words.listed(numbers)}"


def _two_plans(facts: Facts, missing: Sequence[Absence]) -> Finding:
    """Say once that one-liner and day-out-of-days are not of one plan."""
    count, of = len(missing), len(facts.once(called_days))
    return Finding(
        message="The one-liner and the day-out-of-days look like two versions of the plan: on "
        f"{count} of {of} days of cast in scenes the day-out-of-days has no work",
        at=missing[0].scenes[0].cell("cast"),
        related=(missing[0].cell,),
        dates=(missing[0].day, missing[-1].day),
        severity=Severity.WARNING,
        suggestion="Bring both to one revision, or say in the settings which tab to ignore.",
    )
