"""In which order formulas are computed: each after those that it looks at."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from localsheets.formulas.dependencies import Formula
from localsheets.formulas.plans import Plan
from localsheets.wire.a1 import Rect

Planned = tuple[Formula, Plan]
Columns = dict[int, dict[int, list[tuple[int, int]]]]
"""sheetId -> column -> (row, number of the formula), sorted."""


def in_turn(
    wanted: Sequence[Planned],
    covered: Callable[[Formula], Rect | None],
    many: Callable[[list[Planned]], None],
    walk: Callable[[list[Planned]], None],
) -> list[Planned]:
    """Compute formulas in order, as many at once as do not look at each other: those that ironcalc
    computes, and those that are walked. ``covered`` says which block a formula's array covered
    before.

    Answers those that look at each other in a circle, or at such ones: they are not computed.
    """
    ahead, waiting = _edges(wanted, covered)
    plain: deque[int] = deque()
    walked: deque[int] = deque()

    def ready(number: int) -> None:
        (walked if wanted[number][1].walked else plain).append(number)

    def done(number: int) -> None:
        for other in ahead[number]:
            waiting[other] -= 1
            if not waiting[other]:
                ready(other)

    for number, count in enumerate(waiting):
        if not count:
            ready(number)
    while plain or walked:
        batch = []
        while plain:
            batch.append(plain.popleft())
            done(batch[-1])
        if batch:
            many([wanted[number] for number in batch])
        wave = list(walked)
        walked.clear()
        if wave:
            walk([wanted[number] for number in wave])
        for number in wave:
            done(number)
    return [wanted[number] for number, count in enumerate(waiting) if count]


def _edges(
    wanted: Sequence[Planned], covered: Callable[[Formula], Rect | None]
) -> tuple[list[list[int]], list[int]]:
    """For each formula the ones that look at it, and at how many each looks."""
    places = _places(wanted, covered)
    ahead: list[list[int]] = [[] for _ in wanted]
    waiting = [0] * len(wanted)
    for number, (formula, _) in enumerate(wanted):
        for other in set(_looked_at(formula, places)):
            ahead[other].append(number)
            waiting[number] += 1
    return ahead, waiting


def _places(wanted: Sequence[Planned], covered: Callable[[Formula], Rect | None]) -> Columns:
    """Where formulas stand, with the blocks that their arrays covered."""
    places: Columns = {}
    for number, (formula, _) in enumerate(wanted):
        columns = places.setdefault(formula.sheet_id, {})
        rect = covered(formula)
        if rect is None:
            columns.setdefault(formula.column, []).append((formula.row, number))
            continue
        for column in range(rect.left, rect.right or 0):
            columns.setdefault(column, []).extend(
                (row, number) for row in range(rect.top, rect.bottom or 0)
            )
    for columns in places.values():
        for rows in columns.values():
            rows.sort()
    return places


def _looked_at(formula: Formula, places: Columns) -> Iterator[int]:
    for sheet_id, rect in formula.looks_at:
        columns = places.get(sheet_id)
        if columns:
            yield from _within(columns, rect)


def _within(columns: dict[int, list[tuple[int, int]]], rect: Rect) -> Iterator[int]:
    if rect.right is not None and rect.right - rect.left < len(columns):
        wanted = [column for column in range(rect.left, rect.right) if column in columns]
    else:
        wanted = [c for c in columns if c >= rect.left and (rect.right is None or c < rect.right)]
    for column in wanted:
        rows = columns[column]
        for place in range(bisect_left(rows, (rect.top, -1)), len(rows)):
            row, number = rows[place]
            if rect.bottom is not None and row >= rect.bottom:
                break
            yield number
