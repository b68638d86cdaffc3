"""The day that a whole sheet of times is of: "Tuesday, March 3, 2026" above the headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from model.cell import Cell
from schemas.headings import Header
from schemas.planning import day_banners
from schemas.sheet import Sheet
from schemas.values.dates import Written, serial
from schemas.values.words import Fault, fold

_ABOVE = 14
_OTHER = re.compile(
    r"\b(?:revis\w*|rev|print\w*|prepared|issued|updated|as of|started?|start date|finish\w*|"
    r"completion|sched\w*|principal|signed?|signature|version|first|last|sunrise|week ending|"
    r"w/e|schluss|stand|gedruckt|semaine|semana)\b"
)
"""Words of a date that is another one's than the day's."""


def of_table(sheet: Sheet, header: Header) -> tuple[date, Cell] | None:
    """The day that stands nearest above a heading, or in the tab's own title; with its cell."""
    top = min(header.rows, default=1)
    for row in range(top - 1, max(0, top - _ABOVE - 1), -1):
        found = in_row(sheet, row, range(1, sheet.width + 1))
        if found:
            return found
    day = _settled(sheet, day_banners.date_in(sheet.grid.tab), sheet.grid.tab)
    return (day, sheet.cell(1, 1)) if day else None


def in_row(sheet: Sheet, row: int, columns: Iterable[int]) -> tuple[date, Cell] | None:
    """The day in a row's cells; none of those that are labelled as another date."""
    label = ""
    for col, text in _filled(sheet, row, columns):
        day = of_cell(sheet, row, col, text)
        if day and not _OTHER.search(fold(text)) and not _OTHER.search(fold(label)):
            return day, sheet.cell(row, col)
        label = text
    return None


def _filled(sheet: Sheet, row: int, columns: Iterable[int]) -> Iterator[tuple[int, str]]:
    for col in columns:
        if text := sheet.text(row, col):
            yield col, text


def of_cell(sheet: Sheet, row: int, col: int, text: str) -> date | None:
    """The day that a cell says, in words or shown as one."""
    raw = sheet.grid.at(row, col)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        pattern = sheet.pattern(row, col).lower()
        return serial(raw) if "d" in pattern or "y" in pattern else None
    return _settled(sheet, day_banners.date_in(text), text)


def _settled(sheet: Sheet, day: date | Written | None, text: str) -> date | None:
    if not isinstance(day, Written):
        return day
    read: date | Fault = sheet.dates.settle(day, text)
    return read if isinstance(read, date) else None
