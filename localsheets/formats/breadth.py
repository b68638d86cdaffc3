"""How broad a text is, estimated by Arial's letters: there is no font to measure with."""

from __future__ import annotations

from functools import lru_cache

_BROAD, _NARROW = set("mwMW@%—…"), set(" .,:;il'|!jftI()[]/-")
_CAPITAL, _SMALL, _DIGIT = 0.68, 0.53, 0.556
BOLD = 1.07


@lru_cache(maxsize=20_000)
def pixels(text: str, points: float = 10, *, bold: bool = False) -> float:
    """A line's breadth in pixels, at a font size in points."""
    em = sum(_letter(letter) for letter in text)
    return em * points * 4 / 3 * (BOLD if bold else 1)


def _letter(letter: str) -> float:
    if letter in _BROAD:
        return 0.85
    if letter in _NARROW:
        return 0.29
    if letter.isdigit():
        return _DIGIT
    if ord(letter) > 0x2E7F:  # East Asian letters and pictures are square
        return 1.0
    return _CAPITAL if letter.isupper() else _SMALL


def lines(text: str, room: float, points: float = 10, *, bold: bool = False) -> int:
    """How many lines a text takes where it may be ``room`` pixels broad, broken between words."""
    return sum(_broken(line, room, points, bold) for line in text.split("\n"))


def _broken(line: str, room: float, points: float, bold: bool) -> int:
    count, used = 1, 0.0
    space = pixels(" ", points, bold=bold)
    for word in line.split(" "):
        breadth = pixels(word, points, bold=bold)
        if used and used + space + breadth > room:
            count, used = count + 1, 0.0
        used += breadth + (space if used else 0.0)
        while used > room:
            count, used = count + 1, used - room
    return count
