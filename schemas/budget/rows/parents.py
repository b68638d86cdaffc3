"""Rows that bear the sum of the lines below or above them: a category's own row with its figure.

Told by codes (2200 over 2201 to 2299), by indentation, or by capitals; and only where the figures
agree, of the row itself or of half of those of its fashion, so that a wrong one is still told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.money import ZERO, cents
from schemas.budget import accounts
from schemas.budget.rows.lines import SUMMED, Line, Role

_INNER = (Role.RECORD, Role.NOTE, Role.UNREADABLE)
_Fashion = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Claim:
    """A line that may bear the sum of some lines, and what tells it so."""

    place: int
    start: int
    end: int
    fashion: _Fashion


def mark(lines: Sequence[Line]) -> None:
    """Make the rows that bear their lines' sum subtotals, in place.

    Inner ones come first, so that a category of categories adds up lines alone.
    """
    claims = list(_claims(lines))
    claims.sort(key=lambda claim: (claim.end - claim.start, claim.place))
    agreeing: dict[_Fashion, list[bool]] = defaultdict(list)
    inner: set[int] = set()
    taken: dict[int, _Claim] = {}
    for claim in claims:
        agrees = _agrees(lines, claim, inner)
        if agrees is None or claim.place in taken:
            continue
        agreeing[claim.fashion].append(agrees)
        if agrees:
            inner.add(claim.place)
            taken[claim.place] = claim
    for claim in claims:
        if claim.place in taken or _agrees(lines, claim, inner) is None:
            continue
        votes = agreeing[claim.fashion]
        if sum(votes) * 2 >= len(votes) or _is_plain(lines, claim):
            inner.add(claim.place)
            taken[claim.place] = claim
    for place, claim in taken.items():
        lines[place].role = Role.SUBTOTAL
        lines[place].children = (claim.start, claim.end)
        lines[place].heads = claim.start > place


def _is_plain(lines: Sequence[Line], claim: _Claim) -> bool:
    """Whether a row heads its lines by its looks alone: in capitals, and they are not."""
    own, below = lines[claim.place], lines[claim.start : claim.end]
    records = [line for line in below if line.role is Role.RECORD]
    apart = claim.fashion[0] == "indent" or (
        claim.fashion[0] == "code" and all(_is_own(line, own) for line in records)
    )
    capitals = own.name.isupper() and not any(line.name.isupper() for line in records)
    return claim.start > claim.place and len(records) > 1 and apart and capitals


def _is_own(line: Line, parent: Line) -> bool:
    """Whether the structure of a line's code puts it under another's."""
    return bool(line.account and parent.account) and accounts.belongs(
        line.account or "", parent.account or ""
    )


def _claims(lines: Sequence[Line]) -> Iterator[_Claim]:
    """Every line with lines next to it that are its own by code, indentation or capitals."""
    for place, line in enumerate(lines):
        if not line.figures or line.role is not Role.RECORD:
            continue
        if line.account is not None:
            yield from _by_code(lines, place, line.account)
            yield from _by_round(lines, place, line.account)
            yield from _by_lines(lines, place)
        elif line.left[0]:
            yield from _by_style(lines, place)


def _by_code(lines: Sequence[Line], place: int, code: str) -> Iterator[_Claim]:
    """The lines below, or above, whose codes are under a line's own."""
    end = place + 1
    while end < len(lines) and _is_under(lines[end], code):
        end += 1
    while end > place + 1 and lines[end - 1].role is not Role.RECORD:
        end -= 1
    fashion = ("code", len(code))
    if end > place + 1:
        yield _Claim(place, place + 1, end, fashion)
    start = place
    while start > 0 and _is_under(lines[start - 1], code):
        start -= 1
    if start < place:
        yield _Claim(place, start, place, ("code above", len(code)))


def _by_round(lines: Sequence[Line], place: int, code: str) -> Iterator[_Claim]:
    """The lines below whose codes are less round than a line's own: 1100 to 1900 below 1000."""
    end = place + 1
    while end < len(lines) and (
        accounts.is_rounder(code, lines[end].account or "") or _is_bare_row(lines[end])
    ):
        end += 1
    while end > place + 1 and lines[end - 1].role is not Role.RECORD:
        end -= 1
    if end > place + 1 and not accounts.may_hold(code, lines[place + 1].account or ""):
        yield _Claim(place, place + 1, end, ("round", len(code.rstrip("0"))))


def _is_bare_row(line: Line) -> bool:
    """Whether a row has no account and is no line."""
    return line.account is None and line.role in (Role.NOTE, Role.UNREADABLE)


def _by_lines(lines: Sequence[Line], place: int) -> Iterator[_Claim]:
    """The lines without an account below an account's own, as a detail has them."""
    end = place + 1
    while end < len(lines) and _is_bare(lines[end]):
        end += 1
    while end > place + 1 and lines[end - 1].role is not Role.RECORD:
        end -= 1
    if end > place + 1:
        yield _Claim(place, place + 1, end, ("lines", 0))


def _is_bare(line: Line) -> bool:
    """Whether a line has words and no account."""
    return line.account is None and bool(line.label) and line.role in _INNER


def _is_under(line: Line, code: str) -> bool:
    """Whether a line may be one of a code's own; banners and notes among them may."""
    if line.account is None:
        return line.role in (Role.NOTE, Role.UNREADABLE) or (
            line.role is Role.BANNER and not line.figures
        )
    return accounts.may_hold(code, line.account)


def _by_style(lines: Sequence[Line], place: int) -> Iterator[_Claim]:
    """The lines below that are indented further, or that are not in capitals as this one is."""
    line = lines[place]
    end = place + 1
    while end < len(lines) and lines[end].figures and lines[end].left > line.left:
        end += 1
    if end > place + 1:
        yield _Claim(place, place + 1, end, ("indent", line.left[0] * 100 + line.left[1]))
        return
    while end < len(lines) and _is_lower(lines[end]) and (lines[end].figures or lines[end].faults):
        end += 1
    if end > place + 2 and line.label.isupper():
        yield _Claim(place, place + 1, end, ("capitals", 0))


def _is_lower(line: Line) -> bool:
    return not line.label.isupper() and line.role in (Role.RECORD, Role.UNREADABLE)


def _agrees(lines: Sequence[Line], claim: _Claim, inner: set[int]) -> bool | None:
    """Whether a line's figures are its lines' sums; ``None`` where there is nothing to compare."""
    own = lines[claim.place]
    sums = _sums(lines, claim, inner)
    stated = {name: value for name, value in own.values.items() if value}
    shared = [name for name in stated if name in sums]
    if not shared:
        return None
    right = [cents(stated[name]) == cents(sums[name]) for name in shared]
    lone = claim.end - claim.start == 1 and not _is_counted(own, lines[claim.start])
    if lone and not _is_louder(own, lines[claim.start]):
        return None
    return sum(right) * 2 >= len(right) and any(right)


def _is_counted(parent: Line, child: Line) -> bool:
    """Whether a line has a detail's quantity and rate, where the one above it has none."""
    counted = [any(value is not None for value in line.extra.values()) for line in (parent, child)]
    return counted == [False, True]


def _is_louder(parent: Line, child: Line) -> bool:
    """Whether a line is written as the heading of a lone other one."""
    capitals = parent.name.isupper() and not child.name.isupper()
    if any(value is not None for value in parent.extra.values()):
        return False  # it has a quantity and a rate of its own
    code = parent.account or ""
    return capitals or child.left > parent.left or accounts.category_of(code) == code


def _sums(lines: Sequence[Line], claim: _Claim, inner: set[int]) -> Mapping[str, Decimal]:
    """The sums of a claim's lines, those that bear sums themselves apart."""
    sums: dict[str, Decimal] = {}
    for place in range(claim.start, claim.end):
        line = lines[place]
        if line.role is not Role.RECORD or place in inner:
            continue
        for name in SUMMED:
            value = line.adds(name)
            if value is not None:
                sums[name] = sums.get(name, ZERO) + value
    return sums
