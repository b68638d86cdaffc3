"""Run after run in a tab that people sort, extend and type in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from model.report import Column, Entry, Line, LineStyle, Role, Style
from tests.sheets.ground import COLUMNS, Ground, variance

STORY, DESIGN, PROPS = "1100 Story 500 500", "2200 Design 900 950", "2300 Props 100 80"


def kinds(outcome: Any) -> list[str]:
    return [next(iter(request)) for request in outcome.plan.requests]


def test_the_first_run_makes_the_tab(ground: Ground) -> None:
    outcome = ground.write(variance(STORY, DESIGN))

    assert ground.shown() == [
        "Variance",
        "As of 10:00",
        "Account | Description | Budget | EFC | Variance (Over)/Under | First Seen | Explanation",
        "1100 | Story | 500 | 500 | 0 | 46348",
        "2200 | Design | 900 | 950 | -50 | 46348",
        " | Total | 1400 | 1450 | -50",
    ]
    assert outcome.in_words == "1 tab made"
    assert outcome.compared == 5
    assert (ground.own().grid.hidden_rows, ground.own().grid.hidden_cols) == (
        frozenset({1}),
        frozenset({1}),
    )


def test_a_run_costs_one_read_and_one_write(ground: Ground) -> None:
    before = ground.client.counts[ground.id]

    ground.write(variance(STORY, DESIGN))
    ground.write(variance(STORY, PROPS))

    after = ground.client.counts[ground.id]
    assert (after.reads - before.reads, after.writes - before.writes) == (2, 2)


def test_nothing_changed_but_the_stamp(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))

    outcome = ground.write(variance(STORY, DESIGN, stamp="11:00"))

    assert kinds(outcome) == ["deleteProtectedRange", "findReplace", "addProtectedRange"]
    assert ground.shown()[1] == "As of 11:00"
    assert outcome.in_words == "nothing but the as-of stamp"


def test_only_the_changed_cell_is_written(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))

    outcome = ground.write(variance(STORY, "2200 Sets 900 950"))

    written = [r["updateCells"] for r in outcome.plan.requests if "updateCells" in r][1:]
    assert [update["rows"] for update in written] == [
        [{"values": [{"userEnteredValue": {"stringValue": "Sets"}}]}]
    ]
    assert outcome.in_words == "1 cell changed"


def test_a_new_line_comes_behind_its_predecessor_and_the_sums_grow(ground: Ground) -> None:
    ground.write(variance(STORY, PROPS))
    ground.type_in("H6", "prop house went bust")

    ground.write(variance(STORY, DESIGN, PROPS))

    assert ground.shown()[3:] == [
        "1100 | Story | 500 | 500 | 0 | 46348",
        "2200 | Design | 900 | 950 | -50 | 46348",
        "2300 | Props | 100 | 80 | 20 | 46348 | prop house went bust",
        " | Total | 1500 | 1530 | -30",
    ]


def test_a_line_without_words_goes(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN, PROPS))

    outcome = ground.write(variance(STORY, PROPS))

    assert [line.split(" | ")[0] for line in ground.shown()[3:5]] == ["1100", "2300"]
    assert "1 line gone" in outcome.in_words


def test_a_line_with_words_stays_and_says_that_it_is_resolved(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN, PROPS))
    ground.type_in("H6", "approved by Kim")

    outcome = ground.write(variance(STORY, PROPS))
    again = ground.write(variance(STORY, PROPS))

    assert ground.shown()[3:] == [
        "1100 | Story | 500 | 500 | 0 | 46348",
        "2200 | Resolved 22 Nov 2026: Design |  |  |  | 46348 | approved by Kim",
        "2300 | Props | 100 | 80 | 20 | 46348",
        " | Total | 600 | 580 | 20",
    ]
    assert "1 line resolved" in outcome.in_words
    assert again.in_words == "nothing but the as-of stamp"


def test_a_resolved_line_that_applies_again_is_the_same_line(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN, PROPS))
    ground.type_in("H6", "approved by Kim")
    ground.write(variance(STORY, PROPS))

    ground.write(variance(STORY, "2200 Design 900 990", PROPS, seen=date(2026, 12, 1)))

    assert ground.shown()[4] == "2200 | Design | 900 | 990 | -90 | 46348 | approved by Kim"


def test_a_resolved_line_goes_when_its_words_are_taken_away(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))
    ground.type_in("H6", "approved by Kim")
    ground.write(variance(STORY))
    ground.type_in("H6", "")

    ground.write(variance(STORY))

    assert [line.split(" | ")[0] for line in ground.shown()[3:]] == ["1100", ""]


def test_an_unticked_checkbox_is_no_word_and_a_ticked_one_is(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN, PROPS))
    box = {
        "sheetId": ground.own().grid.sheet_id,
        "startRowIndex": 4,
        "endRowIndex": 7,
        "startColumnIndex": 7,
        "endColumnIndex": 8,
    }
    ticks = [
        {"values": [{"userEnteredValue": {"boolValue": tick}}]} for tick in (False, True, False)
    ]
    ground.person({"updateCells": {"range": box, "rows": ticks, "fields": "userEnteredValue"}})

    ground.write(variance(STORY))

    assert [line.split(" | ")[:2] for line in ground.shown()[3:]] == [
        ["1100", "Story"],
        ["2200", "Resolved 22 Nov 2026: Design"],
        ["", "Total"],
    ]


def test_all_lines_go_and_come_again(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))
    own = ground.own()
    spare = {"sheetId": own.grid.sheet_id, "dimension": "ROWS", "startIndex": 7, "endIndex": 10}
    ground.person({"deleteDimension": {"range": spare}})

    ground.write(variance(STORY, lines=()))
    assert len(ground.shown()) == 3
    ground.write(variance(PROPS))

    assert ground.shown()[3:] == [
        "2300 | Props | 100 | 80 | 20 | 46348",
        " | Total | 100 | 80 | 20",
    ]


def test_people_sort_with_the_keys_and_the_order_stays(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN, PROPS))
    ground.type_in("H6", "approved by Kim")
    ground.sort(5, 7, "B")

    ground.write(variance(STORY, "2200 Design 900 960", PROPS))

    assert ground.shown()[3:] == [
        "2300 | Props | 100 | 80 | 20 | 46348",
        "2200 | Design | 900 | 960 | -60 | 46348 | approved by Kim",
        "1100 | Story | 500 | 500 | 0 | 46348",
        " | Total | 1500 | 1540 | -40",
    ]


def test_people_sort_without_the_hidden_keys_and_words_stay_with_their_account(
    ground: Ground,
) -> None:
    ground.write(variance(STORY, DESIGN, PROPS))
    ground.type_in("H7", "prop house went bust")
    ground.sort(5, 7, "B", keys_too=False)
    assert ground.shown()[3].startswith("2300")

    ground.write(variance(STORY, DESIGN, "2300 Props 100 70"))

    assert ground.shown()[3:] == [
        "2300 | Props | 100 | 70 | 30 | 46348 | prop house went bust",
        "2200 | Design | 900 | 950 | -50 | 46348",
        "1100 | Story | 500 | 500 | 0 | 46348",
        " | Total | 1500 | 1520 | -20",
    ]


def test_a_total_over_lines_that_were_sorted_apart_is_still_theirs(ground: Ground) -> None:
    """The person's own row among the accounts is in no total of ours."""
    ground.write(variance(STORY, DESIGN, PROPS))
    ground.insert_rows(6)
    ground.type_in("C6", "my own estimate")
    ground.person(
        {
            "updateCells": {
                "range": {
                    "sheetId": ground.own().grid.sheet_id,
                    "startRowIndex": 5,
                    "endRowIndex": 6,
                    "startColumnIndex": 3,
                    "endColumnIndex": 4,
                },
                "rows": [{"values": [{"userEnteredValue": {"numberValue": 7777}}]}],
                "fields": "userEnteredValue",
            }
        }
    )

    ground.write(variance(STORY, DESIGN, PROPS))

    assert ground.shown()[4:] == [
        " | my own estimate | 7777",
        "2200 | Design | 900 | 950 | -50 | 46348",
        "2300 | Props | 100 | 80 | 20 | 46348",
        " | Total | 1500 | 1530 | -30",
    ]


def test_a_formula_that_a_person_overwrote_comes_back(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))
    ground.type_in("F6", "oops")

    ground.write(variance(STORY, DESIGN))

    assert ground.shown()[4] == "2200 | Design | 900 | 950 | -50 | 46348"


def test_columns_that_people_put_in_between_stay_theirs(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))
    sheet = ground.own().grid.sheet_id
    span = {"sheetId": sheet, "dimension": "COLUMNS", "startIndex": 3, "endIndex": 4}
    ground.person({"insertDimension": {"range": span, "inheritFromBefore": False}})
    ground.type_in("D6", "ask Lee")

    ground.write(variance("1100 Story 500 510", DESIGN))
    ground.write(variance("1100 Story 500 510"))

    assert ground.shown()[3:] == [
        "1100 | Story |  | 500 | 510 | -10 | 46348",
        "2200 | Resolved 22 Nov 2026: Design | ask Lee |  |  |  | 46348",
        " | Total |  | 500 | 510 | -10",
    ]


def test_first_seen_and_words_are_written_once(ground: Ground) -> None:
    ground.write(variance(STORY, seen=date(2026, 11, 1)))
    ground.type_in("H5", "as agreed")

    ground.write(variance(STORY, seen=date(2026, 11, 22)))

    assert ground.shown()[3] == "1100 | Story | 500 | 500 | 0 | 46327 | as agreed"


def test_a_new_version_with_other_columns_keeps_the_words(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))
    ground.type_in("H6", "approved by Kim")
    owner = Column("owner", "Owner", Style.PERSON, Role.PERSON)
    columns = (*COLUMNS[:2], *COLUMNS[2:5], COLUMNS[6], owner)  # "seen" goes, "owner" comes
    lines = [
        replace(line, entries={f: e for f, e in line.entries.items() if f != "seen"})
        for line in variance(STORY, DESIGN).lines
    ]

    ground.write(variance(columns=columns, lines=lines))

    assert ground.shown()[2:] == [
        "Account | Description | Budget | EFC | Variance (Over)/Under | Explanation | Owner",
        "1100 | Story | 500 | 500 | 0",
        "2200 | Design | 900 | 950 | -50 | approved by Kim",
        " | Total | 1400 | 1450 | -50",
    ]


def test_a_column_for_people_that_goes_is_kept_while_it_holds_words(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))
    ground.type_in("H6", "approved by Kim")

    ground.write(variance(STORY, DESIGN, columns=COLUMNS[:-1]))

    assert ground.shown()[4].endswith("| approved by Kim")


def test_a_tab_without_its_skeleton_is_kept_beside_a_new_one(ground: Ground) -> None:
    """Both are gone, the key column and the row of field names."""
    ground.write(variance(STORY, DESIGN))
    ground.type_in("H6", "approved by Kim")
    sheet = ground.own().grid.sheet_id
    for kind in ("COLUMNS", "ROWS"):
        span = {"sheetId": sheet, "dimension": kind, "startIndex": 0, "endIndex": 1}
        ground.person({"deleteDimension": {"range": span}})

    outcome = ground.write(variance(STORY, DESIGN))
    again = ground.write(variance(STORY, DESIGN))

    book = ground.pull()
    assert book.tab_titles == ("Budget", "Variance (kept)", "Variance")
    assert [grid.tab for grid in book.grids] == ["Budget"]
    assert "approved by Kim" in [cell for row in book.own[0].grid.rows for cell in row]
    assert outcome.in_words == "1 tab made, 1 broken tab kept aside"
    assert again.in_words == "nothing but the as-of stamp"


def test_people_may_rename_our_tab(ground: Ground) -> None:
    ground.write(variance(STORY))
    sheet = ground.own().grid.sheet_id
    properties = {"sheetId": sheet, "title": "Cost report for Kim"}
    ground.person({"updateSheetProperties": {"properties": properties, "fields": "title"}})

    outcome = ground.write(variance(STORY, DESIGN))

    assert outcome.tabs == ("Cost report for Kim",)
    assert ground.titles() == ["Budget", "Cost report for Kim"]


def test_a_preamble_that_grows_keeps_the_heading_frozen(ground: Ground) -> None:
    ground.write(variance(STORY))
    note = Line("note", {"account": Entry("2 rows not totalled")}, LineStyle.NOTE)

    outcome = ground.write(variance(STORY, preamble=(*variance().preamble, note)))

    assert ground.shown()[2:4][0] == "2 rows not totalled"
    changed = [
        r["updateSheetProperties"] for r in outcome.plan.requests if "updateSheetProperties" in r
    ]
    (grid,) = [c["properties"]["gridProperties"] for c in changed if c["fields"] != "hidden"]
    assert grid == {"frozenRowCount": 5, "frozenColumnCount": 3}


def noted(ground: Ground) -> dict[str, str]:
    """The notes on the cells of descriptions, by what the cell says."""
    own = ground.own()
    return {str(own.grid.at(*at)): note for at, note in own.notes.items() if at[1] == 3}


def with_note(text: str, note: str) -> Line:
    line = variance(text).lines[0]
    entry = replace(line.entries["description"], note=note)
    return replace(line, entries={**line.entries, "description": entry})


def test_a_note_of_ours_goes_when_it_no_longer_applies(ground: Ground) -> None:
    ground.write(variance(lines=[with_note(STORY, "From two sheets."), with_note(DESIGN, "One.")]))
    before = noted(ground)

    ground.write(variance(lines=[with_note(STORY, "From three sheets."), with_note(DESIGN, "")]))

    assert before["Story"] == "From two sheets.\n\N{EN DASH} Topsheet"
    assert before["Design"] == "One.\n\N{EN DASH} Topsheet"
    after = noted(ground)
    assert after["Story"] == "From three sheets.\n\N{EN DASH} Topsheet"
    assert "Design" not in after


def test_a_note_of_a_person_stays_and_ours_gives_way(ground: Ground) -> None:
    ground.write(variance(lines=[with_note(STORY, "")]))
    cell = {"sheetId": ground.own().grid.sheet_id, "startRowIndex": 4, "endRowIndex": 5}
    cell |= {"startColumnIndex": 2, "endColumnIndex": 3}
    note = {"range": cell, "rows": [{"values": [{"note": "ask Lee"}]}], "fields": "note"}
    ground.person({"updateCells": note})

    ground.write(variance(lines=[with_note(STORY, "From two sheets.")]))
    assert noted(ground)["Story"] == "ask Lee"

    ground.write(variance(lines=[with_note(STORY, "")]))
    assert noted(ground)["Story"] == "ask Lee"


def test_a_line_that_is_resolved_loses_our_notes(ground: Ground) -> None:
    ground.write(variance(lines=[with_note(STORY, "One."), with_note(DESIGN, "Two.")]))
    ground.type_in("H6", "approved by Kim")

    ground.write(variance(lines=[with_note(STORY, "One.")]))

    assert set(noted(ground)) == {"Description", "Story"}
