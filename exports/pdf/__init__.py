"""The reports as one PDF: landscape pages with a cover line, bookmarks, headings on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from exports.cover import Cover
from exports.inert import said
from exports.layout import Layout
from exports.pdf.chart import Area, draw_chart
from exports.pdf.columns import Columns, spread
from exports.pdf.fonts import Lettering
from exports.pdf.page import LEADING, MARGIN, Page
from exports.pdf.table import columns_for, draw_line, draw_table
from exports.shown import shown
from model import palette
from model.report import AS_OF, LineStyle, Report, Style
from model.text import inert

_NAME, _FACTS, _TITLE = 20.0, 9.0, 13.0
_LINE_PIXELS = 21
"""How high a line of a tab is, by which its charts are measured."""


def write_pdf(reports: Sequence[Report], cover: Cover, path: Path) -> frozenset[str]:
    """Write the reports, one after the other; answers the characters that no font could write.

    Raises:
        OSError: the file cannot be written.
    """
    layouts = [Layout(report) for report in reports]
    lettering = Lettering(_texts(layouts, cover))
    page = Page(cover, lettering)
    for number, layout in enumerate(layouts):
        way = "portrait" if layout.report.one_page else "landscape"
        page.add_page(
            orientation=way
        )  # draws the foot of the page before, which is of the report before
        page.section = str(said(layout.report.title))
        if not number:
            _cover_line(page, cover)
        page.start_section(page.lettering.legible(page.section))
        _report(page, layout)
    page.output(str(path))
    return lettering.missing


def _texts(layouts: Sequence[Layout], cover: Cover) -> Iterator[str]:
    """Every text that may be written, to know which fonts it takes."""
    yield from (inert(cover.production), *cover.facts)
    for layout in layouts:
        yield str(said(layout.report.title))
        for column in layout.columns:
            yield column.heading
        for line in (*layout.report.preamble, *layout.report.lines):
            for entry in line.entries.values():
                yield shown(entry.content, entry.style or Style.TEXT)
        for chart in layout.report.charts:
            yield from (chart.title, *(series.heading for series in chart.series))


def _cover_line(page: Page, cover: Cover) -> None:
    """Production, as-of, period, currency: what a reader has to know of all that follows."""
    page.type_in(_NAME, bold=True)
    y = page.get_y()
    for text in page.wrapped(inert(cover.production).replace("\n", " "), page.room):
        page.write_at(MARGIN, y, text, page.room)
        y += _NAME * LEADING
    page.type_in(_FACTS, color=palette.MUTED)
    page.write_at(MARGIN, y, "   ·   ".join(cover.facts), page.room)
    y += _FACTS * LEADING + 6
    page.rule(y, MARGIN, page.room, palette.RULE, 1.2)
    page.set_xy(MARGIN, y + 10)


_ELSEWHERE = frozenset({LineStyle.TITLE, LineStyle.SPACER, LineStyle.HEAD})
"""Lines of a preamble that are not drawn above the table: the page says them, or its headings."""


def _report(page: Page, layout: Layout) -> None:
    """A report's title, its sentences, its table with the charts."""
    page.type_in(_TITLE, bold=True)
    y = page.get_y()
    page.write_at(MARGIN, y, page.section, page.room)
    y += _TITLE * LEADING + 2
    page.set_xy(MARGIN, y)
    above = [
        line
        for line in layout.report.preamble
        if line.key != AS_OF and line.style not in _ELSEWHERE
    ]  # the cover line, the foot and the headings say the others
    columns, *others = (
        spread(page, layout) if layout.is_wide else [columns_for(page, layout, above)]
    )
    for line in above:
        draw_line(page, columns, line)
    page.set_xy(MARGIN, page.get_y() + 4)
    blocks = {
        chart.at_key: max(1, round(chart.height / _LINE_PIXELS)) for chart in layout.report.charts
    }
    placed = draw_table(page, layout, columns, blocks)
    _charts(page, layout, columns, placed)
    for further in others:
        page.add_page()
        draw_table(page, layout, further, {})


def _charts(
    page: Page, layout: Layout, columns: Columns, placed: dict[str, tuple[int, float, float]]
) -> None:
    """Draw each chart beside the lines that it covers in its tab."""
    last = page.page
    shown_ = [column.field for column in columns.columns]
    for chart in layout.report.charts:
        number, top, height = placed[chart.at_key]
        if chart.at_field not in shown_:
            continue
        first = shown_.index(chart.at_field)
        left = columns.left(first) + 8
        widths = sum(column.width for column in columns.columns[first:])
        room = sum(columns.widths) - left
        width = min(room, chart.width / widths * room) if widths else room
        page.page = number
        draw_chart(page, layout, chart, Area(MARGIN + left, top, width, height - 4))
    page.page = last
