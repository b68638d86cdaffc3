"""One fault, one issue: a total that only a wrong line throws out is not blamed beside the line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.cell import Cell
from model.issue import Issue
from model.money import cents, total
from model.table import Stated
from schemas.budget.rows.lines import Line

Corrections = Mapping[tuple[int, str], Decimal]
"""The figures that should stand in place of wrong ones, by row and field."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A figure of a line that is wrong, what should stand there, and the issue that says so."""

    line: Line
    field: str
    expected: Decimal
    issue: Issue


def once(
    found: Sequence[Issue],
    stated: Iterable[Stated],
    corrections: Corrections,
    figure: Callable[[int, str], Decimal | None],
) -> list[Issue]:
    """Drop the issue of each total that is the sum of its lines once these are put right.

    ``figure`` says what a row adds to a column as it stands.
    """
    right: set[Cell] = set()
    for one in stated:
        if not any((row, one.field) in corrections for row in one.covers):
            continue
        summed = total(
            corrections.get((row, one.field), figure(row, one.field)) for row in one.covers
        )
        if cents(summed) == cents(one.amount):
            right.add(one.cell)
    return [issue for issue in found if not _is_of(issue, right)]


def _is_of(issue: Issue, cells: set[Cell]) -> bool:
    return issue.code == "stated-total-differs" and issue.at in cells
