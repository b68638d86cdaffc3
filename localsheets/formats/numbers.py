"""Shows a number by one section of a pattern, or by no pattern at all.

Digits are rounded half away from zero, exactly: a number counts as the shortest decimal that means
it, so that 2.675 shows as 2.68.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal

from localsheets.formats import quick
from localsheets.formats.fractions import fraction
from localsheets.formats.locales import Locale
from localsheets.formats.pattern import Piece, Section

SIGNIFICANT = 10
SIGNIFICANT_SCIENTIFIC = 6
WHOLE_LIMIT = 1e15
TOGETHER = 200
_WIDE = Context(prec=700, rounding=ROUND_HALF_UP)
"""Room for every digit of the largest float."""


def exact(value: float) -> Decimal:
    """The shortest decimal that means a float."""
    return Decimal(repr(float(value)))


def general(value: float, locale: Locale) -> str:
    """A number without a format: whole ones in full below 1E+15, others to ten significant digits,
    very large and very small ones as 1.23457E+17."""
    if type(value) is float and (text := quick.general(value, locale.point)) is not None:
        return text
    if not math.isfinite(value):
        return "#NUM!"
    if float(value).is_integer() and abs(value) < WHOLE_LIMIT:
        return str(int(value))
    number = exact(value)
    if -SIGNIFICANT <= number.adjusted() < SIGNIFICANT + 5:
        places = max(0, SIGNIFICANT - 1 - number.adjusted())
        text = f"{number.quantize(Decimal(1).scaleb(-places), context=_WIDE):f}"
        plain = text.rstrip("0").rstrip(".") if "." in text else text
        return plain.replace(".", locale.point)
    mantissa, power = _rounded(number, SIGNIFICANT_SCIENTIFIC - 1, 1)
    text = f"{mantissa:f}".rstrip("0").rstrip(".")
    return f"{text.replace('.', locale.point)}E{power:+03d}"


def generals(values: list[int | float], locale: Locale) -> list[str]:
    """Many numbers, each as :func:`general` shows it; a whole one is an ``int``."""
    texts: list[str] = []
    for start in range(0, len(values), TOGETHER):
        part = values[start : start + TOGETHER]
        found = quick.generals(part, locale.point)
        if None in found:
            pairs = zip(part, found, strict=True)
            found = [general(value, locale) if text is None else text for value, text in pairs]
        texts += found  # type: ignore[arg-type]
    return texts


def _rounded(number: Decimal, places: int, step: int) -> tuple[Decimal, int]:
    """A mantissa of so many decimals and a power of ten that is a multiple of ``step``."""
    power = number.adjusted() // step * step if number else 0
    unit = Decimal(1).scaleb(-places)
    mantissa = number.scaleb(-power, _WIDE).quantize(unit, context=_WIDE)
    if abs(mantissa) >= 10**step:
        power += step
        mantissa = number.scaleb(-power, _WIDE).quantize(unit, context=_WIDE)
    return mantissa, power


def by_section(value: float, section: Section, locale: Locale) -> str:
    """A number by the digits of a section; a minus stands before everything."""
    if section.has("general"):
        shown = general(value, locale)
        return "".join(shown if p.kind == "general" else _literal(p) for p in section.pieces)
    if section.has("fraction"):
        return fraction(value, section)
    sign = "-" if value < 0 else ""
    if section.has("exponent"):
        return sign + _scientific(exact(abs(value)), section, locale)
    if not section.has("digit"):
        return sign + "".join(_literal(piece) for piece in section.pieces)
    return sign + _fixed(exact(abs(value)), section.pieces, locale)


def _literal(piece: Piece) -> str:
    return piece.text if piece.kind in ("text", "percent", "comma", "point") else ""


def _after_point(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    for place, piece in enumerate(pieces):
        if piece.kind == "point":
            return pieces[place + 1 :]
    return ()


def decimals(pieces: tuple[Piece, ...]) -> int:
    """Digits after the point."""
    return sum(1 for piece in _after_point(pieces) if piece.kind == "digit")


def _fixed(number: Decimal, pieces: tuple[Piece, ...], locale: Locale) -> str:
    grouped, scale = _commas(pieces)
    percents = sum(1 for piece in pieces if piece.kind == "percent")
    scaled = number.scaleb(2 * percents - 3 * scale, _WIDE)
    fixed = scaled.quantize(Decimal(1).scaleb(-decimals(pieces)), context=_WIDE)
    whole, _, part = f"{fixed:f}".partition(".")
    return _fill(pieces, whole if int(whole) else "", part, grouped, locale)


def _commas(pieces: tuple[Piece, ...]) -> tuple[bool, int]:
    """Whether thousands are grouped, and by how many thousands the number is scaled."""
    point = next((n for n, piece in enumerate(pieces) if piece.kind == "point"), len(pieces))
    digits = [place for place, piece in enumerate(pieces) if piece.kind == "digit"]
    whole = [place for place in digits if place < point]
    grouped = bool(whole) and any(
        pieces[place].kind == "comma" for place in range(whole[0], whole[-1])
    )
    scale = 0
    for last in {whole[-1] if whole else -1, digits[-1] if digits else -1}:
        place = last + 1
        while last >= 0 and place < len(pieces) and pieces[place].kind == "comma":
            scale, place = scale + 1, place + 1
    return grouped, scale


def _fill(pieces: tuple[Piece, ...], whole: str, part: str, grouped: bool, locale: Locale) -> str:
    """Put digits into a section: the whole part from the right, the fraction from the left. A
    point in the pattern always shows."""
    point = next((n for n, piece in enumerate(pieces) if piece.kind == "point"), len(pieces))
    left = _fill_whole(pieces[:point], whole, grouped, locale)
    if point == len(pieces):
        return left
    return left + locale.point + _fill_part(pieces[point + 1 :], part)


def _fill_whole(pieces: tuple[Piece, ...], whole: str, grouped: bool, locale: Locale) -> str:
    result: list[str] = []
    slots = sum(1 for piece in pieces if piece.kind == "digit")
    seen = count = 0

    def push(digit: str) -> None:
        nonlocal count
        if grouped and count and count % 3 == 0:
            result.append(locale.group if digit.isdigit() else " ")
        result.append(digit)
        count += 1

    for piece in reversed(pieces):
        if piece.kind != "digit":
            result.append(_literal(piece)[::-1] if piece.kind != "comma" else "")
            continue
        seen += 1
        digit = whole[-seen] if seen <= len(whole) else _PADDING[piece.text]
        if digit:
            push(digit)
        if seen == slots:
            for extra in reversed(whole[: max(0, len(whole) - slots)]):
                push(extra)
    return "".join(result)[::-1]


_PADDING = {"0": "0", "?": " ", "#": ""}


def _fill_part(pieces: tuple[Piece, ...], part: str) -> str:
    needed = len(part.rstrip("0"))
    result, seen = [], 0
    for piece in pieces:
        if piece.kind != "digit":
            result.append(_literal(piece) if piece.kind != "comma" else "")
            continue
        digit = part[seen] if seen < len(part) else "0"
        result.append(digit if seen < needed or piece.text == "0" else _PADDING[piece.text])
        seen += 1
    return "".join(result)


def _scientific(number: Decimal, section: Section, locale: Locale) -> str:
    """ "##0.0E+0": as many digits stand before the point as there is room for."""
    mark = next(n for n, piece in enumerate(section.pieces) if piece.kind == "exponent")
    head, tail = section.pieces[:mark], section.pieces[mark + 1 :]
    percents = sum(1 for piece in section.pieces if piece.kind == "percent")
    slots = sum(1 for piece in head if piece.kind == "digit") - decimals(head)
    mantissa, power = _rounded(number.scaleb(2 * percents, _WIDE), decimals(head), max(1, slots))
    whole, _, part = f"{mantissa:f}".partition(".")
    front = _fill(head, whole if int(whole) else "", part, False, locale)
    letter, plus = section.pieces[mark].text[0], section.pieces[mark].text[1]
    sign = "-" if power < 0 else ("+" if plus == "+" else "")
    return f"{front}{letter}{sign}{_fill_whole(tail, str(abs(power)), False, locale)}"
