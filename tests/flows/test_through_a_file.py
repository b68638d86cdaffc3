"""A copy with report tabs that went through a spreadsheet program, and is run on again."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from flows.ground import open_ground
from flows.targets import settings_for
from tests.flows.plainly import REPORT_TABS, run_plainly

ROOT = Path(__file__).parents[2]
WORDS = "Storm cover, agreed with the bond company"


def run(file: Path, copy: Path) -> None:
    settings = settings_for(str(file))
    with open_ground(settings) as ground:
        run_plainly(settings, ground, copy.stem)
        ground.save(ground.copies(str(copy)))


@pytest.fixture(scope="module")
def again(tmp_path_factory):
    """The copy of a copy in which somebody typed, saved by a program that keeps only cells."""
    folder = tmp_path_factory.mktemp("through")
    run(ROOT / "examples" / "saltglass.xlsx", folder / "first.xlsx")
    typed = load_workbook(folder / "first.xlsx")
    variance = typed["Variance"]
    row, column = place(variance, "2803"), column_of(variance, "Explanation")
    variance.cell(row, column).value = WORDS
    typed.save(folder / "typed.xlsx")  # openpyxl keeps cells, and drops what it does not know
    run(folder / "typed.xlsx", folder / "second.xlsx")
    return load_workbook(folder / "second.xlsx")


def place(tab, account):
    return next(row[1].row for row in tab.iter_rows() if row[1].value == account)


def column_of(tab, heading):
    return next(cell.column for row in tab.iter_rows() for cell in row if cell.value == heading)


def test_the_report_tabs_are_taken_up_and_not_made_twice(again):
    ours = [tab for tab in again.sheetnames if tab.split(" (")[0] in REPORT_TABS]
    assert ours == list(REPORT_TABS)


def test_the_words_are_there_once_beside_their_account(again):
    found = [
        (tab.title, cell.row)
        for tab in again
        for row in tab.iter_rows()
        for cell in row
        if cell.value == WORDS
    ]
    assert found == [("Variance", place(again["Variance"], "2803"))]
