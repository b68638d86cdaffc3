"""A table's lines as they are set: which texts stand where, in how many lines of type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exports.layout import TABULAR
from exports.pdf.columns import Columns
from exports.pdf.page import LEADING, PAD, Page
from exports.shown import MONEY, RIGHT, is_over, shown
from model import palette
from model.report import Column, Entry, Line, LineStyle, Style

_SPACER = 0.9
_INSET = 7.0
"""How far a line in a group is set in, in points, in the first column."""
_KEPT = TABULAR | {LineStyle.HEAD}
"""Lines whose cells keep to their columns."""
_FAINT = frozenset({LineStyle.NOTE, LineStyle.SUBTITLE, LineStyle.HEAD})
_ONE_LINE = RIGHT | {Style.DAY, Style.TODAY}
_BOLD = frozenset({LineStyle.BANNER, LineStyle.SUBTOTAL, LineStyle.TOTAL, LineStyle.TITLE})


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a line: where it begins, how wide its box is, its lines of type."""

    x: float
    width: float
    texts: tuple[str, ...]
    align: str = "L"
    color: str = palette.INK
    fill: str = ""
    outline: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, set. ``height`` in points."""

    pieces: tuple[Piece, ...]
    height: float
    style: LineStyle
    key: str = ""
    heading: bool = False


def heading(page: Page, columns: Columns) -> Row:
    """The row of headings."""
    page.type_in(columns.size, bold=True)
    pieces = [
        Piece(
            columns.left(number) + PAD,
            width - 2 * PAD,
            tuple(page.wrapped(column.heading, width - 2 * PAD)),
            _align(column.style),
            bold=True,
        )
        for number, (column, width) in enumerate(zip(columns.columns, columns.widths, strict=True))
    ]
    return Row(tuple(pieces), _height(pieces, columns.size), LineStyle.BANNER, heading=True)


def row(page: Page, columns: Columns, line: Line) -> Row:
    """One line, its texts wrapped."""
    pieces = list(_pieces(page, columns, line))
    height = _height(pieces, columns.size)
    if line.style is LineStyle.SPACER:
        height = columns.size * _SPACER
    return Row(tuple(pieces), height, line.style, line.key)


def _pieces(page: Page, columns: Columns, line: Line) -> Iterator[Piece]:
    said = {
        number: entry
        for number, column in enumerate(columns.columns)
        if (entry := line.entries.get(column.field)) and entry.content not in (None, "")
    }
    for number, entry in said.items():
        column = columns.columns[number]
        after = number + 1
        if line.style not in _KEPT and _style(line, entry, column) not in RIGHT:
            # a sentence runs on over the blank cells beside it
            after = next((other for other in said if other > number), len(columns.columns))
        yield _piece(page, columns, line, entry, (number, after))


def _piece(page: Page, columns: Columns, line: Line, entry: Entry, span: tuple[int, int]) -> Piece:
    first, after = span
    column = columns.columns[first]
    style = _style(line, entry, column)
    inset = _INSET if line.level and not first else 0.0
    width = columns.span(first, after) - 2 * PAD - inset
    fill = _fill(style, entry, line)
    bold = line.style in _BOLD or style in (Style.SEVERITY, Style.TODAY)
    page.type_in(columns.size, bold=bold)
    text = shown(entry.content, style)
    if style in MONEY and text and not text.startswith("("):
        width -= page.wide(")")  # figures stand under figures, parentheses outside them
    lines = [text] if style in _ONE_LINE else page.wrapped(text, width)
    return Piece(
        columns.left(first) + PAD + inset,
        width,
        tuple(lines),
        _align(style),
        _ink(line, column, entry, style),
        fill,
        palette.SEVERITY[entry.outline][1] if entry.outline else "",
        bold,
    )


def _align(style: Style) -> str:
    if style in RIGHT:
        return "R"
    return "C" if style in (Style.DAY, Style.TODAY) else "L"


def _style(line: Line, entry: Entry, column: Column) -> Style:
    if entry.style:
        return entry.style
    return column.style if line.style in _KEPT | {LineStyle.BANNER} else Style.TEXT


def _fill(style: Style, entry: Entry, line: Line) -> str:
    """The fill that a content brings: a severity's, a day's code's, the day of the run's."""
    if style is Style.SEVERITY and entry.content in palette.SEVERITY:
        return palette.SEVERITY[str(entry.content)][0]
    if style is Style.DAY and line.style is LineStyle.RECORD:
        return palette.day_fill(str(entry.content))
    return palette.TODAY_FILL if style is Style.TODAY else ""


def _ink(line: Line, column: Column, entry: Entry, style: Style) -> str:
    if style is Style.VARIANCE and is_over(entry.content, column, line):
        return palette.OVER
    if style is Style.SEVERITY and entry.content in palette.SEVERITY:
        return palette.SEVERITY[str(entry.content)][1]
    if style is Style.TODAY:
        return palette.WHITE
    return palette.MUTED if line.style in _FAINT else palette.INK


def _height(pieces: list[Piece], size: float) -> float:
    deepest = max((len(piece.texts) for piece in pieces), default=1)
    return deepest * size * LEADING + 2 * PAD * 0.6
