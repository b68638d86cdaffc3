"""`topsheet check TARGET`: read and report, write nothing."""

from __future__ import annotations

import json
from datetime import date

from rich.console import Console

import reports
import sheets
from flows import show
from flows.commands.severity import exit_if_any, severity_of
from flows.ground import open_ground
from flows.production_run import NOTHING_KNOWN, understand
from flows.targets import settings_for


def check(target: str, as_json: bool, today: date | None, fail_on: str | None) -> None:
    """Read a target's sheets and show what was understood and what is wrong.

    Raises:
        CannotRunError, sheets.SheetsError: the world stood in the way.
        typer.BadParameter: ``fail_on`` is no severity.
    """
    threshold = severity_of(fail_on)
    settings = settings_for(target)
    with open_ground(settings) as ground:
        books = [
            sheets.pull(reach.client, reach.id, name) for name, reach in ground.reaches.items()
        ]
    production, results = understand(books, settings, today)
    if as_json:
        name = books[0].title if len(books) == 1 else production.name
        found = reports.check_json(name, production.locale, production.currency, results)
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        console = Console()
        console.rule(f"[bold]{production.name}[/bold]", align="left")
        show.show_recognised(console, results)
        console.print()
        if not results.tables:
            console.print(NOTHING_KNOWN, markup=False, highlight=False)
        show.show_issues(console, results.issues)
        console.print()
        show.show_counts(console, results.issues)
        console.print()
        show.show_not_checked(console, results.not_checked)
    exit_if_any(results.issues, threshold)
