"""A worksheet on the screen: widths, frozen panes, filter, groups, notes, red overs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from xlsxwriter.worksheet import Worksheet

from exports.inert import said
from exports.layout import Layout
from exports.shown import over_is_positive
from exports.workbook.formats import Formats
from model.cell import column_letters
from model.report import LineStyle, Style

_DATE_PIXELS = 88
"""A date that does not fit its cell is shown as ###."""


def furnish(sheet: Worksheet, layout: Layout, formats: Formats) -> None:
    """Give a worksheet everything but its cells."""
    report = layout.report
    sheet.hide_gridlines(2)
    for col, column in enumerate(layout.columns):
        least = _DATE_PIXELS if column.style is Style.DATE else 0
        sheet.set_column_pixels(col, col, max(column.width, least))
    if report.tab_color:
        sheet.set_tab_color(report.tab_color)
    if layout.heading is not None:
        _below_heading(sheet, layout, layout.heading)
    sheet.outline_settings(True, _sums_stand_below(layout), True, False)
    for top, bottom, col, positive in _variances(layout):
        _redden(sheet, (top, bottom, col), positive, formats)


def _below_heading(sheet: Worksheet, layout: Layout, heading: int) -> None:
    sheet.freeze_panes(heading + 1, layout.report.frozen_columns)
    last = max(len(layout.rows) - 1, heading + 1)
    if not layout.is_wide:  # its buttons would cover the headings of narrow columns
        sheet.autofilter(heading, 0, last, len(layout.columns) - 1)
    for col, column in enumerate(layout.columns):
        if column.note:
            sheet.write_comment(heading, col, str(said(column.note)), {"author": ""})


def _sums_stand_below(layout: Layout) -> bool:
    return any(
        line.level > after.level and after.style in (LineStyle.SUBTOTAL, LineStyle.TOTAL)
        for line, after in pairwise(layout.report.lines)
    )


def _variances(layout: Layout) -> Iterator[tuple[int, int, int, bool]]:
    """Runs of variances: first row, last row, column, whether overs are positive."""
    for col, column in enumerate(layout.columns):
        run: tuple[int, int, bool] | None = None
        for row, line in enumerate(layout.rows):
            entry = line.entries.get(column.field) if line else None
            if entry is None or line is None or (entry.style or column.style) is not Style.VARIANCE:
                continue
            positive = over_is_positive(column, line)
            if run and run[1] == row - 1 and run[2] is positive:
                run = (run[0], row, positive)
                continue
            if run:
                yield run[0], run[1], col, run[2]
            run = (row, row, positive)
        if run:
            yield run[0], run[1], col, run[2]


def _redden(
    sheet: Worksheet, place: tuple[int, int, int], positive: bool, formats: Formats
) -> None:
    """Red for an over, live: it stays true of what the formulas come to."""
    top, bottom, col = place
    cell = f"{column_letters(col + 1)}{top + 1}"
    criteria = f"=AND(ISNUMBER({cell}),{cell}{'>' if positive else '<'}0)"
    rule = {"type": "formula", "criteria": criteria, "format": formats.over()}
    sheet.conditional_format(top, col, bottom, col, rule)
