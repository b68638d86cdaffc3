"""The heading rows around a row of dates: weekdays, shooting days, weeks, units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from schemas.dood import codes as dood_codes
from schemas.dood import columns as dood_columns
from schemas.dood import names as dood_names
from schemas.dood import weekdays as dood_weekdays
from schemas.dood import words as dood_words
from schemas.dood.dates import Heading
from schemas.dood.view import Shown, View
from schemas.headings import normal
from schemas.values.calendar import month
from schemas.values.dates import Written, written
from schemas.values.words import fold, is_dash

_YEAR = re.compile(r"(?:19|20)?\d\d")
_NUMBERS = re.compile(r"\d+")
_A_DAY = 10_000
"""Numbers from here on are days rather than weeks or shooting days."""
_REACH = 3
"""Rows above and below the dates where weekdays and shooting days are looked for."""


def weekday_row(view: View, row: int, days: Mapping[int, Heading]) -> int | None:
    """The row near the dates whose cells are weekdays, over most of the day columns."""
    for other in (row + 1, row - 1, row + 2, row - 2, row + 3, row - 3):
        texts = weekday_texts(view, other, days)
        if len(texts) * 10 < len(days) * 6:
            continue
        meant = dood_weekdays.read(texts)
        named = sum(bool(weekdays) for weekdays in meant.values())
        if named * 10 >= len(texts) * 8 and not _are_marks(texts, meant, days):
            return other
    return None


def _are_marks(
    texts: Mapping[int, str], meant: Mapping[int, frozenset[int]], days: Mapping[int, Heading]
) -> bool:
    """Whether what might be weekdays by their first letters are work days, holds and finishes."""
    if any(len(text.strip(".")) > 2 for text in texts.values()):
        return False
    if {text.upper() for text in texts.values()} <= {"W", "F", "S", "SW"}:
        return True
    return _agreeing(meant, days) * 4 < len(texts) * 3


def _agreeing(meant: Mapping[int, frozenset[int]], days: Mapping[int, Heading]) -> int:
    """How many cells of a weekday row follow each other as the dates beside them do."""
    agreeing, shift = 0, 0
    fits = [0] * 7
    before: Heading | None = None
    for col, weekdays in meant.items():
        step = _step(before, days[col]) if before is not None else 0
        if step is None:
            agreeing += max(fits)
            fits, step = [0] * 7, 0
        shift += step
        fits = [fit + ((first + shift) % 7 in weekdays) for first, fit in enumerate(fits)]
        before = days[col]
    return agreeing + max(fits)


def _step(first: Heading, second: Heading) -> int | None:
    """The days between two headings, where they can be told before years are settled."""
    if isinstance(first, date) and isinstance(second, date):
        return (second - first).days
    if isinstance(first, Written) and isinstance(second, Written):
        pairs = zip(first.days, second.days, strict=False)
        return next(
            (after[1] - before[1] for before, after in pairs if before[0] == after[0]), None
        )
    return None


def weekday_texts(view: View, row: int, days: Iterable[int]) -> dict[int, str]:
    """Column -> weekday as text; a date that is shown as its weekday is that weekday's name."""
    texts = {}
    for col in days:
        if text := view.text(row, col):
            shows = view.shown(row, col) is Shown.WEEKDAY
            texts[col] = dood_weekdays.named(view.raw(row, col)) if shows else text
    return texts


def shoot_day(text: str) -> int | None:
    """A shooting day's number: "12", "Day 12", "12 of 40"."""
    match = dood_words.SHOOT_DAY.fullmatch(text.strip())
    return int(match[1]) if match else None


def _counted(text: str) -> int | None:
    """A shooting day's number, or that of a unit's own count ("2U-3")."""
    match = dood_words.UNIT_DAY.fullmatch(text.strip())
    return int(match[1]) if match else shoot_day(text)


def is_unit_day(text: str) -> bool:
    """Whether a cell of the shooting days' row says that another unit shoots: "2ªU", "2U-3"."""
    said = fold(text)
    return any(words.fullmatch(said) for words in (dood_words.UNIT, dood_words.UNIT_DAY))


def shoot_row(
    view: View, row: int, days: Mapping[int, Heading], weekdays: int | None
) -> int | None:
    """The row near the dates that numbers the shooting days; blanks, dashes and OFF between."""
    near = [number for step in range(1, _REACH + 1) for number in (row + step, row - step)]
    near = [other for other in near if other > 0 and other != weekdays]
    for labelled in (True, False):
        for other in near:
            if _is_headed(view, other, days) is labelled and _numbers_days(
                view, other, days, labelled=labelled
            ):
                return other
    return None


def _is_headed(view: View, row: int, days: Mapping[int, Heading]) -> bool:
    """Whether a row's label says that it numbers shooting days."""
    labels = (normal(view.text(row, col)) for col in range(1, min(days)))
    return any(dood_words.SHOOT.fullmatch(label) for label in labels)


def _numbers_days(view: View, row: int, days: Mapping[int, Heading], *, labelled: bool) -> bool:
    """Whether a row numbers shooting days; without a label they climb by one, nearly throughout."""
    texts = [text for col in days if (text := view.text(row, col)) and not is_dash(text)]
    texts = [text for text in texts if not dood_words.NO_SHOOT.fullmatch(normal(text) or text)]
    numbers = [number for text in texts if (number := _counted(text)) is not None]
    if labelled:
        return len(numbers) * 2 >= max(len(texts), 1)
    steps = [after - before for before, after in pairwise(numbers)]
    return (
        len(numbers) > 1
        and len(numbers) * 2 >= len(days)
        and len(numbers) * 10 >= len(texts) * 8
        and sum(step == 1 for step in steps) * 10 >= len(steps) * 7
    )


def top(view: View, days: Mapping[int, Heading], row: int) -> int:
    """The first of the heading rows: above stand months, weeks and units over the days.

    What stands only beside the days there is a title, but for a month that is no first cell.
    """
    while row > 1 and _is_tier(view, row - 1, days):
        row -= 1
    return row


def bottom(
    view: View,
    days: Mapping[int, Heading],
    row: int,
    beside: Sequence[int],
    totals: Mapping[str, int],
) -> int:
    """The last of the heading rows: below stand rows headed by words that name no element."""
    while _is_heading(view, row + 1, days, beside, totals):
        row += 1
    return row


def _is_tier(view: View, row: int, days: Mapping[int, Heading]) -> bool:
    """Whether all that stands over the days in a row is a month, a week, a unit."""
    over = {col: text for col in range(min(days), max(days) + 1) if (text := view.text(row, col))}
    if over and all(view.shown(row, col) is Shown.MONTH for col in over):
        return True
    if not over and _is_month(view, row, days):
        return True
    names = [normal(text) for text in over.values()]
    if len(over) == 1 and _is_day(view, row, *over) and any(view.line(row)[: min(days) - 1]):
        return False
    return bool(names) and all(
        dood_words.TIER.fullmatch(name) or month(name.split(" ")[0]) for name in names
    )


def _is_day(view: View, row: int, col: int) -> bool:
    """Whether a cell holds a whole day: "As of | 2026-08-06" is no tier of headings."""
    raw = view.raw(row, col)
    if isinstance(raw, int | float):
        return raw >= _A_DAY
    return len(_NUMBERS.findall(view.text(row, col))) > 1 and written(raw or "") is not None


def _is_month(view: View, row: int, days: Mapping[int, Heading]) -> bool:
    """Whether a row holds a month and nothing else, but for headings of totals right of the days.

    In the first cell a month without a year may be somebody's name.
    """
    beside = {
        col: text
        for col, text in view.filled(row).items()
        if col < max(days) or not dood_columns.named(text)
    }
    if len(beside) != 1:
        return False
    [(col, text)] = beside.items()
    name, *year = normal(text).split()
    if year:
        return len(year) == 1 and _YEAR.fullmatch(year[0]) is not None and month(name) is not None
    return col > 1 and month(name) is not None


def _is_heading(
    view: View,
    row: int,
    days: Mapping[int, Heading],
    beside: Sequence[int],
    totals: Mapping[str, int],
) -> bool:
    """Whether a row below the dates is headed by words for rows or columns, not by an element."""
    labels = [text for col in beside if (text := view.text(row, col))]
    marks = [text for col in days if (text := view.text(row, col))]
    stated = [text for col in totals.values() if (text := view.text(row, col))]
    if stated and not marks and all(dood_columns.named(text) for text in stated):
        return True
    if len(labels) > 1 and not marks and all(map(_heads_column, labels)):
        return True
    if not labels and marks:
        return not any(map(dood_codes.parse, marks)) and all(
            dood_words.TIER.fullmatch(normal(text)) for text in marks
        )
    if not labels or not all(dood_words.LABELS.fullmatch(normal(text) or text) for text in labels):
        return False
    known = sum(dood_codes.parse(text) is not None for text in marks)
    return not marks or (len(labels) == 1 and known * 2 < len(marks))


def _heads_column(text: str) -> bool:
    """Whether a text is a word for a column of numbers or names."""
    folded = normal(text) or text
    known = (dood_words.LABELS, dood_words.IDS)
    return dood_names.rank(text) is not None or any(words.fullmatch(folded) for words in known)
