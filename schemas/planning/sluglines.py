"""Where and when a scene plays: "INT. KITCHEN - DAY" taken apart, and its parts told by words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.values.words import fold, listed

_INSIDE = "int|interior|interieur|innen|interno|i"
_OUTSIDE = "ext|exterior|exterieur|aussen|esterno|e|a"
_SIDE = rf"(?:{_INSIDE}|{_OUTSIDE})\b\.?"
_SIDES = re.compile(rf"(?P<sides>{_SIDE}(?: ?[/&+-] ?{_SIDE})?)(?P<rest>.*)", re.IGNORECASE)
_BOTH = re.compile(rf"{_SIDE}(?: ?[/&+-] ?{_SIDE})?")
_FIRST = dict.fromkeys(_INSIDE.split("|"), "INT") | dict.fromkeys(_OUTSIDE.split("|"), "EXT")
_LETTER = re.compile(r"[iea]", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[-–—]+\s*|\s*[–—]+\s+|\s*,\s+(?=\S+$)|\s+(?=\([^)]*\)$)")
_TIMES = listed(
    "day night dawn dusk morning evening afternoon noon midnight sunrise sunset twilight later "
    "continuous same d n e m dn gloaming predawn "
    "jour nuit matin soir soiree aube crepuscule midi j apres-midi aurore "
    "tag nacht morgen abend nachmittag mittag daemmerung dammerung morgengrauen t vormittag "
    "dia noche tarde manana amanecer atardecer anochecer madrugada mediodia"
)
_PHRASES = listed("hour hours time") | listed("early late mid pre magic golden blue moments next")
_PHRASES |= listed("for the to of into and fin debut de du fruher spater")
_NUMBERED = re.compile(r"(?:day|night|jour|nuit|tag|nacht|dia|noche|d|n|j|t) ?#?\d{1,3}[a-z]?")
_PHRASED = listed("magic golden blue moments") | {"hour"}


@dataclass(frozen=True, slots=True)
class Slugline:
    """A scene heading's parts; what it does not say is ``None``."""

    int_ext: str | None
    set: str | None
    day_night: str | None


def sides(text: str) -> str | None:
    """Inside or outside, as "INT", "EXT" or "INT/EXT"; ``None`` where the words say neither."""
    folded = fold(text).strip(" .-")
    if _BOTH.fullmatch(folded) is None:
        return None
    words = [_FIRST[word] for word in re.findall(r"[a-z]+", folded)]
    return "/".join(dict.fromkeys(words))


def is_time(text: str) -> bool:
    """Whether words name a time of day: "DAY", "Night 2", "MAGIC HOUR", "D/N", "Jour"."""
    folded = fold(text).strip(" .()")
    if not folded or len(folded) > 30:
        return False
    words = [word for word in re.split(r"[ /.&+-]+", folded) if word and not word.isdigit()]
    named = [word for word in words if word in _TIMES or _NUMBERED.fullmatch(word)]
    phrased = len(_PHRASED & set(words)) > 1 or "moments" in words
    return (bool(named) or phrased) and all(
        word in _TIMES or word in _PHRASES or _NUMBERED.fullmatch(word) for word in words
    )


def effect(text: str) -> tuple[str | None, str | None]:
    """Inside or outside and the time of day out of one short cell: "INT", "EXT - DAY", "I/N"."""
    if (side := sides(text)) is not None:
        return side, None
    match = re.fullmatch(r"(.+?)\s*[-–—/,. ]\s*([^-–—/,. ]+(?: \d+)?)", text.strip())
    if match and is_time(match[2]) and (side := sides(match[1])) is not None:
        return side, match[2]
    return None, None


def split(text: str) -> Slugline:
    """Take a scene heading apart: "INT. KITCHEN - DAY" is INT, KITCHEN, DAY.

    A single letter says inside or outside only before a full stop or a slash ("I. HALL", "I/E"):
    "E STREET" and "A HOUSE" are sets.
    """
    inside, rest = None, text
    match = _SIDES.fullmatch(text if text.isascii() else _unaccented(text))
    if match is not None and _is_sides(match["sides"], match["rest"]):
        inside, rest = sides(match["sides"]), text[len(match["sides"]) :].lstrip(" .:-–—/,")
    when = next((last for last in _endings(rest, inside) if is_time(last)), None)
    if when:
        rest = rest[: rest.rindex(when)].rstrip(" -–—,(")
    return Slugline(inside, rest.strip() or None, when and when.strip(" ()"))


def _endings(rest: str, inside: str | None) -> list[str]:
    """What may be the time of day at the end of a heading: after " - ", else after a bare dash."""
    *earlier, last = _SEPARATOR.split(rest)
    endings = [last] if earlier or inside else []
    bare, dash, after = rest.rpartition("-")
    return [*endings, after] if dash and bare and inside else endings


def _is_sides(found: str, rest: str) -> bool:
    """Whether the letters that begin a heading say inside or outside, not a word of the set."""
    if _LETTER.fullmatch(found):
        return False
    return not rest or not rest[0].isalnum()


def _unaccented(text: str) -> str:
    """The same text letter for letter, without accents, so that places in it stay the same."""
    return "".join(fold(char)[:1] or char for char in text)
