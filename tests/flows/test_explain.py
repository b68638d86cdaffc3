"""`topsheet check` says how each tab was read, and prints the settings that say the same."""

from __future__ import annotations

import json
import tomllib

import pytest
from openpyxl import Workbook

TABS = {
    "Budget v1": """
        | Acct | Description | Budget |
        | 2201 | Designer    | 100    |
        | 2202 | Buyer       | 200    |
    """,
    "Budget v2": """
        | Budget, second pass |
        | Acct | Description | Budget | Page |
        | 2200 | SET DESIGN  |        |      |
        | 2201 | Designer    | 100    | 1    |
        | 2202 | Buyer       | 250    | 2    |
        |      | Total       | 350    |      |
        | 2203 | Draughtsman | #REF!  | 3    |
    """,
    "People": """
        | Department | Phone | E-mail |
        | Camera     | 1     | 2      |
    """,
}


@pytest.fixture
def workbook(tmp_path):
    """A workbook with two revisions of a budget and a crew list that lacks its names."""
    book = Workbook()
    book.remove(book.active)
    for title, text in TABS.items():
        sheet = book.create_sheet(title)
        for line in text.strip().splitlines():
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            sheet.append([int(cell) if cell.isdigit() else cell or None for cell in cells])
    path = tmp_path / "my-budget.xlsx"
    book.save(path)
    return path


def lines(text: str) -> list[str]:
    """The lines, every run of blanks as one."""
    return [" ".join(line.split()) for line in text.splitlines()]


def test_the_overview_says_what_each_tab_was_taken_for(topsheet, workbook):
    said = lines(topsheet("check", workbook).out)
    assert said[1:5] == [
        "Tab Taken for Where Records Pass rate Not totalled",
        "Budget v1 budget (probably), replaced by Budget v2 A1:C3 2 - -",
        "Budget v2 budget (probably) A2:D7 3 66% 1",
        "People nothing that Topsheet knows",
    ]
    assert f'topsheet check {workbook} --explain "People"' in said


EXPLAINED = """\
Columns      A  "Acct"         account
             B  "Description"  description
             C  "Budget"       budget
No field     D "Page"
Left out     1 banner: row 3
             1 subtotal or total: row 6
             1 row that cannot be read whole, in no report's sums: row 7
Pass rate    66% of the records without an error; not totalled: row 7
To overrule  change what is wrong, and paste into the settings:
[sheets.workbook."Budget v2"]
kind = "budget"
header_rows = [2]
columns = { account = "A", description = "B", budget = "C" }

Settings     go into a file of their own, say topsheet.toml, beginning so:
[spreadsheets.workbook]
target = "my-budget.xlsx"
             Save it, beside the workbook, then: topsheet check topsheet.toml
"""


def test_one_tab_explained_has_its_columns_its_rows_left_out_and_its_settings(topsheet, workbook):
    printed = topsheet("check", workbook, "--explain", "budget V2").out
    said = "\n".join(line.rstrip() for line in printed.splitlines())
    assert "Budget v2: probably a budget\nFound        A2:D7, headings in row 2, 3 records" in said
    assert "Why          3 headings name fields of a budget" in said
    assert EXPLAINED in said
    assert "Budget v1" not in said
    assert "Data issues: 1 error\nerror  Budget v2!C7  " in said


def test_a_tab_taken_for_nothing_says_what_it_comes_nearest_to_and_lacks(topsheet, workbook):
    said = topsheet("check", workbook, "People").out
    assert "People: nothing that Topsheet knows, so it is not read" in said
    assert "row 1 has headings as on a crew list" in said
    assert 'but none for "name"' in said
    assert '[sheets.workbook."People"]\nkind = "crew"\nheader_rows = [1]' in said


def pasted(said: str) -> str:
    """The lines of an explanation that are settings."""
    keys = ("[s", "kind =", "header_rows =", "columns =", "legend =", "superseded =", "target =")
    return "\n".join(line for line in said.splitlines() if line.startswith(keys))


def test_pasting_what_was_printed_gives_the_same_reading(topsheet, workbook):
    settings = workbook.with_name("topsheet.toml")
    printed = pasted(topsheet("check", workbook, "--explain").out)
    settings.write_text(printed.replace('kind = "crew"', 'kind = "ignore"'), encoding="utf-8")
    assert set(tomllib.loads(printed)) == {"sheets", "spreadsheets"}
    before = json.loads(topsheet("check", workbook, "--json").out)["tabs"][:2]
    after = json.loads(topsheet("check", settings, "--json").out)["tabs"]
    assert [entry | {"confidence": 1.0} for entry in before] == after
    assert f"The settings lines go into {settings}." in topsheet("check", settings, "--explain").out


def test_a_workbook_of_one_tab_is_explained_without_asking(topsheet, tmp_path):
    book = Workbook()
    book.active.append(["Notes of the week"])
    book.save(tmp_path / "notes.xlsx")
    said = topsheet("check", tmp_path / "notes.xlsx").out
    assert "Sheet: nothing that Topsheet knows, so it is not read" in said
    assert '[sheets.workbook."Sheet"]\nkind = "ignore"' in said


def test_a_tab_that_is_not_there_is_answered_with_those_that_are(topsheet, workbook):
    said = topsheet("check", workbook, "Budgt v2")
    assert said.code == 2
    told = " ".join(said.err.replace("│", " ").split())
    assert "Did you mean 'Budget v2'? Tabs: Budget v1, Budget v2, People" in told


def test_what_could_not_be_checked_is_named_when_asked(topsheet, workbook):
    assert "Not checked: " in topsheet("check", workbook).out
    named = topsheet("check", workbook, "--all").out
    assert "short-drop" in named
    assert "short-drop" not in topsheet("check", workbook).out


def test_many_tabs_that_are_nothing_are_named_in_one_line(topsheet, tmp_path):
    book = Workbook()
    for number in range(9):
        book.create_sheet(f"Notes {number}")
    book.save(tmp_path / "b.xlsx")
    said = topsheet("check", tmp_path / "b.xlsx").out
    assert "10 tabs are nothing that Topsheet knows: Sheet, Notes 0, Notes 1, " in said
    assert said.count("Notes 5") == 1


def test_a_long_list_of_issues_is_cut_and_said_to_be(topsheet, tmp_path):
    book = Workbook()
    book.active.append(["Acct", "Description", "Budget", "Actual to Date"])
    for number in range(30):
        book.active.append([f"22{number:02}", f"Set dressing {number}", 100 + number, "#REF!"])
    book.save(tmp_path / "b.xlsx")
    short = topsheet("check", tmp_path / "b.xlsx")
    whole = topsheet("check", tmp_path / "b.xlsx", "--all")
    assert short.out.count("[not-ready]") == 20
    assert "... and 10 errors more: --all lists them." in short.out
    assert whole.out.count("[not-ready]") == 30
