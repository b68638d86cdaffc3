"""How wide a table's columns are on paper, and how large its type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exports.layout import TABULAR, Layout
from exports.pdf.page import PAD, Page
from exports.shown import RIGHT, shown
from model.report import Column, LineStyle, Style

_SIZES = (8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
_OF_A_PIXEL = 0.75
"""Points in a pixel, at the size of type that columns' widths are meant for."""
_MEANT_FOR = 10.0
_LEAST = 0.85
"""The share of its meant width that a column of texts can do with: they wrap."""
_CALENDAR = 7.0
"""The size of a calendar's type."""
_WHOLE = frozenset({Style.CODE, Style.DATE, Style.STAMP, Style.SEVERITY})
"""Styles of texts that do not break."""
_LONGEST_WORD = 24
"""Letters of a word that may widen its column; a longer one breaks."""
_GROWS = frozenset({Style.WRAPPED, Style.PERSON, Style.TEXT})


@dataclass(frozen=True, slots=True)
class Columns:
    """A table's columns on paper: which, how wide each (points), and the size of type."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    size: float

    def left(self, number: int) -> float:
        """Where a column begins, from the table's own left edge."""
        return sum(self.widths[:number])

    def span(self, first: int, after: int) -> float:
        """How wide neighbouring columns are together."""
        return sum(self.widths[first:after])


def fitted(page: Page, layout: Layout) -> Iterator[Columns]:
    """The columns that have something to show, as large as the page's width allows; then smaller.

    The smallest comes whether it fits or not.
    """
    shown_ = tuple(column for column in layout.columns if _goes_on_paper(layout, column))
    for size in _SIZES:
        widths = [_needed(page, layout, column, size) for column in shown_]
        if sum(widths) <= page.room or size == _SIZES[-1]:
            yield Columns(shown_, _spread(page.room, shown_, widths), size)


def spread(page: Page, layout: Layout) -> list[Columns]:
    """A calendar's columns, page by page: its names on each, then as many days as fit.

    What stands behind the days (totals) goes on the last page, or on one of its own.
    """
    shown_ = [column for column in layout.columns if _goes_on_paper(layout, column)]
    names = shown_[: layout.report.frozen_columns]
    widths = {column.field: _needed(page, layout, column, _CALENDAR) for column in shown_}
    days = [widths[column.field] for column in shown_ if column.style is Style.DAY]
    for column in shown_:
        if column.style is Style.DAY:
            widths[column.field] = max(days)
    room = page.room - sum(widths[column.field] for column in names)
    pages: list[list[Column]] = [[]]
    for column in shown_[len(names) :]:
        used = sum(widths[each.field] for each in pages[-1])
        if pages[-1] and used + widths[column.field] > room:
            pages.append([])
        pages[-1].append(column)
    return [
        Columns((*names, *own), tuple(widths[each.field] for each in (*names, *own)), _CALENDAR)
        for own in pages
    ]


def _goes_on_paper(layout: Layout, column: Column) -> bool:
    """Whether a column is for paper, and says anything at all."""
    if column.style is Style.DAY and column.heading:
        return True
    return column.paper and any(
        line.entries[column.field].content not in (None, "")
        for line in layout.rows
        if line is not None and column.field in line.entries
    )


def _needed(page: Page, layout: Layout, column: Column, size: float) -> float:
    """The least width: figures, codes and the heading's words must not break."""
    page.type_in(size, bold=True)
    words = column.heading.split() if layout.report.heading else []
    least = max((page.wide(word) for word in words), default=0.0)
    wraps = column.style not in RIGHT and column.style is not Style.DAY
    for line in layout.report.lines:
        entry = line.entries.get(column.field)
        if entry is None or line.style not in TABULAR | {LineStyle.BANNER}:
            continue
        style = entry.style or column.style
        if style in RIGHT or style is Style.DAY or (style in _WHOLE and line.style in TABULAR):
            least = max(least, page.wide(shown(entry.content, style)))
        elif line.style in TABULAR:
            wraps = True
            words = shown(entry.content, style).split()
            longest = max(words, key=len, default="")
            least = max(least, page.wide(longest[:_LONGEST_WORD]))
    if wraps:
        meant = column.width * _OF_A_PIXEL * size / _MEANT_FOR
        least = max(least, meant * _LEAST)
    return least + 2 * PAD + 1


def _spread(room: float, columns: tuple[Column, ...], widths: list[float]) -> tuple[float, ...]:
    """What is left over goes to texts, by the widths that they are meant to have."""
    left = room - sum(widths)
    shares = [column.width if column.style in _GROWS else 0 for column in columns]
    whole = sum(shares)
    if left <= 0 or not whole:
        return tuple(width * min(1.0, room / sum(widths)) for width in widths)
    return tuple(width + left * share / whole for width, share in zip(widths, shares, strict=True))
