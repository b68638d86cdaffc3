"""The command line: `topsheet VERB`. Each verb's work is in flows/commands/."""

from __future__ import annotations

import logging
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.errors import CannotRunError

app = typer.Typer(
    name="topsheet",
    help="Reads a production's sheets, checks them, and writes report tabs back beside them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Target = Annotated[
    str,
    typer.Argument(
        metavar="TARGET",
        help="A Google spreadsheet's address or id, an .xlsx file, or a production's .toml file.",
    ),
]
Today = Annotated[
    datetime | None,
    typer.Option("--today", formats=["%Y-%m-%d"], help="Run as of this date instead of today."),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="SEVERITY",
        help="Exit with 3 if there are issues this grave or graver: error, warning or info.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="Where the copy of an .xlsx target goes."),
]


@app.command()
def demo(output: Output = None) -> None:
    """A made-up production, end to end, with no account and no network."""
    from flows.commands.demo import demo as command

    command(output)


@app.command()
def run(
    target: Target,
    output: Output = None,
    export: Annotated[
        Path | None,
        typer.Option(
            "--export", metavar="DIR", help="Also leave the reports here, as .xlsx and as PDF."
        ),
    ] = None,
    today: Today = None,
    fail_on: FailOn = None,
) -> None:
    """Read a production's sheets and write its report tabs.

    An .xlsx file is never changed: the result is a copy, NAME.topsheet.xlsx.
    """
    from flows.commands.run import run as command

    command(target, output, today.date() if today else None, fail_on, export)


@app.command()
def check(
    target: Target,
    tabs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TAB]...", help="Look at these tabs alone, explained."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Say how each tab was read, and what would overrule it."),
    ] = False,
    every: Annotated[
        bool, typer.Option("--all", help="List every issue, however many there are.")
    ] = False,
    today: Today = None,
    fail_on: FailOn = None,
) -> None:
    """Read and report; write nothing."""
    from flows.commands.check import check as command

    command(
        target,
        tabs or (),
        as_json=json,
        explain=explain,
        every=every,
        today=today.date() if today else None,
        fail_on=fail_on,
    )


@app.command()
def serve(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE.xlsx]", help="A workbook to hold.")
    ] = None,
    port: Annotated[int, typer.Option(help="0 takes any free one.", min=0, max=65535)] = 8787,
    store: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep what is written in this file.")
    ] = None,
) -> None:
    """The local Sheets server, with a page to look at."""
    from flows.commands.serve import serve as command

    command(file, port, store)


@app.command()
def rules(
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help="A rule's name.")] = None,
) -> None:
    """The rules and their documentation."""
    from flows.commands.rules import rules as command

    command(code)


@app.command()
def doctor(
    target: Annotated[str | None, typer.Argument(metavar="[TARGET]")] = None,
) -> None:
    """Credentials, sharing, quota, Prefect: what works, what does not, what to do."""
    from flows.commands.doctor import doctor as command

    command(target)


@app.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    help="Topsheet's own checks and tests (--slow: the slow ones; all else goes to pytest).",
)
def test(context: typer.Context) -> None:
    """Run the project's own checks."""
    from flows.commands.test import test as command

    command(context.args)


def main() -> None:
    """Run the command line. What stands in the way of a run is one message and exit code 1."""
    import sheets

    # What it warns of is said again, with what to do, by the error that follows.
    logging.getLogger("google.auth").setLevel(logging.ERROR)
    for name in ("topsheet", "sheets"):
        # Shown as progress where there is any; never on stderr, where only the end's error goes.
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        app(prog_name="topsheet")
    except (CannotRunError, sheets.SheetsError) as problem:
        print(f"topsheet: {problem}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
