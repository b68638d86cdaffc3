"""`topsheet run TARGET`: the flow, here and now."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from exports import Exported
from flows import exporting, show, show_tabs
from flows.commands.progress import showing_progress
from flows.commands.severity import exit_if_any, severity_of
from flows.prefect_quiet import demand_server, quieten
from flows.targets import settings_for
from flows.written import RunOutcome, Written

SHOWN_DIFFERENCES = 3
SHOWN_LETTERS = 20


def run(
    target: str,
    output: Path | None,
    today: date | None,
    fail_on: str | None,
    export: Path | None = None,
) -> None:
    """Run the flow on a target and show what came of it.

    Raises:
        CannotRunError, sheets.SheetsError: the world stood in the way.
        typer.BadParameter: ``fail_on`` is no severity.
    """
    threshold = severity_of(fail_on)
    console = Console()
    outcome = run_shown(console, target, output, today, export)
    exit_if_any(outcome.results.issues, threshold)


def run_shown(
    console: Console,
    target: str,
    output: Path | None,
    today: date | None,
    export: Path | None = None,
) -> RunOutcome:
    """Run the flow with its progress and its summary on the terminal."""
    began = time.monotonic()
    settings = settings_for(target)  # what is wrong is said at once, before Prefect has started
    exporting.folders(settings, str(export) if export is not None else None)
    with showing_progress(console, "Starting Prefect"):
        quieten()
        demand_server()
        from flows.production_report import production_report
        from flows.request import RunRequest

        request = RunRequest(
            target=target,
            today=today,
            output=str(output) if output is not None else None,
            export=str(export) if export is not None else None,
        )
        outcome = production_report(request)
    show_outcome(console, outcome, time.monotonic() - began)
    return outcome


def show_outcome(console: Console, outcome: RunOutcome, seconds: float) -> None:
    """Show what was recognised, what was found, and what was written where."""
    production, results = outcome.production, outcome.results
    as_of = f"{production.today:%a %d %b %Y}"
    title = Text.assemble((production.name, "bold"), f", as of {as_of}")
    console.rule(title, align="left")
    show_tabs.show_overview(console, results)
    console.print()
    show.show_money(console, production, results)
    console.print()
    show.show_counts(console, results.issues)
    console.print()
    show.show_not_checked(console, results.not_checked)
    console.print()
    for written in outcome.written:
        _show_written(console, written)
    console.print(f"Took {seconds:.1f} s.", style="dim", highlight=False)


def _show_written(console: Console, written: Written) -> None:
    console.print(Text(f"{written.title}: {written.changed}", style="bold"))
    console.print(Text(f"  tabs: {', '.join(written.tabs)}"))
    for wrong in written.differing[:SHOWN_DIFFERENCES]:
        console.print(Text(f"  {wrong}", style="red"))
    if len(written.differing) > SHOWN_DIFFERENCES:
        rest = len(written.differing) - SHOWN_DIFFERENCES
        console.print(Text(f"  and {rest} more formulas that differ", style="red"))
    requests = f"{_count(written.reads, 'read')} and {_count(written.writes, 'write')}"
    console.print(f"  requests: {requests}", highlight=False)
    if written.file is not None:
        console.print(Text(f"  copy with the report tabs: {written.file}"), soft_wrap=True)
    elif written.link:
        console.print(Text(f"  {written.link}"), soft_wrap=True)
    if written.exported is not None:
        show_exported(console, written.exported)


def show_exported(console: Console, exported: Exported) -> None:
    """Name the files of an export, and the letters that the PDF could not write."""
    for file in (exported.workbook, exported.pdf):
        console.print(Text(f"  exported: {file}"), soft_wrap=True)
    if exported.missing:
        letters = " ".join(sorted(exported.missing)[:SHOWN_LETTERS])
        console.print(Text(f"  the PDF has no letters for: {letters}", style="yellow"))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
