"""What a meaning looks like: a cell's format from its column, its line and its own style."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from model import palette
from model.report import Column, Content, Formula, LineStyle, Role, Style
from sheets.planning.palette import rgb

Format = dict[str, Any]
"""A ``CellFormat``."""

_NUMBERS: Mapping[Style, tuple[str, str]] = {
    Style.CODE: ("TEXT", palette.TEXT),
    Style.MONEY: ("NUMBER", palette.MONEY),
    Style.MONEY_CENTS: ("NUMBER", palette.MONEY_CENTS),
    Style.VARIANCE: ("NUMBER", palette.MONEY),
    Style.PERCENT: ("PERCENT", palette.PERCENT),
    Style.COUNT: ("NUMBER", palette.COUNT),
    Style.HOURS: ("NUMBER", palette.HOURS),
    Style.DATE: ("DATE", palette.DATE),
    Style.STAMP: ("DATE_TIME", palette.STAMP),
}
FIGURES = frozenset({Style.MONEY, Style.MONEY_CENTS, Style.VARIANCE, Style.PERCENT})
"""Styles of amounts: right-aligned, and blanked on a line that no longer applies."""

WORDS = frozenset({Style.TEXT, Style.WRAPPED, Style.CODE, Style.SEVERITY})
"""Styles of texts, by which a row is known."""

_RIGHT = FIGURES | {Style.COUNT, Style.HOURS}
_CENTERED = frozenset({Style.SEVERITY, Style.DAY, Style.TODAY})
_TABULAR = frozenset({LineStyle.RECORD, LineStyle.SUBTOTAL, LineStyle.TOTAL})
_BY_COLUMN = _TABULAR | {LineStyle.BANNER, LineStyle.HEAD}
"""Lines whose cells mean what their column does."""


@cache
def _base() -> Format:
    return {
        "backgroundColorStyle": rgb(palette.WHITE),
        "verticalAlignment": "MIDDLE",
        "wrapStrategy": "OVERFLOW_CELL",
        "padding": {"top": 3, "right": 5, "bottom": 3, "left": 5},
        "textFormat": {
            "fontFamily": palette.FONT,
            "fontSize": palette.SIZE,
            "foregroundColorStyle": rgb(palette.INK),
        },
    }


def cell_format(
    style: Style,
    role: Role,
    line: LineStyle,
    own: Style | None = None,
    resolved: bool = False,
    shade: str = "",
) -> Format:
    """The whole format of a cell of a column (``style``, ``role``, ``shade``) in a line.

    ``own`` is the entry's style where it has one. ``resolved`` lines are greyed.
    """
    made = merged(_base(), _line(line))
    meant = own or (style if line in _BY_COLUMN else Style.TEXT)
    made = merged(made, _number(meant))
    if style is Style.DAY:
        made = merged(made, _narrow())
    if shade and line is LineStyle.RECORD:
        made["backgroundColorStyle"] = rgb(palette.SHADES[shade])
    if line in _TABULAR:
        made = merged(made, _tabular(meant, role, line))
    elif meant is Style.WRAPPED:
        made = merged(made, {"wrapStrategy": "WRAP"})
    return merged(made, _resolved()) if resolved else made


def heading_format(column: Column) -> Format:
    """A column's heading: over figures on the right, over people's columns in their tint."""
    person = column.role is Role.PERSON
    return merged(
        merged(_base(), _narrow()) if column.style is Style.DAY else _base(),
        {
            "backgroundColorStyle": rgb(
                palette.PERSON_HEADING_FILL if person else palette.HEADING_FILL
            ),
            "horizontalAlignment": _alignment(column.style),
            "verticalAlignment": "BOTTOM",
            "wrapStrategy": "WRAP",
            "textFormat": {"bold": True},
            "borders": {"bottom": _border("SOLID", palette.RULE)},
        },
    )


def link_format(uri: str) -> Format:
    """What a link adds to its cell; the colour, else Google underlines it in its own blue."""
    return {
        "textFormat": {
            "link": {"uri": uri},
            "foregroundColorStyle": rgb(palette.LINK),
            "underline": False,
        }
    }


def content_format(style: Style, content: Content, over_is_positive: bool) -> Format:
    """What a cell's content adds: a severity's colours, red where an amount is over."""
    if style is Style.SEVERITY and isinstance(content, str) and content in palette.SEVERITY:
        fill, ink = palette.SEVERITY[content]
        return {
            "backgroundColorStyle": rgb(fill),
            "textFormat": {"foregroundColorStyle": rgb(ink), "bold": True},
        }
    fill = palette.day_fill(content) if style is Style.DAY and isinstance(content, str) else ""
    if fill:
        return {"backgroundColorStyle": rgb(fill)}
    if style is Style.TODAY:
        return {
            "backgroundColorStyle": rgb(palette.TODAY_FILL),
            "textFormat": {"foregroundColorStyle": rgb(palette.WHITE), "bold": True},
        }
    if style is Style.VARIANCE and _is_over(content, over_is_positive):
        return {"textFormat": {"foregroundColorStyle": rgb(palette.OVER)}}
    return {}


def outline_format(severity: str) -> Format:
    """A frame in a severity's colour."""
    edge = _border("SOLID_MEDIUM", palette.SEVERITY[severity][1])
    return {"borders": dict.fromkeys(("top", "right", "bottom", "left"), edge)}


def merged(format_: Mapping[str, Any], extra: Mapping[str, Any]) -> Format:
    """``extra`` laid over ``format_``, text formats and borders property by property."""
    made = dict(format_)
    for key, value in extra.items():
        below = made.get(key)
        both = key in ("textFormat", "borders") and isinstance(below, Mapping)
        made[key] = merged(below, value) if both and isinstance(below, Mapping) else value
    return made


def mask_of(format_: Format) -> str:
    """The field mask that names exactly what a format says."""
    fields = [
        f"userEnteredFormat.{key}.{inner}" if inner else f"userEnteredFormat.{key}"
        for key, value in format_.items()
        for inner in (value if key == "textFormat" else ("",))
    ]
    return ",".join(sorted(fields))


def _number(style: Style) -> Format:
    kind = _NUMBERS.get(style)
    made: Format = {"horizontalAlignment": _alignment(style)}
    if kind:
        made["numberFormat"] = {"type": kind[0], "pattern": kind[1]}
    return made


def _alignment(style: Style) -> str:
    if style in _RIGHT:
        return "RIGHT"
    return "CENTER" if style in _CENTERED else "LEFT"


def _tabular(style: Style, role: Role, line: LineStyle) -> Format:
    made: Format = {}
    person = role is Role.PERSON or style is Style.PERSON
    if person and line is LineStyle.RECORD:
        made["backgroundColorStyle"] = rgb(palette.PERSON_FILL)
    if person or style is Style.WRAPPED:
        made["wrapStrategy"] = "WRAP"
    elif style in (Style.TEXT, Style.CODE):
        made["wrapStrategy"] = "CLIP" if style is Style.CODE else "WRAP"
    if line is LineStyle.RECORD:
        made["verticalAlignment"] = "TOP"
        made["borders"] = {"bottom": _border("SOLID", palette.HAIRLINE)}
    return made


@cache
def _narrow() -> Format:
    """What fits a column of days."""
    return {
        "padding": {"top": 3, "right": 0, "bottom": 3, "left": 0},
        "textFormat": {"fontSize": palette.SIZE - 1},
    }


@cache
def _line(style: LineStyle) -> Format:
    ink = rgb(palette.INK)
    looks: dict[LineStyle, Format] = {
        LineStyle.TITLE: {"textFormat": {"bold": True, "fontSize": palette.TITLE_SIZE}},
        LineStyle.SUBTITLE: {
            "textFormat": {
                "fontSize": palette.SUBTITLE_SIZE,
                "foregroundColorStyle": rgb(palette.MUTED),
            }
        },
        LineStyle.BANNER: {
            "backgroundColorStyle": rgb(palette.BANNER_FILL),
            "textFormat": {"bold": True, "foregroundColorStyle": ink},
        },
        LineStyle.SUBTOTAL: {
            "textFormat": {"bold": True},
            "borders": {"top": _border("SOLID", palette.RULE)},
        },
        LineStyle.TOTAL: {
            "backgroundColorStyle": rgb(palette.TOTAL_FILL),
            "textFormat": {"bold": True},
            "borders": {
                "top": _border("SOLID", palette.RULE),
                "bottom": _border("DOUBLE", palette.RULE),
            },
        },
        LineStyle.HEAD: {
            "backgroundColorStyle": rgb(palette.HEADING_FILL),
            "textFormat": {"foregroundColorStyle": rgb(palette.MUTED)},
        },
        LineStyle.NOTE: {
            "textFormat": {"italic": True, "foregroundColorStyle": rgb(palette.MUTED)}
        },
    }
    return looks.get(style, {})


@cache
def _resolved() -> Format:
    return {"textFormat": {"foregroundColorStyle": rgb(palette.FAINT), "italic": True}}


def _border(style: str, color: str) -> Format:
    return {"style": style, "colorStyle": rgb(color)}


def _is_over(content: Content, over_is_positive: bool) -> bool:
    amount = content.value if isinstance(content, Formula) else content
    if isinstance(amount, bool) or not isinstance(amount, Decimal | int):
        return False
    return amount > 0 if over_is_positive else amount < 0
