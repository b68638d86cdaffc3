"""A table on paper: headings on every page, no line torn apart, a heading never left alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from exports.layout import TABULAR, Layout, is_head
from exports.pdf import rows
from exports.pdf.columns import Columns, fitted
from exports.pdf.page import LEADING, MARGIN, PAD, Page
from exports.pdf.rows import Row
from model import palette
from model.report import Line, LineStyle

_GAP = 6.0
"""Points between the lines above a table and the table."""
_KEPT_TOGETHER = 3
"""A banner stays with this many lines below it."""


def draw_table(
    page: Page, layout: Layout, columns: Columns, blocks: Mapping[str, int]
) -> dict[str, tuple[int, float, float]]:
    """Draw a report's lines from where the page stands.

    ``blocks`` are keys of lines with how many lines from there must stand on one page (a chart
    covers them). Answers for each on which page it is, where it begins and how high it is.
    """
    heads = [rows.row(page, columns, line) for line in layout.report.preamble if is_head(line)]
    heads += [rows.heading(page, columns)] if layout.report.heading else []
    body = [rows.row(page, columns, line) for line in layout.report.lines]
    for head in heads:
        _draw(page, head, columns)
    fullest = page.bottom - MARGIN - sum(head.height for head in heads)
    placed: dict[str, tuple[int, float, float]] = {}
    for number, row in enumerate(body):
        wanted = _wanted(body, number, blocks.get(row.key, 0), fullest)
        if page.get_y() + wanted > page.bottom:
            if row.style is LineStyle.SPACER and row.key not in blocks:
                continue  # nothing to part at the end of a page
            page.go_on()
            for head in heads:
                _draw(page, head, columns)
        if row.key in blocks:
            high = sum(each.height for each in body[number : number + blocks[row.key]])
            placed[row.key] = (page.page_no(), page.get_y(), min(high, page.bottom - page.get_y()))
        _draw(page, row, columns)
    return placed


def columns_for(page: Page, layout: Layout, above: Sequence[Line]) -> Columns:
    """A table's columns: of a report for one page so small that it and the lines above it fit."""
    tried: Columns | None = None
    for tried in fitted(page, layout):
        if not layout.report.one_page:
            return tried
        lines = [rows.row(page, tried, line) for line in (*above, *layout.report.lines)]
        if page.get_y() + sum(row.height for row in lines) + _GAP <= page.bottom:
            return tried
    if tried is None:
        raise AssertionError("there is a smallest size")
    return tried


def draw_line(page: Page, columns: Columns, line: Line) -> None:
    """Draw one line above the table: a sentence over its whole width, or a row of cells."""
    row = rows.row(page, columns, line)
    if page.get_y() + row.height > page.bottom:
        page.go_on()
    _draw(page, row, columns)


def _wanted(body: Sequence[Row], number: int, block: int, fullest: float) -> float:
    """The height that a line wants below it on its page, its own included.

    A heading keeps its first lines, a sum the line before it and the sums that follow, a chart all
    that it covers; unless that is more than a page holds.
    """
    row = body[number]
    after = _KEPT_TOGETHER
    if row.style is not LineStyle.BANNER:
        sums = takewhile(lambda each: each.style in _SUMS, body[number + 1 :])
        after = 1 + sum(1 for _ in sums)
    whole = sum(each.height for each in body[number : number + max(after, block)])
    return whole if whole <= fullest else row.height


def _draw(page: Page, row: Row, columns: Columns) -> None:
    top, whole = page.get_y(), sum(columns.widths)
    fill = palette.HEADING_FILL if row.heading else _FILLS.get(row.style, "")
    if fill:
        page.fill(MARGIN, top, whole, row.height, fill)
    if row.style is LineStyle.RECORD:
        _shade(page, row, columns)
    for piece in row.pieces:
        if piece.fill:
            page.fill(MARGIN + piece.x - PAD, top, piece.width + 2 * PAD, row.height, piece.fill)
    _rules(page, row, top, whole)
    for piece in row.pieces:
        page.type_in(columns.size, bold=piece.bold, color=piece.color)
        high = columns.size * LEADING
        start = top + PAD * 0.6
        if row.heading:
            start = top + row.height - PAD * 0.6 - len(piece.texts) * high
        for number, text in enumerate(piece.texts):
            y = start + number * high
            page.write_at(MARGIN + piece.x, y, text, piece.width, piece.align)
        if piece.outline:
            box = (MARGIN + piece.x - PAD, top, piece.width + 2 * PAD, row.height)
            page.frame(*box, piece.outline)
    page.set_xy(MARGIN, top + row.height)


def _shade(page: Page, row: Row, columns: Columns) -> None:
    """Columns that are shaded from top to bottom."""
    for number, (column, width) in enumerate(zip(columns.columns, columns.widths, strict=True)):
        if column.shade:
            color = palette.SHADES[column.shade]
            page.fill(MARGIN + columns.left(number), page.get_y(), width, row.height, color)


_SUMS = frozenset({LineStyle.SUBTOTAL, LineStyle.TOTAL})
_FILLS = {
    LineStyle.BANNER: palette.BANNER_FILL,
    LineStyle.HEAD: palette.HEADING_FILL,
    LineStyle.TOTAL: palette.TOTAL_FILL,
}


def _rules(page: Page, row: Row, top: float, whole: float) -> None:
    foot = top + row.height
    if row.heading:
        page.rule(foot, MARGIN, whole, palette.RULE, 0.7)
    elif row.style in TABULAR:
        if row.style is LineStyle.RECORD:
            page.rule(foot, MARGIN, whole, palette.HAIRLINE, 0.4)
        else:
            page.rule(top, MARGIN, whole, palette.RULE, 0.5)
        if row.style is LineStyle.TOTAL:
            page.rule(foot, MARGIN, whole, palette.RULE, 0.5)
            page.rule(foot - 1.5, MARGIN, whole, palette.RULE, 0.5)
