"""Our totals, the live formulas in the spreadsheet, and a spreadsheet program's own calculation of
the exported .xlsx come to the same cent, whatever the budget.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

import exports
import localsheets
import sheets
from exports.layout import Layout
from exports.workbook import write_workbook
from flows.production_run import reports_for, understand
from flows.settings import ProductionSettings, SpreadsheetSettings
from model.production import Sign
from model.report import Formula, Report
from tests.flows.plainly import MORNING
from tests.flows.served import fill

HEADINGS = ["Account", "Description", "Original Budget", "Approved Changes", "Actual to Date"]
HEADINGS += ["Commitments", "ETC"]
CENT = Decimal("0.005")
SOFFICE = shutil.which("soffice")

amounts = st.none() | st.integers(-9_999_999, 99_999_999).map(lambda cents: cents / 100)
originals = st.integers(1, 99_999_999).map(lambda cents: cents / 100)
line = st.tuples(originals, amounts, amounts, amounts, amounts)
budgets = st.lists(st.lists(line, min_size=2, max_size=5), min_size=2, max_size=5)
signs = st.sampled_from(Sign)
SEVERAL = settings(
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

Budget = list[list[tuple[float | None, ...]]]


def rows(budget: Budget) -> Iterator[list[Any]]:
    """A budget of categories 1100, 1200 ... as a sheet has it."""
    yield HEADINGS
    for number, category in enumerate(budget, 11):
        yield [f"{number}00", f"SET WORKS {number}", *[None] * 5]
        for place, amounts in enumerate(category, 1):
            yield [f"{number}{place:02}", f"Rentals {place}", *amounts]


@dataclass(frozen=True)
class Run:
    """What one budget came to."""

    reports: tuple[Report, ...]
    outcome: sheets.Outcome


@contextmanager
def ran(budget: Budget, sign: Sign, path: Path) -> Iterator[Run]:
    """Run on a budget at the local server, and export what came of it."""
    with localsheets.serving(localsheets.Workbooks()) as server:
        client = sheets.connect(server.url)
        server.workbooks.create("Budget", "budget")
        fill(client, "budget", {"Budget": list(rows(budget))})
        own = ProductionSettings(
            name="Random",
            spreadsheets={"budget": SpreadsheetSettings(target="budget")},
            sign=sign,
            today=MORNING.date(),
        )
        book = sheets.pull(client, "budget", "budget")
        production, results = understand([book], own)
        made = reports_for("budget", results, production, own, MORNING)
        outcome = sheets.write(client, book, made, "run", today=production.today)
        shown = tuple(report for report in made if not report.hidden)
        cover = exports.Cover("Random", MORNING, production.currency)
        path.parent.mkdir(exist_ok=True)
        write_workbook(shown, cover, path)
        yield Run(shown, outcome)


def formulas(report: Report) -> Iterator[tuple[str, Decimal]]:
    """Where each formula of a report stands in the export, and what we make it."""
    layout = Layout(report)
    for row, line in enumerate(layout.rows, 1):
        for col, _, entry in layout.entries(line) if line else ():
            if isinstance(entry.content, Formula) and not isinstance(entry.content.value, str):
                yield f"{chr(ord('A') + col)}{row}", Decimal(entry.content.value)


def grand_total(report: Report, field: str) -> Decimal:
    (line,) = [line for line in report.lines if line.key == "grand-total"]
    content = line.entries[field].content
    return Decimal(str(content.value if isinstance(content, Formula) else content))


def demand_sums(budget: Budget, run: Run) -> None:
    """The grand total is the sum of what was drawn, and the server computed every formula so."""
    variance = next(report for report in run.reports if report.name == "variance")
    for number, field in enumerate(("original", "approved", "actual", "commitments", "etc")):
        drawn = [Decimal(str(line[number] or 0)) for category in budget for line in category]
        if field != "etc":  # a blank ETC follows from the budget
            assert grand_total(variance, field) == sum(drawn)
    assert run.outcome.mismatches == ()
    assert sum(1 for _ in formulas(variance)) > 10


@settings(SEVERAL, max_examples=5)
@given(budget=budgets, sign=signs)
def test_our_totals_and_the_live_formulas_agree(tmp_path, budget, sign):
    with ran(budget, sign, tmp_path / "one.xlsx") as run:
        demand_sums(budget, run)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_spreadsheet_program_computes_the_export_to_the_same_cent(tmp_path):
    """The figures kept beside the formulas are taken out first, so that it has to compute."""
    wanted: dict[str, tuple[Report, ...]] = {}

    @settings(SEVERAL, max_examples=20)
    @given(budget=budgets, sign=signs)
    def gather(budget, sign):
        name = f"budget{len(wanted)}"
        path = tmp_path / f"{name}.xlsx"
        with ran(budget, sign, path) as run:
            demand_sums(budget, run)
            load_workbook(path).save(path)
            wanted[name] = run.reports

    gather()
    files = [str(tmp_path / f"{name}.xlsx") for name in wanted]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    call = [SOFFICE, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run([*call, "--outdir", str(tmp_path / "out"), *files], check=True, timeout=300)
    compared = 0
    for name, reports in wanted.items():
        computed = load_workbook(tmp_path / "out" / f"{name}.xlsx", data_only=True)
        for report in reports:
            for place, figure in formulas(report):
                found = computed[report.title][place].value
                assert abs(Decimal(str(found)) - figure) < CENT, (name, report.title, place)
                compared += 1
    assert compared > 500
