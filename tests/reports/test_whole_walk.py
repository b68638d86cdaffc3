"""From somebody's sheets to the reports, through the real reading and the real computation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import schemas
from model.grid import Book
from model.production import Production
from model.report import Formula, Report
from reports import NAMES, as_text, build, check_json
from schemas.textgrid import parse
from tests.reports import sample
from tests.reports.formulas import evaluate, formulas
from transforms.compute import compute
from transforms.results import Results

BUDGET = """
| Acct | Description   | Original Budget | Approved Changes | Actual to Date | Commitments | ETC   |
| 2200 | SET DESIGN    |                 |                  |                |             |       |
| 2201 | Designer      | 24000           | 0                | 20000          | 0           | 4000  |
| 2203 | Model Makers  | 8000            | 1000             | 9400           | 2100        | 7600  |
| 2204 | Paint         | see agent       | 0                | 0              | 0           | 0     |
|      | Total Design  | 32000           | 1000             | 29400          | 2100        | 11600 |
"""
SCHEDULE = """
| Day-out-of-days |            |            |            |            |            |            |
| Cast            | 2026-03-02 | 2026-03-03 | 2026-03-04 | 2026-03-05 | 2026-03-06 | 2026-03-07 |
| Day             | Mon        | Tue        | Wed        | Thu        | Fri        | Sat        |
| 1.HELEN         | SW         | W          | W          | W          | W          | WF         |
| 2.MARTIN        |            | SW         | H          | Q          | H          | WF         |
"""
CAST = """
| # | Character | Performer    | Deal Start | Deal End   | Rate | Per |
| 1 | HELEN     | Ruth Okafor  | 2026-03-02 | 2026-03-07 | 3000 | day |
| 2 | MARTIN    | Lewis Sandel | 2026-03-02 | 2026-03-06 | 1000 | day |
"""
PRODUCTION = Production(
    name="Harbour Lights",
    today=date(2026, 3, 4),
    start=date(2026, 3, 2),
    end=date(2026, 3, 31),
    agreements=("sag-aftra-theatrical-2023",),
)


def book(name: str, **tabs: str) -> Book:
    grids = tuple(parse(text, tab, book=name)[0] for tab, text in tabs.items())
    return Book(name, name, name, "en_US", "UTC", grids)


def computed(*books: Book) -> Results:
    readings = [schemas.read(each, PRODUCTION) for each in books]
    return compute(
        [table for reading in readings for table in reading.tables],
        [issue for reading in readings for issue in reading.issues],
        PRODUCTION,
        [cell for reading in readings for cell in reading.unrecognised],
    )


@pytest.fixture(scope="module")
def apart() -> Results:
    """The budget and the deals kept apart from the schedule."""
    return computed(book("budget", Budget=BUDGET, Cast=CAST), book("schedule", DOOD=SCHEDULE))


def made(results: Results, book: str, *restricted: str) -> dict[str, Report]:
    audience = sample.audience(book, restricted=restricted)
    return {report.name: report for report in build(results, PRODUCTION, audience)}


def test_the_cost_report_adds_up(apart: Results) -> None:
    report = made(apart, "budget", "budget")["variance"]
    lines = {line.key: line for line in report.lines}
    over = lines["account:2203"].entries["variance"].content
    assert isinstance(over, Formula)
    assert over.value == Decimal(-10100)  # 8000 + 1000 less 9400 + 2100 + 7600
    assert "Explanation wanted" in str(lines["account:2203"].entries["todo"].content)
    for where, formula in formulas(report):
        assert evaluate(report, formula) == formula.value, where


def test_a_row_that_cannot_be_read_is_named(apart: Results) -> None:
    reports = made(apart, "budget", "budget")
    assert "1 row not totalled: Budget row 5" in as_text(reports["variance"])
    assert "see agent" in as_text(reports["data-issues"])


def test_the_schedule_readers_see_conflicts_and_no_money(apart: Results) -> None:
    reports = made(apart, "schedule", "budget")
    texts = {name: as_text(report, details=True) for name, report in reports.items()}
    assert "sixth-consecutive-day" in texts["conflicts"]
    everything = "\n".join(texts.values())
    for secret in ("24,000", "3,000", "10,100", "see agent", "Okafor", "Model Makers", "Paint"):
        assert secret not in everything
    assert set(reports) == set(NAMES)


def test_the_budget_readers_see_all(apart: Results) -> None:
    texts = {name: as_text(report) for name, report in made(apart, "budget", "budget").items()}
    assert "outside-deal-dates" in texts["conflicts"]
    assert "1,500" in texts["conflicts"]  # HELEN's sixth day, half of a day rate of 3,000


def test_rows_moved_in_the_sheets_keep_their_lines(apart: Results) -> None:
    """An inserted row moves every cell below it, and no key with it."""
    shifted = BUDGET.replace("| 2200", "| | | | | | | |\n| 2200")
    moved = computed(
        book("budget", Budget=shifted, Cast=CAST),
        book("schedule", DOOD="| Unit 1 |\n" + SCHEDULE),
    )
    for name, report in made(moved, "budget").items():
        before = made(apart, "budget")[name]
        assert {line.key for line in report.lines} == {line.key for line in before.lines}


def test_the_json_names_every_tab(apart: Results) -> None:
    told = check_json("Harbour Lights", "en_US", "USD", apart)
    kinds = {(tab["workbook"], tab["tab"]): tab["kind"] for tab in told["tabs"]}
    assert kinds == {
        ("budget", "Budget"): "budget",
        ("budget", "Cast"): "cast",
        ("schedule", "DOOD"): "dood",
    }
    assert told["tabs"][0]["totals"]["budget"] == "32000.00"
    assert told["tabs"][0]["excluded_rows"]["unreadable"] == [5]
