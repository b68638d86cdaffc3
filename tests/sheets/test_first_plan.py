"""The plan of a first write: tabs of our own beside people's, typed cells, one look."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

import sheets
from model.cell import Cell
from model.grid import Book
from model.report import (
    AS_OF,
    Chart,
    Column,
    Content,
    Entry,
    Line,
    LineStyle,
    Report,
    Series,
    Style,
)
from sheets.planning.checks import LeaksRestricted
from sheets.planning.notes import signed
from tests.sheets.ground import COLUMNS, account, empty_book, variance

STORY, DESIGN = "1100 Story 500 500", "2200 Design 900 950"
NOTHING_RESTRICTED: frozenset[str] = frozenset()


def planned(*reports: Report, book: Book | None = None) -> sheets.Plan:
    return sheets.plan(book or empty_book(), reports, "run-1", NOTHING_RESTRICTED)


def requests(plan: sheets.Plan, kind: str) -> list[dict[str, Any]]:
    return [request[kind] for request in plan.requests if kind in request]


def cells(plan: sheets.Plan, field: str) -> dict[tuple[int, int], Any]:
    """Every cell that updateCells writes a field of, by place from 0."""
    found = {}
    for update in requests(plan, "updateCells"):
        box = update["range"]
        for row, values in enumerate(update["rows"], box["startRowIndex"]):
            for col, cell in enumerate(values["values"], box["startColumnIndex"]):
                if field in cell:
                    found[row, col] = cell[field]
    return found


def page(*contents: Content, style: Style = Style.TEXT, **entry: Any) -> Report:
    """A report of one column: one line for each content, below the hidden row."""
    lines = [
        Line(f"line-{number}", {"what": Entry(content, **entry)})
        for number, content in enumerate(contents)
    ]
    return Report("page", "Page", (Column("what", "What", style),), lines, heading=False)


def test_tabs_are_made_under_their_own_names_and_ids() -> None:
    plan = planned(variance(STORY), replace(variance(DESIGN), name="other", title="Other"))

    made = [request["properties"] for request in requests(plan, "addSheet")]
    assert [properties["title"] for properties in made] == ["Variance", "Other"]
    assert {properties["sheetId"] for properties in made} == plan.touched_sheet_ids
    assert 0 not in plan.touched_sheet_ids, "that is the person's"
    assert plan.summary.tabs_made == 2


def test_two_runs_at_a_time_choose_the_same_ids() -> None:
    """So that the second of two first writes is refused."""
    first, second = planned(variance(STORY)), planned(variance(STORY))

    assert first.requests == second.requests


@pytest.mark.parametrize(
    ("taken", "title"),
    [
        (("Budget",), "Variance"),
        (("Variance",), "Variance (Topsheet)"),
        (("variance",), "Variance (Topsheet)"),
        (("Variance", "Variance (Topsheet)"), "Variance (Topsheet 2)"),
    ],
)
def test_a_title_that_somebody_has_becomes_another(taken: tuple[str, ...], title: str) -> None:
    plan = planned(variance(STORY), book=empty_book(*taken))

    assert requests(plan, "addSheet")[0]["properties"]["title"] == title


def test_a_sheet_id_that_somebody_has_becomes_another() -> None:
    (theirs,) = planned(variance(STORY)).touched_sheet_ids
    book = replace(empty_book(), sheet_ids=frozenset({0, theirs}))

    assert planned(variance(STORY), book=book).touched_sheet_ids == {theirs + 1}


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ("=1+1", {"stringValue": "=1+1"}),
        ("2200", {"stringValue": "2200"}),
        ("007", {"stringValue": "007"}),
        ("", None),
        (None, None),
        (True, {"boolValue": True}),
        (7, {"numberValue": 7}),
        (Decimal("1234.50"), {"numberValue": 1234.5}),
        (Decimal("1E+2"), {"numberValue": 100}),
        (Decimal("0.3333"), {"numberValue": 0.3333}),
        (date(2026, 11, 22), {"numberValue": 46348}),
        (datetime(2026, 11, 22, 6, 0), {"numberValue": 46348.25}),  # noqa: DTZ001
        (date(1899, 12, 31), {"numberValue": 1}),
    ],
)
def test_values_are_typed(content: Content, written: dict[str, Any] | None) -> None:
    plan = planned(page(content))

    assert cells(plan, "userEnteredValue").get((1, 1)) == written


def test_a_text_too_long_for_a_cell_is_cut() -> None:
    plan = planned(page("x" * 60_000))

    text = cells(plan, "userEnteredValue")[1, 1]["stringValue"]
    assert len(text) == 50_000
    assert text.endswith("... (cut)")


def test_formulas_are_resolved_to_cells() -> None:
    plan = planned(variance(STORY, DESIGN))

    formulas = {
        place: value["formulaValue"]
        for place, value in cells(plan, "userEnteredValue").items()
        if "formulaValue" in value
    }
    assert formulas == {
        (4, 5): "=D5-E5",
        (5, 5): "=D6-E6",
        (6, 3): "=SUM(D5:D6)",
        (6, 4): "=SUM(E5:E6)",
        (6, 5): "=SUM(F5:F6)",
    }
    assert [cell.value for cell in plan.expected] == [0, -50, 1400, 1450, -50]


def test_a_link_leads_to_the_cell_in_the_same_spreadsheet() -> None:
    book = empty_book("Crew", "Budget")
    line = Line("a", {"what": Entry("Budget!B7", link=Cell("Budget", 7, 2, "budget"))})

    plan = planned(replace(page(), lines=(line,)), book=book)

    look = cells(plan, "userEnteredFormat")[1, 1]
    assert look["textFormat"]["link"] == {"uri": "#gid=1&range=B7"}


@pytest.mark.parametrize(
    ("content", "link"),
    [
        ("Crew!B7", Cell("Crew", 7, 2, "schedule")),
        ("Gone!B7", Cell("Gone", 7, 2, "budget")),
        ("run", "javascript:alert(1)"),
        ("run", "file:///etc/passwd"),
        (Decimal(5), Cell("Budget", 7, 2, "budget")),
    ],
)
def test_what_cannot_be_linked_stays_plain(content: Content, link: Cell | str) -> None:
    plan = planned(page(content, link=link))

    assert "link" not in json.dumps(plan.requests)


def test_an_address_of_our_own_is_linked() -> None:
    plan = planned(page("the rule", link="https://example.com/rules#hold-cost"))

    look = cells(plan, "userEnteredFormat")[1, 1]
    assert look["textFormat"]["link"] == {"uri": "https://example.com/rules#hold-cost"}


def test_what_comes_from_a_restricted_spreadsheet_is_a_bug() -> None:
    secret = Cell("Rates", 3, 2, "payroll")
    book = empty_book()

    for entry in (Entry("1,200", sources=(secret,)), Entry("there", link=secret)):
        report = replace(page(), lines=(Line("a", {"what": entry}),))
        sheets.plan(book, [report], "run", frozenset({"budget"}))
        with pytest.raises(LeaksRestricted, match="comes from payroll") as raised:
            sheets.plan(book, [report], "run", frozenset({"payroll"}))
        assert "1,200" not in str(raised.value)


def test_a_preamble_is_held_to_the_same() -> None:
    line = Line(AS_OF, {"what": Entry("x", sources=(Cell("Rates", 3, 2, "payroll"),))})

    with pytest.raises(LeaksRestricted):
        sheets.plan(
            empty_book(), [replace(page(), preamble=(line,))], "run", frozenset({"payroll"})
        )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((account(STORY), account(STORY)), "two lines with the key '1100'"),
        ((Line("a", {"nowhere": Entry("x")}),), r"entries for \['nowhere'\]"),
    ],
)
def test_a_report_that_is_none_is_a_bug(lines: tuple[Line, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        planned(variance(lines=lines))


def test_two_reports_of_one_name_are_a_bug() -> None:
    with pytest.raises(ValueError, match="named twice"):
        planned(variance(STORY), variance(DESIGN))


def test_no_reports_write_nothing() -> None:
    plan = planned()

    assert plan.requests == ()


def test_an_over_is_red_whichever_sign_the_heading_says() -> None:
    (rule,) = requests(planned(variance(STORY)), "addConditionalFormatRule")

    assert rule["rule"]["ranges"][0]["startRowIndex"] == 4
    (condition,) = rule["rule"]["booleanRule"]["condition"]["values"]
    assert condition["userEnteredValue"] == (
        '=ISNUMBER(F5)*((LEFT(F$1)<>"+")*(F5<0)+(LEFT(F$1)="+")*(F5>0))>0'
    )
    turned = replace(COLUMNS[4], heading="Variance Over/(Under)")
    columns = (*COLUMNS[:4], turned, *COLUMNS[5:])
    names = cells(planned(variance(STORY, columns=columns)), "userEnteredValue")
    assert names[0, 5] == {"stringValue": "+computed:variance"}


def test_a_single_amount_takes_its_sign_from_the_words_beside_it() -> None:
    columns = (Column("label", "Label"), Column("amount", "Amount", Style.MONEY))

    def red(label: str, amount: int) -> bool:
        entries = {"label": Entry(label), "amount": Entry(Decimal(amount), style=Style.VARIANCE)}
        report = Report("page", "Page", columns, [Line("a", entries)], heading=False)
        look = cells(planned(report), "userEnteredFormat")[1, 2]
        return bool(look["textFormat"]["foregroundColorStyle"]["rgbColor"]["red"] > 0.5)

    assert red("(Over)/Under", -5)
    assert not red("(Over)/Under", 5)
    assert red("Over/(Under)", 5)
    assert not red("Over/(Under)", -5)


def test_a_heading_is_frozen_filtered_and_explained() -> None:
    plan = planned(variance(STORY, DESIGN))

    grid = requests(plan, "addSheet")[0]["properties"]["gridProperties"]
    assert (grid["frozenRowCount"], grid["frozenColumnCount"]) == (4, 3)
    (basic,) = requests(plan, "setBasicFilter")
    assert basic["filter"]["range"]["startRowIndex"] == 3
    assert basic["filter"]["range"]["startColumnIndex"] == 0, "keys sort along"
    assert cells(plan, "note") == {(3, 2): signed("As the budget has it.")}


def test_a_page_without_heading_has_no_filter() -> None:
    plan = planned(page("a", "b"))

    assert requests(plan, "setBasicFilter") == []


def test_lines_fold_by_level() -> None:
    lines = (
        Line("total", {}, LineStyle.BANNER),
        Line("a", {}, level=1),
        Line("b", {}, level=2),
        Line("c", {}, level=2),
        Line("d", {}, level=1),
        Line("end", {}, LineStyle.TOTAL),
    )
    plan = planned(variance(lines=lines, preamble=()))

    spans = [
        (group["range"]["startIndex"], group["range"]["endIndex"])
        for group in requests(plan, "addDimensionGroup")
    ]
    assert spans == [(3, 7), (4, 6)]
    grid = requests(plan, "addSheet")[0]["properties"]["gridProperties"]
    assert grid["rowGroupControlAfter"] is True


def test_a_chart_draws_from_its_lines_and_takes_its_legend_from_the_heading() -> None:
    series = (Series("budget", "Budget"), Series("efc", "EFC"))
    chart = Chart("By account", "bar", "description", series, "1100", "2200", "total", "why")

    (added,) = requests(planned(variance(STORY, DESIGN, charts=(chart,))), "addChart")

    basic = added["chart"]["spec"]["basicChart"]
    rows = basic["series"][1]["series"]["sourceRange"]["sources"][0]
    assert (rows["startRowIndex"], rows["endRowIndex"]) == (3, 6)
    assert (basic["headerCount"], basic["legendPosition"]) == (1, "TOP_LEGEND")
    anchor = added["chart"]["position"]["overlayPosition"]["anchorCell"]
    assert (anchor["rowIndex"], anchor["columnIndex"]) == (6, 7)


def test_a_plan_is_data() -> None:
    plan = planned(variance(STORY, DESIGN))

    assert json.loads(json.dumps(plan.requests)) == list(plan.requests)
    assert plan.size == len(json.dumps(plan.requests, separators=(",", ":")))
