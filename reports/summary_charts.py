"""The Summary's charts, and the columns of figures behind them, off paper on the right.

The figures stand beside the page's own lines, from the first one down: a chart wants its figures in
neighbouring rows, and the page has none to spare.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from model.history import Kind
from model.production import Production
from model.report import Chart, Column, Entry, Line, Series, Style
from reports.audience import Audience
from reports.cost_lines import category_cells
from reports.entries import from_cells, one_a_tab, spacer
from reports.money_todo import category_name
from reports.remembered import Remembered, knew, remembered
from reports.withheld import cost_cells, cost_report_for
from transforms.costs.lines import CostReport
from transforms.history.changes import contingency_left, sum_of
from transforms.results import Results

_LATEST = 12
"""Points of a chart over time."""
_HEADINGS = {
    "category": "Category",
    "category_budget": "Revised budget",
    "category_efc": "EFC",
    "when": "Period",
    "when_budget": "Revised budget",
    "when_efc": "EFC",
    "when_left": "Contingency left",
}
_Cells = Mapping[str, Entry]


def columns() -> Iterator[Column]:
    """The columns of figures."""
    for field, heading in _HEADINGS.items():
        style = Style.TEXT if field in ("category", "when") else Style.MONEY
        yield Column(field, heading, style, width=95, paper=False)


def with_charts(
    lines: Sequence[Line], results: Results, production: Production, audience: Audience
) -> tuple[list[Line], Line, tuple[Chart, ...]]:
    """The page's lines with the figures beside them, the line of their headings, the charts.

    The first line's neighbour above bears the headings, from which a chart names its series.
    """
    report = cost_report_for(results, audience)
    head = spacer("top")
    if report is None or not report.categories:
        return list(lines), head, ()
    own = remembered(results, production, audience)
    blocks = list(_by_category(report)), list(_over_time(report, own))
    made = list(lines)
    for number in range(len(made), max(map(len, blocks))):
        made.append(spacer(f"figures-{number}"))
    for block in blocks:
        for number, cells in enumerate(block):
            line = made[number]
            made[number] = replace(line, entries={**line.entries, **cells})
    keys = [line.key for line in made]
    entries = {field: Entry(text) for field, text in _HEADINGS.items()}
    charts = _charts(keys, *map(len, blocks), left=report.contingency_left is not None)
    return made, replace(head, entries=entries), tuple(charts)


def _by_category(report: CostReport) -> Iterator[_Cells]:
    for category in report.categories:
        cells = category_cells(category)
        first = category.accounts[0].at if category.accounts else None
        yield {
            "category": Entry(category_name(category), link=first, sources=cells),
            "category_budget": from_cells(category.figures.revised, *cells),
            "category_efc": from_cells(category.figures.efc, *cells),
        }


def _over_time(report: CostReport, own: Remembered) -> Iterator[_Cells]:
    """What stood at the end of each closed period, then what stands now."""
    cells = one_a_tab(cost_cells(report))
    known = [(end, then) for end, then in own.milestones if knew(then, Kind.ACCOUNT)]
    for end, then in known[-_LATEST:]:
        left = contingency_left(then)
        yield {
            "when": from_cells(f"{end.day} {end:%b}", *cells),
            "when_budget": from_cells(sum_of(then, "revised"), *cells),
            "when_efc": from_cells(sum_of(then, "efc"), *cells),
            **({} if left is None else {"when_left": from_cells(left, *cells)}),
        }
    left = report.contingency_left
    yield {
        "when": from_cells("now", *cells),
        "when_budget": from_cells(report.grand.revised, *cells),
        "when_efc": from_cells(report.grand.efc, *cells),
        **({} if left is None else {"when_left": from_cells(left, *cells)}),
    }


def _charts(keys: Sequence[str], categories: int, times: int, *, left: bool) -> Iterator[Chart]:
    """Budget against EFC; over time only once anything moved."""
    yield _chart(
        "Budget against EFC by category",
        "column",
        ("category", "category_budget", "category_efc"),
        (keys[0], keys[categories - 1]),
        "money",
        HEIGHTS[0],
    )
    if times > 1 and "changed" in keys:  # without that block there is no room beside the lines
        ends = (keys[0], keys[times - 1])
        over_time = ("when", "when_budget", "when_efc")
        title = "Budget and EFC at the end of each period"
        yield _chart(title, "line", over_time, ends, "changed", HEIGHTS[1])
        if left:
            of_left = ("when", "when_left")
            yield _chart("Contingency left", "column", of_left, ends, "found", HEIGHTS[2])


HEIGHTS = (189, 168, 168)
"""Pixels: as high as the lines beside which each stands."""


def _chart(
    title: str,
    kind: str,
    fields: Sequence[str],
    ends: tuple[str, str],
    at: str,
    height: int,
) -> Chart:
    labels, *series = fields
    return Chart(
        title=title,
        kind=kind,
        labels=labels,
        series=tuple(Series(field, _HEADINGS[field]) for field in series),
        first=ends[0],
        last=ends[1],
        at_key=at,
        at_field="text",
        width=420,
        height=height,
    )
