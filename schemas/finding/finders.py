"""Tables that their kinds find themselves (days out of days), and how others stand beside them."""

from __future__ import annotations

from collections.abc import Sequence

from model.cell import Block
from schemas.finding.claims import Claim
from schemas.finding.part import Part, masked
from schemas.kind import Found, Kind
from schemas.sheet import Sheet

THRESHOLD = 0.5
_LEAST = 3
_SURE = 0.6
"""Confidence from which a heading among a matrix's rows begins a table below it."""


def tables(
    sheet: Sheet, kinds: Sequence[Kind], claims: Sequence[Claim]
) -> tuple[list[Found], list[Claim]]:
    """The tables that kinds find themselves, and the claims on headings that stand beside them."""
    found: list[Found] = []
    kept = list(claims)
    for kind in kinds:
        if kind.find is None or not _probe(sheet, kind):
            continue
        for table in kind.find(sheet) or _above_first(sheet, kind, claims):
            if table.confidence < THRESHOLD or _among_lines(sheet, table, claims):
                continue
            found.append(_above(sheet, kind, table, claims))
    found = _surest(found)
    for table in found:
        kept = [claim for claim in kept if _apart(claim, table)]
    return found, kept


def _among_lines(sheet: Sheet, table: Found, claims: Sequence[Claim]) -> bool:
    """Whether a matrix begins in the midst of a headed table's lines, which only look like dates.

    Pages of "7/8" and a cast of "1, 26" do. Another table begins below a blank row, or is wider.
    """
    block = table.block
    return any(
        claim.header.bottom < block.top - 1
        and claim.left <= block.left
        and block.right <= claim.right
        and claim.confidence >= max(_SURE, table.confidence)
        and all(any(sheet.line(row)) for row in range(claim.header.bottom + 1, block.top))
        for claim in claims
    )


def _probe(sheet: Sheet, kind: Kind) -> bool:
    """Whether a kind finds something at the top of a long tab; a short one is left to it whole."""
    top = Part.top(sheet).sheet
    return top is sheet or (kind.find is not None and bool(kind.find(top)))


def _above_first(sheet: Sheet, kind: Kind, claims: Sequence[Claim]) -> Sequence[Found]:
    """What a kind finds above the first sure heading: below it all may look like its lines."""
    starts = [_first(sheet, claim) for claim in claims if claim.confidence >= _SURE]
    first = min(starts, default=1)
    if first <= _LEAST or kind.find is None:
        return []
    return kind.find(masked(sheet, Block(1, 1, first - 1, max(sheet.width, 1))))


def _above(sheet: Sheet, kind: Kind, table: Found, claims: Sequence[Claim]) -> Found:
    """A table ending above another one that begins below it, should one be among its rows."""
    starts = [
        _first(sheet, claim)
        for claim in claims
        if claim.confidence >= _SURE and _begins_within(sheet, claim, table.block, table)
    ]
    if not starts or kind.find is None:
        return table
    cut = masked(sheet, Block(1, 1, min(starts) - 1, max(sheet.width, 1)))
    again = [other for other in kind.find(cut) if other.header.rows == table.header.rows]
    return again[0] if again else table


def _begins_within(sheet: Sheet, claim: Claim, block: Block, table: Found) -> bool:
    """Whether a claim's heading stands among a table's rows, below a blank row and a title."""
    top = min(claim.header.rows, default=1)
    bottom = max(table.header.rows, default=block.top)
    return (
        bottom + 1 < top <= block.bottom
        and _first(sheet, claim) < top + 1
        and (not any(sheet.line(_first(sheet, claim) - 1)))
    )


def _first(sheet: Sheet, claim: Claim) -> int:
    """The first row of a claim's heading, or of the title above it."""
    top = min(claim.header.rows, default=1)
    while top > 1 and 0 < sum(map(bool, sheet.line(top - 1))) <= 2:
        top -= 1
    return top


def _apart(claim: Claim, table: Found) -> bool:
    """Whether a claim's heading is no part of a table that its kind found itself."""
    block = table.block
    beside = claim.right < block.left or claim.left > block.right
    below = min(claim.header.rows, default=1) > block.bottom
    above = claim.header.bottom < block.top - 1
    return beside or below or above


def _surest(found: Sequence[Found]) -> list[Found]:
    """Of tables of different kinds that share cells the surest, in reading order."""
    kept: list[Found] = []
    for table in sorted(found, key=lambda table: -table.confidence):
        rivals = (other for other in kept if other.kind != table.kind)
        if not any(other.block.meets(table.block) for other in rivals):
            kept.append(table)
    return sorted(kept, key=lambda table: (table.block.top, table.block.left))
