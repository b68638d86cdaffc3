"""From night to day without a day between.

Why: a company that wraps at dawn cannot be on set in the morning of the same day; nights are turned
back to days over a day off, or the next call is pushed and its daylight lost.

Looked at: the scenes outside of each unit's days, by a one-liner's inside and outside and time of
day. Flagged is a day that is shot outside at night, where the next day of the calendar is shot
outside by daylight and not at night as well. Scenes inside prove nothing: a set can be darkened
and a stage has no hours; nor do dusk and magic hour. A first day with scenes by daylight, too, may
just end after dark: for information, and where those are outside only if it ends at night, and the
next begins outside by daylight. A day that is all inside by day after one that was all outside at
night is worth knowing too. A one-liner holds no times: check the wrap and the call.

Flags:
    One Liner:
    | Scene | I/E | Set     | D/N   | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | EXT | ALLEY   | NIGHT | 1 2/8 | 1, 2 | Dock Road |
    | 13    | INT | CELLAR  | NIGHT | 1 2/8 | 1, 2 | Dock Road |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | INT | KITCHEN | DAY   | 6/8   | 1    | Pier 14   |
    | 15    | EXT | YARD    | *DAY* | 6/8   | 1    | Pier 14   |

Passes:
    One Liner:
    | Scene | I/E | Set     | D/N   | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | CELLAR  | NIGHT | 1 2/8 | 1, 2 | Stage 2   |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | EXT | YARD    | DAY   | 6/8   | 1    | Pier 14   |
    | 15    | EXT | QUAY    | DUSK  | 6/8   | 1    | Pier 14   |
    | DAY 3 - Friday, March 6, 2026 |
    | 16    | EXT | QUAY    | NIGHT | 6/8   | 1    | Pier 14   |
    | DAY 4 - Saturday, March 7, 2026 |
    | 17    | EXT | LANE    | DAY   | 6/8   | 1    | Pier 14   |
    | 18    | EXT | LANE    | NIGHT | 6/8   | 1    | Pier 14   |
    | DAY 5 - Monday, March 9, 2026 |
    | 19    | EXT | LANE    | DAY   | 6/8   | 1    | Pier 14   |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.planning.scenes import Scene, dated
from transforms.rule import Finding, rule
from transforms.words import plain

_NIGHT = re.compile(r"(?:night|nuit|nacht|noche|midnight|n|mitternacht)(?: ?#?\d+[a-z]?)?")
_DAY = re.compile(
    r"(?:(?:early |late |mid )?(?:day|morning|afternoon|noon|midday|dawn|sunrise)|jour|matin|aube|"
    r"apres midi|midi|tag|morgen|vormittag|nachmittag|mittag|morgengrauen|dia|manana|tarde|"
    r"mediodia|amanecer|d|t|j|m)(?: ?#?\d+[a-z]?)?"
)
_DAY_FOR_NIGHT = re.compile(
    r"\b(?:day ?(?:for|4) ?night|d ?4 ?n|dfn|night ?(?:for|4) ?day|black(?:ed)? ?out|tented|"
    r"nuit americaine|stage|studio|backlot)\b"
)


@rule(
    "night-to-day-flip",
    on=(Sheet(("one_liner",), fields=("day_night",)),),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def night_to_day_flip(facts: Facts) -> Iterator[Finding]:
    """One finding for each such pair of days, at the first scene by daylight."""
    days = facts.once(dated)
    for (unit, when), own in days.items():
        after = days.get((unit, when + timedelta(days=1)), ())
        nights, next_days = _outside(own, _NIGHT), _outside(after, _DAY)
        if not nights or _outside(after, _NIGHT):
            continue
        if not next_days:
            if len(nights) == len(own) and (inside := _inside_by_day(after)):
                yield _describe(nights[-1], inside[0], mixed=True)
            continue
        split = bool(_outside(own, _DAY))
        if split and (own[-1] != nights[-1] or after[0] != next_days[0]):
            continue
        mixed = any(_is(scene, _DAY) for scene in own)
        yield _describe(nights[-1], next_days[0], mixed=mixed)


def _outside(day: Sequence[Scene], time: re.Pattern[str]) -> list[Scene]:
    """A day's scenes outside at a time of day, for real."""
    return [
        scene
        for scene in day
        if "EXT" in scene.int_ext
        and _is(scene, time)
        and not any(_DAY_FOR_NIGHT.search(plain(text)) for text in (scene.notes, scene.location))
    ]


def _inside_by_day(day: Sequence[Scene]) -> Sequence[Scene]:
    """A day's scenes, where all of them are inside by day and none is where a day can be made."""
    made = any(
        "EXT" in scene.int_ext or not _is(scene, _DAY) or _DAY_FOR_NIGHT.search(plain(scene.notes))
        for scene in day
    )
    return () if made else day


def _is(scene: Scene, time: re.Pattern[str]) -> bool:
    return time.fullmatch(plain(scene.day_night).strip(" .()")) is not None


def _describe(night: Scene, morning: Scene, *, mixed: bool) -> Finding:
    dates = tuple(scene.date for scene in (night, morning) if scene.date is not None)
    aside = "; it may be dark early that day" if mixed else ""
    outside = "EXT" in morning.int_ext
    if not outside:
        aside = "; inside, daylight can be lit"
    return Finding(
        message=f"{night.called} is shot outside at night on {words.day(dates[0])}, and "
        f"{morning.called} {'outside by daylight' if outside else 'inside by day'} on "
        f"{words.day(dates[1])}{aside}",
        at=morning.cell("day_night"),
        related=(night.cell("day_night"),),
        subject=None if morning.shoot_day is None else f"Day {morning.shoot_day}",
        dates=dates,
        severity=Severity.INFO if mixed else None,
        expected="a day off between nights and days",
        suggestion="Check the wrap against the next call; put a day off or inside work between.",
    )
