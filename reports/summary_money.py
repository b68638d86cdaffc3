"""The Summary's money: the headline figures by section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.cell import Cell
from model.money import ZERO, total
from model.production import Production, Sign
from model.report import Content, Entry, Line, LineStyle, Ref, Style
from reports import words
from reports.audience import Audience
from reports.cost_lines import shown
from reports.entries import from_cells, live, note, one_a_tab, spacer
from reports.variance_columns import variance_heading
from reports.withheld import cost_books, cost_cells, cost_report_for
from transforms.costs.lines import CostReport, Figures
from transforms.results import Results

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
    return [banner, *_whole(report, production.sign), spacer("money")]


def _headings(name: str, sign: Sign) -> dict[str, Entry]:
    """What a money table's banner says over its columns; over figures as they stand."""
    headings = ("Revised Budget", "EFC", "% Used", variance_heading(sign))
    fields = ("first", "second", "third", "fourth")
    entries = {
        field: Entry(text, style=Style.MONEY) for field, text in zip(fields, headings, strict=True)
    }
    return {"item": Entry(name), **entries}


def _whole(report: CostReport, sign: Sign) -> Iterator[Line]:
    """The sections, their grand total as live sums, what is left of contingency."""
    cells = one_a_tab(cost_cells(report))
    sections: list[tuple[str, Figures]] = []
    for section, figures in report.sections.items():
        key = f"section:{section}"
        yield Line(key, _sums(str(section), figures, [], cells, sign))
        sections.append((key, figures))
    grand = _sums("Grand Total", report.grand, sections, cells, sign)
    yield Line("grand-total", grand, LineStyle.TOTAL)
    if report.contingency_left is not None:
        left = from_cells(report.contingency_left, *cells, style=Style.MONEY)
        yield Line("money:contingency", {"item": Entry("Contingency left"), "first": left})


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
