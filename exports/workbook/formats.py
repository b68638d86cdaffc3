"""What a meaning looks like in a cell of an .xlsx, from the palette that all reports share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from exports.layout import TABULAR
from exports.shown import RIGHT
from model import palette
from model.report import Column, Entry, LineStyle, Role, Style

Properties = dict[str, Any]
_THIN, _MEDIUM, _DOUBLE, _HAIR = 1, 2, 6, 7

_NUMBERS: Mapping[Style, str] = {
    Style.CODE: palette.TEXT,
    Style.MONEY: palette.MONEY,
    Style.MONEY_CENTS: palette.MONEY_CENTS,
    Style.VARIANCE: palette.MONEY,
    Style.PERCENT: palette.PERCENT,
    Style.COUNT: palette.COUNT,
    Style.HOURS: palette.HOURS,
    Style.DATE: palette.DATE,
    Style.STAMP: palette.STAMP,
}
_CENTERED = frozenset({Style.SEVERITY, Style.DAY, Style.TODAY})
_DATES = frozenset({Style.DATE, Style.STAMP})
_LINES: Mapping[LineStyle, Properties] = {
    LineStyle.TITLE: {"bold": True, "font_size": palette.TITLE_SIZE},
    LineStyle.SUBTITLE: {"font_size": palette.SUBTITLE_SIZE, "font_color": palette.MUTED},
    LineStyle.BANNER: {"bold": True, "bg_color": palette.BANNER_FILL},
    LineStyle.RECORD: {"bottom": _HAIR, "bottom_color": palette.HAIRLINE, "valign": "top"},
    LineStyle.SUBTOTAL: {"bold": True, "top": _THIN, "top_color": palette.RULE},
    LineStyle.TOTAL: {
        "bold": True,
        "bg_color": palette.TOTAL_FILL,
        "top": _THIN,
        "bottom": _DOUBLE,
        "top_color": palette.RULE,
        "bottom_color": palette.RULE,
    },
    LineStyle.HEAD: {"bg_color": palette.HEADING_FILL, "font_color": palette.MUTED},
    LineStyle.NOTE: {"italic": True, "font_color": palette.MUTED},
}

_BY_COLUMN = TABULAR | {LineStyle.BANNER, LineStyle.HEAD}
"""Lines whose cells mean what their column does."""


class Formats:
    """A workbook's formats, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def cell(self, column: Column, col: int, line: LineStyle, entry: Entry) -> Format:
        """The format of an entry's cell in a line; ``col`` is its column's place, from 0."""
        content = entry.content
        meant = entry.style or (column.style if line in _BY_COLUMN else Style.TEXT)
        made = {**_base(), **_LINES.get(line, {}), **_of_style(meant), **_of_day(column, meant)}
        if line is LineStyle.RECORD:
            made |= _of_record(column, entry, meant)
        if col and made["align"] == "left" and meant not in _DATES:
            made["indent"] = 1  # away from the figures of the column before
        if line in TABULAR or meant is Style.WRAPPED:
            made["text_wrap"] = meant not in RIGHT and meant is not Style.CODE
        if meant is Style.SEVERITY and isinstance(content, str) and content in palette.SEVERITY:
            fill, ink = palette.SEVERITY[content]
            made |= {"bg_color": fill, "font_color": ink, "bold": True}
        return self._of(made)

    def heading(self, column: Column, col: int) -> Format:
        """The format of a column's heading: over figures on the right, over people's tinted."""
        person = column.role is Role.PERSON
        fill = palette.PERSON_HEADING_FILL if person else palette.HEADING_FILL
        edge = {"bottom": _THIN, "bottom_color": palette.RULE, "valign": "bottom"}
        looks = {"bold": True, "text_wrap": True, "bg_color": fill}
        made = {**_base(), "align": _alignment(column.style), **edge, **looks}
        made |= _of_day(column, column.style)
        if col and made["align"] == "left" and column.style not in _DATES:
            made["indent"] = 1
        return self._of(made)

    def sentence(self, line: LineStyle) -> Format:
        """The format of a text that runs over the whole width, wrapped."""
        return self._of({**_base(), **_LINES.get(line, {}), "text_wrap": True, "valign": "top"})

    def over(self) -> Format:
        """What the rule for overs adds."""
        return self._of({"font_color": palette.OVER})

    def _of(self, properties: Properties) -> Format:
        key = json.dumps(properties, sort_keys=True)
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def _base() -> Properties:
    return {
        "font_name": palette.FONT,
        "font_size": palette.SIZE,
        "font_color": palette.INK,
        "valign": "vcenter",
    }


def _of_style(style: Style) -> Properties:
    number = _NUMBERS.get(style)
    return {"align": _alignment(style)} | ({"num_format": number} if number else {})


def _of_day(column: Column, meant: Style) -> Properties:
    """Smaller type in a calendar's narrow columns; white on ink for the day of the run."""
    made: Properties = {"font_size": palette.SIZE - 1} if column.style is Style.DAY else {}
    if meant is Style.TODAY:
        made |= {"bg_color": palette.TODAY_FILL, "font_color": palette.WHITE, "bold": True}
    return made


def _of_record(column: Column, entry: Entry, meant: Style) -> Properties:
    """The fill of a record's cell (its column's, its code's) and its frame."""
    fill = palette.SHADES.get(column.shade, "")
    if column.role is Role.PERSON:
        fill = palette.PERSON_FILL
    if meant is Style.DAY:
        fill = palette.day_fill(str(entry.content or "")) or fill
    made: Properties = {"bg_color": fill} if fill else {}
    if entry.outline:
        made |= {"border": _MEDIUM, "border_color": palette.SEVERITY[entry.outline][1]}
    return made


def _alignment(style: Style) -> str:
    if style in RIGHT:
        return "right"
    return "center" if style in _CENTERED else "left"
