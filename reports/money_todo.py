"""What an accountant is asked to do, account by account: explanations first, then money issues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.cell import Cell
from model.issue import Issue, Topic
from model.report import Entry
from reports.audience import Audience
from reports.entries import from_cells
from reports.withheld import visible
from reports.words import money
from transforms.costs.lines import AccountLine, Category, CostReport

NO_BUDGET = "Not in the budget: recode the cost, or approve a budget for it"
_SAID_BY_EXPLAIN = frozenset({"account-over-budget", "category-over-budget", "unbudgeted-account"})
"""Rules whose fact stands in the line already; their message goes into the cell's note."""


@dataclass(frozen=True, slots=True)
class Todo:
    """The money issues, by what they are about, and those that fit no line."""

    by_account: dict[str, list[Issue]]
    by_category: dict[str, list[Issue]]
    others: tuple[Issue, ...]


def sort_out(issues: Iterable[Issue], report: CostReport | None, audience: Audience) -> Todo:
    """Put each money issue to the account or category that it is about; without a report, none."""
    if report is None:
        kept = [issue for issue in visible(issues, audience) if issue.topic is Topic.MONEY]
        return Todo({}, {}, tuple(kept))
    accounts = {line.account for each in report.categories for line in each.accounts}
    rows = {_row(line.at): line.account for each in report.categories for line in each.accounts}
    categories = {category_name(category) for category in report.categories}
    by_account: dict[str, list[Issue]] = {}
    by_category: dict[str, list[Issue]] = {}
    others: list[Issue] = []
    for issue in visible(issues, audience):
        if issue.topic is not Topic.MONEY:
            continue
        subject = issue.subject or ""
        if subject in categories and issue.code.startswith("category"):
            by_category.setdefault(subject, []).append(issue)
        elif subject in accounts:
            by_account.setdefault(subject, []).append(issue)
        elif _row(issue.at) in rows:
            by_account.setdefault(rows[_row(issue.at)], []).append(issue)
        else:
            others.append(issue)
    return Todo(by_account, by_category, tuple(others))


def category_name(category: Category) -> str:
    """What a category is known by: its code, else its name."""
    return category.code or category.name


def account_todo(line: AccountLine, todo: Todo, asked: str = "") -> Entry:
    """What to do about one account; ``asked`` says whether an explanation is wanted, or given."""
    wanted = [asked] if asked else []
    if not line.budgeted:
        wanted.append(NO_BUDGET)
    return _entry(wanted, todo.by_account.get(line.account, ()), line.at)


def category_todo(category: Category, todo: Todo, cells: Sequence[Cell], asked: str = "") -> Entry:
    """What to do about a category as a whole."""
    wanted = [asked] if asked else []
    return _entry(wanted, todo.by_category.get(category_name(category), ()), *cells)


def at_stake(issue: Issue, currency: str, audience: Audience) -> Entry:
    """The money at stake in an issue, in words, where these readers may see it."""
    cost = audience.cost(issue.cost)
    if cost is None:
        return Entry()
    cells = (issue.at, *cost.cells)
    return from_cells(f"At stake: {money(cost.amount, currency)}", *cells, note=cost.explained)


def _entry(asked: Sequence[str], issues: Sequence[Issue], *cells: Cell) -> Entry:
    said = [issue.message for issue in issues if issue.code not in _SAID_BY_EXPLAIN]
    if not asked and not issues:
        return Entry()
    sources = [*cells, *(cell for issue in issues for cell in (issue.at, *issue.related))]
    text = "; ".join([*asked, *said]) or issues[0].message
    return from_cells(text, *sources, note="\n".join(issue.message for issue in issues))


def _row(cell: Cell) -> tuple[str, str, int]:
    return (cell.book, cell.tab, cell.row)
