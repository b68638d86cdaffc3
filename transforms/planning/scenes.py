"""The scenes of one-liners: which is shot where, by whom, on which day, by which unit.

What is planned only in case of rain ("cover set"), omitted or left for a day to come is no scene of
the day, and is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from model.cell import Cell
from model.table import Table
from transforms.facts import Facts
from transforms.records import Record, records
from transforms.words import plain

_COVER = re.compile(
    r"(?:weather|rain|wet|bad) ?(?:weather)? ?cover|cover ?sets?\b(?! ?[:=])|"
    r"contingency|if (?:it )?rains?|if time|time permitting|alternat(?:e|ive)s?\b|stand ?by\b|"
    r"omit|not shot|boneyard|unscheduled|to be scheduled|plan b\b|schlechtwetter|ausweichmotiv|"
    r"decor de repli|repli pluie|en caso de lluvia|set de lluvia"
)
"""Words that begin a remark, a banner or a place which is no part of the day's plan."""
_SECOND = re.compile(
    r"\b(?:(?:2nd|second|3rd|third|[23c]|splinter|b|aerial|drone|inserts?|action|tandem|vfx|marine|"
    r"underwater) (?:unit|team|crew)|[23]u|u[23]|2nd u|unit [2-4b-d]|tandem|splinter|"
    r"(?:2|zweite)\.? ?einheit|(?:2e|2eme|deuxieme|seconde) equipe|equipe 2|"
    r"(?:segunda|2a) unidad|unidad 2)\b"
)
_WITH_PRINCIPALS = re.compile(r"\btandem\b")
"""A second unit that shoots scenes with the cast itself, as the main unit does."""
_ELEMENTS = ("elements", "effects", "stunts", "weapons", "animals")
_IN_HEADING = ("synopsis", "int_ext", "day_night")
"""What a scene's heading says, where it has no column of its own."""
_LISTED = re.compile(r"\s*[,;&+]\s*")


@dataclass(frozen=True, slots=True)
class Scene:
    """One line of a one-liner. ``unit`` is one name for the lines of one unit's schedule."""

    label: int
    table: Table
    unit: str
    number: str
    episode: str
    int_ext: str
    set: str
    day_night: str
    location: str
    cast: tuple[str, ...]
    pages: Decimal | None
    shoot_day: int | None
    date: date | None
    notes: str
    synopsis: str
    elements: tuple[tuple[str, str], ...]
    """What its columns of elements hold: (field, text)."""
    under: str
    """The words of the banner that it stands under, where that names no day."""
    day_says: str
    """What its day's banner says besides the day: a place, a call."""

    def cell(self, field: str) -> Cell:
        """Where the line says this; its number, where it has no column for it."""
        columns = self.table.place.columns
        options = (field, "set", "scene") if field in _IN_HEADING else (field, "scene")
        return self.table.cell(self.label, next((at for at in options if at in columns), "scene"))

    @property
    def called(self) -> str:
        """What messages call it: "Scene 12", else its set."""
        return f"Scene {self.number}" if self.number else self.set or "a scene"

    @property
    def numbers(self) -> tuple[str, ...]:
        """The scenes that a line names: "12, 13" is two. Each episode counts its own."""
        episode = f"{self.episode}-" if self.episode else ""
        return tuple(f"{episode}{part}" for part in _LISTED.split(self.number) if part)


def scenes(facts: Facts) -> tuple[Scene, ...]:
    """Every scene that is planned, tab by tab in shooting order."""
    tables = facts.tables("one_liner")
    numbered = _days_by_number(facts) if len(tables) == 1 else {}
    return tuple(
        scene for table in tables for scene in _of(table, numbered) if not _is_no_plan(scene)
    )


def dated(facts: Facts) -> Mapping[tuple[str, date], Sequence[Scene]]:
    """The scenes of each unit's days, in shooting order; those without a date are left out."""
    found: dict[tuple[str, date], list[Scene]] = defaultdict(list)
    for scene in facts.once(scenes):
        if scene.date is not None:
            found[scene.unit, scene.date].append(scene)
    return dict(found)


def is_second_unit(unit: str) -> bool:
    """Whether a unit's name is a second unit's, which may shoot with doubles."""
    named = plain(unit)
    return _SECOND.search(named) is not None and not _WITH_PRINCIPALS.search(named)


def _of(table: Table, numbered: Mapping[int, date]) -> Iterator[Scene]:
    for label, record in records(table.frame):
        number, day = record.get("shoot_day"), record.get("date")
        counted = int(str(number)) if number is not None else None
        under = _text(record, "under")
        second = _SECOND.search(_unit(record) or plain(under))
        when = day if isinstance(day, date) else None if second else numbered.get(counted or 0)
        listed = _text(record, "cast")
        pages = record.get("pages")
        yield Scene(
            label=label,
            table=table,
            unit=f"{table.place.book} {table.place.tab}{f' {second[0]}' if second else ''}",
            number=_text(record, "scene"),
            episode=_text(record, "episode"),
            int_ext=_text(record, "int_ext"),
            set=_text(record, "set"),
            day_night=_text(record, "day_night"),
            location=_text(record, "location"),
            cast=tuple(listed.split(", ")) if listed else (),
            pages=pages if isinstance(pages, Decimal) else None,
            shoot_day=counted,
            date=when,
            notes=_text(record, "notes"),
            synopsis=_text(record, "synopsis"),
            elements=tuple((n, _text(record, n)) for n in _ELEMENTS if _text(record, n)),
            under=under,
            day_says=_text(record, "day_says"),
        )


def _unit(record: Record) -> str:
    """The unit that a column names, "2nd" as "2nd unit"; "" for the main one, and for both."""
    said = plain(_text(record, "unit"))
    main = not said or re.search(r"\b(?:main|1st|first|both|all|1|a)\b", said)
    return "" if main else f"{said.removesuffix(' unit')} unit"


def _text(record: Record, field: str) -> str:
    return str(record.get(field) or "").strip()


def _is_no_plan(scene: Scene) -> bool:
    """Whether a line is not meant to be shot on its day."""
    said = (scene.under, scene.notes, scene.location, scene.set, scene.synopsis)
    return any(_COVER.match(plain(text).lstrip(" (*-[")) for text in said)


def _days_by_number(facts: Facts) -> Mapping[int, date]:
    """Shooting day -> its date by the day-out-of-days, where one sheet numbers the whole plan."""
    if facts.table("dood") is None:
        return {}
    places = set(facts.marks.loc[facts.marks["human"], "place"]) - set(facts.second_versions)
    days = facts.dood.days
    if len(places) != 1 or "shoot_day" not in days:
        return {}
    own = days[days["place"].isin(places) & days["shoot_day"].notna()]
    pairs = zip(own["shoot_day"].tolist(), own["date"].tolist(), strict=True)
    return {int(number): when for number, when in pairs if isinstance(when, date)}
