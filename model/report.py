"""A report tab as a value: what to show and what it means, for any backend to write.

A report is a preamble (title lines, the as-of stamp), a heading row, and lines. Every line has a
stable key, so that a writer can find it again in a tab that people have sorted and typed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from model.cell import Cell


class Role(StrEnum):
    """Whose a column is."""

    COMPUTED = "computed"
    """Ours: rewritten wherever it changed."""
    ONCE = "once"
    """Written when the line first appears, and kept from then on ("First seen")."""
    PERSON = "person"
    """People's: never written after the tab was made."""


class Style(StrEnum):
    """What a cell or a line means; how that looks is the writer's business."""

    TEXT = "text"
    WRAPPED = "wrapped"
    CODE = "code"
    """Text that must never be read as a number: account codes."""
    MONEY = "money"
    """Whole units, parentheses for negative, a dash for zero."""
    MONEY_CENTS = "money-cents"
    VARIANCE = "variance"
    """Money that turns red where it is an over."""
    PERCENT = "percent"
    """A fraction: 0.1 is shown as 10%."""
    COUNT = "count"
    HOURS = "hours"
    """Hours with a decimal or two: parentheses for negative, a dash for zero."""
    DATE = "date"
    STAMP = "stamp"
    """Date and time."""
    SEVERITY = "severity"
    """"error", "warning" or "info", coloured."""
    PERSON = "person"
    """For people to type in: tinted."""
    DAY = "day"
    """A code of a day-out-of-days, coloured as the trade does; columns of such are narrow, and a
    table that has them is spread over several pages rather than shrunk onto one."""
    TODAY = "today"
    """The day of the run, within a line of headings."""


class LineStyle(StrEnum):
    """What a whole line is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BANNER = "banner"
    """A section or department heading."""
    RECORD = "record"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    NOTE = "note"
    SPACER = "spacer"
    HEAD = "head"
    """Part of the headings: stands above them in the preamble, and on every page again."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The cell of a line of the same report, by the line's key and the column's field."""

    key: str
    field: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula. ``text`` is a template: ``=SUM({0}:{1})-{2}`` with one number a ref.

    ``value`` is the same figure as we computed it: shown where formulas cannot be, and compared
    with what the spreadsheet answers after the write.
    """

    text: str
    refs: tuple[Ref, ...]
    value: Decimal | int | str


Content = str | bool | int | Decimal | date | datetime | Formula | None
"""What a report cell holds. A ``str`` is text, always, even where it begins with "="."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell of a report.

    ``link`` is a source cell (rendered as a link where it stands in the same spreadsheet, as plain
    text elsewhere) or an http(s) address that we made. ``sources`` are the cells that the content
    comes from: what a writer checks restricted spreadsheets by. ``style`` overrides the column's.
    """

    content: Content = None
    link: Cell | str | None = None
    sources: tuple[Cell, ...] = ()
    style: Style | None = None
    note: str = ""
    outline: str = ""
    """The severity in whose colour the cell is framed; "" for no frame."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``width`` in pixels; ``note`` says what it means and is put on its heading.

    ``paper`` False keeps it off paper: of use on a screen only.
    """

    field: str
    heading: str
    style: Style = Style.TEXT
    role: Role = Role.COMPUTED
    width: int = 100
    note: str = ""
    paper: bool = True
    shade: str = ""
    """What its records are shaded as from top to bottom: "weekend", "holiday", or ""."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report. ``key`` is unique in the report and stable from run to run.

    ``entries`` go by column field; a field without an entry is blank. ``level`` folds lines into
    collapsible groups: 0 stands outside any.
    """

    key: str
    entries: Mapping[str, Entry]
    style: LineStyle = LineStyle.RECORD
    level: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: a column's field over the chart's lines."""

    field: str
    heading: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart over a run of neighbouring lines, ``first`` to ``last`` by key.

    ``kind`` is "bar" (horizontal), "column" or "line". It is anchored at the line ``at_key``
    (column field ``at_field``), ``width`` by ``height`` pixels.
    """

    title: str
    kind: str
    labels: str
    series: tuple[Series, ...]
    first: str
    last: str
    at_key: str
    at_field: str
    width: int = 640
    height: int = 360


@dataclass(frozen=True, slots=True)
class Report:
    """One report tab.

    ``preamble`` lines stand above the heading row; the line whose key is :data:`AS_OF` holds the
    stamp, the only thing that a second run on unchanged sheets rewrites. ``heading`` False leaves
    the heading row out (a page rather than a table).
    """

    name: str
    """Stable id: "variance"."""
    title: str
    """The tab's title as we would like it: "Variance"."""
    columns: Sequence[Column]
    lines: Sequence[Line]
    preamble: Sequence[Line] = ()
    heading: bool = True
    frozen_columns: int = 0
    charts: Sequence[Chart] = field(default_factory=tuple)
    tab_color: str = ""
    """"#rrggbb", or none."""
    one_page: bool = False
    """Whether it is printed on one page, upright: a page rather than a table."""
    fold_after: int | None = None
    """After how many days a line that no longer applies, and is kept for people's words in it, is
    put away in a closed group at the bottom; ``None`` for never."""
    hidden: bool = False
    """Whether the tab is made hidden: kept for us to read back, shown by whoever wants to look."""


AS_OF = "as-of"
"""Key of the preamble line that holds the stamp."""


def says_over_is_positive(text: str) -> bool:
    """Whether a heading or a label says that an over is positive: "Over/(Under)".

    The parentheses say which side is negative; "(Over)/Under", the trade's default, is taken
    where the words say nothing.
    """
    return "(under)" in text.casefold()
