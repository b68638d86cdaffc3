"""Small productions that change from run to run, and the reports that a run makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random

from flows.production_run import reports_for, understand
from flows.settings import ProductionSettings, SpreadsheetSettings
from model.grid import Book, Grid, Scalar
from model.report import AS_OF, Entry, Line, LineStyle, Report
from tests.sheets.ground import variance

FIRST_DAY = date(2026, 3, 2)
CODES = ("1100", "1200", "2000", "2200", "2300", "3300")
NAMES = ("Story", "Cast", "Staff", "Set Design", "Props", "Editing")
BUDGET_HEADINGS = (
    "Account",
    "Description",
    "Original Budget",
    "Approved Changes",
    "Actual to Date",
    "Commitments",
    "ETC",
)
DOOD = (
    ("Cast", "3/2/2026", "3/3/2026", "3/4/2026", "3/5/2026", "3/6/2026"),
    ("1. ANA", "SW", "W", "H", "W", "WF"),
    ("2. BEN", "", "SW", "W", "WF", ""),
)
SETTINGS = ProductionSettings(
    spreadsheets={"budget": SpreadsheetSettings(target="x")}, time_zone="UTC"
)


def day_of(number: int) -> date:
    """The date of a history's day."""
    return FIRST_DAY + timedelta(days=number)


def budget(production: int) -> list[list[Scalar]]:
    """A budget of two to six accounts, in their order; the number settles which and how much."""
    dice = Random(f"production {production}")  # noqa: S311 - to be the same each time
    chosen = sorted(dice.sample(range(len(CODES)), dice.randint(2, len(CODES))))
    rows: list[list[Scalar]] = [list(BUDGET_HEADINGS)]
    for place in chosen:
        amounts = [dice.choice((0, 100, 2500, 9000.5, 12000)) for _ in BUDGET_HEADINGS[2:]]
        rows.append([CODES[place], dice.choice((NAMES[place], f"{NAMES[place]} Unit")), *amounts])
    return rows


def plain_reports(production: int, day: int, run: str) -> tuple[Report, ...]:
    """Two reports made by hand: always one of accounts, and often another, of fewer."""
    dice = Random(f"production {production}")  # noqa: S311 - to be the same each time
    rows = budget(production)[1:]
    if dice.random() < 0.2:
        dice.shuffle(rows)
    texts = [f"{row[0]} {row[1]} {_whole(row[2])} {_whole(row[4])}" for row in rows]
    first = variance(*texts, stamp=run, seen=day_of(day))
    second = variance(*texts[:2], stamp=run, seen=day_of(day), name="notes", title="Notes")
    return (first, second) if dice.random() < 0.6 else (first,)


def room_reports(production: int, day: int, run: str) -> tuple[Report, ...]:
    """The cost report of the reports room, of a budget that nobody had to read from a server."""
    return tuple(stamped(report, run) for report in _of_the_room(production))


def chain_reports(book: Book, day: int) -> tuple[Report, ...]:
    """Every report of what a spreadsheet's own tabs say, read and computed anew."""
    production, results = understand([book], SETTINGS, day_of(day))
    moment = datetime.combine(day_of(day), time(9), UTC)
    return reports_for(book.name, results, production, SETTINGS, moment)


def stamped(report: Report, run: str) -> Report:
    """The same report as of another run."""
    preamble = [
        Line(AS_OF, {"account": Entry(f"As of {run}")}, LineStyle.SUBTITLE)
        if line.key == AS_OF
        else line
        for line in report.preamble
    ]
    return replace(report, preamble=preamble)


@cache
def _of_the_room(production: int) -> Sequence[Report]:
    grids = (Grid("Budget", budget(production), "budget", 0),)
    book = Book("budget", "id", "A budget", "en_US", "UTC", grids)
    return [report for report in chain_reports(book, 0) if report.name == "variance"]


def _whole(amount: Scalar) -> int:
    return int(amount) if isinstance(amount, int | float) else 0
