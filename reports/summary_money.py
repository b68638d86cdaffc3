"""The Summary's money: the headline figures, the table by category and its chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.cell import Cell
from model.money import ZERO, total
from model.production import Production, Sign
from model.report import Chart, Content, Entry, Formula, Line, LineStyle, Ref, Series, Style
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


def money_block(
    results: Results, production: Production, audience: Audience
) -> tuple[list[Line], tuple[Chart, ...]]:
    """Budget, EFC, variance, contingency left; then by category, with the chart beside it.

    Where the cost report may not be shown here, or there is none, a sentence says so, and no
    figure stands.
    """
    report = cost_report_for(results, audience)
    if report is None:
        books = cost_books(results, audience)
        text = "No sheet was recognised as a budget, so there are no figures."
        if books:
            text = f"Budget and cost are kept in {words.spreadsheets(books)}."
        return [note("money", "item", text), spacer("money")], ()
    keys = list(unique(f"category:{category_name(each)}" for each in report.categories))
    head = list(_headline(report, production))
    table = list(_table(report, keys, production.sign))
    chart = _chart(keys, rows=len(table))
    if chart:
        table += _room(chart.height, len(table))
    return [*head, *table, spacer("money")], (chart,) if chart else ()


def _headline(report: CostReport, production: Production) -> Iterator[Line]:
    """The figures that everybody asks for first."""
    cells = one_a_tab(cost_cells(report))
    name = f"Where the money stands ({production.currency})"
    yield Line("money", _headings(name, production.sign), LineStyle.BANNER)
    entries = {"item": Entry("Whole production")}
    for field, own in _FIELDS.items():
        figure = shown(report.grand, own, production.sign) or ZERO
        entries[field] = _figure(
            field, Formula("={0}", (Ref("grand-total", field),), figure), cells
        )
    entries["third"] = _figure("third", report.grand.percent_used, cells)
    yield Line("money:whole", entries)
    if report.contingency_left is not None:
        left = from_cells(report.contingency_left, *cells, style=Style.MONEY)
        yield Line("money:contingency", {"item": Entry("Contingency left"), "first": left})
    yield spacer("headline")


def _headings(name: str, sign: Sign) -> dict[str, Entry]:
    """What a money table's banner says over its columns."""
    headings = (name, "Revised Budget", "EFC", "% Used", variance_heading(sign))
    fields = ("item", "first", "second", "third", "fourth")
    return {field: Entry(text) for field, text in zip(fields, headings, strict=True)}


def _table(report: CostReport, keys: Sequence[str], sign: Sign) -> Iterator[Line]:
    """Categories, then the sections as their sums, then the grand total."""
    yield Line("categories", _headings("By category", sign), LineStyle.BANNER)
    for key, category in zip(keys, report.categories, strict=True):
        yield _category(key, category, sign)
    cells = one_a_tab(cost_cells(report))
    sections: list[tuple[str, Figures]] = []
    for section, figures in report.sections.items():
        members = [
            (key, each.figures)
            for key, each in zip(keys, report.categories, strict=True)
            if each.section is section
        ]
        key = f"section:{section}"
        yield _sum_line(key, f"Total {section}", figures, members, cells, sign)
        sections.append((key, figures))
    grand = _sum_line("grand-total", "Grand Total", report.grand, sections, cells, sign)
    yield Line(grand.key, grand.entries, LineStyle.TOTAL)


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


def _sum_line(
    key: str,
    name: str,
    figures: Figures,
    members: Sequence[tuple[str, Figures]],
    cells: Sequence[Cell],
    sign: Sign,
) -> Line:
    """A sum of other lines of this page, as a live formula."""
    text = "=" + "+".join(f"{{{number}}}" for number in range(len(members)))
    entries = {"item": Entry(name), "third": _figure("third", figures.percent_used, cells)}
    for field, own in _FIELDS.items():
        amount = shown(figures, own, sign) or ZERO
        refs = tuple(Ref(member, field) for member, _ in members)
        parts = total(shown(each, own, sign) for _, each in members)
        content = live(text, refs, parts, amount) if refs else amount
        entries[field] = _figure(field, content, cells)
    return Line(key, entries, LineStyle.SUBTOTAL)


def _figure(field: str, content: Content, cells: Sequence[Cell]) -> Entry:
    style = {"third": Style.PERCENT, "fourth": Style.VARIANCE}.get(field, Style.MONEY)
    return from_cells(content, *cells, style=style)


def _chart(keys: Sequence[str], *, rows: int) -> Chart | None:
    """Budget against EFC, as high as the table that it stands beside."""
    if not keys:
        return None
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
        height=min(max(rows * LINE_HEIGHT, _CHART_LEAST), _CHART_MOST),
    )


def _room(height: int, rows: int) -> Iterator[Line]:
    """Empty lines, so that a chart higher than its table covers nothing."""
    for number in range(rows, -(-height // LINE_HEIGHT)):
        yield spacer(f"chart-{number}")
