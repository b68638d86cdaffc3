"""A production whose every text is hostile, run from its sheets to every surface that shows it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests
from hypothesis import strategies as st
from rich.console import Console

import exports
import localsheets
import sheets
from flows import artifacts, exporting, show, show_tabs
from flows.ground import Ground, Reach
from flows.production_run import reports_for, understand
from flows.settings import ProductionSettings, SpreadsheetSettings
from flows.targets import ONLY_BOOK
from flows.written import Written, written_of
from model.grid import Book
from model.issue import Topic
from model.report import Report
from tests.flows.plainly import MORNING
from tests.flows.served import fill
from transforms.results import Results

ESCAPE = "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\"
NASTY = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example","paid")',
    '=IMPORTXML("http://evil.example","//a")',
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r\n=1+1",
    "'=1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table><h1>x</h1>",
    "[red]rich[/red] [link=http://evil.example]x[/link]",
    "[/]",
    ":warning:",
    "[paid](http://evil.example) ![i](http://evil.example/i.png)",
    "javascript:alert(1)",
    "http://evil.example/a",
    "\u202eevil\u202c \u2066x\u2069",
    "nul\x00l bell\x07",
    ESCAPE,
    "\x1b[2J\x9b31m",
    "_x001B_]8;;",
    "{0} %s {pages} &P &N",
    "line\u2028separator",
    "C:\\..\\..\\a/b",
)
"""Texts that some program or other takes for a formula, a link, markup or an order."""

texts = st.sampled_from(NASTY) | st.text(max_size=12).filter(lambda text: text.strip())


def tabs(words: Sequence[str]) -> dict[str, list[list[Any]]]:
    """Sheets of every kind that reports quote, with a word in each field that is a text."""
    given = iter(words * 40)
    return {
        "Budget": [
            ["Account", "Description", "Original Budget", "Actual to Date", "ETC", "Notes"],
            ["2200", next(given), None, None, None, None],
            ["2201", next(given), 24000, 20000, 4000, next(given)],
            [next(given), next(given), 8000, 9400, 7600, next(given)],
            ["2205", next(given), 90, next(given), 20, None],
            [None, "Total Design", 32000, 29400, 11600, None],
        ],
        "PO Log": [
            ["PO #", "Vendor", "Account", "Date", "Amount", "Status", "Description"],
            [next(given), next(given), "2201", 46082, 500, "Open", next(given)],
            ["PO-2", next(given), next(given), 46083, 700, next(given), next(given)],
        ],
        "Crew": [
            ["Department", "Position", "Name", "Phone", "Email", "Start", "Rate", "Per", "Account"],
            ["Art", next(given), next(given), "555", next(given), 46082, 100, "day", next(given)],
            [next(given), "Editor", next(given), None, None, 46083, 90, next(given), "2201"],
        ],
        "Cast": [
            ["#", "Character", "Performer", "Deal Start", "Deal End", "Rate", "Per"],
            ["1", "HELEN", next(given), 46083, 46084, 3000, "day"],
            ["2", next(given), next(given), 46083, 46087, 1000, next(given)],
        ],
        "DOOD": [
            ["Cast", 46083, 46084, 46085, 46086, 46087, 46088],
            ["Day", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
            ["1.HELEN", "SW", "W", "W", "W", "W", "WF"],
            [f"2.{next(given)}", "", "SW", next(given), "H", "W", "WF"],
        ],
        next(given)[:50]: [[next(given), next(given)], [next(given)]],
    }


@dataclass(frozen=True)
class Walk:
    """What a run on hostile sheets left on each surface."""

    ids: tuple[str, dict[str, int]]
    """The spreadsheet, and the gids of our tabs in it."""
    server: localsheets.Server
    book: Book
    reports: tuple[Report, ...]
    results: Results
    written: Written
    terminal: str
    artifact: tuple[str, ...]
    files: exports.Exported
    copy: Path


@contextmanager
def walked(words: Sequence[str], folder: Path) -> Iterator[Walk]:
    """Fill a spreadsheet with the words, run on it, and hand over all that can be seen of it."""
    with localsheets.serving(localsheets.Workbooks()) as server:
        client = sheets.connect(server.url)
        ident = "hostile"
        server.workbooks.create(words[0], ident)
        fill(client, ident, tabs(words))
        target = SpreadsheetSettings(target=ident)
        settings = ProductionSettings(
            spreadsheets={ONLY_BOOK: target},
            time_zone="America/New_York",
            today=MORNING.date(),
            agreements=("sag-aftra-theatrical-2023",),
        )
        reach = Reach(client, ident)
        book = sheets.pull(client, ident, ONLY_BOOK)
        production, results = understand([book], settings)
        reports = reports_for(ONLY_BOOK, results, production, settings, MORNING)
        outcome = sheets.write(client, book, reports, "run", today=production.today)
        assert outcome.mismatches == ()
        written = written_of(book, reach, outcome)
        files = exporting.export_book(book, reports, production, settings, MORNING, folder)
        copy = folder / "copy.xlsx"
        Ground({ONLY_BOOK: reach}, server.workbooks).save({ONLY_BOOK: copy})
        rows = artifacts.summary_rows(settings, production, results, [written])
        told = (artifacts.literally(production.name), *(str(row) for row in rows))
        terminal = _terminal(production, results, written)
        gids = {title: gid for gid, title in outcome.plan.titles}
        yield Walk(
            (ident, gids), server, book, reports, results, written, terminal, told, files, copy
        )


def _terminal(production: Any, results: Results, written: Written) -> str:
    """Everything that `run` and `check` print, as a terminal gets it."""
    from flows.commands import run
    from flows.written import RunOutcome

    console = Console(file=io.StringIO(), force_terminal=True, width=120)
    run.show_outcome(console, RunOutcome(production, results, (written,)), 1.0)
    show_tabs.show_tabs(console, results)
    for topic in Topic:
        own = [issue for issue in results.issues if issue.topic is topic]
        show.show_issues(console, show.TOPICS[topic], own)
    show.show_not_checked(console, results.not_checked, named=True)
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def tab_data(walk: Walk, title: str) -> list[dict[str, Any]]:
    """Every cell of a tab of ours as the API describes it."""
    ident, _ = walk.ids
    fields = "sheets(data(rowData(values(userEnteredValue,hyperlink,textFormatRuns,note))))"
    answer = requests.get(
        f"{walk.server.url}/v4/spreadsheets/{ident}",
        params={"ranges": f"'{title}'", "fields": fields},
        headers={"Authorization": "Bearer x"},
        timeout=30,
    ).json()
    return [
        cell
        for data in answer["sheets"][0]["data"]
        for row in data.get("rowData", [])
        for cell in row.get("values", [])
    ]


def page(walk: Walk, title: str) -> str:
    """The local page of a tab of ours."""
    ident, gids = walk.ids
    return requests.get(f"{walk.server.url}/d/{ident}?gid={gids[title]}", timeout=30).text
