"""A row of weekdays read as a whole, so that its language settles what "M", "T" and "mar" are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from model.grid import Scalar
from schemas.values.calendar import weekday
from schemas.values.dates import written
from schemas.values.words import fold

_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ALPHABETS = (
    "m t w t f s s|mo tu we th fr sa su|m tu w th f sa su|m t w r f s u|m t w h f s u",
    "l m m j v s d|lu ma me je ve sa di|lun mar mer jeu ven sam dim|l ma me j v s d",
    "m d m d f s s|mo di mi do fr sa so|mon die mit don fre sam son",
    "l m x j v s d|l m m j v s d|lu ma mi ju vi sa do|lun mar mie jue vie sab dom|l ma mi j v s d",
    "seg ter qua qui sex sab dom|s t q q s s d",
    "lun mar mer gio ven sab dom|lu ma me gi ve sa do|l m m g v s d",
)


def _alphabet(lines: str) -> dict[str, frozenset[int]]:
    """Short name -> the weekdays that it may stand for, Monday 0."""
    meant: dict[str, set[int]] = {}
    for line in lines.split("|"):
        for number, name in enumerate(line.split()):
            meant.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in meant.items()}


_READ = tuple(_alphabet(lines) for lines in _ALPHABETS)


def read(texts: Mapping[int, str]) -> dict[int, frozenset[int]]:
    """What the cells of a weekday row may mean, each in the language that most of them speak.

    Keys are kept; a cell that is no weekday means none.
    """
    folded = {place: fold(text).strip(" .") for place, text in texts.items()}
    best: dict[int, frozenset[int]] = {}
    most = -1
    for alphabet in _READ:
        meant = {place: _meant(text, alphabet) for place, text in folded.items()}
        understood = sum(bool(days) for days in meant.values())
        if understood > most:
            best, most = meant, understood
    return best


def _meant(text: str, alphabet: Mapping[str, frozenset[int]]) -> frozenset[int]:
    """A cell's weekdays in one language; names that only one day has are known in all of them."""
    if text in alphabet:
        return alphabet[text]
    named = weekday(text) if len(text) > 2 or not alphabet else None
    return frozenset() if named is None else frozenset({named})


def named(value: Scalar) -> str:
    """The short name of a date's weekday; "" where the value is no date."""
    day = written(value)
    return _NAMES[day.weekday()] if isinstance(day, date) else ""
