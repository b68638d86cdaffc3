"""The days of a day-out-of-days: dates, weekdays and shooting days as the sheet states them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from model.cell import Cell
from model.issue import Issue
from schemas import dood_codes, issues
from schemas.dood_dates import Hints, Settled, settle
from schemas.dood_heads import shoot_day
from schemas.dood_layout import Layout
from schemas.sheet import Sheet
from schemas.values.calendar import weekday_letters

COLUMNS = (
    *("date", "row", "col", "place"),
    *("weekday", "weekday_row", "weekday_col"),
    *("shoot_day", "shoot_day_row", "shoot_day_col"),
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_PLACES = ("row", "col", "weekday_row", "weekday_col", "shoot_day_row", "shoot_day_col")
_INTEGERS = frozenset((*_PLACES, "place", "element", "day"))


def read(sheet: Sheet, layout: Layout) -> tuple[pd.DataFrame, Settled | None, list[Issue]]:
    """The days' frame; empty, with an issue, where the dates cannot be settled."""
    columns = list(layout.days)
    weekdays = {
        place: frozenset(letters)
        for place, col in enumerate(columns)
        if (letters := weekday_letters(_weekday(layout, col)))
    }
    above = " ".join(text for row in sheet.texts[: layout.block.top] for text in row if text)
    years = frozenset(int(year) for year in _YEAR.findall(f"{sheet.grid.tab} {above}"))
    settled = settle(list(layout.days.values()), Hints(weekdays, years), sheet.dates)
    made = _strays(layout)
    if settled is None:
        return labelled([], [], COLUMNS), None, [*made, _unsettled(layout)]
    records = [_day(layout, col, day) for col, day in zip(columns, settled.days, strict=True)]
    return labelled(records, columns, COLUMNS), settled, made


def labelled(
    records: Sequence[Mapping[str, object]], labels: Sequence[int], columns: Sequence[str]
) -> pd.DataFrame:
    """Records as a frame: places are integers, everything else objects."""
    index = pd.Index(list(labels), dtype="int64")
    return pd.DataFrame(
        {
            name: pd.Series(
                [record.get(name) for record in records],
                index=index,
                dtype="int64" if name in _INTEGERS else object,
            )
            for name in columns
        }
    )


def _day(layout: Layout, col: int, day: date) -> dict[str, object]:
    """One day: its date, and where its weekday and shooting day stand."""
    view = layout.view
    row, column = view.place(layout.date_row, col)
    weekday_row, weekday_col = view.place(layout.weekday_row or layout.date_row, col)
    shooting = view.text(layout.shoot_row, col) if layout.shoot_row else ""
    shoot_day_row, shoot_day_col = view.place(layout.shoot_row or layout.date_row, col)
    return {
        "date": day,
        "row": row,
        "col": column,
        "place": 0,
        "weekday": _weekday(layout, col) or None,
        "weekday_row": weekday_row,
        "weekday_col": weekday_col,
        "shoot_day": shoot_day(shooting),
        "shoot_day_row": shoot_day_row,
        "shoot_day_col": shoot_day_col,
    }


def _weekday(layout: Layout, col: int) -> str:
    """The weekday that the sheet states for a column, in its own row or within the date's cell."""
    if layout.weekday_row is not None:
        return layout.view.text(layout.weekday_row, col)
    words = re.findall(r"[^\W\d_]+", layout.view.text(layout.date_row, col))
    return next((word for word in words if len(word) > 1 and weekday_letters(word)), "")


def _strays(layout: Layout) -> list[Issue]:
    """An issue for each heading between the days that is no date, where marks stand below it."""
    view = layout.view
    made = []
    for col in range(min(layout.days), max(layout.days) + 1):
        if col in layout.days or col in layout.totals.values():
            continue
        below = (view.text(row, col) for row in range(layout.first, layout.last + 1))
        if any(dood_codes.parse(text, layout.legend) for text in below if text):
            made.append(_stray(view.cell(layout.date_row, col), view.text(layout.date_row, col)))
    return made


def _stray(at: Cell, text: str) -> Issue:
    said = f'holds "{text}", which is no date' if text else "is blank"
    return issues.make(
        "unreadable-date",
        f"The date above a column of marks {said}; the column is not read.",
        at,
        expected="a date like its neighbours",
        suggestion="Type the date.",
    )


def _unsettled(layout: Layout) -> Issue:
    """The issue of dates that nothing settles."""
    view, columns = layout.view, list(layout.days)
    first, last = (view.text(layout.date_row, col) for col in (columns[0], columns[-1]))
    return issues.make(
        "date-not-settled",
        f'The dates "{first}" to "{last}" do not say which year they are in, so no day was read.',
        view.cell(layout.date_row, columns[0]),
        expected="dates with a year, a row of weekdays, or the production's first and last date",
        suggestion="Set the production's start and end in the settings, or add the years.",
    )
