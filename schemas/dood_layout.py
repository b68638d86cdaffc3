"""Where a day-out-of-days has its days, elements and totals; across or down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from model.cell import Block
from schemas import dood_codes, dood_heads, dood_legend
from schemas.dood_dates import Heading
from schemas.dood_view import View
from schemas.headings import normal
from schemas.rows import is_total
from schemas.sheet import Sheet
from schemas.values import codes
from schemas.values.words import is_dash


@dataclass(frozen=True, slots=True)
class Layout:
    """A day-out-of-days' parts, as rows and columns of its view."""

    view: View
    date_row: int
    days: Mapping[int, Heading]
    """Column -> what stands in the date row."""
    weekday_row: int | None
    shoot_row: int | None
    id_col: int | None
    name_col: int
    combined: bool
    """Number and name stand in one cell, "1.GEORGE", at ``id_col``."""
    totals: Mapping[str, int]
    first: int
    """The first row below the headings."""
    last: int
    legend: Mapping[str, str] = field(default_factory=dict)

    @property
    def header_rows(self) -> tuple[int, ...]:
        """The rows of the headings."""
        rows = {self.date_row, self.weekday_row or self.date_row, self.shoot_row or self.date_row}
        return tuple(sorted(rows))

    @property
    def block(self) -> Block:
        """The sheet's rectangle from the headings to the last row."""
        columns = [*self.days, *self.totals.values(), self.name_col, self.id_col or self.name_col]
        top, left = self.view.place(min(self.header_rows), min(columns))
        bottom, right = self.view.place(max(self.last, self.date_row), max(columns))
        return Block(top, left, bottom, right)


def find(sheet: Sheet) -> list[Layout]:
    """Find the days-out-of-days of a tab, top to bottom (side by side where dates stand down)."""
    asked = sheet.override.header_rows if sheet.override else ()
    for across in (True, False):
        view = View(sheet, across)
        runs = dood_heads.date_rows(view, asked)
        rows = list(runs)
        ends = [*rows[1:], view.height + 1][: len(rows)]
        found = [
            _layout(view, row, runs[row], end - 1) for row, end in zip(rows, ends, strict=True)
        ]
        layouts = [layout for layout in found if layout is not None]
        if layouts:
            return layouts
    return []


def share(layout: Layout) -> tuple[int, float, float]:
    """How many marks stand in the matrix, which share of them are codes, which share work days.

    Rows of totals are left out, and so is what is longer than any mark, unless it prevails.
    """
    view = layout.view
    filled = (
        text
        for row in range(layout.first, layout.last + 1)
        if not is_total(view.text(row, layout.name_col))
        for col in layout.days
        if (text := view.text(row, col)) and not is_dash(text)
    )
    texts = list(islice(filled, 2000))
    short = [text for text in texts if len(text) <= 4 or dood_codes.parse(text, layout.legend)]
    if len(short) * 2 < len(texts):
        short = texts
    marks = [dood_codes.parse(text, layout.legend) for text in short]
    known = [mark for mark in marks if mark is not None]
    working = sum("work" in mark.atoms for mark in known)
    return len(short), len(known) / max(len(short), 1), working / max(len(known), 1)


def _layout(view: View, row: int, days: Mapping[int, Heading], last: int) -> Layout | None:
    """Read the layout around a date row; ``None`` where what stands below is no matrix."""
    weekday_row = dood_heads.weekday_row(view, row, days)
    shoot_row = dood_heads.shoot_row(view, row, days, weekday_row)
    heads = [row, *(other for other in (weekday_row, shoot_row) if other)]
    first = max(heads) + 1
    totals = dood_heads.totals(view, range(max(1, min(heads) - 1), first), days)
    totals |= view.told(dood_heads.TOTALS)
    named = _names(view, first, last, days, range(min(heads), first), totals)
    if named is None:
        return None
    id_col, name_col, combined = named
    legend = {**dood_legend.read(view.sheet), **view.sheet.legend}
    return Layout(
        view,
        row,
        days,
        weekday_row,
        shoot_row,
        id_col,
        name_col,
        combined,
        totals,
        first,
        last,
        legend,
    )


def _names(
    view: View,
    first: int,
    last: int,
    days: Mapping[int, Heading],
    heads: Sequence[int],
    totals: Mapping[str, int],
) -> tuple[int | None, int, bool] | None:
    """The columns of number and name left of the days, and whether they are one."""
    told = view.told(("element_id", "name"))
    if len(told) == 2:
        return told["element_id"], told["name"], False
    filled = _filled(view, range(first, last + 1), days, set(totals.values()))
    if not filled:
        return None
    for col, texts in filled.items():
        pairs = sum(numbered(text) is not None for text in texts)
        if pairs * 2 >= len(texts) and col in (told.values() or filled):
            return col, col, True
    ids = [col for col, texts in filled.items() if _are_codes(texts)]
    ids = [told["element_id"]] if "element_id" in told else ids
    if "name" in told:
        return next((col for col in ids if col != told["name"]), None), told["name"], False
    names = [col for col in filled if col not in ids[:1]] or list(filled)
    wanted = [col for col in names if any(_names_it(view.text(row, col)) for row in heads)]
    return (ids[0] if ids else None), (wanted or names)[0], False


def _filled(
    view: View, rows: Sequence[int], days: Mapping[int, Heading], totals: set[int]
) -> dict[int, list[str]]:
    """Column left of the days -> its texts, in the rows that have marks (banners have none)."""
    marked = [row for row in rows if any(view.text(row, col) for col in days)]
    columns = {
        col: [text for row in marked if (text := view.text(row, col))]
        for col in range(1, min(days))
        if col not in totals
    }
    return {col: texts for col, texts in columns.items() if texts}


def _names_it(heading: str) -> bool:
    """Whether a heading names elements by role rather than by who plays them."""
    return normal(heading) in ("character", "role", "element", "cast", "name", "part", "item")


def _are_codes(texts: Sequence[str]) -> bool:
    """Whether a column holds element numbers: short, with a digit, by and large."""
    short = sum(len(text) <= 6 and any(char.isdigit() for char in text) for text in texts)
    return short * 3 >= len(texts) * 2


def numbered(text: str) -> tuple[str, str] | None:
    """Part "1.GEORGE" into number and name; ``None`` where a cell holds no number and name."""
    parts = codes.split(text)
    return parts if parts and any(char.isdigit() for char in parts[0]) else None
