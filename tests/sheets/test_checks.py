"""The check itself: a plan that names what is not ours never leaves."""

from __future__ import annotations

from typing import Any

import pytest

from sheets.planning.checks import Ours, TouchesOthers, check_plan
from sheets.planning.names import METADATA_KEY

OURS = Ours(sheets={7, 8}, new_sheets={8}, charts={70}, guards={700})
BOX = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
IN_OURS, IN_THEIRS = {"sheetId": 7, **BOX}, {"sheetId": 0, **BOX}
LOOKUP = {
    "metadataKey": METADATA_KEY,
    "locationMatchingStrategy": "EXACT_LOCATION",
    "metadataLocation": {"sheetId": 7},
}


def lookup(**other: Any) -> dict[str, Any]:
    return {"dataFilters": [{"developerMetadataLookup": {**LOOKUP, **other}}]}


def test_our_own_tabs_may_be_touched() -> None:
    requests: list[dict[str, Any]] = [
        {"deleteProtectedRange": {"protectedRangeId": 700}},
        {"addSheet": {"properties": {"sheetId": 8}}},
        {"updateCells": {"range": IN_OURS}},
        {"updateDeveloperMetadata": lookup()},
        {"updateChartSpec": {"chartId": 70, "spec": {"sources": [IN_OURS]}}},
    ]

    assert check_plan(requests, OURS) == {7, 8}


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ({"updateCells": {"range": IN_THEIRS}}, "names sheet 0"),
        ({"updateCells": {"range": BOX}}, "Google would take sheet 0"),
        ({"updateCells": {"start": IN_OURS}}, "Google would take sheet 0"),
        ({"repeatCell": {"range": {}}}, "lacks range.sheetId"),
        ({"deleteDimension": {"range": {"sheetId": 1}}}, "names sheet 1"),
        ({"moveDimension": {"source": {}, "destinationIndex": 0}}, "lacks source.sheetId"),
        ({"appendDimension": {"length": 1}}, "lacks sheetId"),
        ({"updateSheetProperties": {"properties": {"title": "Mine"}}}, "lacks properties.sheetId"),
        ({"addSheet": {"properties": {"title": "Mine"}}}, "an id that is taken or not its own"),
        ({"addSheet": {"properties": {"sheetId": 7}}}, "an id that is taken or not its own"),
        ({"createDeveloperMetadata": {"developerMetadata": {}}}, "lacks developerMetadata"),
        ({"updateDeveloperMetadata": lookup(metadataKey="theirs")}, "metadata that is not ours"),
        ({"updateDeveloperMetadata": lookup(metadataLocation={})}, "lacks metadataLocation"),
        (
            {"updateDeveloperMetadata": lookup(locationMatchingStrategy="INTERSECTING_LOCATION")},
            "metadata that is not ours",
        ),
        ({"updateDeveloperMetadata": {}}, "lacks metadataLocation"),
        ({"setBasicFilter": {"filter": {"range": BOX}}}, "lacks filter.range.sheetId"),
        ({"addConditionalFormatRule": {"rule": {"ranges": [IN_OURS, BOX]}}}, "lacks sheetId"),
        ({"addConditionalFormatRule": {"rule": {}}}, "lacks sheetId"),
        ({"addChart": {"chart": {"chartId": 70}}}, "lacks position"),
        ({"updateChartSpec": {"chartId": 71, "spec": {}}}, "a chart that is not ours"),
        (
            {"updateChartSpec": {"chartId": 70, "spec": {"d": [{"sources": [BOX]}]}}},
            "lacks sheetId",
        ),
        (
            {"updateChartSpec": {"chartId": 70, "spec": {"d": [{"sources": [IN_THEIRS]}]}}},
            "names sheet 0",
        ),
        ({"deleteEmbeddedObject": {"objectId": 5}}, "a chart that is not ours"),
        ({"deleteProtectedRange": {"protectedRangeId": 5}}, "not our marker"),
        (
            {"updateProtectedRange": {"protectedRange": {"protectedRangeId": 5, "range": IN_OURS}}},
            "a protected range that is not ours",
        ),
        ({"copyPaste": {"source": IN_OURS, "destination": BOX}}, "lacks destination.sheetId"),
        ({"copyPaste": {"source": IN_THEIRS, "destination": IN_OURS}}, "names sheet 0"),
        ({"addProtectedRange": {"protectedRange": {"range": {}}}}, "lacks protectedRange.range"),
        ({"deleteSheet": {"sheetId": 7}}, "no copy of ours"),
        ({"duplicateSheet": {"sourceSheetId": 0, "newSheetId": 8}}, "a tab that is not ours"),
        ({"duplicateSheet": {"sourceSheetId": 7, "newSheetId": 9}}, "an id not its own"),
        ({"deleteNamedRange": {}}, "no kind that plans are made of"),
        ({"findReplace": {"allSheets": True}}, "lacks sheetId"),
        ({"findReplace": {"sheetId": 7, "find": "a"}}, "more than the cell that it means"),
        ({"findReplace": {"sheetId": 0, "matchEntireCell": True}}, "names sheet 0"),
        ({}, "no kind that plans are made of"),
        ({"updateCells": {"range": IN_OURS}, "deleteSheet": {"sheetId": 0}}, "no kind"),
    ],
)
def test_anything_else_is_a_bug(request_: dict[str, Any], said: str) -> None:
    with pytest.raises(TouchesOthers, match=said):
        check_plan([request_], OURS)
