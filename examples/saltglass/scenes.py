"""The scenes of each shooting day, as the one-liner prints them."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from saltglass import board, calendar, schedule

NOT_WORKING = (3, date(2026, 4, 2))
"""In a scene on a day on which the board holds her."""
UNMINDED = date(2026, 4, 8)
"""A blank is fired on Main Street, and nobody minds the weapon."""
MINDED = date(2026, 4, 15)
"""A stunt on open water, for which both coordinators are there."""
NOTES = {
    UNMINDED: "Warning shot: blank-firing pistol",
    MINDED: "Stunt: Tobias goes over the rail",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A set: where it is shot, and who gives leave to (nobody on a stage)."""

    set: str
    location: str
    authority: str
    permit: str
    type: str
    fee: str
    synopses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A line of the one-liner. ``eighths`` are eighths of a page."""

    number: int
    place: Place
    day_night: str
    eighths: int
    cast: tuple[int, ...]
    synopsis: str
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Shot:
    """A shooting day with its scenes, in the order in which they are shot."""

    day: calendar.Day
    scenes: tuple[Scene, ...]


def places() -> dict[str, Place]:
    """Set -> its place."""
    with (Path(__file__).parent / "places.csv").open(newline="") as lines:
        return {
            row["set"]: Place(**row | {"synopses": tuple(row["synopses"].split("|"))})
            for row in csv.DictReader(lines)
        }


@cache
def shooting() -> tuple[Shot, ...]:
    """Every shooting day of the main unit with its scenes."""
    chance = random.Random(1872)  # noqa: S311  (repeatable, no secret)
    marks, sets, known = board.main_unit().marks, schedule.sets(), places()
    days = [day for day in calendar.days() if day.number is not None]
    counts = [chance.choice((2, 3, 3)) for _ in days]
    numbers = list(range(1, sum(counts) + 1))
    chance.shuffle(numbers)
    shot = []
    for day, count in zip(days, counts, strict=True):
        working = [element for element, row in marks.items() if "W" in row.get(day.date, "")]
        own = sorted(numbers.pop() for _ in range(count))
        shot.append(Shot(day, _scenes(day.date, known[sets[day.date]], own, working, chance)))
    return tuple(shot)


def _scenes(
    when: date, place: Place, numbers: Sequence[int], working: Sequence[int], chance: random.Random
) -> tuple[Scene, ...]:
    """A day's scenes: everybody who works is in one of them at least."""
    casts: list[set[int]] = [set() for _ in numbers]
    for turn, element in enumerate(working):
        casts[turn % len(casts)].add(element)
        casts[chance.randrange(len(casts))].add(element)
    casts[-1] |= {working[0]}
    casts[0] |= {working[-1]}
    if when == NOT_WORKING[1]:
        casts[0].add(NOT_WORKING[0])
    return tuple(
        Scene(
            number,
            place,
            "D" if turn < len(numbers) - 1 else chance.choice(("D", "D", "DUSK")),
            chance.randrange(5, 17),
            tuple(sorted(cast)),
            place.synopses[turn % len(place.synopses)],
            NOTES.get(when, "") if turn == 0 else "",
        )
        for turn, (number, cast) in enumerate(zip(numbers, casts, strict=True))
    )


def span(location: str) -> tuple[date, date]:
    """The first and the last day at a location."""
    days = [
        shot.day.date
        for shot in shooting()
        if any(scene.place.location == location for scene in shot.scenes)
    ]
    return min(days), max(days)
