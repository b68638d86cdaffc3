"""The Summary tab: one page for everybody."""

from __future__ import annotations

from collections.abc import Iterator

from model.production import Production, Sign
from model.report import Column, Line, Report, Style
from reports.audience import Audience
from reports.entries import as_of, title
from reports.summary_attention import first_block, found_block, unchecked_block, uncounted_block
from reports.summary_changes import changed_block
from reports.summary_charts import columns as chart_columns
from reports.summary_charts import with_charts
from reports.summary_money import money_block
from reports.summary_schedule import ahead_block, standing_block
from reports.variance_columns import variance_heading
from transforms.results import Results

NAME = "summary"


def build(results: Results, production: Production, audience: Audience) -> Report:
    """Where the production stands, what to do first, and what could not be checked."""
    lines: list[Line] = [
        *money_block(results, production, audience),
        *changed_block(results, production, audience),
        *found_block(results, audience),
        *standing_block(results, production, audience),
        *first_block(results, production, audience),
        *ahead_block(results, production, audience),
        *uncounted_block(results, audience),
        *unchecked_block(results),
    ]
    lines, top, charts = with_charts(lines, results, production, audience)
    return Report(
        name=NAME,
        title="Summary",
        columns=list(_columns(production.sign)),
        lines=lines,
        preamble=[
            title("item", f"{production.name}: Summary"),
            as_of("item", audience.as_of),
            top,
        ],
        heading=False,
        charts=charts,
        one_page=True,
        tab_color="#5f6368",
    )


def _columns(sign: Sign) -> Iterator[Column]:
    """Columns for all of the page's blocks; the fourth holds no number but variances.

    Their headings are not shown, but the variance's says to a writer which side is over.
    """
    yield Column("item", "Item", width=220)
    yield Column("first", "First", width=105)
    yield Column("second", "Second", width=105)
    yield Column("third", "Third", width=110)
    yield Column("fourth", variance_heading(sign), Style.VARIANCE, width=160)
    yield Column("text", "Text", Style.WRAPPED, width=430)
    yield from chart_columns()
