"""Shows a number by one section of a pattern, or by no pattern at all."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from localsheets.formats.locales import Locale
from localsheets.formats.pattern import Piece, Section

SIGNIFICANT = 10
WHOLE_LIMIT = 1e15
_WIDE = Context(prec=700, rounding=ROUND_HALF_UP)
"""Room for every digit of the largest float."""


def general(value: float, locale: Locale) -> str:
    """A number without a format: whole ones in full, others to ten significant digits."""
    if not math.isfinite(value):
        return "#NUM!"
    if float(value).is_integer() and abs(value) < WHOLE_LIMIT:
        return str(int(value))
    text = f"{value:.{SIGNIFICANT}g}"
    mantissa, mark, exponent = text.partition("e")
    if not mark:
        return text.replace(".", locale.point)
    power = int(exponent)
    if -SIGNIFICANT < power < 0:
        plain = f"{value:.{SIGNIFICANT - 1 - power}f}".rstrip("0")
        return plain.replace(".", locale.point)
    return f"{mantissa.replace('.', locale.point)}E{power:+d}"


def by_section(value: float, section: Section, locale: Locale) -> str:
    """A number (its sign already dealt with) by the digits of a section."""
    if section.has("general"):
        shown = general(value, locale)
        return "".join(shown if p.kind == "general" else _literal(p) for p in section.pieces)
    if section.has("fraction"):
        return _fraction(value, section)
    if section.has("exponent"):
        return _scientific(value, section, locale)
    if not section.has("digit"):
        return "".join(_literal(piece) for piece in section.pieces)
    return _fixed(value, section.pieces, locale)


def _literal(piece: Piece) -> str:
    return piece.text if piece.kind in ("text", "percent", "comma", "point") else ""


def decimals(section: Section) -> int:
    """Digits after the point."""
    return sum(1 for piece in _after_point(section.pieces) if piece.kind == "digit")


def _after_point(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    for place, piece in enumerate(pieces):
        if piece.kind == "point":
            return pieces[place + 1 :]
    return ()


def _fixed(value: float, pieces: tuple[Piece, ...], locale: Locale) -> str:
    grouped, scale = _commas(pieces)
    percents = sum(1 for piece in pieces if piece.kind == "percent")
    scaled = Decimal(repr(float(value))).scaleb(2 * percents - 3 * scale, _WIDE)
    places = sum(1 for piece in _after_point(pieces) if piece.kind == "digit")
    fixed = scaled.quantize(Decimal(1).scaleb(-places), context=_WIDE)
    whole, _, part = f"{abs(fixed):f}".partition(".")
    body = _fill(pieces, whole if int(whole) else "", part, grouped, locale)
    return f"-{body}" if fixed < 0 else body


def _commas(pieces: tuple[Piece, ...]) -> tuple[bool, int]:
    """Whether thousands are grouped, and by how many thousands the number is scaled."""
    digits = [place for place, piece in enumerate(pieces) if piece.kind == "digit"]
    whole = [
        place for place in digits if not any(piece.kind == "point" for piece in pieces[:place])
    ]
    if not whole:
        return False, 0
    grouped = any(pieces[place].kind == "comma" for place in range(whole[0], whole[-1]))
    scale, place = 0, digits[-1] + 1
    while place < len(pieces) and pieces[place].kind == "comma":
        scale, place = scale + 1, place + 1
    return grouped, scale


def _fill(pieces: tuple[Piece, ...], whole: str, part: str, grouped: bool, locale: Locale) -> str:
    """Put digits into a section: the whole part from the right, the fraction from the left."""
    point = next((n for n, piece in enumerate(pieces) if piece.kind == "point"), len(pieces))
    left = _fill_whole(pieces[:point], whole, grouped, locale)
    if point == len(pieces):
        return left
    right = _fill_part(pieces[point + 1 :], part)
    shown = any(letter.isdigit() for letter in right) or decimals_fixed(pieces[point + 1 :])
    return left + (locale.point if shown else "") + right


def decimals_fixed(pieces: tuple[Piece, ...]) -> bool:
    """Whether a fraction's pieces hold a digit that is always shown."""
    return any(piece.kind == "digit" and piece.text == "0" for piece in pieces)


def _fill_whole(pieces: tuple[Piece, ...], whole: str, grouped: bool, locale: Locale) -> str:
    result: list[str] = []
    slots = sum(1 for piece in pieces if piece.kind == "digit")
    seen = count = 0

    def push(digit: str) -> None:
        nonlocal count
        if grouped and count and count % 3 == 0 and digit.isdigit():
            result.append(locale.group)
        result.append(digit)
        count += 1

    for piece in reversed(pieces):
        if piece.kind != "digit":
            result.append(_literal(piece)[::-1] if piece.kind != "comma" else "")
            continue
        seen += 1
        digit = whole[-seen] if seen <= len(whole) else _padding(piece.text)
        if digit:
            push(digit)
        if seen == slots:
            for extra in reversed(whole[: max(0, len(whole) - slots)]):
                push(extra)
    return "".join(result)[::-1]


def _padding(slot: str) -> str:
    return {"0": "0", "?": " ", "#": ""}[slot]


def _fill_part(pieces: tuple[Piece, ...], part: str) -> str:
    needed = len(part.rstrip("0"))
    result, seen = [], 0
    for piece in pieces:
        if piece.kind != "digit":
            result.append(_literal(piece) if piece.kind != "comma" else "")
            continue
        digit = part[seen] if seen < len(part) else "0"
        result.append(digit if seen < needed or piece.text == "0" else _padding(piece.text))
        seen += 1
    return "".join(result)


def _scientific(value: float, section: Section, locale: Locale) -> str:
    mark = next(n for n, piece in enumerate(section.pieces) if piece.kind == "exponent")
    head, tail = section.pieces[:mark], section.pieces[mark + 1 :]
    places = sum(1 for piece in _after_point(head) if piece.kind == "digit")
    mantissa, _, exponent = f"{value:.{places}e}".partition("e")
    width = sum(1 for piece in tail if piece.kind == "digit")
    power = int(exponent)
    sign = "-" if power < 0 else ("+" if section.pieces[mark].text.endswith("+") else "")
    after = "".join(_literal(piece) for piece in tail if piece.kind != "digit")
    letter = section.pieces[mark].text[0]
    front = _fixed(float(mantissa), head, locale)
    return f"{front}{letter}{sign}{abs(power):0{width}d}{after}"


def _fraction(value: float, section: Section) -> str:
    pieces = section.pieces
    slash = next(n for n, piece in enumerate(pieces) if piece.kind == "fraction")
    below = [piece for piece in pieces[slash + 1 :] if piece.text.isdigit() or piece.text in "#?"]
    fixed = "".join(piece.text for piece in below)
    if fixed.isdigit() and int(fixed):
        bottom = int(fixed)
        top = round(abs(value) * bottom)
    else:
        near = Fraction(abs(value)).limit_denominator(10 ** max(1, len(below)) - 1)
        top, bottom = near.numerator, near.denominator
    has_whole = any(p.kind == "text" and p.text == " " for p in pieces[:slash])
    whole, rest = divmod(top, bottom) if has_whole else (0, top)
    sign = "-" if value < 0 else ""
    shown = f"{rest}/{bottom}" if rest or not has_whole else ""
    return sign + " ".join(
        part for part in (str(whole) if whole or not shown else "", shown) if part
    )
