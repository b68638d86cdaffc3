"""A report's lines in a worksheet: typed values, formulas with their figures, groups."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from textwrap import wrap

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.inert import said
from exports.layout import TABULAR, Layout, runs_on
from exports.workbook.formats import Formats
from model.report import Column, Content, Formula, Line, Style

ROW_POINTS = 15.75
"""A row's height: 21 pixels, as the tabs in Google Sheets have it, which charts are placed by."""
_LINE_POINTS = 12.75
_LETTER, _PADDING = 6.4, 16
"""The width of an ordinary letter and of a cell's edges, in pixels: enough to count lines by."""
_DEEPEST = 7


def write_lines(sheet: Worksheet, layout: Layout, formats: Formats) -> None:
    """Write every line of a report into its row."""
    for row, line in enumerate(layout.rows):
        if line is None:
            for col, column in enumerate(layout.columns):
                _put(sheet, row, col, column.heading, formats.heading(column, col), layout)
            deepest = max(_lines(column.heading, _room(column)) for column in layout.columns)
            sheet.set_row(row, ROW_POINTS + (deepest - 1) * _LINE_POINTS)
        elif runs_on(line) and _lines(_text_of(line), _printed(layout)) > 1:
            _sentence(sheet, row, line, layout, formats)
        else:
            _line(sheet, row, line, layout, formats)


def _line(sheet: Worksheet, row: int, line: Line, layout: Layout, formats: Formats) -> None:
    for col, column, entry in layout.entries(line):
        look = formats.cell(column, col, line.style, entry)
        _put(sheet, row, col, entry.content, look, layout)
        if entry.note:
            sheet.write_comment(row, col, str(said(entry.note)), {"author": ""})
    level = {"level": min(line.level, _DEEPEST)} if line.level else {}
    sheet.set_row(row, ROW_POINTS + (_deepest(line, layout) - 1) * _LINE_POINTS, None, level)


def _deepest(line: Line, layout: Layout) -> int:
    """How many lines of type a row takes on paper, which programs that print unseen ignore."""
    if line.style not in TABULAR:
        return 1
    return max(
        _lines(entry.content, _room(column))
        for _, column, entry in layout.entries(line)
        if column.paper
    )


def _sentence(sheet: Worksheet, row: int, line: Line, layout: Layout, formats: Formats) -> None:
    """A text longer than the page is wide: over all its columns, as high as it takes."""
    text = _text_of(line)
    look = formats.sentence(line.style)
    last = sum(column.paper for column in layout.columns) - 1
    if last > 0:
        sheet.merge_range(row, 0, row, last, "", look)
    sheet.write_string(row, 0, text, look)
    lines = _lines(text, _printed(layout))
    sheet.set_row(row, ROW_POINTS + (lines - 1) * _LINE_POINTS)


def _printed(layout: Layout) -> int:
    """How wide the printed columns are together, in pixels."""
    return sum(column.width for column in layout.columns if column.paper)


def _room(column: Column) -> int:
    """A column's width for its text, in pixels; days stand edge to edge."""
    return column.width + (_PADDING if column.style is Style.DAY else 0)


def _lines(content: Content, pixels: int) -> int:
    """How many lines a text takes in a width; figures never wrap."""
    text = said(content)
    if not isinstance(text, str) or not text:
        return 1
    letters = max(int((pixels - _PADDING) / _LETTER), 1)
    return sum(max(len(wrap(part, letters)), 1) for part in text.split("\n"))


def _text_of(line: Line) -> str:
    contents = (said(entry.content) for entry in line.entries.values())
    return next((content for content in contents if isinstance(content, str) and content), "")


def _put(
    sheet: Worksheet, row: int, col: int, content: Content, look: Format, layout: Layout
) -> None:
    """Write one cell by its type; a text is text even where it begins with "="."""
    value = said(content)
    if isinstance(value, Formula):
        sheet.write_formula(row, col, layout.formula(value), look, _result(value))
    elif value is None or value == "":
        sheet.write_blank(row, col, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, col, value, look)
    elif isinstance(value, bool):
        sheet.write_boolean(row, col, value, look)
    elif isinstance(value, datetime):
        sheet.write_datetime(row, col, value.replace(tzinfo=None), look)
    elif isinstance(value, date):
        sheet.write_datetime(row, col, value, look)
    else:
        sheet.write_number(row, col, float(value), look)


def _result(formula: Formula) -> float | str:
    """A formula's figure, kept beside it: what previews show that compute nothing."""
    value = formula.value
    return str(said(value)) if isinstance(value, str) else float(Decimal(value))
