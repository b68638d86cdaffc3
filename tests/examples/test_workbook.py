"""The example hangs together, but for what is planted; and nobody in it is real."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import datetime
from decimal import Decimal

import ironcalc
import pytest
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string as column

from tests.examples.truth import APART, WORKBOOK, tab_truth, truth

VALUES = load_workbook(WORKBOOK, data_only=True)
FORMULAS = load_workbook(WORKBOOK)


def money(value):
    """A cell's amount; text and dashes as a person reads them."""
    text = str(0 if value in (None, "-") else value).replace("$", "").replace(",", "")
    return Decimal("-" + text.strip("()") if text.startswith("(") else text)


def records(tab):
    """Row, and field -> value, for each record that the truth counts."""
    known, sheet = tab_truth(tab), VALUES[tab]
    left_out = known["excluded_rows"].items()
    out = {row for why, rows in left_out if why != "unreadable" for row in rows}
    for row in range(known["header_rows"][-1] + 1, sheet.max_row + 1):
        if row not in out:
            yield (
                row,
                {
                    field: sheet.cell(row, column(letters)).value
                    for field, letters in known["columns"].items()
                },
            )


def counted(tab):
    """The records but for those with an amount that says nothing ("TBD")."""
    unread = tab_truth(tab)["excluded_rows"].get("unreadable", [])
    return [line for row, line in records(tab) if row not in unread]


@pytest.mark.parametrize("tab", ["Budget", "Crew", "Cast", "PO Log", "DOOD", "DOOD 2nd Unit"])
def test_the_records_are_as_many_as_the_truth_says(tab):
    assert len(list(records(tab))) == tab_truth(tab)["records"]


@pytest.mark.parametrize("tab", ["Budget", "PO Log"])
def test_the_sums_are_exact_to_the_cent(tab):
    for field, stated in tab_truth(tab)["totals"].items():
        summed = sum(money(line[field]) for line in counted(tab))
        assert summed.quantize(Decimal("0.01")) == Decimal(stated), field


def test_each_account_hangs_together():
    for line in counted("Budget"):
        figures = {field: money(line[field]) for field in tab_truth("Budget")["totals"]}
        cents = {field: round(amount, 2) for field, amount in figures.items()}
        assert cents["revised_budget"] == cents["budget"] + cents["approved_changes"]
        assert cents["total_cost"] == cents["actual_to_date"] + cents["commitments"]
        assert cents["efc"] == cents["total_cost"] + cents["etc"]
        assert cents["variance"] == cents["revised_budget"] - cents["efc"]


def test_commitments_are_the_open_purchase_orders():
    ordered = defaultdict(Decimal)
    for order in counted("PO Log"):
        ordered[order["account"]] += money(order["amount"]) - money(order["invoiced"])
    budgeted = {
        str(line["account"]).strip(): money(line["commitments"]) for line in counted("Budget")
    }
    unbudgeted = {account for account in ordered if account not in budgeted}
    assert unbudgeted == {"2905", None}
    for account, committed in budgeted.items():
        assert committed == ordered[account], account


def test_every_formula_comes_to_the_value_saved_with_it():
    model = ironcalc.load_from_xlsx(str(WORKBOOK), "en", "America/New_York", "en")
    formulas = [
        (number, cell)
        for number, sheet in enumerate(FORMULAS.worksheets)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    for number, cell in formulas:  # entered again, or the saved value would be believed
        model.update_cell_with_formula(number, cell.row, cell.column, cell.value)
    model.evaluate()
    assert len(formulas) > 800
    for number, cell in formulas:
        saved = VALUES.worksheets[number][cell.coordinate].value
        value = model.get_cell_value(number, cell.row, cell.column)
        assert value == pytest.approx(saved, abs=0.004), f"{cell.parent.title}!{cell.coordinate}"


def test_the_typed_over_total_is_the_only_category_total_without_a_formula():
    known = next(one for one in truth()["problems"] if one["rule"] == "stated-total-differs")
    typed = [
        f"{letters}{row}"
        for row in tab_truth("Budget")["excluded_rows"]["subtotal"]
        for field, letters in tab_truth("Budget")["columns"].items()
        if field in tab_truth("Budget")["totals"]
        and FORMULAS["Budget"][f"{letters}{row}"].data_type != "f"
    ]
    assert typed == [known["cell"]]
    assert money(VALUES["Budget"][known["cell"]].value) == Decimal(known["stated"])
    assert Decimal(known["stated"]) - Decimal(known["rows_sum"]) == Decimal(known["difference"])


@pytest.mark.parametrize("tab", ["DOOD", "DOOD 2nd Unit"])
def test_stated_day_totals_are_the_marks_of_the_row_but_for_the_planted_one(tab):
    sheet, columns = VALUES[tab], tab_truth(tab)["columns"]
    days = range(3, column(columns["travel"]))
    differ = []
    for row in range(7, 7 + tab_truth(tab)["records"]):
        marks = Counter(sheet.cell(row, day).value for day in days)
        counted = {
            "travel": marks["TR"],
            "work": sum(count for code, count in marks.items() if code and "W" in code),
            "hold": marks["H"],
            "rehearse": marks["R"],
            "holiday": marks["/"],
        }
        counted["total"] = sum(counted.values())
        differ += [
            f"{columns[name]}{row}"
            for name, count in counted.items()
            if (sheet[f"{columns[name]}{row}"].value or 0) != count
        ]
    planted = [one["cell"] for one in truth()["problems"] if one["rule"] == "dood-total-differs"]
    assert differ == (planted if tab == "DOOD" else [])


def test_fifty_shooting_days_in_sequence():
    numbers = [cell.value for cell in VALUES["DOOD"][6] if isinstance(cell.value, int | float)]
    assert numbers == list(range(1, 51))


def test_the_schedule_costs_few_holds():
    held, worked = (
        sum(
            VALUES["DOOD"][f"{tab_truth('DOOD')['columns'][kind]}{row}"].value or 0
            for row in range(7, 37)
        )
        for kind in ("hold", "work")
    )
    assert held < worked / 3


@pytest.mark.parametrize("book", ["budget", "crew", "schedule"])
def test_the_books_apart_hold_the_same_cells(book):
    apart = load_workbook(APART / f"{book}.xlsx", data_only=True)
    assert apart.sheetnames == truth()["books"][book]
    for sheet in apart.worksheets:
        same = list(VALUES[sheet.title].iter_rows(values_only=True))
        assert list(sheet.iter_rows(values_only=True)) == same, sheet.title


@pytest.mark.parametrize("book", ["crew", "schedule"])
def test_what_is_restricted_stands_in_the_budget_alone(book):
    restricted = truth()["restricted"]
    apart = load_workbook(APART / f"{book}.xlsx", data_only=True)
    text, figures = "", set()
    for sheet in apart.worksheets:
        for row in sheet.iter_rows(values_only=True):
            text += "\n".join(str(value) for value in row if value is not None)
            figures |= {f"{value:.2f}" for value in row if isinstance(value, int | float)}
    assert len(restricted["strings"]) > 50
    assert len(restricted["figures"]) > 100
    assert [one for one in restricted["strings"] if one in text] == []
    assert figures.isdisjoint(restricted["figures"])


def test_everybody_is_invented():
    text = "\n".join(
        str(value)
        for sheet in VALUES.worksheets
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if value is not None and not isinstance(value, datetime)
    )
    phones = re.findall(r"\(\d{3}\) \d{3}-\d{4}", text)
    assert len(phones) > 150
    assert [one for one in phones if not re.fullmatch(r"\(\d{3}\) 555-01\d\d", one)] == []
    hosts = set(re.findall(r"@([\w.-]+)", text)) | set(re.findall(r"https?://([\w.-]+)", text))
    assert hosts == {"example.com"}
