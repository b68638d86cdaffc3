"""Run after run on sheets that move: what each spreadsheet remembers, and tells of it."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from typing import Any

import pytest
import requests
from openpyxl import Workbook

from flows.ground import Ground, open_ground
from flows.settings import ProductionSettings
from flows.targets import settings_for
from flows.written import changed_in_words
from tests.flows.plainly import MORNING, run_plainly

BUDGET = [
    ["Account", "Description", "Budget", "Actual to Date", "Commitments", "ETC"],
    ["2200", "SET DESIGN"],
    ["2201", "Designer", 24000, 20000, 0, 4000],
    ["2203", "Model Makers", 8000, 2000, 0, 6000],
    ["2204", "Paint", 3000, 1000, 0, 2000],
]
SCHEDULE = [
    ["Day Out of Days", "", date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4), date(2026, 3, 5)],
    ["", "", "Mon", "Tue", "Wed", "Thu"],
    ["1", "HELEN", "SW", "W", "WF"],
    ["2", "MARTIN", "", "SW", "WF"],
]
FRIDAY, MONDAY, TUESDAY = date(2026, 3, 6), date(2026, 3, 9), date(2026, 3, 10)


class Office:
    """A production of one spreadsheet, served from here, that is run on and changed by people."""

    def __init__(self, ground: Ground, settings: ProductionSettings) -> None:
        self.ground, self.settings = ground, settings
        (self.reach,) = ground.reaches.values()
        self.address = f"{self.reach.client.server}/v4/spreadsheets/{self.reach.id}"

    def run(self, day: date) -> str:
        as_of = MORNING + timedelta(days=(day - date(2026, 3, 16)).days)
        _, outcomes = run_plainly(self.settings, self.ground, f"run {as_of}", as_of, day)
        (outcome,) = outcomes.values()
        return changed_in_words(outcome.plan.summary)

    def rows(self, tab: str) -> list[list[Any]]:
        return requests.get(f"{self.address}/values/'{tab}'", timeout=9).json()["values"]

    def text(self, tab: str) -> str:
        """What a person sees, a line a row."""
        return "\n".join(
            " | ".join(str(cell).strip() for cell in row[1:]) for row in self.rows(tab)[1:]
        )

    def type_in(self, tab: str, cell: str, *values: Any) -> None:
        requests.put(
            f"{self.address}/values/'{tab}'!{cell}",
            params={"valueInputOption": "RAW"},
            json={"values": [list(values)]},
            timeout=9,
        ).raise_for_status()

    def delete(self, tab: str) -> None:
        sheets = requests.get(self.address, timeout=9).json()["sheets"]
        (sheet,) = (s["properties"] for s in sheets if s["properties"]["title"] == tab)
        self.batch({"deleteSheet": {"sheetId": sheet["sheetId"]}})

    def batch(self, *asked: dict[str, Any]) -> None:
        answer = requests.post(
            f"{self.address}:batchUpdate", json={"requests": list(asked)}, timeout=9
        )
        answer.raise_for_status()


@pytest.fixture
def office(tmp_path):
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for tab, rows in (("Budget", BUDGET), ("DOOD", SCHEDULE)):
        sheet = workbook.create_sheet(tab)
        for row in rows:
            sheet.append(row)
    workbook.save(tmp_path / "film.xlsx")
    settings = settings_for(str(tmp_path / "film.xlsx"))
    with open_ground(settings) as ground:
        yield Office(ground, settings)


def test_what_moved_is_told_with_its_day_and_its_money(office):
    office.run(FRIDAY)
    assert "Changes are told since Fri 6 Mar 2026, the first run here: nothing moved." in (
        office.text("Changes")
    )
    office.type_in("Budget", "D4", 9400, 2100, 7600)  # the boat is built twice
    office.type_in("DOOD", "E4", "W", "WF")  # MARTIN works a day more
    office.run(MONDAY)
    told = office.text("Changes")
    assert (
        "What moved on Mon 9 Mar 2026, the last day on which anything did, against what had"
        " stood since Fri 6 Mar 2026." in told
    )
    assert "2. MARTIN | 1 work day added: Thu 5 Mar | 2 | 3" in told, told
    assert "2203 Model Makers | Actual to date 2,000 to 9,400; commitments 0 to 2,100" in told
    variance = office.text("Variance")
    assert "against the period that closed on Sat 7 Mar 2026" in variance
    (boat,) = (line for line in variance.splitlines() if line.startswith("2203"))
    assert "(11,100) | (11,100) | (11,100)" in boat


def test_nights_on_which_nothing_moved_change_nothing(office):
    office.run(FRIDAY)
    office.type_in("Budget", "D4", 2500)
    office.run(MONDAY)
    before = office.rows("Changes")[3:], office.rows("Topsheet History")
    assert office.run(MONDAY) == "nothing but the as-of stamp"
    assert office.run(TUESDAY) == "nothing but the as-of stamp"
    assert (office.rows("Changes")[3:], office.rows("Topsheet History")) == before


def test_a_history_that_is_deleted_begins_anew_and_says_since_when(office):
    office.run(FRIDAY)
    office.delete("Topsheet History")
    office.type_in("Budget", "D4", 2500)
    office.run(MONDAY)
    assert "Changes are told since Mon 9 Mar 2026, the first run here" in office.text("Variance")


def test_a_damaged_row_is_passed_over_and_said(office, caplog):
    office.run(FRIDAY)
    rows = office.rows("Topsheet History")
    number = next(n for n, row in enumerate(rows, 1) if row[4:5] == ["2204"])
    office.type_in("Topsheet History", f"B{number}", "last week")
    with caplog.at_level(logging.WARNING, logger="topsheet.run"):
        office.run(MONDAY)
    (said,) = (r.getMessage() for r in caplog.records if "passed over" in r.getMessage())
    assert "film: 1 row of the tab Topsheet History cannot be read any more" in said
    assert "1 row of the hidden tab Topsheet History could not be read" in office.text("Changes")
    assert "2204 Paint | New" in office.text("Changes")
    assert "last week" not in office.text("Topsheet History")


def test_an_explanation_that_was_typed_is_no_longer_missing(office):
    office.type_in("Budget", "D4", 9400, 2100, 7600)
    office.run(FRIDAY)
    assert "Explanations missing: 2203; as a whole 2200." in office.text("Variance")
    rows = office.rows("Variance")
    heading = next(row for row in rows if "Explanation" in row)
    number = next(n for n, row in enumerate(rows, 1) if row[1:2] == ["2203"])
    column = "ABCDEFGHIJKLMNOPQRSTUVW"[heading.index("Explanation")]
    office.type_in("Variance", f"{column}{number}", "Built twice")
    office.run(MONDAY)
    assert "Explanations missing: as a whole 2200." in office.text("Variance")
    assert "1 line wants one and has it." in office.text("Variance")
