"""The committed example is what the script makes, and its handbook tells what is in it."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal

import make_demo
import pytest
from openpyxl import load_workbook
from saltglass import handbook, page

from tests.examples.truth import EXAMPLES, truth

BOOKS = (
    "saltglass.xlsx",
    *(f"three-books/{book}.xlsx" for book in ("budget", "crew", "schedule")),
)


@pytest.fixture(scope="module")
def anew(tmp_path_factory):
    folder = tmp_path_factory.mktemp("examples")
    make_demo.make(folder)
    return folder


def cells(path, *, data_only):
    """Tab -> cell name -> value and look, for every cell with a value."""
    workbook = load_workbook(path, data_only=data_only)
    return {
        sheet.title: {
            cell.coordinate: (cell.value, cell.number_format, cell.font.strike)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        for sheet in workbook.worksheets
    }


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize("data_only", [True, False], ids=["values", "formulas"])
def test_making_it_anew_gives_the_committed_cells(anew, book, data_only):
    made = cells(anew / book, data_only=data_only)
    assert made == cells(EXAMPLES / book, data_only=data_only)


def test_the_one_with_a_past_is_the_same_but_for_its_hidden_tab():
    """Its past follows from how the sheets are read, and is made anew when somebody wants to."""
    own = cells(EXAMPLES / "saltglass-week-3.xlsx", data_only=True)
    remembered = own.pop("Topsheet History")
    assert own == cells(EXAMPLES / "saltglass.xlsx", data_only=True)
    assert remembered["A1"][0] == "topsheet:rows/history"


def test_making_it_anew_gives_the_committed_truth(anew):
    made, committed = (folder / "saltglass.truth.json" for folder in (anew, EXAMPLES))
    assert made.read_text(encoding="utf-8") == committed.read_text(encoding="utf-8")


def test_a_workbook_bears_no_time_but_the_production_s_own(anew):
    with zipfile.ZipFile(anew / "saltglass.xlsx") as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 14, 18, 30, 0)}
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == ["2026-03-14T18:30:00Z"] * 2


def test_a_formula_whose_value_found_no_place_is_refused(tmp_path):
    workbook = page.new_workbook()
    written = page.add_page(workbook, "Budget")
    written.put(1, 1, page.Formula("=1+1", Decimal(2)), page.Look())
    written.sheet["A1"].value = 2
    with pytest.raises(ValueError, match=r"no formula was found for the values of \['A1'\]"):
        page.save(workbook, [written], tmp_path / "out.xlsx")


@pytest.mark.parametrize("name", ["tabs", "planted", "look-alikes", "untidy cells"])
def test_the_handbook_lists_what_the_truth_knows(name):
    table = handbook.tables(truth())[name]
    assert table in (EXAMPLES / "README.md").read_text(encoding="utf-8")


def test_a_handbook_without_its_markers_says_which_is_missing(tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text("# Nothing here\n", encoding="utf-8")
    with pytest.raises(ValueError, match="expected the lines '<!-- tabs:"):
        handbook.refresh(readme, truth())
