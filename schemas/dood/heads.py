"""Rows of dates that may head a matrix of days: dates, days of a month under its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from schemas.dood import columns as dood_columns
from schemas.dood import weekdays as dood_weekdays
from schemas.dood import words as dood_words
from schemas.dood.dates import Heading
from schemas.dood.tiers import shoot_day, shoot_row, weekday_row
from schemas.dood.view import Shown, View
from schemas.headings import normal
from schemas.values.calendar import month, weekday
from schemas.values.dates import Written, written

__all__ = ["date_rows", "heading", "shoot_day", "shoot_row", "weekday_row"]

_WINDOW = 300
"""Rows in which the first row of dates must stand."""
_MONTH_REACH = 3
"""Rows above the days of the month where their months are looked for."""
_BODY = 12
"""Rows below a heading in which a column of totals has one."""
_DAY = re.compile(r"0?(\d{1,2})(?:st|nd|rd|th|er|\.)?", re.IGNORECASE)
_LETTERED = re.compile(r"([A-Za-zé]{1,3})[. ]?0?(\d{1,2})")
_SHORT, _LISTED = 3, 4
"""Dates in a row that are few, and how often as many in each of their columns are a list's."""
_FEW_LETTERS = 3
"""Weekdays that tell letters from the number of a shooting day, "D1", or of a week, "S19"."""
_LEADING_WEEKDAY = re.compile(
    r"(?:mon|m|tue|tu|mar|ma|wed|we|w|mer|me|mie|mi|x|thu|th|t|jeu|je|jue|ju|j|do|d|fri|fr|f|ven"
    r"|ve|vie|vi|v|sat|sa|sam|s|sab|sun|su|so|dim|di|dom|lun|lu|lo|l|mo)\.?[ ,]+(?=\S*\d)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:(?:shoot(?:ing)? )?day|d|sd|jour|tag|dia)[ .#]*\d{1,3}\s*[-–—:|/,]?\s+(?=\S*\d)", re.I
)


def date_rows(view: View, asked: Sequence[int] = ()) -> Mapping[int, Mapping[int, Heading]]:
    """The rows that hold a run of two dates or more: row -> column -> what it says of a date.

    Dates that stand one below the other in a column longer than the row are a journal's, or
    starts and finishes, and no headings. ``asked`` are the heading rows that the settings name,
    the only ones then.
    """
    if asked and view.across:
        return {row: days for row in asked if (days := _days(view, row, {}))}
    known: dict[str, bool] = {}
    runs: dict[int, dict[int, Heading]] = {}
    for row in range(1, view.height + 1):
        if row == _WINDOW and not _headings(runs):
            break
        if days := _days(view, row, known):
            runs[row] = days
    return _headings(runs)


def _headings(runs: Mapping[int, Mapping[int, Heading]]) -> Mapping[int, Mapping[int, Heading]]:
    """The runs that are longer than what stands in their columns."""
    kept: dict[int, Mapping[int, Heading]] = {}
    dated = Counter(col for days in runs.values() for col in days)
    for row, days in runs.items():
        few = len(days) <= _SHORT
        across = {
            col: day
            for col, day in days.items()
            if _deep(runs, row, col) <= len(days) and not (few and dated[col] > _LISTED * len(days))
        }
        if len(across) > 1 and len(across) * 2 > len(days):
            kept[row] = across
    return kept


def _deep(runs: Mapping[int, Mapping[int, Heading]], row: int, col: int) -> int:
    """How many dates stand one below the other in a column, around a row; at most two are none."""
    top = bottom = row
    while col in runs.get(top - 1, ()):
        top -= 1
    while col in runs.get(bottom + 1, ()):
        bottom += 1
    deep = bottom - top + 1
    return deep if deep > 2 else 0


def heading(text: str) -> Heading | None:
    """What a heading's text says of a date, also behind a weekday or a shooting day's number."""
    said = written(text)
    if said is None:
        bare = _LEADING_WEEKDAY.sub("", _NUMBERED.sub("", text, count=1), count=1)
        said = written(bare) if bare != text else None
    return said


def _days(view: View, row: int, known: dict[str, bool]) -> dict[int, Heading]:
    """A date row's day columns; none where the row is something else.

    Numbers are dates only where their format says so or where they follow each other day by day;
    bare days of the month take their month from the rows above.
    """
    texts = {}
    for col, text in enumerate(view.line(row), start=1):
        if text and known.setdefault(text, len(text) <= 30 and any(map(str.isdigit, text))):
            texts[col] = text
    if len(texts) < 2:
        return {}
    found = _dated(view, row, texts) or _month_days(view, row, texts)
    if not found:
        return {}
    first, last = min(found), max(found)
    within = [col for col, text in view.filled(row).items() if first <= col <= last]
    return found if len(found) * 3 >= len(within) * 2 else {}


def _dated(view: View, row: int, texts: Mapping[int, str]) -> dict[int, Heading]:
    """Dates as text, and as serial numbers."""
    found: dict[int, Heading] = {}
    bare: dict[int, Heading] = {}
    weekdays: dict[int, Heading] = {}
    for col, text in texts.items():
        raw = view.raw(row, col)
        day = heading(text) if isinstance(raw, str) else written(raw)
        if day is None:
            continue
        shown = view.shown(row, col)
        if isinstance(raw, str) or shown is Shown.DATE:
            found[col] = day
        elif shown is Shown.WEEKDAY:
            weekdays[col] = day
        elif shown is not Shown.MONTH:
            bare[col] = day
    if len(bare) > 1 and _follow(view, row, list(bare)):
        found |= bare
    if not found and not _dated_near(view, row, weekdays):
        found = weekdays
    return dict(sorted(found.items()))


def _dated_near(view: View, row: int, weekdays: Iterable[int]) -> bool:
    """Whether the same days stand nearby as dates, so that a row shows their weekdays alone."""
    near = [other for step in (1, 2, 3) for other in (row - step, row + step) if other > 0]
    return any(
        view.shown(other, col) is Shown.DATE or heading(view.text(other, col)) is not None
        for other in near
        for col in list(weekdays)[:2]
    )


def _follow(view: View, row: int, columns: Sequence[int]) -> bool:
    """Whether plain numbers climb as dates do: by one to four a column, but for a hiatus."""
    numbers = [view.raw(row, col) for col in columns]
    serials = [number for number in numbers if isinstance(number, int | float)]
    steps = [after - before for before, after in pairwise(serials)]
    close = sum(1 <= step <= 4 for step in steps)
    return close * 10 >= len(steps) * 7


def _month_days(view: View, row: int, texts: Mapping[int, str]) -> dict[int, Heading]:
    """Days of the month under month names, each of which spreads to the right, or under a title."""
    said = _lettered(texts) or {col: _day_of_month(text) for col, text in texts.items()}
    numbers = {col: number for col, number in said.items() if number and 1 <= number <= 31}
    if not numbers or len(numbers) * 3 < len(texts) * 2:
        return {}
    beside = [_named(text) for text in view.line(row)[: min(numbers) - 1]]
    if any(beside):
        return _spread({0: next(month for month in beside if month)}, numbers)
    if len(numbers) < 3:
        return {}
    if _counts(view, row, numbers):
        return {}
    if _are_dated(view, row, numbers):
        return {}
    for above in range(row - 1, max(0, row - 1 - _MONTH_REACH), -1):
        if _counts(view, above, numbers):
            continue
        if sum(_is_day(view.text(above, col)) for col in numbers) * 2 > len(numbers):
            return {}
        if _are_weekdays([view.text(above, col) for col in numbers]):
            continue
        months = {
            col: named
            for col in range(min(numbers) - 1, max(numbers) + 1)
            if (named := _month(view, above, col)) is not None
        }
        if months:
            return _spread(months, numbers)
    titled = _titled(view, row)
    climbs = all(before < after for before, after in pairwise(numbers.values()))
    return _spread({0: titled}, numbers) if titled and climbs else {}


def _counts(view: View, row: int, columns: Collection[int]) -> bool:
    """Whether a row's label says that its numbers are of shooting days, not of a month.

    "Drehtage" over numbers of its own heads a column of totals, and labels no row.
    """
    return any(
        dood_words.COUNTS.fullmatch(normal(text))
        and (dood_columns.named(text) is None or not _heads_numbers(view, row, col))
        for col, text in enumerate(view.line(row)[: min(columns) - 1], start=1)
        if text
    )


def _heads_numbers(view: View, row: int, col: int) -> bool:
    return any(view.text(below, col).isdigit() for below in range(row + 1, row + _BODY))


def _are_dated(view: View, row: int, columns: Collection[int]) -> bool:
    """Whether whole dates stand over most of some columns, which what is below only numbers."""
    for above in range(row - 1, max(0, row - 1 - _MONTH_REACH), -1):
        shown = [col for col in columns if view.shown(above, col) is Shown.DATE]
        if sum(written(view.raw(above, col)) is not None for col in shown) * 2 > len(columns):
            return True
    return False


def _day_of_month(text: str) -> int | None:
    """The day of a month that a text is, also beside its weekday: "12", "Mon 12", "12 Mon"."""
    words = text.split()
    if len(words) == 2:
        words = [word for word in words if weekday(normal(word)) is None] or words
    match = _DAY.fullmatch(words[0]) if len(words) == 1 else None
    return int(match[1]) if match else None


def _lettered(texts: Mapping[int, str]) -> dict[int, int | None]:
    """Days of a month behind their weekdays' letters, the same way throughout: "L4", "M5", "X6"."""
    found = {col: _LETTERED.fullmatch(text) for col, text in texts.items()}
    letters = {col: match[1] for col, match in found.items() if match}
    if len(letters) < len(texts) or len(set(letters.values())) < _FEW_LETTERS:
        return {}
    if not all(dood_weekdays.read(letters).values()):
        return {}
    return {col: int(match[2]) for col, match in found.items() if match}


def _are_weekdays(texts: Sequence[str]) -> bool:
    """Whether texts over the days are weekdays, whose "mar" is no March there."""
    named = sum(weekday(normal(text)) is not None for text in texts if text)
    return named > 1 and named * 2 > sum(map(bool, texts))


def _is_day(text: str) -> bool:
    """Whether a text is a day, of a month or with one, so that no month stands there."""
    return bool(_DAY.fullmatch(text)) or (len(text) > 3 and heading(text) is not None)


def _spread(
    months: Mapping[int, tuple[int, int | None]], numbers: Mapping[int, int]
) -> dict[int, Heading]:
    """Give each day the month at or left of it; days before the first month have the one before."""
    days: dict[int, Heading] = {}
    for col, number in numbers.items():
        left = [at for at in months if at <= col]
        if not left:
            return {}
        named, year = months[max(left)]
        days[col] = Written(((named, number),), year)
    return days


def _month(view: View, row: int, col: int) -> tuple[int, int | None] | None:
    """The month, and the year if any, that a place names: "Mar 2026", a serial."""
    raw = view.raw(row, col)
    if isinstance(raw, int | float) and view.shown(row, col) is Shown.MONTH:
        day = written(raw)
        return (day.month, day.year) if day is not None and not isinstance(day, Written) else None
    return _named(view.text(row, col))


def _named(text: str) -> tuple[int, int | None] | None:
    """A month's name with or without its year: "March", "MAR-26", "August / Août 2026"."""
    *words, last = normal(text).split() or [""]
    if not last.isdigit():
        words, last = [*words, last], ""
    named = {month(word) for word in words}
    if len(named) != 1 or (only := named.pop()) is None or len(last) not in (0, 2, 4):
        return None
    return only, int(last) + (2000 if len(last) == 2 else 0) if last else None


def _titled(view: View, row: int) -> tuple[int, int | None] | None:
    """The one month, with its year, that the titles above or the tab's own name."""
    above = [text for other in range(max(1, row - 6), row) for text in view.line(other) if text]
    titles = [view.sheet.grid.tab, *above]
    for title in titles:
        words = normal(title).split()
        for before, after in pairwise(words):
            if month(before) and re.fullmatch(r"20\d\d", after):
                return _named(f"{before} {after}")
    return None
