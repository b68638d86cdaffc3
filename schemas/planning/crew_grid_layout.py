"""Where a crew grid has its people, days, headings and totals; dates across or down."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from model.cell import Block
from schemas.dood import heads as dood_heads
from schemas.dood.dates import Heading
from schemas.dood.view import View
from schemas.headings import normal
from schemas.planning import crew_grid_columns, crew_grid_parts, weeks
from schemas.planning.crew_grid_columns import MARK, NAMING
from schemas.planning.crew_grid_fields import FIELDS
from schemas.planning.crew_grid_parts import Parts
from schemas.sheet import Sheet
from schemas.values.calendar import month

_FEWEST = 3
"""Days that a grid has at least, where there is any such grid on the tab; else two do."""
_WEEK = 8
"""Days from one day of a grid to the next, but for a hiatus."""
_REACH = 3
"""Rows from the dates to the headings of names and totals."""
_DEEPEST = 1000
"""Rows past which a tab is no crew's: nobody has a thousand people, or days."""


@dataclass(frozen=True)
class Layout:
    """A crew grid's parts, as rows and columns of its view."""

    view: View
    days: Mapping[int, Heading]
    """Column -> what stands in the row of dates."""
    date_row: int
    weekday_row: int | None
    heads: tuple[int, ...]
    """The heading rows, in order."""
    columns: Mapping[str, int]
    """Field -> column."""
    headings: Mapping[str, str]
    others: Mapping[str, int]
    repeats: frozenset[int]
    """Rows that date the same columns again, as on the next printed page."""
    last: int
    parts: Parts

    @property
    def marked(self) -> Sequence[int]:
        """The columns of marks."""
        return sorted({*self.days, *self.parts.day_of})

    @property
    def body(self) -> Sequence[int]:
        """The rows below the headings, the same headings repeated left out."""
        rows = range(self.heads[-1] + 1, self.last + 1)
        return [row for row in rows if row not in self.repeats]

    @property
    def pattern(self) -> Hashable:
        """What another grid of the same making shares: its days, and what it says of people."""
        said = {name: normal(self.headings.get(name, "")) for name in _TELLING}
        return frozenset(self.days.values()), frozenset(said.items())

    @property
    def block(self) -> Block:
        """The sheet's rectangle from the headings to the last row."""
        columns = [*self.marked, *self.columns.values(), *self.others.values()]
        top, left = self.view.place(self.heads[0], min(columns))
        bottom, right = self.view.place(max(self.last, self.heads[-1]), max(columns))
        return Block(top, left, bottom, right)

    @property
    def header_rows(self) -> tuple[int, ...]:
        """The sheet's heading rows: where dates stand down, those that name the people."""
        if self.view.across:
            return self.heads
        return tuple(sorted({self.columns[name] for name in _TELLING if name in self.columns}))


_OFF = re.compile(
    r"off|(?:crew |company |unit )?day off|rest(?: day)?|dark|no shoot|drehfrei|frei|ruhetag|"
    r"repos|relache|libre|descanso"
)
_TELLING = (*NAMING, "position", "department")


def find(sheet: Sheet) -> list[Layout]:
    """Find what may be crew grids, top to bottom: days with people's names before them."""
    asked = sheet.override.header_rows if sheet.override else ()
    if sheet.height > _DEEPEST:
        return []
    for across, fewest in ((True, _FEWEST), (False, _FEWEST), (True, 2)):
        view = View(sheet, across)
        layouts = _layouts(view, asked, fewest)
        if layouts:
            return layouts
    return []


def _layouts(view: View, asked: Sequence[int], fewest: int) -> list[Layout]:
    """The layouts of one way to look at a tab, each down to the next row of other dates."""
    dated: Mapping[int, Mapping[int, Heading]] = dood_heads.date_rows(view, asked)
    apart = {row: crew_grid_parts.of_units(view, row, days) for row, days in dated.items()}
    runs = {row: days for row, days in apart.items() if _are_days(days, fewest)} or weeks.rows(view)
    starts: list[int] = []
    repeats: dict[int, set[int]] = {}
    for row, days in runs.items():
        if starts and _are_weeks(runs[starts[-1]], days, row - starts[-1]):
            starts[-1] = row
        elif starts and (row - starts[-1] <= 2 or _is_again(view, starts[-1], row, runs)):
            repeats.setdefault(starts[-1], set()).add(row)
        else:
            starts.append(row)
    ends = [*starts[1:], view.height + 1][: len(starts)]
    made = (
        _layout(view, row, runs[row], end - 1, repeats.get(row, set()))
        for row, end in zip(starts, ends, strict=True)
    )
    return [layout for layout in made if layout is not None]


def _are_weeks(above: Mapping[int, Heading], days: Mapping[int, Heading], apart: int) -> bool:
    """Whether a row of fewer dates above heads the weeks of days: "w/c 18 Aug" over each Monday.

    Shooting days and weekdays may stand between, where each date is that of the day below it.
    """
    if len(days) <= len(above) or apart > _REACH:
        return False
    return apart < _REACH or all(
        col in days and _is_same_day(day, days[col]) for col, day in above.items()
    )


def _is_same_day(one: Heading, other: Heading) -> bool:
    """Whether two headings may be of the same day, however each is written."""
    places = [
        {(said.month, said.day)} if isinstance(said, date) else set(said.days)
        for said in (one, other)
    ]
    return not places[0].isdisjoint(places[1])


def _is_again(view: View, first: int, row: int, runs: Mapping[int, Mapping[int, Heading]]) -> bool:
    """Whether a row heads the next page: the dates of the first, and no other columns' names.

    Performers above and the crew below them stand under the same dates.
    """
    days = runs[row]
    if dict(runs[first]) != dict(days):
        return False
    here, there = (
        crew_grid_columns.headed(view, row, days),
        crew_grid_columns.headed(view, first, days),
    )
    return not here or here == there


def _are_days(days: Mapping[int, Heading], fewest: int) -> bool:
    """Whether dates head days: some, each once, close together whatever their order.

    A list's column of starts repeats its dates, or has them weeks apart.
    """
    if len(days) < fewest or len(set(days.values())) < len(days):
        return False
    return any(_are_close([_place(day, order) for day in days.values()]) for order in (0, -1))


def _are_close(places: Sequence[int]) -> bool:
    """Whether most days follow another within a week."""
    steps = [after - before for before, after in pairwise(sorted(places))]
    return sum(step <= _WEEK for step in steps) * 10 >= (len(steps) - 1) * 8


def _place(day: Heading, order: int) -> int:
    """A heading's place in time, to the day or nearly so, before its year is settled.

    ``order`` says which of the two readings is taken where month and day could change places.
    """
    if isinstance(day, date):
        return day.toordinal()
    month, number = day.days[order]
    return (day.year or 0) * 366 + month * 31 + number


def _layout(
    view: View, row: int, days: Mapping[int, Heading], last: int, repeats: set[int]
) -> Layout | None:
    """Read the layout around a row of dates; ``None`` where nobody is named before them."""
    weekdays = dood_heads.weekday_row(view, row, days)
    if weekdays is not None and len({view.text(weekdays, col) for col in days}) < 3:
        weekdays = None  # a row of the same mark again and again: X is a Wednesday in Spanish
    shooting = dood_heads.shoot_row(view, row, days, weekdays)
    tiers = {row, weekdays or row} | {near for near in repeats if near - row <= 2}
    if shooting is not None and shooting <= last and _numbers_days(view, shooting, days):
        tiers.add(shooting)
    near = range(max(1, min(tiers) - 1), min(last, row + _REACH) + 1)
    named = {at: found for at in near if (found := crew_grid_columns.headed(view, at, days))}
    best = max(named, key=lambda at: (len(named[at]), at in tiers), default=row)
    tiers.add(best)
    columns = dict(named.get(best, {}))
    for at in tiers - {best}:
        for name, col in named.get(at, {}).items():
            if name not in columns and col not in columns.values():
                columns[name] = col
    parts = crew_grid_parts.find(view, row, last, days)
    tiers |= {parts.row} if parts.row else set()
    columns = {name: col for name, col in columns.items() if col not in parts.day_of}
    top, bottom = min(tiers), max(tiers)
    told = view.told([field.name for field in FIELDS])
    columns = {name: col for name, col in columns.items() if col not in told.values()} | told
    if "unit" in columns and "department" not in columns:
        columns["department"] = columns.pop("unit")
    columns = crew_grid_columns.by_values(view, range(bottom + 1, last + 1), days, columns)
    if not columns.keys() & {*NAMING, "position"}:
        return None
    while top > 1 and _groups(view, top - 1, days):
        top -= 1
    heads = tuple(at for at in range(top, bottom + 1) if any(view.filled(at)))
    headings = {name: _words(view, heads, col) for name, col in columns.items()}
    taken = {*columns.values(), *days, *parts.day_of}
    others = {
        words: col
        for col in range(1, view.width + 1)
        if col not in taken and (words := _words(view, heads, col))
    }
    kept = frozenset(at for at in repeats if at not in heads)
    return Layout(view, days, row, weekdays, heads, columns, headings, others, kept, last, parts)


def _numbers_days(view: View, row: int, days: Mapping[int, Heading]) -> bool:
    """Whether a row of numbers counts the shooting days upwards, as no row of marks does."""
    numbers = [dood_heads.shoot_day(text) for col in days if (text := view.text(row, col))]
    known = [number for number in numbers if number is not None]
    return len(known) > 1 and known == sorted(set(known))


def _groups(view: View, row: int, days: Mapping[int, Heading]) -> bool:
    """Whether a row above the dates groups them: weeks, months, units, and nothing beside them."""
    texts = view.filled(row)
    if not texts or not texts.keys() <= days.keys():
        return False
    return len(texts) > 1 or month(next(iter(texts.values())).split()[0]) is not None


def _words(view: View, heads: Sequence[int], col: int) -> str:
    """A column's heading: the lowest text in the heading rows."""
    return next((text for row in reversed(heads) if (text := view.text(row, col))), "")


def is_off(layout: Layout, col: int) -> bool:
    """Whether a heading over a day calls it off."""
    said = (layout.view.text(row, col) for row in layout.heads if row != layout.weekday_row)
    return any(_OFF.fullmatch(normal(text)) for text in said)


def titles(layout: Layout) -> tuple[str, ...]:
    """What stands above a grid, up to the last row of marks of a grid further up the tab."""
    sheet, top = layout.view.sheet, layout.block.top
    days = range(layout.block.left, layout.block.right + 1)
    found: list[str] = []
    for texts in reversed(sheet.texts[: top - 1]):
        short = [text for col, text in enumerate(texts, start=1) if col in days and text]
        if sum(len(text) <= MARK for text in short) * 2 > len(short) > 1:
            break
        found += [text for text in texts if text]
    return tuple(found)
