"""Where a day-out-of-days has its days, elements and totals; across or down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from model.cell import Block
from schemas.dood import blocks as dood_blocks
from schemas.dood import codes as dood_codes
from schemas.dood import columns as dood_columns
from schemas.dood import heads as dood_heads
from schemas.dood import legend as dood_legend
from schemas.dood import names as dood_names
from schemas.dood import tiers as dood_tiers
from schemas.dood.blocks import Run
from schemas.dood.codes import Mark
from schemas.dood.dates import Heading
from schemas.dood.legend import Legend
from schemas.dood.names import Names
from schemas.dood.view import View
from schemas.remarks import is_note
from schemas.sheet import Sheet


@dataclass(frozen=True)
class Layout:
    """A day-out-of-days' parts, as rows and columns of its view."""

    view: View
    date_row: int
    days: Mapping[int, Heading]
    """Column -> what stands in the date row."""
    weekday_row: int | None
    shoot_row: int | None
    heads: range
    """The heading rows, from months and weeks to shooting days and units."""
    names: Names
    totals: Mapping[str, int]
    last: int
    """The last row of elements and totals."""
    repeats: frozenset[int] = frozenset()
    """Rows that repeat the headings, as at the top of a printed page."""
    legend: Mapping[str, str] = field(default_factory=dict)
    explained: frozenset[int] = frozenset()
    """Rows in which a legend stands, in the columns of names."""
    settled: Mapping[str, str] = field(default_factory=dict)
    """Codes that no legend explains and the sheet settles itself, and by what."""

    @property
    def first(self) -> int:
        """The first row below the headings."""
        return self.heads.stop

    @property
    def body(self) -> Sequence[int]:
        """The rows below the headings, but for headings repeated."""
        return [row for row in range(self.first, self.last + 1) if row not in self.repeats]

    @property
    def header_rows(self) -> tuple[int, ...]:
        """The sheet's heading rows: where dates stand down, those that name the elements."""
        if self.view.across:
            return tuple(row for row in self.heads if any(self.view.line(row)))
        return tuple(sorted({self.names.name_col, self.names.id_col or self.names.name_col}))

    @cached_property
    def block(self) -> Block:
        """The sheet's rectangle from the headings to the last row."""
        names = (self.names.name_col, self.names.id_col or self.names.name_col)
        columns = [*self.days, *self.totals.values(), *names, *self.names.others.values()]
        top, left = self.view.place(self.heads.start, min(columns))
        bottom, right = self.view.place(max(self.last, self.date_row), max(columns))
        return Block(top, left, bottom, right)

    @property
    def performer_col(self) -> int | None:
        """The column of who plays the elements, beside that of their roles."""
        others = self.names.others.items() if self.view.across else ()
        return next((col for heading, col in others if dood_names.plays(heading)), None)

    def marks(self, row: int) -> list[str]:
        """The texts of a row's filled day cells, lone dashes left out."""
        line = self.view.line(row)
        return [text for col in self.days if (text := line[col - 1]) and text not in DASHES]

    def parse(self, text: str) -> Mark | None:
        """What a mark means by this sheet's legend; ``None`` where it is not known."""
        if text not in self._parsed:
            self._parsed[text] = dood_codes.parse(text, self.legend)
        return self._parsed[text]

    @cached_property
    def _parsed(self) -> dict[str, Mark | None]:
        return {}


DASHES = frozenset({"-", "–", "—", "−", "‑", "--", "---", "––"})
"""What stands in a day's cell where nothing does."""


def find(sheet: Sheet) -> list[Layout]:
    """Find the days-out-of-days of a tab, whichever way they stand."""
    asked = sheet.override.header_rows if sheet.override else ()
    across = _layouts(View(sheet), asked)
    down = [] if sheet.height > _DEEPEST else _layouts(View(sheet, across=False), asked)
    return across if _weight(across) >= _weight(down) else down


def _weight(layouts: Sequence[Layout]) -> float:
    """How many days some layouts have; one written as text counts half.

    Elements 1.1 to 2.2 could be days of January and February: days that are dates outdo them.
    """
    raws = [one.view.raw(one.date_row, col) for one in layouts for col in one.days]
    return sum(1.0 if isinstance(raw, int | float) else 0.5 for raw in raws)


_DEEPEST = 3000
"""Rows of a tab past which no dates are looked for down its columns."""


def _layouts(view: View, asked: Sequence[int]) -> list[Layout]:
    """The layouts of one way to look at a tab."""
    found = []
    runs = dood_heads.date_rows(view, asked)
    told = dood_legend.read(view.sheet) if runs else Legend({}, frozenset())
    legend = {**told.codes, **view.sheet.legend}
    places = [view.place(row, col) for row, col in told.places]
    for run in dood_blocks.find(view, runs, legend, forced=bool(asked)):
        explained = frozenset(
            row
            for row, col in places
            if col < min(run.days) and (view.across or not _marked(view, row, run, legend))
        )
        layout = _layout(view, run, legend, explained)
        if layout is not None:
            found.append(layout)
    return found


def _layout(
    view: View, run: Run, legend: Mapping[str, str], explained: frozenset[int]
) -> Layout | None:
    """Read the layout around a date row; ``None`` where what stands below is no matrix."""
    heads = range(max(1, run.top - 1), run.bottom + 1)
    told = view.told(("element_id", "name", *dood_columns.NAMES))
    body = [row for row in run.body if row not in explained and _marked(view, row, run, legend)]
    near = heads if view.across else range(heads.start, heads.stop + 1)  # where places may stand
    totals = dood_columns.find(view, near, run.days, run.span, body, legend)
    totals |= {name: col for name, col in told.items() if name in dood_columns.NAMES}
    beside = [col for col in run.span if col < min(run.days) and col not in totals.values()]
    if not view.across:  # what stands above the names, in the same columns, is a title or a legend
        beside = [col for col in beside if not _explains(view, col, run.body)]
    own = {name: col for name, col in told.items() if name not in dood_columns.NAMES}
    names = dood_names.find(view, body or list(run.body), heads, beside, own)
    if names is None:
        return None
    names = replace(names, others={**names.others, **_further(view, run, heads, totals)})
    top = run.top
    if run.top > 1 and _heads_names(view, run.top - 1, names):
        top -= 1
    bottom = dood_tiers.bottom(view, run.days, run.bottom, beside, totals)
    return Layout(
        view=view,
        date_row=run.row,
        days=run.days,
        weekday_row=run.weekday_row,
        shoot_row=run.shoot_row,
        heads=range(top, bottom + 1),
        names=names,
        totals=totals,
        last=_last(view, run, names, totals, explained),
        repeats=run.repeats,
        legend=legend,
        explained=explained,
    )


def _explains(view: View, col: int, body: Sequence[int]) -> bool:
    """Whether a column holds a legend and nothing else, or hardly anything, from end to end."""
    texts = [text for row in body if (text := view.text(row, col))]
    whole = [text for row in range(1, view.height + 1) if (text := view.text(row, col))]
    entries = sum(map(dood_legend.explains, whole))
    return bool(texts) and (
        all(map(dood_legend.explains, texts)) or (entries > 1 and entries * 2 > len(whole))
    )


def _further(view: View, run: Run, heads: range, totals: Mapping[str, int]) -> dict[str, int]:
    """Heading -> column, for what is headed right of the days without a gap and is no total."""
    found: dict[str, int] = {}
    for col in range(max(run.days) + 1, run.span.stop):
        texts = [text for row in heads if (text := view.text(row, col))]
        if not texts:
            break
        if col not in totals.values():
            found.setdefault(texts[-1], col)
    return found


def _heads_names(view: View, row: int, names: Names) -> bool:
    """Whether a row above the dates heads the column of names, as a merged heading does."""
    headed = dood_names.rank(view.text(row, names.name_col)) is not None
    apart = names.id_col is not None and not names.combined
    return headed and apart and bool(view.text(row, names.id_col or names.name_col))


def _marked(view: View, row: int, run: Run, legend: Mapping[str, str]) -> bool:
    """Whether a row holds marks of the matrix."""
    line = view.line(row)
    texts = [text for col in run.days if (text := line[col - 1])]
    return any(dood_codes.parse(text, legend) for text in texts[:12])


def _last(
    view: View, run: Run, names: Names, totals: Mapping[str, int], explained: frozenset[int]
) -> int:
    """The last row with marks or totals, and the rows with a name that follow it at once."""
    columns = [*run.days, *totals.values()]
    last = run.bottom
    for row in run.body:
        if row in explained:
            continue
        line = view.line(row)
        texts = [text for col in columns if (text := line[col - 1])]
        label = line[names.name_col - 1] or (line[names.id_col - 1] if names.id_col else "")
        counts = bool(texts) and not any(len(text) > 12 for text in texts)
        counts = counts and not all(map(dood_legend.explains, texts))
        remark = dood_legend.explains(label) or is_note(label)
        if (counts and not remark) or (label and not remark and row == last + 1):
            last = row
    return last
