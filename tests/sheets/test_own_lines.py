"""A tab of ours read back: its lines by key, its cells by field, wherever people moved them."""

from __future__ import annotations

from dataclasses import replace

import sheets
from tests.sheets.ground import Ground, variance

STORY, DESIGN = "1100 Story 500 500", "2200 Design 900 950"


def test_lines_are_read_by_key_and_field(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))
    ground.type_in("H6", "the boat was built twice")

    lines = {line.key: line for line in sheets.own_lines(ground.pull(), "variance")}

    assert set(lines) == {"1100", "2200", "total"}
    assert lines["2200"].cells["efc"] == 950
    assert lines["2200"].cells["why"] == "the boat was built twice"
    assert lines["2200"].row == 6


def test_a_line_that_no_longer_applies_is_left_out(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))
    ground.type_in("H6", "the boat was built twice")
    ground.write(variance(STORY))

    assert {line.key for line in sheets.own_lines(ground.pull(), "variance")} == {"1100", "total"}


def test_there_are_none_where_there_is_no_tab(ground: Ground) -> None:
    assert sheets.own_lines(ground.pull(), "variance") == ()


def test_a_hidden_report_is_made_hidden(ground: Ground) -> None:
    outcome = ground.write(replace(variance(STORY), hidden=True))

    (made,) = [r["addSheet"] for r in outcome.plan.requests if "addSheet" in r]
    assert made["properties"]["hidden"] is True
