"""The Summary's to-do: what was found, what to do first, and what no figure or rule covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.cell import Cell
from model.issue import Issue, Severity, Topic
from model.production import Production
from model.report import Entry, Line, LineStyle, Style
from reports import words
from reports.audience import Audience
from reports.entries import banner, from_cells, note, notes, one_a_tab, place_entry, spacer
from reports.keys import keyed
from reports.sheet_health import corner
from reports.urgency import bites, gravest
from reports.withheld import cost_books, cost_report_for, left_out, visible
from transforms.how_to_add import NAME_IT
from transforms.results import Results, by_need

FIRST_THINGS = 7
_RULES_NAMED = 6
"""How many rules a line names that want one thing."""
_TOPICS = {
    Topic.CONFLICT: "Conflicts",
    Topic.MONEY: "Money",
    Topic.DATA: "Data issues",
}


def found_block(results: Results, audience: Audience) -> Iterator[Line]:
    """How many of which severity, by topic; and how many only other readers may see."""
    headings = {
        "item": "What was found",
        "first": "Errors",
        "second": "Warnings",
        "third": "For information",
    }
    yield banner("found", headings, {"first", "second", "third"})
    issues = visible(results.issues, audience)
    for topic, name in _TOPICS.items():
        own = [issue for issue in issues if issue.topic is topic]
        if topic is Topic.MONEY and not own and cost_books(results, audience):
            continue
        yield Line(f"found:{topic}", {"item": Entry(name), **_counts(own)})
    yield from notes("found", "item", left_out(results.issues, audience, "finding"))
    yield spacer("found")


def _counts(issues: Sequence[Issue]) -> dict[str, Entry]:
    cells = one_a_tab(issue.at for issue in issues)
    fields = zip(("first", "second", "third"), Severity, strict=True)
    numbers = {
        field: sum(issue.severity is severity for issue in issues) for field, severity in fields
    }
    return {
        field: from_cells(number, *cells, style=Style.COUNT) for field, number in numbers.items()
    }


def first_block(results: Results, production: Production, audience: Audience) -> Iterator[Line]:
    """The gravest things, soonest first: what to do before anything else."""
    headings = {
        "item": "First things first",
        "first": "Severity",
        "second": "When",
        "third": "At Stake",
        "fourth": "Where",
        "text": "What",
    }
    issues = visible(results.issues, audience)
    if not issues:
        yield banner("first", {"item": headings["item"]})
        yield note("first", "item", _nothing(results))
    else:
        yield banner("first", headings, {"third"})
        shown = [_without_hidden_cost(issue, audience) for issue in issues]
        ordered = sorted(keyed(shown), key=lambda each: gravest(each[1], production.today))
        for key, issue in ordered[:FIRST_THINGS]:
            yield _thing(f"first:{key}", issue, production, audience)
    yield spacer("first")


def _nothing(results: Results) -> str:
    if not results.not_checked:
        return "Nothing to do: every rule could run, and none found anything."
    number = words.count(len(results.not_checked), "rule")
    return f"Nothing found in what could be checked; {number} could not run everywhere, see below."


def _thing(key: str, issue: Issue, production: Production, audience: Audience) -> Line:
    cells = (issue.at, *issue.related)
    entries = {
        "item": from_cells(issue.subject or issue.at.tab, *cells),
        "first": from_cells(issue.severity.value, *cells, style=Style.SEVERITY),
        "second": from_cells(bites(issue, production.today), *cells, style=Style.DATE),
        "fourth": replace(place_entry(issue.at, audience.book), style=Style.TEXT),
        "text": from_cells(issue.message, *cells),
    }
    if issue.cost is not None:
        sources = (*cells, *issue.cost.cells)
        entries["third"] = from_cells(
            issue.cost.amount, *sources, style=Style.MONEY, note=issue.cost.explained
        )
    return Line(key, entries)


def _without_hidden_cost(issue: Issue, audience: Audience) -> Issue:
    """The issue as these readers may see it: hidden money must not even decide the order."""
    return replace(issue, cost=audience.cost(issue.cost))


def unchecked_block(results: Results) -> Iterator[Line]:
    """What rules lack, which they are, and how to add it: a line a thing, not a line a rule."""
    if not results.not_checked:
        yield banner("unchecked", {"item": "Could not be checked"})
        yield note("unchecked", "item", "Every rule could run.")
        return
    yield banner("unchecked", {"item": "Could not be checked", "first": "How to add it"})
    for missing, rules in by_need(results.not_checked).items():
        how = f"{words.sentence(missing.how)}. " if missing.how else ""
        entries = {
            "item": Entry(words.sentence(missing.what)),
            "first": Entry(f"{how}For {words.listed(rules, most=_RULES_NAMED)}."),
        }
        yield Line(f"unchecked:{missing.what}", entries, LineStyle.NOTE)
    yield note("unchecked", "item", NAME_IT)


def uncounted_block(results: Results, audience: Audience) -> Iterator[Line]:
    """Rows that no sum counts, and tabs that were taken for nothing."""
    yield banner("uncounted", {"item": "Not in the figures"})
    rows = _uncounted(results, audience)
    if rows:
        yield note("rows", "item", words.not_totalled(rows), rows)
    elif cost_report_for(results, audience) is not None:
        yield note("rows", "item", "Every row of the budget is totalled.")
    tabs = [cell for cell in results.unrecognised if audience.sees([cell])]
    if tabs:
        names = words.listed([_tab(cell, audience.book) for cell in tabs])
        yield note("tabs", "item", f"Not recognised, and so not read: {names}", tabs)
    else:
        text = "Every tab was recognised." if results.tables else "No tab was read."
        yield note("tabs", "item", text)
    yield spacer("uncounted")


def _uncounted(results: Results, audience: Audience) -> list[Cell]:
    """One cell for each row left out of sums, of the spreadsheets that may be shown here."""
    report = cost_report_for(results, audience)
    found = (
        {(cell.book, cell.tab, cell.row): cell for cell in report.rows_not_totalled}
        if report
        else {}
    )
    for table in results.tables:
        at = corner(table)
        for row in table.excluded.get("unreadable", ()):
            found.setdefault((at.book, at.tab, row), Cell(at.tab, row, at.col, at.book))
    return [cell for cell in sorted(found.values()) if audience.sees([cell])]


def _tab(cell: Cell, book: str) -> str:
    return cell.tab if cell.book in ("", book) else f"{cell.book}: {cell.tab}"
