"""The object of `topsheet check --json`, key by key."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from reports import check_json
from reports.as_json import EXCLUDED_KEYS, excluded_rows
from tests.reports import sample


def test_a_budget_table() -> None:
    told = check_json("Harbour Lights", "en_US", "USD", sample.results())
    assert told["workbook"] == "Harbour Lights"
    assert (told["locale"], told["currency"]) == ("en_US", "USD")
    assert told["tabs"][0] == {
        "tab": "Budget",
        "kind": "budget",
        "range": "A4:H19",
        "confidence": 0.97,
        "header_rows": [4],
        "records": 5,  # contingency (row 17) is special, not a true line
        "columns": {
            "account": "A",
            "description": "B",
            "budget": "C",
            "approved_changes": "D",
            "actual_to_date": "E",
            "etc": "F",
            "efc": "G",
        },
        "totals": {
            "budget": "290000.00",
            "approved_changes": "6000.00",
            "actual_to_date": "116250.50",
            "etc": "27249.50",
            "efc": "12750.00",
        },
        "excluded_rows": {
            "subtotal": [8, 19],
            "banner": [3, 5, 9, 13],
            "blank": [15, 16, 18],
            "struck": [],
            "special": [17],
            "unreadable": [12],
        },
        "special_totals": {"budget": "29000.00"},
        "other_columns": ["Pg."],
    }


@pytest.mark.parametrize(
    ("abroad", "summed"),
    [((6,), "110000.00"), ((), "290000.00"), ((6, 7, 10, 11, 14), "290000.00")],
    ids=["one line", "none", "every line"],
)
def test_a_sum_adds_up_amounts_of_one_currency(abroad: tuple[int, ...], summed: str) -> None:
    results = sample.results()
    budget, *others = results.tables
    paid = replace(budget, currencies={"budget": dict.fromkeys(abroad, "CAD")})
    told = check_json("Lights", "en_US", "USD", replace(results, tables=(paid, *others)))
    assert told["tabs"][0]["totals"]["budget"] == summed


def test_a_day_out_of_days_counts_its_elements() -> None:
    dood = check_json("x", "en_US", "USD", sample.results())["tabs"][1]
    assert (dood["kind"], dood["records"]) == ("dood", 3)
    assert dood["columns"] == {"element_id": "A", "name": "B"}
    assert dood["totals"] == {}


def test_a_tab_taken_for_nothing_has_the_same_keys() -> None:
    tabs = check_json("x", "en_US", "USD", sample.results())["tabs"]
    assert (tabs[2]["tab"], tabs[2]["kind"], tabs[2]["records"]) == ("Scratch", None, 0)
    assert tabs[2].keys() == tabs[0].keys()


def test_issues_are_exact() -> None:
    found = check_json("x", "en_US", "USD", sample.results())["issues"]
    by_rule = {issue["rule"]: issue for issue in found}
    assert by_rule["double-booked"] == {
        "rule": "double-booked",
        "severity": "error",
        "tab": "DOOD",
        "a1": "C8",
        "message": "HELEN works on both units.",
        "related": ["DOOD 2nd Unit!C8", "DOOD 2nd Unit!C9", "DOOD 2nd Unit!C10"],
        "subject": "HELEN",
        "dates": ["2026-03-02", "2026-03-03"],
        "cost": None,
    }
    assert by_rule["sixth-consecutive-day"]["cost"] == "1500.00"
    assert [issue["rule"] for issue in found] == [i.code for i in sample.results().issues]


def test_what_could_not_be_checked() -> None:
    told = check_json("x", "en_US", "USD", sample.results())
    assert told["not_checked"][0] == {"rule": "forced-call", "needs": sample.NOT_CHECKED[0].needs}


def test_several_books_are_named() -> None:
    told = check_json("x", "en_US", "USD", sample.results("budget", "schedule"))
    assert [tab["workbook"] for tab in told["tabs"]] == ["budget", "schedule", "schedule"]
    rate = next(issue for issue in told["issues"] if issue["rule"] == "rate-over-budget")
    assert (rate["workbook"], rate["related_workbooks"]) == ("schedule", ["budget"])


def test_only_an_older_revision_says_superseded() -> None:
    results = sample.results()
    older = replace(results.tables[0], superseded=True)
    tabs = check_json("x", "en_US", "USD", replace(results, tables=(older, results.tables[1])))
    assert [tab.get("superseded") for tab in tabs["tabs"]] == [True, None, None]


def test_it_is_json() -> None:
    told = check_json("x", "en_US", "USD", sample.results("budget", "schedule"))
    assert json.loads(json.dumps(told)) == told


def test_a_missing_amount_adds_nothing() -> None:
    table = sample.budget_table("production")
    table.frame.loc[6, "budget"] = float("nan")
    told = check_json("x", "en_US", "USD", replace(sample.results(), tables=(table,)))
    assert told["tabs"][0]["totals"]["budget"] == str(Decimal("110000.00"))


@pytest.mark.parametrize(
    ("reason", "key"),
    [
        ("total", "subtotal"),
        ("grand_total", "subtotal"),
        ("header", "banner"),
        ("notes", "banner"),
        ("struck", "struck"),
    ],
)
def test_reasons_are_told_under_the_documented_ones(reason: str, key: str) -> None:
    rows = excluded_rows({reason: (4, 2)})
    assert tuple(rows) == EXCLUDED_KEYS
    assert rows[key] == [2, 4]
    assert sum(map(len, rows.values())) == 2


def test_remarks_below_the_last_line_are_no_part_of_the_table() -> None:
    table = sample.budget_table("production")
    last = int(table.frame.index.max())
    table = replace(table, excluded={"note": (2, last + 3), "blank": (last + 2,)})
    told = check_json("x", "en_US", "USD", replace(sample.results(), tables=(table,)))
    assert told["tabs"][0]["excluded_rows"]["banner"] == [2]
