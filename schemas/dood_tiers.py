"""The heading rows around a row of dates: weekdays, shooting days, weeks, units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from schemas import dood_codes, dood_columns, dood_weekdays, dood_words
from schemas.dood_dates import Heading
from schemas.dood_view import Shown, View
from schemas.headings import normal
from schemas.values.calendar import month
from schemas.values.words import is_dash

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
        if named * 10 >= len(texts) * 8 and not _are_marks(list(texts.values())):
            return other
    return None


def _are_marks(texts: Sequence[str]) -> bool:
    """Whether what might be weekdays by their first letters are work days, holds and finishes."""
    letters = {text.upper() for text in texts}
    codes = sum(dood_codes.parse(text) is not None for text in texts)
    again = sum(before == after for before, after in pairwise(texts))
    return letters <= {"W", "F", "S", "SW"} or (
        codes * 10 >= len(texts) * 8 and again * 4 > len(texts)
    )


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


def shoot_row(
    view: View, row: int, days: Mapping[int, Heading], weekdays: int | None
) -> int | None:
    """The row near the dates that numbers the shooting days; blanks, dashes and OFF between."""
    for other in (number for step in range(1, _REACH + 1) for number in (row + step, row - step)):
        if other < 1 or other == weekdays:
            continue
        texts = [text for col in days if (text := view.text(other, col)) and not is_dash(text)]
        texts = [text for text in texts if not dood_words.NO_SHOOT.fullmatch(normal(text) or text)]
        numbers = [number for text in texts if (number := shoot_day(text)) is not None]
        labels = (normal(view.text(other, col)) for col in range(1, min(days)))
        labelled = any(dood_words.SHOOT.fullmatch(label) for label in labels)
        if numbers and len(numbers) * 2 >= len(texts) and (labelled or _climb(numbers, texts)):
            return other
    return None


def _climb(numbers: Sequence[int], texts: Sequence[str]) -> bool:
    """Whether numbers without a label count days: nearly all there are, nearly always one more."""
    steps = [after - before for before, after in pairwise(numbers)]
    return (
        len(numbers) > 1
        and len(numbers) * 10 >= len(texts) * 8
        and sum(step == 1 for step in steps) * 10 >= len(steps) * 7
    )


def top(view: View, days: Mapping[int, Heading], row: int) -> int:
    """The first of the heading rows: above stand months, weeks and units over the days.

    What stands only beside the days there is a title.
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
    span = range(min(days) - 1, max(days) + 1)
    over = [text for col in span if (text := view.text(row, col))]
    shown = [view.shown(row, col) for col in days if view.text(row, col)]
    inside = any(view.text(row, col) for col in days)
    return (
        inside
        and all(
            dood_words.TIER.fullmatch(normal(text)) or month(normal(text).split(" ")[0])
            for text in over
        )
    ) or (bool(shown) and set(shown) == {Shown.MONTH})


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
    if not labels or not all(dood_words.LABELS.fullmatch(normal(text) or text) for text in labels):
        return False
    known = sum(dood_codes.parse(text) is not None for text in marks)
    return not marks or (len(labels) == 1 and known * 2 < len(marks))
