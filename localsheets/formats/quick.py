"""The plainest numbers, shown some ten times as fast as digit by digit; None for all others.

Python rounds a float's exact binary value, Google the shortest decimal that means it, half away
from zero. The two differ only where that decimal ends in a 5 just beyond the last place, so that
such numbers are left to the slow way; and where there are more digits than a float holds, so that
those are too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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


def generals(values: list[float], point: str) -> list[str | None]:
    """The same for many numbers, at a fraction of what they take one by one."""
    exact = orjson.dumps(values)[1:-1].decode().replace(",", "\n")
    rounded = "%.10g\n" * len(values) % tuple(values)
    if "e" in exact or "e" in rounded:
        return [general(value, point) for value in values]
    if point != ".":
        exact, rounded = exact.replace(".", point), rounded.replace(".", point)
    return [
        text if len(text) <= SHORT else None if text[-1] == "5" and len(text) <= LONGEST else near
        for text, near in zip(exact.split("\n"), rounded.split("\n"), strict=False)
    ]


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
    showers = [_section(part, place) for part in parts]
    above, below, nought = showers[0], showers[min(1, len(parts) - 1)], showers[0]
    if len(parts) > 2:
        nought = showers[2]
    if above is None or below is None or nought is None:
        return None
    sign = "-" if len(parts) == 1 else ""
    return _by_sign(above, below, nought, sign)


def _by_sign(above: Shower, below: Shower, nought: Shower, sign: str) -> Shower:
    def show(value: float) -> str | None:
        if value > 0:
            return above(value)
        if value == 0:
            return nought(value)
        text = below(-value)
        return None if text is None else sign + text

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
        return lambda _: text
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
    rounded, further = f".{places}f", f".{places + 1}f"
    if plain.grouped and not shift:
        rounded = "," + rounded
    marks = str.maketrans({".": place.point, ",": place.group})
    foreign = (place.point, place.group) != (".", ",")

    def show(value: float) -> str | None:
        if value >= most or (type(value) is float and format(value, further)[-1] == "5"):
            return None
        text = format(value, rounded)
        if shift:
            text = _hundredfold(text, plain)
        if foreign:
            text = text.translate(marks)
        return plain.before + text + plain.after

    return show


def _hundredfold(text: str, plain: _Plain) -> str:
    """Move the point two places to the right: "1234.567" -> "123,456.7"."""
    whole, _, part = text.partition(".")
    number = int(whole + part[:2])
    front = f"{number:,}" if plain.grouped else str(number)
    return f"{front}.{part[2:]}" if plain.places else front
