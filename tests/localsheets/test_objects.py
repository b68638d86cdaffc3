"""Conditional formats, bands, protected and named ranges, metadata, tabs, the document: what each
keeps, and what is refused in which words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import requests

from localsheets.requests.conditions import CONDITIONAL, TYPES

Json = dict[str, Any]
Send = Callable[..., Json]

A1_B2 = {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 2}
ELSEWHERE = {**A1_B2, "startRowIndex": 10, "endRowIndex": 12}
RED, BLUE = {"red": 1}, {"blue": 1}
BOLD = {"textFormat": {"bold": True}}


def first_tab(api: Send, **params: Any) -> Json:
    found: Json = api("GET", "/v4/spreadsheets/book", **params)["sheets"][0]
    return found


def refusal(answer: Json) -> str:
    text: str = answer["error"]["message"]
    return text.partition(": ")[2]


def rule(kind: str, *values: str) -> Json:
    condition: Json = {"type": kind}
    if values:
        condition["values"] = [{"userEnteredValue": value} for value in values]
    return {"ranges": [A1_B2], "booleanRule": {"condition": condition, "format": BOLD}}


def test_a_rule_may_look_at_no_cell_at_all(batch: Send, api: Send, server: Any) -> None:
    none = {"startRowIndex": 1, "endRowIndex": 1, "startColumnIndex": 1, "endColumnIndex": 2}
    nowhere = {**rule("NOT_BLANK"), "ranges": [none]}
    above = {"dimension": "ROWS", "startIndex": 0, "endIndex": 1}
    cut = {"source": A1_B2, "destination": {"rowIndex": 5}}
    assert "error" not in batch({"addConditionalFormatRule": {"rule": nowhere}})
    assert first_tab(api)["conditionalFormats"] == [nowhere]
    assert "error" not in batch({"insertDimension": {"range": above}}, {"cutPaste": cut})
    assert "effectiveFormat" not in str(first_tab(api, includeGridData="true"))
    xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    link = f"{server.url}/drive/v3/files/book/export"
    assert requests.get(link, {"mimeType": xlsx}, timeout=10).status_code == 200


OPERANDS = {"NUMBER": "5", "DATE": "2026-03-01", "TEXT": "x", "CUSTOM": "=$A1>2"}


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_of_condition(batch: Send, api: Send, kind: str) -> None:
    uses, least, _ = TYPES[kind]
    values = [OPERANDS.get(kind.partition("_")[0], "x")] * least
    answer = batch({"addConditionalFormatRule": {"rule": rule(kind, *values)}})
    if CONDITIONAL in uses:
        assert first_tab(api)["conditionalFormats"] == [rule(kind, *values)]
    else:
        assert refusal(answer) == (
            f"ConditionType '{kind}' is not supported in conditional formatting."
        )


def point(kind: str | None, value: str | None = None) -> Json:
    made: Json = {"color": RED, "colorStyle": {"rgbColor": RED}}
    return made | ({"type": kind} if kind else {}) | ({"value": value} if value else {})


def scale(**points: Json) -> Json:
    return {"addConditionalFormatRule": {"rule": {"ranges": [A1_B2], "gradientRule": points}}}


def test_a_colour_scale_is_kept_as_google_keeps_it(batch: Send, api: Send) -> None:
    batch(scale(minpoint=point("MIN", "2"), midpoint=point("PERCENT", "50"), maxpoint=point("MAX")))
    kept = first_tab(api)["conditionalFormats"][0]["gradientRule"]
    assert kept["minpoint"] == point("MIN")
    assert kept["midpoint"] == point("PERCENT", "50")


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ({"minpoint": point("MIN")}, "No interpolationPointType specified."),
        ({"maxpoint": point("MAX")}, "No interpolationPointType specified."),
        (
            {"minpoint": point("NUMBER"), "maxpoint": point("MAX")},
            "InterpolationPoint.value is required.",
        ),
        (
            {"minpoint": point("NUMBER", "x"), "maxpoint": point("MAX")},
            "Invalid InterpolationPoint.value: x",
        ),
    ],
)
def test_a_colour_scale_is_refused(batch: Send, points: Json, message: str) -> None:
    assert refusal(batch(scale(**points))) == message


def test_numbers_of_a_scale_are_read_by_the_locale(batch: Send) -> None:
    batch({"updateSpreadsheetProperties": {"properties": {"locale": "de_DE"}, "fields": "locale"}})
    ends = {"maxpoint": point("MAX")}
    assert "error" in batch(scale(minpoint=point("NUMBER", "1.5x"), **ends))
    assert "error" not in batch(scale(minpoint=point("NUMBER", "1,5"), **ends))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (rule("NUMBER_EQ", "many"), "Invalid ConditionValue.userEnteredValue: many for"),
        (rule("CUSTOM_FORMULA", "A1>2"), "Invalid ConditionValue.userEnteredValue: A1>2 for"),
        (
            rule("CUSTOM_FORMULA", "=Other!A1>2"),
            "Conditional format rule cannot reference a different sheet.",
        ),
        (rule("NUMBER_BETWEEN", "1"), "ConditionType 'NUMBER_BETWEEN' requires exactly two"),
        (rule("BLANK", "1"), "ConditionType 'BLANK' requires no ConditionValues"),
        ({"ranges": [A1_B2]}, "Exactly one of booleanRule and gradientRule must be set."),
        ({**rule("BLANK"), "ranges": []}, "rule.ranges must not be empty."),
        (rule("DATE_BEFORE", "soon"), "Invalid ConditionValue.userEnteredValue: soon for"),
    ],
)
def test_a_rule_is_refused(batch: Send, wrong: Json, message: str) -> None:
    batch({"addSheet": {"properties": {"title": "Other"}}})
    assert refusal(batch({"addConditionalFormatRule": {"rule": wrong}})).startswith(message)


def test_a_rule_of_both_kinds_is_refused_by_the_parser(batch: Send) -> None:
    ends = {"minpoint": point("MIN"), "maxpoint": point("MAX")}
    both = {**rule("BLANK"), "gradientRule": ends}
    answer = batch({"addConditionalFormatRule": {"rule": both}})
    assert answer["error"]["message"] == (
        "Invalid value at 'requests[0].add_conditional_format_rule.rule' (oneof), oneof field"
        " 'rule' is already set. Cannot set 'gradientRule'"
    )


def test_rules_move_and_are_replaced(batch: Send, api: Send) -> None:
    first, second, third = rule("BLANK"), rule("NOT_BLANK"), rule("TEXT_EQ", "x")
    batch(*({"addConditionalFormatRule": {"rule": r, "index": 0}} for r in (third, second, first)))
    moved = batch({"updateConditionalFormatRule": {"sheetId": 0, "index": 0, "newIndex": 2}})
    assert moved["replies"][0]["updateConditionalFormatRule"]["newRule"] == first
    assert first_tab(api)["conditionalFormats"] == [second, third, first]
    replaced = batch({"updateConditionalFormatRule": {"index": 1, "rule": rule("TEXT_EQ", "y")}})
    assert replaced["replies"][0]["updateConditionalFormatRule"] == {
        "oldRule": third,
        "newRule": rule("TEXT_EQ", "y"),
        "newIndex": 1,
    }


BANDS = {
    "firstBandColor": RED,
    "firstBandColorStyle": {"rgbColor": RED},
    "secondBandColor": BLUE,
    "secondBandColorStyle": {"rgbColor": BLUE},
}
BANDED = "You cannot add alternating background colors to a range that already has alternating"


def test_bands_come_change_and_never_overlap(batch: Send, api: Send) -> None:
    band = {"bandedRangeId": 5, "range": A1_B2, "rowProperties": {"firstBandColor": RED}}
    other = {"bandedRangeId": 6, "range": ELSEWHERE, "rowProperties": {"firstBandColor": RED}}
    assert "error" not in batch({"addBanding": {"bandedRange": band}})
    assert refusal(batch({"addBanding": {"bandedRange": {**other, "range": {}}}})).startswith(
        BANDED
    )
    assert "error" not in batch({"addBanding": {"bandedRange": other}})
    change = {"bandedRangeId": 5, "rowProperties": {"secondBandColor": BLUE}}
    ask = {"bandedRange": change, "fields": "rowProperties.secondBandColor"}
    assert "error" not in batch({"updateBanding": ask})
    assert first_tab(api)["bandedRanges"][0]["rowProperties"] == BANDS
    onto = {"bandedRange": {"bandedRangeId": 6, "range": A1_B2}, "fields": "range"}
    assert refusal(batch({"updateBanding": onto})).startswith(BANDED)
    assert refusal(batch({"addBanding": {"bandedRange": {"range": {"startRowIndex": 50}}}})) == (
        "At least one of rowProperties or columnProperties must be specified."
    )


def protect(**given: Any) -> Json:
    return {"addProtectedRange": {"protectedRange": {"protectedRangeId": 9, **given}}}


def test_a_protected_tab_with_exceptions(batch: Send, api: Send) -> None:
    assert "error" not in batch(protect(range={"sheetId": 0}, unprotectedRanges=[A1_B2]))
    (kept,) = first_tab(api)["protectedRanges"]
    assert (kept["range"], kept["unprotectedRanges"]) == ({}, [A1_B2])
    assert refusal(batch(protect(protectedRangeId=10, range=A1_B2, unprotectedRanges=[A1_B2]))) == (
        "Unprotected ranges are only supported on protected sheets."
    )


def test_protection_of_a_named_range_and_a_table(batch: Send, api: Send) -> None:
    batch(
        {"addNamedRange": {"namedRange": {"namedRangeId": "n", "name": "n_1", "range": A1_B2}}},
        {"addTable": {"table": {"tableId": "t", "range": ELSEWHERE}}},
        protect(namedRangeId="n"),
        protect(protectedRangeId=10, tableId="t"),
    )
    by_name, by_table = first_tab(api)["protectedRanges"]
    assert (by_name["namedRangeId"], by_name["range"]) == ("n", A1_B2)
    assert (by_table["tableId"], by_table["range"]) == ("t", ELSEWHERE)
    assert refusal(batch(protect(protectedRangeId=11, range={}, tableId="t"))) == (
        "Only one of range, namedRangeId, tableId may be set."
    )


def update(fields: str, **given: Any) -> Json:
    changed = {"protectedRangeId": 9, **given}
    return {"updateProtectedRange": {"protectedRange": changed, "fields": fields}}


def test_every_field_of_a_protected_range_changes(batch: Send, api: Send) -> None:
    batch(protect(range=A1_B2, warningOnly=True))
    assert "error" not in batch(update("description", description="Totals"))
    (kept,) = first_tab(api)["protectedRanges"]
    assert (kept["description"], kept["warningOnly"]) == ("Totals", True)
    assert "error" not in batch(update("warningOnly"))
    assert "warningOnly" not in first_tab(api)["protectedRanges"][0]
    people = {"users": ["ana@example.com"]}
    assert "error" not in batch(update("editors", editors=people))
    assert "ana@example.com" in first_tab(api)["protectedRanges"][0]["editors"]["users"]
    assert "error" not in batch(update("range", range=ELSEWHERE))
    assert first_tab(api)["protectedRanges"][0]["range"] == ELSEWHERE
    assert "error" not in batch(update("*", range=A1_B2))
    assert "description" not in first_tab(api)["protectedRanges"][0]


@pytest.mark.parametrize(
    "name", ["", "A1", "R1C1", "r2c", "two words", "1st", "a-b", "true", "FALSE", "x" * 251]
)
def test_names_that_are_none(batch: Send, name: str) -> None:
    answer = batch({"addNamedRange": {"namedRange": {"name": name, "range": A1_B2}}})
    assert refusal(answer) == "The name given to this range is invalid."


def test_a_name_or_id_of_a_range_is_given_once(batch: Send) -> None:
    named = {"namedRangeId": "1", "name": "rate", "range": A1_B2}
    other = {"namedRangeId": "2", "name": "tax", "range": A1_B2}
    batch({"addNamedRange": {"namedRange": named}}, {"addNamedRange": {"namedRange": other}})
    taken = "Cannot add named range with name RATE, a named range with that name already exists."
    assert refusal(batch({"addNamedRange": {"namedRange": {**named, "name": "RATE"}}})) == taken
    change = {"namedRangeId": "2", "name": "RATE"}
    assert refusal(batch({"updateNamedRange": {"namedRange": change, "fields": "name"}})) == taken
    same = {"namedRangeId": "1", "name": "Rate"}
    assert "error" not in batch({"updateNamedRange": {"namedRange": same, "fields": "name"}})
    answer = batch({"addNamedRange": {"namedRange": {**named, "name": "more"}}})
    assert refusal(answer) == (
        "Cannot add named range with ID 1, a named range with that ID already exists."
    )


def metadata(location: Json, **given: Any) -> Json:
    made = {"metadataKey": "k", "visibility": "DOCUMENT", "location": location, **given}
    return {"createDeveloperMetadata": {"developerMetadata": made}}


def line(dimension: str, start: int | None, end: int | None) -> Json:
    place = {"dimension": dimension, "startIndex": start, "endIndex": end}
    return {"dimensionRange": {name: part for name, part in place.items() if part is not None}}


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (
            metadata(line("ROWS", 1, 3)),
            "DimensionRange must represent a single row or column",
        ),
        (
            metadata(line("ROWS", 1, None)),
            "DimensionRange must specify both a startIndex and an endIndex",
        ),
        (
            metadata(line("COLUMNS", 99, 100)),
            "dimensionRange.startIndex[99] is after the last one[25].",
        ),
        (metadata({}), "location must be specified."),
        (metadata({"sheetId": 8}), "No sheet with id: 8"),
        (metadata({"spreadsheet": True}, visibility=None), "visibility must be specified."),
        (metadata({"spreadsheet": True}, metadataKey=""), "metadataKey must be specified."),
        (metadata({"spreadsheet": True}, metadataId=-3), "metadataId must be positive: -3"),
    ],
)
def test_metadata_is_refused(batch: Send, request_: Json, message: str) -> None:
    assert refusal(batch(request_)) == message


def test_a_metadata_id_is_given_once(batch: Send) -> None:
    item = metadata({"spreadsheet": True}, metadataId=5)
    assert "error" not in batch(item)
    assert refusal(batch(item)) == (
        "Cannot add developer metadata with ID [5] because developer metadata with that ID already"
        " exists."
    )


def test_metadata_of_rows_and_columns_is_told_with_the_grid(batch: Send, api: Send) -> None:
    batch(metadata(line("ROWS", 1, 2), metadataId=5), metadata(line("COLUMNS", 2, 3)))
    tab = first_tab(api, includeGridData="true", ranges="Sheet1!A1:C3")
    rows, columns = (tab["data"][0][name] for name in ("rowMetadata", "columnMetadata"))
    assert [len(row.get("developerMetadata", ())) for row in rows] == [0, 1, 0]
    assert [len(column.get("developerMetadata", ())) for column in columns] == [0, 0, 1]
    assert rows[1]["developerMetadata"][0]["location"] == {
        "locationType": "ROW",
        **line("ROWS", 1, 2),
    }


def properties(fields: str, **given: Any) -> Json:
    return {"updateSpreadsheetProperties": {"properties": given, "fields": fields}}


def test_every_property_of_the_document(batch: Send, api: Send) -> None:
    rounds = {"maxIterations": 50, "convergenceThreshold": 0.05}
    for request in (
        properties("locale", locale="en_GB"),
        properties("timeZone", timeZone="GMT-07:00"),
        properties("autoRecalc", autoRecalc="HOUR"),
        properties("iterativeCalculationSettings", iterativeCalculationSettings=rounds),
        properties("defaultFormat", defaultFormat=BOLD),
    ):
        assert "error" not in batch(request)
    found = api("GET", "/v4/spreadsheets/book")["properties"]
    assert found["iterativeCalculationSettings"] == rounds
    assert (found["locale"], found["timeZone"], found["autoRecalc"]) == (
        "en_GB",
        "GMT-07:00",
        "HOUR",
    )
    assert "bold" in found["defaultFormat"]["textFormat"]
    assert found["defaultFormat"]["textFormat"]["bold"] is False
    batch(properties("iterativeCalculationSettings"))
    assert "iterativeCalculationSettings" not in api("GET", "/v4/spreadsheets/book")["properties"]


def test_a_theme_is_written_whole(batch: Send, api: Send) -> None:
    theme = api("GET", "/v4/spreadsheets/book")["properties"]["spreadsheetTheme"]
    theme["primaryFontFamily"] = "Lato"
    assert "error" not in batch(properties("spreadsheetTheme", spreadsheetTheme=theme))
    assert api("GET", "/v4/spreadsheets/book")["properties"]["spreadsheetTheme"] == theme
    part = {"themeColors": theme["themeColors"][:2]}
    answer = batch(properties("spreadsheetTheme", spreadsheetTheme=part))
    assert refusal(answer) == "All theme color pairs must be provided."


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (properties("locale", locale="xx_YY"), "Unsupported locale: xx_YY"),
        (properties("locale", locale="English"), "Unsupported locale: English"),
        (properties("timeZone", timeZone="Mars/Base"), "Unsupported time zone: Mars/Base"),
        (properties("title", title=""), "The spreadsheet's title cannot be empty."),
    ],
)
def test_a_property_is_refused(batch: Send, request_: Json, message: str) -> None:
    assert refusal(batch(request_)) == message


def tab(fields: str, **given: Any) -> Json:
    return {"updateSheetProperties": {"properties": given, "fields": fields}}


def grid(fields: str, **counts: int) -> Json:
    return tab(f"gridProperties({fields})", gridProperties=counts)


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (grid("frozenRowCount", frozenRowCount=1000), "You can't freeze all visible rows on the"),
        (grid("frozenColumnCount", frozenColumnCount=26), "You can't freeze all visible columns"),
        (tab("title", title=""), "The sheet name cannot be empty."),
        (tab("title", title="x" * 101), "The sheet name cannot be greater than 100 characters."),
        (tab("title", sheetId=4, title="x"), "No sheet with id: 4"),
        (tab("index", index=7), "Sheet index 7 is out of range."),
        (grid("rowCount", rowCount=0), "A sheet must have at least one row and one column."),
    ],
)
def test_a_tab_is_refused(batch: Send, request_: Json, message: str) -> None:
    assert refusal(batch(request_)).startswith(message)


def test_rows_that_are_hidden_do_not_count_as_visible(batch: Send) -> None:
    rest = {"dimension": "ROWS", "startIndex": 1, "endIndex": 1000}
    hide = {"range": rest, "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
    batch({"updateDimensionProperties": hide})
    answer = batch(grid("frozenRowCount", frozenRowCount=1))
    assert refusal(answer) == "You can't freeze all visible rows on the sheet."


def test_a_new_tab_takes_every_property(batch: Send, api: Send) -> None:
    wanted = {
        "title": "Report",
        "index": 0,
        "hidden": True,
        "rightToLeft": True,
        "tabColor": RED,
        "gridProperties": {"rowCount": 9, "columnCount": 4, "hideGridlines": True},
    }
    (reply,) = batch({"addSheet": {"properties": wanted}})["replies"]
    made = reply["addSheet"]["properties"]
    assert made == {
        **wanted,
        "sheetId": made["sheetId"],
        "sheetType": "GRID",
        "tabColorStyle": {"rgbColor": RED},
    }
    assert first_tab(api)["properties"] == made


def test_tabs_move_to_before_what_stands_at_an_index(batch: Send, api: Send) -> None:
    for title in "BCD":
        batch({"addSheet": {"properties": {"title": title}}})
    for index, order in ((3, "B C Sheet1 D"), (3, "B C Sheet1 D"), (4, "B C D Sheet1"), (0, "")):
        batch(tab("index", index=index))
        found = api("GET", "/v4/spreadsheets/book", fields="sheets.properties.title")["sheets"]
        titles = [sheet["properties"]["title"] for sheet in found]
        assert titles == (order or "Sheet1 B C D").split()


def test_a_sort_takes_a_rows_metadata_along(batch: Send, api: Send) -> None:
    body = {"range": "Sheet1!A1", "values": [[3], [1], [2]]}
    api("PUT", "/v4/spreadsheets/book/values/Sheet1!A1", body, valueInputOption="RAW")
    batch(metadata(line("ROWS", 0, 1)))
    block = {"startRowIndex": 0, "endRowIndex": 3, "startColumnIndex": 0, "endColumnIndex": 1}
    batch({"sortRange": {"range": block, "sortSpecs": [{"sortOrder": "ASCENDING"}]}})
    tab = first_tab(api, includeGridData="true", ranges="Sheet1!A1:A3")
    rows = tab["data"][0]["rowMetadata"]
    assert ["developerMetadata" in row for row in rows] == [False, False, True]
