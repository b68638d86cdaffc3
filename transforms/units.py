"""Which unit a title or a cell names, and tabs that part a schedule by episodes instead."""

from __future__ import annotations

import re

from transforms.names import fold

_SAME = {
    "main": "main", "1st": "main", "first": "main", "1": "main", "a": "main", "haupt": "main",
    "principal": "main", "principale": "main", "2nd": "second", "second": "second", "2": "second",
    "b": "second", "zweite": "second", "segunda": "second", "deuxieme": "second", "2e": "second",
    "2u": "second", "1u": "main", "3rd": "third", "third": "third", "3": "third",
}  # fmt: skip
_IDLE = frozenset({"unit", "units", "crew", "team", "einheit", "equipe", "unidad", "the"})
_ALL = frozenset({"both", "all", "any", "shared", "various", "alle", "tous", "todas", "and"})
_EPISODES = re.compile(
    r"\b(?:ep|eps|epi|episode|episodes|folge|folgen|capitulo|capitulos|chapter|block|blk)\b|"
    r"\b(?:ep|blk|s\d+e|s\d+ e)\d+|^\d{3}(?: |$)"
)
_UNITS = re.compile(r"\bunit\b|\b2nd\b|\bsecond\b|\bsplinter\b|\b2u\b|\beinheit\b|\bunidad\b")


def unit_of(text: object) -> str:
    """A unit's own name, however it is written: "Main", "1st Unit" and "A" are one.

    "" where the words name none, or several: "Both", "Main / 2nd".
    """
    words = [word for word in fold(text).split() if word not in _IDLE]
    known = {_SAME[word] for word in words if word in _SAME}
    if len(known) > 1 or _ALL & set(words):
        return ""
    return known.pop() if len(words) == 1 and known else " ".join(words)


def is_of_episodes(title: str) -> bool:
    """Whether a tab's title parts a schedule by episode or block: two such are no two units.

    A performer may well work for two episodes on one day, unless their shooting days are counted
    apart: then each has a unit of its own.
    """
    said = fold(title)
    return _EPISODES.search(said) is not None and _UNITS.search(said) is None
