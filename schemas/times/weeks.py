"""Times of a week, people down and days across, or the reverse: In, Meal, Back, Out under each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from model.cell import Block
from model.table import Table, merge
from schemas import further, rows
from schemas.headings import Header, normal
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.times import owners, settling, title_dates
from schemas.times.fields import FIELDS, NAMING, OF_A_DAY
from schemas.times.owners import Owner
from schemas.values import calendar
from schemas.values.words import fold
from schemas.vocabulary import Vocabulary

T = TypeVar("T")

_REACH = 3
"""Rows from the heading up to that of the dates."""
_ABOVE = 10
_FAR = 100
"""Rows up from a line to the title of its week."""
_WEEK = re.compile(
    r"\b(?:(?P<ends>(?:week|wk|period) end(?:ing|s)?|w ?/ ?e|p ?/ ?e|woche bis)|"
    r"(?P<begins>(?:week|wk) (?:of|commencing|beginning|starting)|w ?/ ?[cb]|woche vom|"
    r"semaine du|semana del))\b[:. ]*"
)
_VOCABULARY = Vocabulary(FIELDS, further.headings("times"))


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one day of a week, or of one person: ``first`` to ``last``."""

    of: date | Owner
    first: int
    last: int


def parts(sheet: Sheet, found: Found) -> list[Found]:
    """A table of a week's days as one table a day and week, its day as ``layout``; else none.

    Where people stand across and days down it is one a person, who is its ``layout``.
    """
    below = range(found.header.bottom + 1, found.block.bottom + 1)
    heads = [found.header.bottom, *(r for r in below if rows.repeats_heading(sheet, found, r))]
    ends = [*(head - 1 for head in heads[1:]), found.block.bottom]
    return [
        part
        for head, end in zip(heads, ends, strict=True)
        for part in _of_week(sheet, found, head, end)
    ]


def _of_week(sheet: Sheet, found: Found, head: int, end: int) -> Iterator[Found]:
    """The tables of one week: below a row of headings, down to the next one's."""
    week = days(sheet, found.header, head) or people(sheet, found.header, head)
    top = head if head > found.header.bottom else found.block.top
    for one in week:
        header = _header(sheet, found.header, head, one, week)
        if {"call", "wrap"} <= header.columns.keys():
            block = Block(top, found.block.left, end, max(found.block.right, week[-1].last))
            yield replace(found, header=header, block=block, layout=one.of)


def joined(tables: Sequence[Table]) -> Table:
    """The tables of a week's days as the one that they are on the sheet."""
    if len(tables) == 1:
        return tables[0]
    first, blocks = tables[0], [table.block for table in tables]
    left_out: dict[str, set[int]] = {}
    for table in tables:
        for reason, numbers in table.excluded.items():
            left_out.setdefault(reason, set()).update(numbers)
    return replace(
        merge(tables),
        block=Block(
            min(block.top for block in blocks),
            min(block.left for block in blocks),
            max(block.bottom for block in blocks),
            max(block.right for block in blocks),
        ),
        header_rows=first.header_rows,
        confidence=first.confidence,
        excluded={reason: tuple(sorted(numbers)) for reason, numbers in left_out.items()},
        headings=first.headings,
        why=first.why,
    )


def days(sheet: Sheet, header: Header, head: int) -> list[Columns]:
    """The days that stand across above a row of headings; none where it is of one day."""
    starts = _starts(sheet, header, head)
    if len(starts) < 2:
        return []
    dated = _dated(sheet, head, starts)
    if len(dated) < 2 or any(one >= other for one, other in pairwise(dated.values())):
        return []
    return _columns(sheet, dict(dated))


def people(sheet: Sheet, header: Header, head: int) -> list[Columns]:
    """The people who stand across above a row of headings, where its lines are days."""
    if "date" not in header.columns or header.columns.keys() & NAMING:
        return []
    starts = _starts(sheet, header, head)
    for row in range(head - 1, max(0, head - _REACH - 1), -1) if len(starts) > 1 else ():
        said = {
            col: owner
            for col, text in enumerate(sheet.line(row), start=1)
            if text and (owner := owners.in_text(text)) is not None
        }
        if len(found := _placed(said, starts)) > 1:
            return _columns(sheet, dict(found))
    return []


def _columns(sheet: Sheet, found: Mapping[int, date | Owner]) -> list[Columns]:
    """What stands across with its columns, each as wide as the narrowest of them at the end."""
    firsts = list(found)
    width = min(after - before for before, after in pairwise(firsts))
    lasts = [min(after - 1, sheet.width) for after in (*firsts[1:], firsts[-1] + width)]
    return [
        Columns(of, first, last) for (first, of), last in zip(found.items(), lasts, strict=True)
    ]


def _starts(sheet: Sheet, header: Header, head: int) -> list[int]:
    """Where the headings of a day may begin: at each column headed as the first call is."""
    first = header.columns.get("call")
    if first is None:
        return []
    line = [normal(text) for text in sheet.line(head)]
    if first > len(line) or not line[first - 1]:
        return []
    starts = [col for col, text in enumerate(line, start=1) if text == line[first - 1]]
    while len(starts) > 1 and starts[0] > 1 and line[starts[0] - 2]:
        if len({line[col - 2] for col in starts}) > 1:
            break
        starts = [col - 1 for col in starts]
    return starts


def _dated(sheet: Sheet, head: int, starts: Sequence[int]) -> dict[int, date]:
    """Column where a day begins -> its date, by the nearest row above that dates two of them."""
    for row in range(head - 1, max(0, head - _REACH - 1), -1):
        said = {
            col: day
            for col in range(starts[0], sheet.width + 1)
            if (text := sheet.text(row, col))
            and (day := title_dates.of_cell(sheet, row, col, text)) is not None
        }
        if len(found := _placed(said, starts)) > 1:
            return found
    return _by_weekdays(sheet, head, starts)


def _placed(said: Mapping[int, T], starts: Sequence[int]) -> dict[int, T]:
    """Days or people at the columns where they begin; what is repeated over them is one."""
    found: dict[int, T] = {}
    for start, after in pairwise((*starts, 10**6)):
        day = next((day for col, day in said.items() if start <= col < after), None)
        if day is not None and day not in found.values():
            found[start] = day
    return found


def _by_weekdays(sheet: Sheet, head: int, starts: Sequence[int]) -> dict[int, date]:
    """The days by their weekdays' names, of the week that a title names."""
    for row in range(head - 1, max(0, head - _REACH - 1), -1):
        if dated := of_weekdays(sheet, row, starts[0]):
            return _placed(dated, starts)
    return {}


def of_weekdays(sheet: Sheet, row: int, first: int = 1) -> dict[int, date]:
    """Column -> date, of a row of weekdays' names in the week that a title above it names."""
    named = {
        col: weekday
        for col in range(first, sheet.width + 1)
        if (text := sheet.text(row, col)) and (weekday := calendar.weekday(text)) is not None
    }
    week = _week(sheet, row + 1) if len(named) > 1 else None
    if week is None:
        return {}
    last = week[0] if week[1] else week[0] + timedelta(days=6)
    return {
        col: last - timedelta(days=(last.weekday() - weekday) % 7) for col, weekday in named.items()
    }


def day_of(sheet: Sheet, row: int, weekday: int) -> date | None:
    """The date of a weekday's line, in the week that the next title above it names."""
    week = _week(sheet, row, _FAR)
    if week is None:
        return None
    last = week[0] if week[1] else week[0] + timedelta(days=6)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _week(sheet: Sheet, head: int, reach: int = _ABOVE) -> tuple[date, bool] | None:
    """The date that names a week above a row, and whether the week ends on it."""
    for row in range(head - 1, max(0, head - reach - 1), -1):
        cells = [(col, text) for col, text in enumerate(sheet.line(row), start=1) if text]
        for number, (col, text) in enumerate(cells):
            match = _WEEK.search(fold(text))
            if match is None:
                continue
            for at, said in ((col, text), *cells[number + 1 : number + 2]):
                day = title_dates.of_cell(sheet, row, at, fold(said)[match.end() :] or said)
                day = day or title_dates.of_cell(sheet, row, at, said)
                if day is not None:
                    return day, bool(match["ends"])
    return None


def _header(
    sheet: Sheet, header: Header, head: int, one: Columns, week: Sequence[Columns]
) -> Header:
    """A day's or person's own header: who or when the lines are of, and these times."""
    span = range(one.first, one.last + 1)
    line = [text if col in span else "" for col, text in enumerate(sheet.line(head), start=1)]
    own = _VOCABULARY.header([line], [head])
    taken = range(week[0].first, week[-1].last + 1)
    beside = {
        name: col
        for name, col in header.columns.items()
        if (name not in OF_A_DAY or (name == "date" and isinstance(one.of, Owner)))
        and col not in taken
    }
    columns = beside | {name: col for name, col in own.columns.items() if name not in beside}
    return settling.settled(
        sheet,
        Header(
            rows=header.rows if head == header.bottom else (head,),
            columns=columns,
            headings={**header.headings, **own.headings},
            others={},
            repeated={},
            quality={name: header.quality.get(name, 0.8) for name in columns},
        ),
        span,
    )
