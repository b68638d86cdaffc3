"""`topsheet check TARGET [TAB]...`: read and report, write nothing."""

from __future__ import annotations

import difflib
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import typer
from rich.console import Console
from rich.text import Text

import reports
import sheets
from flows import show, show_tabs
from flows.commands.severity import exit_if_any, severity_of
from flows.ground import open_ground
from flows.production_run import NOTHING_KNOWN, understand
from flows.targets import settings_for
from model.issue import Topic
from reports.sheet_health import corner, mend_first
from reports.urgency import gravest
from transforms.results import Results

PIPED = 100
"""Width of the output where it goes into a file or another program."""
SHOWN = 20
"""How many issues of a topic are listed before the rest is counted."""


def check(
    target: str,
    tabs: Sequence[str],
    *,
    as_json: bool,
    explain: bool,
    every: bool,
    today: date | None,
    fail_on: str | None,
) -> None:
    """Read a target's sheets and show what was understood and what is wrong.

    Raises:
        CannotRunError, sheets.SheetsError: the world stood in the way.
        typer.BadParameter: ``fail_on`` is no severity, or a tab is none of the target's.
    """
    threshold = severity_of(fail_on)
    settings = settings_for(target)
    with open_ground(settings) as ground:
        books = [
            sheets.pull(reach.client, reach.id, name) for name, reach in ground.reaches.items()
        ]
    production, results = understand(books, settings, today)
    chosen = only(results, tabs)
    if as_json:
        name = books[0].title if len(books) == 1 else production.name
        found = reports.check_json(name, production.locale, production.currency, chosen)
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        console = (
            Console() if sys.stdout.isatty() or "COLUMNS" in os.environ else Console(width=PIPED)
        )
        console.rule(Text(production.name, style="bold"), align="left")
        told = explain or bool(tabs) or len(tab_names(results)) == 1
        _show_reading(console, chosen, target, explain=told)
        _show_issues(console, chosen, production.today, None if every or tabs else SHOWN)
        if not tabs:
            show.show_not_checked(console, results.not_checked, named=every or explain)
            _show_more(console, results, target, explained=told)
    exit_if_any(chosen.issues, threshold)


def tab_names(results: Results) -> list[str]:
    """The tabs that were looked at, those taken for nothing too."""
    cells = [*(corner(table) for table in results.tables), *results.unrecognised]
    return list(dict.fromkeys(cell.tab for cell in cells))


def only(results: Results, tabs: Sequence[str]) -> Results:
    """What was found on some tabs alone; everything, where none is named. Case does not matter.

    Raises:
        typer.BadParameter: one of them is not among those that were looked at.
    """
    if not tabs:
        return results
    known = {name.casefold(): name for name in tab_names(results)}
    for tab in tabs:
        if tab.casefold() not in known:
            near = difflib.get_close_matches(tab.casefold(), known, 1)
            meant = f" Did you mean {known[near[0]]!r}?" if near else ""
            there = ", ".join(known.values()) or "none that holds anything"
            raise typer.BadParameter(f"there is no tab {tab!r}.{meant} Tabs: {there}")
    wanted = {known[tab.casefold()] for tab in tabs}
    return replace(
        results,
        tables=tuple(table for table in results.tables if table.place.tab in wanted),
        issues=tuple(issue for issue in results.issues if issue.at.tab in wanted),
        unrecognised=tuple(cell for cell in results.unrecognised if cell.tab in wanted),
    )


def _show_reading(console: Console, results: Results, target: str, *, explain: bool) -> None:
    """The overview, or tab by tab how each was read and what would overrule that."""
    if not explain:
        show_tabs.show_overview(console, results)
    else:
        show_tabs.show_tabs(console, results)
        show_tabs.show_where(console, target)
    console.print()
    if not results.tables:
        console.print(NOTHING_KNOWN, markup=False, highlight=False)


def _show_issues(console: Console, results: Results, today: date, most: int | None) -> None:
    """Issues by topic, in the order of their report tabs."""
    data = [issue for issue in results.issues if issue.topic is Topic.DATA]
    ordered = mend_first(data, show_tabs.healths(results))
    others = [issue for issue in results.issues if issue.topic is not Topic.DATA]
    ordered += sorted(others, key=lambda issue: gravest(issue, today))
    for topic, name in show.TOPICS.items():
        show.show_issues(console, name, [each for each in ordered if each.topic is topic], most)
    if not results.issues and results.tables:
        console.print("Nothing to mend was found.")


def _show_more(console: Console, results: Results, target: str, *, explained: bool) -> None:
    """What to type next."""
    if not explained and (results.tables or results.unrecognised):
        doubtful = _doubtful(results)
        console.print()
        console.print("How a tab was read and what would overrule that, and what was not checked:")
        console.print(Text(f'  topsheet check {target} --explain "{doubtful}"'), soft_wrap=True)
        console.print(Text(f"  topsheet check {target} --all"), soft_wrap=True)


def _doubtful(results: Results) -> str:
    """The tab of whose reading somebody is likeliest to ask: near to a kind, or least sure."""
    if results.guesses:
        return next(iter(results.guesses)).tab
    tables = sorted(results.tables, key=lambda table: table.confidence)
    return tables[0].place.tab if tables else results.unrecognised[0].tab
