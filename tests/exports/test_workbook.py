"""The reports' .xlsx: typed values, live formulas with their figures, ready to print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from model.report import Column, Entry, Line, LineStyle, Style
from tests.exports.paper import COLUMNS, COVER, account, as_workbook, charted, variance

REPORT = variance(account("2201 900 950"), account("2203 0.10 0.30"))


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    return as_workbook(tmp_path_factory.mktemp("xlsx"), REPORT)["Variance"]


def rows(sheet):
    return [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]


def test_the_lines_stand_in_the_reports_order_with_live_formulas(sheet):
    assert rows(sheet) == [
        ["Harbour Lights: Cost Report"],
        ["As of now"],
        ["USD, in whole units."],
        [column.heading for column in (*COLUMNS[:2], *COLUMNS[3:], COLUMNS[2])],
        ["2200 SET"],
        ["2201", "Account 2201", 900, 950, "=C6-D6", "Budget!A7"],
        ["2203", "Account 2203", 0.1, 0.3, "=C7-D7", "Budget!A7"],
        ["Total", "=SUM(C6:C7)", "=SUM(D6:D7)", "=SUM(E6:E7)"],
    ]


def test_a_formula_bears_its_figure_for_previews_that_compute_nothing(tmp_path):
    as_workbook(tmp_path, REPORT)
    shown = load_workbook(tmp_path / "reports.xlsx", data_only=True)["Variance"]
    assert [shown[f"E{row}"].value for row in (6, 7, 8)] == [-50, -0.2, -50.2]


def test_it_prints_landscape_one_page_wide_with_headings_and_foot_on_each(sheet):
    setup = sheet.page_setup
    assert (setup.orientation, setup.fitToWidth or 1, setup.fitToHeight) == ("landscape", 1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.print_area == "'Variance'!$A$1:$F$8"  # Source is for the screen
    foot = sheet.oddFooter
    assert foot.left.text == "Harbour Lights: &A"
    assert foot.center.text == "As of Wed 4 Mar 2026 18:30 PST"
    assert foot.right.text == "Page &P of &N"


@pytest.mark.parametrize(("locale", "paper"), [("en_US", 1), ("fr_CA", 1), ("en_GB", 9), ("", 9)])
def test_the_paper_is_that_of_the_country(tmp_path, locale, paper):
    book = as_workbook(tmp_path, REPORT, cover=replace(COVER, locale=locale))
    assert book["Variance"].page_setup.paperSize == paper


def test_an_ampersand_in_the_name_is_one(tmp_path):
    book = as_workbook(tmp_path, REPORT, cover=replace(COVER, production="7 Hills & Sons"))
    assert "7 Hills && Sons" in book["Variance"].oddFooter.left.text


def test_figures_look_as_the_trade_writes_them(sheet):
    money = sheet["C6"]
    assert money.number_format == '#,##0_);(#,##0);"-"_)'
    assert money.alignment.horizontal == "right"
    assert sheet["A6"].number_format == "@"
    (rule,) = [rule for area in sheet.conditional_formatting for rule in area.rules]
    assert rule.formula == ["AND(ISNUMBER(E6),E6<0)"]


def test_where_overs_are_positive_they_are_the_red_ones(tmp_path):
    columns = list(COLUMNS)
    columns[5] = replace(columns[5], heading="Variance Over/(Under)")
    book = as_workbook(tmp_path, replace(REPORT, columns=columns))
    areas = book["Variance"].conditional_formatting
    assert [rule.formula for area in areas for rule in area.rules] == [["AND(ISNUMBER(E6),E6>0)"]]


def test_headings_stay_in_sight_filter_and_explain_themselves(sheet):
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref == "A4:G8"
    assert "As the budget has it." in sheet["B4"].comment.text


def test_accounts_fold_into_their_total(sheet):
    assert [sheet.row_dimensions[row].outlineLevel for row in (5, 6, 7, 8)] == [0, 1, 1, 0]
    assert sheet.sheet_properties.outlinePr.summaryBelow is not False


def test_a_long_sentence_wraps_over_the_width_of_the_page(tmp_path):
    note = Line("note", {"account": Entry("word " * 200)}, LineStyle.NOTE)
    book = as_workbook(tmp_path, replace(REPORT, preamble=(note,), columns=COLUMNS))
    sheet = book["Variance"]
    assert sheet["A1"].alignment.wrap_text
    assert sheet.row_dimensions[1].height > 30


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_a_chart_is_of_the_lines_cells(tmp_path, kind):
    book = as_workbook(tmp_path, charted(account("2201 900 950"), account("2203 5 6"), kind=kind))
    (chart,) = book["Variance"]._charts
    values = [series.val.numRef.f for series in chart.series]
    assert values == ["Variance!$C$6:$C$7", "Variance!$D$6:$D$7"]


def test_titles_that_excel_refuses_are_mended_and_each_is_there_once(tmp_path):
    named = [replace(REPORT, name=str(n), title="A/B: " + "x" * 40) for n in range(2)]
    titles = as_workbook(tmp_path, *named).sheetnames
    assert titles == ["A-B- " + "x" * 26, "A-B- " + "x" * 24 + " 2"]


def test_an_account_code_is_text(tmp_path):
    line = Line("a", {"account": Entry("0010.10")})
    columns = [Column("account", "Account", Style.CODE)]
    book = as_workbook(tmp_path, replace(REPORT, columns=columns, lines=[line], preamble=()))
    assert book["Variance"]["A2"].value == "0010.10"


def test_a_row_is_as_high_as_its_printed_texts_take(tmp_path):
    told = account("2201 900 950", "word " * 30)
    told = replace(told, entries={**told.entries, "source": Entry("long " * 60)})
    sheet = as_workbook(tmp_path, variance(told, account("2202 1 1")))["Variance"]
    high = [sheet.row_dimensions[row].height for row in (6, 7)]
    assert 60 < high[0] < 100  # by the description, not by what is for the screen
    assert high[1] == 15.75


def test_a_date_has_room_for_itself(tmp_path):
    line = Line("a", {"account": Entry("1"), "day": Entry(date(2026, 12, 28))})
    columns = [COLUMNS[0], Column("day", "Day", Style.DATE, width=30)]
    book = as_workbook(tmp_path, replace(REPORT, columns=columns, lines=[line], preamble=()))
    assert book["Variance"]["B2"].value == datetime(2026, 12, 28)  # noqa: DTZ001
    assert book["Variance"].column_dimensions["B"].width > 11
