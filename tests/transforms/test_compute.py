"""The whole computation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import transforms
from model.cell import Cell
from model.issue import Issue, Severity
from model.table import Dood, Table
from tests.transforms.sheets import production, read
from transforms.compute import beyond_reach, run_rules
from transforms.facts import Facts
from transforms.results import Results, Schedule, by_need
from transforms.rule import Finding, RuleError, rule
from transforms.rules import rules

DOOD = """
    | Cast   | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | Work |
    |        | Mon | Tue | Wed | Thu | Fri | Sat |      |
    | 1.ANA  | SW  | W   | W   | W   | W   | WF  | 6    |
    | 2.BEN  | SW  | H   | WF  | H   |     |     | 3    |
"""
CAST = """
    | No. | Role | Performer  | Start Date | End Date   | Deal       |
    | 1   | ANA  | Ana Moreno | 2026-03-03 | 2026-03-07 | $1,000/day |
    | 9   | EVE  | Eve Marsh  | 2026-03-03 | 2026-03-07 | $1,000/day |
"""
MADE = production(agreements="sag-aftra-theatrical-2023")


def compute(tabs: dict[str, str], **changes: bool) -> Results:
    reading, _ = read(tabs, MADE)
    tables = [replace(table, **changes) for table in reading.tables]
    return transforms.compute(tables, reading.issues, MADE, reading.unrecognised)


def test_rules_run_over_all_sheets_together():
    results = compute({"DOOD": DOOD, "Cast": CAST, "Notes": "| Call the bank |"})
    assert [(issue.severity.value, issue.code, str(issue.at)) for issue in results.issues] == [
        ("error", "outside-deal-dates", "DOOD!B3"),
        ("warning", "sixth-consecutive-day", "DOOD!G3"),
        ("warning", "cast-not-listed", "DOOD!A4"),
        ("warning", "hold-outside-span", "DOOD!E4"),
        ("warning", "dood-total-differs", "DOOD!H4"),
        ("info", "listed-not-scheduled", "Cast!B3"),
    ]
    assert results.schedule == Schedule(date(2026, 3, 2), date(2026, 3, 7), 6, None)
    assert [line.name for line in results.holds] == ["ANA", "BEN"]
    assert results.cost_report is None
    assert results.unrecognised == (Cell("Notes", 1, 1, "book"),)
    assert len(results.tables) == 2


def test_what_could_not_be_checked_says_what_to_add():
    needs = {entry.rule: entry.needs for entry in compute({"Cast": CAST}).not_checked}
    assert needs["sixth-consecutive-day"].startswith("a day-out-of-days or a sheet of")
    assert needs["no-deal-memo"] == (
        '"Deal Memo" on the cast list: '
        "add the column, with yes, no or the date of the signature below it"
    )
    assert needs["unbudgeted-account"].startswith("a budget or cost report: add a tab with Account")
    assert (
        needs["unbudgeted-account"]
        .splitlines()[1]
        .startswith(
            "a purchase order log or a general ledger or petty cash or payroll: add one, such as "
            "a tab"
        )
    )
    assert needs["turnaround-short"].startswith("daily times: add a tab with Date, Name, Call")
    assert "listed-not-scheduled" in needs
    assert beyond_reach()


def test_what_is_lacking_is_told_once_with_all_that_it_would_let_run():
    missing = by_need(compute({"Cast": CAST}).not_checked)
    names = [each.what for each in missing]
    assert len(names) == len(set(names))
    ledger = next(each for each in missing if each.what == "a general ledger")
    assert {"cost-not-in-ledger", "invoice-before-po"} <= set(missing[ledger])
    assert ledger.how.endswith("Debit, Credit, PO #")
    assert [len(rules) for rules in missing.values()] == sorted(
        (len(rules) for rules in missing.values()), reverse=True
    )


def test_a_rule_that_passes_over_one_of_two_lists_says_so():
    crew = """
        | Department | Position | Name         | Start Date | End Date   | Deal Memo |
        | Camera     | DP       | Ida Lindgren | 2026-03-09 | 2026-03-20 | Yes       |
    """
    needs = {entry.rule: entry.needs for entry in compute({"Crew": crew, "Cast": CAST}).not_checked}
    assert needs["no-deal-memo"].startswith('"Deal Memo" on the cast list: ')
    assert "no-deal-memo" not in {e.rule for e in compute({"Crew": crew}).not_checked}


def test_rules_that_ask_an_agreement_are_not_checked_without_one():
    reading, _ = read({"DOOD": DOOD}, production())
    results = transforms.compute(reading.tables, reading.issues, production())
    needs = {entry.rule: entry.needs for entry in results.not_checked}
    assert "choose one under 'agreements'" in needs["short-drop"]
    assert "under 'holidays'" in needs["holiday-work"]
    assert "sixth-consecutive-day" not in needs, "the days alone are worth knowing"


def test_a_superseded_table_enters_nothing_but_is_handed_on():
    results = compute({"DOOD": DOOD, "Cast": CAST}, superseded=True)
    assert results.issues == ()
    assert results.holds == ()
    assert results.schedule == Schedule()
    assert len(results.tables) == 2


def test_a_schedule_without_a_mark_is_no_crash():
    reading, _ = read({"DOOD": DOOD}, MADE)
    (dood,) = reading.tables
    assert isinstance(dood, Dood)
    bare = replace(dood, frame=dood.frame.iloc[:0])
    results = transforms.compute([bare], (), MADE)
    assert {issue.code for issue in results.issues} == {"dood-total-differs"}
    assert results.holds == ()
    nobody = replace(bare, elements=dood.elements.iloc[:0], days=dood.days.iloc[:0])
    assert transforms.compute([nobody], (), MADE).issues == ()


def test_a_rate_stands_in_costs_only():
    """A cast list may be restricted where the schedule is not: nothing but a cost quotes it."""
    tabs = {"DOOD": DOOD, "Cast": CAST.replace("$1,000/day", "$4,321/day")}
    issues = compute(tabs).issues
    costs = [issue.cost for issue in issues if issue.cost is not None]
    assert any("4,321" in cost.formula for cost in costs)
    said = " ".join(str(replace(issue, cost=None)) for issue in issues)
    assert "4321" not in said.replace(",", "")


def test_an_issue_stands_once():
    twin = Issue("x", Severity.INFO, "said twice", Cell("Tab", 1, 1))
    assert transforms.compute([], [twin, twin], MADE).issues == (twin,)


def test_a_rule_that_crashes_is_named():
    @rule("always-crashes", on=(), severity=Severity.INFO, topic=next(iter(rules().values())).topic)
    def always_crashes(_: Facts) -> Iterator[Finding]:
        raise ZeroDivisionError("by zero")

    with pytest.raises(RuleError, match="always-crashes crashed: ZeroDivisionError"):
        run_rules(Facts([], MADE), [always_crashes])


CODES = ["", "SW", "W", "WF", "H", "WD", "PW", "SWF", "TR", "R", "/", "FT"]
ROWS = st.lists(st.lists(st.sampled_from(CODES), min_size=8, max_size=8), min_size=1, max_size=4)
HEAD = """
    | Cast | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 | 3/20 |
    |      | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Fri  |
"""
NAMES = ["1.ANA", "2.BEN", "1.ANA", "EVE MARSH"]


def matrix(rows: list[list[str]]) -> str:
    """A day-out-of-days; the last row keeps it one, whatever the others hold."""
    lines = [f"| {name} | {' | '.join(row)} |" for name, row in zip(NAMES, rows, strict=False)]
    return "\n".join([HEAD, *lines, "| 8.ZOE | SW | W | W | W | W | | | WF |"])


def shuffled(table: Table, random: Random) -> Table:
    """The same table with its frames' rows in another order."""

    def mix(frame: pd.DataFrame) -> pd.DataFrame:
        order = list(frame.index)
        random.shuffle(order)
        return frame.loc[order]

    if isinstance(table, Dood):
        return replace(
            table,
            frame=mix(table.frame),
            elements=mix(table.elements),
            days=mix(table.days),
        )
    return replace(table, frame=mix(table.frame))


@settings(max_examples=10, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(main=ROWS, second=ROWS, seed=st.integers(0, 999))
def test_the_order_of_records_changes_no_issue(main, second, seed):
    tabs = {"Main Unit": matrix(main), "2nd Unit": matrix(second), "Cast": CAST}
    reading, _ = read(tabs, MADE)
    random = Random(seed)  # noqa: S311
    before = transforms.compute(reading.tables, (), MADE)
    after = transforms.compute([shuffled(table, random) for table in reading.tables], (), MADE)
    assert after.issues == before.issues
    assert after.holds == before.holds
    assert after.schedule == before.schedule
