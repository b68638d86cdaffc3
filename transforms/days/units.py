"""Which unit a title or a cell names, and tabs that part a schedule by episodes instead."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from schemas.people.departments import is_department
from transforms.people.names import fold

_SAME = {
    "main": "main", "1st": "main", "first": "main", "1": "main", "a": "main", "haupt": "main",
    "principal": "main", "principale": "main", "2nd": "second", "second": "second", "2": "second",
    "b": "second", "zweite": "second", "segunda": "second", "deuxieme": "second", "2e": "second",
    "2u": "second", "1u": "main", "3rd": "third", "third": "third", "3": "third",
    "mu": "main", "su": "second",
}  # fmt: skip
_IDLE = frozenset(
    {"unit", "units", "crew", "team", "einheit", "equipe", "eq", "equipo", "unidad", "the"}
)
_ALL = frozenset({"both", "all", "any", "shared", "various", "alle", "tous", "todas", "and"})
_SEVERAL = re.compile(r"[/&+,;]|\b(?:and|und|et|y)\b", re.IGNORECASE)
_EPISODES = re.compile(
    r"\b(?:ep|eps|epi|episode|episodes|folge|folgen|capitulo|capitulos|chapter|block|blk)\b|"
    r"\b(?:ep|blk|s\d+e|s\d+ e)\d+|^\d{3}(?: |$)"
)
_UNITS = re.compile(r"\bunit\b|\b2nd\b|\bsecond\b|\bsplinter\b|\b2u\b|\beinheit\b|\bunidad\b")


def unit_of(text: object) -> str:
    """A unit's own name, however it is written: "Main", "1st Unit" and "A" are one.

    "" where the words name none, or several: "Both", "Main / 2nd".
    """
    if len([part for part in _SEVERAL.split(str(text or "")) if fold(part)]) > 1:
        return ""
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


_UNIT = "unit|units|einheit|unidad|equipe|eq|equipo|ud|uni"
_MAIN = "main|1st|first|principale?|haupt|premiere|1re|1ere|primera|1a|1ra|1"
_SECOND = "2nd|second|seconde|2e|2eme|deuxieme|zweites?|zweiter?|zweite|segunda|2a|2da|2"
_THIRD = "3rd|third|troisieme|3e|3eme|drittes?|dritte|tercera|3a|3ra|3"
_CALLED = (
    ("main", rf"(?:{_MAIN}) (?:{_UNIT})|(?:{_UNIT}|team) (?:{_MAIN})"),
    ("main", r"haupt ?(?:team|einheit|unit)|main (?:crew|team)|u1|1u"),
    ("second", rf"(?:{_SECOND}) (?:{_UNIT})|(?:{_UNIT}|team) (?:{_SECOND})|2u|u2"),
    ("second", r"zweites? team|(?:2nd|second) crew"),
    ("third", rf"(?:{_THIRD}) (?:{_UNIT})|(?:{_UNIT}|team) (?:{_THIRD})|3u|u3"),
    ("splinter", r"splinters?"),
)
_LETTERS = re.compile(
    r"\b(?:(?:unit|einheit|unidad|equipe|equipo|crew|team) ([ABC])|"
    r"([ABC])[ -](?:unit|einheit|unidad|equipe|equipo|crew|team))\b",
    re.IGNORECASE,
)
_KINDS_OF = (
    "aerial|marine|water|underwater|insert|inserts|plate|plates|drone|action|stunt|vfx|boat|"
    "pick up|pickup|pickups|night|reduced|mini|travel|luft|unterwasser|drohnen|aerienne|reduite|"
    "aerea|acuatica|submarina|drones?"
)
_KIND = re.compile(rf"\b(?:({_KINDS_OF}) (?:unit|einheit|unidad)|(?:unit|unidad) ({_KINDS_OF}))\b")
_ALONE = re.compile(
    r"\b(main|haupt|aerial|marine|underwater|inserts?|plates?|"
    r"(?:2nd|second|3rd|third)(?! (?:team|week|wk|ep|block|half|month|draft|version|rev)))\b"
)
"""What a tab's title need not call a unit."""
_FROM = re.compile(
    r"\b(?:from|ex|off|borrowed|loaned|vom|von(?: der)?|aus(?: der)?|desde|prest\w+ (?:de|por|par))"
    rf" (?:the |la |l'|der |dem )?(?:(?:{_MAIN}|{_SECOND}|{_THIRD}|haupt\w*|mu|2u) ?)+"
    rf"(?:{_UNIT}|team|crew)?",
    re.IGNORECASE,
)
_OF_MAIN = frozenset({"main", "mu", "1u", "haupt", "principal", "principale"})
"""Words for the main unit, also without the word for a unit: "MU/2U"."""
_SU = "SU"
"""The second unit or the splinter unit, as a production says."""
_BY_LETTER = {"a": "main", "b": "second", "c": "third"}


@lru_cache(maxsize=4096)
def named(text: str, *, alone: bool = False) -> frozenset[str]:
    """The unit that a title or a banner names, by all of its names: "SPLINTER / PLATE UNIT".

    Nothing where it names none, or the main unit and others as well, which is everybody. Whom a
    unit lends ("FROM MAIN UNIT") are not of it while they are lent. ``alone`` takes "Main" and
    "Aerial" for units without the word, as tabs are called.
    """
    if text.strip() == _SU:
        return frozenset({"second", "splinter"})
    text = _FROM.sub(" ", text)
    said = fold(text)
    found = {unit for unit, words in _CALLED if re.search(rf"\b(?:{words})\b", said)}
    found |= {_BY_LETTER[letter.lower()] for letter in _lettered(text)}
    found |= {match[1] or match[2] for match in _KIND.finditer(said)}
    if alone:
        found |= {_SAME.get(word, word) for word in _ALONE.findall(said)}
    others = found - {"main"}
    everybody = bool(others) and (others != found or bool(_OF_MAIN & set(said.split())))
    return frozenset() if everybody else frozenset(found)


TEAM = "team "
"""What a unit begins with that is known by a word of its own."""
_TEAM = re.compile(
    r"\b(?:(?P<called>\w{3,}) (?:team|unit|einheit)|"
    r"(?:equipe|equipo|unidad|unite) (?P<named>\w{3,})|team (?P<after>\w{3,}))\b"
)
_NO_TEAM = re.compile(
    r"the|per|all|full|whole|entire|each|this|our|your|core|film\w*|shoot\w*|office|prep|wrap|"
    r"management|creative|lead\w*|members?|list|days?|work\w*|calendar|grid|schedule|bookings?|"
    r"availab\w*|planner|tracker|and|of|de|del|der|die|du|des|technique|tecnico|film\w*|rodaje|"
    r"manager|base|\d+"
)


def team(text: str) -> str:
    """The team that a title names by a word of its own: "NORTH TEAM - TURKANA"; "" for none.

    A department's is no unit, nor is the whole crew.
    """
    for match in _TEAM.finditer(fold(text)):
        word = match["called"] or match["named"] or match["after"]
        if not (_NO_TEAM.fullmatch(word) or is_department(word) or word in _SAME):
            return f"{TEAM}{word}"
    return ""


def _lettered(text: str) -> list[str]:
    """The capital letters that name units: "UNIDAD B", "A-unit", and no "equipe à"."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    found = [match[1] or match[2] for match in _LETTERS.finditer(plain)]
    return [letter for letter in found if letter.isupper()]
