"""The days of a day-out-of-days: dates, weekdays and shooting days as the sheet states them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from model.issue import Issue
from schemas import issues
from schemas.dood import order as dood_order
from schemas.dood import weekdays as dood_weekdays
from schemas.dood.dates import Hints, Settled, settle
from schemas.dood.layout import Layout
from schemas.dood.tiers import is_unit_day, shoot_day, weekday_texts
from schemas.dood.unsettled import unsettled
from schemas.sheet import Sheet
from schemas.values.calendar import weekday_letters
from schemas.values.words import is_error, not_ready

COLUMNS = (
    *("date", "row", "col", "place"),
    *("weekday", "weekday_means", "weekday_row", "weekday_col"),
    *("shoot_day", "shoot_day_row", "shoot_day_col", "unit_day"),
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_PLACES = ("row", "col", "weekday_row", "weekday_col", "shoot_day_row", "shoot_day_col")
_INTEGERS = frozenset((*_PLACES, "place", "element", "day"))


def read(sheet: Sheet, layout: Layout) -> tuple[pd.DataFrame, Settled | None, list[Issue]]:
    """The days' frame; empty, with an issue, where the dates cannot be settled.

    A column of marks whose heading is no date, or is out of order, has the date that its
    neighbours leave for it, or none.
    """
    strays = _strays(layout)
    columns = sorted([*layout.days, *strays])
    stated = _weekdays(layout, columns)
    meant = dood_weekdays.read(stated)
    above = " ".join(text for row in sheet.texts[: layout.block.top] for text in row if text)
    years = frozenset(int(year) for year in _YEAR.findall(f"{sheet.grid.tab} {above}"))
    known = {place: meant[col] for place, col in enumerate(layout.days) if meant.get(col)}
    settled = settle(list(layout.days.values()), Hints(known, years), sheet.dates)
    if settled is None:
        unread = unsettled(layout.view, layout.date_row, list(layout.days))
        return labelled([], [], COLUMNS), None, [unread]
    dates: dict[int, date | None] = dict(zip(layout.days, settled.days, strict=True))
    wrong = [list(layout.days)[place] for place in settled.strays]
    if strays:
        places = {place: meant[col] for place, col in enumerate(columns) if meant.get(col)}
        mended, _ = dood_order.mend([dates.get(col) for col in columns], places)
        dates = dict(zip(columns, mended, strict=True))
    records = [_day(layout, col, dates[col], stated, meant) for col in columns]
    made = [_stray(layout, col, dates[col]) for col in strays]
    made += [_out_of_order(layout, col, dates, columns) for col in wrong]
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


def _day(
    layout: Layout,
    col: int,
    day: date | None,
    stated: Mapping[int, str],
    meant: Mapping[int, frozenset[int]],
) -> dict[str, object]:
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
        "weekday": stated.get(col),
        "weekday_means": meant.get(col, frozenset()),
        "weekday_row": weekday_row,
        "weekday_col": weekday_col,
        "shoot_day": shoot_day(shooting),
        "shoot_day_row": shoot_day_row,
        "shoot_day_col": shoot_day_col,
        "unit_day": is_unit_day(shooting),
    }


def _weekdays(layout: Layout, columns: Sequence[int]) -> dict[int, str]:
    """Column -> the weekday that the sheet states, in its own row or within the date's cell."""
    if layout.weekday_row is not None:
        return weekday_texts(layout.view, layout.weekday_row, columns)
    said: dict[int, str] = {}
    for col in columns:
        words = re.findall(r"[^\W\d_]+", layout.view.text(layout.date_row, col))
        weekdays = [word for word in words if len(word) > 1 and weekday_letters(word)]
        if weekdays:
            said[col] = weekdays[0]
    return said


def _strays(layout: Layout) -> list[int]:
    """The columns between the days that hold marks below a heading that is no date."""
    view = layout.view
    taken = {*layout.days, *layout.totals.values(), layout.names.id_col, layout.names.name_col}
    found = []
    for col in range(min(layout.days), max(layout.days) + 1):
        if col in taken:
            continue
        below = [text for row in layout.body if (text := view.text(row, col))]
        known = sum(layout.parse(text) is not None for text in below)
        if known and known * 2 >= len(below):
            found.append(col)
    return found


def _stray(layout: Layout, col: int, read_as: date | None) -> Issue:
    """The issue of a heading between the days that is no date."""
    text = layout.view.text(layout.date_row, col)
    fault = not_ready(text) if is_error(text) else None
    said = f'holds "{text}", which is no date' if text else "is blank"
    said = fault.found if fault else said
    return issues.make(
        fault.code if fault else "unreadable-date",
        f"The date above a column of marks {said}; {_taken(read_as)}.",
        layout.view.cell(layout.date_row, col),
        expected=_shown(read_as) if read_as else "a date like its neighbours",
        suggestion="Type the date.",
    )


def _out_of_order(
    layout: Layout, col: int, dates: Mapping[int, date | None], columns: Sequence[int]
) -> Issue:
    """The issue of a date that does not follow the one before it."""
    view, read_as = layout.view, dates[col]
    place = list(columns).index(col)
    around = [columns[at] for at in (place - 1, place + 1) if 0 <= at < len(columns)]
    texts = " and ".join(f'"{_written(layout, other)}"' for other in around)
    return issues.make(
        "date-out-of-order",
        f'The date "{_written(layout, col)}" is out of order beside {texts}; {_taken(read_as)}.',
        view.cell(layout.date_row, col),
        related=tuple(view.cell(layout.date_row, other) for other in around),
        expected=_shown(read_as) if read_as else "a date between its neighbours'",
        suggestion="Correct the date.",
    )


def _taken(day: date | None) -> str:
    """What was made of a column whose date is wrong."""
    return f"it is read as {_shown(day)}" if day else "its column is read without a date"


def _shown(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _written(layout: Layout, col: int) -> str:
    """A heading as people see it, a serial number as its date."""
    said = layout.days.get(col)
    text = layout.view.text(layout.date_row, col)
    serial = isinstance(layout.view.raw(layout.date_row, col), int | float)
    return said.isoformat() if isinstance(said, date) and serial else text
