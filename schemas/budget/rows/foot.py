"""The foot of a budget: remarks, who pays for it, and what stands below its last total."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.budget.rows.lines import Line, Role
from schemas.budget.rows.row_sums import is_their_sum
from schemas.budget.rows.words import is_financing, is_grand, is_notes


def tell(lines: Sequence[Line]) -> None:
    """Tell apart what stands at the foot of a budget and is none of its lines, in place."""
    _below_notes(lines)
    _financing(lines)
    _below_the_end(lines)
    _remarks_at_the_end(lines)


def _below_notes(lines: Sequence[Line]) -> None:
    """Make what follows "Notes:" remarks too, numbered or not, down to the next figures."""
    within = False
    for line in lines:
        if line.figures:
            within = False
        elif within:
            line.role = Role.NOTE
        within = within or (not line.figures and line.account is None and is_notes(line.label))


def _financing(lines: Sequence[Line]) -> None:
    """Make remarks of who pays for it all, below the last total: that is no line of a budget."""
    start = next(
        (
            number
            for number, line in enumerate(lines)
            if number
            and not line.figures
            and line.account is None
            and is_financing(line.label)
            and any(one.role is Role.SUBTOTAL and one.figures for one in lines[:number])
        ),
        len(lines),
    )
    if not any(line.account is not None for line in lines[start:]):
        for line in lines[start:]:
            line.role = Role.NOTE


def _below_the_end(lines: Sequence[Line]) -> None:
    """Take figures below the grand total out of the sums: averages, rates, what others pay."""
    ends = [
        number
        for number, line in enumerate(lines)
        if line.role is Role.SUBTOTAL and line.figures and is_grand(line.label)
    ]
    first = ends[-1] + 1 if ends else len(lines)
    if any(line.role is Role.BANNER or line.account is not None for line in lines[first:]):
        return
    for number, line in enumerate(lines[first:], start=first):
        if line.role is not Role.RECORD or not line.figures or not line.label:
            continue
        if is_their_sum(lines, number):
            line.role = Role.SUBTOTAL
        else:
            line.role, line.credit = Role.SPECIAL, True


def _remarks_at_the_end(lines: Sequence[Line]) -> None:
    """Words below all figures head nothing: "Prepared by: ...", "Contingency not released"."""
    for line in reversed(lines):
        if line.figures or line.account is not None:
            return
        if line.role is Role.BANNER:
            line.role = Role.NOTE
