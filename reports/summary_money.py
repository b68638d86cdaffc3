"""The Summary's money: the headline figures, the table by category and its chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.cell import Cell
from model.money import ZERO, total
from model.production import Production, Sign
from model.report import Chart, Content, Entry, Line, LineStyle, Ref, Series, Style
from reports import words
from reports.audience import Audience
from reports.cost_lines import category_cells, shown
from reports.entries import from_cells, live, note, one_a_tab, spacer
from reports.keys import unique
from reports.money_todo import category_name
from reports.variance_columns import variance_heading
from reports.withheld import cost_books, cost_cells, cost_report_for
from transforms.results import Category, CostReport, Figures, Results

LINE_HEIGHT = 21
"""Pixels that a line of a spreadsheet is high, as a new tab has them."""
_CHART_LEAST, _CHART_MOST = 252, 840
_FIELDS = {"first": "revised", "second": "efc", "fourth": "variance"}
"""The Summary's columns -> the cost report's figures."""


def money_block(results: Results, production: Production, audience: Audience) -> list[Line]:
    """Budget, EFC and variance by section, and what is left of contingency.

    Where the cost report may not be shown here, or there is none, a sentence says so, and no
    figure stands.
    """
    report = cost_report_for(results, audience)
    if report is None:
        books = cost_books(results, audience)
        text = "No sheet was recognised as a budget, so there are no figures."
        if books:
            text = f"Budget and cost are kept in {words.spreadsheets(books)}."
        return [note("money", "item", text), spacer("money")]
    name = f"Where the money stands ({production.currency})"
    banner = Line("money", _headings(name, production.sign), LineStyle.BANNER)
    return [banner, *_whole(report, _keys(report), production.sign), spacer("money")]


def category_block(
    results: Results, production: Production, audience: Audience
) -> tuple[list[Line], tuple[Chart, ...]]:
    """The same by category, with its chart beside it; nothing where there are no figures."""
    report = cost_report_for(results, audience)
    if report is None or not report.categories:
        return [], ()
    keys = _keys(report)
    lines = [
        Line("categories", _headings("By category", production.sign), LineStyle.BANNER),
        *(
            _category(key, category, production.sign)
            for key, category in zip(keys, report.categories, strict=True)
        ),
    ]
    chart = _chart(keys)
    room = _room(chart.height, len(lines))
    return [*lines, *room, spacer("categories")], (chart,)


def _keys(report: CostReport) -> list[str]:
    return list(unique(f"category:{category_name(each)}" for each in report.categories))


def _headings(name: str, sign: Sign) -> dict[str, Entry]:
    """What a money table's banner says over its columns; over figures as they stand."""
    headings = ("Revised Budget", "EFC", "% Used", variance_heading(sign))
    fields = ("first", "second", "third", "fourth")
    entries = {
        field: Entry(text, style=Style.MONEY) for field, text in zip(fields, headings, strict=True)
    }
    return {"item": Entry(name), **entries}


def _whole(report: CostReport, keys: Sequence[str], sign: Sign) -> Iterator[Line]:
    """The sections as sums of their categories, the grand total, what is left of contingency."""
    cells = one_a_tab(cost_cells(report))
    sections: list[tuple[str, Figures]] = []
    for section, figures in report.sections.items():
        members = [
            (key, each.figures)
            for key, each in zip(keys, report.categories, strict=True)
            if each.section is section
        ]
        key = f"section:{section}"
        yield Line(key, _sums(str(section), figures, members, cells, sign))
        sections.append((key, figures))
    grand = _sums("Grand Total", report.grand, sections, cells, sign)
    yield Line("grand-total", grand, LineStyle.TOTAL)
    if report.contingency_left is not None:
        left = from_cells(report.contingency_left, *cells, style=Style.MONEY)
        yield Line("money:contingency", {"item": Entry("Contingency left"), "first": left})


def _category(key: str, category: Category, sign: Sign) -> Line:
    """One category, its name a link to where its accounts begin."""
    cells = category_cells(category)
    name = f"{category.code} {category.name}".strip()
    first = category.accounts[0].at if category.accounts else None
    figures = category.figures
    contents: dict[str, Content] = {
        field: shown(figures, own, sign) for field, own in _FIELDS.items()
    }
    contents["third"] = figures.percent_used
    entries = {field: _figure(field, content, cells) for field, content in contents.items()}
    entries["item"] = Entry(name, link=first, sources=cells)
    return Line(key, entries)


def _sums(
    name: str,
    figures: Figures,
    members: Sequence[tuple[str, Figures]],
    cells: Sequence[Cell],
    sign: Sign,
) -> dict[str, Entry]:
    """The sums of other lines of this page, as live formulas."""
    text = "=" + "+".join(f"{{{number}}}" for number in range(len(members)))
    entries = {"item": Entry(name), "third": _figure("third", figures.percent_used, cells)}
    for field, own in _FIELDS.items():
        amount = shown(figures, own, sign) or ZERO
        refs = tuple(Ref(member, field) for member, _ in members)
        parts = total(shown(each, own, sign) for _, each in members)
        content = live(text, refs, parts, amount) if refs else amount
        entries[field] = _figure(field, content, cells)
    return entries


def _figure(field: str, content: Content, cells: Sequence[Cell]) -> Entry:
    style = {"third": Style.PERCENT, "fourth": Style.VARIANCE}.get(field, Style.MONEY)
    return from_cells(content, *cells, style=style)


def _chart(keys: Sequence[str]) -> Chart:
    """Budget against EFC, as high as the table that it stands beside."""
    return Chart(
        title="Budget against EFC by category",
        kind="bar",
        labels="item",
        series=(Series("first", "Revised budget"), Series("second", "EFC")),
        first=keys[0],
        last=keys[-1],
        at_key="categories",
        at_field="text",
        width=420,
        height=min(max(len(keys) * LINE_HEIGHT, _CHART_LEAST), _CHART_MOST),
    )


def _room(height: int, rows: int) -> Iterator[Line]:
    """Empty lines, so that a chart higher than its table covers nothing."""
    for number in range(rows, -(-height // LINE_HEIGHT)):
        yield spacer(f"chart-{number}")
