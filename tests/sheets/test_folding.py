"""Lines that no longer apply since long: put away at the bottom, words and all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import sheets
from tests.sheets.ground import TODAY, Ground, variance

STORY, DESIGN, PROPS, LIGHT = (
    "1100 Story 500 500",
    "2200 Design 900 950",
    "2300 Props 100 80",
    "3100 Light 10 10",
)


def run(ground: Ground, day: date, *texts: str) -> sheets.Outcome:
    """A run of some day, of a report that folds lines away after 14 days."""
    ground.runs += 1
    report = variance(*texts, stamp=day.isoformat(), fold_after=14)
    report = replace(report, lines=[replace(line, level=0) for line in report.lines])
    return sheets.write(ground.client, ground.pull(), [report], f"run-{ground.runs}", today=day)


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def known(ground: Ground) -> dict[str, Any]:
    """What Google knows of the tab's rows: its groups, and which of them are hidden (from 1)."""
    fields = "sheets(properties(title),rowGroups,data(rowMetadata(hiddenByUser)))"
    found = ground.client.metadata(ground.id, fields)["sheets"]
    tab = next(each for each in found if each["properties"]["title"] == "Variance")
    rows = tab["data"][0]["rowMetadata"]
    hidden = [number for number, row in enumerate(rows, 1) if row.get("hiddenByUser")]
    groups = [
        (group["range"]["startIndex"] + 1, group["range"]["endIndex"], group.get("collapsed"))
        for group in tab.get("rowGroups", [])
    ]
    return {"hidden": hidden[1:], "groups": groups}  # the first is our row of fields


def resolved_two(ground: Ground) -> None:
    """Two lines with words, one resolved on the first day, one ten days later."""
    run(ground, TODAY, STORY, DESIGN, PROPS, LIGHT)
    ground.type_in("H6", "approved by Kim")
    ground.type_in("H7", "ask Bo")
    run(ground, TODAY, STORY, PROPS, LIGHT)
    run(ground, after(10), STORY, LIGHT)


def names(ground: Ground) -> list[str]:
    return [" | ".join(line.split(" | ")[:2]) for line in ground.shown()[3:]]


def test_for_two_weeks_a_resolved_line_stays_where_it_stood(ground: Ground) -> None:
    resolved_two(ground)
    run(ground, after(13), STORY, LIGHT)
    assert names(ground)[1:3] == [
        "2200 | Resolved 22 Nov 2026: Design",
        "2300 | Resolved 2 Dec 2026: Props",
    ]
    assert known(ground)["hidden"] == []


def test_then_it_is_folded_away_below_with_its_words(ground: Ground) -> None:
    resolved_two(ground)
    run(ground, after(14), STORY, LIGHT)
    assert names(ground) == [
        "1100 | Story",
        "2300 | Resolved 2 Dec 2026: Props",
        "3100 | Light",
        " | Total",
        "2200 | Resolved 22 Nov 2026: Design",
    ]
    assert ground.shown()[-1].endswith("approved by Kim")
    row = ground.row_of("approved by Kim")
    assert known(ground)["hidden"] == [row]
    assert known(ground)["groups"] == [(row, row, True)]


def test_a_later_one_joins_it_and_each_is_folded_once(ground: Ground) -> None:
    resolved_two(ground)
    run(ground, after(14), STORY, LIGHT)
    run(ground, after(24), STORY, LIGHT)
    rows = sorted(ground.row_of(words) for words in ("approved by Kim", "ask Bo"))
    assert known(ground)["hidden"] == rows
    again = run(ground, after(25), STORY, LIGHT)
    assert again.in_words == "nothing but the as-of stamp"


def test_a_group_of_a_persons_own_is_left_as_it_is(ground: Ground) -> None:
    """Two groups that touch are one: which of them could be closed is not known."""
    resolved_two(ground)
    total = ground.row_of("Total")
    span = {"sheetId": ground.own().grid.sheet_id, "dimension": "ROWS"}
    ground.person({"addDimensionGroup": {"range": {**span, "startIndex": 4, "endIndex": total}}})

    run(ground, after(14), STORY, LIGHT)

    assert known(ground)["hidden"] == [ground.row_of("approved by Kim")]
    assert not [group for group in known(ground)["groups"] if group[2]]


def test_whoever_opens_the_group_finds_it_open_after_the_next_run(ground: Ground) -> None:
    resolved_two(ground)
    run(ground, after(14), STORY, LIGHT)
    row = ground.row_of("approved by Kim")
    span = {"sheetId": ground.own().grid.sheet_id, "dimension": "ROWS"}
    shown = {"properties": {"hiddenByUser": False}, "fields": "hiddenByUser"}
    place = {"range": {**span, "startIndex": row - 1, "endIndex": row}}
    ground.person({"updateDimensionProperties": {**place, **shown}})

    run(ground, after(15), STORY, LIGHT)

    assert known(ground)["hidden"] == []


def test_a_line_that_applies_again_is_in_sight_again_with_its_words(ground: Ground) -> None:
    resolved_two(ground)
    run(ground, after(14), STORY, LIGHT)

    run(ground, after(15), STORY, DESIGN, LIGHT)

    assert known(ground)["hidden"] == []
    line = next(line for line in ground.shown() if line.startswith("2200"))
    assert line == "2200 | Design | 900 | 950 | -50 | 46348 | approved by Kim"


def test_a_folded_line_goes_when_its_words_are_taken_away(ground: Ground) -> None:
    resolved_two(ground)
    run(ground, after(14), STORY, LIGHT)
    ground.type_in(f"H{ground.row_of('approved by Kim')}", "")

    run(ground, after(15), STORY, LIGHT)

    assert [name for name in names(ground) if name.startswith("2200")] == []


def test_reports_that_do_not_fold_keep_their_resolved_lines(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))
    ground.type_in("H6", "approved by Kim")
    for number in (1, 100):
        report = variance(STORY, stamp=str(number))
        sheets.write(ground.client, ground.pull(), [report], f"later-{number}", today=after(number))
    assert known(ground)["hidden"] == []
