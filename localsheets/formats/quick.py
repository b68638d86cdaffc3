"""The plainest numbers, shown some ten times as fast as digit by digit; None for all others.

Python rounds a float's exact binary value, Google the shortest decimal that means it, half away
from zero. The two differ only where that decimal ends in a 5 just beyond the last place, so that
such numbers are left to the slow way; and where there are more digits than a float holds, so that
those are too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import orjson

from localsheets.formats.locales import Locale
from localsheets.formats.pattern import Section, sections

Shower = Callable[[float], str | None]

DIGITS = 15
"""Significant digits that every float holds."""
SHORT = 11
"""Letters that hold no more than ten digits and a point."""
LONGEST = 17
"""Letters that eleven digits take at most: "-0.00012345678905"."""
WHOLE_LIMIT = 10**15
_SHAPE = re.compile(r"(?P<before>t*)(?P<whole>#,##0|#*0)(?:\.(?P<part>0+))?(?P<after>[t%]*)")
_LETTERS = {"text": "t", "comma": ",", "point": ".", "percent": "%"}


def general(value: float, point: str) -> str | None:
    """A number without a format that is not whole, by ten significant digits."""
    if not 1e-4 <= abs(value) < 1e9:  # elsewhere "g" may write an exponent
        return None
    text = f"{value:.11g}"
    if len(text) > SHORT:
        if text[-1] == "5":
            return None
        text = f"{value:.10g}"
    return text if point == "." else text.replace(".", point)


def generals(values: Sequence[int | float], point: str) -> list[str | None]:
    """Numbers without a format, whole or not, at a fraction of what they take one by one."""
    try:
        exact = orjson.dumps(values)[1:-1].decode()
    except TypeError:  # a whole number of more than 64 bits
        return [None] * len(values)
    texts = exact.split(",")
    if max(map(len, texts)) > SHORT:
        rounded = "%.10g," * len(values) % tuple(values)
        if "e" in exact or "e" in rounded or _has_tie(texts):
            return [_one(value, point) for value in values]
        texts = rounded[:-1].split(",")
    elif "e" in exact:
        return [_one(value, point) for value in values]
    return [*texts] if point == "." else [text.replace(".", point) for text in texts]


def _has_tie(texts: list[str]) -> bool:
    """Whether any number has eleven digits of which the last is a 5."""
    likely = [text for text in texts if text[-1] == "5" and len(text) <= LONGEST]
    return any(len(text.lstrip("-0.").replace(".", "")) == 11 for text in likely)


def _one(value: int | float, point: str) -> str | None:
    if type(value) is int:
        return str(value) if abs(value) < WHOLE_LIMIT else None
    return general(value, point)


@lru_cache(maxsize=2000)
def by_pattern(pattern: str, place: Locale) -> Shower | None:
    """How numbers are shown by a pattern, where all its sections are plain ones without conditions:
    "0.00", "#,##0", "0.0%", '"$"#,##0.00;("$"#,##0.00);-'."""
    parts = sections(pattern)
    if (
        pattern in ("", "@")
        or len(parts) > 3
        or any(part.condition or part.has("at") for part in parts)
    ):
        return None
    showers = [shower for part in parts if (shower := _section(part, place)) is not None]
    if len(showers) < len(parts):
        return None
    return showers[0] if len(parts) == 1 else _by_sign(*showers)


def _by_sign(above: Shower, below: Shower, nought: Shower | None = None) -> Shower:
    def show(value: float) -> str | None:
        if value > 0:
            return above(value)
        return below(-value) if value < 0 else (nought or above)(value)

    return show


@dataclass(frozen=True, slots=True)
class _Plain:
    """A section of digits with text around them."""

    before: str
    after: str
    grouped: bool
    places: int
    percent: bool


def _section(section: Section, place: Locale) -> Shower | None:
    plain = _plain(section)
    if plain is not None:
        return _digits(plain, place)
    if section.kinds <= {"text"}:
        text = "".join(piece.text for piece in section.pieces)
        return lambda value: "-" + text if value < 0 else text
    return None


def _plain(section: Section) -> _Plain | None:
    shape = "".join(
        piece.text if piece.kind == "digit" else _LETTERS.get(piece.kind, "x")
        for piece in section.pieces
    )
    found = _SHAPE.fullmatch(shape)
    if found is None or found["after"].count("%") > 1:
        return None
    texts = [piece.text for piece in section.pieces]
    return _Plain(
        "".join(texts[: found.end("before")]),
        "".join(texts[found.start("after") :]),
        "," in found["whole"],
        len(found["part"] or ""),
        "%" in found["after"],
    )


def _digits(plain: _Plain, place: Locale) -> Shower:
    shift = 2 if plain.percent else 0
    places = plain.places + shift
    most = 10.0 ** (DIGITS - places - 1)
    comma = "," if plain.grouped and not shift else ""
    rounded, further = f"{comma}.{places}f", f"{comma}.{places + 1}f"
    end = -1 if places else -2  # a digit more, and with it the point if it is the only one
    marks = str.maketrans({".": place.point, ",": place.group})
    foreign = (place.point, place.group) != (".", ",")

    def show(value: float) -> str | None:
        before = plain.before
        if value < 0:
            before, value = "-" + before, -value
        if value >= most:
            return None
        text = format(value, further)
        if text[-1] == "0":
            text = text[:end]
        elif text[-1] == "5":
            return None
        else:
            text = format(value, rounded)
        if shift:
            text = _hundredfold(text, plain)
        if foreign:
            text = text.translate(marks)
        return before + text + plain.after

    return show


def _hundredfold(text: str, plain: _Plain) -> str:
    """Move the point two places to the right: "1234.567" -> "123,456.7"."""
    whole, _, part = text.partition(".")
    number = int(whole + part[:2])
    front = f"{number:,}" if plain.grouped else str(number)
    return f"{front}.{part[2:]}" if plain.places else front
