"""Equipment hired outside of the shoot.

Why: what stands in a truck on days on which nobody shoots is paid all the same; often the schedule
moved and the hire did not.

Looked at: hires of the equipment list that share no day with the shoot, and hires that begin more
than 14 days before its first day or end more than 7 after its last, by the work days of the
day-out-of-days or the scenes of the one-liner (without either, the days on which the crew's sheets
have many at work). Where no sheet tells shooting days, hires that share no day with the
production's dates of the settings. What is said to be for prep, tests, rehearsals,
scouts, wrap or post, and what the production office hires, is left alone. The cost is the days
beyond the last shooting day at the day rate.

Flags:
    Equipment:
    | Description | Vendor | Qty | Pickup       | Return       | Day Rate |
    | Dolly       | Gripco | 1   | 2026-03-02   | *2026-03-27* | 300      |
    | Vest rig    | Wheels | 1   | *2026-04-06* | 2026-04-10   | 900      |
    | HMI 18k     | Lumos  | 2   | 2026-03-02   | 2026-03-06   | 400      |

    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 |
    |       | Mon | Tue | Wed | Thu |
    | 1.ANA | SW  | W   | W   | WF  |

Passes:
    Equipment:
    | Description       | Vendor | Department        | Qty | Pickup     | Return     | Day Rate |
    | Dolly             | Gripco | Grip              | 1   | 2026-02-26 | 2026-03-09 | 300      |
    | Alexa, for tests  | Lumos  | Camera            | 1   | 2026-02-02 | 2026-02-03 | 900      |
    | Copier            | Lumos  | Production Office | 1   | 2026-01-05 | 2026-04-30 | 40       |

    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 |
    |       | Mon | Tue | Wed | Thu |
    | 1.ANA | SW  | W   | W   | WF  |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from model.cell import Cell
from model.issue import Severity, Topic
from transforms import words
from transforms.choices import ProductionDates
from transforms.facts import Facts
from transforms.needs import Either, Sheet
from transforms.planning.hires import Hire, cost_of, hires
from transforms.planning.policies import shooting_days
from transforms.rule import Finding, rule
from transforms.words import plain

_ELSEWHEN = re.compile(
    r"\b(?:prep\w*|tests?|testing|rehears\w*|scouts?|scouting|recce|wrap|strike|post|edit\w*|"
    r"dailies|pick ?ups?|re ?shoots?|inserts?|b ?roll|build|rig\w*|pre ?rig|pre ?light|training|"
    r"loops?|office|accounting|copier\w*|printer\w*|furniture|phones?|internet|storage|"
    r"construction|art|set dec\w*|vorbereitung|essais?|pruebas?|reperages?|preparation|prepa|"
    r"preparacion|motivsuche|motivbesichtigung|proben?(?! lens)|localizaciones|camera checks?|"
    r"buro|bureau|oficina)\b"
)
_A_RIG = re.compile(r"\brigs?\b")
"""A thing, in a description; beside one, what is done before the shoot."""
_BEFORE = timedelta(days=14)
_AFTER = timedelta(days=7)
_MANY = 3


@dataclass(frozen=True, slots=True)
class _Shoot:
    first: date
    last: date
    days: Mapping[date, Cell]


@rule(
    "hired-outside-shoot",
    on=(
        "equipment",
        Either(Sheet(("dood", "one_liner"), also=("crew_grid",)), ProductionDates()),
    ),
    severity=Severity.INFO,
    topic=Topic.CONFLICT,
)
def hired_outside_shoot(facts: Facts) -> Iterator[Finding]:
    """One finding for each line, at the date that is outside."""
    shoot = _shoot(facts)
    if shoot is None:
        return
    known = [hire for hire in facts.once(hires) if _is_for_the_shoot(hire)]
    made = [_outside(hire, shoot, facts.production.currency) for hire in known]
    found = [finding for finding in made if finding is not None]
    if len(found) * 2 <= len(known) or len(found) < _MANY:
        yield from found


def _shoot(facts: Facts) -> _Shoot | None:
    """The shoot by the sheets that tell its days, else by the production's dates."""
    days, dates = facts.once(shooting_days), facts.production
    if days:
        return _Shoot(min(days), max(days), days)
    return _Shoot(dates.start, dates.end, {}) if dates.start and dates.end else None


def _is_for_the_shoot(hire: Hire) -> bool:
    """Whether both days are known, in order, and nothing says what else the hire is for."""
    if hire.start is None or hire.end is None or hire.start > hire.end:
        return False
    what = _A_RIG.sub("", plain(hire.what))
    return _ELSEWHEN.search(f"{what} {plain(f'{hire.department} {hire.notes}')}") is None


def _outside(hire: Hire, shoot: _Shoot, currency: str) -> Finding | None:
    start, end = hire.start or shoot.first, hire.end or shoot.last
    apart = end < shoot.first or start > shoot.last
    late = end > shoot.last + _AFTER or start > shoot.last
    early = start < shoot.first - _BEFORE or end < shoot.first
    if not (late or early) or not (apart or shoot.days):
        return None
    beyond = (end - max(shoot.last, start - timedelta(days=1))).days if late else 0
    bound = shoot.last if late else shoot.first
    side = "last" if late else "first"
    at = ("start_date" if start > shoot.last else "end_date") if late else "start_date"
    return Finding(
        message=f"{hire.called} is hired from {words.span(start, end)}; the {side} "
        f"{'shooting day' if shoot.days else 'day of the production'} is {words.day(bound)}",
        at=hire.cell(at),
        related=(shoot.days[bound],) if shoot.days else (),
        subject=hire.what,
        dates=(start, end),
        cost=cost_of(hire, beyond, currency),
        severity=Severity.WARNING if apart else None,
        expected="a hire within the shoot, or a note of what else it is for",
        suggestion="Move the hire with the schedule, or note what it is for.",
    )
