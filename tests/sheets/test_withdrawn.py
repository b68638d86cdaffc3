"""A report that no longer belongs in a spreadsheet: our figures go, people's words stay."""

from __future__ import annotations

from tests.sheets.ground import Ground, variance

STORY, DESIGN = "1100 Story 500 500", "2200 Design 900 950"
SUMMARY = variance("9000 All 1400 1450", name="summary", title="Summary")
GONE = (
    "Variance is not written here since 2026-11-22: by the production's settings this report goes"
    " to other spreadsheets, or to none. What people typed is kept. The tab may be deleted."
)
HEADINGS = "Account | Description | Budget | EFC | Variance (Over)/Under | First Seen | Explanation"


def test_a_tab_without_words_is_left_with_its_headings(ground: Ground) -> None:
    ground.write(SUMMARY, variance(STORY, DESIGN))

    outcome = ground.write(SUMMARY, withdrawn=["variance", "conflicts"])

    assert ground.shown() == [GONE, HEADINGS]
    assert outcome.in_words == "1 tab emptied, its report goes elsewhere now, 4 lines gone"
    assert [title for _, title in outcome.plan.titles] == ["Summary"]


def test_what_people_typed_stays_and_the_figures_beside_it_go(ground: Ground) -> None:
    ground.write(SUMMARY, variance(STORY, DESIGN))
    ground.type_in(f"H{ground.row_of('2200')}", "Two more sets; ask Ana")

    ground.write(SUMMARY, withdrawn=["variance"])

    assert ground.shown() == [GONE, HEADINGS, " |  |  |  |  |  | Two more sets; ask Ana"]
    kept = ground.own().grid.rows[ground.row_of("Two more sets; ask Ana") - 1]
    assert [cell for cell in kept if cell] == ["Two more sets; ask Ana"], "not even a hidden key"


def test_no_copy_of_its_figures_is_left_either(ground: Ground) -> None:
    ground.write(SUMMARY, variance(STORY, DESIGN))

    ground.write(SUMMARY, withdrawn=["variance"])

    assert ground.pull().attic == ()


def test_an_emptied_tab_is_left_alone_from_then_on(ground: Ground) -> None:
    ground.write(SUMMARY, variance(STORY))
    ground.write(SUMMARY, withdrawn=["variance"])
    sheet = ground.own().grid.sheet_id

    outcome = ground.write(SUMMARY, withdrawn=["variance"])

    assert sheet not in outcome.plan.touched_sheet_ids
    assert outcome.in_words == "nothing but the as-of stamp"


def test_a_report_that_comes_back_finds_its_tab_and_the_words(ground: Ground) -> None:
    ground.write(SUMMARY, variance(STORY, DESIGN))
    ground.type_in(f"H{ground.row_of('2200')}", "Two more sets; ask Ana")
    ground.write(SUMMARY, withdrawn=["variance"])

    ground.write(SUMMARY, variance(STORY, DESIGN))

    shown = ground.shown()
    assert "2200 | Design | 900 | 950 | -50 | 46348" in shown
    assert any(line.endswith("Two more sets; ask Ana") for line in shown)
    assert GONE not in shown


def test_the_only_report_can_be_withdrawn(ground: Ground) -> None:
    ground.write(variance(STORY))

    ground.write(withdrawn=["variance"])

    assert ground.shown() == [GONE, HEADINGS]
    assert ground.pull().markers
