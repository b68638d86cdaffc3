"""gspread-formatting, unmodified: every function of it that sends a request or reads one back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gspread
import pandas
import pytest
from gspread_formatting import (
    BooleanCondition,
    BooleanRule,
    Border,
    Borders,
    CellFormat,
    Color,
    ColorStyle,
    ConditionalFormatRule,
    DataValidationRule,
    GradientRule,
    GridRange,
    InterpolationPoint,
    NumberFormat,
    Padding,
    TextFormat,
    TextFormatRun,
    TextRotation,
    batch_updater,
    format_cell_range,
    format_cell_ranges,
    get_conditional_format_rules,
    get_data_validation_rule,
    get_default_format,
    get_effective_format,
    get_frozen_column_count,
    get_frozen_row_count,
    get_right_to_left,
    get_text_format_runs,
    get_user_entered_format,
    set_column_width,
    set_column_widths,
    set_data_validation_for_cell_range,
    set_data_validation_for_cell_ranges,
    set_frozen,
    set_right_to_left,
    set_row_height,
    set_row_heights,
    set_text_format_runs,
)
from gspread_formatting.dataframe import BasicFormatter, format_with_dataframe

Json = dict[str, Any]
Send = Callable[..., Json]

RED, GREY = Color(1, 0, 0), Color(0.8980392, 0.8980392, 0.8980392)


@pytest.fixture
def sheet(google: gspread.Client, batch: Send) -> gspread.Worksheet:
    """The first tab of the spreadsheet "book", a short budget on it."""
    found = google.open_by_key("book").sheet1
    rows = [["Account", "Budget", "Paid"], ["Camera", 1200.5, "2026-03-02"], ["Grip", -80, ""]]
    found.update(rows, "A1", value_input_option="USER_ENTERED")
    return found


def sizes(sheet: gspread.Worksheet, name: str) -> list[int]:
    data = sheet.spreadsheet.fetch_sheet_metadata({"includeGridData": "true", "ranges": "A1:D5"})
    return [line["pixelSize"] for line in data["sheets"][0]["data"][0][name]]


LOOKS = {
    "backgroundColor": CellFormat(backgroundColor=RED),
    "backgroundColorStyle": CellFormat(backgroundColorStyle=ColorStyle(rgbColor=GREY)),
    "textFormat": CellFormat(
        textFormat=TextFormat(bold=True, italic=False, fontSize=14, foregroundColor=RED)
    ),
    "numberFormat": CellFormat(numberFormat=NumberFormat("CURRENCY", '"$"#,##0.00')),
    "borders": CellFormat(borders=Borders(top=Border("SOLID_MEDIUM", color=RED))),
    "padding": CellFormat(padding=Padding(top=1, right=2, bottom=3, left=4)),
    "alignment": CellFormat(horizontalAlignment="CENTER", verticalAlignment="TOP"),
    "wrapStrategy": CellFormat(wrapStrategy="WRAP"),
    "textRotation": CellFormat(textRotation=TextRotation(angle=45)),
    "hyperlinkDisplayType": CellFormat(hyperlinkDisplayType="PLAIN_TEXT"),
}


def holds(found: Any, wanted: Any) -> bool:
    """Whether everything that was written is there; Google adds twins of colours, widths..."""
    if isinstance(wanted, dict):
        return all(holds(found.get(name), part) for name, part in wanted.items())
    return bool(found == wanted or (wanted == 0 and found is None))


@pytest.mark.parametrize("name", LOOKS)
def test_a_format_comes_back_as_it_was_set(sheet: gspread.Worksheet, name: str) -> None:
    wanted = LOOKS[name]
    format_cell_range(sheet, "B2:B3", wanted)
    for cell in ("B2", "B3"):
        assert holds(get_user_entered_format(sheet, cell).to_props(), wanted.to_props())
    assert get_user_entered_format(sheet, "C3") is None


def test_formats_add_up(sheet: gspread.Worksheet) -> None:
    format_cell_range(sheet, "A1:C1", CellFormat(textFormat=TextFormat(bold=True)))
    format_cell_range(sheet, "A:A", CellFormat(textFormat=TextFormat(italic=True)))
    format_cell_range(sheet, "1", CellFormat(backgroundColor=GREY))
    corner = get_user_entered_format(sheet, "A1")
    assert (corner.textFormat.bold, corner.textFormat.italic) == (True, True)
    assert corner.backgroundColor == GREY
    assert get_user_entered_format(sheet, "A900").textFormat.italic is True


def test_effective_formats_have_the_default_beneath(sheet: gspread.Worksheet) -> None:
    format_cell_ranges(
        sheet,
        [
            ("A1", CellFormat(textFormat=TextFormat(bold=True))),
            ("B1:B3", CellFormat(horizontalAlignment="CENTER")),
        ],
    )
    effective = get_effective_format(sheet, "A1")
    assert (effective.textFormat.bold, effective.textFormat.fontSize) == (True, 10)
    assert get_effective_format(sheet, "B2").horizontalAlignment == "CENTER"
    assert get_effective_format(sheet, "D9") is None
    default = get_default_format(sheet.spreadsheet)
    assert (default.textFormat.fontSize, default.verticalAlignment) == (10, "BOTTOM")


def test_sizes(sheet: gspread.Worksheet) -> None:
    set_row_height(sheet, "1", 42)
    set_row_heights(sheet, [("2:3", 30), ("5", 50)])
    assert sizes(sheet, "rowMetadata") == [42, 30, 30, 21, 50]
    set_column_width(sheet, "A", 300)
    set_column_widths(sheet, [("B:C", 80)])
    assert sizes(sheet, "columnMetadata") == [300, 80, 80, 100]


def test_frozen_and_right_to_left(sheet: gspread.Worksheet) -> None:
    assert (get_frozen_row_count(sheet), get_frozen_column_count(sheet)) == (None, None)
    set_frozen(sheet, rows=1)
    set_frozen(sheet, cols=2)
    assert (get_frozen_row_count(sheet), get_frozen_column_count(sheet)) == (1, 2)
    set_frozen(sheet, rows=0, cols=0)
    assert (get_frozen_row_count(sheet), get_frozen_column_count(sheet)) == (None, None)
    assert get_right_to_left(sheet) is False
    set_right_to_left(sheet, True)
    assert get_right_to_left(sheet) is True


def test_validation(sheet: gspread.Worksheet) -> None:
    choice = DataValidationRule(
        BooleanCondition("ONE_OF_LIST", ["Open", "Closed"]), strict=True, showCustomUi=True
    )
    box = DataValidationRule(BooleanCondition("BOOLEAN", []), showCustomUi=True)
    positive = DataValidationRule(
        BooleanCondition("NUMBER_GREATER", ["0"]), inputMessage="A positive figure"
    )
    set_data_validation_for_cell_range(sheet, "D2:D9", choice)
    set_data_validation_for_cell_ranges(sheet, [("E2", box), ("B2:B9", positive)])
    found = get_data_validation_rule(sheet, "D4")
    assert [value.userEnteredValue for value in found.condition.values] == ["Open", "Closed"]
    assert (found.strict, found.showCustomUi) == (True, True)
    assert get_data_validation_rule(sheet, "E2").condition.type == "BOOLEAN"
    assert get_data_validation_rule(sheet, "B3").inputMessage == "A positive figure"
    assert get_data_validation_rule(sheet, "A1") is None
    set_data_validation_for_cell_range(sheet, "D4", None)
    assert get_data_validation_rule(sheet, "D4") is None


def test_runs(sheet: gspread.Worksheet) -> None:
    runs = [
        TextFormatRun(startIndex=0, format=TextFormat(bold=True)),
        TextFormatRun(startIndex=3, format=TextFormat(italic=True)),
    ]
    set_text_format_runs(sheet, "A1", runs)
    found = get_text_format_runs(sheet, "A1")
    assert [(run.startIndex or 0, run.format.bold, run.format.italic) for run in found] == [
        (0, True, None),
        (3, None, True),
    ]
    assert get_text_format_runs(sheet, "B1") == []


def over(sheet: gspread.Worksheet) -> ConditionalFormatRule:
    return ConditionalFormatRule(
        ranges=[GridRange.from_a1_range("B2:B20", sheet)],
        booleanRule=BooleanRule(
            condition=BooleanCondition("NUMBER_LESS", ["0"]),
            format=CellFormat(textFormat=TextFormat(bold=True), backgroundColor=RED),
        ),
    )


def scale(sheet: gspread.Worksheet) -> ConditionalFormatRule:
    return ConditionalFormatRule(
        ranges=[GridRange.from_a1_range("C2:C20", sheet), GridRange.from_a1_range("E:E", sheet)],
        gradientRule=GradientRule(
            minpoint=InterpolationPoint(color=GREY, type="MIN"),
            midpoint=InterpolationPoint(color=GREY, type="PERCENT", value="50"),
            maxpoint=InterpolationPoint(color=RED, type="MAX"),
        ),
    )


def kinds(sheet: gspread.Worksheet) -> list[str]:
    rules = get_conditional_format_rules(sheet)
    return [rule.booleanRule.condition.type if rule.booleanRule else "scale" for rule in rules]


def test_conditional_formats(sheet: gspread.Worksheet) -> None:
    rules = get_conditional_format_rules(sheet)
    assert list(rules) == []
    rules.append(over(sheet))
    rules.append(scale(sheet))
    rules.save()
    assert kinds(sheet) == ["NUMBER_LESS", "scale"]
    rules = get_conditional_format_rules(sheet)
    assert rules[0].booleanRule.format.backgroundColor == RED
    assert rules[1].gradientRule.midpoint.value == "50"
    blank = ConditionalFormatRule(
        ranges=[GridRange.from_a1_range("A1:C9", sheet)],
        booleanRule=BooleanRule(BooleanCondition("BLANK"), CellFormat(backgroundColor=GREY)),
    )
    rules.insert(0, blank)
    del rules[1]
    rules.save()
    assert kinds(sheet) == ["BLANK", "scale"]
    rules.clear()
    rules.save()
    assert kinds(sheet) == []


def test_a_batch_of_everything_is_one_request(
    sheet: gspread.Worksheet, server: Any, api: Send
) -> None:
    server.requests.clear()
    with batch_updater(sheet.spreadsheet) as batch:
        batch.format_cell_range(sheet, "1", CellFormat(textFormat=TextFormat(bold=True)))
        batch.format_cell_ranges(sheet, [("A2", CellFormat(wrapStrategy="CLIP"))])
        batch.set_row_height(sheet, "1", 33)
        batch.set_column_widths(sheet, [("A", 200), ("B", 90)])
        batch.set_frozen(sheet, rows=1, cols=1)
        batch.set_right_to_left(sheet, False)
        rule = DataValidationRule(BooleanCondition("BOOLEAN", []))
        batch.set_data_validation_for_cell_range(sheet, "D2", rule)
    assert len(server.requests) == 1
    assert get_user_entered_format(sheet, "C1").textFormat.bold is True
    assert sizes(sheet, "columnMetadata")[:2] == [200, 90]
    assert get_frozen_row_count(sheet) == 1
    assert get_data_validation_rule(sheet, "D2").condition.type == "BOOLEAN"


def test_a_frame_is_formatted(sheet: gspread.Worksheet) -> None:
    frame = pandas.DataFrame(
        {
            "Account": ["Camera", "Grip"],
            "Budget": [1200.5, -80.0],
            "Days": [3, 4],
            "Paid": pandas.to_datetime(["2026-03-02", "2026-03-09"]),
        }
    )
    formatter = BasicFormatter(
        header_background_color=GREY,
        header_text_color=RED,
        decimal_format="#,##0.00",
        date_format="yyyy-mm-dd",
        freeze_headers=True,
        column_formats={"Account": CellFormat(textFormat=TextFormat(italic=True))},
    )
    format_with_dataframe(sheet, frame, formatter, include_column_header=True)
    header = get_user_entered_format(sheet, "B1")
    assert (header.backgroundColor, header.textFormat.bold) == (GREY, True)
    assert get_user_entered_format(sheet, "A2").textFormat.italic is True
    assert get_user_entered_format(sheet, "B3").numberFormat.pattern == "#,##0.00"
    assert get_user_entered_format(sheet, "D2").numberFormat.type == "DATE"
    assert get_frozen_row_count(sheet) == 1
    with batch_updater(sheet.spreadsheet) as batch:
        batch.format_with_dataframe(sheet, frame, include_index=True)
    assert get_user_entered_format(sheet, "E1").textFormat.bold is True
