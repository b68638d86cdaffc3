"""A worksheet on paper: landscape, as wide as the page, headings and foot on every page."""

from __future__ import annotations

from math import ceil

from xlsxwriter.worksheet import Worksheet

from exports.cover import Cover
from exports.layout import Layout
from model.text import inert

_A4, _LETTER = 9, 1
_PAGE_PIXELS = 1300
"""As wide a page as can still be read."""
_MOST = 80
"""Characters of a name in the foot, which Excel holds to 255 in all."""


def set_up_print(sheet: Worksheet, layout: Layout, cover: Cover) -> None:
    """Set a worksheet up so that File > Print needs no further thought."""
    if layout.report.one_page:
        sheet.set_portrait()
    else:
        sheet.set_landscape()
    sheet.set_paper(_LETTER if cover.prints_letter else _A4)
    sheet.fit_to_pages(_pages_across(layout), int(layout.report.one_page))
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    printed = sum(column.paper for column in layout.columns)
    sheet.print_area(0, 0, max(len(layout.rows) - 1, 0), max(printed - 1, 0))
    if layout.first_head is not None:
        sheet.repeat_rows(layout.first_head, layout.heading or layout.first_head)
    if layout.is_wide and layout.report.frozen_columns:
        sheet.repeat_columns(0, layout.report.frozen_columns - 1)
    # where a program heeds breaks in spite of the fit, a chart keeps its lines
    sheet.set_h_pagebreaks([layout.row_of[chart.at_key] for chart in layout.report.charts])
    sheet.set_footer(f"&L&8{_name(cover.production)}: &A&C&8{_plain(cover.stamp)}&R&8Page &P of &N")


def _pages_across(layout: Layout) -> int:
    """One page, but for a calendar: as many as keep its days legible, the names on each."""
    if not layout.is_wide:
        return 1
    names = sum(column.width for column in layout.columns[: layout.report.frozen_columns])
    days = sum(column.width for column in layout.columns if column.paper) - names
    return max(1, ceil(days / (_PAGE_PIXELS - names)))


def _name(production: str) -> str:
    """A name for the foot. A digit at its start would be read with the size before it."""
    name = _plain(inert(production).replace("\n", " ")[:_MOST])
    return f" {name}" if name[:1].isdigit() else name


def _plain(text: str) -> str:
    """A text in which an ampersand is one: Excel writes codes with it."""
    return text.replace("&", "&&")
