"""Which rows of dates head a matrix, how far each reaches down, and where one ends sideways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from schemas.dood import codes as dood_codes
from schemas.dood import columns as dood_columns
from schemas.dood import tiers as dood_tiers
from schemas.dood import words as dood_words
from schemas.dood.dates import Heading
from schemas.dood.view import View
from schemas.headings import normal

_LOOK = 150
"""Rows below a row of dates in which its first marks must stand."""


@dataclass(frozen=True, slots=True)
class Run:
    """A row of dates over a matrix, between the column where its names begin and its last one."""

    row: int
    days: Mapping[int, Heading]
    weekday_row: int | None
    shoot_row: int | None
    top: int
    bottom: int
    end: int
    span: range
    repeats: frozenset[int] = frozenset()

    @property
    def body(self) -> Sequence[int]:
        """The rows below the headings, but for headings repeated."""
        return [row for row in range(self.bottom + 1, self.end + 1) if row not in self.repeats]


def find(
    view: View,
    runs: Mapping[int, Mapping[int, Heading]],
    legend: Mapping[str, str],
    *,
    forced: bool = False,
) -> list[Run]:
    """The rows of dates that head a matrix of marks, top to bottom, left to right."""
    heads = [
        row
        for row in runs
        if forced or _has_marks(view, runs[row], range(row + 1, _next(view, runs, row)), legend)
    ]
    found = [_run(view, row, runs[row]) for row in heads]
    ends = [*(run.top - 1 for run in found[1:]), view.height]
    found = [replace(run, end=end) for run, end in zip(found, ends, strict=False)]
    return [part for run in _joined(view, found) for part in _parts(view, run, legend)]


def _next(view: View, runs: Mapping[int, Mapping[int, Heading]], row: int) -> int:
    """The next row that dates the same columns; the one below the tab where there is none."""
    days = runs[row].keys()
    below = (other for other in runs if other > row)
    return next((other for other in below if days & runs[other].keys()), view.height + 1)


def _has_marks(
    view: View, days: Mapping[int, Heading], below: range, legend: Mapping[str, str]
) -> bool:
    """Whether codes stand below some dates, before the next ones; weekdays alone are none."""
    weekdays = 0
    for row in below[:_LOOK]:
        line = view.line(row)
        texts = [text for col in days if (text := line[col - 1])]
        known = sum(
            text in dood_words.CROSSES or dood_codes.parse(text, legend) is not None
            for text in texts
        )
        if not known or known * 2 < len(texts):
            continue
        if weekdays or dood_tiers.weekday_row(view, row - 1, days) != row:
            return True
        weekdays = row
    return False


def _run(view: View, row: int, days: Mapping[int, Heading]) -> Run:
    """A row of dates with the heading rows around it."""
    weekdays = dood_tiers.weekday_row(view, row, days)
    shooting = dood_tiers.shoot_row(view, row, days, weekdays)
    known = [row, *(other for other in (weekdays, shooting) if other)]
    top = dood_tiers.top(view, days, min(known))
    return Run(
        row, days, weekdays, shooting, top, max(known), view.height, range(1, view.width + 1)
    )


def _joined(view: View, runs: Sequence[Run]) -> list[Run]:
    """Put pages together whose headings are the same and between which no title stands."""
    joined: list[Run] = []
    for run in runs:
        before = joined[-1] if joined else None
        if before and _same(view, before, run) and not _titled(view, before, run):
            rows = before.repeats | set(range(run.top, run.bottom + 1))
            joined[-1] = replace(before, end=run.end, repeats=rows | _pages(view, before, run))
        else:
            joined.append(run)
    return joined


def _same(view: View, first: Run, second: Run) -> bool:
    """Whether two rows of dates say the same in the same columns."""
    return list(first.days) == list(second.days) and all(
        view.text(first.row, col) == view.text(second.row, col) for col in first.days
    )


def _above(view: View, before: Run, run: Run) -> list[int]:
    """The rows between a page's last marks and the next page's headings."""
    row = run.top - 1
    while row > before.bottom and not any(
        dood_codes.parse(view.text(row, col)) for col in before.days
    ):
        row -= 1
    return list(range(row + 1, run.top))


def _titled(view: View, before: Run, run: Run) -> bool:
    """Whether a title stands above a page that the first page does not bear as well."""
    known = {text for row in range(1, before.top) for text in view.line(row)}
    names = [other for row in _above(view, before, run) for other in view.line(row) if other]
    return any(text not in known and not dood_words.PAGE.fullmatch(normal(text)) for text in names)


def _pages(view: View, before: Run, run: Run) -> set[int]:
    """The rows of titles and page numbers that are repeated above a page."""
    return {row for row in _above(view, before, run) if any(view.line(row))}


def _parts(view: View, run: Run, legend: Mapping[str, str]) -> list[Run]:
    """Cut a run where the names stand again between its days: two blocks side by side."""
    columns = list(run.days)
    cuts = [
        left
        for before, after in pairwise(columns)
        if after - before > 1
        and (left := _names_again(view, run, range(before + 1, after), legend))
    ]
    starts, ends = [run.span.start, *cuts], [*cuts, run.span.stop]
    parts = []
    for start, end in zip(starts, ends, strict=True):
        days = {col: day for col, day in run.days.items() if start <= col < end}
        if len(days) > 1 or not cuts:
            parts.append(replace(run, days=days, span=range(start, end)))
    return parts


def _names_again(view: View, run: Run, between: range, legend: Mapping[str, str]) -> int | None:
    """The first column of names (or numbers, left of them) between two days, if there is one."""
    body = [row for row in run.body if any(view.text(row, col) for col in run.days)]
    for col in between:
        texts = [text for row in body if (text := view.text(row, col))]
        names = [
            text
            for text in texts
            if any(map(str.isalpha, text)) and dood_codes.parse(text, legend) is None
        ]
        if not names or len(names) * 2 < len(body) or len(set(names)) * 2 < len(names):
            continue
        before = col - 1
        numbers = [view.text(row, before) for row in body]
        totals = any(
            dood_columns.named(view.text(row, before)) for row in range(run.top, run.bottom + 1)
        )
        numbered = before in between and all(numbers) and not totals
        return before if numbered else col
    return None
