"""What is not ready (#REF!, Loading...) is said to be, at its cell, and is never taken for zero."""

from __future__ import annotations

import json

import pytest
from openpyxl import Workbook

TABS = {
    "Budget": """
        | Acct | Description | Budget | Actual to Date | ETC        | EFC  |
        | 2201 | Designer    | 1000   | 400            | 600        | 1000 |
        | 2202 | Buyer       | #REF!  | 100            | 100        | 200  |
        | 2203 | Painter     | 500    | 200            | Loading... | 500  |
        | 2204 | Plasterer   | 300    | 100            | 200        | 300  |
    """,
    "PO Log": """
        | PO #   | Vendor | Account | Date       | Amount  |
        | SG-001 | Acme   | 2201    | 2026-03-02 | 100     |
        | SG-002 | Bolt   | 2204    | 2026-03-03 | #VALUE! |
        | SG-003 | Coil   | 2204    | 2026-03-04 | #N/A    |
    """,
    "Crew": """
        | Position | Name      | Phone | Start      | Rate  |
        | Gaffer   | Ana Moran | 1     | 2026-03-02 | #REF! |
        | Grip     | Ben Osei  | 2     | #NAME?     | 500   |
    """,
    "DOOD": """
        | Cast  | 3/2/2026 | 3/3/2026 | 3/4/2026   | 3/5/2026 |
        |       | Mon      | Tue      | Wed        | Thu      |
        | 1.ANA | SW       | W        | Loading... | WF       |
        | 2.BEN | SW       | #REF!    | W          | WF       |
    """,
}
NOT_READY = {
    *("Budget!C3", "Budget!E4", "PO Log!E3", "PO Log!E4", "Crew!E2", "Crew!D3", "DOOD!D3"),
    "DOOD!C4",
}


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    book = Workbook()
    book.remove(book.active)
    for title, text in TABS.items():
        sheet = book.create_sheet(title)
        for line in text.strip().splitlines():
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            sheet.append([int(cell) if cell.isdigit() else cell or None for cell in cells])
    path = tmp_path_factory.mktemp("books") / "not-ready.xlsx"
    book.save(path)
    return path


@pytest.fixture
def found(topsheet, workbook):
    return json.loads(topsheet("check", workbook, "--json", "--today", "2026-03-01").out)


def test_each_cell_is_said_to_be_not_ready_and_nothing_else_is(found):
    told = [issue for issue in found["issues"] if issue["rule"] == "not-ready"]
    assert {f"{issue['tab']}!{issue['a1']}" for issue in told} == NOT_READY
    assert len(told) == len(NOT_READY)
    assert all("is not ready" in issue["message"] for issue in told)
    assert {issue["severity"] for issue in told} == {"error"}


def test_what_is_not_ready_is_in_no_sum_and_its_rows_are_listed(found, topsheet, workbook):
    tabs = {entry["tab"]: entry for entry in found["tabs"]}
    assert tabs["Budget"]["totals"]["budget"] == "1800.00", "of row 4 only the EFC is not ready"
    assert tabs["Budget"]["records"] == 4
    assert tabs["Budget"]["excluded_rows"]["unreadable"] == [3, 4]
    assert tabs["PO Log"]["totals"]["amount"] == "100.00"
    assert tabs["PO Log"]["excluded_rows"]["unreadable"] == [3, 4]
    said = " ".join(topsheet("check", workbook, "Budget").out.split())
    assert "not totalled: rows 3-4" in said
