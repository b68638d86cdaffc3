"""Our own tabs read back: what stands in each line of a report that an earlier run wrote.

The pull has read our tabs already, so this asks for nothing further.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from model.grid import Book, Scalar
from sheets.planning.marks import Kind
from sheets.planning.standing import read_standing
from sheets.planning.which import standing_tab


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One line as it stands: its key, the sheet's row (from 1), and its cells by column field."""

    key: str
    row: int
    cells: Mapping[str, Scalar]


def own_lines(book: Book, report: str) -> tuple[OwnLine, ...]:
    """The lines of a report's tab, top to bottom; none where it has no tab that can be read.

    Lines that no longer apply (resolved, kept for people's words) and rows of people are left out.
    """
    own = standing_tab(book, report)
    standing = read_standing(own) if own else None
    if standing is None:
        return ()
    return tuple(
        OwnLine(
            mark.key,
            row + 1,
            {field: standing.value(row, col) for field, col in standing.cols.items()},
        )
        for row, mark in enumerate(standing.marks)
        if mark and mark.kind is Kind.LINE and not mark.resolved
    )
