"""Shows a number as a fraction: "# ?/?", "0 #/8"."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from localsheets.formats.pattern import Piece, Section

Pieces = tuple[Piece, ...]


def fraction(value: float, section: Section) -> str:
    """A number by a section with a fraction. A part of zero is not shown beside a whole."""
    pieces = section.pieces
    slash = next(n for n, piece in enumerate(pieces) if piece.kind == "fraction")
    whole_end, top_start = _parted(pieces[:slash])
    bottom_end = _digits_end(pieces, slash + 1)
    top, bottom = _approximated(abs(value), pieces[slash + 1 : bottom_end])
    text = "-" if value < 0 else ""
    if whole_end:
        whole, top = divmod(top, bottom)
        text += _whole(pieces[:whole_end], whole, always=not top)
        if top:
            text += (
                "".join(p.text for p in pieces[whole_end:top_start]) if text[-1:].strip() else ""
            )
    if top or not whole_end:
        numerator = str(top).rjust(_width(pieces[top_start:slash], "?0"))
        text += "".join(p.text for p in pieces[whole_end:top_start] if not whole_end)
        text += f"{numerator}/{str(bottom).ljust(_width(pieces[slash + 1 : bottom_end], '?'))}"
    return text + "".join(piece.text for piece in pieces[bottom_end:] if piece.kind == "text")


def _parted(pieces: Pieces) -> tuple[int, int]:
    """Where the whole part ends (0: there is none), and where the numerator's digits begin."""
    start = len(pieces)
    while start and pieces[start - 1].kind == "digit":
        start -= 1
    end = max((n + 1 for n in range(start) if pieces[n].kind == "digit"), default=0)
    return end, start


def _digits_end(pieces: Pieces, start: int) -> int:
    end = start
    while end < len(pieces) and (pieces[end].kind == "digit" or pieces[end].text.isdigit()):
        end += 1
    return end


def _approximated(value: float, below: Pieces) -> tuple[int, int]:
    """The nearest fraction: by a fixed denominator, or by one of so many digits."""
    fixed = "".join(piece.text for piece in below)
    if fixed.isdigit() and int(fixed):
        bottom = int(fixed)
        scaled = Decimal(repr(float(value))) * bottom
        return int(scaled.to_integral_value(ROUND_HALF_UP)), bottom
    near = Fraction(value).limit_denominator(10 ** max(1, len(below)) - 1)
    return near.numerator, near.denominator


def _whole(pieces: Pieces, whole: int, *, always: bool) -> str:
    """The whole part with what stands before it; 0 shows if it must, or where nothing else does."""
    slots = sum(1 for piece in pieces if piece.kind == "digit")
    least = sum(1 for piece in pieces if piece.text == "0" and piece.kind == "digit")
    digits = str(whole).rjust(least, "0") if whole or least or always else ""
    if any(piece.text == "?" for piece in pieces):
        digits = digits.rjust(slots)
    first = next(n for n, piece in enumerate(pieces) if piece.kind == "digit")
    return "".join(piece.text for piece in pieces[:first]) + digits


def _width(pieces: Pieces, padded: str) -> int:
    """How broad a group of digits is at least."""
    return sum(1 for piece in pieces if piece.text in padded)
