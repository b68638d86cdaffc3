"""Two names that may be one person's: how they are compared, and why they would be the same."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

from schemas.values import words
from schemas.values.names import named

_SUFFIXES = {"jr": "jr", "junior": "jr", "jnr": "jr", "sr": "sr", "senior": "sr", "snr": "sr"}
_SUFFIXES |= {"ii": "ii", "iii": "iii", "iv": "iv", "esq": "", "phd": "", "md": "", "fils": "jr"}
_SUFFIXES |= {"asc": "", "bsc": "", "csc": "", "dga": "", "pga": "", "afc": "", "pere": "sr"}
_TITLES = words.listed("mr mrs ms miss dr prof sir dame mme mlle herr frau sra")
_ALIAS = re.compile(r"\baka\b|\ba\.k\.a\.?|\bdit\b|\bgenannt\b|\balias\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”«»„]([^\"“”«»„]+)[\"“”«»„]|(?<!\w)['‘’]([^'‘’]+)['‘’](?!\w)")
_BESIDE = re.compile(r"\(([^()\s]+)\)(?=\s*\w)")
_TAIL = re.compile(r"\s+(?:[-–—/|]|as)\s+.*$", re.IGNORECASE)
_LEAST_IN_CAPITALS = 4
"""Letters of a family name in capitals before the given name; fewer may be initials: "JT Mack"."""
_ALIKE = 0.9
_ALIKE_IN_PLACE = 0.8
"""How alike two names must be for one to be a misspelling of the other, from 0 to 1; and how alike
where both play one role."""


def fold(text: object) -> str:
    """A name as it is compared: without case, accents, punctuation and double spaces."""
    return _folded(text) if isinstance(text, str) else ""


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", plain.casefold()))


def is_full(folded: str) -> bool:
    """Whether a folded name has a first and a last part, enough to tell people apart."""
    return " " in folded


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: its words in order, without case, accents and punctuation.

    ``also`` are given names that stand beside it: 'William "Bill" Smith', "Ana Roy (Annie)".
    ``written_out`` are its words as those write them who have no umlauts: "Joerg" for "Jörg".
    """

    words: tuple[str, ...]
    suffix: str = ""
    also: frozenset[str] = frozenset()
    written_out: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What two cells share that name one person in the same way."""
        return " ".join((*self.words, self.suffix) if self.suffix else self.words)

    @property
    def is_full(self) -> bool:
        """Whether there is a given name and a family name."""
        return len(self.words) > 1


@lru_cache(maxsize=16384)
def name(text: str) -> Name:
    """Read a name as somebody typed it: "MORENO, Ana", "Tom Hart Jr. (DP)", "J. Smith - stunts"."""
    quoted = [first or second for first, second in _QUOTED.findall(text)]
    quoted += _BESIDE.findall(text)
    bare = _ALIAS.split(_BESIDE.sub(" ", _QUOTED.sub(" ", text)))[0]
    who = named(_given_first(bare.split()))
    beside = [*quoted, *(part for part in (who.remark,) if part and " " not in part)]
    stated = unicodedata.normalize("NFC", _TAIL.sub("", who.name or "").lower())
    said = _words(stated.translate(_PLAIN))
    suffixes = [_SUFFIXES[word] for word in said[2:] if word in _SUFFIXES]
    return Name(
        _without_suffixes(said),
        next(filter(None, suffixes), ""),
        frozenset(fold(word) for word in beside),
        _without_suffixes(_words(stated.translate(_UMLAUTS))),
    )


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "å": "aa"})
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
"""Letters that are no others with an accent, and how they are written without."""


def _words(text: str) -> list[str]:
    """The words of a name in lower case, folded and without titles."""
    folded = words.fold(text).replace("'", "").replace("’", "")
    return [word for word in re.findall(r"[^\W_]+", folded) if word not in _TITLES]


def _without_suffixes(said: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for place, word in enumerate(said) if place < 2 or word not in _SUFFIXES)


def _given_first(parts: Sequence[str]) -> str:
    """A name in its order: who writes "LEFÈVRE-MARCHAL Quentin" puts the family name first."""
    capitals = [part.isupper() and len(part) > 1 for part in parts]
    first = capitals.index(False) if False in capitals else len(parts)
    family, given = parts[:first], parts[first:]
    plain = all(part.replace("-", "").replace("’", "").replace("'", "").isalpha() for part in parts)
    cased = all(part.istitle() or part[:1].isupper() for part in given)
    long = sum(map(len, family)) >= _LEAST_IN_CAPITALS
    if family and given and plain and cased and long and not any(map(_is_suffix, given)):
        return " ".join((*given, *family))
    return " ".join(parts)


def _is_suffix(word: str) -> bool:
    return word.casefold().rstrip(".") in _SUFFIXES


def why_same(one: Name, other: Name) -> str | None:
    """Why two names that are not written alike may be one person's; ``None`` where they may not.

    The answer completes "taken for the same person in spite of ...". Whether there is another
    candidate is for the caller to know.
    """
    if not one.is_full or not other.is_full:
        return None
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return None
    if one.words == other.words:
        return f'"{one.suffix or other.suffix}"' if one.suffix != other.suffix else None
    if one.words == other.written_out or one.written_out == other.words:
        return "umlauts that one of them writes out"
    if "".join(one.words) == "".join(other.words):
        return "a space"
    if sorted(one.words) == sorted(other.words):
        return "the order of the names"
    short, long = sorted((one, other), key=lambda this: len(this.words))
    given = _given(short, long)
    if given is None:
        return None
    rest = _left_out(short.words[1:], long.words[1:])
    return None if rest is None else given or rest


def known_as(one: Name, other: Name) -> bool:
    """Whether one is written with the other's given name beside it: "Jaspreet (Jas) Gill"."""
    if not one.is_full or not other.is_full or one.words[1:] != other.words[1:]:
        return False
    return one.words[0] in other.also or other.words[0] in one.also


def _given(one: Name, other: Name) -> str | None:
    """What sets two given names apart; "" where nothing does, ``None`` where they are two names."""
    first, second = one.words[0], other.words[0]
    if first == second:
        return ""
    if first in other.also or second in one.also or _short_forms(first) & _short_forms(second):
        return "the short form of a given name"
    initials = {word[0] for word in _short_forms(first)}, {word[0] for word in _short_forms(second)}
    if 1 in (len(first), len(second)) and initials[0] & initials[1]:
        return "an initial"
    return None


def _left_out(short: tuple[str, ...], long: tuple[str, ...]) -> str | None:
    """What the shorter of two names' other words leaves out; ``None`` where they contradict.

    A word agrees with itself and, but for the last, with its initial.
    """
    place, initials = 0, False
    for word in short:
        while place < len(long) and not _agree(word, long[place]):
            place += 1
        if place == len(long):
            return None
        initials |= word != long[place]
        place += 1
    if len(short) < len(long):
        return "a name that one of them leaves out"
    return "an initial" if initials else ""


def _agree(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def misspelt(one: Name, other: Name, least: float = _ALIKE) -> bool:
    """Whether one name looks like the other with a slip of the keys: "Tomasz Bielak", "Bielka".

    Hardly anybody mistypes a first letter: Darko and Marko are two; Curi may be Kuri, which sounds
    the same.
    """
    if not one.is_full or not other.is_full or one.suffix != other.suffix:
        return False
    if len(one.words) != len(other.words) or one.words == other.words:
        return False
    apart = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    long_enough = all(max(len(a), len(b)) >= 4 and min(len(a), len(b)) >= 3 for a, b in apart)
    begin_alike = all(a[0] == b[0] or _sound_alike(a, b) for a, b in apart)
    return long_enough and begin_alike and alike("".join(one.words), "".join(other.words), least)


def is_one(text: str, other: str) -> bool:
    """Whether two names in one role's place are one person's, however each is spelt."""
    first, second = name(text), name(other)
    same = first.key == second.key or why_same(first, second) is not None
    return bool(first.words) and (same or misspelt_in_place(text, other))


def misspelt_in_place(text: str, other: str) -> bool:
    """Whether two names in one role's place look like one, with slips of the keys in some.

    A name in short, or without its umlauts, is no slip.
    """
    one, listed = name(text), name(other)
    return misspelt(one, listed, least=_ALIKE_IN_PLACE) and why_same(one, listed) is None


def _sound_alike(one: str, other: str) -> bool:
    """Whether two words begin with different letters of one sound, and go on alike."""
    return one[1:] == other[1:] and frozenset((one[0], other[0])) in _SOUNDS


_SOUNDS = frozenset(map(frozenset, ("ck", "iy", "jy", "ij", "sz", "vw")))


def alike(one: str, other: str, least: float = _ALIKE) -> bool:
    """Whether two texts without spaces are nearly the same, their figures wholly so.

    Two neighbouring letters that changed places are one slip: "NRUSE".
    """
    if re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return False
    if _is_swapped(one, other):
        return True
    first, second = sorted((one, other))
    matcher = SequenceMatcher(a=first, b=second, autojunk=False)
    return bool(matcher.real_quick_ratio() >= least and matcher.ratio() >= least)


def _is_swapped(one: str, other: str) -> bool:
    """Whether two words of some length are the same but for two letters that changed places."""
    if len(one) != len(other) or len(one) < _SWAPPED:
        return False
    apart = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    here = slice(apart[0], apart[-1] + 1) if apart else slice(0)
    return len(apart) == 2 and apart[1] - apart[0] == 1 and one[here] == other[here][::-1]


_SWAPPED = 5


def _short_forms(given: str) -> frozenset[str]:
    """The formal names that a given name may stand for, itself included."""
    return _formal().get(given, frozenset()) | {given}


@cache
def _formal() -> Mapping[str, frozenset[str]]:
    """Short form -> the given names that it stands for, out of ``nicknames.txt``."""
    known: dict[str, set[str]] = defaultdict(set)
    for line in Path(__file__).with_name("nicknames.txt").read_text(encoding="utf-8").splitlines():
        formal, colon, short = line.partition(":")
        if colon and not line.startswith("#"):
            for word in short.split(","):
                known[word.strip()].add(formal.strip())
    return {word: frozenset(names) for word, names in known.items()}
