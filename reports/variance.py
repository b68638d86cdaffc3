"""The Variance tab: the cost report, for accountants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.issue import Issue
from model.production import Production, Sign
from model.report import Entry, Line, LineStyle, Report
from reports import words
from reports.audience import Audience
from reports.cost_lines import account_line, category_cells, subtotal, sum_of_lines
from reports.entries import as_of, from_cells, note, one_a_tab, place_entry, spacer, title
from reports.keys import issue_key, unique
from reports.money_todo import (
    Todo,
    account_todo,
    at_stake,
    category_name,
    category_todo,
    sort_out,
)
from reports.variance_columns import columns, variance_note
from reports.withheld import cost_books, cost_cells, cost_report_for
from transforms.results import Category, CostReport, Figures, Results, Section

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
        preamble += _preamble(report, production, todo)
        lines = _lines(report, todo, production, audience)
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


def _preamble(report: CostReport, production: Production, todo: Todo) -> Iterator[Line]:
    cells = one_a_tab(cost_cells(report))
    yield note("wanted", "account", _wanted(report, production), cells)
    yield note(
        "sign",
        "account",
        f"{production.currency}, in whole units. Variance: {variance_note(production.sign)}",
    )
    if report.rows_not_totalled:
        text = f"{words.not_totalled(report.rows_not_totalled)}."
        yield note("not-totalled", "account", text, report.rows_not_totalled)
    if todo.others:
        other = words.count(len(todo.others), "other money matter")
        yield note("others", "account", f"{other} at the foot of the page.")


def _wanted(report: CostReport, production: Production) -> str:
    """Which lines want an explanation, to be seen first."""
    accounts = [
        line.account
        for category in report.categories
        for line in category.accounts
        if line.explanation_wanted
    ]
    categories = [category_name(each) for each in report.categories if each.explanation_wanted]
    limit = production.thresholds
    past = f"{limit.percent.normalize():f}% and {words.money(limit.floor, production.currency)}"
    if not accounts and not categories:
        return f"No line wants an explanation: none is over or under by {past} or more."
    verb = "wants" if len(accounts) == 1 else "want"
    text = f"{words.count(len(accounts), 'line')} {verb} an explanation"
    text += f": {words.listed(accounts)}." if accounts else "."
    if categories:
        whole = words.count(len(categories), "category", "categories")
        text += f" As a whole: {whole} ({words.listed(categories)})."
    return text


def _lines(
    report: CostReport, todo: Todo, production: Production, audience: Audience
) -> list[Line]:
    lines: list[Line] = []
    keys = iter(unique(_keys(report)))
    subtotals: dict[Section, list[tuple[str, Figures]]] = {}
    for category in report.categories:
        block = _category(category, keys, todo, production.sign, audience.book)
        lines += block
        subtotals.setdefault(category.section, []).append((block[-1].key, category.figures))
    lines += _totals(report, subtotals, production.sign)
    return lines


def _keys(report: CostReport) -> Iterator[str]:
    """The keys of banner, accounts and subtotal of each category, in order."""
    for category in report.categories:
        name = category_name(category)
        yield f"category:{name}"
        yield from (f"account:{line.account or line.description}" for line in category.accounts)
        yield f"subtotal:{name}"


def _category(
    category: Category, keys: Iterator[str], todo: Todo, sign: Sign, book: str
) -> list[Line]:
    """A category's banner, its account lines and its subtotal; without lines, its sum alone."""
    cells = category_cells(category)
    name = f"{category.code} {category.name}".strip()
    banner = Line(next(keys), {"account": from_cells(name, *cells)}, LineStyle.BANNER)
    accounts = [
        account_line(next(keys), line, account_todo(line, todo), sign, book)
        for line in category.accounts
    ]
    asked = category_todo(category, todo, cells)
    total = subtotal(next(keys), category, accounts, asked, sign)
    return [banner, *accounts, total] if accounts else [total]


def _totals(
    report: CostReport, subtotals: dict[Section, list[tuple[str, Figures]]], sign: Sign
) -> Iterator[Line]:
    """The sections' totals and the grand total."""
    cells = one_a_tab(cost_cells(report))
    yield spacer("totals")
    sections = [section for section in Section if section in report.sections]
    parts: list[tuple[str, Figures]] = []
    for section in sections:
        key, figures = f"section:{section}", report.sections[section]
        name = f"Total {section}"
        yield sum_of_lines(key, name, figures, subtotals.get(section, []), cells, sign)
        parts.append((key, figures))
    yield sum_of_lines(
        "grand-total", "Grand Total", report.grand, parts, cells, sign, LineStyle.TOTAL
    )


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
