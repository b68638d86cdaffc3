"""What is kept from a report's readers, and the sentence that says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from model.cell import Cell
from model.issue import Issue
from model.table import Table
from model.trail import firsts
from reports.audience import Audience
from reports.words import count, spreadsheets
from transforms.costs.lines import AccountLine, CostReport
from transforms.results import Results


def visible(issues: Iterable[Issue], audience: Audience) -> list[Issue]:
    """The issues whose fact may be shown here."""
    return [issue for issue in issues if audience.sees_issue(issue)]


def left_out(
    issues: Iterable[Issue], audience: Audience, one: str, many: str = ""
) -> Iterator[str]:
    """Say how many issues involve spreadsheets that these readers may not see."""
    hidden: Counter[tuple[str, ...]] = Counter(
        tuple(sorted(issue.books & audience.forbidden))
        for issue in issues
        if not audience.sees_issue(issue)
    )
    for books, number in sorted(hidden.items()):
        verb = "involves" if number == 1 else "involve"
        listing = "is listed there" if number == 1 else "are listed there"
        things = count(number, f"more {one}", f"more {many or one + 's'}")
        yield f"{things} {verb} {spreadsheets(books)} and {listing}."


def account_cells(line: AccountLine) -> tuple[Cell, ...]:
    """The cells that an account's figures come from, the first of each tab; its own line first."""
    return (line.at, *(cell for cells in line.sources.values() for cell in firsts(cells)))


def cost_cells(report: CostReport) -> Iterator[Cell]:
    """Cells that the cost report comes from, of every tab that it does."""
    yield from report.rows_not_totalled
    for category in report.categories:
        for line in category.accounts:
            yield from account_cells(line)


def cost_report_for(results: Results, audience: Audience) -> CostReport | None:
    """The cost report, where its readers may see all of it: a total hides nothing."""
    report = results.cost_report
    if report is None or cost_books(results, audience):
        return None
    return report


def cost_books(results: Results, audience: Audience) -> tuple[str, ...]:
    """The restricted spreadsheets that keep the cost report from being shown here."""
    report = results.cost_report
    if report is None:
        return ()
    tables = (_corner(table) for table in results.tables if table.kind.startswith("budget"))
    return audience.kept_from([*cost_cells(report), *tables])


def tables_of(
    results: Results, audience: Audience, *kinds: str
) -> tuple[Sequence[Table], tuple[str, ...]]:
    """The tables of these kinds that may be shown here, and the books that hold the others."""
    current = [table for table in results.tables if table.kind in kinds and not table.superseded]
    seen = [table for table in current if audience.sees([_corner(table)])]
    return seen, audience.kept_from(_corner(table) for table in current)


def _corner(table: Table) -> Cell:
    place = table.place
    return Cell(place.tab, table.block.top, table.block.left, place.book)
