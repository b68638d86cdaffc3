"""People's words in an export: what they typed beside a line, from the tab as it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from model.grid import Scalar
from model.report import Column, Content, Entry, Line, Report, Role, Style

_EPOCH = date(1899, 12, 30)
_LAST = date.max.toordinal() - _EPOCH.toordinal()


def with_words(report: Report, standing: Mapping[str, Mapping[str, Scalar]]) -> Report:
    """A report whose columns for people hold what stands in its tab.

    ``standing`` has a line's cells, by its key and the column's field. What is written once ("First
    seen") is as it was written first.
    """
    kept = [column for column in report.columns if column.role is not Role.COMPUTED]
    lines = [_with_words(line, kept, standing.get(line.key, {})) for line in report.lines]
    return replace(report, lines=lines)


def _with_words(line: Line, kept: list[Column], cells: Mapping[str, Scalar]) -> Line:
    found = {
        column.field: Entry(_content(cells[column.field], column.style))
        for column in kept
        if cells.get(column.field) not in (None, "")
    }
    return replace(line, entries={**line.entries, **found}) if found else line


def _content(value: Scalar, style: Style) -> Content:
    """A raw value as a report's content: a date where its column holds dates."""
    if not isinstance(value, float | int) or isinstance(value, bool):
        return value
    if style is Style.DATE and 0 < value < _LAST:
        return _EPOCH + timedelta(days=int(value))
    return int(value) if value == int(value) else f"{value:g}"
