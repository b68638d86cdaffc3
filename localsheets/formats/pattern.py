"""Reads number-format patterns ("#,##0;(#,##0);-", "[Red]0.0%", "ddd d mmm") into sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_PIECES = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|\\(?P<escaped>.)"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|_(?P<skip>.)"
    r"|\*(?P<fill>.)"
    r"|(?P<ampm>[aA][mM]/[pP][mM]|[aA]/[pP])"
    r"|(?P<general>[Gg]eneral)"
    r"|(?P<exponent>[eE][+-](?=[0#?]))"
    r"|(?P<digit>[0#?])"
    r"|(?P<date>y+|Y+|m+|M+|d+|D+|h+|H+|s+|S+)"
    r"|(?P<mark>[.,%@/;])"
    r"|(?P<plain>.)",
    re.S,
)
_ELAPSED = re.compile(r"[hH]+|[mM]+|[sS]+")
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)")
_COLOURS = {"black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a section: ``kind`` is text, digit, point, comma, percent, exponent, at, slash,
    date, elapsed, ampm, fraction or general."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a pattern between semicolons."""

    pieces: tuple[Piece, ...]
    colour: str | None = None
    condition: tuple[str, float] | None = None

    def has(self, *kinds: str) -> bool:
        """Whether any piece is of one of these kinds."""
        return any(piece.kind in kinds for piece in self.pieces)

    @property
    def is_date(self) -> bool:
        """Whether the section shows a date or a time."""
        return self.has("date", "elapsed")


@lru_cache(maxsize=2000)
def sections(pattern: str) -> tuple[Section, ...]:
    """Read a pattern; there is always at least one section."""
    parts: list[list[re.Match[str]]] = [[]]
    for match in _PIECES.finditer(pattern):
        if match["mark"] == ";":
            parts.append([])
        else:
            parts[-1].append(match)
    return tuple(_section(part) for part in parts)


def _section(matches: list[re.Match[str]]) -> Section:
    pieces: list[Piece] = []
    colour: str | None = None
    condition: tuple[str, float] | None = None
    for match in matches:
        bracket = match["bracket"]
        if bracket is None:
            piece = _piece(match)
            if piece is not None:
                pieces.append(piece)
            continue
        test = _CONDITION.fullmatch(bracket)
        if bracket.casefold() in _COLOURS or bracket.casefold().startswith("color"):
            colour = bracket.casefold()
        elif test is not None:
            condition = (test[1], float(test[2]))
        elif _ELAPSED.fullmatch(bracket):
            pieces.append(Piece("elapsed", bracket.lower()))
        elif bracket.startswith("$"):
            pieces.append(Piece("text", bracket[1:].split("-")[0]))
    return Section(tuple(_minutes(_fractions(pieces))), colour, condition)


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
    if kind == "date":
        return Piece("date", text.lower())
    return Piece(kind, text)


def _fractions(pieces: list[Piece]) -> list[Piece]:
    """A slash between digits is a fraction; any other is text."""
    if not any(piece.kind == "slash" for piece in pieces):
        return pieces
    result: list[Piece] = []
    for place, piece in enumerate(pieces):
        if piece.kind != "slash":
            result.append(piece)
            continue
        before = place > 0 and pieces[place - 1].kind == "digit"
        following = pieces[place + 1] if place + 1 < len(pieces) else Piece("text", "")
        digits = following.kind == "digit" or following.text.isdigit()
        result.append(Piece("fraction" if before and digits else "text", "/"))
    return result


def _minutes(pieces: list[Piece]) -> list[Piece]:
    """ "m" after an hour or before a second means minutes."""
    times = [place for place, piece in enumerate(pieces) if piece.kind in ("date", "elapsed")]
    result = list(pieces)
    for order, place in enumerate(times):
        piece = pieces[place]
        if piece.kind != "date" or piece.text not in ("m", "mm"):
            continue
        before = pieces[times[order - 1]].text[0] if order else ""
        after = pieces[times[order + 1]].text[0] if order + 1 < len(times) else ""
        if before == "h" or after == "s":
            result[place] = Piece("date", "minute" if piece.text == "m" else "minute2")
    return result
