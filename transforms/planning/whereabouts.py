"""Names of places, compared: what is written the same, and what may be the same place.

"PIER 14" and "Pier 14" are one place, as are "12 Main St." and "12 Main Street". Where one name has
a word more ("Pier 14 Long Beach"), or a slip of the keys, they may be one: whoever joins them on
that says so. Names with other figures, or another letter, never are: "Stage 5", "Stage 7".
"""

from __future__ import annotations

import re

from schemas.values import words
from transforms.people.names import alike, fold

_ALIKE = 0.85
_SHORT = {
    "street": "st",
    "avenue": "ave",
    "road": "rd",
    "boulevard": "blvd",
    "drive": "dr",
    "lane": "ln",
    "highway": "hwy",
    "route": "rte",
    "saint": "st",
    "county": "co",
    "parkway": "pkwy",
    "freeway": "fwy",
    "square": "sq",
    "court": "ct",
    "place": "pl",
    "point": "pt",
    "fort": "ft",
    "heights": "hts",
    "mountain": "mtn",
    "center": "ctr",
    "centre": "ctr",
    "building": "bldg",
    "station": "stn",
    "hospital": "hosp",
    "general": "gen",
    "national": "natl",
    "international": "intl",
    "university": "univ",
    "department": "dept",
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "fourth": "4th",
    "fifth": "5th",
    "mount": "mt",
    "north": "n",
    "south": "s",
    "east": "e",
    "west": "w",
    "strasse": "str",
    "straße": "str",
}
_NOTHING = words.listed("the and of at a an le la les l de du des der die das el los las")
_NOWHERE = re.compile(
    r"(?:t ?b ?[acd]|n ?a|none|various|multiple|several|unknown|open|on the road|same|see .*|"
    r"process(?: trailer)?|driving|divers\w*|div|"
    r"a (?:definir|confirmer)|por (?:definir|confirmar)|offen|ninguna?|location|"
    r"x+|to be .*|any|ditto)?"
)
_EVERYWHERE = re.compile(
    r"\b(?:all (?:locations?|sites|sets)|city ?wide|county ?wide|state ?wide|various|multiple|"
    r"blanket|umbrella|entire|whole)\b"
)
_STUDIO = re.compile(
    r"\b(?:(?:sound ?)?stages?|studios?|back ?lot|volume|plateaux?|ateliers?|estudios?|foro|plato|"
    r"green ?screen|blue ?screen|bluebox|filmstudio)\b|"
    r"\b(?:(?:production|prod) (?:offices?|ofc|hq)|produktionsburo|"
    r"bureaux? (?:de )?(?:la )?prod(?:uction)?|oficinas? (?:de )?(?:la )?produccion)\b"
)
"""Stages and lots, and the production's own offices."""
_HEAD = re.compile(r"\s+[-–—]+\s+|\s*[(/,:;]\s*")
"""What stands between a place and its part."""
_PARTS = re.compile(r"\s*(?:;|,|/|\n|\+|&|\band\b|\bet\b|\bund\b|\by\b)\s*")


def key(text: str) -> str:
    """A place's name as it is compared; "" where it names none ("TBD", "various")."""
    folded = fold(text)
    if _NOWHERE.fullmatch(folded):
        return ""
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    plain = fold(re.sub(r"(?<=\w)['‘’`´](?=\w)", "", text))
    return [_SHORT.get(word, word) for word in plain.split() if word not in _NOTHING]


def is_everywhere(text: str) -> bool:
    """Whether words are about all places: "Citywide", "all locations"."""
    return _EVERYWHERE.search(fold(text)) is not None


def is_studio(text: str) -> bool:
    """Whether a place is a stage, a lot or our own office: nobody asks a city for leave there."""
    return _STUDIO.search(fold(text)) is not None


def is_within(one: str, other: str) -> bool:
    """Whether one place is a part of the other, or both are parts of one: "Pier 14 - lot"."""
    if key(one) == key(other) or why_alike(one, other):
        return True
    first, second = (key(_HEAD.split(text.strip())[0]) for text in (one, other))
    return bool(first) and first == second


def parts(text: str) -> list[str]:
    """The whole text, and each of the places that it may list: "Pier 14; Market Hall"."""
    return list(dict.fromkeys(part for part in (text, *_PARTS.split(text)) if key(part)))


def why_alike(one: str, other: str) -> str:
    """Why two names that are not written the same may be one place's; "" where nothing says so.

    The answer completes "taken for the same place in spite of ...".
    """
    first, second = sorted((_words(one), _words(other)), key=len)
    if not first or first == second:
        return ""
    if set(first) == set(second) and _is_telling(first):
        return "the order of the words"
    if _is_address(one, other) or _is_address(other, one):
        return "an address that one of them leaves out"
    more = [word for word in second if word not in first]
    if set(first) < set(second) and _is_telling(first):
        plain = all(len(word) > 1 and word.isalpha() for word in more)
        return "words that one of them leaves out" if plain else ""
    joined = "".join(first), "".join(second)
    slip = min(map(len, joined)) > 5 and len(first) == len(second) and alike(*joined, _ALIKE)
    return "a difference in spelling" if slip else ""


def is_in(one: str, other: str) -> bool:
    """Whether a place's words are all in the other's name, before its address: "Roy's Gas"."""
    said = set(_words(_HEAD.split(one.strip())[0])) - _ANY
    return bool(said) and said <= set(_words(_HEAD.split(other.strip())[0]))


def _is_address(bare: str, full: str) -> bool:
    """Whether a place is the other's name without what follows it: "Elm Diner, 14 Elm St."."""
    said = _words(bare)
    head = _HEAD.split(full.strip())[0]
    return head != full.strip() and said == _words(head) and _is_telling(said)


def _is_telling(said: list[str]) -> bool:
    """Whether a name's words tell a place from others: a figure, two words, or one of length."""
    joined = "".join(said)
    return (
        len(said) > 1 or any(map(str.isdigit, joined)) or (len(joined) > 4 and joined not in _ANY)
    )


_ANY = words.listed(
    "house street stage studio hotel hospital office beach park forest bridge station school "
    "church warehouse restaurant diner motel apartment kitchen alley field farm river "
    "harbour harbor road highway airport exterior interior bldg ctr hosp sq stn univ court fort "
    "market square building tower garden parking maison hotel "
    "plage haus strasse wald casa calle playa bosque tunnel station city downtown ranch"
)
