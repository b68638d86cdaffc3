"""Painting rows: one request for each run of lines and columns that look the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from model.report import LineStyle
from sheets.planning.marks import HEADING_ROW, Kind, Name
from sheets.planning.styles import Format, cell_format, heading_format
from sheets.planning.tab import Tab
from sheets.planning.wire import Box, Request, repeat

_Look = tuple[LineStyle | None, bool]
"""A row's style (``None``: the heading) and whether it is resolved."""


def paint(tab: Tab) -> list[Request]:
    """Write the whole look of every row that is to be painted, in our columns only."""
    styles = {slot.name: slot.line.style for slot in tab.slots if slot.line}
    looks = {tab.place.rows[name]: _row_look(name, styles) for name in _painted(tab)}
    requests: list[Request] = []
    for top, bottom, look in _row_runs(looks):
        for left, right, made in _column_runs(tab, look):
            box = Box(top, left, bottom, right)
            requests.append(
                repeat(tab.sheet, box, {"userEnteredFormat": made}, "userEnteredFormat")
            )
    return requests


def _painted(tab: Tab) -> list[Name]:
    return [name for name in tab.marks if name in tab.repainted and name[0] is not Kind.FIELDS]


def _row_look(name: Name, styles: Mapping[Name, LineStyle]) -> _Look:
    if name == HEADING_ROW:
        return None, False
    return (styles[name], False) if name in styles else (LineStyle.RECORD, True)


def _row_runs(looks: dict[int, _Look]) -> Iterator[tuple[int, int, _Look]]:
    """Neighbouring rows that look alike: (first, after the last, look)."""
    rows = sorted(looks)
    start = 0
    for number, row in enumerate(rows):
        after = rows[number + 1] if number + 1 < len(rows) else None
        if after != row + 1 or looks[after] != looks[row]:
            yield rows[start], row + 1, looks[row]
            start = number + 1


def _column_runs(tab: Tab, look: _Look) -> Iterator[tuple[int, int, Format]]:
    """Neighbouring columns that look alike in such a row: (first, after the last, format)."""
    style, resolved = look
    placed: Sequence[tuple[int, Format]] = sorted(
        (
            (
                tab.place.cols[column.field],
                heading_format(column)
                if style is None
                else cell_format(
                    column.style, column.role, style, resolved=resolved, shade=column.shade
                ),
            )
            for column in tab.columns
        ),
        key=lambda pair: pair[0],
    )
    start = 0
    for number, (col, made) in enumerate(placed):
        after = placed[number + 1] if number + 1 < len(placed) else None
        if after != (col + 1, made):
            yield placed[start][0], col + 1, made
            start = number + 1
