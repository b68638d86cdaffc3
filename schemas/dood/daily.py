"""The totals that a day-out-of-days states for each day: "Total cast working"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from model.issue import Issue
from model.table import unsure
from schemas import issues
from schemas.dood.layout import Layout

_WAYS = {
    "work": ("work",),
    "work or hold": ("work", "hold"),
    "work or travel": ("work", "travel"),
    "work, hold or travel": ("work", "hold", "travel"),
    "hold": ("hold",),
    "travel": ("travel",),
    "rehearsal": ("rehearsal",),
    "fitting": ("fitting",),
    "work, travel, hold, rehearsal or holiday": ("work", "travel", "hold", "rehearsal", "off"),
    "marks": (),
}
"""What a day's total may count, in the order in which equals are preferred; () is every mark."""
_ENOUGH = 0.7
"""The share of a row's totals that one way of counting must come to before the others are wrong."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """One way of counting: its words, the elements' rows that it covers, and what it comes to."""

    words: str
    covers: Sequence[int]
    totals: dict[int, int]


def check(
    layout: Layout, frame: pd.DataFrame, elements: pd.DataFrame, stated: Sequence[int]
) -> list[Issue]:
    """An issue for each stated total of a day that its marks do not come to.

    ``stated`` are the view's rows of totals. What a row counts is what most of it agrees with; a
    row that agrees with nothing by and large counts something that is not known here. A day on
    which somebody's mark is unknown or an option is left alone.
    """
    made: list[Issue] = []
    unknown = set(frame.loc[unsure(frame), "day"])
    earlier = layout.heads.stop - 1
    for row in sorted(stated):
        said = {
            col: int(text)
            for col in layout.days
            if (text := layout.view.text(row, col)).isdecimal() and col not in unknown
        }
        best = max(
            _ways(frame, elements, row, earlier),
            key=lambda way: sum(way.totals.get(col, 0) == number for col, number in said.items()),
        )
        wrong = [col for col, number in said.items() if best.totals.get(col, 0) != number]
        right = [number for col, number in said.items() if col not in wrong]
        if wrong and len(right) >= _ENOUGH * len(said) and any(right):
            made += [_issue(layout, row, col, said[col], best) for col in wrong]
        earlier = row
    return made


def _ways(
    frame: pd.DataFrame, elements: pd.DataFrame, row: int, earlier: int
) -> Iterator[_Counted]:
    """Every way to count a row of totals: all elements, those above, those since the last ones."""
    rows = [int(label) for label in elements.index]
    covers = [
        rows,
        [other for other in rows if other < row],
        [other for other in rows if earlier < other < row],
    ]
    for covered in covers:
        marks = frame[frame["element"].isin(covered)]
        for words, atoms in _WAYS.items():
            counts = marks[list(atoms)].any(axis=1) if atoms else pd.Series(True, marks.index)
            days = marks.loc[counts, "day"].value_counts()
            yield _Counted(words, covered, {int(str(day)): int(n) for day, n in days.items()})


def _issue(layout: Layout, row: int, col: int, said: int, best: _Counted) -> Issue:
    """One total that differs."""
    comes = best.totals.get(col, 0)
    day = layout.view.text(layout.date_row, col)
    return issues.make(
        "stated-total-differs",
        f"The sheet says {said} for {day}; the marks ({best.words}) come to {comes}.",
        layout.view.cell(row, col),
        expected=str(comes),
        suggestion="Recount the day, or look for a mark that was changed.",
    )
