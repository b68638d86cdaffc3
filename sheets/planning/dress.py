"""A tab's furniture: widths, frozen panes, folding groups, the filter, the colour of overs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from model import palette
from model.cell import column_letters
from model.report import Column, LineStyle, Report, Style
from sheets.planning.folding import fold, unfold
from sheets.planning.headers import OVER_IS_POSITIVE
from sheets.planning.marks import FIELDS_ROW, HEADING_ROW
from sheets.planning.palette import rgb
from sheets.planning.sequence import runs
from sheets.planning.tab import Tab
from sheets.planning.wire import Box, Request, dimension, grid_range, size

SPARE_ROWS = 3
"""Blank rows below the last line: a tab cannot lose its last row that is not frozen."""


def properties(tab: Tab, title: str) -> Request:
    """Make the tab."""
    grid: dict[str, Any] = {
        "rowCount": len(tab.final_rows) + SPARE_ROWS,
        "columnCount": len(tab.final_cols),
        "hideGridlines": True,
        **_frozen(tab),
    }
    if _folds_upwards(tab.report):
        grid["rowGroupControlAfter"] = True
    made: dict[str, Any] = {"sheetId": tab.sheet, "title": title, "gridProperties": grid}
    if tab.report.tab_color:
        made["tabColorStyle"] = rgb(tab.report.tab_color)
    if tab.report.hidden:
        made["hidden"] = True
    return {"addSheet": {"properties": made}}


def furnish(tab: Tab) -> list[Request]:
    """What a tab wants besides its cells, as far as it has not got it yet."""
    requests = [*_panes(tab), *_skeleton(tab), *_widths(tab), *_groups(tab), *_folds(tab)]
    fresh = [column for column in tab.columns if column.field not in tab.old_cols]
    requests += [_over_rule(tab, column) for column in fresh if column.style is Style.VARIANCE]
    requests += _day_rules(tab)
    if fresh and tab.report.heading and not _days(tab):
        requests.append(_filter(tab))  # its buttons would cover the headings of narrow days
    return requests


def _frozen(tab: Tab) -> dict[str, int]:
    """Rows down to the heading, and the columns that the report wants in sight."""
    heading = tab.place.heading
    rows = 0 if heading is None else heading + 1
    last = tab.columns[tab.report.frozen_columns - 1] if tab.report.frozen_columns else None
    return {
        "frozenRowCount": rows,
        "frozenColumnCount": tab.place.cols[last.field] + 1 if last else 0,
    }


def _panes(tab: Tab) -> list[Request]:
    """Freeze again where the heading moved or the columns changed."""
    heading_moved = tab.place.heading != tab.old_rows.get(HEADING_ROW)
    if tab.is_new or not (tab.layout_changed or heading_moved or tab.repaint):
        return []
    made: dict[str, Any] = {"sheetId": tab.sheet, "gridProperties": _frozen(tab)}
    fields = ["gridProperties.frozenRowCount", "gridProperties.frozenColumnCount"]
    if tab.layout_changed and tab.report.tab_color:
        made["tabColorStyle"] = rgb(tab.report.tab_color)
        fields.append("tabColorStyle")
    return [{"updateSheetProperties": {"properties": made, "fields": ",".join(fields)}}]


def _skeleton(tab: Tab) -> list[Request]:
    """Hide the key column and the row of field names."""
    if not tab.is_new:
        return []
    row, col = tab.place.rows[FIELDS_ROW], tab.place.key_col
    return [
        size(tab.sheet, "ROWS", row, row + 1, hiddenByUser=True),
        size(tab.sheet, "COLUMNS", col, col + 1, hiddenByUser=True),
    ]


def _widths(tab: Tab) -> list[Request]:
    """Width of new columns; people may have widened the others."""
    widths = {
        tab.place.cols[column.field]: column.width
        for column in tab.columns
        if column.field not in tab.old_cols
    }
    requests = []
    for width in sorted(set(widths.values())):
        cols = sorted(col for col in widths if widths[col] == width)
        requests += [
            size(tab.sheet, "COLUMNS", start, end, pixelSize=width) for start, end in runs(cols)
        ]
    return requests


def _groups(tab: Tab) -> list[Request]:
    """Fold the new lines that stand in groups.

    Rows inserted inside a group belong to it already; at its edge, or where there is none yet, they
    are grouped. A group that touches another of its depth is one with it.
    """
    levels = {tab.place.rows[slot.name]: slot.line.level if slot.line else 0 for slot in tab.slots}
    fresh = {tab.place.rows[slot.name] for slot in tab.slots if slot.name not in tab.old_rows}
    requests: list[Request] = []
    for depth in range(1, max(levels.values(), default=0) + 1):
        deep = sorted(row for row in fresh if levels[row] >= depth)
        for start, end in runs(deep):
            around = (levels.get(start - 1, 0), levels.get(end, 0))
            if tab.is_new or min(around) < depth:
                span = dimension(tab.sheet, "ROWS", start, end)
                requests.append({"addDimensionGroup": {"range": span}})
    return requests


def _folds(tab: Tab) -> list[Request]:
    """Put away lines that no longer apply since long; show again those that do."""
    away = [tab.place.rows[name] for name in tab.newly_folded]
    back = [tab.place.rows[name] for name in tab.back_again]
    return [*fold(tab.sheet, away, first=not tab.standing.grouped), *unfold(tab.sheet, back)]


def _folds_upwards(report: Report) -> bool:
    """Whether what sums up a group stands below it, where the control then belongs."""
    lines = list(report.lines)
    return any(
        line.level > after.level and after.style in (LineStyle.SUBTOTAL, LineStyle.TOTAL)
        for line, after in pairwise(lines)
    )


def _filter(tab: Tab) -> Request:
    """A filter over heading and lines, the key column included, so that keys sort along."""
    heading = tab.place.heading or 0
    bottom = len(tab.final_rows) + (SPARE_ROWS if tab.is_new else 0)
    box = Box(heading, 0, bottom, len(tab.final_cols))
    return {"setBasicFilter": {"filter": {"range": grid_range(tab.sheet, box)}}}


def _over_rule(tab: Tab, column: Column) -> Request:
    """Red for an over, live, whichever sign the hidden row of names says that overs have.

    Written without commas, which are semicolons in half of Europe.
    """
    top = tab.place.top
    letters = column_letters(tab.place.cols[column.field] + 1)
    cell, sign = f"{letters}{top + 1}", f"LEFT({letters}${tab.place.rows[FIELDS_ROW] + 1})"
    over = f'({sign}<>"{OVER_IS_POSITIVE}")*({cell}<0)+({sign}="{OVER_IS_POSITIVE}")*({cell}>0)'
    col = tab.place.cols[column.field]
    return {
        "addConditionalFormatRule": {
            "rule": {
                "ranges": [
                    {
                        "sheetId": tab.sheet,
                        "startRowIndex": top,
                        "startColumnIndex": col,
                        "endColumnIndex": col + 1,
                    }
                ],
                "booleanRule": {
                    "condition": {
                        "type": "CUSTOM_FORMULA",
                        "values": [{"userEnteredValue": f"=ISNUMBER({cell})*({over})>0"}],
                    },
                    "format": {"textFormat": {"foregroundColorStyle": rgb(palette.OVER)}},
                },
            },
            "index": 0,
        }
    }


def _days(tab: Tab) -> list[str]:
    """The fields of the columns of days."""
    return [column.field for column in tab.columns if column.style is Style.DAY]


def _day_rules(tab: Tab) -> list[Request]:
    """A day-out-of-days' colours, live: one rule a code over all columns of days.

    Written once: a column that comes in between the first and the last lies in their range.
    """
    days = _days(tab)
    if not days or any(field in tab.old_cols for field in days):
        return []
    cols = [tab.place.cols[field] for field in days]
    span = {
        "sheetId": tab.sheet,
        "startRowIndex": tab.place.top,
        "startColumnIndex": min(cols),
        "endColumnIndex": max(cols) + 1,
    }
    return [
        {
            "addConditionalFormatRule": {
                "rule": {
                    "ranges": [span],
                    "booleanRule": {
                        "condition": {
                            "type": "TEXT_CONTAINS",
                            "values": [{"userEnteredValue": code}],
                        },
                        "format": {"backgroundColorStyle": rgb(fill)},
                    },
                },
                "index": number,
            }
        }
        for number, (code, _, fill) in enumerate(palette.DAY_CODES)
    ]
