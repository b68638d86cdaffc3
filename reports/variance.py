"""The Variance tab: the cost report, for accountants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.issue import Issue
from model.production import Production
from model.report import Entry, Line, LineStyle, Report
from reports import cost_basis, explanations, other_currencies, variance_changes, words
from reports.audience import Audience
from reports.cost_lines import account_line, category_cells, subtotal, sum_of_lines
from reports.entries import as_of, from_cells, note, one_a_tab, place_entry, spacer, title
from reports.keys import issue_key, unique
from reports.money_todo import account_todo, at_stake, category_todo, sort_out
from reports.remembered import Remembered, remembered
from reports.variance_columns import columns, variance_note
from reports.variance_page import Block, Page, page_of
from reports.withheld import cost_books, cost_cells, cost_report_for
from transforms.costs.lines import Figures, Section
from transforms.results import Results

NAME = "variance"


def build(results: Results, production: Production, audience: Audience) -> Report:
    """The cost report: category by category, with what wants an explanation named on top."""
    report = cost_report_for(results, audience)
    preamble = [title("account", f"{production.name}: Cost Report")]
    preamble.append(as_of("account", audience.as_of))
    lines: list[Line] = []
    todo = sort_out(results.issues, report, audience)
    if report is None:
        preamble.append(note("none", "account", _why_none(results, audience)))
    else:
        own = remembered(results, production, audience)
        page = page_of(report, own, results, todo, production, audience.book)
        preamble += _preamble(page, own, production)
        preamble += cost_basis.preamble(report, production)
        lines = _lines(page)
        lines += other_currencies.lines(report, production.currency, audience.book)
        lines += cost_basis.levels(report)
    if todo.others:
        lines += _other_matters(todo.others, production.currency, audience)
    known = report is not None and report.grand.actual_period is not None
    return Report(
        name=NAME,
        title="Variance",
        columns=columns(production.sign, period=known),
        lines=lines,
        preamble=preamble,
        frozen_columns=2,
        tab_color="#1f5c99",
    )


def _why_none(results: Results, audience: Audience) -> str:
    books = cost_books(results, audience)
    if books:
        return (
            f"The cost report draws on {words.spreadsheets(books)} and is not shown here. "
            "The settings can allow it by name."
        )
    return "No cost report: none of the sheets was recognised as a budget."


def _preamble(page: Page, own: Remembered, production: Production) -> Iterator[Line]:
    report = page.report
    cells = one_a_tab(cost_cells(report))
    since = own.last_period[0] if own.last_period else None
    said = explanations.sentences(page.wanted, production, since)
    for number, text in enumerate(said, 1):
        yield note(f"wanted-{number}", "account", text, cells)
    yield note("changes", "account", variance_changes.sentence(own), cells)
    yield note(
        "sign",
        "account",
        f"{production.currency}, in whole units. Variance: {variance_note(production.sign)}",
    )
    if report.rows_not_totalled:
        text = f"{words.not_totalled(report.rows_not_totalled)}."
        yield note("not-totalled", "account", text, report.rows_not_totalled)
    if page.todo.others:
        other = words.count(len(page.todo.others), "other money matter")
        yield note("others", "account", f"{other} at the foot of the page.")


def _lines(page: Page) -> list[Line]:
    lines: list[Line] = []
    for block in page.blocks:
        lines += _category(block, page)
    return [*lines, *_totals(page)]


def _category(block: Block, page: Page) -> list[Line]:
    """A category's banner, its account lines and its subtotal; without lines, its sum alone."""
    category = block.category
    cells = category_cells(category)
    name = f"{category.code} {category.name}".strip()
    banner = Line(block.banner, {"account": from_cells(name, *cells)}, LineStyle.BANNER)
    accounts = []
    for key, line in zip(block.accounts, category.accounts, strict=True):
        todo = account_todo(line, page.todo, page.asked(key))
        made = account_line(key, line, todo, page.sign, page.book)
        accounts.append(variance_changes.of_account(made, page.shifts, page.sign))
    asked = category_todo(category, page.todo, cells, page.asked(block.subtotal))
    total = subtotal(block.subtotal, category, accounts, asked, page.sign)
    parts = {key: [key] for key in block.accounts}
    total = variance_changes.of_lines(total, parts, page.shifts, page.sign, together=True)
    return [banner, *accounts, total] if accounts else [total]


def _totals(page: Page) -> Iterator[Line]:
    """The sections' totals and the grand total."""
    report, sign = page.report, page.sign
    cells = one_a_tab(cost_cells(report))
    yield spacer("totals")
    parts: list[tuple[str, Figures]] = []
    behind: dict[str, list[str]] = {}
    for section in (section for section in Section if section in report.sections):
        key, figures = f"section:{section}", report.sections[section]
        blocks = [block for block in page.blocks if block.category.section is section]
        sums = [(block.subtotal, block.category.figures) for block in blocks]
        line = sum_of_lines(key, f"Total {section}", figures, sums, cells, sign)
        own = {block.subtotal: block.accounts for block in blocks}
        yield variance_changes.of_lines(line, own, page.shifts, sign)
        parts.append((key, figures))
        behind[key] = [account for block in blocks for account in block.accounts]
    grand = sum_of_lines(
        "grand-total", "Grand Total", report.grand, parts, cells, sign, LineStyle.TOTAL
    )
    grand = variance_changes.of_lines(grand, behind, page.shifts, sign)
    gone = variance_changes.gone_line(page.shifts, cells, sign)
    if gone is not None:
        yield gone
        grand = variance_changes.with_gone(grand, gone)
    yield grand


def _other_matters(issues: Sequence[Issue], currency: str, audience: Audience) -> Iterator[Line]:
    """Money issues that are about no single line of the report."""
    yield spacer("others")
    yield Line("others", {"account": Entry("Other money matters")}, LineStyle.BANNER)
    keys = unique(f"other:{issue_key(issue)}" for issue in issues)
    for key, issue in zip(keys, issues, strict=True):
        cells = (issue.at, *issue.related)
        yield Line(
            key,
            {
                "account": from_cells(issue.subject, *cells),
                "description": from_cells(issue.message, *cells),
                "source": place_entry(issue.at, audience.book),
                "todo": at_stake(issue, currency, audience),
            },
            LineStyle.NOTE,
        )
