"""A second run on unchanged sheets, and what people typed in between."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import requests

from flows.ground import open_ground
from flows.targets import settings_for
from flows.written import changed_in_words
from tests.flows.plainly import MORNING, run_plainly

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "examples" / "productions" / "saltglass.toml"


@pytest.fixture
def ground():
    with open_ground(settings_for(str(SETTINGS))) as opened:
        yield opened


def tab_of(ground, tab):
    """A tab's values as they stand."""
    (reach,) = ground.reaches.values()
    address = f"{reach.client.server}/v4/spreadsheets/{reach.id}/values/'{tab}'"
    answer = requests.get(address, timeout=10)
    answer.raise_for_status()
    return answer.json()["values"]


def test_it_rewrites_nothing_but_the_stamp(ground):
    settings = settings_for(str(SETTINGS))
    run_plainly(settings, ground, "run-1")
    tabs = ("Summary", "Variance", "Conflicts", "Data Issues", "Holds & Drops", "Changes")
    before = {tab: tab_of(ground, tab) for tab in tabs}
    _, outcomes = run_plainly(settings, ground, "run-2", MORNING + timedelta(hours=1))
    after = {tab: tab_of(ground, tab) for tab in tabs}
    for tab in tabs:
        changed = [
            (old, new) for old, new in zip(before[tab], after[tab], strict=True) if old != new
        ]
        assert len(changed) == 1, tab
        assert "07:30" in str(changed[0][0])
        assert "08:30" in str(changed[0][1])
    (outcome,) = outcomes.values()
    assert changed_in_words(outcome.plan.summary) == "nothing but the as-of stamp"
    assert outcome.plan.size < 2_000, "bytes on the wire"


def test_one_changed_account_changes_its_line_its_totals_the_summary_and_history(ground):
    settings = settings_for(str(SETTINGS))
    run_plainly(settings, ground, "run-1")
    tabs = ("Summary", "Variance", "Conflicts", "Data Issues", "Holds & Drops", "Topsheet History")
    before = {tab: {tuple(row) for row in tab_of(ground, tab)} for tab in tabs}
    type_in(ground, "Budget", "K109", 4756.22)  # 2803's estimate to complete: 1,000 more

    run_plainly(settings, ground, "run-2", MORNING + timedelta(hours=1))

    changed = {
        tab: [
            row[0].partition(":")[2]
            for row in tab_of(ground, tab)
            if tuple(row) not in before[tab] and ":as-of" not in row[0]
        ]
        for tab in tabs
    }
    figures = ["money", "found:conflict"]  # beside these stand today's EFC and category 2800's
    assert changed == {
        "Summary": [figures[0], "section:Production", "grand-total", figures[1]],
        "Variance": ["account:2803", "subtotal:2800", "section:Production", "grand-total"],
        "Conflicts": [],
        "Data Issues": [],
        "Holds & Drops": [],
        "Topsheet History": ["2026-03-16 account: 2803"],
    }


def type_in(ground, tab, a1, content):
    """What a person types into one cell of a tab."""
    (reach,) = ground.reaches.values()
    requests.put(
        f"{reach.client.server}/v4/spreadsheets/{reach.id}/values/'{tab}'!{a1}",
        params={"valueInputOption": "RAW"},
        json={"values": [[content]]},
        timeout=10,
    ).raise_for_status()


def test_words_that_a_person_typed_stay_with_their_line(ground):
    settings = settings_for(str(SETTINGS))
    run_plainly(settings, ground, "run-1")
    rows = tab_of(ground, "Variance")
    heading = next(row for row in rows if "Explanation" in row)
    column = heading.index("Explanation")
    number = next(n for n, row in enumerate(rows, 1) if row[1:2] == ["2803"])
    letter = chr(ord("A") + column)
    type_in(ground, "Variance", f"{letter}{number}", "Storm cover, agreed with the bond company")
    account = rows[number - 1][1:3]
    run_plainly(settings, ground, "run-2", MORNING + timedelta(days=1))
    line = next(row for row in tab_of(ground, "Variance") if row[1:3] == account)
    assert line[column] == "Storm cover, agreed with the bond company"
