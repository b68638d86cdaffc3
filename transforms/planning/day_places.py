"""Places that the banners of a one-liner's days name, where it has no column for them.

"DAY 3 - Wed 4 March - PIER 14" says where its scenes are shot, "DAY 4 - Thu 5 March - Crew call 7a"
does not. What a banner says is believed to be a place where most of what such banners say is one:
the permit log has it, or it is a stage.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from transforms.planning import whereabouts
from transforms.planning.scenes import Scene
from transforms.words import plain

_NO_PLACE = re.compile(
    r"\b(?:calls?|lunch|sunrise|sunset|wrap|pat|hmc|plateau a|convocatoria|drehbeginn|nights?|"
    r"nacht\w*|nuits?|noches?|days?|tag|jour|dia|splits?|holiday|moves?|travel|hours?|hrs|week|"
    r"scenes?|pages?|pgs|cast|bg|extras|weather)\b|\b\d{1,2} ?(?:h|:|am|pm|a|p|uhr)\b"
)


def placed(scenes: Iterable[Scene], known: Sequence[str]) -> list[Scene]:
    """The scenes, those of a sheet without locations at the places that its days' banners name.

    ``known`` are the places of the permit log.
    """
    keys = {whereabouts.key(place) for place in known}
    sheets: dict[int, list[Scene]] = defaultdict(list)
    for scene in scenes:
        sheets[id(scene.table)].append(scene)
    return [scene for own in sheets.values() for scene in _of_sheet(own, known, keys)]


def _of_sheet(scenes: list[Scene], known: Sequence[str], keys: set[str]) -> list[Scene]:
    said = {scene.day_says for scene in scenes if scene.day_says}
    if not said or any(scene.location for scene in scenes):
        return scenes
    found = {text: _place(text, keys) for text in said}
    places = {place for place in found.values() if place}
    told = [place for place in places if _is_told(place, known, keys)]
    if len(told) * 2 < len(places):
        return scenes
    return [replace(scene, location=found.get(scene.day_says, "")) for scene in scenes]


def _place(said: str, keys: set[str]) -> str:
    """The place in a banner's words: what the log has, else what speaks of nothing else."""
    parts = said.split(" - ")
    of_log = (text for text in (said, *parts) if whereabouts.key(text) in keys)
    rest = " - ".join(part for part in parts if not _NO_PLACE.search(plain(part)))
    return next(of_log, rest)


def _is_told(place: str, known: Sequence[str], keys: set[str]) -> bool:
    """Whether a stage, or a place of the permit log under this name or one like it."""
    return (
        whereabouts.key(place) in keys
        or whereabouts.is_studio(place)
        or any(whereabouts.why_alike(place, other) for other in known)
    )
