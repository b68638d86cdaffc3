"""Reads number-format patterns ("#,##0;(#,##0);-", "[Red]0.0%", "ddd d mmm") into sections.

The language is Google's, as its guide to date and number formats describes it; ``General`` and
``[$€-407]``, which files of other programs bring along, are understood too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_PIECES = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|\\(?P<escaped>.)"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|_(?P<skip>.)"
    r"|\*(?P<fill>.)"
    r"|(?P<ampm>[aA][mM]/[pP][mM]|[aA]/[pP]|(?<![A-Za-z])[AP]M(?![A-Za-z]))"
    r"|(?P<general>[Gg]eneral)"
    r"|(?P<exponent>[eE][+-](?=[0#?]))"
    r"|(?P<digit>[0#?])"
    r"|(?P<date>y+|Y+|m+|M+|d+|D+|h+|H+|s+|S+)"
    r"|(?P<mark>[.,%@/;])"
    r"|(?P<plain>.)",
    re.S,
)
_ELAPSED = re.compile(r"h+|m+|s+", re.I)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?(?:[0-9]+\.?[0-9]*|\.[0-9]+))")
_COLOUR = re.compile(r"(black|blue|cyan|green|magenta|red|white|yellow|color\s*[0-9]{1,2})", re.I)
MOST_SECTIONS = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a section: ``kind`` is text, digit, point, comma, percent, exponent, at, slash,
    date, elapsed, ampm, fraction or general."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a pattern between semicolons. ``language`` is that of ``[$-407]``, if any."""

    pieces: tuple[Piece, ...]
    colour: str | None = None
    condition: tuple[str, float] | None = None
    language: str | None = None
    kinds: frozenset[str] = frozenset()

    def has(self, *kinds: str) -> bool:
        """Whether any piece is of one of these kinds."""
        return not self.kinds.isdisjoint(kinds)

    @property
    def is_date(self) -> bool:
        """Whether the section shows a date or a time."""
        return "date" in self.kinds or "elapsed" in self.kinds


@lru_cache(maxsize=2000)
def sections(pattern: str) -> tuple[Section, ...]:
    """Read a pattern; there is always at least one section, and never more than four."""
    parts: list[list[re.Match[str]]] = [[]]
    for match in _PIECES.finditer(pattern):
        if match["mark"] == ";":
            parts.append([])
        else:
            parts[-1].append(match)
    return tuple(_section(part) for part in parts[:MOST_SECTIONS])


def _section(matches: list[re.Match[str]]) -> Section:
    pieces: list[Piece] = []
    colour = language = None
    condition: tuple[str, float] | None = None
    for match in matches:
        bracket = match["bracket"]
        if bracket is None:
            piece = _piece(match)
            if piece is not None:
                pieces.append(piece)
        elif _COLOUR.fullmatch(bracket):
            colour = bracket.casefold().replace(" ", "")
        elif test := _CONDITION.fullmatch(bracket):
            condition = (test[1], float(test[2]))
        elif _ELAPSED.fullmatch(bracket):
            pieces.append(Piece("elapsed", bracket.lower()))
        elif bracket.startswith("$"):
            sign, _, code = bracket[1:].partition("-")
            pieces.append(Piece("text", sign))
            language = _LANGUAGES.get(code[-2:].upper(), language)
    made = tuple(_minutes(_literals(_fractions(pieces))))
    return Section(made, colour, condition, language, frozenset(piece.kind for piece in made))


_LANGUAGES = {
    "04": "zh",
    "06": "da",
    "07": "de",
    "09": "en",
    "0A": "es",
    "0B": "fi",
    "0C": "fr",
    "10": "it",
    "11": "ja",
    "13": "nl",
    "14": "nb",
    "15": "pl",
    "16": "pt",
    "1D": "sv",
}
"""Windows' language codes, their last two digits, as patterns of .xlsx files have them."""
_MARKS = {".": "point", ",": "comma", "%": "percent", "@": "at", "/": "slash"}


def _piece(match: re.Match[str]) -> Piece | None:
    kind = match.lastgroup or "plain"
    text = match[kind]
    if kind == "fill":
        return None
    if kind == "skip":
        return Piece("text", " ")
    if kind in ("quoted", "escaped", "plain"):
        return Piece("text", text)
    if kind == "mark":
        return Piece(_MARKS[text], text)
    return Piece(kind, text)


def _literals(pieces: list[Piece]) -> list[Piece]:
    """A lone AM or PM means the half of the day beside an hour, and is a word elsewhere; a
    percent sign among dates is a sign; points after the first are plain text."""
    dated = any(piece.kind in ("date", "elapsed") for piece in pieces)
    result: list[Piece] = []
    pointed = False
    for piece in pieces:
        kind = piece.kind
        if kind == "ampm" and not dated:
            kind = "text"
        if kind == "point":
            kind = "text" if pointed and not dated else kind
            pointed = True
        if dated and kind in ("comma", "percent"):
            kind = "text"
        result.append(Piece(kind, piece.text))
    return result


def _fractions(pieces: list[Piece]) -> list[Piece]:
    """A slash between digits is a fraction, whose denominator may be a number; else it is text."""
    if not any(piece.kind == "slash" for piece in pieces):
        return pieces
    result: list[Piece] = []
    numeric = not any(piece.kind in ("point", "exponent", "date") for piece in pieces)
    for place, piece in enumerate(pieces):
        if piece.kind != "slash":
            result.append(piece)
            continue
        following = pieces[place + 1] if place + 1 < len(pieces) else Piece("text", "")
        digits = following.kind == "digit" or following.text.isdigit()
        before = place > 0 and pieces[place - 1].kind == "digit"
        result.append(Piece("fraction" if numeric and before and digits else "text", "/"))
    return result


def _minutes(pieces: list[Piece]) -> list[Piece]:
    """ "m" after an hour or before a second means minutes; "M" is a month, except in "HH:MM" as
    other programs write it."""
    times = [place for place, piece in enumerate(pieces) if piece.kind in ("date", "elapsed")]
    texts = [pieces[place].text for place in times]
    result = list(pieces)
    for order, place in enumerate(times):
        piece = pieces[place]
        if piece.kind != "date":
            continue
        result[place] = Piece("date", piece.text.lower())
        if piece.text.lower() not in ("m", "mm"):
            continue
        if _means_minute(piece.text, texts[:order][-1:], texts[order + 1 :][:1]):
            result[place] = Piece("date", "minute" if len(piece.text) == 1 else "minute2")
    return result


def _means_minute(text: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether hours stand before, or seconds after, in the same case as a capital "M"."""
    hour, second = ("H", "S") if text.isupper() else ("hH", "sS")
    return bool(before and before[0][0] in hour) or bool(after and after[0][0] in second)
