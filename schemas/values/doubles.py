"""Names of those who stand in for a performer, and of many together: nobody in particular."""

from __future__ import annotations

import re

from schemas.values.words import fold, listed

_DOUBLES = listed("double doubles dbl dble standin standins doublure doublures doble dobles")
_STANDS_IN = re.compile(r"\bstand[ -]?ins?\b|\blight double\b|\blichtdouble\b")
_STUNTS = listed("stunt stunts cascade cascadeur cascadeuse stuntman stuntwoman")
_MANY = listed(
    "extras background backgrounds bg atmosphere atmos crowd crowds figurants figuration "
    "figurantes figuracion komparsen komparserie statisten statisterie standins doubles stunts "
    "stuntmen omnies atmosfera sa sas"
)
_THINGS = listed(
    "cars vehicles trucks vans taxis boats bikes bicycles motorcycles horses dogs cats animals "
    "cows sheep chickens birds props weapons guns vehicle vehicules fahrzeuge vehiculos animaux "
    "tiere animales"
)
_ARTISTES = re.compile(
    r"\b(?:supporting|special|background|crowd) art(?:ist|iste)s\b|\bwalk-?ons\b"
)
_WHOEVER = re.compile(
    r"\bday ?players?\b|\bdaily hires?\b|^(?:addl?|addition?al|extra)\.? [^\W\d_]|^dailies$|"
    r"^(?:renfort|aushilfe|zusatz|refuerzo)s?\b"
)
"""Lines for whoever is hired by the day: "Addl grip (dayplayer)"."""
_COUNTED = re.compile(r"\bx\s?\d+\b|\b\d+\s?x\b|#\s?\d+\s*(?:-|–|to)\s*#?\s?\d+")


def is_double(name: object) -> bool:
    """Whether a name says that somebody doubles or stands in for another: "ANA STUNT DOUBLE"."""
    text = fold(name) if isinstance(name, str) else ""
    return bool(_words(text) & _DOUBLES) or _STANDS_IN.search(text) is not None


def without_stunt(name: object) -> str | None:
    """Who a stunt performer stands in for: "ANA" of "ANA STUNT"; ``None`` of any other name."""
    words = re.findall(r"[^\W_]+", fold(name)) if isinstance(name, str) else []
    left = [word for word in words if word not in _STUNTS]
    return " ".join(left) if left and len(left) < len(words) else None


def stands_in(name: object, other: object) -> bool:
    """Whether the first name is a double of the second, which is none: "ANA STUNT" for "ANA"."""
    if is_double(other):
        return False
    return is_double(name) or without_stunt(name) == fold(other if isinstance(other, str) else "")


def is_many(name: object) -> bool:
    """Whether a name stands for more than one: "EXTRAS", "COPS (x4)", "PICTURE CARS".

    Or for whoever is hired: "Addl grip".
    """
    text = fold(name) if isinstance(name, str) else ""
    return bool(_words(text) & (_MANY | _THINGS)) or (
        _COUNTED.search(text) is not None
        or _ARTISTES.search(text) is not None
        or _WHOEVER.search(text) is not None
        or re.search(r"\bstand[ -]?ins\b", text) is not None
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+(?:'\w)?", text))
