"""A stunt, weapon or animal day without whoever minds it.

Why: stunts, weapons and animals on set want somebody who is answerable for them: a stunt
coordinator, an armourer, a wrangler. Without one the scene cannot be shot safely, and is stopped.

Looked at: the remarks, the banner and the synopsis of a one-liner's scenes, for words that name
them ("stunt", "firearm", "horse"), against the positions on the crew list and the roles on the cast
list. Who declined does not count; somebody with dates must be there on the day, and who is only
pencilled makes it a finding for information. A word in a set's name (the WHITE HORSE) is no animal;
a toy, a statue, a remark such as "no weapons" or "gun belt only" is none either.

Flags:
    One Liner:
    | Scene | I/E | Set     | D/N | Pages | Cast | Location  | Notes              |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Dock Road | *Stunt: fall*      |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | EXT | YARD    | DAY | 6/8   | 1    | Pier 14   | *2 horses*         |
    | 15    | EXT | QUAY    | DAY | 6/8   | 2    | Pier 14   | Practical firearms |

    Crew:
    | Department | Position           | Name       | Start Date | End Date   |
    | Stunts     | Stunt Coordinator  | Ida Holm   | 2026-03-09 | 2026-03-20 |
    | Props      | Armourer           | Tom Okafor | 2026-03-02 | 2026-03-20 |

Passes:
    One Liner:
    | Scene | I/E | Set             | D/N | Pages | Cast | Location  | Notes         |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | INT | KITCHEN         | DAY | 1 2/8 | 1, 2 | Dock Road | Stunt: fall   |
    | 13    | INT | THE WHITE HORSE | DAY | 1 2/8 | 1, 2 | Dock Road | No weapons    |
    | 14    | EXT | YARD            | DAY | 6/8   | 1    | Pier 14   | Rocking horse |

    Crew:
    | Department | Position           | Name       | Start Date | End Date   |
    | Stunts     | Stunt Coordinator  | Ida Holm   | 2026-03-02 | 2026-03-20 |
    | Props      | Prop Master        | Tom Okafor | 2026-03-02 | 2026-03-20 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from model.cell import Cell
from model.issue import Severity, Topic
from schemas.values.marks import Booking
from transforms import words
from transforms.deals import Deal, listed
from transforms.facts import Facts
from transforms.rule import Finding, rule
from transforms.scenes import Scene, scenes
from transforms.words import plain


@dataclass(frozen=True, slots=True)
class _Hazard:
    """What a scene may hold, in a remark and in a synopsis, and who minds it."""

    what: str
    remark: re.Pattern[str]
    synopsis: re.Pattern[str]
    position: re.Pattern[str]
    who: str


_HAZARDS = (
    _Hazard(
        "stunts",
        re.compile(
            r"\b(?:stunts?|stunt ?work|fight (?:choreo\w*|rehears\w*|sequence|scene)|"
            r"car (?:crash|hit|chase)|high fall|stair fall|fire burn|full burn|wire ?work|"
            r"ratchet|cascades?|acrobacias)\b"
        ),
        re.compile(r"\bstunts?\b"),
        re.compile(
            r"\bstunts? ?(?:co ?ord|dir|superv|master|arrang|koord)|\bstuntkoord|\bcascad|"
            r"\bfight (?:co ?ord|dir|choreo|arrang)|\bcoord\w* de (?:accion|stunts|especialistas)"
        ),
        "stunt coordinator",
    ),
    _Hazard(
        "weapons",
        re.compile(
            r"\b(?:weapons?|fire ?arms?|guns?|pistols?|rifles?|shot ?guns?|revolvers?|hand ?guns?|"
            r"blank fire|blanks|gun ?fire|gun ?shots?|squibs?|swords?|machetes?|"
            r"waffen?|armes?|armas?)\b"
        ),
        re.compile(
            r"\b(?:fire ?arms?|gun ?fire|gun ?shots?|fires (?:a|his|her|the|their) "
            r"(?:gun|pistol|rifle|revolver|shotgun|weapon)|shoot ?out)\b"
        ),
        re.compile(r"\barmou?re?r|\bweapons?\b|\bfirearms?\b|\bwaffenmeister|\barmurier|\barmero"),
        "armourer",
    ),
    _Hazard(
        "animals",
        re.compile(
            r"\b(?:animals?|horses?|dogs?|cats?|puppy|puppies|goats?|sheep|cows?|cattle|chickens?|"
            r"pigs?|donkeys?|snakes?|birds?|parrots?|hawks?|wol(?:f|ves)|bears?|livestock|tiere?|"
            r"pferde?|hunde?|animaux|chevaux|cheval|chiens?|animales|caballos?|perros?)\b"
        ),
        re.compile(r"\b(?:horses|on horse ?back|rides (?:a|his|her|the) horse|animals)\b"),
        re.compile(
            r"\bwrangler|\banimals?\b|\bhorse ?(?:master|handler|trainer|coord)|\bdog (?:handler|"
            r"trainer)|\btiertrainer|\bdresseur|\badiestrador|\bhandler\b|\bhorses?\b"
        ),
        "animal wrangler",
    ),
)
_NONE = re.compile(
    r"\b(?:no|without|w/o|not|fake|toy|prop|rubber|plastic|stuffed|rocking|statue|cgi|vfx|cg|dead|"
    r"painting|photo|picture|sound|noise|offscreen|o ?s|heard|barks?|hot|water|glue|nail|heat|"
    r"staple|paint|foam|costume|mask|ohne|keine?|sans|sin)\b"
)
"""Words that make a weapon or an animal none that anybody must mind."""
_FIELDS = ("notes", "under", "synopsis")


@rule(
    "coordinator-missing",
    on=("one_liner", "crew"),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def coordinator_missing(facts: Facts) -> Iterator[Finding]:
    """One finding for each hazard, with all its days."""
    for hazard in _HAZARDS:
        people = _people(facts, hazard)
        lacking: list[tuple[Scene, Cell]] = []
        for scene in facts.once(scenes):
            cell = _named(scene, hazard)
            if cell is not None and scene.date and not _is_there(people, scene.date):
                lacking.append((scene, cell))
        if lacking:
            yield _describe(hazard, lacking, people)


def _people(facts: Facts, hazard: _Hazard) -> list[Deal]:
    """Everybody on the lists who could mind it."""
    deals = [
        deal
        for kind in ("crew", "cast")
        if (table := facts.table(kind)) is not None
        for deal in listed(table).values()
    ]
    return [
        deal
        for deal in deals
        if deal.status is not Booking.DECLINED
        and any(
            hazard.position.search(plain(text))
            for text in (deal.role, f"{deal.department} {deal.position}", deal.position)
        )
    ]


def _is_there(people: Sequence[Deal], when: date) -> bool:
    return any(
        (deal.start is None or deal.start <= when) and (deal.end is None or deal.end >= when)
        for deal in people
        if deal.confirmed
    )


def _named(scene: Scene, hazard: _Hazard) -> Cell | None:
    """The cell that says that a scene holds it, if one does."""
    for name in _FIELDS:
        text = plain(getattr(scene, name))
        pattern = hazard.synopsis if name == "synopsis" else hazard.remark
        if pattern.search(text) and not _NONE.search(text):
            return scene.cell(name)
    return None


def _describe(
    hazard: _Hazard, lacking: Sequence[tuple[Scene, Cell]], people: Sequence[Deal]
) -> Finding:
    dates = tuple(sorted({scene.date for scene, _ in lacking if scene.date is not None}))
    numbers = list(dict.fromkeys(scene.number or scene.set for scene, _ in lacking))
    cells = [cell for _, cell in lacking]
    named = f"Scene{'s' if len(numbers) > 1 else ''} {words.listed(numbers)}"
    verb = "have" if len(numbers) > 1 else "has"
    pencilled = [deal for deal in people if not deal.confirmed]
    why = f"the crew list has no {hazard.who}"
    if people:
        why = f"no {hazard.who} of the crew list is there"
    if pencilled and len(pencilled) == len(people):
        why = f"the {hazard.who} is only pencilled"
    return Finding(
        message=f"{named} {verb} {hazard.what} on {words.days(dates)}, and {why}",
        at=cells[0],
        related=(*(deal.cell("position") for deal in people), *cells[1:]),
        subject=f"{hazard.what.capitalize()}",
        dates=dates,
        severity=Severity.INFO if pencilled and len(pencilled) == len(people) else None,
        expected=f"the {hazard.who}, there on the day",
        suggestion=f"Book the {hazard.who} for the day, or add the line to the crew list.",
    )
