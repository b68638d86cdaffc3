"""Weekdays with a schedule's dates, or in a column beside them: each must be its date's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.issue import Issue
from schemas import date_checks, issues
from schemas.kind import Found
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values.calendar import weekday
from schemas.values.words import fold

_LEAST, _MOST = 4, 0.8
"""Lines from which a column is one of weekdays, and the share of its cells that must be."""
_TUESDAYS = frozenset(("mar", "mart"))
"""Tuesday in French and in Spanish, which alone might be March."""


def check(sheet: Sheet, found: Found, scenes: Sequence[Record]) -> list[Issue]:
    """An issue for each weekday with a date or beside it that is not its date's.

    Where most of a column are not, it says something else.
    """
    dated = found.header.columns.get("date")
    if dated is None:
        return []
    days = {scene.row: scene.values["date"] for scene in scenes}
    read = {row: when for row, when in days.items() if isinstance(when, date)}
    return [*date_checks.weekdays(sheet, dated, read), *_beside(sheet, dated, scenes)]


def _beside(sheet: Sheet, dated: int, scenes: Sequence[Record]) -> list[Issue]:
    """The same of a column of weekdays, where there is one."""
    for col in (dated + 1, dated - 1):
        named = [
            (scene.row, when, meant)
            for scene in scenes
            if isinstance(when := scene.values.get("date"), date)
            and sheet.text(scene.row, dated)
            and (meant := _weekday(sheet.text(scene.row, col))) is not None
        ]
        filled = sum(bool(sheet.text(scene.row, col)) for scene in scenes)
        if len(named) < max(_LEAST, _MOST * filled):
            continue
        wrong = [(row, when) for row, when, meant in named if meant != when.weekday()]
        if len(wrong) * 2 < len(named):
            return [_differs(sheet, row, (col, dated), when) for row, when in wrong]
    return []


def _weekday(text: str) -> int | None:
    bare = fold(text).rstrip(".")
    return 1 if bare in _TUESDAYS else weekday(bare)


def _differs(sheet: Sheet, row: int, cols: tuple[int, int], when: date) -> Issue:
    return issues.make(
        "weekday-differs",
        f'The weekday "{sheet.text(row, cols[0])}" is not that of its date: '
        f"{when:%Y-%m-%d} is a {when:%A}.",
        sheet.cell(row, cols[0]),
        related=(sheet.cell(row, cols[1]),),
        expected=f"{when:%A}, or the date of the weekday that is meant",
        suggestion="Mend the weekday or the date.",
    )
