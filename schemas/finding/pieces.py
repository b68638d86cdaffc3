"""Stretches of columns that may be tables side by side."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.finding.part import Part
from schemas.headings import normal

_DEEP = 40
"""Rows below a heading that are asked whether a column between two tables is blank."""
_MANY = 8
_BOX_MAIN = 6
"""Rows that a table must have for what ends early beside it to be a box of its own."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring columns, from ``left`` to ``right``; ``apart`` where a blank one precedes."""

    left: int
    right: int
    apart: bool


def pieces(part: Part, top: int, bottom: int) -> list[Piece]:
    """Part the columns at a heading: at blank columns, and where its first heading comes again.

    ``top`` and ``bottom`` are the heading's first and last row.
    """
    filled: set[int] = set()
    for row in range(top, min(part.end(bottom), bottom + _DEEP) + 1):
        filled.update(part.filled[row])
    runs: list[tuple[int, int]] = []
    for col in sorted(filled):
        if runs and runs[-1][1] == col - 1:
            runs[-1] = (runs[-1][0], col)
        else:
            runs.append((col, col))
    made: list[Piece] = []
    for left, right in runs:
        parted = _repeats(part, left, right, bottom) or _ends(part, left, right, bottom)
        for number, (first, last) in enumerate(parted):
            made.append(Piece(first, last, apart=number == 0 and bool(made)))
    return made if len(made) <= _MANY else _joined(made)


def _joined(made: list[Piece]) -> list[Piece]:
    """So many pieces that a table with blank columns is likelier than tables: one piece."""
    return [Piece(made[0].left, made[-1].right, apart=False)]


def _repeats(part: Part, left: int, right: int, bottom: int) -> list[tuple[int, int]]:
    """Part columns where the same headings come again: two blocks with no column between them.

    Empty where they do not.
    """
    texts = [normal(text) for text in part.sheet.line(bottom)[left - 1 : right]]
    if not texts or not texts[0]:
        return []
    starts = [place for place, text in enumerate(texts) if text == texts[0]]
    step = starts[1] if len(starts) > 1 else 0
    alike = step >= 2 and all(
        texts[start : start + step] == texts[:step][: len(texts) - start] for start in starts
    )
    if not alike or starts != list(range(0, len(texts), step))[: len(starts)]:
        return []
    bounds = [*starts[1:], len(texts)]
    return [(left + start, left + end - 1) for start, end in zip(starts, bounds, strict=True)]


def _ends(part: Part, left: int, right: int, bottom: int) -> list[tuple[int, int]]:
    """Part columns where all on one side end above all on the other: blocks of unlike length."""
    ends: dict[int, int] = {}
    for row in range(bottom + 1, part.end(bottom) + 1):
        ends |= dict.fromkeys(part.filled[row], row)
    lasts = [ends.get(col, 0) for col in range(left, right + 1)]
    for place in range(2, len(lasts) - 1):
        here, there = lasts[:place], lasts[place:]
        if min(here) > max(there) or max(here) < min(there):
            return [(left, left + place - 1), (left + place, right)]
    return [(left, right)]


def is_box(part: Part, piece: Piece, main: tuple[int, int], bottom: int) -> bool:
    """Whether columns beside a table are a box of their own: a legend, a table of currencies.

    Such a box is filled from the heading on without a gap and ends while the table (``main``, its
    first and last column) goes on.
    """
    if not piece.apart and main[1] < piece.left:
        return False
    rows = range(bottom + 1, part.end(bottom) + 1)
    own = [row for row in rows if _any(part, row, piece.left, piece.right)]
    theirs = [row for row in rows if _any(part, row, *main)]
    if len(theirs) < _BOX_MAIN or not own:
        return False
    early = (own[-1] - bottom) * 2 <= theirs[-1] - bottom
    return early and own == list(range(bottom + 1, own[-1] + 1)) and len(own) > 1


def _any(part: Part, row: int, left: int, right: int) -> bool:
    """Whether a row holds something in some columns."""
    return any(left <= col <= right for col in part.filled[row])
